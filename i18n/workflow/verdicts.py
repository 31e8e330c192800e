"""What the checks said about translations before, so that no command checks them again.

A verdict is a line in ``.habar/verdicts``: a digest of all that the checks see and of the checks themselves, and
whether they, and the look at the language of the whole page, were silent or had warnings alone. Errors are always found
anew. The file holds nothing that cannot be found out again; it may be deleted at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from typing import Literal, cast

import i18n
from i18n import checks, files, segment
from i18n.config import Project
from i18n.model import Document, LocaleTag, Segment
from i18n.problems import HabarError, Problem, has_errors

Said = Literal["silent", "warned"]
_SAID: tuple[Said, ...] = ("silent", "warned")

_FILE = ".habar/verdicts"
_DIGITS = 32
_FEW = 64
"""Questions that are answered by a search in the bytes of the file: to read all of it takes as long as so many."""


class Verdicts:
    """The verdicts of a project."""

    def __init__(self, project: Project, policy: checks.Policy) -> None:
        self.policy = policy
        self._root = project.root
        self._known = _Known(project)
        self._used: dict[str, Said] = {}
        self._taken: dict[str, Said] = {}
        judges = (i18n.__version__, policy, checks.PAGE_VERSION, [(check.id, check.version) for check in checks.CHECKS])
        self._judges = _digest(repr(judges)).hexdigest()  # once: a glossary may be long

    def of(self, document: Document, cut: segment.Cut) -> Verdict:
        """The verdicts on the translations of one document."""
        texts = [
            (unit.role, unit.limits, unit.locales, unit.preserve, [_seen(piece) for piece in pieces])
            for unit, pieces in cut
        ]
        return Verdict(self, repr((self._judges, document.locale, document.meta.display_date, texts)))

    def get(self, digest: str) -> Said | None:
        """What is known. It is kept for the next time."""
        said = self._used.get(digest) or self._taken.get(digest) or self._known.get(digest)
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
        with suppress(HabarError):
            if not all_asked:
                self._known.add({digest: said for digest, said in used.items() if self._known.get(digest) != said})
            elif used != self._known.every:
                lines = "".join(f"{digest} {said}\n" for digest, said in sorted(used.items()))
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


def _seen(piece: Segment) -> object:
    """What the checks see of a segment. Nearly always its content is what its key says."""
    key, content = piece.key, piece.content
    return key if len(content) == 1 and content[0] == key[1] else (key, content)


def _digest(text: str) -> blake2b:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)


class _Known:
    """What the file says. A build of one page asks it some few things, one of the whole site asks it all."""

    def __init__(self, project: Project) -> None:
        self._root = project.root
        self._asked = 0
        self._data = b"\n"
        with suppress(HabarError):
            self._data += files.read_if_there(project.root / _FILE, _FILE) or b""

    def get(self, digest: str) -> Said | None:
        self._asked += 1
        if self._asked > _FEW or "every" in self.__dict__:
            return self.every.get(digest)
        return next((said for said in _SAID if f"\n{digest} {said}\n".encode() in self._data), None)

    @cached_property
    def every(self) -> dict[str, Said]:
        text = self._data.decode("ascii", "replace")
        words = text.split()
        found = dict(zip(words[::2], words[1::2], strict=False))
        if set(found.values()) <= set(_SAID) and set(map(len, found)) <= {_DIGITS}:  # nobody touched it
            return cast(dict[str, Said], found)
        pairs = (line.split(" ") for line in text.split("\n") if line[_DIGITS:] in (" silent", " warned"))
        return {digest: cast(Said, said) for digest, said in pairs}

    def add(self, new: dict[str, Said]) -> None:
        """Adds some lines to the file.

        :raises HabarError: H502, it cannot be written to.
        """
        if new:
            torn = not self._data.endswith(b"\n")  # by a command that was killed
            lines = "".join(f"{digest} {said}\n" for digest, said in new.items())
            files.append(self._root, _FILE, (b"\n" if torn else b"") + lines.encode())
