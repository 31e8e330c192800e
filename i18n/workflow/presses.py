"""The press of a project: made from its settings, its words and its theme, or as the last build left it.

To compile words and to render templates takes longer than all the rest of a build that makes one page. So what came of
it is kept in the state, as long as everything that it was made from is the same.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from itertools import islice

from i18n import files, publish
from i18n.config import Project
from i18n.ids import SITE
from i18n.model import LocaleTag
from i18n.problems import Problem
from i18n.publish import Press
from i18n.state import Store
from i18n.workflow import searching, site, theme

_WORDS, _FORM = "words ", "form "
_MOST_FORMS = 500
"""A site has some dozens. Images in many constellations may make more."""


def new(project: Project, problems: list[Problem]) -> Press:
    """A press from the files of the project.

    :raises HabarError: its words or its theme cannot be used.
    """
    return Press(_site(project), _words(project, problems), theme.load(project, problems))


def again(project: Project, store: Store, problems: list[Problem]) -> Press:
    """The press of the last build, of which nothing has changed since.

    :raises HabarError: as ``new``.
    """
    words = {locale: b64decode(text) for locale, text in store.facts(_WORDS).items()}
    return Press(_site(project), words, theme.load(project, problems), store.facts(_FORM))


def keep(store: Store, press: Press) -> None:
    """Remembers what ``again`` needs."""
    known = store.facts(_FORM).keys()
    coming = ((shape, text) for shape, text in press.rendered.items() if shape not in known)
    for shape, text in islice(coming, max(0, _MOST_FORMS - len(known))):
        store.remember(_FORM + shape, text)
    for locale, words in press.words.items():
        store.remember(_WORDS + locale, b64encode(words).decode())


def _words(project: Project, problems: list[Problem]) -> dict[LocaleTag, bytes]:
    compiled = {locale: site.compiled(project, locale, problems) for locale in project.locales}
    for locale in project.locales:  # one that somebody deletes is to come again
        name = project.catalog(SITE, locale, "mo")
        files.read_if_there(project.root / name, name)
    return {locale: words for locale, words in compiled.items() if words}


def _site(project: Project) -> publish.Site:
    return publish.Site(
        project.publisher,
        project.locales,
        project.bulletins.locale,
        project.base_url,
        project.zone,
        project.authority,
        project.typography,
        searching.wanted(project),
    )
