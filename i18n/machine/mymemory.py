"""MyMemory: a public memory with machine translation, by deep-translator."""

from __future__ import annotations

import html
import re

from i18n.machine.failures import BusyError, NoAnswerError, RefusedError
from i18n.machine.library import deep_translator, through
from i18n.machine.service import Access, Ask, Languages, Service

_NOTICE = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT|PLEASE SELECT TWO DISTINCT LANGUAGES"
    r"|INVALID (?:EMAIL|LANGUAGE|SOURCE|TARGET)|NO QUERY SPECIFIED|IS AN INVALID (?:SOURCE|TARGET) LANGUAGE"
)
"""What stands in the place of a translation, with a status of success."""
_USUAL = {"en": "en-GB", "pt": "pt-PT", "zh": "zh-CN", "fr": "fr-FR", "es": "es-ES", "de": "de-DE", "ar": "ar-SA"}


def _languages(_access: Access) -> Languages:
    library = deep_translator()
    codes = (
        library.MyMemoryTranslator(source="english", target="russian").get_supported_languages(as_dict=True).values()
    )
    first: dict[str, str] = {}
    for code in sorted(codes):
        first.setdefault(code.partition("-")[0], code)
    return Languages(codes, codes, first | {tag: code for tag, code in _USUAL.items() if code in codes})


def _open(access: Access, source: str, target: str) -> Ask:
    translator = deep_translator().MyMemoryTranslator(source=source, target=target, email=access.settings.email)
    translator._base_url = f"{access.address}get"  # the library's own is not encrypted

    def ask(text: str) -> object:
        with through(access.session):
            found = translator.translate(text)
        _look_behind(access, found)
        return html.unescape(found) if isinstance(found, str) else found  # it spells ' as &#39;

    return ask


def _look_behind(access: Access, found: object) -> None:
    """Finds the failures that it tells in an answer which looks like a success.

    :raises BusyError: :raises RefusedError: :raises NoAnswerError: see ``failures``.
    """
    answer = access.session.last.json() if access.session.last else {}
    status = str(answer.get("responseStatus", 200))
    if answer.get("quotaFinished") is True or (isinstance(found, str) and "MYMEMORY WARNING" in found):
        raise RefusedError("its quota for today is used up")
    if status == "429":
        raise BusyError("it answered with status 429", crowded=True)
    if status == "403":
        raise RefusedError("it answered with status 403")
    if status != "200" or (isinstance(found, str) and _NOTICE.search(found)):
        raise NoAnswerError("it answered with a notice in the place of a translation")


MYMEMORY = Service(
    name="mymemory",
    title="MyMemory",
    address="https://api.mymemory.translated.net/",
    most=499,
    unit="bytes",
    rate=2,
    parallel=2,
    languages=_languages,
    open=_open,
    remark="what is sent may be seen by others; it takes 5,000 characters a day, and more with an e-mail address",
)
