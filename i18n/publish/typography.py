"""Typography of a page by language: which words stay on one line, and where a Japanese heading may break.

A render step for HTML pages. It changes spaces into no-break spaces and finds the places for ``<wbr>``; no other
character changes, and no catalog and no XML file meets it. Law: what is typeset again stays as it is, and with plain
spaces in place of no-break ones it is the old text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from i18n.locales import date_line
from i18n.model import Code, Content, JapaneseYears, LocaleTag, Typography
from i18n.patterns import late
from i18n.publish import phones
from i18n.publish.text import escape
from i18n.publish.ties import NO_BREAK, tie, whole

_UNTOUCHED = frozenset("code kbd samp pre var ruby".split())
"""Elements whose text is shown as it is: programs, and words with their reading above them."""
_LINE_ENDS = frozenset(("br", "hr"))
_LANG = late(r' lang="([^"]+)"')
_LONGEST_HEADING = 400
"""Characters of a heading that phrases are looked for in. What is longer is none."""
_BREAKS_ALREADY = frozenset((" ", "\n", "\u3000", NO_BREAK))


class Typesetter:
    """Sets texts as a project chose."""

    def __init__(self, chosen: Typography) -> None:
        self._hanging = chosen.hanging_prepositions
        self._years = chosen.japanese_years

    def text(self, text: str, locale: LocaleTag) -> str:
        """A plain text, see ``tied``."""
        return tied(text, locale, hanging=self._hanging)

    def line(self, text: str, locale: LocaleTag) -> str:
        """A plain text as HTML that comes again on many pages, such as a title: typeset once, and remembered."""
        return _line(text, locale, hanging=self._hanging)

    def markup(self, text: str, locale: LocaleTag) -> str:
        """A typeset text as HTML, see ``whole`` and ``phones.held``."""
        return _markup(text, locale)

    def content(self, content: Content, locale: LocaleTag) -> Content:
        """A text with codes, see ``typeset``."""
        return typeset(content, locale, hanging=self._hanging)

    def date_line(self, day: date, locale: LocaleTag) -> str:
        """The line that dates a page."""
        return _tied_date(day, locale, self._years)


@lru_cache(maxsize=8192)
def _line(line: str, locale: LocaleTag, *, hanging: bool) -> str:
    return _markup(tied(line, locale, hanging=hanging), locale)


def _markup(text: str, locale: LocaleTag) -> str:
    return phones.held(whole(escape(text), locale))


@lru_cache(maxsize=4096)
def _tied_date(day: date, locale: LocaleTag, years: JapaneseYears) -> str:
    return tied(date_line(day, locale, years), locale)


def tied(text: str, locale: LocaleTag, *, hanging: bool = False) -> str:
    """A plain text whose words stay together where its language wants it. It keeps its length.

    A line break of a source counts as a space, as it does in HTML.

    :param hanging: whether a Russian word of one letter may end a line.
    """
    if "\n" not in text:
        return tie(text, locale, hanging=hanging)
    made = tie(text.replace("\n", " "), locale, hanging=hanging)
    return "".join([old if new == " " else new for old, new in zip(text, made, strict=True)])


def typeset(content: Content, locale: LocaleTag, *, hanging: bool = False) -> Content:
    """Content whose words stay together, also where an inline code stands between them.

    What a program says is not touched. A passage that a code puts into another language follows that language.
    """
    parts = list(content)
    for language, indexes in _runs(content, locale):
        made = tied("".join([str(content[index]) for index in indexes]), language, hanging=hanging)
        for index in indexes:
            size = len(str(content[index]))
            parts[index], made = made[:size], made[size:]
    return tuple(parts)


def breakable(content: Content, locale: LocaleTag) -> list[Content]:
    """A heading in pieces, between which a line may break: one piece in every language but Japanese."""
    if locale.partition("-")[0] != "ja":
        return [content]
    places = _places(content, locale)
    pieces: list[list[str | Code]] = [[]]
    for index, part in enumerate(content):
        if not isinstance(part, str):
            pieces[-1].append(part)
            continue
        start = 0
        for place in places.get(index, ()):
            pieces[-1].append(part[start:place])
            pieces.append([])
            start = place
        pieces[-1].append(part[start:])
    return [tuple(piece) for piece in pieces]


def _places(content: Content, locale: LocaleTag) -> dict[int, list[int]]:
    """Where the texts of a heading may break: offsets by the index of the text."""
    places: dict[int, list[int]] = {}
    for language, indexes in _runs(content, locale):
        offsets = _phrase_ends("".join([str(content[index]) for index in indexes])) if language == locale else ()
        start = 0
        for index in indexes:
            end = start + len(str(content[index]))
            own = offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]
            places[index] = [offset - start for offset in own]
            start = end
    return places


@lru_cache(maxsize=4096)
def _phrase_ends(text: str) -> tuple[int, ...]:
    """Where a Japanese text may break and does not do so at a space."""
    from i18n.publish.phrases import phrases  # with a model behind it: only for headings in Japanese

    if len(text) > _LONGEST_HEADING:
        return ()
    ends, end = [], 0
    for phrase in phrases(text)[:-1]:
        end += len(phrase)
        if not _BREAKS_ALREADY & {text[end - 1], text[end]}:
            ends.append(end)
    return tuple(ends)


def _runs(content: Content, locale: LocaleTag) -> Iterator[tuple[LocaleTag, list[int]]]:
    """The texts that are read on in one language, by their indexes. Codes between them take no room."""
    if len(content) == 1 and isinstance(content[0], str):  # nearly always
        yield locale, [0]
        return
    spoken, untouched = [(0, locale)], 0
    run: list[int] = []
    for index, part in enumerate(content):
        if isinstance(part, str):
            if not untouched:
                run.append(index)
            continue
        if run and _divides(part, spoken):
            yield spoken[-1][1], run
            run = []
        if part.name in _UNTOUCHED and part.kind != "alone":
            untouched += 1 if part.kind == "open" else -1
        _listen(part, spoken)
    if run:
        yield spoken[-1][1], run


def _divides(code: Code, spoken: list[tuple[int, LocaleTag]]) -> bool:
    """Whether a text is not read on behind a code as if nothing stood there."""
    own = code.shows or code.name in _LINE_ENDS or code.name in _UNTOUCHED or _LANG.search(code.html)
    return bool(own) or code.id == spoken[-1][0]


def _listen(code: Code, spoken: list[tuple[int, LocaleTag]]) -> None:
    """Follows which language is spoken: what a code names holds up to the other end of it."""
    if code.kind == "open" and (found := _LANG.search(code.html)):
        spoken.append((code.id, found[1]))
    elif code.kind == "close" and code.id == spoken[-1][0]:
        spoken.pop()
