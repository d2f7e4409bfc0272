"""The demo brand's four photographs. Each leaves a quiet side where words can stand."""

from collections.abc import Callable

import numpy as np
from PIL import Image

from assets.demo.bread import baguette, boule, bun, croissant, flour, scatter
from assets.demo.cup import coffee
from assets.demo.ground import OAK, WALNUT, boards, cloth, plaster
from assets.demo.scene import developed


def sourdough(width: int = 2000, height: int = 1500) -> Image.Image:
    """A country loaf on dark boards, linen under it."""
    rng = np.random.default_rng(11)
    scene = boards(rng, width, height, WALNUT)
    flour(scene, rng, (0.05, 0.22), 0.42)
    cloth(scene, rng, (0.30, 0.05), (0.40, 0.31), -0.22, "#cfc2ab", "#7d4630")
    scatter(scene, rng, (-0.16, 0.36), 0.10, 30, "crumb", 0.0055)
    boule(scene, rng, (0.24, 0.0), 0.37, turn=-0.35)
    return developed(scene.lit(), rng, 1.25)


def red_bean_buns(width: int = 2000, height: int = 2000) -> Image.Image:
    """Glazed buns on a pale top."""
    rng = np.random.default_rng(5)
    scene = plaster(rng, width, height)
    cloth(scene, rng, (0.06, 0.22), (0.46, 0.25), 0.10, "#d9ddd6", "#4d6a5a")
    scatter(scene, rng, (0.40, 0.08), 0.05, 14, "black", 0.005)
    for middle in ((-0.24, 0.10), (0.08, 0.04), (-0.08, 0.34), (0.25, 0.31)):
        bun(scene, rng, middle, rng.uniform(0.140, 0.150))
    return developed(scene.lit(), rng, 1.0)


def croissants(width: int = 2000, height: int = 2000) -> Image.Image:
    """Two croissants and a latte on oak, morning light."""
    rng = np.random.default_rng(23)
    scene = boards(rng, width, height, OAK, across=3.4)
    coffee(scene, rng, (0.22, -0.22), 0.128)
    scatter(scene, rng, (0.02, 0.20), 0.16, 50, "crumb", 0.0055)
    croissant(scene, rng, (-0.16, 0.02), 0.225, turn=0.35)
    croissant(scene, rng, (0.18, 0.26), 0.225, turn=-0.55)
    return developed(scene.lit(), rng, 1.1)


def baguettes(width: int = 2000, height: int = 1500) -> Image.Image:
    """Three baguettes on linen."""
    rng = np.random.default_rng(42)
    scene = boards(rng, width, height, OAK, across=3.0)
    cloth(scene, rng, (0.32, 0.02), (0.42, 0.60), 0.12, "#e4dccd", "#a67c46")
    scatter(scene, rng, (-0.02, 0.38), 0.10, 26, "crumb", 0.0055)
    for middle, turn in (((0.06, 0.02), 1.30), ((0.29, 0.0), 1.36), ((0.50, 0.03), 1.25)):
        baguette(scene, rng, middle, 0.44, 0.083, turn)
    return developed(scene.lit(), rng, 1.05)


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "천연발효 깜빠뉴.jpg": sourdough,
    "단팥빵.jpg": red_bean_buns,
    "크루아상과 라떼.jpg": croissants,
    "바게트.jpg": baguettes,
}
