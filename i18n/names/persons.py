"""Whether a name is a person's: by a title, an initial, a given name, or how family names end."""

from __future__ import annotations

import re

from i18n.names import common, given, readings
from i18n.names.finding import Group
from i18n.names.sounds import family
from i18n.patterns import late

_BEFORE, _WORDS_BEFORE = 70, {"tk": 3}
"""How far before a name its title may begin; a Turkmen one stands at the end of its phrase."""
_MOST_WORDS = 7
_SHORTENED = late(r"\b(Mr|Mrs|Ms|Dr|Prof|Gen|Col)\.")
_SHOWN = late(r"(?i)\bпремьер\w{0,3} (?=спектакл|фильм|балет|опер|пьес|постанов|мюзикл|сериал|картин)")
"""A first night, which is spelled like a Premier."""
_OF = frozenset("of the for in at on to a an from with into our your his her its their".split())
"""Behind these, what a person is of follows, and not the person: *head of the Meteor*."""
_CLAUSE = late(r"[.;:!?()]|,(?!\s*\Z)")


def is_person(group: Group, text: str, language: str) -> bool:
    """Whether something tells that the name is a person's: a title, an initial, a given name, a family's ending."""
    if language == "ja":
        return _is_person_in_japanese(group, text)
    if bool(group.initial) or any(given.is_given(word.forms[0], language) for word in group.firm):
        return True
    return any(family(word.forms[0], language) for word in group.firm) or _titled(group, text, language)


def _is_person_in_japanese(group: Group, text: str) -> bool:
    if group.words[0].language == "en":
        return "一" <= text[group.start] <= "龥"
    parts = [word.forms[0] for word in group.words]
    if len(parts) > 1 and any(family(part, "ja") or given.is_given(part, "ja") for part in parts):
        return True
    behind = text[group.end : group.end + 16]
    return bool(readings.TITLE.match(behind)) and (len(parts) > 1 or len(parts[0]) > 2)


def _titled(group: Group, text: str, language: str) -> bool:
    """Whether a word such as *minister* stands before the name in its clause: *Minister of Justice of Japan X*."""
    near = _SHOWN.sub(" ", _SHORTENED.sub(r"\1", text[max(0, group.start - _BEFORE) : group.start]))
    clause = _CLAUSE.split(near)[-1]
    before = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", clause)[-_WORDS_BEFORE.get(language, _MOST_WORDS) :]
    if before and before[-1].lower() in _OF:
        return False
    return any(common.is_title(word, language) for word in before)


def is_full(group: Group) -> bool:
    """Whether it is two words or more: a given name and a family name, as it seems."""
    return len(group.words) > 1 and bool(group.firm)
