"""`bin/bench NAME…`: run the named measurements, or all."""

import signal
import sys

from . import board, first_view, imports, pages, writes

BENCHES = {
    "board": board.measure,
    "first-view": first_view.measure,
    "import": imports.measure,
    "pages": pages.measure,
    "writes": writes.measure,
}


def main(names: list[str]) -> int:
    """Print a line for each figure. Returns 2 for a name that is not known."""
    if unknown := [name for name in names if name not in BENCHES]:
        print(f"No bench is called {', '.join(unknown)}. There are: {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers are stopped
    for name in names or BENCHES:
        for case, metric, value, unit in BENCHES[name]():
            print(name, case, metric, f"{value:.1f}", unit, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
