"""Laws of addresses: a link leads where it should from anywhere, and two bulletins never share a page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.publish.addresses import absolute, bulletin_path, is_of_a_time, link, page_file

IDS = st.from_regex(r"(\d{4}-\d{2}-\d{2}-)?[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
FOLDERS = st.lists(st.from_regex(r"[a-z0-9]{1,5}", fullmatch=True), max_size=5).map(
    lambda parts: "".join(part + "/" for part in parts)
)


@given(here=FOLDERS, there=FOLDERS)
def test_link_leads_to_the_page_from_a_file(here, there):
    href = link(there, here.count("/"), None)
    assert urljoin("file:///site/" + page_file(here), href) == "file:///site/" + page_file(there)


@given(here=FOLDERS, there=FOLDERS, base=st.sampled_from(["https://example.org/", "https://example.org/a/b"]))
def test_link_leads_to_the_folder_on_line(here, there, base):
    href = link(there, here.count("/"), base)
    assert urljoin(absolute(here, base), href) == absolute(there, base)


@given(first=IDS, second=IDS)
def test_two_bulletins_never_share_an_address(first, second):
    assert (bulletin_path(first) == bulletin_path(second)) == (first == second)


@pytest.mark.parametrize(
    ("bulletin", "path"),
    [
        ("2024-01-23-turkmenistan-japan-ministers", "2024/01/23/turkmenistan-japan-ministers"),
        ("about-these-pages", "about-these-pages"),
        ("2024-01-23", "2024-01-23"),
        ("2024-01-23-", "2024-01-23-"),
        ("12024-01-23-x", "12024-01-23-x"),
    ],
)
def test_path_of_a_bulletin(bulletin, path):
    assert bulletin_path(bulletin) == path


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ru/2024/", True), ("ru/2024/03/", True), ("ru/languages/2024/03/", True), ("ru/archive/undated/", True),
        ("ru/languages/undated/", True), ("ru/", False), ("ru/2024/03/01/fair/", False), ("ru/archive/", False),
        ("ru/undated/", False), ("ru/2024/03/01/", False), ("ru/2024/03/01/fair/v1/", False), ("", False),
    ],
)  # fmt: skip
def test_lists_of_a_time_are_told_from_other_pages(address: str, expected: bool) -> None:
    assert is_of_a_time(address) is expected
