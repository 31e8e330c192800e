"""Markdown: CommonMark with tables, strikethrough, footnotes and front matter."""

from __future__ import annotations

from i18n.formats.markdown.compose import printed
from i18n.formats.markdown.escaping import escape
from i18n.formats.markdown.reader import read

__all__ = ["escape", "printed", "read"]
