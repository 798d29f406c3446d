"""How sure the reader says it is, beside how often it is right.

    python -m benchmarks.quality.calibration [--half 0|1] [--fit [FILE.jsonl ...]]

A value told counts as right where the scorer beside the gold counts it right: the values of a false deal are all wrong,
and a deal told as history that the gold does not hold counts on neither side. "deal" is the confidence of a whole deal:
that the text tells of it, as news. `--fit` writes `dealwire.core.extract.curves` anew, from half 0 of the labelled
texts and from further files of their form (then `make format`); half 1 tells how well the curves hold.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from pprint import pformat
from typing import Any, Final, NamedTuple

from benchmarks.quality import deals
from dealwire.core.extract import curves, read
from dealwire.core.extract.curves import Curve
from dealwire.core.records import deal_record
from dealwire.model import DealReport

LANGUAGES: Final = ("en", "zh")
FIELDS: Final = ("deal", "company", "status", "amount", "valuation", "round", "investor")
EDGES: Final = (0.0, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 1.0)
"""Where the bins of a table begin and end: narrow where the values are."""


class Said(NamedTuple):
    """A value told: of which field, how surely, and whether it is right."""

    field: str
    sure: float
    right: bool


class Bin(NamedTuple):
    """Values told about as surely: how many, how surely on average, and the share that is right."""

    size: int
    sure: float
    right: float


def said(text: deals.ReadText) -> Iterator[Said]:
    """Yield the values told of a labelled text that the scorer judges."""
    judge = deals.scorer()
    reports = {id(record): deal for record, deal in zip(text.records, text.deals, strict=True)}
    pairs, _, false = judge.align(text.item["deals"], text.records)
    for gold, told in pairs:
        if not told["background"]:
            yield from _values(reports[id(told)], told, None if gold["background"] else gold)
    for told in false:
        if not told["background"]:
            yield from _values(reports[id(told)], told, None)


def _values(deal: DealReport, told: dict[str, Any], gold: dict[str, Any] | None) -> Iterator[Said]:
    """Yield the values of one deal told; `gold` is None where it is no news at all."""
    judge = deals.scorer()
    yield Said("deal", deal.confidence, gold is not None)
    if deal.company is not None:
        yield Said("company", deal.company.confidence, gold is not None)
    for name, value in (("amount", deal.amount), ("valuation", deal.valuation)):
        if value is not None:
            yield Said(name, value.confidence, gold is not None and judge.same_money(gold[name], told[name]))
    if deal.round is not None:
        yield Said("round", deal.round.confidence, gold is not None and gold["round"] == told["round"])
    yield Said("status", deal.status.confidence, gold is not None and gold["status"] == told["status"])
    left = judge.backers(gold) if gold is not None else []
    for backer in deal.investors:
        if str(backer.value.role) not in judge.BACKERS:
            continue
        same = next((name for name in left if judge.same_name(name, backer.value.name)), None)
        if same is not None:
            left.remove(same)
        yield Said("investor", backer.confidence, same is not None)


def of_language(lang: str, only_half: int | None = None) -> list[Said]:
    """Return the values told of the labelled texts of a language, or of one half of them."""
    texts = (t for t in deals.read_texts(lang) if only_half is None or deals.half(t.item) == only_half)
    return [value for text in texts for value in said(text)]


def bin_of(sure: float) -> float:
    """Return where the bin of a confidence begins."""
    return max(edge for edge in EDGES[:-1] if sure >= edge)


def bins(values: Iterable[Said]) -> list[Bin]:
    """Return the bins that hold values, the least sure first."""
    held: dict[float, list[Said]] = defaultdict(list)
    for value in values:
        held[bin_of(value.sure)].append(value)
    return [
        Bin(len(of), sum(v.sure for v in of) / len(of), sum(v.right for v in of) / len(of))
        for _, of in sorted(held.items())
    ]


def error(values: Sequence[Said]) -> float:
    """Return the expected calibration error: how far confidence lies from the share right, averaged over the values."""
    return sum(b.size * abs(b.sure - b.right) for b in bins(values)) / len(values) if values else 0.0


def mean_error(values: Sequence[Said]) -> float:
    """Return the calibration error of several fields, each measured by itself, averaged over the values."""
    fields = [[v for v in values if v.field == name] for name in FIELDS]
    return sum(len(of) * error(of) for of in fields) / len(values)


def share_right(values: Iterable[Said]) -> float:
    """Return the share of the values that is right."""
    right = [v.right for v in values]
    return sum(right) / len(right)


# --- fitting ----------------------------------------------------------------------------------------------------------


CURVES_MODULE: Final = Path(curves.__file__)
MODULE: Final = '''"""How often values of each degree are right, as `benchmarks.quality.calibration --fit` counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Curve = tuple[tuple[float, float], ...]
"""Points (degree, share right), rising; straight between them, level beyond the last, down to 0 before the first."""

