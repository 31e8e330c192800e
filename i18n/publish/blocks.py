"""The text of a bulletin as a row of blocks in another vocabulary: for news items, which take no page's layout.

Every unit that the page shows around or below the title keeps its id, and an item its number; a passage in another
language says so; of inline markup stays what the vocabulary has, and of what it does not have stays the text. The
result is valid whatever the source looked like.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from i18n.assemble import text_of
from i18n.content import plain, well_nested
from i18n.model import Code, Content, LocaleTag, LocalizedDocument, LocalizedUnit, Role
from i18n.patterns import late
from i18n.publish import codes
from i18n.publish.outline import Spot
from i18n.publish.rows import rows
from i18n.publish.text import escape

_SILENT = frozenset(("title", "date", "label"))
"""What describes an image is no text of its own."""
_language = attrgetter("locale")
_TABLE = -1
"""Stands in the place of a list's number."""
_OPEN = late(r"<([a-z]+)")


class Vocabulary(NamedTuple):
    """How blocks and inline markup are spelled."""

    lang: str
    """The attribute that names a language."""
    passage: str
    """The element of a passage in another language."""
    headings: Mapping[int, str]
    """By level."""
    first: str
    """The attribute that names the first number of a list."""
    quote: tuple[str, str]
    """What stands around a quoted paragraph."""
    inline: Mapping[str, tuple[str, str]]
    """By the HTML name of an inline element: its start, without ``>``, and its end."""
    line_break: str
    note: str
    """The number of a footnote, in the text and before the note itself."""


NITF = Vocabulary(
    lang="xml:lang",
    passage="lang",
    headings=dict.fromkeys(range(2, 7), "hl2"),
    first="seqnum",
    quote=("<bq><block>", "</block></bq>"),
    inline={
        "a": ("<a", "</a>"),
        "em": ("<em", "</em>"),
        "i": ("<em", "</em>"),
        "cite": ("<em", "</em>"),
        "strong": ('<em class="strong"', "</em>"),
        "b": ('<em class="strong"', "</em>"),
        "q": ("<q", "</q>"),
    },
    line_break="<br/>",
    note="[{}]",
)
HTML = Vocabulary(
    lang="lang",
    passage="span",
    headings={level: f"h{level}" for level in range(2, 7)},
    first="start",
    quote=("<blockquote>", "</blockquote>"),
    inline={
        name: (f"<{name}", f"</{name}>") for name in ("a", "em", "i", "cite", "strong", "b", "q", "sub", "sup", "code")
    },
    line_break="<br>",
    note="<sup>{}</sup>",
)


def blocks(
    localized: LocalizedDocument, escaped: Mapping[str, str], spots: Mapping[str, Spot], spelling: Vocabulary
) -> str:
    """The units around and below the title, one a line.

    :param escaped: the texts of units that are the same in every vocabulary, see ``LocalizedDocument.running``.
    :param spots: where units stand, see ``outline``: what has none is not shown.
    """
    units = {unit.id: unit for unit in localized.units if unit.role not in _SILENT}
    shown = [(units[id], spot) for id, spot in spots.items() if id in units]
    parts = []
    for kind, run in groupby(shown, _kind):
        row = list(run)
        before, after = _around(kind, row[0][1], spelling)
        lines = [_block(unit, spot, localized.locale, spelling, escaped.get(unit.id)) for unit, spot in row]
        if kind[0] == _TABLE:
            lines = rows([spot for _, spot in row], lines)
        parts.append(before + "\n".join(lines) + after)
    return "\n".join(parts)


def _kind(placed: tuple[LocalizedUnit, Spot]) -> str | tuple[int, int]:
    """What neighbours have in common that stand in one frame: their role; items of a list, as long as it counts on; the
    cells of a table.
    """
    unit, spot = placed
    if spot.row:
        return _TABLE, spot.list
    if unit.role != "item":
        return unit.role
    return "paragraph" if spot.later else (spot.list, spot.number - spot.place)


