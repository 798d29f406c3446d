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
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from dealwire.core.extract import extract
from dealwire.core.records import deal_record
from dealwire.model import Article

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


@dataclass(slots=True)
class Tallies:
    """The scores of one group of texts, and how many false deals its texts without a deal were given."""

    scores: dict[str, Any]
    empty: int = 0
    false: int = 0
    errors: list[tuple[dict[str, Any], str, Any, Any]] = field(default_factory=list)


def tallies(lang: str, only_half: int | None = None) -> dict[str, Tallies]:
    """Score the texts of a language: all, by half, and by source."""
    judge = scorer()
    groups: dict[str, Tallies] = defaultdict(lambda: Tallies({name: judge.Tally() for name in judge.NAMES}))
    for item in items(lang):
        if only_half is not None and half(item) != only_half:
            continue
        read = [deal_record(deal) for deal in extract(article(item)).deals]
        for group in ("all", f"half {half(item)}", f"source {item['source']}"):
            of = groups[group]
            of.errors += [(item, *error) for error in judge.score_item(item["deals"], read, of.scores)]
            of.empty += not item["deals"]
            of.false += 0 if item["deals"] else sum(not deal["background"] for deal in read)
    return dict(groups)


def main() -> None:
    """Print the table, and the first errors if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=["en", "zh"], required=True)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--half", type=int, choices=[0, 1])
    wanted = parser.parse_args()
    groups = tallies(wanted.lang, wanted.half)
    for group, of in sorted(groups.items()):
        print(f"{group:<18}" + "".join(f"{name:>10}" for name in of.scores))
        for label, k in (("P", 0), ("R", 1), ("F1", 2)):
            print(f"{label:>18}" + "".join(f"{tally.prf()[k]:>10.3f}" for tally in of.scores.values()))
        print(f"{'false deals':>18}{of.false:>10} in {of.empty} texts without one")
    for item, what, gold, got in groups["all"].errors[: wanted.errors]:
        print(f"{item['id']}  {what}: {item['title']} || {item['text'][:600]}")
        print(f"   gold {_brief(gold)}\n   got  {_brief(got)}")


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
