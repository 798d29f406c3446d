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
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from dealwire.core.extract import extract
from dealwire.core.records import deal_record
from dealwire.model import Article, DealReport

SHARED = Path(__file__).resolve().parents[3] / "shared"


@cache
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


@dataclass(frozen=True, slots=True)
class ReadText:
    """A labelled text as it was read: the deals told, and beside each its record."""

    item: dict[str, Any]
    deals: tuple[DealReport, ...]
    records: list[dict[str, Any]]

    @property
    def groups(self) -> Iterator[str]:
        """The rows of a table that the text counts in."""
        yield from ("all", f"half {half(self.item)}", f"source {self.item['source']}")


@cache
def read_texts(lang: str) -> tuple[ReadText, ...]:
    """Read the labelled texts of a language, once for all tables."""
    return tuple(read_text(item) for item in items(lang))


def read_text(item: dict[str, Any]) -> ReadText:
    """Read one labelled text."""
    told = extract(article(item)).deals
    return ReadText(item, told, [deal_record(deal) for deal in told])


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
    for text in read_texts(lang):
        item = text.item
        if only_half is not None and half(item) != only_half:
            continue
        for group in text.groups:
            of = groups[group]
            of.errors += [(item, *error) for error in judge.score_item(item["deals"], text.records, of.scores)]
            of.empty += not item["deals"]
            of.false += 0 if item["deals"] else sum(not deal["background"] for deal in text.records)
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
