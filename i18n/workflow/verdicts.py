"""What the checks said about translations before, so that no command checks them again.

A verdict is a line in ``.habar/verdicts``: a digest of all that the checks see and of the checks themselves, and
whether they, and the look at the language of the whole page, were silent or had warnings alone. A build asks for errors
and no more: where it found none, the translations are sound, and whoever wants to know of warnings has to look anew.
Errors are always found anew. The file holds nothing that cannot be found out again; it may be deleted at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Literal, cast, get_args

import i18n
from i18n import checks, files, segment
from i18n.config import Project
from i18n.model import Document, LocaleTag, Segment
from i18n.problems import HabarError, Problem, has_errors

Said = Literal["silent", "warned", "sound"]
_SAID: tuple[Said, ...] = get_args(Said)
_ENDS = frozenset(f" {said}" for said in _SAID)

_FILE = ".habar/verdicts"
_DIGITS = 32
_FEW = 64
"""Questions that are answered by a search in the bytes of the file: to read all of it takes as long as so many."""


class Verdicts:
    """The verdicts of a project."""

    def __init__(self, project: Project, policy: checks.Policy) -> None:
        self.policy = policy
        self._known = _Known(project.root)
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
        _learn(self._used, {digest: said})

    def take(self) -> dict[str, Said]:
        """What was asked for and found out since the last call, for another process of the same command."""
        taken, self._used = self._used, {}
        return taken

    def give(self, taken: dict[str, Said]) -> None:
        """What another process took."""
        _learn(self._taken, taken)

    def keep(self, *, all_asked: bool) -> None:
        """Writes the verdicts for the next command. Where that cannot be done, it will have to check anew.

        :param all_asked: the whole project was looked at: a verdict that was not asked for is out of date.
        """
        _learn(self._used, self._taken)
        with suppress(HabarError):
            if not all_asked:
                self._known.add(self._used)
            elif self._used != self._known.every:
                self._known.become(self._used)


class Verdict:
    """The verdicts on the translations of one document, by language and the bytes of a catalog."""

    def __init__(self, verdicts: Verdicts, source: str) -> None:
        self.policy = verdicts.policy
        self._verdicts = verdicts
        self._source = _digest(source)

    def known(self, locale: LocaleTag, catalog: bytes) -> Said | None:
        """What was said before, whatever it is there is no error; None where there was one, or nobody asked."""
        return self._verdicts.get(self._name(locale, catalog))

    def sound(self, locale: LocaleTag, catalog: bytes) -> None:
        """Remembers that there is no error in the translations of a catalog. Nobody looked for warnings."""
        self._verdicts.set(self._name(locale, catalog), "sound")

    def give(self, locale: LocaleTag, catalog: bytes, found: Sequence[Problem]) -> None:
        """Remembers what was found in all the translations of a catalog."""
        if not has_errors(found):
            self._verdicts.set(self._name(locale, catalog), "warned" if found else "silent")

    def _name(self, locale: LocaleTag, catalog: bytes) -> str:
        whole = self._source.copy()
        whole.update(b"\0%b\0" % locale.encode())
        whole.update(files.fingerprint(catalog))
        return whole.hexdigest()


def _seen(piece: Segment) -> object:
    """What the checks see of a segment. Nearly always its content is what its key says."""
    key, content = piece.key, piece.content
    return key if len(content) == 1 and content[0] == key[1] else (key, content)


def _learn(known: dict[str, Said], new: Mapping[str, Said]) -> None:
    """Adds verdicts. One that says more stays."""
    known |= {digest: said for digest, said in new.items() if _is_news(said, known.get(digest))}


def _is_news(said: Said, known: Said | None) -> bool:
    return known is None or (said != known and said != "sound")


def _digest(text: str) -> blake2b:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)


class _Known:
    """What the file says. A build of one page asks it some few things, one of the whole site asks it all."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._asked = 0
        self._data = b"\n"
        with suppress(HabarError):
            self._data += files.read_if_there(root / _FILE, _FILE) or b""

    def get(self, digest: str) -> Said | None:
        self._asked += 1
        if self._asked > _FEW or "every" in self.__dict__:
            return self.every.get(digest)
        return next((said for said in _SAID if f"\n{digest} {said}\n".encode() in self._data), None)

    @cached_property
    def every(self) -> dict[str, Said]:
        text = self._data.decode("ascii", "replace")
        words = text.split()
        pairs = list(zip(words[::2], words[1::2], strict=False))
        found = dict(pairs)
        if not (set(found.values()) <= set(_SAID) and set(map(len, found)) <= {_DIGITS}):  # somebody touched it
            pairs = [(line[:_DIGITS], line[_DIGITS + 1 :]) for line in text.split("\n") if line[_DIGITS:] in _ENDS]
            found = dict(pairs)
        if len(found) < len(pairs):  # two commands that ran at once: the one that says more is right
            found |= {digest: said for digest, said in pairs if said != "sound"}
        return cast(dict[str, Said], found)

    def become(self, every: dict[str, Said]) -> None:
        """Writes the file anew. Of what another command found out meanwhile, nothing is lost that says more.

        :raises HabarError: H502, it cannot be written to.
        """
        meanwhile = _Known(self._root).every
        _learn(every, {digest: said for digest, said in meanwhile.items() if digest in every})
        lines = "".join(f"{digest} {said}\n" for digest, said in sorted(every.items()))
        files.write(self._root, _FILE, lines.encode())

    def add(self, some: dict[str, Said]) -> None:
        """Adds the lines to the file that it does not have.

        :raises HabarError: H502, it cannot be written to.
        """
        if new := {digest: said for digest, said in some.items() if _is_news(said, self.get(digest))}:
            torn = not self._data.endswith(b"\n")  # by a command that was killed
            lines = "".join(f"{digest} {said}\n" for digest, said in new.items())
            files.append(self._root, _FILE, (b"\n" if torn else b"") + lines.encode())
