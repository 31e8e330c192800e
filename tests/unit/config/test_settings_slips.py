"""Settings that are no TOML: the message shows the line, and the way out is that of the slip."""

from __future__ import annotations

import pytest

from i18n import config
from i18n.problems import HabarError


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("zone = “+05:00”", 'write straight quotation marks: "..."'),
        ("zone = +05:00 h", "correct the line"),
        ("gate", 'write it as: name = "value"'),
        ("search = Yes", "write true or false"),
        ("theme = face", 'put the value into quotation marks: theme = "..."'),
        ('theme = "face', 'a " opens here and none closes it'),
        ("day = 25.03.2024", "write a day as: 2024-01-23"),
    ],
)
def test_a_slip_in_the_settings_is_shown_with_its_way_out(workplace, line, hint):
    workplace.write("habar.toml", f'source-locale = "en"\nlocales = ["en"]\n{line}\n')
    with pytest.raises(HabarError) as refused:
        config.find(workplace.root)
    (found,) = refused.value.problems
    said = (f"this line cannot be read: {line}", 3, hint)
    assert (found.message, found.place.line, found.hint) == said


def test_the_wrong_one_of_the_languages_is_named(workplace):
    workplace.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "tk_TM", "ru"]\n')
    with pytest.raises(HabarError, match=r"tags such as 'tk' or 'ru', and 'tk_TM' is none\Z"):
        config.find(workplace.root)
