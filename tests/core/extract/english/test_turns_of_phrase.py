"""Rounds, purchases, listings and funds in the turns of phrase of articles and press pages, each one rule."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD = {
    "Lumora, which Quayside Software acquired in April 2013, has a new head of product.": [
        "acquisition | Lumora | acquirer Quayside Software"
    ],
    "Lumora, which Quayside bought for $90 million last year, is moving its head office to Leeds.": [
        "acquisition | Lumora | USD 90m | acquirer Quayside"
    ],
    "Word is that Kelp Capital will put money into Lumora. The Leeds startup declined to comment.": [
        "Lumora | rumoured | Kelp Capital"
    ],
    "Kelp Capital is pouring cash into Lumora.": ["Lumora | Kelp Capital"],
    "Kelp Capital puts money into Leeds schools.": [],
    (
        "Lumora landed $150 million. Quayside and Kelp Capital steered the Series D, with Norrland "
        "Ventures and Pelt as fellow investors."
    ): ["Lumora | USD 150m | series_d | Norrland Ventures, Pelt, lead Kelp Capital, lead Quayside"],
    (
        "Lumora has raised $650 million. Quayside was the biggest investor. Kelp Capital, Norrland "
        "Ventures and Pelt were among the others."
    ): ["Lumora | USD 650m | Kelp Capital, Norrland Ventures, Pelt, Quayside"],
    (
        "Lumora's $26 million Series B saw Quayside take the lead. Kelp Capital and Norrland "
        "Ventures also wrote checks."
    ): ["Lumora | USD 26m | series_b | Kelp Capital, Norrland Ventures, lead Quayside"],
    (
        "Lumora secured a Series B worth $150 million. Quayside spearheaded the round. Kelp Capital, "
        "Norrland Ventures (via Pier Fund), and Pelt via its Growth Fund were the other participants."
    ): ["Lumora | USD 150m | series_b | Kelp Capital, Norrland Ventures, Pelt, lead Quayside"],
    (
        "Lumora announced $140 million in fresh funding, a Series E. Quayside Fund and Kelp Capital, "
        "both earlier backers, returned."
    ): ["Lumora | USD 140m | series_e | Kelp Capital, Quayside Fund"],
    (
        "Lumora has completed a $100 million Series B financing. Quayside provided the bulk, and "
        "Kelp Capital and Pelt supplied the remainder."
    ): ["Lumora | USD 100m | series_b | closed | Kelp Capital, Pelt, Quayside"],
    ("Congratulations to the team at Lumora on its $150 million Series C, led by Quayside Capital."): [
        "Lumora | USD 150m | series_c | lead Quayside Capital"
    ],
    (
        "I'm excited to share that we have closed our Series B: $42M led by Quayside Capital. Thank "
        "you all. - Anna Birk, CEO, Lumora"
    ): ["Lumora | USD 42m | series_b | closed | lead Quayside Capital"],
    ("The $25 million Series B round, led by Quayside, brings total funding in Lumora Health to $41 million."): [
        "Lumora Health | USD 25m | series_b | lead Quayside"
    ],
    (
        "Lumora, a ferry builder, is to be spun out at an $8 billion valuation after Quayside "
        "Partners led a $1 billion investment."
    ): ["Lumora | USD 1000m | at USD 8000m | lead Quayside Partners"],
    (
        "Quayside invests $394 mln in flying ferry maker Lumora|Quayside Motor Corp said it is "
        "investing $394 million in Lumora Aviation as the lead investor in the startup's $590 "
        "million Series C financing, alongside Kelp and Pelt Partners."
    ): ["Lumora Aviation | USD 590m | series_c | Kelp, Pelt Partners, lead Quayside Motor Corp"],
    (
        "Lumora lays off 160|Lumora, which maps reefs, is cutting 16% of its staff. The company "
        "raised $300 million last May in a round led by Quayside."
    ): ["Lumora | USD 300m | background | lead Quayside"],
    ("Lumora has joined the unicorn club after landing $497 million. Quayside and Kelp Capital led the Series B."): [
        "Lumora | USD 497m | series_b | lead Kelp Capital, lead Quayside"
    ],
    "Lumora raised $70 million in all, including a $55 million Series A led by Quayside.": [
        "Lumora | USD 55m | series_a | lead Quayside"
    ],
    ("Lumora is valued at $2.1 billion, following a Series C of $160m led by Quayside Capital."): [
        "Lumora | USD 160m | at USD 2100m | series_c | lead Quayside Capital"
    ],
    ("Bank of Norrland and German insurer Lumora Group extended a loan of €45 million to Kelp Solar."): [
        "Kelp Solar | EUR 45m | debt_financing | Bank of Norrland, Lumora Group"
    ],
    "Norrland added $8 million to the $33 million round that it closed last spring.": [
        "Norrland | USD 8m",
        "Norrland | USD 33m | background",
    ],
    ("Norrland Brewing clinched a $36 million deal for Lumora, the maker of cider, in the year's largest takeover."): [
        "acquisition | Lumora | USD 36m | acquirer Norrland Brewing"
    ],
    "Norrland is buying rival Lumora.": ["acquisition | Lumora | acquirer Norrland"],
    "Norrland strikes $1.8 billion deal to buy Lumora|": ["acquisition | Lumora | USD 1800m | acquirer Norrland"],
    "Norrland has no plans to make a takeover offer for Lumora, its chief executive said.": [],
    "Lumora has been exploring a sale of its Kelp unit in Asia.": ["acquisition | Kelp | in_talks"],
    ("Norrland will pay 950 crore rupees for a 96% stake in ferry brand Lumora, buying out founder Ada Birk."): [
        "acquisition | Lumora | INR 9500m | acquirer Norrland"
    ],
    (
        "Lumora opened 5% above its offer price, after the cold-storage company raised $4.4 billion "
        "in this year's biggest stock market flotation."
    ): ["ipo | Lumora | USD 4400m"],
    "Lumora sold 11 million shares at $37 apiece in an IPO that fetched $410 million.": ["ipo | Lumora | USD 410m"],
    (
        "SPAC Quayside Capital Corp has agreed to combine with ferry builder Lumora Motors in a "
        "transaction worth $11 billion."
    ): ["ipo | Lumora Motors"],
    (
        "Lumora Inc. announced the closing of its initial public offering of 10,000,000 shares. "
        "Gross proceeds were $170 million."
    ): ["ipo | Lumora Inc. | USD 170m | closed"],
    "Lumora has tapped Quayside Bank to prepare for a listing that could come in 2027.": ["ipo | Lumora | in_talks"],
    "Kelp Partners said it has wrapped up fundraising for two funds totaling $6.2 billion.": [
        "fund_close | Kelp Partners | USD 6200m | closed"
    ],
    ("The Securities Board charged the founder of Lumora with raising $80 million from investors on false claims."): [],
    (
        "In 2001 Norrland Ferries, a mail line, had £10 million turnover, and it was awarded "
        "£240,000 by Quayside Council."
    ): [],
    (
        "IPO weekly recap|Lumora Holdings (LUMO) raised $93 million, more than the three others "
        "together. It priced above the range."
    ): ["ipo | Lumora Holdings | USD 93m"],
}
"""Title and text, parted by a bar, and what is told."""


@pytest.mark.parametrize("text", TOLD)
def test_a_turn_of_phrase_is_read(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]
