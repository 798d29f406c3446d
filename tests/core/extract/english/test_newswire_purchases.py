"""Purchases and their neighbours as newswires put them: plans that fail, units, stakes, sales that are only sought."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD = {
    (
        "Norrland's plan to acquire money transfer company Lumora collapsed on Tuesday after a "
        "government panel rejected it."
    ): [
        "acquisition | Lumora | abandoned | acquirer Norrland",
    ],
    "Norrland scrapped its attempt to buy Lumora Co.": [
        "acquisition | Lumora Co. | abandoned | acquirer Norrland",
    ],
    ("Norrland said it is exploring strategic options, including a sale, for its unit that sells cookware."): [],
    "Norrland has acquired 26 Lumora hypermarket stores in Ruritania from Pelt.": [],
    "The Norrland Machinery Corp will merge with The Lumora High-Tech Group.": [
        "acquisition | The Lumora High-Tech Group | acquirer The Norrland Machinery Corp",
    ],
    ("Norrland said on Tuesday it would sell its cookie brand, Lumora, to confectioner Kelp Brands for $305M."): [
        "acquisition | Lumora | USD 305m | acquirer Kelp Brands",
    ],
    "Norrland's South Africa business has agreed to buy steelmaker Lumora for $20M.": [
        "acquisition | Lumora | USD 20m | acquirer Norrland",
    ],
    "Norrland has put the flu-vaccine business of Lumora up for sale.": [
        "acquisition | flu-vaccine business of Lumora | in_talks",
    ],
    ("Quayside is considering either a $6bn sale or initial public offering (IPO) for packaging company Lumora."): [
        "ipo | Lumora | in_talks",
    ],
    ("Quayside plans to sell a majority stake in Lumora in a deal that could value the firm at over $1bn."): [
        "acquisition | Lumora | at >=USD 1000m | in_talks",
    ],
    "Norrland agrees $300M deal for Lumora Foods|": [
        "acquisition | Lumora Foods | USD 300m | acquirer Norrland",
    ],
    "Norrland wins $40M deal for Bergen Terminal|": [],
    ("Photo app Lumora is preparing for a new round of funding, seeking as much as $500M worth of investment."): [
        "Lumora | <=USD 500m | in_talks",
    ],
    "Lumora's shareholders voted in favor of the proposed sale to larger rival Norrland.": [
        "acquisition | Lumora | acquirer Norrland",
    ],
    "Norrland and Lumora Green have agreed to combine in a $6bn deal.": [
        "acquisition | Lumora Green | USD 6000m | acquirer Norrland",
    ],
    ("Lumora (CSE: LUM) announces that it has closed its rights offering for total gross proceeds of $1.2M."): [
        "Lumora | USD 1.2m | post_ipo_equity | closed",
    ],
    ("Norrland is paying $48 per share to acquire all outstanding shares of Lumora through a tender offer."): [
        "acquisition | Lumora | acquirer Norrland",
    ],
    "Lumora is in talks to raise $1bn. Norrland in May agreed to invest $5bn in Pelt Chuxing.": [
        "Lumora | USD 1000m | in_talks",
        "Pelt Chuxing | USD 5000m | in_talks | Norrland",
    ],
    ("Norrland announced that it has agreed to end its $39bn bid to buy wireless carrier Lumora from Pelt."): [
        "acquisition | Lumora | USD 39000m | abandoned | acquirer Norrland",
    ],
    "Norrland and Lumora Hughes have abandoned their previously announced merger valued at $34bn.": [
        "acquisition | Lumora Hughes | USD 34000m | abandoned | acquirer Norrland",
    ],
    (
        "Lumora Holdings Inc announced that it has obtained commitments from a syndicate of lenders for "
        "a $275M senior secured term loan facility."
    ): [
        "Lumora Holdings Inc | USD 275m | debt_financing",
    ],
    (
        "Lumora has hit the market to raise about $1bn at a $30bn valuation before its public listing, "
        "two people told a paper."
    ): [
        "Lumora | ~USD 1000m | at USD 30000m | in_talks",
    ],
    "Norrland has sold a majority of its Lumora shares, according to filings.": [],
}
"""Title and text, parted by a bar, and what is told."""


@pytest.mark.parametrize("text", TOLD)
def test_a_purchase_of_the_wires_is_read(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]
