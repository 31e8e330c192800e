"""Expressions of other tools (Java's, ICU's) in the small safe language of habar's rules."""

from __future__ import annotations

import re
import warnings

from i18n.segment.bounds import check
from i18n.segment.expressions import ExpressionError, Node, Side, UnboundedError, parse

_LONGEST_TEXT = 6_000
_MOST_OPTIONS = 500
_BOUNDS = (40, 20, 8, 3)
"""What an unbounded repetition becomes: the first that is safe to run."""
_NAMED = {
    "L": "\\p{L}", "IsAlphabetic": "\\p{L}", "Alpha": "\\p{L}", "IsL": "\\p{L}", "Lu": "\\p{Lu}", "Lt": "\\p{Lu}",
    "Upper": "\\p{Lu}", "IsUppercase": "\\p{Lu}", "Ll": "\\p{Ll}", "Lower": "\\p{Ll}", "IsLowercase": "\\p{Ll}",
    "N": "\\d", "Nd": "\\d", "Digit": "\\d", "IsDigit": "\\d", "Space": "\\s", "Z": "\\s", "Zs": "\\s",
    "Ps": "(\\[{「『（【〈《〔［｛„‚", "Pe": ")\\]}」』）】〉》〕］｝", "Pi": "“‘«‹", "Pf": "”’»›", "Pd": "\\-‐–—―〜",
}  # fmt: skip
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
_CODE = re.compile(r"u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}")
_PROPERTY = re.compile(r"\{(\w{1,20})\}|(\w)")
_REPETITION = re.compile(r"\*|\+|\{(\d{1,4}),\}")
_FLAGS = re.compile(r"\(\?([isuU]{1,4})\)")
_GROUPS = ("(?:", "(?=", "(?!", "(?<=", "(?<!")


_BROKEN = ("missing", "unterminated", "unbalanced", "nothing to repeat", "bad escape (end", "min repeat")
"""What is wrong in every dialect."""


class InvalidError(ValueError):
    """No tool can read the expression."""


def translate(text: str, side: Side, *, run: bool = True) -> Node:
    """The expression in habar's language; with ``run`` one that is safe to run.

    Raises ``UnboundedError`` when it could run for too long, ``ExpressionError`` when habar cannot say it,
    ``InvalidError`` when nobody can.
    """
    if len(text) > _LONGEST_TEXT or text.count("|") > _MOST_OPTIONS:
        raise UnboundedError(f"it has more than {_LONGEST_TEXT} characters or {_MOST_OPTIONS} choices")
    for bound in _BOUNDS:
        try:
            own = _Translator(text, bound).run()
            node = parse(own, side)
            if run:
                check(own, side)
        except UnboundedError:
            if bound == _BOUNDS[-1]:
                raise
        except ExpressionError as error:
            if reason := _invalid(text):
                raise InvalidError(reason) from error
            raise
        else:
            return node
    raise AssertionError(text)


def _invalid(text: str) -> str:
    """Why the expression is broken, or nothing. What only Java knows is taken for valid."""
    plain = re.sub(r"\\Q.*?\\E", "a", text, flags=re.DOTALL)
    plain = re.sub(r"\\[pP](?:\{\w{1,40}\}|\w)|\\x\{\w{1,6}\}|\\[hHRXGkzZ]", "\\\\w", plain)
    plain = re.sub(r"\(\?[a-zA-Z-]{1,8}\)", "", plain.replace("&&", ""))
    plain = re.sub(r"\(\?(?:<[=!]|<\w{1,40}>|>|[a-zA-Z-]{1,8}:)", "(?:", plain)
    try:
        with warnings.catch_warnings(action="ignore"):
            re.compile(re.sub(r"([*+?}])\+", r"\1", plain))
    except (re.error, OverflowError, RecursionError) as error:
        reason = str(error)
        return reason if reason.startswith(_BROKEN) else ""
    return ""


