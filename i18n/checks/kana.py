"""Kanji and kana that look alike, in the place of each other: ニュース as 二ュース, 協力 as 協カ, へ as ヘ."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_K = "\u30a1-\u30fa\u30fc"  # katakana
_H = "\u3041-\u3093"  # hiragana
_J = "\u3005\u3400-\u9fff"  # kanji
_SMALL = "ァィゥェォャュョッ"
_NUMBERED = "[カヶケヵ][国月所年条]|キロ|メートル|ドル|トン|パーセント|ユーロ|グラム|ヘクタール|ページ|チーム|マナト"
_TO_KATAKANA = dict(zip("二一工力口夕卜八才千三へべぺり", "ニーエカロタトハオチミヘベペリ", strict=True))
_TO_KANJI = dict(zip("カロエニタハーチオミ", "力口工二夕八一千才三", strict=True))
_TO_HIRAGANA = dict(zip("ヘベリカキモヤセウニスラ", "へべりかきもやせうにすら", strict=True))


@cache
def _in_katakana() -> re.Pattern[str]:
    return re.compile(
        # Inside of a word, and before what can only follow katakana.
        rf"(?<=[{_K}])[一二三八千](?=[{_K}])(?!.(?:{_NUMBERED}))|(?<=[{_K}])[工力口夕卜才](?=[{_K}])"
        rf"|卜(?=[{_K}])|[工力口夕](?=[{_SMALL}ー])|[二三八千](?=[ァィゥェォャュョー])|二(?=ッ[ケポ])"
        # At its beginning: words such as 口コミ and 力コブ are right.
        rf"|(?<![{_J}\d０-９])(?:[工才卜]|口(?!コミ|パク|ゲンカ|ベタ|ヒゲ|グセ|マネ)|力(?!コブ|ワザ|ズク)|夕(?!バエ|マグレ))(?=[{_K}]{{2}})"
        rf"|(?<![{_J}\d０-９])(?:八(?=ンガリ|バロフ|ノイ|イチ|ムラ|マス|リコフ|カン|イレベル|サン|ワイ|ルキウ)"
        r"|二(?=カラグア|コラ|コシア|ヤゾフ)|三(?=サイル|ンスク|ラノ|ハイル|ネラル|クロ)|千(?=ケット|ベット|タン))"
        # At its end.
        rf"|(?<=[{_K}])(?:[夕才](?![{_J}{_K}])|卜|二(?=[はがをにのでともへ、。]|\Z)(?!つ))"
        r"|(?:(?<=アメリ|アフリ|スタリ|ャマイ|リラン|ドミニ|マラッ)|(?<=ダッ|メッ))力|(?<=ユー|メト|マク|ミク|ネグ)口|(?<![ァ-ヺー])(?<=[プキテゼ])口"
        r"|(?<=ルギ|ンタ|ンバ|ミナ|トナ|ーダ|ンダ|ンサ|オナ|ーザ|ーバ|バシ|ツア|ガリ|イバ|ーヤ|ーカ|ラリ|トリ|ータ|ーミ|デミ|ラシ|テリ)一"
        rf"(?![{_J}{_K}])"
        # Before a bracket or a space, where no counting word can stand; ステップ一 and アジア一 are right.
        rf"|(?<=[{_K}]{{2}})(?<!アジア)(?<![プルスジズトンムアドクコマー])(?<!パー)一(?=[「『 \u3000])"
        # Hiragana with the shape of katakana; へ is right behind a noun.
        rf"|(?<![{_H}{_J}{_K}])[へべ](?=[{_K}])|へ(?=クタール|リコプター|ルシンキ|ルメット)|(?<=[{_K}])[りべ](?=[{_K}])"
        rf"|べ(?=トナム|ルギー|ラルーシ|ルリン|イルート|ネズエラ)|(?<=[{_K}])り(?=[のでをにはが州市])"
        rf"|ぺ(?=[{_K}])|(?<=[{_K}])ぺ"
    )


# カ is right in 3カ国, ロ is Russia in 日ロ, ー is right behind katakana or hiragana; names of notes are ハ長調.
@cache
def _in_kanji() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[{_J}])(?<![〇一二三四五六七八九十百千万数何幾両半日米中英仏独露韓印豪])カ(?![{_K}国月所年条村都首外])"
        rf"|(?<![{_K}{_J}])カ(?=を(?:合|入|尽|貸|借|発|注|得|増))"
        rf"|(?:(?<=[人窓入出河戸火港蛇])ロ(?=[のはがをにで、。]|\Z|前|数|側)|(?<![{_K}])ロ(?=[座頭径述実調元]))"
        rf"|(?:(?<=[{_J}])エ(?![{_K}])|(?<![{_K}])エ(?=[{_J}]))"
        rf"|(?:(?<=[第十])ニ(?![{_K}])|(?<![{_K}])ニ(?=[国者月日年人十百千万回つ]))"
        rf"|(?:(?<=[七朝毎])タ(?![{_K}])|(?<![{_K}])タ(?=[方食日刻暮飯刊]))"
        rf"|(?:(?<=[第十])ハ(?![{_K}])|(?<![{_K}])ハ(?=[人月日年時回名億万千百十件校]))"
        rf"|(?<=[{_J}])ー|(?<![{_K}])(?<![ぁあかさたなはまらわえけせてねめれおこそとのほもよろ])ー(?=[{_J}])|(?<=[のとは])ー(?=[部方般定])|ー(?=[般部致層緒定国])"
        rf"|(?:(?<=数)チ(?![{_K}])|(?<![{_K}])チ(?=[葉人円]))|(?<=天)オ(?![{_K}])|(?<![{_K}])オ(?=[能色])"
        rf"|(?<![{_K}])ミ(?=[人国月日年者菱])"
    )


@cache
def _in_hiragana() -> re.Pattern[str]:
    return re.compile(
        rf"ヘ(?![{_K}長短音)）])|(?<=[{_J}])リ(?![{_K}])|(?<=[{_H}])リ(?=[{_J}])|(?<=[{_J}])ベ(?=[{_H}])|(?<=[{_H}])[ベリカキモヤセウニスラ](?=[{_H}。、]|\Z)|(?<=[{_J}])ニ(?=[{_J}])(?![国者月日年人十百千万回])"
    )


# Where the dear expressions above can find something: one of their signs stands beside katakana, or beside none.
_BESIDE_KATAKANA = late(f"[二一工力口夕卜才八三千へべぺり](?:(?=[{_K}])|(?<=[{_K}].))")
_BEHIND_NO_KATAKANA = late(f"[カロエニタハーチオミ](?:(?<![{_K}].)|(?<=ー)(?=[般部致層緒定国]))")
_BEHIND_HIRAGANA = late(f"[ヘベリカキモヤセウニスラ](?:(?<=ヘ)|(?<=[{_H}{_J}].))")
# Letters with their marks apart: another check says so.
_TAKEN_APART = late("[\u3099\u309a]")
# は八253人 was はハ253人, and 二5 is no number.
_BEFORE_DIGITS = late(rf"[八二工力口一](?<=[{_H}].)(?=[0-9０-９])")
_KANA = str.maketrans("八二工力口一", "はニエカロー")


def slips(text: str) -> Iterator[tuple[str, tuple[int, int], str, bool]]:
    """Signs that stand for others: what is said of each, where it is, what is meant, and whether that is sure."""
    if _TAKEN_APART.search(text):
        return
    for match in _in_katakana().finditer(text) if _BESIDE_KATAKANA.search(text) else ():
        kind = "hiragana" if match[0] in "へべぺり" else "a kanji"
        yield f"{match[0]} is {kind} inside a katakana word", match.span(), _TO_KATAKANA[match[0]], True
    for match in _BEFORE_DIGITS.finditer(text):
        yield f"{match[0]} is a kanji before digits", match.span(), match[0].translate(_KANA), False
    for match in _in_kanji().finditer(text) if _BEHIND_NO_KATAKANA.search(text) else ():
        right = _TO_KANJI[match[0]]
        yield f"{match[0]} is katakana where {right} is meant", match.span(), right, True
    for match in _in_hiragana().finditer(text) if _BEHIND_HIRAGANA.search(text) else ():
        yield f"{match[0]} is katakana among hiragana", match.span(), _TO_HIRAGANA[match[0]], True
