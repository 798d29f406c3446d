"""The Chinese tagger: what it learns from, and its training.

    python -m benchmarks.train chinese --out FILE [--cache FILE]

`chinese_compare` measures it beside the rules.
Labelled sets say which part of a sentence is the buyer, the company, the backer; what the rules read surely in tech
articles and headlines says the rest.
"""

from __future__ import annotations

import argparse
import pickle
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import torch

from benchmarks.train import chinese_data, light, sets
from benchmarks.train.chinese_composed import composed
from benchmarks.train.fit import Plan, fit
from benchmarks.train.light import LightNet
from benchmarks.train.silver import silver
from benchmarks.train.spans import (
    ACQUIRER,
    AMOUNT,
    COMPANY,
    INVESTOR,
    LABELS,
    LEAD,
    NAMES,
    ORG,
    PERSON,
    ROUND,
    VALUATION,
    Labelled,
    Span,
    apart,
    counted,
)

MIX: Final = {"events": 9_000, "relations": 7_000, "names": 7_000, "read": 4_000, "dealless": 2_500, "composed": 9_000}
PLAN: Final = Plan(tokens=4_000_000, batch=3_000, rate=3e-3)

_FEWFC: Final = {
    ("收购", "sub-org"): ACQUIRER,
    ("收购", "sub-per"): ACQUIRER,
    ("收购", "obj-org"): COMPANY,
    ("收购", "money"): AMOUNT,
    ("投资", "sub"): INVESTOR,
    ("投资", "obj"): COMPANY,
    ("投资", "money"): AMOUNT,
    ("股份股权转让", "target-company"): COMPANY,
    ("股份股权转让", "money"): AMOUNT,
}
_DUEE: Final = {
    "融资方": COMPANY,
    "领投方": LEAD,
    "跟投方": INVESTOR,
    "融资金额": AMOUNT,
    "融资轮次": ROUND,
    "收购方": ACQUIRER,
    "交易物": COMPANY,
    "出售价格": AMOUNT,
    "上市企业": COMPANY,
    "估值": VALUATION,
}
_FINRE: Final = {
    "收购": (ACQUIRER, COMPANY),
    "拟收购": (ACQUIRER, COMPANY),
    "被收购": (COMPANY, ACQUIRER),
    "被拟收购": (COMPANY, ACQUIRER),
    "入股": (INVESTOR, COMPANY),
    "被入股": (COMPANY, INVESTOR),
    "注资": (INVESTOR, COMPANY),
    "被注资": (COMPANY, INVESTOR),
    "增持": (INVESTOR, COMPANY),
    "被增持": (COMPANY, INVESTOR),
}
"""Relation → the parts of its head and its tail."""


def learnt_from(cache: Path | None = None) -> dict[str, list[Labelled]]:
    """Return all that the tagger may learn from, by sort; it takes minutes, and may be kept in a file."""
    if cache is not None and cache.exists():
        kept: dict[str, list[Labelled]] = pickle.loads(cache.read_bytes())  # noqa: S301 - written by this function
        return kept
    held_out = sets.HeldOut(sets.scored("zh"), size=16)
    read = list(silver(sets.texts("zh_tech_articles"), held_out))
    sorts = {
        "events": [item for item in events() if not held_out.has(item.text)],
        "relations": [item for item in relations() if not held_out.has(item.text)],
        "names": [_of_names(item) for split, item in chinese_data.cluener() if split == "train"],
        "read": [item for item in read if item.spans] * 3
        + list(silver(sets.texts("zh_smoothnlp_deals"), held_out, negatives=False)),
        "dealless": [item for item in read if not item.spans],
        "composed": list(composed(seed=0, count=9_000)),
    }
    for sort, items in sorts.items():
        print(f"{sort:<10}{len(items):>7} texts  {counted(items)}")
    if cache is not None:
        cache.write_bytes(pickle.dumps(sorts))
    return sorts


def events() -> Iterator[Labelled]:
    """Yield the sentences of FewFC and DuEE with the parts that their events give to names and sums."""
    for item in sets.rows("zh_fewfc_events"):
        parts = [
            (Span(p["span"][0], p["span"][1], ORG), e["type"], p["role"]) for e in item["events"] for p in e["mentions"]
        ]
        spans = [
            span._replace(label=label)
            for span, kind, role in parts
            if (label := _FEWFC.get((kind, role)) or _party(role))
        ]
        yield Labelled(item["text"], settled(spans), frozenset())
    for item in sets.rows("zh_duee1_dev"):
        found = []
        for part in (part for event in item["event_list"] for part in event["arguments"]):
            end = part["argument_start_index"] + len(part["argument"])
            if label := _DUEE.get(part["role"]):
                found.append(Span(part["argument_start_index"], end, label))
        yield Labelled(item["text"], settled(found), frozenset())


def _party(role: str) -> str | None:
    return ORG if role.endswith("-org") else PERSON if role.endswith("-per") else None


def relations() -> Iterator[Labelled]:
    """Yield the sentences of FinRE with the parts that purchases and stakes give to their two sides."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for row in sets.rows("zh_finre_relations"):
        for name, label in zip((row["head"], row["tail"]), _FINRE.get(row["relation"], (ORG, ORG)), strict=True):
            spans[row["text"]] += [Span(m.start(), m.end(), label) for m in re.finditer(re.escape(name), row["text"])]
    for text, found in spans.items():
        yield Labelled(text, settled(found), frozenset())


def settled(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order: of two labels for one place, the one that is a part in a deal."""
    by_place: dict[tuple[int, int], str] = {}
    for span in sorted(spans, key=lambda s: s.label in NAMES, reverse=True):
        by_place[span.start, span.end] = span.label
    return apart(Span(start, end, label) for (start, end), label in by_place.items())


def _of_names(item: Labelled) -> Labelled:
    """Return a sentence of CLUENER, which labels all names and tells no parts."""
    spans = tuple(s for s in item.spans if s.label in NAMES)
    return Labelled(item.text, spans, frozenset(LABELS))


def mixed(sorts: Mapping[str, Sequence[Labelled]], counts: Mapping[str, int]) -> list[Labelled]:
    """Draw so many texts of each sort, or all that there are."""
    draw = random.Random(0)
    return [item for sort, items in sorts.items() for item in draw.sample(items, min(counts[sort], len(items)))]


def train(sorts: Mapping[str, Sequence[Labelled]], out: Path, plan: Plan = PLAN) -> None:
    """Train the tagger and write it to a file."""
    started = time.monotonic()
    torch.manual_seed(plan.seed)
    model = LightNet()
    fit(model, [light.example(_first(item)) for item in mixed(sorts, MIX)], plan)
    light.save(model, out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB in {time.monotonic() - started:.0f} s")


def _first(item: Labelled, length: int = 500) -> Labelled:
    """Return the beginning of a text, where an article tells its news."""
    return Labelled(item.text[:length], tuple(s for s in item.spans if s.end <= length), item.known)


def main(argv: Sequence[str]) -> None:
    """Train the tagger."""
    parser = argparse.ArgumentParser("benchmarks.train chinese")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="where the texts to learn from are kept between runs")
    parser.add_argument("--tokens", type=int, default=PLAN.tokens, help="how many tokens to see")
    wanted: Any = parser.parse_args(argv)
    train(learnt_from(wanted.cache), wanted.out, PLAN._replace(tokens=wanted.tokens))
