"""A machine asks LibreTranslate's own server. ``make libretranslate`` installs it (600 MB) for these tests."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from i18n import config, machine
from i18n.config import ServiceSettings
from i18n.interchange import Answers, Asked
from i18n.machine import Machine, Memo, Pace
from i18n.model import Code, Document, Entry, Meta, Place

ROOT = Path(__file__).parents[2]
PLACE = Path(os.environ.get("HABAR_LIBRETRANSLATE", ROOT / ".tools" / "libretranslate"))
PYTHON = PLACE / "bin" / "python"
if not PYTHON.exists():
    pytest.skip(f"LibreTranslate is not installed in {PLACE}: make libretranslate", allow_module_level=True)

DOCUMENT = Document("b", Place("sources/b.txt"), "text", "en", "sentence", "", Meta(), (), ())
LINK = (Code(1, "open", "a", ()), Code(1, "close", "a", ()))
READ = ("Read ", LINK[0], "the law", LINK[1], " & write to press@mfa.gov.tm.")
TEXTS = {
    "Read [X1X] the law [X2X] & write to [X3X].": "Прочтите [X1X] закон [X2X] и пишите: [X3X].",
    "One hall.": "Один зал.",
    "Two halls.": "Два зала.",
    "Three halls.": "Три зала.",
    "Five halls.": "<b>Пять</b> залов.",
}


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """The server at the address that is yielded."""
    (folder / "texts.json").write_text(json.dumps(TEXTS), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = str(Path(__file__).parent / "server.py")
    command = [str(PYTHON), "-W", "ignore", script, "texts.json", "--host", "127.0.0.1", "--port", str(port), *options]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}/"
        for _ in range(600):
            if _answers(f"{address}languages"):
                break
            assert server.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _answers(address: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=1):
            return True
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def ask(root: Path, address: str, *asked: Asked, key: str = "") -> Answers:
    settings = {"libretranslate": ServiceSettings(address=address, deadline=20, rate=1000, attempts=2, parallel=2)}
    project = config.Project(
        root, "habar.toml", ("en",), config.BulletinSettings("en", "sentence"), {}, {}, None, services=settings
    )
    door = machine.door(project, "libretranslate", {"LIBRE_API_KEY": key})
    made = Machine(
        door,
        Memo(root),
        None,
        machine.Terms(date(2026, 11, 28)),
        lambda names, _: names,
        Pace(1000, sleep=lambda _: None),
    )
    try:
        return made.answers(asked)
    finally:
        made.close()


def entry(text: str, locale: str = "ru") -> Asked:
    return Asked(Entry(text), (text,), DOCUMENT, locale)


def test_the_servers_own_answers(tmp_path: Path) -> None:
    with serving(tmp_path, "--char-limit", "300") as address:
        source = Asked(Entry("Read <a>the law</a> & write to press@mfa.gov.tm."), READ, DOCUMENT, "ru")
        answers = ask(tmp_path, address, source, entry("One hall."), entry("Four halls."), entry("Five halls."))
        assert [found.text for found in answers.suggestions.values()] == [
            "Прочтите <a>закон</a> и пишите: press@mfa.gov.tm.",
            "Один зал.",
        ]
        assert [(found.msgid, found.message.partition(": ")[2][:30]) for found in answers.problems] == [
            ("Four halls.", "the text came back untranslated"[:30]),
            ("Five halls.", "“<b>” will be printed as it st"),
        ]
        turkmen = ask(tmp_path, address, entry("One hall.", "tk"))
        assert [found.code for found in turkmen.problems] == ["H405"]  # Russian, where Turkmen is wanted
        german = ask(tmp_path, address, entry("One hall.", "de"))
        assert [found.code for found in german.problems] == ["H400"]
        long = ask(tmp_path, address, entry("hall " * 61))
        assert [found.message.partition(": ")[2] for found in long.problems] == [
            "it answered with status 400: Invalid request: request (305) exceeds text limit (300)"
        ]


def test_a_limit_of_the_server_and_a_key(tmp_path: Path) -> None:
    with serving(tmp_path, "--req-limit", "2", "--api-keys", "--api-keys-db-path", "keys.db") as address:
        assert [found.code for found in ask(tmp_path, address, entry("One hall."), key="wrong").problems] == ["H401"]
        answers = ask(tmp_path, address, entry("Two halls."), entry("Three halls."), entry("Five halls."))
        told = {found.message.partition(": ")[2] for found in answers.problems}
        assert told == {"it answered with status 429: Slowdown: 2 per 1 minute"}
