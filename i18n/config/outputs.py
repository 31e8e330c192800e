"""Settings of what other programs read: the time zone of days, and who gives names that last."""

from __future__ import annotations

import re
from typing import Any

from i18n.patterns import late

_ZONE = late(r"[+-](0\d|1[0-4]):[0-5]\d")
# RFC 4151: a host or a mail address, and a day on which the publisher held it.
_AUTHORITY = late(
    r"([a-z0-9._-]+@)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*,"
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?",
    re.ASCII,
)
_LONGEST = 300


def zone(value: Any) -> str:
    if not isinstance(value, str) or not _ZONE.fullmatch(value):
        raise ValueError("an offset from UTC such as '+05:00'")
    return value


def authority(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or not _AUTHORITY.fullmatch(value):
        raise ValueError("a host that is yours and a day since when, such as 'www.example.org,2024-01-01'")
    return value
