"""Files of other programs come back byte for byte, whatever their wrapping and order."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import write_po

from i18n.catalogs import header_fields, parse, render

needs_gettext = pytest.mark.skipif(
    not (shutil.which("msgcat") and shutil.which("msgmerge")), reason="GNU gettext (msgcat, msgmerge) is not installed"
)

LONG = "Министр иностранных дел принял посла и обсудил с ним ход подготовки к переговорам в Ашхабаде. " * 3
POEDIT = """# Перевод бюллетеня.
#
msgid ""
msgstr ""
"Project-Id-Version: bulletin\\n"
"POT-Creation-Date: 2024-01-23 10:00+0500\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Poedit 3.4\\n"
"X-Poedit-Bookmarks: 1,-1,-1\\n"
"X-Poedit-SearchPath-0: .\\n"
"Language: ru\\n"

# от переводчика
#. from the program
#: a.txt:1 b.txt:2
#, fuzzy, no-wrap
#| msgctxt "title"
#| msgid "The old "
#| "source"
msgctxt "title"
msgid ""
"The new "
"source"
msgstr "Новый исходный текст"

#~ msgid "Gone"
#~ msgstr "Нет"

#, fuzzy
#~| msgid "Older"
#~ msgid "Old"
#~ msgstr "Старый"
"""


def assert_kept(data: bytes) -> None:
    assert render(parse(data, "x.po")) == data


def gettext(program: str, *arguments: str, data: bytes) -> bytes:
    return subprocess.run([program, *arguments], input=data, capture_output=True, check=True, timeout=20).stdout


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_poedit(newline: str) -> None:
    data = POEDIT.replace("\n", newline).encode()
    assert_kept(data)
    assert header_fields(parse(data, "x.po"))["X-Poedit-Bookmarks"] == "1,-1,-1"


@needs_gettext
@pytest.mark.parametrize("options", [(), ("--no-wrap",), ("--width=76",), ("--indent",), ("--escape",), ("--strict",)])
def test_msgcat(options: tuple[str, ...]) -> None:
    data = POEDIT.replace("Новый исходный текст", LONG).encode()
    assert_kept(gettext("msgcat", *options, "-", data=data))


@needs_gettext
def test_msgmerge_with_previous(tmp_path: Path) -> None:
    (tmp_path / "new.pot").write_text(POEDIT.replace("The new ", "The very new ").split("#~")[0], encoding="utf-8")
    (tmp_path / "old.po").write_text(POEDIT.replace("#, fuzzy, no-wrap\n#| msgctxt", "#| msgctxt"), encoding="utf-8")
    merged = gettext("msgmerge", "-q", "--previous", str(tmp_path / "old.po"), str(tmp_path / "new.pot"), data=b"")
    assert b"#| msgid" in merged
    assert_kept(merged)


def test_babel() -> None:
    catalog = BabelCatalog(locale="ru", project="x", fuzzy=False)
    catalog.add("One " * 40, LONG, locations=[("a.txt", 1), ("b c.txt", 2)], auto_comments=["note"], context="title")
    catalog.add(("%d day", "%d days"), ("%d день", "%d дня", "%d дней"))
    file = io.BytesIO()
    write_po(file, catalog)
    assert_kept(file.getvalue())


def test_polib() -> None:
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    file.append(
        polib.POEntry(msgid="One " * 40, msgstr=LONG, occurrences=[("a.txt", "1")], tcomment="a\nb", flags=["fuzzy"])
    )
    file.append(polib.POEntry(msgid="Gone", msgstr="Нет", obsolete=True))
    assert_kept(str(file).encode())
