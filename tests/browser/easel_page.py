"""A page with nothing but an easel, served on loopback under the strict policy, for the traps of Fabric."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from assets.document.fonts import PACKAGES, browser_table

SCRIPTS = Path(__file__).parents[2] / "static" / "js"
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-test'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'; object-src 'none'"
)
STYLE = "body{margin:0} .easel{position:relative;width:600px;height:600px;overflow:hidden} dialog{padding:0}"
MEDIA = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2", ".css": "text/css"}
BODY = """<!doctype html><meta charset="utf-8"><title>Easel</title><link rel="stylesheet" href="/style.css">
<script type="importmap" nonce="test">{imports}</script>
<script type="module" nonce="test" src="/open.js"></script>
<dialog id="dialog"></dialog>
<div class="easel" id="easel"><canvas></canvas><output id="label" hidden></output></div>"""
OPEN = """
import { openFonts } from "canvas/fonts"
import { openPictures } from "canvas/pictures"
import { Easel } from "canvas/stage/easel"
import * as stage from "canvas/stage"

const table = await (await fetch("/fonts.json")).json()
const fonts = openFonts(table)
const pictures = openPictures((asset) => `/pictures/${asset}`)
const host = document.getElementById("easel")
window.told = []
for (const name of ["selected", "carried", "reshaped", "typed", "opened", "cloned"]) {
  host.addEventListener(`canvas:${name}`, ({ detail }) => told.push({ name, ...detail }))
}
window.openEasel = async (page, options = {}) => {
  const label = document.getElementById("label")
  const words = { canvas: "Page", text: "Words" }
  window.easel = new Easel(host, { resources, label, words, safe: () => null, ...options })
  await easel.show(page)
  return easel.canvas.getObjects().length
}
window.resources = { fonts, pictures }
window.stage = stage
window.ready = true
"""


def page_source() -> str:
    names = {
        path.relative_to(SCRIPTS).with_suffix("").as_posix(): f"/js/{path.relative_to(SCRIPTS).as_posix()}"
        for path in SCRIPTS.rglob("*.js")
    }
    names["fabric"] = "/node_modules/fabric/dist/index.min.mjs"
    return BODY.format(imports=json.dumps({"imports": names}))


class Handler(BaseHTTPRequestHandler):
    """Our scripts, the packages, one page; pictures only under the name of their colour."""

    def do_GET(self):
        body, media = self.found()
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", media)
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body or b"")

    def found(self):
        fixed = {
            "/": (page_source().encode(), "text/html; charset=utf-8"),
            "/open.js": (OPEN.encode(), "text/javascript"),
            "/style.css": (STYLE.encode(), "text/css"),
            "/fonts.json": (
                json.dumps(browser_table(lambda path: f"/node_modules/{path}")).encode(),
                "text/json",
            ),
        }
        if self.path in fixed:
            return fixed[self.path]
        for prefix, folder in (("/js/", SCRIPTS), ("/node_modules/", PACKAGES)):
            path = folder / self.path.removeprefix(prefix)
            if self.path.startswith(prefix) and path.is_file():
                return path.read_bytes(), MEDIA[path.suffix]
        return None, "text/plain"

    def log_message(self, *words):
        return


def serve():
    """(address, stop) of a server in a thread of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/", server.shutdown
