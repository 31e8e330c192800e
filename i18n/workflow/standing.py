"""What the last build left of a bulletin: its pages stay as they are while an error keeps new ones from being made."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from i18n import files, state
from i18n.config import Project
from i18n.model import Document, LocaleTag, Meta, Place, Unit
from i18n.problems import Problem, problem
from i18n.publish import Edition, page_file
from i18n.release import Gate
from i18n.workflow import keeping

_LOCALES, _FIELDS = "locales", "fields of an edition"


class Standing(NamedTuple):
    """The pages of a bulletin that are there, and what lists say of them."""

    editions: Mapping[LocaleTag, Edition]
    names: Mapping[str, int]
    """All of its files that are there, and how long they are."""

    @property
    def languages(self) -> frozenset[LocaleTag]:
        """In which it can be read."""
        return frozenset([locale for locale, edition in self.editions.items() if edition.published])

    @property
    def readable(self) -> int:
        """In how many languages it can be read."""
        return len(self.languages)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The former ids whose addresses lead to it."""
        return tuple(dict.fromkeys(alias for edition in self.editions.values() for alias in edition.aliases))

    def behind(self, gates: Mapping[LocaleTag, Gate]) -> Standing:
        """Those of the pages that pass the gates, without the files of the others."""
        passed = {
            locale: edition
            for locale, edition in self.editions.items()
            if not edition.published or (locale in gates and gates[locale].asks_no_more_than(edition.gate))
        }
        return Standing(passed, self.files(passed)) if passed else NOTHING

    def row(self, locales: Collection[LocaleTag]) -> tuple[Edition, ...]:
        """The bulletin in every language of the site."""
        some = next(iter(self.editions.values()))
        return tuple([self.editions.get(locale) or _missing(some, locale) for locale in locales])

    def files(self, locales: Collection[LocaleTag]) -> dict[str, int]:
        """The files of some languages, with the images that their pages may show."""
        folders = tuple(f"{folder}/" for folder in (*locales, "media"))
        return {name: size for name, size in self.names.items() if name.startswith(folders)}


NOTHING = Standing({}, {})


def _missing(some: Edition, locale: LocaleTag) -> Edition:
    return Edition(some.bulletin, locale, "missing", some.source, day=some.day)


def told(name: str, standing: Standing, locales: Collection[LocaleTag]) -> Problem:
    """What is said of a bulletin whose pages stay.

    :param name: of its source.
    """
    there = ", ".join(locale for locale in locales if locale in standing.editions)
    return problem("H383", Place(name), f"no new page of it can be made; {there} stay as they are")


def withdrawn(standing: Standing, name: str) -> Document:
    """What the notice of a withdrawal needs of a bulletin, where its source ``name`` cannot be read: its title."""
    some = next(iter(standing.editions.values()))
    shown = standing.editions.get(some.source, some)
    place = Place(name)
    return Document(
        id=some.bulletin,
        place=place,
        format="",
        locale=some.source,
        mode="sentence",
        revision="",
        meta=Meta(display_date=some.day),
        skeleton=(),
        units=(Unit("title", place, "title", (shown.title,)),),
        aliases=some.aliases,
    )


class Left:
    """What the last build left of all bulletins.

    It must be asked for a bulletin before the state holds what this build made of it.
    """

    def __init__(self, project: Project, store: state.Store) -> None:
        self._output = project.output
        self._results, self._rows = state.Results(store), state.Editions(store)
        self._locales = store.fact(_LOCALES).split()
        self._fields = tuple(store.fact(_FIELDS).split())

    def languages(self, bulletin: str) -> frozenset[LocaleTag] | None:
        """In which it can be read; None: nothing of it is anywhere."""
        listed = self._rows.listed(bulletin)
        return None if listed is None else frozenset([self._locales[place] for place in listed])

    def of(self, bulletin: str) -> Standing | None:
        """The pages of a bulletin; None where there are none."""
        names = self.names(bulletin)
        try:
            known = [keeping.edition(row.data, self._fields) for row in self._rows.of(bulletin)]
        except (ValueError, TypeError, KeyError):  # of a program that knew other fields
            return None
        editions = {one.locale: one for one in known if page_file(one.address) in names}
        return Standing(editions, names) if editions else None

    def names(self, bulletin: str) -> dict[str, int]:
        """The files of a bulletin that are there, and how long they are."""
        return {name: size for name, size in self._results.sizes(bulletin).items() if self._is_there(name, size)}

    def _is_there(self, name: str, size: int) -> bool:
        return files.stamp(f"{self._output}/{name}").size == size


def of_bulletin(project: Project, bulletin: str) -> Standing:
    """What the last build left of one bulletin, asked outside of a build."""
    with state.opened(project.root) as store:
        return Left(project, store).of(bulletin) or NOTHING


def remember(store: state.Store, project: Project) -> None:
    """Notes how what is kept of this build has to be read."""
    store.remember(_LOCALES, " ".join(project.locales))
    store.remember(_FIELDS, " ".join(Edition._fields))
