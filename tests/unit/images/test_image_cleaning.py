"""What images tell of places, days and devices is taken out; what is to be seen stays, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.images import cleaned, exif, shape

DATA = Path(__file__).parent / "data"
TOLD = sorted((DATA / "told").iterdir())
PLAIN = sorted(path for path in DATA.iterdir() if path.is_file())
images = st.sampled_from([path.read_bytes() for path in (*TOLD, *PLAIN)])


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_nothing_is_left_that_is_not_to_be_seen(path: Path) -> None:
    """The files beside it were compared pixel by pixel, with their colour profiles, in another program."""
    data = path.read_bytes()
    assert b"Secret" in data
    assert cleaned(data) == (DATA / "cleaned" / path.name).read_bytes()
    assert b"Secret" not in cleaned(data)
    assert shape(cleaned(data)) == shape(data)


@pytest.mark.parametrize("path", [*PLAIN, *(DATA / "cleaned").iterdir()], ids=lambda path: path.name)
def test_an_image_that_tells_nothing_stays_as_it_is(path: Path) -> None:
    assert cleaned(path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp"])
def test_how_it_is_turned_and_whose_it_is_stays(name: str) -> None:
    data = (DATA / "cleaned" / name).read_bytes()
    found = data[data.index(b"MM\0*") :]
    assert exif.orientation(found) == 6
    assert exif.cleaned(found) == found[: len(exif.cleaned(found))]
    assert b"(c) Ministry" in found
    assert b"Anna Petrowa" in found


@settings(max_examples=60, deadline=None)
@given(images, st.data())
def test_a_damaged_image_is_refused_or_cleaned_for_good(data: bytes, draw: st.DataObject) -> None:
    place = draw.draw(st.integers(12, len(data) - 1))
    damaged = draw.draw(
        st.sampled_from(
            [data[:place], data[:place] + b"\xff" + data[place + 1 :], data + b"Secret", data[:place] + data]
        )
    )
    try:
        found = cleaned(damaged)
    except ValueError:
        return
    assert cleaned(found) == found


ENTRY = st.tuples(st.sampled_from([0x0112, 0x013B, 0x8298, 0x8825, 0x010F]), st.integers(0, 12), st.binary(max_size=9))


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRY, max_size=6), st.sampled_from(["big", "little"]), st.binary(max_size=30))
def test_exif_that_was_cleaned_stays_as_it_is(entries, order, behind) -> None:
    lines = b"".join(
        tag.to_bytes(2, order) + kind.to_bytes(2, order) + value[:4].ljust(4, b"\0") + value[4:8].ljust(4, b"\0")
        for tag, kind, value in entries
    )
    head = (b"MM\0*" if order == "big" else b"II*\0") + (8).to_bytes(4, order) + len(entries).to_bytes(2, order)
    once = exif.cleaned(head + lines + behind)
    assert exif.cleaned(once) == once
    assert exif.orientation(once) == exif.orientation(head + lines + behind)


def test_many_segments_take_no_time() -> None:
    data = b"\xff\xd8" + b"\xff\xfe\0\x06abcd" * 200_000 + (DATA / "small.jpg").read_bytes()[2:]
    assert cleaned(data) == (DATA / "small.jpg").read_bytes()
