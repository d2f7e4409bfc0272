"""The press: one warm headless Chromium that draws pages with the editor's own stage module.

The browser sees no network: a made-up origin is answered from this machine's files, all else is refused.
"""

import atexit
import base64
import hashlib
import json
import mimetypes
import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from assets.chromium import FLAGS, find_chromium
from assets.document.fonts import PACKAGES, browser_table
from sparklio.lib.refusal import Refusal

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "static" / "js"
ORIGIN = "http://press.invalid"
MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}
MOST_PIXELS = 64_000_000
PATIENCE = 60.0  # seconds that one page may take before the browser is given up
RECYCLE_AFTER = 400  # pages, then the browser tab is opened anew so that it cannot grow for ever
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-press'; img-src 'self'; font-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)

Images = Callable[[str], tuple[bytes, str] | None]


class PressDown(RuntimeError):
    """The browser cannot be started, or it broke twice over the same page."""


class Press:
    """Draws pages of neutral documents. Callers may be any thread; the browser lives in a thread of its own.

    chromium  path of the browser; by default the one that find_chromium() finds
    """

    def __init__(self, chromium: str = "", recycle_after: int = RECYCLE_AFTER) -> None:
        self.chromium = chromium
        self.recycle_after = recycle_after
        self._lock = threading.Lock()
        self._orders: queue.SimpleQueue[tuple[Callable[[_Tab], Any], Future] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._pid = 0
        atexit.register(self.close)

    def render(
        self,
        document: dict[str, Any],
        page_id: str,
        *,
        format: str = "png",
        scale: float = 1.0,
        width: int | None = None,
        quality: float = 0.9,
        images: Images,
    ) -> bytes:
        """One page as an encoded picture of exactly `scale` times its size, or `width` px wide.

        images  gives (bytes, media type) of an asset id; None draws the place-holder of a missing picture
        """
        page = page_of(document, page_id)
        across, down = output_size(page, scale=scale, width=width)
        pictures = {asset: images(asset) for asset in assets_of(page["objects"])}
        order = {
            "page": page,
            "width": across,
            "height": down,
            "media": MEDIA[format],
            "quality": quality,
            "paper": "#ffffff" if format == "jpeg" else None,
        }
        return self._ask(lambda tab: tab.render(order, pictures))

    def measure(self, document: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """What the browser makes of every text: {object id: {lines, widths, height}}, px."""
        found = [self._ask(partial(_Tab.measure, page=page)) for page in document["pages"]]
        return {key: box for boxes in found for key, box in boxes.items()}

    def close(self) -> None:
        """Ends the browser. The next order starts a new one."""
        with self._lock:
            thread, self._thread = self._thread, None
        if thread and thread.is_alive() and self._pid == os.getpid():
            self._orders.put(None)
            thread.join(timeout=10)

    def _ask(self, work: Callable[["_Tab"], Any]) -> Any:
        answer: Future = Future()
        with self._lock:
            self._open()
            self._orders.put((work, answer))
        try:
            return answer.result(timeout=PATIENCE)
        except TimeoutError:
            with self._lock:  # a browser that hangs keeps its thread; the next order gets a new one
                self._thread = None
            raise PressDown(f"The press did not answer within {PATIENCE:.0f} s.") from None

    def _open(self) -> None:
        if self._thread and self._thread.is_alive() and self._pid == os.getpid():
            return
        self._pid, self._orders = os.getpid(), queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, args=(self._orders,), name="press", daemon=True)
        self._thread.start()

    def _serve(self, orders: queue.SimpleQueue) -> None:
        tab = _Tab(self.chromium, self.recycle_after)
        while (order := orders.get()) is not None:
            work, answer = order
            try:
                answer.set_result(tab.twice(work))
            except BaseException as error:
                answer.set_exception(error)
        tab.close()


class _Tab:
    """The browser's one tab, used by the press's thread only."""

    def __init__(self, chromium: str, recycle_after: int) -> None:
        self._chromium = chromium
        self._recycle_after = recycle_after
        self._playwright: Any = None
        self._browser: Any = None
        self._page: Any = None
        self._drawn = 0
        self._pictures: dict[str, tuple[bytes, str]] = {}

    def twice(self, work: Callable[["_Tab"], Any]) -> Any:
        """Does `work`; a browser that broke is started again, once."""
        from playwright.sync_api import Error

        for last in (False, True):
            try:
                self._ready()
                return work(self)
            except Error as error:
                self.close()
                if last:
                    raise PressDown(f"The press could not draw this page: {error.message}") from error
        raise AssertionError("unreachable")

    def render(self, order: dict[str, Any], pictures: dict[str, tuple[bytes, str] | None]) -> bytes:
        self._pictures = {}
        addresses = {asset: self._offer(*found) for asset, found in pictures.items() if found}
        text = json.dumps({**order, "pictures": addresses}, ensure_ascii=False)
        encoded = self._page.evaluate("async (order) => (await import('press')).render(order)", text)
        self._drawn += 1
        return base64.b64decode(encoded)

    def measure(self, page: dict[str, Any]) -> dict[str, Any]:
        return self._page.evaluate("async (page) => (await import('press')).measured(page)", json.dumps(page))

    def close(self) -> None:
        from playwright.sync_api import Error

        browser, playwright = self._browser, self._playwright
        self._browser = self._page = self._playwright = None
        try:
            if browser:
                browser.close()
            if playwright:
                playwright.stop()
        except Error:
            return  # it is gone already, which is what we wanted

    def _ready(self) -> None:
        if self._page and self._drawn >= self._recycle_after:
            self._page.context.close()
            self._page = None
        if not self._browser:
            self._start()
        if not self._page:
            self._page, self._drawn = self._new_page(), 0

    def _start(self) -> None:
        from playwright.sync_api import sync_playwright

        path = find_chromium(self._chromium)
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=path, args=list(FLAGS), headless=True
        )

    def _new_page(self) -> Any:
        page = self._browser.new_context(service_workers="block").new_page()
        page.route("**/*", self._answer)
        page.goto(f"{ORIGIN}/", timeout=PATIENCE * 1000)
        table = browser_table(lambda path: f"{ORIGIN}/node_modules/{path}")
        page.evaluate("async (table) => (await import('press')).open(table)", table)
        return page

    def _offer(self, content: bytes, media: str) -> str:
        """The address of a picture is its content, so the tab may keep it and never show a wrong one."""
        name = hashlib.sha256(content).hexdigest()
        self._pictures[name] = (content, media)
        return f"{ORIGIN}/picture/{name}"

    def _answer(self, route: Any) -> None:
        url = urlsplit(route.request.url)
        found = self._find(unquote(url.path)) if f"{url.scheme}://{url.netloc}" == ORIGIN else None
        if found is None:
            route.abort()
            return
        body, media = found
        route.fulfill(body=body, content_type=media, headers={"Content-Security-Policy": POLICY})

    def _find(self, path: str) -> tuple[bytes, str] | None:
        if path == "/":
            return front_page().encode(), "text/html; charset=utf-8"
        if path.startswith("/picture/"):
            return self._pictures.get(path.removeprefix("/picture/"))
        for prefix, folder in (("/js/", SCRIPTS), ("/node_modules/", PACKAGES)):
            if path.startswith(prefix):
                return _file(folder, path.removeprefix(prefix))
        return None


