"""Microsoft Translator (Azure), by deep-translator."""

from __future__ import annotations

from typing import Any

from i18n.machine.failures import NoAnswerError
from i18n.machine.library import deep_translator, through
from i18n.machine.service import Access, Ask, Languages, Service

_USUAL = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-TW": "zh-Hant", "sr": "sr-Latn", "mn": "mn-Cyrl", "no": "nb"}


def _languages(access: Access) -> Languages:
    """Those of the service, which tells them without a key."""
    address = f"{access.address}languages"
    try:
        found = access.session.get(address, params={"api-version": "3.0", "scope": "translation"}).json()
        codes = tuple(found["translation"])
    except (ValueError, LookupError, TypeError) as error:
        raise NoAnswerError("its list of languages cannot be read") from error
    return Languages(codes, codes, _USUAL)


def _open(access: Access, source: str, target: str) -> Ask:
    class Translator(deep_translator().MicrosoftTranslator):  # type: ignore[misc]
        def _get_supported_languages(self) -> dict[str, str]:
            """The pair that was found already: the library would ask for the list once more, at a fixed address."""
            return {source: source, target: target}

    translator: Any = Translator(source=source, target=target, api_key=access.key, region=access.settings.region)
    translator._base_url = f"{access.address}translate?api-version=3.0"

    def ask(text: str) -> object:
        with through(access.session):
            return translator.translate(text)

    return ask


MICROSOFT = Service(
    name="microsoft",
    title="Microsoft",
    address="https://api.cognitive.microsofttranslator.com/",
    most=50_000,
    unit="UTF-16 units",
    rate=5,
    parallel=4,
    languages=_languages,
    open=_open,
    variable="MICROSOFT_API_KEY",
    needs_key=True,
)
