"""A machine as one of the places that suggestions come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from i18n import origin
from i18n.interchange import Answers, Asked, Suggestion
from i18n.machine import marks
from i18n.machine.asking import Asker
from i18n.machine.failures import BusyError, NoAnswerError, RefusedError, ServiceError
from i18n.machine.judging import Judged, judge
from i18n.machine.marks import Sent
from i18n.machine.memo import Memo, question
from i18n.machine.pace import Pace
from i18n.machine.protection import Replaced, protect
from i18n.machine.services import Door, languages, pair
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.termbase import Termbase

Track = Callable[[Sequence[str], str], Iterable[str]]
"""Goes through names and may show how far it is; the text says what is being done."""
_FROM_GLOSSARY = "Put in from the glossary, see to the endings:"


@dataclass(slots=True)
class Bill:
    """What a run took, or would take. A text that was asked about twice counts once."""

    sent: dict[str, int] = field(default_factory=dict)
    """The characters of each text that was sent, by its question."""
    remembered: set[str] = field(default_factory=set)
    """The questions that were answered before this run."""

    @property
    def characters(self) -> int:
        return sum(self.sent.values())


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which a machine works."""

    day: date
    """Of the marks that its texts get."""
    budget: int | None = None
    """The most characters that it may be sent."""
    dry: bool = False
    """Whether nothing is to be sent: what would be is counted."""


@dataclass(frozen=True, slots=True)
class _Job:
    asked: Asked
    sent: Sent
    key: str


