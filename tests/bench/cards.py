"""`python -m tests.bench.cards N`: put the cast and a board with N cards into the database; prints a session key for each person."""

import json
import sys

from tests.sessions import session  # sets Django up first

from bedre.board.models import Improvement  # isort: skip
from bedre.kernel.tenancy import active  # isort: skip
from tests.cast import make_cast  # isort: skip


def main(cards: int) -> None:
    """Hand in the cards as the employee, and print."""
    cast = make_cast()
    with active(cast.municipality):
        for number in range(cards):
            Improvement.hand_in(unit=cast.unit, by=cast.employee, title=f"Forslag {number} om hvordan dagen kan bli bedre")
    print(json.dumps({name: session(person.account) for name, person in cast.people.items()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
