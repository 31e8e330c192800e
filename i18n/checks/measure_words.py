"""How currencies and units are written, in English, Russian, Turkmen and Japanese.

Of each language: regular expressions in lower case of what stands beside a number only, such as *km* or *日*, then,
behind ``;``, those of whole words, which tell the unit wherever they stand. What is listed first wins: kWh before kW.
"""

from __future__ import annotations

LANGUAGES = ("en", "ru", "tk", "ja")

MONEY = {
    "dollars": (
        "(?:us|ca|au|hk|sg|nz)d|us[d$]?\\s?\\$|\\$;dollars?",
        "(?:us|ca|au|hk|sg|nz)d|\\$;долл\\w*|дол",
        "(?:us|ca|au|hk|sg|nz)d|\\$;dollar\\w*",
        "(?:us|ca|au|hk|sg|nz)d|\\$|＄;ドル",
    ),
    "euros": ("€|eur;euros?", "€|eur;евро", "€|eur;[eý]?[eý]wro\\w*", "€;ユーロ"),
    "yen": ("¥|jpy|yen;(?!)", "¥|jpy;[ий]ен[аыу]?", "¥|jpy;i?ýen(?:[aeiydlnk]\\w*)?", "¥|￥|円(?!滑|満|卓|環);(?!)"),
    "manats": ("tmt|azn;manats?", "tmt|azn;манат\\w*", "tmt|azn;mana[td]\\w*", "tmt|azn;マナト"),
    "roubles": ("₽|rub|byn;r(?:o)?ubles?", "₽|rub|byn;рубл\\w+|руб", "₽|rub|byn;rubl\\w*", "₽|rub|byn;ルーブル"),
    "yuan": (
        "cny|rmb;yuan|renminbi",
        "cny;юан\\w+",
        "cny;ýuan\\w*",
        "元(?=相当|以上|規模|の|を|に|で|、|。|\\Z);人民元",
    ),
    "pounds": ("£|gbp|egp|pounds?;(?!)", "£|gbp|egp;фунт\\w*", "£|gbp|egp;funt\\w*", "£|gbp|egp;ポンド"),
    "tenge": ("kzt;tenge", "kzt;тенге", "kzt;teňňe\\w*|tenge\\w*", "(?!);テンゲ"),
    "won": ("₩|krw|won;(?!)", "₩|вон[аы]?;(?!)", "₩|won\\w{0,4};(?!)", "(?!);ウォン"),
    "lira": ("₺;liras?", "₺;лир[аыу]?", "₺;lira\\w*", "(?!);リラ"),
    "sums": ("uzs|so?um|so[ʻ‘’']m;(?!)", "uzs|сум(?:ов|а|ы)?;(?!)", "uzs|sum\\w{0,4};(?!)", "スム;(?!)"),
    "soms": ("kgs|soms?;(?!)", "kgs|сом(?:ов|а|ы)?;(?!)", "kgs|som(?!oni)\\w{0,4};(?!)", "ソム;(?!)"),
    "somoni": ("tjs;somonis?", "tjs;сомони", "tjs;somoni\\w*", "(?!);ソモニ"),
    "rupees": (
        "inr|pkr|idr|₹;rupees?|rupiahs?",
        "inr|pkr|idr|₹;рупи[ийяею]\\w*",
        "inr|pkr|idr|₹;rupi\\w*",
        "inr|pkr|idr|₹;ルピー|ルピア",
    ),
    "rials": (
        "irr|omr|sar|qar;rials?|riyals?",
        "irr|omr|sar|qar;риал\\w*",
        "irr|omr|sar|qar;rial\\w*",
        "irr|omr|sar|qar;リヤル|リアル(?!タイム)",
    ),
    "dirhams": ("aed;dirhams?", "aed;дирхам\\w*", "aed;dirham\\w*", "(?!);ディルハム"),
    "francs": ("chf;francs?", "chf;франк(?:ов|а|и|ам)?", "chf;frank\\w*", "(?!);フラン(?!ス)"),
    "lari": ("gel;laris?", "gel;лари", "gel|lari\\w{0,3};(?!)", "(?!);ラリ(?!ー)"),
    "crowns": (
        "sek|nok|dkk|czk|crowns?|kron(?:a|or|e|er|ur)|korunas?;(?!)",
        "sek|nok|dkk|czk|крон[аыу]?;(?!)",
        "sek|nok|dkk|czk|kron(?:a\\w*)?;(?!)",
        "sek|nok|dkk|czk;クローナ|クローネ|コルナ",
    ),
    "dinars": (
        "kwd|iqd|jod|bhd|rsd;dinars?",
        "kwd|iqd|jod|bhd|rsd;динар(?:ов|а|ы|ам|ах)?",
        "kwd|iqd|jod|bhd|rsd;dinar\\w*",
        "kwd|iqd|jod|bhd|rsd;ディナール",
    ),
    "pesos": ("mxn|php;pesos?", "mxn|php;песо", "mxn|php;peso\\w{0,4}", "mxn|php|ペソ;(?!)"),
    "shillings": ("kes|ugx|tzs;shillings?", "(?!);шиллинг\\w*", "(?!);şilling\\w*", "(?!);シリング"),
    "ringgit": ("myr;ringgits?", "(?!);ринггит\\w*", "(?!);ringgit\\w*", "(?!);リンギット"),
    "baht": ("thb|bahts?;(?!)", "бат(?:ов|а|ы)?;(?!)", "baht\\w{0,4};(?!)", "バーツ;(?!)"),
    "zloty": (
        "pln;zlot(?:y|ys|ies)",
        "(?!);злот(?:ый|ых|ого|ым|ыми|ые|ому)",
        "(?!);zlot\\w*",
        "(?!);ズロチ|ズウォティ",
    ),
    "forints": ("huf;forints?", "(?!);форинт\\w*", "(?!);forint\\w*", "(?!);フォリント"),
    "rand": ("zar|rands?;(?!)", "р[эа]нд(?:ов|а|ы)?;(?!)", "rand\\w{0,4};(?!)", "ランド;(?!)"),
    "hryvnias": (
        "uah|₴;hryvn[iy]as?",
        "₴;грив(?:на|ны|не|ен|ну|нах|нам)",
        "₴;griwna\\w*",
        "(?!);フリヴニャ|フリブニャ|グリブナ",
    ),
    "drams": ("amd|drams?;(?!)", "драм(?:ов|а|ы)?;(?!)", "dram\\w{0,4};(?!)", "ドラム;(?!)"),
    "afghanis": ("afn|afghanis?;(?!)", "афгани;(?!)", "owgani\\w{0,4};(?!)", "アフガニ(?!スタン);(?!)"),
    "reais": ("brl|reais|reals?;(?!)", "реал(?:ов|а|ы)?;(?!)", "real\\w{0,3};(?!)", "レアル;(?!)"),
    "dong": ("vnd|dongs?;(?!)", "донг(?:ов|а|и)?;(?!)", "dong\\w{0,3};(?!)", "ドン;(?!)"),
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
        "km²|km2|sq(?:uare|\\.)?\\s?km;sq(?:uare|\\.) kilomet(?:re|er)s?",
        "км²|км2|кв\\.?\\s?км;кв(?:адратн\\w+|\\.) километр\\w*",
        "km²|km2|kw\\.?\\s?km;(?:inedördül|kw(?:adrat|\\.)) kilometr\\w*",
        "km²|km2|平方キロ(?:メートル)?;(?!)",
    ),
    "square metres": (
        "m²|m2|sq(?:uare|\\.)?\\s?m;sq(?:uare|\\.) met(?:re|er)s?",
        "м²|м2|кв\\.?\\s?м;кв(?:адратн\\w+|\\.) метр\\w*",
        "m²|m2|kw\\.?\\s?m;(?:inedördül|kw(?:adrat|\\.)) metr\\w*",
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
    "pounds of weight": ("lbs?;(?!)", "(?!);(?!)", "(?!);(?!)", "(?!);(?!)"),
    "bushels": ("(?!);bushels?", "(?!);бушел\\w+", "(?!);buşel\\w*", "(?!);ブッシェル"),
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
    "feet": ("ft|feet|foot;(?!)", "фут(?:а|ов|ам|ах|ами|ы)?;(?!)", "fut\\w{0,4};(?!)", "(?!);フィート"),
    "inches": ("(?!);inch(?:es)?", "(?!);дюйм\\w*", "(?!);dýuým\\w*", "(?!);インチ"),
    "yards": ("yds?;yards?", "(?!);ярд(?:а|ов|ы|ам)?", "ýard\\w*;(?!)", "(?!);ヤード"),
    "metres": ("m;met(?:re|er)s?", "м;метр(?:а|ов|ы|у|ам|ах|ами|ов\\w+)?", "m;metr(?!o)\\w*", "m;メートル"),
    "degrees Celsius": (
        "°\\s?c|℃;degrees? (?:c|celsius|centigrade)",
        "°\\s?[сc]|℃;градус\\w* (?:по )?цельси\\w+|(?:по )?цельси\\w+",
        "°\\s?c|℃;(?:gradus\\w*|dereje\\w*) selsi\\w*",
        "°\\s?c|℃;(?!)",
    ),
    "degrees Fahrenheit": (
        "°\\s?f|℉;degrees? (?:f|fahrenheit)",
        "°\\s?f|℉;градус\\w* (?:по )?фаренгейт\\w*|(?:по )?фаренгейт\\w*",
        "°\\s?f|℉;(?:gradus\\w*|dereje\\w*) f[ae]ren[gh]e[ýi]t\\w*",
        "°\\s?f|℉;(?!)",
    ),
    "degrees": (
        "°|degrees?;(?!)",
        "°|градус\\w*;(?!)",
        "°|gradus\\w*|dereje\\w*;(?!)",
        "°|(?<!年)度(?![目も合]|にわた);(?!)",
    ),
}
KINDS = {
    **dict.fromkeys(MONEY, "money"),
    **dict.fromkeys(TIME, "time"),
    **dict.fromkeys(SHARE, "per cent"),
    **dict.fromkeys(MEASURES, "measure"),
}
TABLE = {**MONEY, **TIME, **SHARE, **MEASURES}
