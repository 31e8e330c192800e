"""A bulletin without a day: the way out is that of its format."""

from __future__ import annotations

import pytest

from i18n.workflow import check

HTML = "<html><body><main><h1>A fair in Mary</h1><p>It opened.</p></main></body></html>"

XML = (
    '<bulletin xmlns="urn:habar:bulletin:1" xml:lang="en"><title>A fair in Mary</title>'
    "<body><p>It opened.</p></body></bulletin>"
)


@pytest.mark.parametrize(
    ("name", "text", "start"),
    [
        ("fair.txt", "A fair in Mary\n\nIt opened.\n", "begin the file with its day"),
        ("fair.html", HTML, "say it in the head of the page: <meta name="),
        ("fair.md", "# A fair in Mary\n\nIt opened.\n", "say it in the front matter"),
        ("fair.xml", XML, "say it as the vocabulary of the file does"),
    ],
)
def test_where_the_day_goes_is_said_for_each_format(workplace, name, text, start):
    workplace.write(f"sources/{name}", text)
    (found,) = [found for found in check.run(workplace.project).problems if found.code == "H112"]
    assert found.hint.startswith(start)
