"""A glossary made ready to be looked up: which of its concepts a text names, under inflection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from i18n import inflection
from i18n.glossary import KIND, Concept, Glossary, Term
from i18n.patterns import late

NAMES = frozenset(("person", "place", "country"))
_CALENDAR = frozenset(("month", "weekday"))
BODIES = frozenset(("office", "organisation", "organization", "body"))
_IN_BRACKETS = late(r"\s*[(（]([^()（）]{1,60})[)）]")
_ACRONYM = late(r"[A-ZÄÇŽŇÖŞÜÝА-ЯЁ][A-ZÄÇŽŇÖŞÜÝА-ЯЁ -]{1,12}|[\u30a1-\u30fc]{2,12}")
_KEY = 3
_LETTERS = late(rf"[^\W_]{{1,{_KEY}}}")
_WORD_START = late(rf"(?<![^\W_])[«“\"]?([^\W_]{{1,{_KEY}}})")
_ONE_WORD = late(r"[\u30a1-\u30fa\u30fc]{2}|[a-z]{2}|[0-9]{2}")
"""Two characters that no border of a Japanese word is between."""
_OPENING = '«“"「'
_WORD = late(r"[^\W_]+")
_SURE = 5
"""Letters of a word whose first ones no ending changes."""


class Form(NamedTuple):
    """One way to call a concept in one language."""

    concept: int
    text: str
    """As the glossary has it, without a remark in brackets."""
    order: str
    """The same, or with a person's names the other way round."""
    needs: frozenset[str]
    """How words begin that stand in every text that has the form: most forms are told to be absent by them."""


class Mention(NamedTuple):
    """A form where it stands in a text."""

    form: Form
    start: int
    end: int


class Answer(NamedTuple):
    """What another language has for a form."""

    wanted: tuple[str, ...]
    """The preferred form first."""
    never: tuple[str, ...]


@dataclass(slots=True)
class _Index:
    """The forms of one language by their first letters."""

    by_key: dict[str, list[Form]] = field(default_factory=dict)

    def add(self, concept: int, text: str, order: str, language: str) -> None:
        simple = inflection.plain(order)
        form = Form(concept, text, order, _beginnings(simple, language, _SURE))
        for key in _keys(simple, language):
            self.by_key.setdefault(key, []).append(form)


