"""Translations on their way to other tools and back, whatever the format of the file.

Pure: a catalog becomes a ``TransFile``, and one that came back is taken into the catalog unit by unit. What a person
wrote is never lost on the way. How the files are spelled is in ``exchange``.
"""

from i18n.interchange.incoming import Received, receive
from i18n.interchange.memory import MemoryUnit, joined_units, memory_units, spelled_texts
from i18n.interchange.outgoing import digest, numbered, trans_file, unit_id
from i18n.interchange.suggestion import SUGGESTED, Answers, Asked, Suggester, Suggestion, filled, missing
from i18n.interchange.units import MOST_CHARACTERS, MOST_CODES, State, TransFile, TransUnit

__all__ = [
    "MOST_CHARACTERS",
    "MOST_CODES",
    "SUGGESTED",
    "Answers",
    "Asked",
    "MemoryUnit",
    "Received",
    "State",
    "Suggester",
    "Suggestion",
    "TransFile",
    "TransUnit",
    "digest",
    "filled",
    "joined_units",
    "memory_units",
    "missing",
    "numbered",
    "receive",
    "spelled_texts",
    "trans_file",
    "unit_id",
]
