"""``habar extract`` is killed at random instants, and a translator saves all the time: no word is lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from i18n import catalogs
from tests.conftest import RUSSIAN, TALKS, Workplace, environment

CATALOG = f"locales/ru/LC_MESSAGES/{TALKS}.po"
SOURCE = f"sources/{TALKS}.txt"
MSGFMT = shutil.which("msgfmt")
"""Where GNU gettext is installed, it judges every file, too."""


def start(place: Workplace) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "i18n", "extract"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=place.root, env=environment({}), stdout=quiet, stderr=quiet)


def judged(data: bytes) -> str:
    """What msgfmt has to say about the bytes of a PO file."""
    command = [str(MSGFMT), "--check-format", "--check-domain", "-o", os.devnull, "-"]
    result = subprocess.run(command, input=data, capture_output=True, check=False, timeout=20)
    return result.stderr.decode() or ("" if result.returncode == 0 else f"status {result.returncode}")


def words(place: Workplace) -> set[str]:
    """Every translation in any catalog, read strictly: a damaged one would raise, and fail with msgfmt."""
    found = {path: data for path, data in place.files("locales").items() if path.endswith(".po")}
    for path, data in found.items():
        assert not MSGFMT or judged(data) == "", path
    return {
        text for path, data in found.items() for entry in catalogs.parse(data, path).entries for text in entry.msgstrs
    }


def test_a_kill_at_any_instant_leaves_whole_files_and_the_next_run_finishes(ministry: Workplace) -> None:
    chance = random.Random(7)
    began = time.monotonic()
    assert start(ministry).wait() == 0
    usual = time.monotonic() - began
    for number in range(12):
        text = ministry.read(SOURCE).decode()
        ministry.write(SOURCE, text + f"\nSentence {number} of the day.\n")
        running = start(ministry)
        time.sleep(chance.uniform(0, usual))
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert set(RUSSIAN.values()) <= words(ministry)
    assert ministry.habar("extract").returncode == 0
    assert [name for name in ministry.files() if name.endswith(".tmp")] == []
    after = ministry.files("locales")
    undisturbed = Workplace(Path(shutil.copytree(ministry.root, ministry.root.parent / "undisturbed")))
    assert undisturbed.habar("extract").returncode == 0
    assert undisturbed.files("locales") == after
    assert "Sentence 11 of the day." in after[f"ru/LC_MESSAGES/{TALKS}.po"].decode()


class Translator(threading.Thread):
    """Saves the catalog again and again with one translation counted up, as an editor does: a new file each time."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.count, self.stopped = path, 0, threading.Event()

    def run(self) -> None:
        beside = self.path.with_name("editor.po~")
        while not self.stopped.wait(0.003):
            text = self.path.read_text(encoding="utf-8")
            old = RUSSIAN["The ministers held talks."] if not self.count else f"Переговоры {self.count}."
            if text.count(f'msgstr "{old}"') != 1:
                return
            self.count += 1
            beside.write_text(text.replace(f'msgstr "{old}"', f'msgstr "Переговоры {self.count}."'), encoding="utf-8")
            os.replace(beside, self.path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files are exchanged in one step on Linux only")
def test_the_last_save_of_a_translator_is_there_after_every_run(ministry: Workplace) -> None:
    translator = Translator(ministry.root / CATALOG)
    translator.start()
    for number in range(6):
        ministry.write(SOURCE, ministry.read(SOURCE).decode() + f"\nSentence {number} of the day.\n")
        ministry.habar("extract")
    translator.stopped.set()
    translator.join()
    assert ministry.habar("extract").returncode == 0
    assert translator.count > 20
    assert f"Переговоры {translator.count}." in words(ministry)
