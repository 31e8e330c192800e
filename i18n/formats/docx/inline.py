"""The running text of one paragraph, run by run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from i18n.formats.docx.fields import is_harmless
from i18n.formats.docx.made import add, w
from i18n.formats.docx.parts import attribute, child, name_of, texts

if TYPE_CHECKING:
    from i18n.formats.docx.story import Story

_THROUGH = frozenset(("w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:bdo", "w:dir"))
_SWITCHES = ("b", "i", "strike")
_SPACES = {"w:tab": "tab", "w:ptab": "tab", "w:noBreakHyphen": "noBreakHyphen", "w:softHyphen": "softHyphen"}
_PICTURES = frozenset(("w:drawing", "w:pict", "w:object"))
_SILENT = frozenset(
    "w:pPr w:rPr w:del w:moveFrom w:delText w:delInstrText w:bookmarkStart w:bookmarkEnd w:proofErr "
    "w:lastRenderedPageBreak w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef w:footnoteRef "
    "w:endnoteRef w:separator w:continuationSeparator w:permStart w:permEnd w:moveFromRangeStart w:moveFromRangeEnd "
    "w:moveToRangeStart w:moveToRangeEnd w:smartTagPr w:customXmlPr w:sdtPr w:sdtEndPr".split()
)  # fmt: skip


class Inline:
    """Takes the content of one paragraph over into ``out``, which has a paragraph."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._reading = story.reading
        self._properties = etree.Element("none")
        self._link = 0
        self._look: tuple[int, str, tuple[str, ...]] = (0, "", ())
        self._run_made: etree._Element | None = None
        self.out = etree.Element(w("p"))
        self.has_text = False
        self.all_bold = True

    def paragraph(self, source: etree._Element) -> None:
        """The runs of a paragraph; more than once where the ends of paragraphs were deleted."""
        properties = child(source, "w:pPr")
        if properties is not None:
            self._properties = properties
        self.take(source)

    def take(self, source: etree._Element) -> None:
        """Everything in an element that may hold runs."""
        for element in source:
            name = name_of(element)
            if name == "w:r":
                self._run(element)
            elif name in _THROUGH:
                self.take(element)
            elif name == "w:hyperlink":
                self._hyperlink(element)
            elif name == "w:fldSimple":
                self._simple_field(element)
            elif name == "w:sdt":
                content = child(element, "w:sdtContent")
                if content is not None and not self._reading.refuses_control(element):
                    self.take(content)
            elif name == "mc:AlternateContent":
                chosen = self._reading.alternative(element)
                if chosen is not None:
                    self.take(chosen)
            elif name in ("m:oMath", "m:oMathPara"):
                self._reading.found.miss("formula", texts(element), self._number(element))
            elif name not in _SILENT:
                self._reading.unknown(element)

    def _hyperlink(self, element: etree._Element) -> None:
        target = self._reading.target(attribute(element, "r:id"))
        around = self._link
        if target is not None:
            self._link = self._to(target.name, element) or around
        self._reading.found.leave(attribute(element, "w:tooltip"), self._number(element), "tooltip of a link")
        self.take(element)
        self._link = around

    def _simple_field(self, element: etree._Element) -> None:
        fields, around = self._story.fields, self._link
        fields.mark("begin")
        fields.instruct(attribute(element, "w:instr"))
        begun = fields.mark("separate")
        if begun and begun.address:
            self._link = self._to(begun.address, element) or around
        self.take(element)
        fields.mark("end")
        self._link = around

    def _to(self, address: str, element: etree._Element) -> int:
        """The number of a link; 0 for one that no page may have."""
        if not is_harmless(address):
            self._reading.found.leave(address, self._number(element), "link that is no web address")
            return 0
        return self._reading.link(address)

    # Runs ---------------------------------------------------------------------------------------

    def _run(self, element: etree._Element) -> None:
        reading, properties = self._reading, child(element, "w:rPr")
        if reading.styles.run_is("w:vanish", properties, self._properties):
            reading.found.leave(texts(element), self._number(element), "hidden text")
            self._instructions(element)
            return
        out = self._new_run(properties)
        bold = reading.styles.run_is("w:b", properties, self._properties)
        before = self.has_text
        self.has_text = False
        self._run_content(element, out)
        if self.has_text and not bold:
            self.all_bold = False
        self.has_text = self.has_text or before

    def _new_run(self, properties: etree._Element | None) -> etree._Element:
        """The run that text goes into: that of the text before, where it looks the same."""
        address = self._story.fields.address
        link = self._reading.link(address) if address else self._link
        raised = attribute(child(properties, "w:vertAlign"), "w:val")
        switches = tuple(one for one in _SWITCHES if self._reading.styles.run_is(f"w:{one}", properties))
        look = (link, raised if raised in ("superscript", "subscript") else "", switches)
        if self._run_made is None or look != self._look:
            self._look, self._run_made = look, self._made(*look)
        return self._run_made

    def _made(self, link: int, raised: str, switches: tuple[str, ...]) -> etree._Element:
        around = add(self.out, "hyperlink") if link else self.out
        if link:
            around.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", f"link{link}")
        run = add(around, "r")
        properties = add(run, "rPr") if raised or switches else run
        for switch in switches:
            add(properties, switch)
        if raised:
            add(properties, "vertAlign", val=raised)
        return run

    def _run_content(self, source: etree._Element, out: etree._Element) -> None:
        for element in source:
            name = name_of(element)
            if name == "w:t":
                self._text(element, out)
            elif name in ("w:instrText", "w:fldChar"):
                self._field(element)
            elif name in _SPACES:
                add(out, _SPACES[name])
            elif name in ("w:br", "w:cr"):
                if attribute(element, "w:type") in ("", "textWrapping"):
                    add(out, "br")
            elif name == "w:sym":
                self._symbol(element, out)
            elif name in _PICTURES:
                self._story.boxes += self._reading.picture(element)
            elif name == "mc:AlternateContent":
                chosen = self._reading.alternative(element)
                if chosen is not None:
                    self._run_content(chosen, out)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                self._note(element, out)
            elif name == "w:ruby":
                self._ruby(element, out)
            elif name not in _SILENT:
                self._reading.unknown(element)

    def _text(self, element: etree._Element, out: etree._Element) -> None:
        text = " ".join((element.text or "").split("\n"))
        dropped = self._story.fields.dropped
        if dropped:
            self._reading.found.leave(text, self._number(element), dropped)
        elif text:
            add(out, "t", text).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            self.has_text = self.has_text or bool(text.strip())
        for one in element:
            self._reading.unknown(one)

    def _field(self, element: etree._Element) -> None:
        if name_of(element) == "w:instrText":
            self._story.fields.instruct(element.text or "")
            return
        begun = self._story.fields.mark(attribute(element, "w:fldCharType"))
        if begun and begun.address and not is_harmless(begun.address):
            self._reading.found.leave(begun.address, self._number(element), "link that is no web address")

    def _instructions(self, element: etree._Element) -> None:
        """The borders of fields count in hidden text, too."""
        for one in element:
            if name_of(one) in ("w:instrText", "w:fldChar"):
                self._field(one)

    def _symbol(self, element: etree._Element, out: etree._Element) -> None:
        """A character of a font of symbols. One that is a letter of Unicode needs no font."""
        code = attribute(element, "w:char")
        try:
            letter = chr(int(code, 16)) if len(code) < 7 else ""
        except ValueError:
            letter = ""
        if "\uf000" <= letter <= "\uf0ff":
            add(out, "sym", font=attribute(element, "w:font"), char=code)
            self.has_text = True
        elif letter.isprintable() and letter:
            add(out, "t", letter)
            self.has_text = True

    def _ruby(self, element: etree._Element, out: etree._Element) -> None:
        reading = child(element, "w:rt")
        if reading is not None:
            self._reading.found.leave(texts(reading), self._number(element), "ruby")
        base = child(element, "w:rubyBase")
        for run in () if base is None else base:
            self._run_content(run, out)

    def _note(self, element: etree._Element, out: etree._Element) -> None:
        kind = name_of(element)[2:].removesuffix("Reference")
        if number := self._reading.note(kind, attribute(element, "w:id"), self._number(element)):
            add(out, "footnoteReference", id=str(number))
            self.has_text = True

    def _number(self, element: etree._Element) -> int | None:
        return self._reading.number(element)
