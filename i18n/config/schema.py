"""Every setting there is, of a project and of one bulletin, with what it may be."""

from __future__ import annotations

from i18n.config import media, memory, outputs, pages, release, values
from i18n.config.overrides import contexts
from i18n.config.services import services
from i18n.config.typography import typography
from i18n.config.values import Check

BULLETIN: dict[str, Check] = {
    "locale": values.tag,
    "units": values.mode,
    "join": contexts,
    "split": contexts,
    "accept-changes": values.switch,
    "aliases": pages.aliases,
    "image": media.images,
    "attachment": media.attachments,
    "gate": release.gate,
    "gates": values.by_tag(release.gate),
    "together": release.together,
    "embargo": release.moment,
    "corrections": release.corrections,
    "withdrawn": release.withdrawn,
}
PROJECT: dict[str, Check] = {
    "source-locale": values.tag,
    "locales": values.tags,
    "units": values.mode,
    "gate": release.gate,
    "gates": values.by_tag(release.gate),
    "together": release.together,
    "publisher": values.by_tag(values.text),
    "translators": values.by_tag(values.person),
    "reviewers": values.by_tag(values.person),
    "base-url": values.url,
    "zone": outputs.zone,
    "tag-authority": outputs.authority,
    "its": values.paths,
    "checks": values.levels,
    "memory": memory.settings,
    "typography": typography,
    "theme": pages.theme,
    "search": values.switch,
    "services": services,
}
