"""Backers told in later sentences, round-ups, funds, offers, hearsay: each text is one rule of the reader."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines, lines_with_title

TOLD = {
    (
        "Lumora raised $17 million in a Series A. Quayside Partners wrote the lead check, and Kelp "
        "Ventures, Norrland Capital and several angels came along."
    ): ["Lumora | USD 17m | series_a | Kelp Ventures, Norrland Capital, lead Quayside Partners"],
    (
        "Lumora has netted $8.5m in seed financing. Quayside was the lead; Kelp Ventures, Norrland "
        "Capital and angels including Hexham co-founder Ada Birk also invested."
    ): ["Lumora | USD 8.5m | seed | Ada Birk, Kelp Ventures, Norrland Capital, lead Quayside"],
    (
        "Lumora has netted $8.5m in seed financing. The lead investor is Quayside, and Kelp Ventures has signed on too."
    ): ["Lumora | USD 8.5m | seed | Kelp Ventures, lead Quayside"],
    (
        "Lumora has netted $8.5m in seed financing. Lead investor Quayside was joined by Kelp "
        "Ventures and Norrland Capital."
    ): ["Lumora | USD 8.5m | seed | Kelp Ventures, Norrland Capital, lead Quayside"],
    (
        "Lumora has netted $8.5m in seed financing. The money came from Quayside, with help from "
        "Kelp Ventures and Norrland Capital."
    ): ["Lumora | USD 8.5m | seed | Kelp Ventures, Norrland Capital, Quayside"],
    (
        "Lumora has netted $8.5m in seed financing. Quayside and Kelp Ventures provided the funding. "
        "Norrland Capital also put money in."
    ): ["Lumora | USD 8.5m | seed | Kelp Ventures, Norrland Capital, Quayside"],
    (
        "Lumora has netted $8.5m in seed financing. On the cap table are now Quayside, Kelp Ventures "
        "and Norrland Capital."
    ): ["Lumora | USD 8.5m | seed | Kelp Ventures, Norrland Capital, Quayside"],
    (
        "Lumora raised $110 million in a Series C. Quayside and a marine fund managed by Pelt co-led "
        "the financing, which also drew Kelp Ventures and Norrland Capital."
    ): ["Lumora | USD 110m | series_c | Kelp Ventures, Norrland Capital, lead Pelt, lead Quayside"],
    (
        "Lumora closed a $23m series B led by Quayside. Kelp Ventures took part in it, "
        "as did the Swedish firm Norrland Health Investments."
    ): ["Lumora | USD 23m | series_b | closed | Kelp Ventures, Norrland Health Investments, lead Quayside"],
    (
        "Lumora won the attention of Quayside, Kelp Ventures and Pelt, which co-led the company's "
        "new $40 million round."
    ): ["Lumora | USD 40m | lead Kelp Ventures, lead Pelt, lead Quayside"],
    "Lumora raised $20 million in a Series B featuring Kelp Ventures.": ["Lumora | USD 20m | series_b | Kelp Ventures"],
    (
        "Lumora raised $20 million yesterday in a series A round led by Quayside Ventures, the "
        "venture arm of Quayside Marine."
    ): ["Lumora | USD 20m | series_a | lead Quayside Ventures"],
    (
        "Quayside Marine leads $15m Lumora series A|Lumora Reefs raised $15m in a series A round led "
        "by Kelp Ventures, the corporate venturing arm of shipbuilder Quayside Marine."
    ): ["Lumora Reefs | USD 15m | series_a | lead Kelp Ventures"],
    ("Norrland Corp NRLD.O on Thursday agreed to Quayside Corp's QYSD.N increased offer of $4.5 billion."): [
        "acquisition | Norrland Corp | USD 4500m | acquirer Quayside Corp"
    ],
    "The board of Lumora is reviewing Norrland's $450 million proposal.": [
        "acquisition | Lumora | USD 450m | in_talks | acquirer Norrland"
    ],
    (
        "Norrland has teamed up with investment firm Kelp Partners to buy a controlling stake in ferry operator Lumora."
    ): ["acquisition | Lumora | acquirer Kelp Partners, acquirer Norrland"],
    "Norrland and Lumora terminate preliminary talks about a potential merger": [
        "acquisition | Lumora | abandoned | acquirer Norrland"
    ],
    ("Reef mapper Lumora is exploring strategic alternatives such as a sale."): ["acquisition | Lumora | in_talks"],
    "Lumora's pump business is for sale.": ["acquisition | Lumora's pump business | in_talks"],
    ("Norrland sold its Lumora Pumps business to One Quay Partners in a deal valued at $111 million."): [
        "acquisition | Lumora Pumps | USD 111m | acquirer One Quay Partners"
    ],
    (
        "Quayside Ventures, which won commitments from Norrland to its first fund in the spring, "
        "closed it on Tuesday at $95m."
    ): ["fund_close | Quayside Ventures | USD 95m | closed | Norrland"],
    "Kelp Ventures heads for $180m close": ["fund_close | Kelp Ventures | USD 180m | in_talks"],
    (
        "Quayside Capital has closed its third fund on $525 million. Norrland Pension Fund committed "
        "$15 million to the fund."
    ): ["fund_close | Quayside Capital | USD 525m | closed | Norrland Pension Fund"],
    "Quayside Partners closed a fund for ports at its hard cap of €1.6 billion.": [
        "fund_close | Quayside Partners | EUR 1600m | closed"
    ],
    ("Lumora raised $140m in a series E that lifted its valuation from $1.5bn to $2.2bn."): [
        "Lumora | USD 140m | at USD 2200m | series_e"
    ],
    "Lumora raised $140m in a series E that reportedly valued it at $2.2bn.": [
        "Lumora | USD 140m | at USD 2200m | series_e"
    ],
    ("Lumora is in talks for a funding round that would value the ferry line at around $3 billion."): [
        "Lumora | at ~USD 3000m | in_talks"
    ],
    (
        "Lumora raised $40 million in a Series B led by Quayside. The company raised a $2 million "
        "seed round from Kelp Ventures."
    ): ["Lumora | USD 40m | series_b | lead Quayside", "Lumora | USD 2m | seed | background | Kelp Ventures"],
    "In a pre-series A round, Lumora grabbed $2.5 million from Kelp Ventures.": [
        "Lumora | USD 2.5m | series_a | Kelp Ventures"
    ],
    "Lumora secured a loan from Norrland Bank for up to $150 million.": [
        "Lumora | <=USD 150m | debt_financing | Norrland Bank"
    ],
    "Lumora raised $95 million from Quayside via a secondary stake sale.": [
        "Lumora | USD 95m | secondary_market | Quayside"
    ],
    "Lumora denied a report that it was in takeover talks with Norrland.": [
        "acquisition | Norrland | in_talks | acquirer Lumora"
    ],
    (
        "Lumora closed a Series E of $95 million. In the five years since it began it has raised at "
        "least $600 million from a dozen investors, including Kelp Ventures."
    ): ["Lumora | USD 95m | series_e | closed"],
    "Norrland Foods announced a €70 million investment in a mill and a second jetty.": [],
    (
        "OSLO, March 7 Norway's ferry app Lumora is holding talks to raise up to $400 million, one of "
        "its biggest rounds so far."
    ): ["Lumora | <=USD 400m | in_talks"],
    (
        "Here in the U.S., Lumora announced on May 11 that it had secured a $400 million credit "
        "facility from Quayside Capital LLC."
    ): ["Lumora | USD 400m | debt_financing | Quayside Capital LLC."],
    (
        "Reef news of the week|Berlin-based Lumora raised €4 million. Kelp Ventures led.\nNorrland "
        "Ferries, a Bergen startup, emerged from stealth after raising a $60 million series A.\n- "
        "Quaybook: The London-based fintech secured its largest round, raising $34 million in a "
        "Series B."
    ): [
        "Lumora | EUR 4m | lead Kelp Ventures",
        "Norrland Ferries | USD 60m | series_a",
        "Quaybook | USD 34m | series_b",
    ],
    (
        "Deals|Lumora points to the sea\nThe London-based sonar developer raised $20 million from "
        "Kelp Ventures.\nNorrland runs aground\nThe Bergen-based ferry builder is seeking a "
        "buyer.\nQuaybook floats\nThe Oslo-based ledger company raised $5 million."
    ): ["Lumora | USD 20m | Kelp Ventures", "acquisition | Norrland | in_talks", "Quaybook | USD 5m"],
    ("Sonarel 🇪🇸 got a $6.3 Million Venture round led by Kelp Ventures 🇧🇷, for its kites."): [
        "Sonarel | USD 6.3m | lead Kelp Ventures"
    ],
}
"""Title and text, parted by a bar, and what is told."""


@pytest.mark.parametrize("text", TOLD)
def test_who_is_in_a_deal_and_what_it_is(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lumora raised $5M led by Jane Doe at Kelp Ventures.", "Lumora | USD 5m | lead Kelp Ventures"),
        ("Lumora raised $5M from Kelp, Jane Doe and her husband Bo Li.", "Lumora | USD 5m | Bo Li, Jane Doe, Kelp"),
        (
            "Lumora has secured £9m, made up of £5m from Kelp and £4m from Norrland.",
            "Lumora | GBP 9m | Kelp, Norrland",
        ),
        (
            "Lumora expanded its credit facility to $9M. Kelp Bank, National Association serves as "
            "administrative agent.",
            "Lumora | USD 9m | debt_financing | Kelp Bank",
        ),
        (
            "Kelp led a new fundraising round by Lumora, investing $5M in the startup.",
            "Lumora | USD 5m | lead Kelp",
        ),
    ],
)
def test_backers_behind_persons_sums_and_agents(text: str, told: str) -> None:
    assert lines(text) == [told]
