"""The lines around a message: what stands after ``#``, ``#.``, ``#:`` and ``#,``.

White space is what gettext takes for it, the six characters of ASCII: a no-break space is a letter here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from i18n.patterns import late

WHITE = " \t\r\n\f\v"

_REFERENCE = late(rf"(?:\u2068[^\u2069]*\u2069|[^{WHITE}\u2068])+|\u2068[^{WHITE}]*")
_FLAG = late(rf"range:[^,]*|[^{WHITE},]+")
_BLANKS = late(rf"[{WHITE}]+")
_LINE_NUMBER = late(r":[0-9]+\Z")
_LINE_END = late(r"\r\n|\r|\n")
_LAST_BACKSLASH = late(r"\\ *\Z")
_KINDS = {".": "extracted", ":": "references", ",": "flags", "!": "flags", "=": "other"}


def kind_of(comment: str) -> str:
    """What a comment line is, from its text after ``#``: the name of a field of ``Entry``, or ``other``.

    ``#=`` is the line of sticky flags of newer gettext; it is kept, and means nothing here.
    """
    return _KINDS.get(comment[:1], "comments")


def body_of(comment: str) -> str:
    """The text of a comment line without its mark, the one blank that usually follows, and a guarding blank."""
    text = comment.removesuffix("\r")
    body = (text if kind_of(text) == "comments" else text[1:]).removeprefix(" ")
    return body.removesuffix(" ") if _LAST_BACKSLASH.search(body) else body


def references_of(bodies: Iterable[str]) -> tuple[str, ...]:
    """The references of ``#:`` lines. A name with blanks stands between U+2068 and U+2069, as gettext has it."""
    found = (match[0] for body in bodies for match in _REFERENCE.finditer(body))
    return tuple(reference.replace("\u2068", "").replace("\u2069", "") for reference in found)


def flags_of(bodies: Iterable[str]) -> tuple[str, ...]:
    """The flags of ``#,`` lines, each once, in their order. ``range: 0..9`` is one flag."""
    found = (_BLANKS.sub(" ", match[0]).strip(" ") for body in bodies for match in _FLAG.finditer(body))
    return tuple(dict.fromkeys(found))


def comment_lines(mark: str, texts: Sequence[str]) -> str:
    """Lines that begin with the mark, one for each line of the texts."""
    if not texts:
        return ""
    whole = "\n".join(texts)
    if "\r" in whole:
        whole = _LINE_END.sub("\n", whole)
    if "\\" in whole:
        whole = "\n".join(map(_guarded, whole.split("\n")))
    if "\n\n" in f"\n{whole}\n":  # a line is blank
        return "".join([f"{mark} {line}\n" if line else f"{mark}\n" for line in whole.split("\n")])
    body = whole.replace("\n", f"\n{mark} ")
    return f"{mark} {body}\n"


def reference_line(references: Iterable[str]) -> str:
    """All references in one ``#:`` line, as ``msgcat --no-wrap`` has it; nothing where there are none."""
    spelled = " ".join(map(_reference, references))
    return f"#: {_guarded(spelled)}\n" if spelled else ""


def flag_line(flags: Iterable[str]) -> str:
    """All flags in one ``#,`` line; nothing where there are none."""
    spelled = ", ".join(flags)
    return f"#, {_guarded(spelled)}\n" if spelled else ""


def _guarded(line: str) -> str:
    """The line with a blank after a last backslash, which would join the next line to it."""
    return f"{line} " if line.endswith(("\\", " ")) and _LAST_BACKSLASH.search(line) else line


def _reference(reference: str) -> str:
    if " " not in reference and reference.isprintable():  # nearly always
        return reference
    if not _BLANKS.search(reference):
        return reference
    name = _LINE_END.sub(" ", reference)
    number = _LINE_NUMBER.search(name)
    end = number.start() if number else len(name)
    return f"\u2068{name[:end]}\u2069{name[end:]}"
