"""Yandex, by deep-translator: the interface 1.5, for those who have a key of it."""

from __future__ import annotations

from i18n.machine.failures import NoAnswerError
from i18n.machine.library import deep_translator, through
from i18n.machine.service import Access, Ask, Languages, Service


def _languages(access: Access) -> Languages:
    try:
        found = access.session.post(f"{access.address}api/v1.5/tr.json/getLangs", data={"key": access.key}).json()
        targets: dict[str, list[str]] = {}
        for pair in found["dirs"]:
            source, _, target = pair.partition("-")
            targets.setdefault(source, []).append(target)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise NoAnswerError("its list of languages cannot be read") from error
    return Languages(targets, targets)


def _open(access: Access, source: str, target: str) -> Ask:
    translator = deep_translator().YandexTranslator(source="en", target="ru", api_key=access.key)
    translator.source, translator.target = source, target
    translator._base_url = f"{access.address}api/{{version}}/tr.json/{{endpoint}}"

    def ask(text: str) -> object:
        with through(access.session):
            found = translator.translate(text)
        return "".join(found) if isinstance(found, list) and all(isinstance(one, str) for one in found) else found

    return ask


YANDEX = Service(
    name="yandex",
    title="Yandex",
    address="https://translate.yandex.net/",
    most=10_000,
    unit="characters",
    rate=5,
    parallel=2,
    languages=_languages,
    open=_open,
    variable="YANDEX_API_KEY",
    needs_key=True,
    remark="only with a key of its interface 1.5; Yandex gives out no new ones",
)
