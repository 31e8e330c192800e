"""The glossary of a ministry: for each concept and language the preferred form, the allowed and the forbidden ones.

It is a CSV file with a row for each concept. A column that has a language tag for its name holds the forms of it,
``preferred | allowed | !forbidden``; ``kind``, ``note`` and ``source``, where a term was found, are about the concept;
any other column is kept as it is.
"""

from __future__ import annotations

from i18n.glossary.faults import faults
from i18n.glossary.joining import Difference, joined
from i18n.glossary.model import KIND, NOTE, SOURCE, Concept, Glossary, Term
from i18n.glossary.table import forms, load, parse, render, spelled

__all__ = [
    "KIND",
    "NOTE",
    "SOURCE",
    "Concept",
    "Difference",
    "Glossary",
    "Term",
    "faults",
    "forms",
    "joined",
    "load",
    "parse",
    "render",
    "spelled",
]
