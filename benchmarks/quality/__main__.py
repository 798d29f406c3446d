"""What dealwire reads right, beside the floors that an update may not lower.

    make bench-quality
    python -m benchmarks.quality [--update [--allow-lower "why"]]

Prints a table per language and source for whole deals, and one for each stage; exits with 1 below a floor. `--update`
writes the measured figures as the new floors; a lower one needs a reason, which is kept beside it in floors.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality import deals, recognizers
from dealwire.core.extract import gate, money, rounds

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.0005
"""Figures are compared to three digits."""

LANGUAGES = ("en", "zh")
TOLD = ("deal", "slot", "exact", "amount", "valuation", "round", "status", "investor", "lead")


def measured() -> Iterator[tuple[str, float]]:
    """Yield each figure by its name; all are shares, the higher the better."""
    for lang in LANGUAGES:
        yield from whole_deals(lang)
        yield from stages(lang)
    for language in recognizers.FLOORS:
        cases = len(recognizers.cases(language))
        yield f"recognizers {language} cases", (cases - len(list(recognizers.differences(language)))) / cases


def whole_deals(lang: str) -> Iterator[tuple[str, float]]:
    """Yield F1 for deals and their slots, overall, by half and by source; and how many texts without a deal stay so."""
    for group, tallies in sorted(deals.tallies(lang).items()):
        for name in TOLD if group == "all" else TOLD[:3]:
            yield f"{lang} {group} {name}", tallies.scores[name].prf()[2]
        if tallies.empty and group == "all":
            yield f"{lang} {group} empty texts left empty", 1 - tallies.false / tallies.empty


def stages(lang: str) -> Iterator[tuple[str, float]]:
    """Yield recall of the stages before assembly, for what the labelled deals hold."""
    passed = sums = sums_found = labels = labels_found = texts = 0
    for item in deals.items(lang):
        if not item["deals"]:
            continue
        content = deals.article(item).content
        texts += 1
        passed += gate.passes(content)
        found = {(told.value.value, told.value.currency) for told in money.find_money(content)}
        found |= {(also.value, also.currency) for told in money.find_money(content) for also in told.value.also}
        named = {told.value.round for told in rounds.find_rounds(content)}
        for deal in item["deals"]:
            for told in (deal["amount"], deal["valuation"]):
                sums += told is not None
                sums_found += told is not None and (told["value"], told["currency"]) in found
            if deal["round_label"]:
                labels += 1
                labels_found += deal["round"] in named
    yield f"{lang} stage gate", passed / texts
    yield f"{lang} stage money", sums_found / sums
    yield f"{lang} stage rounds", labels_found / labels


def main() -> None:
    """Print the figures beside the floors; exit with 1 where one is below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="take the measured figures as the new floors")
    parser.add_argument("--allow-lower", metavar="WHY", help="the reason for which floors may fall")
    wanted = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"figures": {}, "lowered": []}
    now = {name: round(value, 4) for name, value in measured()}
    below = {name for name, floor in floors["figures"].items() if now.get(name, 0) < floor - SLACK}
    print(f"{'':40}{'measured':>10}{'floor':>10}")
    for name, value in now.items():
        floor = floors["figures"].get(name)
        shown = "" if floor is None else f"{floor:10.3f}"
        print(f"{name:40}{value:10.3f}{shown}{'   below' if name in below else ''}")
    if not wanted.update:
        sys.exit(1 if below else 0)
    if below and not wanted.allow_lower:
        sys.exit(f"{len(below)} figures would fall: --update needs --allow-lower with the reason")
    lowered = [{"figure": n, "from": floors["figures"][n], "to": now.get(n), "why": wanted.allow_lower} for n in below]
    floors = {"figures": now, "lowered": floors["lowered"] + sorted(lowered, key=lambda row: row["figure"])}
    FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
