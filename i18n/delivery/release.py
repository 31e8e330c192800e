"""A release: what was put live at one time, as the record beside it says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

KEPT = 5
"""Releases that stay to go back to, the one that is live among them."""
_FORMAT = 1
_LIST = re.compile(r"[^/]+/\d{4}/(\d{2}/)?index\.html\Z")
"""The list of a year or of a month."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """What is to go live."""

    folder: Path
    """Where its files lie."""
    files: Mapping[str, str]
    """The SHA-256 of every file, by its path from the root of the site."""
    withdrawn: tuple[str, ...] = ()
    """The addresses that say that a bulletin was withdrawn."""
    faulty: frozenset[str] = frozenset()
    """The paths of bulletins, below the folders of languages, that have an error: what is live of them stays."""
    taken_back: frozenset[str] = frozenset()
    """Those of them that nobody may read any more: an embargo, a withdrawal."""


@dataclass(frozen=True, slots=True)
class Release:
    """What habar put live."""

    number: int
    """Counts the releases of a target."""
    previous: int
    """The number of the release that a rollback goes back to; 0: there is none."""
    files: Mapping[str, str] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    """Files of somebody else that are there, too."""
    kept: tuple[str, ...] = ()
    """Files that were taken from the release before. It is not in the record."""

    @property
    def name(self) -> str:
        """``000012-1a2b3c4d``: two different releases never have the same name."""
        return f"{self.number:06}-{self.digest[:8]}"

    @property
    def digest(self) -> str:
        lines = "".join(f"{digest} {name}\n" for name, digest in sorted(self.files.items()))
        return sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()

    def record(self) -> bytes:
        """The release as bytes: the same for the same release."""
        values = {
            "format": _FORMAT,
            "number": self.number,
            "previous": self.previous,
            "withdrawn": sorted(self.withdrawn),
            "carried": sorted(self.carried),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(values, ensure_ascii=False, indent=0) + "\n").encode("utf-8", "surrogatepass")


def read_record(data: bytes, shown: str) -> Release:
    """The release that a record tells of.

    :raises HabarError: H372, it is none, or that of another program.
    """
    try:
        values = _checked(json.loads(data))
        return Release(
            int(values["number"]),
            int(values["previous"]),
            {str(name): str(digest) for name, digest in values["files"].items()},
            tuple(map(str, values["withdrawn"])),
            tuple(map(str, values["carried"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise HabarError(problem("H372", Place(shown), "this is no record of a release that can be read")) from error


def _checked(values: Any) -> Any:
    if values["format"] != _FORMAT or not all(map(_is_inside, (*values["files"], *values["carried"]))):
        raise ValueError("another format, or paths that lead outside")
    return values


def _is_inside(name: str) -> bool:
    return bool(name) and (os.sep == "/" or "\\" not in name) and not {"", ".", ".."} & set(name.split("/"))


@dataclass(slots=True)
class Outcome:
    """What was put live."""

    before: Release | None
    """What was live before."""
    now: Release
    problems: list[Problem] = field(default_factory=list)


def next_of(known: Mapping[int, Release], live: Release | None, shipment: Shipment) -> Release:
    """The release that a shipment becomes. What is live of a bulletin that an error keeps out of it stays."""
    kept = tuple(sorted({*_kept(live, shipment)})) if live and shipment.faulty else ()
    files = {**shipment.files, **({name: live.files[name] for name in kept} if live else {})}
    withdrawn = {*shipment.withdrawn, *(set(live.withdrawn) & {_address(name) for name in kept} if live else ())}
    number = max(known, default=0) + 1
    release = Release(number, live.number if live else 0, files, tuple(sorted(withdrawn)), kept=kept)
    return replace(release, previous=live.previous) if live and _reads_like(release, live) else release


def _kept(live: Release, shipment: Shipment) -> Iterator[str]:
    """The live files that stay, and the lists that they lead to. Of a bulletin that is taken back, only its notice."""
    notices = set(live.withdrawn)
    for name in live.files.keys() - shipment.files.keys():
        bulletin = _bulletin(name, shipment.faulty)
        if bulletin and (bulletin not in shipment.taken_back or _address(name) in notices):
            yield name
            lists = (f"{name[: end.start()]}/index.html" for end in re.finditer("/", name))
            yield from (each for each in lists if each in live.files and each not in shipment.files)


def _bulletin(name: str, paths: Iterable[str]) -> str | None:
    """The bulletin of which it is a file, among some: a file of a language, or an image."""
    below = name.partition("/")[2]
    return next((path for path in paths if below.startswith(f"{path}/")), None)


def _address(name: str) -> str:
    return name[: name.rfind("/") + 1]


def staying(release: Release) -> Iterator[Problem]:
    """H387 for every page that stays."""
    for name in release.kept:
        if name.endswith("/index.html") and not _LIST.match(name):
            message = "no new page can be made, so the one that is live stays; no list names it"
            yield problem("H387", Place(_address(name)), message)


def _reads_like(release: Release, other: Release) -> bool:
    """Whether they are the same for readers. Then going back from one to the other would change nothing."""
    return release.files == other.files and set(release.withdrawn) == set(other.withdrawn)


def again(known: Mapping[int, Release], old: Release) -> Release:
    """An old release as the next one. A further rollback goes on from where the old one stood."""
    return Release(max(known) + 1, old.previous, old.files, old.withdrawn)


def before(known: Mapping[int, Release], live: Release | None, shown: str) -> Release:
    """The release that a rollback goes back to.

    :raises HabarError: H373, there is none.
    """
    old = known.get(live.previous) if live else None
    if old is None:
        raise nothing_before(shown)
    return old


def nothing_before(shown: str) -> HabarError:
    """That nobody can go back."""
    return HabarError(problem("H373", Place(shown), "there is no earlier release to go back to"))


def outdated(known: Mapping[int, Release], live: Release, keep: int) -> list[Release]:
    """The releases that need not be kept any longer, the oldest first."""
    order = [each for each in sorted(known.values(), key=lambda each: each.number) if each.number != live.number]
    twins = [each for each in order[-1:] if _reads_like(each, live) and each.previous == live.previous]
    kept = len(order) - len(twins) - (keep - 1)
    return [*order[: max(kept, 0)], *twins]


def in_the_way(names: list[str], shown: str) -> HabarError:
    """What somebody else put where a file of the site belongs."""
    message = "a file that habar did not put there is in the way"
    return HabarError(*(problem("H371", Place(f"{shown}/{name}"), message) for name in names))
