"""Tags for forms: label, hint, error and input tied together for everyone; a form that happens once; a dialog that needs no script."""

from __future__ import annotations

import uuid
from typing import Any

from django.forms import BoundField, Form
from django.forms.widgets import (
    CheckboxInput,
    CheckboxSelectMultiple,
    DateInput,
    HiddenInput,
    RadioSelect,
    TimeInput,
)
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .drawn import icon as draw_icon
from .together import Together

NATIVE = {DateInput: ("date", "%Y-%m-%d"), TimeInput: ("time", "%H:%M")}
"""Widgets that the browser has a better one for, and the only form in which it takes a value."""


def submission(context: dict[str, Any]) -> SafeString:
    """`{% submission %}`: the two hidden fields every form has: where it comes from, and that it happens once."""
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="submission" value="{}">',
        get_token(context["request"]),
        uuid.uuid4(),
    )


def form_start(
    context: dict[str, Any], action: str = "", keep: str = "", files: bool = False, style: str = "bd-form"
) -> SafeString:
    """`{% form_start url keep="idea" %}` … `</form>`: opens a form with its hidden fields. `keep` keeps what is typed in the tab."""
    parts = [format_html(' class="{}"', style), format_html(' action="{}"', action) if action else ""]
    parts += [
        format_html(' data-keep="{}"', keep) if keep else "",
        mark_safe(' enctype="multipart/form-data"') if files else "",
    ]
    return format_html('<form method="post" novalidate{}>{}', mark_safe("".join(parts)), submission(context))


def field(bound: BoundField, label: str = "", hint: str = "", suffix: str = "", **attrs: str) -> SafeString | str:
    """`{% field form.name hint=… suffix="min" data_keep="x" %}`. Other names go on the input, with `-` for `_`."""
    widget = bound.field.widget
    if isinstance(widget, HiddenInput):
        return SafeString(bound)
    hint = hint or str(bound.help_text or "")
    described = " ".join(f"{bound.auto_id}-{part}" for part, there in (("hint", hint), ("error", bound.errors)) if there)
    context = {
        "field": bound,
        "input": bound.as_widget(attrs=_attrs(bound, described, attrs)),
        "label": label or bound.label,
        "hint": hint,
        "suffix": suffix,
        "described": described,
        "kind": _kind(widget),
    }
    warned = getattr(bound.form, "warned", "") == bound.name
    anyway = render_to_string("web/anyway.html") if warned else SafeString("")
    carried = bound.form.before(bound) if isinstance(bound.form, Together) else SafeString("")
    return render_to_string("web/field.html", context) + anyway + carried


def _kind(widget: Any) -> str:
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "group"
    return "check" if isinstance(widget, CheckboxInput) else "line"


def _attrs(bound: BoundField, described: str, attrs: dict[str, str]) -> dict[str, str | bool]:
    widget = bound.field.widget
    given: dict[str, str | bool] = {name.replace("_", "-"): value for name, value in attrs.items()}
    if _kind(widget) == "line":
        given.setdefault(
            "class", " ".join(filter(None, ("ds-input", widget.attrs.get("class", "").replace("ds-input", "").strip())))
        )
    for kind, (browser, form) in NATIVE.items():
        if type(widget) is kind:
            widget.input_type, widget.format = browser, form
    if described:
        given["aria-describedby"] = described
    if bound.errors:
        given["aria-invalid"] = "true"
    return given


def errors(form: Form) -> dict[str, Any]:
    """`{% errors form %}`: a summary of a form's errors with a link to each field, spoken when it appears and given the focus."""
    return {"form": form}


def dialog(
    content: str, label: str, title: str = "", icon: str = "", variant: str = "secondary", size: str = "", opened: bool = False,
    hint: str = "", shortcut: str = "",
) -> SafeString:  # fmt: skip
    """`{% dialog "Say no" title="Why not?" %}` … `{% enddialog %}`: a button that opens the content.

    It is a <details>: without a script the content unfolds in the page. `opened` shows it at once, for a form that came back.
    With a `hint` it is one of the meeting's decisions, pressed by the key `shortcut`.
    """
    context = {"content": content, "label": label, "title": title or label, "variant": variant, "size": size, "opened": opened}
    context |= {"icon": draw_icon(icon) if icon else "", "key": f"d{uuid.uuid4().hex[:8]}", "hint": hint, "shortcut": shortcut}
    return mark_safe(render_to_string("web/dialog.html", context))
