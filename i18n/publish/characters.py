"""Characters that no page and no XML file can hold."""

from __future__ import annotations

from i18n.patterns import late

# XML 1.0 (2.2) or HTML (13.2.3.5) forbids them, even as a reference: controls, lone surrogates, noncharacters.
_FORBIDDEN = late(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def forbidden(text: str) -> str | None:
    """The name of the first character in ``text`` that cannot be published, such as ``U+000B``."""
    # isprintable is fast and never true of a forbidden character, but false of these, which many texts have.
    ordinary = text.replace("\n", "").replace("\u00a0", "").isprintable()
    if ordinary or not (found := _FORBIDDEN.search(text)):
        return None
    return f"U+{ord(found[0]):04X}"
