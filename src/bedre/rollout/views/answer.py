"""What every page with a form does: try the verb, and show a refusal with everything typed kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bedre.kernel.errors import DomainError, StaleError

from ..forms.careful import CarefulForm


def tried(form: CarefulForm, verb: Callable[[], Any], current: Callable[[Any], dict[str, Any]] = model_to_dict) -> bool:
    """Run the verb; what the domain refuses becomes an error of the form (status 409). True when it was done.

    `current` tells which values stand now, when somebody else wrote meanwhile.
    """
    try:
        verb()
    except StaleError as error:
        form.refused = error.status
        form.add_error(None, str(error))
        form.meet(current(error.current), error.current.version)
    except DomainError as error:
        form.refused = error.status
        form.add_error(None, str(error))
    else:
        return True
    return False


def page(request: HttpRequest, template: str, form: CarefulForm | None = None, **context: Any) -> HttpResponse:
    """Show a page; one whose form was refused has status 409 (by the domain) or 422 (by the form)."""
    status = 200
    if form is not None and form.is_bound and form.errors:
        status = getattr(form, "refused", 422)
    return render(request, f"rollout/{template}", {"form": form, **context}, status=status)
