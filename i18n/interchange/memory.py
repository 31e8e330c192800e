"""Pairs of texts from a translation memory: suggestions for what is not translated yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n import content
from i18n.interchange.outgoing import numbered, spelled
from i18n.interchange.suggestion import SUGGESTED, Answers, Asked, Suggestion
from i18n.interchange.units import MOST_CHARACTERS, MOST_CODES, TransFile
from i18n.model import Code, Content, LocaleTag, Place


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One text in several languages (TMX calls it a translation unit)."""

    variants: Mapping[LocaleTag, Content]
    source_locale: LocaleTag | None = None
    """None: the file does not say which one was first."""
    context: str | None = None
    id: str = ""
    place: Place = field(default=Place(""), compare=False)


def memory_units(files: Iterable[TransFile]) -> list[MemoryUnit]:
    """The finished translations of bulletins, a text once with all its languages, as long as they agree on it."""
    found: dict[tuple[str, str], list[MemoryUnit]] = {}
    for file in files:
        for unit in file.units:
            if unit.state != "translated":
                continue
            fresh = {file.source_locale: unit.source, file.target_locale: unit.target}
            known = found.setdefault((file.source_locale, unit.id), [])
            for index, other in enumerate(known):
                if all(other.variants.get(locale, text) == text for locale, text in fresh.items()):
                    known[index] = replace(other, variants={**other.variants, **fresh})
                    break
            else:
                known.append(MemoryUnit(fresh, file.source_locale, unit.context, unit.id))
    return [unit for units in found.values() for unit in units]


class Memory:
    """The pairs of a memory in two languages, ready to be looked up. A ``Suggester`` of what it has exactly.

    :param name: what the memory is called, for the comment of each suggestion.
    """

    def __init__(self, units: Iterable[MemoryUnit], source: LocaleTag, target: LocaleTag, name: str = "") -> None:
        self.name = name
        self._pairs: dict[str, list[tuple[str | None, Content]]] = {}
        for unit in units:
            texts = _of(unit, source), _of(unit, target)
            if all(text and _is_short(text) for text in texts):
                ours, theirs = (_renumbered(text, texts[0]) for text in texts)
                self._pairs.setdefault(_shape(ours), []).append((unit.context, theirs))

    def find(self, source: Content, context: str | None) -> str | None:
        """The translation of exactly this text, that in the same context first; codes are those of ``source``."""
        found = self._pairs.get(_shape(source), ())
        own = [text for its_context, text in found if its_context == context]
        for text in (*own, *(text for _, text in found)):
            words, strange = spelled(text, source)
            if not strange and words.strip():
                return words
        return None

    def answers(self, asked: Sequence[Asked]) -> Answers:
        """The translations of those texts that the memory has."""
        found = {one.entry.key: self.find(one.source, one.entry.msgctxt) for one in asked}
        comment = f"{SUGGESTED} {self.name}"
        return Answers({key: Suggestion(text, comment) for key, text in found.items() if text is not None})


def _of(unit: MemoryUnit, locale: LocaleTag) -> Content:
    """The text in a language; a tag that differs in its region only is the same language."""
    language = locale.partition("-")[0].lower()
    near = [text for tag, text in unit.variants.items() if tag.replace("_", "-").partition("-")[0].lower() == language]
    return unit.variants.get(locale) or (near[0] if near else ())


def _is_short(text: Content) -> bool:
    return len(content.plain(text)) <= MOST_CHARACTERS and len(text) <= MOST_CODES


def _renumbered(text: Content, source: Content) -> Content:
    """The text with its codes numbered as those of the source are when they are counted from 1."""
    counted = zip(source, numbered(source), strict=True)
    numbers = {old.id: new.id for old, new in counted if isinstance(old, Code) and isinstance(new, Code)}
    return tuple(part if isinstance(part, str) else replace(part, id=numbers.get(part.id, 0)) for part in text)


def _shape(text: Content) -> str:
    """By what two texts are the same: their words, and the kinds of their codes at the same places."""
    return content.fold("".join(part if isinstance(part, str) else f"\0{part.kind}{part.id}\0" for part in text))
