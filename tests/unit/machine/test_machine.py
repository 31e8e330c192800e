"""A machine that is asked for suggestions: what goes out, what is written, what is refused, when it stops."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from i18n import config, glossary, machine, origin
from i18n.config import ServiceSettings
from i18n.interchange import Answers, Asked, Suggestion
from i18n.machine import Machine, Memo, Pace
from i18n.model import Code, Content, Document, Entry, Limits, Meta, Place, Unit
from i18n.problems import HabarError
from i18n.termbase import Termbase
from tests import services
from tests.services import Fault, Services

DAY = date(2026, 11, 28)
GLOSSARY = "en,ru,ja,kind\nRashid Meredov,Рашид Мередов,ラシッド・メレドフ,person\nTurkmenistan,Туркменистан,トルクメニスタン,country\n"
DOCUMENT = Document("b", Place("sources/b.txt"), "text", "en", "sentence", "", Meta(), (), ())
LINK = (Code(1, "open", "a", ()), Code(1, "close", "a", ()))


@pytest.fixture(scope="module")
def started() -> Iterator[Services]:
    with services.running() as found:
        yield found


@pytest.fixture
def server(started: Services, monkeypatch: pytest.MonkeyPatch) -> Services:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    started.calls.clear()
    started.faults, started.key, started.seconds, started.most = [], "", 0, 0
    started.translate = services.in_cyrillic
    return started


class Clock:
    """A clock on which sleeping takes no time."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(round(seconds, 3))
            self.time += seconds


def project(root: Path, server: Services, **more: object) -> config.Project:
    given = {"address": server.address, "deadline": 10, "rate": 1000, **more}
    settings = {name: ServiceSettings(**given) for name in config.SERVICE_NAMES}  # type: ignore[arg-type]
    base = config.Project(root, "habar.toml", ("en", "ru"), config.BulletinSettings("en", "sentence"), {}, {}, None)
    return replace(base, services=settings)


def a_machine(
    root: Path,
    server: Services,
    name: str = "libretranslate",
    *,
    clock: Clock | None = None,
    terms: machine.Terms = machine.Terms(DAY),
    words: str | None = None,
    **more: object,
) -> Machine:
    found = machine.door(project(root, server, **more), name, {"DEEPL_API_KEY": ""})
    clock = clock or Clock()
    base = Termbase(glossary.parse(words, "g.csv")) if words else None
    pace = Pace(found.service.rate, clock.now, clock.sleep)
    return Machine(found, Memo(root), base, terms, lambda names, _label: names, pace)


def asked(*texts: str | Content, locale: str = "ru") -> list[Asked]:
    from i18n import content

    parts = [(text,) if isinstance(text, str) else text for text in texts]
    return [
        Asked(Entry(content.render(one), place=Place("ru.po", at)), one, DOCUMENT, locale)
        for at, one in enumerate(parts, 1)
    ]


def told(answers: Answers) -> list[tuple[str, str]]:
    """The codes and messages of the problems."""
    return [(found.code, found.message) for found in answers.problems]


def texts(answers: Answers) -> dict[str, str]:
    return {msgid: found.text for (_, msgid), found in answers.suggestions.items()}


def known(**answers: str) -> Callable[[str], str]:
    """A translator that knows some texts, by their first word."""
    return lambda text: answers[text.partition(" ")[0]]


# What goes out and what is written ---------------------------------------------------------------


def test_suggestions_say_who_made_them_and_when(tmp_path: Path, server: Services) -> None:
    server.translate = known(A="5 мая 2024 года в Мары открылась ярмарка.")
    answers = a_machine(tmp_path, server).answers(asked("A fair opened in Mary on 5 May 2024."))
    text = "5 мая 2024 года в Мары открылась ярмарка."
    digest = sha256(text.encode()).hexdigest()[:12]
    comment = f"Machine translation by LibreTranslate on 2026-11-28 [{digest}]"
    assert answers == Answers({(None, "A fair opened in Mary on 5 May 2024."): Suggestion(text, comment)})
    assert origin.is_machine(Entry("x", (text,), comments=("Mine.", comment)))


