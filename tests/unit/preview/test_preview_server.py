"""The preview's server: for this machine alone, and open pages are told what happens."""

from __future__ import annotations

import http.client
import json
import socket
import time
from pathlib import Path

import pytest

from i18n.preview import Fault, Preview


@pytest.fixture
def preview(tmp_path: Path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_text("<head></head><body>x</body>")
    (tmp_path / "a.css").write_text("p{}")
    with Preview(tmp_path, 0) as server:
        yield server


def ask(preview: Preview, path: str, method: str = "GET", **headers: str):
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=5)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer, answer.read()


def test_pages_come_with_the_script_and_other_files_as_they_are(preview: Preview) -> None:
    answer, page = ask(preview, "/en/")
    assert (answer.status, answer.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert b'<script src="/.habar/reload.js?1" defer></script></head>' in page
    assert ask(preview, "/a.css")[1] == b"p{}"
    answer, script = ask(preview, "/.habar/reload.js?1")
    assert answer.getheader("Content-Type") == "text/javascript; charset=utf-8"
    assert b"EventSource" in script


def test_a_folder_without_its_slash_is_sent_on_within_this_host(preview: Preview) -> None:
    answer, _ = ask(preview, "/en")
    assert (answer.status, answer.getheader("Location")) == (301, "/en/")


def test_what_is_not_there_says_so_in_the_site_s_own_words(preview: Preview, tmp_path: Path) -> None:
    answer, page = ask(preview, "/x")
    assert (answer.status, b"<h1>404</h1>" in page) == (404, True)
    (tmp_path / "404.html").write_text("<head></head>Ours")
    answer, page = ask(preview, "/x")
    assert (answer.status, b"Ours" in page) == (404, True)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
def test_other_names_of_this_machine_get_nothing(preview: Preview, host: str) -> None:
    for path in ("/en/", "/.habar/events", "/.habar/reload.js"):
        answer, page = ask(preview, path, Host=host.format(port=preview.port))
        assert (answer.status, b"<body>" in page) == (421, False)
    assert ask(preview, "/en/", Host=f"localhost:{preview.port}")[0].status == 200


def test_nothing_can_be_sent_to_it(preview: Preview) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert ask(preview, "/en/", method)[0].status == 501
    answer, page = ask(preview, "/en/", "HEAD")
    assert (answer.status, page, int(answer.getheader("Content-Length") or 0) > 20) == (200, b"", True)


def test_it_listens_on_this_machine_alone(preview: Preview) -> None:
    assert preview.address == f"http://127.0.0.1:{preview.port}/"
    with socket.socket() as other:
        other.settimeout(2)
        with pytest.raises(OSError):
            other.connect(("127.0.0.2", preview.port))


def test_open_pages_are_told_of_newer_ones_and_of_faults(preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=5)
    connection.request("GET", "/.habar/events")
    stream = connection.getresponse()

    def told() -> dict[str, object]:
        while not (line := stream.readline()).startswith(b"data: "):
            pass
        return json.loads(line[6:])

    assert told() == {"number": 1, "faults": []}
    preview.news.tell([Fault("a.po:3", "H234", "“</script>”", "mend it")], newer=False)
    assert told() == {"number": 1, "faults": [["a.po:3", "H234", "“</script>”", "mend it"]]}
    preview.news.tell([], newer=True)
    assert told() == {"number": 2, "faults": []}


def test_its_end_waits_for_no_open_page(tmp_path: Path) -> None:
    server = Preview(tmp_path, 0)
    with server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        connection.request("GET", "/.habar/events")
        stream = connection.getresponse()
        begin = time.monotonic()
    assert time.monotonic() - begin < 5
    while stream.readline():
        pass


def test_a_port_that_is_taken_is_an_error(preview: Preview, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Preview(tmp_path, preview.port)
