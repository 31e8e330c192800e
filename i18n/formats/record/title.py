"""Which of the short lines above a text is its title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from i18n.formats.record import words
from i18n.formats.record.lines import WIDE, Block
from i18n.formats.record.pieces import REPEATED_TITLE, Kept, Left, Piece, kept
from i18n.formats.record.places import is_place_line
from i18n.formats.source import Source
from i18n.model import Place, Remark
from i18n.patterns import late

_CLOSERS = '”»"』」)'
_SENTENCE_ENDS = frozenset(".!?…。！？")
# "Acme Ltd.", "U.S.", «2024 г.»: the full stop of a title's last word. “Mary.” ends a sentence.
_ABBREVIATION_END = late(
    r"(?:\b[^\W\d_]\.|[^\W\d_]\.[^\W\d_]+\.|\b(?:Ltd|Inc|Co|Cos|Corp|Plc|Pty|Bros|Jr|Sr|Esq|St|Ave|Dept|Univ|Vol|Nos?|Mrs?|Ms|Dr|"
    r"Prof|Gen|Gov|Sen|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)\Z"
)
_GOES_ON = frozenset(",;:，、；：")
_LONGEST_TITLE = 400
TITLE_SIZE = 30
"""Characters that a title mostly has, and lines of a page's frame seldom have; half of it for Japanese."""
_MENU = 2
"""Lines around a text that make it a part of a menu."""


@dataclass(slots=True)
class Head:
    """What was understood above the text."""

    pieces: list[Piece] = field(default_factory=list)
    display: date | None = None
    sent: date | None = None
    """The day of a mail that the text was copied from."""
    title: Block = ()
    remarks: list[Remark] = field(default_factory=list)
    candidates: list[Block] = field(default_factory=list)
    """Short texts of which one is the title."""
    frame: dict[int, bool] = field(default_factory=dict)
    """Lines of a page's frame, and whether they are words of a menu, languages or addresses, and no icons."""


def is_title_like(text: str) -> bool:
    """Whether a text may be a title: not too long, and no sentence that ends or goes on."""
    if len(text) > _LONGEST_TITLE or not any(map(str.isalpha, text)):
        return False
    last = text.rstrip(_CLOSERS)[-1:]  # expressions would look for it at every letter
    if last in _SENTENCE_ENDS:
        return text.endswith(".") and _ABBREVIATION_END.search(text, max(text.rfind(" "), 0)) is not None
    return last not in _GOES_ON


def choose(head: Head, source: Source, page_title: str, rest: list[Block]) -> list[Block]:
    """Which candidate is the title. Those above it are kept as text, those below begin the text."""
    found = [run for run in head.candidates if not is_never_title(text_of(run), source)]
    names = [words.folded(text_of(run)) for run in found]
    chosen = next(
        (run for run, name in zip(found, names, strict=True) if names.count(name) > 1 or name == page_title), ()
    )
    head.title = chosen or _likely_title(found, head, source.path)
    title = words.folded(text_of(head.title))
    below: list[Block] = []
    for run in head.candidates:
        if run == head.title:
            head.pieces.append(kept("title", run))
        elif words.folded(text_of(run)) == title:
            head.pieces.append(Left(REPEATED_TITLE, run[0].start, run[-1].end, run[0].number))
        elif head.title and run[0].start < head.title[0].start:
            head.pieces.append(kept("paragraph", run))
            if message := question(text_of(run), source):
                head.remarks.append(Remark("H115", Place(source.path, run[0].number), message))
        else:
            below.append(run)
    return [*below, *rest]


def question(text: str, source: Source) -> str:
    """What a person is asked about a line above the title; nothing where it is known what it is."""
    if words.is_one("embargoes", text):
        return f"no page keeps an embargo that only its text speaks of, as here: {shown(text)}"
    if words.is_one("kinds", text) or is_place_line(text, source):
        return ""
    return f"it is not known what this line above the title is: {shown(text)}"


def is_never_title(text: str, source: Source) -> bool:
    """Whether it stands above a text, whatever it looks like: place and date, or an embargo."""
    return is_place_line(text, source) or words.is_one("embargoes", text)


def _likely_title(found: list[Block], head: Head, path: str) -> Block:
    """The first that is as long as a title. Where all are shorter, the nearest to the date line, with a remark."""
    found = [run for run in found if not words.is_one("kinds", text_of(run))] or found
    pool = [run for run in found if not (_is_framed(run, head) or words.is_one("sites", text_of(run)))] or found
    sized = next(filter(has_size, pool), ())
    if sized or len(pool) < 2:
        return sized or next(iter(pool), ())
    near = min(pool, key=_from_date(head))
    message = f"of {len(pool)} short lines above the text, this was taken for the title: {shown(text_of(near))}"
    head.remarks.append(Remark("H116", Place(path, near[0].number), message))
    return near


def _from_date(head: Head) -> Callable[[Block], tuple[int, int]]:
    """How far a text is from the date line; of two as far, the one below it counts as nearer."""
    found = [piece.line for piece in head.pieces if isinstance(piece, Kept) and piece.role == "date"]
    if not found:
        return lambda run: (0, run[0].number)
    return lambda run: (abs(run[0].number - found[0]), -run[0].number)


def _is_framed(run: Block, head: Head) -> bool:
    """Whether it stands among the lines of a page's menu: the name of the site or of the office, the year's motto."""
    above, below = run[0].number - 1, run[-1].number + 1
    while above in head.frame:
        above -= 1
    while below in head.frame:
        below += 1
    return sum(head.frame.get(number, False) for number in range(above, below)) >= _MENU


def text_of(run: Block) -> str:
    """Its lines."""
    return run[0].text if len(run) == 1 else "\n".join([line.text for line in run])


def has_size(run: Block) -> bool:
    """Whether it is as long as titles mostly are."""
    text = text_of(run)
    return len(text) >= (TITLE_SIZE // 2 if WIDE.search(text) else TITLE_SIZE)


def shown(text: str) -> str:
    """The beginning of a text, for a message."""
    first = " ".join(text.split())
    return f"“{first[:40]}…”" if len(first) > 40 else f"“{first}”"
