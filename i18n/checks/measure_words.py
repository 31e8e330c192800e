"""How currencies and units are written, in English, Russian, Turkmen and Japanese.

Of each language: regular expressions in lower case of what stands beside a number only, such as *km* or *日*, then,
behind ``;``, those of whole words, which tell the unit wherever they stand. What is listed first wins: kWh before kW.
"""

from __future__ import annotations

LANGUAGES = ("en", "ru", "tk", "ja")

MONEY = {
    "dollars": ("usd|us[d$]?\\s?\\$|\\$;dollars?", "usd|\\$;долл\\w*", "usd|\\$;dollar\\w*", "usd|\\$|＄;(?:米)?ドル"),
    "euros": ("€|eur;euros?", "€|eur;евро", "€|eur;[eý]?[eý]wro\\w*", "€;ユーロ"),
    "yen": ("¥|jpy|yen;(?!)", "¥|jpy;[ий]ен[аыу]?", "¥|jpy;i?ýen(?:[aeiydlnk]\\w*)?", "¥|￥|円(?!滑|満|卓|環);(?!)"),
    "manats": ("tmt;manats?", "tmt;манат\\w*", "tmt;mana[td]\\w*", "(?!);マナト"),
    "roubles": ("₽|rub;r(?:o)?ubles?", "₽|rub;рубл\\w+|руб", "₽|rub;rubl\\w*", "₽;ルーブル"),
    "yuan": (
        "cny|rmb;yuan|renminbi",
        "cny;юан\\w+",
        "cny;ýuan\\w*",
        "元(?=相当|以上|規模|の|を|に|で|、|。|\\Z);人民元",
    ),
    "pounds": ("£|gbp|pounds?;(?!)", "£|gbp;фунт\\w*", "£|gbp;funt\\w*", "£;ポンド"),
    "tenge": ("kzt;tenge", "kzt;тенге", "kzt;teňňe\\w*|tenge\\w*", "(?!);テンゲ"),
    "won": ("₩|krw|won;(?!)", "₩|вон[аы]?;(?!)", "₩|won\\w{0,4};(?!)", "(?!);ウォン"),
    "lira": ("₺;liras?", "₺;лир[аыу]?", "₺;lira\\w*", "(?!);リラ"),
    "sums": ("uzs|so?um|so[ʻ‘’']m;(?!)", "uzs|сум(?:ов|а|ы)?;(?!)", "uzs|sum\\w{0,4};(?!)", "スム;(?!)"),
    "soms": ("kgs|soms?;(?!)", "kgs|сом(?:ов|а|ы)?;(?!)", "kgs|som(?!oni)\\w{0,4};(?!)", "ソム;(?!)"),
    "somoni": ("tjs;somonis?", "tjs;сомони", "tjs;somoni\\w*", "(?!);ソモニ"),
    "rupees": ("inr|₹;rupees?", "₹;рупи[ийяе]\\w*", "₹;rupi\\w*", "(?!);ルピー"),
    "rials": ("irr;rials?|riyals?", "(?!);риал\\w*", "(?!);rial\\w*", "(?!);リヤル|リアル(?!タイム)"),
    "dirhams": ("aed;dirhams?", "aed;дирхам\\w*", "aed;dirham\\w*", "(?!);ディルハム"),
    "francs": ("chf;francs?", "chf;франк(?:ов|а|и|ам)?", "chf;frank\\w*", "(?!);フラン(?!ス)"),
    "lari": ("gel;laris?", "gel;лари", "gel|lari\\w{0,3};(?!)", "(?!);ラリ(?!ー)"),
    "Azerbaijani manats": ("azn;(?!)", "azn;(?!)", "azn;(?!)", "(?!);(?!)"),
}
TIME = {
    "centuries": ("(?!);centur(?:y|ies)", "(?!);столети\\w+|век(?:а|ов|ам)", "(?!);asyr\\w*", "世紀;(?!)"),
    "decades": ("(?!);decades?", "(?!);десятилети\\w+", "(?!);onýyllyk\\w*", "(?!);(?!)"),
    "years": (
        "years?(?:[- ]olds?)?|yrs?;(?!)",
        "лет|год[ауе]?|год(?:ов|ам|ы|ами)|(?<=[-\\d])летн\\w+|летие?\\w*;(?!)",
        "ýyl(?!dy[zr]|an)\\w*|ýaş(?!yl|aý|ap)\\w*;(?!)",
        "[カヶか]?年(?!生|代|目標)|周年|歳|才;(?!)",
    ),
    "months": (
        "months?;(?!)",
        "мес(?:яц\\w*|ячн\\w+)?;(?!)",
        "aý(?:y|da|dan|lyk|lap|a|yň|ynda|yndan|yna|yny|ynyň|lar\\w*)?;(?!)",
        "[かカヶケヵ箇ヵ]月|月間;(?!)",
    ),
    "weeks": ("weeks?;(?!)", "недел\\w+|нед;(?!)", "hepde\\w*;(?!)", "週(?:間)?(?!年);(?!)"),
    "days": (
        "days?;(?!)",
        "дн(?:я|ей|и|ям|ях|ями)|день|дневн\\w+|сут(?:ок|ки|кам|ках|очн\\w+)?;(?!)",
        "gün(?!orta|eş|dog|bat|diz|ä)\\w*|gije-gündiz\\w*;(?!)",
        "日(?!本|系|独);(?!)",
    ),
    "hours": (
        "hours?|hrs?|h;(?!)",
        "час(?:а|ов|ам|ах|у|ами)?|часов\\w{2,4}|ч;(?!)",
        "sagat\\w*|sagad\\w+;(?!)",
        "時間;(?!)",
    ),
    "minutes": (
        "minutes?|mins?;(?!)",
        "минут\\w*|мин;(?!)",
        "minu[td]\\w*;(?!)",
        "分(?:間)?(?![のの]一|野|科|の[1-9一-九]);(?!)",
    ),
    "seconds": ("seconds|secs?;(?!)", "секунд\\w*|сек;(?!)", "sekunt\\w*|sekund\\w*;(?!)", "秒;(?!)"),
}
SHARE = {
    "per cent": (
        "%|percentage points?;per\\s?cent(?:age)?",
        "%;процент\\w*",
        "%;göterim\\w*",
        "[%％]|割|ポイント;パーセント",
    ),
}
MEASURES = {
    "megawatt hours": (
        "mwh;megawatt.hours?",
        "мвт[\\s·⋅*.-]?ч(?:ас\\w*)?;(?!)",
        "mwt?.?s(?:ag)?;(?!)",
        "mwh;メガワット時",
    ),
    "gigawatt hours": (
        "gwh;gigawatt.hours?",
        "гвт[\\s·⋅*.-]?ч(?:ас\\w*)?;(?!)",
        "gwt?.?s(?:ag)?;(?!)",
        "gwh;ギガワット時",
    ),
    "kilowatt hours": (
        "kwh;kilowatt.hours?",
        "квт[\\s·⋅*.-]?ч(?:ас\\w*)?;киловатт-час\\w*",
        "kwt?.?s(?:ag)?;kilowatt?[-\\s]sagat\\w*",
        "kwh;キロワット時",
    ),
    "megawatts": ("mw;megawatts?", "мвт;мегаватт\\w*", "mwt?;megawatt?\\w*", "mw;メガワット"),
    "gigawatts": ("gw;gigawatts?", "гвт;гигаватт\\w*", "gwt?;gigawatt?\\w*", "gw;ギガワット"),
    "kilowatts": ("kw;kilowatts?", "квт;киловатт\\w*", "kwt?;kilowatt?\\w*", "kw;キロワット"),
    "watts": ("(?!);watts?", "(?!);ватт(?:ов|а|ы)?", "(?!);watt\\w*", "(?!);ワット"),
    "kilovolts": ("kv;kilovolts?", "кв(?!\\.?\\s?к?м)|киловольт\\w*;(?!)", "(?!);kilowolt\\w*", "kv;キロボルト"),
    "volts": ("(?!);volts?", "(?!);вольт(?:а|ам)?", "(?!);wolt\\w*", "(?!);ボルト"),
    "square kilometres": (
        "km²|km2|sq(?:uare|\\.)?\\s?km;square kilomet(?:re|er)s?",
        "км²|км2|кв\\.?\\s?км;квадратн\\w+ километр\\w*",
        "km²|km2|kw\\.?\\s?km;inedördül kilometr\\w*|kwadrat kilometr\\w*",
        "km²|km2|平方キロ(?:メートル)?;(?!)",
    ),
    "square metres": (
        "m²|m2|sq(?:uare|\\.)?\\s?m;square met(?:re|er)s?",
        "м²|м2|кв\\.?\\s?м;квадратн\\w+ метр\\w*",
        "m²|m2|kw\\.?\\s?m;inedördül metr\\w*|kwadrat metr\\w*",
        "m²|㎡|m2;平方メートル|平米",
    ),
    "cubic metres": (
        "m³|m3|cu(?:\\.|bic)? ?m|bcm|mcm;cubic met(?:re|er)s?",
        "м³|м3|куб\\.?\\s?м;кубометр\\w*|кубическ\\w+ метр\\w*",
        "m³|m3|kub\\.? ?m;kub ?metr\\w*|kubometr\\w*",
        "m³|m3|㎥;立方メートル",
    ),
    "nautical miles": ("(?!);nautical miles?", "(?!);морск\\w+ мил\\w+", "(?!);deňiz mil\\w+", "(?!);海里"),
    "miles": ("mph;miles?", "(?!);мил[ьияюе]\\w*", "mil(?:den|den|e|i|iň|lik|de)?;(?!)", "(?!);マイル"),
    "kilometres": (
        "kms?;kilomet(?:re|er)s?",
        "км;километр\\w*",
        "km;kilometr\\w*",
        "km|㎞;キロメートル",
    ),
    "centimetres": (
        "cm;centimet(?:re|er)s?",
        "см;сантиметр\\w*",
        "sm;santimetr\\w*",
        "cm|㎝|センチ(?!メ);センチメートル",
    ),
    "millimetres": (
        "mm;millimet(?:re|er)s?",
        "мм;миллиметр\\w*",
        "mm;millimetr\\w*",
        "mm|㎜|ミリ(?![メリグ]);ミリメートル",
    ),
    "kilograms": ("kgs?;kilogram(?:me)?s?|kilos?", "кг;килограмм\\w*", "kg;kilogram\\w*", "kg|㎏;キログラム"),
    "kilograms or kilometres": ("(?!);(?!)", "(?!);(?!)", "(?!);(?!)", "(?!);キロ(?!グ|ワ|ボ|メ|バ|ヘ|リ|ト)"),
    "milligrams": ("mg;milligrams?", "мг;миллиграмм\\w*", "mg;milligram\\w*", "mg;ミリグラム"),
    "grams": ("(?!);gram(?:me)?s?", "гр;грамм(?:ов|а|ы)?", "gr;gram\\w*", "(?!);グラム"),
    "centners": ("(?!);centners?|quintals?", "ц;центнер\\w*", "sn;sentner\\w*", "(?!);ツェントネル|センチネル"),
    "tonnes": (
        "t;(?:metric )?(?:kilo|mega)?tonn?e?s?",
        "т;(?:кило)?тонн\\w*",
        "t;(?:kilo)?tonna\\w*",
        "t;トン(?!ネル|ガ)",
    ),
    "hectares": ("ha;hectares?", "га;гектар\\w*", "ga;gektar\\w*", "ha;ヘクタール"),
    "acres": ("(?!);acres?", "(?!);акр(?:а|ов|ы|ам|ах|ами)?", "akr(?:a|yň|dan|da|lyk|laryň)?;(?!)", "(?!);エーカー"),
    "barrels": ("bbl;barrels?", "барр;баррел\\w*", "(?!);barrel\\w*", "(?!);バレル"),
    "litres": ("l;lit(?:re|er)s?", "л;литр\\w*", "l;litr\\w*", "l;リットル"),
    "gallons": ("(?!);gallons?", "(?!);галлон\\w*", "(?!);gallon\\w*", "(?!);ガロン"),
    "feet": ("ft|feet|foot;(?!)", "фут(?:а|ов|ам|ы)?;(?!)", "fut\\w{0,4};(?!)", "(?!);フィート"),
    "inches": ("(?!);inch(?:es)?", "(?!);дюйм\\w*", "(?!);dýuým\\w*", "(?!);インチ"),
    "yards": ("yds?;yards?", "(?!);ярд(?:а|ов|ы|ам)?", "ýard\\w*;(?!)", "(?!);ヤード"),
    "metres": ("m;met(?:re|er)s?", "м;метр(?:а|ов|ы|у|ам|ах|ами|ов\\w+)?", "m;metr(?!o)\\w*", "m;メートル"),
    "degrees": (
        "°\\s?c?|℃|degrees?;(?!)",
        "°\\s?[сc]?|градус\\w*;(?!)",
        "°\\s?c?|gradus\\w*|dereje\\w*;(?!)",
        "°|℃|(?<!年)度(?![目も合]|にわた);(?!)",
    ),
}
KINDS = {
    **dict.fromkeys(MONEY, "money"),
    **dict.fromkeys(TIME, "time"),
    **dict.fromkeys(SHARE, "per cent"),
    **dict.fromkeys(MEASURES, "measure"),
}
TABLE = {**MONEY, **TIME, **SHARE, **MEASURES}
