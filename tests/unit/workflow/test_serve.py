"""``habar serve`` as a person runs it: what is saved is in the browser soon, and what is wrong is told there."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from i18n.workflow import build, watching
from i18n.workflow.watching import Watch

FAIR = "2024-03-01-fair"
RUSSIAN_FAIR = f"locales/ru/LC_MESSAGES/{FAIR}.po"
PATIENCE = 20.0
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}


class Open:
    """A preview that runs in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port

    def page(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", path)
        return connection.getresponse().read().decode()

    def told(self) -> dict[str, object]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", "/.habar/events")
        stream = connection.getresponse()
        while not (line := stream.readline()).startswith(b"data: "):
            pass
        connection.close()
        return json.loads(line[6:])

    def until(self, ready) -> bool:
        end = time.monotonic() + PATIENCE
        while not (found := ready()) and time.monotonic() < end:
            time.sleep(0.05)
        return found


@contextmanager
def served(ministry):
    command = [sys.executable, "-u", "-m", "i18n", "serve", "--port", "0"]
    process = subprocess.Popen(
        command, cwd=ministry.root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT
    )
    try:
        line = next(line for line in process.stdout or () if "127.0.0.1:" in line)
        yield Open(process, int(line.partition("127.0.0.1:")[2].partition("/")[0]))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)
        if process.stdout:
            process.stdout.close()


def test_a_saved_translation_is_soon_in_the_page_and_a_fault_beside_it(ministry):
    with served(ministry) as preview:
        page = "/ru/2024/03/01/fair/"
        assert "На ней 40" in preview.page(page).replace("\u00a0", " ")
        ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
        assert preview.until(lambda: "Стендов на" in preview.page(page).replace("\u00a0", " "))
        ministry.edit(RUSSIAN_FAIR, 'msgid "It has', "msgid It has")
        assert preview.until(lambda: preview.told()["faults"])
        (fault,) = preview.told()["faults"]
        assert fault[0].startswith(f"{RUSSIAN_FAIR}:")
        ministry.edit(RUSSIAN_FAIR, "msgid It has", 'msgid "It has')
        assert preview.until(lambda: not preview.told()["faults"])
        ministry.edit(f"sources/{FAIR}.txt", "A fair opened", "A great fair opened")
        assert preview.until(lambda: "A great fair" in preview.page("/en/2024/03/01/fair/").replace("\u00a0", " "))
        before = preview.page(page)
        ministry.write("habar.toml", ministry.read("habar.toml") + b"gate = [\n")
        assert preview.until(lambda: preview.told()["faults"])
        assert preview.page("/ru/2024/03/03/talks/").startswith("<!DOCTYPE html>")
        assert before.startswith("<!DOCTYPE html>")
    assert preview.process.returncode in (0, 130)


def test_a_port_that_is_taken_is_a_problem(ministry):
    with served(ministry) as preview:
        ended = ministry.habar("serve", "--port", str(preview.port))
    assert (ended.returncode, "H538" in ended.stderr, "Traceback" in ended.stderr) == (2, True, False)


def test_several_saves_are_one_and_what_a_build_read_is_watched(ministry, monkeypatch):
    monkeypatch.setattr(watching, "_QUIET", 0.2)
    ministry.write("theme/foot.html", "")
    build.run(ministry.project)
    watch = Watch(ministry.project)
    watch.learn()
    assert not watch.wait(0.3)
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
    ministry.write(f"sources/{FAIR}.toml", "")
    assert watch.wait(5)
    assert not watch.wait(0.3)
    for name in ("theme/foot.html", "habar.toml", "rules/ru.toml"):
        ministry.write(name, "x")
        assert watch.wait(5), name


def test_what_is_saved_during_a_build_is_not_missed(ministry):
    watch = Watch(ministry.project)
    build.run(ministry.project)
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
    watch.learn()
    assert watch.wait(5)
