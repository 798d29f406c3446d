"""Deals as newswires, market reports and flashes put them: offerings, talks, refusals, datelines, appositions."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD = {
    (
        "Lumora, a Pelt challenger, raised a $9M seed round, and Arvel, a company working on cooling, "
        "raised $8M in seed funding."
    ): [
        "Lumora | USD 9m | seed",
        "Arvel | USD 8m | seed",
    ],
    ("Online marketplace for used bikes Lumora on Wednesday said it raised $15M from Quayside Partners."): [
        "Lumora | USD 15m | Quayside Partners",
    ],
    "Supplier of smart meters Lumora raised €9m.": [
        "Lumora | EUR 9m",
    ],
    "Makers of sportswear raised $20M last year.": [],
    "Lumora Imaging (Shanghai) Co. Ltd. has raised more than $100M in a Series C round.": [
        "Lumora Imaging (Shanghai) Co. Ltd. | >=USD 100m | series_c",
    ],
    ("Mining group Norrland dropped its pursuit of rival Lumora Minerals after its holders demanded a premium."): [
        "acquisition | Lumora Minerals | abandoned | acquirer Norrland",
    ],
    (
        "Quayside Partners said it sold Lumora RX, a pharmacy services provider, to a strategic buyer, "
        "Norrland Solutions."
    ): [
        "acquisition | Lumora RX | acquirer Norrland Solutions",
    ],
    (
        "Lumora is eyeing expansion after securing $170M in a Series C funding round.\nQuayside Capital "
        "and Kelp Capital led the round, which brings its valuation to over $1bn."
    ): [
        "Lumora | USD 170m | at >=USD 1000m | series_c | lead Kelp Capital, lead Quayside Capital",
    ],
    (
        "Pelt Petroleum Ltd. has entered into a definitive agreement with Norrland Oil for the purchase "
        "of all the common shares of Pelt."
    ): [
        "acquisition | Pelt | acquirer Norrland Oil",
    ],
    (
        "Private equity firms are circling grocer Lumora with a view to possibly launching bids of more "
        "than £7bn, a paper reported."
    ): [
        "acquisition | Lumora | >=GBP 7000m | in_talks",
    ],
    "Lumora, a fintech founded in 2019, is shutting down. The startup raised $86M in five years.": [],
    "Lumora has secured $60M so far in an ongoing Series C round.": [
        "Lumora | USD 60m | series_c",
    ],
    "Norrland acquired a 10 MW solar PV portfolio from a fund managed by Quayside.": [],
    (
        "NORRLAND ACQUIRES MEXICAN ADVERTISING AGENCY|Norrland Network has acquired Mexican advertising "
        "agency Lumora y Claverol.\nStatus: Closed"
    ): [
        "acquisition | Lumora y Claverol | closed | acquirer Norrland Network",
    ],
    (
        "Lumora Oncology Inc. set terms for raising about $150M in its IPO. Pelt Biotech looks to raise "
        "$90M by offering 8 million shares in a range of $10 to $12 each."
    ): [
        "ipo | Lumora Oncology Inc. | ~USD 150m",
        "ipo | Pelt Biotech | USD 90m",
    ],
    (
        "Cloud provider Lumora (NYSE: LUM) was the week's largest IPO, pricing well above the range to "
        "raise $570M at a $4.8bn market cap."
    ): [
        "ipo | Lumora | USD 570m | at USD 4800m",
    ],
    (
        "Lumora (LUM), which sells tests, plans to raise $75M by offering 5 million shares at a price "
        "range of $14 to $16. At the midpoint, Lumora would command a market value of $282M."
    ): [
        "ipo | Lumora | USD 75m | at USD 282m",
    ],
    (
        "Lumora Biotech Inc. (Nasdaq: LUM) said it priced an underwritten public offering of 9.5 "
        "million common shares at $13.75 apiece for gross proceeds of $130M."
    ): [
        "Lumora Biotech Inc. | USD 130m | post_ipo_equity",
    ],
    "Lumora Steel launched a rights issue to raise 4.5 billion rupees.": [
        "Lumora Steel | INR 4500m | post_ipo_equity",
    ],
    ("Lumora raised HK$3bn by placing 100 million new shares at HK$30 each, a 7% discount to its last close."): [
        "Lumora | HKD 3000m | post_ipo_equity",
    ],
    "Lumora Energy priced its public offering of $500M of 5.25% senior notes due 2030.": [
        "Lumora Energy | USD 500m | debt_financing",
    ],
    "Lumora Robotics filed for a public offering of its shares on Nasdaq.": [
        "ipo | Lumora Robotics",
    ],
    (
        "BERGEN, Vestland, June 26 Norrland International, a grain handler, said on Monday that it had "
        "purchased Lumora Mills."
    ): [
        "acquisition | Lumora Mills | acquirer Norrland International",
    ],
    "Jan 26 Ruritanian miner Norrland said it will buy rival Lumora for $2bn.": [
        "acquisition | Lumora | USD 2000m | acquirer Norrland",
    ],
    ("Lumora said it will receive an upfront payment of €50M and up to €90M upon the achievement of milestones."): [],
    ("Norrland has denied it is in talks with gold miner Lumora about a possible merger of the two companies."): [
        "acquisition | Lumora | in_talks | acquirer Norrland",
    ],
    ("German drugmaker Lumora is in talks with private equity firm Quayside Partners over a potential buyout."): [
        "acquisition | Lumora | in_talks | acquirer Quayside Partners",
    ],
    "Norrland and Lumora Foods are in talks about a merger, sources said.": [
        "acquisition | Lumora Foods | in_talks | acquirer Norrland",
    ],
    "Lumora rejected a $3bn takeover offer from Norrland.": [
        "acquisition | Lumora | USD 3000m | abandoned | acquirer Norrland",
    ],
    (
        "The board of telecoms group Lumora on Tuesday rejected the buyout offer made the previous day "
        "by rival Norrland."
    ): [
        "acquisition | Lumora | abandoned | acquirer Norrland",
    ],
    ("Quayside & Co is exploring options, including a sale, for its majority stake in lamp manufacturer Lumora."): [
        "acquisition | Lumora | in_talks",
    ],
    (
        "Norrland Media has entered an agreement with Pelt Holdings to sell a 73% stake in its subsidiary Lumora Group."
    ): [
        "acquisition | Lumora Group | acquirer Pelt Holdings",
    ],
    "Norrland Railway's bid to acquire rail giant Lumora came to an end.": [
        "acquisition | Lumora | abandoned | acquirer Norrland Railway",
    ],
    ("Norrland said on Thursday its board has approved the acquisition of a 27% stake in Lumora Solar Ltd for €2M."): [
        "Lumora Solar Ltd | EUR 2m | Norrland",
    ],
    "Quayside Capital has acquired a significant stake in Lumora Hospitals, investing $30M.": [
        "Lumora Hospitals | USD 30m | Quayside Capital",
    ],
    (
        "Buyout firm Quayside is nearing a deal for Lumora.\nBoth declined to comment.\nIn April, "
        "Quayside agreed to buy Pelt Cafe.\nIts previous deals include the 2007 acquisition of Kelp "
        "Hotels."
    ): [
        "acquisition | Lumora | rumoured | acquirer Quayside",
        "acquisition | Pelt Cafe | background | acquirer Quayside",
        "acquisition | Kelp Hotels | background",
    ],
    (
        "Lumora is considering an IPO. Its worth would be twice that of January, when the company "
        "announced a $1.5bn investment from Kelp."
    ): [
        "ipo | Lumora | in_talks",
        "Lumora | USD 1500m | background | Kelp",
    ],
    "Kelp and Quayside led a new round by electric carmaker Lumora Motors.": [
        "Lumora Motors | lead Kelp, lead Quayside",
    ],
    "Quayside Capital advised payments platform Lumora on its Series A round.": [
        "Lumora | series_a",
    ],
    "Lumora (LUM), an education institution has raised a fresh $28M Series B.": [
        "Lumora | USD 28m | series_b",
    ],
    "Lumora sells laundry capsules. It’s now raised £8M in a Series A round led by Quayside.": [
        "Lumora | GBP 8m | series_a | lead Quayside",
    ],
    (
        "Norrland Corp. and Lumora Group Inc., led by Jane Doe, on Thursday unveiled plans to merge in "
        "a deal valued at $241M."
    ): [
        "acquisition | Lumora Group Inc. | USD 241m | acquirer Norrland Corp.",
    ],
    "Norrland Accelerates Autonomous Driving Journey with Acquisition of Lumora": [
        "acquisition | Lumora | acquirer Norrland",
    ],
    "Norrland Acquires Autonomous Driving Startup Lumora": [
        "acquisition | Lumora | acquirer Norrland",
    ],
    (
        "Lumora, the self-driving company, has entered into a business combination agreement with "
        "Quayside Partners Y (“Quayside”) (NASDAQ: QYSD), a special purpose acquisition company."
    ): [
        "ipo | Lumora",
    ],
    (
        "During an interview with Bergen based startup Lumora, I asked how much they had secured.\nAs "
        "you can imagine, they didn't confirm. The Bergen based startup has secured over $10M in "
        "funding from Quayside Ventures."
    ): [
        "Lumora | >=USD 10m | Quayside Ventures",
    ],
    (
        "Lumora is the kind of startup that sells tiles.\nInstead, the Bergen-based company has just "
        "raised a $4M Series B round."
    ): [
        "Lumora | USD 4m | series_b",
    ],
    ("First, the news broke. Then Lumora Media, a portfolio company, announced a $5M venture round led by Quayside."): [
        "Lumora Media | USD 5m | lead Quayside",
    ],
    ("Successful secondary listings helped the two companies to raise more than $6bn in the IPO market."): [],
    (
        "Quayside Capital, a venture debt firm, has made the second close of its maiden fund, securing "
        "a commitment of roughly $85M from its backers."
    ): [
        "fund_close | Quayside Capital | ~USD 85m | closed",
    ],
    "Quayside Ventures has launched its third fund. The fund hit its original $150M target.": [
        "fund_close | Quayside Ventures | USD 150m | closed",
    ],
    "It replaces Lumora's former credit facility of $112M.": [
        "Lumora | USD 112m | debt_financing | background",
    ],
    "Norrland made an offer for Lumora Kansas Southern. Norrland to buy LKS for $30bn.": [
        "acquisition | Lumora Kansas Southern | USD 30000m | acquirer Norrland",
    ],
    (
        "Norrland completes acquisition of Lumora Finance|Norrland (NASDAQ: NRL) announced today it has "
        "completed its acquisition of a controlling interest in Lumora Infrastructure, LLC (“Lumora "
        "Finance”), a bank."
    ): [
        "acquisition | Lumora Finance | closed | acquirer Norrland",
    ],
    (
        "Norrland today announced that it has acquired Lumora.\nLumora was founded in 2006. The company "
        "raised a $10M Series B round in 2010. Among the company's investors are Kelp Capital and Pelt."
    ): [
        "acquisition | Lumora | acquirer Norrland",
        "Lumora | USD 10m | series_b | background | Kelp Capital, Pelt",
    ],
    "Take the case of the tool bought by Norrland last month.": [],
    ("Norrland Corporation revealed earnings for its second quarter. The company's bottom line totaled $1.3bn."): [],
    "Lumora has received $25M from Pelt for initiation of Phase 1 clinical studies.": [],
}
"""Title and text, parted by a bar, and what is told."""


@pytest.mark.parametrize("text", TOLD)
def test_a_wire_is_read(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]
