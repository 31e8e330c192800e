"""The language that the header of a catalog names, against the folder that it lies in (H389)."""

from __future__ import annotations

import pytest

from i18n import catalogs
from i18n.workflow import check, headers
from tests.conftest import FAIR, Workplace

RU = f"locales/ru/LC_MESSAGES/{FAIR}.po"
FINE = [("ru", "ru"), ("ru", "ru_RU"), ("ru", "ru_RU.UTF-8"), ("ru", "RU-ru"), ("ru", ""), ("pt-BR", "pt_BR"), ("pt-BR", "pt"),
        ("sr-Latn", "sr_RS@latin"), ("zh-Hant-TW", "zh_TW")]  # fmt: skip
WRONG = [("ru", "tk"), ("ru", "uk_RU"), ("tk", "tr"), ("pt-BR", "pt_PT"), ("ja", "Japanese"), ("zh-Hant-TW", "zh_CN")]


@pytest.mark.parametrize(("locale", "said"), FINE + WRONG)
def test_another_language_is_told(locale: str, said: str) -> None:
    data = f'msgid ""\nmsgstr ""\n"Language: {said}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    found = headers.contradiction(catalogs.parse(data.encode(), "x.po", locale=locale))
    assert [one.code for one in found] == (["H389"] if (locale, said) in WRONG else [])


def test_check_says_where_and_what_to_do(ministry: Workplace) -> None:
    assert [one for one in check.run(ministry.project).problems if one.code == "H389"] == []
    for name in (RU, "locales/ru/LC_MESSAGES/site.po"):
        ministry.edit(name, "Language: ru", "Language: tk")
    found = [one for one in check.run(ministry.project).problems if one.code == "H389"]
    assert [(str(one.place), one.message, one.hint) for one in found] == [
        (f"{name}:{line}", "the header says “Language: tk”, and the file lies in the folder of ru",
         "if it is Russian, correct the header: Language: ru; else move the file")
        for name, line in ((RU, 3), ("locales/ru/LC_MESSAGES/site.po", 3))
    ]  # fmt: skip
