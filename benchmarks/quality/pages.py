"""Measure the reading of pages on 181 pages with known articles: `python -m benchmarks.quality.pages [--errors N]`.

The pages and the measure are those of scrapinghub/article-extraction-benchmark: the four-word shingles of a text, as
shares of all that are in it or should be; precision and recall are means over the pages. Both readings are measured,
the cheap one and the careful one, all in (parsing, metadata, dates), with the CPU time of a page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import mean
from typing import Final

from dealwire.core.read import HTML, page
from dealwire.core.read.result import always
from dealwire.model import Article, Document

BENCH: Final = Path(__file__).resolve().parents[3] / "shared/bench/article_extraction"
FETCHED: Final = datetime(2026, 1, 1, tzinfo=UTC)
SHINGLE: Final = 4

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the text of its article."""

    name: str
    document: Document
    expected: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of a page: the article, and how much of its text is right, and how much of the right text there."""

    name: str
    article: Article | None
    precision: float | None
    recall: float | None


@cache
def pages() -> tuple[Page, ...]:
    """Return the pages by name."""
    truth = json.loads((BENCH / "ground-truth.json").read_text(encoding="utf-8"))
    found = []
    with tarfile.open(BENCH / "pages.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None and member.name.endswith(".html.gz"):
                name, body = Path(member.name).name.removesuffix(".html.gz"), gzip.decompress(file.read())
                document = Document(sha256(body).hexdigest(), body, HTML, name, FETCHED, truth[name]["url"])
                found.append(Page(name, document, truth[name]["articleBody"]))
    return tuple(sorted(found, key=lambda each: each.name))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four words is in a text; one of fewer words is one run."""
    words = _WORD.findall(text)
    runs = (tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def compared(name: str, article: Article | None, expected: str) -> Found:
    """Compare a text with the expected one."""
    said, true = shingles(article.text if article else ""), shingles(expected)
    right = (said & true).total()
    return Found(
        name,
        article,
        right / said.total() if said else None,
        right / true.total() if true else None,
    )


def read(promising: Callable[[str], bool]) -> tuple[list[Found], float]:
    """Read all pages; return what was found, and the CPU time of a page in seconds."""
    began = time.process_time()
    results = [page.read(each.document, promising) for each in pages()]
    seconds = (time.process_time() - began) / len(results)
    articles = [result.articles[0] if result.articles else None for result in results]
    return [compared(e.name, a, e.expected) for e, a in zip(pages(), articles, strict=True)], seconds


def f1(found: Sequence[Found]) -> tuple[float, float, float]:
    """Return precision, recall and F1 as the benchmark defines them: F1 of the means."""
    precision = mean(f.precision for f in found if f.precision is not None)
    recall = mean(f.recall for f in found if f.recall is not None)
    return precision, recall, 2 * precision * recall / (precision + recall)


READINGS: Final[Mapping[str, Callable[[str], bool]]] = {"cheap": lambda _: False, "careful": always}


def shares() -> dict[str, dict[str, float]]:
    """Return for each reading its F1, over all pages and over each half."""
    rows = {}
    for name, promising in READINGS.items():
        found, _ = read(promising)
        rows[name] = {"F1": f1(found)[2], "half 0": f1(found[::2])[2], "half 1": f1(found[1::2])[2]}
    return rows


def main() -> None:
    """Print what is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, help="list so many of the pages that are read worst")
    wanted = parser.parse_args()
    read(always)  # imports, and patterns compiled at first use
    for name, promising in READINGS.items():
        found, seconds = read(promising)
        precision, recall, all_ = f1(found)
        halves = f"{f1(found[::2])[2]:.4f} {f1(found[1::2])[2]:.4f}"
        measures = f"P {precision:.4f}  R {recall:.4f}  F1 {all_:.4f}  halves {halves}"
        print(f"{name:8} {measures}  {seconds * 1e3:.1f} ms a page")
    articles = [f.article for f in found if f.article]
    told: dict[str, list[object]] = {
        "title": [a.title for a in articles],
        "date": [a.published for a in articles],
        "authors": [a.authors for a in articles],
        "site": [a.provider.name for a in articles],
    }
    for what, values in told.items():
        print(f"{what:8} told of {sum(1 for value in values if value)} of {len(found)}")
    for f in islice(sorted(found, key=lambda f: min(f.precision or 0, f.recall or 0)), wanted.errors):
        print(f"{f.name[:12]} P {f.precision or 0:.2f} R {f.recall or 0:.2f} {f.article.url if f.article else ''}")


if __name__ == "__main__":
    main()
