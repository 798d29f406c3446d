"""Measure the reading of sums and dates against the cases of microsoft/Recognizers-Text.

The cases lie at ../shared/bench/recognizers. A case of currency holds when the spans, the values and the currencies
that dealwire finds equal those that it expects. Of the dates, those count that name their year, as a day or a month;
one holds when dealwire finds the same day or month where it stands. The dates are those that people tell an assistant:
most are in small letters, figures alone or feast days, which news hardly write. Run as
`python -m benchmarks.quality.recognizers`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from dealwire.core.extract.currencies import Unit, after
from dealwire.core.extract.dates import find_dates
from dealwire.core.extract.sums import find_sums
from dealwire.model import Precision

CASES: Final = Path(__file__).parents[3] / "shared" / "bench" / "recognizers"
FLOORS: Final = {"English": 160, "Chinese": 32}

Found = tuple[int, int, Decimal | None, str, Decimal]
"""Start, end (exclusive), figure, ISO code, and the part of the currency that the figure counts."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A case that dealwire reads otherwise."""

    text: str
    expected: list[Found]
    found: list[Found]


def cases(language: str) -> list[dict[str, Any]]:
    """Return the currency cases of a language."""
    path = CASES / language / "CurrencyModel.json"
    loaded: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8-sig"))
    return loaded


def differences(language: str) -> Iterator[Difference]:
    """Yield the cases that don't hold."""
    for case in cases(language):
        expected = [_expected(result) for result in case["Results"]]
        found: list[Found] = [
            (s.start, s.end, _rounded(s.low), *_unit(s.unit)) for s in find_sums(case["Input"]) if s.unit
        ]
        if found != expected:
            yield Difference(case["Input"], expected, found)


def dates(language: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each date that names its year: the text around it, the date as ISO writes it, and whether it is found."""
    path = CASES / language / "DateTimeModel.json"
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        reference = date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
        for result in case["Results"]:
            if (iso := _dated(result)) is None:
                continue
            found = [
                t for t in find_dates(case["Input"], reference) if t.start <= result["End"] and t.end > result["Start"]
            ]
            months = {t.value.value.isoformat()[:7] for t in found if t.value.precision is Precision.MONTH}
            days = {t.value.value.isoformat() for t in found if t.value.precision is Precision.DAY}
            yield case["Input"], iso, iso in months | days


def _dated(result: dict[str, Any]) -> str | None:
    """Return the day or month that a case expects, if its words name the year."""
    values = (result.get("Resolution") or {}).get("values") or [{}]
    timex = values[0].get("timex", "")
    plain = re.fullmatch(r"(\d{4})-\d\d(?:-\d\d)?", timex)
    return timex if plain and plain[1] in result["Text"] and "Mod" not in values[0] else None


def shares(language: str) -> dict[str, float]:
    """Return the share of the currency cases, and of the dates with a year, that hold."""
    total = len(cases(language))
    dated = [found for _, _, found in dates(language)]
    return {"cases": (total - len(list(differences(language)))) / total, "dates": sum(dated) / len(dated)}


def _expected(result: dict[str, Any]) -> Found:
    resolution = result["Resolution"]
    value = resolution.get("value")
    code, part = _unit(_named(resolution["unit"]))
    figure = None if value is None else _rounded(Decimal(value))
    return result["Start"], result["End"] + 1, figure, resolution.get("isoCurrency") or code, part


def _rounded(value: Decimal) -> Decimal:
    """Round to the 15 digits that a double of the reference keeps."""
    return Decimal(f"{value:.14E}")


def _named(unit: str) -> Unit | None:
    named = after(unit.lower(), 0)
    return named[0] if named else None


def _unit(unit: Unit | None) -> tuple[str, Decimal]:
    return (unit.code, unit.part) if unit else ("", Decimal(1))


def main() -> None:
    """Print how many cases hold in each language, and those that don't."""
    for language, floor in FLOORS.items():
        dated = list(dates(language))
        print(f"{language}: {sum(found for _, _, found in dated)} of {len(dated)} dates with a year found")
        for text, iso, found in dated:
            if not found:
                print(f"  {text}  {iso}")
        different = list(differences(language))
        total = len(cases(language))
        print(f"{language}: {total - len(different)} of {total} hold (floor {floor})")
        for difference in different:
            print(
                f"  {difference.text}\n    expected {_shown(difference.expected)}\n    found    "
                f"{_shown(difference.found)}"
            )


def _shown(found: list[Found]) -> str:
    return (
        ", ".join(
            f"{start}-{end} {value} {code}{'' if part == 1 else f' x {part}'}"
            for start, end, value, code, part in found
        )
        or "nothing"
    )


if __name__ == "__main__":
    main()
