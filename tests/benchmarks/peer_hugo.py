"""The same site for Hugo: one Markdown file for each page, plain templates, four languages.

    python tests/benchmarks/peer_hugo.py PROJECT FOLDER
    hugo --source FOLDER

Hugo is given what habar makes out of catalogs: finished texts. Its settings are its own defaults: it makes
the pages, the lists, their feeds and the sitemaps. ``--lean`` turns off all but what habar makes too, and
lets it write an XML file beside each page as habar does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from i18n import assemble, config, content, segment
from i18n.model import LocalizedDocument, LocalizedUnit
from i18n.workflow import bulletins

LAYOUTS = {
    "baseof.html": """<!DOCTYPE html>
<html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title><link rel="stylesheet" href="/static/site.css"></head>
<body><header><p>{{ .Site.Title }}</p><nav><ul>
{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}" lang="{{ .Language.Lang }}">{{ .Language.LanguageName }}</a></li>
{{ end }}</ul></nav></header><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "single.html": """{{ define "main" }}<article><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time></p>
<h1>{{ .Title }}</h1>{{ .Content }}</article>{{ end }}
""",
    "single.xml": """<?xml version="1.0" encoding="UTF-8"?>
<bulletin xml:lang="{{ .Site.Language.Lang }}"><title>{{ .Title }}</title><body>{{ .Content }}</body></bulletin>
""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
""",
}


LEAN = {
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"],
    "mediaTypes": {"application/xml": {"suffixes": ["xml"]}},
    "outputFormats": {"archive": {"mediaType": "application/xml", "baseName": "bulletin"}},
    "outputs": {"page": ["HTML", "archive"], "home": ["HTML"]},
}


def write(project_folder: Path, folder: Path, *, lean: bool) -> None:
    """Writes Hugo's site with the texts of a habar project."""
    project = config.find(project_folder.resolve())
    sources, _ = bulletins.listing(project)
    for file in sources.values():
        document = bulletins.read_document(project, file)
        cut = segment.cut(document)
        for locale in project.locales:
            translations = bulletins.read_translations(project, document.id, locale).texts
            _page(folder, assemble.localize(document, cut, translations, locale))
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in LAYOUTS.items():
        (layouts / name).write_text(text, encoding="utf-8")
    (folder / "hugo.json").write_text(json.dumps(_settings(project, lean), indent=1), encoding="utf-8")


def _settings(project: config.Project, lean: bool) -> dict[str, object]:
    settings: dict[str, object] = {
        "baseURL": "https://example.org/",
        "defaultContentLanguageInSubdir": True,
        "languages": {
            locale: {"languageName": locale, "title": locale, "contentDir": f"content/{locale}"}
            for locale in project.locales
        },
    }
    return settings | LEAN if lean else settings


def _page(folder: Path, localized: LocalizedDocument) -> None:
    day = localized.document.id[:10].split("-")
    path = folder / "content" / localized.locale / Path(*day) / f"{localized.document.id[11:]}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    title, *paragraphs = [_text(unit) for unit in localized.units if unit.role != "date"]
    front = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: {'-'.join(day)}\n---\n\n"
    path.write_text(front + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _text(unit: LocalizedUnit) -> str:
    return "".join(content.plain((*piece.gap, *piece.content)) for piece in unit.segments)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lean", action="store_true")
    options = parser.parse_args()
    write(options.project, options.folder, lean=options.lean)
