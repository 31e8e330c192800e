"""A project in a temporary folder, and the command ``habar`` run on it as a person runs it."""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import i18n
from i18n import config
from i18n.workflow import build, extract

# A submission is judged by what it changes and not by luck: it meets the same examples every time. A person who runs
# the tests looks for new ones. Examples are made from what stands in the loaded modules too, so that all are loaded.
_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
settings.register_profile("search", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("submission", deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.load_profile("submission" if os.environ.get("HABAR_SUBMISSION") else "search")
if os.environ.get("HABAR_SUBMISSION"):
    for _module in pkgutil.walk_packages(i18n.__path__, "i18n."):
        if not _module.name.endswith("__main__"):
            importlib.import_module(_module.name)

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SETTINGS = 'source-locale = "en"\nlocales = ["en", "tk", "ru", "ja"]\n'


def shared(name: str) -> Path:
    """A file or folder that is too large for the repository and lies beside it. Skips the test where it does not."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path


@dataclass(frozen=True)
class Workplace:
    """A project's folder with the few things that tests do to it."""

    root: Path

    def write(self, name: str, data: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def read(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces the one place in a file where ``old`` stands."""
        text = self.read(name).decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def files(self, folder: str = "") -> dict[str, bytes]:
        """Every file below a folder, by its path in it, but for what habar may delete."""
        top = self.root / folder
        found = {str(path.relative_to(top)): path for path in sorted(top.rglob("*")) if path.is_file()}
        return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".habar/")}

    @property
    def project(self) -> config.Project:
        return config.find(self.root)

    def habar(
        self, *arguments: str, env: Mapping[str, str | None] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """The command in a process of its own; a value None takes a variable out of the environment."""
        return subprocess.run(
            [sys.executable, "-m", "i18n", *arguments],
            cwd=cwd or self.root,
            env=environment(env or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a command: this one's with the package in reach, and with the changes."""
    wanted = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return {name: value for name, value in wanted.items() if value is not None}


def bulletin(number: int, title: str, *paragraphs: str) -> str:
    """The text of a bulletin of March 2024."""
    return "\n\n".join([f" date 2024-03-{number:02} {number} March 2024", title, *paragraphs]) + "\n"


FAIR = "2024-03-01-fair"
CARPETS = "2024-03-02-carpets"
TALKS = "2024-03-03-talks"
RUSSIAN = {
    "A fair in Mary": "Ярмарка в Мары",
    "A fair opened in Mary.": "В Мары открылась ярмарка.",
    "It has 40 stands.": "На ней 40 стендов.",
    "Carpets in Ashgabat": "Ковры в Ашхабаде",
    "An exhibition of carpets opened.": "Открылась выставка ковров.",
    "Talks in Tokyo": "Переговоры в Токио",
    "The ministers held talks.": "Министры провели переговоры.",
    "They will meet again.": "Они встретятся снова.",
}


def translated(po: str, words: Mapping[str, str]) -> str:
    """A PO file's text with these translations in its empty entries."""
    for msgid, msgstr in words.items():
        po = po.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    return po


@pytest.fixture(scope="session")
def ministry_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three bulletins in English, all translated into Russian."""
    place = Workplace(tmp_path_factory.mktemp("template"))
    place.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\n')
    place.write(f"sources/{FAIR}.txt", bulletin(1, "A fair in Mary", "A fair opened in Mary. It has 40 stands."))
    place.write(f"sources/{CARPETS}.txt", bulletin(2, "Carpets in Ashgabat", "An exhibition of carpets opened."))
    place.write(
        f"sources/{TALKS}.txt",
        bulletin(3, "Talks in Tokyo", "The ministers held talks.", "They will meet again."),
    )
    assert extract.run(place.project).problems == []
    for name in (FAIR, CARPETS, TALKS):
        catalog = place.project.catalog(name, "ru")
        place.write(catalog, translated(place.read(catalog).decode(), RUSSIAN))
    return place.root


@pytest.fixture
def ministry(ministry_template: Path, tmp_path: Path) -> Workplace:
    """A copy of the three bulletins, to work on."""
    return Workplace(shutil.copytree(ministry_template, tmp_path / "ministry"))


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    """An empty project: settings for four languages and no bulletin."""
    place = Workplace(tmp_path / "project")
    place.write("habar.toml", SETTINGS)
    return place


@pytest.fixture(scope="session")
def blocks_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built pages of ``tests/blocks``: lists, tables, quotations and notes in four languages, untranslated."""
    place = Workplace(tmp_path_factory.mktemp("blocks"))
    place.write("habar.toml", SETTINGS + "gate = 0\n")
    shutil.copytree(ROOT / "tests" / "blocks", place.root / "sources")
    assert extract.run(place.project).problems == []
    assert build.run(place.project).problems == []
    return place.root / "output"
