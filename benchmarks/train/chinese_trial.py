"""How often the Chinese reader cuts a name rightly, on sentences that others labelled; with and without `name_model`.

    python -m benchmarks.train.chinese_trial [GOLD.jsonl …]

Counts the companies and backers that it reads in FewFC's and FinRE's test parts: labelled so, cut wrongly, or not
labelled at all. For each file of labelled texts it prints the F1 of deals, slots and whole deals.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from benchmarks.quality.deals import article, scorer
from benchmarks.train.chinese_data import names_of_deals
from dealwire.core.extract import extract
from dealwire.core.extract.chinese import names, read
from dealwire.core.extract.chinese.shape import is_name
from dealwire.core.records import deal_record


def by_words(text: str, start: int, end: int, *, marked: bool, unsure: bool) -> bool:
    """Tell names as the reader would without the model: by the lists of words alone."""
    del marked, unsure
    return is_name(text[start:end])


def names_read() -> Counter[str]:
    """Count the names read by how they agree with the labels."""
    counts: Counter[str] = Counter()
    for text, labelled in names_of_deals().items():
        wanted = {_plain(name) for name in labelled}
        for deal in read(text, 0, None).deals:
            told = [deal.company.value] if deal.company else []
            for name in map(_plain, [*told, *(backer.value.name for backer in deal.investors)]):
                cut = any(name in other or other in name for other in wanted)
                counts["right" if name in wanted else "cut wrongly" if cut else "not labelled"] += 1
    return counts


def _plain(name: str) -> str:
    return name.translate(str.maketrans("()", "（）")).replace(" ", "")


def scores(path: Path) -> str:
    """Return the F1 of deals, slots and whole deals on a file of labelled texts."""
    judge = scorer()
    tallies = {name: judge.Tally() for name in judge.NAMES}
    for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        judge.score_item(item["deals"], [deal_record(d) for d in extract(article(item)).deals], tallies)
    return "  ".join(f"{name} {tallies[name].prf()[2]:.3f}" for name in ("deal", "slot", "exact"))


def show(title: str, paths: list[str]) -> None:
    """Print the counts and scores of the reader as it is now."""
    print(f"{title}: names {dict(names_read())}")
    for path in paths:
        print(f"  {path}: {scores(Path(path))}")


if __name__ == "__main__":
    show("with name_model", sys.argv[1:])
    with patch.object(names, "is_likely", by_words):
        show("by words alone", sys.argv[1:])
