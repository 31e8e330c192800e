"""Negation: what the source denies, the translation denies. A hint: languages negate in many ways."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from i18n.checks.bounds import turned
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.negation_words import TABLES, Words
from i18n.checks.polarity import Text, contradicted
from i18n.checks.swapped import opposites
from i18n.needles import Guarded
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator


_SENTENCE = late(r"[.!?;。！？»”」]|\b(?:но|однако)\b")
_CONCORD = {
    "ru": (
        Guarded(
            r"(?<!не )\b(?:ни (?:од(?:ин|на|но|ной|ного|ному|ним|ном|ну)|разу)|никто|никого|никому|никогда|нигде"
            r"|никак(?:ой|ая|ое|ие|ого|ому|их|им|ими|ую)|ни [^.;!?,]{2,40}, ни)\b(?! (?:ин|друг)\w+ как)"
        ),
        late(r"\b(?:не|нет|нельзя|невозможно|без|незачем|некому|неприменим\w*|недопустим\w*)\b"),
    ),
    "tk": (
        Guarded(r"\bhiç (?:bir|kim|zat|haçan|ýerde|hili|wagt)\w*"),
        late(rf"{TABLES['tk'].asks.pattern.pattern}|\b(?:ýok|gadagan)\w*|\b\w{{2,20}}s[yiuü]z\b"),
    ),
    "ja": (
        Guarded("たりとも|(?<!解)決して|何一つ|誰一人"),
        late("ない|なかっ|なく|ませ|ず|なし|ぬ|禁|不|まい|ん"),
    ),
}
"""What asks for a denial in its own sentence, and what is one; a Turkmen or Japanese one comes behind."""


# Idioms that are limits, and stand for no denial: not later than, не менее.
_BOUND = late(
    r"not? (?:less|more|later|earlier|fewer)|under|не (?:менее|более|позднее|позже|ранее|раньше|ниже|свыше|выше|меньше"
    r"|больше|реже|чаще|старше|моложе|дольше|далее|достиг)|(?:az|kem|pes|köp|artyk|gij|giç)|haýal|ýaş"
)


class _Denials:
    """What a text denies. What else may count is looked for where it does."""

    def __init__(self, text: str, words: Words) -> None:
        self._words, self._low = words, text.lower()
        self._plain = words.idioms.sub(lambda match: "\0" * len(match[0]), self._low)
        self._odd = len(self._plain) != len(text)
        """A letter has no small form of the same length."""
        self.asks, self.without = ([] if self._odd else self._found(text, each) for each in (words.asks, words.without))

    def _found(self, text: str, each: Guarded) -> list[tuple[str, int]]:
        return [(text[slice(*one.span())], one.start()) for one in each.finditer(self._plain)]

    def text(self, language: str) -> Text:
        spans = tuple((start, start + len(word)) for word, start in self.asks)
        return Text(self._low, self._low if self._odd else self._plain, spans, language)

    @cached_property
    def only(self) -> int:
        return 0 if self._odd else len(self._words.only.findall(self._plain))

    @cached_property
    def others(self) -> int:
        """How much else in it may deny something."""
        left = self._words.denying.sub("\0", self._left())
        return 1 if self._odd else self.denying + len(self._words.answers.findall(left))

    @cached_property
    def denying(self) -> int:
        """How often it denies by the meaning of a word."""
        return 0 if self._odd else len(self._words.denying.findall(self._left()))

    def _left(self) -> str:
        """What is left of it without its plain denials."""
        return self._words.asks.sub("\0", self._words.without.sub("\0", self._plain))

    @cached_property
    def idioms(self) -> int:
        """How much in it only looks like a denial."""
        return (
            1
            if self._odd
            else sum(not _BOUND.match(self._low, one.start()) for one in self._words.idioms.finditer(self._low))
        )


@lru_cache(maxsize=256)
def _denials(text: str, language: str) -> _Denials:
    """What the text denies: a source has several translations."""
    return _Denials(text, TABLES[language])


def _run(pair: Pair) -> Iterator[Finding]:
    languages = pair.source_language, pair.target_language
    if not TABLES.keys() >= {*languages} or pair.monolingual or is_copy(pair):
        return
    said, given = _denials(pair.source_prose, languages[0]), _denials(pair.target_prose, languages[1])
    lost, added = _unanswered(said, given), _unanswered(given, said)
    if lost:
        message = f"the source denies something (“{lost[0]}”), the translation does not"
        yield Finding(message, None, "see what is denied")
    if added:
        word, start = added
        message = f"the translation denies something (“{word}”), the source does not"
        yield Finding(message, (start, start + len(word)), "compare it with the source")
    yield from _alone(pair.target_prose, pair.target_language)
    if not lost and not added:
        yield from contradicted(said.text(pair.source_language), given.text(pair.target_language), pair)
    if len(said.asks) + len(said.without) == len(given.asks) + len(given.without):  # *not open* is *closed*
        found = list(opposites(pair))
        yield from found or turned(pair)


def _alone(text: str, language: str) -> Iterator[Finding]:
    """Words such as *ни один*, which ask for another denial in their own sentence, without one."""
    if language not in _CONCORD:
        return
    words, needed = _CONCORD[language]
    for match in words.finditer(text.lower()):
        before = text[: match.start()] if language == "ru" else ""
        sentence = _SENTENCE.split(before)[-1] + _SENTENCE.split(text[match.end() :])[0]
        if not sentence.strip("—– "):
            continue  # a whole answer: «Ни разу.»
        if not needed.search(sentence.lower()):
            yield Finding(f"nothing is denied beside “{match[0]}”", match.span(), "see what is denied in the source")


def _unanswered(text: _Denials, other: _Denials) -> tuple[str, int] | None:
    """A denial of a text that the other one has nothing for; they are counted, for one may stand beside another."""
    denied, taken = len(text.asks) - len(other.asks), len(text.without) - len(other.without)
    if denied + taken <= 0 or other.only > text.only:
        return None
    denied -= max(0, other.denying - text.denying)
    if denied > 0 and (_is_plain(other) or (_denies_nothing(other) and other.others <= text.others)):
        return text.asks[-1]
    return text.without[-1] if taken > 0 and denied == 0 and _is_plain(other) else None


def _is_plain(text: _Denials) -> bool:
    """Whether nothing beside plain denials is in it, which could stand for one."""
    return not text.others and not text.idioms


def _denies_nothing(text: _Denials) -> bool:
    return not text.asks and not text.without and not text.idioms


NEGATION = Check(
    "H241",
    "negation",
    "A “not” that is lost, or added, turns a statement around. They are counted in both texts. This is a "
    "hint: words such as refuse or impossible can say the same, and so can “not only ... but also”; they pass. "
    "Found are also a word, such as sign or accept, that one text denies and the other does not, and a word in the "
    "place of its opposite: import for export, north for south, at most for at least.",
    17,
    _run,
    (
        Example("en", "ru", "The parties did not sign the treaty.", "Стороны не подписали договор.", False),
        Example("en", "ru", "The parties did not sign the treaty.", "Стороны подписали договор.", True),
        Example("ru", "tk", "Стороны не поддерживают санкции.", "Taraplar sanksiýalary goldaýarlar.", True),
        Example("ru", "tk", "Стороны не поддерживают санкции.", "Taraplar sanksiýalary goldamaýarlar.", False),
        Example("en", "ja", "The talks were not held.", "協議は行われませんでした。", False),
        Example("en", "ja", "The talks were held.", "協議は行われませんでした。", True),
        Example("ja", "en", "経済だけでなく文化も議論した。", "They discussed both the economy and culture.", False),
        Example("tk", "en", "Bu mesele çözülmedi.", "This issue has been settled.", True),
        Example("en", "tk", "You may park without paying.", "Tölegsiz ulag goýup bolmaýar.", True),
        Example("ja", "en", "手数料なしで送金できます。", "Money can be sent with a fee.", True),
        Example("ru", "en", "Экспорт шёлка вырос.", "Imports of silk grew.", True),
        Example("tk", "ja", "Şäheriň demirgazygynda seýilgäh açyldy.", "市の南部に公園が開園しました。", True),
        Example("en", "ru", "The outcome is not known.", "Итог неизвестен.", False),
        Example("en", "tk", "over 40 schools", "40-dan az mekdep", True),
        Example("en", "ru", "It is not safe, so do not use it.", "Это безопасно, поэтому не пользуйтесь этим.", True),
        Example("en", "tk", "Both deny that they took part.", "Ikisi-de gatnaşandygyny boýun almaýar.", False),
        Example("en", "ru", "The team has yet to win abroad.", "Команда ещё ни разу не побеждала за рубежом.", False),
        Example("ja", "tk", "このメールに返信しないでください。", "Bu hata jogap ýazmazlygyňyzy haýyş edýäris.", False),
        Example(
            "ru", "tk", "Просим не шуметь и не курить.", "Galmagal etmezlik we çilim çekmezlik haýyş edilýär.", False
        ),
        Example("en", "ru", "Still no sign of rain", "По-прежнему ни капли дождя", False),
        Example("en", "tk", "Do not take more than 3.", "3-den köp içmäň.", False),
        Example("en", "ja", "Keep it out of reach.", "手の届かない所に置いてください。", False),
        Example("tk", "en", "Men muny hiç haçan görmändim.", "I have never seen this.", False),
        Example("en", "ja", "13 in favour, none against", "賛成13、反対0", False),
        Example("tk", "ja", "Çäklendirme henizem güýjünde galýar.", "制限は解除されていない。", False),
        Example("en", "ja", "I am deeply saddened.", "深い悲しみに堪えません。", False),
        Example("en", "ja", "Nobody came to the Ministry of Foreign Affairs.", "外務省に人が来た。", True),
        Example("en", "ru", "The law does not forbid hunting.", "Закон запрещает охоту.", True),
        Example("tk", "en", "Ol hiç haçan Tokioda ýaşamady.", "He once lived in Tokyo.", True),
        Example("en", "tk", "It was never shown abroad.", "Ol daşary ýurtda görkezilmändi.", False),
        Example("en", "tk", "a coin no larger than a button", "ilikden uly bolmadyk şaýylyk", False),
        Example("ja", "ru", "館内での飲食はご遠慮ください。", "В музее нельзя есть и пить.", False),
        Example("en", "tk", "emergency grant aid", "gaýragoýulmasyz muzdsuz kömek", False),
        Example("tk", "en", "Tejribe 2 ýyldan az bolmaly däldir.", "At least 2 years of experience.", False),
        Example("en", "ja", "gifts, including but not limited to books", "書籍などの贈り物", False),
        Example("ru", "tk", "не может гарантировать точность", "takyklygy kepillendirip bilmeýär", False),
        Example("tk", "ru", "düşünişmezlik ýüze çyksa", "если возникнет разногласие", False),
        Example("en", "ja", "The way was not clear.", "道はわかりにくかった。", False),
        Example("ru", "tk", "Я этого не ожидал.", "Men muny göz öňünde tutmandym.", False),
        Example("ru", "ja", "не-Linux ядро", "Linux 以外のカーネル", False),
        Example("en", "ja", "The problem has been settled.", "問題は解決している。", False),
        Example("ru", "tk", "право на безопасность", "eldegrilmezlik hukugy", False),
        Example("ru", "tk", "Ждите до тех пор, пока дверь не откроется.", "Gapy açylýança garaşyň.", False),
        Example("tk", "ru", "demirgazyk–gündogarda ýagyş", "дожди на северо-востоке", False),
        Example("tk", "ru", "tölegden başlap, tamamlanýança", "от оплаты до завершения", False),
        Example("ru", "tk", "Здесь не было ни одной школы.", "Bu ýerde ýekeje-de mekdep işlemeýärdi.", False),
    ),
)
