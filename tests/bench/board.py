"""The page that the meeting looks at: a board with 200 cards."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import repeat

from .load import Ask, Figure, figures, rate, run
from .stage import UNIT, stage

CARDS, WARM_UP, ASKED = 200, 40, 300


def measure() -> Iterator[Figure]:
    """Both databases, one browser and eight."""
    for database in ("sqlite", "postgresql"):
        with stage(database, cards=CARDS) as on:
            ask = Ask(f"{UNIT}/tavle/", on.sessions["leader"])
            run(on.port, lambda _, ask=ask: repeat(ask, WARM_UP), clients=1)
            for clients in (1, 8):
                case = f"{database}-{CARDS}-warm-c{clients}"
                begun = time.perf_counter()
                times = run(on.port, lambda _, ask=ask, n=ASKED // clients: repeat(ask, n), clients=clients)
                yield from figures(case, times)
                yield rate(case, times, time.perf_counter() - begun)
