"""Sites of a few files, and the kinds of targets: each publishes the same way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from i18n.delivery import Folder, Shipment, Target
from i18n.delivery.objects import Objects
from i18n.delivery.rsync import Rsync

Site = dict[str, str]


def shipped(folder: Path, site: Site, *withdrawn: str) -> Shipment:
    """The site as files in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in site.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    digests = {name: sha256(text.encode()).hexdigest() for name, text in site.items()}
    return Shipment(folder, digests, withdrawn)


@dataclass
class Place:
    """A target and what is there."""

    target: Target
    root: Path

    def publish(self, folder: Path, site: Site, keep: int = 5, withdrawn: tuple[str, ...] = ()):
        return self.target.publish(shipped(folder, site, *withdrawn), keep)

    @property
    def live(self) -> Path:
        """What the web server serves."""
        return self.root

    def shown(self) -> Site:
        """What readers see."""
        found: Site = {}
        for place, folders, names in os.walk(self.live):
            folders[:] = [name for name in folders if not name.startswith(".habar")]
            for name in names:
                path = Path(place, name)
                found[path.relative_to(self.live).as_posix()] = path.read_text(encoding="utf-8")
        return found

    def put(self, name: str, text: str) -> None:
        """Somebody else puts a file there."""
        path = self.live / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Linked(Place):
    """One with a link to the release that is live."""

    @property
    def live(self) -> Path:
        return self.root / "current"

    def releases(self) -> list[str]:
        return sorted(path.name for path in (self.root / "releases").iterdir() if path.is_dir())


@pytest.fixture(name="shipped")
def _shipped() -> Callable[..., Shipment]:
    return shipped


@pytest.fixture
def folder(tmp_path: Path) -> Linked:
    root = tmp_path / "srv" / "news"
    return Linked(Folder(root), root)


@pytest.fixture
def server(tmp_path: Path) -> Linked:
    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed")
    root = tmp_path / "srv"
    return Linked(Rsync(str(root)), root)


@pytest.fixture
def store(tmp_path: Path) -> Place:
    root = tmp_path / "bucket" / "news"
    return Place(Objects(root.as_uri()), root)


@pytest.fixture(params=["folder", "server", "store"])
def place(request: pytest.FixtureRequest) -> Place:
    return request.getfixturevalue(request.param)
