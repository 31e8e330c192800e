"""Reading, writing and merging one large catalog, by habar and by polib: what ``catalogs_race.py`` measures.

python tests/benchmarks/catalog_work.py make FOLDER --entries 10000
python tests/benchmarks/catalog_work.py habar-merge FOLDER/old.po FOLDER/new.pot FOLDER/out.po
python tests/benchmarks/catalog_work.py score FOLDER FOLDER/out.po
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from corpus import CITIES, COUNTRIES, FORMULAS

WORDS = "new recent regular joint broad mutual annual open direct lasting".split()


def make(folder: Path, entries: int) -> None:
    """Writes ``old.po``, all translated, ``new.pot``, and what is right.

    The texts are formulas, as bulletins have them: many differ from others in a name and a number only. 5 % are
    changed by one word, 5 % are moved, 2 % are removed, 2 % are new.
    """
    chance = random.Random(3)
    old = [_sentence(chance, number) for number in range(entries)]
    numbers = chance.sample(range(entries), entries * 12 // 100)
    changed, moved, removed = numbers[: entries // 20], numbers[entries // 20 : entries // 10], numbers[entries // 10 :]
    new = dict(enumerate(old))
    for number in changed:
        words = new[number].split()
        words.insert(chance.randrange(1, len(words) - 2), chance.choice(WORDS))
        new[number] = " ".join(words)
    order = [number for number in range(entries) if number not in {*moved, *removed}]
    for number in moved:
        order.insert(chance.randrange(len(order)), number)
    texts = [new[number] for number in order] + [_sentence(chance, entries + n) for n in range(len(removed))]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "old.po").write_text(_po({text: f"Перевод {number}." for number, text in enumerate(old)}, "ru"), "utf-8")
    (folder / "new.pot").write_text(_po(dict.fromkeys(texts, ""), ""), "utf-8")
    wanted = {new[number]: f"Перевод {number}." for number in changed}
    (folder / "wanted.json").write_text(json.dumps(wanted), "utf-8")


def _sentence(chance: random.Random, number: int) -> str:
    names = {"city": chance.choice(CITIES)[0], "country": chance.choice(COUNTRIES)[0], "year": 2020 + number % 10}
    text = chance.choice(FORMULAS)[0].format(n=number % 97 + 2, **names)
    return f"{text[:-1]}, as a speaker from {chance.choice(COUNTRIES)[0]} said in answer {number}."


def _po(pairs: dict[str, str], language: str) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    head += f'"Language: {language}\\n"\n' if language else ""
    return head + "".join(f'\n#: a.txt:p{n}\nmsgid "{a}"\nmsgstr "{b}"\n' for n, (a, b) in enumerate(pairs.items()))


def habar_read(file: Path) -> None:
    from i18n import catalogs

    catalogs.parse(file.read_bytes(), file.name)


def habar_write(file: Path, out: Path) -> None:
    from i18n import catalogs

    out.write_bytes(catalogs.render(catalogs.formatted(catalogs.parse(file.read_bytes(), file.name))))


def habar_merge(file: Path, template: Path, out: Path) -> None:
    from i18n import catalogs
    from i18n.merge import merge

    fresh = catalogs.parse(template.read_bytes(), template.name).entries
    merged = merge(catalogs.parse(file.read_bytes(), file.name), fresh)
    out.write_bytes(catalogs.render(merged.catalog))


def polib_read(file: Path) -> None:
    import polib

    polib.pofile(str(file))


def polib_write(file: Path, out: Path) -> None:
    import polib

    polib.pofile(str(file)).save(str(out))


def polib_merge(file: Path, template: Path, out: Path) -> None:
    import polib

    catalog = polib.pofile(str(file))
    catalog.merge(polib.pofile(str(template)))
    catalog.save(str(out))


def score(folder: Path, merged: Path) -> str:
    """How many changed texts got the translation of the text that they were."""
    from i18n import catalogs

    wanted = json.loads((folder / "wanted.json").read_text("utf-8"))
    entries = catalogs.parse(merged.read_bytes(), merged.name).entries
    found = {entry.msgid: entry.msgstr for entry in entries if not entry.obsolete}
    right = sum(found.get(text) == translation for text, translation in wanted.items())
    wrong = sum(bool(found.get(text)) and found[text] != translation for text, translation in wanted.items())
    return f"{right} of {len(wanted)} right, {wrong} wrong, {len(wanted) - right - wrong} missed"


WORK = {
    "habar-read": habar_read,
    "habar-write": habar_write,
    "habar-merge": habar_merge,
    "polib-read": polib_read,
    "polib-write": polib_write,
    "polib-merge": polib_merge,
    "score": lambda folder, merged: print(score(folder, merged)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=["make", *WORK])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    options = parser.parse_args()
    if options.work == "make":
        make(options.paths[0], options.entries)
    else:
        WORK[options.work](*options.paths)


if __name__ == "__main__":
    main()