class Termbase:
    """A glossary with an index for each language. Build it once for many texts."""

    def __init__(self, glossary: Glossary) -> None:
        self.concepts = glossary.concepts
        self.kinds = tuple(concept.about.get(KIND, "") for concept in glossary.concepts)
        self._wanted: dict[str, _Index] = {}
        self._forbidden: dict[str, _Index] = {}
        self._common: dict[str, frozenset[str]] = {}
        self._group = _groups(glossary.concepts, self.kinds)
        self._members: dict[int, list[int]] = {}
        for at, group in enumerate(self._group):
            self._members.setdefault(group, []).append(at)

    def __repr__(self) -> str:
        """The whole glossary: what a verdict rests on."""
        return f"Termbase({self.concepts!r})"

    def mentions(self, text: str, language: str) -> list[Mention]:
        """The concepts that a text names, the longest form of each place, in order."""
        return list(_mentions(self, text, language))

    def find(self, text: str, language: str) -> list[Mention]:
        """The same, looked up anew."""
        return _longest(self._found(text, language, self._index(language, self._wanted, _wanted)))

    def apart(self, text: str, language: str) -> list[Mention]:
        """The same, of two that share a sign only the longer one."""
        kept: list[Mention] = []
        for one in sorted(self.mentions(text, language), key=lambda mention: mention.start - mention.end):
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda mention: mention.start)

    def forbidden(self, text: str, language: str) -> list[Mention]:
        """The forbidden forms in a text that are no part of a right one."""
        found = self._found(text, language, self._index(language, self._forbidden, _forbidden))
        right = self.mentions(text, language) if found else []
        return [one for one in _longest(found) if not any(_covers(fine, one) for fine in right)]

    def names(self, text: str, language: str) -> list[Mention]:
        """The names of persons, places and countries in a text, inside longer forms, too."""
        found = self._found(text, language, self._index(language, self._wanted, _wanted))
        return _longest([one for one in found if self.kinds[one.form.concept] in NAMES])

    def forms(self, concept: int, language: str) -> list[str]:
        """Every form that may stand for a concept, or for one that shares a form with it; the preferred one first."""
        members = sorted(self._members[self._group[concept]], key=lambda at: at != concept)
        return list(dict.fromkeys(form for at in members for form in _wanted(_term(self.concepts[at], language))))

    def answers(self, form: Form, source: str, target: str) -> Answer:
        """What the other language has for a form: for its concept, and for others that are called the same."""
        name = inflection.plain(form.text)
        others = self._members[self._group[form.concept]]
        same = [at for at in others if at != form.concept and name in map(inflection.plain, self.own_forms(at, source))]
        found = [_term(self.concepts[at], target) for at in (form.concept, *same)]
        wanted = dict.fromkeys(one for term in found for one in _wanted(term))
        never = dict.fromkeys(one for term in found for one in _forbidden(term) if one not in wanted)
        return Answer(tuple(wanted), tuple(never))

    def own_forms(self, concept: int, language: str) -> list[str]:
        """The forms that a concept itself has, without remarks in brackets; the preferred one first."""
        return _wanted(_term(self.concepts[concept], language))

    def common(self, language: str) -> frozenset[str]:
        """Words that several names have, such as *republic*: they tell none of them."""
        if language not in self._common:
            counted = Counter(
                word
                for at, concept in enumerate(self.concepts)
                if self.kinds[at] in NAMES
                for word in {word for form in _wanted(_term(concept, language)) for word in inflection.words(form)}
            )
            self._common[language] = frozenset(word for word, count in counted.items() if count > 1)
        return self._common[language]

    def preferred(self, concept: int, language: str) -> str | None:
        term = _term(self.concepts[concept], language)
        return _IN_BRACKETS.sub("", term.preferred) if term.preferred else None

    def _index(self, language: str, known: dict[str, _Index], forms_of: Callable[[Term], list[str]]) -> _Index:
        if language not in known:
            index = known[language] = _Index()
            for at, concept in enumerate(self.concepts):
                for text in forms_of(_term(concept, language)):
                    for order in _orders(text, self.kinds[at], language):
                        index.add(at, text, order, language)
        return known[language]

    def _found(self, text: str, language: str, index: _Index) -> list[Mention]:
        if not index.by_key:  # a language in which no form is forbidden, say
            return []
        simple = inflection.plain(text)
        places = _places(simple, language, index.by_key)
        present = _beginnings(simple, language) if places else frozenset()
        found = []
        for start, forms in places:
            for form in forms:
                if form.needs <= present:
                    end = _end(form, simple, start, language)
                    if end and self._is_named(form, text[start : start + 2]):
                        found.append(Mention(form, start, end))
        return found

    def _is_named(self, form: Form, written: str) -> bool:
        """Whether the case is that of the form: Mary is a place and WHO a body, "mary" and "who" are none."""
        if form.text.isupper() and written.upper() != written:
            return False
        if self.kinds[form.concept] in _CALENDAR and form.text[0].isupper():
            return not written[0].islower()
        return self.kinds[form.concept] not in NAMES or not written[0].islower()


@lru_cache(maxsize=256)
def _mentions(base: Termbase, text: str, language: str) -> tuple[Mention, ...]:
    """A source is asked for its terms once for each translation, and by several checks."""
    return tuple(base.find(text, language))


