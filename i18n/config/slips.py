"""What people mean by a line of settings that TOML does not know, in their words."""

from __future__ import annotations

from i18n.patterns import late

_SHOWN = 60
_NO_QUOTES = late(r"[“”„«»‘’]")
_DAY = late(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_WHERE = late(r" \(at .*\)\Z")


def message(error: str, line: str) -> str:
    """What is wrong, with the line as it stands.

    :param error: what the parser of TOML says.
    """
    if "overwrite" in error or "twice" in error:
        return f"it stands in the file twice: {_shown(line)}"
    if not line.strip():
        return _WHERE.sub("", error)
    return f"this line cannot be read: {_shown(line)}"


def way_out(error: str, line: str) -> str | None:
    """What to do about it; None where nothing more is to be said than that the line is wrong."""
    name, sign, value = (part.strip() for part in line.partition("="))
    if "overwrite" in error or "twice" in error:
        return "keep one of the two"
    if _NO_QUOTES.search(line) and '"' not in value[:1]:
        return 'write straight quotation marks: "..."'
    if name and not sign and not name.startswith(("[", "]", '"', "#")):
        return 'write it as: name = "value"'
    if _DAY.match(value):
        return "write a day as: 2024-01-23"
    if value.casefold() in ("yes", "no", "on", "off", "true", "false"):
        return "write true or false"
    if value[:1].isalpha():
        return f'put the value into quotation marks: {name} = "..."'
    if value.count('"') % 2:
        return 'a " opens here and none closes it'
    return None


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
