"""How fast a service is asked: not more often than it bears, and not at all while it wants to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Pace:
    """The rhythm of all threads that ask one service.

    :param rate: calls in a second.
    :param now: a clock that never goes back, in seconds.
    :param sleep: waits so many seconds, or until the end.
    """

    def __init__(
        self, rate: float, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] | None = None
    ) -> None:
        self._ended = threading.Event()
        self._gap, self._now, self._sleep = 1 / rate, now, sleep or self._ended.wait
        self._lock = threading.Lock()
        self._next = now()

    def wait(self) -> None:
        """Returns when the next call may be made."""
        while not self._ended.is_set():
            with self._lock:
                now = self._now()
                if self._next <= now:
                    self._next = now + self._gap
                    return
                rest = self._next - now
            self._sleep(rest)

    def end(self) -> None:
        """Lets everybody who waits go on at once, to find that all is over."""
        self._ended.set()

    def pause(self, seconds: float) -> None:
        """Lets nobody call for so long."""
        with self._lock:
            self._next = max(self._next, self._now() + seconds)
