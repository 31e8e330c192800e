"""Every file in ``tests/mistakes/xml`` gets exactly the messages in the file beside it; the large ones are made here."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from i18n import assemble, formats, segment
from i18n.model import Document
from i18n.problems import HabarError, problem

FOLDER = Path(__file__).parents[3] / "mistakes" / "xml"


def read(name: str, data: bytes) -> Document:
    return formats.read(formats.Source(name, f"{name}.xml", data, "en", "sentence"))


def said(name: str, data: bytes) -> str:
    """The problems of a file, with what to do; a title is asked of bulletins only."""
    try:
        remarks = read(name, data).remarks
    except HabarError as refused:
        return "".join(f"{found}\n    {found.hint}\n" for found in refused.problems)
    found = [problem(one.code, one.place, one.message) for one in remarks if one.code not in ("H102", "H103")]
    return "".join(f"{one}\n    {one.hint}\n" for one in found)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.xml")))
def test_a_mistaken_document_is_told_of_in_these_words(name: str) -> None:
    found = said(name, (FOLDER / f"{name}.xml").read_bytes())
    expected = FOLDER / f"{name}.messages"
    if os.environ.get("HABAR_BLESS") == "1":
        expected.write_text(found, encoding="utf-8")
    assert found != ""
    assert found == expected.read_text(encoding="utf-8")


LAUGHS = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
LARGE = {
    "billion laughs": (
        f'<!DOCTYPE x [<!ENTITY e0 "lol">{LAUGHS}]><x>&e9;</x>',
        "its entities grow to many times the size of the file",
    ),
    "quadratic blowup": (
        f'<!DOCTYPE x [<!ENTITY e "{"a" * 100_000}">]><x>{"&e;" * 10_000}</x>',
        "its entities grow to many times the size of the file",
    ),
    "in an attribute": (
        f'<!DOCTYPE x [<!ENTITY e "{"a" * 100_000}">]><x a="{"&e;" * 10_000}"/>',
        "its entities grow to many times the size of the file",
    ),
    "deep": ("<x>" * 100_000 + "w" + "</x>" * 100_000, "elements are nested more than 256 deep"),
    "long name": (f"<{'x' * 200_000}/>", "a name is too long"),
    "long text": (f"<x>{'word ' * 2_500_000}</x>", "a single text, tag or comment is too long"),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_would_grow_is_refused_soon(name: str) -> None:
    text, message = LARGE[name]
    start = time.monotonic()
    with pytest.raises(HabarError) as refused:
        read("x", text.encode())
    assert [found.message for found in refused.value.problems] == [f"this is not XML: {message}"]
    assert time.monotonic() - start < 5


FINE = {
    "255 deep": "<x>" * 255 + "word" + "</x>" * 255,
    "nested in nested": '<x xmlns:its="http://www.w3.org/2005/11/its">'
    + '<b its:withinText="nested">w' * 250
    + "</b>" * 250
    + "</x>",
    "a million references": f"<x>{'&lt;' * 1_000_000} w</x>",
    "a hundred thousand attributes": "<x " + " ".join([f"a{number}='1'" for number in range(100_000)]) + ">w</x>",
    "three million blanks": f"<x {' ' * 3_000_000}>w</x>",
    "many comments": f"<x>w{'<!---->' * 100_000}</x>",
    "many instructions": f"<x>w{'<?p?>' * 20_000}</x>",
    "many sections": f"<x>{'<![CDATA[w]]>' * 50_000}</x>",
    "a document type elsewhere": '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><x>Word &mdash; &unknown; here.</x>',
    "a parameter entity elsewhere": '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:1/x.dtd"> %e; ]><x>Word.</x>',
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_only_strange_comes_back_soon(name: str) -> None:
    start = time.monotonic()
    document = read("x", FINE[name].encode())
    written = formats.write(assemble.localize(document, segment.cut(document), {}, "ru"))
    assert written == FINE[name].encode()
    assert document.units
    assert time.monotonic() - start < 5


def test_every_file_of_messages_has_its_document() -> None:
    assert {path.stem for path in FOLDER.glob("*.messages")} == {path.stem for path in FOLDER.glob("*.xml")} != set()
