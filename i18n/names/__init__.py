"""Names of persons by their sound: how they are spelled in other scripts, and whether two of them are one name.

Pure tables and rules: letters and kana to sounds, Japanese names to their readings, and the words with capitals that
are no names.
"""

from __future__ import annotations
