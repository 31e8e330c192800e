"""What can be wrong, as values: every problem has a code, a place, words and a way out.

Codes are stable. H1xx: sources. H20x to H22x: catalog files. H23x to H29x: checks of
translations, and H290 to H299: approvals. H3xx: the build. H4xx: the
memory and machines. H5xx: settings and the command line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from i18n.model import Place

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for, in the words of the person who must act."""

    severity: Severity
    title: str
    """One line: what is wrong."""
    remedy: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person has to know, and usually to mend."""

    code: str
    """A key of ``RULES``."""
    severity: Severity
    place: Place
    message: str
    msgid: str | None = None
    """The source text of the entry that the problem is in."""
    hint: str | None = None
    """The way out, where it is more exact than the rule's remedy."""
    span: tuple[int, int] | None = None
    """Where it is in the translation as it is written: start and end, in characters."""
    fix: str | None = None
    """What can stand in the place of ``span`` without a person looking again: a correction that is always right."""

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code}: {self.message}"


class HabarError(Exception):
    """A file that cannot go on. Carries every problem that was found in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def problem(code: str, place: Place, message: str, *, msgid: str | None = None, hint: str | None = None) -> Problem:
    """A problem with the severity and, unless ``hint`` is given, the remedy that ``RULES`` has for its code.

    Names of files that are no text, as an archive of another system may bring them, are spelled so that they are one.
    """
    rule = RULES[code]
    place = place if place.path.isascii() else place._replace(path=_spelled(place.path))
    return Problem(code, rule.severity, place, _spelled(message), msgid, _spelled(hint or rule.remedy))


def _spelled(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error: what makes a command end with status 1."""
    return any(found.severity == "error" for found in problems)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that are errors."""
    return [found for found in problems if found.severity == "error"]


RULES: dict[str, Rule] = {
    # H1xx: sources.
    "H101": Rule("error", "the file is empty", "put the bulletin's text into it, or remove the file"),
    "H102": Rule(
        "error", "the bulletin has no title", "put the title, without a full stop, into a paragraph before the text"
    ),
    "H103": Rule("error", "the bulletin has no text", "put the text after the title, with a blank line between"),
    "H104": Rule("error", "the file is not UTF-8", "save the file as UTF-8 and run the command again"),
    "H105": Rule("error", "the file holds a NUL byte", "this is not a text file; save the text as plain text, UTF-8"),
    "H106": Rule("error", "no reader knows this kind of file", "use one of the formats that are listed"),
    "H107": Rule("error", "two sources have one id", "rename one of the files"),
    "H108": Rule("error", "the file's name cannot be an id", "use lower-case ASCII letters, digits and hyphens"),
    "H110": Rule("info", "the id says nothing of the title", "give it a better one, if you like: --id"),
    "H111": Rule("error", "the date does not exist", "correct the date line"),
    "H112": Rule("warning", "the bulletin has no date", "begin the file with its day, such as: date 2024-01-23"),
    "H113": Rule(
        "info", "a cut rests on weak evidence", "see why: habar segment explain FILE; if it is wrong, join or split it"
    ),
    "H114": Rule("info", "the record line names no day", "write the day into the record line, if you know it"),
    "H115": Rule("warning", "it is not known what a line is", "it was kept as text: delete the line if it is none"),
    "H116": Rule("warning", "the title is doubtful", "see whether this is the title; if not, put the title above it"),
    "H117": Rule(
        "info", "a divided word was put together", "put the hyphen at the beginning of the next line if it belongs"
    ),
    "H118": Rule("warning", "a folder in sources/ is not read", "move its files up into sources/ itself"),
    "H119": Rule(
        "warning", "a bulletin's settings have no bulletin", "give the file the id of its source, or remove it"
    ),
    "H120": Rule("warning", "a date of the source does not fit", "compare the date with the calendar and the heading"),
    "H121": Rule("error", "the rules file is not TOML", "correct the line that is named"),
    "H122": Rule("error", "the rules file has an unknown key", "use one of the keys that are listed"),
    "H123": Rule("error", "a value in the rules file is missing or of the wrong kind", "give the key what it asks for"),
    "H124": Rule("error", "an expression in the rules file is not valid", "correct it where the message says"),
    "H125": Rule(
        "error", "an expression in the rules file could run for too long", "give its repetitions small bounds"
    ),
    "H126": Rule("error", "an example of the rules is cut otherwise", "correct the rule or the example"),
    "H127": Rule("error", "something stands twice in the rules file", "keep one of the two"),
    "H128": Rule("error", "a rules file has the name of no language", "name it common.toml or by language: ru.toml"),
    "H129": Rule(
        "warning", "an override of the cuts fits nowhere", "copy the words anew from the source, or remove it"
    ),
    "H147": Rule("warning", "a mark or a space of the source is wrong", "correct it in the source, if it is wrong"),
    "H148": Rule("warning", "a letter of the source only looks right", "type the word anew in the source"),
    "H149": Rule("warning", "the source spells a name in two ways", "write it in one way, if it is one name"),
    "H388": Rule(
        "warning",
        "a file names another language than the one it is taken for",
        'correct it in the file; if it is right, say so: locale = "ru" in the settings of the bulletin, '
        "--source-locale ru with habar import, --from ru with habar file",
    ),
    "H391": Rule("warning", "the text is quoted as in a mail", "take the > at the beginning of its lines away"),
    # H13x: segmentation rules of other tools (SRX).
    "H131": Rule("error", "the SRX file is not XML", "save it from its tool again, or correct the line"),
    "H132": Rule("error", "the file is not SRX 1.0 or 2.0", "save the rules as SRX 2.0 in their tool"),
    "H133": Rule("error", "the SRX file is not built as SRX asks", "correct the element that is named"),
    "H134": Rule("error", "names of language rules do not fit", "let each map name one of the language rules"),
    "H135": Rule("error", "an expression in the SRX file is not valid", "correct it, or remove the rule"),
    "H136": Rule("warning", "a rule cannot be said in habar's rules", "write it by hand if you need it"),
    "H137": Rule("warning", "an expression in the SRX file could run for too long", "write the rule with small bounds"),
    "H138": Rule("error", "the SRX file is too large or has a document type", "remove what is named"),
    "H139": Rule("info", "a rule is left to habar's own rules", "nothing has to be done"),
    # H14x: rules of the Internationalization Tag Set (ITS).
    "H140": Rule("error", "the ITS version is unknown", 'write version="2.0" (or 1.0) on its:rules'),
    "H141": Rule("error", "the file is not XML", "correct the line that is named, or save it again as XML"),
    "H142": Rule("error", "an expression of an ITS rule is not valid", "correct it where the message says"),
    "H143": Rule("error", "a linked rules file cannot be used", "link a rules file beside the document, or below it"),
    "H144": Rule("error", "an ITS rule is not complete", "give the rule what it asks for"),
    "H145": Rule("error", "ITS rules could run for too long", "write the expression with fewer // and [ ], or drop it"),
    "H146": Rule("warning", "records that an ITS reference names are missing", "correct the reference or add them"),
    # H15x: Markdown.
    "H150": Rule("error", "the front matter is damaged", "correct the line, or remove what stands above the text"),
    "H151": Rule("error", "the text is nested too deeply", "take some of the quotes and lists apart"),
    "H152": Rule("error", "the text is too large", "divide the file into several bulletins"),
    # H155 to H162: word processor files.
    "H155": Rule("error", "the file is no Word file", "save it as a Word document (.docx) and run the command again"),
    "H156": Rule("error", "the Word file is too large", "take out what is named, or divide it into several bulletins"),
    "H157": Rule("error", "the Word file is damaged", "open it in the word processor and save it under a new name"),
    "H158": Rule(
        "error",
        "a tracked change is not accepted",
        "accept or reject it in the word processor; or take all of them for accepted: accept-changes = true in the "
        "bulletin's settings, --accept-changes for a single file",
    ),
    "H159": Rule("warning", "a part of the Word file cannot be taken over", "say it in words, or remove it there"),
    "H160": Rule("info", "a text box was put behind its paragraph", "see whether the text belongs there"),
    "H161": Rule("error", "what reads Word files is not installed", "install habar with its extra: habar[docx]"),
    "H162": Rule("error", "a Word file cannot be written", "give the output a name that ends in .html"),
    # H163 to H166: XML vocabularies.
    "H163": Rule("error", "the bulletin is not built as its vocabulary asks", "correct the element that is named"),
    "H164": Rule(
        "warning", "a part of the document is in another file", "put the text itself there, or extract that file too"
    ),
    # H20x to H22x: catalog files.
    "H201": Rule("error", "the catalog is empty", "take the file from version control again; only then a new one"),
    "H202": Rule("error", "the catalog is not UTF-8", "save it as UTF-8, or run: habar catalog format --convert FILE"),
    "H203": Rule("error", "the catalog holds a NUL byte", "it is damaged here: take it from version control again"),
    "H204": Rule("error", "a merge conflict was not solved", "keep one of the two versions, remove the marker lines"),
    "H205": Rule("error", "a string has no end", 'put " at its end; a " inside a string is written \\"'),
    "H206": Rule("error", "text stands outside a string", 'put it into the string; a " inside is written \\"'),
    "H207": Rule("error", "an escape is unknown", "a backslash that is meant as such is written \\\\"),
    "H208": Rule(
        "error", "a keyword is unknown", "only msgctxt, msgid, msgid_plural, msgstr are known: correct the word"
    ),
    "H209": Rule("error", "an entry is not whole", "write msgctxt (if any), msgid and msgstr, each with its string"),
    "H210": Rule("error", "the plural forms are not in order", "number them from 0: msgstr[0], msgstr[1]..."),
    "H211": Rule("error", "a message stands in the file twice", "keep the better translation, remove the other entry"),
    "H212": Rule("error", "an obsolete entry is mixed up", "begin every line of an obsolete entry with #~, else none"),
    "H213": Rule("error", "the line ends are unknown", "save the file with line ends of Unix or Windows"),
    "H220": Rule(
        "warning", "a catalog has no source", "put the source back, or give the catalog the new id of its source"
    ),
    "H221": Rule("warning", "the catalog lags behind its source", "run: habar extract"),
    "H222": Rule("warning", "a word of the page frame has no translation", "translate it; until then it is not shown"),
    "H389": Rule(
        "warning",
        "the header names another language than the folder",
        "correct the line Language: of the header; or move the file into the folder of its language",
    ),
    "H224": Rule(
        "info", "a bulletin took over the catalog of another one", "if it was renamed, remove the old catalog"
    ),
    "H223": Rule(
        "error",
        "two versions of a translation contradict each other",
        "choose one; delete the comment and fuzzy",
    ),
    # H23x to H29x: checks of translations.
    "H231": Rule("error", "the inline codes differ", "let every code of the source stand in the translation once"),
    "H232": Rule("error", "the numbers differ", "compare the numbers with the source"),
    "H233": Rule("error", "the dates differ", "compare the dates with the source"),
    "H234": Rule("warning", "a number is written in another language's way", "write it as the language does"),
    "H235": Rule("error", "the source text is not translated", "translate it, or leave the translation empty"),
    "H236": Rule("error", "words of the source were left untranslated", "translate these words"),
    "H237": Rule("error", "the translation is in another language", "put the text in the catalog's language here"),
    "H238": Rule("error", "a word mixes letters of two scripts", "type the word anew in one script"),
    "H239": Rule("error", "a letter is not one of the language", "write the word with the letters of the language"),
    "H240": Rule("error", "the page is in another language", "look into the catalog of this page"),
    "H241": Rule("warning", "only one of the two texts says no", "see what is denied in the source"),
    "H242": Rule("warning", "the text ends with another sign", "end it as the source ends"),
    "H243": Rule("warning", "a bracket or quotation mark has no partner", "add the missing one or remove it"),
    "H244": Rule("warning", "the quotation marks are not those of the language", "write the marks of the language"),
    "H245": Rule("warning", "a space is too many or missing", "correct the space"),
    "H246": Rule("warning", "a word stands twice", "remove one of the two"),
    "H247": Rule("warning", "a punctuation mark is not one of the language", "write the sign of the language"),
    "H248": Rule("error", "the times differ", "compare the times with the source"),
    "H249": Rule("error", "the days of the week differ", "compare the days of the week with the source"),
    "H250": Rule("error", "the translation is too long for its place", "shorten it: the most is set by the source"),
    "H251": Rule("error", "a character is not allowed here", "write it without that character"),
    "H252": Rule("error", "a limit of the source cannot be kept", "correct the limit in the source or in its ITS rule"),
    "H253": Rule("error", "a currency or unit of measure differs", "compare it with the source"),
    "H254": Rule("error", "an address or a placeholder differs", "copy it from the source"),
    "H255": Rule("warning", "the translation seems to be cut off", "see whether the end of the text is missing"),
    "H256": Rule("error", "the text holds damaged or invisible characters", "remove them, or type the word anew"),
    "H257": Rule("warning", "a sign was taken for one that looks like it", "type the word anew"),
    "H258": Rule("warning", "a name or an office is another", "write the name that the glossary has for it"),
    "H259": Rule("warning", "one text is translated in two ways", "choose one of the translations for both"),
    # H26x to H28x: files from and for other tools.
    "H260": Rule("error", "the file is not XML", "save it from its tool again, or correct the line"),
    "H261": Rule(
        "error", "the file is too large or holds what is not safe", "remove what is named, or divide the file"
    ),
    "H262": Rule("error", "the file is of another kind", "give the command a file of the kind that it reads"),
    "H263": Rule("error", "the file does not say what it is", "export it from its tool again, whole"),
    "H264": Rule("error", "the file is in another language", "name the language of the file, or import another file"),
    "H265": Rule("warning", "a text in the file is unknown", "nothing was taken: see whether the file belongs here"),
    "H266": Rule("warning", "the text changed while the file was away", "look at the fuzzy entries of the catalog"),
    "H267": Rule("warning", "the source text in the file is another", "compare the translation with the source"),
    "H268": Rule("warning", "a translation was emptied in the file", "if it is to go, empty it in the PO file"),
    "H269": Rule(
        "warning", "the inline codes came back damaged", "mend them in the PO file, then remove the fuzzy mark"
    ),
    "H270": Rule(
        "warning", "a text was translated in two places", "keep the better one: the other is in the entry's comments"
    ),
    "H271": Rule("warning", "a text stands in the file twice", "look at the entry in the PO file"),
    "H272": Rule("info", "texts are missing from the file", "nothing has to be done if they were not sent"),
    "H273": Rule("info", "the file has another order", "nothing has to be done"),
    "H274": Rule("error", "a text in the file is too long", "see in the tool what became of it; it was not taken"),
    "H275": Rule("warning", "a text cannot be sent to other tools", "translate it in the PO file"),
    "H276": Rule("error", "the project does not have this", "see the ids and languages with: habar status"),
    "H277": Rule("info", "a bulletin was left out", "nothing has to be done"),
    "H278": Rule("error", "the table cannot be read", "save it as CSV, UTF-8, from its program"),
    "H279": Rule(
        "error", "the glossary cannot be read", "save it as CSV in UTF-8; a cell with a comma stands in quotes"
    ),
    "H280": Rule("warning", "another glossary has another term", "put the better one first in locales/glossary.csv"),
    "H281": Rule("warning", "the source text came back untranslated", "translate it; a name is typed in the PO file"),
    "H282": Rule(
        "warning", "a row of the glossary has no term", "write it into the column of its language, or delete the row"
    ),
    "H283": Rule("warning", "two rows of the glossary are one concept", "join the two rows into one"),
    "H284": Rule(
        "error",
        "two rows of the glossary contradict each other",
        "choose one form; the other stands behind it, after | where it is allowed, after | ! where it is not",
    ),
    "H285": Rule("warning", "a column of the glossary is in no known language", "name it by its language's tag"),
    "H286": Rule("error", "a form is both right and forbidden", "delete one of the two"),
    "H287": Rule(
        "error",
        "a person has two names in one language",
        "choose one name; an accepted variant stands behind it, after |",
    ),
    "H288": Rule(
        "warning",
        "a name is spelled in two ways",
        "choose one way, and put the name into locales/glossary.csv with its variants",
    ),
    "H289": Rule("warning", "another name stands here", "compare the name with the source"),
    # H29x: approvals.
    "H290": Rule(
        "error",
        "what needs editing cannot be approved",
        "when the translation is right, clear its mark, then approve it",
    ),
    "H291": Rule("error", "what is not translated cannot be approved", "translate it, then approve it"),
    "H292": Rule("error", "a translation with an error cannot be approved", "correct it, then approve it"),
    "H293": Rule("error", "this cannot be a reviewer's name", 'write the name as people know it: --as "Aýna Meredowa"'),
    "H294": Rule("error", "no entry has this name", "give its whole source text, or its reference, such as p2.s1"),
    "H295": Rule("error", "there is nothing to approve", "run: habar extract"),
    # H3xx: the build.
    "H301": Rule("error", "a page template cannot be used", "correct the template at this line"),
    "H302": Rule("error", "the text holds a character that no page can hold", "delete the character and type it anew"),
    "H303": Rule("error", "the words of the page frame cannot be read", "correct the PO file at this line"),
    "H304": Rule("error", "the encoding of the source lacks a character", "save the source as UTF-8"),
    "H310": Rule("warning", "a file of the theme is not used", "correct its name, or take it away"),
    "H311": Rule("error", "the folder of the theme cannot be used", "put it into the project, or correct the setting"),
    "H312": Rule("error", "a former id leads to two bulletins", "take it out of the aliases of the wrong one"),
    "H313": Rule("warning", "the site has no search", "install what makes its index: pip install 'habar[search]'"),
    "H314": Rule("error", "the index of the search could not be made", "run the command again; the pages are built"),
    # H350 to H359: archives.
    "H350": Rule("error", "the archive is damaged", "take another copy of it, or export it again"),
    "H351": Rule("error", "a file is there already, and differs from the archive", "compare them; keep the right one"),
    "H352": Rule("warning", "the archive has a language more", "add it to locales if you want it, and import again"),
    "H353": Rule("warning", "a file is not in the archive", "keep it beside the archive, or make it smaller"),
    "H360": Rule("error", "an earlier version cannot be read", "take its folder back from version control"),
    "H361": Rule("error", "nothing of the bulletin is published", "change it as you like, and build the pages"),
    "H362": Rule(
        "error",
        "the source was edited before its version was kept",
        "take the old source back from version control, then give the new one with --source",
    ),
    "H363": Rule("error", "the settings of a bulletin cannot be changed by habar", "change them by hand"),
    "H364": Rule("error", "the bulletin is withdrawn, or is not", "see its settings; --undo takes a withdrawal back"),
    "H365": Rule(
        "warning", "words for readers are missing in a language", "add them to the settings of the bulletin by hand"
    ),
    "H393": Rule(
        "warning",
        "what is published in a language cannot be kept as a version",
        "to keep it, take its PO file and the settings back from version control, then run habar correct again",
    ),
    # H370 to H387: putting the site live.
    "H370": Rule("warning", "an address leads nowhere now", "bring the page back, or withdraw the bulletin instead"),
    "H371": Rule("error", "a file of somebody else is in the way", "move it away, or give another target"),
    "H372": Rule("error", "what habar noted at the target cannot be read", "take it away, and publish again"),
    "H373": Rule("error", "there is no release to go back to", "publish the site as it should be"),
    "H374": Rule("error", "a file changed while it was published", "run the command again"),
    "H375": Rule("error", "the site cannot be put there; the old one stays", "mend what the message names"),
    "H376": Rule("warning", "an old release could not be cleared away", "clear it away by hand"),
    "H377": Rule("error", "this target cannot be used", "install what it needs, such as habar[publish]"),
    "H378": Rule(
        "error",
        "somebody else publishes to this target",
        "wait until they are done; if nobody is, take the lock away with --unlock",
    ),
    "H379": Rule("error", "the built site is not whole", "run: habar compile"),
    "H380": Rule("error", "a withdrawn bulletin is live again", "put the site live as it should be: habar publish"),
    "H383": Rule("warning", "pages stay as they were", "correct the error that is named for the bulletin"),
    "H384": Rule("info", "a list is gone", "nothing is to be done; it comes back with its next bulletin"),
    "H385": Rule("error", "the system stops habar", "mend what the message names and run the command again"),
    "H386": Rule("warning", "a bulletin has another id than before", "name the former id among its aliases"),
    "H387": Rule("warning", "a page that is live stays", "correct the error that is named for the bulletin"),
    # H40x: machine translation.
    "H400": Rule("error", "the service cannot be used", "see which can, and why others cannot: habar services"),
    "H401": Rule("error", "the service is not asked any more", "mend what it says, and run the command again"),
    "H402": Rule("warning", "the service had no answer", "run the command again: what was answered is not asked again"),
    "H403": Rule("warning", "the budget is used up", "give more with --budget, or translate the rest by hand"),
    "H404": Rule("warning", "the text is too long for the service", "translate it by hand, or by another service"),
    "H405": Rule("warning", "the answer of a machine was refused", "translate the text by hand"),
    # H33x and H34x: images and attachments.
    "H330": Rule(
        "error",
        "an image has no alternative text",
        'say in a sentence what is to be seen: alt = ... in the settings, ![...] in Markdown, alt="..." in HTML',
    ),
    "H331": Rule(
        "error", "an image or attachment is missing", "put the file into the bulletin's folder, or correct its name"
    ),
    "H332": Rule(
        "error",
        "a file's name leads out of the bulletin's folder",
        "put the file into that folder, and give its name alone",
    ),
    "H333": Rule(
        "error", "an image cannot be used", "save it anew as JPEG, PNG or WebP; SVG is a program to a browser"
    ),
    "H334": Rule(
        "error", "an image is too large", "make it smaller: 2000 pixels on its longer side are enough for a page"
    ),
    "H335": Rule(
        "warning",
        "an image of another place is not shown",
        "put the file into the bulletin's folder, and name it there",
    ),
    "H336": Rule(
        "warning", "a file in a bulletin's folder is not used", "mention it as an image or attachment, or remove it"
    ),
    "H337": Rule(
        "error",
        "a file cannot be attached",
        "save it as PDF, or as one of the kinds that are listed",
    ),
    "H338": Rule(
        "warning",
        "a folder with images belongs to no bulletin",
        "give the folder the id of its bulletin",
    ),
    "H339": Rule(
        "warning",
        "an image tag in Markdown is not shown",
        "write the image as Markdown has it: !, its text in square brackets, its file in round ones",
    ),
    "H394": Rule(
        "warning",
        "an attachment tells who made it, or what was changed in it",
        "take it out in the program that made it, such as Word: File, Info, Inspect Document; or leave it, if readers"
        " may know",
    ),
    # H390: what a build remembers.
    "H390": Rule(
        "error",
        "what habar remembers of the project cannot be used",
        "make room on the disk and run the command again; the file may be deleted at any time",
    ),
    # H44x and H45x: the translation memory.
    "H440": Rule(
        "error", "the translation memory cannot be used", "see the reason; nothing is lost: all is in the PO files"
    ),
    "H441": Rule("warning", "the translation memory was damaged", "run the command again: it is made anew"),
    "H442": Rule("warning", "a memory translates one text in two ways", "both are suggested; keep the better one"),
    "H443": Rule("error", "the file cannot become a memory", "export it as TMX from its tool, with a name of its own"),
    "H444": Rule(
        "warning",
        "the team's translation memory cannot be used",
        "ask who runs the server; until then, this project's own memory is used",
    ),
    # H5xx: settings, files and the command line.
    "H501": Rule("error", "a file cannot be read", "see the reason in the message"),
    "H502": Rule("error", "a file cannot be written", "mend what the message names and run the command again"),
    "H503": Rule("error", "there is no project here", "go to the project's folder, or start one: habar init DIR"),
    "H504": Rule("error", "the settings are not valid TOML", "correct the line"),
    "H505": Rule("error", "a setting is unknown", "remove it, or correct its name"),
    "H506": Rule("error", "a setting has a wrong value", "give it a value of the kind that is named"),
    "H507": Rule("error", "no bulletin has this id", "see the ids with: habar status"),
    "H508": Rule("error", "something is in the way of a new project", "choose another folder, or an empty one"),
    "H513": Rule("error", "no language is named", "name it, such as: --to ru"),
    "H517": Rule("warning", "the text seems to be in another language", "name its language: --source-locale TAG"),
    "H518": Rule("error", "another text has this id", "take another id with --id, or correct the source: --replace"),
    "H519": Rule("error", "the file cannot be imported", "see the reason in the message"),
    "H520": Rule("error", "the bulletin's settings say something else", "correct its settings as the message says"),
    "H521": Rule(
        "warning",
        "a folder has no language of the settings",
        "add the language to locales; until then its translations are kept, unread",
    ),
    "H523": Rule("error", "the project has no such language", "name one of its languages, or add it to: locales"),
    "H526": Rule("error", "git does not do what is asked", "run the command in a folder of a git repository"),
    "H527": Rule("error", "another command is at work in the project", "wait until it has ended, or end it"),
    # H528 to H535: what a project and its translators say to the checks.
    "H528": Rule("error", "a check is silenced in a wrong way", "name the check and say why it is mistaken here"),
    "H529": Rule("error", "this check cannot be silenced", "correct the translation; remove the comment"),
    "H530": Rule("info", "a silenced check would say nothing", "remove the comment"),
    "H531": Rule("warning", "a rule of the project is not kept", "correct the translation as the rule says"),
    "H532": Rule("error", "an example of the project's rules comes out otherwise", "correct the rule or the example"),
    "H536": Rule("error", "a file that a person made would be written over", "give another name with -o"),
    "H537": Rule("error", "the catalog is in another language", "give the catalog of this language, or another --to"),
    "H538": Rule("error", "the preview cannot listen on its port", "end what listens there, or give another --port"),
}
