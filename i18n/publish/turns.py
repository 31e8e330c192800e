"""From one page of a series to the pages before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def turns(series: Iterable[tuple[str, str]], own: str) -> dict[str, Any]:
    """The values of ``turn.html``, and the ``heading`` of the page itself, empty where it is not of the series.

    :param series: address and name of every page, the latest first.
    :param own: the address of the page itself.
    """
    pages = [{"address": address, "name": name} for address, name in series]
    position = next((index for index, page in enumerate(pages) if page["address"] == own), None)
    if position is None:
        return {"heading": "", "earlier": None, "later": None}
    return {
        "heading": pages[position]["name"],
        "earlier": pages[position + 1] if position + 1 < len(pages) else None,
        "later": pages[position - 1] if position else None,
    }
