"""How well the readers read the hand-labelled texts: the scorer's table for each half and each sort of text.

    python -m benchmarks.quality.deals --lang en|zh [--errors N] [--half 0|1]

Needs ../shared/gold beside the checkout; the scorer there is the judge, and is imported, not copied. Halves are drawn
by a checksum of the item's id: rules are tuned on half 0 and watched on half 1.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import zlib
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from dealwire.core.extract import chinese, english, gate
from dealwire.model import Article, DealReport, Money, Reading, Told

SHARED = Path(__file__).resolve().parents[3] / "shared"


def scorer() -> ModuleType:
    """Load the scorer that lies beside the gold."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer in {SHARED / 'gold'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def items(lang: str) -> list[dict[str, Any]]:
    """Return the labelled texts of one language."""
    lines = (SHARED / "gold" / "dev" / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def half(item: dict[str, Any]) -> int:
    """Return 0 or 1: the half that an item belongs to."""
    return zlib.crc32(item["id"].encode()) % 2


def article(item: dict[str, Any]) -> Article:
    """Return a labelled text as an article."""
    day = item.get("published")
    published = datetime.combine(date.fromisoformat(day[:10]), datetime.min.time(), UTC) if day else None
    return Article(
        key=item["id"],
        ref=item["id"],
        version="",
        title=item["title"] or "",
        text=item["text"] or "",
        lang=item["lang"],
        document="",
        part=0,
        fetched_at=datetime(2000, 1, 1, tzinfo=UTC),
        published=published,
    )


def reading(item: dict[str, Any]) -> Reading:
    """Return what the reader of the item's language reads, past the gate."""
    it = article(item)
    read = chinese.read if item["lang"] == "zh" else english.read
    return read(it.content, len(it.title), it.published.date() if it.published else None)


def record(deal: DealReport) -> dict[str, Any]:
    """Return a report in the form of the gold."""
    valuation = None
    if deal.valuation:
        valuation = _money(Told(deal.valuation.value.money, 0, 0, "")) or {}
        valuation["basis"] = deal.valuation.value.basis.value
    return {
        "kind": deal.kind.value.value,
        "company": deal.company.value if deal.company else None,
        "investors": [{"name": told.value.name, "role": told.value.role.value} for told in deal.investors],
        "amount": _money(deal.amount),
        "valuation": valuation,
        "round": deal.round.value.value if deal.round else None,
        "round_label": deal.round_label.value if deal.round_label else None,
        "status": deal.status.value.value,
        "background": bool(deal.background and deal.background.value),
    }


def _money(told: Told[Money] | None) -> dict[str, Any] | None:
    if told is None:
        return None
    money = told.value
    return {
        "value": money.value,
        "max": money.max,
        "currency": money.currency,
        "qualifier": money.qualifier.value,
        "verbatim": money.verbatim,
    }


def main() -> None:
    """Print the table, and the first errors if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=["en", "zh"], required=True)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--half", type=int, choices=[0, 1])
    wanted = parser.parse_args()
    judge = scorer()
    groups: dict[str, dict[str, Any]] = defaultdict(lambda: {name: judge.Tally() for name in judge.NAMES})
    shown: list[tuple[str, str, Any, Any, str]] = []
    empty: dict[str, int] = defaultdict(int)
    false: dict[str, int] = defaultdict(int)
    stopped = 0
    for item in items(wanted.lang):
        if wanted.half is not None and half(item) != wanted.half:
            continue
        read = [record(deal) for deal in reading(item).deals]
        stopped += bool(item["deals"]) and not gate.passes(article(item).content)
        for group in ("all", f"half {half(item)}", f"source {item['source']}"):
            errors = judge.score_item(item["deals"], read, groups[group])
            if not item["deals"]:
                empty[group] += 1
                false[group] += sum(not deal["background"] for deal in read)
        shown += [(item["id"], what, gold, got, f"{item['title']} || {item['text']}") for what, gold, got in errors]
    for group in sorted(groups):
        print(f"{group:<18}" + "".join(f"{name:>10}" for name in judge.NAMES))
        for label, k in (("P", 0), ("R", 1), ("F1", 2)):
            print(f"{label:>18}" + "".join(f"{groups[group][name].prf()[k]:>10.3f}" for name in judge.NAMES))
        print(f"{'false deals':>18}{false[group]:>10} in {empty[group]} texts without one")
    print(f"texts with deals that the gate would stop: {stopped}")
    for id_, what, gold, got, text in shown[: wanted.errors]:
        print(f"{id_}  {what}: {text[:600]}\n   gold {_brief(gold)}\n   got  {_brief(got)}")


def _brief(deal: dict[str, Any] | None) -> str:
    if deal is None:
        return "-"
    sums = [
        f"{m['currency']} {m['value']}{'-' + str(m['max']) if m.get('max') else ''} {m['qualifier']}" if m else "-"
        for m in (deal["amount"], deal["valuation"])
    ]
    names = ", ".join(f"{i['name']} ({i['role']})" for i in deal["investors"])
    history = "background" if deal["background"] else "news"
    fields = (deal["kind"], deal["company"], sums[0], f"at {sums[1]}", deal["round"], deal["status"], history, names)
    return " | ".join(str(field) for field in fields)


if __name__ == "__main__":
    main()
