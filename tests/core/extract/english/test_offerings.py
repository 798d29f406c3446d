"""Shares first sold, shares of listed companies sold anew, bonds: what is a listing, what a round, and what neither."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

FIRST_SOLD = {
    (
        "Three IPOs are expected this week.\nLumora (LMR), which makes kilns, plans to raise $75 million "
        "by offering 5.0 "
        "million shares at a price range of $14.00 to $16.00. At the midpoint, Lumora would command a market value of "
        "$282 million."
    ): ["ipo | Lumora | USD 75m | at USD 282m"],
    (
        "Initial public offerings planned for the coming week:\n\nLumora – Lehi, Utah, 45 million shares, priced at "
        "$20-$23, managed by Pier.\n\nBeta Kilns – Bergen, 4 million shares, priced at $18-$21."
    ): ["ipo | Lumora", "ipo | Beta Kilns"],
    (
        "Both made their debut on Tuesday. Lumora gained 14.8 per cent to HK$35 from its offer price of "
        "HK$30.50, while "
        "Beta Kilns rose 9.3 per cent to HK$85 from HK$77.77."
    ): ["ipo | Lumora", "ipo | Beta Kilns"],
    "Lumora's initial public offering was priced at $17.\nThe upsized offering, led by Pier, raised "
    "about $119 million.": ["ipo | Lumora | ~USD 119m"],
    "Lumora could be valued at $5 billion if the IPO prices at the top of its range.": ["ipo | Lumora | at USD 5000m"],
}
SOLD_ANEW = {
    (
        "Lumora (NASDAQ: LMRA) announced the pricing of an underwritten public offering of its common stock.\nLumora "
        "anticipates the gross proceeds from the offering will be approximately $55 million."
    ): ["Lumora | ~USD 55m | post_ipo_equity"],
    "Lumora priced its offering of $400 million aggregate principal amount of 6.5% senior notes due 2032.": [
        "Lumora | USD 400m | debt_financing"
    ],
    "Lumora plans to issue up to 3.5 billion yuan of green bonds.": [
        "Lumora | <=CNY 3500m | debt_financing | in_talks"
    ],
}
NEITHER = (
    "Pier assigned a B2 rating to Lumora's $400 million senior notes.",
    "Lumora will redeem $400 million of senior notes due 2026.",
    "The Pier IPO ETF added Lumora on Monday.",
)


@pytest.mark.parametrize("text", FIRST_SOLD | SOLD_ANEW)
def test_offerings(text: str) -> None:
    assert lines(text) == (FIRST_SOLD | SOLD_ANEW)[text]


@pytest.mark.parametrize("text", NEITHER)
def test_no_offerings(text: str) -> None:
    assert lines(text) == []


DATELINES = {
    "March 9 Danish miner Lumora has bought rival Norrland.": ["acquisition | Norrland | acquirer Lumora"],
    "OSLO, Viken, June 26 Lumora said on Monday that it had purchased Norrland.": [
        "acquisition | Norrland | acquirer Lumora"
    ],
    "New Delhi, May 22 (PTI) Lumora on Saturday acquired Norrland.": ["acquisition | Norrland | acquirer Lumora"],
    "(Harbour Post) Lumora said on Monday that it has acquired Norrland.": ["acquisition | Norrland | acquirer Lumora"],
}


@pytest.mark.parametrize("text", DATELINES)
def test_a_place_and_day_without_a_dash_are_no_party(text: str) -> None:
    assert lines(text) == DATELINES[text]


FIRST_DAYS = {
    "Lumora Phosphates' shares made a decent debut on Friday, opening 5% above the issue price.": [
        "ipo | Lumora Phosphates"
    ],
    "Lumora's Rs 1,500 crore IPO opens for bids on Monday.": ["ipo | Lumora | INR 15000m"],
    "Lumora has inked a $363 million revolver from Kelp Bank.": ["Lumora | USD 363m | debt_financing | Kelp Bank"],
    "Norrland has agreed to acquire 76 per cent stake on a fully diluted basis in Lumora for $9 million.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
}


@pytest.mark.parametrize("text", FIRST_DAYS)
def test_first_days_on_an_exchange(text: str) -> None:
    assert lines(text) == FIRST_DAYS[text]
