"""What the checks said about translations before, so that no command checks them again.

A verdict is a line in ``.habar/verdicts``: a digest of all that the checks see and of the checks themselves, and
whether they, and the look at the language of the whole page, were silent or had warnings alone. Errors are always found
anew. The file holds nothing that cannot be found out again; it may be deleted at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import Literal, cast

import i18n
from i18n import checks, files, segment
from i18n.config import Project
from i18n.model import Document, LocaleTag
from i18n.problems import HabarError, Problem, has_errors

Said = Literal["silent", "warned"]

_FILE = ".habar/verdicts"
_DIGITS = 32


class Verdicts:
    """The verdicts of a project."""

    def __init__(self, project: Project, policy: checks.Policy) -> None:
        self.policy = policy
        self._root = project.root
        self._known = _read(project)
        self._used: dict[str, Said] = {}
        self._taken: dict[str, Said] = {}
        judges = (i18n.__version__, policy, checks.PAGE_VERSION, [(check.id, check.version) for check in checks.CHECKS])
        self._judges = _digest(repr(judges)).hexdigest()  # once: a glossary may be long

    def of(self, document: Document, cut: segment.Cut) -> Verdict:
        """The verdicts on the translations of one document."""
        texts = [
            (unit.role, unit.limits, unit.locales, unit.preserve, [(piece.key, piece.content) for piece in pieces])
            for unit, pieces in cut
        ]
        return Verdict(self, repr((self._judges, document.locale, document.meta.display_date, texts)))

    def get(self, digest: str) -> Said | None:
        """What is known. It is kept for the next time."""
        said = self._known.get(digest) or self._taken.get(digest)
        if said:
            self._used[digest] = said
        return said

    def set(self, digest: str, said: Said) -> None:
        self._used[digest] = said

    def take(self) -> dict[str, Said]:
        """What was asked for and found out since the last call, for another process of the same command."""
        taken, self._used = self._used, {}
        return taken

    def give(self, taken: dict[str, Said]) -> None:
        """What another process took."""
        self._taken |= taken

    def keep(self, *, all_asked: bool) -> None:
        """Writes the verdicts for the next command. Where that cannot be done, it will have to check anew.

        :param all_asked: the whole project was looked at: a verdict that was not asked for is out of date.
        """
        used = self._used | self._taken
        wanted = used if all_asked else self._known | used
        if wanted != self._known:
            lines = "".join(f"{digest} {said}\n" for digest, said in sorted(wanted.items()))
            with suppress(HabarError):
                files.write(self._root, _FILE, lines.encode())


class Verdict:
    """The verdicts on the translations of one document, by language and the bytes of a catalog."""

    def __init__(self, verdicts: Verdicts, source: str) -> None:
        self.policy = verdicts.policy
        self._verdicts = verdicts
        self._source = _digest(source)

    def known(self, locale: LocaleTag, catalog: bytes) -> Said | None:
        """What was said before; None where there was an error, or nobody asked."""
        return self._verdicts.get(self._name(locale, catalog))

    def give(self, locale: LocaleTag, catalog: bytes, found: Sequence[Problem]) -> None:
        """Remembers what was found in all the translations of a catalog."""
        if not has_errors(found):
            self._verdicts.set(self._name(locale, catalog), "warned" if found else "silent")

    def _name(self, locale: LocaleTag, catalog: bytes) -> str:
        whole = self._source.copy()
        whole.update(b"\0%b\0" % locale.encode())
        whole.update(catalog)
        return whole.hexdigest()


def _digest(text: str) -> blake2b:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)


def _read(project: Project) -> dict[str, Said]:
    data = None
    with suppress(HabarError):
        data = files.read_if_there(project.root / _FILE, _FILE)
    text = data.decode("ascii", "replace") if data else ""
    words = text.split()
    found = dict(zip(words[::2], words[1::2], strict=False))
    if set(found.values()) <= {"silent", "warned"} and set(map(len, found)) <= {_DIGITS}:  # nobody touched it
        return cast(dict[str, Said], found)
    pairs = (line.split(" ") for line in text.split("\n") if line[_DIGITS:] in (" silent", " warned"))
    return {digest: cast(Said, said) for digest, said in pairs}
