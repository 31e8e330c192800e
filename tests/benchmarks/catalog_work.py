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

WORDS = (
    "the parties noted that cooperation between ministries agencies regions cities universities grew during past year "
    "and agreed to continue regular consultations on trade transport energy water culture science sport health tourism "
    "meeting session visit programme agreement protocol memorandum statement chairman minister ambassador delegation "
    "first second third joint bilateral regional international strategic economic humanitarian political"
).split()


def make(folder: Path, entries: int) -> None:
    """Writes ``old.po``, all translated, ``new.pot`` with 5 % of it changed by one word, and what is right."""
    chance = random.Random(3)
    old = [_sentence(chance, number) for number in range(entries)]
    changed = sorted(chance.sample(range(entries), entries // 20))
    new = list(old)
    for number in changed:
        words = new[number].split()
        words[chance.randrange(1, len(words) - 2)] = chance.choice(WORDS)
        new[number] = " ".join(words)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "old.po").write_text(_po({text: f"Перевод {number}." for number, text in enumerate(old)}, "ru"), "utf-8")
    (folder / "new.pot").write_text(_po(dict.fromkeys(new, ""), ""), "utf-8")
    wanted = {new[number]: f"Перевод {number}." for number in changed if new[number] not in old}
    (folder / "wanted.json").write_text(json.dumps(wanted), "utf-8")


def _sentence(chance: random.Random, number: int) -> str:
    return " ".join(["On", *chance.choices(WORDS, k=chance.randint(8, 24)), f"item {number}."])


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
