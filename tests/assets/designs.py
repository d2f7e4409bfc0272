"""Documents for tests."""

import random
from uuid import UUID

from assets.document import build

PICTURE = UUID("01234567-89ab-4def-8123-456789abcdef")


def design(seed: int = 1, asset: UUID | str | None = PICTURE) -> dict:
    """One page with an object of every type, in its normal form; the same for the same seed."""
    rng = random.Random(seed)
    inner = build.group([build.rect((0, 0, 10, 10), rng=rng)], rng=rng)
    objects = [
        build.rect((0, 0, 1080, 1080), fill=build.linear(90, (0, "#FFFFFF"), (1, "#000000")), rng=rng),
        build.image(asset, (0, 0, 500, 250), natural=(4000, 3000), rng=rng),
        build.text("따뜻한 빵", (100, 100, 880, 200), role="headline", size=96, weight=800, rng=rng),
        build.line((100, 320, 200, 4), end_head="arrow", rng=rng),
        build.group(
            [build.ellipse((0, 0, 50, 50), stroke=build.stroke("#112233", 2), rng=rng), inner], rng=rng
        ),
    ]
    page = build.page("instagram_square", 1080, 1080, objects, name="표지", rng=rng)
    return build.document("봄 신메뉴", [page], lang="ko")


def thousand() -> dict:
    """One page of 1,000 texts."""
    rng = random.Random(7)
    texts = [build.text(f"글 {n}", (n % 900, n, 100, 40), rng=rng) for n in range(1000)]
    return build.document("천 개", [build.page("instagram_square", 1080, 1080, texts, rng=rng)])
