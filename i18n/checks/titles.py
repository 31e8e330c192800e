"""Titles beside names: what a translation may leave unsaid, and an office that took the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.patterns import late
from i18n.termbase import BODIES

if TYPE_CHECKING:
    from i18n.checks.frame import Pair
    from i18n.termbase import Mention, Termbase

_JOINT = late(r"[\s\u00a0,]{0,2}(?:of |の)?")
"""What may stand between an office and its country, or between a title and a name."""
_NAME = late("[\u30a1-\u30fa\u30fc]\\Z")
"""How a name ends that the glossary need not have."""
_OURS = {
    "en": late(r"\b(?:our|the|this) (?:country|nation|homeland|motherland)\b"),
    "ru": late(r"\bнаш\w{1,4} (?:стран|государств|родин|отечеств)\w*|\bстран(?:а|ы|е|у|ой)\b"),
    "tk": late(r"\b(?:ýur[dt]|döwlet|watan|prezident|baştutan|paýtagt)\w{0,3}m[yi]z\w*|\b(?:ýurtda|ýurduň|ýurdy)\b"),
    "ja": late("わが国|我が国|同国|自国"),
}
"""How a text names its own country, or the one it speaks of."""
_LEADERS = {
    "en": late(r"\bleader\b|\bhead of state\b"),
    "ru": late(r"\bлидер\w*|\bглав\w{1,2} государства\b"),
    "tk": late(r"\blider\w*|\bdöwlet baştutan\w*"),
    "ja": late("指導者|国家元首|首脳"),
}
"""What a head of state is called beside the office."""
_CAPITAL = late(r"[ \u00a0][^\W\d_]")


def unsaid(base: Termbase, mention: Mention, pair: Pair) -> bool:
    """Whether a translation may go without the mention, for it is a part of the title beside a name.

    *Министр иностранных дел Японии Такэси Ивая* is *Foreign Minister Iwaya Takeshi*, and a Japanese title behind a
    name is a politeness. Where the translation names another country or office in its place, it may not.
    """
    kind = base.kinds[mention.form.concept]
    if kind == "country":
        return (_in_title(base, mention, pair) or _is_ours(pair)) and not _another(base, pair, "country")
    if kind == "office" and _is_leader(base, mention, pair):
        return True
    if kind == "office" and pair.source_language == "ja":
        return _behind_name(base, mention, pair) and not _another(base, pair, "office")
    return False


def _is_leader(base: Termbase, mention: Mention, pair: Pair) -> bool:
    """Whether the office is that of a head of state, and the translation speaks of a leader: *туркменский лидер*."""
    words = _LEADERS.get(pair.target_language)
    if words is None or _another(base, pair, "office"):
        return False
    forms = " ".join(base.forms(mention.form.concept, pair.target_language)).lower()
    return bool(words.search(forms) and words.search(pair.target_prose.lower()))


def _is_ours(pair: Pair) -> bool:
    """Whether the translation speaks of its country as *our country* where the source has the name."""
    ours, theirs = _OURS.get(pair.source_language), _OURS.get(pair.target_language)
    if not ours or not theirs:
        return False
    return len(theirs.findall(pair.target_prose.lower())) > len(ours.findall(pair.source_prose.lower()))


def taken_over(base: Termbase, mention: Mention, pair: Pair) -> bool:
    """Whether a one-word title before a name, such as *President*, gave way to another office of the glossary."""
    following = pair.source_text[mention.end : mention.end + 2]
    if base.kinds[mention.form.concept] != "office" or not pair.source_text[mention.start].isupper():
        return False
    return bool(_CAPITAL.fullmatch(following)) and following[-1].isupper() and _another(base, pair, "office")


def _in_title(base: Termbase, country: Mention, pair: Pair) -> bool:
    """Whether the country belongs to an office that a person's name follows, or that follows it."""
    mentions = base.mentions(pair.source_prose, pair.source_language)
    persons = [one for one in mentions if base.kinds[one.form.concept] == "person"]
    for office in (one for one in mentions if base.kinds[one.form.concept] in BODIES):
        if _touch(pair.source_text, office, country):
            start, end = min(office.start, country.start), max(office.end, country.end)
            if any(_gap(pair.source_text, end, one.start) or _gap(pair.source_text, one.end, start) for one in persons):
                return True
    return False


def _behind_name(base: Termbase, office: Mention, pair: Pair) -> bool:
    """Whether the office stands behind a name, or behind another that does: メレドフ副首相兼外務大臣."""
    start = office.start
    if pair.source_text[start - 1 : start] == "兼":
        mentions = base.mentions(pair.source_prose, "ja")
        start = next((one.start for one in mentions if one.end == start - 1), start)
    start = next((one.start for one in _of_bodies(base, pair) if one.end == start), start)
    names = [one for one in base.names(pair.source_prose, "ja") if one.end == start]
    if names:
        return all(base.kinds[one.form.concept] == "person" for one in names)
    return bool(_NAME.search(pair.source_text[:start]))


def _of_bodies(base: Termbase, pair: Pair) -> list[Mention]:
    """The organisations and countries of a Japanese source, which stand between a name and an office: 国連事務総長."""
    kinds = ("organisation", "organization", "body", "country")
    return [one for one in base.mentions(pair.source_prose, "ja") if base.kinds[one.form.concept] in kinds]


def _another(base: Termbase, pair: Pair, kind: str) -> bool:
    """Whether the translation names one of this kind that the source does not."""
    find = base.names if kind == "country" else base.mentions
    fine = {
        form
        for one in find(pair.source_prose, pair.source_language)
        for form in base.forms(one.form.concept, pair.target_language)
    }
    found = find(pair.target_prose, pair.target_language)
    return any(base.kinds[one.form.concept] == kind and one.form.text not in fine for one in found)


def _touch(text: str, one: Mention, other: Mention) -> bool:
    return _gap(text, one.end, other.start) or _gap(text, other.end, one.start)


def _gap(text: str, end: int, start: int) -> bool:
    return end <= start and bool(_JOINT.fullmatch(text, end, start))
