"""Words of calls, wishes, greetings, warnings and speeches: one language may end them with an exclamation mark."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from i18n.patterns import late

if TYPE_CHECKING:
    import re

# With a star for any ending.
_WORDS = {
    "en": "you your yours yourself we us our ours i my me let let's please dear thank* welcome wish* congratulat* "
    "happy hail glory hurry don't never always enjoy come join how what celebrat* hurrah bravo proud* best greet* "
    "warning attention danger* forbidden prohibited must beware caution peace holiday anniversary victory champion* "
    "win wins won winner*",
    "ru": "вы вас вам вами ваш* ты тебя тебе мы нас нам нами наш* я мой моя мои пусть давайте да спасибо уважаем* "
    "дорогой дорогая дорогие дорогим поздрав* желаем желаю пожелан* добро привет* праздн* слава ура как какой какая "
    "внимани* осторожн* опасн* запрещ* нельзя просим прошу пожалуйста юбиле* лети* побед* чемпион* гордост* гордим* "
    "торопит* успейте торжеств*",
    "tk": "siz sizi* size siziň sen biz bizi* bize biziň men meniň goý ýaşasyn gutla* gutly* arzuw* eziz* hormat* "
    "sagbol* hoş alkyş* belent* şan* şöhrat* bolsun bolsa-da berkarar* garaşsyz* watan* baýram* toý* dabara* ýyllyg* "
    "ýyllyk* üns duýduryş* howp* gadagan* haýyş* ýeňi* çempion* buýsan* bagt* mübärek*",
}
_IMPERATIVE = {
    "en": "(?!)",
    "ru": r"[а-яё]{3,}(?:йте|ите|ьте)(?:сь)?\b",
    "tk": r"\w+(?:syn|sin|sun|sün|aly|aly[ňk]|eli|eli[ňk]|[yiuü]ň|[ae]ň)(?=\W*\Z)",
}
_JAPANESE = (
    "皆|様|あなた|私|我々|われわれ|わが|我が|ください|下さい|ましょう|おめでとう|ありがとう|ようこそ|祝|ぜひ|是非|願|注意|警告"
    r"|危険|禁|なんと|さあ|万歳|こんに|勝|周年|記念|(?:よう|[いえけせてねめれろ]よ?)[。！!]?\Z"
)


@cache
def of(language: str) -> re.Pattern[str] | None:
    """What finds such a word in a text of the language; None for a language of which none are known."""
    if language == "ja":
        return late(_JAPANESE)
    words = "|".join(_WORDS.get(language, "").split()).replace("*", r"\w*")
    return late(rf"(?i)\b(?:{words})\b|\b{_IMPERATIVE[language]}") if words else None
