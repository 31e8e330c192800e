"""Another name of the glossary in the place of one, in the case that stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from i18n import inflection
from i18n.adapt import russian, turkmen

if TYPE_CHECKING:
    from i18n.adapt.slots import Slot
    from i18n.termbase import Mention

_EN_ENDINGS = ("", "’s", "'s")
_EN_ARTICLE = re.compile(r"\b(?:an?|the)[\s\u00a0]+\Z", re.IGNORECASE)
_EN_GENDER = re.compile(r"\b(?:he|she|his|her|hers|him|mr|mrs|ms|miss|madam|lady)\b", re.IGNORECASE)
_KANJI = re.compile("[\u3400-\u9fff々]")


def rewritten(target: str, mention: Mention, language: str, name: str, *, person: bool) -> str | None:
    """What a translation calls somebody or a place, with another name; None where its form is in doubt.

    :param name: the other one, as the glossary has it.
    """
    written, old = target[mention.start : mention.end], mention.form.order
    name = " ".join(reversed(name.split())) if old != mention.form.text else name
    before = target[: mention.start]
    if language == "ja":
        return name if written == old else None
    if language == "ru":
        return russian.name(written, old, name, before, person=person)
    if language == "tk":
        return _turkmen(written, old, name)
    if language != "en" or (person and _EN_GENDER.search(target)):
        return None
    return _english(before, written, old, name, person=person)


def _turkmen(written: str, old: str, name: str) -> str | None:
    """The forms of all cases that the word may be in have to be one."""
    news = turkmen.cases(name)
    forms = {news.get(case) for case in _cases(old, written)}
    return forms.pop() if len(forms) == 1 else None


def _english(before: str, written: str, old: str, name: str, *, person: bool) -> str | None:
    """Names that take an article or end in *s* are left to a person."""
    if not person and (" " in old or " " in name or _EN_ARTICLE.search(before)):
        return None
    ending = written.removeprefix(old)
    if old[-1] == "s" or name[-1] == "s" or not written.startswith(old) or ending not in _EN_ENDINGS:
        return None
    return name + ending


def same_case(old: Slot, new: Slot, texts: tuple[str, str], language: str, *, person: bool) -> bool:
    """Whether two names stand in the same case in their sources, beyond doubt."""
    (was, one), (now, other) = (_spelled(slot, text) for slot, text in zip((old, new), texts, strict=True))
    if language == "ru":
        return russian.name(one, was, now, "", person=person) == other
    if language == "tk":
        return bool(first := _cases(was, one)) and first == _cases(now, other)
    return one.startswith(was) and other.startswith(now) and one.removeprefix(was) == other.removeprefix(now)


def _spelled(slot: Slot, text: str) -> tuple[str, str]:
    """The name as the glossary has it, and as it is written."""
    return cast("Mention", slot.made_of).form.order, slot.text(text)


def _cases(name: str, written: str) -> set[str]:
    return {case for case, form in turkmen.cases(name).items() if form == written}


def alone(text: str, form: str, language: str, *, country: bool) -> bool:
    """Whether nothing else in a text is made of the name: no *Japanese* beside *Japan*.

    :param text: in plain letters, without the names themselves.
    """
    if language == "ja":
        return (form[: 1 if country else 2] if _KANJI.match(form) else form[:3]) not in text
    words = [word for word in inflection.words(form) if len(word) > 2]
    beginnings = [word[: 3 if country else max(4, len(word) - 2)] for word in words]
    return not any(re.search(rf"(?<![^\W_]){re.escape(beginning)}", text) for beginning in beginnings)
