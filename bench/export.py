"""One page to JPEG: the warm press against a new browser page for every render, pixels compared."""

import io
import os

import numpy as np
from PIL import Image

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sparklio.settings")


def sample(index: int) -> dict:
    """A page with a gradient, shapes and Korean words; the number makes each one different."""
    from assets.document import build

    objects = [
        build.rect((50, 50, 980, 980), fill="#f6efe4", radius=48),
        build.text(f"고요한 출근길 {index}", (110, 230, 860, 260), size=104, weight=800, align="center"),
        build.text(
            "노이즈 캔슬링과 24시간 배터리", (110, 555, 860, 90), size=48, fill="#4a4036", align="center"
        ),
        build.rect((330, 765, 420, 110), fill="#c8102e", radius=55),
    ]
    return build.document("bench", [build.page("instagram_square", 1080, 1080, objects)])


def main() -> None:
    import django

    django.setup()
    from assets.press import Press
    from bench.rounds import duel

    warm, cold = Press(), Press(recycle_after=1)
    document = sample(0)
    page = document["pages"][0]["id"]

    def render(press):
        return press.render(document, page, format="jpeg", images=lambda asset: None)

    same = np.abs(pixels(render(warm)).astype(int) - pixels(render(cold)).astype(int)).max()
    assert pixels(render(warm)).shape == (1080, 1080, 3)
    pair = duel(lambda: render(warm), lambda: render(cold))
    warm.close(), cold.close()
    print(f"warm press       {pair.ours:8.1f} ms")
    print(f"new page each    {pair.theirs:8.1f} ms")
    print(f"ratio            {pair.ratio:8.1f} ×   largest pixel difference {same}")


def pixels(body: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(body)).convert("RGB"))


if __name__ == "__main__":
    main()
