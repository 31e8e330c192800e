"""Settings of what other programs read."""

from __future__ import annotations

import pytest

from i18n import config
from i18n.problems import HabarError


def project(folder, line):
    (folder / "habar.toml").write_text(line + "\n", encoding="utf-8")
    return config.find(folder)


def test_zone_and_authority_are_taken_over(tmp_path):
    found = project(tmp_path, 'zone = "+05:00"\ntag-authority = "www.example.org,2024-01-01"')
    assert (found.zone, found.authority) == ("+05:00", "www.example.org,2024-01-01")
    found = project(tmp_path, "")
    assert (found.zone, found.authority) == ("+00:00", "")


@pytest.mark.parametrize("value", ['"5"', '"+5:00"', '"+15:00"', '"+05:60"', '"Asia/Ashgabat"', "5", '"+05:00 "'])
def test_a_zone_is_an_offset(tmp_path, value):
    with pytest.raises(HabarError, match=r"habar\.toml:1: error H506: zone must be an offset from UTC such as"):
        project(tmp_path, f"zone = {value}")


@pytest.mark.parametrize(
    "value",
    ['"example.org"', '"example.org,24"', '"example.org,2024-13"', '"a b,2024"', '"a/b,2024"', '"<,2024"', "1"],
)
def test_an_authority_is_a_host_and_a_day(tmp_path, value):
    with pytest.raises(HabarError, match=r"habar\.toml:1: error H506: tag-authority must be a host that is yours"):
        project(tmp_path, f"tag-authority = {value}")
