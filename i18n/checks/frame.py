"""What a check is, what it sees and what it says. Every check is one ``Check`` in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from i18n import addresses, content
from i18n.checks.policy import LEVELS
from i18n.model import Code, Content, Limits, LocaleTag, Place, Role
from i18n.patterns import late
from i18n.problems import RULES, Problem, Severity, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from i18n.termbase import Termbase

_NOWHERE = Place("")
_OTHER_SIGNS = late(r"[\W_]+")
_MOST = 20  # findings of one check in one pair: whoever has read twenty knows


@dataclass(frozen=True)
class Pair:
    """A source text and its translation: all that a check sees.

    Every check asks for the same texts, so each is made once.
    """

    source: Content
    target: Content
    source_locale: LocaleTag
    target_locale: LocaleTag
    role: Role = "paragraph"
    msgid: str | None = None
    place: Place = _NOWHERE
    limits: tuple[Limits, ...] = ()
    """Of every place where the text stands."""
    terms: Termbase | None = field(default=None, compare=False)
    """The project's glossary."""

    @cached_property
    def source_text(self) -> str:
        """The source without its codes."""
        return content.plain(self.source)

    @cached_property
    def target_text(self) -> str:
        """The translation without its codes."""
        return content.plain(self.target)

    @cached_property
    def source_prose(self) -> str:
        """The source without its codes, with addresses blanked: the same length as ``source_text``."""
        return addresses.blanked(self.source_text)

    @cached_property
    def target_prose(self) -> str:
        return addresses.blanked(self.target_text)

    @cached_property
    def source_language(self) -> str:
        """The language of the source's tag: ``zh`` of ``zh-TW``."""
        return language(self.source_locale)

    @cached_property
    def target_language(self) -> str:
        return language(self.target_locale)

    @property
    def loose(self) -> Severity | None:
        """The severity of what was left out or added: titles are free to name a date or not."""
        return "warning" if self.role == "title" else None

    @property
    def monolingual(self) -> bool:
        """Whether this is the catalog of the source's own language, where a copy is right."""
        return self.source_locale == self.target_locale

    @cached_property
    def copied(self) -> bool:
        """Whether it is the source in another language's catalog, white space, case and quotation marks aside."""
        return not self.monolingual and _same(self.source_text, self.target_text)

    @cached_property
    def untouched(self) -> bool:
        """Whether it is the source's own text in the source's own language, which says all that the source says."""
        return self.monolingual and self.source_text == self.target_text


@lru_cache(maxsize=256)
def _same(one: str, other: str) -> bool:
    return one == other or _bare(one) == _bare(other)


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    return _OTHER_SIGNS.sub("", text.casefold())


class Finding(NamedTuple):
    """One thing that a check found in a pair."""

    message: str
    """What is wrong, in a translator's words and with the value."""
    span: tuple[int, int] | None = None
    """Where in ``Pair.target_text``; ``None`` where something is missing."""
    hint: str | None = None
    """The way out, where it is more exact than the rule's remedy."""
    severity: Severity | None = None
    """Where it differs from the rule's: a doubtful finding is a warning. See ``Check.gravest``."""
    fix: str | None = None
    """What to put in the place of ``span``: only where that is right whatever the text says."""


class Example(NamedTuple):
    """A pair with the verdict of one check: test and documentation at once."""

    source_locale: LocaleTag
    target_locale: LocaleTag
    source: str
    target: str
    wrong: bool
    """Whether the check must speak."""
    limits: Limits | None = None
    glossary: str | None = None
    """The text of a glossary that the project has (see ``glossary.parse``)."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check. Its title, severity and remedy are the rule in ``RULES`` under its id."""

    id: str
    """Its problem code: one check, one code."""
    name: str
    """A short name for people, such as ``numbers``."""
    explanation: str
    """What it looks for and what it lets pass, for a translator."""
    version: int
    """Goes up when the check says something else about a text than before."""
    run: Callable[[Pair], Iterable[Finding]]
    examples: tuple[Example, ...] = ()
    security: bool = False
    """Whether what it finds could harm a reader. Such a check can be neither silenced nor lowered."""
    grave: Callable[[Pair], Iterable[Finding]] | None = None
    """Of a check whose rule is no error: finds what ``run`` calls an error all the same. A build asks for it alone."""

    @property
    def title(self) -> str:
        return RULES[self.id].title

    @property
    def severity(self) -> Severity:
        """Of what it finds, where it does not doubt."""
        return RULES[self.id].severity

    @property
    def gravest(self) -> Severity:
        """Nothing that it finds is graver."""
        return "error" if self.grave else self.severity


def language(locale: LocaleTag) -> str:
    """The language of a tag: ``zh`` of ``zh-TW``."""
    return locale.partition("-")[0]


def run_check(check: Check, pair: Pair) -> list[Problem]:
    """The first problems that ``check`` finds in ``pair``, with offsets in the text that the translator wrote."""
    return run_checks((check,), pair)


def run_checks(checks: Iterable[Check], pair: Pair) -> list[Problem]:
    """The same of several checks."""
    return [_problem(check, pair, finding) for check in checks for finding in islice(check.run(pair), _MOST)]


def _problem(check: Check, pair: Pair, finding: Finding) -> Problem:
    found = problem(check.id, pair.place, finding.message, msgid=pair.msgid, hint=finding.hint)
    severity = min(finding.severity or found.severity, check.gravest, key=LEVELS.index)
    if finding.span is None:
        return replace(found, severity=severity)
    start, end = finding.span
    span = (_written(pair, start, begins=start < end), _written(pair, end))
    whole = span[1] - span[0] == end - start  # no code stands inside, which a replacement would delete
    return replace(found, severity=severity, span=span, fix=finding.fix if whole else None)


def _written(pair: Pair, offset: int, *, begins: bool = False) -> int:
    """An offset in the target without codes as an offset in the target as it is written.

    :param begins: of what begins there: it stands behind the codes that are in the same place.
    """
    if not any(isinstance(part, Code) for part in pair.target):
        return offset
    spelling = {code: tag for tag, code in content.tags(pair.source).items()}
    written = 0
    for part in pair.target:
        if isinstance(part, Code):
            written += len(spelling.get(part, ""))
        elif offset < len(part) or (offset == len(part) and not begins):
            return written + offset
        else:
            written, offset = written + len(part), offset - len(part)
    return written