CURVES: Final[Mapping[str, Mapping[str, Curve]]] = {}
"""Language → field → curve."""
'''

PRIOR: Final = 5
"""A degree counts as if so many more values had been seen, right as often as the degree says: few values prove little.

What a degree says counts for no more than the share right of all degrees together.
"""

SUREST: Final = 0.97
"""No degree is taken to be right more often than this, whatever was counted: rules were written beside these texts."""


def fitted(values: Sequence[Said]) -> Curve:
    """Return the rising curve that lies closest to the share right of each degree (pool adjacent violators)."""
    held: dict[float, list[bool]] = defaultdict(list)
    for value in values:
        held[round(value.sure, 2)].append(value.right)
    overall = sum(value.right for value in values) / len(values)
    pools: list[tuple[float, float, list[float]]] = []
    for degree, right in sorted(held.items()):
        pools.append((sum(right) + PRIOR * min(degree, overall), len(right) + PRIOR, [degree]))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            (right_a, of_a, degrees_a), (right_b, of_b, degrees_b) = pools[-2:]
            pools[-2:] = [(right_a + right_b, of_a + of_b, degrees_a + degrees_b)]
    return tuple(
        (degree, round(min(right / of, SUREST), 3))
        for right, of, degrees in pools
        for degree in sorted({degrees[0], degrees[-1]})
    )


def fit(files: Sequence[Path]) -> dict[str, dict[str, Curve]]:
    """Return the curves of each language and field, from half 0 of the labelled texts and from other files."""
    texts = [(deals.article(item), item) for lang in LANGUAGES for item in deals.items(lang) if deals.half(item) == 0]
    for file in files:
        more = map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines()))
        texts += [(deals.article(item), item) for item in more]
    values: dict[str, list[Said]] = defaultdict(list)
    for article, item in texts:
        told = read(article).deals
        values[item["lang"]] += said(deals.ReadText(item, told, [deal_record(deal) for deal in told]))
    return {lang: {name: fitted([v for v in values[lang] if v.field == name]) for name in FIELDS} for lang in LANGUAGES}


def main() -> None:
    """Print the tables, or fit anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", type=int, choices=[0, 1])
    parser.add_argument("--fit", nargs="*", type=Path, metavar="FILE.jsonl")
    wanted = parser.parse_args()
    if wanted.fit is not None:
        CURVES_MODULE.write_text(MODULE.format(pformat(fit(wanted.fit), width=110, sort_dicts=False)), encoding="utf-8")
        return
    for lang in LANGUAGES:
        values = of_language(lang, wanted.half)
        for name in FIELDS:
            of = [v for v in values if v.field == name]
            print(f"{lang} {name:<10} {len(of):>5} told, calibration error {error(of):.3f}")
            for b in bins(of):
                print(f"{'':14}{b.size:>5} told with {b.sure:.3f}, right {b.right:.3f}")


if __name__ == "__main__":
    main()
