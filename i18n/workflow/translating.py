"""``habar translate``: suggestions for what is not translated yet, from the places where they may come from."""

from __future__ import annotations

from collections.abc import Sequence

from i18n.config import Project
from i18n.interchange import Suggester
from i18n.model import LocaleTag
from i18n.problems import problem
from i18n.workflow import bulletins, extract, rules, terms
from i18n.workflow.bulletins import Track, collecting, silent
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
    bulletins.languages(project, locale)
    done = Suggestions()
    own, glossary = rules.load(project), terms.base(project, done.problems)
    sources, problems = bulletins.chosen(project, ids)
    done.problems += problems
    for document in bulletins.documents(project, sources, done.problems, track, "Translating"):
        if document.locale == locale:
            message = f"it was written in “{locale}”: there is nothing to translate"
            done.problems.append(problem("H277", document.place, message))
            continue
        with collecting(done.problems):
            filled = fill(project, extract.extraction(document, own, glossary), locale, suggesters, dry=dry)
            done.filled.append(filled)
            done.problems += filled.problems
    return done
