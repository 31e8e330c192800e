"""Asking a service: from as many threads as it bears, again where it was busy, and no longer where it is of no use."""

from __future__ import annotations

import threading
from collections.abc import Callable

from i18n.machine.failures import BusyError, NoAnswerError, RefusedError
from i18n.machine.pace import Pace
from i18n.machine.service import Access, Ask
from i18n.machine.services import Door

ATTEMPTS, ATTEMPTS_IN_A_CROWD = 4, 7
"""How often a text is sent to a service that fails, and to one that is only asked too often: its minute passes."""
PATIENCE = 60.0
"""Seconds: a service that wants to be left alone for longer is not waited for."""
_FIRST_WAIT = 1.0
_MOST_FAILURES = 3
"""So many texts in a row that a service has no answer to, and it counts as down."""


class Asker:
    """One service, one pair of languages, many threads."""

    def __init__(self, door: Door, codes: tuple[str, str], pace: Pace) -> None:
        self._door, self._codes, self._pace = door, codes, pace
        self._own = threading.local()
        self._accesses: list[Access] = []
        self._lock = threading.Lock()
        self._failures = 0
        self.stopped: str | None = None
        """Why it is not asked any more in this run."""

    def ask(self, text: str) -> object:
        """What the service says to a text.

        :raises NoAnswerError: nothing that is a translation. :raises BusyError: it had no answer, however often it was
            asked. :raises RefusedError: it is not asked any more, see ``stopped``.
        """
        try:
            answer = self._patiently(text)
        except RefusedError as error:
            self.stopped = self.stopped or error.message
            raise
        except (BusyError, NoAnswerError) as error:
            with self._lock:
                self._failures += 1
                if self._failures >= _MOST_FAILURES:
                    self.stopped = self.stopped or error.message
            raise
        self._failures = 0
        return answer

    def stop(self, why: str) -> None:
        """Nothing is asked any more; calls that are under way end by their deadline."""
        self.stopped = self.stopped or why

    def end(self, why: str) -> None:
        """The run is over: nobody waits any more."""
        self.stop(why)
        self._pace.end()

    def close(self) -> None:
        for access in self._accesses:
            access.session.close()

    def _patiently(self, text: str) -> object:
        attempt = 1
        while True:
            self._pace.wait()
            if self.stopped:
                raise RefusedError(self.stopped)
            try:
                return self._translator()(text)
            except BusyError as busy:
                self._bear(busy, attempt)
            attempt += 1

    def _bear(self, busy: BusyError, attempt: int) -> None:
        """Lets all threads wait before the next attempt, where there is one."""
        wait = _FIRST_WAIT * 2 ** (attempt - 1) if busy.wait is None else busy.wait
        if wait > PATIENCE:
            raise RefusedError(f"{busy.message}; it wants to be left alone for {wait:.0f} seconds") from busy
        if attempt >= (self._door.settings.attempts or (ATTEMPTS_IN_A_CROWD if busy.crowded else ATTEMPTS)):
            raise busy
        self._pace.pause(wait)

    def _translator(self) -> Ask:
        """That of this thread: the library's translators keep the text of a call in themselves."""
        found: Callable[[str], object] | None = getattr(self._own, "ask", None)
        if found is None:
            access = self._door.access()
            self._accesses.append(access)
            found = self._own.ask = self._door.service.open(access, *self._codes)
        return found
