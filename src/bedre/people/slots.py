"""What people put on earlier pages: whom to ask at a unit, the way to the people from the settings."""

from __future__ import annotations

from typing import Any

from bedre.web.slots import register

from .queries import to_ask


def _unit_below(request: Any, unit: Any, **_context: Any) -> tuple[str, dict[str, Any]]:
    return "people/to_ask.html", {"roles": to_ask(unit.id, request.who.tree)}


def _settings_head(request: Any, **_context: Any) -> tuple[str, dict[str, Any]] | None:
    return ("people/settings_head.html", {}) if request.who.may("people.administer") else None


register("unit.below", _unit_below)
register("settings.head", _settings_head)
