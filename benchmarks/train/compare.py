"""Readers compared: the rules, each tagger alone, and the rules mended by it, on any sets of labelled texts.

    python -m benchmarks.train compare --tagger PATH --tune GOLD.jsonl … --set GOLD.jsonl …

Mends and their thresholds are chosen on the sets given as `--tune`; those given as `--set` only measure.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks.quality.deals import article, half, scorer
from benchmarks.train.combine import MENDS, Deals, alone
from benchmarks.train.spans import Tag, Tagged
from dealwire.core.extract import extract
from dealwire.core.records import deal_record
from dealwire.model import Article

TOGETHER: Final = (("vetoed", 0.98), ("missed", 0.98), ("each_backers", 0.8))
"""The mends that did best on texts that no rule had seen, in this order."""
THRESHOLDS: Final = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
FIELDS: Final = ("deal", "slot", "exact", "company", "amount", "valuation", "round", "investor", "lead")


Slots = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled text with what the rules (deals that name nobody last) and a tagger say of it."""

    text: Article
    gold: list[dict[str, Any]]
    rules: Deals
    tagged: Tagged


def read_set(path: Path, halves: Sequence[int] = (0, 1)) -> list[dict[str, Any]]:
    """Return the items of a file of labelled texts, or of one half of it."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [item for item in lines if half(item) in halves]


def items(rows: Iterable[Mapping[str, Any]], tagger: Tag) -> list[Item]:
    """Read texts with rules and tagger."""
    read = []
    for row in rows:
        text = article(dict(row))
        reading = extract(text)
        read.append(Item(text, row["deals"], [*reading.deals, *reading.nameless], tagger(text.content)))
    return read


def f1(texts: Sequence[Item], reader: Callable[[Item], Deals]) -> dict[str, float]:
    """Return the F1 of each field, by the scorer that lies beside the gold, and false deals in texts without one."""
    judge = scorer()
    tallies = {name: judge.Tally() for name in judge.NAMES}
    false = 0
    for item in texts:
        got = [deal_record(deal) for deal in reader(item) if deal.company is not None]
        judge.score_item(item.gold, got, tallies)
        false += 0 if item.gold else sum(not deal["background"] for deal in got)
    return {name: 100 * tallies[name].prf()[2] for name in FIELDS} | {"false": float(false)}


def rules(item: Item) -> Deals:
    """Return what the rules read."""
    return item.rules


def by_itself(item: Item) -> Deals:
    """Return what the tagger reads."""
    return alone(item.text.content, item.tagged)


def mended(chosen: Sequence[tuple[str, float]]) -> Callable[[Item], Deals]:
    """Return the reader that mends the rules' deals in some ways, each where the tagger is so sure."""

    def read(item: Item) -> Deals:
        deals = item.rules
        for name, least in chosen:
            deals = MENDS[name](item.text.content, deals, item.tagged, least)
        return deals

    return read


def gained(texts: Sequence[Item], reader: Callable[[Item], Deals]) -> tuple[float, float, float]:
    """Return by how much a reader's slot F1 is above the rules': low end, value, high end of 95 % of resampled sets."""
    both = [(slots(item, rules), slots(item, reader)) for item in texts]

    def gain(sample: Sequence[tuple[Slots, Slots]]) -> float:
        before, after = (tuple(map(sum, zip(*column, strict=True))) for column in zip(*sample, strict=True))
        return _f1(*after) - _f1(*before)

    draw = random.Random(0)
    gains = sorted(gain(draw.choices(both, k=len(both))) for _ in range(1_000))
    return gains[25], gain(both), gains[974]


def slots(item: Item, reader: Callable[[Item], Deals]) -> Slots:
    """Return how many slots of a text are right, false and missed."""
    judge = scorer()
    tallies = {name: judge.Tally() for name in judge.NAMES}
    judge.score_item(item.gold, [deal_record(deal) for deal in reader(item) if deal.company is not None], tallies)
    slot = tallies["slot"]
    return slot.tp, slot.fp, slot.fn


def _f1(right: int, false: int, missed: int) -> float:
    return 200 * right / (2 * right + false + missed) if right else 0.0


def choose(tuning: Sequence[Item]) -> list[tuple[str, float]]:
    """Return mends with thresholds, added one by one while slot F1 on the tuning texts rises by .05 points."""
    chosen: list[tuple[str, float]] = []
    best = f1(tuning, rules)["slot"]
    while True:
        tries = [
            (f1(tuning, mended([*chosen, (name, least)]))["slot"], least, name)
            for name in MENDS
            if name not in {c for c, _ in chosen}
            for least in THRESHOLDS
        ]
        score, least, name = max(tries, default=(0.0, 0.0, ""))
        if score < best + 0.05:
            return chosen
        best = score
        chosen.append((name, least))


def row(name: str, scores: Mapping[str, float]) -> str:
    """Return a line of the table."""
    return f"{name:<38}" + "".join(f"{scores[field]:>10.1f}" for field in (*FIELDS, "false"))


def speed(texts: Sequence[Article], tagger: Tag) -> str:
    """Return how many texts a second the rules and the tagger read, on one thread."""
    started = time.perf_counter()
    for text in texts:
        extract(text)
    between = time.perf_counter()
    for text in texts:
        tagger(text.content)
    ended = time.perf_counter()
    rates = len(texts) / (between - started), len(texts) / (ended - between)
    return f"{rates[0]:.0f} texts/s by the rules, {rates[1]:.0f} by the tagger"


def tagger_at(path: Path) -> Tag:
    """Load a trained tagger: MiniLM's is a folder, a light one a file."""
    module = "minilm" if path.is_dir() else "light"
    tag: Tag = import_module(f"benchmarks.train.{module}").load_tagger(path).tag
    return tag


def main(argv: Sequence[str]) -> None:
    """Print the table: rules, tagger, each mend by itself, and the mends that tuning chose."""
    parser = argparse.ArgumentParser("benchmarks.train compare")
    parser.add_argument("--tagger", type=Path, required=True)
    parser.add_argument("--tune", type=Path, nargs="+", required=True)
    parser.add_argument("--set", type=Path, nargs="+", required=True, dest="sets")
    wanted = parser.parse_args(argv)
    tagger = tagger_at(wanted.tagger)
    tuning = items((row for path in wanted.tune for row in read_set(path)), tagger)
    chosen = choose(tuning)
    print(f"chosen on {len(tuning)} texts: {', '.join(f'{name} from {least}' for name, least in chosen) or 'none'}")
    for path in wanted.sets:
        read = items(read_set(path), tagger)
        print(f"\n{path.name + f' ({len(read)} texts)':<38}" + "".join(f"{name:>10}" for name in (*FIELDS, "false")))
        for n in (0, 1):
            part = [item for item in read if half({"id": item.text.key}) == n]
            print(row(f"rules, half {n} ({len(part)} texts)", f1(part, rules)))
            print(row(f"rules and the usual mends, half {n}", f1(part, mended(TOGETHER))))
        print(row("rules", f1(read, rules)))
        print(row("tagger alone", f1(read, by_itself)))
        for name in MENDS:
            for least in THRESHOLDS[2::2]:
                print(row(f"rules, {name} from {least}", f1(read, mended([(name, least)]))))
        for name, mends in (("what was chosen", chosen), ("the usual mends", TOGETHER)):
            low, gain, high = gained(read, mended(mends))
            likely = f"  slot {gain:+.1f} (95 %: {low:+.1f} to {high:+.1f})"
            print(row(f"rules and {name}", f1(read, mended(mends))) + likely)
        print(speed([item.text for item in read], tagger))
