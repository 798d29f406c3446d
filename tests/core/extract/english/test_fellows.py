"""Who else put money in, what the money is for, and what a company is worth now: said behind the round itself."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TOLD = {
    "Lumora closed a $110M Series C. Quayside led, with Norrland and Pelt Ventures.": [
        "Lumora | USD 110m | series_c | closed | Norrland, Pelt Ventures, lead Quayside"
    ],
    "Lumora raised $9 million in a round led by Quayside, with Norrland and Pelt Ventures.": [
        "Lumora | USD 9m | Norrland, Pelt Ventures, lead Quayside"
    ],
    "Lumora raised $9 million in a round led by Quayside, with plans to hire 40 people.": [
        "Lumora | USD 9m | lead Quayside"
    ],
    "Quayside led Lumora's $9 million round, with Jane Doe joining the board.": ["Lumora | USD 9m | lead Quayside"],
    "Lumora raised $9 million in a round led by Quayside. Quayside was joined in the round by Norrland and Pelt.": [
        "Lumora | USD 9m | Norrland, Pelt, lead Quayside"
    ],
    "Lumora has raised $9 million to bring invoice financing to small shops.": ["Lumora | USD 9m"],
    "Lumora raised $9 million to secure funding for farmers in Kenya.": ["Lumora | USD 9m"],
    "Lumora has hired a bank to raise $9 million in funding.": ["Lumora | USD 9m | in_talks"],
    "Lumora raised $9 million. Chief executive Jane Doe said the company is now valued at $410 million.": [
        "Lumora | USD 9m | at USD 410m"
    ],
    "Lumora raised Rs 900 crore through a qualified institutional placement.": ["Lumora | INR 9000m | post_ipo_equity"],
    "Lumora raised $9 million led by Quayside. Others in the round were Delta Seed, 1337 Partners, and Pelt.": [
        "Lumora | USD 9m | 1337 Partners, Delta Seed, Pelt, lead Quayside"
    ],
    "Lumora raised $9 million. The deal values the company, founded in 2023 by two bakers in Oslo, at $90 million.": [
        "Lumora | USD 9m | at USD 90m"
    ],
    "Lumora took $9 million in a Series F that makes it one of Norway's most valuable startups, at $2 billion.": [
        "Lumora | USD 9m | at USD 2000m | series_f"
    ],
    "Lumora raised $9 million. The round gives Lumora a market value of $2 billion.": [
        "Lumora | USD 9m | at USD 2000m"
    ],
    "Lumora, which has raised $45M to date, announced a $20M Series B led by Quayside.": [
        "Lumora | USD 20m | series_b | lead Quayside"
    ],
    "Lumora denies it is in talks to raise $9 million.": ["Lumora | USD 9m | in_talks"],
    "Quayside has agreed to invest £9m for a majority stake in Lumora.": [
        "acquisition | Lumora | GBP 9m | acquirer Quayside"
    ],
    "Lumora has notched $9 million in Series A funding.": ["Lumora | USD 9m | series_a"],
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_behind_a_round(text: str) -> None:
    assert lines(text) == TOLD[text]