def _around(kind: str | tuple[int, int], first: Spot, spelling: Vocabulary) -> tuple[str, str]:
    if kind[0] == _TABLE:
        return "<table>\n", "\n</table>"
    if isinstance(kind, str):
        return spelling.quote if kind == "quote" else ("", "")
    if not first.ordered:
        return "<ul>\n", "\n</ul>"
    number = "" if first.number == 1 else f' {spelling.first}="{first.number}"'
    return f"<ol{number}>\n", "\n</ol>"


def _name(role: Role, spot: Spot, spelling: Vocabulary) -> str:
    if role == "heading":
        return spelling.headings[spot.level]
    return "li" if role == "item" and not spot.later and not spot.row else "p"


def _block(unit: LocalizedUnit, spot: Spot, locale: LocaleTag, spelling: Vocabulary, escaped: str | None) -> str:
    role = unit.role
    if escaped is not None and role == "paragraph":  # nearly always
        return f'<p id="{unit.id}">{escaped}</p>'
    name = _name(role, spot, spelling)
    kind = f' class="{role}"' if role in ("cell", "caption", "note") else ""
    numbered = role == "note" and spot.ordered and not spot.later
    mark = spelling.note.format(spot.number) + " " if numbered else ""
    if escaped is not None:
        return f'<{name} id="{unit.id}"{kind}>{mark}{escaped}</{name}>'
    first = unit.segments[0].locale if unit.segments else locale
    mixed = len({segment.locale for segment in unit.segments}) > 1
    language = "" if mixed or first == locale else f' {spelling.lang}="{first}"'
    text = _passages(unit, locale, spelling) if mixed else _text(text_of(unit), spelling)
    return f'<{name} id="{unit.id}"{kind}{language}>{mark}{text}</{name}>'


def _passages(unit: LocalizedUnit, locale: LocaleTag, spelling: Vocabulary) -> str:
    """Passages in several languages. Their markup may reach from one into the next, so that only the text stays."""
    parts = []
    for language, run in groupby(unit.segments, _language):
        first, *others = run
        text = escape(plain(first.content) + "".join([plain(s.gap) + plain(s.content) for s in others]))
        marked = f'<{spelling.passage} {spelling.lang}="{language}">{text}</{spelling.passage}>'
        parts.append(escape(plain(first.gap)) + (text if language == locale else marked))
    return "".join(parts)


def _text(content: Content, spelling: Vocabulary) -> str:
    if len(content) == 1 and isinstance(content[0], str):  # running text, nearly always
        return escape(content[0])
    ends: dict[int, list[str]] = {}
    return "".join(
        [escape(part) if isinstance(part, str) else _code(part, ends, spelling) for part in well_nested(content)]
    )


def _code(code: Code, ends: dict[int, list[str]], spelling: Vocabulary) -> str:
    """What stands for a code. ``ends`` keeps the ends of the elements that are open; a translator may repeat a pair.

    A link inside a link is in no vocabulary: the outer one stays.
    """
    if code.kind == "close":
        return ends[code.id].pop() if ends.get(code.id) else ""
    found = _OPEN.match(code.html)
    name = found[1] if found else ""
    if code.kind == "alone":
        number = codes.note(code)
        return spelling.note.format(number) if number else spelling.line_break if name == "br" else escape(code.shows)
    spoken, href = codes.language(code), codes.href(code) if name == "a" else ""
    start, end = spelling.inline.get(name) or _other(spelling, bool(spoken))
    nested = name == "a" and any(end in row for row in ends.values())
    shown = bool(start) and not nested and (name != "a" or bool(href))
    ends.setdefault(code.id, []).append(end if shown else "")
    if not shown:
        return ""
    return f"{start}{_named('href', href)}{_named(spelling.lang, spoken)}>"


def _named(name: str, value: str) -> str:
    return f' {name}="{value}"' if value else ""


def _other(spelling: Vocabulary, spoken: bool) -> tuple[str, str]:
    """What an element becomes that the vocabulary does not have: a passage, if it names a language, else nothing."""
    return (f"<{spelling.passage}", f"</{spelling.passage}>") if spoken else ("", "")
