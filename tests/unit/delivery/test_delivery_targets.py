"""What holds for every target: the new site is there whole, other people's files stay, and one can go back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.delivery import staying, target_of
from i18n.delivery.folder import Folder
from i18n.problems import HabarError

ONE = {"index.html": "1", "ru/index.html": "1", "static/a.css": "a"}
TWO = {"index.html": "2", "ru/2024/index.html": "new", "ru/index.html": "1", "static/a.css": "a"}
THREE = {"index.html": "3", "static/a.css": "c"}


def refusal(call) -> list[str]:
    with pytest.raises(HabarError) as stopped:
        call()
    return [problem.code for problem in stopped.value.problems]


def test_each_release_takes_the_place_of_the_one_before(place, tmp_path):
    for number, site in enumerate((ONE, TWO, THREE, ONE), 1):
        outcome = place.publish(tmp_path / "out", site)
        assert place.shown() == site
        assert outcome.now.number == number
        assert outcome.problems == []
        assert (outcome.before.number if outcome.before else 0) == number - 1


def test_the_same_site_again_changes_nothing_for_readers(place, tmp_path):
    place.publish(tmp_path / "out", ONE)
    assert place.publish(tmp_path / "out", ONE).before.files == place.publish(tmp_path / "out", ONE).now.files
    assert place.shown() == ONE


def test_publishing_the_same_again_uses_up_no_way_back(place, tmp_path):
    for site in (ONE, TWO, TWO, TWO, TWO):
        place.publish(tmp_path / "out", site, keep=2)
    place.put("theirs.txt", "x")
    place.publish(tmp_path / "out", TWO, keep=2)
    assert place.shown() == TWO | {"theirs.txt": "x"}
    place.target.rollback(2)
    assert place.shown() == ONE | {"theirs.txt": "x"}


def test_what_is_live_of_a_bulletin_with_an_error_stays(place, shipped, tmp_path):
    fair = {"ru/2024/fair/index.html": "f", "ru/2024/fair/v1/index.html": "1", "media/2024/fair/a.jpg": "a"}
    other = {"ru/2024/fair-two/index.html": "two"}
    fair["ru/2024/02/index.html"] = "the only one of its month"
    fair = {name.replace("2024/fair", "2024/02/fair"): text for name, text in fair.items()}
    place.publish(tmp_path / "out", ONE | fair | other)
    without = shipped(tmp_path / "out", TWO)
    outcome = place.target.publish(replace(without, faulty=frozenset({"2024/02/fair"})), 5)
    assert place.shown() == TWO | fair
    assert [(each.code, each.place.path) for each in staying(outcome.now)] == [
        ("H387", "ru/2024/02/fair/"),
        ("H387", "ru/2024/02/fair/v1/"),
    ]
    again = replace(without, faulty=frozenset({"2024/02/fair"}))
    place.target.publish(again, 5)
    place.target.rollback(5)
    assert place.shown() == ONE | fair | other
    place.target.publish(replace(again, taken_back=again.faulty), 5)
    assert place.shown() == TWO


def test_a_notice_of_a_withdrawal_stays_whatever_happens_to_its_source(place, shipped, tmp_path):
    notice = {"ru/2024/fair/index.html": "withdrawn"}
    place.publish(tmp_path / "out", ONE | notice, withdrawn=("ru/2024/fair/",))
    faulty = frozenset({"2024/fair"})
    outcome = place.target.publish(replace(shipped(tmp_path / "out", TWO), faulty=faulty, taken_back=faulty), 5)
    assert place.shown() == TWO | notice
    assert outcome.now.withdrawn == ("ru/2024/fair/",)


def test_files_of_other_people_stay(place, tmp_path):
    place.publish(tmp_path / "out", ONE)
    foreign = {"robots.txt": "theirs", "ru/фото.jpg": "photo", "own/a b/c.txt": "c"}
    for name, text in foreign.items():
        place.put(name, text)
    for site in (TWO, THREE):
        place.publish(tmp_path / "out", site)
        assert place.shown() == site | foreign
    place.target.rollback(5)
    assert place.shown() == TWO | foreign


@pytest.mark.parametrize("name", ["ru/2024/index.html", "ru/2024"])
def test_a_file_of_somebody_else_in_the_way_stops_everything(name, place, tmp_path):
    if name == "ru/2024" and not hasattr(place, "releases"):
        pytest.skip("a store has no folders")
    place.publish(tmp_path / "out", ONE)
    place.put(name, "theirs")
    assert refusal(lambda: place.publish(tmp_path / "out", TWO)) == ["H371"]
    assert place.shown() == ONE | {name: "theirs"}
    assert place.publish(tmp_path / "out", THREE).now.files.keys() == THREE.keys()
    assert place.shown() == THREE | {name: "theirs"}


def test_a_folder_of_somebody_else_in_the_way_of_a_file_stops_everything(place, tmp_path):
    if not hasattr(place, "releases"):
        pytest.skip("a store has no folders")
    place.publish(tmp_path / "out", ONE)
    place.put("notes/theirs.txt", "theirs")
    assert refusal(lambda: place.publish(tmp_path / "out", ONE | {"notes": "ours"})) == ["H371"]
    assert place.shown() == ONE | {"notes/theirs.txt": "theirs"}


def test_the_same_file_of_somebody_else_is_in_nobodys_way(place, tmp_path):
    place.publish(tmp_path / "out", ONE)
    place.put("ru/2024/index.html", "new")
    place.publish(tmp_path / "out", TWO)
    assert place.shown() == TWO


def test_one_can_go_back_step_by_step_and_on_again(place, tmp_path):
    for site in (ONE, TWO, THREE):
        place.publish(tmp_path / "out", site)
    assert place.target.rollback(5).before.number == 3
    assert place.shown() == TWO
    place.target.rollback(5)
    assert place.shown() == ONE
    assert refusal(lambda: place.target.rollback(5)) == ["H373"]
    assert place.shown() == ONE
    place.publish(tmp_path / "out", THREE)
    assert place.shown() == THREE
    place.target.rollback(5)
    assert place.shown() == ONE  # what readers saw before


def test_a_file_whose_name_is_no_text_goes_along(place, tmp_path):
    odd = {"a\udcff.txt": "named in another encoding", "a\nb.txt": "two lines"}
    place.publish(tmp_path / "out", ONE | odd)
    assert place.shown() == ONE | odd
    place.publish(tmp_path / "out", TWO | odd)
    place.target.rollback(5)
    assert place.shown() == ONE | odd


def test_there_is_nothing_to_go_back_to_at_first(place, tmp_path):
    assert refusal(lambda: place.target.rollback(5)) == ["H373"]
    place.publish(tmp_path / "out", ONE)
    assert refusal(lambda: place.target.rollback(5)) == ["H373"]


def test_old_releases_are_cleared_away(place, tmp_path):
    for number in range(6):
        place.publish(tmp_path / "out", ONE | {"index.html": str(number), f"{number}.txt": "x"}, keep=2)
    left = {path.name for path in place.root.rglob("*") if path.suffix == ".json" and path.name[0] == "0"}
    assert len(left) == 2
    place.target.rollback(2)
    assert place.shown()["index.html"] == "4"
    assert refusal(lambda: place.target.rollback(2)) == ["H373"]


def test_a_damaged_record_stops_with_its_name(place, tmp_path):
    place.publish(tmp_path / "out", ONE)
    for path in place.root.rglob("*.json"):
        path.write_text('{"format": 1, "files": {"../x": ""}, "carried": []}', encoding="utf-8")
    assert refusal(lambda: place.publish(tmp_path / "out", TWO)) == ["H372"]
    assert place.shown() == ONE


def test_a_file_that_changes_in_the_meantime_stops_everything(place, shipped, tmp_path):
    if type(place.target).__name__ == "Rsync":
        pytest.skip("rsync reads the files itself")
    place.publish(tmp_path / "out", ONE)
    shipment = shipped(tmp_path / "out", TWO)
    (tmp_path / "out" / "index.html").write_text("half", encoding="utf-8")
    assert refusal(lambda: place.target.publish(shipment, 5)) == ["H374"]
    assert place.shown() == ONE


def test_what_is_written_after_to(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert isinstance(target_of("out/site", str), Folder)
    assert isinstance(target_of("C:/site", str), Folder)
    assert type(target_of("memory://site", str)).__name__ == "Objects"
    assert refusal(lambda: target_of("nothing://site", str)) == ["H377"]
    assert refusal(lambda: target_of("ftp://127.0.0.1:1/site", str)) == ["H375"]
    monkeypatch.setenv("PATH", "")
    assert refusal(lambda: target_of("www.example.org:/srv/news", str)) == ["H377"]
    assert refusal(lambda: target_of("rsync://example.org/news", str)) == ["H377"]
