"""A page that stays although its neighbours are others: what it says of them, and nothing else, is brought up."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from i18n.publish import Neighbours, page_files, with_neighbours


@pytest.mark.parametrize("name", ["preview", "online"])
def test_it_is_the_page_that_would_be_made_where_no_neighbour_comes(name, request):
    example = request.getfixturevalue(name)
    press = example.press()
    for localized in example.localized:
        leaf = example.leaf(localized)
        others = map(twice, example.table.listing(localized.locale))
        for before, after in product([leaf.neighbours, *others], repeat=2):
            page, wanted = (made(press, replace(leaf, neighbours=near)) for near in (before, fewer(after, before)))
            assert with_neighbours(press, page, leaf.edition, after) == wanted


def twice(edition):
    """The same bulletin on both sides."""
    return Neighbours(edition, edition)


def fewer(after: Neighbours, before: Neighbours) -> Neighbours:
    """No neighbour stands where there was none."""
    return Neighbours(*(new if old else None for new, old in zip(after, before, strict=True)))


def made(press, leaf) -> bytes:
    return page_files(press, leaf)[f"{leaf.address}index.html"]
