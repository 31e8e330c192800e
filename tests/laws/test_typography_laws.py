"""Laws of typography: nothing but spaces changes, twice is once, and codes take no room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.content import merged, plain
from i18n.model import Code
from i18n.publish.text import escape
from i18n.publish.ties import NO_BREAK, whole
from i18n.publish.typography import breakable, tied, typeset

LOCALES = ("en", "ru", "tk", "ja", "fr")
# What the rules look for, beside anything else.
PIECES = st.sampled_from(
    "в|с|и|В|К|(|«|„|—|–|№|5|23|2024|500|000|км|млн|января|г.|т.|д.|э.|н.|А.|С.|Пушкин|На|км|km|million|January|No.|Mr."
    "|Mrs|H.E.|J.|The|Smith|-nji|-njy|ýyl|ýanwar|ş.|m.|we|%|°C|外務大臣|会談に|ついて|の| |  |\n|.|,|\u00a0|per cent|стр.|ул.".split(
        "|"
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.just(" "), st.just(" "), st.text(max_size=3)), max_size=24).map("".join)


@st.composite
def contents(draw):
    """Texts with codes between them: links, line breaks, programs, foreign words."""
    parts = []
    for number, text in enumerate(draw(st.lists(TEXTS, max_size=5)), start=1):
        name, html = draw(
            st.sampled_from([("a", '<a href="x">'), ("code", "<code>"), ("i", '<i lang="ru">'), ("em", "<em>")])
        )
        inner = draw(TEXTS)
        parts += [text, Code(number, "open", name, (), html), inner, Code(number, "close", name, (), f"</{name}>")]
        if draw(st.booleans()):
            parts.append(Code(number + 100, "alone", "br", (), "<br>"))
    return merged([*parts, draw(TEXTS)])


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(LOCALES), st.booleans())
def test_only_spaces_change_and_twice_is_once(text, locale, hanging):
    made = tied(text, locale, hanging=hanging)
    assert len(made) == len(text)
    changed = {(old, new) for old, new in zip(text, made, strict=True) if old != new}
    assert changed <= {(" ", NO_BREAK), ("\n", NO_BREAK)}
    assert tied(made, locale, hanging=hanging) == made


@settings(max_examples=200, deadline=None)
@given(contents(), st.sampled_from(LOCALES))
def test_codes_stay_and_take_no_room(content, locale):
    made = typeset(content, locale)
    assert [part for part in made if isinstance(part, Code)] == [part for part in content if isinstance(part, Code)]
    assert plain(made).replace(NO_BREAK, " ") == plain(content).replace(NO_BREAK, " ") or "\n" in plain(content)
    assert typeset(made, locale) == made


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 60), st.sampled_from(LOCALES))
def test_a_link_in_the_middle_changes_nothing(text, place, locale):
    ends = Code(1, "open", "a", (), '<a href="x">'), Code(1, "close", "a", (), "</a>")
    content = merged([text[:place], ends[0], text[place : place + 9], ends[1], text[place + 9 :]])
    assert plain(typeset(content, locale)) == tied(text, locale)


@settings(max_examples=150, deadline=None)
@given(contents(), st.sampled_from(LOCALES))
def test_the_pieces_of_a_heading_join_to_it(content, locale):
    pieces = breakable(content, locale)
    assert merged(part for piece in pieces for part in piece) == content
    assert locale == "ja" or len(pieces) == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_hostile_text_is_set_in_bounded_time(locale):
    for piece in (" в", "1 ", "т. ", "A. ", "— ", "per ", "и ", "-nji ", "\n"):
        tied(piece * 100_000, locale)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.sampled_from(["23-го", "2024-nji", "-nji", "7", "&", "<"])), max_size=12).map("".join)
)
def test_marked_up_text_reads_the_same(text):
    for locale in LOCALES:
        made = whole(escape(text), locale)
        assert made.replace('<span class="whole">', "").replace("</span>", "") == escape(text)