def page_of(document: dict[str, Any], page_id: str) -> dict[str, Any]:
    for page in document["pages"]:
        if page["id"] == page_id:
            return page
    raise Refusal(_("This design has no page %(page)s.") % {"page": page_id})


def output_size(page: dict[str, Any], *, scale: float = 1.0, width: int | None = None) -> tuple[int, int]:
    """(width, height) in px of a picture of `page`. Raises Refusal if nobody could open it."""
    factor = width / page["width"] if width else scale
    across, down = width or round(page["width"] * factor), round(page["height"] * factor)
    if not (across > 0 and down > 0 and across * down <= MOST_PIXELS):
        size = {"width": across, "height": down}
        raise Refusal(_("%(width)s × %(height)s px cannot be drawn. Choose a smaller scale.") % size)
    return across, down


def assets_of(objects: list[dict[str, Any]]) -> Iterator[str]:
    """The asset ids in a tree of objects."""
    for each in objects:
        if each["type"] == "image" and each["props"].get("asset"):
            yield each["props"]["asset"]
        yield from assets_of(each.get("children") or [])


def front_page() -> str:
    """The empty page that the browser opens: an import map of our modules by bare name, and nothing else."""
    names = {
        path.relative_to(SCRIPTS).with_suffix("").as_posix(): f"/js/{path.relative_to(SCRIPTS).as_posix()}"
        for path in sorted(SCRIPTS.rglob("*.js"))
    }
    names["fabric"] = "/node_modules/fabric/dist/index.min.mjs"
    imports = json.dumps({"imports": names})
    return f'<!doctype html><meta charset="utf-8"><script type="importmap" nonce="press">{imports}</script>'


def _file(folder: Path, name: str) -> tuple[bytes, str] | None:
    path = (folder / name).resolve()
    if not (path.is_relative_to(folder.resolve()) and path.is_file()):
        return None
    media = "text/javascript" if path.suffix in (".js", ".mjs") else mimetypes.guess_type(path.name)[0]
    return path.read_bytes(), media or "application/octet-stream"


@cache
def press() -> Press:
    """This process's press."""
    return Press(chromium=settings.CHROMIUM)
