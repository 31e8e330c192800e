"""What the data categories of ITS say of one node, in the words of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from i18n.formats import its
from i18n.formats.its import Information
from i18n.model import LocaleFilter, Note

Ask = Callable[[str], Information]
"""What a category says of the node, by its identifier; nothing where it says nothing."""

ASKED = ("localization-note", "terminology", "text-analysis", "domain", "localization-quality-issue")
"""The categories that a translator reads of."""
_EVERYONE = LocaleFilter(("*",))
_MOST_ISSUES = 20
_LONGEST = 2000
"""Characters of one note."""


def notes(ask: Ask, text: Callable[[], str]) -> Iterator[Note]:
    """The words to the translator of a node.

    :param text: gives the text of the node.
    """
    for note in _notes(ask, text):
        yield note if len(note.text) <= _LONGEST else Note(f"{note.text[: _LONGEST - 1]}…", note.alert)


def _notes(ask: Ask, text: Callable[[], str]) -> Iterator[Note]:
    yield from _author(ask("localization-note"))
    said = ask("terminology")
    if said.get("term") == "yes":
        yield Note(f"Term: {_explained(text(), said.get('termInfo') or said.get('termInfoRef'))}")
    said = ask("text-analysis")
    if meant := said.get("taIdentRef") or said.get("taIdent") or said.get("taClassRef"):
        yield Note(f"Meant here: {_explained(text(), meant)}")
    if domains := ask("domain").get("domains"):
        yield Note(f"Domain: {domains}")
    yield from _issues(ask("localization-quality-issue"))


def _author(said: Information) -> Iterator[Note]:
    alert = said.get("locNoteType") == "alert"
    if text := said.get("locNote"):
        yield Note(text, alert)
    if address := said.get("locNoteRef"):
        yield Note(f"See {address}", alert)


def _issues(said: Information) -> Iterator[Note]:
    """What somebody found wrong with the text, in markup or in records elsewhere."""
    if not said:  # nearly always
        return
    for suffix in ("", *(f"[{number}]" for number in range(1, _MOST_ISSUES + 1))):
        kind, comment = (said.get(f"locQualityIssue{name}{suffix}") for name in ("Type", "Comment"))
        if (kind or comment) and said.get(f"locQualityIssueEnabled{suffix}") != "no":
            yield Note(f"Quality issue: {_explained(kind, comment) if kind else comment}")


def _explained(text: str, more: str | None) -> str:
    return f"{text} ({more})" if more else text


def locales(said: Information) -> LocaleFilter | None:
    """For whom a node is meant (Locale Filter); None for everybody."""
    found = LocaleFilter(
        its.ranges(said.get("localeFilterList", "*")), said.get("localeFilterType", "include") != "exclude"
    )
    return None if found == _EVERYONE else found
