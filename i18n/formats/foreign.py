"""What to do about a file that is in none of the formats: most are a bulletin, or translations, in another dress."""

from __future__ import annotations

from collections.abc import Iterable

_WAYS: tuple[tuple[str, str], ...] = (
    (".doc .docm .dot .dotx .odt .rtf .wps .pages", "open it in its word processor and save it as .docx"),
    (".pdf", "ask for the file that it was made from, or copy its text into a text file (.txt)"),
    (".eml .msg .mht .mhtml", "save the text of the mail as a text file (.txt), without its head"),
    (".xls .xlsx .ods .ppt .pptx .odp", "copy its text into a Word document (.docx) or a text file (.txt)"),
    (".zip .7z .rar .gz", "unpack it, and take the files in it"),
    (".xlf .xliff .sdlxliff .mqxliff .mxliff", "translations from a CAT tool are taken in by: habar import xliff FILE"),
    (".tmx", "a memory is taken in by: habar import tmx FILE"),
    (".csv .tsv", "translations are taken in by: habar import table FILE; terms by: habar glossary import FILE"),
    (".tbx", "terms are taken in by: habar glossary import FILE"),
    (".po", "translations lie in locales/LANGUAGE/LC_MESSAGES/ID.po: put it there"),
    (".jpg .jpeg .png .webp .gif .svg .tif .bmp .heic", "put an image into the folder of its bulletin: sources/ID/"),
    (".bak .old .orig .rej .tmp .swp .part", "it is a copy: keep it elsewhere, or remove it"),
    (".db .ini .lnk .url", "it is no bulletin: remove it"),
)


def way_out(name: str, suffixes: Iterable[str]) -> str:
    """The words for the person who put such a file there.

    :param suffixes: those of the formats.
    """
    if name.endswith("~"):
        return "it is a copy that an editor left behind: remove it"
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    way = next((way for endings, way in _WAYS if suffix in endings.split()), None)
    return way or "use one of: " + ", ".join(suffixes)
