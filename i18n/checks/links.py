"""Web and mail addresses, placeholders: as in the source, letter by letter."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from i18n import addresses
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

# {name} {0} {{ name }} ${name} %(name)s %s %1$s: what a program fills in.
_PLACEHOLDER = late(
    r"\{\{\s?[\w.]{1,40}\s?\}\}|\$?\{[\w.]{0,40}\}|%\([\w.]{1,40}\)[sdif]|(?<![\d%])%[^\W\d]\w{1,30}%"
    # A letter of Japanese or Russian may stand right beside it.
    r"|(?<![\dA-Za-z_%])%(?:\d\$)?(?:\.\d)?(?:l{1,2}|h|z)?[sdifux@](?![A-Za-z0-9_])"
)
# A site has a folder for each language, and a language may have a site of its own.
_LANGUAGE = late(r"/(?:en|ru|tk|tm|ja|jp|eng|rus)(?=[/?#]|\Z)|(?<=lang=)\w\w|(?<=hl=)\w\w")
_SCHEME = late(r"\Ahttps?://(?:www\.)?|\Awww\.")
_BROKEN = late(r"(?<![A-Za-z])(https?)(?::/(?=[A-Za-z0-9])|//|:(?=[a-z0-9-]+\.[a-z])|:///+|：//?|:／／)")
_WITH_SCHEME = late(r"(?<![A-Za-z])([A-Za-z]{2,8})://([!-;=?-~]{3,})", re.ASCII)
_LEADS = late(r"<[a-z][^<>=]{0,80}?(?:href|src) ?= ?[\"']([^\"'<>]{1,300})[\"']")
_TRAILING = ".,;:!?)»”\"'。、）」"


def _run(pair: Pair) -> Iterator[Finding]:
    found = [*_addresses_and_placeholders(pair), *_schemes(pair.source_text, pair.target_text)]
    yield from found or _in_tags(pair.source_text, pair.target_text)


def _addresses_and_placeholders(pair: Pair) -> Iterator[Finding]:
    for what, finder in (("address", _addresses), ("placeholder", _placeholders)):
        source, target = finder(pair.source_text), finder(pair.target_text)
        if not source and not target:
            continue
        same = partial(_same, shared=_folders(source) & _folders(target))
        wanted, given = (Counter(same(one) for one, _ in side) for side in (source, target))
        lost = [one for one, _ in source if same(one) in wanted - given]
        added = [(one, at) for one, at in target if same(one) in given - wanted]
        if what == "address" and not (lost and added):
            lost = [one for one in lost if same(one) not in given]
            added = [(one, at) for one, at in added if same(one) not in wanted]
        yield from _compared(what, list(dict.fromkeys(lost)), added)


def _schemes(source: str, target: str) -> Iterator[Finding]:
    """How the address of a page begins: whether it is a safe one, and with both slashes."""
    if "http" in target:
        known = {match[0] for match in _BROKEN.finditer(source)}
        for match in _BROKEN.finditer(target):
            if match[0] not in known:
                message, right = f"{match[0]} is no beginning of an address", f"{match[1]}://"
                yield Finding(message, match.span(), f"write {right}", fix=right)
    if "://" not in source or "://" not in target:
        return
    schemes: dict[str, set[str]] = {}
    for match in _WITH_SCHEME.finditer(source):
        schemes.setdefault(_bare(match), set()).add(match[1])
    for match in _WITH_SCHEME.finditer(target):
        wanted = schemes.get(_bare(match))
        if wanted and match[1] not in wanted:
            right = min(wanted)
            message = f"the source has {right}://, the translation has {match[1]}://"
            yield Finding(message, match.span(1), f"write {right}", fix=right)


def _bare(address: re.Match[str]) -> str:
    return address[2].rstrip(_TRAILING).lower()


def _in_tags(source: str, target: str) -> Iterator[Finding]:
    """Where a tag in the text leads, whatever kind of address that is: ``tel:``, ``mailto:``, a page beside this."""
    if "=" not in target or "<" not in target:
        return
    wanted, given = _LEADS.findall(source), [(match[1], match.start(1)) for match in _LEADS.finditer(target)]
    known, have = Counter(wanted), Counter(one for one, _ in given)
    lost, added = [one for one in wanted if one in known - have], [one for one in given if one[0] in have - known]
    for right, (wrong, at) in zip(lost, added, strict=False):
        if _LANGUAGE.sub("", right.lower()) != _LANGUAGE.sub("", wrong.lower()):
            message = f"the link leads to {right} in the source, to {wrong} in the translation"
            yield Finding(message, (at, at + len(wrong)), f"write {right}", fix=right)


def _compared(what: str, lost: list[str], added: list[tuple[str, int]]) -> Iterator[Finding]:
    alone = len(lost) == 1 == len(added)
    while lost and added:
        right, (wrong, at) = lost.pop(0), added.pop(0)
        message = f"the source has {right}, the translation has {wrong}"
        yield Finding(message, (at, at + len(wrong)), f"write {right}", fix=right if alone else None)
    for right in lost:
        yield Finding(f"the {what} {right} of the source is not in the translation", None, f"add {right}")
    for wrong, at in added:
        yield Finding(f"the {what} {wrong} is not in the source", (at, at + len(wrong)), "compare it with the source")


def _addresses(text: str) -> list[tuple[str, int]]:
    return [(one.rstrip(_TRAILING), at) for one, at in addresses.find(text)]


def _placeholders(text: str) -> list[tuple[str, int]]:
    if "{" not in text and "%" not in text:
        return []
    return [(match[0], match.start()) for match in _PLACEHOLDER.finditer(text)]


def _folders(found: list[tuple[str, int]]) -> frozenset[str]:
    """The languages whose pages are named."""
    return frozenset(match[0] for one, _ in found if (match := _LANGUAGE.search(one.lower())))


def _same(address: str, shared: frozenset[str]) -> str:
    """The address without what may differ between languages; two pages in one language are not the same page."""
    if "." not in address or "{" in address:
        return address
    bare = _SCHEME.sub("", address.lower()).rstrip("/")
    folder = _LANGUAGE.search(bare)
    free = folder and folder[0] not in shared  # a page has a number in each language
    return bare.partition("/")[0] if free else bare


LINKS = Check(
    "H254",
    "addresses",
    "Web and mail addresses are copied from the source; only a folder of the language in a web address (/en/, /ru/) "
    "may be another. Placeholders such as {name} are filled in later and keep their spelling.",
    5,
    _run,
    (
        Example("en", "ru", "See www.mfa.gov.tm/en/news.", "См. www.mfa.gov.tm/ru/news.", False),
        Example("en", "ru", "See www.mfa.gov.tm for more.", "Подробнее: www.mfa.gov.ru", True),
        Example("en", "ja", "Write to press@mfa.gov.tm.", "press@mfa.gov.tm までご連絡ください。", False),
        Example("en", "ja", "Write to press@mfa.gov.tm.", "pres@mfa.gov.tm までご連絡ください。", True),
        Example("en", "ja", "See https://mfa.gov.tm/a.", "http://mfa.gov.tm/a をご覧ください。", True),
        Example("en", "tk", "See https://mfa.gov.tm/a.", "https:/mfa.gov.tm/a salgysyna serediň.", True),
        Example("ru", "en", 'Звоните: <a href="tel:101">101</a>.', 'Call <a href="tel:110">101</a>.', True),
        Example("ru", "tk", "Опубликовано {date}", "{date} çap edildi", False),
        Example("ru", "tk", "Опубликовано {date}", "{sene} çap edildi", True),
        Example("en", "ja", "%s files", "ファイル%s件", False),
        Example("en", "ru", "%s files were loaded", "Загружено % s файлов", True),
        Example("tk", "en", "Salgy: www.science.gov.tm", "Address", True),
    ),
    security=True,
)
