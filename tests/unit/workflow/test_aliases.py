"""Former ids: their addresses lead to the bulletin, and never away from another one."""

from __future__ import annotations

import re

import pytest

from i18n import state
from i18n.workflow import build, check
from tests.conftest import CARPETS, FAIR

OLD = "2024-02-28-old-fair"


def aliases(*ids: str) -> str:
    return f"aliases = {list(ids)}\n".replace("'", '"')


def told(problems) -> list[str]:
    return [str(each) for each in problems]


def test_old_addresses_lead_to_the_new_one_in_every_language(ministry):
    ministry.write(f"sources/{FAIR}.toml", aliases(OLD, "fair"))
    assert build.run(ministry.project).problems == []
    for locale in ("en", "ru"):
        for old, way in ((f"{locale}/2024/02/28/old-fair", "../../../../../"), (f"{locale}/fair", "../../")):
            page = ministry.read(f"output/{old}/index.html").decode()
            assert f'content="0; url={way}{locale}/2024/03/01/fair/index.html"' in page
    ministry.write(f"sources/{FAIR}.toml", aliases("fair"))
    build.run(ministry.project)
    assert not (ministry.root / "output/ru/2024/02").exists()
    assert (ministry.root / "output/ru/fair/index.html").is_file()


def test_an_alias_is_not_another_bulletin(ministry):
    ministry.write(f"sources/{FAIR}.toml", "\n" + aliases(CARPETS))
    report = build.run(ministry.project)
    message = f"sources/{FAIR}.toml:2: error H312: '{CARPETS}' is the id of a bulletin"
    assert told(report.problems) == [message]
    assert "An exhibition of carpets" in ministry.read("output/en/2024/03/02/carpets/index.html").decode()


def test_two_bulletins_do_not_claim_one_alias(ministry):
    for bulletin in (FAIR, CARPETS):
        ministry.write(f"sources/{bulletin}.toml", aliases(OLD))
    found = [each for each in told(check.run(ministry.project).problems) if "H312" in each]
    assert found == [f"sources/{CARPETS}.toml:1: error H312: '{OLD}' is an alias of {FAIR}, too"]


def redirect(ministry) -> str | None:
    """The bulletin that the old address leads to in English."""
    path = ministry.root / "output/en/2024/02/28/old-fair/index.html"
    found = re.search(r"url=[./]*(en/[^\"]+)/index.html", path.read_text(encoding="utf-8")) if path.exists() else None
    return found[1] if found else None


@pytest.mark.parametrize("known", ["", "UPDATE facts SET value = 'another' WHERE name = 'climate'"], ids=["", "anew"])
def test_an_alias_of_two_bulletins_leads_to_neither_and_a_build_says_so(ministry, known):
    for bulletin in (FAIR, CARPETS):
        ministry.write(f"sources/{bulletin}.toml", aliases(OLD, f"{bulletin}-of-old"))
    report = build.run(ministry.project)
    told_of_both = [
        f"sources/{FAIR}.toml:1: error H312: '{OLD}' is an alias of {CARPETS}, too: it leads to neither",
        f"sources/{CARPETS}.toml:1: error H312: '{OLD}' is an alias of {FAIR}, too: it leads to neither",
    ]
    assert sorted(told(report.problems)) == told_of_both
    assert redirect(ministry) is None
    assert (ministry.root / "output/en/2024/03/01/fair-of-old/index.html").is_file()
    with state.opened(ministry.root) as there:
        there.connection.executescript(known)
    ministry.write(f"sources/{CARPETS}.toml", aliases("carpets"))
    assert build.run(ministry.project).problems == []
    assert redirect(ministry) == "en/2024/03/01/fair"
    ministry.write(f"sources/{CARPETS}.toml", aliases(OLD))  # a mistake takes no address away from readers
    assert sorted(told(build.run(ministry.project).problems)) == told_of_both
    assert redirect(ministry) == "en/2024/03/01/fair"
    assert build.run(ministry.project).written == 0
    (ministry.root / f"sources/{FAIR}.toml").unlink()
    assert build.run(ministry.project).problems == []
    assert redirect(ministry) == "en/2024/03/02/carpets"


def test_a_bulletin_with_another_id_is_told_of_its_aliases(ministry):
    build.run(ministry.project)
    new = "2024-03-01-great-fair"
    (ministry.root / f"sources/{FAIR}.txt").rename(ministry.root / f"sources/{new}.txt")
    [problem] = build.run(ministry.project).problems
    assert str(problem) == (
        f"sources/{new}.txt: warning H386: it has the text of {FAIR}, which is gone: "
        "addresses that readers know lead nowhere now"
    )
    assert problem.hint == f'write into sources/{new}.toml: aliases = ["{FAIR}"]'
    ministry.write(f"sources/{new}.toml", aliases(FAIR))
    assert build.run(ministry.project).problems == []
    (ministry.root / f"sources/{new}.txt").rename(ministry.root / f"sources/{FAIR}.txt")
    (ministry.root / f"sources/{new}.toml").rename(ministry.root / f"sources/{FAIR}.toml")
    ministry.write(f"sources/{FAIR}.toml", aliases(new))
    assert build.run(ministry.project).problems == []


@pytest.mark.parametrize("value", ["['../x']", "'x'", "['archive']", "['']", "[7]", "['A']"])
def test_an_alias_is_an_id(ministry, value):
    ministry.write(f"sources/{FAIR}.toml", f"aliases = {value}\n")
    assert any("H506: aliases must be a list of ids" in each for each in told(build.run(ministry.project).problems))
