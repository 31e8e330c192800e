"""Adding to the settings of a bulletin, and taking away: nothing else in the file changes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date

from i18n.model import Place
from i18n.patterns import late
from i18n.problems import HabarError, problem

Value = str | int | date | tuple[str, ...] | Mapping[str, str]
_HEAD = late(r"(?m)^[ \t]*\[")
_ESCAPED = late(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def with_table(data: bytes | None, name: str, head: str, values: Mapping[str, Value]) -> bytes:
    """The file with a table more at its end.

    :param data: what it holds; None: it is not there yet.
    :param name: how it is called in messages.
    :param head: ``[withdrawn]`` or ``[[corrections]]``.
    :raises HabarError: H363, the file is written in a way that does not let a table be added.
    """
    text = (data or b"").decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [head, *(line for key, value in values.items() for line in _lines(key, value))]
    gap = "" if not text else newline if text.endswith("\n") else newline * 2
    made = text + gap + "".join(line + newline for line in lines)
    _check(made, name, "add these lines by hand: " + " / ".join(lines))
    return made.encode()


def without_table(data: bytes, name: str, key: str) -> bytes:
    """The file without the table ``[key]``.

    :raises HabarError: H363, the file is written in a way that does not let it be taken out.
    """
    text = data.decode("utf-8")
    found = re.search(rf"(?m)^[ \t]*\[[ \t]*{key}[ \t]*\]", text)
    by_hand = f"take {key} out by hand"
    if found is None:
        raise _refused(name, by_hand)
    end = len(text)
    for head in _HEAD.finditer(text, found.end()):
        if not re.match(rf"\[[ \t]*{key}[ \t]*\.", text[head.end() - 1 :]):
            end = head.start()
            break
    made = (text[: found.start()].rstrip("\r\n\t ") + "\n" if text[: found.start()].strip() else "") + text[end:]
    wanted = {other: value for other, value in tomllib.loads(_plain(text)).items() if other != key}
    if _check(made, name, by_hand) != wanted:
        raise _refused(name, by_hand)
    return made.encode()


def _lines(key: str, value: Value) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}.{inner} = {_quoted(text)}" for inner, text in value.items()]
    if isinstance(value, str):
        return [f"{key} = {_quoted(value)}"]
    if isinstance(value, tuple):
        return [f"{key} = [{', '.join(map(_quoted, value))}]"]
    return [f"{key} = {value.isoformat() if isinstance(value, date) else value}"]


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return '"' + _ESCAPED.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}", text) + '"'


def _check(text: str, name: str, by_hand: str) -> dict[str, object]:
    try:
        return tomllib.loads(_plain(text))
    except tomllib.TOMLDecodeError as error:
        raise _refused(name, by_hand) from error


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff")


def _refused(name: str, by_hand: str) -> HabarError:
    return HabarError(problem("H363", Place(name), "habar cannot change this file without harm", hint=by_hand))
