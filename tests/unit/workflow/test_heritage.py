"""A bulletin gets another id: what was translated under the old one is not lost."""

from __future__ import annotations

import os

from tests.conftest import FAIR, TALKS, Workplace

NEW = "2024-03-03-talks-in-tokyo"


def renamed(place: Workplace, old: str, new: str) -> None:
    os.rename(place.root / f"sources/{old}.txt", place.root / f"sources/{new}.txt")


def po(name: str) -> str:
    return f"locales/ru/LC_MESSAGES/{name}.po"


def test_a_renamed_bulletin_keeps_its_translations(ministry: Workplace) -> None:
    renamed(ministry, TALKS, NEW)
    before = ministry.read(po(TALKS))
    ended = ministry.habar("extract")
    assert ended.returncode == 0
    assert (
        f"{po(NEW)}: info H224: its translations were taken from {po(TALKS)}, whose bulletin is no more\n"
        "    fix    if it was renamed, remove the old catalog\n"
    ) in ended.stderr
    wanted = before.decode().replace(f"sources/{TALKS}", f"sources/{NEW}")
    wanted = wanted.replace(f"Project-Id-Version: {TALKS}\\n", f"Project-Id-Version: {NEW}\\n")
    assert ministry.read(po(NEW)).decode() == wanted
    assert ministry.read(po(TALKS)) == before
    again = ministry.habar("extract")
    assert "H224" not in again.stderr
    assert ministry.read(po(NEW)).decode() == wanted


def test_a_new_bulletin_takes_nothing_from_one_that_is_alive_or_of_another_text(ministry: Workplace) -> None:
    text = ministry.read(f"sources/{TALKS}.txt").decode()
    ministry.write(f"sources/{NEW}.txt", text)
    ended = ministry.habar("extract", NEW)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Переговоры в Токио" not in ministry.read(po(NEW)).decode()
    renamed(ministry, FAIR, "2024-03-01-other")
    ministry.write("sources/2024-03-01-other.txt", text.replace("Talks", "News").replace("ministers", "guests"))
    ended = ministry.habar("extract", "2024-03-01-other")
    assert "H224" not in ended.stderr


def test_a_damaged_catalog_that_may_be_the_one_is_told(ministry: Workplace) -> None:
    renamed(ministry, TALKS, NEW)
    ministry.write(po(TALKS), 'msgid "x\n')
    ended = ministry.habar("extract", NEW)
    assert ended.returncode == 1
    assert f"{po(TALKS)}:1: error H205: the closing quotation mark is missing" in ended.stderr
    assert "Переговоры" not in ministry.read(po(NEW)).decode()
    assert ministry.read(po(TALKS)).decode() == 'msgid "x\n'


def test_a_language_that_was_set_by_mistake_leaves_no_copies_as_translations(ministry: Workplace) -> None:
    empty = ministry.read(po(TALKS)).decode()
    for msgstr in ("Переговоры в Токио", "Министры провели переговоры.", "Они встретятся снова."):
        empty = empty.replace(f'msgstr "{msgstr}"', 'msgstr ""')
    ministry.write(po(TALKS), empty)
    english = ministry.read(po(TALKS).replace("/ru/", "/en/"))
    ministry.write(f"sources/{TALKS}.toml", 'locale = "ru"\n')
    assert ministry.habar("extract", TALKS).returncode == 0
    assert 'msgstr "They will meet again."' in ministry.read(po(TALKS)).decode()
    (ministry.root / f"sources/{TALKS}.toml").unlink()
    assert ministry.habar("extract", TALKS).returncode == 0
    assert ministry.read(po(TALKS)).decode() == empty
    assert ministry.read(po(TALKS).replace("/ru/", "/en/")) == english
