"""The page at the root of the site, which lets the reader choose a language; and what all pages share."""

from __future__ import annotations

from i18n.model import LocaleTag
from i18n.publish.addresses import FRONT, Files, page_file
from i18n.publish.frame import frame, indexes, linker
from i18n.publish.packaged import packaged
from i18n.publish.press import Press

_STATIC = ("habar.css", "favicon.svg")


def front(press: Press) -> Files:
    """The page at the root."""
    locale = press.site.source
    values = frame(press.site, locale, FRONT, 0, indexes(press.site), FRONT)
    languages = [_language(press, choice) for choice in press.site.locales]
    page = press.templates.render("front.html", locale, languages=languages, **values)
    return {page_file(FRONT): page.encode()}


def static_files(_press: Press) -> Files:
    """The style sheet and the icon, which all pages share."""
    return {f"static/{name}": packaged("static", name).read_bytes() for name in _STATIC}


def _language(press: Press, locale: LocaleTag) -> dict[str, str]:
    """What the front page shows of one language, in its own words."""
    name, name_locale = press.site.publisher_in(locale)
    values = {"link": linker(press.site, 0), "publisher": name if name_locale == locale else ""}
    parts = {"bulletins": "front_word.html", "choice": "front_choice.html"}
    return {part: press.templates.render(template, locale, **values).rstrip("\n") for part, template in parts.items()}
