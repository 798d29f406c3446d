"""Measure how articles are grouped: `python benchmarks/quality/stories.py`.

Speed and recall of the near-duplicate signature on made-up texts of 1,000 characters; BCubed F1 and speed of groups by
headline alone on a slice of the UCI News Aggregator (in ../shared, not shipped), with one setting for every set. Deals
and records link more than is seen here.
"""

from __future__ import annotations

import csv
import gzip
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dealwire.core.resolve.components import group
from dealwire.core.resolve.shingles import bands, likeness
from dealwire.core.resolve.stories import headline, when
from dealwire.core.resolve.story_board import Memory, Pair, update
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


def headlines() -> Iterator[tuple[Article, str, str]]:
    """Yield headlines as articles, with the story that each belongs to and its category."""
    with gzip.open(UCI, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not (row["TIMESTAMP"] or "").isdigit():  # a stray quote has swallowed cells
                continue
            at = datetime.fromtimestamp(int(row["TIMESTAMP"]) / 1000, UTC)
            yield (
                Article(row["ID"], row["ID"], "", row["TITLE"], "", "en", "", 0, at, published=at),
                row["STORY"],
                row["CATEGORY"],
            )


def bcubed(predicted: Mapping[str, str], truth: Mapping[str, str]) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1 of a grouping, given as item → group."""
    groups, stories = Counter(predicted[item] for item in truth), Counter(truth.values())
    both = Counter((predicted[item], story) for item, story in truth.items())
    precision = sum(both[predicted[i], s] / groups[predicted[i]] for i, s in truth.items()) / len(truth)
    recall = sum(both[predicted[i], s] / stories[s] for i, s in truth.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(articles: Sequence[Article], portion: int = 200) -> dict[str, str]:
    """Group articles by their headlines, so many at a time in the order of their times."""
    board, ties = Memory(), dict[Pair, float]()
    heads = [headline(article) for article in sorted(articles, key=lambda one: (when(one), one.key))]
    for start in range(0, len(heads), portion):
        changed = update(board, heads[start : start + portion])
        # Ties that this one replaces are few: all of them end in the headlines of a story or two.
        for pair in [pair for pair in ties if not changed.of.isdisjoint(pair)]:
            del ties[pair]
        ties |= changed.pairs
    return {key: members[0] for members in group([one.key for one in heads], sorted(ties)) for key in members}


def sets(rows: Sequence[tuple[Article, str, str]]) -> Iterator[tuple[str, list[tuple[Article, str, str]]]]:
    """Yield the sets that are measured, each by its name: all, business, and the halves of both, by story."""
    stories = sorted({story for _, story, _ in rows})
    for name, chosen in (("all", rows), ("business", [row for row in rows if row[2] == "b"])):
        yield name, list(chosen)
        for half in (0, 1):
            yield f"{name}, half {half}", [row for row in chosen if stories.index(row[1]) % 2 == half]


def shares() -> dict[str, dict[str, float]]:
    """Return BCubed F1 of each set."""
    found = {}
    for name, chosen in sets(list(headlines())):
        truth = {article.key: story for article, story, _ in chosen}
        found[name] = {"F1": round(bcubed(grouped([article for article, _, _ in chosen], len(chosen)), truth)[2], 4)}
    return found


def uci() -> None:
    """Print BCubed of each set, and the speed in portions and one by one."""
    rows = list(headlines())
    for name, chosen in sets(rows):
        truth = {article.key: story for article, story, _ in chosen}
        p, r, f = bcubed(grouped([article for article, _, _ in chosen]), truth)
        print(f"{name:18}{len(truth):6} in {len(set(truth.values())):3} stories: BCubed P {p:.3f} R {r:.3f} F1 {f:.3f}")
    articles = sorted((article for article, _, _ in rows), key=lambda one: (when(one), one.key))
    for portion in (200, 1):
        for count in (1000, 3000, 6000):
            begun = time.process_time()
            grouped(articles[:count], portion)
            speed = count / (time.process_time() - begun)
            print(f"{count:6} headlines, {portion:3} at a time: {speed:6.0f} a second of processor time")


def main() -> None:
    """Measure and print."""
    signatures()
    if UCI.exists():
        uci()


if __name__ == "__main__":
    main()
