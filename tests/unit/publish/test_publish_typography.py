"""Typography of pages by language, example by example. ``~`` stands for a no-break space."""

from __future__ import annotations

from datetime import date

import pytest

from i18n.model import Code, Typography
from i18n.publish.typography import Typesetter, breakable, tied, typeset

# What is written, as it is set: everything that is not tied here must not be tied.
SET = {
    "ru": (
        "В~Токио и~в~Осаке состоялась встреча",
        "«К~миру» (в~том числе с~учётом «О~нейтралитете»)",
        "23~января 2024~г. стороны встретились",
        "в~2024~году, на 2024–2025~гг., в~XX веке",
        "Нейтралитет~— это выбор~– и~право",
        "№~5, §~12, ст.~7, стр.~15",
        "Ст.~7 п.~2, пп.~3 и~4~ч.~1, Рис.~1, Тел.~44-56-92",
        "А.~С.~Пушкин, И.~О.~Фамилия и~г.~Ашхабад",
        "Это было в~2024~г. Ашхабад принял гостей",
        "и~т.~д., и~т.~п., и~др., т.~е. до н.~э.",
        "12~500~000~км, 15~млн манатов, 20~%",
        "в~2024 100 человек",
        "Группа А. На встрече",
        "за океаном, но не или",
        "г-н~Ямада с~г-жой~Аннаевой принял г-на посла",
    ),
    "en": (
        "On 23~January 2024 and on January~23, 2024",
        "In January 2024 they met in 2024 with 100 delegates",
        "Mr.~Smith, Mrs~Jones, H.E.~Dr.~J.~R.~Doe and Ms.~Annayeva",
        "No.~5 and nos.~7 and 8; there is no. The end",
        "Art.~7, para.~2, pp.~3–4, §~5, Fig.~1, Section 5 of the art. The 5 parts of the map. 7 of them",
        "12~500~t of cotton, 5~million US dollars, 10~km, 5~per cent, 9~a.m.",
        "Annex B. The parties",
        "5 parties, 3 memoranda",
    ),
    "tk": (
        "2024-nji~ýylyň 23-nji~ýanwarynda, 6-njy~maýda",
        "23~ýanwar 2024, 2024~ýyl, 15~million manat, 100~km",
        "Bitaraplyk~— biziň ýolumyz",
        "S.~Ataýew, №~5 we~ş.~m.",
        "gözelligi we dostlugy",
    ),
    "ja": ("長さ100~km のパイプライン", "会談 No. 5"),
    "fr": ("23 janvier 2024 : M. Dupont",),
}


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale, texts in SET.items() for text in texts])
def test_words_that_belong_together_stay_together(locale, text):
    expected = text.replace("~", "\u00a0")
    assert tied(text.replace("~", " "), locale) == expected
    assert tied(text.replace("~", "\n"), locale) == expected
    assert tied(text.replace("~", " "), f"{locale}-XX") == expected


def test_hanging_prepositions_are_a_choice():
    assert tied("В Токио и в Осаке, № 5", "ru", hanging=True) == "В Токио и в Осаке, №\u00a05"
    assert Typesetter(Typography(hanging_prepositions=True)).text("в Осаке", "ru") == "в Осаке"
    assert Typesetter(Typography()).text("в Осаке", "ru") == "в\u00a0Осаке"


LINK = Code(1, "open", "a", (), '<a href="x">'), Code(1, "close", "a", (), "</a>")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (LINK, ("в\u00a0", "23", "\u00a0января")),
        ((Code(1, "open", "i", (), '<i lang="en">'), Code(1, "close", "i", (), "</i>")), ("в\u00a0", "23", " января")),
        (
            (Code(1, "open", "code", (), "<code>"), Code(1, "close", "code", (), "</code>")),
            ("в\u00a0", "23", " января"),
        ),
    ],
)
def test_codes_between_words(codes, expected):
    made = typeset(("в ", codes[0], "23", codes[1], " января"), "ru")
    assert made == (expected[0], codes[0], expected[1], codes[1], expected[2])


def test_a_program_and_another_language_follow_their_own_rules():
    program = Code(1, "open", "code", (), "<code>"), Code(1, "close", "code", (), "</code>")
    assert typeset((program[0], "cp в том", program[1]), "ru") == (program[0], "cp в том", program[1])
    foreign = Code(1, "open", "span", (), '<span lang="en">'), Code(1, "close", "span", (), "</span>")
    assert typeset((foreign[0], "Mr. X в том", foreign[1]), "ru")[1] == "Mr.\u00a0X в том"


def test_japanese_headings_break_between_phrases():
    heading = ("トルクメニスタンと", *LINK[:1], "日本の外務大臣会談に", *LINK[1:], "ついて 2024")
    pieces = breakable(heading, "ja")
    assert ["".join(part for part in piece if isinstance(part, str)) for piece in pieces] == [
        "トルクメニスタンと",
        "日本の",
        "外務大臣会談に",
        "ついて 2024",
    ]
    assert breakable(("日本の外務大臣会談に" * 50,), "ja") == [("日本の外務大臣会談に" * 50,)]


@pytest.mark.parametrize(
    "heading",
    [
        "絨毯展は|2023年3月27日に|マリで|開幕する。", "今後の|日程|（2024年1月～3月）", "貿易委員会第2回会合", "第２回", "第78回国連総会で|演説",
        "2024-2026年の|協力計画", "約30か国が|参加", "75周年記念式典", "令和6年度|第1四半期", "5月9日の|勝利記念日", "二国間協議|（第12回）",
    ],
)  # fmt: skip
def test_a_number_of_a_japanese_heading_is_whole_and_stays_with_what_it_counts(heading):
    assert "|".join(piece[0] for piece in breakable((heading.replace("|", ""),), "ja")) == heading


@pytest.mark.parametrize(
    ("locale", "years", "expected"),
    [
        ("en", "both", "23\u00a0January 2024"),
        ("tk", "era", "23\u00a0ýanwar 2024"),
        ("ru", "era", "23\u00a0января 2024\u00a0г."),
        ("ja", "gregorian", "2024年1月23日"),
        ("ja", "era", "令和6年1月23日"),
        ("ja", "both", "令和6年（2024年）1月23日"),
    ],
)
def test_dates_above_a_page(locale, years, expected):
    assert Typesetter(Typography(japanese_years=years)).date_line(date(2024, 1, 23), locale) == expected


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("tk", "2024-nji ýylyň 6-njy maýy", "*2024-nji*~ýylyň *6-njy*~maýy"),
        ("tk", "hem-de A-2024-nji, 2024-njiden & <b>", "hem-de A-2024-nji, 2024-njiden &amp; &lt;b&gt;"),
        ("ru", "с 23-го по 25-е, 2-й раз", "с~*23-го* по *25-е*, *2-й* раз"),
        ("ru", "2024-2025, Су-27-й, 10-летие", "2024-2025, Су-27-й, 10-летие"),
        ("en", "the 23-rd of 2024-nji", "the 23-rd of 2024-nji"),
    ],
)
def test_a_number_and_its_ending_stay_on_one_line(locale, text, expected):
    typesetter = Typesetter(Typography())
    made = typesetter.markup(typesetter.text(text, locale), locale)
    assert made.replace('<span class="whole">', "*").replace("</span>", "*") == expected.replace("~", "\u00a0")
