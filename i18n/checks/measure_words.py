"""How currencies and units are written: regular expressions in lower case, in English, Russian, Turkmen, Japanese."""

from __future__ import annotations

CURRENCIES = {
    "dollars": (r"\$|\bus[d$]?\s?\$|\bdollars?\b|\busd\b", r"\$|\bдолл", r"\$|\bdollar|\busd\b", "ドル|\\$|＄"),
    "euros": (r"€|\beuros?\b|\beur\b", r"€|\bевро\b", r"€|\b[eý]?[eý]wro", "ユーロ|€"),
    "yen": (r"¥|\byen\b|\bjpy\b", r"¥|\bиен|\bйен", r"¥|\biýen|\býen[aiyn]?", "円(?!滑|満|卓|環)|¥|￥"),
    "manats": (r"\bmanats?\b", r"\bманат", r"\bmanat", "マナト"),
    "roubles": (r"₽|\br(?:o)?ubles?\b", r"₽|\bруб", r"₽|\brubl", "ルーブル"),
    "yuan": (r"\byuan\b|\brenminbi\b", r"\bюан", r"\býuan", "元(?=相当|以上|規模|の|を|に|で|、|。|$)|人民元"),
    "pounds": (r"£|\bpounds?\b", r"£|\bфунт", r"£|\bfunt", "ポンド|£"),
    "tenge": (r"\btenge\b", r"\bтенге\b", r"\bteňňe", "テンゲ"),
    "won": (r"(?<=\d )won\b|(?<=llion )won\b|₩", r"\bвон\b|₩", r"\bwon\b|₩", "ウォン"),
    "lira": (r"\bliras?\b|₺", r"\bлир[аыу]?\b|₺", r"\blira|₺", "リラ"),
}
UNITS = {
    "per cent": (r"%|\bper\s?cent\b|\bpercent", r"%|\bпроцент", r"%|\bgöterim", "[%％]|パーセント|割|ポイント"),
    "kilometres": (
        r"\bkm\b(?![²2/])|\bkilomet(?:re|er)s?\b",
        r"\bкм\b(?!\s?/)|\bкилометр",
        r"\bkm\b|\bkilometr",
        "キロ(?:メートル)?(?!ワット|グラム)|km(?!²)|㎞",
    ),
    "hectares": (r"\bha\b|\bhectares?\b", r"\bга\b|\bгектар", r"\bga\b|\bgektar", "ヘクタール|ha"),
    "tonnes": (r"\bt\b|\b(?:kilo|mega)?tonn?e?s?\b", r"\bт\b|\b\w*тонн", r"\bt\b|\b\w*tonna", "トン"),
    "kilograms": (
        r"\bkg\b|\bkilogram",
        r"\bкг\b|\bкилограмм",
        r"\bkg\b|\bkilogram",
        "キロ(?:グラム)?(?!メートル|ワット)|kg|㎏",
    ),
    "megawatts": (r"\bmw\b|\bmegawatts?\b", r"\bмвт\b|\bмегаватт", r"\bmwt?\b|\bmegawatt", "mw|メガワット"),
    "kilowatt hours": (
        r"\bkwh\b|\bkilowatt.hours?",
        r"\bквт[\s·⋅*.-]?ч|\bкиловатт",
        r"\bkwt?.?s(?:ag)?|\bkilowatt",
        "kwh|キロワット時",
    ),
    "barrels": (r"\bbarrels?\b|\bbbl\b", r"\bбарр", r"\bbarrel", "バレル"),
    "square metres": (
        r"m²|\bm2\b|\bsq(?:uare|\.)?\s?m\b|\bsquare met(?:re|er)s?",
        r"м²|\bкв\.?\s?м\b|\bквадратн\w+ метр",
        r"m²|\binedördül metr|\bkw\.? ?m",
        "平方メートル|平米|m²|㎡",
    ),
    "square kilometres": (
        r"km²|\bsq(?:uare|\.)?\s?km\b|\bsquare kilomet",
        r"км²|\bкв\.?\s?км\b|\bквадратн\w+ километр",
        r"km²|\binedördül kilometr|\bkw\.? ?km",
        "平方キロ|km²",
    ),
    "cubic metres": (
        r"m³|\bcubic met(?:re|er)s?|\bcu(?:\.|bic)? ?m\b|\bbcm\b",
        r"м³|\bкуб\.?\s?м\b|\bкубометр|\bкубическ\w+ метр",
        r"m³|\bkub ?metr|\bkub\.? ?m",
        "立方メートル|m³",
    ),
    "litres": (r"\blit(?:re|er)s?\b", r"\bлитр", r"\blitr", "リットル"),
    "acres": (r"\bacres?\b", r"\bакр", r"\bakr(?:[aeyiý]\w*)?\b", "エーカー"),
    "miles": (r"\bmiles?\b", r"\bмил[ьияюе]", r"\bmil(?:[aeyiý]\w*)?\b", "マイル|海里"),
    "metres": (
        r"(?<!cubic )(?<!square )\bmet(?:re|er)s?\b|\bm\b",
        r"(?<!ческих )(?<!ческий )(?<!ческого )(?<!ратных )(?<!ратный )(?<!ратного )\bметр\w*|\bм\b",
        r"(?<!kub )(?<!dördül )\bmetr\w*|\bm\b",
        "(?<!立方)(?<!平方)(?<!キロ)(?<!センチ)(?<!ミリ)メートル|m",
    ),
    "degrees": (r"°|\bdegrees?\b", r"°|\bградус", r"°|\bgradus|\bdereje", "°|度|℃"),
    "years": (r"\byears?\b", r"\bлет\b|\bгод[ау]?\b|\bгод(?:ов|ам|ы)", r"\býyl", "年"),
    "months": (r"\bmonths?\b", r"\bмесяц", r"\baý", "[かカヶケヵ箇]月|月間"),
    "weeks": (r"\bweeks?\b", r"\bнедел", r"\bhepde", "週"),
    "days": (r"\bdays?\b", r"\bдн(?:я|ей|и|ям|ях|ями)\b|\bсут(?:ок|ки)|\bдень", r"\bgün", "日"),
    "hours": (r"\bhours?\b", r"\bчас(?:а|ов|ам|ах)?\b", r"\bsagat", "時間"),
    "minutes": (r"\bminutes?\b|\bmin\b", r"\bминут|\bмин\b", r"\bminut", "分"),
}
