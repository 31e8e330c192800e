"""Where a project is found, and what its settings come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import config
from i18n.config import BulletinSettings, Project
from i18n.model import Typography
from i18n.problems import HabarError
from i18n.release import Gate

FULL = """
source-locale = "ru"
locales = ["tk", "ru", "sr-Latn", "pt-BR"]
units = "paragraph"
gate = 90
base-url = "https://example.org/news"
gates.tk = 50

[publisher]
ru = "МИД"

[translators]
tk = " Aýna  Meredowa "

[reviewers]
tk = "Merdan"

[checks]
H234 = "off"
H238 = "error"

[typography]
hanging-prepositions = true
japanese-years = "both"
"""


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.parent


def test_every_setting_arrives(tmp_path: Path) -> None:
    put(tmp_path / "habar.toml", "\ufeff" + FULL.replace("\n", "\r\n"))
    assert config.find(tmp_path) == Project(
        root=tmp_path,
        settings="habar.toml",
        locales=("tk", "ru", "sr-Latn", "pt-BR"),
        bulletins=BulletinSettings("ru", "paragraph"),
        gates={"tk": Gate(50), "ru": Gate(90), "sr-Latn": Gate(90), "pt-BR": Gate(90)},
        publisher={"ru": "МИД"},
        base_url="https://example.org/news/",
        translators={"tk": "Aýna Meredowa"},
        reviewers={"tk": "Merdan"},
        levels={"H234": "off", "H238": "error"},
        typography=Typography(hanging_prepositions=True, japanese_years="both"),
    )


def test_empty_settings_are_enough(tmp_path: Path) -> None:
    put(tmp_path / "habar.toml", "")
    assert config.find(tmp_path) == Project(
        tmp_path, "habar.toml", ("en",), BulletinSettings("en", "sentence"), {"en": Gate(100)}, {}, None
    )


def test_without_a_source_language_it_is_the_first(tmp_path: Path) -> None:
    put(tmp_path / "habar.toml", 'locales = ["tk", "en"]')
    assert config.find(tmp_path).bulletins == BulletinSettings("tk", "sentence")


def test_the_nearest_folder_upwards_counts(tmp_path: Path) -> None:
    put(tmp_path / "habar.toml", "gate = 1")
    put(tmp_path / "a" / "pyproject.toml", "[tool.habar]\ngate = 2")
    put(tmp_path / "a" / "b" / "c" / "x", "")
    assert config.find(tmp_path / "a" / "b" / "c").root == tmp_path / "a"
    assert config.find(tmp_path / "a" / "b" / "c").gates == {"en": Gate(2)}


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'", "tool = 5", "[tool]\nhabar = 1", "[tool.black]"])
def test_a_pyproject_of_something_else_is_passed_by(text: str, tmp_path: Path) -> None:
    put(tmp_path / "habar.toml", "")
    assert config.find(put(tmp_path / "a" / "pyproject.toml", text)).root == tmp_path


def test_habar_toml_goes_before_pyproject(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[tool.habar]\ngate = 2")
    put(tmp_path / "habar.toml", "gate = 1")
    assert config.find(tmp_path).gates == {"en": Gate(1)}


def test_a_bulletin_may_have_settings_of_its_own(tmp_path: Path) -> None:
    project = config.find(put(tmp_path / "habar.toml", FULL))
    put(tmp_path / "sources" / "a.toml", 'locale = "en"')
    put(tmp_path / "sources" / "b.toml", 'units = "sentence"')
    assert [config.of_bulletin(project, name) for name in "abc"] == [
        BulletinSettings("en", "paragraph"),
        BulletinSettings("ru", "sentence"),
        BulletinSettings("ru", "paragraph"),
    ]


def test_without_a_project_there_is_a_way_to_start_one() -> None:
    with pytest.raises(HabarError) as refused:
        config.find(Path("/no/such/folder/here"))
    (problem,) = refused.value.problems
    assert (str(problem), problem.hint) == (
        "here: error H503: neither habar.toml nor a pyproject.toml with [tool.habar] in this folder or above it",
        "go to the project's folder, or start one: habar init DIR",
    )


CHOICES = "“off” or “info” or “warning” or “error”"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('H231 = "warning"', "H231 must be “error”: what could harm a reader cannot be lowered, not 'warning'"),
        ('H234 = "loud"', f"H234 must be {CHOICES}, not 'loud'"),
        ("H234 = true", f"H234 must be {CHOICES}, not true"),
        ('H201 = "off"', "H201 must be left out: no check of translations has this code, not 'off'"),
    ],
)
def test_a_wrong_severity_is_told_with_its_line(lines: str, said: str, tmp_path: Path) -> None:
    put(tmp_path / "habar.toml", f"gate = 5\n[checks]\n{lines}\n")
    with pytest.raises(HabarError) as refused:
        config.find(tmp_path)
    found = [str(problem) for problem in refused.value.problems]
    assert found == [f"habar.toml:3: error H506: checks.{said}"]
