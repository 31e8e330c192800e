"""What ``habar check`` found as one page to read: source and translation side by side, the place marked.

The page has no script and asks for nothing: its policy (CSP) lets in nothing but its own style sheet.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby
from pkgutil import get_data
from typing import TYPE_CHECKING

from i18n import locales
from i18n.cli.hidden import is_hidden, spelled
from i18n.cli.show import count

if TYPE_CHECKING:
    from i18n.model import Entry, LocaleTag
    from i18n.problems import Problem
    from i18n.workflow.check import CheckReport, Group

_TITLE = "Problems in translations"
_NUMBERS = (("error", "errors"), ("warning", "warnings"), ("info", "notes"))


def page(report: CheckReport) -> bytes:
    """The page. The same report gives the same bytes."""
    return "".join(f"{line}\n" for line in _lines(report)).encode("utf-8", "backslashreplace")


def _lines(report: CheckReport) -> Iterator[str]:
    style = (get_data("i18n.cli", "report.css") or b"").decode()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_TITLE}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{_TITLE}</h1>"
    sums = f"{count(report.checked, 'translation')} checked, {count(len(report.problems), 'problem')}"
    yield f"<p>{sums}</p>"
    if report.groups:
        yield from _contents(report.groups)
    for number, group in enumerate(report.groups):
        yield from _section(number, group, report)
    yield "</main>\n</body>\n</html>"


def _contents(groups: Sequence[Group]) -> Iterator[str]:
    heads = "".join(f'<th scope="col" class="number">{head}</th>' for _, head in _NUMBERS)
    yield f'<table>\n<thead><tr><th scope="col">Bulletin and language</th>{heads}'
    yield '<th scope="col" class="wide">By code</th></tr></thead>\n<tbody>'
    for number, group in enumerate(groups):
        severities = Counter[str](found.severity for found in group.problems)
        codes = Counter(found.code for found in group.problems)
        cells = "".join(f'<td class="number">{severities[severity] or "–"}</td>' for severity, _ in _NUMBERS)
        by_code = ", ".join(code if times == 1 else f"{code} ×{times}" for code, times in sorted(codes.items()))
        name = f'<th scope="row"><a href="#g{number}">{_name(group)}</a></th>'
        yield f'<tr>{name}{cells}<td class="wide">{by_code}</td></tr>'
    yield "</tbody>\n</table>"


def _name(group: Group) -> str:
    if not group.bulletin:
        return "Files of the project"
    return f"{_safe(group.bulletin)} · {locales.english_name(group.locale) if group.locale else 'source'}"


def _section(number: int, group: Group, report: CheckReport) -> Iterator[str]:
    yield f'<section id="g{number}">\n<h2>{_name(group)}</h2>'
    for place, found in groupby(group.problems, lambda one: one.place):
        yield f'<article>\n<p class="place">{_safe(str(place))}</p>'
        problems = list(found)
        if entry := report.entries.get(place):
            yield from _texts(entry, group, problems)
        yield "<ul>"
        yield from map(_problem, problems)
        yield "</ul>\n</article>"
    yield "</section>"


def _texts(entry: Entry, group: Group, problems: Sequence[Problem]) -> Iterator[str]:
    yield '<div class="texts">'
    yield _text("Source", group.source, _safe(entry.msgid))
    yield _text("Translation", group.locale, _marked(entry.msgstr, problems))
    yield "</div>"


def _text(heading: str, locale: LocaleTag, shown: str) -> str:
    name = f"{heading}, {locales.english_name(locale)}"
    return (
        f'<div class="text"><h3>{escape(name)}</h3>'
        f'<p lang="{escape(locale)}" dir="{locales.direction(locale)}">{shown}</p></div>'
    )


def _marked(text: str, problems: Sequence[Problem]) -> str:
    """The translation with every place of a problem marked; places that overlap are one mark."""
    parts: list[str] = []
    end = 0
    for start, stop in _places(problems, len(text)):
        parts.append(f"{_safe(text[end:start])}<mark>{_safe(text[start:stop]) or '‸'}</mark>")
        end = stop
    return "".join((*parts, _safe(text[end:])))


def _places(problems: Sequence[Problem], length: int) -> list[tuple[int, int]]:
    """The spans in order, those that overlap united."""
    united: list[tuple[int, int]] = []
    for start, stop in sorted(found.span for found in problems if found.span and found.span[1] <= length):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(stop, united[-1][1]))
        elif (start, stop) not in united[-1:]:
            united.append((start, stop))
    return united


def _problem(found: Problem) -> str:
    kind = f'<span class="severity {found.severity}">{found.severity} {found.code}</span>'
    fix = f' <span class="fix">{_safe(found.hint)}</span>' if found.hint else ""
    return f"<li>{kind} {_safe(found.message)}{fix}</li>"


def _safe(text: str) -> str:
    """Text as the page shows it: nothing in it is markup, and what nobody sees is spelled out."""
    return "".join(f'<span class="hidden">{spelled(char)}</span>' if _spell(char) else escape(char) for char in text)


def _spell(char: str) -> bool:
    return is_hidden(char) and char != "\n"
