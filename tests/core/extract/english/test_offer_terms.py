"""Families of forms: what an offer comes to, a share or in all, and who sells all that it has."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    (
        "Bottle maker Farrow said on Monday that it has received two takeover offers from Lindqvist, "
        "both of which it has turned down."
    ): ["acquisition | Farrow | abandoned | acquirer Lindqvist"],
    ("Ardmore Foods has rejected three bids from Quill Partners since March, the latest worth £210 million."): [
        "acquisition | Ardmore Foods | GBP 210m | abandoned | acquirer Quill Partners"
    ],
    (
        "Kestrel Mining said it had received several unsolicited proposals from Borealis Resources "
        "and rejected them all."
    ): ["acquisition | Kestrel Mining | abandoned | acquirer Borealis Resources"],
    "Tarrant turned away repeated approaches from Ostler Group, people close to the board said.": [
        "acquisition | Tarrant | abandoned | acquirer Ostler Group"
    ],
    "The board of Halden Shipping has received two proposals from rival Norsund, it said on Tuesday.": [
        "acquisition | Halden Shipping | acquirer Norsund"
    ],
    "Lindqvist's 310 pence-a-share offer values Farrow at £420 million.": [
        "acquisition | Farrow | at GBP 420m | acquirer Lindqvist"
    ],
    "Lindqvist's offer of 310 pence a share gives Farrow a market value of £420 million.": [
        "acquisition | Farrow | at GBP 420m | acquirer Lindqvist"
    ],
    "The offer from Lindqvist, at 310 pence per share, values Farrow at about £420 million.": [
        "acquisition | Farrow | at ~GBP 420m | acquirer Lindqvist"
    ],
    "Lindqvist is paying $31.50 per share for Farrow, or roughly $640 million in all.": [
        "acquisition | Farrow | ~USD 640m | acquirer Lindqvist"
    ],
    "Lindqvist bid 310 pence per share for Farrow, valuing it at £420 million.": [
        "acquisition | Farrow | at GBP 420m | acquirer Lindqvist"
    ],
    (
        "Under the terms of the agreement with Lindqvist, holders of Farrow will get $31.50 in cash "
        "for each share they own."
    ): ["acquisition | Farrow | acquirer Lindqvist"],
    ("Lindqvist will pay 42 euros apiece for all outstanding shares of Farrow, a deal valued at 1.3 billion euros."): [
        "acquisition | Farrow | EUR 1300m | acquirer Lindqvist"
    ],
    ("Lindqvist raised its bid for Farrow to 340 pence a share, or £460 million, after its first was rejected."): [
        "acquisition | Farrow | GBP 460m | acquirer Lindqvist"
    ],
    (
        "Lindqvist Corp. agreed to buy Farrow Inc. in an all-stock deal that values each Farrow share"
        " at $25, or about $900 million."
    ): ["acquisition | Farrow Inc. | ~USD 900m | acquirer Lindqvist Corp."],
    "Analysts had expected a rival bid for Farrow, which Lindqvist is acquiring for $640 million.": [
        "acquisition | Farrow | USD 640m | acquirer Lindqvist"
    ],
    "Farrow, which is being bought by Lindqvist for $640 million, reported a loss.": [
        "acquisition | Farrow | USD 640m | acquirer Lindqvist"
    ],
    "Farrow, a pump maker Lindqvist bought in 2019 for $640 million, is laying off 300 people.": [
        "acquisition | Farrow | USD 640m | acquirer Lindqvist"
    ],
    (
        "Farrow has agreed to a sale to Quill. A consortium led by Lindqvist has now offered to pay "
        "$640 million, more than Quill's price."
    ): ["acquisition | Farrow | acquirer Quill", "acquisition | Farrow | USD 640m | acquirer Lindqvist"],
    "Lindqvist has made a last-minute bid for Farrow. It has offered to pay $640 million in cash.": [
        "acquisition | Farrow | USD 640m | acquirer Lindqvist"
    ],
    "Farrow Inc. signed a deal to sell its operations to The Lindqvist Co., according to a statement.": [
        "acquisition | Farrow Inc. | acquirer The Lindqvist Co."
    ],
    (
        "Farrow, a maker of leaf blowers, has agreed to sell substantially all of its assets to "
        "Lindqvist for $12 million."
    ): ["acquisition | Farrow | USD 12m | acquirer Lindqvist"],
    "Farrow will sell itself to Lindqvist for $640 million.": ["acquisition | Farrow | USD 640m | acquirer Lindqvist"],
    "Family-owned Farrow has sold its business to Lindqvist.": ["acquisition | Farrow | acquirer Lindqvist"],
    "Farrow's founders have sold the company to Lindqvist for an undisclosed sum.": [
        "acquisition | Farrow | acquirer Lindqvist"
    ],
    "Farrow is selling all its assets to Lindqvist in a bankruptcy auction.": [
        "acquisition | Farrow | acquirer Lindqvist"
    ],
    "Minnesota company purchases Dayton manufacturer": [],
    "Leeds firm buys Bradford printer for £2m": [],
    "Houston company acquires Tulsa pipeline operator": [],
    "German group acquires Ohio toolmaker": [],
    "Lindqvist buys Bergen shipbuilder": [],
    "Lindqvist acquires Cardiff-based recruiter": [],
    "Dental chain sold to Boston private equity firm": [],
    "Seattle startup acquired by Lindqvist": [],
    (
        "Lindqvist is to buy the 50 percent of Farrow that Quill owns. Lindqvist will pay $160 "
        "million for Quill's stake."
    ): [],
    (
        "Lindqvist is buying Farrow from Quill. It will pay $160 million for the business, with $20 "
        "million due in a year."
    ): ["acquisition | Farrow | USD 160m | acquirer Lindqvist"],
    "Lindqvist has completed its purchase of Farrow. It paid £90 million.": [
        "acquisition | Farrow | GBP 90m | closed | acquirer Lindqvist"
    ],
    "Lindqvist has bought Farrow. The price tag was $160 million.": [
        "acquisition | Farrow | USD 160m | acquirer Lindqvist"
    ],
    "Lindqvist has bought Farrow. The company is thought to have paid around $160 million.": [
        "acquisition | Farrow | ~USD 160m | acquirer Lindqvist"
    ],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
