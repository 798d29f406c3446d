"""How fast the store keeps articles and opens: `python benchmarks/store.py [--articles 10000] [--directory DIR]`.

The text is made here: words by Zipf's law, a quarter of it Chinese. Each article has its page, 16 near-duplicate bands
and, every other one, a claim; 500 articles go into a transaction, and all are indexed for search.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from dealwire.model import Article, Claim, Document
from dealwire.ports import Store
from dealwire.stores import open_store

BATCH = 500
WORDS = 30_000
LENGTH = 320
SEED = 1
START = datetime(2026, 1, 1, tzinfo=UTC)

Item = tuple[Document, Article, list[int], list[Claim]]


class Writer:
    """Writes articles that nobody would read, of the shape of real ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
        syllables = [consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou"]
        self._english = ["".join(self._random.choices(syllables, k=2 + n % 3)) for n in range(WORDS)]
        signs = [chr(code) for code in range(0x4E00, 0x5A00)]
        self._chinese = ["".join(self._random.choices(signs, k=1 + n % 2)) for n in range(WORDS)]
        self.queries = (self._english[5], self._english[20_000], self._chinese[50], " ".join(self._english[50:52]))

    def items(self, number: int) -> Iterator[Item]:
        """Write so many articles."""
        for n in range(number):
            yield self._item(n)

    def _item(self, number: int) -> Item:
        chinese = number % 4 == 0
        words = self._random.choices(self._chinese if chinese else self._english, cum_weights=self._weights, k=LENGTH)
        space = "" if chinese else " "
        title, text = space.join(words[:10]), space.join(words[10:])
        body = (
            f"<html><title>{title}</title><body>{number} <nav>Home News About</nav><p>{text}</p></body></html>".encode()
        )
        document = Document(sha256(body).hexdigest(), body, "text/html", "benchmark", START)
        version = sha256(f"{title}\n{text}".encode()).hexdigest()
        url = f"https://example.com/news/{number}"
        article = Article(
            key=sha256(url.encode()).hexdigest(),
            ref=url,
            version=version,
            title=title,
            text=text,
            lang="zh" if chinese else "en",
            document=document.digest,
            part=0,
            fetched_at=START,
            url=url,
        )
        bands = [self._random.getrandbits(64) for _ in range(16)]
        claims = [Claim(version, "deal:0", "company", title[:9], 0, 9, title[:9], 1.0, "rules", "1")] * (number % 2)
        return document, article, bands, claims


def keep(store: Store, items: list[Item]) -> None:
    """Keep a batch as ingesting does."""
    documents, articles, bands, claims = zip(*items, strict=True)
    with store.transaction():
        store.seen(document.digest for document in documents)
        store.add_documents(documents)
        store.add_articles(articles)
        store.add_claims(claim for its in claims for claim in its)
        store.band_neighbours(band for its in bands for band in its)
        store.replace_signatures({article.key: its for article, its in zip(articles, bands, strict=True)})
        store.index(articles)


def measure_writing(path: Path, number: int) -> tuple[float, float]:
    """Return the seconds by the clock and of processor that keeping so many articles takes."""
    store = open_store(str(path))
    spent = processor = 0.0
    batch: list[Item] = []
    for item in Writer(SEED).items(number):
        batch.append(item)
        if len(batch) == BATCH:
            begin, begin_processor = time.perf_counter(), time.process_time()
            keep(store, batch)
            spent += time.perf_counter() - begin
            processor += time.process_time() - begin_processor
            batch = []
    store.close()
    return spent, processor


def measure_reading(path: Path, number: int) -> Iterator[tuple[str, float]]:
    """Yield what was read and the seconds it took."""
    store = open_store(str(path))
    begin = time.perf_counter()
    assert sum(1 for _ in store.scan_articles()) == number  # noqa: S101
    yield "scan all articles", time.perf_counter() - begin
    for query in Writer(SEED).queries:
        begin = time.perf_counter()
        hits = store.search(query)
        yield f"search {query!r} ({len(hits)} hits)", time.perf_counter() - begin
    store.close()


def measure_opening(path: Path) -> tuple[float, float]:
    """Return the seconds of opening a store, and those of a whole process that does it, imports included."""
    program = (
        "import sys, time; from dealwire.stores import open_store; begin = time.perf_counter();"
        "open_store(sys.argv[1]); print(time.perf_counter() - begin)"
    )
    begin = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", program, str(path)], check=True, capture_output=True)  # noqa: S603
    return float(told.stdout), time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--directory", type=Path, default=None)
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {datetime.now(UTC):%Y-%m-%d}")
    for number in arguments.articles:
        with tempfile.TemporaryDirectory(dir=arguments.directory) as directory:
            path = Path(directory) / "store.db"
            seconds, processor = measure_writing(path, number)
            size = sum(file.stat().st_size for file in Path(directory).iterdir())
            print(f"{number} articles: {number / seconds:.0f} a second, {number / processor:.0f} a second of processor")
            print(f"  size: {size / number / 1000:.1f} kB an article, {size / 2**20:.0f} MiB")
            for what, spent in measure_reading(path, number):
                print(f"  {what}: {spent * 1000:.0f} ms")
            measure_opening(path)
            opening, process = (min(both) for both in zip(*(measure_opening(path) for _ in range(3)), strict=True))
            print(f"  open: {opening * 1000:.0f} ms; with imports: {process * 1000:.0f} ms")


if __name__ == "__main__":
    main()
