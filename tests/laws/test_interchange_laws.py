"""The laws of interchange: sent and received is nothing changed, what was written into the file comes in exactly, and
whatever else comes back, no word that a person wrote is lost and nothing becomes a finished translation by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import content
from i18n.exchange import table, xliff
from i18n.interchange import TransFile, receive, trans_file
from i18n.model import Catalog, Code, Content, Document, Entry, Meta, Place

law = settings(max_examples=20, deadline=None)

# Neither surrogates nor what XML has no characters for; white space at all ends, signs of markup, four scripts.
letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
words = st.text(letters | st.sampled_from(list("<>&\"' \n\t]")), min_size=1, max_size=8).filter(str.strip)
names = st.sampled_from(["a", "b", "em", "br", "x-y", "ссылка"])


@st.composite
def texts(draw: Any) -> Content:
    """A source text with up to three pairs of codes and lone ones, well nested."""
    parts: list[str | Code] = [draw(words)]
    for number in range(1, draw(st.integers(0, 3)) + 1):
        name = draw(names)
        if draw(st.booleans()):
            parts += [Code(number * 7, "alone", name, ()), draw(words)]
        else:
            opened, closed = (Code(number * 7, kind, name, ()) for kind in ("open", "close"))
            parts = [opened, *parts, closed, draw(words)] if draw(st.booleans()) else [*parts, opened, "x", closed]
    return content.merged(parts)


@st.composite
def translations(draw: Any, source: Content) -> str:
    """Words with all codes of the source in their order."""
    marks = [part for part in source if isinstance(part, Code)]
    parts: list[str | Code] = [draw(words)]
    for mark in marks:
        parts += [mark, draw(words)]
    spelling = {code: tag for tag, code in content.tags(source).items()}
    return "".join(part if isinstance(part, str) else spelling[part] for part in parts)


@st.composite
def damaged(draw: Any, source: Content) -> str:
    """Codes of the source in any order, some of them missing, with words between."""
    tags = list(content.tags(source))
    kept = draw(st.lists(st.sampled_from(tags), unique=True, max_size=4)) if tags else []
    return "".join(f"{tag}{draw(words)}" for tag in kept)


@st.composite
def worlds(draw: Any) -> tuple[Document, Catalog, dict[Any, Content]]:
    """A bulletin's catalog in any state, and what stands behind its keys."""
    entries, contents = [], {}
    for number, source in enumerate(draw(st.lists(texts(), min_size=1, max_size=4))):
        context = draw(st.sampled_from([None, None, "title", ""]))
        msgid = content.render(source)
        if (context, msgid) in contents:
            continue
        contents[context, msgid] = source
        text = draw(st.just("") | words | translations(source) | damaged(source))
        fuzzy = draw(st.booleans())
        entries.append(
            Entry(
                msgid,
                (text,),
                context,
                flags=("fuzzy",) if fuzzy else (),
                previous_msgid=draw(st.none() | words) if fuzzy else None,
                references=(f"sources/x.txt:p{number}.s1",),
                comments=tuple(draw(st.lists(words.map(lambda text: text.replace("\n", " ")), max_size=2))),
            )
        )
    document = Document("x", Place("sources/x.txt"), "record", "en", "sentence", "0" * 12, Meta(), (), ())
    return document, Catalog("x", "ru", Place(""), Entry(""), tuple(entries)), contents


def there_and_back(sent: TransFile, way: Any) -> TransFile:
    """Written in a format and read again."""
    if way in ("1.2", "2.0"):
        data, problems = xliff.write([sent], way)
        (returned,) = xliff.read(data, "x.xlf")
    else:
        data, problems = table.write([sent], word=way == "docx")
        (returned,) = table.read(data, "x")
    assert problems == []
    return returned


WAYS = pytest.mark.parametrize("way", ["1.2", "2.0", "csv", "docx"])


@WAYS
@law
@given(worlds())
def test_export_and_import_change_nothing(way: str, world: Any) -> None:
    document, catalog, contents = world
    sent = trans_file(document, catalog, contents)
    received = receive(catalog, there_and_back(sent, way), contents)
    assert received.catalog is catalog
    assert [found.code for found in received.problems] == []


@WAYS
@law
@given(worlds(), st.data())
def test_what_is_written_into_the_file_comes_in_exactly_in_any_order(way: str, world: Any, data: Any) -> None:
    document, catalog, contents = world
    sent = trans_file(document, catalog, contents)
    wanted, units = {}, []
    for entry, unit in zip(catalog.entries, sent.units, strict=True):
        text = data.draw(translations(contents[entry.key]))
        wanted[entry.key] = text
        units.append(replace(unit, target=content.parse(text, unit.source), state="translated"))
    shuffled = replace(sent, units=tuple(data.draw(st.permutations(units))))
    received = receive(catalog, there_and_back(shuffled, way), contents)
    doubtful = {found.msgid for found in received.problems if found.code == "H269"}
    # The source text itself is no translation: what was there stays.
    left = {found.msgid for found in received.problems if found.code == "H281"}
    got = {entry.key: entry.msgstr for entry in received.catalog.entries if entry.msgid not in left}
    wanted = {key: text for key, text in wanted.items() if key[1] not in left}
    assert got == wanted
    assert [entry.key for entry in received.catalog.entries] == [entry.key for entry in catalog.entries]
    # A translation with all its codes is finished; only text that looks like a code makes it doubtful.
    assert all(entry.translated or entry.msgid in doubtful | left for entry in received.catalog.entries)


@WAYS
@law
@given(worlds(), st.data())
def test_whatever_comes_back_no_word_of_a_person_is_lost(way: str, world: Any, data: Any) -> None:
    document, catalog, contents = world
    sent = there_and_back(trans_file(document, catalog, contents), way)
    units = list(data.draw(st.permutations(sent.units)))
    codes = [part for unit in units for part in (*unit.source, *unit.target) if isinstance(part, Code)]
    strays = st.lists(st.sampled_from(codes) | words if codes else words, max_size=5).map(content.merged)
    for index, unit in enumerate(units):
        units[index] = replace(
            unit,
            target=data.draw(st.just(unit.target) | strays),
            state=data.draw(st.sampled_from(["translated", "fuzzy"])),
            id=data.draw(st.sampled_from([unit.id, "none"])),
            source=data.draw(st.just(unit.source) | strays),
            target_digest=data.draw(st.sampled_from([unit.target_digest, None, "0" * 12])),
        )
    dropped = data.draw(st.lists(st.sampled_from(range(len(units))), max_size=2, unique=True))
    again = [unit for index, unit in enumerate(units) if index not in dropped] + data.draw(
        st.lists(st.sampled_from(units), max_size=2)
    )
    received = receive(catalog, replace(sent, units=tuple(again)), contents)
    living = [entry for entry in received.catalog.entries if not entry.obsolete]
    assert [entry.key for entry in living] == [entry.key for entry in catalog.entries]
    every = " ".join(
        " ".join(line.split()) for entry in received.catalog.entries for line in (*entry.msgstrs, *entry.comments)
    )
    for before, after in zip(catalog.entries, living, strict=True):
        assert " ".join(before.msgstr.split()) in every
        assert set(before.comments) <= set(after.comments)
        assert not before.msgstr.strip() or after.msgstr.strip()
    # Twice is once.
    twice = receive(received.catalog, replace(sent, units=tuple(again)), contents)
    assert {(entry.key, entry.msgstrs) for entry in twice.catalog.entries} == {
        (entry.key, entry.msgstrs) for entry in received.catalog.entries
    }
