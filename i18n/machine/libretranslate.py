"""LibreTranslate: a server that a ministry can run itself, by deep-translator."""

from __future__ import annotations

from i18n.machine.failures import NoAnswerError
from i18n.machine.library import deep_translator, through
from i18n.machine.service import Access, Ask, Languages, Service


def _languages(access: Access) -> Languages:
    """Those of the server: the library's own list lacks Turkmen, and a server may have models for it."""
    try:
        found = access.session.get(f"{access.address}languages").json()
        targets = {one["code"]: tuple(one.get("targets", ())) for one in found}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise NoAnswerError("its list of languages cannot be read: is it LibreTranslate?") from error
    return Languages(targets, targets, {"zh": "zh-Hans" if "zh-Hans" in targets else "zh"})


def _open(access: Access, source: str, target: str) -> Ask:
    library = deep_translator()
    translator = library.LibreTranslator(source="en", target="ru", api_key="none", custom_url=access.address)
    translator.source, translator.target = source, target
    translator.api_key = access.key  # the library wants one where the server does not

    def ask(text: str) -> object:
        with through(access.session):
            return translator.translate(text)

    return ask


LIBRETRANSLATE = Service(
    name="libretranslate",
    title="LibreTranslate",
    address=None,
    most=None,
    unit="characters",
    rate=10,
    parallel=4,
    languages=_languages,
    open=_open,
    variable="LIBRE_API_KEY",
)