def test_codes_and_addresses_are_kept_from_the_machine(tmp_path: Path, server: Services) -> None:
    server.translate = known(Read="Сначала прочтите [ Х1Х ] закон [X2X] . Пишите: [X3X].")
    source = ("Read ", LINK[0], "the law", LINK[1], " first. Write: press@mfa.gov.tm.")
    answers = a_machine(tmp_path, server).answers(asked(source))
    assert server.asked == ["Read [X1X] the law [X2X] first. Write: [X3X]."]
    assert told(answers) == []
    assert list(texts(answers).values()) == ["Сначала прочтите <a>закон</a>. Пишите: press@mfa.gov.tm."]


def test_numbers_come_in_the_way_of_the_language(tmp_path: Path, server: Services) -> None:
    server.translate = known(Trade="Товарооборот вырос до 1,234.5 тонны.")
    answers = a_machine(tmp_path, server).answers(asked("Trade grew to 1,234.5 tonnes."))
    assert told(answers) == []
    assert list(texts(answers).values()) == ["Товарооборот вырос до 1\u00a0234,5 тонны."]


NAME = "Talks with Rashid Meredov were held."


def test_a_name_that_the_machine_spells_in_its_own_way_comes_from_the_glossary(
    tmp_path: Path, server: Services
) -> None:
    server.translate = {
        NAME: "Состоялись переговоры с Рашидом Мередовом.",
        "Talks with Turkmenistan were held.": "Переговоры с Туркменистаном прошли.",
        "Minister Rashid Meredov spoke.": "Выступил министр Рашад Меридоф.",
        "Minister [X1X] spoke.": "Выступил министр [X1X].",
    }.__getitem__
    made = a_machine(tmp_path, server, words=GLOSSARY)
    answers = made.answers(asked("Talks with Turkmenistan were held.", "Minister Rashid Meredov spoke."))
    assert told(answers) == []
    assert list(texts(answers).values()) == ["Переговоры с Туркменистаном прошли.", "Выступил министр Рашид Мередов."]
    assert [found.notes for found in answers.suggestions.values()] == [
        (), ("Put in from the glossary, see to the endings: Рашид Мередов",),
    ]  # fmt: skip
    assert sorted(server.asked) == [
        "Minister Rashid Meredov spoke.", "Minister [X1X] spoke.", "Talks with Turkmenistan were held.",
    ]  # fmt: skip


def test_where_the_second_attempt_is_no_better_the_first_stands(tmp_path: Path, server: Services) -> None:
    server.translate = {"Minister Rashid Meredov spoke.": "Выступил министр Рашад Меридоф."}.get  # type: ignore[assignment]
    answers = a_machine(tmp_path, server, words=GLOSSARY).answers(asked("Minister Rashid Meredov spoke."))
    assert list(texts(answers).values()) == ["Выступил министр Рашад Меридоф."]


def test_a_text_without_words_is_not_sent(tmp_path: Path, server: Services) -> None:
    answers = a_machine(tmp_path, server).answers(asked("press@mfa.gov.tm", "2024", "A/RES/77/28"))
    assert (answers, server.asked) == (Answers(), [])


# What is refused -----------------------------------------------------------------------------------

LINKED = ("Read ", LINK[0], "the law", LINK[1], " of 12 March, see www.mfa.gov.tm.")
SENT = "Read [X1X] the law [X2X] of 12 March, see [X3X]."
REFUSED = {
    "Прочтите [X1X] закон от 12 марта, см. [X3X].": "it lost the inline code </a>",
    "Прочтите [X1X] закон [X2X] от 12 марта, см. [X3X] [X3X].": "it doubled “www.mfa.gov.tm”",
    "Прочтите [X1X] закон [X2X] от 12 марта, см. [X3X] [X4X].": "it invented a mark",
    "Прочтите [X2X] закон [X1X] от 12 марта, см. [X3X].": "</a> stands in the wrong place (H231)",
    "Прочтите [X1X] закон [X2X] от 13 марта, см. [X3X].": "(H233)",
    "Прочтите [X1X] закон [X2X], см. [X3X].": "the date 12 March of the source is not in the translation (H233)",
    "Прочтите [X1X] закон [X2X] от 12 марта, статья 8, см. [X3X].": "(H232)",
    "Read [X1X] the law [X2X] of 12 March, see [X3X].": "the text came back untranslated",
    "Lesen Sie [X1X] das Gesetz [X2X] vom 12 марта, siehe [X3X].": "(H236)",
    "[X1X] 法律 [X2X] を読む, 12 марта, [X3X]": "(H237)",
    "Прочтите <script>alert(1)</script> [X1X] закон [X2X] от 12 марта, см. [X3X].": "(H231)",
    "Прочтите [X1X] закон [X2X] от 12 марта, см. [X3X] и evil.com.": "(H254)",
    "<!DOCTYPE html><html><body>[X1X][X2X][X3X] 12</body></html>": "the answer is a page, perhaps of an error",
    " ": "the answer is empty",
    "Прочтите [X1X] закон [X2X] от 12 марта, см. [X3X]. " + "Да. " * 200: "the answer is far longer than the text",
}


