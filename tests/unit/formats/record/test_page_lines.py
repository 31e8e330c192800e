"""Lines of a page around the text: counters, menus, mottos, senders. None of them is a title or a paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from i18n import formats
from i18n.model import Document

TITLE = "A title that is long enough to be one"
TEXT = "The text. It goes on."

COUNTERS = [
    ("en", "Views: 1,234"), ("en", "1234 views"), ("en", "👁 312"), ("ru", "Просмотров: 123"),
    ("ru", "123 просмотра"), ("ru", "Количество просмотров: 4 258"), ("tk", "Okaldy: 123"),
    ("tk", "123 gezek okaldy"), ("en", "4.2K"), ("en", "1.2M"), ("en", "Read 45 times"), ("ja", "閲覧数:123"),
    ("en", "#312"), ("en", "(312)"), ("en", "12 345"), ("en", "5,497"),
]  # fmt: skip
MENUS = [
    ("en", "Main"), ("en", "News"), ("en", "Press releases"), ("en", "Home / News / Politics"),
    ("en", "Home > News > Politics"), ("en", "Facebook"), ("en", "Twitter"), ("en", "Share on Facebook"),
    ("en", "A+ A-"), ("en", "中文"), ("en", "RU | EN | TK"), ("en", "TM"), ("en", "TÜRKMENÇE | РУССКИЙ | ENGLISH"),
    ("ru", "Версия для слабовидящих"), ("ru", "Новости"), ("ru", "Главная » Новости"), ("tk", "Täzelikler"),
    ("tk", "Esasy sahypa"), ("ja", "English"), ("en", "logo"), ("en", "photo"), ("en", "[image]"),
    ("en", "banner.jpg"), ("en", "Image: handshake.jpg"), ("en", "2024 - Year of the wisdom of Magtymguly Fragi"),
    ("en", '"Pähim-paýhas ummany Magtymguly Pyragy" ýyly'), ("ru", "2024 год - «Кладезь разума Махтумкули Фраги»"),
    ("ru", "Год «Кладезь разума Махтумкули Фраги»"), ("en", "Loading..."), ("en", "Toggle navigation"),
]  # fmt: skip
ENDS = [
    ("en", "/// nCa, 8 November 2024"), ("en", "///nCa"), ("en", "/// TDH"), ("en", "Source: MFA Turkmenistan"),
    ("ru", "Источник: сайт МИД"), ("ru", "ТАСС"), ("en", "(TDH)"),
    ("tk", "Çeşme: https://www.mfa.gov.tm/tk/news/1"), ("en", "https://www.mfa.gov.tm/en/news/4855"),
    ("en", "www.mfa.gov.tm"), ("en", "mfa.gov.tm/en/news"), ("en", "Share"), ("ru", "Поделиться"),
    ("ru", "Теги: МИД, Япония"), ("en", "Tags: MFA, Japan"), ("en", "Related news"), ("en", "© 2024 MFA"),
    ("en", "All rights reserved."), ("en", "Photo: MFA"), ("ja", "（外務省提供）"), ("ja", "出典：外務省"),
    ("en", "-- ENDS --"), ("en", "***"), ("en", "###"), ("en", "Print"), ("tk", "//TDH"), ("tk", "TDH"),
    ("en", "Back to list"), ("en", "img"), ("en", "Read also:"), ("en", "5497"),
]  # fmt: skip
KEPT_ABOVE = [
    ("en", "Ref. 12/45-K"),
    ("ru", "Раздел: Политика"),
    ("tk", "Hoş geldiňiz!"),
    ("en", "Welcome to our site!"),
]
KEPT_BELOW = [
    ("en", "Press Service of the Ministry"), ("en", "5 years"), ("ru", "Политика"), ("tk", "Aşgabat"), ("ja", "以上"),
]  # fmt: skip


def read(locale: str, *blocks: str) -> Document:
    text = "\n\n".join(blocks) + "\n"
    return formats.read(formats.Source("x", "x.txt", text.encode(), locale, "sentence"))


def texts(document: Document) -> list[tuple[str, object]]:
    return [(unit.role, unit.content[0]) for unit in document.units if unit.role != "date"]


@pytest.mark.parametrize(("locale", "line"), [*COUNTERS, *MENUS])
def test_a_line_above_the_title_is_left_out(locale: str, line: str) -> None:
    for blocks in ((line, TITLE, TEXT), ("23.01.2024", line, TITLE, TEXT), (line, "23.01.2024", TITLE, TEXT)):
        document = read(locale, *blocks)
        assert texts(document) == [("title", TITLE), ("paragraph", TEXT)]
        assert line in [left.text for left in document.left_out]


@pytest.mark.parametrize(("locale", "line"), COUNTERS)
def test_a_counter_under_the_title_is_left_out(locale: str, line: str) -> None:
    assert texts(read(locale, f"{TITLE}\n{line}", TEXT)) == [("title", TITLE), ("paragraph", TEXT)]


@pytest.mark.parametrize(("locale", "line"), ENDS)
def test_a_line_below_the_text_is_left_out(locale: str, line: str) -> None:
    document = read(locale, TITLE, TEXT, line)
    assert texts(document) == [("title", TITLE), ("paragraph", TEXT)]
    assert [left.text for left in document.left_out] == [line]


@pytest.mark.parametrize(("locale", "line"), KEPT_ABOVE)
def test_an_unknown_line_above_the_title_is_kept_and_told(locale: str, line: str) -> None:
    document = read(locale, line, TITLE, TEXT)
    assert texts(document) == [("paragraph", line), ("title", TITLE), ("paragraph", TEXT)]
    assert [remark.code for remark in document.remarks] == ["H115"]


@pytest.mark.parametrize(("locale", "line"), KEPT_BELOW)
def test_an_unknown_line_below_the_text_is_text(locale: str, line: str) -> None:
    assert texts(read(locale, TITLE, TEXT, line)) == [("title", TITLE), ("paragraph", TEXT), ("paragraph", line)]


@pytest.mark.parametrize(
    ("locale", "above", "title"),
    [
        ("en", ("Ministry of Foreign Affairs of Turkmenistan", "23.01.2024"), "Talks in Tokyo"),
        ("en", ("Embassy of Turkmenistan in the Republic of Belarus", "312"), "A hall opened"),
        ("ru", ("Посольство Туркменистана", "Консульские вопросы", "23.01.2024"), "Встреча в Минске"),
        ("ja", ("外務省", "令和6年1月23日"), "日・トルクメニスタン外相会談"),
    ],
)
def test_the_name_of_an_office_is_no_title(locale: str, above: tuple[str, ...], title: str) -> None:
    document = read(locale, *above, title, TEXT)
    assert ("title", title) in texts(document)
    assert {"H115"} <= {remark.code for remark in document.remarks} <= {"H115", "H116"}


CAPTIONS = [
    ("en", "Photo: The Ministers sign the agreement in Tokyo."),
    ("en", "Photo: The Ministers sign\nthe agreement in Tokyo."),
    ("en", "(Photo: The Ministers sign the agreement.)"),
    ("ru", "Фото: Министры подписывают соглашение о торговле на 5 лет."),
    ("ru", "Фото: министры двух стран и главы делегаций у входа в здание, где подписано соглашение"),
]


@pytest.mark.parametrize(("locale", "line"), CAPTIONS)
def test_a_sentence_about_a_photo_is_a_caption(locale: str, line: str) -> None:
    document = read(locale, TITLE, line, TEXT, line, TEXT, line)
    caption, text = ("caption", line), ("paragraph", TEXT)
    assert texts(document) == [("title", TITLE), caption, text, caption, text, caption]
    assert not document.left_out


def test_a_caption_above_the_title_or_among_lines_is_told() -> None:
    line = CAPTIONS[0][1]
    assert texts(read("en", line, TITLE, TEXT)) == [("caption", line), ("title", TITLE), ("paragraph", TEXT)]
    assert texts(read("en", TITLE, TEXT, f"It was so.\n{line}\nThen they met."))[2:] == [
        ("paragraph", "It was so."), ("caption", line), ("paragraph", "Then they met."),
    ]  # fmt: skip


@pytest.mark.parametrize(("locale", "line"), [("en", "Photo: Acme Ltd."), ("ru", "Фото: МИД Туркменистана")])
def test_a_name_with_the_word_for_a_photo_is_left_out(locale: str, line: str) -> None:
    document = read(locale, TITLE, TEXT, line, TEXT)
    assert [(left.rule, left.text) for left in document.left_out] == [("credit", line)]


@pytest.mark.parametrize("year", ["1995", "2024"])
def test_a_year_below_the_first_sentence_is_text(year: str) -> None:
    assert texts(read("en", TITLE, TEXT, year)) == [("title", TITLE), ("paragraph", TEXT), ("paragraph", year)]
    assert texts(read("en", TITLE, TEXT, year, TEXT))[2] == ("paragraph", year)


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        (("Politics", "Talks in Tokyo"), "Politics"),
        (("Politics", "23.01.2024", "Talks in Tokyo"), "Talks in Tokyo"),
        (("Politics", "Talks in Tokyo", "23.01.2024"), "Talks in Tokyo"),
    ],
)
def test_one_of_several_short_lines_is_a_doubtful_title(blocks: tuple[str, ...], title: str) -> None:
    document = read("en", *blocks, TEXT)
    assert ("title", title) in texts(document)
    assert "H116" in [remark.code for remark in document.remarks]


def test_the_name_of_an_office_is_a_title_where_there_is_no_other() -> None:
    assert texts(read("en", "23.01.2024", "Embassy of Turkmenistan in Japan", TEXT)) == [
        ("title", "Embassy of Turkmenistan in Japan"),
        ("paragraph", TEXT),
    ]


MAIL = "From: Press <press@example.org>\nTo: All\n{}\nSubject: A visit\n\nDear colleagues,\n\n{}\n\nThe Ministers met. They talked.\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Date: Tue, 23 Jan 2024 10:00:00 +0500", date(2024, 1, 23)),
        ("Sent: Tuesday, January 23, 2024 6:42 PM", date(2024, 1, 23)),
        ("Отправлено: 23 января 2024 г. 18:42", date(2024, 1, 23)),
        ("Дата: 23.01.2024 18:42", date(2024, 1, 23)),
        ("日時: 2024年1月23日 18:42", date(2024, 1, 23)),
        ("Date: 11/12/2024 6:42 PM", None),
        ("Date: 31 February 2024", None),
        ("Date: today", None),
    ],
)
def test_the_head_of_a_mail_gives_an_undated_text_its_day(line: str, day: date | None) -> None:
    title = "About the visit of the Minister to Tokyo"
    document = formats.read(formats.Source("x", "x.txt", MAIL.format(line, title).encode(), "en", "sentence"))
    assert document.day == day
    assert [unit.role for unit in document.units] == ["paragraph", "title", "paragraph"]


def test_what_stands_above_the_title_does_not_hide_the_day_of_the_event() -> None:
    text = "EMBARGOED UNTIL 24 January 2024\n\nDear all,\n\nAbout the visit of the Minister to Tokyo\n\nOn 23 January 2024 the Ministers met. They talked.\n"
    document = formats.read(formats.Source("x", "x.txt", text.encode(), "en", "sentence"))
    assert (document.day, document.meta.event_date) == (None, date(2024, 1, 23))


def test_rows_of_a_table_with_tabs_are_texts_of_their_own() -> None:
    text = "About the exports of the country in January\n\nThese were sold. They were:\n\nGoods\tTonnes\nCotton\t1 200\nGas\t33\n\nA line with\ta tab\nthat is wrapped. It ends.\n"
    document = formats.read(formats.Source("x", "x.txt", text.encode(), "en", "paragraph"))
    assert [unit.content[0] for unit in document.units[2:]] == [
        "Goods\tTonnes", "Cotton\t1 200", "Gas\t33", "A line with\ta tab\nthat is wrapped. It ends."
    ]  # fmt: skip
