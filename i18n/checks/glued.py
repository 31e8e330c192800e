"""Words that lost the space between them: theMinister, 2024года, ofthe, года.Стороны, СНГ(Содружество)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from i18n.checks.frame import Finding, Pair
from i18n.model import Code, Content
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOWER = {"en": "a-z", "tk": "a-zäçžňöşüý", "ru": "а-яё"}
_UPPER = {"en": "A-Z", "tk": "A-ZÄÇŽŇÖŞÜÝ", "ru": "А-ЯЁ"}
# Small words that stand before a name or a number.
_BEFORE_NAMES = {
    "en": "of|in|to|on|at|by|and|for|the|with|from|that",
    "tk": "we|bu|bilen|hem|şol|üçin",
    "ru": "в|с|к|и|о|у|а|во|со|на|по|из|от|до|за|об|для|при|что",
}
_BEFORE_NUMBERS = {
    "en": "of|in|to|on|at|by|and|for|with|from|than|about|until|since|over|some|January|February|March|April|May|June"
    "|July|August|September|October|November|December",
    "tk": "we|bilen|hem|sagat|ýylyň|ýylda",
    "ru": "в|с|к|и|о|во|на|по|из|от|до|за|около|свыше|более|почти",
}
_UNITS = {
    "en": "km|kg|ha|MW|kW|GW|GWh|kWh|TWh|tonnes|tons",
    "tk": "km|kg|mln|mlrd|MWt|kWt|GWt|ga|tonna",
    "ru": "км|кг|га|см|мм|тыс|млн|млрд|МВт|кВт|ГВт|руб|долл|чел|гг|год[а-я]{0,2}",
}
_ENDINGS = {
    "en": "hrs?|min|sec|mol|fold|ish|ppm|MHz|GHz|kbps|bps|ths|mm|cm",
    "tk": "nji|njy",
    "ru": "ого|ему|ому|ыми|его|ыми",
}
_BRANDS = frozenset(
    "youtube linkedin facebook powerpoint playstation softbank deepseek whatsapp astrazeneca biontech petrochina "
    "worldskills intercontinental mastercard timespress turkmenportal eurasianet sinopharm sinovac jetbrains github "
    "openai microsoft javascript typescript unionpay paypal alibaba metallinvest kazmunaygas uzbekneftegaz neftegaz "
    "soyuzpatent telecom businessturkmenistan airfrance salesforce bitcoin worldcom spacex starlink quickbooks".split()
)
_NAME_PARTS = late(r"(?:Mc|Mac|De|Di|Da|La|Le|Du|Van|Von|Fitz|Saint|Al|El|Ibn|Bin)\Z")
_RUSSIAN = late(r"(?<![\w-])[а-яё]{3,}[йхмцшщпбжь]в(?= [а-яё])")
"""No Russian word ends in these letters: the preposition behind it has lost its space."""
_ENGLISH = late(
    r"(?<![\w-])(?:(?:of|in|to|for|on|and|with|by|at|from|that)the|(?:of|for|on|and|with|by|from|at)(?:their|this|these|which)"
    # No English word begins so, but the article and a word.
    r"|the(?:[bcdghjklpqvw][a-z]{2,}|mi(?!s)[a-z]{2,}|fi[a-z]{2,}|si(?!s)[a-z]{2,}|in(?!e)[a-z]{2,}|ta[a-z]{2,}|eco[a-z]+"
    r"|am[a-z]{3,}|un[a-z]{3,}|offi[a-z]+))(?![\w’'-])"
)


_TAILS = "is|was|are|were|and|the|of|to|will|has|have|with|from|by|on|at|for"
_ENGLISH_TAIL = late(
    rf"(?<![\w-])[a-z]{{3,}}(?:tion|sion|ment|ness|ity|ance|ence|ship|tract|ing|port|ject)s?(?:{_TAILS})(?![\w’'-])"
)
_RUSSIAN_TAIL = late(r"(?<![\w-])[а-яё]{3,}(?:ения|ания|ского|еского|ацию|ацией)(?!ми|х)[а-яё]{4,}")
"""A word that goes on behind an ending that ends words."""
_STUCK = {"en": (_ENGLISH, _ENGLISH_TAIL), "ru": (_RUSSIAN, _RUSSIAN_TAIL)}


@cache
def _made(pattern: str, language: str) -> re.Pattern[str]:
    """The pattern with the language's letters and words in place of the names in it."""
    return re.compile(
        pattern.replace("LOWER", _LOWER[language])
        .replace("UPPER", _UPPER[language])
        .replace("NAMES", _BEFORE_NAMES[language])
        .replace("NUMBERS", _BEFORE_NUMBERS[language])
        .replace("UNITS", _UNITS[language])
        .replace("ENDINGS", _ENDINGS[language])
    )