@pytest.mark.parametrize(("answer", "why"), REFUSED.items(), ids=[why[:30] for why in REFUSED.values()])
def test_an_answer_that_is_no_translation_is_refused(answer: str, why: str, tmp_path: Path, server: Services) -> None:
    server.translate = {SENT: answer}.__getitem__
    answers = a_machine(tmp_path, server).answers(asked(LINKED))
    assert answers.suggestions == {}
    ((code, message),) = told(answers)
    assert (code, message.startswith("the answer of LibreTranslate was refused: ")) == ("H405", True)
    assert message.endswith(why)
    assert [(str(found.place), found.msgid) for found in answers.problems] == [
        ("ru.po:1", "Read <a>the law</a> of 12 March, see www.mfa.gov.tm.")
    ]


def test_an_answer_that_has_no_room_where_it_belongs_is_refused(tmp_path: Path, server: Services) -> None:
    server.translate = known(One="Один зал.")
    (one,) = asked("One hall.")
    unit = Unit("p1", Place("sources/b.txt", 3), "label", ("One hall.",), limits=Limits(size=12))
    entry = one.entry._replace(references=("sources/b.txt:p1.s1",))
    answers = a_machine(tmp_path, server).answers(
        [replace(one, entry=entry, document=replace(DOCUMENT, units=(unit,)))]
    )
    assert answers.suggestions == {}
    assert told(answers)[0][1].endswith("(H250)")


def test_the_same_answer_without_fault_is_written(tmp_path: Path, server: Services) -> None:
    server.translate = {SENT: "Прочтите [X1X] закон [X2X] от 12 марта, см. [X3X]."}.__getitem__
    answers = a_machine(tmp_path, server).answers(asked(LINKED))
    assert list(texts(answers).values()) == ["Прочтите <a>закон</a> от 12 марта, см. www.mfa.gov.tm."]


# When it is busy, and when it stops ----------------------------------------------------------------

NUMBERS = ("One hall.", "Two halls.", "Three halls.", "Four halls.", "Five halls.", "Six halls.")
RUSSIAN = ("Один зал.", "Два зала.", "Три зала.", "Четыре зала.", "Пять залов.", "Шесть залов.")
IN_RUSSIAN = dict(zip(NUMBERS, RUSSIAN, strict=True))


