"""Walking every URL as every role: what the table says, against what the pages do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver

ROLES = [
    "leader", "deputy", "team", "employee", "coach", "coordinator", "director", "union_rep", "chief_union_rep", "safety_rep",
    "controller", "politician", "administrator", "adviser", "visitor", "other_leader", "other_employee", "stranger", None,
]  # fmt: skip
"""Everyone in the cast. `None` is signed out; `stranger` leads a unit in another municipality."""

ALLOWED, FORBIDDEN, HIDDEN, SIGN_IN = "yes", "403", "404", "sign in"


@dataclass(frozen=True)
class Row:
    """What a route answers to whom. `method` is how the walk asks; `hidden` get 404 instead of 403."""

    route: str
    allowed: frozenset[str]
    method: str = "GET"
    hidden: frozenset[str] = frozenset()
    public: bool = False
    data: dict[str, str] = field(default_factory=dict, hash=False)

    def expected(self, role: str | None) -> str:
        """What this role must get."""
        if self.public:
            return ALLOWED
        if role is None:
            return SIGN_IN
        if role == "stranger" or role in self.hidden:
            return HIDDEN
        return ALLOWED if role in self.allowed else FORBIDDEN


def routes(urlconf: str) -> Iterator[tuple[str, URLPattern]]:
    """Every named route of a URL list, as `namespace:name`."""
    yield from _walk(get_resolver(urlconf).url_patterns, "")


def _walk(patterns, space: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}", pattern


def outcome(status: int, location: str) -> str:
    """The kind of answer behind a status: forms that are incomplete (409, 422) and redirects were let in."""
    if status == 404:
        return HIDDEN
    if status == 403:
        return FORBIDDEN
    if status == 302 and location.startswith("/konto/logg-inn"):
        return SIGN_IN
    return ALLOWED
