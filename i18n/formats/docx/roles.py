"""Which paragraph of a Word file is the title, which one the date, and how the others are marked for the converter."""

from __future__ import annotations

from datetime import date

from lxml import etree

from i18n.formats.docx.found import Found
from i18n.formats.docx.made import Made, add, w
from i18n.formats.record import dates
from i18n.formats.record import title as titles
from i18n.formats.record.lines import Line
from i18n.formats.source import Source

QUOTE = "HabarQuote"
_DEEPEST_LIST = 4
_LOWEST_HEADING = 6
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def give(paragraphs: list[Made], source: Source, found: Found) -> date | None:
    """Marks every paragraph as what it is. Returns the day of the date line.

    :raises HabarError: H111 for a date line with a day that does not exist.
    """
    title = _title(paragraphs, source)
    day = _date(paragraphs, title, source, found)
    demoted = title is not None and title.heading != 1
    for made in paragraphs:
        properties = add(made.element, "pPr")
        made.element.insert(0, properties)
        if made is title:
            made.role = "title"
            add(properties, "pStyle", val="Heading1")
        elif made.heading is not None:
            level = max(made.heading, 1) + (demoted or made.heading == 0)
            add(properties, "pStyle", val=f"Heading{min(level, _LOWEST_HEADING)}")
        elif made.quote:
            add(properties, "pStyle", val=QUOTE)
        _label(made, properties)
        add(made.element, "bookmarkStart", id=str(made.serial), name=f"p{made.serial}")
        made.element.insert(1, made.element[-1])
    return day


def _title(paragraphs: list[Made], source: Source) -> Made | None:
    """By its style, else a first paragraph that looks like one: in bold type, in the middle of the line."""
    for level in (0, 1):
        for made in paragraphs:
            if made.heading == level and made.role != "note":
                return made
    for made in paragraphs:
        if made.top and not _day_line(made, source):
            looks = made.bold and made.centred and titles.is_title_like(made.text.strip())
            return made if looks else None
    return None


def _date(paragraphs: list[Made], title: Made | None, source: Source, found: Found) -> date | None:
    """Above the title, or at once behind it."""
    top = [made for made in paragraphs if made.top]
    behind = top.index(title) + 1 if title in top else 0
    for made in top[: behind + 1]:
        line = None if made is title or made.label else _day_line(made, source)
        if line:
            made.role = "date"
            for beside in (made.text[: line.start], made.text[line.end :]):
                found.leave(beside, made.number, "date line")
            return line.day
    return None


def _day_line(made: Made, source: Source) -> dates.DateLine | None:
    text = made.text
    line = Line(0, len(text), made.number or 0, text, 0)
    return dates.date_line(line, source.locale, None, source.path)


def _label(made: Made, properties: etree._Element) -> None:
    """Bullets and plain numbers make a list. Any other label, and that of a heading, becomes text."""
    label = made.label
    if label is None:
        return
    styled = made.heading is not None or made.role == "title"
    if label.kind == "text" or (styled and label.kind == "number"):
        text = label.text or f"{label.number}."
        run = etree.Element(w("r"))
        add(run, "t", f"{text} ").set(_SPACE, "preserve")
        made.element.insert(1, run)
        made.text = f"{text} {made.text}"
    elif not styled:
        numbering = add(properties, "numPr")
        add(numbering, "ilvl", val=str(min(made.level, _DEEPEST_LIST)))
        add(numbering, "numId", val="1" if label.kind == "bullet" else "2")
