"""Kanji that Japanese does not write: forms of simplified Chinese, and old forms outside of names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from i18n.patterns import late

_OLD = (
    "亞亜惡悪壓圧圍囲醫医爲為飮飲隱隠營営榮栄衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会囘回繪絵壞壊懷懐槪概擴拡"
    "殼殻覺覚學学樂楽渴渇卷巻陷陥勸勧寬寛關関歡歓觀観顏顔歸帰氣気僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟狹狭敎教曉暁區区驅駆勳勲薰薫徑径惠恵揭掲溪渓"
    "經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献硏研縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒濟済碎砕齋斎劑剤雜雑參参慘惨棧桟"
    "蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙燒焼將将稱称證証奬奨條条狀状乘乗淨浄剩剰疊畳孃嬢讓譲釀醸觸触"
    "囑嘱眞真寢寝愼慎盡尽圖図粹粋醉酔穗穂隨随髓髄樞枢數数瀨瀬聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装"
    "騷騒臟臓藏蔵屬属續続墮堕對対體体帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁徵徴聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党"
    "盜盗當当稻稲德徳獨独讀読屆届貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜甁瓶拂払佛仏變変邊辺邉辺辨弁瓣弁辯弁舖舗寶宝襃褒豐豊飜翻"
    "沒没滿満默黙餠餅彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来賴頼亂乱覽覧兩両獵猟綠緑壘塁勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼祿禄灣湾郞郎說説稅税"
    "囯国萬万內内產産戶戸靑青淸清晚晩增増黃黄每毎步歩緖緒銳鋭閱閲脫脱悅悦吳呉吿告卽即旣既絕絶强強眾衆啟啓值値别別歲歳姬姫曆暦歷歴戾戻淚涙鄉郷"
)
MODERN = dict(zip(_OLD[::2], _OLD[1::2], strict=True))
"""What is written for the forms of before 1946, and for those of Chinese and Korean print."""

_KANJI = "\u3005\u3400-\u9fff"
_IN_NAMES = "惠齋齊濱邊邉澤眞廣應櫻瀨德榮壽禮彌與萬藏莊圓靜國學實條瀧聰豐鐵寬賴顯嚴會榮關兒"
"""Forms that families, firms and schools keep."""
# Chinese forms that the Japanese standard has among its rarest characters.
_RARE = "个从冲决况弃无档梦泪渊盖迹气听极胜术厂广弯咏韵们妳嗎吧您她麼咱"
_FIRST, _LAST = 0xB0, 0xF7
"""The rows of GB 2312 that hold characters."""


@lru_cache(maxsize=1)
def _simplified() -> frozenset[str]:
    """Forms that only the standard of simplified Chinese has, and neither those of Japan and Taiwan."""
    rows = (bytes((row, cell)) for row in range(_FIRST, _LAST + 1) for cell in range(0xA1, 0xFF))
    every = (code.decode("gb2312", "ignore") for code in rows)
    return frozenset(sign for sign in every if sign and not _has(sign, "cp932") and not _has(sign, "big5"))


def _has(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_SUSPECT = late(f"[{_RARE}{''.join(MODERN)}]")


@cache
def _names() -> re.Pattern[str]:
    """Dear to compile, and only needed where a form is found."""
    return re.compile(
        rf"慶應|[{_KANJI}]{{2,5}}大學|國學院|國村|國分|國友|二松學舍|早稻田|神樂坂|[{_KANJI}]{{2,6}}(?=氏|さん|様|君|先生|選手)"
        rf"|[{_KANJI}]{{2,5}}(?=(?:外務|首相|大統領|外相|副|駐|常務|代表|特命)?(?:大臣|大使|首相|外相|社長|会長|教授|議員|理事|長官|公使|次官))"
    )


def foreign(text: str) -> list[tuple[int, str | None]]:
    """Where kanji stand that Japanese does not write, each with what it writes, where that is known."""
    found: list[tuple[int, str | None]] = [(match.start(), MODERN.get(match[0])) for match in _SUSPECT.finditer(text)]
    if not _has(text, "cp932"):
        simplified = _simplified()
        found += [(at, MODERN.get(sign)) for at, sign in enumerate(text) if sign in simplified and sign not in MODERN]
    if not found:
        return []
    names = [match.span() for match in _names().finditer(text)]
    return sorted(
        (at, modern)
        for at, modern in found
        if text[at] not in _IN_NAMES or not any(start <= at < end for start, end in names)
    )
