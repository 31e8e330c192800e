"""From what a person writes after ``--to`` to the target that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from i18n.delivery.folder import Folder
from i18n.delivery.release import Outcome, Shipment

_HOST = re.compile(r"(\w[\w.\-]*@)?(\w[\w.\-]+|\[[0-9a-fA-F:]+\]):")
"""How rsync names a host. A single letter is a drive."""


class Target(Protocol):
    """Where a site lives."""

    shown: str
    """How it is called in messages."""

    def publish(self, shipment: Shipment, keep: int) -> Outcome: ...

    def rollback(self, keep: int) -> Outcome: ...


def target_of(address: str, waiting: Callable[[str], object]) -> Target:
    """A folder, ``host:folder`` or ``rsync://…`` for rsync, any other address with ``://`` for fsspec.

    :param waiting: told who else publishes to a folder.
    :raises HabarError: H377, what is needed for it is not installed.
    """
    if address.startswith("rsync://") or (_HOST.match(address) and "://" not in address):
        from i18n.delivery.rsync import Rsync

        return Rsync(address)
    if "://" in address:
        from i18n.delivery.objects import Objects

        return Objects(address)
    return Folder(Path(address), waiting)


def unlock(target: Target) -> None:
    """Takes away the lock that an interrupted run left behind. Only stores need it: other locks end by themselves."""
    release = getattr(target, "unlock", None)
    if release:
        release()
