"""Ids of bulletins: which are valid, and what is proposed for a title."""

from __future__ import annotations

from datetime import date

import pytest

from i18n import ids

DAY = date(2024, 1, 23)

PROPOSED = [
    (
        "en",
        "About the meeting of the Ministers of Foreign Affairs of Turkmenistan and Japan",
        "2024-01-23-meeting-ministers-foreign-affairs-turkmenistan-japan",
    ),
    ("en", "The Minister’s visit № 5: coope\u00adration, étude, Ærø", "2024-01-23-ministers-visit-no-5-cooperation-etude-aero"),
    ("en", "Of the", "2024-01-23-of-the"),
    (
        "tk",
        "TÜRKMENISTANYŇ WE ÝAPONIÝANYŇ DAŞARY IŞLER MINISTRLERINIŇ DUŞUŞYGY HAKYNDA",
        "2024-01-23-turkmenistanyn-yaponiyanyn-dasary-isler-ministrlerinin",
    ),
    ("tk", "Çärjew şäheriniň žurnaly, Ö we Ä", "2024-01-23-carjew-saherinin-zurnaly-o-a"),
    ("tk", "C\u0327a\u0308rjew", "2024-01-23-carjew"),
    (
        "ru",
        "О встрече министров иностранных дел Туркменистана и Японии",
        "2024-01-23-vstreche-ministrov-inostrannykh-del-turkmenistana-iaponii",
    ),
    ("ru", "Съезд: щётка, ёж, юла, эхо, цех, чай, жизнь", "2024-01-23-sieezd-shchetka-ezh-iula-ekho-tsekh-chai-zhizn"),
    ("ru", "Samsung и LG в Ашхабаде", "2024-01-23-samsung-lg-ashkhabade"),
    ("ja", "日・トルクメニスタン外相会談", "2024-01-23-69647a69"),
    ("ja", "日本とUNESCOの会談", "2024-01-23-26d81135"),
    ("en", "…", "2024-01-23-b4935894"),
    ("en", "x" * 200, "2024-01-23-" + "x" * 60),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "title", "expected"), PROPOSED, ids=[expected for *_, expected in PROPOSED])
def test_an_id_is_proposed(locale: str, title: str, expected: str) -> None:
    assert ids.propose(title, DAY, locale) == expected
    assert ids.fault(expected) is None


def test_without_a_day_the_words_are_the_id() -> None:
    assert ids.propose("A fair in Mary", None, "en") == "fair-mary"
    assert ids.propose("Site", DAY, "en") == "2024-01-23-site"
    assert ids.propose("Site", None, "en") not in ("site", "")  # the page frame has this id


@pytest.mark.parametrize(
    "name",
    [
        "",
        "site",
        "archive",
        "languages",
        "search",
        "2024",
        "../x",
        "a/b",
        "A",
        "a--b",
        "-a",
        "a-",
        "a.b",
        "a b",
        "ä",
        "a\n",
        "a\0",
        "x" * 121,
    ],
)
def test_what_no_id_can_be(name: str) -> None:
    assert ids.fault(name) is not None


@pytest.mark.parametrize("name", ["a", "0", "2024-01-23-talks", "x" * 120])
def test_what_an_id_can_be(name: str) -> None:
    assert ids.fault(name) is None


@pytest.mark.parametrize(
    "title", ["Aşgabat şäheriniň ýaşlary", "Ýyldyrym hakynda iň uly žurnal", "Çärjew, Köneürgenç, Ösüş"]
)
def test_turkmen_capitals_are_those_of_no_other_language(title: str) -> None:
    """I is the capital of i, whatever language the machine speaks: a title in capitals has the same id."""
    assert title.upper().lower() == title.lower()
    assert "İ" not in title.upper()
    assert ids.propose(title.upper(), None, "tk") == ids.propose(title, None, "tk")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("sources/a.txt", "a"), ("a..b.txt", "a..b"), ("a.old.txt", "a.old"), ("sources/a.b/c.TXT", "c"),
        ("README", "README"), ("locales/ru/LC_MESSAGES/a.po", "a"), ("a.toml", "a"), ("a.", "a"),
    ],
)  # fmt: skip
def test_the_id_is_the_name_without_its_last_suffix(path: str, expected: str) -> None:
    assert ids.of_file(path) == expected
