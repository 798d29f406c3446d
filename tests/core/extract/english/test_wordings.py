"""Wordings of deal news beyond the plain "A raises a round led by B": each line is one rule of the reader."""

from __future__ import annotations

import pytest

from dealwire.core.extract.assemble import join_investors
from dealwire.model import Investor, Role, Told
from tests.core.extract.english.told import lines

TITLE = "Lumora lands $8M"

BACKERS = {
    "Joining the round were Quayside, General Catalyst and Ana Ruiz.": "Ana Ruiz, General Catalyst, Quayside",
    "Behind the round are Quayside and Norrland.": "Norrland, Quayside",
    "Leading the round was Quayside.": "lead Quayside",
    "Participating investors: Quayside, Kelp Fund and Norrland.": "Kelp Fund, Norrland, Quayside",
    "The money comes from Quayside and existing investor Norrland.": "Quayside, existing Norrland",
    "Quayside led the round, with Norrland as co-lead.": "lead Norrland, lead Quayside",
    "Quayside led the round and Norrland joined it.": "Norrland, lead Quayside",
    "Quayside and Norrland also put in money.": "Norrland, Quayside",
    "Ana Ruiz joined as an angel investor.": "Ana Ruiz",
    "The round was led by Quayside. It was joined by Norrland.": "Norrland, lead Quayside",
    "The round had participation from all existing investors, including Norrland.": "existing Norrland",
    "Quayside and existing shareholders Norrland and Kelp Fund have joined the round.": (
        "Quayside, existing Kelp Fund, existing Norrland"
    ),
    "The round includes investment from J. Abara, founder of Reefly; Lena Ott, former CFO of Sandbar; and Quayside.": (
        "J. Abara, Lena Ott, Quayside"
    ),
    "The round was led by Quayside, an investor based in Oslo and Bergen.": "lead Quayside",
}


@pytest.mark.parametrize("text", BACKERS)
def test_backers_are_told_in_clauses_of_their_own(text: str) -> None:
    assert lines(text, TITLE) == [f"Lumora | USD 8m | {BACKERS[text]}"]


HEADLINES = {
    "Quayside and Norrland back Lumora in $30M Series B": ["Lumora | USD 30m | series_b | Norrland, Quayside"],
    "Quayside leads Lumora round": ["Lumora | lead Quayside"],
    "Lumora hits $7B valuation as investors Quayside, Norrland double down": [
        "Lumora | at USD 7000m | existing Norrland, existing Quayside"
    ],
    "Also raises $5M": ["Also | USD 5m"],
    "Via Mara raises $5M": ["Via Mara | USD 5m"],
    "Lumora used its head start to raise $9M": ["Lumora | USD 9m"],
    "Lumora to raise $9M": ["Lumora | USD 9m | in_talks"],
    "Lumora reportedly nears deal to raise $9M": ["Lumora | USD 9m | rumoured"],
    "Lumora maps reefs as $40M round closes": ["Lumora | USD 40m | closed"],
    "Lumora lands $20M Series B, $35M debt": ["Lumora | USD 20m | series_b", "Lumora | USD 35m | debt_financing"],
    "Lumora adds $6M to Series B": ["Lumora | USD 6m | series_b"],
    "Divers love Lumora, so backers gave it $20M": ["Lumora | USD 20m"],
    "Lumora closes $300M secondary": ["Lumora | USD 300m | secondary_market | closed"],
    "Jane Doe's $30M loan has come due": [],
    "E-commerce giant Rakora invests $30M in Lumora": ["Lumora | USD 30m | corporate_round | Rakora"],
    "Norrland makes last-minute bid for Lumora": ["acquisition | Lumora | acquirer Norrland"],
    "Lumora snubs $2B takeover bid from Norrland": ["acquisition | Lumora | USD 2000m | abandoned | acquirer Norrland"],
}


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_is_read_by_its_own_grammar(title: str) -> None:
    assert lines("", title) == HEADLINES[title]


