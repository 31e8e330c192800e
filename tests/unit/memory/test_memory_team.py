"""A memory that a team shares: who may take what away, who follows whom, and what happens when the server is down."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n import memory
from i18n.memory import Loaded, Memory, Origin, Pair, Unit, Variant, trigrams
from i18n.memory.postgres import PostgresDatabase, address
from i18n.memory.rows import rows_of
from i18n.memory.store import Store
from i18n.problems import HabarError
from tests.conftest import FAIR, Workplace
from tests.unit.memory.conftest import PASSWORD, Server

EN_RU = Pair("en", "ru")


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.database()


@pytest.fixture
def anna(tmp_path: Path, url: str) -> Iterator[Memory]:
    found = memory.of_team(tmp_path / "anna", url, PASSWORD)
    yield found
    found.close()


@pytest.fixture
def maral(tmp_path: Path, url: str) -> Iterator[Memory]:
    found = memory.of_team(tmp_path / "maral", url, PASSWORD)
    yield found
    found.close()


def origin(name: str, text: str, key: str = "1") -> Origin:
    return Origin(name, key, lambda: Loaded([Unit({"en": Variant("Yes"), "ru": Variant(text)}, "en")]))


def known(found: Memory) -> list[str]:
    return [match.text for match in found.exact("Yes", EN_RU)]


def test_what_one_gives_all_have_and_nobody_takes_away_what_is_not_his(anna: Memory, maral: Memory) -> None:
    anna.refresh([origin("a", "Да")])
    assert known(maral) == ["Да"]
    done = maral.refresh([origin("b", "Так")])
    assert (done.read, done.removed, known(anna)) == (1, 0, ["Да", "Так"])
    done = anna.refresh([])
    assert (done.removed, known(anna), known(maral)) == (1, ["Так"], ["Так"])


def test_an_older_copy_does_not_undo_what_is_newer(anna: Memory, maral: Memory) -> None:
    anna.refresh([origin("a", "Да", "1")])
    maral.refresh([origin("a", "Да", "1")])
    maral.refresh([origin("a", "Так", "2")])
    assert anna.refresh([origin("a", "Да", "1")]).read == 0
    assert known(anna) == ["Так"]
    anna.refresh([origin("a", "Ага", "3")])
    assert known(maral) == ["Ага"]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": 1}', "[" * 100_000])
def test_a_lost_ledger_only_costs_time(tmp_path: Path, url: str, damage: str) -> None:
    first = memory.of_team(tmp_path, url, PASSWORD)
    first.refresh([origin("a", "Да")])
    (ledger,) = tmp_path.glob(".habar/memory/given-*")
    ledger.write_text(damage)
    assert first.refresh([]).removed == 0
    assert first.refresh([origin("a", "Да")]).read == 0
    assert first.refresh([]).removed == 1
    first.close()


def test_who_reads_up_to_a_number_has_missed_none(url: str) -> None:
    """Two write at once: the one that begins later must not be seen first."""
    one, other = (Store(PostgresDatabase(address(url), PASSWORD)) for _ in range(2))
    first, second = (rows_of(Unit({"en": Variant(text), "ru": Variant("x")}, "en")) for text in ("one", "other"))
    assert first
    assert second
    begun, done = threading.Event(), threading.Event()

    def write() -> None:
        begun.set()
        with other.database.transaction():
            other.put("b", "1", [second])
        done.set()

    thread = threading.Thread(target=write)
    reader = Store(PostgresDatabase(address(url), PASSWORD))
    with one.database.transaction():
        one.put("a", "1", [first])
        thread.start()
        begun.wait(10)
        assert not done.wait(0.5)
        assert reader.since(EN_RU, 0) == {}
    thread.join(10)
    assert set(reader.since(EN_RU, 0).values()) == {"one", "other"}
    numbers = dict(reader.database.run("SELECT o.name, u.id FROM unit u JOIN origin o ON o.id = u.origin"))
    assert numbers["a"] < numbers["b"] < reader.next_number()
    for store in (one, other, reader):
        store.database.close()


def test_the_index_lies_here_and_follows_the_server(
    anna: Memory, maral: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tantivy")
    monkeypatch.setattr(trigrams, "LARGE", 300)
    many = [
        Unit({"en": Variant(f"Sentence number {at} of the text."), "ru": Variant(str(at))}, "en") for at in range(400)
    ]
    anna.refresh([Origin("a", "1", lambda: Loaded(many))])
    asked = "Sentence number 77 of the texts."
    assert [match.text for match in maral.near(asked, EN_RU, limit=1)] == ["77"]
    anna.refresh([origin("b", "Да")], whole=False)
    assert [match.text for match in maral.near("Yes", EN_RU)] == ["Да"]
    assert [path.name.split("-")[0] for path in (tmp_path / "maral/.habar/memory").iterdir() if path.is_dir()] == [
        "team"
    ]


TEAM = '[memory]\nurl = "{url}"\nname = "fairs"\n'


def test_a_project_uses_the_memory_of_its_team(ministry: Workplace, url: str, postgres: Server) -> None:
    settings = ministry.read("habar.toml").decode()
    ministry.write("habar.toml", settings + TEAM.format(url=url))
    password = {"HABAR_MEMORY_PASSWORD": PASSWORD}
    ended = ministry.habar("memory", "search", "It has 40 stands.", "--to", "ru", env=password)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"100 %  fairs/{FAIR}, 2024-03-01, translated\n")
    assert not list(ministry.root.glob(".habar/memory/*.sqlite"))


@pytest.mark.parametrize(
    ("address", "password", "reason"),
    [
        ("postgresql://habar@127.0.0.1:1/x", PASSWORD, "Can't create a connection to host 127.0.0.1 and port 1"),
        ("{server}/nowhere", PASSWORD, 'database "nowhere" does not exist'),
        ("{server}/postgres", "wrong", 'password authentication failed for user "habar"'),
        ("{server}/postgres", None, 'password authentication failed for user "habar"'),
    ],
)
def test_a_server_that_cannot_be_used_is_one_problem_and_the_work_goes_on(
    ministry: Workplace, postgres: Server, address: str, password: str | None, reason: str
) -> None:
    url = address.format(server=postgres.url("").rstrip("/"))
    settings = ministry.read("habar.toml").decode()
    ministry.write("habar.toml", settings + TEAM.format(url=url))
    ended = ministry.habar(
        "memory", "search", "It has 40 stands.", "--to", "ru", env={"HABAR_MEMORY_PASSWORD": password}
    )
    assert ended.returncode == 0
    assert ended.stdout.startswith(f"100 %  {FAIR}, 2024-03-01, translated\n")
    assert ended.stderr.startswith(f"{url}: warning H444: the team's translation memory cannot be used: {reason}")
    assert ended.stderr.count("warning") == 1
    assert "Traceback" not in ended.stderr
    assert password is None or password not in ended.stderr


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"", b"\xff" * 64, b"R\0\0\0\x08\0\0\0\0Z", None]
)
def test_what_is_no_server_is_one_problem(
    tmp_path: Path, answer: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("i18n.memory.postgres._PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak() -> None:
            connection, _ = listening.accept()
            connection.recv(1000)
            if answer is None:
                tried.wait(10)
            connection.sendall(answer or b"")
            connection.close()

        tried = threading.Event()
        thread = threading.Thread(target=speak)
        thread.start()
        with pytest.raises(HabarError) as error:
            memory.of_team(tmp_path, f"postgresql://a@127.0.0.1:{listening.getsockname()[1]}/x", "secret")
        assert [one.code for one in error.value.problems] == ["H444"]
        assert "secret" not in str(error.value)
        tried.set()
        thread.join(10)


def test_a_server_that_stops_in_the_middle_is_one_problem(tmp_path: Path, postgres: Server) -> None:
    found = memory.of_team(tmp_path, postgres.database(), PASSWORD)
    found.refresh([origin("a", "Да")])
    postgres.stop()
    try:
        for _ in range(2):
            with pytest.raises(HabarError) as error:
                found.exact("Yes", EN_RU)
            assert [one.code for one in error.value.problems] == ["H444"]
    finally:
        postgres.start()
