"""Families of forms: rounds told in all the ways that come to mind.

A text up to a bar is a title.
"""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    ("Other startups that attracted funding include lidar firm Tarnow, edtech platform Beryl and Corvane Health."): [
        "Tarnow",
        "Beryl",
        "Corvane Health",
    ],
    "Tarnow, Beryl and Corvane Health also raised money this week.": ["Tarnow", "Beryl", "Corvane Health"],
    ("Logistics firm Tarnow, food brand Beryl and telehealth startup Corvane Health each secured $10 million."): [
        "Tarnow | USD 10m",
        "Beryl | USD 10m",
        "Corvane Health | USD 10m",
    ],
    (
        "Three more companies raised $100 million or more last month: Berlin-based chipmaker Tarnow; "
        "London-based insurer Beryl; and Corvane Health."
    ): ["Tarnow", "Beryl", "Corvane Health"],
    "Among the startups that raised capital this month were Tarnow, Beryl and Corvane Health.": [
        "Tarnow",
        "Beryl",
        "Corvane Health",
    ],
    "Tarnow and Beryl both closed seed rounds last week.": ["Tarnow | seed | closed", "Beryl | seed | closed"],
    "Tarnow Brewery plans to issue 500 million yuan worth of one-year bills.": [
        "Tarnow Brewery | CNY 500m | debt_financing | in_talks"
    ],
    "Tarnow Brewery sells $300 mln of commercial paper|": ["Tarnow Brewery | USD 300m | debt_financing"],
    "Humans& (human-centric AI) raised $480M seed at $4.48B valuation.": ["Humans& | USD 480m | at USD 4480m | seed"],
    "Bengaluru-based Bengala AI raised $234M led by Veltech ($150M), becoming India's newest unicorn.": [
        "Bengala AI | USD 234m | lead Veltech"
    ],
    "Veldt Ventures wrote a $5 million check to Therano.": ["Therano | USD 5m | Veldt Ventures"],
    "Tarnow, Beryl and Corvane Health all announced funding rounds on Tuesday.": ["Tarnow", "Beryl", "Corvane Health"],
    (
        "Additionally, logistics firm Tarnow, foodtech company Beryl, and e-commerce startup Corvane "
        "Health also attracted substantial investments this week."
    ): ["Tarnow", "Beryl", "Corvane Health"],
    (
        "A further three companies each raised $1 billion or more last month: Tokyo-based chipmaker "
        "Tarnow; London-based self-driving platform Beryl; and Sunnyvale, California-based semiconductor"
        " company Corvane."
    ): ["Tarnow | >=USD 1000m", "Beryl | >=USD 1000m", "Corvane | >=USD 1000m"],
    "Notable deals this week saw Tarnow, Beryl and Corvane raise fresh money.": ["Tarnow", "Beryl", "Corvane"],
    "Companies that closed seed rounds included Tarnow, Beryl and Corvane.": [
        "Tarnow | seed | closed",
        "Beryl | seed | closed",
        "Corvane | seed | closed",
    ],
    "Tarnow and Beryl each landed $5 million in seed funding.": ["Tarnow | USD 5m", "Beryl | USD 5m"],
    "Both Tarnow and Beryl raised Series A rounds.": ["Tarnow | series_a", "Beryl | series_a"],
    "Tarnow & Beryl raised $5 million in seed funding.": ["Tarnow & Beryl | USD 5m | seed"],
    "Xantor, which raised $90 million from Oakshade in 2020, has named a new chief executive.": [
        "Xantor | USD 90m | background | Oakshade"
    ],
    "Xantor has opened an office in Leeds, months after raising $30 million.": ["Xantor | USD 30m | background"],
    "Tarnow Ventures led the $12 million round in Beryl from its $250 million fund.": [
        "Beryl | USD 12m | lead Tarnow Ventures"
    ],
    (
        "BRIEF-Tarnow Bio announces $20 million private placement|* Tarnow Bio Inc - entered into "
        "securities purchase agreement with institutional investors for $20 million private placement"
    ): ["Tarnow Bio | USD 20m | post_ipo_equity"],
    "TARNOW RAISES $40M IN SERIES B LED BY FERNHILL|": ["TARNOW | USD 40m | series_b | lead FERNHILL"],
    ("Tarnow, the Lisbon startup that wants to fix invoices, announced today that it has landed $12 million."): [
        "Tarnow | USD 12m"
    ],
    "Tarnow just raised $12 million to fix invoices. Here's the pitch deck it used.": ["Tarnow | USD 12m"],
    "Oakshade bets on Tarnow's invoice software with $12M|": ["Tarnow | USD 12m | Oakshade"],
    "Oakshade and Fernhill have poured $12 million into Tarnow.": ["Tarnow | USD 12m | Fernhill, Oakshade"],
    (
        "Tarnow is closing in on a $50 million round that would value it at $400 million, according to "
        "people familiar with the deal."
    ): ["Tarnow | USD 50m | at USD 400m | rumoured"],
    "Tarnow eyes down round as cash dwindles, sources say|": ["Tarnow | in_talks"],
    "Tarnow secures lifeline: $20m from existing investors|": ["Tarnow"],
    "Saudi fund to invest $1 bln in carmaker Tarnow|": ["Tarnow | USD 1000m"],
    "Ostrava invests in battery maker Tarnow|": ["Tarnow | Ostrava"],
    "Ostrava takes minority stake in battery maker Tarnow|": ["Tarnow | Ostrava"],
    "Tarnow wins $30 million federal grant to build battery plant|": ["Tarnow | USD 30m | grant"],
    "Tarnow gets $100 mln credit line from Rothmann|": ["Tarnow | USD 100m | debt_financing | Rothmann"],
    "Tarnow said it had obtained a 200 million euro syndicated loan from a group of banks.": [
        "Tarnow | EUR 200m | debt_financing"
    ],
    "Tarnow sells $500 million of convertible notes|": ["Tarnow | USD 500m | debt_financing"],
    "Tarnow to raise 300 million pounds in rights issue|": ["Tarnow | GBP 300m | post_ipo_equity | in_talks"],
    "Oakshade led the $12 million investment in Tarnow, whose software reads invoices.": [
        "Tarnow | USD 12m | lead Oakshade"
    ],
    "Tarnow abandons fundraising after investors balk at valuation|": ["Tarnow | abandoned"],
    "Tarnow calls off $50 million round|": ["Tarnow | USD 50m | abandoned"],
    (
        "We raised $12M|We're excited to share that Tarnow has raised $12M from Oakshade to build the "
        "future of invoices."
    ): ["Tarnow | USD 12m | Oakshade"],
    "Why we invested in Tarnow|Oakshade is proud to lead the $12 million seed round of Tarnow.": [
        "Tarnow | USD 12m | seed | lead Oakshade"
    ],
    "Tarnow emerges from stealth with $12 million to fix invoices|": ["Tarnow | USD 12m"],
    (
        '"We are thrilled to welcome Oakshade as an investor," said Ana Ruiz, chief executive of Tarnow,'
        " which raised $12 million in the round."
    ): ["Tarnow | USD 12m"],
    "Tarnow closes oversubscribed Series B financing to advance lead program|": ["Tarnow | series_b | closed"],
    (
        "BOSTON, March 3, 2021 /PRNewswire/ -- Tarnow Therapeutics, a clinical-stage biotechnology "
        "company, today announced the closing of a $60 million Series B financing. The round was led by "
        "Oakshade with participation from Fernhill."
    ): ["Tarnow Therapeutics | USD 60m | series_b | closed | Fernhill, lead Oakshade"],
    "Tarnow Completes $40 Million Growth Financing With Oakshade|": [
        "Tarnow | USD 40m | private_equity | closed | Oakshade"
    ],
    "Fresh off a $40M raise, Tarnow opens London office|": ["Tarnow | USD 40m"],
    "Deals roundup: Tarnow grabs $12M, Beryl raises $4M|": ["Tarnow | USD 12m", "Beryl | USD 4m"],
    ("Also in the news: Tarnow picked up $12 million from Oakshade, and Beryl closed a $4 million seed round."): [
        "Tarnow | USD 12m | Oakshade",
        "Beryl | USD 4m | seed | closed",
    ],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
