"""What a release changes for readers, told by the addresses of its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from i18n.delivery.release import Release

_PAGE = "index.html"
_VERSION = re.compile(r"(.*/)v\d+/\Z")


@dataclass(frozen=True, slots=True)
class Changes:
    """Addresses of pages, from the root of the site, sorted."""

    new: tuple[str, ...] = ()
    """Bulletins that can be read for the first time."""
    corrected: tuple[str, ...] = ()
    """Bulletins of which there is a version more."""
    withdrawn: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    """Bulletins that were withdrawn and can be read again."""
    gone: tuple[str, ...] = ()
    """Pages whose address leads nowhere now."""
    other: int = 0
    """Other pages with other bytes than before."""


def changes(before: Release | None, now: Release) -> Changes:
    """What readers see that they did not see before."""
    old, new = _pages(before), _pages(now)
    versions = {address for address in new if address not in old and _VERSION.match(address)}
    corrected = {_VERSION.sub(r"\1", address) for address in versions} & old.keys()
    was, is_ = set(before.withdrawn if before else ()), set(now.withdrawn)
    fresh = {address for address in new.keys() - old.keys() - versions if f"{address}bulletin.xml" in now.files}
    withdrawn = is_ - was
    back = (was - is_) & new.keys()
    told = fresh | corrected | withdrawn | back | versions
    return Changes(
        new=tuple(sorted(fresh - withdrawn)),
        corrected=tuple(sorted(corrected - withdrawn)),
        withdrawn=tuple(sorted(withdrawn)),
        back=tuple(sorted(back)),
        gone=tuple(sorted(old.keys() - new.keys())),
        other=sum(old.get(address) != digest and address not in told for address, digest in new.items()),
    )


def _pages(release: Release | None) -> dict[str, str]:
    """The digest of every page by its address."""
    files = release.files.items() if release else ()
    return {name.removesuffix(_PAGE): digest for name, digest in files if name.rpartition("/")[2] == _PAGE}
