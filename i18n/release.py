"""Which languages of a bulletin go out, and why the others do not: gates, simultaneous release, embargo.

Facts in, a decision with its reasons out. The time is one of the facts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from i18n.model import LocaleTag

State = Literal["translated", "reviewed", "approved"]
STATES: tuple[State, ...] = ("translated", "reviewed", "approved")
"""What a text can have reached. Translated: it is finished. Reviewed: somebody put a name under it. Approved: that was
the reviewer whom the settings name for the language; where they name nobody, any reviewer."""

Why = Literal["unreadable", "gate", "errors", "together", "embargo", "withdrawn"]


class Gate(NamedTuple):
    """What a language must have reached before its page is built."""

    share: int = 100
    """Per cent of the bulletin's segments..."""
    state: State = "translated"
    """...that are at least in this state."""

    def asks_no_more_than(self, other: tuple[int, str] | None) -> bool:
        """Whether what passed the ``other`` gate, its share and its state, passes this one."""
        if other is None:
            return False
        share, state = other
        return state in STATES and self.share <= share and STATES.index(self.state) <= STATES.index(state)


@dataclass(frozen=True, slots=True)
class Correction:
    """A published bulletin was corrected."""

    version: int
    """From 2: the number of the version that came of it."""
    day: date
    notes: Mapping[LocaleTag, str] = field(default_factory=dict)
    """What was corrected, for readers, by language."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A published bulletin was withdrawn."""

    day: date
    reasons: Mapping[LocaleTag, str] = field(default_factory=dict)
    """Why, for readers, by language."""
    locales: tuple[LocaleTag, ...] | None = None
    """The languages that could be read then; None: all of the site."""


class Terms(NamedTuple):
    """What the settings ask of one bulletin."""

    gates: Mapping[LocaleTag, Gate]
    together: tuple[LocaleTag, ...] = ()
    """Nothing of the bulletin goes out before it is ready in all of these languages."""
    embargo: datetime | None = None
    """With its zone. Nothing of the bulletin goes out before."""
    corrections: tuple[Correction, ...] = ()
    withdrawal: Withdrawal | None = None

    @property
    def version(self) -> int:
        """The number of the version that the source holds now."""
        return self.corrections[-1].version if self.corrections else 1


class Facts(NamedTuple):
    """What a bulletin's translation into one language has reached."""

    locale: LocaleTag
    share: int
    """Per cent of its segments that are in the state that the gate asks for."""
    errors: int = 0
    """What the checks found that keeps a page back."""
    readable: bool = True
    earlier: int | None = None
    """The newest earlier version that went out in this language."""
    standing: int | None = None
    """The version on the page that the last build left, where there is one."""

    def stays(self, newest: int) -> int | None:
        """The version on the page that may stay as it is, while the ``newest`` one is not ready.

        One that is kept, and not newer, is made anew instead: it says that there was a correction since.
        """
        return self.standing if self.standing == newest or self.earlier is None else None


class Withheld(NamedTuple):
    """Why a bulletin, or its newest version, does not go out."""

    bulletin: str
    locale: LocaleTag
    """Empty where it is kept back in all languages for the same reason."""
    why: Why
    message: str
    """In words."""


class Decision(NamedTuple):
    """What of a bulletin goes out now."""

    shown: Mapping[LocaleTag, int]
    """By language, the version that readers see; a language that is not here has no page."""
    withheld: tuple[Withheld, ...] = ()
    stays: tuple[LocaleTag, ...] = ()
    """The languages whose pages stay as the last build left them: no newer text of theirs can go out."""
    hidden: bool = False
    """Nothing of the bulletin may be anywhere, its name included."""


def under_embargo(bulletin: str, terms: Terms, now: datetime | None) -> Withheld | None:
    """The embargo that holds a bulletin back, if there is one.

    :param now: with its zone. None: the time is not known, and every embargo holds.
    """
    if terms.embargo is None or (now is not None and now >= terms.embargo):
        return None
    return Withheld(bulletin, "", "embargo", f"embargo until {terms.embargo.isoformat(' ', 'minutes')}")


def decide(bulletin: str, terms: Terms, facts: Sequence[Facts], now: datetime | None) -> Decision:
    """What of the bulletin goes out.

    Law: more progress in a language never takes a page away, and while one required language is not ready nothing
    is shown in any. An earlier version that went out counts as ready, and so does a page that is there: neither a
    correction nor an error takes pages away. An embargo and a withdrawal do.

    :param facts: of every language of the site; a withdrawn bulletin needs none.
    :param now: as for ``under_embargo``.
    """
    if held := under_embargo(bulletin, terms, now):
        return Decision({}, (held,), hidden=True)
    if terms.withdrawal:
        message = f"withdrawn on {terms.withdrawal.day.isoformat()}"
        return Decision({}, (Withheld(bulletin, "", "withdrawn", message),))
    withheld = {each.locale: found for each in facts if (found := _held(bulletin, terms, each))}
    stays = tuple([each.locale for each in facts if each.locale in withheld and each.stays(terms.version)])
    shown = {
        each.locale: terms.version if each.locale not in withheld else each.earlier
        for each in facts
        if each.locale not in stays
    }
    waiting = [locale for locale in terms.together if shown.get(locale) is None and locale not in stays]
    if waiting:
        message = f"goes out together with {', '.join(waiting)}, which cannot go out yet"
        for locale in shown:
            withheld.setdefault(locale, Withheld(bulletin, locale, "together", message))
        return Decision({}, _in_order(facts, withheld), hidden=True)
    out = {locale: version for locale, version in shown.items() if version is not None}
    return Decision(out, _in_order(facts, withheld), stays)


def _in_order(facts: Sequence[Facts], withheld: Mapping[LocaleTag, Withheld]) -> tuple[Withheld, ...]:
    return tuple(withheld[each.locale] for each in facts if each.locale in withheld)


def _held(bulletin: str, terms: Terms, facts: Facts) -> Withheld | None:
    """Why a language is not ready for the version that the source holds now."""
    found = _lack(terms.gates[facts.locale], facts)
    if found is None:
        return None
    why, message = found
    if facts.stays(terms.version):
        stays = "; its page stays as it is"
    else:
        stays = f"; version {facts.earlier} stays" if facts.earlier else ""
    return Withheld(bulletin, facts.locale, why, message + stays)


def _lack(gate: Gate, facts: Facts) -> tuple[Why, str] | None:
    if not facts.readable:
        return "unreadable", "it cannot be read, see below"
    if facts.share < gate.share:
        return "gate", f"{facts.share} % {gate.state}, needs {gate.share} %"
    if facts.errors:
        return "errors", f"{facts.errors} error{'' if facts.errors == 1 else 's'}, see below"
    return None
