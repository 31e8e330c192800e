"""What itstool makes of a document is in habar's template too: the same messages but for how codes are spelled."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from i18n import catalogs, extract, formats, segment
from i18n.model import Document, Entry

pytestmark = pytest.mark.skipif(not shutil.which("itstool"), reason="itstool is not installed")

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parent / "xml"
_TAG = re.compile(r"<(/?)(?:_:)?([A-Za-z][\w.]*?)(?:-?\d+)?(?:\s[^<>]*?)?(/?)>")
_REFERENCES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def document(path: Path, *rules: Path) -> Document:
    found = [formats.RuleFile(rule.name, rule.read_bytes()) for rule in rules]
    source = formats.Source(path.stem, path.name, path.read_bytes(), "en", "paragraph", rules=tuple(found))
    return formats.read(source)


def spelled(msgid: str) -> str:
    """A message with its codes by their bare names, and white space as it counts in prose."""
    bare = _TAG.sub(r"<\1\2\3>", msgid)
    text = " ".join(re.sub("&(?:lt|gt|amp);", lambda found: _REFERENCES[found[0]], bare).split())
    return re.sub(r"<(\w+)></\1>", r"<\1/>", text)


def ours(found: Document) -> dict[str, Entry]:
    return {spelled(entry.msgid): entry for entry in extract.entries(found, segment.cut(found))}


def theirs(path: Path, *rules: Path) -> dict[str, Entry]:
    """The messages of itstool, without those for its own use."""
    options = [option for rule in rules for option in ("-i", str(rule))]
    ended = subprocess.run(
        ["itstool", *options, "-o", "-", path.name], cwd=path.parent, capture_output=True, check=True
    )
    catalog = catalogs.parse(ended.stdout, "itstool.pot", id="x", locale="")
    return {spelled(entry.msgid): entry for entry in catalog.entries if entry.msgctxt != "_"}


def notes(entries: Mapping[str, Entry]) -> dict[str, set[str]]:
    """What the author says of each message."""
    tools = re.compile(
        r"\(itstool\)|Paragraph|Label|Note \d|Heading|Title|List item|Bulletin:|The text of the attribute|<.*> stands for"
    )
    return {
        name: {line.removeprefix("Important: ") for line in entry.extracted if not tools.match(line)}
        for name, entry in entries.items()
    }


def external(path: Path, *rules: Path) -> list[str]:
    options = [option for rule in rules for option in ("-i", str(rule))]
    ended = subprocess.run(
        ["itstool", *options, "-o", "-", path.name], cwd=path.parent, capture_output=True, check=True
    )
    return re.findall(r"external ref='([^']*)'", ended.stdout.decode())


def test_rules_of_ones_own_give_the_same_messages_and_notes() -> None:
    path = FOLDER / "own.xml"
    found = document(path)
    assert ours(found).keys() == theirs(path).keys()
    assert notes(ours(found)) == notes(theirs(path))
    assert list(found.resources) == external(path)
    assert ours(found)["Good morning"].references == ("own.xml:greeting",)
    assert "(itstool) id: own.xml#greeting" in theirs(path)["Good morning"].extracted


def test_space_is_kept_where_itstool_keeps_it() -> None:
    path = FOLDER / "own.xml"
    found = {entry.msgid for entry in extract.entries(document(path), segment.cut(document(path)))}
    kept = {entry.msgid for entry in theirs(path).values() if "no-wrap" in entry.flags}
    assert len(kept) == 2
    assert kept <= found


def test_a_page_with_rules_beside_it_gives_the_same_messages() -> None:
    path, rules = FOLDER / "page.page", FOLDER / "mallard.its"
    found = document(path, rules)
    assert ours(found).keys() - theirs(path, rules).keys() <= {"The hall"}
    assert theirs(path, rules).keys() - ours(found).keys() == set()
    assert list(found.resources) == ["figures/hall.png"]


@pytest.mark.parametrize("case", ["docbook5", "docbook4"])
def test_every_word_that_itstool_finds_in_docbook_is_in_a_unit_or_said_to_be_left_out(case: str) -> None:
    path = EXAMPLES / case / "source.xml"
    found = document(path)
    known = " ".join([*(spelled(entry.msgid) for entry in ours(found).values()), *(out.text for out in found.left_out)])
    wanted = {word for msgid in theirs(path) for word in re.findall(r"\w+", _TAG.sub(" ", msgid))}
    entities = {"Ministry", "of", "Foreign", "Affairs", "2024"}  # itstool writes them out
    assert {word for word in wanted if word not in known} - entities == set()


AUTHOR = (
    "<personname><firstname>Ogulgerek</firstname> <surname>Nuryyeva</surname></personname> <affiliation><orgname>"
    "Consular Department</orgname></affiliation> <email>press@example.org</email>"
)


def test_running_text_of_docbook_is_the_same_messages() -> None:
    path = EXAMPLES / "docbook5" / "source.xml"
    alike = ours(document(path)).keys() & theirs(path).keys()
    different = theirs(path).keys() - alike
    # Names, keywords, index terms and pictures are units of their own here; codes and days are left out.
    assert sorted(different) == [
        "2024-03-21",
        "3.1",
        "<imageobject><imagedata/></imageobject><textobject><phrase>Six counters</phrase></textobject>",
        "<keyword>visa</keyword><keyword>border</keyword>",
        AUTHOR,
        "<primary>passport</primary>",
        "<primary>visas</primary><secondary>on arrival</secondary>",
    ]
