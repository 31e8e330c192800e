"""What habar publishes as ``bulletin.xml`` is a source that it reads: the same units, day and codes."""

from __future__ import annotations

import pytest

from i18n import content, formats
from i18n.model import Document, UnitMode
from i18n.workflow import build, extract
from tests.conftest import Workplace

PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="date" content="2024-03-05"><title>Talks</title></head><body>
<h1>Talks on transit</h1>
<p>Ministers <b>met in <a href="/x" title="The city">Ashgabat</a>.</b> They signed a <i>protocol</i>.<br>It is <code>DIM-17</code>.</p>
<h2>Results</h2>
<ul><li>A road. Two bridges.</li><li>Less &amp; less fees &lt; 5</li></ul>
<table><tr><th>State</th><td>Turkmenistan</td></tr></table>
<pre>One road,
  five doors.</pre>
</body></html>
"""
RECORD = " date 2024-03-01 1 March 2024\n\nA fair in Mary\n\nA fair opened in Mary. It has 40 stands.\n"


def read(name: str, data: bytes, mode: UnitMode) -> Document:
    return formats.read(formats.Source("x", name, data, "en", mode))


def told(document: Document) -> list[tuple[str, str]]:
    """The title, and what follows the date."""
    units = sorted(document.units, key=lambda unit: unit.role != "title")
    return [(unit.role, content.msgid(unit.content)) for unit in units if unit.role != "date"]


@pytest.mark.parametrize("mode", ["sentence", "paragraph"])
@pytest.mark.parametrize(("suffix", "text"), [("html", PAGE), ("txt", RECORD)])
def test_a_published_bulletin_is_read_again(workplace: Workplace, suffix: str, text: str, mode: UnitMode) -> None:
    workplace.write("habar.toml", f'source-locale = "en"\nlocales = ["en", "ru"]\nunits = "{mode}"\n')
    workplace.write(f"sources/2024-03-05-talks.{suffix}", text)
    assert extract.run(workplace.project).problems == []
    build.run(workplace.project)
    (published,) = [data for path, data in workplace.files("output/en").items() if path.endswith("talks/bulletin.xml")]
    again = read("bulletin.xml", published, mode)
    source = read(f"x.{suffix}", text.encode(), mode)
    assert told(again) == told(source)
    assert again.meta.display_date == source.meta.display_date
