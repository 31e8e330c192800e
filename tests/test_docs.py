"""The documentation cannot lie: its commands are run, its generated pages compared, its links followed.

In a ``console`` block ``$`` begins a command, and what follows is all that it prints. A line ``…`` stands
for any lines. ``~`` is the folder that the reader started in. A ``po FILE`` block is what the reader types
into that file, a ``text FILE`` block the whole file.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest

from i18n import config
from i18n.problems import RULES

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=lambda page: page.relative_to(ROOT).as_posix())
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
FOR_TRANSLATORS = (
    "docs/tutorial/first-bulletin.md",
    "docs/how-to/translate.md",
    "docs/how-to/mend-a-po-file.md",
    "docs/how-to/review.md",
    "docs/reference/catalogs.md",
    "docs/reference/checks.md",
)
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# Registries, and folders of the machine that a page was written on.
FOREIGN = re.compile(r"pypi\.org|pythonhosted|npmjs|proxy\.|/tmp/|/root/|/work/|/home/|localhost|C:\\")

needs_make = pytest.mark.skipif(not (shutil.which("make") and shutil.which("sh")), reason="make or sh is missing")


# Commands that a reader is told to type ---------------------------------------------------------


class Reader:
    """Someone in a terminal in a fresh copy of the repository, whose environment is set up already."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.start = home / "habar"
        for name in ("i18n", "locales", "sources"):
            shutil.copytree(ROOT / name, self.start / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, self.start / name)
        self._set_up(self.start / ".venv")
        self.folder, self.path = self.start, os.environ["PATH"]

    def _set_up(self, environment: Path) -> None:
        command = environment / "bin" / "habar"
        command.parent.mkdir(parents=True)
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m i18n "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        (environment / "bin" / "python").symlink_to(sys.executable)
        for stamp in (".ready", ".ready-dev"):
            (environment / stamp).touch()

    def types(self, command: str) -> str:
        """What the command prints. The folder and the search path stay for the next one."""
        script = f'{command}\nprintf "%s\\n" "$PWD" "$PATH" >"$HOME/.state"'
        environment = {"HOME": str(self.home), "PATH": self.path, "PYTHONPATH": str(self.start), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["sh", "-c", script], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=60
        )
        folder, self.path = (self.home / ".state").read_text(encoding="utf-8").splitlines()
        self.folder = Path(folder)
        return (done.stdout + done.stderr).replace(str(self.home), "~")

    def edits(self, name: str, entries: str) -> None:
        """Types translations into a PO file, over what is there."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        for msgid, msgstr in re.findall(r"^msgid (.+)\nmsgstr (.+)$", entries, re.M):
            text, found = re.subn(
                rf"^msgid {re.escape(msgid)}\nmsgstr .*$", f"msgid {msgid}\nmsgstr {msgstr}", text, flags=re.M
            )
            assert found == 1, f"{name} has no entry {msgid}"
        path.write_text(text, encoding="utf-8")

    def has(self, name: str, text: str) -> None:
        """A file that came to the reader from elsewhere."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def follow(page: str, reader: Reader) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Every command of a page with what the page shows, and with what it really prints."""
    shown: list[tuple[str, str]] = []
    printed: list[tuple[str, str]] = []
    for kind, name, body in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if kind == "po" and name:
            reader.edits(name, body)
        if kind == "text" and name:
            reader.has(name, body)
        if kind == "console":
            for command, answer in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", body, re.M):
                said = reader.types(command)
                shown.append((command, answer))
                printed.append((command, answer if _fits(said, answer) else said))
    return shown, printed


def _fits(said: str, answer: str) -> bool:
    pattern = "".join("(?:.*\n)*" if line == "…\n" else re.escape(line) for line in answer.splitlines(keepends=True))
    return re.fullmatch(pattern, said) is not None


@needs_make
@pytest.mark.parametrize("page", ["README.md", "docs/tutorial/first-bulletin.md", "docs/how-to/import.md"])
def test_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    shown, printed = follow(page, Reader(tmp_path.resolve()))
    assert shown
    assert printed == shown


@needs_make
@pytest.mark.parametrize("page", NAMES)
def test_every_make_target_that_a_page_names_exists(page: str) -> None:
    for target in re.findall(r"`make (\w+)`|^\$ make (\w+)", (ROOT / page).read_text(encoding="utf-8"), re.M):
        name = "".join(target)
        done = subprocess.run(["make", "--dry-run", name], cwd=ROOT, capture_output=True, text=True, timeout=30)
        assert done.returncode == 0, done.stderr


def test_every_habar_command_that_a_page_names_exists() -> None:
    from i18n.cli.app import habar

    for page in PAGES:
        for name in re.findall(r"`habar ([a-z]+)", page.read_text(encoding="utf-8")):
            assert name in habar.commands, f"{page.name} names habar {name}"


# Pages that the program writes -------------------------------------------------------------------


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date() -> None:
    made: dict[str, str] = _generator().pages()
    stored = {name: (ROOT / name).read_text(encoding="utf-8") for name in made}
    assert stored == made, "run: make docs"


def test_every_code_is_on_the_page_of_problems() -> None:
    text = (ROOT / "docs/reference/problems.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (H\d+) ", text, re.M) == list(RULES)


def test_every_setting_is_on_the_page_of_settings() -> None:
    text = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    project, bulletin = text.split("\n## Of one bulletin\n")
    assert set(re.findall(r"^\| `([\w-]+)` ", project, re.M)) == set(config.PROJECT)
    assert set(re.findall(r"^\| `([\w-]+)` ", bulletin, re.M)) == set(config.BULLETIN)


# All pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", NAMES)
def test_links_and_images_lead_somewhere(page: str) -> None:
    text = BLOCK.sub("", (ROOT / page).read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        name, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", name):
            continue
        target = ((ROOT / page).parent / unquote(name)) if name else ROOT / page
        assert target.exists(), f"{page} links to {link}"
        if anchor:
            assert anchor in _anchors(target), f"{page} links to {link}"


def _anchors(page: Path) -> set[str]:
    """The anchors that headings get: lower case, spaces as hyphens, punctuation dropped."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_of_docs_is_reached_from_its_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / link).resolve() for link in LINK.findall(index.read_text(encoding="utf-8"))}
    assert {page.resolve() for page in (ROOT / "docs").rglob("*.md")} - linked == {index}


@pytest.mark.parametrize("page", FOR_TRANSLATORS)
def test_a_translator_never_reads_python(page: str) -> None:
    assert "python" not in (ROOT / page).read_text(encoding="utf-8").lower()


def test_the_first_steps_of_a_translator_never_say_python() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    steps = text.partition("## First steps of a translator")[2].partition("\n## ")[0]
    assert "PO editor" in steps
    assert "python" not in steps.lower()


@pytest.mark.parametrize("page", NAMES)
def test_no_page_names_a_registry_or_a_folder_of_this_machine(page: str) -> None:
    assert FOREIGN.findall((ROOT / page).read_text(encoding="utf-8")) == []
