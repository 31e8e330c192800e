"""A project's own rules for sentences: ``rules/common.toml`` and ``rules/<language>.toml``.

Loaded once per run and used for every cut, so that no two commands disagree on what a sentence is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from i18n import files, locales, segment
from i18n.config import Project
from i18n.encoding import Codes, decode
from i18n.model import Document, LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.segment import ruleset

FOLDER = "rules"
COMMON, FALLBACK = "common", "fallback"
"""The names of the file that counts in every language, and of the one for languages that have none of their own."""
CHECKS = "checks.toml"
"""A file of another kind: what a project asks of its translations."""
_CODES = Codes(empty="H121", not_utf8="H121", nul="H121")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules files of a project by the name of their language, ``common`` among them."""

    files: Mapping[str, segment.RuleFile] = field(default_factory=dict)

    def of(self, locale: LocaleTag) -> segment.RuleFile | None:
        """What a project asks before habar's own rules in a language; None where it has nothing to say."""
        names = (_language(locale), ruleset.language(locale), COMMON)
        return next((self.files[name] for name in names if name in self.files), None)

    def cut(self, document: Document) -> segment.Cut:
        """The units of a document with their segments."""
        return segment.cut(document, self.of(document.locale))


def load(project: Project, instead: Iterable[Path] = ()) -> Rules:
    """The project's rules; each file of ``instead`` takes the place of the one of its name.

    :raises HabarError: H121 to H128 with every fault of the files: every cut would be another.
    """
    found = {path.name: (path, str(path)) for path in instead}
    for name in files.names(project.root / FOLDER):
        if name.endswith(".toml") and name != CHECKS:
            found.setdefault(name, (project.root / FOLDER / name, f"{FOLDER}/{name}"))
    return _stacked({name: found[name] for name in sorted(found)}) if found else Rules()


def _stacked(paths: Mapping[str, tuple[Path, str]]) -> Rules:
    loaded: dict[str, segment.RuleFile] = {}
    problems: list[Problem] = []
    for name, (path, shown) in paths.items():
        try:
            loaded[name.removesuffix(".toml")] = _read(path, shown)
        except HabarError as error:
            problems += error.problems
    if problems:
        raise HabarError(*problems)
    below = loaded.get(COMMON)
    above = {name: file for name, file in loaded.items() if name != COMMON}
    return Rules(({COMMON: below} if below else {}) | {name: _over(file, below) for name, file in above.items()})


def _read(path: Path, shown: str) -> segment.RuleFile:
    name = path.stem
    if name not in (COMMON, FALLBACK) and (not locales.is_tag(name) or name != _language(name)):
        message = f"“{name}” is neither “{COMMON}” nor “{FALLBACK}” nor the code of a language"
        raise HabarError(problem("H128", Place(shown), message))
    return segment.load_rules(decode(files.read_bytes(path, shown), shown, _CODES).text, Place(shown))


def _over(file: segment.RuleFile, below: segment.RuleFile | None) -> segment.RuleFile:
    """A language's rules asked before the common ones. Examples of the common file are for other languages."""
    if below is None:
        return file
    return segment.RuleFile(
        words=(*below.words, *file.words),
        starters=file.starters | below.starters,
        letter_names=file.letter_names | below.letter_names,
        rules=(*file.rules, *below.rules),
        examples=file.examples,
    )


def _language(locale: LocaleTag) -> str:
    return locale.replace("_", "-").split("-")[0].lower()
