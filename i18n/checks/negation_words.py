"""The words that deny in each language, and those that only look as if they did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from i18n.needles import Guarded
from i18n.patterns import late

if TYPE_CHECKING:
    import re


class Words(NamedTuple):
    """How one language denies."""

    idioms: Guarded
    """What looks like a negation and is none, such as *not only*: taken out first."""
    asks: Guarded
    """What the other text must answer, as often as it stands."""
    without: Guarded
    """What takes something away from a noun: *without a visa*. It asks, too, where nothing else can answer it."""
    only: re.Pattern[str]
    """What may answer a denial, and answers none where both texts have it."""
    denying: re.Pattern[str]
    """What denies by its meaning, such as *forbid* or *yet to*: each answers one denial, and asks for none."""
    answers: re.Pattern[str]
    """What can stand for a negation as well, such as *still* or *closed*: where both texts have it, it answers none."""


def _words(idioms: str, asks: str, without: str, only: str, denying: str, answers: str) -> Words:
    return Words(Guarded(idioms), Guarded(asks), Guarded(without), late(only), late(denying), late(answers))


# Stems with -ma- that deny nothing: prayer, diamond, Ramadan; "despite" is a word of its own.
_TK_ENDINGS = (
    "(?:d[yi](?:m|ň|k|ňyz|ňiz|lar|ler)?|d[yi][gk]\\w{1,8}|nd[yi](?:r\\w{0,6}|l[ae]r|m|ň|k|ňyz|ňiz)?|nd[yi][gk]\\w{0,8}|r(?:yn|in|ys|is|s[yi]ň\\w{0,5})"
    "|z(?:lar|ler|d[ae]n|d[yi]|l[yi]k)?|zl[yi][gk]\\w{1,10}|ý[aä][rn]\\w{0,9}"
    "|j[ae]k(?:(?:d[yi][rkg]|l[yi]g|l[ae][rn])\\w{0,8})?|s[ae](?:m|ň|k|ňyz|ňiz|lar|ler)?|s[yi]n(?:lar|ler)?)"
)
TABLES = {
    "en": _words(
        r"\bnot (?:only|just|merely|solely|least|to mention|limited to)\b|\bwhether or not\b|\bif not\b|\bnot until\b"
        r"|\bnot (?:open|start|begin|resume|close|end|come|leave|arrive|return|be (?:open|ready)\w*)\w*"
        r" (?:until|before)\b"
        r"|\bnot (?:less|more|later|earlier|fewer) than\b|\b(?:can)?not (?:but|fail)\b"
        r"|\bnot (?!in(?:ten|clu|for|sta|si|ve|tro|vol|vit|dic|ter|cr|flu|ju|sp|su|her|to\b)"
        r"|imp(?:or|ose|rov|lem|l[iy]|ac|ed)|unde|uni[tvf]"
        r"|unless|until)(?:un|in|im)\w+"
        r"|\bno(?:t|thing) (?:other|else) than\b|\bnot (?:be allowed to )?exceed\w*"
        r"|\bno (?:less|more|later|earlier|fewer|longer|doubt|sooner|matter|one else)\b|\bno \w{3,}er than\b"
        r"|\bno(?:\. ?|\s)(?=[\d{%<])"
        r"|\b(?:do(?:es)?|did)(?: not|n['’]t) (?:hesitate|forget|fail)\b|\bcan(?:not|['’]t) wait\b"
        r"|\b(?:is|are|was|were|do|does|did)(?:n't|n’t)\b(?=[^.?]*\?)"
        r"|\bno stone unturned\b|\bspar(?:e[sd]?|ing) no \w+|\bno secret\b|\bsecond to none\b|\bnothing but\b"
        r"|\bnone the less\b"
        r"|\bwithout (?:exception|doubt|delay|interruption|fail|question|saying|prejudice|(?:any )?loss|harm"
        r"|difficulty)\b|\bnot (?:far|long|least)\b"
        r"|\bunder (?:the age of )?\d+\b",
        r"\b(?:not|no|cannot|never|nobody|neither|none|nothing)\b|(?:n't|n’t)\b",
        r"\bwithout\b",
        r"\bonly\b",
        r"\b(?:nor|zero|nowhere|lack\w*|absen(?:t|ce)|fail(?:ed|s|ing|ure)?|refus\w+|den(?:y|ied|ies|ial)\w*"
        r"|reject\w*|refrain\w*|dissent\w*|disagree\w*"
        r"|abstain\w*|dismiss\w*|quash\w*|overturn\w*|declin\w+|avoid\w*|prevent\w*|prohibit\w*|ban(?:s|ned)?"
        r"|forbid\w*|forbidden|unless|yet to|hardly"
        r"|impossible|unable|far from"
        r"|too \w+ to|let alone)\b|\bun(?!til|less|cle|der|i(?:t|on|v|q|f|l|ce)|anim)\w{3,}",
        r"\b(?:exclud\w+|except|until"
        r"|against|few|little|less|free|stop\w*|ceas\w+|instead|rather|oppos\w+|despite"
        r"|regardless|however|but|abandon\w*|miss\w*|end(?:ed|s)?|irrespective|beyond|otherwise|arbitrar\w*)\b"
        r"|\bnon[-‐]?\w{3,}"
        r"|\bi(?:mm?(?:ob|ater|atur)|mp(?:ass|atient|ef|enet|erf|erm|rec|rob|rop)"
        r"|mbal|ll(?:eg|icit|iter|og)|rr(?:eco|efut|egular|elev|epar|es|ever)|n(?:ab|acc|act|adeq|admis|alien|animat"
        r"|appr|cap|compat"
        r"|compl|consist|correct|curab|decis|definit|depend|direct|effect|equ|evit|exp|fall|finit|formal|frequent"
        r"|human|justic"
        r"|nocen|secur|separ|signif|stab|suffic|toler|val|visib|violab|volunt))\w*"
        r"|\bdis(?:a[bgls]|app|arm|band|con|cour|eng|hon|int|lik|man|miss|ob|ple|pute|qual|reg|resp|rupt|sat|solv"
        r"|suad|trust)\w*"
        r"|\bde(?:-?escal|milit|nucl|popul|priv|regul|void|sist|ter)\w*"
        r"|\b\w{2,20}(?:less|free)\b|\b(?:clos|shut|suspend|halt|postpon|cancel|exempt|remain|keep|kept|pending"
        r"|delay)\w*"
        r"|\b(?:blackout|outage|shortage)s?\b|\b(?:stay\w*|empty|vacant|still|too|off|away|rarely|seldom|lost|short)\b",
    ),
    "ru": _words(
        r"\bне (?:только|просто|менее|более|позднее|позже|ранее|раньше|раз|случайно|в последнюю|столько|исключено|ниже"
        r"|свыше|выше|хуже|меньше|больше|исключая|считая|говоря)\b|\bтем не менее\b"
        r"|\bне (?:может|могут|могла?|могли|мог) не\b|\bнельзя не\b|\bесли нет\b|\bне что иное\b|\bникто иной\b"
        r"|\bне (?:реже|чаще|старше|моложе|дольше|далее|достигш\w+ \d+|достигш\w+ возраста|покладая|взирая)\b"
        r"|\bбез (?:исключени|сомнени|отрыва|преувеличени|промедлени|перерыва|устали|четверти|малого|работы|вести"
        r"|ущерба|труда|попечени|крова)\w*|\bна нет\b|\bне ограничива\w+|\bбуд(?:ет|ут) не хватать\b"
        r"|\bне (?:долж\w+ |мо[жг]\w+ |буд\w+ )?превы[шс]\w+|\bнет ли\b|\bне \w+ ли\b"
        r"|\bне (?:редкость|секрет)\b|\bне имеющ\w+ выхода\b"
        r"|\bедва ли не\b|\bчуть ли не\b|\bпочти не\b|(?<=[,—–] )пока (?:[\w-]+ ){0,4}?не\b|\bвряд ли не\b"
        r"|\bдо тех пор,? пока (?:[\w-]+ ){0,8}?не\b",
        r"\bни (?:\w+ ){1,6}не\b|\bне \w+(?: \w+)? (?:и|или) не\b|\bникогда (?:\w+ )?не\b"
        r"|\bне (?:\w+ ){1,3}никогда\b|\b(?:не(?!-(?!то\b))|нельзя|никогда|нет)\b",
        r"\bбезо?\b",
        r"\b(?:только|лишь)\b",
        r"\bни\b(?![^.!?]*\0)|\b(?:ноль|впервые|вряд ли|едва|вместо)\b"
        r"|\b(?:отсутств|отказ|отверг|отклон|запре|избе[гж]|предотвр|отриц|опроверг"
        r"|воздерж|невозмож|недопус|неизве|неясн|неуплат|невыплат|неявк|невыполн|неисполн|несоблюд|непредставл)\w*"
        r"|\bслишком\b",
        r"\b(?:(?<!возражения )против|кроме|вопреки|вне|мало|немного|вряд|иначе|противном)\b"
        r"|\b(?:не(?!скольк|котор|дел[яеиьюа]|давн|медл|обходим|посредств)-?\w|ни\w|без\w|бес\w"
        r"|исключ|прекра|произвол|потер|утрат|лиш|недо|сохран|прежн|удерж|закры|приостан|отмен|отлож|освобо|остал"
        r"|остаёт"
        r"|остает)\w*|\bредко\b",
    ),
    "tk": _words(
        r"\bdiňe\b[^.;]{0,80}?\b(?:däl|bolman|çäklenm\w+)\b|\b(?:az|kem|pes|köp|artyk|gij|giç|uly|kiçi|beýik|ýokary"
        r"|uzyn|gysga|agyr)\s+(?:däl|bolmadyk|bolmazlyk|bolmaly\s+däl)\w*"
        r"|\büýtge(?:t)?män\b|\bseýrek däl\w*|\b\w*-?d[ae]n (?:köp|artyk) \w+ \w{3,}m[ae](?:ýär|ýar|z)\b|\b(?:hök"
        r"|duş|gahry|za|or|türk|der|ger|musul)m[ae]nd[yi]r\w*|\b(?:namaz"
        r"|almaz|remezan"
        r"|oraz|ramazan)\w*|\b(?:däldigi\w* )?garamazdan\b|\bşol sanda däl\b"
        r"|\b(?:eldegrilmez|düşünişmez|ylalaşmaz)\w*"
        r"|\b(?:nagt|ýokanç|syýasy|adaty|resmi) däl (?=\w{4})"
        r"|\bgi[jç]ä? galm(?:an|azdan)\b|\bçykalgasy bolmadyk\b|\bgörlüp-eşidilmedik\w*|\bsyr däl\w*"
        r"|\b(?:artyk|köp|aşa|gij|giç) \w{2,12}(?:m[ae]ly däl\w*|maz|mez)\b"
        r"|\b(?:ýyla|aýa|hepdä|güne|sagada|minuda|adama|göterime|manada|dollara|tonna|metre) ýetm(?:än|edik)\w*"
        r"|\b(?:ýaşa|ýaşyna|ýaşlaryna) ýetmedik\w*|\b\w+m(?:azdan|ezden)\b[^.;]{0,30}?\b(?:öň|ozal)\b|\bbolmasa\b"
        r"|\b\w{2,20}m[ae]d[yi]k bols\w+|\b\w+d[ae]n (?:öň|ozal|soň|gijä|giç|köp|az|artyk|kem) bolmaz\w*"
        r"|\b\w+d[ae]n (?:öň|ozal|ir) (?:\w+ )?\w+m[ae](?:z|ýar)\w*"
        r"|\bgi[jç](?:[äe] gal|ä goý|ik\w{0,8}?)m(?:[aä]n|ezden|edik)\b|\bhaýal etm(?:än|ezden)\b"
        r"|\b(?:arasyny üzm|säginm|sakl[ay]nm)[aä]n\b|\b(?:üç|şek|şübhe|gürrüň)siz\b",
        rf"\b\w+m[ae]zl[yi]k\w* (?:we|ýa-da|hem-de) (?:\w+ ){{0,3}}\w+m[ae]zl[yi]k\w*"
        rf"|\b(?:hiç (?:\w+ ){{1,4}}?)?(?:däl\w*|[a-zäçžňöşüý]{{2,}}m[ae]{_TK_ENDINGS}"
        rf"|[a-zäçžňöşüý]{{2,}}mä(?:n|nsoň|ň(?:iz|ler)?|ndi\w{{0,8}})|[a-zäçžňöşüý]{{2,}}maň|bolman|galman|almadyk"
        rf"|ýok(?:dur|dy)?)\b",
        # Most words in -syz are adjectives of their own, such as free, safe, urgent.
        r"\b(?:wiza|rugsat|töleg|pasport|ýalňyş|üýtgediş|üýtgeşik|esas|sebäp|netije|ylalaşyk|ýarag|gözegçilik"
        r"|duýduryş|kömek"
        r"|suw|elektrik|tok|gaz|gatnaşyk|kepillik|garşylyk|razylyk|dost)(?:syz|siz|suz|süz)\b",
        r"\bdiňe\b",
        r"\b(?:ýok(?:dug|lug|luk|lyk|sa)\w*|gadagan\w*|ret|ýüz öwür\w*|inkär\w*|mümkin däl\w*|nämälim\w*|näbelli\w*)\b",
        r"\b(?:bary-ýog\w*|hiç\w*|garşy|derek\w*|deregine|nä(?:dogry|gile|razy|sag|ýerlikli)\w*|bi(?:tarap|derek"
        r"|habar|parh|kanun|sowat|mahal|çak|adalat|gün)\w*|az|entek|heniz|sakla\w+|ýogsam|aksine|bolmasa"
        r"|goýbolsun|ýatyr\w+|bes|başga|garamazdan|öňüni\s+al\w*|aradan\s+aýyr\w*)\b"
        r"|\b(?!gaýragoýulma)\w{2,20}(?:syz|siz|suz|süz)\w{0,12}\b"
        r"|\bgüýjünde gal\w*|\b(?:ýap|togtad|togta|yza)\w*",
    ),
    "ja": _words(
        r"(?:だけ|のみ|ばかり|に限ら|にとどまら|に留まら)(?:で|なら|に)?(?:は|も)?(?:なく|ず|ない|ありません)|のみならず|にとどまらず"
        r"|(?:なければ|なくては|ねば)(?:な[らり])?(?:ない|なかった|ず|ません|なく)|ざるを得\w*|かね(?:ない|ません)|早くても|(?:に過|にす)ぎ(?:ない|ません|ず)|に堪え(?:ない"
        r"|ません|ず)|かもしれ(?:ない|ません)"
        r"|までは?[^。、]{1,6}?(?:ない|ません)|にほかなら\w*|に他なら\w*|少なくな\w+|少なくあり?ません|に満た(?:ない|ず|なかった)|少なから|少なくとも|間もなく|まもなく"
        r"|限りな[くい]|絶え間な[くい]|間違いな[くい]"
        r"|滞りな[くい]|(?:例外|支障|漏れ|休み|途切れること)な[くい]|惜しみな[くい]|やむを得\w*|ずつ|まず|必ず|わず[かから]|絶えず|相変わらず|いずれ|いず(?:こ|み)|はず|ではないでしょうか"
        r"|ではありませんか|しか[^。]{0,16}?(?:ない|ません|なかった|なく|ず)|超え(?:ない|ません|なけれ)|ない(?:場合|限り)|ともかく|くまなく|なくな[るりっ]|さりげな|不備のな|申し分な"
        r"|欠かせ(?:な|ませ)|かけがえのな|変わ(?:り(?:は|が)?|ら)(?:な[いく]|ませ)|欠く(?:こと)?のでき(?:な|ませ)|欠くべからざ|余儀な|おかまいな|違いあり?ない",
        r"(?<![しほ]か)(?<![すに]わ)(?:ませんで|ません|なければ(?!な)|なかっ|ない(?![しでのかに]?まぜ)|なく(?!な))",
        r"(?<!もて)なし[でにの]|無しで|無しに|無しの|抜きで",
        r"だけ|のみ|しか",
        r"(?<![0-9.,])0(?![0-9.,])|ゼロ|なし(?=[。、」]|\Z)|[わらまかさたなばがせべえねげれ]ず|否[定認決]|禁[止じ]|拒[否み絶む]|違[憲反法]|失敗|棄却|却下|やめ|据え置|遠慮"
        r"|控え|欠[如席く]|棄権"
        r"|未[定だ明]|不[可明在能要]|初めて|困難|にく[いくか]",
        r"不(?!動産)|無(?!線|人機)|非(?!常)|未(?![来満明])|[否禁反欠拒控]|避(?!難)|困難|難し|難航|がた[いく]|離[れ脱]|以外|除[外いくき]|外[しすれ]|例外|[象定圏]外"
        r"|なし|抜き|[けてえめ]ず|ぬ|まだ|まい|にく|ほか|代わ|失[わうっ敗効格踪業]|断[らりるれわ念絶水]|[中切遮]断|休|閉|停|止|延期|免(?!許)|残"
        r"|空[席白室き]|削除|ほしいまま|恣意",
    ),
}
"""By language."""
