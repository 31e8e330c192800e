"""Translations go along when a text is cut in another way: sentences, paragraphs, other rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n import extract, segment
from i18n.merge import merge
from i18n.model import Catalog, Document, Entry, Meta, Place, Unit
from i18n.realign import realigned

FIRST, SECOND, THIRD = "The ministers met.", "They noted progress on all matters.", "A programme was signed."
TEXT = f"{FIRST} {SECOND} {THIRD}"
RUSSIAN = {
    FIRST: "Министры встретились.",
    SECOND: "Они отметили прогресс по всем вопросам.",
    THIRD: "Подписана программа.",
}
JAPANESE = {
    FIRST: "両大臣が会談しました。",
    SECOND: "双方は全ての課題の進展に言及しました。",
    THIRD: "計画に署名しました。",
}


def document(mode: str, text: str = TEXT) -> Document:
    units = (
        Unit("title", Place("sources/x.txt", 1), "title", ("Title",)),
        Unit("p1", Place("sources/x.txt", 3), "paragraph", (text,)),
    )
    return Document("x", Place("sources/x.txt"), "record", "en", mode, "0", Meta(), (), units)  # type: ignore[arg-type]


def catalog(texts: dict[str, str], locale: str = "ru", **more: object) -> Catalog:
    entries = tuple(Entry(msgid, (msgstr,), **more) for msgid, msgstr in texts.items())  # type: ignore[arg-type]
    return Catalog("x", locale, Place("x.po"), Entry(""), entries)


def extracted(old: Catalog, mode: str, text: str = TEXT) -> Catalog:
    source = document(mode, text)
    cut = segment.cut(source)
    return merge(realigned(old, cut, "en"), extract.entries(source, cut)).catalog


def alive(found: Catalog) -> dict[str, tuple[str, bool]]:
    return {e.msgid: (e.msgstr, e.fuzzy) for e in found.entries if not e.obsolete and e.msgctxt is None}


@pytest.mark.parametrize(("locale", "texts", "gap"), [("ru", RUSSIAN, " "), ("ja", JAPANESE, "")])
def test_sentences_become_a_paragraph_and_sentences_again(locale, texts, gap):
    sentences = extracted(catalog(texts, locale), "sentence")
    assert alive(sentences) == {msgid: (msgstr, False) for msgid, msgstr in texts.items()}
    paragraph = extracted(sentences, "paragraph")
    assert alive(paragraph) == {TEXT: (gap.join(texts.values()), False)}
    assert alive(extracted(paragraph, "sentence")) == alive(sentences)


@pytest.mark.parametrize(("locale", "texts", "gap"), [("ru", RUSSIAN, " "), ("ja", JAPANESE, "")])
def test_a_paragraph_is_shared_out_to_its_sentences(locale, texts, gap):
    paragraph = catalog({TEXT: gap.join(texts.values())}, locale)
    found = extracted(paragraph, "sentence")
    assert alive(found) == {msgid: (msgstr, False) for msgid, msgstr in texts.items()}
    assert [entry.msgid for entry in found.entries if entry.obsolete] == [TEXT]


def test_an_edit_made_in_the_paragraph_is_not_undone_by_older_sentences():
    paragraph = extracted(extracted(catalog(RUSSIAN), "sentence"), "paragraph")
    edited = " ".join(RUSSIAN.values()).replace("Подписана программа.", "Программа была подписана.")
    entries = tuple(e._replace(msgstrs=(edited,)) if e.msgid == TEXT else e for e in paragraph.entries)
    found = extracted(replace(paragraph, entries=entries), "sentence")
    assert alive(found)[THIRD] == ("Программа была подписана.", False)
    assert alive(found)[FIRST] == (RUSSIAN[FIRST], False)


def test_other_sentences_in_the_paragraph_make_older_ones_doubtful():
    paragraph = extracted(extracted(catalog(RUSSIAN), "sentence"), "paragraph")
    joined = "Министры встретились, отметили прогресс и подписали программу."
    entries = tuple(e._replace(msgstrs=(joined,)) if e.msgid == TEXT else e for e in paragraph.entries)
    found = extracted(replace(paragraph, entries=entries), "sentence")
    assert alive(found) == {msgid: (msgstr, True) for msgid, msgstr in RUSSIAN.items()}
    assert joined in [entry.msgstr for entry in found.entries if entry.obsolete]


def test_lengths_that_do_not_fit_make_it_fuzzy():
    odd = "Да. Министры встретились, и они отметили прогресс по всем вопросам, которые обсуждались. Программа."
    found = extracted(catalog({TEXT: odd}), "sentence")
    assert alive(found)[FIRST] == ("Да.", True)
    first = next(entry for entry in found.entries if entry.msgid == FIRST)
    assert first.previous_msgid == TEXT


def test_a_fuzzy_part_makes_the_whole_fuzzy_and_comments_go_along():
    old = catalog(RUSSIAN)
    first, *others = old.entries
    doubtful = first._replace(flags=("fuzzy",), comments=("ask the desk",))
    found = extracted(replace(old, entries=(doubtful, *others)), "paragraph")
    assert alive(found) == {TEXT: (" ".join(RUSSIAN.values()), True)}
    assert found.entries[1].comments == ("ask the desk",)


def test_two_sentences_of_three_that_a_rule_joins():
    joined = f"{FIRST} {SECOND}"
    old = catalog({joined: f"{RUSSIAN[FIRST]} {RUSSIAN[SECOND]}", THIRD: RUSSIAN[THIRD]})
    assert alive(extracted(old, "sentence")) == {msgid: (msgstr, False) for msgid, msgstr in RUSSIAN.items()}


def test_a_part_without_translation_leaves_the_paragraph_to_a_person():
    found = extracted(catalog({FIRST: RUSSIAN[FIRST], SECOND: RUSSIAN[SECOND]}), "paragraph")
    assert alive(found)[TEXT][1] or not alive(found)[TEXT][0]
    assert {RUSSIAN[FIRST], RUSSIAN[SECOND]} <= {entry.msgstr for entry in found.entries}


def test_nothing_to_carry_leaves_the_catalog_as_it_is():
    old = catalog(RUSSIAN)
    assert realigned(old, segment.cut(document("sentence")), "en") is old


def test_an_unchanged_part_of_a_joined_translation_stays_finished():
    """Two changes in a row: joined, then parted where only the source has two sentences."""
    joined = catalog({f"{FIRST} {SECOND}": "Министры встретились; они отметили прогресс."})
    earlier = Entry(SECOND, ("они отметили прогресс.",), obsolete=True)
    other = Entry(FIRST, ("Министры провели встречу.",), obsolete=True)
    found = extracted(replace(joined, entries=(*joined.entries, earlier, other)), "sentence", f"{FIRST} {SECOND}")
    assert alive(found) == {FIRST: ("Министры провели встречу.", True), SECOND: ("они отметили прогресс.", False)}


def test_translations_are_cut_by_the_projects_own_rules():
    own = segment.load_rules('never = ["вопросам"]\n', Place("rules/ru.toml"))
    cut = segment.cut(document("sentence"))
    old = catalog({TEXT: " ".join(RUSSIAN.values())})
    assert [entry.msgstr for entry in realigned(old, cut, "en").entries[1:]] == list(RUSSIAN.values())
    assert realigned(old, cut, "en", own) is old  # two sentences for three: nothing can be shared out
