"""Names in kanji and how they are read: family and given names of Japan, and persons of its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from i18n.patterns import late

_FAMILY_NAMES = """
佐藤 Sato|鈴木 Suzuki|高橋 Takahashi|田中 Tanaka|伊藤 Ito|渡辺 Watanabe|渡邊 Watanabe|渡部 Watanabe/Watabe
山本 Yamamoto|中村 Nakamura|小林 Kobayashi|加藤 Kato|吉田 Yoshida|山田 Yamada|佐々木 Sasaki|山口 Yamaguchi
松本 Matsumoto|井上 Inoue|木村 Kimura|林 Hayashi|斎藤 Saito|斉藤 Saito|清水 Shimizu|山崎 Yamazaki/Yamasaki|阿部 Abe
安倍 Abe|森 Mori|池田 Ikeda|橋本 Hashimoto|山下 Yamashita|石川 Ishikawa|中島 Nakajima/Nakashima|前田 Maeda|藤田 Fujita
後藤 Goto|小川 Ogawa|岡田 Okada|村上 Murakami|長谷川 Hasegawa|近藤 Kondo|石井 Ishii|遠藤 Endo|坂本 Sakamoto|青木 Aoki
藤井 Fujii|西村 Nishimura|福田 Fukuda|太田 Ota|三浦 Miura|藤原 Fujiwara|松田 Matsuda|岡本 Okamoto|中川 Nakagawa
中野 Nakano|原田 Harada|小野 Ono|田村 Tamura|竹内 Takeuchi|金子 Kaneko|和田 Wada|中山 Nakayama|石田 Ishida
上田 Ueda/Ueta|森田 Morita|原 Hara|柴田 Shibata|酒井 Sakai|工藤 Kudo|横山 Yokoyama|宮崎 Miyazaki|宮本 Miyamoto
内田 Uchida|高木 Takagi|安藤 Ando|島田 Shimada|谷口 Taniguchi|大野 Ono|丸山 Maruyama|今井 Imai|河野 Kono|藤本 Fujimoto
村田 Murata|武田 Takeda|上野 Ueno|杉山 Sugiyama|増田 Masuda|平野 Hirano|小島 Kojima|大塚 Otsuka|千葉 Chiba|久保 Kubo
松井 Matsui|岩崎 Iwasaki|桜井 Sakurai|木下 Kinoshita|野口 Noguchi|松尾 Matsuo|菊地 Kikuchi|菊池 Kikuchi|野村 Nomura
新井 Arai|佐野 Sano|杉本 Sugimoto|古川 Furukawa|浜田 Hamada|水野 Mizuno|大西 Onishi|市川 Ichikawa|高田 Takada/Takata
小山 Koyama|島崎 Shimazaki|吉川 Yoshikawa|山内 Yamauchi|西田 Nishida|菅原 Sugawara|北村 Kitamura|飯田 Iida|本田 Honda
川口 Kawaguchi|安田 Yasuda|中田 Nakata/Nakada|平田 Hirata|川崎 Kawasaki|久保田 Kubota|吉村 Yoshimura|福島 Fukushima
岩田 Iwata|東 Higashi/Azuma|服部 Hattori|川上 Kawakami|上川 Kamikawa|小松 Komatsu|荒木 Araki|樋口 Higuchi
土屋 Tsuchiya|大島 Oshima|永井 Nagai|水谷 Mizutani|秋山 Akiyama|石原 Ishihara|松下 Matsushita|馬場 Baba|大橋 Ohashi
松岡 Matsuoka|吉岡 Yoshioka|岸田 Kishida|岸 Kishi|岩屋 Iwaya|石破 Ishiba|菅 Suga/Kan|麻生 Aso|茂木 Motegi
高市 Takaichi|小泉 Koizumi|鳩山 Hatoyama|野田 Noda|玄葉 Gemba|町村 Machimura|岡村 Okamura|辻 Tsuji|堀井 Horii|堀 Hori
宮路 Miyaji|深澤 Fukazawa|深沢 Fukazawa|柘植 Tsuge|松川 Matsukawa|英利 Eri|穂坂 Hosaka|生稲 Ikuina|鈴鹿 Suzuka
池上 Ikegami|船越 Funakoshi|秋葉 Akiba|岡野 Okano|山中 Yamanaka|中谷 Nakatani|木原 Kihara|齋藤 Saito|武藤 Muto
加納 Kano|梶山 Kajiyama|葉梨 Hanashi|赤澤 Akazawa|赤沢 Akazawa|浅尾 Asao|城内 Kiuchi|平 Taira|坂井 Sakai|三原 Mihara
牧野 Makino|福岡 Fukuoka|江藤 Eto|伊東 Ito|尾身 Omi|世耕 Seko|萩生田 Hagiuda|西銘 Nishime|土井 Doi|緒方 Ogata
明石 Akashi|小和田 Owada|黒田 Kuroda|植田 Ueda|十倉 Tokura|宗像 Munakata|三木 Miki|田辺 Tanabe|大平 Ohira
宮澤 Miyazawa|宮沢 Miyazawa|海部 Kaifu|細川 Hosokawa|羽田 Hata/Haneda|村山 Murayama|小渕 Obuchi|枝野 Edano|泉 Izumi
志位 Shii|山岸 Yamagishi|黒川 Kurokawa|岩井 Iwai|栗原 Kurihara|星野 Hoshino|白石 Shiraishi|関 Seki|関口 Sekiguchi
大谷 Otani|内山 Uchiyama|片山 Katayama|早川 Hayakawa|川村 Kawamura|河村 Kawamura|望月 Mochizuki|矢野 Yano|広瀬 Hirose
横田 Yokota|熊谷 Kumagai|小田 Oda|織田 Oda|豊田 Toyoda/Toyota|徳川 Tokugawa|大村 Omura|山根 Yamane|本庶 Honjo
湯川 Yukawa|川端 Kawabata|大江 Oe|三島 Mishima|夏目 Natsume
"""
_GIVEN_NAMES = """
文雄 Fumio|晋三 Shinzo|太郎 Taro|陽子 Yoko|洋子 Yoko|芳正 Yoshimasa|茂 Shigeru|早苗 Sanae|毅 Takeshi|武 Takeshi/Takeo
敏充 Toshimitsu|義偉 Yoshihide|由紀夫 Yukio|直人 Naoto|佳彦 Yoshihiko|康夫 Yasuo|純一郎 Junichiro|進次郎 Shinjiro
信夫 Nobuo|正喜 Masaki|弘 Hiroshi|浩 Hiroshi|博 Hiroshi|宏 Hiroshi|寛 Hiroshi|博史 Hiroshi/Hirofumi|一郎 Ichiro
次郎 Jiro|二郎 Jiro|三郎 Saburo|健 Ken/Takeshi|健一 Kenichi|健二 Kenji|賢治 Kenji|健太郎 Kentaro|誠 Makoto
真 Makoto/Shin|明 Akira|晃 Akira|昭 Akira|彰 Akira|隆 Takashi|孝 Takashi|高志 Takashi|哲也 Tetsuya|達也 Tatsuya
和也 Kazuya|和夫 Kazuo|一夫 Kazuo|正 Tadashi/Masashi|清 Kiyoshi|豊 Yutaka|裕 Yutaka/Hiroshi|勝 Masaru/Katsu|修 Osamu
治 Osamu|進 Susumu|実 Minoru|稔 Minoru|昇 Noboru|勇 Isamu|洋 Hiroshi/Yo|学 Manabu|聡 Satoshi|哲 Satoshi/Tetsu
智 Satoshi/Tomo|淳 Jun/Atsushi|潤 Jun|純 Jun|亮 Ryo|剛 Tsuyoshi/Takeshi|翔平 Shohei|大輔 Daisuke|大介 Daisuke
健介 Kensuke|祐介 Yusuke|裕介 Yusuke|俊介 Shunsuke|信介 Nobusuke/Shinsuke|伸介 Shinsuke|俊夫 Toshio|敏夫 Toshio
利夫 Toshio|敏 Satoshi/Toshi|良子 Yoshiko/Ryoko|恵子 Keiko|京子 Kyoko|幸子 Sachiko/Yukiko|和子 Kazuko|裕子 Yuko
優子 Yuko|祐子 Yuko|順子 Junko|智子 Tomoko|真由美 Mayumi|美穂子 Mihoko|百合子 Yuriko|由紀子 Yukiko|雅子 Masako
愛子 Aiko|紀子 Noriko|典子 Noriko|直美 Naomi|尚美 Naomi|久美子 Kumiko|美智子 Michiko|道子 Michiko|さくら Sakura
花子 Hanako|明子 Akiko|彰子 Akiko|晶子 Akiko|節子 Setsuko|貞子 Sadako|信子 Nobuko|聖子 Seiko|稔夫 Toshio|徳仁 Naruhito
明仁 Akihito|文仁 Fumihito|悠仁 Hisahito|裕仁 Hirohito|雄一 Yuichi|裕一 Yuichi|雄二 Yuji|裕二 Yuji|浩一 Koichi
光一 Koichi|幸一 Koichi|公一 Koichi/Kimikazu|正義 Masayoshi|正人 Masato/Masahito|雅人 Masato|雅彦 Masahiko
昌彦 Masahiko|邦彦 Kunihiko|東彦 Haruhiko|輝彦 Teruhiko|和彦 Kazuhiko|克彦 Katsuhiko|伸彦 Nobuhiko|信彦 Nobuhiko
秀樹 Hideki|英樹 Hideki|直樹 Naoki|茂樹 Shigeki|正樹 Masaki|雅樹 Masaki|弘樹 Hiroki|弘之 Hiroyuki|浩之 Hiroyuki
博之 Hiroyuki|裕之 Hiroyuki|隆之 Takayuki|孝之 Takayuki|英之 Hideyuki|雅之 Masayuki|正之 Masayuki|俊之 Toshiyuki
敏之 Toshiyuki|和之 Kazuyuki|康弘 Yasuhiro|泰弘 Yasuhiro|昌弘 Masahiro|正博 Masahiro|雅弘 Masahiro|元 Hajime/Gen
肇 Hajime|巌 Iwao|克行 Katsuyuki|一彦 Kazuhiko|貴子 Takako|孝子 Takako|章 Akira|宏一 Koichi|栄一 Eiichi|英一 Eiichi
真一 Shinichi|伸一 Shinichi|慎一 Shinichi|信一 Shinichi|純子 Junko|啓子 Keiko|巧 Takumi|努 Tsutomu
"""
_NEIGHBOURS = """
習近平 Xi Jinping/Si Dzinpin|李強 Li Qiang|王毅 Wang Yi|李克強 Li Keqiang|胡錦濤 Hu Jintao|江沢民 Jiang Zemin
趙楽際 Zhao Leji|韓正 Han Zheng|丁薛祥 Ding Xuexiang|秦剛 Qin Gang|楊潔篪 Yang Jiechi|毛沢東 Mao Zedong
鄧小平 Deng Xiaoping|孫文 Sun Yat-sen|温家宝 Wen Jiabao|何立峰 He Lifeng|王滬寧 Wang Huning|蔡奇 Cai Qi|李希 Li Xi
栗戦書 Li Zhanshu|汪洋 Wang Yang|尹錫悦 Yoon Suk Yeol|文在寅 Moon Jae-in|李在明 Lee Jae-myung|朴槿恵 Park Geun-hye
潘基文 Ban Ki-moon|朴振 Park Jin|趙兌烈 Cho Tae-yul|康京和 Kang Kyung-wha|趙顕 Cho Hyun|金正恩 Kim Jong-un
韓悳洙 Han Duck-soo|金民錫 Kim Min-seok
"""


class Reading(NamedTuple):
    """A person's name in kanji, where it stands, and how its parts are read."""

    start: int
    end: int
    parts: tuple[tuple[str, ...], ...]
    """Each part with all its readings."""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    rows = (row.partition(" ") for line in text.split("\n") for row in line.split("|") if row)
    return {kanji: tuple(read.split("/")) for kanji, _, read in rows}


