// Lets Node find our browser modules by the bare names of the import map: "canvas/ops" → static/js/canvas/ops.js.

import { existsSync } from "node:fs"
import { pathToFileURL } from "node:url"

const ROOT = new URL("../../static/js/", import.meta.url)

export async function resolve(specifier, context, next) {
  if (!/^[a-z][a-z0-9-]*(\/[a-z0-9-]+)*$/.test(specifier)) return next(specifier, context)
  const file = new URL(`${specifier}.js`, ROOT)
  if (!existsSync(file)) return next(specifier, context)
  return { url: pathToFileURL(file.pathname).href, format: "module", shortCircuit: true }
}
