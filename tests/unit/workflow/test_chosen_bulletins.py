"""A name that is no bulletin's: the message says which one may be meant."""

from __future__ import annotations

import pytest

from i18n.problems import HabarError
from i18n.workflow import bulletins
from tests.conftest import CARPETS, FAIR, TALKS


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (f"sources/{FAIR}.txt", FAIR),
        (f"locales/ru/LC_MESSAGES/{TALKS}.po", TALKS),
        (f"sources\\{FAIR}.txt", FAIR),
        (f"sources/{FAIR}/", FAIR),
        ("carpets", CARPETS),
        ("2024-03-03-tlaks", TALKS),
        ("2024-03", None),
        ("nothing-like-it", None),
        ("", None),
    ],
)
def test_a_name_that_is_no_bulletin_s_is_told_the_one_that_may_be_meant(ministry, name, meant):
    with pytest.raises(HabarError) as refused:
        bulletins.chosen(ministry.project, [name])
    (found,) = refused.value.problems
    way = f"is it {meant}? All ids are shown by: habar status" if meant else "see the ids with: habar status"
    assert (found.code, found.message, found.hint) == ("H507", f"there is no bulletin {name!r}", way)
