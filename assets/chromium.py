"""Where this machine's Chromium is, and how it is started: no network but ours, no first-run windows."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


class NoChromium(RuntimeError):
    """There is no Chromium on this machine; the message says what to install."""


def find_chromium(preferred: str = "") -> str:
    """The path of a Chromium: `preferred` (settings.CHROMIUM), else the usual names."""
    for name in [preferred] if preferred else [*NAMES, *MAC]:
        path = shutil.which(name)
        if path:
            return path
    missing = f"There is no Chromium at {preferred}." if preferred else "No Chromium was found."
    raise NoChromium(f"{missing} Install one (Debian: apt install chromium) or set CHROMIUM to its path.")
