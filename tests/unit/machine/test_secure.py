"""Encrypted connections: they keep to the deadline as others do, and a wrong certificate ends them."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.machine.failures import BusyError, RefusedError
from i18n.machine.session import Session
from tests import services
from tests.services import Services


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine with its key, signed by itself."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    path = tmp_path_factory.mktemp("certificate") / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(path), "-out", str(path) + ".crt"]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


@pytest.fixture
def server(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with services.running(context) as found:
        yield found


def test_an_answer_comes_through(server: Services, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", f"{certificate}.crt")
    session = Session(5)
    for _ in range(2):
        assert "Тект" in session.get(f"{server.address}m", params={"q": "Text"}).text


def test_a_slow_server_is_not_waited_for(server: Services, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", f"{certificate}.crt")
    server.faults = [services.slow(0.05, 60)]
    begin = time.monotonic()
    with pytest.raises(BusyError, match=r"no answer within 0\.5 seconds"):
        Session(0.5).get(f"{server.address}m", params={"q": "Text"})
    assert time.monotonic() - begin < 2


def test_a_certificate_that_nobody_vouches_for_ends_it(server: Services) -> None:
    with pytest.raises(RefusedError, match="its certificate is not valid"):
        Session(5).get(f"{server.address}m", params={"q": "Text"})
    assert server.calls == []
