"""The date line as sites print it, and lines that look like one and are not."""

from __future__ import annotations

from datetime import date

import pytest

from i18n import formats
from i18n.model import Document

DAY = date(2024, 1, 23)

DATE_LINES = [
    ("en", "23 January 2024"), ("en", "23 JANUARY 2024"), ("en", "23 January, 2024"), ("en", "23rd January 2024"),
    ("en", "January 23, 2024"), ("en", "Jan 23, 2024"), ("en", "2024-01-23"), ("en", "2024-01-23 14:30"),
    ("en", "Tuesday, 23 January 2024"), ("en", "Tue, 23 Jan 2024"), ("en", "(23 January 2024)"),
    ("en", "23 January 2024 | 10:15"), ("en", "14:05 | 23.01.2024"), ("en", "23/01/2024 - 14:05"),
    ("en", "23-01-2024"), ("en", "23. 01. 2024"), ("en", "23 Jan 2024, 14:05 GMT"), ("en", "Date: 23 January 2024"),
    ("en", "Posted on 23 January 2024 at 15:30"), ("en", "Last updated: 23 January 2024"),
    ("en", "Published 23.01.2024 | Views 345"), ("en", "News | 23 January 2024"), ("en", "📅 23 January 2024"),
    ("en", "Business 23 January 2024 11:39 (UTC+04:00)"), ("en", "23 January 2024 | Press service | Views: 12"),
    ("ru", "Новости | 23.01.2024 | Пресс служба"),
    ("ru", "23 января 2024 года"), ("ru", "23 Январь 2024"), ("ru", "23 янв 2024"), ("ru", "23 янв. 2024 г."),
    ("ru", "вторник, 23 января 2024"), ("ru", "23 января 2024 г., вторник"), ("ru", "23.01.2024, 14:05"),
    ("ru", "23.01.2024 | 345 просмотров"), ("ru", "Опубликовано: 23.01.2024"),
    ("ru", "Дата публикации: 23 января 2024"), ("ru", "23 января 2024, 14:05 (UTC+5)"),
    ("tk", "23 ýanwar 2024"), ("tk", "23-nji ýanwar 2024 ý."), ("tk", "23 Ýanwar, 2024 ý."),
    ("tk", "2024-nji ýylyň 23-nji ýanwary"), ("tk", "Sişenbe, 23 Ýanwar 2024"), ("tk", "23.01.2024 345"),
    ("tk", "Çap edilen wagty: 23.01.2024"), ("tk", "15:0723.01.2024"), ("tk", "18:14 23.01.2024 5497"),
    ("ja", "2024年1月23日"), ("ja", "2024年1月23日(火)"), ("ja", "2024年1月23日（火）"), ("ja", "令和6年1月23日"),
    ("ja", "令和６年１月２３日"), ("ja", "更新日：2024年1月23日"),
]  # fmt: skip

NO_DATE_LINES = [
    ("en", "Ashgabat, 23 January 2024"),
    ("en", "On 23 January 2024\nMinister Meredov arrived in Tokyo. He met the Minister."),
    ("en", "23 January 2024,\nTokyo. The Minister met the Minister of Japan."),
    ("ru", "23 января 2024 года в\nТокио состоялась встреча. Она была третьей."),
    ("tk", "2024-nji ýylyň 23-nji ýanwarynda\nTürkmenistanyň Daşary işler ministri Tokioda saparda boldy."),
    ("en", "Tel. 12-44-5692"),
    ("en", "Meeting of 23 January 2024 | Results of the talks in Tokyo"),
]


def read(locale: str, text: str) -> Document:
    whole = f"A title that is long enough to be one\n\n{text}\n\nThe text. It goes on.\n"
    return formats.read(formats.Source("x", "x.txt", whole.encode(), locale, "sentence"))


@pytest.mark.parametrize(("locale", "line"), DATE_LINES)
def test_a_date_line_is_told(locale: str, line: str) -> None:
    document = read(locale, line)
    assert document.meta.display_date == DAY
    assert [unit.role for unit in document.units] == ["title", "date", "paragraph"]


@pytest.mark.parametrize(("locale", "text"), NO_DATE_LINES)
def test_what_only_looks_like_a_date_line_is_text(locale: str, text: str) -> None:
    document = read(locale, text)
    assert document.meta.display_date is None
    assert text in [unit.content[0] for unit in document.units]


CHANGED = [
    ("en", "Published 23 January 2024", "Updated 24 January 2024"),
    ("ru", "Опубликовано: 23.01.2024", "Обновлено: 24.01.2024"),
    ("ja", "公開日：2024年1月23日", "更新日：2024年1月24日"),
]
DOUBTFUL = [
    ("23 January 2024", "24 January 2024"), ("23.01.2024", "24.01.2024 | 345"), ("23.01.2024", "24.01.24"),
    ("23.01.2024", "Updated 24/01/24"),
]  # fmt: skip
SHORT = "Cotton in Lebap"
TEXT = "The text. It goes on."


def bulletin(locale: str, *blocks: str, between: str = "\n\n") -> Document:
    return formats.read(
        formats.Source("x", "x.txt", (between.join(blocks) + f"\n\n{TEXT}\n").encode(), locale, "sentence")
    )


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("locale", "published", "updated"), CHANGED)
def test_the_day_of_a_change_is_left_out(locale: str, published: str, updated: str, between: str) -> None:
    for blocks in ((SHORT, published, updated), (published, updated, SHORT), (published, SHORT, updated)):
        document = bulletin(locale, *blocks, between=between)
        assert document.meta.display_date == DAY
        assert [unit.content[0] for unit in document.units if unit.role != "date"] == [SHORT, TEXT]
        assert ("date line", updated) in [(left.rule, left.text) for left in document.left_out]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("first", "second"), DOUBTFUL)
def test_a_second_day_alone_is_text_and_no_title(first: str, second: str, between: str) -> None:
    for blocks in ((SHORT, first, second), (first, second, SHORT), (first, SHORT, second)):
        document = bulletin("en", *blocks, between=between)
        title = document.unit("title")
        assert title
        assert title.content == (SHORT,)
        assert document.meta.display_date == DAY
        assert second in [unit.content[0] for unit in document.units if unit.role == "paragraph"]
        assert [remark.code for remark in document.remarks] == ["H115"]


@pytest.mark.parametrize("line", ["23.03.24", "23/03/24", "23.03.2024"])
def test_a_day_is_no_counter(line: str) -> None:
    document = bulletin("en", line, SHORT, "The text begins. It goes on.")
    below = formats.read(formats.Source("x", "x.txt", f"{SHORT}\n\n{TEXT}\n\n{line}\n".encode(), "en", "sentence"))
    assert not document.left_out
    assert [unit.content[0] for unit in below.units] == [SHORT, TEXT, line]


def test_the_day_of_the_event_is_read_below_a_doubtful_line() -> None:
    document = bulletin("en", SHORT, "23.01.24", "On 23 January 2024, the port opened. It is large.")
    assert document.meta.event_date == DAY
