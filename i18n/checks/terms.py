"""Names, offices and organisations as the glossary has them, in whatever case they stand."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from i18n import inflection
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language
from i18n.checks.termbase import BODIES, NAMES, Mention, Termbase

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENOUGH = 0.5
"""The share of an office's words that tells it: offices are named in shorter and in other ways."""
_LIKE = 0.7
_ABBREVIATION = re.compile(r"(?<![^\W\d_])[A-ZÄÇŽŇÖŞÜÝА-ЯЁ]{2,}")
_CAPITAL = re.compile(r"[^\W\d_][^\W\d_'’-]{2,}")
_KANJI = re.compile("[\u3400-\u9fff々]+")


def _run(pair: Pair) -> Iterator[Finding]:
    base = pair.terms
    if base is None or is_copy(pair) or wrong_language(pair):
        return
    for mention in base.forbidden(pair.target_prose, pair.target_language):
        yield _forbidden(base, mention, pair)
    if pair.monolingual:
        return
    seen: set[int] = set()
    for mention in base.mentions(pair.source_prose, pair.source_language):
        concept = mention.form.concept
        if concept not in seen and _asks(base.kinds[concept], mention, pair):
            seen.add(concept)
            yield from _asked(base, mention, pair)


def _asks(kind: str, mention: Mention, pair: Pair) -> bool:
    """Whether the other text has to name it, too. A single plain word, such as *deputy*, is used too freely."""
    text = pair.source_text[mention.start : mention.end]
    if kind in NAMES:
        return pair.source_text[mention.start - 1 : mention.start] != "駐"  # an ambassador's country may go unsaid
    if kind not in BODIES:
        return False
    if pair.source_language == "ja":
        return len(text) > 2
    return len(inflection.words(text)) > 1 or (len(text) > 2 and text[:3].isupper())


def _forbidden(base: Termbase, mention: Mention, pair: Pair) -> Finding:
    written = pair.target_text[mention.start : mention.end]
    right = base.preferred(mention.form.concept, pair.target_language)
    exact = written == mention.form.text and pair.target_language in ("en", "ja")
    hint = f"write {right}" if right else "use another word"
    message = f"the glossary forbids “{mention.form.text}”"
    return Finding(message, (mention.start, mention.end), hint, "error", fix=right if exact else None)


def _asked(base: Termbase, mention: Mention, pair: Pair) -> Iterator[Finding]:
    forms = base.forms(mention.form.concept, pair.target_language)
    if not forms or all(map(str.isupper, forms)):  # an abbreviation may be written out
        return
    # A name in Latin letters may stay as it is in any language.
    forms += [form for form in base.forms(mention.form.concept, "en") if form.isupper() and form.isascii()]
    text, language = pair.target_prose, pair.target_language
    simple = inflection.plain(text)
    source = pair.source_text[mention.start : mention.end]
    if any(_stands(form, simple, language) for form in forms) or inflection.plain(source) in simple:
        return
    kind = base.kinds[mention.form.concept]
    if kind == "person":
        spelled = _another(base, pair) or _other_spelling(forms, text, language)
        if spelled is None and any(_part_stands(form, simple, language) for form in forms):
            return
        yield _missing(forms[0], source, spelled, text, pair)
        return
    fine = _name_like(forms, simple, language, kind) if kind in NAMES else _office_like(base, forms, text, language)
    if not fine:
        yield _missing(forms[0], source, None, text, pair)


def _missing(form: str, source: str, spelled: tuple[int, int] | None, text: str, pair: Pair) -> Finding:
    if spelled:
        message = f"“{text[slice(*spelled)]}”: the glossary has “{form}” for “{source}”"
        return Finding(message, spelled, f"write {form}", pair.loose)
    return Finding(f"the glossary has “{form}” for “{source}”", None, f"write {form}", pair.loose)


def _stands(form: str, simple: str, language: str) -> bool:
    if language == "ja":
        return inflection.plain(form) in simple
    return all(inflection.word(part, language).search(simple) for part in inflection.words(form))


# Countries and places ----------------------------------------------------------------------------


def _name_like(forms: list[str], simple: str, language: str, kind: str) -> bool:
    """Whether an adjective or a short form stands for the name: японский, ýapon, Japanese, 日."""
    for form in forms:
        parts = inflection.words(form) if language != "ja" else [form]
        for part in parts:
            if language == "ja":
                length = 3 if kind == "country" else max(3, len(part) - 2)
                if _KANJI.match(part):
                    length = 1 if kind == "country" else 2
                if part[:length] in simple:
                    return True
            else:
                length = 3 if kind == "country" else max(4, len(part) - 2)
                if re.search(rf"(?<![^\W_]){re.escape(part[:length])}", simple):
                    return True
    return False


# Persons -----------------------------------------------------------------------------------------


def _name_parts(form: str, language: str) -> list[str]:
    if language != "ja":
        return [part for part in form.split() if len(part) > 2]
    if not _KANJI.fullmatch(form):
        return [part for part in re.split("[・＝=]", form) if len(part) > 2]
    return [form[:2]] if len(form) > 3 else [form[:1], form[:2]]


