from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TOLD = {
    "Lumora files for an IPO": ["ipo | Lumora"],
    "Lumora filed confidentially for an initial public offering that could value it at $10 billion.": [
        "ipo | Lumora | at USD 10000m"
    ],
    "Lumora Group priced its initial public offering at $40 a share, raising $1.37 billion.": [
        "ipo | Lumora Group | USD 1370m"
    ],
    "Lumora weighs lifting the IPO size by $150M, hoping to raise up to $1.4B": [
        "ipo | Lumora | <=USD 1400m | in_talks"
    ],
    (
        "Lumora will go public through a merger with blank-check company Pier Acquisition Corp in a deal"
        " valuing it at $1.5 billion."
    ): ["ipo | Lumora | at USD 1500m"],
    "Lumora raised $80 million in a pre-IPO round.": ["Lumora | USD 80m"],
    "Norrland Partners closed its third fund at $400M.": ["fund_close | Norrland Partners | USD 400m | closed"],
    "Norrland Launches $222M Fund": ["fund_close | Norrland | USD 222m"],
    "Norrland, a venture firm, is to raise its debut fund.": ["fund_close | Norrland | in_talks"],
    "Norrland Ventures held the final closing of Norrland Growth Fund II, at $1.45 billion.": [
        "fund_close | Norrland Ventures | USD 1450m | closed"
    ],
    "Norrland raised $93.8m for its second fund.": ["fund_close | Norrland | USD 93.8m"],
    "Norrland, a start-up accelerator, launched with $11.5m of commitments at first closing.": [
        "fund_close | Norrland | USD 11.5m | closed"
    ],
    "Lumora lands new funds as the chip market heats up": ["Lumora"],
    "Lumora received an investment from the Pier Innovation Fund.": ["Lumora | Pier Innovation Fund"],
}


@pytest.mark.parametrize("text", TOLD)
def test_listings_and_funds(text: str) -> None:
    assert lines("", text) == TOLD[text]


def test_a_fund_is_that_of_the_firm_which_a_person_runs() -> None:
    assert lines("Ana Doe, who runs Kelp Capital, has raised $60 million for a new fund.") == [
        "fund_close | Kelp Capital | USD 60m"
    ]
    assert lines("Lumora, which runs Kelp Stores, has raised $5 million.") == ["Lumora | USD 5m"]
