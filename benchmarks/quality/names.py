"""Which names are one organisation's: `python -m benchmarks.quality.names [--errors SET]` prints each figure.

Pairs are drawn by `name_pairs`. The half that weights were tuned on is shown beside the one that is reported, and the
alias table that is shipped is left out but where a row says so. Time is of one core, each pair met for the first time.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from benchmarks.quality import name_pairs
from benchmarks.quality.name_pairs import ROOT, Pair
from dealwire.core.name_parts import parts
from dealwire.core.names import fold
from dealwire.core.resolve.aliases import Aliases, everyday_words
from dealwire.core.resolve.compare import Comparison, Likeness, compare

DATA: Final = ROOT / "src/dealwire/data"
COLUMNS: Final = ("precision", "recall", "F1")

Verdict = Callable[[Comparison], bool]


class Row(NamedTuple):
    """A set of pairs, the names known beside their letters, and which verdict counts as a yes."""

    pairs: Sequence[Pair]
    known: Aliases
    yes: Verdict


@cache
def knowledge(table: bool) -> Aliases:
    """Return the words of everyday that are shipped, with or without the alias table."""
    everyday = everyday_words((DATA / "everyday.txt").read_text(encoding="utf-8"))
    if not table:
        return Aliases({}, everyday)
    with (DATA / "aliases.csv").open(encoding="utf-8", newline="") as file:
        return Aliases.from_rows(csv.DictReader(file), everyday)


def _same(comparison: Comparison) -> bool:
    return comparison.same


def _merges(comparison: Comparison) -> bool:
    return comparison.merges


def _looked_at(comparison: Comparison) -> bool:
    return comparison.likeness is not Likeness.DIFFERENT


@cache
def rows() -> dict[str, Row]:
    """Return what is measured, by name."""
    tuned, reported = name_pairs.halves(name_pairs.drawn())
    bench = list(name_pairs.bench())
    letters, table = knowledge(False), knowledge(True)
    hard = [pair for pair in reported if pair.kind != "same key"]
    return {
        "drawn, tuned on": Row(tuned, letters, _same),
        "drawn, reported": Row(reported, letters, _same),
        "drawn, reported, without equal keys": Row(hard, letters, _same),
        "drawn, reported, merged by a store": Row(reported, letters, _merges),
        "drawn, reported, with the table": Row(reported, table, _same),
        "bench, worth a look": Row(bench, letters, _looked_at),
        "bench, same": Row(bench, letters, _same),
        "bench, worth a look, with the table": Row(bench, table, _looked_at),
    }


def figures(row: Row) -> dict[str, float]:
    """Return precision, recall and F1."""
    said = [(row.yes(compare(pair.a, pair.b, row.known)), pair.same) for pair in row.pairs]
    right = sum(yes and same for yes, same in said)
    yes, there = sum(yes for yes, _ in said), sum(same for _, same in said)
    return {
        "precision": right / max(yes, 1),
        "recall": right / max(there, 1),
        "F1": 2 * right / max(yes + there, 1),
    }


def micros(pairs: Sequence[Pair]) -> float:
    """Return the microseconds of CPU that a pair takes, folding included, when none of its names was met before."""
    fold.cache_clear()
    parts.cache_clear()
    begun = time.process_time()
    for pair in pairs:
        compare(pair.a, pair.b, knowledge(False))
    return (time.process_time() - begun) / len(pairs) * 1e6


def errors(row: Row) -> Iterator[str]:
    """Yield the pairs that a verdict gets wrong."""
    for pair in row.pairs:
        comparison = compare(pair.a, pair.b, row.known)
        if row.yes(comparison) is not pair.same:
            what = "missed" if pair.same else "false"
            told = ", ".join(f"{f.name} {f.weight:+.1f}" for f in comparison.features)
            yield f"{what:6} {pair.kind:12} {comparison.bits:+6.1f}  {pair.a} | {pair.b}  ({told})"


def main() -> None:
    """Print the figures, and on demand the errors of one row."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", metavar="SET", choices=list(rows()), help="list the pairs that are wrong")
    wanted = parser.parse_args()
    if wanted.errors:
        print("\n".join(errors(rows()[wanted.errors])))
        return
    count: Counter[str] = Counter()
    list(name_pairs.aliases(count))
    print("left out of the aliases:", ", ".join(f"{n} {why}" for why, n in count.most_common()))
    count.clear()
    list(name_pairs.brands(count))
    print("left out of the brands:", ", ".join(f"{n} {why}" for why, n in count.most_common()))
    print("kinds:", ", ".join(f"{n} {kind}" for kind, n in Counter(p.kind for p in name_pairs.drawn()).most_common()))
    for name, row in rows().items():
        told = "  ".join(f"{column} {value:.3f}" for column, value in figures(row).items())
        print(f"{name:40} {len(row.pairs):5} pairs  {told}")
    for name in ("bench, same", "drawn, reported"):
        print(f"{name:40} {micros(rows()[name].pairs):5.1f} µs a pair")


if __name__ == "__main__":
    main()
