"""The floors of the house: which module may import which, and behind which door each library stands."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "i18n"

# An import goes to a lower rank, or stays in its own package. Tens are the floors.
RANKS = {
    "": 0,  # the package itself: its version
    "model": 1,
    "problems": 2,
    # Facts.
    "addresses": 10,
    "content": 10,
    "encoding": 10,
    "glossary": 11,
    "ids": 10,
    "images": 10,
    "inflection": 10,
    "lately": 9,
    "limits": 10,
    "locales": 10,
    "needles": 9,
    "patterns": 9,
    "numerals": 10,
    "scripts": 10,
    "similarity": 10,
    "approval": 11,
    "names": 11,
    "origin": 12,
    "segment": 11,
    "termbase": 12,
    "worddiff": 11,
    # Decisions.
    "assemble": 20,
    "bridge": 20,
    "checks": 20,
    "extract": 20,
    "hints": 20,
    "merge": 20,
    "release": 20,
    "realign": 20,
    "stats": 20,
    "adapt": 21,
    "interchange": 22,
    "threeway": 20,
    # Doors. They do not know each other, save that the settings are files.
    "files": 30,
    "git": 30,
    "state": 31,
    "search": 31,  # writes where it is told to: an index is made by another program
    "catalogs": 31,
    "config": 31,
    "delivery": 31,
    "formats": 31,
    "memory": 31,
    "preview": 31,
    "publish": 31,
    "exchange": 32,  # opens Word files as the reader of Word sources does
    "machine": 32,
    # Commands, and how they are typed.
    "workflow": 40,
    "cli": 50,
    "__main__": 51,
}

# Everything that is not in the standard library, and what of that library makes a door of its user.
DOORS = {
    "babel": {"locales", "publish"},
    "budoux": {"publish"},
    "click": {"cli"},
    "cssselect": {"formats"},
    "deep_translator": {"machine"},
    "deepl": {"machine"},
    "fsspec": {"delivery"},
    "jinja2": {"publish"},
    "lxml": {"exchange", "formats"},
    "mammoth": {"formats"},
    "markdown_it": {"formats"},
    "markupsafe": {"publish"},
    "mdit_py_plugins": {"formats"},
    "pg8000": {"memory"},
    "rapidfuzz": {"similarity"},
    "requests": {"machine"},
    "rich": {"cli"},
    "selectolax": {"formats"},
    "tantivy": {"memory"},
    "tomllib": {"checks", "config", "formats", "numerals", "segment"},
    "urllib3": {"machine"},
    "yaml": {"formats"},
}

UNCLEAN = {
    "os",
    "pathlib",
    "time",
    "socket",
    "subprocess",
    "random",
    "tempfile",
    "shutil",
    "io",
    "urllib",
    "http",
    "sys",
}
HIGHEST_PURE = 29
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
EFFECTS = {"print", "open", "input"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """``segment/units.py`` is ``segment.units``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_of(module: str) -> str:
    return module.partition(".")[0]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def ours(full_name: str) -> str | None:
    """The part of the package that an import reaches: ``i18n.segment.Cut`` is ``segment``; None for other packages."""
    top, _, rest = full_name.partition(".")
    if top != "i18n":
        return None
    first = rest.partition(".")[0]
    return first if first in RANKS else ""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    own = package_of(name_of(path))
    assert own in RANKS, "a new module has no floor yet: give it one in RANKS"
    wrong = [
        f"line {line}: {full_name}"
        for line, full_name in imports(path)
        if (reached := ours(full_name)) is not None and reached != own and RANKS[reached] >= RANKS[own]
    ]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_stand_behind_their_doors(path: Path) -> None:
    own = package_of(name_of(path))
    foreign = {full_name.partition(".")[0] for _, full_name in imports(path)} - {"i18n"}
    wrong = [
        library
        for library in sorted(foreign)
        if (library in DOORS or library not in sys.stdlib_module_names) and own not in DOORS.get(library, ())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if RANKS.get(package_of(name_of(path)), 99) <= HIGHEST_PURE], ids=name_of
)
def test_the_lower_floors_are_pure(path: Path) -> None:
    assert [full_name for _, full_name in imports(path) if full_name.partition(".")[0] in UNCLEAN] == []
    assert list(effects(ast.parse(path.read_bytes()))) == []


