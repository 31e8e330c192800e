"""Every passage of a page says which language it is in, where that is not the page's."""

from __future__ import annotations

import pytest

from i18n.workflow import build, extract

HTML = """<html lang="en"><body><h1>A visit</h1>
<p>They said <span lang="fr">bonjour</span>, <span class="x">and</span> <i lang="ja">外務</i> too.</p>
<p lang="fr">Bonjour.</p>
<blockquote lang="de"><p>Guten Tag.</p></blockquote>
</body></html>
"""
MARKDOWN = """# A visit

They said <span lang="fr">bonjour</span>, <span class="x">and</span> <i lang="ja">外務</i> too.
"""
INLINE = 'They said <span lang="fr">bonjour</span>, and <i lang="ja">外務</i> too.'
VISIT = "2024-03-05-visit"
WORDS = {
    "A visit": "Визит",
    "They said <span>bonjour</span>, <span2>and</span2> <i>外務</i> too.": "Сказали <span>bonjour</span> <span2>и</span2> <i>外務</i>.",
    "Bonjour.": "Здравствуйте.",
    "Guten Tag.": "Guten Tag.",
}


def built(workplace, name: str, text: str) -> dict[str, str]:
    """The page's text in both languages."""
    workplace.write(
        "habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\n[checks]\nH237 = "off"\nH232 = "off"\n'
    )
    workplace.write(f"sources/{VISIT}{name}", text)
    extract.run(workplace.project)
    catalog = f"locales/ru/LC_MESSAGES/{VISIT}.po"
    po = workplace.read(catalog).decode()
    for msgid, msgstr in WORDS.items():
        po = po.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    workplace.write(catalog, po)
    build.run(workplace.project)
    pages = {tag: workplace.read(f"output/{tag}/2024/03/05/visit/index.html").decode() for tag in ("en", "ru")}
    return {tag: page.partition('<div class="body">\n')[2].partition("\n</div>")[0] for tag, page in pages.items()}


@pytest.mark.parametrize(("name", "text"), [(".html", HTML), (".md", MARKDOWN)])
def test_inline_passages_keep_their_language(workplace, name, text):
    made = built(workplace, name, text)
    assert INLINE in made["en"]
    assert 'Сказали <span lang="fr">bonjour</span> и\u00a0<i lang="ja">外務</i>.' in made["ru"]


def test_a_translated_block_names_no_third_language(workplace):
    made = built(workplace, ".html", HTML)
    assert '<p lang="fr" id="p2">Bonjour.</p>' in made["en"]
    assert '<p id="p2">Здравствуйте.</p>' in made["ru"]
    assert '<blockquote lang="de"><p id="p3">Guten Tag.</p>' in made["ru"]
