"""A project's own templates and static files, which take the place of those that come with habar, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from i18n.publish.packaged import packaged

OWN = "habar/"
"""Before a template's name: the one that comes with habar, whatever the theme has."""


@dataclass(frozen=True)
class Theme:
    """The files of a theme as values. Without any, the site looks as habar comes."""

    folder: str = ""
    """Relative to the project, for messages."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """By name, such as ``bulletin.html``."""
    static: Mapping[str, bytes] = field(default_factory=dict)
    """By name, such as ``habar.css``: what pages find in ``static/``."""
    style: bytes = b""
    """Rules that are added behind those of the style sheet."""

    def source(self, name: str) -> tuple[str, str] | None:
        """A template and how its file is called in messages; None where there is none."""
        if name in self.templates:
            return self.templates[name], self.shown(name)
        plain = name.removeprefix(OWN)
        file = packaged("templates", plain)
        if "/" in plain or not file.is_file():
            return None
        return file.read_text(encoding="utf-8"), self.shown(name)

    def shown(self, name: str) -> str:
        """How a template's file is called in messages."""
        return f"{self.folder}/{name}" if name in self.templates else f"templates/{name.removeprefix(OWN)}"

    def sources(self, name: str) -> Iterator[tuple[str, str]]:
        """What stands for a template: the theme's own, then habar's where that is used, too."""
        if name in self.templates:
            yield self.templates[name], self.shown(name)
        if name not in self.templates or any(f"{OWN}{name}" in text for text in self.templates.values()):
            own = self.source(OWN + name)
            if own:
                yield own


PLAIN = Theme()
"""No theme: as habar comes."""


def strangers(theme: Theme) -> list[str]:
    """Templates of a theme that stand for none of habar's, and that no other one of the theme names."""
    return [
        name
        for name in theme.templates
        if PLAIN.source(name) is None
        and not any(name in text for other, text in theme.templates.items() if other != name)
    ]
