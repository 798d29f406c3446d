from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines, read

HEADLINES = {
    "Lumora nabs $5M to map the sea floor": ["Lumora | USD 5m"],
    "$5M for Lumora": ["Lumora | USD 5m"],
    "Lumora: $5M Series A": ["Lumora | USD 5m | series_a"],
    "Lumora Chills With $4M": ["Lumora | USD 4m"],
    "Lumora digs up $7M for its kelp farms": ["Lumora | USD 7m"],
    "KELP ROBOTICS RAISES $5M SEED ROUND": ["KELP ROBOTICS | USD 5m | seed"],
    "Oslo-based AI startup Lumora raises $5M": ["Lumora | USD 5m"],
    "Norwegian Fintech Giant Lumora Secures €20M Series C": ["Lumora | EUR 20m | series_c"],
    "Fintech Lumora emerges from stealth with $27M": ["Lumora | USD 27m"],
    "With $6M in seed funding, Lumora plans to chart reefs": ["Lumora | USD 6m | seed"],
    "Lumora, which maps the sea floor, lands $5M": ["Lumora | USD 5m"],
    "Lumora’s Series B led by Quayside brings total funding to $120M": ["Lumora | series_b | lead Quayside"],
    "Search and rescue platform Lumora adds another $14M": ["Lumora | USD 14m"],
    "An ex-Lumora founder raises $8M for Kelpwise": ["Kelpwise | USD 8m"],
    "quay9 Inks $3M": ["quay9 | USD 3m"],
    "8waves Completes $5M Series A": ["8waves | USD 5m | series_a | closed"],
    "Bento for Business Scoops Up $9M": ["Bento for Business | USD 9m"],
    "Brook & Daughters Receives Investment": ["Brook & Daughters"],
    "monday.fish raises £2m": ["monday.fish | GBP 2m"],
    "Wendy’s raises $90 million from Quayside Capital": ["Wendy’s | USD 90m | Quayside Capital"],
    "Lumora reaches $4B valuation in new round": ["Lumora | at USD 4000m"],
    "Lumora doubles valuation to $5.3B": ["Lumora | at USD 5300m"],
    "Lumora hits $5B valuation days after rival Kelpwise gets $2B from Quayside Capital": [
        "Lumora | at USD 5000m",
        "Kelpwise | USD 2000m | background | Quayside Capital",
    ],
    "Harbour drone makers Lumora, Kelpwise each nab $50M rounds": ["Lumora | USD 50m", "Kelpwise | USD 50m"],
    "Lumora raises $9M Quayside-led round": ["Lumora | USD 9m | lead Quayside"],
    "Quayside and Norrland Back Lumora with $21M": ["Lumora | USD 21m | Norrland, Quayside"],
    "Quayside's $1B bet on AI start-up Lumora": ["Lumora | USD 1000m | Quayside"],
    "Samsung invests $100M in Lumora": ["Lumora | USD 100m | corporate_round | Samsung"],
    "Lumora investors in recent $130M round included Quayside Fund and Ana Ruiz’s Norrland Collective": [
        "Lumora | USD 130m | Norrland Collective, Quayside Fund"
    ],
}


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_tells_a_round(title: str) -> None:
    assert lines("", title) == HEADLINES[title]


NO_DEAL = [
    "Lumora reports $40M in revenue",
    "Microsoft will spend $80B on data centres this year",
    "The government pledged $5 billion to broadband",
    "Venture funding in Africa fell 7% to $2.2 billion",
    "Should you raise a Series A?",
    "How to raise a seed round in a bear market",
    "All the geothermal startups that have raised over $100M",
    "Nine US AI startups have raised $100M or more this year",
    "Lumora raises prices again",
    "Lumora hits $10M in annual recurring revenue",
    "Lumora wins $73M army contract",
    "Lumora to pay $39M fine",
    "City faces a new $200M case against Lumora’s shipping arm",
    "Shareholders approve $1T pay package for Lumora's chief",
    "Lumora has not raised outside money",
    "Quayside Capital promoted Ana Ruiz to partner",
    "It was once valued at $22 billion",
    "Lumora, once valued at $22 billion, faces insolvency",
]


@pytest.mark.parametrize("text", NO_DEAL)
def test_other_money_is_no_deal(text: str) -> None:
    assert lines("", text) == []
    assert lines(f"{text.rstrip('?')}.") == []


