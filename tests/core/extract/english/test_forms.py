"""Forms that press releases, round-ups, flashes and articles share: each line is one wording of a rule."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TITLE = "Lumora lands $8M"

SUMS = {
    "Lumora closed a Series B round of up to $18 million.": ["Lumora | <=USD 18m | series_b | closed"],
    "Lumora completed its seed round, raising $4.5 million.": ["Lumora | USD 4.5m | seed | closed"],
    "Lumora closed a Series A financing totaling $9 million.": ["Lumora | USD 9m | series_a | closed"],
    "Lumora raised a seed round reportedly amounting to $3 million.": ["Lumora | USD 3m | seed | rumoured"],
    "Lumora increased its Series B to $24 million.": ["Lumora | USD 24m | series_b"],
    "Lumora raised £15 million ($19.5 million) in Series A funding.": ["Lumora | GBP 15m | series_a"],
    "Lumora won a $600,000 Polar Research Council grant.": ["Lumora | USD 0.6m | grant"],
    ("Lumora received a $1m Ocean Technology Transfer (OTT) Phase II grant from the Department of Tides."): [
        "Lumora | USD 1m | grant | Department of Tides"
    ],
    "Lumora announced a multi-million dollar investment from Quayside.": ["Lumora | USD 1m to 10m | Quayside"],
    "Lumora raised a double-digit million euro Series B.": ["Lumora | EUR 10m to 100m | series_b"],
    ("Lumora added $25 million to its Series B, bringing the round to $70 million."): ["Lumora | USD 25m | series_b"],
    "Lumora raised HK$1.2 billion through a share placement.": ["Lumora | HKD 1200m"],
    ("Lumora lands $10 million Series A as part of $34 million raised since inception."): [
        "Lumora | USD 10m | series_a"
    ],
    "Lumora raises $2M from ticket sales.": [],
    "Lumora, which has raised over $90 million, named a new chief.": [],
    "Norrland bought Lumora for $300M in a deal backed by Quayside.": [
        "acquisition | Lumora | USD 300m | acquirer Norrland"
    ],
}


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_is_found_wherever_it_stands(text: str) -> None:
    assert lines(text) == SUMS[text]


SPLITS = {
    (
        "Lumora raised $45 million, comprising a $30 million Series B led by Norrland "
        "and $15 million in venture debt from Quayside Bank."
    ): ["Lumora | USD 30m | series_b | lead Norrland", "Lumora | USD 15m | debt_financing | Quayside Bank"],
    ("Lumora said it had closed $180M, of which $60M is equity and $120M debt."): [
        "Lumora | USD 60m | closed",
        "Lumora | USD 120m | debt_financing | closed",
    ],
    "Lumora secured $12M: $9M in equity and a $3M loan.": ["Lumora | USD 9m", "Lumora | USD 3m | debt_financing"],
    (
        "Lumora raised $180 million in debt and equity. The sum consists of $60 "
        "million in Series B equity led by Norrland and a credit facility of $120 "
        "million from Quayside Bank."
    ): ["Lumora | USD 60m | series_b | lead Norrland", "Lumora | USD 120m | debt_financing | Quayside Bank"],
    ("Lumora raised $16 million in seed and Series A funding led by Norrland."): [
        "Lumora | seed",
        "Lumora | series_a | lead Norrland",
    ],
    (
        "Lumora has raised $80 million in Seed and Series A funding. The Series A was "
        "led by Norrland, and the Seed was led by Quayside."
    ): ["Lumora | seed | lead Quayside", "Lumora | series_a | lead Norrland"],
    "Lumora secured $232 million in Series C and D funding.": ["Lumora | series_c", "Lumora | series_d"],
    ("Lumora raised a $6.5 million seed round led by Norrland, alongside a pre-seed led by Quayside."): [
        "Lumora | USD 6.5m | seed | lead Norrland",
        "Lumora | pre_seed | lead Quayside",
    ],
    (
        "Lumora left stealth with $36 million in funding. Quayside led its $10 "
        "million seed round in 2023, and Norrland led the new $26 million Series A, "
        "in which Quayside also participated."
    ): [
        "Lumora | USD 10m | seed | background | lead Quayside",
        "Lumora | USD 26m | series_a | Quayside, lead Norrland",
    ],
}


@pytest.mark.parametrize("text", SPLITS)
def test_one_sum_for_several_rounds(text: str) -> None:
    assert lines(text) == SPLITS[text]


BACKERS = {
    (
        "The round was led Quayside and Norrland, with participation Kelp Fund, "
        "Repeat Ventures, First Order Fund and 8180 Capital."
    ): ("8180 Capital, First Order Fund, Kelp Fund, Repeat Ventures, lead Norrland, lead Quayside"),
    "The round was led by The Tide Fund, The Wave Group and Norrland.": (
        "lead Norrland, lead The Tide Fund, lead The Wave Group"
    ),
    (
        "The financing was led by Quayside and included Norrland and existing shareholder Kelp Fund."
    ): "Norrland, existing Kelp Fund, lead Quayside",
    (
        "The round was led by Quayside. It also included Norrland and the founders of Reefly and Sandbar."
    ): "Norrland, lead Quayside",
    ("The round was led by Quayside, with follow-on investment from Norrland."): "Norrland, lead Quayside",
    ("Quayside led the round. Existing seed investors Norrland, Kelp Fund, and Pier Nine also participated."): (
        "existing Kelp Fund, existing Norrland, existing Pier Nine, lead Quayside"
    ),
    "Existing investors Norrland, Kelp Fund and Pier Nine re-upped.": (
        "existing Kelp Fund, existing Norrland, existing Pier Nine"
    ),
    (
        "New backers including Quayside and Norrland as well as existing investors "
        "such as Kelp Fund, formerly known as Weed Fund, took part in the round."
    ): "Norrland, Quayside, existing Kelp Fund",
    (
        "The round was led by Quayside, with Norrland and Ana Ruiz's Ruiz Ventures also tipping in."
    ): "Norrland, Ruiz Ventures, lead Quayside",
    (
        "The round was led by Quayside, with participation from Ana Ruiz, co-founder "
        "and CEO of Reefly, Bo Lind, co-founder of Sandbar, and Eva Holm, reef "
        "pioneer and co-director of the Reef Lab."
    ): "Ana Ruiz, Bo Lind, Eva Holm, lead Quayside",
    "The money came from Harbor Mutual's venture arm, HM Ventures.": "HM Ventures",
    "The money came from Ana Ruiz's investment firm, Ruiz Expeditions.": "Ruiz Expeditions",
    (
        "The round was led by Quayside with participation from Norrland Ventures & Kelp Fund."
    ): "Kelp Fund, Norrland Ventures, lead Quayside",
    (
        "The round was led by a consortium led by Quayside, which includes Norrland and Kelp Fund."
    ): "Kelp Fund, Norrland, lead Quayside",
    (
        "The round was led by Quayside Growth Partners, a partnership between Norrland and Kelp Fund, and Pier Nine."
    ): "lead Pier Nine, lead Quayside Growth Partners",
    "The round was led by Red Kelp West and blisk.": "lead Red Kelp West, lead blisk",
    ("The round was led by Quayside, Tern, Norrland, from Norway, Reef Authority (RA) and Kelp Fund."): (
        "lead Kelp Fund, lead Norrland, lead Quayside, lead Reef Authority, lead Tern"
    ),
}


@pytest.mark.parametrize("text", BACKERS)
def test_backers_in_lists_of_every_shape(text: str) -> None:
    assert lines(text, TITLE) == [f"Lumora | USD 8m | {BACKERS[text]}"]


COMPANIES = {
    ("lumora, Inc., a Bergen-based maker of sea charts, raised $12m in Series A funding."): [
        "lumora, Inc. | USD 12m | series_a"
    ],
    "June, a Bergen-based oven maker, raised $22m in Series A funding.": ["June | USD 22m | series_a"],
    ("AND OR, a Bergen-based back office for divers, raised $2m in seed funding."): ["AND OR | USD 2m | seed"],
    "Lumora, a Bergen-based startup closed a $22m Series B round.": ["Lumora | USD 22m | series_b | closed"],
    ("Lumora, a provider of an app that brings a better day to mobile, raised $1m in funding."): ["Lumora | USD 1m"],
    "Norwegian AI startup lumora raised €6M.": ["lumora | EUR 6m"],
    "Norwegian AI startup lumora raised €6 million.": ["lumora | EUR 6m"],
    (
        "We're thrilled to share that we've raised $8.5 million in seed funding, led "
        "by Norrland. At Lumora, we believe in kelp."
    ): ["Lumora | USD 8.5m | seed | lead Norrland"],
    (
        "The Series C was led by Norrland. Founded in 2019 by Ari Stein, Lumora makes "
        "software for harbours. The $48 million round values the company at $310 "
        "million."
    ): ["Lumora | USD 48m | at USD 310m | series_c | lead Norrland"],
    (
        "Back in 2019, Lumora founder Ana Ruiz spent a night at sea. Today, the "
        "company announced a $21 million Series A."
    ): ["Lumora | USD 21m | series_a"],
    ("The Series A was led by Norrland. Lumora's co-founders include Ana Ruiz and Bo Lind, a Bergen professor."): [
        "Lumora | series_a | lead Norrland"
    ],
    ("1. Lumora, $310M, robotics: The Bergen company raised a $310 million Series D led by Norrland."): [
        "Lumora | USD 310m | series_d | lead Norrland"
    ],
    ("Lumora raised $40 million in Series B funding to launch in the U.S. The round was led by Norrland."): [
        "Lumora | USD 40m | series_b | lead Norrland"
    ],
}


@pytest.mark.parametrize("text", COMPANIES)
def test_the_company_is_found_across_sentences(text: str) -> None:
    assert lines(text) == COMPANIES[text]


HEADS = {
    ("Norway's Lumora says raises 15 mln pounds in Series A funding", ""): ["Lumora | GBP 15m | series_a"],
    ("BRIEF-Lumora raises $33 mln in series B funding", ""): ["Lumora | USD 33m | series_b"],
    (("Lumora, new AI lab co-founded by Ana Ruiz, Bo Lind in talks to raise $100M"), ""): [
        "Lumora | USD 100m | in_talks"
    ],
    ("Ana Ruiz' secretive AI startup lands $10 billion round", ""): [],
    ("An AI startup just raised $30M from Quayside", "Lumora makes drones that chart reefs."): [
        "Lumora | USD 30m | Quayside"
    ],
    ("Startups raise $5B in a quarter", "Lumora chief Ana Ruiz says it is a bubble."): [],
    ("Quayside invests in Six Tides Mobility", ""): ["Six Tides Mobility | Quayside"],
    ("Quayside acquires 5% stake in Lumora", ""): ["Lumora | Quayside"],
    ("Lumora raises fresh funds as reefs boom", ""): ["Lumora"],
    ("Startup Seeking to Counter Kelp AI Raises $9M", ""): [],
    ("Lumora aims for $200 billion price tag", ""): ["Lumora | at USD 200000m | in_talks"],
}


@pytest.mark.parametrize("head", HEADS)
def test_headlines_of_agencies_and_blogs(head: tuple[str, str]) -> None:
    title, text = head
    assert lines(text, title) == HEADS[head]


STATUS = {
    "Lumora announced the close of a $62 million Series C.": ["Lumora | USD 62m | series_c | closed"],
    "Lumora is announcing a $14 million Series A.": ["Lumora | USD 14m | series_a"],
    "Lumora nears $300 mln funding at $6 bln valuation - sources": ["Lumora | USD 300m | at USD 6000m | rumoured"],
    (
        "Lumora is set to close its round at a valuation of about $18 billion, "
        "according to people familiar with the matter."
    ): ["Lumora | at ~USD 18000m | rumoured"],
    "Lumora denied a report that it was raising $200 million.": ["Lumora | USD 200m | in_talks"],
    "Norrland completed its previously announced acquisition of Lumora.": [
        "acquisition | Lumora | closed | acquirer Norrland"
    ],
    ("Norrland in talks to acquire Lumora after its deal with Quayside falls through."): [
        "acquisition | Lumora | in_talks | acquirer Norrland"
    ],
    "Norrland has offered to acquire Lumora.": ["acquisition | Lumora | acquirer Norrland"],
    ("Ana Ruiz, who previously helped Lumora raise $60 million, is now a chief. Kelpwise raised $2 million."): [
        "Lumora | USD 60m | background",
        "Kelpwise | USD 2m",
    ],
    ("Lumora raised $8 million. Building on our $2 million seed, we will chart more reefs."): [
        "Lumora | USD 8m",
        "Lumora | USD 2m | seed | background",
    ],
    (
        "Lumora raised $8 million. The round was led by Norrland, with participation "
        "from Quayside, which led the company's seed round."
    ): ["Lumora | USD 8m | Quayside, lead Norrland", "Lumora | seed | background"],
}


@pytest.mark.parametrize("text", STATUS)
def test_how_far_a_deal_has_come(text: str) -> None:
    assert lines(text) == STATUS[text]


PURCHASES = {
    ("Norrland is to acquire Bergen, Norway-based reef data, charts, and diving platform provider Lumora."): [
        "acquisition | Lumora | acquirer Norrland"
    ],
    ("Norrland acquired the technology assets of Lumora, a maker of charts."): [
        "acquisition | Lumora | acquirer Norrland"
    ],
    "Norrland acquired Are You There, a Bergen-based bar app.": ["acquisition | Are You There | acquirer Norrland"],
    "Norrland has acquired 51 pct of Lumora for 25 mln dlrs.": ["acquisition | Lumora | USD 25m | acquirer Norrland"],
    ("Lumora has been acquired by Norrland. The purchase price was €75 million."): [
        "acquisition | Lumora | EUR 75m | acquirer Norrland"
    ],
    ("Norrland bought Lumora in 2018. Its other acquisitions include The Tide Post, Kelpwise and Reefly."): [
        "acquisition | Lumora | background | acquirer Norrland",
        "acquisition | The Tide Post | acquirer Norrland",
        "acquisition | Kelpwise | acquirer Norrland",
        "acquisition | Reefly | acquirer Norrland",
    ],
    ("Norrland and Lumora agreed on Monday to merge in an all-stock transaction valued at $2.3 billion."): [
        "acquisition | Lumora | USD 2300m | acquirer Norrland"
    ],
    ("Lumora will be acquired by an investor consortium comprised of Norrland, Quayside and Kelp Fund."): [
        ("acquisition | Lumora | acquirer Kelp Fund, acquirer Norrland, acquirer Quayside")
    ],
    ("Lumora is exploring a sale that could value it at more than $4 billion."): [
        "acquisition | Lumora | at >=USD 4000m | in_talks"
    ],
    ("Papers reported that Lumora, a maker of charts, was leaning toward a takeover offer from Norrland."): [
        "acquisition | Lumora | in_talks | acquirer Norrland"
    ],
    ("Norrland agreed to buy Lumora for $2 billion. Lumora has raised $160 million from Quayside."): [
        "acquisition | Lumora | USD 2000m | acquirer Norrland",
        "Lumora | USD 160m | background | Quayside",
    ],
}


@pytest.mark.parametrize("text", PURCHASES)
def test_purchases_in_words_of_other_desks(text: str) -> None:
    assert lines(text) == PURCHASES[text]


OTHERS = {
    (
        "Lumora filed for an initial public offering to raise up to $100 million. The "
        "company plans to list on the Nasdaq."
    ): ["ipo | Lumora | <=USD 100m"],
    ("Lumora, which is going public through a merger with Kelp Acquisition, rose 12%."): ["ipo | Lumora"],
    "Lumora hires ahead of $40M IPO": ["ipo | Lumora | USD 40m | in_talks"],
    ("Planet A Ventures announced the final close of its second fund at €160 million."): [
        "fund_close | Planet A Ventures | EUR 160m | closed"
    ],
    ("Norrland announced the first close of Norrland Growth Fund II at €220 million."): [
        "fund_close | Norrland | EUR 220m | closed"
    ],
    ("Norrland is investing in startups like Lumora, Kelpwise and Reefly."): [
        "Lumora | Norrland",
        "Kelpwise | Norrland",
        "Reefly | Norrland",
    ],
}


@pytest.mark.parametrize("text", OTHERS)
def test_listings_funds_and_several_investees(text: str) -> None:
    assert lines(text) == OTHERS[text]


ROUND_UPS = [
    (
        "Venture deals",
        (
            "• Tallgrass, a Denver-based maker of soil sensors, raised $40m in Series B "
            "funding. Ridgeline Ventures led, and was joined by Oakhill Capital and "
            "insiders Fern & Co. and Bluebird VC.\n"
            "• Pipewise, a Paris-based payroll startup, raised €12m in seed funding led "
            "by Seine Partners.\n"
            "• Hearthside Partners acquired a majority stake in Blue Oven, a "
            "Nashville-based bakery chain.\n"
            "• Norwell Capital, a New York-based private equity firm, raised $1.2 billion "
            "for its fourth fund.\n"
        ),
        [
            (
                "Tallgrass | USD 40m | series_b | Oakhill Capital, existing Bluebird VC, "
                "existing Fern & Co., lead Ridgeline Ventures"
            ),
            "Pipewise | EUR 12m | seed | lead Seine Partners",
            "acquisition | Blue Oven | acquirer Hearthside Partners",
            "fund_close | Norwell Capital | USD 1200m",
        ],
    ),
    (
        "Smaller fundings",
        (
            "Tallgrass, a three-year-old, Denver-based startup, has raised $7 million in "
            "funding led by the soil-focused venture capital firm Ridgeline, with "
            "participation from earlier backer Oakhill. More here.\n"
            "Pipewise, a nearly 11-year-old, Paris-based brand, has raised $6 million in "
            "Series A funding. Seine Partners and Lac Capital led the round. Other "
            "investors include Ana Ruiz, the founder of Reefly; and Bo Lind. The company "
            "has now raised $9 million altogether.\n"
        ),
        [
            "Tallgrass | USD 7m | existing Oakhill, lead Ridgeline",
            ("Pipewise | USD 6m | series_a | Ana Ruiz, Bo Lind, lead Lac Capital, lead Seine Partners"),
        ],
    ),
    (
        "Weekly round-up",
        (
            "Quick commerce startup Zapkart raised $120 Mn in a Series D round led by "
            "Kaveri Capital with participation from Lotus Fund and Monsoon Partners.\n"
            "Meanwhile, D2C brand Mithai & More secured $3 Mn from angel investors "
            "including Rahul Iyer and Neha Kapoor.\n"
        ),
        [
            ("Zapkart | USD 120m | series_d | Lotus Fund, Monsoon Partners, lead Kaveri Capital"),
            "Mithai & More | USD 3m | Neha Kapoor, Rahul Iyer",
        ],
    ),
    (
        "",
        (
            "Tallgrass (Denver): $40M Series B led by Ridgeline Ventures.\n"
            "Pipewise (Paris): €12M seed; investors: Seine Partners, Lac Capital.\n"
            "Cobaltine — $9M seed — Foundry Lane, First Quay.\n"
        ),
        [
            "Tallgrass | USD 40m | series_b | lead Ridgeline Ventures",
            "Pipewise | EUR 12m | seed | Lac Capital, Seine Partners",
            "Cobaltine | USD 9m | seed | First Quay, Foundry Lane",
        ],
    ),
]


@pytest.mark.parametrize(("title", "text", "told"), ROUND_UPS)
def test_a_round_up_tells_each_deal_with_its_own_backers(title: str, text: str, told: list[str]) -> None:
    assert lines(text, title) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Lumora Snares $2M Third Round", ["Lumora | USD 2m"]),
        ("Lumora Inks Second Round", ["Lumora"]),
        ("Norrland Loses in Second Round", []),
    ],
)
def test_a_numbered_round_of_money_is_no_round_of_a_contest(title: str, told: list[str]) -> None:
    assert lines("", title) == told
