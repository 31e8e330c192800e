"""Structured data in the heads: it says what the table says, and no title gets out of it."""

from __future__ import annotations

import json
from datetime import date

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.locales import with_territory
from i18n.publish import Edition, Press, Site, sharing
from i18n.publish.characters import forbidden
from i18n.publish.jsonld import guarded, json_text

BASE = "https://example.org/news/"
SITE = Site({"en": "Ministry </script>"}, ("en", "ru"), "en", BASE, "+05:00")
TEXT = st.text(max_size=40).filter(lambda text: not forbidden(text) and "\r" not in text)
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    '"}',
    "\\",
    "\u2028",
    "\u202e",
    "&amp;",
    "%(a)s",
]


def rows(**values):
    en = Edition("2024-01-23-a", "en", "published", "en", **{"title": "A fair", "day": date(2024, 1, 23)} | values)
    return en, Edition("2024-01-23-a", "ru", "published", "en", title="Ярмарка", day=en.day)


def head(row, edition=0, site=SITE):
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title>{sharing.head(Press(site, {}), row[edition], row)}</head>"


def read(page):
    """The head as a browser understands it: OpenGraph as pairs, and the data of the one script element."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    found = tree.find("head")
    assert [node.get("type") for node in tree.iter("script")] == ["application/ld+json"]
    pairs = [(node.get("property"), node.get("content")) for node in found.iterfind("meta[@property]")]
    return pairs, json.loads(found.findtext("script"))


def test_heads_of_the_example_say_what_the_table_says(online):
    files, base = online.files(), online.site.base_url
    for row in online.table.rows():
        readable = {edition.locale: edition for edition in row if edition.published}
        for locale, edition in readable.items():
            tree = html5lib.parse(files[edition.address + "index.html"], namespaceHTMLElements=False)
            pairs = [(node.get("property"), node.get("content")) for node in tree.iterfind("head/meta[@property]")]
            data = json.loads(tree.findtext("head/script"))
            canonical = tree.find("head/link[@rel='canonical']").get("href")
            said = dict(pairs)
            assert canonical == base + edition.address == said["og:url"] == data["url"] == data["mainEntityOfPage"]
            assert edition.title == said["og:title"] == data["headline"]
            assert data["inLanguage"] == locale == tree.get("lang")
            assert said["og:locale"] == with_territory(locale)
            assert [value for key, value in pairs if key == "og:locale:alternate"] == [
                with_territory(other) for other in readable if other != locale
            ]
            time = tree.find(".//time")
            assert (time.get("datetime") if time is not None else None) == (
                data["datePublished"][:10] if "datePublished" in data else None
            )
            assert data.get("datePublished") == said.get("article:published_time")
            assert data["publisher"]["name"] == said["og:site_name"] == online.site.publisher[locale]
            names = {other: f"{base}{found.address}#article" for other, found in readable.items()}
            assert data["@id"] == names.pop(locale)
            if locale == edition.source:
                assert [node["@id"] for node in data.get("workTranslation", [])] == list(names.values())
            else:
                assert data["translationOfWork"]["@id"] == names[edition.source]


def test_a_preview_says_nothing_to_machines(preview):
    pages = [data.decode() for path, data in preview.files().items() if path.endswith(".html")]
    assert not any("og:" in page or "ld+json" in page for page in pages)


def test_a_correction_is_a_later_change_of_the_same_article():
    _, before = read(head(rows()))
    _, after = read(head(rows(revised=date(2024, 2, 1), version=2)))
    assert before | {"dateModified": "2024-02-01T00:00:00+05:00"} == after
    assert before["datePublished"] == before["dateModified"] == "2024-01-23T00:00:00+05:00"


def test_a_note_on_a_correction_is_told_in_its_own_language():
    _, data = read(head(rows(revised=date(2024, 2, 1), note="Исправлено: </script>", note_locale="ru")))
    assert data["correction"] == {
        "@type": "CorrectionComment",
        "text": "Исправлено: </script>",
        "inLanguage": "ru",
        "datePublished": "2024-02-01T00:00:00+05:00",
    }


def test_what_is_not_known_is_not_said():
    row = rows(day=None)
    pairs, data = read(head(row, site=Site({}, ("en", "ru"), "en", BASE)))
    assert [key for key, _ in pairs] == ["og:type", "og:title", "og:url", "og:locale", "og:locale:alternate"]
    assert sorted(data) == sorted(
        ["@context", "@id", "@type", "headline", "inLanguage", "mainEntityOfPage", "url", "workTranslation"]
    )


def test_a_translation_whose_original_is_not_there_names_none():
    row = (Edition("a", "en", "missing", "en"), Edition("a", "ru", "published", "en", title="Ярмарка"))
    _, data = read(head(row, edition=1))
    assert "translationOfWork" not in data


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_gets_out_of_its_place(title):
    pairs, data = read(head(rows(title=title, summary=title)))
    assert dict(pairs)["og:title"] == dict(pairs)["og:description"] == data["headline"] == data["description"] == title


@settings(max_examples=40, deadline=None)
@given(TEXT.filter(bool), TEXT)
def test_every_text_comes_back(title, summary):
    pairs, data = read(head(rows(title=title, summary=summary)))
    assert dict(pairs)["og:title"] == data["headline"] == title
    assert dict(pairs).get("og:description", "") == data.get("description", "") == summary


@given(TEXT)
def test_json_text_is_json_and_no_markup(text):
    made = guarded(json_text(text))
    assert json.loads(f'"{made}"') == json.loads(f'"{json_text(text)}"') == text
    assert not set("<>&") & set(made)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("tk", "tk_TM"), ("ru", "ru_RU"), ("ja", "ja_JP"), ("en", "en_US"), ("pt-BR", "pt_BR"), ("zh-Hant", "zh_TW"),
        ("sr-Latn", "sr_RS"), ("es-419", "es_419"),
    ],
)  # fmt: skip
def test_territories_of_languages(locale, expected):
    assert with_territory(locale) == expected
