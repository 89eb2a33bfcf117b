"""Forms that two people may have open at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.forms import model_to_dict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bedre.kernel.errors import DomainError, StaleError


class Together(forms.Form):
    """A form whose page carries what each field held when it was opened (`{% field %}` puts it there).

    So one who was overtaken is told what the other changed, keeps what was typed, and undoes nothing by saving again.
    """

    theirs: tuple[tuple[str, str], ...] = ()
    refused: int | None = None
    """The status of what the domain refused."""

    def before(self, bound: forms.BoundField) -> SafeString:
        """The hidden field that carries what a field held."""
        key = f"before-{bound.html_name}"
        held = self.data[key] if key in self.data else _plain(bound.field.prepare_value(bound.initial))
        return format_html('<input type="hidden" name="{}" value="{}">', key, held)

    def meet(self, current: Mapping[str, Any], version: int) -> None:
        """Somebody else wrote: tell it in `theirs`, take over what only they changed, and let the next save be on their version.

        Where the page did not carry what a field held, all that differs is told, and what was typed stays.
        """
        typed = self.data.copy()  # type: ignore[attr-defined]
        for name, value in current.items():
            if name not in self.fields or isinstance(value, list | tuple):
                continue
            stands, mine, key = _plain(value), _plain(typed.get(name)), f"before-{name}"
            before = _plain(typed.get(key, mine))
            if stands != before:
                self.theirs += ((str(self.fields[name].label), _said(self.fields[name], stands)),)
            if key in typed:
                typed[name], typed[key] = stands if mine == before else typed[name], stands
        typed["version"] = str(version)
        self.data = typed


def _plain(value: Any) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n")


def _said(field: forms.Field, value: str) -> str:
    """A choice by its words, not by its key."""
    return next((str(label) for key, label in getattr(field, "choices", ()) if str(key) == value), value)


def tried(form: Together, verb: Callable[[], Any], current: Callable[[Any], dict[str, Any]] = model_to_dict) -> bool:
    """Run the verb; what the domain refuses becomes an error of the form (status 409). True when it was done.

    `current` tells which values stand now, when somebody else wrote meanwhile.
    """
    try:
        verb()
    except StaleError as error:
        form.refused = error.status
        form.add_error(None, str(error))
        standing: Any = error.current
        form.meet(current(standing), standing.version)
    except DomainError as error:
        form.refused = error.status
        form.add_error(None, str(error))
    else:
        return True
    return False
