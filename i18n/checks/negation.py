"""Negation: what the source denies, the translation denies. A hint: languages negate in many ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Words(NamedTuple):
    """How one language denies."""

    idioms: re.Pattern[str]
    """What looks like a negation and is none, such as *not only*: taken out first."""
    asks: re.Pattern[str]
    """What the other text must answer."""
    answers: re.Pattern[str]
    """What can stand for a negation, such as *without*, *refuse*, *only*: it never asks for one."""


def _words(idioms: str, asks: str, answers: str) -> _Words:
    return _Words(re.compile(idioms), re.compile(asks), re.compile(f"{asks}|{answers}"))


# Stems with -ma- that deny nothing: prayer, diamond, Ramadan; "despite" is a word of its own.
_TK_ENDINGS = (
    "(?:d[yi](?:k|m|lar|ler)?|nd[yi]r(?:ler|lar)?|z(?:lar|ler|lyk|lik|dan|den)?|zl[yi]g\\w{1,4}|ý[aä][rn](?:lar|ler)?|"
    "ýän\\w{0,6}|ýan\\w{0,6}|j[ae]k(?:(?:d[yi][rkg]|l[yi]g|l[ae][rn])\\w{0,8})?|s[ae]|s[yi]n(?:lar|ler)?|d[yi]g\\w{1,6})"
)
_TABLES = {
    "en": _words(
        r"\bnot (?:only|just|merely|solely|least|to mention)\b|\bwhether or not\b|\bif not\b|\bnot until\b"
        r"|\bnot (?:less|more|later|earlier|fewer) than\b|\bnot (?:un|in|im)\w+|\b(?:can)?not (?:but|fail)\b"
        r"|\bno(?:t|thing) (?:other|else) than\b"
        r"|\b(?:do(?:es)?|did)(?: not|n['’]t) (?:hesitate|forget|fail)\b|\bcan(?:not|['’]t) wait\b"
        r"|\b(?:is|are|was|were|do|does|did)n['’]t\b(?=[^.?]*\?)",
        r"\b(?:not|cannot|never|nobody|neither)\b|n['’]t\b"
        r"|\bno (?:[\w-]+ ){1,3}(?:will|would|was|were|is|are|shall|has|have|had)\b",
        r"\b(?:no|none|nor|nothing|nowhere|without|lack\w*|absen\w+|fail\w*|refus\w+|den(?:y|ied|ies|ial)\w*|reject\w*"
        r"|declin\w+|avoid\w*|prevent\w*|prohibit\w*|ban(?:s|ned)?|forbid\w*|forbidden|exclud\w+|only|except|unless|until"
        r"|yet to|against|impossible|unable|hardly|few|little|less|free|stop\w*|ceas\w+|instead|rather|oppos\w+|despite"
        r"|regardless|however|but|abandon\w*|miss\w*|end(?:ed|s)?|irrespective|beyond)\b|\bnon-?\w{3,}"
        r"|\bun(?!der|i(?:t|on|v|q|f|l|ce)|anim)\w{3,}|\bi(?:mm?(?:ob|ater|atur)|mp(?:ass|atient|ef|enet|erf|erm|rec|rob|rop)"
        r"|mbal|ll(?:eg|icit|iter|og)|rr(?:eco|efut|egular|elev|epar|es|ever)|n(?:ab|acc|act|adeq|admis|alien|animat|appr|cap|compat"
        r"|compl|consist|correct|curab|decis|definit|depend|direct|effect|equ|evit|exp|fall|finit|formal|frequent|human|justic"
        r"|nocen|secur|separ|signif|stab|suffic|toler|val|visib|violab|volunt))\w*"
        r"|\bdis(?:a[bgls]|app|arm|band|con|cour|eng|hon|int|lik|man|miss|ob|ple|pute|qual|reg|resp|rupt|sat|solv|suad|trust)\w*"
        r"|\bde(?:-?escal|milit|nucl|popul|priv|regul|void|sist|ter)\w*"
        r"|\b\w{2,20}(?:less|free)\b|\b(?:clos|shut|suspend|halt|postpon|cancel|exempt|remain|pending|delay)\w*"
        r"|\b(?:empty|vacant|still|too|off|away|rarely|seldom|lost|short)\b",
    ),
    "ru": _words(
        r"\bне (?:только|просто|менее|более|позднее|позже|ранее|раньше|раз|случайно|в последнюю|столько|исключено|ниже"
        r"|свыше|выше|хуже|меньше|больше|исключая|считая|говоря)\b|\bтем не менее\b"
        r"|\bне (?:может|могут|могла?|могли|мог) не\b|\bне что иное\b|\bникто иной\b"
        r"|\bедва ли не\b|\bчуть ли не\b|\bпочти не\b|(?<=[,—–] )пока не\b|\bвряд ли не\b",
        r"\b(?:не|нельзя|никогда)\b",
        r"\b(?:нет|ни|без|безо|против|лишь|только|кроме|вместо|вопреки|вне|мало|немного|впервые|едва|вряд)\b|\b(?:не|ни|без|бес"
        r"|отсутств|отказ|отверг|отклон|запре|избе[гж]|предотвр|исключ|отриц|опроверг|воздерж|прекра|лиш|недо|закры|приостан|отмен|отлож|освобо|остал|остаёт|остает)\w*|\b(?:редко|слишком)\b",
    ),
    "tk": _words(
        r"\bdiňe\b[^.;]{0,80}?\b(?:däl|bolman|çäklenm\w+)\b|\b(?:az|kem|pes|köp|artyk|gij|giç)\s+(?:däl|bolmadyk|bolmazlyk)\w*"
        r"|\b(?:namaz|almaz|remezan|oraz|ramazan)\w*|\bgaramazdan\b|\bşol sanda däl\b",
        rf"\b(?:däl\w*|[a-zäçžňöşüý]{{2,}}m[ae]{_TK_ENDINGS}|[a-zäçžňöşüý]{{2,}}män|bolman|galman|almadyk)\b",
        r"\b(?:ýok\w*|bary-ýog\w*|hiç\w*|diňe|gadagan\w*|ret|garşy|derek\w*|deregine|näbelli\w*|nä\w+|na\w+|bi\w+|az|entek|heniz|saklan\w+"
        r"|goýbolsun|ýatyr\w+|bes|başga|garamazdan)\b|\b\w{2,20}(?:syz|siz|suz|süz)\w{0,12}\b"
        r"|\b(?:ýap|togtad|togta|yza)\w*",
    ),
    "ja": _words(
        r"(?:だけ|のみ|ばかり|に限ら|にとどまら|に留まら)(?:で|なら|に)?(?:は|も)?(?:なく|ず|ない|ありません)|のみならず|にとどまらず"
        r"|(?:なければ|なくては|ねば|てはな)(?:な[らり])?(?:ない|なかった|ず|ません|なく)|ざるを得\w*|に過ぎ(?:ない|ません)|かもしれ(?:ない|ません)"
        r"|にほかなら\w*|に他なら\w*|少なくな\w+|少なから|少なくとも|間もなく|まもなく|限りな[くい]|絶え間な[くい]|間違いな[くい]"
        r"|滞りな[くい]|惜しみな[くい]|やむを得\w*|ずつ|まず|必ず|わず[かから]|絶えず|相変わらず|いずれ|いず(?:こ|み)|はず|ではないでしょうか"
        r"|ではありませんか|しか[^。]{0,16}?(?:ない|ません|なかった|なく|ず)|ともかく|くまなく|なくな[るりっ]|さりげな|おかまいな|違いあり?ない|てはいけな|てはならな",
        r"(?<![かわ])(?:ませんで|ません|なかっ|ない(?![しでのかに]?まぜ)|なく(?!な))",
        r"[不無非未否禁反欠拒避止難]|なし|抜き|[わらまかさたなばがけせてれべええねめげ]ず|ぬ|まい|にく|だけ|のみ|しか|以外|ほか|代わ|初めて|中断|失|断|休|閉|停|止|延期|免|残|空",
    ),
}
"""By language."""


def _run(pair: Pair) -> Iterator[Finding]:
    source, target = _TABLES.get(pair.source_language), _TABLES.get(pair.target_language)
    if not source or not target or pair.monolingual or is_copy(pair):
        return
    said, answer = _denials(pair.source_prose, source), _denials(pair.target_prose, target)
    if said and not answer and not _answered(pair.target_prose, target):
        word = said[0][0]
        yield Finding(f"the source denies something (“{word}”), the translation does not", None, "see what is denied")
    if answer and not said and not _answered(pair.source_prose, source):
        word, start = answer[0]
        message = f"the translation denies something (“{word}”), the source does not"
        yield Finding(message, (start, start + len(word)), "compare it with the source")


def _denials(text: str, words: _Words) -> list[tuple[str, int]]:
    plain = words.idioms.sub(lambda match: "\0" * len(match[0]), text.lower())
    if len(plain) != len(text):  # a letter with no small form of the same length
        return []
    return [(text[slice(*match.span())], match.start()) for match in words.asks.finditer(plain)]


def _answered(text: str, words: _Words) -> bool:
    """Whether anything can stand for a negation, an idiom too."""
    lower = text.lower()
    return bool(words.answers.search(lower) or words.idioms.search(lower))


NEGATION = Check(
    "H241",
    "negation",
    "A “not” that is lost, or added, turns a statement around. This is a hint: words such as without, refuse or only "
    "can say the same, and so can “not only ... but also”; the check passes them.",
    3,
    _run,
    (
        Example("en", "ru", "The parties did not sign the treaty.", "Стороны не подписали договор.", False),
        Example("en", "ru", "The parties did not sign the treaty.", "Стороны подписали договор.", True),
        Example("ru", "tk", "Стороны не поддерживают санкции.", "Taraplar sanksiýalary goldaýarlar.", True),
        Example("ru", "tk", "Стороны не поддерживают санкции.", "Taraplar sanksiýalary goldamaýarlar.", False),
        Example("en", "ja", "The talks were not held.", "協議は行われませんでした。", False),
        Example("en", "ja", "The talks were held.", "協議は行われませんでした。", True),
        Example("ja", "en", "経済だけでなく文化も議論した。", "They discussed both the economy and culture.", False),
        Example("tk", "en", "Bu mesele çözülmedi.", "This issue has been settled.", True),
        Example("en", "ru", "The outcome is not known.", "Итог неизвестен.", False),
    ),
)
