"""Every service, and whether it can be used."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from i18n.config import Project, ServiceSettings
from i18n.machine.deepl import DEEPL
from i18n.machine.failures import ServiceError
from i18n.machine.google import GOOGLE
from i18n.machine.libretranslate import LIBRETRANSLATE
from i18n.machine.microsoft import MICROSOFT
from i18n.machine.mymemory import MYMEMORY
from i18n.machine.service import Access, Languages, Service
from i18n.machine.session import Session
from i18n.machine.yandex import YANDEX
from i18n.model import LocaleTag

SERVICES: tuple[Service, ...] = (GOOGLE, MYMEMORY, LIBRETRANSLATE, MICROSOFT, YANDEX, DEEPL)
_DEADLINE = 20.0
"""Seconds for one answer, where the settings name no other time."""


_QUICK = 5.0
"""Seconds for a list of languages: it is asked for while a person waits."""


@dataclass(frozen=True, slots=True)
class Door:
    """A service with all that it takes to call it in a project."""

    service: Service
    settings: ServiceSettings
    key: str

    @property
    def lacking(self) -> str | None:
        """What is missing before it can be called; None where nothing is."""
        service = self.service
        if service.package and find_spec(service.package) is None:
            return f"the package {service.package} is not installed: install habar[{service.name}]"
        if service.address is None:
            return f"there is no address: set address under [services.{service.name}]"
        if service.needs_key and not self.key:
            return f"there is no key: set the environment variable {service.variable}"
        return None

    def access(self, most: float | None = None) -> Access:
        """For one thread.

        :param most: seconds that a call may take, where that is less than usual.
        """
        usual = self.settings.deadline or _DEADLINE
        session = Session(min(usual, most or usual), self.key)
        return Access(session, self.service.address or "", self.key, self.settings)


@dataclass(frozen=True, slots=True)
class Pair:
    """Whether a service translates from one language into another, or why not."""

    source: LocaleTag
    target: LocaleTag
    codes: tuple[str, str] | None
    """Those of the service."""
    reason: str = ""


def door(project: Project, name: str, environment: Mapping[str, str] = os.environ) -> Door:
    """The service with this name, as the project's settings and the environment have it."""
    settings = project.services.get(name, ServiceSettings())
    service = next(one for one in SERVICES if one.name == name).with_settings(settings)
    return Door(service, settings, environment.get(service.variable, "").strip() if service.variable else "")


def pair(service: Service, languages: Languages, source: LocaleTag, target: LocaleTag) -> Pair:
    """What the service calls two languages."""
    code = languages.source(source)
    other = languages.target(target, code) if code else None
    if code and other:
        return Pair(source, target, (code, other))
    return Pair(source, target, None, f"{service.title} does not translate from “{source}” into “{target}”")


def languages(door: Door) -> Languages | str:
    """The languages of a service, asked of itself where only it knows them; else why they cannot be known."""
    if door.lacking:
        return door.lacking
    access = door.access(_QUICK)
    try:
        return door.service.languages(access)
    except ServiceError as error:
        return error.message
    finally:
        access.session.close()
