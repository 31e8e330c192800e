"""What a file itself says of its language, such as ``lang`` of a page."""

from __future__ import annotations

import re

from i18n.model import LocaleTag, Place
from i18n.problems import Problem, problem

_TAG = re.compile(r"[a-z]{2,3}\Z")
_NO_LANGUAGE = frozenset(("art", "mis", "mul", "und", "zxx"))
"""Subtags of BCP 47 that name none, or many."""


def is_of(tag: str, locale: LocaleTag) -> bool:
    """Whether two tags are of one language, whatever their countries are."""
    return _language(tag) == _language(locale)


def contradictions(said: str | None, locale: LocaleTag, place: Place) -> list[Problem]:
    """H388 where a file names another language than the one that its text is taken for.

    :param said: what it names, as it is written; None or empty where it names none.
    """
    language = _language((said or "").strip())
    if not _TAG.match(language) or language in _NO_LANGUAGE or language == _language(locale):
        return []
    from i18n import locales  # with Babel behind it: only for files that name another language

    shown = (said or "").strip()
    right = None if locales.is_tag(language) else locales.meant(language)
    doubt = f"; that is the tag of no language: “{right}” may be meant" if right else ""
    message = f"the file says that it is in “{shown}”, and is taken for {locales.english_name(locale)}{doubt}"
    return [problem("H388", place, message)]


def _language(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