_FAMILY, _GIVEN, _PERSONS = map(_table, (_FAMILY_NAMES, _GIVEN_NAMES, _NEIGHBOURS))
_OFFICE = (
    "外相|首相|総理|総理大臣|大臣|大統領|大使|公使|総領事|領事|代表|長官|議長|副議長|次官|政務官|補佐官|会長|社長|理事長|総裁|教授|博士"
    "|議員|委員長|局長|市長|知事|所長|選手|監督|陛下|殿下|夫妻|夫人|官房長官|国王|皇太子|首席|主席|書記長|事務総長|学長|参事官|書記官|准教授|特使|報道官|院長|校長|館長|学部長|司令官|部長|氏|様"
)
_DIRECT = late(rf"(?:外務|財務|防衛|法務|総務|内閣|内閣総理|副|元|前)*(?:{_OFFICE})")
TITLE = late(rf"[一-龥]{{0,12}}?(?:{_OFFICE})|さん|先生|閣下")
"""What stands behind a person's name: 外務大臣, 氏."""
_THING = late("[県市州府都区町村島港湾川空駅城語式型系流]|大学|高校|社(?!長)")
"""What makes a place or another thing of a family name: 石川県, 千葉大学."""
_BEFORE = late(f"(?:日本国?|同|故|在|前|元|(?:外務|内閣総理|総理|防衛)?(?:{_OFFICE}))?")
_RUN = late("[一-龥々]{2,}")
_SPACED = late("(?<![一-龥々])([一-龥々]{1,3})[ \u3000]([一-龥々]{1,3})(?![一-龥々])")
_UNKNOWN = late(f"(?<![一-龥々ァ-ヺー])([一-龥々]{{2,4}}?)(?:{_OFFICE}|さん)")
_NO_NAMES = late(
    "[両各同副現前元新次正准]|日本|[中韓米英仏独印]国|国連|政府|外務|内閣|総理|特命|全権|特別|国際|経済|産業|担当|常駐|連邦|共和|首席"
    "|財務|防衛|法務|総務|文部|科学|農林|厚生|国土|環境|労働|文化|教育|保健|交通|政務|運輸|通信|国家|人民|議会|上院|下院|最高|中央|地方|事務"
    "|関係|閣僚|理事|委員|名誉|企業|民間|学生|市民|国民|先方|相手|日系|在外|臨時|歴代|大使|外交|建設|商工|貿易|石油|鉱物|農業|水産|内務"
)
_FIRST = frozenset(name[0] for name in (*_FAMILY, *_PERSONS))
_LONGEST_FAMILY, _LONGEST_GIVEN = 3, 3


