"""The address of a team's memory: with no password in it, and none in a message."""

from __future__ import annotations

import pytest

from i18n.memory.postgres import Address, address
from i18n.problems import HabarError
from tests.conftest import Workplace


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("postgresql://habar@db.example.org/memory", ("habar", "db.example.org", 5432, "memory", "")),
        ("postgres://a%20b@[::1]:5433/x?sslmode=disable", ("a b", "::1", 5433, "x", "disable")),
        ("postgresql://habar@/memory?host=/var/run/postgresql", ("habar", "/var/run/postgresql", 5432, "memory", "")),
    ],
)
def test_addresses(workplace: Workplace, url: str, found: tuple[str, str, int, str, str]) -> None:
    workplace.write("habar.toml", f'[memory]\nurl = "{url}"\n')
    assert workplace.project.memory.url == url
    assert address(url) == Address(url.partition("?")[0], *found)


def test_a_connection_is_encrypted_unless_it_stays_on_this_machine() -> None:
    def context(url: str) -> bool | None:
        found = address(url).context
        return found.check_hostname if found else None

    assert context("postgresql://a@db.example.org/x") is True
    assert context("postgresql://a@db.example.org/x?sslmode=require") is False
    assert context("postgresql://a@localhost/x?sslmode=verify-full") is True
    assert context("postgresql://a@localhost/x") is context("postgresql://a@/x?host=/run") is None
    assert address("postgresql://a@/x?host=/run").socket == "/run/.s.PGSQL.5432"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://habar:s3cret@db/x",
        "postgresql://habar:s3/cret@db/x",
        "mysql://habar:s3cret@db/x",
        "x://a:s3@cret@db",
    ],
)
def test_a_password_is_refused_and_not_shown(workplace: Workplace, url: str) -> None:
    workplace.write("habar.toml", f'[memory]\nurl = "{url}"\n')
    with pytest.raises(HabarError) as error:
        _ = workplace.project
    assert str(error.value) == (
        "habar.toml:2: error H506: memory.url must be an address without a password, "
        "which is taken from the environment: HABAR_MEMORY_PASSWORD"
    )


@pytest.mark.parametrize(
    "url", ["https://db/x", "postgresql://db/x", "postgresql://a@db", "postgresql://a@db/x?y=1", ""]
)
def test_other_addresses_are_refused(workplace: Workplace, url: str) -> None:
    workplace.write("habar.toml", f'[memory]\nurl = "{url}"\n')
    with pytest.raises(HabarError, match=r"habar\.toml:2: error H506: memory\.url must be the address of a database"):
        _ = workplace.project
