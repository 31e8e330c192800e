"""A seeded project of many bulletins with translations, to measure on.

Every bulletin has the shape of the first real one: a title, ten paragraphs, thirteen sentences, some
1,800 characters. Formulas recur with other countries, cities, numbers and years, as they do in real life.

    python tests/benchmarks/corpus.py FOLDER --bulletins 1000
    python tests/benchmarks/corpus.py FOLDER --give-address
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from i18n import catalogs, config
from i18n.model import Catalog
from i18n.workflow import extract, init

LOCALES = ("en", "tk", "ru", "ja")
Row = tuple[str, str, str, str]

# Country: name, Turkmen genitive, Russian genitive, Japanese.
COUNTRIES: tuple[Row, ...] = (
    ("Japan", "Ýaponiýanyň", "Японии", "日本国"),
    ("Germany", "Germaniýanyň", "Германии", "ドイツ"),
    ("Italy", "Italiýanyň", "Италии", "イタリア"),
    ("India", "Hindistanyň", "Индии", "インド"),
    ("Austria", "Awstriýanyň", "Австрии", "オーストリア"),
    ("Bulgaria", "Bolgariýanyň", "Болгарии", "ブルガリア"),
    ("Romania", "Rumyniýanyň", "Румынии", "ルーマニア"),
    ("Finland", "Finlýandiýanyň", "Финляндии", "フィンランド"),
    ("Norway", "Norwegiýanyň", "Норвегии", "ノルウェー"),
    ("Jordan", "Iordaniýanyň", "Иордании", "ヨルダン"),
)
# City: where something takes place.
CITIES: tuple[Row, ...] = (
    ("Tokyo", "Tokioda", "Токио", "東京"),
    ("Vienna", "Wenada", "Вене", "ウィーン"),
    ("Geneva", "Ženewada", "Женеве", "ジュネーブ"),
    ("Rome", "Rimde", "Риме", "ローマ"),
    ("Samarkand", "Samarkantda", "Самарканде", "サマルカンド"),
    ("Ashgabat", "Aşgabatda", "Ашхабаде", "アシガバット"),
)
TITLE: Row = (
    "About meeting No. {n} of the Ministers of Foreign Affairs of Turkmenistan and {country}",
    "Türkmenistanyň we {country} daşary işler ministrleriniň {n} belgili duşuşygy barada",
    "О встрече № {n} министров иностранных дел Туркменистана и {country}",
    "トルクメニスタンと{country}の第{n}号外相会談について",
)
FORMULAS: tuple[Row, ...] = (
    (
        "In {city}, the Foreign Minister of Turkmenistan met with the Minister for Foreign Affairs of {country} and a delegation of {n} members.",
        "{city} Türkmenistanyň daşary işler ministri {country} daşary işler ministri we {n} agzadan ybarat wekiliýet bilen duşuşdy.",
        "В {city} состоялась встреча министра иностранных дел Туркменистана с министром иностранных дел {country} и делегацией из {n} человек.",
        "{city}において、トルクメニスタン外務大臣は、{country}外務大臣及び{n}名の代表団と会談しました。",
    ),
    (
        "At the meeting, it was noted that in strengthening bilateral relations with {country}, a special role is given to the development of contacts at the highest level.",
        "Duşuşykda iň ýokary derejedäki gatnaşyklaryň ösdürilmeginiň {country} bilen ikitaraplaýyn gatnaşyklary pugtalandyrmakda aýratyn orun eýeleýändigi bellenildi.",
        "На встрече отмечено, что в укреплении двусторонних отношений с участием {country} особая роль отводится развитию контактов на высшем уровне.",
        "会談では、{country}との二国間関係の強化において、首脳レベルの交流の発展に特別な役割が与えられていることが指摘されました。",
    ),
    (
        "In this regard, the parties spoke in favor of organizing a meeting of the heads of the two states in {year}.",
        "Şunuň bilen baglylykda, taraplar {year} ýylda iki döwletiň Baştutanlarynyň duşuşygyny guramagyň tarapdary bolup çykyş etdiler.",
        "В этой связи стороны высказались за организацию встречи глав двух государств в {year} году.",
        "これに関連して、双方は、両国首脳の会談を{year}年に実現することに賛意を示しました。",
    ),
    (
        "At the same time, {n} issues of holding the first Summit in the “Central Asia + {country}” Dialogue were discussed.",
        "Şol bir wagtyň özünde, «Merkezi Aziýa + {country}» dialogynyň çäklerinde birinji Sammiti geçirmek bilen baglanyşykly {n} mesele ara alnyp maslahatlaşyldy.",
        "Вместе с тем обсуждены {n} вопросов проведения первого Саммита в рамках диалога «Центральная Азия + {country}».",
        "同時に、「中央アジア＋{country}」対話の枠組みにおける第1回首脳会合の開催に関する{n}の課題についても議論が行われました。",
    ),
    (
        "Due to the regular nature of parliamentary exchanges with {country}, the importance of parliamentary diplomacy was emphasized.",
        "{country} bilen parlamentara gatnaşyklarynyň yzygiderli häsiýete eýedigi nazara alnyp, parlament diplomatiýasynyň ähmiýeti nygtaldy.",
        "Ввиду регулярного характера парламентских обменов с участием {country} подчёркнута важность парламентской дипломатии.",
        "{country}との議会間交流が定期的に行われていることを踏まえ、議会外交の重要性が強調されました。",
    ),
    (
        "In this context, {n} upcoming mutual visits of parliamentarians during the year were outlined.",
        "Şu nukdaýnazardan, parlament agzalarynyň ýylyň dowamynda amala aşyryljak {n} özara sapary kesgitlenildi.",
        "В этом контексте намечены {n} предстоящих в течение года взаимных визитов парламентариев.",
        "この文脈において、年内に予定される{n}件の両国議員の相互訪問の見通しが示されました。",
    ),
    (
        "The diplomats agreed to maintain intensive dynamics of interaction between foreign policy departments by holding {n} political consultations at the level of senior staff.",
        "Diplomatlar ýolbaşçy düzümiň derejesinde {n} syýasy geňeşmäni geçirmek arkaly daşary syýasat edaralarynyň özara hereketleriniň işjeň depginini saklamak barada ylalaşdylar.",
        "Дипломаты договорились поддерживать интенсивную динамику взаимодействия между внешнеполитическими ведомствами путём проведения {n} политических консультаций на уровне руководящего состава.",
        "双方は、幹部レベルの{n}回の政治協議の実施を通じて、外交当局間の活発な連携を維持することで一致しました。",
    ),
    (
        "The parties noted the fruitful cooperation with {country} on {n} international platforms.",
        "Taraplar {country} bilen {n} halkara meýdançadaky netijeli hyzmatdaşlygy bellediler.",
        "Стороны отметили плодотворное сотрудничество с участием {country} на {n} международных площадках.",
        "双方は、{n}の国際場裡における{country}との実り多い協力に言及しました。",
    ),
    (
        "Attention was also paid to the development of trade and economic ties with {country}, which have strategic, sustainable and long-term nature.",
        "Şeýle hem strategiki, durnukly we uzakmöhletleýin häsiýete eýe bolan {country} bilen söwda-ykdysady gatnaşyklaryň ösdürilmegine üns berildi.",
        "Внимание также уделено развитию торгово-экономических связей с участием {country}, которые носят стратегический, устойчивый и долгосрочный характер.",
        "また、戦略的、持続的かつ長期的な性格を有する{country}との貿易・経済関係の発展にも注意が払われました。",
    ),
    (
        "In the cultural and humanitarian direction, smooth interaction was noted in {n} fields of education, science, cultural exchanges, and the study of languages.",
        "Medeni-ynsanperwer ugurda bilim, ylym, medeni alyşmalar we dilleri öwrenmek babatda {n} ugur boýunça sazlaşykly özara hereketleriň alnyp barylýandygy bellenildi.",
        "В культурно-гуманитарном направлении отмечено слаженное взаимодействие в {n} сферах образования, науки, культурных обменов и изучения языков.",
        "文化・人文分野では、教育、科学、文化交流及び語学の{n}の分野における円滑な連携が指摘されました。",
    ),
    (
        "During the negotiations, {n} areas of digitalization and information technology, the environment and climate change were identified as promising areas.",
        "Gepleşikleriň dowamynda sanlylaşdyrma we maglumat tehnologiýalary, daşky gurşaw we howanyň üýtgemegi ýaly {n} ulgam geljegi uly ugurlar hökmünde kesgitlenildi.",
        "В ходе переговоров в качестве перспективных определены {n} направлений цифровизации и информационных технологий, окружающей среды и изменения климата.",
        "会談では、デジタル化及び情報技術、環境並びに気候変動の{n}の分野が有望な分野として位置付けられました。",
    ),
    (
        "The ministers also exchanged views on {n} international and regional issues of mutual interest.",
        "Ministrler şeýle hem özara gyzyklanma bildirilýän {n} halkara we sebit meselesi boýunça pikir alyşdylar.",
        "Министры также обменялись мнениями по {n} международным и региональным вопросам, представляющим взаимный интерес.",
        "両外相はまた、相互に関心を有する{n}の国際・地域情勢について意見交換を行いました。",
    ),
    (
        "As a result of the negotiations, a Cooperation Program was signed between the Ministry of Foreign Affairs of Turkmenistan and the Ministry of Foreign Affairs of {country} for {year}.",
        "Gepleşikleriň jemleri boýunça Türkmenistanyň Daşary işler ministrligi bilen {country} Daşary işler ministrliginiň arasynda {year} ýyl üçin Hyzmatdaşlyk maksatnamasyna gol çekildi.",
        "По итогам переговоров подписана Программа сотрудничества между Министерством иностранных дел Туркменистана и Министерством иностранных дел {country} на {year} год.",
        "会談の結果、{year}年におけるトルクメニスタン外務省と{country}外務省との間の協力プログラムへの署名が行われました。",
    ),
)  # fmt: skip
PARAGRAPHS = (1, 3, 2, 1, 1, 1, 1, 1, 1, 1)
"""Sentences in each paragraph."""


def write(folder: Path, bulletins: int, seed: int = 1) -> None:
    """Makes a project with translated catalogs in ``folder``, which must not exist."""
    init.run(folder)
    for sample in (folder / "sources").iterdir():
        sample.unlink()
    texts = dict(_bulletins(bulletins, random.Random(seed)))
    for name, rows in texts.items():
        (folder / "sources" / f"{name}.txt").write_text(_source(name, [row[0] for row in rows]), encoding="utf-8")
    project = config.find(folder.resolve())
    extract.run(project)
    for name, rows in texts.items():
        for column, locale in enumerate(LOCALES[1:], 1):
            path = folder / project.catalog(name, locale)
            catalog = catalogs.parse(path.read_bytes(), str(path), id=name, locale=locale)
            path.write_bytes(catalogs.render(_translated(catalog, {row[0]: row[column] for row in rows})))


def give_address(folder: Path) -> None:
    """Sets the base-url of a project, as every site has one that is published: it gets feeds, news items, a sitemap."""
    settings = folder / "habar.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("# base-url = ", "base-url = "), encoding="utf-8")
    if config.find(folder.resolve()).base_url is None:
        raise SystemExit("the settings of a new project have no line for the base-url any more")


def _bulletins(count: int, chance: random.Random) -> Iterator[tuple[str, list[Row]]]:
    for number in range(1, count + 1):
        day = date(2015, 1, 1) + timedelta(days=number % 3650)
        yield f"{day.isoformat()}-meeting-{number}", [_filled(TITLE, chance, number), *_body(chance)]


def _body(chance: random.Random) -> Iterator[Row]:
    for formula in FORMULAS:
        yield _filled(formula, chance, chance.randrange(3, 90))


def _filled(row: Row, chance: random.Random, number: int) -> Row:
    country, city, year = chance.choice(COUNTRIES), chance.choice(CITIES), chance.randrange(2024, 2040)
    en, tk, ru, ja = (
        text.format(n=number, country=country[column], city=city[column], year=year) for column, text in enumerate(row)
    )
    return en, tk, ru, ja


def _source(name: str, sentences: Sequence[str]) -> str:
    title, *body = sentences
    paragraphs = []
    for size in PARAGRAPHS:
        paragraphs.append(" ".join(body[:size]))
        body = body[size:]
    day = date.fromisoformat(name[:10])
    return f" date {day.isoformat()} {day.day} {day:%B} {day.year}\n\n{title}\n\n" + "\n\n".join(paragraphs)


def _translated(catalog: Catalog, texts: dict[str, str]) -> Catalog:
    from dataclasses import replace

    entries = tuple(entry._replace(msgstrs=(texts[entry.msgid],)) for entry in catalog.entries)
    return replace(catalog, entries=entries)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bulletins", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--give-address", action="store_true", help="set the base-url of a project that is there")
    options = parser.parse_args()
    if options.give_address:
        give_address(options.folder)
    else:
        write(options.folder, options.bulletins, options.seed)
