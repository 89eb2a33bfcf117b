"""Tags that reach out of the page: named places filled by later packages, and addresses outside any municipality."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils.safestring import SafeString, mark_safe

from . import slots


def slot(context: dict[str, Any], place: str, **given: Any) -> SafeString:
    """`{% slot "board.head" unit=unit %}`: what other packages put in a named place."""
    request = context["request"]
    filled = slots.fill(place, request, **given)
    return mark_safe("".join(render_to_string(name, {**given, **inner}, request=request) for name, inner in filled))


def root_url(name: str, *args: Any, **kwargs: Any) -> str:
    """`{% root_url "clock" %}`: address of a page outside any municipality."""
    before = get_script_prefix()
    set_script_prefix("/")
    try:
        return reverse(name, urlconf=settings.ROOT_URLCONF, args=args, kwargs=kwargs)
    finally:
        set_script_prefix(before)
