"""Measure name comparison on public pairs: `python benchmarks/quality/names.py` prints a line for each set.

Sets (beside a checkout in ../shared; nothing of them is shipped): nomenklatura's bench, organisations only; English
and Chinese aliases; Chinese brands with legal names; investors. Negatives of the last three are the most alike of
other organisations' names.
"""

from __future__ import annotations

import csv
import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dealwire.core.names import blocks, fold
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.compare import Comparison, compare

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
TABLE = ROOT / "src/dealwire/data/aliases.csv"

Pair = tuple[str, str, bool]


def bench() -> Iterator[Pair]:
    """Yield the organisation rows of nomenklatura's bench."""
    with (SHARED / "bench/names/name_bench.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["schema"] in ("Company", "Organization", "LegalEntity"):
                yield row["name1"], row["name2"], row["is_match"] == "true"


def _looks_personal(tags: list[str]) -> bool:
    return bool(
        {"person", "academic", "politician", "executive", "economist", "founder", "researcher", "engineer"} & set(tags)
    )


def aliases() -> list[list[str]]:
    """Return the sets of names of organisations in English and Chinese."""
    with gzip.open(SHARED / "data/aliases_en_zh.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    business = {
        "company",
        "startup",
        "vc",
        "investor",
        "bank",
        "ai",
        "private",
        "public",
        "fintech",
        "hedge-fund",
        "private-equity",
        "pe",
    }
    kept = [row for row in rows if business & set(row["tags"]) and not _looks_personal(row["tags"])]
    return [[row["name"], *row["aliases"]] for row in kept]


def brands() -> list[list[str]]:
    """Return Chinese brands with the legal names that hold them."""
    with gzip.open(SHARED / "data/zh_company_brand_to_legal.csv.gz", "rt", encoding="utf-8") as file:
        rows = [(row["brand"], row["legal_name"]) for row in csv.DictReader(file)]
    return [[brand, legal] for brand, legal in rows if len(brand) > 1 and len(legal) > 4]


def investors() -> list[list[str]]:
    """Return Chinese and English investors' names, each alone: they serve as negatives."""
    with gzip.open(SHARED / "data/zh_investors.csv.gz", "rt", encoding="utf-8") as file:
        return [[row["机构名称"]] for row in csv.DictReader(file) if row["机构名称"].strip()]


def derivable(a: str, b: str) -> bool:
    """Tell whether letters alone can show two names to be one's: they share a rare word, letters, or initials."""
    return bool(blocks(fold(a)) & blocks(fold(b)))


def pairs(sets: list[list[str]], only_derivable: bool) -> Iterator[Pair]:
    """Yield pairs of names of one set, and of different sets where they share a block: the hardest negatives."""
    owners: defaultdict[str, set[int]] = defaultdict(set)
    named: list[set[str]] = [{fold(name) for name in names} for names in sets]
    written = {fold(name): name for names in sets for name in names}
    for n, names in enumerate(sets):
        for name in names[1:]:
            if name != names[0] and (derivable(names[0], name) or not only_derivable):
                yield names[0], name, True
        for name in names:
            for block in blocks(fold(name)):
                owners[block].add(n)
    seen = set()
    for block in sorted(owners):
        members = sorted(owners[block])[:30]
        for i in members:
            for j in members:
                if i < j and not named[i] & named[j]:
                    pair = (min(named[i]), min(named[j]))
                    if pair not in seen:
                        seen.add(pair)
                        yield written[pair[0]], written[pair[1]], False


def report(title: str, pairs_of: Iterable[Pair], table: Aliases) -> list[tuple[str, str, str]]:
    """Print precision, recall and F1 at even odds, and the best F1 at any threshold; return the mistakes."""
    rows = list(pairs_of)
    begun = time.perf_counter()
    scored = [(compare(a, b, table), truth) for a, b, truth in rows]
    micros = (time.perf_counter() - begun) / max(len(rows), 1) * 1e6
    right = sum(c.same and truth for c, truth in scored)
    said, there = sum(c.same for c, _ in scored), sum(truth for _, truth in scored)
    precision, recall = right / max(said, 1), right / max(there, 1)
    best = max(_f1_at(scored, cut / 1000) for cut in range(1000))
    f1 = 2 * right / max(said + there, 1)
    measures = f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  best F1 {best:.3f}"
    print(f"{title:32} {len(rows):6} pairs  {measures}  {micros:.0f} µs a pair")
    return [
        ("missed" if t else "false", a, b) for (a, b, t), (c, _) in zip(rows, scored, strict=True) if c.same is not t
    ]


def _f1_at(scored: list[tuple[Comparison, bool]], cut: float) -> float:
    said = [truth for comparison, truth in scored if comparison.score >= cut]
    return 2 * sum(said) / max(len(said) + sum(truth for _, truth in scored), 1)


def main() -> None:
    """Measure and print."""
    table = NO_ALIASES
    if TABLE.exists():
        with TABLE.open(encoding="utf-8") as file:
            table = Aliases.from_rows(csv.DictReader(file))
    report("nomenklatura organisations", bench(), NO_ALIASES)
    for title, sets in (
        ("aliases en zh", aliases()),
        ("brand to legal name", brands()),
        ("investors (negatives)", investors()),
    ):
        report(f"{title}, derivable", pairs(sets, only_derivable=True), NO_ALIASES)
        report(f"{title}, all", pairs(sets, only_derivable=False), table)


if __name__ == "__main__":
    main()