def _places(simple: str, language: str, by_key: dict[str, list[Form]]) -> list[tuple[int, list[Form]]]:
    """Where forms can begin in a plain text, and which."""
    if language == "ja":
        keys = [(at, _japanese_key(simple, at)) for at in range(len(simple))]
    else:
        keys = [(match.start(), match[1]) for match in _WORD_START.finditer(simple)]
    return [(at, by_key[key]) for at, key in keys if key in by_key]


def _japanese_key(simple: str, at: int) -> str:
    key = simple[at : at + 2]
    return _key(simple[at : at + _KEY + 1], "ja") if key[0] in _OPENING else key


def _end(form: Form, simple: str, start: int, language: str) -> int | None:
    """Where the form ends that begins here; None where it does not."""
    if language == "ja":
        end = start + len(form.order)
        wrong = simple[start:end] != inflection.plain(form.order) or _cuts(simple, start) or _cuts(simple, end)
        return None if wrong else end
    match = inflection.word(form.order, language).match(simple, start)
    return match.end() if match else None


def _cuts(text: str, at: int) -> bool:
    """Whether a word or a number goes on across this place: インド is no part of インドネシア, SCO none of UNESCO."""
    return _ONE_WORD.fullmatch(text[at - 1 : at + 1]) is not None if at else False


def _beginnings(simple: str, language: str, shortest: int = 1) -> frozenset[str]:
    """How the words of a text begin, those of so many letters or more."""
    if language == "ja":
        return frozenset()
    return frozenset([word[:_KEY] for word in _WORD.findall(simple) if len(word) >= shortest])


def _key(text: str, language: str) -> str:
    bare = text.lstrip(_OPENING)
    if language == "ja":
        return bare[:2]
    found = _LETTERS.match(bare)
    return found[0] if found else ""


def _keys(simple: str, language: str) -> frozenset[str]:
    """The keys of a form in every case of its first word."""
    key = _key(simple, language)
    word = _WORD.match(simple.lstrip(_OPENING))
    return inflection.beginnings(word[0], language, _KEY) if word and language != "ja" else frozenset((key,))


def _covers(one: Mention, other: Mention) -> bool:
    longer = len(one.form.text) >= len(other.form.text)
    return longer and one.start <= other.start and other.end <= one.end


def _longest(found: list[Mention]) -> list[Mention]:
    """Without those that lie inside a longer one."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept


def _term(concept: Concept, language: str) -> Term:
    exact = concept.terms.get(language)
    return exact or next((term for tag, term in concept.terms.items() if tag.partition("-")[0] == language), Term())


def _wanted(term: Term) -> list[str]:
    """The preferred and the allowed forms; what stands in brackets is a form of its own where it is an acronym."""
    result = []
    for form in filter(None, (term.preferred, *term.allowed)):
        inner = _IN_BRACKETS.search(form)
        result.append(_IN_BRACKETS.sub("", form).strip())
        if inner and _ACRONYM.fullmatch(inner[1]):
            result.append(inner[1])
    return [form for form in result if len(form) > 1]


def _forbidden(term: Term) -> list[str]:
    return [form for form in term.forbidden if len(form) > 1]


def _orders(form: str, kind: str, language: str) -> list[str]:
    """A person's name in both orders: Kamikawa Yoko, Yoko Kamikawa."""
    parts = form.split()
    return [form, " ".join(reversed(parts))] if kind == "person" and len(parts) == 2 and language != "ja" else [form]


def _groups(concepts: tuple[Concept, ...], kinds: tuple[str, ...]) -> list[int]:
    """Concepts that share a form in some language are one to the check: 外相 and 外務大臣 are both *ministr*."""
    group = list(range(len(concepts)))
    seen: dict[tuple[str, str], int] = {}
    for at, concept in enumerate(concepts):
        if kinds[at] in NAMES:
            continue
        for language, term in concept.terms.items():
            for form in _wanted(term):
                first = seen.setdefault((language, inflection.plain(form)), at)
                if group[first] != group[at]:
                    old, new = group[at], group[first]
                    group = [new if one == old else one for one in group]
    return group