def families() -> list[tuple[str, ...]]:
    """The family names of Japan, each with all readings of its kanji."""
    return list(_FAMILY.values())


def given_names() -> list[str]:
    return [reading for readings in _GIVEN.values() for reading in readings]


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Reading, ...]:
    """The persons in a Japanese text whose names are read here, in order."""
    found = [reading for run in _RUN.finditer(text) if (reading := _read(run, text))]
    spaced = (match for match in _SPACED.finditer(text) if match[1] in _FAMILY and match[2] in _GIVEN)
    found += [Reading(*match.span(), (_FAMILY[match[1]], _GIVEN[match[2]])) for match in spaced]
    return tuple(sorted(found))


@lru_cache(maxsize=1024)
def unread(text: str) -> bool:
    """Whether the text names persons in kanji whose readings are not known here."""
    known = [(one.start, one.end) for one in find(text)]
    return any(
        not _NO_NAMES.match(found[1]) and not any(start <= found.start() < end for start, end in known)
        for found in _UNKNOWN.finditer(text)
    )


def _read(run: re.Match[str], text: str) -> Reading | None:
    behind = text[run.end() : run.end() + 2]
    before = _BEFORE.match(run[0])
    for start in sorted({0, before.end() if before else 0}):
        first = run[0][start : start + 1]
        if first in _FIRST and (found := _person(run[0][start:], run.start() + start, behind)):
            return found
    return None


def _person(run: str, at: int, behind: str) -> Reading | None:
    """The person whose name begins the run of kanji, in the text at ``at``."""
    for name, parts in _PERSONS.items():
        if run.startswith(name):
            words = [reading.replace("-", " ").split() for reading in parts]
            return Reading(at, at + len(name), tuple(zip(*words, strict=True)))
    for size in range(min(_LONGEST_FAMILY, len(run)), 0, -1):
        if readings := _FAMILY.get(run[:size]):
            return _with_given(run, size, readings, at, behind)
    return None


def _with_given(run: str, size: int, readings: tuple[str, ...], at: int, behind: str) -> Reading | None:
    rest = run[size:]
    for length in range(min(_LONGEST_GIVEN, len(rest)), 0, -1):
        if (given := _GIVEN.get(rest[:length])) and (not rest[length:] or TITLE.match(rest[length:])):
            return Reading(at, at + size + length, (readings, given))
    honoured = TITLE.match(behind) is not None if not rest else False
    titled = (_DIRECT if size == 1 else TITLE).match(rest) is not None and not _THING.match(rest)
    return Reading(at, at + size, (readings,)) if honoured or titled else None
