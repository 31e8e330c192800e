"""``habar publish``: what may go out now is built and put live, and readers' news are told."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime

import pytest

from i18n import delivery
from i18n.delivery import Folder
from i18n.delivery.objects import Objects
from i18n.problems import HabarError
from i18n.workflow import build, correct, delivering, extract, withdraw

FAIR, CARPETS = "2024-03-01-fair", "2024-03-02-carpets"
NOW = datetime(2024, 3, 9, tzinfo=UTC)
BOTH = ("en/2024/03/01/fair/", "ru/2024/03/01/fair/")


@pytest.fixture
def site(ministry, tmp_path):
    """Publishes the ministry to a folder, and says what readers see of it."""

    class Live:
        root = tmp_path / "srv"
        target = Folder(root)

        def publish(self, now=NOW):
            return delivering.run(ministry.project, self.target, now)

        def text(self, name):
            return (self.root / "current" / name).read_text(encoding="utf-8")

    return Live()


def test_readers_news_are_told(site, ministry):
    first = site.publish().changes
    assert len(first.new) == 6
    assert (first.corrected, first.withdrawn, first.gone) == ((), (), ())
    assert site.publish().changes == delivery.Changes()
    correct.run(ministry.project, FAIR, {"en": "x", "ru": "y"}, date(2024, 3, 8), NOW)
    ministry.edit(f"sources/{FAIR}.txt", "It has 40 stands.", "It has 50 stands.")
    extract.run(ministry.project)
    corrected = site.publish()
    assert corrected.changes.corrected == BOTH[:1]  # the Russian text still lags behind
    assert (corrected.changes.new, corrected.changes.gone) == ((), ())
    withdraw.run(ministry.project, FAIR, {"en": "x", "ru": "y"}, date(2024, 3, 9), NOW)
    taken = site.publish()
    assert taken.changes.withdrawn == BOTH
    assert (taken.changes.new, taken.changes.corrected, taken.changes.gone) == ((), (), ())
    assert "This text was withdrawn" in site.text("en/2024/03/01/fair/index.html")
    withdraw.undo(ministry.project, FAIR)
    assert site.publish().changes.back == BOTH


def test_going_back_behind_a_withdrawal_is_an_error(site, ministry):
    site.publish()
    withdraw.run(ministry.project, FAIR, {"en": "x", "ru": "y"}, date(2024, 3, 9), NOW)
    site.publish()
    report = delivering.rollback(site.target)
    assert [(found.code, found.place.path) for found in report.problems] == [("H380", path) for path in BOTH]
    assert site.publish().changes.withdrawn == BOTH


def test_an_address_that_goes_is_a_warning(site, ministry):
    site.publish()
    (ministry.root / f"sources/{CARPETS}.txt").unlink()
    report = site.publish()
    assert report.changes.gone == ("en/2024/03/02/carpets/", "ru/2024/03/02/carpets/")
    assert [(found.code, found.severity) for found in report.problems if found.code == "H370"] == [
        ("H370", "warning")
    ] * 2
    again = delivering.rollback(site.target)
    assert again.changes.new == ("en/2024/03/02/carpets/", "ru/2024/03/02/carpets/")
    assert "Carpets" in site.text("en/2024/03/02/carpets/index.html")


def test_where_a_month_has_no_bulletin_left_nobody_is_asked_to_bring_one_back(site, ministry):
    ministry.write("sources/2023-01-05-alone.txt", " date 2023-01-05 5 January 2023\n\nAlone\n\nText.\n")
    site.publish()
    withdraw.run(ministry.project, "2023-01-05-alone", {"en": "x"}, date(2024, 3, 9), NOW)
    report = site.publish()
    assert report.changes.withdrawn == ("en/2023/01/05/alone/",)
    told = {found.place.path: (found.code, found.severity) for found in report.problems}
    lists = ("en/2023/", "en/2023/01/", "en/languages/2023/01/", "ru/languages/2023/01/")
    assert told == dict.fromkeys(lists, ("H384", "info"))


def test_an_error_takes_no_page_away_from_readers(site, ministry):
    site.publish()
    there = site.text("ru/2024/03/01/fair/index.html")
    ministry.write(f"sources/{FAIR}.md", "# Fair\n\nText.\n")
    ministry.edit(f"locales/ru/LC_MESSAGES/{CARPETS}.po", "Открылась выставка", "Открыта выставка")
    goes_on = site.publish()
    told = [(problem.code, problem.place.path) for problem in goes_on.problems]
    assert told == [("H383", f"sources/{FAIR}.txt"), ("H107", f"sources/{FAIR}.txt")]
    assert (goes_on.changes.gone, goes_on.changes.other) == ((), 3)
    assert site.text("ru/2024/03/01/fair/index.html") == there
    assert "Открыта выставка" in site.text("ru/2024/03/02/carpets/index.html")
    (ministry.root / f"sources/{FAIR}.md").unlink()
    ministry.write("sources/2024-03-05-new.txt", "")
    assert site.publish().changes.gone == ()  # an error in what nobody has read yet hinders nobody


@pytest.mark.parametrize("settings", ["", "embargo = 2030-01-01T00:00:00+00:00\n", "withdrawn.date = 2024-03-09\n"])
def test_where_nothing_is_left_of_the_last_build_the_live_page_stays(site, ministry, settings):
    """Unless the bulletin is taken back: by an embargo, by a withdrawal."""
    site.publish()
    there = site.text("ru/2024/03/01/fair/index.html")
    for derived in (".habar", "output"):
        shutil.rmtree(ministry.root / derived)
    ministry.write(f"sources/{FAIR}.txt", "")
    ministry.write(f"sources/{FAIR}.toml", settings) if settings else None
    report = site.publish()
    codes = [found.code for found in report.problems]
    if settings:
        assert (report.changes.gone, "H387" in codes) == (BOTH, False)
        assert not (site.root / "current/en/2024/03/01").exists()
    else:
        assert (report.changes.gone, codes) == ((), ["H101", "H387", "H387"])
        assert site.text("ru/2024/03/01/fair/index.html") == there
        assert "fair" not in site.text("ru/index.html")


def test_where_two_sources_have_one_id_no_translation_is_touched(ministry):
    names = [f"locales/{locale}/LC_MESSAGES/{FAIR}.po" for locale in ("en", "ru")]
    before = [(ministry.root / name).read_bytes() for name in names]
    ministry.write(f"sources/{FAIR}.md", "# Fair\n\nText.\n")
    assert "H107" in [found.code for found in extract.run(ministry.project).problems]
    assert [(ministry.root / name).read_bytes() for name in names] == before
    with pytest.raises(HabarError, match="H107"):
        withdraw.run(ministry.project, FAIR, {"en": "x"}, date(2024, 3, 9), NOW)


def test_what_is_under_an_embargo_does_not_go_live_whatever_was_built(site, ministry):
    ministry.write(f"sources/{FAIR}.toml", 'embargo = "2024-03-10T00:00+05:00"\n')
    build.run(ministry.project, now=datetime(2024, 3, 11, tzinfo=UTC))
    assert (ministry.root / "output/en/2024/03/01/fair/index.html").exists()
    report = site.publish()
    assert [held.why for held in report.built.withheld] == ["embargo"]
    assert not (site.root / "current/en/2024/03/01").exists()
    assert site.publish(datetime(2024, 3, 9, 19, 0, tzinfo=UTC)).changes.new == BOTH


def test_a_site_that_is_not_whole_does_not_go_live(site, ministry):
    with pytest.raises(HabarError) as stopped:
        delivering.shipment(ministry.project)
    assert [problem.code for problem in stopped.value.problems] == ["H379"]
    build.run(ministry.project)
    (ministry.root / "output/ru/index.html").unlink()
    with pytest.raises(HabarError) as stopped:
        delivering.shipment(ministry.project)
    assert str(stopped.value) == "output: error H379: ru/index.html is not there"


def test_a_page_that_somebody_changed_goes_live_as_it_was_built(site, ministry):
    page = "output/en/2024/03/01/fair/index.html"
    site.publish()
    before = ministry.read(page)
    ministry.write(page, before.replace(b"40", b"41"))  # as long as it was
    ministry.edit(f"locales/ru/LC_MESSAGES/{CARPETS}.po", "Ковры в", "Большие ковры в")
    assert site.publish().problems == []
    assert ministry.read(page) == before


def test_other_files_in_the_output_go_along_and_hidden_ones_do_not(site, ministry):
    ministry.write("output/photo.jpg", "x")
    ministry.write("output/.secret", "x")
    ministry.write("output/.git/config", "x")
    site.publish()
    assert site.text("photo.jpg") == "x"
    assert [path.name for path in (site.root / "current").iterdir() if path.name.startswith(".")] == []


OWN = [".", "output", "output/site", "sources/../output/x", "sources", "locales/ru", ".habar"]


@pytest.mark.parametrize("name", [*OWN, "other/output/site", "other", "link/output"])
def test_a_site_is_not_put_into_a_project(name, ministry):
    ministry.write("other/habar.toml", 'locales = ["en"]\n')
    (ministry.root / "link").symlink_to("other", target_is_directory=True)
    for target in (Folder(ministry.root / name), Objects(f"file://{ministry.root}/{name}")):
        with pytest.raises(HabarError) as stopped:
            delivering.run(ministry.project, target, NOW)
        assert [problem.code for problem in stopped.value.problems] == ["H377"]


def test_a_folder_that_leads_to_itself_is_none(ministry, tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(HabarError, match="H375"):
        delivering.run(ministry.project, Folder(tmp_path / "loop"), NOW)


def test_the_drafts_of_a_project_that_lies_in_the_site_stay_where_they_are(site, ministry):
    site.publish()
    ministry.write("output/inner/habar.toml", 'locales = ["en"]\n')
    ministry.write("output/inner/sources/draft.txt", "Draft\n")
    with pytest.raises(HabarError, match=r"H379: .*inner/habar\.toml"):
        site.publish()
    assert not (site.root / "current/inner").exists()


def test_the_command(ministry, tmp_path):
    target = str(tmp_path / "srv")
    ministry.write(f"sources/{FAIR}.toml", 'embargo = "2024-03-10T00:00+05:00"\n')
    first = ministry.habar("publish", "--to", target, "--at", "2024-03-09T00:00+05:00")
    lines = first.stdout.splitlines()
    assert (first.returncode, first.stderr) == (0, "")
    assert lines[:3] == [
        f"  not built: {FAIR}: embargo until 2024-03-10 00:00+05:00",
        "  new: en/2024/03/02/carpets/",
        "  new: en/2024/03/03/talks/",
    ]
    assert lines[-1].startswith("Release 000001-")
    second = ministry.habar("publish", "--to", target)
    assert second.stdout.splitlines()[:2] == ["  new: en/2024/03/01/fair/", "  new: ru/2024/03/01/fair/"]
    back = ministry.habar("publish", "--to", target, "--rollback")
    assert back.returncode == 0
    assert "error" not in back.stderr
    assert "warning H370" in back.stderr
    assert not (tmp_path / "srv/current/en/2024/03/01").exists()
    assert ministry.habar("publish", "--to", target, "--rollback").returncode == 2
    assert ministry.habar("publish").returncode == 2


def test_the_command_to_a_store(ministry, tmp_path):
    target = (tmp_path / "bucket").as_uri()
    (tmp_path / "bucket").mkdir()
    ended = ministry.habar("publish", "--to", target)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "bucket/en/2024/03/01/fair/index.html").is_file()
    assert ministry.habar("publish", "--to", target, "--unlock").returncode == 0