def _part_stands(form: str, simple: str, language: str) -> bool:
    """Whether the person is named in short, by one name: Mr. Meredov, メレドフ大臣."""
    parts = _name_parts(form, language)
    if language == "ja":
        return any(part.lower() in simple for part in parts)
    return any(inflection.word(part, language).search(simple) for part in parts)


def _other_spelling(forms: list[str], text: str, language: str) -> tuple[int, int] | None:
    """A name in the text that is nearly one of the person's, and neither it nor a case of it."""
    if language == "ja" and _KANJI.fullmatch(forms[0]):
        return _other_kanji(forms, text)
    known = [part for form in forms for part in _name_parts(form, language)]
    pattern = re.compile("[\u30a1-\u30fa\u30fc]{3,}") if language == "ja" else _CAPITAL
    for match in pattern.finditer(text):
        word = inflection.plain(match[0])
        if not (match[0][0].isupper() or language == "ja") or _is_any(word, known, language):
            continue
        if any(_alike(word, inflection.plain(part)) for part in known):
            return match.span()
    return None


def _another(base: Termbase, pair: Pair) -> tuple[int, int] | None:
    """Another person of the glossary, whom the source does not name."""
    named = {one.form.concept for one in base.mentions(pair.source_prose, pair.source_language)}
    for one in base.mentions(pair.target_prose, pair.target_language):
        if base.kinds[one.form.concept] == "person" and one.form.concept not in named:
            return one.start, one.end
    return None


def _is_any(word: str, known: list[str], language: str) -> bool:
    if language == "ja":
        return word in map(inflection.plain, known)
    return any(inflection.word(part, language).fullmatch(word) for part in known)


def _alike(word: str, name: str) -> bool:
    """Whether two words are nearly the same; a case ending behind the name does not count."""
    likeness = max(SequenceMatcher(None, one, name, autojunk=False).ratio() for one in (word, word[: len(name)]))
    return word[0] == name[0] and likeness >= _LIKE


def _other_kanji(forms: list[str], text: str) -> tuple[int, int] | None:
    """One kanji of four is another: 上川洋子 for 上川陽子."""
    for form in forms:
        for match in _KANJI.finditer(text):
            for at in range(match.start(), match.end() - len(form) + 1):
                piece = text[at : at + len(form)]
                if len(form) > 2 and sum(a != b for a, b in zip(piece, form, strict=True)) == 1:
                    return at, at + len(form)
    return None


# Offices and organisations -----------------------------------------------------------------------


def _office_like(base: Termbase, forms: list[str], text: str, language: str) -> bool:
    """Whether enough of the words stand, or an abbreviation does."""
    if _ABBREVIATION.search(text) and language != "ja":
        return True
    return any(_share(base, form, text, language) >= _ENOUGH for form in forms)


def _share(base: Termbase, form: str, text: str, language: str) -> float:
    """How much of the form the text has, the names of countries in it aside."""
    simple = inflection.plain(text)
    if language == "ja":
        spans = base.names(form, language)
        core = [sign for at, sign in enumerate(form) if not any(one.start <= at < one.end for one in spans)]
        return sum(sign.lower() in simple for sign in core) / (len(core) or 1)
    names = {word for one in base.names(form, language) for word in inflection.words(form[one.start : one.end])}
    words = inflection.words(form)
    core = [word for word in words if word not in names] or words
    return sum(bool(inflection.word(word, language).search(simple)) for word in core) / len(core)


_GLOSSARY = (
    "en,tk,ru,ja,kind\nRashid Meredov,Raşid Meredow,Рашид Мередов,ラシッド・メレドフ,person\n"
    "Ashgabat,Aşgabat,Ашхабад,アシガバット | アシガバート,place\n"
    "Turkmenistan,Türkmenistan,Туркменистан | !Туркмения,トルクメニスタン,country\n"
    "President of Turkmenistan,Türkmenistanyň Prezidenti,Президент Туркменистана,トルクメニスタン大統領,office\n"
)

TERMS = Check(
    "H258",
    "terms",
    "Persons, places, countries, offices and organisations are called as the glossary has them (locales/glossary.csv): "
    "by the preferred form or an allowed one, in the case that the sentence needs. A surname alone, an adjective of a "
    "country and a shorter name of an office are fine. Forbidden forms are errors.",
    1,
    _run,
    (
        Example("en", "ru", "with Rashid Meredov", "с Рашидом Мередовым", False, glossary=_GLOSSARY),
        Example("en", "ru", "with Rashid Meredov", "с Решидом Мередовым", True, glossary=_GLOSSARY),
        Example("en", "tk", "in Ashgabat", "Aşgabatda", False, glossary=_GLOSSARY),
        Example("ru", "tk", "в Ашхабаде", "Aşkabatda", True, glossary=_GLOSSARY),
        Example("en", "ja", "in Ashgabat", "アシガバートで", False, glossary=_GLOSSARY),
        Example("en", "ja", "the President of Turkmenistan", "トルクメニスタン首相", True, glossary=_GLOSSARY),
        Example("tk", "ru", "Türkmenistanyň", "Туркмении", True, glossary=_GLOSSARY),
        Example("ja", "ru", "トルクメニスタン側", "туркменская сторона", False, glossary=_GLOSSARY),
    ),
)
