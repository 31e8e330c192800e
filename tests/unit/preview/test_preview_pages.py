"""Addresses of the preview: nothing outside its folder, nothing hidden, no list of files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n.preview.pages import content_type, from_root, target, with_reload

PARTS = st.lists(
    st.sampled_from(
        ["..", ".", "", "en", "secret", ".manifest", "index.html", "%2e%2e", "%2f", "%00", "a\\b", "c:", "out"]
    )
    | st.text(max_size=3),
    max_size=5,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("place")
    root = place / "output"
    for name in ("index.html", "en/index.html", "en/a b.pdf", ".manifest", ".staged/x.html", "empty/.keep"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (place / "secret").write_text("secret")
    (root / "out").symlink_to(place)
    (root / "loop").symlink_to("loop")
    return root


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=PARTS, quoted=st.booleans())
def test_no_address_leads_out_of_the_folder_or_to_what_is_hidden(site: Path, parts: list[str], quoted: bool) -> None:
    path = "/" + "/".join(parts)
    file = target(site, quote(path, errors="surrogatepass") if quoted else path).file
    if file is not None:
        assert file.is_relative_to(site.resolve())
        assert not any(part.startswith(".") for part in file.relative_to(site.resolve()).parts)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "index.html"),
        ("/?x=1", "index.html"),
        ("/en/", "en/index.html"),
        ("/en/index.html#text", "en/index.html"),
        ("/en/a%20b.pdf", "en/a b.pdf"),
        ("/empty/", None),
        ("/nothing", None),
        ("/.manifest", None),
        ("/.staged/x.html", None),
        ("/../secret", None),
        ("/%2e%2e/secret", None),
        ("/en/..%2f..%2fsecret", None),
        ("/out/secret", None),
        ("/loop", None),
        ("//en/", None),
        ("", "index.html"),
        ("/en/%00", None),
    ],
)
def test_files_of_addresses(site: Path, address: str, expected: str | None) -> None:
    file = target(site, address).file
    assert (str(file.relative_to(site.resolve())) if file else None) == expected


def test_a_folder_without_its_slash_is_elsewhere(site: Path) -> None:
    assert target(site, "/en?q=1").elsewhere == "/en/?q=1"
    assert target(site, "//en").elsewhere == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("a.JPG", "image/jpeg"),
        ("a.exe", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_content_types(name: str, expected: str) -> None:
    assert content_type(Path(name)) == expected


def test_the_script_and_its_policy_are_added_and_nothing_else() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'%s">'
    page = f"<head>{policy % ''}</head><body>a</body>".encode()
    wide = policy % "; script-src 'self'; connect-src 'self'"
    assert with_reload(page, 7).decode() == (
        f'<head>{wide}<script src="/.habar/reload.js?7" defer></script></head><body>a</body>'
    )
    searching = policy % "; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    assert searching.encode() in with_reload(f"<head>{searching}</head>".encode(), 1)
    assert with_reload(b"no head", 1).startswith(b"no head<script")


@pytest.mark.parametrize("base", ["", "/", "/press/news/"])
def test_the_page_for_wrong_addresses_leads_on_from_any_of_them(base: str) -> None:
    page = (
        f'<link href="{base}static/habar.css"><link href="{base}static/favicon.svg"><a href="#text">Skip</a>'
        f'<a href="{base}en/index.html">English</a><a href="https://example.org/x">Out</a>'
    )
    assert from_root(page.encode()).decode() == (
        '<link href="/static/habar.css"><link href="/static/favicon.svg"><a href="#text">Skip</a>'
        '<a href="/en/index.html">English</a><a href="https://example.org/x">Out</a>'
    )


def test_a_page_of_a_theme_without_the_style_stays_as_it_is() -> None:
    assert from_root(b'<a href="en/">English</a>') == b'<a href="en/">English</a>'
