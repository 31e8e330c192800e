"""The door to where the site lives: a folder, a server that rsync reaches, or a store of objects (fsspec).

Whatever the target is, three things hold. Readers see the old site or the new one: the switch is one step, or where
a store knows no such step, pages come after what they lead to, and deletions come last. Nothing is deleted or written
over that was not put there by habar. And what was there before can be put back.
"""

from i18n.delivery.changes import Changes, changes
from i18n.delivery.folder import Folder
from i18n.delivery.release import KEPT, Outcome, Release, Shipment, staying
from i18n.delivery.targets import Target, target_of, unlock

__all__ = [
    "KEPT",
    "Changes",
    "Folder",
    "Outcome",
    "Release",
    "Shipment",
    "Target",
    "changes",
    "staying",
    "target_of",
    "unlock",
]