TEXTS = {
    "After Hours, a Bergen-based bar app, closed a $4M seed round.": ["After Hours | USD 4m | seed | closed"],
    "Lumora is in talks with Quayside and Norrland to raise $50 million.": [
        "Lumora | USD 50m | in_talks | Norrland, Quayside"
    ],
    "Lumora left stealth with $18 million in total funding, including a $14 million Series A led by Quayside "
    "and a $4 million seed round led by Norrland.": [
        "Lumora | USD 14m | series_a | lead Quayside",
        "Lumora | USD 4m | seed | lead Norrland",
    ],
    "The $22 million Series B, led by Quayside, brings Lumora's total funding to $37 million.": [
        "Lumora | USD 22m | series_b | lead Quayside"
    ],
    "Lumora has received fresh money: 16 million euros.": ["Lumora | EUR 16m"],
    "Lumora arranged a secondary sale in which staff sell $7 million of stock to Quayside.": [
        "Lumora | USD 7m | secondary_market | Quayside"
    ],
    "Mr. Holm raised more than $400 million in several financings.": [],
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_tells_a_round(text: str) -> None:
    assert lines(text) == TEXTS[text]


PURCHASES = {
    "Norrland bought Lumora, a kelp startup, for $25M.": ["acquisition | Lumora | USD 25m | acquirer Norrland"],
    "Norrland bought Lumora in 2013, Kelpwise in 2014 and later Reefly.": [
        "acquisition | Lumora | acquirer Norrland",
        "acquisition | Kelpwise | acquirer Norrland",
        "acquisition | Reefly | acquirer Norrland",
    ],
    "Norrland acquired Lumora in 2018. In 2020 it bought Kelpwise.": [
        "acquisition | Lumora | acquirer Norrland",
        "acquisition | Kelpwise | acquirer Norrland",
    ],
    "Norrland acquired Harper Fire and Safety, LLC. Quayside gave advice.": [
        "acquisition | Harper Fire and Safety, LLC. | acquirer Norrland"
    ],
    "Lumora was taken over by Norrland, owner of the Tide, Wave and Foam chains.": [
        "acquisition | Lumora | acquirer Norrland"
    ],
    "Norrland announced the sale of its portfolio company, Lumora, to Quayside.": [
        "acquisition | Lumora | acquirer Quayside"
    ],
    "Lumora agreed to be acquired by Norrland, representing a total enterprise value of $2 billion.": [
        "acquisition | Lumora | USD 2000m | acquirer Norrland"
    ],
    "Norrland called off its planned $640 million purchase of Lumora.": [
        "acquisition | Lumora | USD 640m | abandoned | acquirer Norrland"
    ],
    "History In May 2019, Norrland announced it would acquire Lumora.": ["acquisition | Lumora | acquirer Norrland"],
}


@pytest.mark.parametrize("text", PURCHASES)
def test_a_purchase_is_read_whatever_stands_around_it(text: str) -> None:
    assert [line.replace(" | in_talks", "") for line in lines(text)] == PURCHASES[text]


def test_the_pricing_of_an_offering_is_no_plan() -> None:
    text = "Lumora announced the pricing of its initial public offering, for gross proceeds of $144 million."
    assert lines(text) == ["ipo | Lumora | USD 144m"]


@pytest.mark.parametrize("word", ["rakora"])
def test_a_corporation_is_known_by_what_the_text_calls_it(word: str) -> None:
    assert lines(f"Lumora raised $30 million from {word.title()}.") == [f"Lumora | USD 30m | {word.title()}"]
    assert "corporate_round" in lines(f"Lumora raised $30 million from the internet giant {word.title()}.")[0]


def test_initials_are_one_backer_with_the_full_name() -> None:
    told = [
        Told(Investor(name, Role.PARTICIPANT), 0, len(name), name, 0.9)
        for name in ("Ifc", "International Finance Corporation", "IFG")
    ]
    assert [t.value.name for t in join_investors(told)] == ["International Finance Corporation", "IFG"]
