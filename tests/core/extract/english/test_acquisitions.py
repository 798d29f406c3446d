from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TOLD = {
    "Pier Group acquires AI scheduling startup Lumora for $40M": [
        "acquisition | Lumora | USD 40m | acquirer Pier Group"
    ],
    "Lumora has been acquired by Oslo-based investment firm Norrland Partners.": [
        "acquisition | Lumora | acquirer Norrland Partners"
    ],
    "Rent-to-own startup Lumora selling to Norrland for about $1 billion": [
        "acquisition | Lumora | ~USD 1000m | acquirer Norrland"
    ],
    "Norrland Capital sold Lumora, a maker of drones, to Quayside Investors.": [
        "acquisition | Lumora | acquirer Quayside Investors"
    ],
    "Chipmaker Lumora has agreed to be acquired by Pier Group in an all-cash transaction valued at $6.5 billion.": [
        "acquisition | Lumora | USD 6500m | acquirer Pier Group"
    ],
    "Pier Corp (NYSE: PIER) said on Monday it would acquire Lumora in a deal valued at $3.4 billion.": [
        "acquisition | Lumora | USD 3400m | acquirer Pier Corp"
    ],
    "Pier to acquire a majority stake in Lumora": ["acquisition | Lumora | acquirer Pier"],
    "Norrland bought a 60% stake in Lumora.": ["acquisition | Lumora | acquirer Norrland"],
    "Norrland bought a 2% stake in Lumora on the open market.": [],
    "Lumora received a majority investment from Norrland Equity.": ["acquisition | Lumora | acquirer Norrland Equity"],
    "Norrland to take Lumora private in $4.2bn deal": ["acquisition | Lumora | USD 4200m | acquirer Norrland"],
    "Pier acquires two companies, Lumora and Kelpwise, to widen its reach": [
        "acquisition | Lumora | acquirer Pier",
        "acquisition | Kelpwise | acquirer Pier",
    ],
    "Pier snaps up Lumora": ["acquisition | Lumora | acquirer Pier"],
    "Pier snaps up $20M": ["Pier | USD 20m"],
    "Pier acquires the team behind search startup Lumora": ["acquisition | Lumora | acquirer Pier"],
    "Drone makers Lumora and Kelpwise to merge": ["acquisition | Kelpwise | acquirer Lumora"],
    "Acquisition of Lumora by the Pier Exchange Group was completed for $27 billion.": [
        "acquisition | Lumora | USD 27000m | closed | acquirer Pier Exchange Group"
    ],
    "Pier closed its $3.9 billion acquisition of Lumora.": [
        "acquisition | Lumora | USD 3900m | closed | acquirer Pier"
    ],
    "The fallout from Pier’s Lumora acquisition": ["acquisition | Lumora | background | acquirer Pier"],
    "Pier in talks to buy Lumora for about $3B, sources say": [
        "acquisition | Lumora | ~USD 3000m | in_talks | acquirer Pier"
    ],
    "Pier submits $97.4B bid for Lumora": ["acquisition | Lumora | USD 97400m | acquirer Pier"],
    "Pier calls off $20 billion acquisition of Lumora": [
        "acquisition | Lumora | USD 20000m | abandoned | acquirer Pier"
    ],
    "Pier walked away from talks to buy Lumora.": ["acquisition | Lumora | abandoned | acquirer Pier"],
    "Pier buys $500 million of Bitcoin": [],
    "Pier buys Lumora chips worth $50 million": [],
    "Pier bought the Jericho Diamond Mine.": [],
    "Should we just buy Lumora?": [],
}


@pytest.mark.parametrize("text", TOLD)
def test_a_purchase_is_read_from_either_side(text: str) -> None:
    assert lines("", text) == TOLD[text]


def test_what_the_deal_values_the_bought_company_at_is_its_worth() -> None:
    text = (
        "Norrland said it will buy perfume house Lumora. The deal values the company at around 700 "
        "million euros, including debt."
    )
    assert lines(text) == ["acquisition | Lumora | at ~EUR 700m | acquirer Norrland"]
