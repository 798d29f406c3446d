"""Constructions of articles and round-ups from elsewhere: each line stands for a family that differs by its words."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

SENTENCES = {
    "Quillon, Ghana-based online tutoring platform, raised $3M from Oakmere Ventures.": [
        "Quillon | USD 3m | Oakmere Ventures"
    ],
    "Bergen, Norway-based AI startup Quillon, a maker of tiles, raised $3M.": ["Quillon | USD 3m"],
    "Larkspur plc raised £14 million in a series C round, led by Holm Ventures.": [
        "Larkspur plc | GBP 14m | series_c | lead Holm Ventures"
    ],
    "In May 2012 Quillon announced that it had raised $4 million from Holm Partners.": [
        "Quillon | USD 4m | Holm Partners"
    ],
    "Her next job, at a bakery app by the name of Hiyo, was soon safe: Hiyo has raised a Series C of $41 million.": [
        "Hiyo | USD 41m | series_c"
    ],
    "Quillon and Brenta raised $12 million and $7 million, respectively.": ["Quillon | USD 12m", "Brenta | USD 7m"],
    "Basil Home raised $11 million followed by snack brand Tru Good and lending startup Veri Pay with $8 million and "
    "$2 million in funding, respectively.": ["Basil Home | USD 11m", "Tru Good | USD 8m", "Veri Pay | USD 2m"],
    "Quillon raised $20 million led by Anjos do Porto. Other investors were Life Sciences at Birch Alternatives "
    "and Pelt Capital.": ["Quillon | USD 20m | Life Sciences at Birch Alternatives, Pelt Capital, lead Anjos do Porto"],
    "Quillon raised $20 million. Holm Ventures led the round with Oakmere Capital and Rimu Invest.": [
        "Quillon | USD 20m | Oakmere Capital, Rimu Invest, lead Holm Ventures"
    ],
    "Quillon's funding round included Oakmere Capital, Holm Ventures and others.": [
        "Quillon | Holm Ventures, Oakmere Capital"
    ],
    "Oakmere Ventures, a venture capital firm focused on health, has raised $700 million in a new funding round.": [
        "fund_close | Oakmere Ventures | USD 700m"
    ],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_rounds(text: str) -> None:
    assert lines(text) == SENTENCES[text]


VALUATIONS = {
    "Quillon took $250 million from Oakmere. The deal valued Quillon at $5.1 billion.": "at USD 5100m",
    "Quillon raised $210 million. Two bankers think that its backers are looking at a valuation of $5 billion.": (
        "at USD 5000m"
    ),
    "Quillon raised $250 million. The startup is now worth $6 billion.": "at USD 6000m",
    "Quillon raised $250 million. The valuation of Pike Labs is $8 billion.": "",
    "Quillon raised $250 million. Its rival Pike has a valuation of $8 billion.": "",
    "Quillon raised $250 million. The market is estimated to reach a value of $8 billion.": "",
}


@pytest.mark.parametrize("text", VALUATIONS)
def test_a_valuation_is_told_in_a_sentence_of_its_own(text: str) -> None:
    told = lines(text)
    assert len(told) == 1
    assert (" | " + VALUATIONS[text] in told[0]) if VALUATIONS[text] else (" | at " not in told[0])


SHELLS = {
    "Tally Incorporated, which teaches saving, signed a business combination agreement on Friday with Pike Merger "
    "Corp., a special purpose acquisition company from Oslo.": "ipo | Tally Incorporated",
    "Wexel Limited, which counts lorries, and Brisk Acquisition (BRSK), a special purpose acquisition company, "
    "told their owners of an agreement for a business combination.": "ipo | Wexel Limited",
    "Ferry operator Equix is in talks to go public by merging with Pike Hedron Holdings Corp. VI.": (
        "ipo | Equix | in_talks"
    ),
    "Wexel agreed to merge with Brenta Acquisition Corp II. The combined company will have an equity value of about "
    "$2.2 billion.": "ipo | Wexel | at ~USD 2200m",
    "Wexel will combine with Brisk Acquisition at an enterprise value of $800 million.": "ipo | Wexel | at USD 800m",
    "Holm Acquisition Corp acquired Brenta for $40 million.": (
        "acquisition | Brenta | USD 40m | acquirer Holm Acquisition Corp"
    ),
}


@pytest.mark.parametrize("text", SHELLS)
def test_a_merger_with_a_shell_is_a_listing(text: str) -> None:
    assert lines(text) == [SHELLS[text]]


PURCHASES = {
    "A consortium led by Oakmere Partners and Holm Capital has agreed to buy Brenta for $3 billion.": [
        "acquisition | Brenta | USD 3000m | acquirer Holm Capital, acquirer Oakmere Partners"
    ],
    "An Oakmere-led consortium completed a buyout of Brenta.": ["acquisition | Brenta | closed | acquirer Oakmere"],
    "After acquiring Tilda last year, Larkspur now bought Brenta for $5 million.": [
        "acquisition | Tilda | background | acquirer Larkspur",
        "acquisition | Brenta | USD 5m | acquirer Larkspur",
    ],
    "Larkspur bought Brenta, a Berlin tile maker, Pike, a shoe firm, and Tilda.": [
        "acquisition | Brenta | acquirer Larkspur",
        "acquisition | Pike | acquirer Larkspur",
        "acquisition | Tilda | acquirer Larkspur",
    ],
    "Larkspur bought Brenta, a Toronto, Ontario-based tile maker.": ["acquisition | Brenta | acquirer Larkspur"],
}


@pytest.mark.parametrize("text", PURCHASES)
def test_purchases(text: str) -> None:
    assert lines(text) == PURCHASES[text]


LOOKS_BACK = {
    "Quillon raised $30 million. The news comes a week after Pike raised $40 million.": [
        "Quillon | USD 30m",
        "Pike | USD 40m | background",
    ],
    "Larkspur has agreed to buy Brenta for $27 billion. The deal, announced ten months after a Holm-led consortium "
    "completed a leveraged buyout of Brenta, marks a turnaround.": [
        "acquisition | Brenta | USD 27000m | acquirer Larkspur",
        "acquisition | Brenta | closed | background | acquirer Holm",
    ],
    "Ruiz joined from Pike, which raised $40 million in 2021.": ["Pike | USD 40m | background"],
    "Quillon raised $9 million, with cash from the sale of its founders' previous startup, Invito, to Google.": [
        "Quillon | USD 9m",
        "acquisition | Invito | background | acquirer Google",
    ],
}


@pytest.mark.parametrize("text", LOOKS_BACK)
def test_deals_that_a_text_looks_back_on(text: str) -> None:
    assert lines(text) == LOOKS_BACK[text]


NOT_DONE = {
    "Quillon got a term sheet for a $3 million convertible note.": "Quillon | USD 3m | convertible_note | in_talks",
    "Quillon raised $3 million in a seed round, China Wire reported.": "Quillon | USD 3m | seed | rumoured",
    "Quillon has targeted a Series A of $35 million.": "Quillon | USD 35m | series_a | in_talks",
}


@pytest.mark.parametrize("text", NOT_DONE)
def test_rounds_that_are_not_done(text: str) -> None:
    assert lines(text) == [NOT_DONE[text]]


PLACED = {
    "Swiv acquires Urban, Norway-based bicycle lender, for an undisclosed sum.": "Urban",
    "Swiv acquired Veloma, Norway-based ferry platform.": "Veloma",
    "Swiv acquired Stockholm, Sweden-based software provider Veloma, for $4 million.": "Veloma | USD 4m",
    "Swiv Acquired Veloma, and the market liked what it saw of the two.": "Veloma",
}


@pytest.mark.parametrize("text", PLACED)
def test_purchases_described_by_a_place(text: str) -> None:
    assert lines(text) == [f"acquisition | {PLACED[text]} | acquirer Swiv"]


WORTH = {
    "Quillon filed papers in Oslo on Monday for an IPO that could be worth up to $700 million.": [
        "ipo | Quillon | <=USD 700m"
    ],
    "Quillon is a startup that could be worth $5 billion, investors say.": [],
    "Quillon signed a contract that could be worth $40 million.": [],
}


@pytest.mark.parametrize("text", WORTH)
def test_what_an_offering_could_be_worth_is_its_sum(text: str) -> None:
    assert lines(text) == WORTH[text]


def test_a_fund_is_sized_in_the_sentence_after_it() -> None:
    text = "Lofta Capital has launched a new fund. The €40 million vehicle will back climate startups."
    assert lines(text) == ["fund_close | Lofta Capital | EUR 40m"]


def test_a_brand_and_the_firm_behind_it_are_one_company() -> None:
    text = "ITX has taken over Sresta Products, the company behind the organic brand 24 Mantra, in a deal worth $47m."
    assert lines(text, "ITX Acquires 24 Mantra in $47m Deal") == [
        "acquisition | Sresta Products | USD 47m | acquirer ITX"
    ]


def test_one_sum_twice_is_no_proof_of_one_company() -> None:
    text = "Tilda Robotics raised $5 million in a seed round. Pike Labs raised $5 million too."
    assert len(lines(text, "Pike Labs raises $5 million")) == 2


def test_a_company_told_by_its_place_is_the_one_spoken_of() -> None:
    text = "The Boise, Idaho-based company has raised $5 million, led by Holm Ventures."
    assert lines(text, "Quillon raises $5 million") == ["Quillon | USD 5m | lead Holm Ventures"]


OWNED = {
    "Mossgate Ventures led Quillstone's Series B.": "Quillstone | series_b | lead Mossgate Ventures",
    "Mossgate Ventures is in talks to lead Quillstone's $50 million Series B round.": (
        "Quillstone | USD 50m | series_b | in_talks | lead Mossgate Ventures"
    ),
    "Mossgate Ventures joined Quillstone’s seed round.": "Quillstone | seed | Mossgate Ventures",
    "Ruth Okafor led Mossgate Ventures' investment in Quillstone.": "Quillstone | Mossgate Ventures",
}


@pytest.mark.parametrize("text", OWNED)
def test_who_leads_or_joins_a_company_s_round_backs_it(text: str) -> None:
    assert lines(text) == [OWNED[text]]
