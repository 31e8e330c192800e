"""One pass over the words, figures and signs of a text of spaced words: the numbers that they are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from i18n.numerals.items import Item
from i18n.numerals.literals import roman, values
from i18n.numerals.values import Number, Weight
from i18n.numerals.words import spell_out
from i18n.patterns import late

if TYPE_CHECKING:
    from i18n.numerals.lexicon import Lexicon

Values = tuple[Decimal, ...]
"""What a number can mean."""

_GROUP = late(r"\d{3}(,\d+)?")
_SHARE = 10
_SHARE_BEFORE = late(r"(?i)\b(?:an?|every|one|one in|кажд\w+) \Z")
_SHARE_BEHIND = late(r" (?:част|дол|bir)")
_NEAR = 12
_ORDINAL_END = late(r"(?:st|nd|rd|th|й|го|му|м|я|ю|е|х|ми|ая|ого|ый|ой|ом|nji|njy)")
_SHORT_END = late(r"(?:ти|ми|х|nj[iy]\w*|[a-zäýöüňşçž]{1,5}|летие?\w*|летн\w*)")


@dataclass(slots=True)
class Reader:
    """One pass over the tokens of a text."""

    text: str
    words: Lexicon
    tokens: list[Item]
    telling: frozenset[str]
    """The words that can be a number, a part of one, or a month."""
    at: int = 0

    def items(self) -> list[Item]:
        """The tokens, with numbers and months in the place of those that make them."""
        found: list[Item] = []
        telling = self.telling
        for place in [at for at, token in enumerate(self.tokens) if token.kind == "n" or token.text in telling]:
            if place < self.at:  # a part of the number before it
                continue
            found += self.tokens[self.at : place]
            self.at, token = place, self.tokens[place]
            found.append(self.figure(token) if token.kind == "n" else self.word(token))
        return found + self.tokens[self.at :]

    def peek(self, ahead: int = 0) -> Item | None:
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    # Digits ------------------------------------------------------------------------------------

    def figure(self, first: Item) -> Item:
        """The number that begins at the token ``first``, with its ending and its scale word."""
        before = self._code_before()
        literal, end = self._literal(first, joined=not before)
        own, foreign = values(literal, self.words.decimal)
        own = self._short_year(first, own)
        digits_end = end
        end, ordinal, code = self._ending(end)
        own = self._also(end, self._decade(own, self.text[digits_end:end]))
        if not (code or before or ordinal):
            end, own, foreign = self._scaled(end, own, foreign)
        weight: Weight = "code" if code or before else "figure"
        number = Number(own, first.start, end, self.text[first.start : end], weight, ordinal, foreign)
        return Item("n", number.text, first.start, end, number)

    def _literal(self, first: Item, *, joined: bool) -> tuple[str, int]:
        """Digits with the groups that follow after a space: ``1 234 567,8``; none follows a code, such as *T5 745*."""
        literal, end = first.text, first.end
        self.at += 1
        spaced = joined and len(literal) <= 3 and " " in self.words.group and literal[0] != "0"
        while spaced and (token := self.peek()) and token.kind == "n" and token.start == end + 1:
            if self.text[end] != " " or not _GROUP.fullmatch(token.text):
                break
            literal, end = literal + token.text, token.end
            self.at += 1
            spaced = "," not in token.text
        return literal, end

    def _code_before(self) -> bool:
        """Whether the digits belong to a name: COVID-19, G7."""
        before, start = self.peek(-1), self.tokens[self.at].start
        if before is not None and before.text in ("-", "+") and before.end == start:
            start = before.start
            before = self.peek(-2)
        return bool(before and before.kind == "w" and before.end == start and before.text[-1].isupper())

    def _short_year(self, first: Item, own: Values) -> Values:
        """2023-24 and 2023/24: the second year may lack its century."""
        sign, year = self.tokens[self.at - 2 : self.at - 1], self.tokens[self.at - 3 : self.at - 2]
        if not (self.at >= 3 and len(first.text) == 2 and own and sign[0].text in "-/" and sign[0].end == first.start):
            return own
        if year[0].kind == "n" and len(year[0].text) == 4 and year[0].end == sign[0].start and year[0].text.isdigit():
            return (*own, Decimal(year[0].text[:2] + first.text))
        return own

    def _decade(self, own: Values, ending: str) -> Values:
        """The 90s, 90-е годы and 90-njy ýyllar are the 1990s too."""
        following = self.peek()
        years = following and following.text.startswith("ýyllar")
        if own and 20 <= own[0] <= 90 and own[0] % 10 == 0 and (years or ending.strip("-") in ("s", "е", "х")):
            return (*own, own[0] + 1900)
        return own

    def _also(self, end: int, own: Values) -> Values:
        """In the 89th year of one's life (на 89-м году жизни) one is 88, and 25 basis points are 0.25 per cent."""
        first, second = self.peek(), self.peek(1)
        if not own or not first or not second or self.text[end : end + 1] != " ":
            return own
        if second.text == "жизни" and first.text.startswith("год"):
            return (*own, own[0] - 1)
        return (*own, own[0] / 100) if first.text.lower().startswith(("basis", "базисн", "bazis")) else own

    def _ending(self, end: int) -> tuple[int, bool, bool]:
        """The ending after the digits: where it ends, whether it makes an ordinal, or a code (5G)."""
        word, steps = self._glued(end)
        lower = word.text.lower() if word else ""
        if not word or lower in self.words.scales or lower in self.words.months:
            return end, False, False
        ordinal = bool(_ORDINAL_END.fullmatch(lower))
        code = not ordinal and steps == 1 and word.text[0].isupper()
        if not (ordinal or code or _SHORT_END.fullmatch(lower)):
            return end, False, False
        self.at += steps
        return word.end, ordinal, code

    def _glued(self, end: int) -> tuple[Item | None, int]:
        """The word right after ``end``, or after a hyphen there, and how many tokens that makes."""
        first, second = self.peek(), self.peek(1)
        if first and first.kind == "w" and first.start == end:
            return first, 1
        hyphen = first and first.text == "-" and first.start == end
        return (second, 2) if hyphen and second and second.kind == "w" and second.start == end + 1 else (None, 0)

    def _scaled(self, end: int, own: Values, foreign: Values) -> tuple[int, Values, Values]:
        """The number times the scale words after it, with what is added: ``1 million 250 müň``, ``2 müň 345``."""
        if half := self._half(end):
            end, own = half, tuple(value + Decimal("0.5") for value in own)
        scale = self._scale(end)
        if not scale:
            return end, own, foreign
        end, factor = scale
        own, foreign = tuple(v * factor for v in own), tuple(v * factor for v in foreign)
        while factor > 1 and (more := self._addend(end, factor)):
            end, value, factor = more
            own = tuple(v + value for v in own)
        return end, own, foreign

    def _addend(self, end: int, limit: Decimal) -> tuple[int, Decimal, Decimal] | None:
        """What is added to a number of a larger scale: where it ends, its value, and its own scale."""
        token, follower = self.peek(), self.peek(1)
        if not (token and token.kind == "n" and token.text.isdigit() and len(token.text) <= 3):
            return None
        if self.text[end : token.start] not in (" ", ". ") or (follower and follower.text.lower() in self.words.months):
            return None
        before = self.at
        self.at += 1
        end, factor = self._scale(token.end) or (token.end, Decimal(1))
        if factor >= limit:
            self.at = before
            return None
        return end, Decimal(token.text) * factor, factor

    def _scale(self, end: int) -> tuple[int, Decimal] | None:
        """The scale word right after ``end``; steps over it, and over the dot of тыс. when a number follows."""
        word = self.peek()
        if not (word and word.kind == "w" and self.text[end : word.start] in ("", " ", "-")):
            return None
        factor = self.words.scales.get(word.text.lower())
        if factor is None:
            return None
        self.at += 1
        following = self.peek()
        if (
            following
            and following.text == "."
            and following.start == word.end
            and (after := self.peek(1))
            and after.kind == "n"
        ):
            self.at += 1
            return word.end, factor
        return word.end, factor

    def _half(self, end: int) -> int | None:
        """The half in ``2 and a half``, ``2 с половиной``, ``iki ýarym``: where it ends; steps over it."""
        for ahead in range(3):
            token = self.peek(ahead)
            if not token or token.kind != "w" or self.text[end : token.start] != " ":
                return None
            if token.text in self.words.half:
                self.at += ahead + 1
                return token.end
            if token.text not in self.words.half_leads:
                return None
            end = token.end
        return None

    # Words -------------------------------------------------------------------------------------

    def word(self, first: Item) -> Item:
        """A number word with those that belong to it, a month, a Roman numeral, or the word itself."""
        lower = first.text.lower()
        if month := self.words.months.get(lower):
            self.at += 1
            return Item("m", first.text, first.start, first.end, month=month)
        if lower in self.words.number_words and (spelled := spell_out(self.tokens, self.at, self.text, self.words)):
            return self._spelled(first, *spelled)
        self.at += 1
        if lower in self.words.half and (scale := self._half_of(first.end)):
            return self._item(first, scale[0], scale[1] / 2, "word")
        loose = self._loose(first, lower) or self._roman(first)
        return Item("n" if loose else "w", lower, first.start, first.end, loose)

    def _spelled(self, first: Item, value: Decimal, ordinal: bool, count: int, weight: Weight) -> Item:
        """A number of ``count`` words, and the half and the scale that may follow it."""
        end = self.tokens[self.at + count - 1].end
        self.at += count
        if not ordinal and (half := self._half(end)):
            end, value = half, value + Decimal("0.5")
            if scale := self._scale(end):
                end, value = scale[0], value * scale[1]
        share = (100 / value,) if 2 < value <= _SHARE and self._is_share(first) else ()
        return self._item(first, end, value, weight, ordinal, share)

    def _is_share(self, first: Item) -> bool:
        """Whether a number is a part of all, which may be told in per cent: a fifth, пятая часть, bäşden bir."""
        before, after = self.text[: first.start], self.text[first.end :]
        return bool(_SHARE_BEFORE.search(before[-_NEAR:]) or _SHARE_BEHIND.match(after[:_NEAR]))

    def _item(
        self, first: Item, end: int, value: Decimal, weight: Weight, ordinal: bool = False, also: Values = ()
    ) -> Item:
        text = self.text[first.start : end]
        return Item("n", text, first.start, end, Number((value, *also), first.start, end, text, weight, ordinal))

    def _half_of(self, end: int) -> tuple[int, Decimal] | None:
        """The scale word in *half a million*, "ýarym million"."""
        article = self.peek()
        if article and article.text in self.words.half_leads and article.start == end + 1:
            self.at += 1
            end = article.end
        return self._scale(end)

    def _loose(self, word: Item, lower: str) -> Number | None:
        found = self.words.loose.get(lower)
        if not found and self.words.compounds and (compound := self.words.compounds.match(lower)):
            found = (self.words.prefixes[compound[1]],)
        return Number(found, word.start, word.end, word.text, "loose") if found else None

    def _roman(self, word: Item) -> Number | None:
        listed = self.text[word.start - 1 : word.start] == "(" and self.text[word.end : word.end + 1] == ")"
        value = roman(word.text.upper() if listed else word.text)
        if value is None:
            return None
        weight: Weight = "figure" if len(word.text) > 1 and "L" not in word.text and not listed else "loose"
        return Number((Decimal(value),), word.start, word.end, word.text, weight, ordinal=True)
