"""Limits of a source reach the translator and the checks (ITS 2.0, Storage Size and Allowed Characters)."""

from __future__ import annotations

import pytest

from i18n.workflow import check, extract
from tests.conftest import Workplace, translated

NOTICE = """\
<notice xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">
<its:rules version="2.0">
 <its:storageSizeRule selector="//ticker" storageSizePointer="@most" storageEncoding="UTF-16"/>
 <its:allowedCharactersRule selector="//code" allowedCharacters="[A-Z]"/>
 <h:page xmlns:h="urn:habar:rules:1" selector="//title" role="title"/>
</its:rules>
<title>Roads</title>
<ticker most="60">Road closed. Use the other.</ticker>
<code>CLOSED</code>
<p>CLOSED</p>
</notice>
"""
NAME = "2024-03-01-roads"


@pytest.fixture
def notice(workplace: Workplace) -> Workplace:
    workplace.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\n')
    workplace.write(f"sources/{NAME}.xml", NOTICE)
    return workplace


def test_limits_become_comments_and_checks(notice: Workplace) -> None:
    assert extract.run(notice.project).problems == []
    catalog = notice.project.catalog(NAME, "ru")
    po = notice.read(catalog).decode()
    assert (
        '#. At most 60 bytes in UTF-16\n#: sources/2024-03-01-roads.xml:p1.s1\nmsgid "Road closed. Use the other."'
        in po
    )
    assert "#. Allowed characters: [A-Z]\n" in po
    words = {"Road closed. Use the other.": "Дорога закрыта. Выберите другую.", "CLOSED": "ЗАКРЫТО"}
    notice.write(catalog, translated(po, words))
    found = [(one.code, one.message) for one in check.run(notice.project, [NAME]).problems if one.severity == "error"]
    assert found[:2] == [
        ("H250", "the text takes 64 bytes in UTF-16, and 60 are the most"),
        ("H251", "“З” (U+0417) is not one of the characters allowed here, [A-Z]"),
    ]
    assert {code for code, _ in found} == {"H250", "H251"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('most="60"', 'most="many"', "the storage size “many” is no number of bytes"),
        ('most="60"', 'most="-1"', "the storage size “-1” is no number of bytes"),
        ('most="60"', 'most="²"', "the storage size “²” is no number of bytes"),
        ('"UTF-16"', '"UTF-61"', "the storage encoding “UTF-61” is not known"),
        (
            '"[A-Z]"',
            '"(A+)+"',
            "the allowed characters “(A+)+”: it is no single class of characters, such as [a-z]",
        ),
    ],
)
def test_a_limit_that_cannot_be_kept_is_the_editors_to_mend(
    old: str, new: str, message: str, notice: Workplace
) -> None:
    notice.edit(f"sources/{NAME}.xml", old, new)
    found = [one for one in extract.run(notice.project).problems if one.severity == "error"]
    assert [(one.code, one.message) for one in found] == [("H252", message)]
    assert found[0].place.line in (8, 9)
