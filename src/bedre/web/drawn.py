"""Tags that draw: icons, the wheel, charts, time on yellow."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from . import icons


def icon(name: str, label: str = "") -> SafeString:
    """`{% icon "hourglass" %}`: a drawing, hidden from screen readers unless it has a label of its own. Unknown names draw a dot."""
    return _svg("i", icons.LINES.get(name, icons.LINES["dot"]), label)


def wheel(turns: int | str, label: str = "") -> SafeString:
    """`{% wheel 2 %}`: 0 new, 1–4 quarters, `done`."""
    return _svg("w", icons.wheel(turns), label)


def _svg(kind: str, inside: str, label: str) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="{}" viewBox="0 0 24 24" {}>{}</svg>', kind, spoken, mark_safe(inside))


def chart(drawing: Any, paper: bool = False) -> str:
    """`{% chart it %}`: what `bedre.web.charts` made. With a table behind it when it has one; `paper=True` lays it on a sheet."""
    if drawing is None:
        return ""
    whole = getattr(drawing, "table", "") and not getattr(drawing, "small", False)
    return render_to_string("web/chart/figure.html" if whole else drawing.template, {"chart": drawing, "paper": paper})


def mark(value: Any, state: str = "realised") -> SafeString:
    """`{{ "4 t/uke"|mark:"realised" }}`: time on yellow. Full realised, half agreed, dashed identified."""
    return format_html('<span class="bd-mark" data-gain="{}">{}</span>', state, value)
