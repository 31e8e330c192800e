"""Scripts and tongues: which letters a text is written in, and which language its words look like."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

Script = Literal["Latin", "Cyrillic", "Greek", "Kana", "Han", "Hangul", "Arabic", "Other"]

SCRIPTS: dict[str, tuple[Script, ...]] = {
    "en": ("Latin",),
    "tk": ("Latin",),
    "ru": ("Cyrillic",),
    "ja": ("Kana", "Han"),
}
"""The scripts that a language is written in."""

_CLASSES: tuple[tuple[Script, str], ...] = (
    (
        "Latin",
        "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a",
    ),
    ("Cyrillic", "\u0400-\u052f\u1c80-\u1c88\ua640-\ua69d"),
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Kana", "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"),
    ("Han", "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"),
    ("Hangul", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
    ("Arabic", "\u0600-\u06ff\u0750-\u077f"),
)
_RUNS = late("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _CLASSES) + r"|(?P<Other>[^\W\d_])")
_BY_SCRIPT = {name: late(f"[{letters}]+") for name, letters in _CLASSES}
_DIGIT = late(
    "[\\d\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c"
    "\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792"
    "\U00010a40-\U00010a43\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a]"
)
_NO_LETTERS = late(r"[\W\d_]+")
_SAME_EVERYWHERE = frozenset(("e-mail", "email", "online", "offline", "internet"))
_WORD = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_KEPT = 256
"""Texts whose letters and words are kept: all checks of a pair ask for them, and a source has several translations."""

STOP_WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "en": "the of and to in that is was were for with on by as at from this which are be been has have had "
        "its their will would between also not or it an a during into after other all he she they who such than these",
        "tk": "we bilen üçin boýunça bu hem şeýle barada baradaky hakynda arasynda arasyndaky bolup edip ýyl ýylyň "
        "ýylda bolan boldy edildi bellediler bellenildi eden etmek hem-de şu şol dowamynda hökmünde arkaly ýurduň "
        "döwletiň ýurtlaryň hyzmatdaşlyk hyzmatdaşlygy taraplar gün onuň biz olaryň esasynda degişli täze uly iň ýaly "
        "babatda meseleleri duşuşyk duşuşygyň has diýip bolsa bar ol ýurt netijesinde geçirildi gatnaşyklary dürli",
        "tr": "ve ile için bu bir olarak olan da de çok daha en gibi kadar sonra her ancak ise üzere tarafından "
        "arasında arasındaki yılında cumhuriyeti türkiye olduğu eden etti edildi değil ki ne o",
        "ru": "и в на с по о об для что как из к от при также не был была были было это его их за до между со во а но "
        "или который которые которых года году том сторон стороны встречи ходе рамках она он они мы же этом этой",
        "uk": "і в на з та що для як від про із до також не був була були це його їх між або який які року році "
        "зустрічі сторони під час щодо й у за",
        "bg": "и в на с по за от да се че е са като при също не беше бяха това му им между или който които година "
        "през към със във страни бе",
        "kk": "және мен бен үшін бұл да де жылы туралы бойынша болып деп осы арасындағы екі ретінде",
    }.items()
}
"""Short, frequent words of the languages, and of the neighbours that they can be taken for."""

# Letters that Turkmen and Turkish share neither with English nor with each other.
_OWN_LETTERS = {"tk": late("[ýňžÝŇŽ]"), "tr": late("[ığİĞ]")}
# Letters that each of these has and the ones below it lack.
_CYRILLIC = {"kk": late("[әғқңөұү]"), "uk": late("[іїєґ]"), "ru": late("[ыэё]")}
_LONGEST = 20_000
"""Characters that are enough to tell the language of a text."""

NAMES = {
    "en": "English", "tk": "Turkmen", "ru": "Russian", "ja": "Japanese", "tr": "Turkish", "uk": "Ukrainian",
    "bg": "Bulgarian", "kk": "Kazakh", "zh": "Chinese",
}  # fmt: skip


@lru_cache(maxsize=_KEPT)
def runs(text: str) -> tuple[tuple[Script, str, int], ...]:
    """Every run of letters of one script: script, letters, offset. Letters of other scripts stand alone."""
    return tuple(
        [
            (match.lastgroup, match[0], match.start())  # type: ignore[misc]
            for match in _RUNS.finditer(text)
            if match.lastgroup != "Other" or match[0].isalpha()
        ]
    )


def has(text: str, script: Script) -> bool:
    """Whether the text has a run of a script."""
    return _BY_SCRIPT[script].search(text) is not None


def others(text: str, known: frozenset[Script]) -> bool:
    """Whether the text may have a run of another script than these: no is sure. The runs need not be made."""
    if "Latin" in known and text.isascii():
        return False
    return any(pattern.search(text) for pattern in _others(known))


@cache
def _others(known: frozenset[Script]) -> tuple[re.Pattern[str], ...]:
    """What no run of these scripts can hold: signs of another script, and letters of none that is named here."""
    own, foreign = (
        "".join(letters for name, letters in _CLASSES if (name in known) is wanted) for wanted in (True, False)
    )
    return (*([re.compile(f"[{foreign}]")] if foreign else []), re.compile(rf"[^\W\d_{own}]"))


@lru_cache(maxsize=_KEPT)
def letters(text: str) -> Counter[Script]:
    """How many letters of each script the text has. Many ask for the same: do not change it."""
    left = _NO_LETTERS.sub("", text)
    if left.isascii():
        return Counter[Script]({"Latin": len(left)})
    counted: Counter[Script] = Counter()
    for script, pattern in _BY_SCRIPT.items():
        if not left:
            break
        others = pattern.sub("", left)
        counted[script] = len(left) - len(others)
        left = others
    counted["Other"] = len(left)
    return counted


def digits(text: str) -> int:
    """How many digits the text has, raised ones and those in circles, too."""
    return len(_DIGIT.findall(text))


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a text with their offsets; a hyphen or an apostrophe inside a word is part of it."""
    return tuple([(match[0], match.start()) for match in _WORD.finditer(text)])


