"""The same work for many files, on all cores of the machine.

Each further core has a process of its own that writes what it made into a pipe and ends. Nothing waits for this
process: when it is killed, the next write ends the others.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, TypeVar

from i18n.problems import HabarError, Problem

Item = TypeVar("Item")
Made = TypeVar("Made")

_EACH = 50
_AT_ONCE = 64 * 1024
"""Bytes that go into the pipe together."""
_SOON = 0.02
"""Seconds that something which was made waits for more to go with it."""
_PIPE = 1024 * 1024
"""Bytes that wait in a pipe, where the system lets it, so that nobody waits for the reader."""


def spread(
    work: Callable[[Item], Made], items: Sequence[Item], cores: int | None = None, each: int = _EACH
) -> Iterator[tuple[Made | None, Sequence[Problem]]]:
    """What ``work`` makes of each item, in their order: the value, or the problems that stopped it.

    :param work: must not depend on what it did before. What it returns can be pickled.
    :param cores: None: all that this process may use.
    :param each: a process of its own pays off for so many items.
    """
    count = min(cores or _cores(), len(items) // each)
    if count < 2 or not hasattr(os, "fork"):
        yield from (_attempt(work, item) for item in items)
        return
    yield _attempt(work, items[0])  # loads what the others need, before there are others
    yield from _together(work, items[1:], count)


def _together(
    work: Callable[[Item], Made], items: Sequence[Item], count: int
) -> Iterator[tuple[Made | None, Sequence[Problem]]]:
    import pickle

    helpers = [_started(work, items[place::count]) for place in range(1, count)]
    try:
        for index, item in enumerate(items):
            place = index % count
            yield pickle.load(helpers[place - 1][1]) if place else _attempt(work, item)  # noqa: S301 - our own words
    except EOFError:
        raise RuntimeError("a process for some of the files ended too early") from None
    finally:
        for process, pipe in helpers:
            pipe.close()
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)


def _started(work: Callable[[Item], Made], items: Sequence[Item]) -> tuple[int, IO[bytes]]:
    """A process for some of the items, and the pipe that it writes to."""
    reading, writing = os.pipe()
    _widen(writing)
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    try:
        os.close(reading)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        with os.fdopen(writing, "wb", _AT_ONCE) as pipe, suppress(BrokenPipeError):
            _write(work, items, pipe)
    finally:
        os._exit(0)  # without what this process had still to write when it was copied


def _widen(pipe: int) -> None:
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _write(work: Callable[[Item], Made], items: Sequence[Item], pipe: IO[bytes]) -> None:
    import pickle
    import traceback

    try:
        due = time.monotonic() + _SOON
        for item in items:
            pickle.dump(_attempt(work, item), pipe)
            if time.monotonic() > due:
                pipe.flush()
                due = time.monotonic() + _SOON
    except BrokenPipeError:
        raise
    except BaseException:  # a mistake in the program: the end of the pipe tells the other process
        traceback.print_exc()
        sys.stderr.flush()


def _attempt(work: Callable[[Item], Made], item: Item) -> tuple[Made | None, Sequence[Problem]]:
    try:
        return work(item), ()
    except HabarError as error:
        return None, error.problems


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
