"""The date line under the title of a page or of a Markdown file."""

from __future__ import annotations

from datetime import date

import pytest

from i18n import assemble, formats, segment
from i18n.model import Document

DAY = date(2024, 1, 23)


def read(name: str, text: str, locale: str = "en") -> Document:
    return formats.read(formats.Source("x", name, text.encode(), locale, "sentence"))


@pytest.mark.parametrize(
    ("name", "text", "locale"),
    [
        ("a.html", "<h1>Talks</h1><p class=d>January 23, 2024</p><p>They met.</p>", "en"),
        ("a.html", "<h1>Talks</h1><div><time datetime=2024-01-23>23.01.2024</time></div><p>They met.</p>", "en"),
        ("a.html", "<h1>Встреча</h1><p>23 января 2024 года</p><p>Они встретились.</p>", "ru"),
        ("a.md", "# 会談\n\n2024年1月23日\n\n会談した。\n", "ja"),
        ("a.md", "# Duşuşyk\n\n23.01.2024\n\nDuşuşdylar.\n", "tk"),
    ],
)
def test_it_is_read(name: str, text: str, locale: str) -> None:
    document = read(name, text, locale)
    assert [(unit.id, unit.role) for unit in document.units] == [
        ("title", "title"),
        ("date", "date"),
        ("p2", "paragraph"),
    ]
    assert document.day == DAY
    assert "date" not in str(document.body)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# Talks\n\nAshgabat, January 23, 2024\n\nThey met.\n", None),
        ("# Talks\n\nThey met on January 23, 2024.\n", None),
        ("# Talks\n\nThey met.\n\nJanuary 23, 2024\n", None),
        ("# Talks\n\n31.02.2024\n\nThey met.\n", None),
        ("---\ndate: 2024-01-24\n---\n# Talks\n\nJanuary 23, 2024\n\nThey met.\n", date(2024, 1, 24)),
    ],
)
def test_what_is_none_stays_a_paragraph(text: str, day: date | None) -> None:
    document = read("a.md", text)
    assert "date" not in {unit.role for unit in document.units}
    assert document.day == day


def test_every_language_writes_it_in_its_own_form() -> None:
    document = read("a.html", "<h1>Talks</h1><p>January 23, 2024</p><p>They met.</p>")
    cut = segment.cut(document)
    written = {
        tag: formats.write(assemble.localize(document, cut, {}, tag)).decode() for tag in ("en", "ru", "tk", "ja")
    }
    assert {tag: text[text.index("<p>") + 3 : text.index("</p>")] for tag, text in written.items()} == {
        "en": "January 23, 2024",
        "ru": "23 января 2024\u00a0г.",
        "tk": "23 ýanwar 2024",
        "ja": "2024年1月23日",
    }
