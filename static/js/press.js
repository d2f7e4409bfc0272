// press — what the headless browser runs: the editor's own stage, one page in, one encoded picture out.
import { openFonts } from "canvas/fonts"
import { openPictures } from "canvas/pictures"
import { measure, paint } from "canvas/stage"

const KEPT_PICTURES = 24 // decoded pictures that stay for the next page

let fonts
let addresses = {}
const pictures = openPictures((asset) => addresses[asset] ?? null)

/** @param {import("canvas/fonts").Face[]} table */
export function open(table) {
  fonts = openFonts(table)
}

/**
 * @param {string} order JSON: {page, pictures: {asset: address}, width, height, media, quality, paper}
 * @returns {Promise<string>} the encoded picture, base64
 */
export async function render(order) {
  const { page, pictures: found, width, height, media, quality, paper } = JSON.parse(order)
  addresses = found
  const canvas = await paint(page, { fonts, pictures }, { width, height, paper })
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, media, quality))
  if (blob?.type !== media) throw new Error(`This browser cannot make ${media} of ${width} × ${height} px.`)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  canvas.width = canvas.height = 0 // frees the pixels now, not when the collector comes
  pictures.trim(KEPT_PICTURES)
  return toBase64(bytes)
}

/** @param {string} order JSON page @returns {Promise<object>} */
export const measured = (order) => measure(JSON.parse(order), { fonts, pictures })

function toBase64(bytes) {
  if (bytes.toBase64) return bytes.toBase64()
  let text = ""
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
