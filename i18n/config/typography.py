"""The settings of the pages' typography: ``[typography]``."""

from __future__ import annotations

from typing import Any

from i18n.config import values
from i18n.config.values import Check
from i18n.model import Typography

_YEARS = ("gregorian", "era", "both")


def _japanese_years(value: Any) -> str:
    if value not in _YEARS:
        raise ValueError("'gregorian', 'era' or 'both'")
    return str(value)


_SCHEMA: dict[str, Check] = {"hanging-prepositions": values.switch, "japanese-years": _japanese_years}


def typography(value: Any) -> Typography:
    """What the table says; what it does not say is as usual.

    :raises ValueError: with what the table or one of its settings must be.
    """
    given = values.table(_SCHEMA)(value)
    return Typography(**{key.replace("-", "_"): each for key, each in given.items()})
