"""The same work on several cores: same results in the same order, and nothing left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from i18n.model import Place
from i18n.problems import HabarError, problem
from i18n.workflow.spread import spread
from tests.conftest import Workplace, environment

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")


def half(number: int) -> int:
    if number % 2:
        raise HabarError(problem("H101", Place("x", number), f"{number} is odd"))
    return number // 2


def wrong(number: int) -> int:
    return 1 // (number - 150)


def test_few_and_many_give_the_same_in_the_same_order() -> None:
    for count in (0, 1, 7, 200):
        alone = list(spread(half, range(count), cores=1))
        assert list(spread(half, range(count), cores=3)) == alone
        assert [made for made, _ in alone[::2]] == list(range((count + 1) // 2))
        assert [str(found) for _, problems in alone[1:2] for found in problems] == ["x:1: error H101: 1 is odd"][
            : count // 2
        ]


@forks
def test_a_mistake_of_the_program_is_not_passed_over(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises((RuntimeError, ZeroDivisionError)):
        list(spread(wrong, range(200), cores=2))
    with pytest.raises((RuntimeError, ZeroDivisionError)):
        list(spread(wrong, range(1, 201), cores=2))
    assert "ZeroDivisionError" in capfd.readouterr().err


@forks
def test_who_stops_listening_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: made.append(fork()) or made[-1])
    every = spread(half, range(400), cores=4)
    assert next(every)[0] == 0
    assert next(every)[1]
    every.close()  # type: ignore[attr-defined]
    assert len(made) == 3
    for process in made:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


@forks
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_all_processes(tmp_path: Path, number: signal.Signals) -> None:
    place = Workplace(tmp_path)
    for index in range(300):
        place.write(f"in/{index}.txt", f"Title {index}\n\n" + "A sentence of the day. " * 2000)
    command = [sys.executable, "-m", "i18n", "file", "extract", *sorted(place.files("in")), "-o", "../out/"]
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(
        command, cwd=tmp_path / "in", env=environment({}), stdout=quiet, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(1)
    running.send_signal(number)
    _, error = running.communicate(timeout=20)  # the pipe ends when the last process has ended
    assert error.strip() == b""
