"""Every page of the example is valid HTML: for a strict parser always, for the Nu checker where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import html5lib
import pytest

NODE_TOOLS = Path(os.environ.get("HABAR_NODE_TOOLS", ".tools/node_modules"))
VNU = NODE_TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker gives files no origin, so it takes 'self' for nothing; browsers show the style (tests/browser). And it
# takes a data block for a script: nothing executes one, so the HTML standard does not ask the policy about it.
KNOWN = ".*blocked by “(style|img)-src” directive.*|.*Inline script violates.*blocked by “script-src” directive.*"


def _pages(example):
    return {path: data for path, data in example.files().items() if path.endswith(".html")}


@pytest.mark.parametrize("name", ["preview", "online"])
def test_pages_parse_without_an_error(name, request):
    for path, data in _pages(request.getfixturevalue(name)).items():
        parser = html5lib.HTMLParser()
        tree = parser.parse(data, transport_encoding="utf-8")
        assert (path, parser.errors) == (path, [])
        headings = [
            node.tag.rpartition("}")[2] for node in tree.iter() if node.tag.rpartition("}")[2] in {"h1", "main"}
        ]
        assert (path, sorted(headings)) == (path, ["h1", "main"])
        inline = [node.get("type") for node in tree.iter("{*}script") if not node.get("src")]
        assert (path, set(inline) - {"application/ld+json"}) == (path, set())


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu HTML checker needs Java")
@pytest.mark.skipif(not VNU.is_file(), reason=f"the Nu HTML checker is not at {VNU} (npm install vnu-jar)")
def test_nu_checker_finds_nothing(preview, online, blocks_site, tmp_path):
    for name, example in (("preview", preview), ("online", online)):
        for path, data in example.files().items():
            if not path.endswith((".html", ".css", ".svg")):  # the others have schemas and readers of their own
                continue
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(data)
    shutil.copytree(blocks_site, tmp_path / "blocks", ignore=shutil.ignore_patterns("*.xml", ".manifest", "media"))
    options = ["--also-check-css", "--also-check-svg", "--no-langdetect", "--stdout", "--format", "gnu"]
    command = ["java", "-jar", str(VNU), *options, "--filterpattern", KNOWN, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0)
