"""The headers of catalogs, and what they tell."""

from __future__ import annotations

from collections.abc import Mapping, Set

from i18n import catalogs, content, locales
from i18n.ids import SITE
from i18n.model import Catalog, Document, Entry, Key, LocaleTag
from i18n.problems import Problem, problem

REVISION = "X-Source-Revision"
"""The header field that says from which bytes of the source a catalog was made."""


def of_catalog(document: Document, locale: LocaleTag | None, more: Mapping[str, str] | None = None) -> Entry:
    """The header of a new catalog, or with no language of the template; ``more`` are fields of the caller's own.

    Its dates are the bulletin's own day: the clock has no say in what is written.
    """
    title = document.unit("title")
    heading = content.plain(title.content) if title else document.id
    day = f"{document.day.isoformat()} 00:00+0000" if document.day else "1970-01-01 00:00+0000"
    return _new_header(document.id, heading, day, locale, {REVISION: document.revision, **(more or {})})


def of_site(locale: LocaleTag | None) -> Entry:
    """The header of the catalog of the page frame's words, or with no language of its template."""
    return _new_header(SITE, "Words of the page frame", "1970-01-01 00:00+0000", locale, {})


def lag(catalog: Catalog, wanted: Set[Key], document: Document, hint: str = "") -> list[Problem]:
    """Whether the catalog was extracted from another state of the source, or was cut in another way then.

    :param wanted: the keys of the entries that the document has.
    :param hint: what to do about it, where that is not ``habar extract``.
    """
    missing = len(wanted - catalog.by_key().keys())
    if not missing:
        return []
    texts = "1 text of the source is" if missing == 1 else f"{missing} texts of the source are"
    same = catalogs.header_fields(catalog).get(REVISION) == document.revision
    why = ": the rules or settings cut it in another way, or they were taken out of the file" if same else ""
    return [problem("H221", catalog.place, f"{texts} not in it{why}", hint=hint)]


def contradiction(catalog: Catalog) -> list[Problem]:
    """H389 where the header names another language than the folder that the catalog lies in."""
    fields = {label.lower(): value for label, value in catalogs.header_fields(catalog).items()}
    said = fields.get("language", "").strip()
    if not said or _are_one(_subtags(said), _subtags(catalog.locale)):
        return []
    language, wanted = locales.english_name(catalog.locale), locales.posix_name(catalog.locale)
    message = f"the header says “Language: {said}”, and the file lies in the folder of {catalog.locale}"
    hint = f"if it is {language}, correct the header: Language: {wanted}; else move the file"
    return [problem("H389", catalog.header.place or catalog.place, message, hint=hint)]


def _subtags(name: str) -> tuple[str, str]:
    """Language and region, if there is one, of a tag or of a name as gettext has it: ``sr_RS@latin``."""
    language, *others = name.partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    return language, next((other for other in others if len(other) == 2 or other.isdigit()), "")


def _are_one(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """A name without a region stands for all regions."""
    return first[0] == second[0] and (first[1] == second[1] or "" in (first[1], second[1]))


def _new_header(name: str, heading: str, day: str, locale: LocaleTag | None, more: dict[str, str]) -> Entry:
    language = locales.english_name(locale) if locale else ""
    fields = {
        "Project-Id-Version": name,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": day,
        "PO-Revision-Date": day,
        "Last-Translator": "",
        "Language-Team": language,
        "Language": locales.posix_name(locale) if locale else "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": locales.plural_forms(locale)} if locale else {}),
        **more,
    }
    purpose = f"Translation into {language}" if locale else "Template for translations"
    return catalogs.new_header((f"“{' '.join(heading.split())}”", f"{purpose}."), fields)
