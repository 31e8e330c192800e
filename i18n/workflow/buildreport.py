"""What a build did, and what has to be said of the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from i18n.problems import Problem
from i18n.release import Withheld
from i18n.state import Results
from i18n.workflow import keeping


@dataclass(slots=True)
class BuildReport:
    """What ``compile`` did."""

    pages: int = 0
    """Bulletins that are in the site, each language counted."""
    written: int = 0
    """Files whose bytes changed."""
    removed: list[str] = field(default_factory=list)
    """Files of an earlier build that are no longer due, below ``output/``."""
    withheld: list[Withheld] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


Shown = Callable[[BuildReport], object]


def report_of(
    results: Results, written: int = 0, removed: Sequence[str] = (), problems: Sequence[Problem] = ()
) -> BuildReport:
    """What a build did, and all that is remembered to be said of the site, whenever it was found out.

    :param problems: what has to be said once.
    """
    report = BuildReport(results.pages(), written, list(removed))
    for text in results.remarks():
        found, withheld = keeping.remarks(text)
        report.problems += found
        report.withheld += withheld
    report.problems += problems
    return report
