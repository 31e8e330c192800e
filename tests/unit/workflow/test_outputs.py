"""The files for machines in a site that was really built: each address leads somewhere, and nothing else is told."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from i18n.workflow import build
from tests.conftest import CARPETS, FAIR, TALKS, Workplace

BASE = "https://www.example.org/news/"
ADDRESS = re.compile(re.escape(BASE) + r"[^\s\"'<>\\#]*")


@pytest.fixture(scope="module")
def site_template(ministry_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ministry on the web. The talks wait for a translator."""
    place = Workplace(shutil.copytree(ministry_template, tmp_path_factory.mktemp("site") / "ministry"))
    place.edit("habar.toml", "source-locale", f'base-url = "{BASE}"\nzone = "+05:00"\nsource-locale')
    place.edit(f"locales/ru/LC_MESSAGES/{TALKS}.po", "Они встретятся снова.", "")
    assert build.run(place.project).problems == []
    return place.root


@pytest.fixture
def site(site_template: Path, tmp_path: Path) -> Workplace:
    return Workplace(shutil.copytree(site_template, tmp_path / "site"))


def addresses(files: dict[str, bytes]) -> dict[str, set[str]]:
    """Every full address of the site in each file, as a path."""
    return {
        name: {found.removeprefix(BASE) for found in ADDRESS.findall(data.decode())}
        for name, data in files.items()
        if not name.startswith(".")
    }


def test_every_address_in_every_file_leads_to_a_file(site: Workplace) -> None:
    files = site.files("output")
    told = addresses(files)
    lost = {
        (name, address)
        for name, found in told.items()
        for address in found
        if (address + "index.html" if address.endswith("/") or not address else address) not in files
    }
    assert lost == set()
    assert {"sitemap.xml", "robots.txt", "ru/feed.atom", "en/2024/03/01/fair/ninjs.json"} <= told.keys()


def test_a_language_that_waits_is_told_by_nobody(site: Workplace) -> None:
    missing = "ru/2024/03/03/talks"
    assert [
        name for name, found in addresses(site.files("output")).items() if any(missing in each for each in found)
    ] == []
    assert not [name for name in site.files("output") if name.startswith(missing)]
    english = json.loads(site.read("output/en/2024/03/03/talks/ninjs.json"))
    assert "associations" not in english
    feed = feedparser.parse(site.read("output/ru/feed.atom"))
    assert [entry.title for entry in feed.entries] == ["Ковры в Ашхабаде", "Ярмарка в Мары"]


@pytest.mark.parametrize(
    ("embargo", "published"),
    [("2024-03-01T18:30+05:00", "2024-03-01T18:30:00+05:00"), ("2024-03-05T18:30+05:00", "2024-03-01T00:00:00+05:00")],
)
def test_files_for_machines_know_the_hour_at_which_an_embargo_ended(
    site: Workplace, embargo: str, published: str
) -> None:
    site.write(f"sources/{FAIR}.toml", f'embargo = "{embargo}"\n')
    build.run(site.project, now=datetime(2024, 3, 1, 13, 29, tzinfo=UTC))
    assert [name for name, data in site.files("output").items() if b"fair" in data or "fair" in name] == []
    build.run(site.project, now=datetime(2024, 3, 6, tzinfo=UTC))
    told = json.loads(site.read("output/ru/2024/03/01/fair/ninjs.json"))
    assert (told["firstCreated"], told["versionCreated"]) == (published, published)
    entries = {entry.link: entry for entry in feedparser.parse(site.read("output/ru/feed.atom")).entries}
    assert entries[f"{BASE}ru/2024/03/01/fair/"].published == published
    page = site.read("output/ru/2024/03/01/fair/index.html").decode()
    assert f'"datePublished":"{published}"' in page
    assert '<time datetime="2024-03-01">' in page


def test_another_clock_place_and_seed_make_the_same_bytes(site: Workplace) -> None:
    before = site.files("output")
    shutil.rmtree(site.root / "output")
    shutil.rmtree(site.root / ".habar", ignore_errors=True)
    env = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert site.habar("compile", env=env).returncode == 0
    assert site.files("output") == before


def test_without_an_address_nothing_for_machines_is_made(site: Workplace) -> None:
    site.edit("habar.toml", f'base-url = "{BASE}"\n', "")
    build.run(site.project)
    assert {Path(name).name for name in site.files("output") if not name.endswith(".html")} == {
        ".manifest", "bulletin.xml", "habar.css", "favicon.svg",
    }  # fmt: skip


def test_names_outlive_a_move_of_the_site(site: Workplace) -> None:
    before = [entry.id for entry in feedparser.parse(site.read("output/en/feed.atom")).entries]
    site.edit("habar.toml", BASE, "https://new.example/")
    site.edit("habar.toml", "zone", 'tag-authority = "www.example.org,2026"\nzone')
    build.run(site.project)
    after = feedparser.parse(site.read("output/en/feed.atom")).entries
    assert [entry.id for entry in after] == before
    assert {entry.link for entry in after} == {
        f"https://new.example/en/2024/03/{name[8:10]}/{name[11:]}/" for name in (FAIR, CARPETS, TALKS)
    }


def test_a_change_of_one_language_reaches_the_files_of_the_others(site: Workplace) -> None:
    """The next build, which makes only what is due, and one from nothing make the same."""
    assert build.run(site.project).problems == []
    site.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", "Ярмарка в Мары", "Выставка в Мары")
    site.edit(f"locales/ru/LC_MESSAGES/{TALKS}.po", 'again."\nmsgstr ""', 'again."\nmsgstr "Они встретятся снова."')
    build.run(site.project)
    english = json.loads(site.read("output/en/2024/03/01/fair/ninjs.json"))
    assert [each["name"] for each in english["associations"]] == ["Выставка в Мары"]
    assert b"ru/2024/03/03/talks/newsml.xml" in site.read("output/en/2024/03/03/talks/newsml.xml")
    later = site.files("output")
    shutil.rmtree(site.root / "output")
    shutil.rmtree(site.root / ".habar")
    build.run(site.project)
    assert site.files("output") == later