@lru_cache(maxsize=_KEPT)
def lowered(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(_WORD.findall(text.lower()))


def hits(found: Iterable[str], language: str) -> int:
    """How many of the words, in lower case, are stop words of the language."""
    return sum(map(STOP_WORDS.get(language, frozenset()).__contains__, found))


def likeness(text: str, language: str) -> int:
    """How many words are surely of the language: stop words, and those with letters of its own."""
    own = _OWN_LETTERS.get(language)
    marked = sum([own.search(word) is not None for word, _ in words(text)]) if own and own.search(text) else 0
    return hits(lowered(text), language) + marked


def guess(text: str) -> str | None:
    """The language that a whole text is surely in; None where its letters and little words do not tell."""
    text = text[:_LONGEST].lower()
    counted, found = letters(text), [word for word, _ in words(text)]
    if counted["Kana"] * 10 > counted.total():
        return "ja"
    if counted["Cyrillic"] * 2 > counted.total():
        shares = {tag: sum(bool(own.search(word)) for word in found) for tag, own in _CYRILLIC.items()}
        sure = next((tag for tag, share in shares.items() if share * 40 > len(found)), None)
        return sure or _likest(text, ("ru", "uk", "bg"), 0)
    return _likest(text, ("en", "tk", "tr"), 2 + len(found) // 6)


def _likest(text: str, languages: tuple[str, ...], fewest: int) -> str | None:
    """The language that more words belong to than to any other, where more than ``fewest`` do."""
    best, second = sorted(((likeness(text, tag), tag) for tag in languages), reverse=True)[:2]
    return best[1] if best[0] > max(fewest, second[0]) else None


def is_plain_word(word: str) -> bool:
    """Whether a word is running text: lower case and four letters or more, so no name and no acronym."""
    return len(word) >= 4 and word.islower() and word not in _SAME_EVERYWHERE
