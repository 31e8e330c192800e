"""Settings of services for machine translation: ``[services.<name>]``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from i18n.config import values
from i18n.config.values import InTableError, spelled

NAMES = ("google", "mymemory", "libretranslate", "microsoft", "yandex", "deepl")
"""The services that can be named in the settings and on the command line."""


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """What a project says about one service. None: as is usual for the service."""

    address: str | None = None
    """Where it is, for a ministry that runs its own."""
    characters: int | None = None
    """The longest text that it takes, in its own unit."""
    rate: float | None = None
    """The most texts in a second."""
    parallel: int | None = None
    """The most texts that are with it at the same time."""
    deadline: float | None = None
    """Seconds for one answer."""
    attempts: int | None = None
    """How often a text is sent before it counts as failed."""
    budget: int | None = None
    """The most characters that one run may send."""
    region: str | None = None
    """Of an account with Microsoft."""
    email: str | None = None
    """By which MyMemory gives a larger quota."""


def services(value: Any) -> dict[str, ServiceSettings]:
    """The table ``services``: a table of settings for each service."""
    if not isinstance(value, dict):
        raise ValueError("a table by the name of a service, such as [services.libretranslate]")
    return {name: _service(name, given) for name, given in value.items()}


def _service(name: str, given: Any) -> ServiceSettings:
    if name not in NAMES:
        raise InTableError(name, f"left out: the services are {', '.join(NAMES)}")
    if not isinstance(given, dict):
        raise InTableError(name, f"a table with the settings {', '.join(_SETTINGS)}, not {spelled(given)}")
    found: dict[str, Any] = {}
    for key, item in given.items():
        if key not in _SETTINGS:
            raise InTableError(key, f"left out: the settings of a service are {', '.join(_SETTINGS)}")
        try:
            found[key] = _SETTINGS[key](item)
        except ValueError as error:
            raise InTableError(key, f"{error}, not {spelled(item)}") from error
    return ServiceSettings(**found)


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1_000_000_000:
        raise ValueError("a whole number from 1")
    return value


def _few(value: Any) -> int:
    if _whole(value) > 32:
        raise ValueError("a whole number from 1 to 32")
    return int(value)


def _seconds(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0.01 <= value <= 3600:
        raise ValueError("a number from 0.01 to 3600")
    return float(value)


_SETTINGS: dict[str, values.Check] = {
    "address": values.url,
    "characters": _whole,
    "rate": _seconds,
    "parallel": _few,
    "deadline": _seconds,
    "attempts": _few,
    "budget": _whole,
    "region": values.text,
    "email": values.text,
}
