"""Commands whose modules are loaded when they are asked for: a run of one command pays for no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class Later(MutableMapping[str, click.Command]):
    """Commands by their names, in the order in which they were named first.

    :param places: for each name the module that has the command, below ``i18n.cli``, and what it is called there:
        ``importing:import_``. Nothing where the command is added by whoever defines it.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._known: dict[str, click.Command | str] = dict(places)

    def __getitem__(self, name: str) -> click.Command:
        found = self._known[name]
        if isinstance(found, str):
            module, _, attribute = found.partition(":")
            found = self._known[name] = getattr(import_module(f"i18n.cli.{module}"), attribute)
        return found

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._known[name] = command

    def __delitem__(self, name: str) -> None:
        del self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
