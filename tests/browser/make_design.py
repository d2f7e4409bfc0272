"""Designs for the editor's tests: a small square with words, a box and a picture that is not there."""

from assets.actions.documents import create_document
from assets.document import build


def design(*objects, width=1080, height=1080, background="#fdf6ec"):
    page = build.page("instagram_square", width, height, objects, background=background, id="page00000001")
    return build.document("가을 신메뉴", [page])


def heading(**options):
    options = {
        "size": 88,
        "weight": 800,
        "fill": "#2b1d12",
        "id": "headline0001",
        "role": "headline",
        **options,
    }
    return build.text("오늘 구운 밤식빵", (90, 120, 900, 100), **options)


def box(**options):
    return build.rect((200, 500, 300, 200), **{"fill": "#d9822b", "id": "box000000001", **options})


def circle(**options):
    return build.ellipse((640, 500, 200, 200), **{"fill": "#7a4b21", "id": "circle000001", **options})


def saved(brand, by, *objects, **options):
    content = design(*(objects or (box(), circle(), heading())), **options)
    return create_document(brand=brand, content=content, title=content["title"], by=by)
