"""Near matches made to fit: what is certain in each language, and what is left to a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import glossary
from i18n.adapt import Replaced, adapt
from i18n.termbase import Termbase

ROOT = Path(__file__).parents[2]
TERMS = Termbase(glossary.parse((ROOT / "locales" / "glossary.csv").read_text("utf-8"), "glossary.csv"))

MEETING = "On January 23, 2024, the parties met."
LATER = "On February 7, 2030, the parties met."


def made(pair: str, new: str, old: str, target: str) -> str | None:
    found = adapt(new, old, target, *pair.split("-"), TERMS)
    return found and found.target


@pytest.mark.parametrize(
    ("pair", "new", "old", "target", "expected"),
    [
        # Days, in the case that stands there.
        ("en-ru", LATER, MEETING, "23 января 2024 года стороны встретились.", "7 февраля 2030 года стороны встретились."),
        ("en-tk", LATER, MEETING, "2024-nji ýylyň 23-nji ýanwarynda taraplar duşuşdylar.",
         "2030-njy ýylyň 7-nji fewralynda taraplar duşuşdylar."),
        ("en-ja", LATER, MEETING, "2024年1月23日、双方は会談した。", "2030年2月7日、双方は会談した。"),
        ("en-ja", LATER, MEETING, "２０２４年１月２３日、双方は会談した。", None),
        ("en-ja", LATER, MEETING, "令和6年1月23日、双方は会談した。", "令和12年2月7日、双方は会談した。"),
        ("en-ja", LATER, MEETING, "2024年（令和6年）1月23日、双方は会談した。", "2030年（令和12年）2月7日、双方は会談した。"),
        ("en-ja", "On April 30, 2019", "On May 1, 2018", "平成30年5月1日", None),
        ("en-ja", LATER, MEETING, "二〇二四年一月二十三日、双方は会談した。", None),
        ("ru-en", "7 февраля 2030 года", "23 января 2024 года", "On January 23, 2024", "On February 7, 2030"),
        ("ru-en", "7 февраля 2030 года", "23 января 2024 года", "the 23rd of January 2024", "the 7th of February 2030"),
        ("ru-en", "7 февраля 2030 года", "23 января 2024 года", "Jan 23, 2024", None),
        ("ru-tk", "6 апреля", "23 января", "23-nji ýanwaryna", "6-njy apreline"),
        ("ru-tk", "6 апреля", "23 января", "23-nji ýanwarda", "6-njy aprelde"),
        ("tk-ru", "2030-njy ýylyň fewralynda", "2024-nji ýylyň ýanwarynda", "в январе 2024 года", "в феврале 2030 года"),
        ("en-ru", "On 4 January", "On 3 January", "с 3 января", "с 4 января"),
        ("en-ru", "On 2 January", "On 3 January", "с 3 января", None),
        ("en-ru", "in August", "in January", "об этом в январе", "об этом в августе"),
        ("en-ru", "in August 2024", "in January 2024", "о январе 2024", None),
        ("en-ru", "23/02/2024", "23/01/2024", "23.01.2024", "23.02.2024"),
        ("en-ru", "5/11/2024", "15/11/2024", "15.11.2024", None),
        ("en-ru", "5/3/2024", "15/3/2024", "15.03.2024", "05.03.2024"),
        ("en-ru", LATER, MEETING, "23 января стороны встретились.", None),
        ("en-ru", LATER, MEETING, "24 января 2024 года стороны встретились.", None),
        ("en-ru", "On 23–25 January", "On 23–24 January", "23–24 января", "23–25 января"),
        ("en-tk", "On 5–6 April", "On 23–24 January", "23–24-nji ýanwarda", "5–6-njy aprelde"),
        ("en-ja", "On 5–6 April 2024", "On 23–24 January 2024", "2024年1月23日から24日まで", "2024年4月5日から6日まで"),
        ("en-ja", "On 5–6 April 2024", "On 23–24 January 2024", "2024年1月23～24日", "2024年4月5～6日"),
        ("ru-en", "5–6 апреля 2024 года", "23–24 января 2024 года", "On January 23–24, 2024", "On April 5–6, 2024"),
        ("en-ru", "On 5 April", "On 23–24 January", "23–24 января", None),
        ("en-ru", "from 2 to 4 April", "from 3 to 4 April", "с 3 по 4 апреля", None),
        ("en-ru", "from 5 to 8 May", "from 3 to 4 April", "с 3 по 4 апреля", "с 5 по 8 мая"),
        ("en-ru", "5 to 5 May", "3 to 4 April", "с 3 по 4 апреля", None),
        ("en-ja", LATER, MEETING, "2024年1月23日（火）、双方は会談した。", None),
        # Numbers, where the words beside them stay.
        ("en-ru", "7 documents were signed", "5 documents were signed", "подписано 5 документов", "подписано 7 документов"),
        ("en-ru", "4 documents were signed", "5 documents were signed", "подписано 5 документов", None),
        ("en-ru", "5 documents were signed", "1 document were signed", "подписан 1 документ", None),
        ("ru-en", "21 документ", "1 документ", "1 document", None),
        ("en-ru", "in 2026", "in 2024", "в 2024 году", "в 2026 году"),
        ("en-ru", "2022 people came", "2025 people came", "пришло 2025 человек", None),
        ("en-ru", "102 states", "103 states", "с 103 странами", None),
        ("en-ru", "grew by 7%", "grew by 4%", "выросли на 4%", "выросли на 7%"),
        ("en-ru", "the 6th meeting", "the 5th meeting", "5-е заседание", "6-е заседание"),
        ("en-ru", "7 states", "6 states", "6-ти государств", None),
        ("en-ru", "12,500 people", "10,000 people", "10 000 человек", "12 500 человек"),
        ("en-ru", "9,500 people", "10,000 people", "10 000 человек", None),
        ("en-ru", "2.5 billion dollars", "1.5 billion dollars", "1,5 млрд долларов", "2,5 млрд долларов"),
        ("en-ja", "2.5 billion dollars", "1.5 billion dollars", "15億ドル", "25億ドル"),
        ("en-ja", "2.55 billion dollars", "1.5 billion dollars", "15億ドル", None),
        ("en-ja", "7 documents", "5 documents", "5件の文書", "7件の文書"),
        ("en-ja", "7 documents", "5 documents", "５件の文書", "７件の文書"),
        ("en-ja", "12 things", "5 things", "5つ", None),
        ("en-tk", "the 6th meeting", "the 5th meeting", "5-nji duşuşyk", "6-njy duşuşyk"),
        ("en-tk", "the 40th", "the 5th", "5-njisi", None),
        ("en-tk", "the 7th", "the 5th", "5-njisi", "7-njisi"),
        ("en-tk", "15 states", "25 states", "25-sinde", "15-sinde"),
        ("en-tk", "16 states", "25 states", "25-sinde", None),
        ("ja-tk", "午前7時32分", "午前7時30分", "sagat 7:30-da", None),
        ("ja-tk", "午前8時30分", "午前7時30分", "sagat 7:30-da", "sagat 8:30-da"),
        ("ja-en", "第22回会合", "第5回会合", "the 5th meeting", "the 22nd meeting"),
        ("ja-en", "8日間の会合", "5日間の会合", "a 5-day meeting", None),
        ("en-ru", "at 09:05", "at 10:30", "в 10:30", "в 09:05"),
        ("en-ru", "at 3:45 p.m.", "at 2:30 p.m.", "в 14:30", None),
        ("en-ru", "3 parties and both", "2 parties and both", "2 стороны и обе", None),
        ("en-ru", "5 and 6 and 5", "5 and 5 and 5", "5, 5, 5", None),
        ("en-ru", "6 and 6", "5 and 6", "5 и 6", None),
        ("en-ru", "COVID-20", "COVID-19", "COVID-19", None),
        ("en-ru", "7 documents", "five documents", "5 документов", None),
        # Names, where the case is known.
        ("en-ja", "cooperation with Germany", "cooperation with Japan", "日本との協力", "ドイツとの協力"),
        ("en-ja", "cooperation with Germany", "cooperation with Japan", "日本国との協力", None),
        ("en-ja", "the minister in Osaka", "the minister in Tokyo", "東京での大臣", "大阪での大臣"),
        ("en-ja", "Japanese and Germany", "Japanese and Japan", "日本と日本人", None),
        ("en-tk", "the cities of Germany", "the cities of Japan", "Ýaponiýanyň şäherleri", "Germaniýanyň şäherleri"),
        ("en-tk", "in Osaka", "in Tokyo", "Tokioda", "Osakada"),
        ("en-tk", "in Dushanbe", "in Osaka", "Osakadaky", "Duşenbedäki"),
        ("en-tk", "of Dushanbe", "of Osaka", "Osakanyň", "Duşenbäniň"),
        ("en-tk", "to Ashgabat", "to Osaka", "Osaka", None),
        ("en-tk", "of Samarkand", "of Osaka", "Osakanyň", None),
        ("en-ru", "cooperation with India", "cooperation with Japan", "сотрудничество с Японией", "сотрудничество с Индией"),
        ("en-ru", "about India", "about Japan", "о Японии", None),
        ("en-ru", "cooperation with Kazakhstan", "cooperation with Japan", "сотрудничество с Японией", None),
        ("ru-en", "города Германии", "города Японии", "Japan’s cities", "Germany’s cities"),
        ("ru-en", "города Филиппин", "города Японии", "the cities of Japan", None),
        ("ru-tk", "сотрудничество с Японией", "сотрудничество с Германией", "Germaniýa bilen hyzmatdaşlyk",
         "Ýaponiýa bilen hyzmatdaşlyk"),
        ("en-ru", "Japan and Germany", "Germany and Japan", "Германия и Япония", "Япония и Германия"),
        ("en-ru", "Japan and Japan", "Germany and Japan", "Германия и Япония", None),
        # The rest of the sentence.
        ("en-ru", "On January 24, 2024, the sides met.", MEETING, "23 января 2024 года стороны встретились.", None),
        ("en-en", LATER, MEETING, MEETING, None),
        ("en-pt", "7 documents", "5 documents", "5 documentos", None),
    ],
)  # fmt: skip
def test_what_is_certain(pair: str, new: str, old: str, target: str, expected: str | None) -> None:
    assert made(pair, new, old, target) == expected


PEOPLE = """\
en,tk,ru,ja,kind
Rashid Meredov,Raşid Meredow,Рашид Мередов,ラシッド・メレドフ,person
Serdar Orazov,Serdar Orazow,Сердар Оразов,セルダル・オラゾフ,person
Pavel Orlov,Pawel Orlow,Павел Орлов,パヴェル・オルロフ,person
Kamikawa Yoko,Ýoko Kamikawa,Ёко Камикава,上川陽子,person
"""


@pytest.mark.parametrize(
    ("locale", "target", "new", "expected"),
    [
        ("ru", "с Рашидом Мередовым", "Serdar Orazov", "с Сердаром Оразовым"),
        ("ru", "с Рашидом Мередовым", "Pavel Orlov", None),
        ("ru", "с Рашидом Мередовым", "Yoko Kamikawa", None),
        ("tk", "Raşid Meredowyň", "Serdar Orazov", "Serdar Orazowyň"),
        ("ja", "ラシッド・メレドフ大臣", "Kamikawa Yoko", "上川陽子大臣"),
        ("ja", "メレドフ大臣", "Serdar Orazov", None),
    ],
)
def test_persons(locale: str, target: str, new: str, expected: str | None) -> None:
    terms = Termbase(glossary.parse(PEOPLE, "g"))
    found = adapt(f"with {new}", "with Rashid Meredov", target, "en", locale, terms)
    assert (found and found.target) == expected


def test_who_may_be_he_or_she_is_left_to_a_person() -> None:
    terms = Termbase(glossary.parse(PEOPLE, "g"))
    sources = "Serdar Orazow aýtdy", "Raşid Meredow aýtdy"
    assert adapt(*sources, "Rashid Meredov said that he came", "tk", "en", terms) is None
    found = adapt(*sources, "Rashid Meredov said so", "tk", "en", terms)
    assert found is not None
    assert found.target == "Serdar Orazov said so"


def test_it_says_what_was_replaced() -> None:
    found = adapt("On 3 May: 7 and 7", "On 5 May: 9 and 9", "5 мая: 9 и 9", "en", "ru", TERMS)
    assert found is not None
    assert found.replaced == (Replaced("5 мая", "3 мая"), Replaced("9", "7"))
    same = adapt("A", "A", "Б", "en", "ru", None)
    assert same is not None
    assert (same.target, same.replaced) == ("Б", ())


def test_inline_codes_stay() -> None:
    assert made("en-ru", "<a>7 documents</a>", "<a>5 documents</a>", "<a>5 документов</a>") == "<a>7 документов</a>"
    assert made("en-ru", "<b>5 documents</b>", "<a>5 documents</a>", "<a>5 документов</a>") is None
