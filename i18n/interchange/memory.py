"""Units of a translation memory as they travel in a TMX file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from i18n import content
from i18n.interchange.outgoing import spelled
from i18n.interchange.units import MOST_CHARACTERS, MOST_CODES, TransFile
from i18n.model import Content, LocaleTag, Place


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One text in several languages (TMX calls it a translation unit)."""

    variants: Mapping[LocaleTag, Content]
    source_locale: LocaleTag | None = None
    """None: the file does not say which one was first."""
    context: str | None = None
    id: str = ""
    day: date | None = None
    """When it was written or changed."""
    place: Place = field(default=Place(""), compare=False)


def memory_units(files: Iterable[TransFile]) -> list[MemoryUnit]:
    """The finished translations of bulletins, a text once with all its languages, as long as they agree on it."""
    return joined_units(
        MemoryUnit(
            {file.source_locale: unit.source, file.target_locale: unit.target},
            file.source_locale,
            unit.context,
            unit.id,
        )
        for file in files
        for unit in file.units
        if unit.state == "translated"
    )


def joined_units(units: Iterable[MemoryUnit]) -> list[MemoryUnit]:
    """Units of the same source and id put together, as long as they agree; in the order in which they begin."""
    found: dict[tuple[LocaleTag | None, str], list[MemoryUnit]] = {}
    for unit in units:
        known = found.setdefault((unit.source_locale, unit.id), [])
        for index, other in enumerate(known):
            if all(other.variants.get(locale, text) == text for locale, text in unit.variants.items()):
                known[index] = replace(other, variants={**other.variants, **unit.variants})
                break
        else:
            known.append(unit)
    return [unit for units in found.values() for unit in units]


def spelled_texts(unit: MemoryUnit) -> dict[LocaleTag, str]:
    """The texts of a unit as catalogs spell them, the source first; codes have the names of the source's.

    What is too long is left out, and a translation with a code that its source does not have.
    """
    first = unit.source_locale if unit.source_locale in unit.variants else next(iter(unit.variants), None)
    if first is None or not _is_short(unit.variants[first]):
        return {}
    source = unit.variants[first]
    found = {first: content.render(source)}
    for locale, text in unit.variants.items():
        words, strange = spelled(text, source)
        if locale != first and _is_short(text) and not strange and words.strip():
            found[locale] = words
    return found


def _is_short(text: Content) -> bool:
    return len(content.plain(text)) <= MOST_CHARACTERS and len(text) <= MOST_CODES
