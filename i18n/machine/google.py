"""Google Translate: the page for mobile phones, without a key, read by deep-translator."""

from __future__ import annotations

from i18n.machine.library import deep_translator, through
from i18n.machine.service import Access, Ask, Languages, Service


def _languages(_access: Access) -> Languages:
    codes = deep_translator().GoogleTranslator().get_supported_languages(as_dict=True).values()
    usual = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "he": "iw", "jv": "jw", "nb": "no"}
    return Languages(codes, codes, usual)


def _open(access: Access, source: str, target: str) -> Ask:
    translator = deep_translator().GoogleTranslator(source=source, target=target)
    translator._base_url = f"{access.address}m"

    def ask(text: str) -> object:
        with through(access.session):
            return translator.translate(text)

    return ask


GOOGLE = Service(
    name="google",
    title="Google",
    address="https://translate.google.com/",
    most=4_999,
    unit="characters",
    rate=2,
    parallel=2,
    languages=_languages,
    open=_open,
    remark="a public page, not an interface: it may stop answering at any time",
)
