"""The folders are those that the tools of translators expect: they find the catalogs by themselves and read them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from translation_finder import discover

from tests.conftest import CARPETS, FAIR, TALKS, Workplace

CATALOGS = [*(f"locales/*/LC_MESSAGES/{name}.po" for name in (FAIR, CARPETS, TALKS)), "locales/*/LC_MESSAGES/site.po"]


def test_weblate_finds_a_component_for_each_bulletin(ministry: Workplace) -> None:
    """The discovery of Weblate, with nothing set by hand, in a project as version control has it."""
    found = [dict(result) for result in discover(str(ministry.root))]
    bilingual = [result for result in found if result["file_format"] == "po"]
    assert bilingual == [{"filemask": name, "file_format": "po"} for name in CATALOGS]
    # The other reading of the same files, English as a template, is one that it offers of every PO file.
    others = [result for result in found if result not in bilingual]
    assert [(result["filemask"], result["file_format"]) for result in others] == [
        (name, "po-mono") for name in CATALOGS
    ]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_msgfmt_counts_what_is_translated(ministry: Workplace) -> None:
    ministry.edit(f"locales/ru/LC_MESSAGES/{TALKS}.po", "Они встретятся снова.", "")
    said = []
    for name in (FAIR, TALKS):
        ended = subprocess.run(
            ["msgfmt", "--statistics", "--check", "-o", os.devnull, f"locales/ru/LC_MESSAGES/{name}.po"],
            cwd=ministry.root, env={**os.environ, "LC_ALL": "C"}, capture_output=True, text=True, timeout=20, check=True,
        )  # fmt: skip
        said.append(ended.stderr.splitlines()[-1])
    assert said == ["3 translated messages.", "2 translated messages, 1 untranslated message."]


@pytest.mark.parametrize("domain", [FAIR, "site"])
def test_babel_compiles_a_bulletin_of_all_languages(ministry: Workplace, domain: str) -> None:
    ended = subprocess.run(
        [Path(sys.executable).parent / "pybabel", "compile", "-d", "locales", "-D", domain, "--statistics"],
        cwd=ministry.root, capture_output=True, text=True, timeout=20, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    compiled = [f"locales/{locale}/LC_MESSAGES/{domain}.mo" for locale in ("en", "ru")]
    assert [line.rpartition(" to ")[2] for line in ended.stderr.splitlines() if "compiling" in line] == compiled
    assert all(ministry.read(name)[:4] in (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde") for name in compiled)