PARAGRAPHS = {
    # a press release
    (
        "TROMSØ, Norway, June 3, 2025 (GLOBE NEWSWIRE) -- Lumora AS, the leading provider of sea charts,"
        " today announced it has raised $45 million in Series B financing. The round was led by Norrland"
        " Ventures with participation from Kite Capital and existing investors Oakline Partners and "
        "Seedbank. This brings Lumora's total funding to $80 million. “We are thrilled,” said Jo Berg."
    ): [
        (
            "Lumora AS | USD 45m | series_b | Kite Capital, existing Oakline Partners, existing Seedbank, "
            "lead Norrland Ventures"
        )
    ],
    # the round, the company, the startup
    (
        "Lumora, a maker of drones, announced the closing of its €22 million Series A round. Norrland "
        "led the round, and Quay Nord, Pier Nine and angel investors including Max Holm (founder of "
        "Zenit) and Ina Lang, CTO of Foxly, also participated."
    ): ["Lumora | EUR 22m | series_a | closed | Ina Lang, Max Holm, Pier Nine, Quay Nord, lead Norrland"],
    (
        "Norrland and a16z led the round. Lumora, which charts reefs, will hire thirty people. Its new "
        "$36 million Series A is its first."
    ): ["Lumora | USD 36m | series_a | lead Norrland, lead a16z"],
    # roles, posts, arms, places
    (
        "Lumora raised $12M from Google's venture arm GV, Stripe co-founder John Berg, Oslo-based "
        "Quayside Partners and Pier parent Dock Holdings."
    ): ["Lumora | USD 12m | Dock Holdings, GV, John Berg, Quayside Partners"],
    "Lumora raised £20m in a round led by Union Bank's Green Growth Fund alongside Norrland.": [
        "Lumora | GBP 20m | Norrland, lead Green Growth Fund"
    ],
    (
        "Ana Ruiz, actor Bo Lind and former Pier CEO Eva Holm were among those who backed the $15 "
        "million seed round of Lumora."
    ): ["Lumora | USD 15m | seed | Ana Ruiz, Bo Lind, Eva Holm"],
    (
        "Norrland and Quayside are among investors in a $1.1 billion round for chip startup Lumora at an"
        " $8.1 billion valuation."
    ): ["Lumora | USD 1100m | at USD 8100m | Norrland, Quayside"],
    "Lumora was awarded a $350,000 grant by the Polar Foundation.": ["Lumora | USD 0.35m | grant | Polar Foundation"],
    # debt beside equity, extensions, parts
    "Oslo's Lumora raises $500 million, comprising $200 million in equity and $300 million in debt financing.": [
        "Lumora | USD 200m",
        "Lumora | USD 300m | debt_financing",
    ],
    "Lumora said it has raised $650 million in a new debt facility.": ["Lumora | USD 650m | debt_financing"],
    "Lumora raised an additional €4 million seed extension from Norrland.": ["Lumora | EUR 4m | seed | Norrland"],
    (
        "Lumora raised $250 million in a Series D round led by Norrland, which invested $150 million. "
        "Quay Catalyst contributed $50 million. The round valued Lumora at $1.5 billion."
    ): ["Lumora | USD 250m | at USD 1500m | series_d | Quay Catalyst, lead Norrland"],
    # talks and reports
    (
        "Lumora is in talks to raise as much as $500 million at a $6 billion valuation, people familiar "
        "with the matter said."
    ): ["Lumora | <=USD 500m | at USD 6000m | in_talks"],
    "Lumora is raising $34 million.": ["Lumora | USD 34m | in_talks"],
    "Lumora has reportedly raised $34 million.": ["Lumora | USD 34m | rumoured"],
    (
        "Lumora is seeking at least $600 million, reports say. Norrland is leading the latest funding round for Lumora."
    ): ["Lumora | >=USD 600m | in_talks | lead Norrland"],
    # tokenised text
    "In May 2015 , Brook + Co raised $ 6.3 million in Series A funding , led by Norrland Partners .": [
        "Brook + Co | USD 6.3m | series_a | lead Norrland Partners"
    ],
}


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_paragraph_tells_a_round(text: str) -> None:
    assert lines(text) == PARAGRAPHS[text]


ROUND_UPS = {
    (
        "Healthtech Medlyn has secured $12M in a Series A led by Norrland; payments firm Payfjord bagged"
        " $60 million from Kedra; and edtech company Lumio picked up Rs 40 crore in debt from Pier "
        "Capital."
    ): [
        "Medlyn | USD 12m | series_a | lead Norrland",
        "Payfjord | USD 60m | Kedra",
        "Lumio | INR 400m | debt_financing | Pier Capital",
    ],
    (
        "- Kelpwise raised $5 million in seed funding led by Ocean Fund.\n- Brickwell, a Vienna-based "
        "proptech, closed a €3.2M pre-seed round from Speedpier.\n- Datalo acquired Snowpine for $90 "
        "million.\n- Hexa Partners closed its third fund at $400M."
    ): [
        "Kelpwise | USD 5m | seed | lead Ocean Fund",
        "Brickwell | EUR 3.2m | pre_seed | closed | Speedpier",
        "acquisition | Snowpine | USD 90m | acquirer Datalo",
        "fund_close | Hexa Partners | USD 400m | closed",
    ],
    (
        "1. Alphalo Therapeutics – $80M Series C (Norrland, RA Pier)\n2. BetaPay: €12M Series A led by "
        "Quayside\n3. Gamma Cloud, $7.5 million, seed\n4. Delta Foods ($3M pre-seed, led by Big Pier "
        "Ventures)"
    ): [
        "Alphalo Therapeutics | USD 80m | series_c | Norrland, RA Pier",
        "BetaPay | EUR 12m | series_a | lead Quayside",
        "Gamma Cloud | USD 7.5m | seed",
        "Delta Foods | USD 3m | pre_seed | lead Big Pier Ventures",
    ],
}


