"""The language of a whole page: the bulletin under its own address, and under each wrong one."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

from i18n.checks import check_language
from i18n.model import Place

GOLD = Path(__file__).parents[2] / "gold" / "checks"
ROWS = tomllib.loads((GOLD / "reference.toml").read_text("utf-8"))["right"]
LOCALES = ("en", "tk", "ru", "ja")
PAGES = {locale: " ".join(row[locale] for row in ROWS) for locale in LOCALES}
NEIGHBOURS = {
    "tr": "Görüşmede ikili ilişkilerin güçlendirilmesi için bir dizi konu ele alındı ve taraflar bu yıl bir toplantı daha "
    "yapılması konusunda görüş birliğine vardı. Bakanlar ayrıca bölgesel ve uluslararası konular hakkında görüş alışverişinde bulundu.",
    "uk": "На зустрічі було відзначено, що у зміцненні двосторонніх відносин особлива роль відводиться розвитку контактів на "
    "найвищому рівні. У зв'язку з цим сторони висловилися за організацію зустрічі глав двох держав.",
    "bg": "На срещата беше отбелязано, че при укрепването на двустранните отношения се отделя особена роля на развитието на "
    "контактите на най-високо равнище. Във връзка с това страните се изказаха за организиране на среща.",
    "zh": "双方在会谈中指出，在加强双边关系方面，发展最高级别的接触具有特殊作用。为此，双方主张于今年组织两国元首会晤。"
    "同时，还讨论了在“中亚+日本”对话框架内举行首次峰会的问题。",
}


@pytest.mark.parametrize(("text", "address"), list(product(LOCALES, LOCALES)))
def test_only_the_right_language_may_stand_under_an_address(text: str, address: str) -> None:
    codes = [problem.code for problem in check_language(PAGES[text], address, Place("output/x.html"))]
    assert codes == ([] if text == address else ["H240"])


@pytest.mark.parametrize(
    ("neighbour", "address"), [("tr", "tk"), ("tr", "en"), ("uk", "ru"), ("bg", "ru"), ("zh", "ja")]
)
def test_a_neighbour_is_not_taken_for_the_language(neighbour: str, address: str) -> None:
    assert [p.code for p in check_language(NEIGHBOURS[neighbour], address, Place("x"))] == ["H240"]


def test_every_sentence_of_the_bulletin_passes_alone() -> None:
    assert [p for row in ROWS for locale in LOCALES for p in check_language(row[locale], locale, Place("x"))] == []


def test_a_region_and_an_unknown_language() -> None:
    assert check_language(PAGES["ru"], "tk-TM", Place("x"))[0].message == (
        "the page does not look like Turkmen: only 0% of its letters are those of the language"
    )
    assert check_language(PAGES["ru"], "de", Place("x")) == []
