"""PO files of many editors and tools (``tests/gold/po``): nothing in them is lost. GNU msgcat is the judge."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from i18n.catalogs import formatted, header_fields, parse, render, with_header_field
from i18n.merge import merge
from i18n.model import Catalog, Entry
from i18n.problems import HabarError
from i18n.workflow import catalogfiles, extract
from tests.conftest import TALKS, Workplace

GOLD = Path(__file__).parents[2] / "gold"
READ = sorted((GOLD / "po").glob("*.po"))
REFUSED = sorted((GOLD / "po-refused").glob("*.po"))
BOM = b"\xef\xbb\xbf"
TWICE = "obsolete-twice"
"""The one file that habar reads and msgcat does not, but for the byte order mark: it is judged piece by piece."""

needs_gettext = pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext (msgcat) is not installed")
each_read = pytest.mark.parametrize("path", READ, ids=lambda path: path.stem)
each_refused = pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)


def catalog_of(path: Path) -> Catalog:
    return parse(path.read_bytes(), path.name)


def msgcat(data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = ["msgcat", "--no-wrap", "--force-po", "-"]
    return subprocess.run(command, input=data.removeprefix(BOM), capture_output=True, check=False, timeout=20)


@cache
def judged(data: bytes, name: str) -> Counter[str]:
    """Every entry as msgcat sees it, in whatever order. A file that it refuses fails the test.

    It takes the carriage return at the end of a comment line for a letter, so it is given line feeds alone.
    """
    data = data.replace(b"\r\n", b"\n")
    first, *rest = data.split(b"\n\n")
    pieces = [first, *(first + b"\n\n" + piece for piece in rest)] if name == TWICE else [data]
    seen: Counter[str] = Counter()
    for piece in pieces:
        result = msgcat(piece)
        assert result.returncode == 0, result.stderr.decode()
        seen |= Counter(result.stdout.decode().strip("\n").split("\n\n"))
    return seen


def test_the_corpus_is_there_and_every_file_is_described() -> None:
    told = (GOLD / "po" / "README.md").read_text(encoding="utf-8")
    assert len(READ) > 25
    assert len(REFUSED) > 12
    assert [path.stem for path in READ + REFUSED if f"`{path.stem}`" not in told] == []


@each_read
def test_a_file_of_any_editor_comes_back_byte_for_byte(path: Path) -> None:
    assert render(catalog_of(path)) == path.read_bytes()


@needs_gettext
@each_read
def test_msgcat_accepts_the_file_and_sees_the_messages_that_habar_sees(path: Path) -> None:
    data, catalog = path.read_bytes(), catalog_of(path)
    assert path.stem == TWICE or msgcat(data).returncode == 0
    # To gettext 0.21 a line of sticky flags is a comment; to habar it is a line that is only kept.
    seen = judged(re.sub(rb"(?m)^#=.*\n", b"", data), path.stem)
    assert sum(seen.values()) == len(catalog.entries) + 1
    spelled_anew = replace(catalog, entries=tuple(entry._replace(raw=None) for entry in catalog.entries))
    assert judged(render(spelled_anew), path.stem) == seen


# One change -----------------------------------------------------------------------------------

NEW = "Новый «перевод», 新しい訳\nво второй строке"


def translated(entry: Entry) -> Entry:
    return entry._replace(msgstrs=(NEW, *entry.msgstrs[1:]))


def decided(entry: Entry) -> Entry:
    return entry._replace(flags=tuple(flag for flag in entry.flags if flag != "fuzzy"))


def noted(entry: Entry) -> Entry:
    return entry._replace(comments=(*entry.comments, "Спросить отдел протокола: C:\\бюллетени\\"))


def one_by_one(catalog: Catalog, change: Callable[[Entry], Entry]) -> Iterator[tuple[Entry, Catalog]]:
    """Each entry that the change does something to, and the catalog with that one entry changed."""
    for at, entry in enumerate(catalog.entries):
        changed = change(entry)
        if changed != entry:
            yield entry, replace(catalog, entries=(*catalog.entries[:at], changed, *catalog.entries[at + 1 :]))


def around(catalog: Catalog, entry: Entry) -> tuple[bytes, bytes]:
    """The bytes before the entry and those after it."""
    at = catalog.entries.index(entry)
    before = [other.raw or "" for other in catalog.entries[:at]]
    before.insert(catalog.style.header_at, catalog.header.raw or "")
    after = [other.raw or "" for other in catalog.entries[at + 1 :]]
    mark = BOM if catalog.style.bom else b""
    return mark + "".join(before).encode(), ("".join(after) + catalog.style.tail).encode()


@needs_gettext
@each_read
@pytest.mark.parametrize("change", [translated, decided, noted])
def test_a_change_of_one_entry_shows_in_this_entry_alone(path: Path, change: Callable[[Entry], Entry]) -> None:
    data, catalog = path.read_bytes(), catalog_of(path)
    for entry, after in one_by_one(catalog, change):
        written = render(after)
        before, behind = around(catalog, entry)
        assert written.startswith(before)
        assert written.endswith(behind)
        assert parse(written, path.name) == after
        lost, new = judged(data, path.stem) - judged(written, path.stem), judged(written, path.stem)
        assert (sum(lost.values()), sum((new - judged(data, path.stem)).values())) == (1, 1)


@each_read
def test_a_changed_translation_leaves_the_lines_above_it_as_they_are(path: Path) -> None:
    catalog = catalog_of(path)
    for entry, after in one_by_one(catalog, translated):
        own = render(after).removeprefix(around(catalog, entry)[0]).decode()
        lines = (entry.raw or "").splitlines(keepends=True)
        kept = next(at for at, line in enumerate(lines) if "msgstr" in line)
        assert own.splitlines(keepends=True)[:kept] == lines[:kept]


@needs_gettext
@each_read
def test_a_changed_field_of_the_header_leaves_all_entries_and_other_fields_alone(path: Path) -> None:
    catalog = catalog_of(path)
    after = with_header_field(catalog, "X-Source-Revision", "ba9876543210")
    written = render(after)
    assert written.endswith(("".join(entry.raw or "" for entry in catalog.entries) + catalog.style.tail).encode())
    assert header_fields(parse(written, path.name)) == header_fields(catalog) | {"X-Source-Revision": "ba9876543210"}
    assert sum((judged(path.read_bytes(), path.stem) - judged(written, path.stem)).values()) == 1


# Merging and formatting -----------------------------------------------------------------------


def as_extracted(entry: Entry) -> Entry:
    """The entry as the source alone has it."""
    return Entry(
        entry.msgid,
        ("",) * len(entry.msgstrs),
        entry.msgctxt,
        entry.msgid_plural,
        references=entry.references,
        extracted=entry.extracted,
    )


@each_read
def test_a_merge_with_its_own_texts_changes_no_entry(path: Path) -> None:
    catalog = catalog_of(path)
    merged = merge(catalog, [as_extracted(entry) for entry in catalog.entries if not entry.obsolete]).catalog
    if path.stem == TWICE:  # no message may stand twice, so the words of the second go along with the first
        words = {text for entry in catalog.entries for text in (*entry.msgstrs, *entry.comments)}
        told = "\n".join(text for entry in merged.entries for text in (*entry.msgstrs, *entry.comments))
        assert [text for text in words if text not in told] == []
        return
    assert merged.entries == tuple(sorted(catalog.entries, key=lambda entry: entry.obsolete))
    assert sorted(entry.raw or "" for entry in merged.entries) == sorted(entry.raw or "" for entry in catalog.entries)
    assert merged.header == catalog.header


@needs_gettext
@each_read
def test_a_formatted_file_says_the_same(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path))
    assert catalogfiles.format_([copy]).problems == []
    after = copy.read_bytes()
    assert judged(after, path.stem) == judged(path.read_bytes(), path.stem)
    kept = [line for line in path.read_bytes().splitlines() if line.startswith((b"#=", b"# Local", b"# mode"))]
    assert [line for line in kept if line not in after.splitlines()] == []
    assert render(formatted(parse(after, copy.name))) == after


# Refused --------------------------------------------------------------------------------------


@needs_gettext
@each_refused
def test_msgcat_refuses_the_file(path: Path) -> None:
    assert msgcat(path.read_bytes()).returncode != 0


@each_refused
def test_a_file_that_msgcat_refuses_is_refused_with_its_line_and_never_written(path: Path, ministry: Workplace) -> None:
    data = path.read_bytes()
    name = f"locales/ru/LC_MESSAGES/{TALKS}.po"
    ministry.write(name, data)
    with pytest.raises(HabarError) as refused:
        parse(data, name)
    problems = refused.value.problems
    assert {found.code[:2] for found in problems} == {"H2"}
    assert all(found.place.path == name and found.place.line for found in problems)
    ministry.edit(f"sources/{TALKS}.txt", "They will meet again.", "They will meet again in May.")
    assert {str(found) for found in problems} <= {str(found) for found in extract.run(ministry.project).problems}
    assert catalogfiles.format_([ministry.root / name]).problems != []
    assert ministry.read(name) == data
