"""Words under inflection: every case of a term is found, and no other word."""

from __future__ import annotations

import re

import pytest

from i18n import inflection

CASES = """
ru | министр иностранных дел | министра иностранных дел, министром иностранных дел, министры иностранных дел, министров иностранных дел | министерство иностранных дел
ru | Рашид Мередов | Рашида Мередова, Рашидом Мередовым, Рашиду Мередову, Рашиде Мередове | Рашид Мерёдка
ru | Ёко Камикава | Ёко Камикавой, Ёко Камикаву, Еко Камикавы | Ёко Камика
ru | Туркменистан | Туркменистана, Туркменистаном, Туркменистане | туркменистанский, Туркмения
ru | Чрезвычайный и Полномочный Посол | Чрезвычайного и Полномочного Посла, Чрезвычайным и Полномочным Послом | Чрезвычайная посылка
ru | Организация Объединённых Наций | Организации Объединённых Наций, Организацией Объединенных Наций | организатор объединённых наций
ru | Япония | Японии, Японией, Японию | японский
ru | МИД | МИДа, МИДом, МИДу | медиа
tk | daşary işler ministri | daşary işler ministriniň, daşary işler ministrleri, daşary işler ministrine | daşary işler ministrligi
tk | Daşary işler ministrligi | Daşary işler ministrliginiň, Daşary işler ministrlikleriniň, Daşary işler ministrligine | daşary işler ministri
tk | Türkmenistanyň Prezidenti | Türkmenistanyň Prezidentiniň, Türkmenistanyň Prezidentine | Türkmenistanyň Prezidentligi
tk | Aşgabat | Aşgabadyň, Aşgabatda, Aşgabatdaky, Aşgabada, Aşgabatdan | Aşkabat
tk | Ýaponiýa | Ýaponiýanyň, Ýaponiýada, Ýaponiýadan, Ýaponiýany | ýaponça
tk | DIM | DIM-niň, DIM-de, DIM-nde | DIN
tk | hyzmatdaşlyk | hyzmatdaşlygy, hyzmatdaşlygyň, hyzmatdaşlykda, hyzmatdaşlyga | hyzmatdaş
en | Minister of Foreign Affairs | Ministers of Foreign Affairs, the Minister of Foreign Affairs' view | Ministry of Foreign Affairs
en | embassy | embassies, embassy's | embassador
ja | 国際連合 | 国際連合総会 | 国際連盟
"""
ROWS = [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


def stands(form: str, text: str, language: str) -> bool:
    return re.search(inflection.pattern(form, language), inflection.plain(text)) is not None


@pytest.mark.parametrize(("language", "form", "right", "wrong"), ROWS, ids=[row[1] for row in ROWS])
def test_cases(language: str, form: str, right: str, wrong: str) -> None:
    assert [text for text in (form, *right.split(", ")) if not stands(form, text, language)] == []
    assert [text for text in wrong.split(", ") if stands(form, text, language)] == []
