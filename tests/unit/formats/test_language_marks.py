"""What a file says of its own language, against the language that it is taken for (H388)."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import config, formats
from i18n.workflow import check, extract

_TEXT = "<h1>A meeting</h1><p>The sides met.</p>"
_DOCBOOK = '<article xmlns="http://docbook.org/ns/docbook" version="5.0" {}><title>A meeting</title><para>They met.</para></article>'
_RSS = '<rss version="2.0"><channel><title>News</title><link>x</link><description>Of the day</description>{}</channel></rss>'
_MARKDOWN = "---\ntitle: A meeting\n{}\n---\n\nThe sides met.\n"

MARKS = [
    # name, text, line and words of the warning; empty: none
    ("a.html", f'<html lang="ru">{_TEXT}</html>', 1, "the file says that it is in “ru”, and is taken for English"),
    ("a.html", f'<!DOCTYPE html>\n<HTML LANG=ru-RU>{_TEXT}', 2, "the file says that it is in “ru-RU”, and is taken for English"),
    ("a.html", f'<html lang="en"><body><main lang="ru">{_TEXT}</main></html>', 1, "the file says that it is in “ru”, and is taken for English"),
    ("a.html", f'<html lang="ru"><body><main lang="en">{_TEXT}</main></html>', 0, ""),
    ("a.html", f'<html lang="ru" translate="yes">{_TEXT}</html>', 1, "the file says that it is in “ru”, and is taken for English"),
    ("a.html", f'<html lang="en-GB">{_TEXT}</html>', 0, ""),
    ("a.html", f'<html lang="">{_TEXT}</html>', 0, ""),
    ("a.html", f'<html lang="und">{_TEXT}</html>', 0, ""),
    ("a.html", _TEXT, 0, ""),
    (
        "a.html", f'<html lang="tm">{_TEXT}</html>', 1,
        "the file says that it is in “tm”, and is taken for English; that is the tag of no language: “tk” may be meant",
    ),
    ("a.dbk", _DOCBOOK.format('xml:lang="ru"'), 1, "the file says that it is in “ru”, and is taken for English"),
    ("a.dbk", _DOCBOOK.format('xml:lang="en_US"'), 0, ""),
    ("a.dbk", _DOCBOOK.format(""), 0, ""),
    ("a.rss", _RSS.format("<language>ja</language>"), 1, "the file says that it is in “ja”, and is taken for English"),
    ("a.rss", _RSS.format("<language>en-us</language>"), 0, ""),
    ("a.rss", _RSS.format(""), 0, ""),
    ("a.md", _MARKDOWN.format("lang: ru"), 3, "the file says that it is in “ru”, and is taken for English"),
    ("a.md", _MARKDOWN.format("language: en"), 0, ""),
    (
        "a.md", _MARKDOWN.format('locale: "jpn"'), 3,
        "the file says that it is in “jpn”, and is taken for English; that is the tag of no language: “ja” may be meant",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "words"), MARKS)
def test_a_mark_of_another_language_is_told(name: str, text: str, line: int, words: str) -> None:
    document = formats.read(formats.Source("a", name, text.encode(), "en", "sentence"))
    found = [(one.place.line, one.message) for one in document.remarks if one.code == "H388"]
    assert found == ([(line, words)] if words else [])


def test_extract_and_check_tell_it_until_the_settings_agree(tmp_path: Path) -> None:
    (tmp_path / "habar.toml").write_text('source-locale = "en"\nlocales = ["en", "ru"]\n')
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.html").write_text(f'<html lang="ru">{_TEXT}</html>')
    project = config.find(tmp_path)
    for command in (extract.run, check.run):
        assert [str(one.place) for one in command(project, ["a"]).problems if one.code == "H388"] == [
            "sources/a.html:1"
        ]
    (tmp_path / "sources" / "a.toml").write_text('locale = "ru"\n')
    for command in (extract.run, check.run):
        assert [one for one in command(project, ["a"]).problems if one.code == "H388"] == []
