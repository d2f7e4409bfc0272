"""From a kit's five colours to every colour that a design needs, each text colour proven on its ground.

A `Surface` is a ground together with all that may stand on it. Every `ink`, `soft`, `strong` and `on_*` reads
at 4.5:1 or better on its ground; `loud` reads at 3:1 and is only for 24 px bold and larger. The brand's hue
is never given up: where a brand colour cannot be read as text it stays as a ground, a button or a shape.
"""

from dataclasses import dataclass
from functools import lru_cache

from assets.document.colour import apart, contrast, from_oklch, luminance, mix, oklch, readable, rgb, to_hex

TEXT, LARGE = 4.5, 3.0
COMFORT = 7.0  # what we aim at for running text, where the kit allows
PLAIN = 0.09  # OKLab distance from which two grounds are seen as two
SEEN = 2.0  # contrast from which a button stands out of its ground
NAMES = ("primary", "secondary", "accent", "text", "background")
DEFAULTS = {
    "primary": "#1f4fd8",
    "secondary": "#0f172a",
    "accent": "#ff6b35",
    "text": "#161616",
    "background": "#ffffff",
}


@dataclass(frozen=True)
class Surface:
    """A ground and what stands on it.

    ink, soft      main and quieter text
    strong, loud   text in a brand colour: any size; large and bold only
    line           a hairline (no text)
    wash           a shape that is felt rather than read, one step from the ground
    pop            a shape in another brand colour that is plainly seen
    button, on_button · badge, on_badge   a filled shape and the text on it
    """

    fill: str
    ink: str
    soft: str
    strong: str
    loud: str
    line: str
    wash: str
    pop: str
    button: str
    on_button: str
    badge: str
    on_badge: str

    @property
    def is_dark(self) -> bool:
        return luminance(self.fill) < 0.18


@dataclass(frozen=True)
class Palette:
    """The grounds of one kit in one mode. paper: the page; tint: a breath of brand; brand, accent: in full;
    deep: the darkest, for scrims over photos and night scenes."""

    mode: str
    paper: Surface
    tint: Surface
    brand: Surface
    accent: Surface
    deep: Surface


def derive(colors: dict[str, str], mode: str = "light") -> Palette:
    """The palette of a kit. Colours that the kit leaves out take a sober default.

    Raises ValueError if a colour is not #rrggbb, or `mode` not "light" or "dark".
    """
    if mode not in ("light", "dark"):
        raise ValueError(f"{mode!r} is not a mode; use light or dark.")
    kit = tuple(to_hex(rgb(colors.get(name) or DEFAULTS[name])) for name in NAMES)
    return _derive(kit, mode)


def mode_of(colors: dict[str, str]) -> str:
    """Whether the kit's own page is light or dark."""
    return "dark" if luminance(colors.get("background") or DEFAULTS["background"]) < 0.18 else "light"


@lru_cache(maxsize=256)
def _derive(kit: tuple[str, ...], mode: str) -> Palette:
    text, background = kit[3:]
    primary, secondary, accent = (_settled(color, max(text, background, key=luminance)) for color in kit[:3])
    leader = _leader(primary, secondary, accent)
    paper = _paper(text, background, leader, mode)
    brand = _first_apart((primary, secondary, accent), (paper,)) or _shifted(primary, paper)
    second = _first_apart((accent, secondary, primary), (paper, brand)) or _shifted(brand, brand)
    tint = _pale(kit, paper, leader) if mode == "light" else _lifted(paper, leader)
    deep = _deep(leader, secondary, text)
    inks = (text, background)
    pool = tuple(dict.fromkeys((primary, accent, secondary)))
    grounds = [_surface(fill, inks, pool) for fill in (paper, tint, brand, second, deep)]
    return Palette(mode, *grounds)


def _settled(color: str, lightest: str) -> str:
    """A strong colour on which the kit's light ink almost reads, a shade deeper so that it does."""
    if oklch(color)[1] < 0.06 or not 3.2 <= contrast(lightest, color) < TEXT + 0.05:
        return color
    deeper = readable(color, lightest, TEXT + 0.05)
    return deeper if abs(oklch(deeper)[0] - oklch(color)[0]) <= 0.065 else color


def _leader(primary: str, secondary: str, accent: str) -> str:
    """The colour whose hue the kit is known by: the first that has one."""
    return next((color for color in (primary, secondary, accent) if oklch(color)[1] > 0.035), primary)


def _paper(text: str, background: str, leader: str, mode: str) -> str:
    low, high = sorted((text, background), key=luminance)
    _, chroma, hue = oklch(leader)
    if mode == "light":
        return high if oklch(high)[0] > 0.93 else from_oklch(0.985, min(chroma, 0.006), hue)
    return low if oklch(low)[0] < 0.3 else from_oklch(0.2, min(chroma * 0.3, 0.03), hue)


def _deep(leader: str, secondary: str, text: str) -> str:
    _, chroma, hue = oklch(leader)
    for color in (leader, secondary):
        if oklch(color)[0] < 0.34:
            return color
    if chroma < 0.035:
        return text if oklch(text)[0] < 0.3 else "#141414"
    return from_oklch(0.24, min(chroma * 0.45, 0.065), hue)


