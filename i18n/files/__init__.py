"""The door to the file system: bounded reading, and writing that is whole or not at all.

A write goes to a temporary file in the same folder, is flushed to the disk and then renamed, and
happens only when the bytes differ. A temporary file is called ``.<name>.<process>.tmp``; one that a
killed process left behind is removed when its folder is next written to.
"""

from i18n.files.batch import Batch
from i18n.files.commit import Commit, Staged
from i18n.files.folders import GRAIN, NO_LOOK, Look, look, seen, stamp, unchanged
from i18n.files.journal import flush, is_inside, recovered
from i18n.files.lock import locked
from i18n.files.reading import MAX_BYTES, beginning, digest, folders, names, pieces, read_bytes, read_if_there, there
from i18n.files.recording import ANOTHER, Record, Seen, Stamp, fingerprint, recording
from i18n.files.staging import sync_folder
from i18n.files.writing import StaleError, append, copy, remove, write

__all__ = [
    "ANOTHER",
    "GRAIN",
    "MAX_BYTES",
    "NO_LOOK",
    "Batch",
    "Commit",
    "Look",
    "Record",
    "Seen",
    "Staged",
    "StaleError",
    "Stamp",
    "append",
    "beginning",
    "copy",
    "digest",
    "fingerprint",
    "flush",
    "folders",
    "is_inside",
    "locked",
    "look",
    "names",
    "pieces",
    "read_bytes",
    "read_if_there",
    "recording",
    "recovered",
    "remove",
    "seen",
    "stamp",
    "sync_folder",
    "there",
    "unchanged",
    "write",
]
