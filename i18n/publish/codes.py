"""What an inline code says on a page: where a link leads, which language a passage is in, which note belongs there."""

from __future__ import annotations

from i18n.model import Code
from i18n.patterns import late

# Of a link that leads out of the site: another one leads nowhere from a file for machines.
_HREF = late(r' href="((?:https?|mailto|tel):[^"]*)"')
_NOTE = late(r'<sup>(?:<a href="#[^"<>]*">)?([0-9]{1,4})(?:</a>)?</sup>\Z')
_LANG = late(r' lang="([A-Za-z0-9-]+)"')


def href(code: Code) -> str:
    """The address that a link leads to, escaped; empty where it is none, or leads to a place of the page."""
    found = _HREF.search(code.html) if code.name == "a" or code.html.startswith("<a ") else None
    return found[1] if found else ""


def language(code: Code) -> str:
    """The language that it puts a passage into; empty where it names none."""
    found = _LANG.search(code.html)
    return found[1] if found else ""


def note(code: Code) -> str:
    """The number of the footnote that it stands for; empty where it is something else."""
    found = _NOTE.match(code.html) if code.kind == "alone" else None
    return found[1] if found else ""
