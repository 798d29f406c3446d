"""Names of common words in headlines: written like a sentence, or with a capital on every word."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

NAMES = [
    "Larkspur Business Systems",
    "Discrete Drums",
    "Northern Community Banks",
    "Pelt Executive Search",
    "Engineered Steel Products",
    "Integrated Health Services",
    "Claims Management Holdings",
    "Quayside Network Security",
]


@pytest.mark.parametrize("name", NAMES)
def test_where_verbs_have_no_capital_what_has_is_a_name(name: str) -> None:
    assert lines_with_title(f"Harbour Group to buy {name} for $300 million|") == [
        f"acquisition | {name} | USD 300m | acquirer Harbour Group"
    ]
    assert lines_with_title(f"Kelp Capital invests in {name}|") == [f"{name} | Kelp Capital"]


@pytest.mark.parametrize("name", ["Larkspur Business Systems", "Quayside Network Security", "Trover Solutions, Inc."])
def test_what_closes_a_name_is_not_all_of_it(name: str) -> None:
    assert lines_with_title(f"Harbour Group Acquires {name}|") == [f"acquisition | {name} | acquirer Harbour Group"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lumora has raised an undisclosed amount from Kelp Ventures.", "Lumora | Kelp Ventures"),
        ("Lumora raises undisclosed sum from Kelp Ventures|", "Lumora | Kelp Ventures"),
        ("Lumora closes $10 million A2 round|", "Lumora | USD 10m | series_a | closed"),
        ("Lumora said that it had completed its B1 round.", "Lumora | series_b | closed"),
        ("Lumora debuts on Nasdaq|", "ipo | Lumora"),
        ("Lumora begins trading on Nasdaq|", "ipo | Lumora"),
    ],
)
def test_sums_that_are_not_told_numbered_rounds_first_days(text: str, told: str) -> None:
    assert lines_with_title(text) == [told]


def test_a_price_that_is_not_told_is_no_money_raised() -> None:
    assert lines_with_title("Quayside buys Lumora for an undisclosed amount|") == [
        "acquisition | Lumora | acquirer Quayside"
    ]