class _Translator:
    def __init__(self, text: str, bound: int) -> None:
        self.text, self.bound = text, bound
        flags = _FLAGS.match(text)
        self.folds = flags is not None and "i" in flags[1]
        self.at = flags.end() if flags else 0

    def run(self) -> str:
        parts = []
        while self.at < len(self.text):
            parts.append(self._next())
        return "".join(parts)

    def _take(self, count: int = 1) -> str:
        taken = self.text[self.at : self.at + count]
        self.at += count
        return taken

    def _next(self) -> str:
        if repetition := _REPETITION.match(self.text, self.at):
            return self._repetition(repetition)
        char = self._take()
        if char == "\\":
            return self._escape(inside=False)
        if char == "[":
            return self._class()
        if char == "(":
            return self._group()
        if char in "?}" and self.text[self.at : self.at + 1] in ("?", "+"):
            return char + self._manner()
        return self._literal(char)

    def _literal(self, char: str, *, inside: bool = False) -> str:
        """A plain character, in both its cases where the expression asks for neither."""
        if self.folds and char.isalpha() and char.lower() != char.upper() and len(char.upper()) == 1:
            return f"{char.lower()}{char.upper()}" if inside else f"[{char.lower()}{char.upper()}]"
        return char

    def _repetition(self, match: re.Match[str]) -> str:
        self.at = match.end()
        least = int(match[1]) if match[1] else int(match[0] == "+")
        return f"{{{least},{max(self.bound, least)}}}" + self._manner()

    def _manner(self) -> str:
        """A lazy repetition matches the same texts; a possessive one does not."""
        if self.text.startswith("?", self.at):
            self.at += 1
        elif self.text.startswith("+", self.at):
            raise ExpressionError("a possessive repetition ('++') cannot be said")
        return ""

    def _group(self) -> str:
        if not self.text.startswith("?", self.at):
            return "("
        for group in _GROUPS:
            if self.text.startswith(group[1:], self.at):
                self.at += len(group) - 1
                return group
        raise ExpressionError(f"the group '({self.text[self.at : self.at + 3]}' cannot be said")

    def _class(self) -> str:
        parts = ["["]
        if self.text.startswith("^", self.at):
            parts.append(self._take())
        while self.at < len(self.text):
            char = self._take()
            if char == "]":
                return "".join(parts) + "]"
            if char == "[" or (char == "&" and self.text.startswith("&", self.at)):
                raise ExpressionError("a class within a class cannot be said")
            parts.append(self._escape(inside=True) if char == "\\" else self._literal(char, inside=True))
        return "".join(parts)

    def _escape(self, *, inside: bool) -> str:
        char = self._take()
        if code := _CODE.match(self.text, self.at - 1):
            self.at = code.end()
            return self._escaped(chr(min(int(code[1] or code[2] or code[3], 16), 0x10FFFF)))
        if char in ("p", "P"):
            return self._property(negative=char == "P", inside=inside)
        if char in ("S", "D", "W") and not inside:
            return f"[^\\{char.lower()}]"
        if char == "Q" and not inside:
            end = self.text.find("\\E", self.at)
            quoted = self._take((len(self.text) if end < 0 else end) - self.at)
            self.at += 2
            return "".join(map(self._escaped, quoted))
        if char in ("A", "z", "Z") and not inside:
            return "^" if char == "A" else "$"
        return self._simple(char, inside)

    def _simple(self, char: str, inside: bool) -> str:
        if char in ("h", "R", "v"):
            return "\\s"
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char in ("s", "d", "w") or (char == "b" and not inside):
            return f"\\{char}"
        if not char or char.isalnum():
            raise ExpressionError(f"'\\{char}' cannot be said")
        return f"\\{char}"

    def _escaped(self, char: str) -> str:
        return char if char.isalnum() or char.isspace() else f"\\{char}"

    def _property(self, *, negative: bool, inside: bool) -> str:
        match = _PROPERTY.match(self.text, self.at)
        name = (match[1] or match[2]) if match else ""
        if match is None or name not in _NAMED or (negative and inside):
            raise ExpressionError(f"the class '\\p{{{name}}}' cannot be said")
        self.at = match.end()
        if inside:
            return _NAMED[name]
        plain = _NAMED[name].startswith("\\") and len(_NAMED[name]) < 7 and not negative
        return _NAMED[name] if plain else f"[{'^' if negative else ''}{_NAMED[name]}]"
