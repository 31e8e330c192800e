"""``habar translate --service`` and ``habar services`` as a person runs them, against a server on this machine."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from i18n.workflow import extract
from tests import services
from tests.conftest import Workplace, bulletin, environment
from tests.services import Services

NEW = "2024-03-09-again"
PO = f"locales/ru/LC_MESSAGES/{NEW}.po"
RUSSIAN = {
    "Talks in Rome": "Переговоры в Риме",
    "The ministers met in Rome.": "Министры встретились в Риме.",
    "They signed 7 papers.": "Они подписали 8 бумаг.",
    "More: [X1X].": "Подробнее: [X1X].",
}
NO_PROXY = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"))


@pytest.fixture
def server() -> Iterator[Services]:
    with services.running() as found:
        found.translate = RUSSIAN.__getitem__
        yield found


@pytest.fixture
def place(ministry: Workplace, server: Services) -> Workplace:
    text = ("The ministers met in Rome. They signed 7 papers.", "The ministers held talks. More: www.mfa.gov.tm.")
    ministry.write(f"sources/{NEW}.txt", bulletin(9, "Talks in Rome", *text))
    settings = ministry.read("habar.toml").decode()
    own = f'[services.libretranslate]\naddress = "{server.address}"\nrate = 100\ndeadline = 2\n'
    ministry.write("habar.toml", settings + own)
    assert extract.run(ministry.project, [NEW]).problems == []
    return ministry


def translate(place: Workplace, *more: str) -> subprocess.CompletedProcess[str]:
    return place.habar("translate", NEW, "--to", "ru", "--service", "libretranslate", *more, env=NO_PROXY)


def test_a_machine_fills_what_the_memory_does_not_know(place: Workplace, server: Services) -> None:
    ended = translate(place)
    assert ended.returncode == 0
    assert ended.stdout == (
        f"  {NEW}  ru  1 suggestion (translation memory), 3 suggestions (LibreTranslate),"
        " 1 text still without a translation\n"
        "LibreTranslate: 4 texts sent, 72 characters; 0 answers known from before\n"
    )
    assert ended.stderr.startswith(f"{PO}:")
    message = "warning H405: the answer of LibreTranslate was refused: the source has 7, the translation has 8 (H232)"
    assert ended.stderr.splitlines()[0].endswith(message)
    po = re.sub(r"\d{4}-\d\d-\d\d \[\w{12}\]", "DAY [DIGEST]", place.read(PO).decode())
    assert (
        "# Machine translation by LibreTranslate on DAY [DIGEST]\n"
        f"#: sources/{NEW}.txt:p1.s1\n#, fuzzy\n"
        'msgid "The ministers met in Rome."\nmsgstr "Министры встретились в Риме."\n'
    ) in re.sub(r"(?m)^#[.].*\n", "", po)
    assert 'msgid "They signed 7 papers."\nmsgstr ""\n' in po
    assert 'msgid "More: www.mfa.gov.tm."\nmsgstr "Подробнее: www.mfa.gov.tm."\n' in po
    assert translate(place).stdout.splitlines()[1] == (
        "LibreTranslate: 0 texts sent, 0 characters; 1 answer known from before"
    )
    assert len(server.asked) == 4


def test_a_dry_run_sends_and_writes_nothing(place: Workplace, server: Services) -> None:
    before = place.files()
    ended = translate(place, "--dry-run")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[1] == (
        "LibreTranslate: 4 texts would be sent, 72 characters; 0 answers known from before"
    )
    assert (place.files(), server.asked) == (before, [])


def test_a_budget_stops_it(place: Workplace, server: Services) -> None:
    ended = translate(place, "--budget", "40")
    assert ended.returncode == 0
    assert ended.stderr.splitlines()[0] == (f"sources/{NEW}.txt: warning H403: the budget of 40 characters is used up")
    assert len(server.asked) == 2
    assert place.habar("translate", NEW, "--to", "ru", "--budget", "40").returncode == 2


def test_a_service_that_is_down_leaves_all_as_it_was(place: Workplace, server: Services) -> None:
    server.faults = [services.status(403, "Invalid API key")] * 9
    ended = translate(place)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[0] == (
        f"sources/{NEW}.txt: error H401: LibreTranslate is not asked any more: "
        "it answered with status 403: Invalid API key"
    )
    assert "1 suggestion (translation memory), 4 texts still without" in ended.stdout


def test_what_is_missing_is_told_before_anything_is_done(place: Workplace) -> None:
    ended = place.habar("translate", NEW, "--to", "ru", "--service", "deepl", env={"DEEPL_API_KEY": None})
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[0] == (
        "habar.toml: error H400: DeepL: there is no key: set the environment variable DEEPL_API_KEY"
    )


def test_a_run_that_was_killed_goes_on_where_it_was(place: Workplace, server: Services) -> None:
    server.seconds = 0.2
    command = [sys.executable, "-m", "i18n", "translate", NEW, "--to", "ru", "--service", "libretranslate"]
    place.edit("habar.toml", "rate = 100", "rate = 0.2\nparallel = 1")
    run = subprocess.Popen(command, cwd=place.root, env=environment(NO_PROXY), stdout=subprocess.DEVNULL)
    for _ in range(200):
        answers = place.root / ".habar/answers.sqlite"
        if server.asked and answers.exists() and b"\xd0\x9f\xd0\xb5\xd1\x80\xd0\xb5" in answers.read_bytes():
            break
        time.sleep(0.05)
    run.send_signal(signal.SIGKILL)
    run.wait()
    place.edit("habar.toml", "rate = 0.2", "rate = 100")
    assert translate(place).returncode == 0
    assert sorted(server.asked) == sorted(RUSSIAN)


def test_services_says_what_can_be_used_and_why_not(place: Workplace, server: Services) -> None:
    server.languages = ("en", "tk")
    keys = dict.fromkeys(("MICROSOFT_API_KEY", "YANDEX_API_KEY", "DEEPL_API_KEY", "LIBRE_API_KEY"))
    ended = place.habar("services", env=NO_PROXY | keys)
    assert (ended.returncode, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert lines[:3] == ["google  https://translate.google.com/", "    en → ru", "    ru → en"]
    at = lines.index(f"libretranslate  {server.address}")
    assert lines[at + 1 : at + 3] == ["    en → not ru", "    ru → not en"]
    assert "    cannot be used: there is no key: set the environment variable DEEPL_API_KEY" in lines
    found = {one["name"]: one for one in json.loads(place.habar("services", "--format", "json", env=NO_PROXY).stdout)}
    assert found["libretranslate"]["pairs"] == [
        {"source": "en", "target": "ru", "works": False, "reason": "LibreTranslate does not translate from “en” into “ru”"},
        {"source": "ru", "target": "en", "works": False, "reason": "LibreTranslate does not translate from “ru” into “en”"},
    ]  # fmt: skip
    assert found["mymemory"]["pairs"][0]["works"] is True
