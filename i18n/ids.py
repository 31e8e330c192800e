"""Ids of bulletins: which are valid, and which one to propose for a new bulletin.

An id becomes a part of addresses that never change. So it is plain ASCII, and short enough to be read out.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

from i18n.model import LocaleTag
from i18n.patterns import late

SITE = "site"
"""The id of the catalogs that hold the words of the page frame."""
PAGES = frozenset(("archive", "languages", "search"))
"""Pages of the site that every language has: an id without a day may not be one of these, nor a year."""
LONGEST = 120
"""Characters of an id."""

_ID = late(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_YEAR = late(r"\d{4}\Z")
_LONGEST_SLUG = 60
_LONGEST_TEXT = 400
"""Characters of a title that are looked at."""
_DIGITS = 8
_WORD = late(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_NOT_ASCII = late(r"[^a-z0-9]+")

# Machine readable travel documents, ICAO Doc 9303-3, section 6: a letter has one spelling wherever it stands. Letters
# with a sign above have lost it before they come here: that is what the standard says of ё, й, ї, ў, too.
_CYRILLIC = dict(
    zip(
        "абвгдежзиклмнопрстуфхцчшщъыэюяієґђљњћџјһәқңөұүғҗ",
        "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch ie y e iu ia "
        "i ie g d lj nj c dz j h a q n o u u g j".split(),
        strict=True,
    )
)
_LATIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
_LETTERS = str.maketrans(_CYRILLIC | {"ь": ""} | _LATIN)
# Words that tell nothing of a bulletin, in small letters without signs above or below.
_STOP_WORDS = {
    "en": "a an the of and in on at to for with by from about between as its his her",
    "tk": "we bilen hem hakynda barada baradaky boyunca ucin bu",
    "ru": "и в во на с со о об по для между из к ко от у за его ее их",
}


def of_file(path: str) -> str:
    """The id of the bulletin that a file with this name or path belongs to: its name without the last suffix.

    Whether it can be one, ``fault`` says: in ``a..b.txt`` it cannot.
    """
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] if "." in name[1:] else name


def fault(name: str) -> tuple[str, str | None] | None:
    """Why a name cannot be the id of a bulletin, and what to do where that is not plain; None for a valid id."""
    if not _ID.match(name):
        return f"{name!r} cannot be the id of a bulletin: it becomes a part of addresses", _better(name)
    if len(name) > LONGEST:
        return f"the id has {len(name)} letters, and {LONGEST} are the most", "give the file a shorter name"
    if name == SITE:
        return f"{SITE!r} is taken: the words of the page frame have this id", "give the file another name"
    if name in PAGES or _YEAR.match(name):
        return f"{name!r} is taken: a page of the site has this address", "give the file another name"
    return None


def propose(text: str, day: date | None, locale: LocaleTag) -> str:
    """The id ``YYYY-MM-DD-words-of-the-title`` for a new bulletin; without a day, the words alone.

    A text that is mostly in letters without a spelling in ASCII, as Japanese is, gives eight hexadecimal digits in
    place of words. They come from the text alone, so the same title has the same id. See ``spells``.

    :param text: the title, or the first words where there is none.
    """
    slug = _slug(text, locale) if spells(text) else ""
    if not slug or (day is None and fault(slug)):
        slug = hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:_DIGITS]
    return f"{day.isoformat()}-{slug}" if day else slug


def _better(name: str) -> str | None:
    """What to do about a name that has other letters or signs, with one that would do."""
    slug = _slug(name, "") if spells(name) else ""
    if not slug or fault(slug):
        return None
    return f"use lower-case ASCII letters, digits and hyphens, such as: {slug}"


def spells(text: str) -> bool:
    """Whether most letters of a title can be spelled in ASCII."""
    plain = _plain(text)
    spelled = sum(map(str.isascii, (letter for letter in plain.translate(_LETTERS) if letter.isalnum())))
    return 0 < sum(map(str.isalnum, plain)) * 2 <= spelled * 3


def _slug(text: str, locale: LocaleTag) -> str:
    stop = _STOP_WORDS.get(locale.partition("-")[0], "").split()
    words = _WORD.findall(_plain(text))
    telling = [word for word in words if word not in stop]
    spelled = [_NOT_ASCII.sub("", word.translate(_LETTERS)) for word in (telling if len(telling) > 1 else words)]
    slug = ""
    for word in filter(None, spelled):
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug


def _plain(text: str) -> str:
    """In small letters, without signs above and below letters, without soft hyphens and other unseen signs."""
    folded = unicodedata.normalize("NFKD", text[:_LONGEST_TEXT].casefold()).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter) not in ("Mn", "Cf"))
