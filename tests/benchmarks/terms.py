"""A glossary of many concepts, to measure on: the project's own, and ministries, posts and persons made of parts.

As in life, thousands of forms begin with the same words, and the names of the corpus are among them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from corpus import COUNTRIES, Row

ROOT = Path(__file__).parents[2]
FIELDS: tuple[Row, ...] = (
    ("Foreign Affairs", "Daşary işler", "иностранных дел", "外務"),
    ("Energy", "Energetika", "энергетики", "エネルギー"),
    ("Education", "Bilim", "образования", "教育"),
    ("Culture", "Medeniýet", "культуры", "文化"),
    ("Agriculture", "Oba hojalyk", "сельского хозяйства", "農業"),
    ("Health", "Saglygy goraýyş", "здравоохранения", "保健"),
    ("Trade", "Söwda", "торговли", "貿易"),
    ("Justice", "Adalat", "юстиции", "法務"),
    ("Defence", "Goranmak", "обороны", "防衛"),
    ("Transport", "Ulag", "транспорта", "運輸"),
)
BODIES: tuple[Row, ...] = (
    ("Ministry of {f}", "{f} ministrligi", "Министерство {f}", "{f}省"),
    ("Department of {f}", "{f} müdirligi", "Департамент {f}", "{f}局"),
    ("Agency for {f}", "{f} agentligi", "Агентство {f}", "{f}庁"),
    ("Committee for {f}", "{f} komiteti", "Комитет {f}", "{f}委員会"),
    ("Institute of {f}", "{f} instituty", "Институт {f}", "{f}研究所"),
)
POSTS: tuple[Row, ...] = (
    ("{b}", "{b}", "{b}", "{b}"),
    ("Head of the {b}", "{b} başlygy", "Глава: {b}", "{b}長"),
    ("Adviser to the {b}", "{b} geňeşçisi", "Советник: {b}", "{b}顧問"),
)
_SOUNDS = (
    tuple("ka me ri so tu na be li do ra zu wi jo ha ge".split()),
    tuple("ка ме ри со ту на бе ли до ра зу ви йо ха ге".split()),
    tuple("カ メ リ ソ トゥ ナ ベ リ ド ラ ズ ウィ ジョ ハ ゲ".split()),
)


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """So many concepts: bodies and posts, at most a third of all, and persons."""
    bodies = list(islice(product(FIELDS, BODIES, POSTS, COUNTRIES), count // 3))
    for field, body, post, country in bodies:
        yield (*(_post(field, body, post, country, at) for at in range(4)), "organisation")
    for number in range(count - len(bodies)):
        latin, cyrillic, kana = (
            (_word(number % 97 + 300, sounds), _word(number * 7 + 4000, sounds)) for sounds in _SOUNDS
        )
        name = " ".join(latin).title()
        yield f"{name}ov", f"{name}ow", f"{' '.join(cyrillic).title()}ов", f"{'・'.join(kana)}フ", "person"


def _post(field: Row, body: Row, post: Row, country: Row, at: int) -> str:
    text = post[at].format(b=body[at].format(f=field[at]))
    shapes = ("{text} of {name}", "{name} {text}", "{text} {name}", "{name}{text}")
    return shapes[at].format(text=text, name=country[at])


def _word(number: int, sounds: tuple[str, ...]) -> str:
    return _word(number // 15, sounds) + sounds[number % 15] if number else ""


def write(path: Path, count: int) -> None:
    """Writes a glossary of ``count`` concepts beside the project's own."""
    own = (ROOT / "locales" / "glossary.csv").read_text("utf-8")
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows(count)]
    path.write_text("\n".join([own.rstrip("\n"), *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--concepts", type=int, default=10_000)
    options = parser.parse_args()
    write(options.path, options.concepts)
