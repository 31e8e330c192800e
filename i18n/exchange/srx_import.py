"""Turns the rules of an SRX file into rules files of habar, one for each language."""

from __future__ import annotations

import json
import string
from itertools import product
from typing import TYPE_CHECKING

from i18n.exchange.srx_document import Document, LanguageMap, Rule
from i18n.exchange.srx_export import UNDERSTOOD
from i18n.exchange.srx_spelling import spell
from i18n.exchange.srx_translate import InvalidError, translate
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem
from i18n.segment.expressions import (
    Anchor,
    Chars,
    Choice,
    ExpressionError,
    Look,
    Node,
    Repeat,
    Sequence,
    Side,
    UnboundedError,
    compiled,
    edge,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODES = tuple("".join(pair) for pair in product(string.ascii_lowercase, repeat=2))
_MANY = 100
"""A pattern that matches so many two-letter codes means no language in particular."""
_MOST_REFUSED = 100
"""To find out that an expression could run for too long takes time too."""
_MOST_WORDS = 600
_MOST_SPELLINGS = 4
"""Of one character of an abbreviation, such as ``[Pp]``."""


def convert(document: Document, path: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The text of a rules file by language, and what was left out.

    Raises ``HabarError`` with every expression that no tool could read (H135).
    """
    converter = _Converter(path)
    targets = _targets(document, converter)
    made = {name: converter.file(rules) for name, rules in document.rules.items() if name in targets.values()}
    if wrong := [found for found in converter.problems if found.severity == "error"]:
        raise HabarError(*wrong)
    languages = sorted({language for language, _ in targets})
    texts = {
        language: _toml(path, [made[name] for (of, _), name in targets.items() if of == language])
        for language in languages
    }
    return {language: text for language, text in texts.items() if text}, tuple(converter.problems)


def _targets(document: Document, converter: _Converter) -> dict[tuple[str, int], str]:
    """Which language has which rules, in the order of the maps."""
    targets: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for number, entry in enumerate(document.maps):
        for language in converter.languages(entry):
            if document.cascade or language not in taken:
                targets[language, number] = entry.name
            taken.add(language)
    return targets


class _File:
    """What a rules file will hold."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.rules: list[tuple[int, bool, str, str]] = []


class _Converter:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.refused = 0

    def _report(self, code: str, line: int, message: str) -> None:
        self.problems.append(problem(code, Place(self.path, line), message))
        self.refused += code == "H137"
        if self.refused > _MOST_REFUSED:
            message = f"more than {_MOST_REFUSED} expressions of the file could run for too long"
            raise HabarError(problem("H138", Place(self.path, line), message))

    def languages(self, entry: LanguageMap) -> list[str]:
        """The languages that the pattern names; ``common`` for all, ``fallback`` for most."""
        node = self._translated(entry.pattern, "after", entry.line, "the language pattern")
        if node is None:
            return []
        whole = compiled(Sequence((node, Anchor("$"))), "after")
        found = [code for code in _CODES if whole.match(code) or whole.match(code.upper())]
        if not found:
            self._report("H136", entry.line, f"the language pattern {entry.pattern!r} names no language")
        if len(found) > _MANY:
            return ["common" if len(found) == len(_CODES) else "fallback"]
        return found

    def file(self, rules: tuple[Rule, ...]) -> _File:
        made = _File()
        for rule in rules:
            self._rule(rule, made)
        return made

    def _rule(self, rule: Rule, made: _File) -> None:
        before = self._translated(rule.before, "before", rule.line, "<beforebreak>", run=False)
        after = self._translated(rule.after, "after", rule.line, "<afterbreak>", run=False)
        if before is None or after is None:
            return
        before, after = _without_space(before, last=True), _without_space(after, last=False)
        if _only_marks(before) and (_is_empty(after) or (rule.cuts and not _names_words(after))):
            self._report("H139", rule.line, "the rule speaks of every terminator: habar's own rules decide there")
        elif not rule.cuts and _is_empty(after) and (words := _abbreviations(before)):
            made.words += words
        else:
            self._ordered(rule, made)

    def _ordered(self, rule: Rule, made: _File) -> None:
        before = self._translated(rule.before, "before", rule.line, "<beforebreak>")
        after = self._translated(rule.after, "after", rule.line, "<afterbreak>")
        if before is not None and after is not None:
            before, after = _without_space(before, last=True), _without_space(after, last=False)
            made.rules.append((rule.line, rule.cuts, spell(before, "before", "own"), spell(after, "after", "own")))

    def _translated(self, text: str, side: Side, line: int, what: str, *, run: bool = True) -> Node | None:
        for ours, own in UNDERSTOOD.items():
            text = text.replace(ours, own)
        try:
            return translate(text, side, run=run)
        except InvalidError as error:
            self._report("H135", line, f"{what} is not a valid expression: {error}")
        except UnboundedError as error:
            self._report("H137", line, f"{what} could run for too long: {error}")
        except ExpressionError as error:
            self._report("H136", line, f"{what} cannot be said: {error}")
        return None


# White space and marks -------------------------------------------------------------------------


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Sequence) else (node,)


def _joined(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else Sequence(parts)


def _without_space(node: Node, *, last: bool) -> Node:
    """The expression without the white space at the position, which habar has seen before it asks."""
    if isinstance(node, Choice):
        return Choice(tuple(_without_space(option, last=last) for option in node.options))
    parts = _parts(node)
    while parts and _is_space(parts[-1 if last else 0]):
        parts = parts[:-1] if last else parts[1:]
    return _joined(parts)


def _is_empty(after: Node) -> bool:
    """Whether nothing is asked of what follows, save that it is something."""
    spaces = Chars((("\u3000", "\u3000"),))
    return after == Sequence(()) or (
        isinstance(after, Chars) and after.negative and _is_space(spaces._replace(items=after.items))
    )


def _names_words(after: Node) -> bool:
    """Whether what follows must begin with certain characters, not with any capital or digit."""
    first = edge(after, last=False)
    return first is not None and all(
        not chars.negative and all(not isinstance(item, str) and item[0] == item[1] for item in chars.items)
        for chars in first
    )


def _is_space(node: Node) -> bool:
    match node:
        case Chars(items, negative):
            return bool(items) and not negative and all(_space_item(item) for item in items)
        case Repeat(inner, _, _):
            return _is_space(inner)
        case Look(inner, negative):
            return negative and _is_space(inner)
        case Choice(options):
            return all(map(_is_space, options))
    return False


def _space_item(item: tuple[str, str] | str) -> bool:
    return item == "s" if isinstance(item, str) else item[0].isspace() and item[1].isspace()


def _only_marks(node: Node) -> bool:
    """Whether the expression is nothing but terminators, closing marks and white space."""
    match node:
        case Chars(items, negative):
            return not negative and bool(items) and all(_mark_item(item) for item in items)
        case Sequence(parts):
            return all(map(_only_marks, parts))
        case Choice(options):
            return all(map(_only_marks, options))
        case Repeat(inner, _, _):
            return _only_marks(inner)
        case Look(inner, negative):
            return not negative and _only_marks(inner)
        case Anchor(kind):
            return kind == "$"
    return False


def _mark_item(item: tuple[str, str] | str) -> bool:
    return (
        item == "s"
        if isinstance(item, str)
        else not (item[0].isalpha() or item[1].isalpha() or item[0] <= "9" <= item[1])
    )


# Abbreviations ---------------------------------------------------------------------------------


def _abbreviations(before: Node) -> list[str]:
    """The words of an expression that is nothing but words with a full stop, else nothing."""
    parts = list(_parts(before))
    while parts and isinstance(parts[-1], Repeat) and parts[-1].least == 0 and not _has_letters(parts[-1]):
        parts.pop()
    if parts and _is_edge(parts[0]):
        parts.pop(0)
    texts = _texts(_joined(tuple(parts)))
    words = [" ".join(text[:-1].split()) for text in texts or () if text.endswith(".")]
    return words if words and len(words) == len(texts or ()) and all(map(_is_word, words)) else []


def _has_letters(node: Node) -> bool:
    match node:
        case Chars(items, negative):
            return (
                negative
                or not items
                or any(
                    item in ("p{L}", "p{Lu}", "p{Ll}", "w") if isinstance(item, str) else item[0].isalpha()
                    for item in items
                )
            )
        case Sequence(parts) | Choice(parts):
            return any(map(_has_letters, parts))
        case Repeat(inner, _, _) | Look(inner, _):
            return _has_letters(inner)
    return False


def _is_edge(node: Node) -> bool:
    """Whether it stands for the place where a word begins."""
    match node:
        case Anchor() | Look():
            return True
        case Choice(options):
            return all(map(_is_edge, options))
        case Chars(items, negative):
            return bool(items) and (not _has_letters(node) if not negative else _has_letters(Chars(items)))
    return False


def _texts(node: Node) -> list[str] | None:
    """Every text that the expression stands for, or None when they are too many."""
    match node:
        case Chars(items, negative):
            return None if negative or len(items) > _MOST_SPELLINGS else _characters(items)
        case Choice(options):
            found = [_texts(option) for option in options]
            return (
                None if any(each is None for each in found) else _few([text for each in found for text in each or ()])
            )
        case Repeat(inner, 0, 1):
            inner_texts = _texts(inner)
            return None if inner_texts is None else ["", *inner_texts]
        case Repeat(Chars() as inner, _, _) if _is_space(inner):
            return [" "]
        case Sequence(parts):
            texts: list[str] | None = [""]
            for part in parts:
                more = _texts(part)
                texts = _few([one + other for one in texts for other in more]) if texts and more is not None else None
            return texts
    return None


def _characters(items: tuple[tuple[str, str] | str, ...]) -> list[str] | None:
    if all(map(_space_item, items)):
        return [" "]
    singles = [item[0] for item in items if not isinstance(item, str) and item[0] == item[1]]
    return singles if items and len(singles) == len(items) else None


def _few(texts: list[str]) -> list[str] | None:
    return texts if len(texts) <= _MOST_WORDS else None


def _is_word(word: str) -> bool:
    """What habar takes for an abbreviation: letters and digits with hyphens, full stops and spaces between."""
    return (
        0 < len(word) <= 40
        and any(map(str.isalpha, word))
        and word[0].isalnum()
        and word[-1].isalnum()
        and all(char.isalnum() or char in ".- '’/" for char in word)
    )


# Writing ---------------------------------------------------------------------------------------


def _toml(path: str, files: list[_File]) -> str:
    """The rules file, or nothing when it would be empty."""
    words = dict.fromkeys(word for file in files for word in file.words)
    rules = list({rule[1:]: rule for file in reversed(files) for rule in reversed(file.rules)}.values())[::-1]
    if not words and not rules:
        return ""
    lines = [f"# Taken from {_plain(path)}. Look through it: a word that is a full word too must not stay in 'never'."]
    if words:
        lines += ["", "never = [", *(f"  {_quoted(word)}," for word in words), "]"]
    for number, rule in enumerate(rules, 1):
        lines += _rule_lines(path, number, *rule)
    return "\n".join(lines) + "\n"


def _rule_lines(path: str, number: int, line: int, cuts: bool, before: str, after: str) -> Iterator[str]:
    yield from ("", "[[rule]]", f'id = "srx-{number}"', f"break = {str(cuts).lower()}")
    for key, value in (("before", before), ("after", after)):
        if value:
            yield f"{key} = {_quoted(value)}"
    yield f"note = {_quoted(f'Taken from {path}, line {line}.')}"


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)


def _quoted(text: str) -> str:
    """A basic string of TOML, which has JSON's escapes."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
