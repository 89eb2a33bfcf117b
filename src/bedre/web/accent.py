"""A municipality's one colour, made readable: darkened for day and lightened for night until text in it can be read everywhere.

Nothing is rejected; `explain` says what was changed. Contrast is WCAG 2.2's, lightness is that of OKLCH, so hue is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .colour import Rgb, contrast, hex_of, mix, oklab, rgb, shift

DAY = ("#e9e5dc", "#f2e5c9")
"""The deeper wall and the most aged paper: what text in the accent must be read on by day."""
NIGHT = ("#0f181b",)
WHITE: Rgb = (1.0, 1.0, 1.0)
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
    colour = rgb(given)
    lit = shift(colour, max(NIGHT_LIGHT - oklab(colour)[0], 0.0))
    return Accent(hex_of(colour), _until(colour, DAY, ON_DAY, darker=True), _until(lit, NIGHT, ON_NIGHT, darker=False))


def explain(colours: Accent) -> str:
    """What was done to the colour, for the page where it is chosen."""
    values = {"given": colours.given, "day": colours.day, "night": colours.night}
    if colours.changed:
        said = _("The colour is too light to be read on the wall. %(given)s became %(day)s by day and %(night)s by night.")
    else:
        said = _("The colour can be read as it is. By night it becomes %(night)s.")
    return said % values


def css(colours: Accent) -> str:
    """The style sheet of one municipality. It stands outside the layers and so wins over `tokens/`."""
    day, night = _by_day(colours.day), _by_night(colours.night)
    return (
        f':root, [data-color-scheme="light"] {{ {day} }}\n'
        f'[data-color-scheme="dark"] {{ {night} }}\n'
        f'@media (prefers-color-scheme: dark) {{ [data-color-scheme="auto"] {{ {night} }} }}\n'
    )


def _by_day(base: str) -> str:
    colour = rgb(base)
    border = _until(mix(colour, WHITE, 0.3), DAY, 3.0, darker=True)
    return _tokens(base, "#ffffff", hex_of(shift(colour, -0.06)), border, _tint(base, WHITE, 0.86))


def _by_night(base: str) -> str:
    colour, wall = rgb(base), rgb(NIGHT[0])
    border = _until(mix(colour, wall, 0.4), NIGHT, 4.5, darker=False)
    return _tokens(base, NIGHT[0], hex_of(shift(colour, 0.05)), border, _tint(base, wall, 0.8))


def _tint(base: str, ground: Rgb, share: float) -> str:
    """The colour with so much of the ground in it that text in the colour can be read on it."""
    shares = (share + n * (1 - share) / 20 for n in range(21))
    tints = (hex_of(mix(rgb(base), ground, part)) for part in shares)
    return next(tint for tint in tints if contrast(base, tint) >= ON_DAY)


def _tokens(base: str, on: str, hover: str, border: str, tint: str) -> str:
    values = {
        "base-default": base,
        "base-hover": hover,
        "base-contrast-default": on,
        "text-subtle": base,
        "border-default": border,
        "surface-tinted": tint,
    }
    return " ".join(f"--ds-color-accent-{name}: {value};" for name, value in values.items())


def _until(colour: Rgb, grounds: tuple[str, ...], least: float, *, darker: bool) -> str:
    """The nearest colour of the same hue that has the contrast; black or white have it at the end of the road."""
    step = -0.005 if darker else 0.005
    for n in range(201):
        found = hex_of(shift(colour, n * step))
        if all(contrast(found, ground) >= least for ground in grounds):
            return found
    return "#000000" if darker else "#ffffff"
