"""One broken PO file stops its own language of its own bulletin, is named with file and line, and is left as it is."""

from __future__ import annotations

import pytest

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"
BROKEN = f"locales/ru/LC_MESSAGES/{CARPETS}.po"
LAST = 'msgid "An exhibition of carpets opened."\nmsgstr "Открылась выставка ковров."\n'


def unterminated(text: str) -> bytes:
    return text.replace('выставка ковров."', "выставка ковров.").encode()


def twice(text: str) -> bytes:
    return f"{text}\n{LAST}".encode()


def conflict(text: str) -> bytes:
    theirs = LAST.replace("Открылась", "Открыта")
    assert LAST in text
    return text.replace(LAST, f"<<<<<<< HEAD\n{LAST}=======\n{theirs}>>>>>>> theirs\n").encode()


def windows(text: str) -> bytes:
    return text.encode("cp1251", "replace")


def nothing(_text: str) -> bytes:
    return b""


MISTAKES = [
    (unterminated, "29: error H205: the closing quotation mark is missing"),
    (twice, "31: error H211: this message stands in the file twice: in line 28 and in line 31"),
    (conflict, "28: error H204: a merge conflict was not solved: its markers stand in lines 28, 31 and 34"),
    (windows, "1: error H202: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)"),
    (nothing, "1: error H201: there is nothing in the file"),
]


@pytest.fixture(params=MISTAKES, ids=lambda case: case[0].__name__)
def broken(request, ministry):
    """The project with one broken file: what is in the file, and what is said about it."""
    spoil, message = request.param
    data = spoil(ministry.read(BROKEN).decode())
    ministry.write(BROKEN, data)
    return data, f"{BROKEN}:{message}"


def errors(output: str) -> list[str]:
    return [line for line in output.splitlines() if ": error " in line]


def test_extract_goes_on_with_everything_else(ministry, broken):
    data, message = broken
    for name in (FAIR, CARPETS, TALKS):
        ministry.write(f"sources/{name}.txt", ministry.read(f"sources/{name}.txt") + b"\nMore is to come.\n")
    ended = ministry.habar("extract")
    assert (ended.returncode, errors(ended.stderr)) == (1, [message])
    assert ministry.read(BROKEN) == data
    brought_up = {
        (locale, name)
        for locale in ("en", "ru")
        for name in (FAIR, CARPETS, TALKS)
        if b'msgid "More is to come."' in ministry.read(f"locales/{locale}/LC_MESSAGES/{name}.po")
    }
    assert brought_up == {("en", FAIR), ("en", CARPETS), ("en", TALKS), ("ru", FAIR), ("ru", TALKS)}


def test_check_names_it_and_looks_at_the_others(ministry, broken):
    data, message = broken
    ministry.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", "На ней 40 стендов.", "На ней 45 стендов.")
    ended = ministry.habar("check")
    assert ended.returncode == 1
    changed = f"locales/ru/LC_MESSAGES/{FAIR}.po:34: error H232: the source has 40, the translation has 45"
    assert errors(ended.stdout) == [changed, message]
    assert ministry.read(BROKEN) == data


def test_compile_builds_everything_else(ministry, broken):
    data, message = broken
    ended = ministry.habar("compile")
    assert (ended.returncode, errors(ended.stderr)) == (1, [message])
    assert ministry.read(BROKEN) == data
    pages = {name for name in ministry.files("output") if name.endswith("/index.html") and "/2024/03/0" in name}
    assert pages == {
        "en/2024/03/01/fair/index.html",
        "en/2024/03/02/carpets/index.html",
        "en/2024/03/03/talks/index.html",
        "ru/2024/03/01/fair/index.html",
        "ru/2024/03/03/talks/index.html",
    }
    assert b"not yet available" in ministry.read("output/en/2024/03/02/carpets/index.html")
    assert b"not yet available" not in ministry.read("output/en/2024/03/01/fair/index.html")


def test_status_says_that_it_cannot_be_read(ministry, broken):
    _, message = broken
    ended = ministry.habar("status")
    assert (ended.returncode, errors(ended.stderr)) == (1, [message])
    assert "unreadable" in ended.stdout
