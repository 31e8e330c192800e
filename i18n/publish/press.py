"""What all makers of outputs share: the site, its templates in every language, and the forms made of them so far."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from i18n.model import LocaleTag
from i18n.publish.alternates import Site
from i18n.publish.figures import Figures
from i18n.publish.forms import Form, Templates
from i18n.publish.pagetext import PageText
from i18n.publish.theme import PLAIN, Theme
from i18n.publish.typography import Typesetter
from i18n.publish.words import translator


class Press:
    """Prints the files of one site. It remembers forms, and nothing of a bulletin."""

    def __init__(
        self,
        site: Site,
        words: Mapping[LocaleTag, bytes],
        theme: Theme = PLAIN,
        rendered: Mapping[str, str] | None = None,
    ) -> None:
        """``words`` are the compiled words (``.mo``) by language; English where a language has none.

        :param rendered: what another press of the same site, words and theme had rendered (see there).
        """
        self.site = site
        self.words = words
        self.theme = theme
        translators = {locale: translator(words.get(locale)) for locale in site.locales}
        self.templates = Templates(translators, site.typography, theme)
        self._forms: dict[Hashable, Form] = {}
        self.rendered = dict(rendered or {})
        """The text of every form, by what ``repr`` says of its shape: for a press that prints the same site later."""
        self.typesetter = Typesetter(site.typography)
        self.texts = {
            locale: PageText(locale, _Labels(self.templates, locale), self.typesetter, Figures(self.templates, locale))
            for locale in site.locales
        }
        """By language, what makes the texts of its pages."""

    def form(self, shape: Hashable, make: Callable[[], Form]) -> Form:
        """The form of all files of one ``shape``, made when it is first needed.

        ``shape`` holds all that the form depends on, and the name of its template. Equal shapes print alike.
        """
        form = self._forms.get(shape)
        if form is None:
            form = self._forms[shape] = self._rendered(repr(shape), make)
        return form

    def _rendered(self, name: str, make: Callable[[], Form]) -> Form:
        if name in self.rendered:
            return Form(self.rendered[name])
        form = make()
        self.rendered[name] = form.rendered
        return form


class _Labels(dict[LocaleTag, Form]):
    """The mark of a passage in another language, on the pages of one language, made when it is first needed."""

    def __init__(self, templates: Templates, locale: LocaleTag) -> None:
        super().__init__()
        self._templates = templates
        self._locale = locale

    def __missing__(self, language: LocaleTag) -> Form:
        self[language] = self._templates.form("untranslated.html", self._locale, ("text",), language=language)
        return self[language]
