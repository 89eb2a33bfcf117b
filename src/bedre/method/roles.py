"""Tells the people's pages what the method calls the roles."""

from __future__ import annotations

from bedre.people.titles import Title, say

from .queries import current


def _titles() -> dict[str, Title]:
    return {key: Title(str(role.title), str(role.does)) for key, role in current().roles.items()}


say(_titles)
