"""Articles: persons who speak for a company, valuations of old, round-ups in running text, history of a listing."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TEXTS = {
    # who is spoken of
    "Lumora is in talks to raise $9M. Ana Ruiz, its chief executive, is seeking a higher valuation than the $80M "
    "it got last year.": ["Lumora | USD 9m | in_talks"],
    "Ana Ruiz, founder of Kestrel, has stepped down. She has now secured $9M for her robotics startup, Lumora.": [
        "Lumora | USD 9m"
    ],
    "The Bergen, Norway-based firm, which backs young companies, said it had raised $90M for a new fund.": [],
    # valuations of old
    "Lumora is in talks to raise $9M at an $80M valuation. The new valuation is higher than the $50M valuation from the "
    "company's tender offer earlier this year.": [
        "Lumora | USD 9m | at USD 80m | in_talks",
        "Lumora | secondary_market | background",
    ],
    "Lumora raised $9M at a valuation at or above $80M.": ["Lumora | USD 9m | at >=USD 80m"],
    "Lumora in talks to raise funds at $80M valuation.": ["Lumora | at USD 80m | in_talks"],
    # round-ups in running text
    "Notable deals included Lumora, a mapper of reefs, which raised $9M in its Series B round. Other deals included "
    "ferry firm Norrland, which raised $4M, and tool maker Kelpworks, which secured $2M led by Quayside.": [
        "Kelpworks | USD 2m | lead Quayside",
        "Lumora | USD 9m | series_b",
        "Norrland | USD 4m",
    ],
    "The winner of the week was Lumora, a mapper of reefs, which raised $9M.": ["Lumora | USD 9m"],
    "Ferry firm Norrland led the segment with a $4M seed round, backed by Quayside.": [
        "Norrland | USD 4m | seed | Quayside"
    ],
    "The local startup ecosystem secured more than $150M this week.": [],
    # purchases
    "Norrland has agreed to buy Lumora. The transaction values Lumora at about $80M.": [
        "acquisition | Lumora | at ~USD 80m | acquirer Norrland"
    ],
    "Kestrel has bought Lumora. Another group could include Quayside and Pelt Capital.": [
        "acquisition | Lumora | acquirer Kestrel"
    ],
    "Norrland has extended its tender offer for Lumora.": [],
    "The Ruritania Teachers' Pension Plan has acquired Lumora.": [
        "acquisition | Lumora | acquirer The Ruritania Teachers' Pension Plan"
    ],
    # listings and funds
    "Lumora has filed for an initial public offering on Nasdaq. The company has set a $100M target for the offering. "
    "The move comes after a $60M Series C round. Lumora secured $40M in a Series B round. The round was led by Quayside.": [
        "ipo | Lumora | USD 100m",
        "Lumora | USD 60m | series_c | background | lead Quayside",
        "Lumora | USD 40m | series_b | background",
    ],
    "Lumora pulled in $84M from its IPO.": ["ipo | Lumora | USD 84m"],
    "Quayside held a $175M final close on its second fund.": ["fund_close | Quayside | USD 175m | closed"],
    "Quayside closed a $90M second fund featuring limited partners (LPs) including drugmaker Norrland.": [
        "fund_close | Quayside | USD 90m | closed | Norrland"
    ],
    "Quayside raised $90M across several vehicles.": ["fund_close | Quayside | USD 90m"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_an_article_is_read(text: str) -> None:
    assert sorted(lines(text)) == sorted(TEXTS[text])
