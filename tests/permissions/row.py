"""One row of the table: an address, what is done there in plain words, and who may."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .roles import ADVISER, OUTSIDE, Roles

ALLOWED, FORBIDDEN, HIDDEN, SIGN_IN, REFUSED = "yes", "403", "404", "sign in", "method"
NOBODY: Roles = frozenset()


@dataclass(frozen=True)
class Row:
    """What an address answers. `see` may GET it, `do` may POST to it; an empty one is a method that it refuses altogether.

    `hidden` are told that it does not exist (404) where others are told that they may not (403). `about` names the thing of the
    stage that stands in the address, where the word before it does not.
    """

    route: str
    see: Roles = NOBODY
    do: Roles = NOBODY
    to_see: str = ""
    to_do: str = ""
    hidden: Roles = NOBODY
    about: str = ""
    public: bool = False
    at_board: bool = False

    def may(self, method: str) -> Roles:
        """Who may GET or POST."""
        return self.see if method == "GET" else self.do

    def answer(self, role: str | None, method: str) -> str:
        """What a role must get."""
        if not self.may(method):
            return REFUSED
        if self.public:
            return ALLOWED
        if role is None:
            return SIGN_IN
        if role in self.may(method):
            return ALLOWED
        return HIDDEN if role == "stranger" or role in self.hidden else FORBIDDEN


Rows = list[Row]


def page(names: str, words: str, see: Roles, act: tuple[str, Roles] | None = None, **more) -> Rows:
    """Pages to read; with `act`, some may also send something in there. `names`: one or more of a namespace, `board:board archive`."""
    to_do, do = act or ("", NOBODY)
    return _rows(names, see=see, to_see=words, do=do, to_do=to_do, **more)


def form(names: str, words: str, who: Roles, **more) -> Rows:
    """Pages with a form, and sending it: for the same people."""
    return _rows(names, see=who, do=who, to_see=words, to_do=words, **more)


def press(names: str, words: str, who: Roles, **more) -> Rows:
    """Buttons: sent only."""
    return _rows(names, do=who, to_do=words, **more)


def public(names: str, words: str, *, do: bool = False) -> Rows:
    """Open to everybody, signed in or not."""
    anyone: Roles = frozenset({"anyone"})
    return _rows(names, see=anyone, do=anyone if do else NOBODY, to_see=words, to_do=words, public=True)


def _rows(names: str, **fields) -> Rows:
    space, _colon, rest = names.partition(":")
    return [Row(f"{space}:{name}", **fields) for name in rest.split()]


def anywhere(*groups: Rows) -> Rows:
    """Pages of the municipality."""
    return [row for group in groups for row in group]


def at_unit(*groups: Rows) -> Rows:
    """Pages of a unit: it does not exist for those outside, but for advisers whose agreement names it."""
    return [replace(row, hidden=row.hidden | (OUTSIDE - ADVISER)) for row in anywhere(*groups)]


def at_board(*groups: Rows) -> Rows:
    """Pages of a unit's board: as those of the unit, and none of it exists outside the unit while the board is closed."""
    return [replace(row, at_board=True) for row in at_unit(*groups)]
