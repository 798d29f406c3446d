"""Families of forms: what came of a purchase, and what is but wanted."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    "Marlowe has abandoned its pursuit of Tidewater after failing to agree on price.": [
        "acquisition | Tidewater | abandoned | acquirer Marlowe"
    ],
    "Regulators blocked Marlowe's $90 million takeover of Tidewater.": [
        "acquisition | Tidewater | USD 90m | abandoned | acquirer Marlowe"
    ],
    "Marlowe's $90 million bid for Tidewater lapsed after shareholders voted it down.": [
        "acquisition | Tidewater | USD 90m | abandoned | acquirer Marlowe"
    ],
    "Tidewater shareholders voted down a $90 million takeover by Marlowe.": [
        "acquisition | Tidewater | USD 90m | abandoned | acquirer Marlowe"
    ],
    "Talks between Marlowe and Tidewater over a merger have broken down.": [
        "acquisition | Tidewater | abandoned | acquirer Marlowe"
    ],
    "Marlowe has walked away from talks to buy Tidewater.": ["acquisition | Tidewater | abandoned | acquirer Marlowe"],
    "Marlowe has let its $90 million offer for Tidewater expire.": [
        "acquisition | Tidewater | USD 90m | abandoned | acquirer Marlowe"
    ],
    "Marlowe and Tidewater have called time on their planned merger.": [
        "acquisition | Tidewater | abandoned | acquirer Marlowe"
    ],
    "Britain's competition regulator has prohibited Marlowe's purchase of Tidewater.": [
        "acquisition | Tidewater | abandoned | acquirer Marlowe"
    ],
    "Marlowe's proposed acquisition of Tidewater will not go ahead, the two companies said.": [
        "acquisition | Tidewater | abandoned | acquirer Marlowe"
    ],
    "Marlowe terminates agreement to acquire Tidewater": ["acquisition | Tidewater | abandoned | acquirer Marlowe"],
    "Marlowe has closed on its purchase of Tidewater.": ["acquisition | Tidewater | closed | acquirer Marlowe"],
    "Marlowe wrapped up its $90 million acquisition of Tidewater on Friday.": [
        "acquisition | Tidewater | USD 90m | closed | acquirer Marlowe"
    ],
    "Marlowe's takeover of Tidewater became effective on 1 March.": [
        "acquisition | Tidewater | closed | acquirer Marlowe"
    ],
    "Marlowe has agreed to buy Tidewater, and the deal has now been completed.": [
        "acquisition | Tidewater | closed | acquirer Marlowe"
    ],
    "Marlowe said that it had completed the previously announced acquisition of Tidewater.": [
        "acquisition | Tidewater | closed | acquirer Marlowe"
    ],
    "Marlowe finalises Tidewater takeover": ["acquisition | Tidewater | closed | acquirer Marlowe"],
    "Marlowe acquired Tidewater in a transaction that closed on March 1.": [
        "acquisition | Tidewater | closed | acquirer Marlowe"
    ],
    "Marlowe agreed to buy Tidewater for $90 million. The transaction is expected to close in June.": [
        "acquisition | Tidewater | USD 90m | acquirer Marlowe"
    ],
    "Marlowe will buy Tidewater; completion is expected by the end of the year.": [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    "Marlowe is nearing a deal to buy Tidewater for about $90 million.": [
        "acquisition | Tidewater | ~USD 90m | rumoured | acquirer Marlowe"
    ],
    "Marlowe is weighing a bid for Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Marlowe has made a preliminary approach to Tidewater about a takeover.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe has held exploratory talks about acquiring Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe has entered exclusive negotiations to acquire Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe and Tidewater are discussing a merger that would create the largest pump maker.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe has expressed interest in buying Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Marlowe has signed a letter of intent to acquire Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe wants to buy Tidewater for $90 million.": [
        "acquisition | Tidewater | USD 90m | in_talks | acquirer Marlowe"
    ],
    "Tidewater has hired Belltower Securities to explore a sale that could fetch $90 million.": [
        "acquisition | Tidewater | USD 90m | in_talks"
    ],
    "Tidewater has attracted takeover interest from Marlowe.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe emerges as front-runner to buy Tidewater": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Quill is exploring the sale of Tidewater, the pump maker it has owned since 2015.": [
        "acquisition | Tidewater | in_talks"
    ],
    "Marlowe said to be close to buying Tidewater": ["acquisition | Tidewater | rumoured | acquirer Marlowe"],
    "Marlowe denied that it is planning a bid for Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe played down reports that it wants to buy Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe has secretly bought Tidewater, according to people with knowledge of the deal.": [
        "acquisition | Tidewater | rumoured | acquirer Marlowe"
    ],
    "Marlowe has reached a deal to buy Tidewater for $90 million, the Gazette reported.": [
        "acquisition | Tidewater | USD 90m | rumoured | acquirer Marlowe"
    ],
    "Tidewater is said to have agreed to a sale to Marlowe.": ["acquisition | Tidewater | rumoured | acquirer Marlowe"],
    "Marlowe announced plans to acquire Tidewater for $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Marlowe"
    ],
    "Marlowe said it would buy Tidewater for $90 million.": ["acquisition | Tidewater | USD 90m | acquirer Marlowe"],
    "Marlowe has signed a definitive agreement to acquire Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe has made a $90 million offer for Tidewater, which its board recommends.": [
        "acquisition | Tidewater | USD 90m | acquirer Marlowe"
    ],
    "Marlowe is to acquire Tidewater in a $90 million deal.": ["acquisition | Tidewater | USD 90m | acquirer Marlowe"],
    "Marlowe has agreed in principle to buy Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Shareholders of Tidewater have approved its sale to Marlowe.": ["acquisition | Tidewater | acquirer Marlowe"],
    "The EU has cleared Marlowe's purchase of Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Private equity firms including Marlowe and Quill are considering bids for Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe, acquirer Quill"
    ],
    "Marlowe and Quill are preparing rival bids for Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe, acquirer Quill"
    ],
    "Marlowe has held merger talks with Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Marlowe is in talks over a possible takeover of Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    ("Tidewater is drawing takeover interest from Marlowe and Quill, people familiar with the situation said."): [
        "acquisition | Tidewater | in_talks | acquirer Marlowe, acquirer Quill"
    ],
    "Marlowe is interested in acquiring Tidewater, its chief executive said.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe has approached Tidewater with a takeover proposal.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe is vying with Quill to buy Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Marlowe has been granted exclusivity to buy Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Ostler Inc. has agreed to part with its Tidewater unit, which goes to Marlowe for $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Marlowe"
    ],
    "Marlowe snaps up Tidewater from Quill": ["acquisition | Tidewater | acquirer Marlowe"],
    "Quill offloads Tidewater to Marlowe": ["acquisition | Tidewater | acquirer Marlowe"],
    "Quill is to hive off Tidewater to Marlowe in a £90 million deal.": [
        "acquisition | Tidewater | GBP 90m | acquirer Marlowe"
    ],
    "Quill exits Tidewater with sale to Marlowe": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe has struck a deal to take over Tidewater from Quill.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Tidewater has a new owner: Marlowe has taken the pump maker off Quill's hands for $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Marlowe"
    ],
    "Tidewater, owned by Quill since 2012, is being acquired by Marlowe.": [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    "Marlowe adds Tidewater to its stable": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe has taken a 51 percent stake in Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe lifts its stake in Tidewater to 60 percent": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe has acquired full ownership of Tidewater, buying the 50% it did not own from Quill.": [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    "Tidewater was bought out of administration by Marlowe, saving 300 jobs.": [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    "Marlowe won the auction for bankrupt Tidewater with a bid of $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Marlowe"
    ],
    "Marlowe buys Tidewater's pump division": ["acquisition | Tidewater's pump division | acquirer Marlowe"],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
