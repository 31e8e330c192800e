"""What a service is: its limits, its languages, and how a text is given to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from i18n.config import ServiceSettings
from i18n.machine.session import Session
from i18n.model import LocaleTag

Unit = Literal["characters", "bytes", "UTF-16 units"]
Marks = Literal["brackets", "xml"]
"""How what is protected is marked in a text that is sent."""
Ask = Callable[[str], object]
"""Gives one text to a service and returns what its library returns, whatever that is."""


@dataclass(frozen=True, slots=True)
class Access:
    """What it takes to call a service: one for each thread."""

    session: Session
    address: str
    """Ends with a slash."""
    key: str
    settings: ServiceSettings


@dataclass(frozen=True, slots=True)
class Languages:
    """Which languages a service translates from and into, by its own codes."""

    sources: Collection[str]
    targets: Mapping[str, Collection[str]] | Collection[str]
    """By the source's code where they differ."""
    usual: Mapping[LocaleTag, str] = field(default_factory=dict)
    """Its codes for tags that it spells in its own way."""

    def source(self, tag: LocaleTag) -> str | None:
        return _code(tag, self.sources, self.usual)

    def target(self, tag: LocaleTag, source: str) -> str | None:
        """:param source: the code of the language that is translated from."""
        known = self.targets.get(source, ()) if isinstance(self.targets, Mapping) else self.targets
        return _code(tag, known, self.usual)


@dataclass(frozen=True, slots=True)
class Service:
    """One service. A line in ``SERVICES``."""

    name: str
    title: str
    """As it calls itself."""
    address: str | None
    """None: there is none that everybody can use."""
    most: int | None
    """The longest text that it takes; None: whatever fits into one call."""
    unit: Unit
    rate: float
    """Calls in a second that it bears."""
    parallel: int
    languages: Callable[[Access], Languages]
    open: Callable[[Access, str, str], Ask]
    """Makes what asks the service, for one thread and one pair of its codes."""
    variable: str | None = None
    """The environment variable with the key; None where there are no keys."""
    needs_key: bool = False
    package: str | None = None
    """What has to be installed besides habar, and the extra of habar that installs it."""
    marks: Marks = "brackets"
    remark: str = ""
    """What a person should know before sending it anything."""

    def with_settings(self, settings: ServiceSettings) -> Service:
        """The service as a project uses it."""
        return replace(
            self,
            address=settings.address or self.address,
            most=settings.characters or self.most,
            rate=settings.rate or self.rate,
            parallel=settings.parallel or self.parallel,
        )

    def size(self, text: str) -> int:
        """How long a text is in the unit of the service."""
        if self.unit == "characters":
            return len(text)
        return len(text.encode("utf-8")) if self.unit == "bytes" else len(text.encode("utf-16-le")) // 2


def _code(tag: LocaleTag, known: Collection[str], usual: Mapping[LocaleTag, str]) -> str | None:
    """A service's code for a tag: as it says itself, else the same tag, else the language without its region."""
    language = tag.partition("-")[0]
    by_name = {code.lower(): code for code in known}
    for candidate in (usual.get(tag), tag, usual.get(language), language):
        if candidate and (found := by_name.get(candidate.lower())):
            return found
    return None
