"""Whether a text denies a word: *will not be considered*. What one text denies, the other does not affirm."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks.frame import Finding, Pair
from i18n.checks.vocabulary import Named, named
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator


class Text(NamedTuple):
    """What polarity is read from, in small letters."""

    low: str
    plain: str
    """Without idioms that only look like a denial: ``\\0`` stands for each of their letters."""
    asks: tuple[tuple[int, int], ...]
    """Where plain denials begin and end."""
    language: str


_CLAUSE = {
    "en": late(r"[.;:!?()—]|, (?:so|but|and|while|although|though|because|as)\b"),
    "ru": late(r"[.;:!?()—]|, (?:но|а|поэтому|однако|хотя|потому|так)\b"),
    "tk": late(r"[.;:!?()—,]"),
    "ja": late("[。；;：！？?（）「」、]|ため|ので"),
}
_AUXILIARY = (
    "(?: (?:be|been|being|have|has|had|yet|to|also|fully|currently|formally|officially|get|now|always|automatically))*"
)
_BEFORE = {
    "en": late(
        rf"\bnon-\Z|(?:\b(?:not|cannot|never|no longer)|n['’]t){_AUXILIARY} \Z"
        rf"|\b(?:no|none|neither|nobody|no one)\b[^.;:]{{0,60}}"
        rf" (?:is|are|was|were|be|been|will|may|can|shall|should|must|has|have|had|could|would){_AUXILIARY} \Z"
    ),
    "ru": late(
        r"\bне (?:(?:был\w*|буд\w+|быть|мо[жг]\w+|долж\w+|следует|стоит|удалось|удастся|намерен\w*|собира\w*|планиру\w*"
        r"|ещё|еще|пока|полностью|официально|подлеж\w+|ею|им|ей|ими|его|её|их)\s)*\Z"
    ),
}
_BEHIND = {
    "ru": late(r" не (?:буд\w+|был\w*|мо[жг]\w+|долж\w+|следует|подлеж\w+|удалось)\b"),
    "tk": late(r" (?:däl\w*|[a-zäçžňöşüý]{2,}m[ae](?:z|ý[aä]r|d[yi])\w*|ýol berilme\w+|gadagan\w*)"),
    "ja": late(
        "(?:の?対象)?[ぁ-ん]{0,9}?(?:(?:一切|全く|決して)[ぁ-ん]{0,2})?(?:ない(?!うち)|ません|なかっ|なく|禁止|不可)"
    ),
}
"""What denies the word that it stands beside."""
_UNSURE = {
    "en": late(
        r"\b(?:not|no|cannot|never|nobody|neither|nor|none|nothing|without|only|unless|until|before|except|if|whether"
        r"|rather|instead|hardly|barely|rarely|seldom|few|little|less|too|avoid\w*|fail\w*|refus\w*|den(?:y|ie)\w*"
        r"|stop\w*|remov\w*|eliminat\w*|prevent\w*|prohibit\w*|forb\w*|ban\w*|against|impossible|unable|lack\w*|yet|far|subject|cease\w*"
        r"|\w+less)\b|n['’]t|[?\0]"
    ),
    "ru": late(
        r"\b(?:не|не(?:возможн|допуст|доступ|удач|достат|способ|верн)\w*|нет|ни\w*|нельзя|без|пока|если|ли|только|лишь|кроме|вместо|едва|вряд|редко|мало|слишком|запре\w*"
        r"|воспрещ\w*|устран\w*|избав\w*|отпа\w*"
        r"|отказ\w*|отмен\w*|избе\w*|прекра\w*|против|прежде|до т\w+|исключ\w*|лиш\w*)\b|[?\0]"
    ),
    "tk": late(
        r"\b(?:däl\w*|ýok\w*|gadagan\w*|diňe|hiç|eger|öň|ozal|çenli|entek|heniz|derek\w*|bolma\w*|garamazdan|garşy|kesil\w*|togta\w*"
        r"|\w{2,}(?:syz|siz|suz|süz)|\w{2,}m[ae](?:z\w*|ýän\w*|di\w*|dy\w*|n))\b|[?\0]"
    ),
    "ja": late(
        "のみ|だけ|しか|以外|まで|うち|前に|ば|たら|なら|場合|[否禁不未非無ぬず]|ない|ませ|なく|なし|避|断|控|遠慮|やめ|[?？か\0]"
    ),
}
"""Where any of these is in the clause, a word that nothing denies may be denied all the same."""
_WINDOW = 80


def contradicted(source: Text, target: Text, pair: Pair) -> Iterator[Finding]:
    """Words that one text denies and the other one affirms, where each has them once."""
    more = len(source.asks) - len(target.asks)  # what one text denies at this word, the other may deny at another
    ours, theirs = _once(pair.source_prose, source.language), _once(pair.target_prose, target.language)
    for concept in (concept for concept in ours if concept in theirs):
        one, other = ours[concept], theirs[concept]
        denied = _is_denied(source, one), _is_denied(target, other)
        lost = denied == (True, False) and (more > 0 or _in_word(source, one))
        if lost or (denied == (False, True) and (more < 0 or _in_word(target, other))):
            here, there = pair.source_prose[one.start : one.end], pair.target_prose[other.start : other.end]
            sides = f"the source denies “{here}”", f"the translation affirms “{there}”"
            if not lost:
                sides = f"the source affirms “{here}”", f"the translation denies “{there}”"
            yield Finding(", ".join(sides), (other.start, other.end), "see what is denied")
            return


@lru_cache(maxsize=256)
def _once(text: str, language: str) -> dict[str, Named]:
    """The words that can be denied and that a text has once."""
    found = named(text, language)
    if "predicate" not in found and "denied" not in found:
        return {}
    words = [*found.get("predicate", ()), *found.get("denied", ())]
    counted = Counter(one.concept for one in words)
    return {one.concept: one for one in words if one.sure and counted[one.concept] == 1}


def _is_denied(text: Text, word: Named) -> bool | None:
    """Whether the word is denied; None where that is not sure."""
    before, behind = _clause(text, word)
    if "\0" in text.plain[word.start : word.end]:
        return None
    if word.kind == "denied":
        return None if _denies(text, word, before, behind) or "\0" in before + behind else True
    if _denies(text, word, before, behind):
        return True
    look = before + behind if text.language in ("en", "ru") else behind
    return None if _UNSURE[text.language].search(look) or _is_cut(text, word, before, behind) else False


def _is_cut(text: Text, word: Named, before: str, behind: str) -> bool:
    """Whether the clause goes on beyond what is looked at: *No interaction with ..., including ..., is allowed.*"""
    if text.language in ("en", "ru") and len(before) == _WINDOW < word.start:
        return True
    return text.language != "en" and len(behind) == _WINDOW < len(text.plain) - word.end


def _in_word(text: Text, word: Named) -> bool:
    """Whether the word is denied in a way that is counted nowhere: *unsafe*, *no longer used*, 使えなくなる."""
    if text.language == "en" and text.low[: word.start].endswith(("no longer ", "no longer be ", "no longer been ")):
        return True
    return word.kind == "denied" or (text.language == "ja" and "なくな" in text.low[word.end : word.end + 8])


def _clause(text: Text, word: Named) -> tuple[str, str]:
    """What stands before and behind the word in its clause."""
    mark = _CLAUSE[text.language]
    before = text.plain[max(0, word.start - _WINDOW) : word.start]
    behind = text.plain[word.end : word.end + _WINDOW]
    last = max((found.end() for found in mark.finditer(before)), default=0)
    first = mark.search(behind)
    return before[last:], behind[: first.start()] if first else behind


def _denies(text: Text, word: Named, before: str, behind: str) -> bool:
    if text.language == "tk" and any(start <= word.end + 1 and word.start < end for start, end in text.asks):
        return True  # the verb itself, or the one behind it: *kepillendirip bilmeýär*
    if word.kind != "denied" and _in_word(text, word):
        return True
    own, next_to = _BEFORE.get(text.language), _BEHIND.get(text.language)
    return bool((own and own.search(before)) or (next_to and next_to.match(behind)))
