"""Which units of a document are meant for a language."""

from __future__ import annotations

from i18n.lately import lately
from i18n.locales import admits
from i18n.model import LocaleTag
from i18n.segment.units import Cut


def admitted(cut: Cut, locale: LocaleTag) -> Cut:
    """The part of a cut that is meant for ``locale`` (ITS 2.0, Locale Filter)."""
    if _is_for_all(cut):  # nearly always
        return cut
    return tuple(row for row in cut if row[0].locales is None or admits(row[0].locales, locale))


@lately
def _is_for_all(cut: Cut) -> bool:
    return all(unit.locales is None for unit, _ in cut)
