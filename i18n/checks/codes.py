"""Inline codes: links, emphasis and line breaks of the source stand in the translation too, once and in order."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING

from i18n import content
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.model import Code, Content
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

# A name ends at the first sign that no tag's name has, so the match is short and cannot run away.
# Tags come first: the entities inside one of them are no finding of their own.
_LOOK_ALIKE = late(
    r"(?:<|＜|&lt;) ?/? ?[A-Za-zА-Яа-я][\w.:-]{0,20}(?: [^<>＜＞]{0,200})?/? ?(?:>|＞|&gt;)"
    r"|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
)

_NAMES = "a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|li|mark|ol|p|q|s|small|span|strong|sub|sup|u|ul"
_WRITTEN_TAG = late(
    rf"</(?:{_NAMES})>|<(?:{_NAMES}) [a-z-]{{1,20}}=[^<>]{{1,200}}>|<({_NAMES})>(?=[^<>]{{0,400}}</\1>)"
)
"""A tag of HTML in running text; what a program's help has in such brackets is none."""


def _run(pair: Pair) -> Iterator[Finding]:
    wanted, given = _codes(pair.source), _codes(pair.target)
    if wanted or given:
        yield from _compared(pair, wanted, given)
    strange = list(_look_alikes(pair))
    yield from strange
    if not strange:
        yield from _broken(pair)


def _compared(pair: Pair, wanted: list[Code], given: list[Code]) -> Iterator[Finding]:
    spelling = {code: tag for tag, code in content.tags(pair.source).items()}
    missing = Counter(wanted) - Counter(given)
    extra = [spelling.get(code, code.name) for code in Counter(given) - Counter(wanted)]
    extra += [tag for tag in spelling.values() if tag in pair.target_text]  # a code too many is read as text
    for code in missing:
        yield _missing(code, spelling)
    for tag in extra:
        yield Finding(f"{tag} stands in the translation too often", hint=f"keep one {tag} and remove the others")
    if not missing and not extra:
        yield from _nesting(wanted, given, spelling)


def _codes(text: Content) -> list[Code]:
    return [part for part in text if isinstance(part, Code)]


def _missing(code: Code, spelling: dict[Code, str]) -> Finding:
    tag = spelling.get(code, code.name)
    if code.kind == "alone":
        return Finding(f"{tag} is missing from the translation", hint=f"put {tag} where it belongs")
    name = tag.strip("</>")
    return Finding(
        f"{tag} is missing from the translation",
        hint=f"put <{name}>...</{name}> around the words that the source marks",
    )


def _nesting(wanted: list[Code], given: list[Code], spelling: dict[Code, str]) -> Iterator[Finding]:
    """Close before open, and crossing pairs. Pairs and lone codes may change places."""
    if not _well_nested(wanted):
        return
    opened: list[Code] = []
    for code in given:
        if code.kind == "open":
            opened.append(code)
        elif code.kind == "close":
            if not opened or opened[-1].id != code.id:
                tag = spelling.get(code, code.name)
                expected = (
                    f"close {spelling[opened[-1]]} before it" if opened else f"put {tag.replace('/', '')} before it"
                )
                yield Finding(f"{tag} stands in the wrong place", hint=expected)
                return
            opened.pop()


def _well_nested(codes: list[Code]) -> bool:
    opened: list[int] = []
    for code in codes:
        if code.kind == "open":
            opened.append(code.id)
        elif code.kind == "close" and (not opened or opened.pop() != code.id):
            return False
    return not opened


def _look_alikes(pair: Pair) -> Iterator[Finding]:
    """Text that was meant as a code, or that would show as raw markup to a reader."""
    text, source = pair.target_text, pair.source_text
    if "<" not in text and "&" not in text and "＜" not in text:
        return
    known = sorted(content.tags(pair.source))
    for match in _LOOK_ALIKE.finditer(text):
        written = match[0]
        if written in known:
            continue  # one code too many
        if written in source or (written.startswith("&") and html.unescape(written) in ("<", ">") and "<" in source):
            continue
        hint = (
            f"write it exactly as in the source: {' '.join(known)}"
            if known
            else "remove it: the source has no such mark"
        )
        yield Finding(f"“{written}” will be printed as it stands, it is no code of the source", match.span(), hint)


def _broken(pair: Pair) -> Iterator[Finding]:
    """Tags that stand in the source's text as text, and of which the translation has a part at most."""
    source, target = pair.source_text, pair.target_text
    if pair.monolingual or "<" not in source or not any(map(str.isalpha, target)):
        return
    wanted, given = (Counter(match[0] for match in _WRITTEN_TAG.finditer(text)) for text in (source, target))
    lost = wanted - given
    for tag in lost:
        begun = target.find(tag[:-1]) if tag not in target else -1
        span = (begun, begun + len(tag) - 1) if begun >= 0 else None
        yield Finding(f"{tag} is missing from the translation", span, f"write {tag} where it belongs")


CODES = Check(
    "H231",
    "codes",
    "Codes such as <a>...</a> mark links and emphasis. Each of them must stand in the translation once, spelled as in "
    "the source, opened before it is closed, around the words that belong to it. They may move with their words.",
    3,
    _run,
    (
        Example("en", "ru", "Read <a>the law</a> first.", "Сначала прочитайте <a>закон</a>.", False),
        Example("en", "ja", "Read <a>the law</a> first.", "まず<a>法律</a>をお読みください。", False),
        Example("en", "ru", "Read <a>the law</a> first.", "Сначала прочитайте закон.", True),
        Example("ru", "tk", "Читайте <a>закон</a>.", "<a>Kanuny<a> okaň.", True),
        Example("en", "tk", "Read <a>the law</a> first.", "Ilki </a>kanuny<a> okaň.", True),
        Example("en", "ru", "Read <a>the law</a> first.", "Сначала прочитайте <a >закон</a>.", True),
        Example("ja", "en", "<b>日本</b>と<i>トルクメニスタン</i>", "<i>Turkmenistan</i> and <b>Japan</b>", False),
        Example("en", "ja", "<b>Japan <i>and</i></b> others", "<b>日本<i>と</b></i>他", True),
        Example("en", "ru", "Trade grew.", "Торговля <b>выросла</b>.", True),
        Example("en", "tk", 'Call <a href="tel:03">03</a>.', '<a href="tel:03"03</a> belgä jaň ediň.', True),
    ),
    security=True,
)
