"""What open pages are told: that there is a newer site, or what keeps it from being built."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong, in the words of the command line."""

    place: str
    """File and line."""
    code: str
    message: str
    hint: str


class News:
    """The state of the site, which pages wait to change."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._number = 1
        self._text = "[]"
        self._closed = False

    @property
    def number(self) -> int:
        """Counts the sites that were built: a page of an earlier number is out of date."""
        return self._number

    def tell(self, faults: Sequence[Fault], *, newer: bool) -> None:
        """There is a ``newer`` site, and this is wrong now."""
        with self._change:
            self._number += newer
            self._text = json.dumps([[fault.place, fault.code, fault.message, fault.hint] for fault in faults])
            self._change.notify_all()

    def close(self) -> None:
        """Nobody has to wait any longer."""
        with self._change:
            self._closed = True
            self._change.notify_all()

    def message(self) -> str:
        """What is told, in one line of JSON: the number, and the faults."""
        return f'{{"number":{self._number},"faults":{self._text}}}'

    def after(self, message: str, patience: float) -> str | None:
        """The next message that is another one, or the same one after so many seconds; None: it is over."""
        with self._change:
            self._change.wait_for(lambda: self._closed or self.message() != message, patience)
            return None if self._closed else self.message()
