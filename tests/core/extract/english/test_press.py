"""Deals as business agencies, press releases and round-ups put them: each line is one rule of the reader."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD = {
    "Nimbra Said in Talks for Funds at $3 Billion Valuation": ["Nimbra | at USD 3000m | in_talks"],
    "AI drug startup Nimbra is in deal talks at about $2 billion valuation.": ["Nimbra | at ~USD 2000m | in_talks"],
    "Jane Holt Launches Quillmind with $90M in Funding": ["Quillmind | USD 90m"],
    "Lumora raises $3.2bn in giant US share sale": ["ipo | Lumora | USD 3200m"],
    "Lumora raises $3.2 billion in U.S. offering.": ["ipo | Lumora | USD 3200m"],
    "Lumora IPO price set at 1,500 yen a share": ["ipo | Lumora"],
    "Lumora announced in May that it was withdrawing its S-1 filing for an initial public offering.": [
        "ipo | Lumora | abandoned"
    ],
    "Norrland Announces Termination of Merger Agreement with Lumora": [
        "acquisition | Lumora | abandoned | acquirer Norrland"
    ],
    "Norrland agrees £210m takeover deal for Lumora Minerals": [
        "acquisition | Lumora Minerals | GBP 210m | acquirer Norrland"
    ],
    "Payroll software maker Lumora to go private in $2.1 billion deal with Hexham Partners": [
        "acquisition | Lumora | USD 2100m | acquirer Hexham Partners"
    ],
    "Lumora to be taken private for $2.1bn by Hexham Partners": [
        "acquisition | Lumora | USD 2100m | acquirer Hexham Partners"
    ],
    "Lumora receives takeover offer from Norrland": ["acquisition | Lumora | acquirer Norrland"],
    "Lumora, the reef mapper, has received a $3.25bn takeover offer.": ["acquisition | Lumora | USD 3250m"],
    "Quayside, Norrland target majority stake in Lumora China at $1 billion valuation": [
        "acquisition | Lumora China | at USD 1000m | in_talks | acquirer Norrland, acquirer Quayside"
    ],
    "Norrland on standby to buy Lumora if rival bid fails": ["acquisition | Lumora | in_talks | acquirer Norrland"],
    "Norrland agreed to buy Lumora in a deal that values the company at $3 billion.": [
        "acquisition | Lumora | at USD 3000m | acquirer Norrland"
    ],
    "Norrland agreed to buy Lumora in a deal valued at $3 billion.": [
        "acquisition | Lumora | USD 3000m | acquirer Norrland"
    ],
    (
        "Announcing our Seed Round led by Quayside Ventures|Lumora is a storage service for divers. "
        "Today, we're announcing our seed round led by Quayside Ventures."
    ): ["Lumora | seed | lead Quayside Ventures"],
    (
        "Quayside Credit provides $80mm loan facility to Lumora|Quayside Credit, a private lender, "
        "announced today the close of a $80mm credit facility with Lumora, a lender."
    ): ["Lumora | USD 80m | debt_financing | closed | Quayside Credit"],
    "Lumora plans USD 2bn investment in Poland": [],
    ("Harbour Bank Ltd. is seeking 9 billion yen ($80 million) in compensation from Lumora Corp. for a loss."): [],
    ("Lumora followed Norrland, which last week stopped interest payments on its 108 billion dollar foreign debt."): [],
    ("Lumora raised $43m in Series C funding. The round was led by Founders Fund, with participation from Abstract."): [
        "Lumora | USD 43m | series_c | Abstract, lead Founders Fund"
    ],
    "Lumora raises Seed round led by All In Capital, Suami Group": [
        "Lumora | seed | lead All In Capital, lead Suami Group"
    ],
    (
        "Lumora raises Rs 22 crore led by Navamo Capital|has raised Rs 22 crore in a funding round led by"
        " Navamo Capital, with participation from Enzio Ventures and 3one4 Capital."
    ): ["Lumora | INR 220m | 3one4 Capital, Enzio Ventures, lead Navamo Capital"],
    "Lumora bags funding of US$ 3million from London based Kelp Group Plc in its Series A round.": [
        "Lumora | USD 3m | series_a | Kelp Group Plc"
    ],
    (
        "Lumora, a three-year-old, Oslo-based company that builds on sonar — a technique that maps reefs "
        "— has raised $16 million in funding. The Series A round is being led by Quayside."
    ): ["Lumora | USD 16m | series_a | lead Quayside"],
    "Lumora has raised $40 million in Series B funding. The round was led by Red River West and bliska.": [
        "Lumora | USD 40m | series_b | lead Red River West, lead bliska"
    ],
    (
        "Lumora today announced an investment of $48 million from global investment firm, Kelp Growth "
        "Partners, as well as existing investors."
    ): ["Lumora | USD 48m | Kelp Growth Partners"],
    "Lumora announced its $6 million Series Seed (in which Quayside participated) and a new sonar.": [
        "Lumora | USD 6m | seed | Quayside"
    ],
}
"""A title, if there is one, stands before a bar."""


@pytest.mark.parametrize("text", TOLD)
def test_a_deal_is_read_as_the_press_puts_it(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]
