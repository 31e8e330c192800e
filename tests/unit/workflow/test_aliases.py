"""Former ids: their addresses lead to the bulletin, and never away from another one."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("value", ["['../x']", "'x'", "['archive']", "['']", "[7]", "['A']"])
def test_an_alias_is_an_id(ministry, value):
    ministry.write(f"sources/{FAIR}.toml", f"aliases = {value}\n")
    assert any("H506: aliases must be a list of ids" in each for each in told(build.run(ministry.project).problems))
