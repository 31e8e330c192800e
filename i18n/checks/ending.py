"""How a text ends: full stop, question, exclamation, colon, ellipsis, as the source does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from i18n import scripts
from i18n.checks import calls
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

Ending = Literal["stop", "question", "exclamation", "colon", "ellipsis", "link", "none", "open"]

_CLOSING = "»”“’\"')]）」』】》〉 \u00a0\u3000\n\t"
_SIGNS: dict[str, Ending] = {
    ".": "stop", "。": "stop", "．": "stop", "｡": "stop", "?": "question", "？": "question", "!": "exclamation",
    "！": "exclamation", ":": "colon", "：": "colon", "…": "ellipsis", ";": "link", "；": "link", ",": "link",
    "、": "link", "，": "link",
}  # fmt: skip
_NAMES = {
    "stop": "a full stop", "question": "a question mark", "exclamation": "an exclamation mark", "colon": "a colon",
    "ellipsis": "an ellipsis", "link": "a comma or semicolon", "none": "no sign",
}  # fmt: skip
# A full stop may belong to the abbreviation before it: "at 9 a.m.", «в 2024 г.», "2024-nji ý.", "Co., Ltd."
_ABBREVIATION = late(
    r"\b(?:[^\W\d_]|гг|вв|ст|стр|им|др|пр|км|кг|га|см|мм|тыс|млн|млрд|руб|долл|чел|экз|шт|табл|рис|мин|сек|ул|обл|min|sek|sah|max|approx|est|dept|fig|pp|pcs|ltd|inc|co|corp|st|no|mr|mrs"
    r"|jr|sr|vs|etc|bros|messrs|başg|şah|ş\.m)\.\Z",
    re.IGNORECASE,
)
_LONGEST = 10
"""Letters of the longest of them, and some."""
_TELEPHONE = late(r"\d[\d() -]{6,20}\Z")
_LINKED = late(r"[;,；][ \u00a0](?:and|or|и|или|we|ýa-da|hem-de)\Z")
"""How an item of a list ends that leads to the next one."""
_ENTITY = late(r"&\w{1,8};\Z")
_ASKS = late(r"(?:か|かね|かな|の|だろう|ませ|でしょう)[。.]?\Z")
_SURELY_ASKS = late(r"(?:です|ます|でした|ました|でしょう)か。?\Z|(?<![なまろうどすた])か。\Z")
_LEADS_IN = late(r"(?:とおり|通り|以下|次|下記|左記)[^。]{0,40}\Z")

_LONG = {"en": 40, "ru": 40, "tk": 40, "ja": 22}
"""Letters of a plain statement, at least: what is shorter can be a call."""
_SIGN = late("[!?！？…]")
_QUOTED = late(r"[«“„「『\"]")
_POLITE = late(r"(?:です|ます|でした|ました|ません)。\Z")


def _run(pair: Pair) -> Iterator[Finding]:
    if pair.role == "title" or pair.monolingual or is_copy(pair):
        return
    source, target = pair.source_prose.strip(), pair.target_prose
    wanted, given = _ending(source, pair.source_language), _ending(target, pair.target_language)
    if wanted == given or "open" in (wanted, given) or _fits(wanted, given, pair):
        return
    at = len(target.rstrip(_CLOSING)) or len(target)
    message = f"the source ends with {_NAMES[wanted]}, the translation with {_NAMES[given]}"
    yield Finding(message, (max(0, at - 1), at), f"end the text with {_NAMES[wanted]}")


@lru_cache(maxsize=256)
def _ending(text: str, language: str) -> Ending:
    bare = text.rstrip(_CLOSING)
    if not bare or not any(map(str.isalpha, bare)) or _ENTITY.search(bare):
        return "open"
    if bare.endswith(("...", "。。。", "・・・")):
        return "ellipsis"
    if _LINKED.search(bare, max(0, len(bare) - _LONGEST)):
        return "link"
    if language == "ja" and _SURELY_ASKS.search(bare):
        return "question"
    if language == "ja" and text.rstrip().endswith("」") and bare[-1].isalnum():
        return "open"  # no full stop stands before the mark that closes a quotation
    if ending := _SIGNS.get(bare[-1]):
        return "open" if ending == "stop" and _ABBREVIATION.search(bare, max(0, len(bare) - _LONGEST)) else ending
    return "none" if bare[-1].isalnum() and not _TELEPHONE.search(bare) else "open"


def _fits(wanted: Ending, given: Ending, pair: Pair) -> bool:
    """Whether two languages may end one text in these two ways."""
    ends = {wanted, given}
    if given == "link" and wanted in ("stop", "none") and not pair.target_text.rstrip(_CLOSING).endswith((";", "；")):
        return False
    if given == "link" and wanted == "stop" and _is_sentence(pair):
        return False
    if given == "link" and wanted == "none":
        return pair.target_language == "ja"
    if wanted == "stop" and given == "exclamation" and _is_plain(pair):
        return False
    if ends == {"stop", "exclamation"} or "link" in ends:
        return "ja" in (pair.source_language, pair.target_language) or given == "stop" or wanted == "stop"
    for text, language, other, own in (
        (pair.target_text, pair.target_language, wanted, given),
        (pair.source_text, pair.source_language, given, wanted),
    ):
        if language == "ja" and _fits_japanese(text.rstrip(_CLOSING), other, own):
            return True
    return False


def _is_plain(pair: Pair) -> bool:
    """Whether a text tells a fact at length: no call, wish, greeting or speech, which may end with an exclamation."""
    for text, language in ((pair.source_prose, pair.source_language), (pair.target_prose, pair.target_language)):
        called = calls.of(language)
        if called is None or called.search(text) or scripts.letters(text).total() < _LONG[language]:
            return False
        if _SIGN.search(text.rstrip(_CLOSING)[:-1]) or _QUOTED.search(text):
            return False
    return pair.role != "item" and any(map(str.isdigit, pair.target_prose))


def _is_sentence(pair: Pair) -> bool:
    """Whether a text is no item of a list, which may end with a semicolon whatever the other ends with."""
    if pair.role == "item":
        return False
    if pair.source_language == "ja":
        return pair.source_text.rstrip(_CLOSING).endswith("。")
    words = pair.source_text.split()
    return len(words) > 3 and words[0][:1].isupper()


def _fits_japanese(text: str, other: Ending, own: Ending) -> bool:
    if other == "question":
        return own in ("stop", "none") and bool(_ASKS.search(text))
    if other == "colon":
        return bool(_LEADS_IN.search(text.rstrip("。")))
    if other == "exclamation":
        return own in ("stop", "none")
    # A Japanese item, caption or heading that ends with a noun has no full stop.
    return other == "stop" and own == "none" and len(text) < _SHORT and not _SENTENCE.search(text)


_SHORT = 16
_SENTENCE = late(r"(?:です|ます|ました|でした|ません|である|た|る|い|う|だ|ない|ください)\Z")

ENDING = Check(
    "H242",
    "ending",
    "A statement ends with a full stop (。 in Japanese), a question with a question mark (or か。), what leads in to a "
    "list with a colon (or 次のとおり。). Titles are free, and so is a full stop that belongs to an abbreviation.",
    8,
    _run,
    (
        Example("en", "ru", "The talks were held.", "Переговоры состоялись.", False),
        Example("en", "ru", "The talks were held.", "Переговоры состоялись", True),
        Example("en", "ru", "The talks were held here.", "Переговоры состоялись здесь;", True),
        Example("en", "tk", "Will the meeting take place?", "Duşuşyk bolarmy?", False),
        Example("en", "tk", "Will the meeting take place?", "Duşuşyk bolarmy.", True),
        Example("en", "ja", "Will the meeting take place?", "会談は行われますか。", False),
        Example("ru", "ja", "Переговоры состоялись.", "協議が行われました", True),
        Example("ru", "ja", "Подписаны:", "以下の文書が署名されました。", False),
        Example("ru", "en", "Подписаны следующие документы:", "The following documents were signed", True),
        Example("en", "ru", "The talks begin at 9 a.m.", "Переговоры начнутся в 9 часов утра.", False),
        Example("ja", "en", "協議が行われました。", "The talks were held", True),
        Example("en", "tk", "to protect nature; and", "tebigaty goramak;", False),
        Example(
            "en",
            "ru",
            "The factory in the north of the city produced 400 tractors in March.",
            "Завод на севере города выпустил в марте 400 тракторов!",
            True,
        ),
        Example("en", "ru", "We wish you good health in 2026.", "Желаем вам крепкого здоровья в 2026 году!", False),
        Example("en", "ru", "Photographs: 3 copies", "Фотографии — 3 экз.", False),
    ),
)
