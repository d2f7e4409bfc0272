// One edit in a design of 1,000 objects: what autosave sends and what an undo step holds, against the full JSON.
// node --import ./tests/js/register.mjs bench/edits.mjs

import { reduce } from "canvas/ops"

const EDITS = 50
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const bytes = (value) => Buffer.byteLength(JSON.stringify(value))

function design(count) {
  const objects = Array.from({ length: count }, (_, index) => ({
    id: index.toString(36).padStart(12, "a"),
    type: "text",
    role: "body",
    name: "",
    transform: { cx: index, cy: index, w: 300, h: 80, angle: 0, flipX: false, flipY: false },
    style: { opacity: 1, fill: { type: "solid", color: "#111111" }, stroke: null, radius: 0, shadow: null },
    props: {
      text: `고요한 출근길 ${index}`, fontFamily: "Pretendard", fontSize: 40, fontWeight: 400, fontStyle: "normal",
      align: "left", verticalAlign: "top", lineHeight: 1.3, letterSpacing: 0, underline: false, balance: false,
      uppercase: false,
    },
    locks: {}, visible: true, meta: { source: "user" }, ext: {},
  }))
  const page = { id: "pageaaaaaaaa", name: "", format: "custom", width: 1080, height: 1080, background: null, objects, meta: {}, ext: {} }
  return { schema: "sparklio.doc/1", title: "bench", lang: "ko", pages: [page], meta: {}, ext: {} }
}

const start = design(1000)
let document = start
const steps = []
const ours = { send: [], keep: [], undo: [] }
const theirs = { send: [], keep: [], undo: [] }

for (let edit = 0; edit < EDITS; edit++) {
  const id = start.pages[0].objects[edit * 7].id
  const ops = ["cx", "cy"].map((axis) => ({ op: "object.set", page: "pageaaaaaaaa", id, path: `transform.${axis}`, value: edit * 3 + 0.5 }))
  const snapshot = JSON.stringify(document)
  const changed = reduce(document, ops)
  document = changed.document
  steps.push(changed.inverse)
  ours.send.push(bytes({ base_seq: edit, epoch: 1, client_op_id: "0123456789abcdef", ops }))
  ours.keep.push(bytes(changed.inverse))
  theirs.send.push(bytes(document))
  theirs.keep.push(Buffer.byteLength(snapshot))
  const before = performance.now()
  JSON.parse(snapshot)
  theirs.undo.push(performance.now() - before)
}
for (const inverse of steps.reverse()) {
  const before = performance.now()
  document = reduce(document, inverse).document
  ours.undo.push(performance.now() - before)
}
if (JSON.stringify(document) !== JSON.stringify(start)) throw new Error("undo did not lead back")

for (const [name, unit, digits] of [["send", "bytes an autosave sends", 0], ["keep", "bytes an undo step holds", 0], ["undo", "ms to undo one edit", 3]]) {
  const mine = median(ours[name])
  const other = median(theirs[name])
  console.log(`${unit.padEnd(26)} ours ${mine.toFixed(digits).padStart(9)}   full JSON ${other.toFixed(digits).padStart(9)}   ratio ${(other / mine).toFixed(0).padStart(6)} ×`)
}
