"""Colours as screens have them: contrast by WCAG 2.2, and lighter or darker by OKLab so that the hue stays."""

from __future__ import annotations

import math

Rgb = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(rgb(one)), _luminance(rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgb(value: str) -> Rgb:
    """`#0b5a6f` as red, green and blue from 0 to 1. Raises ValueError for anything else."""
    if len(value) != 7 or value[0] != "#":
        raise ValueError(f"Not a colour of the form #rrggbb: {value!r}")
    red, green, blue = (int(value[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def hex_of(colour: Rgb) -> str:
    """Red, green and blue as `#0b5a6f`."""
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in colour)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    part = max(part, 0.0)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _luminance(colour: Rgb) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """One colour with a share of the other in it."""
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def shift(colour: Rgb, lightness: float) -> Rgb:
    """The same hue, lighter or darker in OKLab; colour fades as needed to stay one that a screen has."""
    if not lightness:
        return colour
    light, a, b = oklab(colour)
    light = min(max(light + lightness, 0.0), 1.0)
    for n in range(21):
        chroma = 1 - n / 20
        found = _from_oklab(light, a * chroma, b * chroma)
        if all(-0.001 <= part <= 1.001 for part in found):
            return found
    return _from_oklab(light, 0.0, 0.0)


def oklab(colour: Rgb) -> Rgb:
    """Lightness and the two axes of colour, by Björn Ottosson's OKLab (public domain)."""
    r, g, b = map(_linear, colour)
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
