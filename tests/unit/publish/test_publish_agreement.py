"""One table is behind all files: they agree, and a fault that is planted in any one of them is found."""

from __future__ import annotations

import pytest

from tests.unit.publish.agreement import complaints

BASE = "https://news.example.org/mfa/"
TALKS = "2024/01/23/turkmenistan-japan-ministers/"
RU, EN = f"ru/{TALKS}", f"en/{TALKS}"


def test_all_files_agree(online):
    assert complaints(online.files(), online.site.base_url) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (f"{RU}index.html", '<html lang="ru"', '<html lang="en"'),
        (f"{RU}index.html", f'hreflang="ja" href="{BASE}ja/', f'hreflang="ja" href="{BASE}tk/'),
        (f"{RU}index.html", f'<link rel="alternate" hreflang="ja" href="{BASE}ja/{TALKS}">\n', ""),
        (f"{RU}index.html", f'hreflang="x-default" href="{BASE}en/', f'hreflang="x-default" href="{BASE}ru/'),
        (f"{RU}index.html", f'rel="canonical" href="{BASE}ru/', f'rel="canonical" href="{BASE}en/'),
        (f"{RU}index.html", f'href="../../../../../ja/{TALKS}" lang="ja"', 'href="../../../../../ja/" lang="ja"'),
        (f"{RU}index.html", f'og:url" content="{BASE}ru/', f'og:url" content="{BASE}en/'),
        (f"{RU}index.html", '<meta property="og:locale:alternate" content="ja_JP">\n', ""),
        (f"{RU}index.html", '"inLanguage":"ru"', '"inLanguage":"en"'),
        (f"{RU}index.html", '"headline":"О', '"headline":"X'),
        (f"{RU}index.html", f'"translationOfWork":{{"@id":"{BASE}en/', f'"translationOfWork":{{"@id":"{BASE}ja/'),
        (f"{EN}index.html", f'{{"@id":"{BASE}ja/{TALKS}#article"}}', f'{{"@id":"{BASE}ja/#article"}}'),
        (f"{RU}bulletin.xml", f'<version lang="ja" href="{BASE}ja/', f'<version lang="ja" href="{BASE}tk/'),
        (f"{RU}newsml.xml", 'xml:lang="ru" dir', 'xml:lang="en" dir'),
        (f"{RU}newsml.xml", "translationOfWork", "workTranslation"),
        (f"{RU}newsml.xml", 'guid="tag:news.example.org,2026:ru/', 'guid="tag:news.example.org,2026:en/'),
        (f"{EN}newsml.xml", f'{BASE}ja/{TALKS}newsml.xml"', f'{BASE}tk/{TALKS}newsml.xml"'),
        (f"{EN}ninjs.json", f'{BASE}ja/{TALKS}ninjs.json"', f'{BASE}tk/{TALKS}ninjs.json"'),
        (f"{EN}ninjs.json", '"language":"en"', '"language":"ru"'),
        ("sitemap-2024.xml", f'hreflang="ja" href="{BASE}ja/{TALKS}"', f'hreflang="ja" href="{BASE}ja/"'),
        ("sitemap-2024.xml", f"<loc>{BASE}ru/{TALKS}</loc>", f"<loc>{BASE}ru/</loc>"),
        ("ru/feed.atom", f'hreflang="ru" href="{BASE}ru/{TALKS}"', f'hreflang="ru" href="{BASE}en/{TALKS}"'),
        ("ru/2024/01/index.html", "23/turkmenistan-japan-ministers/", "23/turkmenistan-japan/"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(online, path, old, new):
    files = online.files()
    text = files[path].decode()
    assert old in text, path
    assert complaints(files | {path: text.replace(old, new).encode()}, online.site.base_url) != []


@pytest.mark.parametrize("path", [f"ja/{TALKS}index.html", f"ja/{TALKS}newsml.xml", "ru/2023/12/index.html"])
def test_a_file_that_is_lost_is_missed(online, path):
    files = online.files()
    del files[path]
    assert complaints(files, online.site.base_url) != []
