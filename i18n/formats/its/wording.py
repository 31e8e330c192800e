"""What a parser finds wrong with an XML document, in the words of the person who must mend it."""

from __future__ import annotations

import re

_WORDS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"Maximum entity amplification", "its entities grow to many times the size of the file"),
        (r"Detected an entity reference loop|Entity '(.+)' .*loop", "an entity is defined by itself"),
        (r"Excessive depth in document: (\d+)", r"elements are nested more than \1 deep"),
        (r".*Text node too long|.*(?:huge|Huge|HUGE)", "a single text, tag or comment is too long"),
        (r"Name too long", "a name is too long"),
        (r"Invalid bytes in character encoding|.*not proper UTF-8", "a byte stands for nothing in the file's encoding"),
        (r"Unsupported encoding:? (.+)", r"its first line names the encoding “\1”, which is not known"),
        (r"Premature end of data in tag (\S+) line (\d+)", r"the file ends, but <\1> of line \2 has no end tag"),
        (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", r"<\1> of line \2 is ended by </\3>"),
        (r"Extra content at the end of the document", "something stands behind the end of the document"),
        (r"Start tag expected|Document is empty", "there is no element in it"),
        (r"xmlParseEntityRef: no name|EntityRef: expecting ';'", "an & stands alone; as text it is &amp;"),
        (r"StartTag: invalid element name", "a < stands alone; as text it is &lt;"),
        (r"Unescaped '<' not allowed in attributes values", "a < stands in an attribute; there it is &lt;"),
        (r"Entity '(.+)' not defined", r"the entity “\1” is not defined"),
        (r"Attribute references external entity '(.+)'", r"an attribute refers to “\1”, an entity in another file"),
        (r"Namespace prefix (\S+) (?:for (\S+) )?on (\S+) is not defined", r"the prefix “\1” is not declared, at <\3>"),
        (r"Attribute (\S+) redefined", r"the attribute “\1” stands twice in one tag"),
        (r"Namespaced Attribute (\S+) in '(.+)' redefined", r"the attribute “\1” stands twice in one tag"),
        (r"(?:PCDATA )?[Ii]nvalid [Cc]har(?: value|acter:? Char) (\w+)", r"XML does not allow the character \1"),
        (r"xmlParseCharRef: invalid xmlChar value (\d+)", r"XML does not allow the character \1"),
        (r"XML declaration allowed only at the start", "the line <?xml ...?> is not the very first thing in the file"),
        (r"CData section not finished", "a CDATA section has no ]]>"),
        (r"Double hyphen within comment", "there is a -- in a comment"),
        (r"Comment not terminated", "a comment has no -->"),
        (r"AttValue: \" or ' expected", "the value of an attribute stands in no quotation marks"),
        (r"attributes construct error|Couldn't find end of Start Tag (\S+)", "a tag is not spelled right"),
    )
)  # fmt: skip


def plainly(message: str) -> str:
    """A message of libxml2 in plain words; as it is where none are known, without its position."""
    message = re.sub(r"(?:, line \d+, column \d+.*|\n.*)", "", message, flags=re.DOTALL)
    return next((found.expand(words) for pattern, words in _WORDS if (found := pattern.match(message))), message)