def test_a_busy_service_is_asked_again(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    server.faults = [services.status(429, headers={"Retry-After": "7"}), services.status(500), services.hung_up]
    clock = Clock()
    answers = a_machine(tmp_path, server, clock=clock).answers(asked("One hall."))
    assert list(texts(answers).values()) == ["Один зал."]
    assert [seconds for seconds in clock.slept if seconds > 0.1] == [7, 2, 4]
    assert server.asked == ["One hall."] * 4


def test_a_service_with_a_limit_a_minute_is_waited_for(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    server.faults = [services.status(429, "Slowdown: 40 per 1 minute")] * 6
    clock = Clock()
    answers = a_machine(tmp_path, server, clock=clock).answers(asked("One hall."))
    assert (list(texts(answers).values()), told(answers)) == (["Один зал."], [])
    assert sum(clock.slept) >= 60


def test_a_service_that_stays_busy_is_left_alone(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    server.faults = [services.status(503)] * 100
    made = a_machine(tmp_path, server, parallel=1, attempts=2)
    answers = made.answers(asked(*NUMBERS))
    why = "it answered with status 503: no"
    assert told(answers) == [
        *[("H402", f"LibreTranslate had no answer: {why}")] * 3,
        ("H401", f"LibreTranslate is not asked any more: {why}"),
    ]
    assert (answers.suggestions, server.asked) == ({}, [text for text in NUMBERS[:3] for _ in range(2)])
    assert told(made.answers(asked("Seven halls."))) == []  # said once
    assert len(server.asked) == 6


def test_one_text_without_an_answer_stops_nothing(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    server.faults = [services.status(503)] * 2
    answers = a_machine(tmp_path, server, parallel=1, attempts=2).answers(asked(*NUMBERS))
    assert [code for code, _ in told(answers)] == ["H402"]
    assert texts(answers) == dict(list(IN_RUSSIAN.items())[1:])


def test_only_failures_in_a_row_stop_it(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    fails = services.status(503)
    server.faults = [fails, fails, lambda handler: handler.json({"translatedText": "Три зала."}), fails, fails]
    answers = a_machine(tmp_path, server, parallel=1, attempts=1).answers(asked(*NUMBERS))
    assert [code for code, _ in told(answers)] == ["H402"] * 4
    assert list(texts(answers)) == ["Three halls.", "Six halls."]


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (services.status(403, "Invalid API key"), "it answered with status 403: Invalid API key"),
        (services.status(429, headers={"Retry-After": "3600"}), "it answered with status 429: no; it wants to be left alone for 3600 seconds"),
    ],
)  # fmt: skip
def test_a_service_that_refuses_is_asked_once(fault: Fault, why: str, tmp_path: Path, server: Services) -> None:
    server.faults = [fault] * 10
    answers = a_machine(tmp_path, server, parallel=1).answers(asked(*NUMBERS))
    assert told(answers) == [("H401", f"LibreTranslate is not asked any more: {why}")]
    assert len(server.asked) == 1


def test_a_service_without_the_language_is_told_once(tmp_path: Path, server: Services) -> None:
    made = a_machine(tmp_path, server)
    assert told(made.answers(asked("One hall.", locale="de"))) == [
        ("H400", "LibreTranslate does not translate from “en” into “de”")
    ]
    assert told(made.answers(asked("Two halls.", locale="de"))) == []


# Limits, budget, memory ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "told_size"),
    [
        ("google", "a" * 5000, "5000 characters, 4999 at most"),
        ("mymemory", "ý" * 250, "500 bytes, 499 at most"),
        ("microsoft", "\U0001f600" * 25001, "50002 UTF-16 units, 50000 at most"),
    ],
)
def test_a_text_is_measured_in_the_unit_of_the_service(
    name: str, text: str, told_size: str, tmp_path: Path, server: Services
) -> None:
    found = machine.door(project(tmp_path, server), name, {"MICROSOFT_API_KEY": "k"})
    made = Machine(found, Memo(tmp_path), None, machine.Terms(DAY), lambda names, _label: names)
    answers = made.answers(asked(text))
    assert told(answers) == [("H404", f"the text is too long for {made.name}: {told_size}")]
    assert server.asked == []


def test_the_settings_know_a_shorter_limit(tmp_path: Path, server: Services) -> None:
    answers = a_machine(tmp_path, server, characters=8).answers(asked("One hall."))
    assert [code for code, _ in told(answers)] == ["H404"]


def test_a_budget_stops_in_the_order_of_the_bulletin(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    made = a_machine(tmp_path, server, terms=machine.Terms(DAY, budget=32))
    answers = made.answers(asked(*NUMBERS))
    assert list(texts(answers)) == list(NUMBERS[:3])
    assert told(answers) == [("H403", "the budget of 32 characters is used up")]
    assert (made.bill.characters, len(made.bill.sent)) == (31, 3)
    made.close()
    more = a_machine(tmp_path, server, terms=machine.Terms(DAY, budget=32))  # what is known costs nothing
    assert list(texts(more.answers(asked(*NUMBERS)))) == list(NUMBERS)


def test_nothing_is_asked_twice(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    first = a_machine(tmp_path, server)
    again = [first.answers(asked(*NUMBERS)) for _ in range(2)]
    assert again[0] == again[1]
    first.close()
    second = a_machine(tmp_path, server)
    assert second.answers(asked(*NUMBERS)) == again[0]
    assert sorted(server.asked) == sorted(NUMBERS)
    assert (second.bill.characters, len(second.bill.remembered)) == (0, 6)


def test_one_text_at_two_places_is_sent_once(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    server.seconds = 0.05
    (one,) = asked("One hall.")
    title = replace(one, entry=one.entry._replace(msgctxt="title"))
    answers = a_machine(tmp_path, server).answers([title, one])
    assert [found.text for found in answers.suggestions.values()] == ["Один зал."] * 2
    assert server.asked == ["One hall."]


def test_a_notice_in_the_place_of_a_translation_is_not_remembered(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    notice = {
        "responseData": {"translatedText": "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."}
    }
    server.faults = [services.body({**notice, "responseStatus": 200})]
    answers = a_machine(tmp_path, server, "mymemory", parallel=1).answers(asked(*NUMBERS))
    assert told(answers) == [("H401", "MyMemory is not asked any more: its quota for today is used up")]
    assert texts(a_machine(tmp_path, server, "mymemory").answers(asked(*NUMBERS))) == IN_RUSSIAN


def test_a_memory_that_is_damaged_is_begun_anew(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    (tmp_path / ".habar").mkdir()
    (tmp_path / ".habar/answers.sqlite").write_bytes(b"no database" * 1000)
    assert texts(a_machine(tmp_path, server).answers(asked("One hall."))) == {"One hall.": "Один зал."}


def test_a_disk_that_is_full_is_told_and_no_traceback(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    made = a_machine(tmp_path, server)
    with sqlite3.connect(tmp_path / ".habar/answers.sqlite") as other:
        other.execute("DROP TABLE answers")
    with pytest.raises(HabarError) as caught:
        made.answers(asked(*NUMBERS))
    (found,) = caught.value.problems
    assert (found.code, str(found.place)) == ("H502", ".habar/answers.sqlite")


def test_a_memory_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / ".habar").mkdir(parents=True)
    (root / ".habar/answers.sqlite").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HabarError) as caught:
        Memo(root)
    assert [found.code for found in caught.value.problems] == ["H502"]
    assert not (tmp_path / "elsewhere").exists()


def test_a_dry_run_counts_and_sends_nothing(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    a_machine(tmp_path, server).answers(asked("One hall."))
    made = a_machine(tmp_path, server, terms=machine.Terms(DAY, dry=True))
    assert made.answers(asked(*NUMBERS)) == Answers()
    assert (len(made.bill.sent), made.bill.characters, len(made.bill.remembered)) == (5, 54, 1)
    assert server.asked == ["One hall."]


# Many at a time ------------------------------------------------------------------------------------


def test_several_are_asked_at_a_time_and_no_answer_is_mixed_up(tmp_path: Path, server: Services) -> None:
    halls = {f"Halls {number} to {number + 1}.": f"Залы с {number} по {number + 1}." for number in range(100, 140)}
    server.translate = halls.__getitem__
    server.seconds = 0.01
    assert texts(a_machine(tmp_path, server, parallel=4).answers(asked(*halls))) == halls
    assert 1 < server.most <= 4


def test_not_more_often_than_it_bears(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__
    clock = Clock()
    a_machine(tmp_path, server, clock=clock, rate=2, parallel=1).answers(asked(*NUMBERS))
    assert clock.slept == [0.5] * 5


def test_an_interrupt_ends_the_waiting(tmp_path: Path, server: Services) -> None:
    server.translate = IN_RUSSIAN.__getitem__

    def track(names: Sequence[str], _label: str) -> Iterator[str]:
        yield names[0]
        raise KeyboardInterrupt

    found = machine.door(project(tmp_path, server, rate=0.02, parallel=1), "libretranslate", {})
    made = Machine(found, Memo(tmp_path), None, machine.Terms(DAY), track)
    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):  # the second text would be due in 50 seconds
        made.answers(asked(*NUMBERS))
    assert time.monotonic() - begin < 5
    made.close()
    assert texts(a_machine(tmp_path, server).answers(asked("One hall."))) == {"One hall.": "Один зал."}
    assert server.asked == ["One hall."]
