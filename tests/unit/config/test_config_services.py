"""Settings of services for machine translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import config
from i18n.config import ServiceSettings
from i18n.problems import HabarError


def put(folder: Path, text: str) -> Path:
    (folder / "habar.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_setting_arrives(tmp_path: Path) -> None:
    text = (
        '[services.libretranslate]\naddress = "http://127.0.0.1:5000"\ncharacters = 2000\nrate = 0.5\nparallel = 2\n'
        'deadline = 9\nattempts = 3\nbudget = 100000\n[services.microsoft]\nregion = "westeurope"\n'
        '[services.mymemory]\nemail = "press@example.org"\n'
    )
    assert config.find(put(tmp_path, text)).services == {
        "libretranslate": ServiceSettings("http://127.0.0.1:5000/", 2000, 0.5, 2, 9.0, 3, 100000),
        "microsoft": ServiceSettings(region="westeurope"),
        "mymemory": ServiceSettings(email="press@example.org"),
    }


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("services = 5", 1, "services must be a table by the name of a service, such as [services.libretranslate]"),
        ("[services.bing]\nrate = 1", 1, "services.bing must be left out: the services are google, "),
        ("[services]\ngoogle = 5", 2, "services.google must be a table with the settings address, "),
        ('[services.deepl]\nkey = "x"', 2, "services.key must be left out: the settings of a service are address, "),
        ("[services.deepl]\nrate = 0", 2, "services.rate must be a number from 0.01 to 3600, not 0"),
        ("[services.deepl]\nrate = true", 2, "services.rate must be a number from 0.01 to 3600, not true"),
        ("[services.deepl]\nparallel = 33", 2, "services.parallel must be a whole number from 1 to 32, not 33"),
        ("[services.deepl]\nbudget = 0", 2, "services.budget must be a whole number from 1, not 0"),
        ('[services.deepl]\naddress = "x"', 2, "services.address must be an address such as 'https://example.org/'"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(HabarError) as caught:
        config.find(put(tmp_path, text))
    (found,) = caught.value.problems
    assert (found.code, found.place.line) == ("H506", line)
    assert found.message.startswith(said)
