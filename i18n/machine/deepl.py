"""DeepL, by its own library: deep-translator sends a kind of authentication that DeepL has ended."""

from __future__ import annotations

from typing import Any

from i18n.machine.failures import NoAnswerError, ServiceError
from i18n.machine.marks import MOST
from i18n.machine.service import Access, Ask, Languages, Service

_USUAL = {"en": "EN-GB", "pt": "PT-PT", "zh": "ZH-HANS", "zh-CN": "ZH-HANS", "zh-TW": "ZH-HANT", "no": "NB"}


def _client(access: Access) -> Any:
    import deepl
    from deepl import http_client

    http_client.max_network_retries = 0  # who asks decides when to ask again
    own = None if access.address == DEEPL.address else access.address.rstrip("/")  # None: by the kind of the key
    client = deepl.DeepLClient(access.key, server_url=own, send_platform_info=False)
    client._client._session = access.session
    return client


def _said(error: Exception) -> ServiceError:
    """What the session said, under what the library made of it."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ServiceError):
        cause = cause.__cause__
    return cause if isinstance(cause, ServiceError) else NoAnswerError("its answer is not what was expected")


def _languages(access: Access) -> Languages:
    import deepl

    client = _client(access)
    try:
        sources = [one.code for one in client.get_source_languages()]
        targets = [one.code for one in client.get_target_languages()]
    except (deepl.DeepLException, LookupError, TypeError) as error:
        raise _said(error) from error
    return Languages(sources, targets, _USUAL)


def _open(access: Access, source: str, target: str) -> Ask:
    import deepl

    client = _client(access)

    def ask(text: str) -> object:
        try:
            found = client.translate_text(
                text,
                source_lang=source,
                target_lang=target,
                tag_handling="xml",
                outline_detection=False,
                ignore_tags=[f"k{number}" for number in range(1, MOST + 1) if f"<k{number}>" in text],
            )
        except (deepl.DeepLException, LookupError, TypeError) as error:
            raise _said(error) from error
        return found.text

    return ask


DEEPL = Service(
    name="deepl",
    title="DeepL",
    address="https://api.deepl.com/",
    most=120_000,
    unit="bytes",
    rate=5,
    parallel=4,
    languages=_languages,
    open=_open,
    variable="DEEPL_API_KEY",
    needs_key=True,
    package="deepl",
    marks="xml",
)
