"""A municipality's one colour, made readable: darkened for day and lightened for night until text in it can be read everywhere.

Nothing is rejected; `explain` says what was changed. Contrast is WCAG 2.2's, lightness is that of OKLCH, so hue is kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

Rgb = tuple[float, float, float]

DAY = ("#e9e5dc", "#f2e5c9")
"""The deeper wall and the most aged paper: what text in the accent must be read on by day."""
NIGHT = ("#0f181b",)
ON_DAY, ON_NIGHT = 4.5, 7.0
NIGHT_LIGHT = 0.81
"""How light the accent is by night at least, so that every municipality's night looks alike."""


@dataclass(frozen=True)
class Accent:
    """The colour that was given, and what it became by day and by night."""

    given: str
    day: str
    night: str

    @property
    def changed(self) -> bool:
        """Whether the colour by day is another than the one given."""
        return self.day != self.given


def accent(given: str) -> Accent:
    """`#rrggbb` to a colour with contrast ≥ 4.5 on every light ground and one with ≥ 7 on the dark wall. Raises ValueError."""
    rgb = _rgb(given)
    lit = _shift(rgb, max(NIGHT_LIGHT - _oklab(rgb)[0], 0.0))
    return Accent(_hex(rgb), _until(rgb, DAY, ON_DAY, darker=True), _until(lit, NIGHT, ON_NIGHT, darker=False))


def explain(colours: Accent) -> str:
    """What was done to the colour, for the page where it is chosen."""
    values = {"given": colours.given, "day": colours.day, "night": colours.night}
    if colours.changed:
        return _("The colour is too light to be read on the wall. %(given)s became %(day)s by day and %(night)s by night.") % values
    return _("The colour can be read as it is. By night it becomes %(night)s.") % values


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def css(colours: Accent) -> str:
    """The style sheet of one municipality. It stands outside the layers and so wins over `tokens/`."""
    day, night = _tokens(colours.day, darker=True), _tokens(colours.night, darker=False)
    return (
        f':root, [data-color-scheme="light"] {{ {day} }}\n'
        f'[data-color-scheme="dark"] {{ {night} }}\n'
        f'@media (prefers-color-scheme: dark) {{ [data-color-scheme="auto"] {{ {night} }} }}\n'
    )


def _tokens(base: str, *, darker: bool) -> str:
    rgb = _rgb(base)
    paper, ink = ("#ffffff", "#0f181b")
    on = paper if contrast(base, paper) >= contrast(base, ink) else ink
    tint = _mix(rgb, _rgb("#ffffff" if darker else "#0f181b"), 0.86 if darker else 0.80)
    border = _until(_mix(rgb, _rgb("#ffffff"), 0.3), DAY, 3.0, darker=True) if darker else _until(_mix(rgb, _rgb(NIGHT[0]), 0.4), NIGHT, 4.5, darker=False)
    hover = _hex(_shift(rgb, -0.06 if darker else 0.05))
    names = {"base-default": base, "base-hover": hover, "base-contrast-default": on, "text-subtle": base, "border-default": border}
    names["surface-tinted"] = _hex(tint)
    return " ".join(f"--ds-color-accent-{name}: {value};" for name, value in names.items())


def _until(rgb: Rgb, grounds: tuple[str, ...], least: float, *, darker: bool) -> str:
    """The nearest colour of the same hue that has the contrast; black or white have it at the end of the road."""
    step = -0.005 if darker else 0.005
    for n in range(201):
        found = _hex(_shift(rgb, n * step))
        if all(contrast(found, ground) >= least for ground in grounds):
            return found
    return "#000000" if darker else "#ffffff"


def _rgb(value: str) -> Rgb:
    if len(value) != 7 or value[0] != "#":
        raise ValueError(f"Not a colour of the form #rrggbb: {value!r}")
    red, green, blue = (int(value[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in rgb)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    part = max(part, 0.0)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _luminance(rgb: Rgb) -> float:
    red, green, blue = map(_linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _shift(rgb: Rgb, lightness: float) -> Rgb:
    """The same hue, lighter or darker in OKLab; colour fades as needed to stay one that a screen has."""
    if not lightness:
        return rgb
    light, a, b = _oklab(rgb)
    light = min(max(light + lightness, 0.0), 1.0)
    for n in range(21):
        chroma = 1 - n / 20
        found = _from_oklab(light, a * chroma, b * chroma)
        if all(-0.001 <= part <= 1.001 for part in found):
            return found
    return _from_oklab(light, 0.0, 0.0)


def _oklab(rgb: Rgb) -> Rgb:
    r, g, b = map(_linear, rgb)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(light: float, a: float, b: float) -> Rgb:
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )
