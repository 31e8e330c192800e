"""Moments as machines read them (RFC 3339), from the days in the data and never from the clock."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from functools import cache, lru_cache

NEVER = "1970-01-01T00:00:00Z"
"""Stands where a format asks for a moment and the data have none."""


@lru_cache(maxsize=4096)
def stamp(moment: date, zone: str) -> str:
    """``2024-01-23T00:00:00+05:00``: a day begins at midnight; a time with an offset is told in ``zone``, too.

    So stamps of one zone stand in the order of time when they are sorted as text.
    """
    if not isinstance(moment, datetime):
        return f"{moment.isoformat()}T00:00:00{zone}"
    if moment.tzinfo:
        moment = moment.astimezone(_offset(zone)).replace(tzinfo=None)
    return moment.isoformat(timespec="seconds") + zone


@cache
def _offset(zone: str) -> tzinfo | None:
    return datetime.fromisoformat(f"2000-01-01T00:00:00{zone}").tzinfo
