"""Every broken catalog in ``tests/mistakes/catalogs`` is refused with exactly the messages in the text beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.catalogs import parse
from i18n.problems import HabarError

FOLDER = Path(__file__).parents[2] / "mistakes" / "catalogs"
HEADER = 'msgid ""\nmsgstr ""\n\n'
RUSSIAN = f'{HEADER}msgid "One."\nmsgstr "Министр принял посла в Ашхабаде."\n'
JAPANESE = f'{HEADER}msgid "One."\nmsgstr "大臣は大使と会談した。トルクメニスタン"\n'

BYTES = {
    "empty": (b"", "x.po:1: error H201: there is nothing in the file"),
    "bom alone": (
        b"\xef\xbb\xbf\n",
        "x.po:1: error H201: there is nothing in the file",
    ),
    "utf-16": (RUSSIAN.encode("utf-16"), "x.po:1: error H202: the file looks like UTF-16, not UTF-8"),
    "utf-16 bare": (RUSSIAN.encode("utf-16-be"), "x.po:1: error H202: the file looks like UTF-16, not UTF-8"),
    "cp1251": (
        RUSSIAN.encode("cp1251"),
        "x.po:5: error H202: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)",
    ),
    "koi8-r": (
        RUSSIAN.encode("koi8-r"),
        "x.po:5: error H202: this line is not UTF-8: the file looks like KOI8-R (Unix Cyrillic)",
    ),
    "capitals": (
        HEADER.encode() + 'msgid "One."\nmsgstr "МИНИСТР ПРИНЯЛ ПОСЛА В АШХАБАДЕ."\n'.encode("cp1251"),
        "x.po:5: error H202: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)",
    ),
    "compiled": (b"\xde\x12\x04\x95\0\0\0\0", "x.po: error H202: the file is a compiled catalog (MO)"),
    "shift_jis": (
        JAPANESE.encode("cp932"),
        "x.po:5: error H202: this line is not UTF-8: the file looks like Shift_JIS",
    ),
    "bad byte": (RUSSIAN.encode() + b"# \xff\n", "x.po:6: error H202: this line is not UTF-8"),
    "nul": (RUSSIAN.encode() + b"# \0\n", "x.po:6: error H203: there is a NUL byte in the file"),
    "cr": (
        b'msgid "a"\rmsgstr "b"\r',
        "x.po:1: error H213: the lines end with a lone carriage return, as on an old Macintosh",
    ),
}


def messages(data: bytes, path: str) -> str:
    with pytest.raises(HabarError) as refused:
        parse(data, path)
    return "\n".join(f"{found}\n    {found.hint}" for found in refused.value.problems) + "\n"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.po")))
def test_a_broken_catalog_is_refused_in_these_words(name: str) -> None:
    found = messages((FOLDER / f"{name}.po").read_bytes(), f"{name}.po")
    assert found == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_every_text_has_its_catalog() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in FOLDER.glob("*.po")} != set()


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_refused_in_these_words(name: str) -> None:
    data, message = BYTES[name]
    with pytest.raises(HabarError) as refused:
        parse(data, "x.po")
    assert [str(found) for found in refused.value.problems] == [message]