def _pale(kit: tuple[str, ...], paper: str, leader: str) -> str:
    """A pale colour of the kit itself, else its hue thinned to a breath."""
    own = [
        color
        for color in kit
        if oklch(color)[0] > 0.9 and oklch(color)[1] < 0.07 and apart(color, paper) > 0.02
    ]
    _, chroma, hue = oklch(leader)
    return own[0] if own else from_oklch(0.945, min(chroma * 0.3, 0.032), hue)


def _lifted(paper: str, leader: str) -> str:
    light, own, own_hue = oklch(paper)
    _, chroma, hue = oklch(leader)
    return from_oklch(
        max(light + 0.075, 0.2), max(own, min(chroma * 0.35, 0.045)), hue if chroma > 0.035 else own_hue
    )


def _first_apart(colors: tuple[str, ...], grounds: tuple[str, ...]) -> str | None:
    return next((color for color in colors if all(apart(color, ground) >= PLAIN for ground in grounds)), None)


def _shifted(color: str, ground: str) -> str:
    """The same hue, moved in lightness until it is seen on `ground`."""
    light, chroma, hue = oklch(color)
    step = -0.16 if oklch(ground)[0] > 0.5 else 0.16
    return from_oklch(light + step, chroma, hue)


def _surface(fill: str, inks: tuple[str, ...], pool: tuple[str, ...]) -> Surface:
    ink = _ink(fill, inks)
    strong = _brand_text(fill, ink, pool, TEXT)
    button, badge = _chips(fill, ink, pool)
    light, chroma, hue = oklch(fill)
    step = -0.05 if luminance(fill) > 0.18 else max(0.05, 0.2 - light)
    return Surface(
        fill=fill,
        ink=ink,
        soft=_soft(ink, fill),
        strong=strong,
        loud=_brand_text(fill, ink, pool, LARGE),
        line=mix(fill, ink, 0.22),
        wash=from_oklch(light + step, chroma * 1.05, hue),
        pop=_first_apart((pool[1] if len(pool) > 1 else pool[0], *pool), (fill,)) or mix(fill, ink, 0.3),
        button=button,
        on_button=_on(button, fill, pool, inks),
        badge=badge,
        on_badge=_on(badge, fill, pool, inks),
    )


def _ink(fill: str, inks: tuple[str, ...]) -> str:
    """The kit's own text or page colour if it reads well, else one deepened or lightened until it does."""
    end = "#ffffff" if contrast("#ffffff", fill) >= max(TEXT, contrast("#000000", fill) * 0.62) else "#000000"
    best = max(inks, key=lambda each: contrast(each, fill))
    own = [
        each for each in inks if contrast(each, fill) >= TEXT and (oklch(each)[0] > 0.5) == (end == "#ffffff")
    ]
    if own or contrast(best, fill) >= COMFORT:
        return max(own, key=lambda each: contrast(each, fill)) if own else best
    _, chroma, hue = oklch(fill)
    goal = min(COMFORT, contrast(end, fill) * 0.98)
    start = from_oklch(0.985 if end == "#ffffff" else 0.17, min(chroma, 0.03), hue)
    return readable(start, fill, max(goal, TEXT)) if contrast(end, fill) >= max(goal, TEXT) else end


def _soft(ink: str, fill: str) -> str:
    for share in (0.34, 0.26, 0.18, 0.1):
        mixed = mix(ink, fill, share)
        if contrast(mixed, fill) >= TEXT:
            return mixed
    return ink


def _brand_text(fill: str, ink: str, pool: tuple[str, ...], least: float) -> str:
    """A kit colour that reads here as it is; one that needs a small shift; else the ink."""
    colourful = [color for color in pool if oklch(color)[1] > 0.04]
    for color in colourful:
        if contrast(color, fill) >= least and apart(color, ink) > 0.1:
            return color
    for color in colourful:
        shifted = readable(color, fill, least)
        if abs(oklch(shifted)[0] - oklch(color)[0]) <= 0.14 and oklch(shifted)[1] > 0.04:
            return shifted
    return ink


def _chips(fill: str, ink: str, pool: tuple[str, ...]) -> tuple[str, str]:
    """Fills for a button and a badge: kit colours that stand out here, the most telling for the button."""
    seen = [color for color in pool if contrast(color, fill) >= SEEN and apart(color, fill) > 0.18]
    ranked = sorted(seen, key=lambda color: oklch(color)[1] < 0.04)
    button = ranked[0] if ranked else ink
    others = [color for color in (*ranked[1:], ink) if apart(color, button) > PLAIN]
    return button, others[0] if others else button


def _on(chip: str, fill: str, pool: tuple[str, ...], inks: tuple[str, ...]) -> str:
    """Text on a chip: the ground shining through if that reads, a kit colour, else plain ink."""
    for color in (fill, *pool):
        if contrast(color, chip) >= COMFORT - 0.5:
            return color
    return _ink(chip, inks)