class Machine:
    """A ``Suggester`` that asks a service.

    :param base: the project's glossary.
    :param pace: in which it is asked.
    """

    def __init__(
        self, door: Door, memo: Memo, base: Termbase | None, terms: Terms, track: Track, pace: Pace | None = None
    ) -> None:
        self.bill = Bill()
        self._door, self._memo, self._base, self._terms, self._track = door, memo, base, terms, track
        self._pace = pace or Pace(door.service.rate)
        self._askers: dict[tuple[LocaleTag, LocaleTag], Asker | str] = {}
        self._said: set[str] = set()
        self._locks: dict[str, Lock] = {}
        self._spent = False

    @property
    def name(self) -> str:
        return self._door.service.title

    def answers(self, asked: Sequence[Asked]) -> Answers:
        """Suggestions for what the service translates. Whatever fails is a problem, and the rest goes on."""
        answers = Answers()
        if not asked:
            return answers
        asker = self._asker(asked[0].source_locale, asked[0].target_locale)
        if isinstance(asker, str):
            self._say("H400", asker, asked[0], answers)
            return answers
        jobs = self._planned(asked, asker, answers)
        if not self._terms.dry:
            self._work(jobs, asker, answers)
        return answers

    def close(self) -> None:
        """Ends all connections."""
        for asker in self._askers.values():
            if isinstance(asker, Asker):
                asker.close()
        self._memo.close()

    def _asker(self, source: LocaleTag, target: LocaleTag) -> Asker | str:
        """What asks the service about this pair; else why it cannot be asked."""
        known = self._askers.get((source, target))
        if known is None:
            found = languages(self._door)
            if not isinstance(found, str):
                made = pair(self._door.service, found, source, target)
                found_pair = made.codes
                known = Asker(self._door, found_pair, self._pace) if found_pair else made.reason
            else:
                known = f"{self.name}: {found}"
            self._askers[source, target] = known
        return known

    # What is to be asked --------------------------------------------------------------------------

    def _planned(self, asked: Sequence[Asked], asker: Asker, answers: Answers) -> list[_Job]:
        """What can be asked, in the order of the bulletin, as far as the budget goes."""
        jobs: list[_Job] = []
        for one in asked:
            job = self._job(one)
            too_long = self._too_long(job.sent)
            if too_long:
                answers.problems.append(_problem("H404", too_long, one))
            elif job.sent.worth_asking and self._paid(job, asker, answers):
                jobs.append(job)
        return jobs

    def _job(self, asked: Asked, terms: Sequence[Replaced] = ()) -> _Job:
        service = self._door.service
        sent = protect(asked.source, service.marks, terms)
        version = f"{marks.VERSION} {service.name} {service.address}"
        return _Job(asked, sent, question(version, asked.source_locale, asked.target_locale, sent.text))

    def _too_long(self, sent: Sent) -> str | None:
        service = self._door.service
        size = service.size(sent.text)
        if len(sent.marks) > marks.MOST:
            return f"more than {marks.MOST} codes and addresses would have to be kept from {self.name}"
        if service.most is None or size <= service.most:
            return None
        return f"the text is too long for {self.name}: {size} {service.unit}, {service.most} at most"

    def _paid(self, job: _Job, asker: Asker, answers: Answers) -> bool:
        """Whether the answer is there, or may be bought."""
        if job.key in self.bill.sent or job.key in self.bill.remembered:
            return True
        if self._memo.get(job.key) is not None:
            self.bill.remembered.add(job.key)
            return True
        if asker.stopped:
            self._say("H401", f"{self.name} is not asked any more: {asker.stopped}", job.asked, answers)
            return False
        budget = self._terms.budget
        self._spent = self._spent or (budget is not None and self.bill.characters + len(job.sent.text) > budget)
        if self._spent:
            self._say("H403", f"the budget of {budget} characters is used up", job.asked, answers)
            return False
        self.bill.sent[job.key] = len(job.sent.text)
        return True

    # Asking ---------------------------------------------------------------------------------------

    def _work(self, jobs: Sequence[_Job], asker: Asker, answers: Answers) -> None:
        with ThreadPoolExecutor(self._door.service.parallel) as pool:
            waiting = [(job, pool.submit(self._done, job, asker)) for job in jobs]
            try:
                for _, (job, future) in zip(self._track([job.key for job in jobs], self.name), waiting, strict=True):
                    self._take(job, future, asker, answers)
            except BaseException as error:  # an interrupt: what was not sent yet is not sent any more
                asker.end("its answers cannot be kept" if isinstance(error, HabarError) else "the run was ended")
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _done(self, job: _Job, asker: Asker) -> Judged:
        """The translation; where it does not name things as the glossary does, one with the glossary's names in it.

        :raises ServiceError: there is none that can be written.
        """
        first = judge(job.asked, job.sent, self._answer(job, asker), self._base)
        again = self._job(job.asked, first.terms) if first.terms else job
        if again.key == job.key or self._too_long(again.sent) or not self._affordable(again):
            return first
        try:
            second = judge(again.asked, again.sent, self._answer(again, asker), self._base)
            return replace(second, put_in=tuple(dict.fromkeys(term.text for term in first.terms)))
        except ServiceError:
            return first

    def _affordable(self, job: _Job) -> bool:
        budget = self._terms.budget
        if budget is not None and self.bill.characters + len(job.sent.text) > budget:
            return False
        if self._memo.get(job.key) is None:
            self.bill.sent[job.key] = len(job.sent.text)
        return True

    def _answer(self, job: _Job, asker: Asker) -> object:
        with self._locks.setdefault(job.key, Lock()):  # a title may stand in the text once more
            known = self._memo.get(job.key)
            if known is not None:
                return known
            answer = asker.ask(job.sent.text)
            if isinstance(answer, str) and answer.strip():
                self._memo.put(job.key, answer)
            return answer

    # Telling --------------------------------------------------------------------------------------

    def _take(self, job: _Job, future: Future[Judged], asker: Asker, answers: Answers) -> None:
        try:
            judged = future.result()
        except NoAnswerError as error:
            answers.problems.append(_problem("H405", f"the answer of {self.name} was refused: {error}", job.asked))
        except BusyError as error:
            answers.problems.append(_problem("H402", f"{self.name} had no answer: {error}", job.asked))
        except RefusedError:
            self._say("H401", f"{self.name} is not asked any more: {asker.stopped}", job.asked, answers)
        else:
            line = origin.mark(self.name, self._terms.day, judged.text)
            notes = (f"{_FROM_GLOSSARY} {', '.join(judged.put_in)}",) if judged.put_in else ()
            answers.suggestions[job.asked.entry.key] = Suggestion(judged.text, line, notes=notes)

    def _say(self, code: str, message: str, asked: Asked, answers: Answers) -> None:
        """A problem that concerns the whole run, told once."""
        if message not in self._said:
            self._said.add(message)
            answers.problems.append(problem(code, asked.document.place, message))


def _problem(code: str, message: str, asked: Asked) -> Problem:
    return problem(code, asked.entry.place or asked.document.place or Place(""), message, msgid=asked.entry.msgid)
