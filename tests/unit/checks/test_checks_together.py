"""Translations of a project that contradict each other."""

from __future__ import annotations

from i18n.checks import Together
from i18n.model import Entry, Place

SENTENCE = "The parties noted the fruitful cooperation."


def entry(msgid: str, msgstr: str, line: int, msgctxt: str | None = None, flags: tuple[str, ...] = ()) -> Entry:
    return Entry(msgid, (msgstr,), msgctxt, flags=flags, place=Place("locales/ru/x.po", line))


def said(*entries: Entry) -> list[tuple[str, str, str]]:
    together = Together()
    return [(p.severity, str(p.place), p.message) for one in entries for p in together.add(one, "ru")]


def test_one_text_in_two_ways() -> None:
    found = said(entry(SENTENCE, "Стороны отметили.", 3), entry(SENTENCE, "Стороны подчеркнули.", 9))
    assert found == [
        ("warning", "locales/ru/x.po:9", "the same text is translated in another way at locales/ru/x.po:3")
    ]


def test_case_and_signs_at_the_ends_make_no_other_translation() -> None:
    assert said(entry(SENTENCE, "Стороны отметили.", 3), entry(SENTENCE, "стороны отметили", 9)) == []


def test_a_title_and_a_sentence_may_differ() -> None:
    assert said(entry("Agreement", "Соглашение", 3), entry("Agreement", "О соглашении", 9, "title")) == []


def test_two_texts_in_one_translation_are_information() -> None:
    other = "The parties noted the long-term cooperation."
    found = said(entry(SENTENCE, "Стороны отметили.", 3), entry(other, "Стороны отметили.", 9))
    assert found == [("info", "locales/ru/x.po:9", "another text has this translation at locales/ru/x.po:3")]
    assert said(entry("Yes.", "Да", 3), entry("Aye.", "Да", 9)) == []


def test_what_is_not_finished_does_not_count() -> None:
    assert said(entry(SENTENCE, "Один", 3), entry(SENTENCE, "Два", 9, flags=("fuzzy",)), entry(SENTENCE, "", 12)) == []


def test_languages_are_apart() -> None:
    together = Together()
    assert together.add(entry(SENTENCE, "Один", 3), "ru") == []
    assert together.add(entry(SENTENCE, "Bir", 3), "tk") == []
