"""``habar translate``: suggestions for what is not translated yet, from the places where they may come from."""

from __future__ import annotations

from collections.abc import Sequence

from i18n.config import Project
from i18n.interchange import Suggester
from i18n.model import LocaleTag
from i18n.workflow import extract
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.reading import collecting
from i18n.workflow.suggesting import Suggestions, fill


def run(
    project: Project,
    ids: Sequence[str],
    locale: LocaleTag,
    suggesters: Sequence[Suggester],
    *,
    dry: bool = False,
    track: Track = silent,
) -> Suggestions:
    """Suggests translations into ``locale`` for the named bulletins. What has a translation is never touched.

    :param suggesters: in the order in which they are asked.
    :param dry: write nothing.
    :raises HabarError: H507 or H523, the project does not have a bulletin or the language.
    """
    done = Suggestions()
    for made in extract.extractions(project, ids, locale, done.problems, track, "Translating"):
        with collecting(done.problems):
            filled = fill(project, made, locale, suggesters, dry=dry)
            done.filled.append(filled)
            done.problems += filled.problems
    return done
