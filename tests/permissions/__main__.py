"""Prints `docs/permissions.md` from the table: `python -m tests.permissions > docs/permissions.md`."""

from __future__ import annotations

from .roles import COLUMNS, OTHER_ADVISER, Roles
from .row import Row
from .table import SECTIONS

HEAD = """# Who may do what

Printed from the table that the tests walk (`tests/permissions/table.py`): every address is asked by every role, and a test fails where the
product answers otherwise. `python -m tests.permissions > docs/permissions.md` prints it anew.

- **yes**: everywhere in the municipality. **own**: in the unit that the role is held at, and all below it; for a coach the units coached, for an
  adviser the units that the agreement names. Empty: no. A role is held from a date to a date, and counts only between them.
- Who may not is told so (403). Where even knowing that something exists is too much, it is not found (404): another municipality, a closed
  board, a draft that one may not read, a unit that an adviser's agreement does not name. Whoever is not signed in is asked to sign in.
- When a unit has closed its board, only the unit, those who lead above it, its coach, its representatives, the coordinator and an adviser named for
  it see board, cards, meetings and photos. To everybody else they do not exist.
- An adviser's access ends on the day that the agreement ends. What is left is the adviser's own page.
- Nobody, an administrator included, can see when somebody else was signed in, how much one person has done, or who stands behind an idea without a name.
- Another municipality sees nothing of all this.
"""
FOOT = """
Pages of one's own account (password, passkeys, codes, sessions) are for oneself only, whatever one's role.
"""


def printed() -> str:
    """The whole page."""
    return HEAD + "".join(_section(title, rows) for title, rows in SECTIONS.items()) + FOOT


def _section(title: str, rows: list[Row]) -> str:
    if all(row.public for row in rows):
        return f"\n## {title}\n\n" + "".join(f"- {words}\n" for words in _actions(rows))
    heads = ["", *(heading for heading, _roles, _other in COLUMNS)]
    lines = [heads, ["---"] * len(heads)]
    lines += [
        [words, *(_cell(who, roles, other) for _heading, roles, other in COLUMNS)] for words, who in _actions(rows).items()
    ]
    return f"\n## {title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _actions(rows: list[Row]) -> dict[str, Roles]:
    """What is done, in words, and who may: some addresses are the same to people. Raises ValueError when they are not."""
    found: dict[str, Roles] = {}
    for row in rows:
        for words, who in ((row.to_see, row.see), (row.to_do, row.do)):
            if who and found.get(words, who) - OTHER_ADVISER != who - OTHER_ADVISER:
                raise ValueError(f"{row.route}: «{words}» is for others elsewhere in the table.")
            if who:
                found[words] = found.get(words, who) & who
    return found


def _cell(who: Roles, roles: list[str], other: str | None) -> str:
    if not set(roles) <= who:
        return ""
    return "own" if other and other not in who else "yes"


if __name__ == "__main__":
    print(printed(), end="")
