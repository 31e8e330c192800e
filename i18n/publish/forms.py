"""Templates rendered once and filled many times (Jinja2's door).

Most of a page is the same for every bulletin of one language and state. So a template is rendered with
marks in place of the values that differ, and the result, a form, is filled by Python's own formatting.
A page costs microseconds, and its markup still stands in a template and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from i18n.model import LocaleTag, Place, Typography
from i18n.problems import HabarError, problem
from i18n.publish.theme import Theme
from i18n.publish.words import Translate

if TYPE_CHECKING:
    from jinja2 import Environment

_MARK = "\0"
"""Bounds a slot's name. No PO file and no setting can hold it, so nothing printed can pass for a slot."""


def slot(name: str) -> str:
    """What a template gets in place of a value that is filled in later. It can be printed, not computed with."""
    return f"{_MARK}{name}{_MARK}"


class Form:
    """A page with named holes."""

    def __init__(self, rendered: str) -> None:
        """``rendered`` is a template's output with slots in it."""
        self.rendered = rendered
        parts = rendered.replace("%", "%%").split(_MARK)
        self.names = frozenset(parts[1::2])
        parts[1::2] = [f"%({name})s" for name in parts[1::2]]
        self._pattern = "".join(parts)

    def fill(self, values: Mapping[str, str]) -> str:
        """The page. The values are printed as they are, so they are escaped before.

        :raises KeyError: a hole has no value.
        """
        return self._pattern % values


class Templates:
    """The templates, each compiled once, rendered with the words of one language."""

    def __init__(self, translators: Mapping[LocaleTag, Translate], typography: Typography, theme: Theme) -> None:
        self._translators = translators
        self._theme = theme
        self._typography = typography

    @cached_property
    def _environment(self) -> Environment:
        return _environment(self._typography, self._theme)

    def translator(self, locale: LocaleTag) -> Translate:
        """The words of one language, for what is no template."""
        return self._translators[locale]

    def render(self, name: str, locale: LocaleTag, **values: Any) -> str:
        """A template with its values, all of them escaped.

        :raises HabarError: H301, the template is wrong or asks for a value that there is not.
        """
        from markupsafe import escape

        translate = self._translators[locale]

        def words(msgid: str) -> str:
            return escape(translate(msgid))

        try:
            template = self._environment.get_template(name)
            return template.render(values, gettext=words, _=words, locale=locale)
        except Exception as error:  # a template can do anything wrong that a program can
            message = f"there is no template {error}" if isinstance(error, LookupError) else str(error)
            place = _place(error) or Place(self._theme.shown(name))
            raise HabarError(problem("H301", place, message)) from error

    def form(self, name: str, locale: LocaleTag, slots: Iterable[str], **values: Any) -> Form:
        """A template with holes named ``slots``. Values may hold slots of these names, too.

        :raises HabarError: H301, as ``render``, or the template changes a value that is not there yet.
        """
        slots = frozenset(slots)
        form = Form(self.render(name, locale, **values, **{hole: slot(hole) for hole in slots}))
        for unknown in sorted(form.names - slots):
            message = f"the template changes a value that can only be printed, into {unknown!r}"
            raise HabarError(problem("H301", Place(self._theme.shown(name)), message))
        return form


def _place(error: Exception) -> Place | None:
    """Where in a template an error arose: Jinja2 puts the templates' own lines into the traceback."""
    line = getattr(error, "lineno", None)
    if line is not None and (name := getattr(error, "filename", None)):
        return Place(name, line)
    from traceback import extract_tb

    lines = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith((".html", ".xml"))]
    return Place(lines[-1].filename, lines[-1].lineno) if lines else None


def _environment(typography: Typography, theme: Theme) -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from i18n.locales import direction, own_name
    from i18n.publish.typography import Typesetter

    def load(name: str) -> tuple[str, str, None] | None:
        return (*found, None) if (found := theme.source(name)) else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    typesetter = Typesetter(typography)
    environment.globals.update(direction=direction, own_name=own_name, tongue=tongue)
    environment.globals.update(date_line=typesetter.date_line, typeset=typesetter.text)
    environment.filters["lead"] = lead
    return environment


def tongue(language: LocaleTag, around: LocaleTag) -> str:
    """The attributes of a passage in another language than what stands around it: its name and, if it is another, its
    direction. Nothing where it is the same, or none is named.
    """
    from markupsafe import Markup

    from i18n.locales import direction

    if language in ("", around):
        return ""
    if direction(language) == direction(around):
        return Markup(' lang="{}"').format(language)
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def lead(label: str) -> str:
    """A label with the space before what it leads in to: none behind a sign that is as wide as a letter, 原文：."""
    from unicodedata import east_asian_width

    return label if label and east_asian_width(label[-1]) in "FW" else f"{label} "
