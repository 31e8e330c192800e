"""Terms in the catalogs: each entry says what the glossary has for the words of its sentence.

The lines are habar's own and made anew by every extraction, behind what the author wrote to translators.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from i18n import addresses, content
from i18n.model import Content, Entry, Key, LocaleTag
from i18n.termbase import Form, Mention, Termbase

LABEL = "Term: "
"""How each line begins."""


def hinted(
    entries: Sequence[Entry],
    contents: Mapping[Key, Content],
    locales: tuple[LocaleTag, LocaleTag],
    terms: Termbase | None,
) -> tuple[Entry, ...]:
    """The entries with a line for each term of their texts that has a form in the other language.

    :param contents: what stands behind the keys of the entries.
    :param locales: the language of the texts, and that of the translations.
    """
    source, target = (locale.partition("-")[0] for locale in locales)
    if terms is None or source == target:
        return tuple(entries)
    return tuple([_hinted(entry, content.plain(contents[entry.key]), (source, target), terms) for entry in entries])


def _hinted(entry: Entry, text: str, languages: tuple[str, str], terms: Termbase) -> Entry:
    lines = dict.fromkeys(_lines(addresses.blanked(text), *languages, terms))
    return entry._replace(extracted=(*entry.extracted, *lines)) if lines else entry


def _lines(text: str, source: str, target: str, terms: Termbase) -> Iterator[str]:
    for mention in _mentions(terms, text, source):
        if line := _line(terms, mention.form, source, target):
            yield line


@lru_cache(maxsize=1024)
def _mentions(terms: Termbase, text: str, language: str) -> list[Mention]:
    """Once for all languages of a bulletin."""
    return terms.apart(text, language)


@lru_cache(maxsize=4096)
def _line(terms: Termbase, form: Form, source: str, target: str) -> str | None:
    """``Term: Turkmenistan = Туркменистан; not Туркмения``. Where the text has an abbreviation, those come first."""
    answer, short = terms.answers(form, source, target), form.text.isupper()
    wanted = sorted(answer.wanted, key=lambda one: one.isupper() != short)
    parts = [f"= {' | '.join(wanted)}" if wanted else "", f"not {', '.join(answer.never)}" if answer.never else ""]
    said = "; ".join(filter(None, parts))
    return content.fold(f"{LABEL}{form.text} {said}") if said else None