_TWO_WORDS = (
    r"(?<![\w’'-])(?:(?:(?:NAMES)|[LOWER]{3,})(?=[UPPER][LOWER]{2}|[UPPER]{2})|[UPPER][LOWER]{3,}(?=[UPPER][LOWER]{3}))"
)
_TO_NUMBER = r"(?<![\w-])(?:NUMBERS|(?i:NUMBERS)(?<=\w\w)|[LOWER]{3,})(?=\d)"
_FROM_NUMBER = (
    r"(?<![\w.,:/-])(?:\d{1,2}:)?\d+(?:[.,]\d+)?"
    r"(?=(?:UNITS|NAMES)(?!\w)|(?!(?:ENDINGS)(?!\w))[LOWER]{3,}|[UPPER][LOWER]{2})"
)
# What the dear patterns here have to do with: most texts have none of it.
_CAPITAL_INSIDE = r"[UPPER](?<=[LOWER].)"
_NUMBER_BESIDE = late(r"\d(?:[^\W\d_]|(?<=[^\W\d_]\d))")
_STOP_INSIDE = late(r"\.[A-ZÄÇŽŇÖŞÜÝА-ЯЁ]")
_COMMA_INSIDE = late(r"[,;]\d")
_SHORT = frozenset(
    "so it is in on up us we he me be go do of to by as at он ей их её да же ли они она оно так как был там тут".split()
)
_ENDED = late(
    r"(?:(?<![^\W\d_])(?P<short>[^\W\d_]{2,3})|(?<=[\d»”)%])(?<!\A\d)(?<!\s\d))\.(?=[A-ZÄÇŽŇÖŞÜÝА-ЯЁ][^\W\d_]{2})"
)
_ABBREVIATED = frozenset(
    "стр обл гор мин зам наб пер пос доц тел рис см св ул им пр гос mrs gen gov sen col inc ltd rev hon jan feb mar "
    "apr jun jul aug sep oct nov dec vol art sec fig dr mr ms st no vs".split()
)
_DATES = late(r"(?<=[^\W\d_]{2})[,;](?=\d{1,4}(?!\d))|(?<=\d),(?=(?:19|20)\d\d(?![\d,.]))")
_DASH = late(r"(?<=[^\W_])–(?=\s\d)|(?<=\d\s)–(?=\d)|(?<=[^\s]\s)[—–](?=[^\W\d_]{2})|(?<=[^\W\d_])[—–](?=\s[^\W\d_])")
_WHOLE = late(r"[^\W_]{1,30}")
"""A word with the digits in it: *libc6*."""
_HYPHEN = late(r"(?<=[^\W\d_]) -(?=[^\W\d_]{2})|(?<=\d)(?: -|- )(?=n[jd][iy])")
_CLOSED = {"en": late("”(?=[A-Za-z]{2})"), "ru": late("»(?=[а-яё])")}


def glued(pair: Pair, text: str, seams: set[int]) -> Iterator[Finding]:
    """What has to be written apart; where a code stands, it may be a line break."""
    language = pair.target_language
    for match in _places(pair, text):
        at = match.end()
        if at not in seams:
            yield Finding(
                f"a space is missing behind “{match[0]}”", (match.start(), at), "put a space", fix=f"{match[0]} "
            )
    for match in _DASH.finditer(text) if "–" in text or "—" in text else ():
        yield Finding(f"“{match[0]}” has a space on one side only", match.span(), "put a space on both sides")
    for match in _HYPHEN.finditer(text) if " -" in text or "- " in text else ():
        yield Finding("there is a space beside a hyphen", match.span(), "write the word together", fix="-")
    for match in (found for pattern in _STUCK.get(language, ()) for found in pattern.finditer(text)):
        yield Finding(f"{match[0]} is two words", match.span(), "write them apart")
    if not pair.monolingual:
        yield from _at_codes(pair)


def _places(pair: Pair, text: str) -> Iterator[re.Match[str]]:
    """Every match behind which a space is missing."""
    language = pair.target_language
    source = pair.source_text
    for match in _made(_TWO_WORDS, language).finditer(text) if _made(_CAPITAL_INSIDE, language).search(text) else ():
        if not _is_name(match[0], text[match.end() :], source):
            yield match
    for pattern in (_TO_NUMBER, _FROM_NUMBER) if _NUMBER_BESIDE.search(text) else ():
        for match in _made(pattern, language).finditer(text):
            whole = _WHOLE.match(text, match.start())
            if whole and whole[0] not in source:
                yield match
    for match in _ENDED.finditer(text) if _STOP_INSIDE.search(text) else ():
        short = match["short"]
        if short is None or (short.islower() and short not in _ABBREVIATED and (len(short) > 2 or short in _SHORT)):
            yield match
    if _COMMA_INSIDE.search(text):
        yield from _DATES.finditer(text)
    if closed := _CLOSED.get(language):
        yield from closed.finditer(text)


def _is_name(first: str, rest: str, source: str) -> bool:
    """Whether two capitals stand in a name such as YouTube, McDonald or КазМунайГаз."""
    second = re.match(r"[^\W\d_]*", rest)
    word = first + (second[0] if second else "")
    if word.lower() in _BRANDS or word.casefold() in source.casefold() or _NAME_PARTS.match(first):
        return True
    return first[0].isupper() and bool(re.search(r"[^\W\d_][a-zа-яё][A-ZА-ЯЁ]", source))


def _at_codes(pair: Pair) -> Iterator[Finding]:
    """Where the space before or behind a code was lost: "read the<a>law</a>first"."""
    known = _hugged(pair.source) if pair.source_language != "ja" else {}
    for code, at in _hugged(pair.target).items():
        if code not in known and not (code.kind == "close" and pair.target_language == "tk"):
            side, span = ("before", (at - 1, at)) if code.kind == "open" else ("behind", (at, at + 1))
            yield Finding(f"a space is missing {side} {code.name}", span, "put a space")


def _hugged(parts: Content) -> dict[Code, int]:
    """The codes that have letters on both sides, with their places."""
    found: dict[Code, int] = {}
    at = 0
    for index, part in enumerate(parts):
        if isinstance(part, str):
            at += len(part)
        elif part.kind != "alone" and part.name not in ("sub", "sup") and 0 < index < len(parts) - 1:
            before, behind = parts[index - 1], parts[index + 1]
            if isinstance(before, str) and isinstance(behind, str) and before[-1:].isalpha() and behind[:1].isalpha():
                found[part] = at
    return found
