"""Who writes next: first come, first served."""

from __future__ import annotations

import threading
from collections import deque


class Turns:
    """A lock that is handed from one thread to the one that has waited longest."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Lock] = deque()
        self._taken = False

    def take(self, seconds: float) -> bool:
        """Wait for a turn; False when it has not come after so many seconds."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            place = threading.Lock()
            place.acquire()
            self._queue.append(place)
        return place.acquire(timeout=seconds) or not self._left(place)

    def leave(self) -> None:
        """Hand the turn on."""
        with self._guard:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._taken = False

    def _left(self, place: threading.Lock) -> bool:
        """Step out of the queue. False when the turn came in that very moment."""
        with self._guard:
            if place not in self._queue:
                return False
            self._queue.remove(place)
            return True
