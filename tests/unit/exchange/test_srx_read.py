"""SRX files of other tools: what is taken, what is left out, and what is wrong with a file."""

from __future__ import annotations

import time
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.exchange.srx import Imported, export, read
from i18n.model import Place
from i18n.problems import HabarError
from i18n.segment import load_rules, split

HEAD = (
    '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>'
    '<languagerules><languagerule languagerulename="E">'
)
TAIL = (
    "</languagerule></languagerules>"
    '<maprules><languagemap languagepattern="EN.*" languagerulename="E"/></maprules></body></srx>'
)


def srx(*rules: tuple[str, str, str]) -> bytes:
    """A file with these rules for English, a rule a line from line 2 on."""
    lines = [
        f'<rule break="{cuts}"><beforebreak>{escape(before)}</beforebreak><afterbreak>{escape(after)}</afterbreak></rule>'
        for cuts, before, after in rules
    ]
    return "\n".join([HEAD, *lines, TAIL]).encode()


def faults(data: bytes) -> list[str]:
    with pytest.raises(HabarError) as caught:
        read(data, "x.srx")
    return [str(found) for found in caught.value.problems]


# Laws ------------------------------------------------------------------------------------------

EXPRESSIONS = st.text(alphabet=r"aB. \[](){}|?*+^$-&,12sdwbpPLuQE:=!<>i“”。", max_size=25)


@given(EXPRESSIONS, EXPRESSIONS, st.sampled_from(["yes", "no"]))
@settings(max_examples=300, deadline=None)
def test_what_comes_out_is_a_rules_file(before: str, after: str, cuts: str) -> None:
    try:
        found = read(srx((cuts, before, after)), "x.srx")
    except HabarError as error:
        assert {problem.code for problem in error.problems} <= {"H133", "H135"}
        return
    for text in found.rules.values():
        load_rules(text, Place("x.toml"))
    assert len(found.rules) + len(found.problems) > 0


@given(st.binary(max_size=200) | st.text(alphabet="<>/srx=\"' 20header&;!-[]", max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(HabarError):
        read(data, "x.srx")


# Examples --------------------------------------------------------------------------------------


def test_a_file_as_tools_write_it() -> None:
    data = srx(
        ("no", r"\b[Pp]rof\.", r"\s"),
        ("no", r"\b(?:Mr|Inc|U\.S)\.\s+", ""),
        ("no", r"\be\.\s?g\.", r"\s"),
        ("no", r"\bNo\.", r"\s+\d"),
        ("no", r"[A-Z]+\.", r"\s+[a-z]"),
        ("no", r"(?<!x)y*+\.", r"\s"),
        ("yes", r"[.?!]+", r"\s"),
    )
    assert read(data, "mail.srx") == Imported(
        {
            "en": "# Taken from mail.srx. Look through it: a word that is a full word too must not stay in 'never'.\n"
            '\nnever = [\n  "Prof",\n  "prof",\n  "Mr",\n  "Inc",\n  "U.S",\n  "e.g",\n  "e. g",\n]\n'
            '\n[[rule]]\nid = "srx-1"\nbreak = false\nbefore = "\\\\bNo[.]"\nafter = "\\\\d"\n'
            'note = "Taken from mail.srx, line 5."\n'
            '\n[[rule]]\nid = "srx-2"\nbreak = false\nbefore = "[A-Z]{1,40}[.]"\nafter = "[a-z]"\n'
            'note = "Taken from mail.srx, line 6."\n'
        },
        read(data, "mail.srx").problems,
    )
    assert [str(found) for found in read(data, "mail.srx").problems] == [
        "mail.srx:7: warning H136: <beforebreak> cannot be said: a possessive repetition ('++') cannot be said",
        "mail.srx:8: info H139: the rule speaks of every terminator: habar's own rules decide there",
    ]


def test_imported_words_protect() -> None:
    own = load_rules(read(srx(("no", r"\bZzz\.", r"\s")), "x.srx").rules["en"], Place("x.toml"))
    text = "We saw Zzz. Orazov. He spoke."
    assert [text[start:end] for start, end in split(text, "en", own)] == ["We saw Zzz. Orazov.", "He spoke."]


def test_srx_1_is_read() -> None:
    data = (
        b'<srx version="1.0"><header segmentsubflows="yes"/><body><languagerules>'
        b'<languagerule languagerulename="D"><rule break="no"><beforebreak>\\bAbb\\.</beforebreak></rule></languagerule>'
        b'</languagerules><maprules><maprule maprulename="M">'
        b'<languagemap languagepattern=".*" languagerulename="D"/></maprule></maprules></body></srx>'
    )
    own = load_rules(read(data, "old.srx").rules["common"], Place("x.toml"))
    assert own.words == (("Abb", "never"),)


def test_habar_reads_what_it_writes() -> None:
    found = read(export(["en", "ru", "tk", "ja"]), "habar.srx")
    assert sorted(found.rules) == ["common", "en", "fallback", "ja", "ru", "tk"]
    after = r"[•●▪■◦·*]"  # the rule "bullet" of the common file, which has no expression for what stands before
    assert [
        rule.before for rule in load_rules(found.rules["common"], Place("x.toml")).rules if rule.after == after
    ] == [""]
    words = dict(load_rules(found.rules["ru"], Place("x.toml")).words)
    assert {words.get(word) for word in ("г-н", "ул", "проф", "т. е", "чл.-корр")} == {"never"}


def test_without_cascade_the_first_map_counts() -> None:
    data = srx(("no", r"\bAbb\.", "")).replace(b'cascade="yes"', b'cascade="no"')
    data = data.replace(
        b"</maprules>", b'<languagemap languagepattern="(en|fr)" languagerulename="F"/></maprules>'
    ).replace(
        b"</languagerules>",
        b'<languagerule languagerulename="F"><rule break="no"><beforebreak>Fgh\\.</beforebreak></rule></languagerule></languagerules>',
    )
    words = {locale: load_rules(text, Place("x")).words for locale, text in read(data, "x.srx").rules.items()}
    assert words == {"en": (("Abb", "never"),), "fr": (("Fgh", "never"),)}


# Tables ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (r"\p{Lu}\.", r"\s\p{Ll}", (r"\p{Lu}[.]", r"\p{Ll}")),
        (r"\u0041\x42\.", r"\d{2,}", (r"AB[.]", r"\d{2,40}")),
        (r"(?i)no\.", r"\s+[0-9]", (r"[nN][oO][.]", "[0-9]")),
        (r"\Qa.b\E\.", r"\P{Lu}", (r"a[.]b[.]", r"[^\p{Lu}]")),
        (r"[\p{Ps}a]x.*?\.", "q", (r"[(\[{「『（【〈《〔［｛„‚a]x.{0,40}[.]", "q")),
        (r"(?<=a)b\.", "(?!c)d", (r"(?<=a)b[.]", "(?!c)d")),
    ],
)
def test_expressions_are_translated(before: str, after: str, expected: tuple[str, str]) -> None:
    own = load_rules(read(srx(("no", before, after)), "x.srx").rules["en"], Place("x.toml"))
    assert [(rule.before, rule.after) for rule in own.rules] == [expected]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("(a", "error H135: <beforebreak> is not a valid expression: missing ), unterminated subpattern at position 0"),
        ("[a", "error H135: <beforebreak> is not a valid expression: unterminated character set at position 0"),
        ("*a", "error H135: <beforebreak> is not a valid expression: nothing to repeat at position 0"),
    ],
)
def test_a_broken_expression_is_an_error(expression: str, message: str) -> None:
    assert faults(srx(("no", expression, ""))) == [f"x.srx:2: {message}"]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        (r"(a)\1\.", "H136"),
        (r"(?>a)\.", "H136"),
        (r"[a&&b]\.", "H136"),
        (r"\p{Sc}\.", "H136"),
        (r"(?:(?:(?:a+b?)+c?)+d?)+\.", "H137"),
        ("a" * 6001, "H137"),
    ],
)
def test_what_cannot_be_said_is_left_out(expression: str, code: str) -> None:
    found = read(srx(("no", expression, r"\sx")), "x.srx")
    assert found.rules == {}
    assert [(problem.code, problem.place.line) for problem in found.problems] == [(code, 2)]


