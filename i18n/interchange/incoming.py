"""What came back is taken into the catalog, unit by unit. No word that a person wrote is lost by it.

For each unit three states are compared: what the file says, what it said when it was written (``target_digest``), and
what the catalog says now. So a text that nobody touched in the file never takes back what was corrected in the catalog
since, and where both changed, both are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from i18n import content
from i18n.interchange.changed import late
from i18n.interchange.entries import came_after, marked, retold, with_comments, with_other
from i18n.interchange.outgoing import as_sent, digest, numbered, said, spelled, unit_id
from i18n.interchange.units import MOST_CHARACTERS, MOST_CODES, State, TransFile, TransUnit
from i18n.interchange.wrong import doubts, is_left
from i18n.model import Catalog, Code, Content, Entry, Key, LocaleTag
from i18n.problems import Problem, problem

_NOTHING = digest("", "untranslated")


@dataclass(frozen=True, slots=True)
class Received:
    """A catalog with what came back in it, and what a person has to know."""

    catalog: Catalog
    taken: int
    """Entries that changed."""
    problems: tuple[Problem, ...]


def receive(catalog: Catalog, returned: TransFile, contents: Mapping[Key, Content]) -> Received:
    """``catalog`` with the translations of a file that came back.

    The entries keep their order. An entry changes only where somebody changed its unit in the file; see
    ``docs/reference/interchange.md`` for each case.

    :param contents: what stands behind each key in the document, as for ``trans_file``.
    """
    intake = _Intake(catalog, contents, (returned.source_locale, returned.target_locale))
    for unit in returned.units:
        intake.unit(unit)
    alive = [intake.changed.get(entry.key, entry) if not entry.obsolete else entry for entry in catalog.entries]
    settled, found = late(alive, intake.strangers, intake.met.keys())
    before = {id(entry) for entry in catalog.entries}
    return Received(
        replace(catalog, entries=tuple(settled)) if tuple(settled) != catalog.entries else catalog,
        sum(id(entry) not in before for entry in settled),
        (*intake.problems, *found, *_order(catalog, returned, intake.met)),
    )


class _Intake:
    """The units one by one."""

    def __init__(self, catalog: Catalog, contents: Mapping[Key, Content], locales: tuple[LocaleTag, LocaleTag]) -> None:
        self._locales = locales
        self._entries = {entry.key: entry for entry in catalog.entries if _is_text(entry)}
        self._keys = {unit_id(key): key for key in self._entries}
        self._retired = [entry for entry in catalog.entries if entry.obsolete]
        self._contents = contents
        self.changed: dict[Key, Entry] = {}
        self.met: dict[Key, TransUnit] = {}
        """The units whose entry was found, in the order of the file."""
        self.strangers: list[TransUnit] = []
        self.problems: list[Problem] = []

    def unit(self, unit: TransUnit) -> None:
        """Takes one unit, or says why not."""
        if message := _too_large(unit):
            self._report("H274", unit, message)
            return
        key = self._keys.get(unit.id) or (unit.context, as_sent(unit.source))
        entry = self._entries.get(key)
        if entry is None:
            self.strangers.append(unit)
        elif key in self.met:
            self._again(self.changed.get(key, entry), unit)
        else:
            self.met[key] = unit
            self._settle(with_comments(entry, unit.comments))
            self._take(self.changed.get(key, entry), unit)

    def _take(self, entry: Entry, unit: TransUnit) -> None:
        text, state, wrong = self._read(entry, unit)
        own, own_state = said(entry)
        if (text, state) == (own, own_state) and not wrong:
            return
        if unit.target_digest == digest(text, unit.state if text else "untranslated"):
            return  # as it was sent: what the catalog says now is newer
        if is_left(entry, self._source(entry), text, self._locales):
            self._report("H281", unit, "the source text stands in place of a translation; it was not taken", entry)
            return
        if not text:
            self._report("H268", unit, "the translation was emptied; the one in the catalog stays", entry)
            return
        if own and unit.target_digest not in (None, digest(own, own_state)) and self._in_conflict(entry, unit, text):
            return
        for code, message in wrong:
            self._report(code, unit, message, entry)
        self._settle(retold(entry, text, state, self._retired))

    def _read(self, entry: Entry, unit: TransUnit) -> tuple[str, State, list[tuple[str, str]]]:
        """What a unit says, and what is doubtful about it. A doubtful translation is fuzzy."""
        source = self._source(entry)
        text, strange = spelled(unit.target, source)
        if not text.strip():
            return "", "untranslated", []
        wrong = doubts(entry, unit, source, text, strange)
        return text, "fuzzy" if wrong else unit.state, wrong

    def _source(self, entry: Entry) -> Content:
        return numbered(content.parse(entry.msgid, self._contents.get(entry.key, (entry.msgid,))))

    def _in_conflict(self, entry: Entry, unit: TransUnit, text: str) -> bool:
        """Whether the catalog's own translation, changed since the file was written, stays against the file's.

        It does not where it came out of the same file before: a translator delivers more than once. Where the text
        was sent without a translation, both are new, and the file's counts.
        """
        own, _ = said(entry)
        if came_after(entry, unit.target_digest):
            return False
        if unit.target_digest != _NOTHING:
            if text != own:
                self._settle(with_other(entry, text))
                message = "the text was translated anew both in the file and in the catalog; the catalog's stays"
                self._report("H270", unit, message, entry)
            return True
        if text != own:
            message = "the text was translated both in the file and in the catalog; the file's is taken"
            self._report("H270", unit, message, entry)
        return False

    def _again(self, entry: Entry, unit: TransUnit) -> None:
        text, _, _ = self._read(entry, unit)
        same = not text or text == said(entry)[0]
        kept = "" if same else "; the other translation is kept as a comment"
        self._report("H271", unit, f"this text stands in the file again: the first one counts{kept}", entry)
        if not same:
            self._settle(with_other(entry, text))

    def _settle(self, entry: Entry) -> None:
        if entry != self.changed.get(entry.key, self._entries[entry.key]):
            self.changed[entry.key] = entry

    def _report(self, code: str, unit: TransUnit, message: str, entry: Entry | None = None) -> None:
        self.problems.append(problem(code, unit.place, marked(unit, message), msgid=entry.msgid if entry else None))


def _is_text(entry: Entry) -> bool:
    return not entry.obsolete and entry.msgid_plural is None


def _too_large(unit: TransUnit) -> str | None:
    for what, text in (("source", unit.source), ("translation", unit.target)):
        if len(content.plain(text)) > MOST_CHARACTERS:
            return f"the {what} has more than {MOST_CHARACTERS} characters"
        if sum(isinstance(part, Code) for part in text) > MOST_CODES:
            return f"the {what} has more than {MOST_CODES} inline codes"
    if sum(map(len, unit.comments)) > MOST_CHARACTERS:
        return f"the notes have more than {MOST_CHARACTERS} characters"
    return None


def _order(catalog: Catalog, returned: TransFile, met: Iterable[Key]) -> list[Problem]:
    """What is missing from the file, and whether it has another order."""
    ranks = {entry.key: rank for rank, entry in enumerate(entry for entry in catalog.entries if _is_text(entry))}
    seen = [ranks[key] for key in met]
    found = []
    if missing := len(ranks) - len(seen):
        texts = "1 text of the catalog is" if missing == 1 else f"{missing} texts of the catalog are"
        message = f"{texts} not in the file ({returned.bulletin}, {returned.target_locale}); nothing changes there"
        found.append(problem("H272", returned.place, message))
    if seen != sorted(seen):
        message = f"the texts stand in another order than in the catalog ({returned.bulletin})"
        found.append(problem("H273", returned.place, message))
    return found
