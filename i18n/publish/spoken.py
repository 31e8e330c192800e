"""Which language the blocks of a translated page name, where the source has some in a third language."""

from __future__ import annotations

from collections.abc import Set

from i18n.assemble import text_of
from i18n.lately import lately
from i18n.model import LocaleSlot, LocalizedDocument, Only, Skeleton, UnitRef
from i18n.patterns import late

_BLOCK_LANG = late(r' lang="[^"]*"')


def spoken(localized: LocalizedDocument) -> Skeleton:
    """The page of a translation. A block that the source has in a third language is translated, too: it names none.

    One whose text was taken over as it is, such as a quotation, keeps its language.
    """
    body = localized.document.body
    if not _names_languages(body):  # nearly always
        return body
    source = {unit.id: unit.content for unit in localized.document.units}
    same = frozenset(unit.id for unit in localized.units if text_of(unit) == source[unit.id])
    return _without_languages(body, same)


@lately
def _names_languages(body: Skeleton) -> bool:
    return any(' lang="' in part if isinstance(part, str) else isinstance(part, Only) for part in body)


def _without_languages(body: Skeleton, same: Set[str]) -> Skeleton:
    parts: list[str | UnitRef | LocaleSlot | Only] = []
    for index, part in enumerate(body):
        if isinstance(part, Only):
            parts.append(part._replace(parts=_without_languages(part.parts, same)))
            continue
        behind = body[index + 1] if index + 1 < len(body) else None
        kept = isinstance(behind, UnitRef) and behind.unit in same
        parts.append(_BLOCK_LANG.sub("", part) if isinstance(part, str) and not kept else part)
    return tuple(parts)