BASE = srx(("no", "a[.]", ""))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "x.srx:1:1: error H131: the file is not XML: Document is empty"),
        (b"<srx>\n<a></b>", "x.srx:2:8: error H131: the file is not XML: Opening and ending tag mismatch: a line 2 and b"),
        (b"<tmx/>", "x.srx:1: error H132: the file begins with <tmx>; an SRX file begins with <srx>"),
        (BASE.replace(b'version="2.0"', b'version="3.0"'), "x.srx:1: error H132: the version is '3.0'; known are 1.0 and 2.0"),
        (BASE.replace(b"srx20", b"srx21"), "x.srx:1: error H132: the namespace of <srx> is 'http://www.lisa.org/srx21', not that of SRX 2.0"),
        (BASE.replace(b' cascade="yes"', b""), "x.srx:1: error H133: the attribute 'cascade' must be yes or no"),
        (BASE.replace(b'break="no"', b'break="maybe"'), "x.srx:2: error H133: the attribute 'break' must be yes or no"),
        (BASE.replace(b"beforebreak", b"before"), "x.srx:2: error H133: <before> is not expected here; <beforebreak> or <afterbreak> is"),
        (BASE.replace(b'languagerulename="E"/>', b'languagerulename="X"/>'), "x.srx:3: error H134: there are no language rules with the name 'X'"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE srx [<!ENTITY a "b">]>\n' + BASE, "x.srx:2: error H138: a document type (<!DOCTYPE …>) is not allowed"),
        (BASE + b" " * 1_000_000, f"x.srx: error H138: the file has {len(BASE) + 1_000_000} bytes; 1000000 are allowed"),
    ],
)  # fmt: skip
def test_faults_of_the_file(data: bytes, expected: str) -> None:
    assert faults(data)[0] == expected


def test_every_fault_is_told() -> None:
    data = BASE.replace(b'break="no"', b'break="x"').replace(b'languagepattern="EN.*"', b"")
    assert [line.partition(": ")[0] for line in faults(data)] == ["x.srx:2", "x.srx:3"]


def test_a_hostile_document_type_in_utf_16(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", encoding="utf-8")
    text = f'<!DOCTYPE srx [<!ENTITY a SYSTEM "{secret}">]><srx version="1.0">&a;</srx>'
    assert faults(text.encode("utf-16")) == ["x.srx:1: error H138: a document type (<!DOCTYPE …>) is not allowed"]


def test_a_hostile_file_is_given_up_soon() -> None:
    rules = [("no", f"(?:(?:a{number}+b?)+c?)+" + "a?" * 100, "") for number in range(2000)]
    started = time.perf_counter()
    assert faults(srx(*rules)) == [
        "x.srx:102: error H138: more than 100 expressions of the file could run for too long"
    ]
    assert time.perf_counter() - started < 10
