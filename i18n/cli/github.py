"""Problems as the commands of a GitHub workflow that become annotations beside the lines."""

from __future__ import annotations

from i18n.cli.show import safe, shortened
from i18n.problems import RULES, Problem

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_LONGEST = 2000


def annotation(found: Problem) -> str:
    """One line. What it says cannot end it, and cannot begin a command of its own."""
    place = found.place
    where = {"file": place.path, "line": place.line, "col": place.column}
    title = f"{found.code}: {RULES[found.code].title}"
    named = {**{name: value for name, value in where.items() if value is not None}, "title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in named.items())
    message = found.message if found.hint is None else f"{found.message} (fix: {found.hint})"
    return f"::{_COMMANDS[found.severity]} {properties}::{_data(shortened(message, _LONGEST))}"


def _data(text: str) -> str:
    return safe(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
