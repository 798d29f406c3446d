"""Articles: persons who speak for a company, valuations of old, round-ups in running text, history of a listing."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TEXTS = {
    # who is spoken of
    "Lumora is in talks to raise $9M. Ana Ruiz, its chief executive, is seeking a higher valuation than the $80M "
    "it got last year.": ["Lumora | USD 9m | in_talks"],
    "Ana Ruiz, founder of Kestrel, has stepped down. She has now secured $9M for her robotics startup, Lumora.": [
        "Lumora | USD 9m"
    ],
    "The Bergen, Norway-based firm, which backs young companies, said it had raised $90M for a new fund.": [],
    # valuations of old
    "Lumora is in talks to raise $9M at an $80M valuation. The new valuation is higher than the $50M valuation from "
    "the company's tender offer earlier this year.": [
        "Lumora | USD 9m | at USD 80m | in_talks",
        "Lumora | secondary_market | background",
    ],
    "Lumora raised $9M at a valuation at or above $80M.": ["Lumora | USD 9m | at >=USD 80m"],
    "Lumora in talks to raise funds at $80M valuation.": ["Lumora | at USD 80m | in_talks"],
    # round-ups in running text
    "Notable deals included Lumora, a mapper of reefs, which raised $9M in its Series B round. Other deals included "
    "ferry firm Norrland, which raised $4M, and tool maker Kelpworks, which secured $2M led by Quayside.": [
        "Kelpworks | USD 2m | lead Quayside",
        "Lumora | USD 9m | series_b",
        "Norrland | USD 4m",
    ],
    "The winner of the week was Lumora, a mapper of reefs, which raised $9M.": ["Lumora | USD 9m"],
    "Ferry firm Norrland led the segment with a $4M seed round, backed by Quayside.": [
        "Norrland | USD 4m | seed | Quayside"
    ],
    "The local startup ecosystem secured more than $150M this week.": [],
    # purchases
    "Norrland has agreed to buy Lumora. The transaction values Lumora at about $80M.": [
        "acquisition | Lumora | at ~USD 80m | acquirer Norrland"
    ],
    "Kestrel has bought Lumora. Another group could include Quayside and Pelt Capital.": [
        "acquisition | Lumora | acquirer Kestrel"
    ],
    "Norrland has extended its tender offer for Lumora.": [
        "acquisition | Lumora | acquirer Norrland",
    ],
    "The Ruritania Teachers' Pension Plan has acquired Lumora.": [
        "acquisition | Lumora | acquirer The Ruritania Teachers' Pension Plan"
    ],
    "Kestrel has acquired Pelt. Norrland said it will buy wall maker Lumora for $9M.": [
        "acquisition | Pelt | acquirer Kestrel",
        "acquisition | Lumora | USD 9m | acquirer Norrland",
    ],
    "The town's largest boat maker, Norrland, is looking to acquire Lumora.": [
        "acquisition | Lumora | in_talks | acquirer Norrland"
    ],
    "Norrland has announced a takeover offer worth over $9M in cash for Lumora.": [
        "acquisition | Lumora | >=USD 9m | acquirer Norrland"
    ],
    "Lumora had raised $9M from Quayside before agreeing to a purchase by Norrland.": [
        "acquisition | Lumora | acquirer Norrland",
        "Lumora | USD 9m | background | Quayside",
    ],
    # rounds of old
    "Lumora raised $9M. Quayside led its last round in 2017.": [
        "Lumora | USD 9m",
        "Lumora | background | lead Quayside",
    ],
    "Lumora raised $9M from Norrland. Its earlier backers include Quayside.": ["Lumora | USD 9m | Norrland"],
    "Reef mapping and diving platform Lumora has raised $9M.": ["Lumora | USD 9m"],
    "We heard that Lumora Inc. in Bergen has raised $9M.": ["Lumora Inc. | USD 9m"],
    # backers
    "Lumora raised $9M led by Quayside, and joined by the Pelt Impact Management group, Norrland and others.": [
        "Lumora | USD 9m | Norrland, Pelt Impact Management, lead Quayside"
    ],
    "Lumora has raked in €150 million from existing investors including ferry giant Norrland at €50 million and Pelt "
    "at €30 million.": ["Lumora | EUR 150m | existing Norrland, existing Pelt"],
    "Lumora announced an investment by Quayside Fund 2 with participation from Pelt Capital.": [
        "Lumora | Pelt Capital, Quayside Fund 2"
    ],
    "Lumora has raised $9M led by Quayside. New investors Norrland joined existing backers Pelt Capital.": [
        "Lumora | USD 9m | Norrland, existing Pelt Capital, lead Quayside"
    ],
    "We believe that Lumora is building a new kind of boat. That's why Quayside is glad to co-lead its Series A.": [
        "Lumora | series_a | lead Quayside"
    ],
    "Quayside, the venture fund that launched Pelt in 2012, is betting $9M on a new twist in mapping at Lumora Inc.": [
        "Lumora Inc. | USD 9m | Quayside"
    ],
    "Lumora raised $9M led by Quayside, which was joined by Norrland and Pelt.": [
        "Lumora | USD 9m | Norrland, Pelt, lead Quayside"
    ],
    "Lumora raised $9M with Quayside leading and Norrland following.": ["Lumora | USD 9m | Norrland, lead Quayside"],
    "Lumora raised $9M led by existing investors Quayside and Norrland.": [
        "Lumora | USD 9m | lead Norrland, lead Quayside"
    ],
    "Lumora has secured $9M in funding. Investors: Quayside Ventures, Pelt Capital.": [
        "Lumora | USD 9m | Pelt Capital, Quayside Ventures"
    ],
    # who speaks
    "Lumora CEO Ana Ruiz said it has raised $9M from Quayside.": ["Lumora | USD 9m | Quayside"],
    "According to Lumora, the company has raised $9M.": ["Lumora | USD 9m"],
    "The company behind the reef maps, Lumora, has raised $9M.": ["Lumora | USD 9m"],
    # how far it has come
    "Lumora raised $9M, Oslo Wire reported, and plans to hire.": ["Lumora | USD 9m | rumoured"],
    "Lumora has filed for an initial public offering, people with direct knowledge of the plans said.": [
        "ipo | Lumora | rumoured"
    ],
    "Norway’s Lumora and Kestrel have walked away from merger discussions.": [
        "acquisition | Kestrel | abandoned | acquirer Lumora"
    ],
    "Lumora has launched a $9M Series A fund raising campaign.": ["Lumora | USD 9m | series_a | in_talks"],
    "We are excited to announce our $9M round led by Quayside, says Lumora CEO Ana Ruiz.": [
        "Lumora | USD 9m | lead Quayside"
    ],
    "Norrland is exploring a takeover of Lumora, sources said.": [
        "acquisition | Lumora | in_talks | acquirer Norrland"
    ],
    "Norrland and Lumora are in merger talks.": ["acquisition | Lumora | in_talks | acquirer Norrland"],
    "Lumora has withdrawn its IPO.": ["ipo | Lumora | abandoned"],
    "Lumora is seeking to raise as much as $9M in its US IPO.": ["ipo | Lumora | <=USD 9m | in_talks"],
    "The listing could value Lumora at $80M, sources said.": ["ipo | Lumora | at USD 80m | in_talks"],
    "Lumora, no startup has come close to it, just raised $9M. It was 20 months ago that Lumora closed a $4M round.": [
        "Lumora | USD 9m",
        "Lumora | USD 4m | closed | background",
    ],
    # whose it is
    "Quayside led a $9M Series A at $80M post-money for Lumora (mapping).": [
        "Lumora | USD 9m | at USD 80m | series_a | lead Quayside"
    ],
    "Quayside is finalising a $9M round for Lumora.": ["Lumora | USD 9m | in_talks | Quayside"],
    "Lumora is in early talks for a new $9M round that would value it around $80M.": [
        "Lumora | USD 9m | at ~USD 80m | in_talks"
    ],
    "Shares in Lumora jumped on Monday after Norrland offered $9M for the company.": [
        "acquisition | Lumora | USD 9m | acquirer Norrland"
    ],
    "With the acquisition of Lumora, Norrland moves into sensors.": ["acquisition | Lumora | acquirer Norrland"],
    # names
    "Norrland has offered to buy Network AG.": ["acquisition | Network AG | acquirer Norrland"],
    "Farming firm lumo-gro Inc. (Nasdaq: LUMO) closed its initial public offering, raising $62 million.": [
        "ipo | lumo-gro Inc. | USD 62m | closed"
    ],
    "Norrland acquired Lumora.The yard will stay.": ["acquisition | Lumora | acquirer Norrland"],
    # listings and funds
    "Lumora has entered into a business combination agreement with Pelt Merger Corp., a special purpose acquisition "
    "company. The transaction is expected to deliver up to $600M of gross proceeds.": ["ipo | Lumora | <=USD 600m"],
    "Backers help Quayside build $47m fund. Norrland and Kestrel have backed Quayside Fund II.": [
        "fund_close | Quayside | USD 47m | Kestrel, Norrland"
    ],
    "Lumora is floating on the Oslo exchange in a $9M offering.": ["ipo | Lumora | USD 9m"],
    "Lumora has agreed to list through a reverse takeover.": ["ipo | Lumora"],
    "Quayside has raised more than $60M for its fund. Norrland's acquisition of Lumora for a $900M enterprise value "
    "was news.": ["fund_close | Quayside | >=USD 60m", "acquisition | Lumora | USD 900m | acquirer Norrland"],
    "Quayside has reached the €30m ($35.3m) first close for a fund of funds.": ["fund_close | Quayside | EUR 30m"],
    "Lumora has filed for an initial public offering on Nasdaq. The company has set a $100M target for the offering. "
    "The move comes after a $60M Series C round. Lumora secured $40M in a Series B round. Quayside led the round.": [
        "ipo | Lumora | USD 100m",
        "Lumora | USD 60m | series_c | background | lead Quayside",
        "Lumora | USD 40m | series_b | background",
    ],
    "Lumora pulled in $84M from its IPO.": ["ipo | Lumora | USD 84m"],
    "Quayside held a $175M final close on its second fund.": ["fund_close | Quayside | USD 175m | closed"],
    "Quayside closed a $90M second fund featuring limited partners (LPs) including drugmaker Norrland.": [
        "fund_close | Quayside | USD 90m | closed | Norrland"
    ],
    "Quayside raised $90M across several vehicles.": ["fund_close | Quayside | USD 90m"],
    "Quayside's second growth fund closes at €30m.": ["fund_close | Quayside | EUR 30m | closed"],
    "Lumora put itself up for sale. The firm could fetch as much as $2B.": ["acquisition | Lumora | in_talks"],
    "In one of the larger IPOs of the year, Lumora Inc. pulled in $84M on Friday.": ["ipo | Lumora Inc. | USD 84m"],
    "In preparation for its IPO, Lumora Inc. raised $84M.": ["Lumora Inc. | USD 84m"],
    "Lumora Inc. and Pelt Foods LLC have filed for their own IPOs.": ["ipo | Lumora Inc.", "ipo | Pelt Foods LLC"],
    "Lumora targets a valuation of $900M in its Oslo initial public offering. The company will offer 16 million shares "
    "priced between $14 and $16 each to raise up to $250M.": ["ipo | Lumora | <=USD 250m | at USD 900m | in_talks"],
    "Three Biotechs Raise $320M in IPOs": [],
    # sums, backers and clauses
    "Lumora is in the final stages of discussions to secure about $50M in new funding.": [
        "Lumora | ~USD 50m | in_talks"
    ],
    "Lumora has filed for an IPO that could value it at up to $1B.": ["ipo | Lumora | at <=USD 1000m"],
    "Lumora made the announcement that it had closed a Series D round.": ["Lumora | series_d | closed"],
    "The Gazette's Jane Doe reports that Lumora is in early fundraising talks.": [],
    "Norrland buys Lumora, Quayside backs Pelt Foods with $9M": [
        "acquisition | Lumora | acquirer Norrland",
        "Pelt Foods | USD 9m | Quayside",
    ],
    "Online booking and healthcare services portal Lumora has raised $9M, securing the cash in a round co-led by "
    "Quayside.": ["Lumora | USD 9m | lead Quayside"],
    "Lumora raised $9M from Norrland, Beyond Capital Fund, 7i Partners, 900 Startups and Quayside.": [
        "Lumora | USD 9m | 7i Partners, 900 Startups, Beyond Capital Fund, Norrland, Quayside"
    ],
    # purchases and what came of them
    "Norrland was able to raise $9M. It bought First Lumora for $3M.": [
        "Norrland | USD 9m",
        "acquisition | First Lumora | USD 3m | acquirer Norrland",
    ],
    "Norrland's tender offer to acquire Lumora Foods has been completed.": [
        "acquisition | Lumora Foods | closed | acquirer Norrland"
    ],
    "Norrland said it plans to combine with Lumora in a merger.": [
        "acquisition | Lumora | in_talks | acquirer Norrland"
    ],
}


@pytest.mark.parametrize("text", TEXTS)
def test_an_article_is_read(text: str) -> None:
    assert sorted(lines(text)) == sorted(TEXTS[text])
