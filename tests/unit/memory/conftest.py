"""A real PostgreSQL server, for the time of the tests."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from i18n import memory
from i18n.memory import Memory

PASSWORD = "Wort mit ä"


def _programs() -> Path | None:
    """The folder of Debian's newest server, or of the one in reach."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    here = shutil.which("initdb")
    return found[-1].parent if found else Path(here).parent if here else None


def _user() -> str | None:
    """Whom to run it as: PostgreSQL refuses to run as root."""
    if os.geteuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@dataclass
class Server:
    """A running server."""

    programs: Path
    folder: Path
    port: int
    user: str | None
    process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    def start(self) -> None:
        settings = ["fsync=off", f"unix_socket_directories={self.folder}", "listen_addresses=127.0.0.1"]
        more = [part for setting in settings for part in ("-c", setting)]
        command = [str(self.programs / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port), *more]
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(command, user=self.user, stdout=log, stderr=log, cwd="/")
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)
        self.process = None

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://habar@127.0.0.1:{self.port}/{database}"

    def database(self) -> str:
        """The URL of a new, empty database."""
        name = f"memory_{next(self._numbers)}"
        environment = {**os.environ, "PGPASSWORD": PASSWORD}
        subprocess.run([str(self.programs / "createdb"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "habar", name],
                       env=environment, check=True)  # fmt: skip
        return self.url(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    pytest.importorskip("pg8000")
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: no server to test with")
    folder = Path(tempfile.mkdtemp(prefix="habar-pg-"))
    try:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            server = Server(programs, folder, free.getsockname()[1], _user())
        (folder / "password").write_text(PASSWORD)
        for path in (folder, folder / "password"):
            if server.user:
                shutil.chown(path, server.user)
        command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "habar", "-E", "UTF8", "--no-sync",
                   "-A", "scram-sha-256", f"--pwfile={folder / 'password'}", "--locale=C.UTF-8"]  # fmt: skip
        subprocess.run(command, user=server.user, stdout=subprocess.DEVNULL, cwd="/", check=True)
        server.start()
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


Opening = Callable[[], Memory]


@pytest.fixture(params=["sqlite", "postgres"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opening]:
    """Opens one and the same memory again and again, as processes do: the project's own, and the team's."""
    opened: list[Memory] = []
    url = request.getfixturevalue("postgres").database() if request.param == "postgres" else ""

    def again() -> Memory:
        opened.append(memory.of_team(tmp_path, url, PASSWORD) if url else memory.of_project(tmp_path))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture
def empty(opening: Opening) -> Memory:
    return opening()
