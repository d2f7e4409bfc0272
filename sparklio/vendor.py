"""Serves the third-party front-end files that npm installed, and only those we use."""

import tomllib

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

VENDORED = {
    "vendor/fabric.mjs": "fabric/dist/index.min.mjs",
    "vendor/htmx.js": "htmx.org/dist/htmx.esm.min.js",
}


def fonts() -> dict[str, str]:
    """Static path → path in node_modules, for every file that assets/fonts.toml names."""
    table = tomllib.loads((settings.BASE_DIR / "assets" / "fonts.toml").read_text(encoding="utf-8"))
    faces = [face for family in table["family"] for face in family["face"]]
    return {f"vendor/{file['file']}": file["file"] for face in faces for file in face["files"]}


class VendorFinder(BaseFinder):
    """Finds `vendor/…` among the packages in node_modules."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.files = VENDORED | fonts()
        self.storage = VendorStorage(self.files)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        source = self.files.get(path)
        found = (
            [str(settings.NODE_MODULES / source)]
            if source and (settings.NODE_MODULES / source).exists()
            else []
        )
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns):
        for path in self.files:
            yield path, self.storage


class VendorStorage(FileSystemStorage):
    """Opens a vendored file by its static path."""

    def __init__(self, files):
        super().__init__(location=settings.NODE_MODULES)
        self.files = files
        self.prefix = ""

    def path(self, name):
        return str(settings.NODE_MODULES / self.files[name])

    def open(self, name, mode="rb"):
        return super().open(name, mode)
