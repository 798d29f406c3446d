"""Floors that no change may lower, on the labelled Chinese texts beside a checkout."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from datetime import date
from types import ModuleType
from typing import Any

from dealwire.core.extract.chinese import read
from dealwire.core.records import deal_record
from tests.conftest import shared

DEAL_F1, SLOT_F1, EXACT_F1, FALSE_PER_100 = 0.91, 0.90, 0.79, 3.0
"""A little under what was measured last (docs/explanation/extraction-chinese.md)."""


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared("gold/score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(item: dict[str, Any]) -> list[dict[str, Any]]:
    published = date.fromisoformat(item["published"][:10]) if item.get("published") else None
    reading = read(f"{item['title']}\n{item['text']}", len(item["title"]), published)
    return [deal_record(deal) for deal in reading.deals]


def test_the_labelled_texts_are_read_as_well_as_before() -> None:
    items = [json.loads(line) for line in shared("gold/dev/zh.jsonl").read_text(encoding="utf-8").splitlines()]
    score = scorer()
    tallies: dict[str, Any] = defaultdict(score.Tally)
    false = without = 0
    for item in items:
        predicted = records(item)
        score.score_item(item["deals"], predicted, tallies)
        if not item["deals"]:
            without += 1
            false += sum(not record["background"] for record in predicted)
    measured = {name: tallies[name].prf()[2] for name in ("deal", "slot", "exact")}
    assert measured["deal"] >= DEAL_F1, measured
    assert measured["slot"] >= SLOT_F1, measured
    assert measured["exact"] >= EXACT_F1, measured
    assert 100 * false / without <= FALSE_PER_100
