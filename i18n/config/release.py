"""What a project, and a bulletin in its own file, ask before anything goes out, and what became of it since."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any, NamedTuple, cast

from i18n.config.values import ItemError, by_tag, percent, table, tags, text
from i18n.model import LocaleTag, Place
from i18n.patterns import late
from i18n.problems import HabarError, problem
from i18n.release import STATES, Correction, Gate, State, Withdrawal

_WORDS = ", ".join(f"'{state}'" for state in STATES)
_NAMED = late(r"(.+)\[([A-Za-z0-9_+\-/]+)\]\Z")


class GateSetting(NamedTuple):
    """What one setting says of a gate; what it leaves open is taken from the setting behind it."""

    share: int | None = None
    state: State | None = None

    def over(self, other: Gate) -> Gate:
        """The gate, where ``other`` holds without this setting."""
        return Gate(other.share if self.share is None else self.share, self.state or other.state)


def gate(value: Any) -> GateSetting:
    """``80``, ``"approved"``, or ``{ share = 80, state = "approved" }``."""
    if isinstance(value, dict) and value and value.keys() <= {"share", "state"}:
        return GateSetting(
            percent(value["share"]) if "share" in value else None, _state(value["state"]) if "state" in value else None
        )
    if isinstance(value, str):
        return GateSetting(state=_state(value))
    if not isinstance(value, int):
        raise ValueError(f"per cent, one of {_WORDS}, or a table with share and state")
    return GateSetting(share=percent(value))


def _state(value: Any) -> State:
    if value not in STATES:
        raise ValueError(f"one of {_WORDS}, or a share in per cent")
    return cast("State", value)


def together(value: Any) -> tuple[LocaleTag, ...] | bool:
    """A list of languages, or true for all of the project."""
    if isinstance(value, bool):
        return value
    try:
        return tags(value) if value != [] else ()
    except ValueError as error:
        raise ValueError("a list of different language tags, or true for all languages") from error


def required(given: tuple[LocaleTag, ...] | bool, locales: tuple[LocaleTag, ...], name: str) -> tuple[LocaleTag, ...]:
    """The languages without which nothing goes out, in the project's order.

    :param name: the file that says so.
    :raises HabarError: H523, one is none of the project's: nothing would ever go out.
    """
    if isinstance(given, bool):
        return locales if given else ()
    if unknown := [locale for locale in given if locale not in locales]:
        message = f"together: the project has no language {', '.join(unknown)}: {', '.join(locales)}"
        raise HabarError(problem("H523", Place(name), message))
    return tuple(locale for locale in locales if locale in given)


def moment(value: Any) -> datetime:
    """A point of time with its zone: ``2024-01-23T18:00+05:00`` or ``2024-01-23T18:00[Asia/Ashgabat]`` (RFC 9557)."""
    if isinstance(value, str):
        value = _parsed(value.strip())
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError("a time with its zone, such as '2024-01-23T18:00+05:00' or '2024-01-23T18:00[Asia/Ashgabat]'")
    return value


def _parsed(value: str) -> datetime | None:
    named = _NAMED.match(value)
    try:
        found = datetime.fromisoformat(named[1] if named else value)
    except ValueError:
        return None
    if not named or len(value) < len("2024-01-23T18"):
        return found
    if found.tzinfo is not None:
        raise ValueError("a time with an offset or with the name of a zone, not with both")
    return _in_zone(found, named[2])


def _in_zone(found: datetime, name: str) -> datetime:
    from zoneinfo import ZoneInfo  # with the time zones of the system behind it: only for those who name one

    try:
        zone = ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise ValueError(
            f"in a time zone that this machine knows, or with its offset, such as +05:00; {name}"
        ) from error
    first, second = (found.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first != second:
        raise ValueError("a time that there is once on that day: the clocks are changed then; write it with its offset")
    # A fixed offset from here on: the same settings mean the same on a machine with newer time zones.
    return found.replace(tzinfo=timezone(cast("timedelta", first)))


def day(value: Any) -> date:
    """A day, as TOML writes it."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError as error:
            raise ValueError("a day such as 2024-01-23") from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("a day such as 2024-01-23")
    return value


def corrections(value: Any) -> tuple[Correction, ...]:
    """The corrections of a bulletin, ``[[corrections]]``, in the order in which they were made."""
    if not isinstance(value, list):
        raise ValueError("tables headed [[corrections]]")
    made = tuple(_correction(item, number) for number, item in enumerate(value, 2))
    for one, other in pairwise(made):
        if other.version <= one.version:
            told = f"version {other.version} stands behind {one.version}"
            raise ItemError(f"in the order of their versions, each of which is there once, and {told}")
        if other.day < one.day:
            raise ItemError(f"in the order of their days, and {other.day} stands behind {one.day}")
    return made


def _correction(item: Any, number: int) -> Correction:
    given = table({"version": _version, "date": day, "note": by_tag(text)})(item)
    if "date" not in given:
        raise ValueError("tables with a date each")
    return Correction(given.get("version", number), given["date"], given.get("note", {}))


def _version(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 2 <= value < 10_000:
        raise ValueError("a whole number from 2: the first version was no correction")
    return value


def withdrawn(value: Any) -> Withdrawal:
    """That a bulletin was withdrawn, ``[withdrawn]``."""
    given = table({"date": day, "reason": by_tag(text), "languages": tags})(value)
    if "date" not in given:
        raise ValueError("a table with a date")
    return Withdrawal(given["date"], given.get("reason", {}), given.get("languages"))