def effects(tree: ast.AST) -> Iterator[str]:
    """Calls that read a clock, a file or the keyboard, or print."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in EFFECTS:
            yield f"line {node.lineno}: {node.func.id}"
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield f"line {node.lineno}: {node.func.attr}"


def test_every_rank_and_every_door_is_in_use() -> None:
    assert set(RANKS) == {package_of(name_of(path)) for path in MODULES}
    used = {full_name.partition(".")[0] for path in MODULES for _, full_name in imports(path)}
    assert set(DOORS) <= used


# What is heavy is loaded by the commands that need it --------------------------------------------

HEAVY = {
    "babel", "budoux", "click", "cssselect", "deep_translator", "deepl", "fsspec", "jinja2", "lxml", "mammoth", "markdown_it",
    "pg8000", "polib", "rapidfuzz", "requests", "rich", "selectolax", "tantivy", "yaml",
}  # fmt: skip
LOADED = """
import sys, atexit
atexit.register(lambda: print("\\n" + " ".join(sorted({*sys.modules, *(name.partition(".")[0] for name in sys.modules)})), file=sys.stderr))
sys.argv = ["habar", *sys.argv[1:]]
from i18n.cli import main
main()
"""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The packages and modules that a run of the command has loaded at its end."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=30, check=True,
    )  # fmt: skip
    return set(ended.stderr.splitlines()[-1].split())


def test_help_loads_no_library(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "--help") & (HEAVY | {"i18n.cli.app", "re", "json", "pathlib"}) == set()


def test_commands_load_only_what_they_use(tmp_path: Path) -> None:
    loaded_by(tmp_path, "init", "p")
    assert loaded_by(tmp_path / "p", "extract") & HEAVY == {"babel", "click", "jinja2", "rapidfuzz"}
    assert loaded_by(tmp_path / "p", "compile") & HEAVY == {"babel", "click", "jinja2"}
    assert loaded_by(tmp_path / "p", "check") & HEAVY == {"babel", "click"}
    assert loaded_by(tmp_path / "p", "memory", "stats") & HEAVY == {"babel", "click"}
    translate = loaded_by(tmp_path / "p", "translate", "2024-03-21-first-bulletin", "--to", "ru")
    assert translate & {"deep_translator", "deepl", "requests"} == set()


def test_a_plain_text_loads_no_reader_of_markup(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A hall.\n", encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>A hall.</p>\n", encoding="utf-8")
    assert loaded_by(tmp_path, "file", "extract", "a.txt", "-o", "a.pot") & HEAVY == {"babel", "click"}
    assert loaded_by(tmp_path, "file", "compile", "a.txt", "a.pot", "--to", "ru", "-o", "b.txt") & HEAVY == {
        "babel",
        "click",
    }
    assert loaded_by(tmp_path, "file", "extract", "a.html", "-o", "a.pot") & HEAVY == {"babel", "click", "selectolax"}
    (tmp_path / "b.html").write_text("<p translate=no>A hall.</p><p>B</p>\n", encoding="utf-8")
    assert "lxml" in loaded_by(tmp_path, "file", "extract", "b.html", "-o", "b.pot")


def test_a_single_file_loads_nothing_of_a_project(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A hall.\n", encoding="utf-8")
    loaded = loaded_by(tmp_path, "file", "extract", "a.txt", "-o", "a.pot")
    loaded |= loaded_by(tmp_path, "file", "compile", "a.txt", "a.pot", "--to", "ru", "-o", "b.txt")
    (tmp_path / "b.html").write_text("<p>A <b>hall</b>.</p>\n", encoding="utf-8")
    entries = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "A <b>hall</b>."\nmsgstr "<b>Зал</b>."\n'
    (tmp_path / "b.po").write_text(entries, encoding="utf-8")
    loaded |= loaded_by(tmp_path, "file", "compile", "b.html", "b.po", "-o", "c.html")
    assert "<b>Зал</b>." in (tmp_path / "c.html").read_text(encoding="utf-8")
    assert loaded & {"i18n.checks", "i18n.config", "i18n.publish", "i18n.cli.review"} == set()


def test_what_reads_word_files_is_loaded_for_word_files(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>A hall.</p>\n", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes((ROOT / "tests/contract/sample.docx").read_bytes())
    assert "mammoth" not in loaded_by(tmp_path, "file", "extract", "a.html", "-o", "a.pot")
    assert "mammoth" in loaded_by(tmp_path, "file", "extract", "a.docx", "-o", "a.pot")