@pytest.mark.parametrize("text", ROUND_UPS)
def test_a_round_up_tells_each_deal(text: str) -> None:
    assert lines(text) == ROUND_UPS[text]


RECALLED = {
    (
        "Lumora raised $60 million in a Series B. The company previously raised $27 million in a Series "
        "A led by Quayside in 2021."
    ): [
        "Lumora | USD 60m | series_b",
        "Lumora | USD 27m | series_a | background | lead Quayside",
    ],
    (
        "Lumora has raised a $30 million Series B, 14 months after its $10 million Series A. The new "
        "round values the company at $300 million post-money."
    ): ["Lumora | USD 30m | at USD 300m | series_b", "Lumora | USD 10m | series_a | background"],
    (
        "Lumora is finalizing a $340 million round at a $5 billion valuation. Lumora raised $665 million"
        " in June at a $3.6 billion valuation."
    ): [
        "Lumora | USD 340m | at USD 5000m | in_talks",
        "Lumora | USD 665m | at USD 3600m | background",
    ],
    (
        "Pier Group said it had completed its purchase of Quayside. Last year Pier Group bought Dock One"
        " for $1 billion."
    ): [
        "acquisition | Quayside | closed | acquirer Pier Group",
        "acquisition | Dock One | USD 1000m | background | acquirer Pier Group",
    ],
    "Norrland previously joined a $300 million-plus round for Lumora in 2023 alongside longtime rival Quayside.": [
        "Lumora | >=USD 300m | background | Norrland, Quayside"
    ],
    # what a text tells of the past alone is its news
    "In February 2018 , Lumora raised $ 12 million in Series B funding .": ["Lumora | USD 12m | series_b"],
    "Lumora raised €16 million last week in a round led by Sixth Pier.": ["Lumora | EUR 16m | lead Sixth Pier"],
}


@pytest.mark.parametrize("text", RECALLED)
def test_history_is_told_from_news(text: str) -> None:
    assert lines(text) == RECALLED[text]


TURNS = {
    "Hadley Robotics raises $260M to build factories": ["Hadley Robotics | USD 260m"],
    "Fjord Dynamics of Bergen has raised 60 million kroner from Norrland.": ["Fjord Dynamics | NOK 60m | Norrland"],
    "Carbon capture company Verdola said Tuesday that it had pulled in $80 million from Pier Capital.": [
        "Verdola | USD 80m | Pier Capital"
    ],
    "Lumora is said to have raised 20 million euros.": ["Lumora | EUR 20m | rumoured"],
    "Lumora landed $25 million in fresh equity plus a $15 million venture loan from Pier Capital.": [
        "Lumora | USD 25m",
        "Lumora | USD 15m | debt_financing | Pier Capital",
    ],
    "In July 2008, lumeo secured $15 million in a Series C round led by Norrland and including Pier Capital.": [
        "lumeo | USD 15m | series_c | Pier Capital, lead Norrland"
    ],
    "Lumora, Kelpwise and Payfjord raised $9.5 million, $5 million and $15 million respectively.": [
        "Lumora | USD 9.5m",
        "Kelpwise | USD 5m",
        "Payfjord | USD 15m",
    ],
}


@pytest.mark.parametrize("text", TURNS)
def test_turns_of_phrase(text: str) -> None:
    assert lines(text) == TURNS[text]


def test_a_total_to_date_is_no_deal() -> None:
    assert lines("Lumora has raised $45 million to date.") == []


def test_one_deal_told_twice_is_one_with_the_finer_sum() -> None:
    told = lines(
        "Pier Group and Quayside invested 2.5 billion yuan ($342 million) in AI startup Lumora this year.",
        "Pier Joins $340 Million Funding for AI Startup Lumora",
    )
    assert told == ["Lumora | CNY 2500m | Pier, Quayside"]


def test_a_deal_without_a_name_is_kept_apart() -> None:
    reading = read("", "Norrland Leads Record Deal to Mint $2.5 Billion Norwegian AI Firm")
    assert reading.deals == ()
    (deal,) = reading.nameless
    assert deal.company is None
    assert [told.value.name for told in deal.investors] == ["Norrland"]
    assert deal.valuation is not None
    assert deal.valuation.value.money.value == 2_500_000_000


def test_pre_money_is_told_from_post_money() -> None:
    (pre,) = read("Lumora raised $5M at a $20M pre-money valuation.").deals
    (post,) = read("Lumora raised $5M, valuing it at $25M post-money.").deals
    assert pre.valuation is not None
    assert post.valuation is not None
    assert (pre.valuation.value.basis.value, post.valuation.value.basis.value) == ("pre", "post")
