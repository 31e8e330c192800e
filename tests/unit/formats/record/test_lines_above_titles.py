"""What sort of paper it is stands above the title in the file, on its page, and is never the title itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import assemble, config, formats, segment
from i18n.files import read_bytes
from i18n.model import UnitRef
from i18n.workflow import build, extract

_TITLES = {
    "en": "About the meeting of the Ministers of Foreign Affairs of Turkmenistan and Japan",
    "tk": "Türkmenistanyň we Ýaponiýanyň daşary işler ministrleriniň duşuşygy barada",
    "ru": "О встрече министров иностранных дел Туркменистана и Японии",
    "ja": "日・トルクメニスタン外相会談の開催について",
}
_TEXTS = {
    "en": "The Ministers met. They discussed cooperation.",
    "tk": "Ministrler duşuşdylar. Taraplar hyzmatdaşlyk barada gürleşdiler.",
    "ru": "Министры встретились. Стороны обсудили сотрудничество.",
    "ja": "両大臣は会談しました。双方は協力について協議しました。",
}
KINDS = [
    ("en", "PRESS RELEASE"), ("en", "Press Release No. 12"), ("en", "FOR IMMEDIATE RELEASE"), ("en", "Media Advisory"),
    ("tk", "PRESS-RELIZ"), ("tk", "Metbugat üçin maglumat"),
    ("ru", "ПРЕСС-РЕЛИЗ"), ("ru", "Пресс‑релиз № 7"), ("ru", "Информация для СМИ"),
    ("en", "No. 5/2024"), ("ru", "№ 5/12"), ("ja", "第12号"),
    ("ja", "報道発表"), ("ja", "プレスリリース"), ("ja", "報道関係者各位"),
]  # fmt: skip
SHAPES = [
    "{kind}\n\n{title}\n\n{text}\n",
    "{kind}\n{title}\n\n{text}\n",
    " date 2024-01-23 {kind}\n\n{title}\n\n{text}\n",
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("locale", "kind"), KINDS)
def test_it_is_text_above_the_title(locale: str, kind: str, shape: str) -> None:
    whole = shape.format(kind=kind, title=_TITLES[locale], text=_TEXTS[locale])
    document = formats.read(formats.Source("x", "x.txt", whole.encode(), locale, "paragraph"))
    assert [(unit.role, unit.content) for unit in document.units] == [
        ("paragraph", (kind,)), ("title", (_TITLES[locale],)), ("paragraph", (_TEXTS[locale],)),
    ]  # fmt: skip
    assert [part.unit for part in document.above if isinstance(part, UnitRef)] == ["p1"]
    assert [part.unit for part in document.body if isinstance(part, UnitRef)] == ["p2"]
    assert document.remarks == ()


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en", "EMBARGOED UNTIL 10:00 GMT, 24 January 2024"), ("en", "Strictly embargoed until 24 January 2024."),
        ("ru", "Эмбарго до 24 января 2024 года"), ("ru", "НЕ ПУБЛИКОВАТЬ ДО 24 января"), ("ja", "解禁：2024年1月24日10時"),
        ("tk", "24-nji ýanwara çenli çap etmeli däl"),
    ],
)  # fmt: skip
def test_an_embargo_in_the_text_is_asked_about(locale: str, line: str) -> None:
    whole = f"{line}\n\n{_TITLES[locale]}\n\n{_TEXTS[locale]}\n"
    document = formats.read(formats.Source("x", "x.txt", whole.encode(), locale, "paragraph"))
    assert [unit.content for unit in document.units] == [(line,), (_TITLES[locale],), (_TEXTS[locale],)]
    assert document.day is None
    (remark,) = document.remarks
    assert (remark.code, remark.message.partition(", as")[0]) == (
        "H115", "no page keeps an embargo that only its text speaks of"
    )  # fmt: skip


def test_the_name_of_the_office_above_it_is_a_line_of_its_own() -> None:
    whole = f"MINISTRY OF TRADE\nPRESS RELEASE\n\n{_TITLES['en']}\n\n{_TEXTS['en']}\n"
    document = formats.read(formats.Source("x", "x.txt", whole.encode(), "en", "paragraph"))
    assert [unit.content[0] for unit in document.units] == [
        "MINISTRY OF TRADE",
        "PRESS RELEASE",
        _TITLES["en"],
        _TEXTS["en"],
    ]


def test_it_is_the_title_where_nothing_else_can_be() -> None:
    document = formats.read(
        formats.Source("x", "x.txt", b"Press Release\n\nThe Ministers met. All was well.\n", "en", "sentence")
    )
    title = document.unit("title")
    assert title is not None
    assert title.content == ("Press Release",)


def test_a_wrapped_sentence_that_begins_with_such_words_stays_whole() -> None:
    text = "Press release\nof the Ministry on the meeting in Tokyo"
    document = formats.read(
        formats.Source("x", "x.txt", f"{text}\n\nThe Ministers met. All was well.\n".encode(), "en", "sentence")
    )
    title = document.unit("title")
    assert title is not None
    assert title.content == (text,)


@pytest.mark.parametrize("own", [False, True], ids=["plain", "theme-without-a-place-for-it"])
def test_a_page_has_it_above_the_title(tmp_path: Path, own: bool) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "habar.toml").write_text('source-locale = "en"\nlocales = ["en"]\n')
    (tmp_path / "sources" / "a.txt").write_text(
        "PRESS RELEASE\n\nA visit to Tokyo\n\nThe Ministers met. They talked.\n"
    )
    if own:
        (tmp_path / "theme").mkdir()
        (tmp_path / "theme" / "bulletin.html").write_text("<h1>{{ heading }}</h1>{{ body }}")
    project = config.find(tmp_path)
    extract.run(project)
    assert [one for one in build.run(project).problems if one.severity == "error"] == []
    page = read_bytes(project.output / "en" / "a" / "index.html", "page").decode()
    before, _, after = page.partition("A visit to Tokyo</h1>")
    place = after if own else before.partition("<hgroup>")[2]
    assert '<p id="p1">PRESS RELEASE</p>' in place
    assert page.count('id="p1"') == 1


def test_a_title_that_stands_twice_is_translated_twice() -> None:
    title = "About the visit of the Minister to Tokyo"
    text = f" date 2024-04-04 Submit Release\n{title}\n15:0704.04.2024\n\n{title.upper()}\n\nThe Ministers met. They talked.\n"
    document = formats.read(formats.Source("x", "x.txt", text.encode(), "en", "paragraph"))
    assert [(left.rule, left.text) for left in document.left_out] == [
        ("interface", "Submit Release"), ("date line", "15:07"), ("repeated title", title.upper())
    ]  # fmt: skip
    cut = segment.cut(document)
    assert formats.write(assemble.localize(document, cut, {}, "en")) == text.encode()
    written = formats.write(assemble.localize(document, cut, {("title", title): "О визите"}, "ru")).decode()
    assert written == (
        " date 2024-04-04 Submit Release\nО визите\n15:07 4 апреля 2024\u00a0г.\n\nО визите\n\nThe Ministers met. They talked.\n"
    )


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("The exhibition of carpets opens on 27 March in Mary.", "Carpets of Mary"),
        ("A meeting with the company Acme Ltd.", "A meeting with the company Acme Ltd."),
    ],
)
def test_a_sentence_that_ends_in_a_short_name_is_no_title(below, title):
    text = f"date 2024-03-25 25 March 2024\n\nCarpets of Mary\n\n{below}\n\nIt shows 120 carpets, many of them old.\n"
    document = formats.read(formats.Source("x", "x.txt", text.encode(), "en", "paragraph"))
    assert document.unit("title").content == (title,)
