"""Proper names by their sound: what they are called in other scripts, and whether two of them are one name.

Pure tables and rules: letters and kana to sounds, Japanese names to their readings, places by their names in four
languages, and the words with capitals that are no names.
"""

from __future__ import annotations
