"""Measure how articles are grouped: `python benchmarks/quality/stories.py`.

Speed and recall of the near-duplicate signature on made-up texts of 1,000 characters, and BCubed F1 of links by
text alone on a slice of the UCI News Aggregator (headlines; in ../shared, not shipped). Deals and records link more
than is seen here.
"""

from __future__ import annotations

import csv
import gzip
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dealwire.core.resolve.shingles import bands, likeness
from dealwire.core.resolve.stories import cluster, duplicate_link, signature
from dealwire.model import Article

UCI = Path(__file__).resolve().parents[3] / "shared/bench/stories/uci_news_headlines.csv.gz"


def english(rng: random.Random) -> list[str]:
    """Make up a text as words."""
    return [f"word{rng.randrange(3000)} " for _ in range(110)]


def chinese(rng: random.Random) -> list[str]:
    """Make up a text as Chinese characters."""
    return [chr(0x4E00 + rng.randrange(3000)) for _ in range(1000)]


def signatures() -> None:
    """Print how many signatures are made a second, and which share of copies with one word in 15 changed is found."""
    for make, change in ((english, "changed "), (chinese, "改")):
        rng = random.Random(1)
        units = [make(rng) for _ in range(2000)]
        texts = ["".join(of_text) for of_text in units]
        begun = time.perf_counter()
        made = [bands(text) for text in texts]
        speed = len(texts) / (time.perf_counter() - begun)
        found, shared = 0, 0.0
        for of_text, text, known in zip(units, texts, made, strict=True):
            for n in rng.sample(range(len(of_text)), len(of_text) // 15):
                of_text[n] = change
            found += bool(set(bands("".join(of_text))) & set(known))
            shared += likeness("".join(of_text), text)
        measures = f"{found / len(texts):.3f} of copies that share {shared / len(texts):.2f} found"
        print(f"{make.__name__:10} {speed:8.0f} signatures a second, {measures}")


def headlines() -> Iterator[tuple[Article, str]]:
    """Yield headlines as articles, with the story that each belongs to."""
    with gzip.open(UCI, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not (row["TIMESTAMP"] or "").isdigit():  # a stray quote has swallowed cells
                continue
            at = datetime.fromtimestamp(int(row["TIMESTAMP"]) / 1000, UTC)
            yield Article(row["ID"], row["ID"], "", row["TITLE"], "", "en", "", 0, at, published=at), row["STORY"]


def bcubed(predicted: Mapping[str, str], truth: Mapping[str, str]) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1 of a grouping, given as item → group."""
    groups, stories = Counter(predicted[item] for item in truth), Counter(truth.values())
    both = Counter((predicted[item], story) for item, story in truth.items())
    precision = sum(both[predicted[i], s] / groups[predicted[i]] for i, s in truth.items()) / len(truth)
    recall = sum(both[predicted[i], s] / stories[s] for i, s in truth.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(articles: Sequence[Article]) -> dict[str, str]:
    """Group articles by their text alone, as the live path does: candidates share a band, links are checked exactly."""
    by_band: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        for band in signature(article):
            by_band[band].append(article)
    pairs = {(a.key, b.key): (a, b) for members in by_band.values() for a in members for b in members if a.key < b.key}
    links = [link for a, b in pairs.values() if (link := duplicate_link(a, b))]
    return {key: story.id for story in cluster(articles, links) for key in story.articles}


def main() -> None:
    """Measure and print."""
    signatures()
    if UCI.exists():
        rows = list(headlines())
        truth = {article.key: story for article, story in rows}
        measures = bcubed(grouped([article for article, _ in rows]), truth)
        of = f"{len(rows)} in {len(set(truth.values()))} stories"
        print(f"headlines  {of}: BCubed P {measures[0]:.3f} R {measures[1]:.3f} F1 {measures[2]:.3f}")


if __name__ == "__main__":
    main()
