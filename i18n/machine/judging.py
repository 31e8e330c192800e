"""Whether an answer may go into a catalog. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from i18n import checks, content, inflection
from i18n.checks import Pair, Policy
from i18n.interchange import Asked
from i18n.machine.failures import NoAnswerError
from i18n.machine.figures import in_the_way_of
from i18n.machine.marks import Sent
from i18n.machine.protection import Replaced
from i18n.machine.restoring import MarksError, restore
from i18n.model import Place, Unit
from i18n.problems import Problem
from i18n.termbase import BODIES, NAMES, Termbase

_PAGE = re.compile(r"\s{0,20}<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)
_TERMS = "H258"
_MOST_TIMES, _AT_LEAST = 6, 120
"""A translation is not so many times as long as its source, unless that is short."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer that may be written."""

    text: str
    """The msgstr."""
    terms: list[Replaced] = field(default_factory=list)
    """What the glossary calls otherwise."""
    put_in: tuple[str, ...] = ()
    """Names of the glossary that stand in the text in their basic form, because the machine had others."""


def judge(asked: Asked, sent: Sent, answer: object, base: Termbase | None) -> Judged:
    """The answer as it would stand in a catalog, with corrections in it that are right whatever the text says.

    :raises NoAnswerError: it may not stand there; the message says why.
    """
    text = _text(asked, sent, answer)
    pair = _pair(asked, text, base)
    problems = checks.check_entry(pair, Policy(terms=base))
    own_way = in_the_way_of(pair.target_language, text, asked.entry.msgid, problems)
    fixed = own_way if own_way != text else checks.corrected(text, problems).text
    if fixed != text:
        text, pair = fixed, _pair(asked, fixed, base)
        problems = checks.check_entry(pair, Policy(terms=base))
    grave = next((one for one in problems if one.severity == "error" and one.code != _TERMS), None)
    if grave:
        raise NoAnswerError(f"{grave.message} ({grave.code})")
    return Judged(text, list(_otherwise(pair, base)) if base and _of_terms(problems) else [])


def _text(asked: Asked, sent: Sent, answer: object) -> str:
    if not isinstance(answer, str) or not answer.strip():
        raise NoAnswerError("the answer is empty")
    if _PAGE.match(answer):
        raise NoAnswerError("the answer is a page, perhaps of an error")
    try:
        restored = restore(sent, answer, asked.target_locale)
    except MarksError as error:
        raise NoAnswerError(str(error)) from error
    text = unicodedata.normalize("NFC", content.render_as(restored, asked.source))
    if content.fold(asked.entry.msgid) == asked.entry.msgid:
        text = content.fold(text)
    if _plain(text) == _plain(asked.entry.msgid):
        raise NoAnswerError("the text came back untranslated")
    if len(text) > max(_MOST_TIMES * len(asked.entry.msgid), _AT_LEAST):
        raise NoAnswerError("the answer is far longer than the text")
    return text


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _pair(asked: Asked, text: str, base: Termbase | None) -> Pair:
    unit = _unit(asked)
    return Pair(
        source=asked.source,
        target=content.parse(text, asked.source),
        source_locale=asked.source_locale,
        target_locale=asked.target_locale,
        role=unit.role if unit else "paragraph",
        msgid=asked.entry.msgid,
        place=asked.entry.place or Place(""),
        limits=(unit.limits,) if unit and unit.limits else (),
        terms=base,
    )


def _unit(asked: Asked) -> Unit | None:
    """The block of the bulletin that the entry is from, as its first reference names it: ``sources/x.txt:p2.s1``."""
    name = asked.entry.references[0].rpartition(":")[2] if asked.entry.references else ""
    units = {unit.id: unit for unit in asked.document.units}
    return units.get(name) or units.get(name.rpartition(".")[0])


def _of_terms(problems: list[Problem]) -> bool:
    return any(one.code == _TERMS for one in problems)


def _otherwise(pair: Pair, base: Termbase) -> Iterator[Replaced]:
    """The names and offices of the source that the answer does not call as the glossary does."""
    simple, language = inflection.plain(pair.target_prose), pair.target_language
    for mention in base.mentions(pair.source_prose, pair.source_language):
        concept = mention.form.concept
        preferred = base.preferred(concept, language)
        if base.kinds[concept] not in NAMES | BODIES or not preferred:
            continue
        patterns = [inflection.pattern(form, language) for form in base.forms(concept, language)]
        if not any(re.search(pattern, simple) for pattern in patterns):
            yield Replaced(mention.start, mention.end, preferred)
