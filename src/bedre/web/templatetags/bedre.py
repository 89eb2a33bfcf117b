"""What templates say: `{% load bedre %}`."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, Form, HiddenInput, RadioSelect
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from bedre.kernel import clock

from .. import icons, norsk, slots

register = template.Library()


def _language() -> str:
    short = (get_language() or "nb")[:2]
    return short if short in norsk.MONTHS else "nb"


def _date(value: dt.date | dt.datetime) -> dt.date:
    return timezone.localdate(value) if isinstance(value, dt.datetime) else value


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A drawing, hidden from screen readers unless it has a label of its own."""
    return _svg("i", icons.LINES[name], label)


@register.simple_tag
def wheel(turns: int | str, label: str = "") -> SafeString:
    """The wheel: 0 new, 1–4 quarters, `done`."""
    return _svg("w", icons.wheel(turns), label)


def _svg(kind: str, inside: str, label: str) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="{}" viewBox="0 0 24 24" {}>{}</svg>', kind, spoken, mark_safe(inside))


@register.simple_tag(takes_context=True)
def submission(context: dict[str, Any]) -> SafeString:
    """The two hidden fields every form has: where it comes from, and that it happens once."""
    token = get_token(context["request"])
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="submission" value="{}">',
        token,
        uuid.uuid4(),
    )


@register.simple_tag
def field(bound: BoundField, label: str = "", hint: str = "", **attrs: str) -> SafeString:
    """Label, hint, error and input of a form's field, tied together for everyone. `attrs` go on the input (`data_keep="x"`)."""
    if isinstance(bound.field.widget, HiddenInput):
        return SafeString(bound)
    hint = hint or str(bound.help_text or "")
    described = [f"{bound.auto_id}-{part}" for part, there in (("hint", hint), ("error", bound.errors)) if there]
    given = {name.replace("_", "-"): value for name, value in attrs.items()}
    widget = bound.field.widget
    if not isinstance(widget, CheckboxInput | RadioSelect | CheckboxSelectMultiple):
        given.setdefault("class", "ds-input")
    if described:
        given["aria-describedby"] = " ".join(described)
    if bound.errors:
        given["aria-invalid"] = "true"
    kind = "check" if isinstance(widget, CheckboxInput) else "group" if isinstance(widget, RadioSelect | CheckboxSelectMultiple) else "line"
    context = {"field": bound, "input": bound.as_widget(attrs=given), "label": label or bound.label, "hint": hint, "kind": kind}
    context["file"] = isinstance(widget, FileInput)
    return mark_safe(render_to_string("web/field.html", context))


@register.inclusion_tag("web/errors.html")
def errors(form: Form) -> dict[str, Any]:
    """A summary of a form's errors with a link to each field, spoken when it appears."""
    return {"form": form}


@register.simple_tag(takes_context=True)
def slot(context: dict[str, Any], place: str, **given: Any) -> SafeString:
    """What other packages put in a named place."""
    request = context["request"]
    filled = slots.fill(place, request, **given)
    return mark_safe("".join(render_to_string(name, {**given, **inner}, request=request) for name, inner in filled))


@register.simple_tag
def root_url(name: str, *args: Any, **kwargs: Any) -> str:
    """Address of a page outside any municipality."""
    from django.conf import settings

    before = get_script_prefix()
    set_script_prefix("/")
    try:
        return reverse(name, urlconf=settings.ROOT_URLCONF, args=args, kwargs=kwargs)
    finally:
        set_script_prefix(before)


@register.filter
def num(value: Any, decimals: int | None = None) -> str:
    """A number with decimal comma; empty for None."""
    return "" if value in (None, "") else norsk.number(value, decimals, _language())


@register.filter
def hours(value: Decimal | float) -> str:
    """Hours with one decimal where needed: 9,5."""
    return num(value)


@register.filter
def fte(value: Decimal | float) -> str:
    """Årsverk with one decimal."""
    return num(value, 1)


@register.filter
def dato(value: dt.date | dt.datetime | None) -> str:
    """15. juni; with the year when it is not this year."""
    return norsk.date(_date(value), _language(), clock.today()) if value else ""


@register.filter
def dato_full(value: dt.date | dt.datetime | None) -> str:
    """15. juni 2015."""
    return norsk.date(_date(value), _language()) if value else ""


@register.filter
def ukedag(value: dt.date | dt.datetime | None) -> str:
    """mandag."""
    return norsk.weekday(_date(value), _language()) if value else ""


@register.filter
def uke(value: dt.date | dt.datetime | None) -> str:
    """uke 25."""
    return norsk.week(_date(value), _language()) if value else ""


@register.filter
def kl(value: dt.time | dt.datetime | None) -> str:
    """13.30."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    return norsk.time(value) if value else ""


@register.filter
def age(value: dt.date | dt.datetime | None) -> str:
    """How long since: 4 dager, from two weeks on in weeks."""
    if value is None:
        return ""
    days = max((clock.today() - _date(value)).days, 0)
    if days < 14:
        return ngettext("%d day", "%d days", days) % days
    return ngettext("%d week", "%d weeks", days // 7) % (days // 7)


@register.filter
def paper(value: dt.date | dt.datetime | None) -> int:
    """How yellow a card is: 1 fresh, 2 after two weeks, 3 after six."""
    days = (clock.today() - _date(value)).days if value else 0
    return 3 if days >= 42 else 2 if days >= 14 else 1


@register.filter
def mark(value: Any, state: str = "realised") -> SafeString:
    """Time on yellow: full realised, half agreed, dashed identified."""
    return format_html('<span class="bd-mark" data-gain="{}">{}</span>', state, value)
