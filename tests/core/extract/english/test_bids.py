"""Offers told by whoever answers them, by what they moved, and by who is in the running."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TOLD = {
    "Lumora turned down Norrland, saying an improved 22 million euro offer was too low.": [
        "acquisition | Lumora | EUR 22m | abandoned | acquirer Norrland"
    ],
    "A $A74 million takeover offer by Norrland Building has been rejected by the board of tile maker Lumora Group.": [
        "acquisition | Lumora Group | AUD 74m | abandoned | acquirer Norrland Building"
    ],
    "The board of Lumora (LMR) on Tuesday advised its shareholders to accept the $9 million offer from Norrland.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "Norrland is set to gain antitrust approval for its $30 million bid for Lumora, people familiar said.": [
        "acquisition | Lumora | USD 30m | acquirer Norrland"
    ],
    "Lumora shares jump after takeover bid from Norrland.": ["acquisition | Lumora | acquirer Norrland"],
    "Norrland is the leading bidder for Lumora, sources said.": ["acquisition | Lumora | in_talks | acquirer Norrland"],
    "Norrland has won the auction for Lumora with a $9 million offer.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "Norrland has dropped its offer for Lumora. It blamed opposition to the $9 million mega-merger.": [
        "acquisition | Lumora | USD 9m | abandoned | acquirer Norrland"
    ],
    "A deal which will give state lender Norrland a majority stake in Lumora is near.": [
        "acquisition | Lumora | acquirer Norrland"
    ],
    "Kelp has signed a deal with Norrland to sell a 60% stake in Lumora for $9 million.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "Norrland raised its stake in Lumora to 60%.": ["acquisition | Lumora | acquirer Norrland"],
}
NEITHER = (
    "Norrland raised its stake in Lumora to 9.9%.",
    "Norrland will receive an upfront payment of $9 million from Lumora.",
    "Norrland's board is reviewing a proposal to cut costs.",
    "Norrland rejected claims that its offer period had ended.",
)


@pytest.mark.parametrize("text", TOLD)
def test_an_offer_is_read_from_any_side(text: str) -> None:
    assert lines(text) == TOLD[text]


@pytest.mark.parametrize("text", NEITHER)
def test_no_offer_is_no_purchase(text: str) -> None:
    assert lines(text) == []


BUYERS = {
    "Norrland's packaging business has acquired Lumora, a supplier of labels.": [
        "acquisition | Lumora | acquirer Norrland"
    ],
    "It took months, but Norrland has wrapped a $9 million deal to acquire Lumora.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "The board has signed a deal for Norrland to acquire a majority stake in Lumora.": [
        "acquisition | Lumora | acquirer Norrland"
    ],
    "Norrland is coming back to grab Lumora in a $9 million takeover.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "Norrland has bought Lumora. The firm paid $9 million for the business.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "Norrland is acquiring the Bergen-based biotech, Lumora, after a trial.": [
        "acquisition | Lumora | acquirer Norrland"
    ],
}


@pytest.mark.parametrize("text", BUYERS)
def test_a_buyer_is_found_behind_its_unit_its_deal_or_its_board(text: str) -> None:
    assert lines(text) == BUYERS[text]
