"""The mark that stands for an image in the markup of a page, until the page is made and its file is known.

It is made of characters that no page can hold, so no text passes for one.
"""

from __future__ import annotations

from collections.abc import Callable

from i18n.patterns import late

_END = "\2"
_MARK = late(f"{_END}([0-9]{{1,9}}){_END}")


def mark(number: int) -> str:
    """The mark for the image of this number in ``Document.pictures``."""
    return f"{_END}{number}{_END}"


def marked(markup: str, shown: Callable[[int], str]) -> str:
    """The markup with what ``shown`` says in the place of every mark."""
    if _END not in markup:  # nearly always
        return markup
    return _MARK.sub(lambda found: shown(int(found[1])), markup)
