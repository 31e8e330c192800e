"""Which paragraph of a Word file is the title, which one the date, and how the others are marked for the converter."""

from __future__ import annotations

from datetime import date

from lxml import etree

from i18n.formats.dateline import line_of
from i18n.formats.docx.found import Found
from i18n.formats.docx.made import Made, add, w
from i18n.formats.record import dates, words
from i18n.formats.record import title as titles
from i18n.formats.source import Source
from i18n.model import Remark

QUOTE = "HabarQuote"
_DEEPEST_LIST = 4
_LOWEST_HEADING = 6
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def give(paragraphs: list[Made], source: Source, found: Found) -> date | None:
    """Marks every paragraph as what it is. Returns the day of the date line.

    :raises HabarError: H111 for a date line with a day that does not exist.
    """
    title = _title(paragraphs, source, found)
    day = _date(paragraphs, title, source, found)
    levels = sorted({made.heading for made in paragraphs if made is not title and made.heading is not None})
    for made in paragraphs:
        properties = add(made.element, "pPr")
        made.element.insert(0, properties)
        if made is title:
            made.role = "title"
            _style(made, properties, 1)
        elif made.heading is not None:
            _style(made, properties, 2 + levels.index(made.heading))
        elif made.quote:
            add(properties, "pStyle", val=QUOTE)
        _label(made, properties)
        add(made.element, "bookmarkStart", id=str(made.serial), name=f"p{made.serial}")
        made.element.insert(1, made.element[-1])
    return day


def _title(paragraphs: list[Made], source: Source, found: Found) -> Made | None:
    """By its style, else by its look: in bold type, in the middle of the line, above the first sentence."""
    own = [made for made in paragraphs if made.role != "note"]
    styled = {level: next((made for made in own if made.heading == level), None) for level in (0, 1)}
    above = _above_text([made for made in own if made.top], source)
    heading = styled[1] if styled[1] in above else None
    title = styled[0] or heading or _by_look(above) or styled[1]
    for made in above[: above.index(title)] if title in above else ():
        if message := titles.question(made.text, source):
            found.remarks.append(Remark("H115", found.place(made.number), message))
    return title


def _above_text(paragraphs: list[Made], source: Source) -> list[Made]:
    """The paragraphs above the first sentence, without date lines."""
    found: list[Made] = []
    for made in paragraphs:
        if _day_line(made, source):
            continue
        if made.label or not titles.is_title_like(made.text.strip()):
            break
        found.append(made)
    return found


def _by_look(paragraphs: list[Made]) -> Made | None:
    """The name of an office stands above many titles, in the same type; in capitals, mostly."""
    found = [made for made in paragraphs if made.bold and made.centred]
    others = (made for made in found if not (made.text.isupper() or words.is_one("sites", made.text)))
    return next(others, found[0] if found else None)


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
    return line_of(made.text, made.number or 0, source.locale, source.path)


def _style(made: Made, properties: etree._Element, level: int) -> None:
    """A heading. That all of it is bold goes without saying."""
    add(properties, "pStyle", val=f"Heading{min(level, _LOWEST_HEADING)}")
    for bold in list(made.element.iter(w("b"))) if made.bold else ():
        bold.getparent().remove(bold)


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
