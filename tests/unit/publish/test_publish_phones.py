"""Telephone numbers on one line of a page. ``[`` and ``]`` stand for what holds one together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.model import Typography
from i18n.publish import phones
from i18n.publish.alternates import Alternates, Edition, Site
from i18n.publish.text import escape
from i18n.publish.typography import Typesetter

HELD = [
    "Tel.: [+993 12 44-56-92], 44-56-93", "[(+993 12) 44 56 92]", "[(99312) 44-56-92]", "[8 (495) 123-45-67].", "[+81-3-3580-3311]",
    "電話：[+81 (3) 3580-3311]、[（03）3580-3311]", "[+993 (12) 44.56.92]", "[+44 (0)20 7946 0958]", "[+7 495 644-22-22] (доб. 123)",
    "午後5時までに[+993 12 44-56-92]または[(+993 12) 44-56-87]へ",
]  # fmt: skip
FREE = [
    "+99312445692", "12 500 (2023)", "from 10 (2022) to 15", "+5 °C and +12 %", "(12) 345", "(1990–2023)", "A+993 12 44-56-92",
    "1+993 12 44-56-92", "44-56-92", "in 2024 (12) 12-34", "+993 12 44-56-92-11-22-33-44", "(+993 12) 44 56 92 44 56 93 44 56 94",
]  # fmt: skip


@pytest.mark.parametrize("text", HELD + FREE)
def test_a_number_is_held_together(text: str) -> None:
    made = phones.held(text.replace("[", "").replace("]", ""))
    assert made.replace('<span class="whole">', "[").replace("</span>", "]") == text


def test_it_is_done_on_pages_whatever_spaces_the_language_tied() -> None:
    for locale in ("en", "ru", "tk", "ja", "fr"):
        setter = Typesetter(Typography())
        made = setter.markup(setter.text("+993 12 445 692 & more", locale), locale)
        assert made.replace("\u00a0", " ") == '<span class="whole">+993 12 445 692</span> &amp; more'


def test_lists_hold_numbers_together_as_pages_do(lists_of) -> None:
    table = Alternates(("tk",))
    told = {"title": "Sergi 2024-nji ýylda", "summary": "Telefon: +993 12 44-56-92."}
    table.add([Edition("2024-03-25-sergi", "tk", "published", "tk", day=date(2024, 3, 25), **told)])
    pages = lists_of(Site({}, ("tk",), "tk"), table)
    for path in ("tk/index.html", "tk/2024/index.html", "tk/languages/index.html"):
        assert 'Sergi <span class="whole">2024-nji</span>\u00a0ýylda' in pages[path].decode()
    assert '<p>Telefon: <span class="whole">+993 12 44-56-92</span>.</p>' in pages["tk/index.html"].decode()


@given(st.text("+(（)） .-–0123456789ab&<\u00a0", max_size=60))
def test_no_character_is_changed_and_none_is_too_long_for_a_narrow_page(text: str) -> None:
    made = phones.held(escape(text))
    assert made.replace('<span class="whole">', "").replace("</span>", "") == escape(text)
    assert all(len(part.partition("</span>")[0]) <= 24 for part in made.split('<span class="whole">')[1:])


@pytest.mark.parametrize("piece", ["+1", "1", "(1", "+1 ", "1 ", "(12) ", "+", "12-", "(1)1"])
def test_hostile_text_takes_bounded_time(piece: str) -> None:
    phones.held(f"(1{piece * 50_000}")
