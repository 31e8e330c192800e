"""Problems as SARIF 2.1.0 (OASIS, 2020): what code scanning and editors read."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import i18n
from i18n.cli.show import safe
from i18n.problems import RULES, Problem

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def log(problems: Sequence[Problem]) -> dict[str, Any]:
    """A log with one run. Its rules are those of the problems, in the order of their codes."""
    codes = sorted({found.code for found in problems})
    driver = {"name": "habar", "version": i18n.__version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, codes.index(found.code)) for found in problems],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{_sentence(rule.title)}."},
        "help": {"text": f"{_sentence(rule.remedy)}."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(found: Problem, index: int) -> dict[str, Any]:
    more: dict[str, Any] = {"hint": found.hint, "msgid": found.msgid, "fix": found.fix}
    if found.span:
        more["span"] = list(found.span)
    said = {name: safe(value) if isinstance(value, str) else value for name, value in more.items() if value is not None}
    return {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": safe(found.message)},
        "locations": [{"physicalLocation": _location(found)}],
        "partialFingerprints": {"problem/v1": _fingerprint(found)},
        **({"properties": said} if said else {}),
    }


def _location(found: Problem) -> dict[str, Any]:
    place = found.place
    artifact = {"uri": quote(place.path, safe="/"), "uriBaseId": "%SRCROOT%"}
    if place.line is None:
        return {"artifactLocation": artifact}
    region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return {"artifactLocation": artifact, "region": region}


def _fingerprint(found: Problem) -> str:
    """What stays the same when lines above it come and go."""
    whole = "\0".join((found.code, found.place.path, found.msgid or "", found.message))
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
