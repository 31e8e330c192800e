"""Terms in the catalogs: what the lines of an entry say, in every language, and how they follow the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import config, content, glossary
from i18n.hints import hinted
from i18n.model import Entry
from i18n.termbase import Termbase
from i18n.workflow import extract

TERMS = (
    "en,tk,ru,ja,kind,note\n"
    "Ministry of Foreign Affairs (abbreviation) | MFA | Ministry of Foreign Affairs,DIM | Daşary işler ministrligi,"
    "МИД | Министерство иностранных дел,外務省,organisation,\n"
    "Minister of Foreign Affairs,daşary işler ministri,министр иностранных дел,外務大臣,office,\n"
    "Turkmenistan,Türkmenistan,Туркменистан | !Туркмения,トルクメニスタン,country,\n"
    "World Health Organization (WHO),,Всемирная организация здравоохранения (ВОЗ),世界保健機関(WHO),organisation,\n"
    "ambassador,ilçi,посол,大使,office,head of an embassy\n"
    "ambassador,,чрезвычайный посланник,,office,the other rank\n"
    "May,maý,май,5月,month,\n"
    "agreement,ylalaşyk,соглашение,協定,document,\n"
    "agreement on trade,,соглашение о торговле,,document,\n"
    "trade | !commerce,söwda,!коммерция,,concept,\n"
)
BASE = Termbase(glossary.parse(TERMS, "g"))


def lines(text: str, source: str, target: str, base: Termbase | None = BASE) -> list[str]:
    codes = (text,)
    entry = Entry(text, extracted=("Paragraph 1 of 1", "What the author wrote"))
    (found,) = hinted([entry], {entry.key: codes}, (source, target), base)
    assert found.extracted[:2] == entry.extracted
    return [line.removeprefix("Term: ") for line in found.extracted[2:]]


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("The Ministry of Foreign Affairs said", "en", "ru", ["Ministry of Foreign Affairs = Министерство иностранных дел | МИД"]),
        ("The MFA said", "en", "ru", ["MFA = МИД | Министерство иностранных дел"]),
        ("The mfa said", "en", "ru", []),
        ("DIM-niň wekili", "tk", "en", ["DIM = MFA | Ministry of Foreign Affairs"]),
        ("Daşary işler ministrliginiň wekili", "tk", "ja", ["Daşary işler ministrligi = 外務省"]),
        ("daşary işler ministrleriniň duşuşygy", "tk", "ru", ["daşary işler ministri = министр иностранных дел"]),
        ("с министром иностранных дел", "ru", "tk", ["министр иностранных дел = daşary işler ministri"]),
        ("представители Министерства иностранных дел", "ru", "ja", ["Министерство иностранных дел = 外務省"]),
        ("послов", "ru", "ja", ["посол = 大使"]),
        ("トルクメニスタン外務大臣は", "ja", "en", ["トルクメニスタン = Turkmenistan", "外務大臣 = Minister of Foreign Affairs"]),
        ("in Turkmenistan and in Turkmenistan’s cities", "en", "ru", ["Turkmenistan = Туркменистан; not Туркмения"]),
        ("the WHO, World Health Organization", "en", "ru",
         ["WHO = ВОЗ | Всемирная организация здравоохранения", "World Health Organization = Всемирная организация здравоохранения | ВОЗ"]),
        ("who may", "en", "ru", []),
        ("in May", "en", "ru", ["May = май"]),
        ("the World Health Organization", "en", "tk", []),
        ("two ambassadors", "en", "ru", ["ambassador = посол | чрезвычайный посланник"]),
        ("agreements on trade", "en", "ru", ["agreement on trade = соглашение о торговле"]),
        ("trade", "en", "ru", ["trade not коммерция"]),
        ("commerce", "en", "tk", []),
        ("see www.turkmenistan.gov.tm", "en", "ru", []),
        ("Turkmenistan", "en", "en", []),
        ("Turkmenistan", "en", "pt-BR", []),
    ],
)  # fmt: skip
def test_what_an_entry_says(text: str, source: str, target: str, expected: list[str]) -> None:
    assert lines(text, source, target) == expected


def test_a_project_without_a_glossary_has_no_hints() -> None:
    assert lines("Turkmenistan", "en", "ru", None) == []


def test_of_two_terms_that_share_a_word_the_longer_counts() -> None:
    base = Termbase(glossary.parse("en,ru\nthe Ministers,министры\nMinister of Foreign Affairs,министр\n", "g"))
    assert lines("the Ministers of Foreign Affairs", "en", "ru", base) == ["Minister of Foreign Affairs = министр"]


def test_a_term_is_found_across_inline_codes() -> None:
    from i18n.model import Code

    parts = ("Minister ", Code(1, "open", "b", "<b>"), "of Foreign", Code(1, "close", "b", "</b>"), " Affairs")
    entry = Entry(content.msgid(parts))
    (found,) = hinted([entry], {entry.key: parts}, ("en", "tk"), BASE)
    assert found.extracted == ("Term: Minister of Foreign Affairs = daşary işler ministri",)


def test_a_line_break_in_a_cell_stays_in_its_line() -> None:
    base = Termbase(glossary.parse('en,ru\n"head\nof state","глава\nгосударства"\n', "g"))
    assert lines("heads of state", "en", "ru", base) == ["head of state = глава государства"]


def test_catalogs_follow_the_glossary_and_keep_translations(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "locales").mkdir()
    (tmp_path / "habar.toml").write_text('source-locale = "en"\nlocales = ["en", "ru"]\n', encoding="utf-8")
    (tmp_path / "sources/2024-01-23-news.txt").write_text(
        " date 2024-01-23 23 January 2024\n\nNews of the ministry\n\nThe Ambassador spoke.\n", encoding="utf-8"
    )
    project = config.find(tmp_path)
    catalog = tmp_path / project.catalog("2024-01-23-news", "ru")
    extract.run(project)
    catalog.write_text(catalog.read_text("utf-8").replace('spoke."\nmsgstr ""', 'spoke."\nmsgstr "Посол."'), "utf-8")
    template, plain = (tmp_path / project.template("2024-01-23-news")).read_bytes(), catalog.read_bytes()

    (tmp_path / "locales/glossary.csv").write_text("en,ru\nambassador,посол\n", encoding="utf-8")
    extract.run(project)
    assert (tmp_path / project.template("2024-01-23-news")).read_bytes() == template
    hinted_once = catalog.read_text("utf-8")
    assert hinted_once.replace("#. Term: ambassador = посол\n", "").encode() == plain

    (tmp_path / "locales/glossary.csv").write_text("en,ru\nambassador,посланник\n", encoding="utf-8")
    extract.run(project)
    assert catalog.read_text("utf-8") == hinted_once.replace("ambassador = посол", "ambassador = посланник")
    (tmp_path / "locales/glossary.csv").unlink()
    extract.run(project)
    assert catalog.read_bytes() == plain
