"""What an expression gave, as text."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

from lxml import etree

_STRING = etree.XPath("string()", regexp=False, smart_strings=False)


def text_of(item: Any) -> str:
    """The text of a node or value that an expression gave, as the function ``string`` of XPath 1.0 spells it."""
    if isinstance(item, etree._Element):
        return str(_STRING(item))
    if isinstance(item, bool):
        return "true" if item else "false"
    return _number(item) if isinstance(item, float) else str(item)


def _number(value: float) -> str:
    """Never with an exponent."""
    if math.isfinite(value):
        return str(int(value)) if value == int(value) else f"{Decimal(repr(value)):f}"
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
