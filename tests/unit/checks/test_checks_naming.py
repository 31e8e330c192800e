"""One spelling for each name in all translations of a project."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import glossary
from i18n.checks import Naming
from i18n.model import Document, Entry, Meta, Place, Unit
from i18n.termbase import Termbase


def said(pairs: list[tuple[str, str]], source: str = "en", locale: str = "ru", terms: str = "") -> list[str]:
    naming = Naming(Termbase(glossary.parse(terms, "g")) if terms else None)
    entries = [Entry(one, (other,), place=Place("x.po", line)) for line, (one, other) in enumerate(pairs, 1)]
    return [
        f"{p.place.line} {p.code} {p.message}" for entry in entries for p in naming.add(entry, source, locale)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "locale", "first", "second", "wrong"),
    [
        ("en", "ru", "Serdar Orazov came\nСердар Оразов прибыл", "with Serdar Orazov\nс Сердаром Оразовым", False),
        ("en", "ru", "Serdar Orazov came\nСердар Оразов прибыл", "with Serdar Orazov\nс Сердаром Орозовым", True),
        ("en", "ru", "with Serdar Orazov\nс Сердаром Оразовым", "of Serdar Orazov\nСердара Оразова", False),
        ("en", "ru", "with Serdar Orazov\nс Сердаром Оразовым", "of Serdar Orazov\nСэрдара Оразова", True),
        ("en", "tk", "Serdar Orazov\nSerdar Orazow", "of Serdar Orazov\nSerdar Orazowyň", False),
        ("en", "tk", "Serdar Orazov\nSerdar Orazow", "of Serdar Orazov\nSerder Orazowyň", True),
        ("en", "ja", "Serdar Orazov\nセルダル・オラゾフ", "of Serdar Orazov\nセルダル・オラゾフの", False),
        ("en", "ja", "Serdar Orazov\nセルダル・オラゾフ", "of Serdar Orazov\nセルダル・オラソフの", True),
        ("ja", "en", "セルダル・オラゾフ\nSerdar Orazov", "セルダル・オラゾフの\nSerdar Orazow’s", True),
        ("ja", "en", "セルダル・オラゾフ\nSerdar Orazov", "セルダル・オラゾフの\nSerdar Orazov’s", False),
        ("en", "ru", "Central Asia\nЦентральная Азия", "in Central Asia\nв Центральной Азии", False),
        ("en", "ru", "Serdar Orazov\nСердар Оразов", "Serdar Orazov\nминистр", False),
        ("en", "ru", "Serdar Orazov\nСердар Оразов", "Merdan Orazov\nСэрдар Оразов", False),
        ("en", "ru", "Serdar Orazov, Pavel Orlov\nСердар Оразов, Павел Орлов", "Pavel Orlov\nПавла Орлова", False),
    ],
)
def test_names(source: str, locale: str, first: str, second: str, wrong: bool) -> None:
    pairs = [tuple(text.split("\n")) for text in (first, second)]
    assert bool(said(pairs, source, locale)) == wrong  # type: ignore[arg-type]


PAIRS = [("Serdar Orazov came", "Сердар Оразов прибыл"), ("of Serdar Orazov", "Сэрдара Оразова")]


def test_it_says_where_the_other_is() -> None:
    assert said(PAIRS) == ["2 H288 “Сэрдара Оразова” is spelled “Сердар Оразов” at x.po:1"]


def test_variants_that_the_glossary_accepts_are_fine() -> None:
    terms = "en,ru,kind\nSerdar Orazov,Сердар Оразов | Сэрдар Оразов,person\n"
    assert said(PAIRS, terms=terms) == []


def test_titles_drafts_and_the_own_language_are_not_looked_at() -> None:
    naming = Naming(None)
    naming.add(Entry(PAIRS[0][0], (PAIRS[0][1],)), "en", "ru")
    source, target = PAIRS[1]
    assert naming.add(Entry(source, (target,), "title"), "en", "ru") == []
    assert naming.add(Entry(source, (target,), flags=("fuzzy",)), "en", "ru") == []
    assert naming.add(Entry(source, (target,)), "ru", "ru") == []
    assert naming.add(Entry(source, (target,)), "en", "tk") == []
    assert len(naming.add(Entry(source, (target,)), "en", "ru")) == 1


PERSONS = (
    "en,ru,ja,kind\nSerdar Orazov,Сердар Оразов | Сэрдар Оразов,セルダル・オラゾフ,person\nSardor Orasov,,,person\n"
)


@pytest.mark.parametrize(
    ("locale", "text", "said"),
    [
        ("ru", "Встреча с Сердаром Орозовым, Сэрдаром Оразовым и Оразовым Сердаром", ["“Сердаром Орозовым” is “Сердар Оразов”"]),
        ("en", "Sardor Orasov and Serdar Orazov met Sapar Orazov, Serdar Orozov and Serdar Orozov.", ["“Serdar Orozov” is “Serdar Orazov”"]),
        ("ja", "セルダル・オラソフと会談", ["“セルダル・オラソフ” is “セルダル・オラゾフ”"]),
        ("tk", "Serdar Orozow", []),
    ],
)  # fmt: skip
def test_persons_of_the_glossary_in_sources(locale: str, text: str, said: list[str]) -> None:
    document = Document("a", Place("a.txt"), "record", locale, "sentence", "0", Meta(), (), (
        Unit("p1", Place("a.txt", 3), "paragraph", (text,)), Unit("p2", Place("a.txt", 5), "paragraph", (text,)),
    ))  # fmt: skip
    naming = Naming(Termbase(glossary.parse(PERSONS, "g")))
    found = naming.source(document)
    assert [one.message.removesuffix(" in the glossary") for one in found] == said
    assert {one.place.line for one in found} <= {3}
    assert Naming(None).source(document) == []


texts = st.lists(st.sampled_from("Aaa Bbb Ааа Ббб カナ・カナ a - ’ \n".split(" ")), max_size=9).map(" ".join)


@given(
    st.lists(st.tuples(texts, texts), max_size=5), st.sampled_from(["en", "tk", "ja"]), st.sampled_from(["ru", "ja"])
)
@settings(max_examples=100, deadline=None)
def test_a_translation_agrees_with_itself(pairs: list[tuple[str, str]], source: str, locale: str) -> None:
    naming = Naming(None)
    for one, other in dict(pairs).items():
        entry = Entry(one, (other,), place=Place("x.po", 1))
        naming.add(entry, source, locale)
        fresh = Naming(None)
        assert fresh.add(entry, source, locale) == fresh.add(entry, source, locale) == []


def test_a_hostile_text_takes_little_time() -> None:
    names = " ".join(f"Абв{'г' * (at % 7)}д Еж{'з' * (at % 5)}и{at % 3}" for at in range(3000))
    begin = time.perf_counter()
    said([(names, names), (names, f"Щ{names}"), ("Aa" * 100_000, "Аб" * 100_000)])
    assert time.perf_counter() - begin < 2
