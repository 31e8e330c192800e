"""The texts that are most like another one, among very many: an index of character trigrams (Tantivy's door).

Trigrams serve every script, those without spaces between words, too. The index proposes the texts that share the
rarest trigrams; RapidFuzz then measures these, so a likeness is always the true one, and only a text that shares none
of the rarest can be missed. The index is derived from the database; what was written since is looked at one by one
until it is much.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from i18n import files, similarity
from i18n.memory import codes
from i18n.memory.scan import Scan
from i18n.memory.store import Store
from i18n.memory.units import Pair
from i18n.problems import HabarError

LARGE = 100_000
"""Texts up to which looking at all of them is as good."""
_RAREST, _CANDIDATES = 32, 200
"""Trigrams of a text that are looked up, and texts that are measured."""
_TAIL = 10_000
"""Texts that are looked at one by one before they go into the index."""
_START, _END = "\2", "\3"
"""Around each text, so that the shortest has a trigram, and that beginnings and ends count."""
_HEAP = 64_000_000
"""Bytes of memory for building."""
_AT = "followed-to"


class BrokenIndexError(Exception):
    """The index cannot be read; it is made anew from the database."""


def available() -> bool:
    """Whether the library is installed."""
    return find_spec("tantivy") is not None


class Trigrams:
    """The index of a pair of languages, in a folder of its own."""

    def __init__(self, folder: Path, store: Store, pair: Pair) -> None:
        kind, birth = store.identity()
        self._store, self._pair = store, pair
        self._path = folder / f"{kind}-{birth}-{pair.source}-{pair.target}"
        self._strangers = (f"{kind}-", f"{kind}-{birth}-")
        self._seen = -1
        self._index: Any = None
        self._at = 0
        self._tail: dict[str, int] = {}

    def nearest(self, shape: str, minimum: float) -> list[tuple[float, int]]:
        """As ``Scan.nearest``."""
        try:
            texts = self._candidates(shape)
        except BrokenIndexError:
            self._index, self._seen = None, -1
            shutil.rmtree(self._path, ignore_errors=True)
            try:
                texts = self._candidates(shape)
            except BrokenIndexError:  # no place on the disk, or a library that does not do its work here
                return Scan(self._store, self._pair).nearest(shape, minimum)
        texts |= self._tail
        known = list(texts)
        found = similarity.nearest(shape, known, minimum)
        found.sort(key=lambda one: (-one[0], known[one[1]]))
        return [(score, texts[known[index]]) for score, index in found]

    def _candidates(self, shape: str) -> dict[str, int]:
        """Texts that may be like this one, with their hashes."""
        import tantivy

        self._follow()
        text = f"{_START}{shape}{_END}"
        with _explained():
            searcher = self._index.searcher()
            grams = {text[at : at + 3] for at in range(len(text) - 2)}
            counted = sorted((count, gram) for gram in grams if (count := searcher.doc_freq("text", gram)))
            terms = [
                (tantivy.Occur.Should, tantivy.Query.term_query(self._index.schema, "text", gram, "basic"))
                for _, gram in counted[:_RAREST]
            ]
            query = tantivy.Query.boolean_query(terms)
            documents = (searcher.doc(address) for _, address in searcher.search(query, _CANDIDATES, count=False).hits)
            return {document["text"][0][1:-1]: document["hash"][0] for document in documents}

    def _follow(self) -> None:
        """Opens the index, or makes it, and reads what was written since."""
        if self._index is not None and self._seen == self._store.next_number():
            return
        if self._index is None:
            self._open()
        self._seen = now = self._store.next_number()
        since = self._store.since(self._pair, self._at)
        self._tail = {codes.shape(body): hash for hash, body in since.items()}
        if len(self._tail) > _TAIL and self._grow(now):
            self._tail = {}

    def _open(self) -> None:
        if not self._path.is_dir():
            self._build()
        with _explained():
            self._index = opened(self._path)
            self._at = int((self._path / _AT).read_text())

    def _build(self) -> None:
        """Makes the index beside its place and moves it there as a whole. Another process may have been first."""
        import tantivy

        self._sweep()
        at = self._store.next_number()
        folder = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            with _explained():
                index = tantivy.Index(_schema(), path=str(folder))
                _register(index)
                _add(index, self._store.distinct(self._pair), replace=False)
            (folder / _AT).write_text(str(at))
            with suppress(OSError):
                folder.rename(self._path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _grow(self, now: int) -> bool:
        """Puts the tail into the index; not where another process does so at this time."""
        if now - self._at > 2 * LARGE and now > 2 * self._at:  # more was replaced than is new
            shutil.rmtree(self._path, ignore_errors=True)
            self._open()
            return True
        try:
            _add(self._index, ((hash, shape) for shape, hash in self._tail.items()), replace=True)
            files.write(self._path, _AT, str(now).encode())
        except (ValueError, OSError, HabarError):
            return False
        self._index.reload()
        self._at = now
        return True

    def _sweep(self) -> None:
        """Removes the indexes of databases that are no more."""
        kind, own = self._strangers
        for path in self._path.parent.glob(f"{kind}*"):
            if not path.name.startswith(own) and path.is_dir():
                shutil.rmtree(path, ignore_errors=True)


def opened(folder: Path) -> Any:
    """The index in a folder."""
    import tantivy

    index = tantivy.Index.open(str(folder))
    _register(index)
    return index


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("hash", stored=True, indexed=True)
    builder.add_text_field("text", stored=True, tokenizer_name="trigrams", index_option="basic")
    return builder.build()


def _register(index: Any) -> None:
    import tantivy

    ngram = tantivy.Tokenizer.ngram(min_gram=3, max_gram=3, prefix_only=False)
    index.register_tokenizer("trigrams", tantivy.TextAnalyzerBuilder(ngram).build())


def _add(index: Any, texts: Iterable[tuple[int, str]], *, replace: bool) -> None:
    """Adds hashes with their texts. One thread: the others are a person's."""
    import tantivy

    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for hash, body in texts:
        if replace:
            writer.delete_documents_by_term("hash", hash)
        document = tantivy.Document()
        document.add_integer("hash", hash)
        document.add_text("text", f"{_START}{codes.shape(body)}{_END}")
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


@contextmanager
def _explained() -> Iterator[None]:
    """What the library says of damaged files, in whatever way: it panics at some of them."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, HabarError, MemoryError):
        raise
    except BaseException as error:
        raise BrokenIndexError(str(error)) from error
