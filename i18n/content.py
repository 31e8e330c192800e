"""How inline codes are spelled in a msgid. The only place that knows.

A code shows as its element's own name without attributes: ``<a>...</a>``, ``<br/>``; where one
name occurs twice the second is ``<a2>``. Nothing is escaped: only spellings of the source's own
codes are codes, whatever else a person types is text. Where the source's text itself holds such a
spelling, the code takes the next number.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from i18n.model import RUNNING, Code, Content, Key, Unit
from i18n.patterns import late

_TAG = late(r"<[^<>]*>")
_NO_NAME = late(r"[^\w.\-]")
_SPACE = late(r"[ \t\r\n\f]+")
# Kana, CJK ideographs and their punctuation, full-width forms: a line break between two of them is no space.
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"


def tags(content: Content) -> dict[str, Code]:
    """Every code of ``content`` by its spelling in the msgid, in order."""
    if len(content) == 1 and isinstance(content[0], str):
        return {}
    taken = {tag for part in content if isinstance(part, str) and "<" in part for tag in _TAG.findall(part)}
    spellings: dict[int, Mapping[str, str]] = {}
    counts: dict[str, int] = {}
    codes = _codes(content)
    for code in codes:
        if code.id not in spellings:
            spellings[code.id] = _spellings(_free_name(_safe_name(code.name), taken, counts))
    return {spellings[code.id][code.kind]: code for code in codes}


def render(content: Content) -> str:
    """The content as a translator sees it."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    spelling = {code: tag for tag, code in tags(content).items()}
    return "".join(part if isinstance(part, str) else spelling[part] for part in content)


def render_as(translation: Content, source: Content) -> str:
    """A translation with its codes spelled as those of its source. The codes are the source's own."""
    spelling = {(code.id, code.kind): tag for tag, code in tags(source).items()}
    return "".join(part if isinstance(part, str) else spelling[part.id, part.kind] for part in translation)


def parse(text: str, source: Content) -> Content:
    """A translator's text as content: spellings of the source's codes become codes, all else stays text.

    A code is used as often as in the source, that is once: where its spelling comes again, that is text.

    Law: ``parse(render(content), content) == content`` for content in normal form (see ``merged``).
    """
    if "<" not in text or (len(source) == 1 and isinstance(source[0], str)):
        return (text,) if text else ()
    known, left = tags(source), Counter(_codes(source))
    parts: list[str | Code] = []
    end = 0
    for match in _TAG.finditer(text):
        code = known.get(match[0])
        if code and left[code]:
            left[code] -= 1
            parts += (text[end : match.start()], code)
            end = match.end()
    return merged([*parts, text[end:]])


def plain(content: Content) -> str:
    """The text without its codes."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(part for part in content if isinstance(part, str))


def printed(content: Content, escape: Callable[[str], str], markup: Callable[[Code], str]) -> str:
    """The content as it goes into an output: escaped text, and for every code what ``markup`` says."""
    if len(content) == 1 and isinstance(content[0], str):
        return escape(content[0])
    return "".join([escape(part) if isinstance(part, str) else markup(part) for part in content])


def well_nested(content: Content) -> Content:
    """The content without the codes that would break the markup around it (see ``nested_at``)."""
    if len(content) == 1 and isinstance(content[0], str):
        return content
    kept = nested_at(content)
    return content if len(kept) == len(content) else merged(content[index] for index in sorted(kept))


def with_halves(translation: Content, source: Content) -> Content:
    """The translation with the halves of pairs that reach out of the source (``Code.half``), all of them in order.

    Where a translator left one out, the ends stand before the text and the beginnings behind it: as little as can be
    is inside.
    """
    wanted = [part for part in source if isinstance(part, Code) and part.half]
    if [part for part in translation if isinstance(part, Code) and part.half] == wanted:
        return translation
    rest = (part for part in translation if isinstance(part, str) or not part.half)
    ends = [half for half in wanted if half.half == "close"]
    return merged((*ends, *rest, *(half for half in wanted if half.half == "open")))


def nested_at(content: Content) -> set[int]:
    """The indexes of all parts but the codes that would break the markup around them.

    That is an end without its beginning, a beginning without its end, and the pair that is closed too late where
    two pairs cross or one holds half of another (``Code.half``). What comes from a source is well nested; what a person
    or a machine wrote may not be.
    """
    opened: list[tuple[int, int]] = []
    kept = {index for index, part in enumerate(content) if isinstance(part, str) or part.kind == "alone"}
    for index, part in enumerate(content):
        if isinstance(part, str):
            continue
        if part.half:
            opened.clear()
        if part.kind == "open":
            opened.append((part.id, index))
        elif part.kind == "close" and any(code == part.id for code, _ in opened):
            code, start = opened.pop()
            while code != part.id:
                code, start = opened.pop()
            kept |= {start, index}
    return kept


def msgid(content: Content, *, preserve: bool = False) -> str:
    """The msgid of a segment: its spelling in NFC, with every run of white space folded to one space.

    With ``preserve``, white space is kept, and only line ends are made alike.
    """
    text = render(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if preserve else fold(text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def entry_key(unit: Unit, content: Content) -> Key:
    """The key of the catalog entry for a piece of a unit.

    What is no running text has its role as msgctxt, unless its author gave one: a title is translated in another way
    than the same words in a text. Running text has none, so that a repeated sentence is translated once.
    """
    context = unit.context or (None if unit.role in RUNNING else unit.role)
    return context, msgid(content, preserve=unit.preserve)


def fold(text: str) -> str:
    """White space as it counts in prose: one space for a run, none at the ends.

    A line break between two Chinese or Japanese characters is not a space and goes. No-break and
    ideographic spaces are characters of the text and stay.
    """
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:  # faster than an expression
        if "\n" in text and not text.isascii():
            text = _wide_break().sub("", text)
        text = _SPACE.sub(" ", text)
    return text.strip(" ")


@cache
def _wide_break() -> re.Pattern[str]:
    return re.compile(f"(?<=[{_WIDE}])[ \t]*\r?\n[ \t]*(?=[{_WIDE}])")  # dear to compile


def merged(parts: Iterable[str | Code]) -> Content:
    """Content in normal form: no empty text, no two texts side by side."""
    result: list[str | Code] = []
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        if text := "".join(texts):
            result.append(text)
        texts.clear()
        result.append(part)
    if text := "".join(texts):
        result.append(text)
    return tuple(result)


def _codes(content: Content) -> list[Code]:
    return [part for part in content if isinstance(part, Code)]


@lru_cache(maxsize=1024)
def _spellings(name: str) -> Mapping[str, str]:
    """By the kind of the code."""
    return {"open": f"<{name}>", "close": f"</{name}>", "alone": f"<{name}/>"}


@lru_cache(maxsize=1024)
def _safe_name(name: str) -> str:
    """A code's name as a msgid can hold it: in NFC, and nothing but letters, digits and what XML has in names."""
    return _NO_NAME.sub("", unicodedata.normalize("NFC", name)) or "x"


def _free_name(name: str, taken: set[str], counts: dict[str, int]) -> str:
    """A spelling that nothing else has. ``counts`` says how often each name was asked for, so that none is tried twice.

    A number that was tried in vain stays taken: nothing gives a spelling free.
    """
    number = counts.get(name, 0) + 1
    candidate = name if number == 1 else f"{name}{number}"
    while not taken.isdisjoint(_spellings(candidate).values()):
        number += 1
        candidate = f"{name}{number}"
    counts[name] = number
    taken.update(_spellings(candidate).values())
    return candidate
