"""Bulletins as the items of lists: forms that are filled, one for each shape of an item."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from i18n.model import LocaleTag
from i18n.publish.addresses import bulletin_path, link
from i18n.publish.alternates import Edition
from i18n.publish.forms import Form, slot
from i18n.publish.press import Press

_SLOTS = ("path", "title", "day", "day_line", "summary")


class _Shape(NamedTuple):
    """All that decides the form of an item."""

    locale: LocaleTag
    depth: int
    told: bool
    """Whether it has its summary below the title."""
    dated: bool
    summarized: bool
    title_locale: LocaleTag
    summary_locale: LocaleTag


def entries(press: Press, editions: Iterable[Edition], depth: int, *, told: bool) -> str:
    """The items of a list that stands on a page ``depth`` folders below the root, as markup."""
    return "\n".join([_entry(press, edition, depth, told) for edition in editions])


def _entry(press: Press, edition: Edition, depth: int, told: bool) -> str:
    dated, summarized = edition.day is not None, bool(edition.summary)
    shape = _Shape(edition.locale, depth, told, dated, summarized, edition.title_locale, edition.summary_locale)
    form = press.form(("entry.html", shape), lambda: _form(press, shape))
    return form.fill(
        {
            "path": bulletin_path(edition.bulletin),
            "title": heading(press, edition),
            "summary": _summary(press, edition) if told else "",
            **dates(press, edition.day, edition.locale),
        }
    )


def _summary(press: Press, edition: Edition) -> str:
    locale = edition.summary_locale or edition.locale
    return press.typesetter.markup(press.typesetter.text(edition.summary, locale), locale)


def heading(press: Press, edition: Edition) -> str:
    """The title of an edition as markup, typeset."""
    return press.typesetter.line(edition.title, edition.title_locale or edition.locale)


def dates(press: Press, day: date | None, locale: LocaleTag) -> dict[str, str]:
    """The values of the slots ``day`` and ``day_line``."""
    if day is None:
        return {"day": "", "day_line": ""}
    return {"day": day.isoformat(), "day_line": press.typesetter.date_line(day, locale)}


def _form(press: Press, shape: _Shape) -> Form:
    href = link(f"{shape.locale}/{slot('path')}/", shape.depth, press.site.base_url)
    values = shape._asdict() | {"href": href}
    del values["locale"]
    return press.templates.form("entry.html", shape.locale, _SLOTS, **values)
