"""The ZIP archive that a Word file is: opened in memory and within bounds, never unpacked to the disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from i18n.model import Place
from i18n.problems import HabarError, problem

LARGEST_PART = 16 * 1024 * 1024
"""Bytes of one part of XML. A bulletin has some hundred thousand."""
LARGEST_SUM = 32 * 1024 * 1024
"""Bytes of all parts of XML together."""
MOST_PARTS = 4000
HIGHEST_RATIO = 400
"""How much smaller than itself a part may be packed. Text packs to a tenth, tables to a hundredth."""
_SMALL = 256 * 1024
_LARGEST_LIST = 1024 * 1024
_END, _END_SIZE, _LONGEST_NOTE = b"PK\x05\x06", 22, 65535
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError)
"""What the library says of an entry that it cannot unpack."""
_SAVE_AGAIN = "open it in the word processor and save it as a Word document (.docx)"


class Package:
    """The parts of a Word file by their names."""

    def __init__(self, data: bytes, path: str) -> None:
        """:raises HabarError: H155 for what is no ZIP archive or is encrypted, H156 for what is too large."""
        self._place = Place(path)
        self._refuse_others(data)
        self._refuse_long_list(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error) as error:
            raise self._error("H155", "the archive that a Word file is cannot be opened", _SAVE_AGAIN) from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist() if not entry.is_dir()}
        self._refuse_entries()

    @property
    def names(self) -> list[str]:
        """Of all parts, sorted."""
        return sorted(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name that may be read."""
        return name in self._entries and is_text(name)

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        :raises HabarError: H157 where they are damaged.
        """
        try:
            return self._zip.read(self._entries[name])
        except _BROKEN as error:
            raise self._error("H157", f"the part {name} is damaged") from error

    def _refuse_others(self, data: bytes) -> None:
        if data.startswith(_OLE) and _ENCRYPTED in data:
            raise self._error("H155", "the file is encrypted", "save it without a password")
        if data.startswith(_OLE):
            raise self._error("H155", "this is a file of Word 97 to 2003 (.doc) under the name .docx", _SAVE_AGAIN)
        if data.startswith(b"{\\rtf"):
            raise self._error("H155", "this is an RTF file under the name .docx", _SAVE_AGAIN)
        if not data.startswith(b"PK"):
            said = "there is nothing in the file" if not data.strip() else "this is no Word file: it is no ZIP archive"
            raise self._error("H155", said, _SAVE_AGAIN)

    def _refuse_long_list(self, data: bytes) -> None:
        """The list of parts is read by the library in one go: its length counts before that."""
        tail = data[-(_END_SIZE + _LONGEST_NOTE) :]
        at = tail.rfind(_END)
        if at < 0 or len(tail) - at < _END_SIZE:
            raise self._error("H155", "the file is not whole: the end of its archive is missing", _SAVE_AGAIN)
        count, size = struct.unpack_from("<HL", tail, at + 10)
        if tail[max(at - 20, 0) : at].startswith(b"PK\x06\x07") or count > MOST_PARTS or size > _LARGEST_LIST:
            raise self._error("H156", f"the archive has more than {MOST_PARTS} parts", _SAVE_AGAIN)

    def _refuse_entries(self) -> None:
        names = [name.lower() for name in self._entries]
        if len(self._zip.infolist()) > MOST_PARTS:
            raise self._error("H156", f"the archive has more than {MOST_PARTS} parts", _SAVE_AGAIN)
        if len(set(names)) < len([entry for entry in self._zip.infolist() if not entry.is_dir()]):
            raise self._error("H155", "two parts of the archive have one name", _SAVE_AGAIN)
        texts = [entry for name, entry in self._entries.items() if is_text(name)]
        for entry in texts:
            if entry.flag_bits & 1:
                raise self._error("H155", "the file is encrypted", "save it without a password")
            packed = entry.file_size > _SMALL and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)
            if packed or entry.file_size > LARGEST_PART:
                size = f"{entry.file_size / 1024 / 1024:.0f} MiB from {entry.compress_size / 1024:.0f} KiB"
                raise self._error("H156", f"the part {entry.filename} would be {size} when it is unpacked")
        if sum(entry.file_size for entry in texts) > LARGEST_SUM:
            raise self._error("H156", f"the texts of the file are more than {LARGEST_SUM // 1024 // 1024} MiB")

    def _error(self, code: str, message: str, hint: str | None = None) -> HabarError:
        return HabarError(problem(code, self._place, message, hint=hint))


def is_text(name: str) -> bool:
    """Whether a part may hold XML that is read; pictures and fonts are not opened."""
    return name.lower().endswith((".xml", ".rels"))
