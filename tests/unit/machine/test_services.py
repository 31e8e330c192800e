"""Each service by its own library, against a server that behaves as the service does, well and badly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from i18n import config, machine
from i18n.config import ServiceSettings
from i18n.machine.failures import BusyError, NoAnswerError, RefusedError, ServiceError
from i18n.machine.services import Door
from i18n.machine.session import Session
from tests import services
from tests.services import Services

NAMES = tuple(one.name for one in machine.SERVICES)
ENVIRONMENT = {one.variable: "secret-key" for one in machine.SERVICES if one.variable}
TEXT = "Trade & talks: [X1X] grew by 40 %, Aşgabat."
XML = "Trade &amp; talks: <c1>grew</c1> by 40 %, <k2>Aşgabat</k2>."


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def started() -> Iterator[Services]:
    with services.running() as found:
        yield found


@pytest.fixture
def server(started: Services) -> Services:
    started.calls.clear()
    started.faults, started.key, started.languages = [], "secret-key", ("en", "tk", "ru", "ja")
    return started


def door(name: str, server: Services, deadline: float = 10) -> Door:
    settings = ServiceSettings(address=server.address, deadline=deadline)
    project = config.Project(
        Path(), "habar.toml", ("en", "ru"), config.BulletinSettings("en", "sentence"), {}, {}, None
    )
    return machine.door(replace(project, services={name: settings}), name, ENVIRONMENT)


def ask(name: str, server: Services, text: str = TEXT, target: str = "ru", deadline: float = 10) -> object:
    found = door(name, server, deadline)
    access = found.access()
    languages = found.service.languages(access)
    codes = machine.pair(found.service, languages, "en", target).codes
    assert codes
    return found.service.open(access, *codes)(text)


def text_for(name: str) -> str:
    return XML if name == "deepl" else TEXT


def test_the_settings_know_the_names_of_all_services() -> None:
    assert NAMES == config.SERVICE_NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_text_comes_back_translated(name: str, server: Services) -> None:
    text = text_for(name)
    assert ask(name, server, text) == services.in_cyrillic(text)
    assert server.asked == [text]


@pytest.mark.parametrize("name", NAMES)
def test_turkmen_is_known_where_the_server_knows_it(name: str, server: Services) -> None:
    ask(name, server, text_for(name), "tk")
    call = server.calls[-1]
    said = {
        "google": call.query.get("tl"),
        "mymemory": call.query.get("langpair"),
        "libretranslate": call.form.get("target"),
        "microsoft": call.query.get("to"),
        "yandex": call.form.get("lang"),
        "deepl": '"target_lang": "TK"' if b'"target_lang": "TK"' in call.body else "",
    }
    expected = {"mymemory": "en-GB|tk-TM", "yandex": "en-tk", "deepl": '"target_lang": "TK"'}
    assert said[name] == expected.get(name, "tk")


@pytest.mark.parametrize("name", NAMES)
def test_neither_text_nor_key_stands_in_an_address_where_that_can_be_helped(name: str, server: Services) -> None:
    ask(name, server, text_for(name))
    call = server.calls[-1]
    assert "secret-key" not in str(call.query)
    if name not in ("google", "mymemory"):
        assert "Trade" not in str(call.query)


STATUSES = [
    (429, BusyError),
    (500, BusyError),
    (503, BusyError),
    (403, RefusedError),
    (401, RefusedError),
    (404, RefusedError),
    (456, RefusedError),
    (400, NoAnswerError),
    (413, NoAnswerError),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("code", "kind"), STATUSES)
def test_a_status_is_told_as_it_is(name: str, code: int, kind: type[ServiceError], server: Services) -> None:
    server.faults = [services.status(code, "told\x1b[31m secret-key")]
    with pytest.raises(ServiceError) as caught:
        ask(name, server, text_for(name))
    assert type(caught.value) is kind
    hidden = "secret-key" if name in ("google", "mymemory") else "…"
    assert caught.value.message == f"it answered with status {code}: told [31m {hidden}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["7", "Sun, 06 Nov 1994 08:49:44 GMT"])
def test_how_long_it_wants_to_be_left_alone(name: str, value: str, server: Services) -> None:
    headers = {"Retry-After": value, "Date": "Sun, 06 Nov 1994 08:49:37 GMT"}

    def fault(handler: services._Handler) -> None:
        handler.send_response_only(429)
        for header, text in {**headers, "Content-Length": "0"}.items():
            handler.send_header(header, text)
        handler.end_headers()

    server.faults = [fault]
    with pytest.raises(BusyError) as caught:
        ask(name, server, text_for(name))
    assert caught.value.wait == 7


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (services.silent(8), BusyError),
        (services.slow(0.05, 160), BusyError),
        (services.cut_off, BusyError),
        (services.hung_up, BusyError),
        (services.redirected("http://127.0.0.1:9/"), RefusedError),
    ],
    ids=["silent", "slow", "cut off", "hung up", "redirected"],
)
def test_a_connection_that_fails(name: str, fault: services.Fault, kind: type[ServiceError], server: Services) -> None:
    server.faults = [fault]
    begin = time.monotonic()
    with pytest.raises(ServiceError) as caught:
        ask(name, server, text_for(name), deadline=0.3 if kind is BusyError else 10)
    assert type(caught.value) is kind
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "fault",
    [services.page(), services.body([]), services.body({}), services.body(5), services.body({"responseData": None})],
    ids=["page", "list", "empty", "number", "null"],
)
def test_what_is_no_answer_of_the_service(name: str, fault: services.Fault, server: Services) -> None:
    server.faults = [fault]
    try:
        assert ask(name, server, text_for(name)) is None
    except NoAnswerError as error:
        assert "Sign in" not in error.message


def test_the_time_of_the_whole_call_counts_and_not_that_of_each_read(server: Services) -> None:
    server.faults = [services.slow(1.9, 3)]
    begin = time.monotonic()
    with pytest.raises(BusyError, match="no answer within 2 seconds"):
        Session(2).get(f"{server.address}m", params={"q": "Text"})
    assert time.monotonic() - begin < 3.5  # a read that waits two seconds more ends after 3.9


def test_nothing_that_listens(server: Services) -> None:
    found = door("google", replace(server, address="http://127.0.0.1:9/"))
    with pytest.raises(BusyError, match="it cannot be reached"):
        found.service.open(found.access(), "en", "ru")("Text")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"responseData": {"translatedText": "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."}, "responseStatus": 200}, RefusedError),
        ({"responseData": {"translatedText": "x"}, "quotaFinished": True, "responseStatus": 200}, RefusedError),
        ({"responseData": {"translatedText": "x"}, "responseStatus": "429"}, BusyError),
        ({"responseData": {"translatedText": "INVALID EMAIL PROVIDED"}, "responseStatus": "403"}, RefusedError),
        ({"responseData": {"translatedText": "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"}, "responseStatus": 200}, NoAnswerError),
        ({"responseData": {"translatedText": None}, "responseStatus": 200, "matches": []}, NoAnswerError),
    ],
)  # fmt: skip
def test_notices_of_mymemory_are_no_translations(answer: object, kind: type[ServiceError], server: Services) -> None:
    server.faults = [services.body(answer)]
    with pytest.raises(ServiceError) as caught:
        ask("mymemory", server)
    assert type(caught.value) is kind


def test_mymemory_spells_some_signs_as_entities(server: Services) -> None:
    server.faults = [services.body({"responseData": {"translatedText": "&quot;Туркменгаз&quot; &amp; Ко&#39;"}, "responseStatus": 200})]  # fmt: skip
    assert ask("mymemory", server) == '"Туркменгаз" & Ко\''


def test_a_wrong_key(server: Services) -> None:
    server.key = "another"
    for name in ("libretranslate", "microsoft", "deepl"):
        with pytest.raises(RefusedError) as caught:
            ask(name, server, text_for(name))
        assert "secret-key" not in str(caught.value)


def test_what_is_missing_is_told() -> None:
    place = config.Project(Path(), "habar.toml", ("en",), config.BulletinSettings("en", "sentence"), {}, {}, None)
    told = {name: machine.door(place, name, {}).lacking for name in NAMES}
    assert told == {
        "google": None,
        "mymemory": None,
        "libretranslate": "there is no address: set address under [services.libretranslate]",
        "microsoft": "there is no key: set the environment variable MICROSOFT_API_KEY",
        "yandex": "there is no key: set the environment variable YANDEX_API_KEY",
        "deepl": "there is no key: set the environment variable DEEPL_API_KEY",
    }


def test_a_package_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, server: Services) -> None:
    monkeypatch.setattr("i18n.machine.services.find_spec", lambda _name: None)
    assert door("deepl", server).lacking == "the package deepl is not installed: install habar[deepl]"


def test_a_language_that_is_missing_is_told(server: Services) -> None:
    server.languages = ("en", "ru")
    found = door("libretranslate", server)
    languages = machine.languages(found)
    assert not isinstance(languages, str)
    assert machine.pair(found.service, languages, "en", "ru").codes == ("en", "ru")
    missing = machine.pair(found.service, languages, "en", "tk")
    assert (missing.codes, missing.reason) == (None, "LibreTranslate does not translate from “en” into “tk”")


def test_a_server_that_is_not_what_it_is_taken_for(server: Services) -> None:
    found = door("libretranslate", replace(server, address=server.address + "nothing/"))
    assert machine.languages(found) == "it answered with status 404"


def test_the_library_goes_on_as_usual_for_others(server: Services) -> None:
    ask("google", server)
    from deep_translator import GoogleTranslator

    translator = GoogleTranslator(source="en", target="ru")
    translator._base_url = f"{server.address}m"
    assert translator.translate("Text") == "Тект"
