"""Families of forms: one thing told in all the ways that come to mind, and what looks like them and tells nothing.

A text up to a bar is a title.
"""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TOLD = {
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
    "Payroll app Tarnow was sold last year to Beryl for an undisclosed sum.": ["acquisition | Tarnow | acquirer Beryl"],
    "Tarnow, a maker of scanners, was sold in 2021 to Beryl.": ["acquisition | Tarnow | acquirer Beryl"],
    "Tarnow is being sold by its founders to rival Beryl for $80 million.": [
        "acquisition | Tarnow | USD 80m | acquirer Beryl"
    ],
    (
        "Tarnow Group LLC, Beryl's largest licensee with 120 stores, is close to being sold by buyout "
        "firm Larkfield to Norwood Partners, people close to the deal said."
    ): ["acquisition | Tarnow Group LLC | rumoured | acquirer Norwood Partners"],
    (
        "The fund's exits last year included the sale of Tarnow to Veldt (Nasdaq: VLDT), Beryl Foods to "
        "Ostrava Inc. and Corvane to Pelloni Systems."
    ): [
        "acquisition | Tarnow | acquirer Veldt",
        "acquisition | Beryl Foods | acquirer Ostrava Inc.",
        "acquisition | Corvane | acquirer Pelloni Systems",
    ],
    "Larkfield is sounding out buyers for Tarnow, its packaging business.": ["acquisition | Tarnow | in_talks"],
    ("Larkfield is looking to sell Tarnow in its entirety or in parts, a person familiar with the matter said."): [
        "acquisition | Tarnow | in_talks"
    ],
    ('Buyout firm Larkfield is exploring the "full or partial" sale of its Tarnow unit, the newspaper reported.'): [
        "acquisition | Tarnow | in_talks"
    ],
    "Larkfield has hired bankers to find a buyer for Tarnow.": ["acquisition | Tarnow | in_talks"],
    "Larkfield has appointed Rothmann to advise on the sale of Tarnow.": ["acquisition | Tarnow | in_talks"],
    (
        "Tarnow Inc. and Beryl Gold Corp. Announce Letter of Intent|TORONTO, July 2, 2024 -- Tarnow Inc."
        ' ("Tarnow") (NYSE: TRN) and Beryl Gold Corp. ("Beryl Gold") (TSX-V: BGC) are pleased to '
        "announce that they have entered into a binding letter of intent in respect of a proposed "
        "transaction, whereby Tarnow would acquire all of the issued and outstanding shares of Beryl "
        "Gold."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    (
        "Tarnow and Beryl Gold have signed a letter of intent under which Tarnow will acquire all of the"
        " outstanding shares of Beryl Gold."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    "Tarnow Ltd. has signed a non-binding letter of intent to acquire 100% of Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow Ltd."
    ],
    "Under the agreement, Beryl Gold would become a wholly owned subsidiary of Tarnow.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    (
        'Tarnow Pharma, Inc. (NASDAQ: TRNP) ("Tarnow", and the "Company"), today announced that the '
        "required waiting period with respect to Tarnow's proposed acquisition of Beryl Therapeutics, "
        "Inc. expired at 11:59 p.m. on Friday."
    ): ["acquisition | Beryl Therapeutics, Inc. | acquirer Tarnow"],
    (
        "Tarnow Pharma today announced the successful completion of its tender offer for all outstanding"
        " shares of Beryl Therapeutics."
    ): ["acquisition | Beryl Therapeutics | acquirer Tarnow Pharma"],
    "The pending acquisition of Beryl would boost revenue, Tarnow said.": ["acquisition | Beryl"],
    (
        "A consortium of Chinese investors has bought one of Germany's largest machine makers, Beryl "
        "Maschinen, for 900 million euros."
    ): ["acquisition | Beryl Maschinen | EUR 900m"],
    "A Dutch pension fund has acquired Italy's oldest shipyard, Beryl Maschinen.": ["acquisition | Beryl Maschinen"],
    "Ostrava has bought one of its main suppliers, Beryl Foods, for 30 million euros.": [
        "acquisition | Beryl Foods | EUR 30m | acquirer Ostrava"
    ],
    "Ostrava has agreed to buy the country's second-largest baker, Beryl Foods.": [
        "acquisition | Beryl Foods | acquirer Ostrava"
    ],
    "The world's largest brewer, Ostrava, is buying a small Peruvian rival, Beryl Foods.": [
        "acquisition | Beryl Foods | acquirer Ostrava"
    ],
    (
        "Shares of Beryl Group fell Monday after Ostrava of France shot down a report that it was "
        "weighing a bid for its American rival."
    ): ["acquisition | Beryl Group | in_talks | acquirer Ostrava"],
    'Ostrava "denied having held any talks with Beryl" about a takeover.': [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
    (
        "Beryl chief executive Ana Ruiz dismissed speculation that Ostrava might buy the carmaker, "
        "calling any sale very unlikely."
    ): ["acquisition | Beryl | in_talks | acquirer Ostrava"],
    (
        "Ostrava has scrapped its 5.2 billion euro takeover of Beryl after regulators objected. Ostrava "
        "had offered to buy struggling Beryl in May."
    ): ["acquisition | Beryl | EUR 5200m | abandoned | acquirer Ostrava"],
    "Ostrava has pulled out of a deal to buy Beryl.": ["acquisition | Beryl | abandoned | acquirer Ostrava"],
    ("Tarnow (TRN) – The drug maker agreed to be acquired by Merrow (MRW) for $20 a share, or about $2.7 billion."): [
        "acquisition | Tarnow | ~USD 2700m | acquirer Merrow"
    ],
    ("Tarnow (TRN) – Swiss drugmaker Ostrava has extended its takeover offer for the biotech firm to Dec. 16."): [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    "Tarnow — The chipmaker jumped 20% after it agreed to be bought by Ostrava for $4 billion.": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava"
    ],
    ("Tarnow shares surged after the drug developer agreed to a $39 billion takeover by Britain's Ostrava."): [
        "acquisition | Tarnow | USD 39000m | acquirer Ostrava"
    ],
    "Ostrava fell 6% after it agreed to a $39 billion takeover of rare disease expert Tarnow.": [
        "acquisition | Tarnow | USD 39000m | acquirer Ostrava"
    ],
    ("In its first earnings report since going public, chipmaker Tarnow forecast a narrower margin of 38%."): [
        "ipo | Tarnow | background"
    ],
    "Tarnow, which went public in March, reported revenue of $193 million.": ["ipo | Tarnow | background"],
    "It was the second quarterly report for Tarnow since its market debut last year.": ["ipo | Tarnow | background"],
    ("Tarnow is set to go public next year, according to a newspaper. It hopes to raise at least $5 billion."): [
        "ipo | Tarnow | >=USD 5000m | in_talks"
    ],
    (
        "HSR Holdings Bhd eyes ACE Market listing|Confectionery group HSR Holdings files draft "
        "prospectus for ACE Market listing. Selamat Ventures holds 23.5% pre-IPO."
    ): ["ipo | HSR Holdings Bhd"],
    "Tarnow Brewery plans to issue 500 million yuan worth of one-year bills.": [
        "Tarnow Brewery | CNY 500m | debt_financing | in_talks"
    ],
    "Tarnow Brewery sells $300 mln of commercial paper|": ["Tarnow Brewery | USD 300m | debt_financing"],
    (
        "Tarnow will raise its stake in rival Beryl Paper to 19.6 percent from 2.8 percent and plans to "
        "buy shares held by the founding family."
    ): [],
    "Ostrava signed a deal for the purchase of Beryl's London office for an undisclosed amount.": [],
    "Tarnow sold its headquarters building in Leeds for $40 million.": [],
    "Raising a Series B: what I wish I had known|": [],
    (
        "Tarnow Ventures closed its third fund with $250 million in commitments, nearly half the $440 "
        "million it raised for fund II in 2000."
    ): ["fund_close | Tarnow Ventures | USD 250m | closed", "fund_close | Tarnow Ventures | USD 440m | background"],
    "Humans& (human-centric AI) raised $480M seed at $4.48B valuation.": ["Humans& | USD 480m | at USD 4480m | seed"],
    "Bengaluru-based Bengala AI raised $234M led by Veltech ($150M), becoming India's newest unicorn.": [
        "Bengala AI | USD 234m | lead Veltech"
    ],
    "Veldt Ventures wrote a $5 million check to Therano.": ["Therano | USD 5m | Veldt Ventures"],
    "Tarnow Group is close to being sold by buyout firm Larkfield to Norwood Partners.": [
        "acquisition | Tarnow Group | rumoured | acquirer Norwood Partners"
    ],
    "Tarnow Group is being sold to Norwood Partners.": ["acquisition | Tarnow Group | acquirer Norwood Partners"],
    "Tarnow is for sale and Larkfield has retained Rothmann to run the auction.": ["acquisition | Tarnow | in_talks"],
    "Larkfield is trying to sell Tarnow for about $2 billion, people familiar with the matter said.": [
        "acquisition | Tarnow | ~USD 2000m | in_talks"
    ],
    ("Larkfield plans to sell Tarnow in Europe next year, and it has named a new head of its toy division."): [],
    "Sales of Tarnow to dealers rose 20 percent.": [],
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
    "The banks Tarnow, Beryl and Corvane all raised capital requirements for lenders.": [],
    "States including Ohio, Texas and Iowa received federal funding for roads.": [],
    "Ohio, Texas and Iowa each received $5 million in federal funding for roads.": [],
    "Tarnow & Beryl raised $5 million in seed funding.": ["Tarnow & Beryl | USD 5m | seed"],
    (
        "Tarnow will acquire all of the issued and outstanding securities of Beryl Gold by way of a plan"
        " of arrangement."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    "Tarnow has agreed to acquire all the outstanding shares of Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow has agreed to purchase all of the outstanding equity interests of Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow has agreed to acquire the entire issued share capital of Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow has agreed to acquire the entire issued and to be issued share capital of Beryl Gold plc.": [
        "acquisition | Beryl Gold plc | acquirer Tarnow"
    ],
    "Tarnow has agreed to acquire substantially all of the assets of Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow today announced that it has acquired 100 percent of the stock of Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow has acquired all of the membership interests in Beryl Gold, LLC.": [
        "acquisition | Beryl Gold, LLC. | acquirer Tarnow"
    ],
    "Tarnow launched a tender offer for all of the shares of Beryl Gold at $12 each.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow completes tender offer for Beryl Gold|": ["acquisition | Beryl Gold | acquirer Tarnow"],
    "Beryl Gold became a wholly owned subsidiary of Tarnow on Friday.": ["acquisition | Beryl Gold | acquirer Tarnow"],
    "Upon completion, Beryl Gold will become an indirect wholly-owned subsidiary of Tarnow.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "We are happy to announce that Beryl Gold has become part of Tarnow.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Beryl Gold, which makes pumps, will become a division of Tarnow.": ["acquisition | Beryl Gold | acquirer Tarnow"],
    "With the closing of the transaction, Beryl Gold joins the Tarnow family of companies.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Beryl Gold joins Tarnow Group of companies|": ["acquisition | Beryl Gold | acquirer Tarnow Group"],
    "Tarnow welcomes Beryl Gold to the group through acquisition|": ["acquisition | Beryl Gold | acquirer Tarnow"],
    "Tarnow has become part of the S&P 500 index after its shares rose.": [],
    "Tarnow became part of a growing trend of startups moving to Texas.": [],
    "Beryl, a wholly owned subsidiary of Tarnow, opened a plant in Ohio.": [],
    "Ana Ruiz has joined Tarnow as chief financial officer.": [],
    ("Beryl Gold has entered into a definitive agreement under which Tarnow will acquire it for $3 a share."): [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Beryl Gold has signed a definitive agreement to be acquired by Tarnow.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Beryl Gold and Tarnow announced a definitive agreement under which Tarnow will acquire Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Tarnow and Beryl Gold said their boards have approved an agreement for Tarnow to buy Beryl Gold.": [
        "acquisition | Beryl Gold | acquirer Tarnow"
    ],
    "Ostrava has bought a small Spanish baker, Beryl Foods, for 30 million euros.": [
        "acquisition | Beryl Foods | EUR 30m | acquirer Ostrava"
    ],
    "Ostrava has bought its former parent company, Beryl Foods.": ["acquisition | Beryl Foods | acquirer Ostrava"],
    "Ostrava has agreed to buy a family-owned maker of frozen pizza, Beryl Foods, from its founders.": [
        "acquisition | Beryl Foods | acquirer Ostrava"
    ],
    "Ostrava has acquired a Leeds-based rival, Beryl Foods.": ["acquisition | Beryl Foods | acquirer Ostrava"],
    "Ostrava said it had bought the Dutch online grocer Beryl Foods, which it has supplied for years.": [
        "acquisition | Beryl Foods | acquirer Ostrava"
    ],
    "Ostrava has taken over its biggest competitor in the region, Beryl Foods, for an undisclosed sum.": [
        "acquisition | Beryl Foods | acquirer Ostrava"
    ],
    "Ostrava has bought two local bakers, Beryl Foods and Kelvor, for 30 million euros.": [
        "acquisition | Beryl Foods | acquirer Ostrava",
        "acquisition | Kelvor | acquirer Ostrava",
    ],
    "Ostrava has bought an office building in the centre of Leeds, Beryl House, for 30 million euros.": [],
    "Ostrava has acquired Beryl, a maker of pumps, Tarnow said.": ["acquisition | Beryl | acquirer Ostrava"],
    "Ostrava bought Beryl, Kelvor's largest rival, for $90 million.": [
        "acquisition | Beryl | USD 90m | acquirer Ostrava"
    ],
    "Ostrava bought Kelvor's largest rival, Beryl, for $90 million.": [
        "acquisition | Beryl | USD 90m | acquirer Ostrava"
    ],
    (
        "Beryl Foods, one of Britain's oldest bakers, has been bought by a group of investors led by its"
        " chief executive."
    ): ["acquisition | Beryl Foods"],
    "One of Britain's oldest bakers, Beryl Foods, has been bought by Ostrava.": [
        "acquisition | Beryl Foods | acquirer Ostrava"
    ],
    ("Tarnow (TRN) – Swiss drugmaker Ostrava has extended its takeover offer for the U.S. biotech firm to Dec. 16."): [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    "Shares of Tarnow jumped after Ostrava said it would buy the chipmaker for $4 billion.": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava"
    ],
    ("Tarnow rejected an offer from Ostrava. Ostrava said it remained committed to its bid for the software firm."): [
        "acquisition | Tarnow | abandoned | acquirer Ostrava"
    ],
    (
        "Stocks making moves|Tarnow (TRN) – Ostrava raised its offer for the restaurant chain to $3 "
        "billion.\n\nBeryl (BRY) – The retailer reported better-than-expected sales."
    ): ["acquisition | Tarnow | USD 3000m | acquirer Ostrava"],
    "Dunmore Hotels said talks over a possible sale of the company had ended.": [
        "acquisition | Dunmore Hotels | in_talks"
    ],
    "Dunmore ends talks on sale to Kelvor|": ["acquisition | Dunmore | abandoned | acquirer Kelvor"],
    ("Spain's Telmora surged on Thursday after a newspaper reported that French rival Ondine was preparing a bid."): [
        "acquisition | Telmora | in_talks | acquirer Ondine"
    ],
    "Telmora shares jump as Ondine readies offer|": ["acquisition | Telmora | in_talks | acquirer Ondine"],
    "Telmora shares soar after Ondine offers $22 a share|": ["acquisition | Telmora | acquirer Ondine"],
    "Telmora soars as Ondine offers $22 a share|": ["acquisition | Telmora | acquirer Ondine"],
    (
        "Shares of Telmora Group fell Monday after Ondine of France shot down a report that it was "
        "weighing a bid for its American rival."
    ): ["acquisition | Telmora Group | in_talks | acquirer Ondine"],
    "Telmora rose 8 percent on speculation that Ondine could make an offer for the company.": [
        "acquisition | Telmora | in_talks | acquirer Ondine"
    ],
    "Telmora gained after Ondine confirmed it had approached the retailer about a takeover.": [
        "acquisition | Telmora | in_talks | acquirer Ondine"
    ],
    (
        "Under the terms of the agreement, Pivotline will pay $14.50 per share in cash for each share of"
        " Linden Software."
    ): ["acquisition | Linden Software | acquirer Pivotline"],
    "Pivotline will pay $14.50 in cash for each Linden Software share, the companies said.": [
        "acquisition | Linden Software | acquirer Pivotline"
    ],
    "Pivotline to pay up to $1.3 bln for Linden Software to gain security tools|": [
        "acquisition | Linden Software | <=USD 1300m | acquirer Pivotline"
    ],
    "Pivotline paid roughly $90 million for Linden Software, a filing shows.": [
        "acquisition | Linden Software | ~USD 90m | acquirer Pivotline"
    ],
    "Pivotline to shell out $90 million for Linden Software|": [
        "acquisition | Linden Software | USD 90m | acquirer Pivotline"
    ],
    "Pivotline is forking over $90 million for Linden Software, sources told the paper.": [
        "acquisition | Linden Software | >=USD 90m | rumoured | acquirer Pivotline"
    ],
    "A deal between Castor Re and Beryl Insurance fell apart after shareholders voted against it.": [
        "acquisition | Beryl Insurance | abandoned | acquirer Castor Re"
    ],
    "The proposed merger between Castor Re and Beryl Insurance has been called off.": [
        "acquisition | Beryl Insurance | abandoned | acquirer Castor Re"
    ],
    "Castor Re and Beryl Insurance call off merger|": [
        "acquisition | Beryl Insurance | abandoned | acquirer Castor Re"
    ],
    "The planned tie-up between Castor Re and Beryl Insurance collapsed on Friday.": [
        "acquisition | Beryl Insurance | acquirer Castor Re"
    ],
    "Castor Re's $2 billion deal for Beryl Insurance has been blocked by regulators.": [
        "acquisition | Beryl Insurance | USD 2000m | acquirer Castor Re"
    ],
    "Ondine outbids Norwood for Copperline with $900 million offer|": [
        "acquisition | Copperline | USD 900m | acquirer Ondine"
    ],
    "Ondine beat off competition from Norwood to buy Copperline.": ["acquisition | Copperline | acquirer Ondine"],
    "Ondine trumps Norwood's bid for Copperline|": ["acquisition | Copperline | acquirer Ondine"],
    "Ondine has topped Norwood's offer for Copperline with a $900 million bid.": [
        "acquisition | Copperline | USD 900m | acquirer Ondine"
    ],
    "Ondine has emerged as the winner of the auction for Copperline.": ["acquisition | Copperline | acquirer Ondine"],
    (
        "Struggling chain Redcliff Retail was rescued out of administration by entrepreneur Paul Denny, "
        "saving 600 jobs."
    ): ["acquisition | Redcliff Retail | acquirer Paul Denny"],
    "Redcliff Retail has been bought out of administration by rival Harlow.": [
        "acquisition | Redcliff Retail | acquirer Harlow"
    ],
    "Harlow rescues Redcliff Retail from administration|": ["acquisition | Redcliff Retail | acquirer Harlow"],
    "Harlow buys Redcliff Retail out of bankruptcy|": ["acquisition | Redcliff Retail | acquirer Harlow"],
    "Lee Holdings adds Tilly shoe brand to its stable|": ["acquisition | Tilly | acquirer Lee Holdings"],
    "Accounting firm Bramley has absorbed Kelso & Park, a nine-partner practice in Leeds.": [
        "acquisition | Kelso & Park | acquirer Bramley"
    ],
    ("Beryl said it had not received any approach from Ostrava, denying a newspaper report of takeover talks."): [
        "acquisition | Beryl | acquirer Ostrava"
    ],
    "Ostrava denies interest in Beryl takeover|": ["acquisition | Beryl | acquirer Ostrava"],
    "Ostrava Dismisses Report of Bid for Beryl|": ["acquisition | Beryl | acquirer Ostrava Dismisses"],
    "Ostrava said on Monday it was not in talks to acquire Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
    (
        "Hotel Lanty Group confirmed it had received an unsolicited bid from Ostrava but said the offer "
        "undervalued the company."
    ): ["acquisition | Hotel Lanty Group | acquirer Ostrava"],
    "Beryl, which last month rebuffed a bid from Ostrava, reported a loss.": [
        "acquisition | Beryl | abandoned | acquirer Ostrava"
    ],
    "Beryl CEO Ana Ruiz squelched the latest speculation that Ostrava might buy the electric carmaker.": [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
    "Ostrava shot down rumors that it was preparing to buy Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
    "Ostrava has dismissed reports that it is considering a bid for Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
    "Ostrava, responding to press speculation, said it was not considering an offer for Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
    "Tarnow reported a wider loss on Tuesday in its first results since its stock market debut.": [
        "ipo | Tarnow | background"
    ],
    ("Shares of Tarnow have fallen by half since its IPO in May, and the company reported a loss on Tuesday."): [
        "ipo | Tarnow | background"
    ],
    "Tarnow, which listed in New York in 2019, said sales rose 12 percent.": ["ipo | Tarnow | background"],
    "Since its 2019 initial public offering, Tarnow has doubled its revenue.": ["ipo | Tarnow | background"],
    ("Banks have been hired to work on the stock market flotation of Hartwell Energy, the UK gas supplier."): [
        "ipo | Hartwell Energy"
    ],
    "Rothmann and Lazenby have been mandated to arrange the IPO of Hartwell.": ["ipo | Hartwell"],
    "Hartwell has picked Rothmann to lead its IPO.": ["ipo | Hartwell | in_talks"],
    "The owner of Hartwell is considering floating the gas supplier in London.": ["ipo | Hartwell | in_talks"],
    "Larkfield plans to float its Hartwell unit on the London exchange next year.": ["ipo | Hartwell | in_talks"],
    "Larkfield is preparing Hartwell for a stock market listing.": ["ipo | Hartwell | in_talks"],
    "Larkfield to spin off Hartwell through an IPO|": ["ipo | Hartwell"],
    "Hartwell postpones IPO, blaming volatile markets|": ["ipo | Hartwell | in_talks"],
    "Hartwell, the gas supplier, has scrapped its planned listing.": ["ipo | Hartwell | abandoned"],
    "Hartwell makes its debut on the Nasdaq, up 30%|": ["ipo | Hartwell"],
    "Hartwell is going public in a $500 million offering.": ["ipo | Hartwell | USD 500m"],
    "Hartwell raised $500 million after pricing its shares at $20 apiece, the top of its marketed range.": [
        "ipo | Hartwell | USD 500m"
    ],
    "Hartwell set a price range of $18 to $20 for its initial public offering.": ["ipo | Hartwell | in_talks"],
    "Hartwell said it plans to sell 20 million shares at between $18 and $20 each in its market debut.": [
        "ipo | Hartwell"
    ],
    "Hartwell seeks valuation of up to $4 bln in U.S. IPO|": ["ipo | Hartwell | at <=USD 4000m | in_talks"],
    "Investors piled into Hartwell on its first day of trading in Hong Kong.": ["ipo | Hartwell"],
    "Regulators have approved Hartwell's application to list in Shanghai.": ["ipo | Hartwell | in_talks"],
    "Gas supplier Hartwell files for Hong Kong IPO|": ["ipo | Hartwell"],
    (
        "Hartwell will combine with Pacific Gate Acquisition Corp, a special purpose acquisition "
        "company, and list on the NYSE."
    ): ["ipo | Hartwell"],
    "SPAC Pacific Gate to take Hartwell public in $2 bln deal|": ["ipo | Hartwell"],
    "Xantor, which raised $90 million from Oakshade in 2020, has named a new chief executive.": [
        "Xantor | USD 90m | background | Oakshade"
    ],
    "Xantor has opened an office in Leeds, months after raising $30 million.": ["Xantor | USD 30m | background"],
    "Xantor has raised more than $200 million to date from investors including Oakshade and Fernhill.": [],
    "Backed by Oakshade, Xantor makes sensors for farms and employs 80 people.": [],
    "Xantor held 23.5 percent of the firm pre-IPO.": [],
    "The company said it would use the money to repay its outstanding $2.5 billion term loan.": [],
    "Corda raised $40 million for charity at its annual dinner.": [],
    "The club raised $3 million in ticket sales.": [],
    "The bank raised interest rates for small business loans to 6 percent.": [],
    "Senator Ana Ruiz raised $4 million for her campaign in the third quarter.": [],
    "Tarnow's board approved a $500 million capital spending plan.": [],
    "Tarnow received a $40 million order from the army.": [],
    "A judge ordered Tarnow to pay $40 million to Beryl.": [],
    "Tarnow sold $40 million worth of pumps in the first quarter.": [],
    "Tarnow acquired a 20-acre site in Leeds for its new plant.": [],
    "Tarnow bought back $200 million of its shares.": [],
    "Ana Ruiz bought 3,000 shares of Tarnow on Monday.": [],
    "Tarnow acquired the rights to the series for $20 million.": [],
    "Let's raise the round now|": [],
    "How to raise a seed round in 2024|": [],
    "Thoughts on fundraising|": [],
    "Ten mistakes founders make when raising a Series A|": [],
    "My advice on raising a seed round|": [],
    (
        "Tarnow Inc. and Beryl Gold Corp. Announce Letter of Intent|TORONTO, July 2, 2024 (GLOBE "
        "NEWSWIRE) -- Tarnow Inc. (“Tarnow”) (NYSE: TRN) (TSX:TRN) and Beryl Gold Corp. (“Beryl Gold”) "
        "(TSX-V:BGC) are pleased to announce that they have entered into a binding letter of intent (the"
        ' "LOI") on July 1, 2024 in respect of a proposed transaction (the "Proposed Transaction"), '
        "whereby Tarnow would acquire all of the issued and outstanding securities of Beryl Gold by way "
        "of plan of arrangement."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    (
        "Tarnow (“Tarnow”) and Beryl Gold Corp. (“Beryl Gold”) have entered into a binding letter of "
        "intent, whereby Tarnow would acquire all of the issued and outstanding securities of Beryl "
        "Gold."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    (
        "They have entered into a binding letter of intent, whereby Tarnow would acquire all of the "
        "issued and outstanding securities of Beryl Gold by way of plan of arrangement."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    (
        "TORONTO, July 2, 2024 (GLOBE NEWSWIRE) -- Tarnow Inc. and Beryl Gold Corp. are pleased to "
        'announce that they have entered into a letter of intent (the "LOI") on July 1, 2024 in respect '
        'of a proposed transaction (the "Proposed Transaction"), whereby Tarnow would acquire all of the'
        " issued and outstanding securities of Beryl Gold."
    ): ["acquisition | Beryl Gold | acquirer Tarnow"],
    (
        "Tarnow stock plunges after earnings as CEO says margins were misunderstood|Shares of Tarnow "
        "Systems dropped almost 20% on Wednesday. That’s because in its first earnings report since "
        "going public, the AI chipmaker forecast a narrower gross margin."
    ): ["ipo | Tarnow Systems | background"],
    (
        "Shares of Telmora Group fell Monday after Ondine of France shot down a report that it was "
        'weighing a bid for its American rival. In a statement, Ondine "denied having engaged in any '
        "discussions with Telmora\" and said it hadn't hired banks."
    ): ["acquisition | Telmora Group | in_talks | acquirer Ondine"],
    "Ostrava Drops Tarnow Bid|": ["acquisition | Tarnow | abandoned | acquirer Ostrava"],
    "Ostrava raises Tarnow bid to $4 billion|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava walks away from Tarnow takeover|": ["acquisition | Tarnow | abandoned | acquirer Ostrava"],
    "Ostrava plots Tarnow bid - report|": ["acquisition | Tarnow | rumoured | acquirer Ostrava"],
    "Tarnow backs $4bn Ostrava offer|": ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "Shareholders approve the Ostrava-Tarnow merger, the companies said.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Regulators clear Tarnow takeover by Ostrava|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava shareholders approve Tarnow takeover|": ["acquisition | Tarnow"],
    "Ostrava finances Tarnow acquisition with bonds|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava signs Tarnow deal to supply pumps|": [],
    "Ostrava launches special-purpose vehicle|": [],
    "Ostrava wins Olympic bid|": [],
    "Tarnow drops bid to build stadium|": [],
    "Ostrava signs all-stock pay deal with union|": [],
    "Tarnow shares changed hands at $31 on Monday.": [],
    "Ana Ruiz, owner of Tarnow, said the shop would close.": [],
    "Tarnow became the owner of a new record on Saturday.": [],
    "Tarnow has initiated talks about acquiring the shares in Beryl Mining that it does not already own.": [
        "acquisition | Beryl Mining | in_talks | acquirer Tarnow"
    ],
    "Tarnow wants to buy out minority shareholders in Beryl Mining, its listed unit.": [
        "acquisition | Beryl Mining | in_talks | acquirer Tarnow"
    ],
    "Tarnow offered to buy the rest of Beryl Mining for $90 million.": [
        "acquisition | Beryl Mining | USD 90m | acquirer Tarnow"
    ],
    (
        "Tarnow has acquired the outstanding stake in its Czech packaging company Beryl Mining, raising "
        "its ownership to 100 percent."
    ): ["acquisition | Beryl Mining | acquirer Tarnow"],
    "Tarnow to bid for Beryl Mining|": ["acquisition | Beryl Mining | in_talks | acquirer Tarnow"],
    "Polish group to bid for Beryl newsstand chain - paper|": ["acquisition | Beryl | in_talks"],
    "Tarnow said it would bid for Beryl, the state railway.": ["acquisition | Beryl | in_talks"],
    "Tarnow is bidding for Beryl, along with two other firms.": ["acquisition | Beryl | in_talks | acquirer Tarnow"],
    "Tarnow bids $4 billion for Beryl|": ["acquisition | Beryl | USD 4000m | acquirer Tarnow"],
    "Tarnow may bid for Beryl, its chairman said.": ["acquisition | Beryl | in_talks | acquirer Tarnow"],
    "Four groups are bidding for Beryl, the state-owned airline.": ["acquisition | Beryl | in_talks"],
    "Tarnow has tabled a bid to acquire Beryl.": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow said on Tuesday that merger discussions were taking place with the board of Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Tarnow"
    ],
    "Tarnow and Beryl are discussing a merger, the companies said.": [
        "acquisition | Beryl | in_talks | acquirer Tarnow"
    ],
    "Tarnow proposed a merger to Beryl|": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow has proposed an all-stock merger with Beryl.": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow is merging with Beryl|": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow and Beryl will merge to form the country's biggest maker of pumps.": [
        "acquisition | Beryl | acquirer Tarnow"
    ],
    "Tarnow and Beryl are joining forces in a $2 billion merger.": [
        "acquisition | Beryl | USD 2000m | acquirer Tarnow"
    ],
    "Tarnow, Beryl to merge|": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow has merged its lens business with Beryl.": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow terminates agreement to acquire Beryl|": ["acquisition | Beryl | abandoned | acquirer Tarnow"],
    "Tarnow said it had ended its agreement to buy Beryl after due diligence.": [
        "acquisition | Beryl | acquirer Tarnow"
    ],
    "Tarnow has approved plans to buy out its 73 percent owned transport unit Beryl.": [
        "acquisition | Beryl | in_talks"
    ],
    "Tarnow's bid for Beryl lapsed after it failed to win enough acceptances.": [
        "acquisition | Beryl | acquirer Tarnow"
    ],
    "The tie-up of Tarnow and Beryl will create a company worth $3 billion.": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow's takeover of Beryl took effect on Monday.": ["acquisition | Beryl | acquirer Tarnow"],
    "The sale of Beryl by Tarnow was completed on Friday.": ["acquisition | Beryl | closed"],
    "Tarnow has divested Beryl to focus on pumps.": ["acquisition | Beryl"],
    "Tarnow hived off Beryl to Corvane for $90 million.": ["acquisition | Beryl | USD 90m | acquirer Corvane"],
    "Tarnow offloads Beryl|": ["acquisition | Beryl"],
    "Corvane has completed the acquisition from Tarnow of Beryl.": ["acquisition | Beryl | closed | acquirer Corvane"],
    "Corvane picked up Beryl from Tarnow for $90 million.": ["acquisition | Beryl | USD 90m | acquirer Corvane"],
    "Tarnow bought 108,000 tonnes of wheat from Corvane.": [],
    "Cities bid for the games|": [],
    "Tarnow and Beryl will compete in a bid for the contract.": [],
    "Tarnow bids farewell to its chairman|": [],
    "Tarnow is bidding for a $2 billion contract to build the Leeds railway.": [],
    "Executives at Beryl walked away from a plan to take the company private.": ["acquisition | Beryl | abandoned"],
    "Beryl reported a loss. Larkfield has offered to take the company private for $3 billion.": [
        "acquisition | Beryl | USD 3000m | acquirer Larkfield"
    ],
    ("Tarnow Ventures has raised $250 million for its third fund. Its previous fund closed at $120 million in 2019."): [
        "fund_close | Tarnow Ventures | USD 250m",
        "fund_close | Tarnow Ventures | USD 120m | closed | background",
    ],
    ("Tarnow Ventures has raised $250 million for its third fund, up from $120 million for its second vehicle."): [
        "fund_close | Tarnow Ventures | USD 250m",
        "fund_close | Tarnow Ventures | USD 120m | background",
    ],
    ("Tarnow Ventures has raised $250 million for its third fund, double the size of its $120 million predecessor."): [
        "fund_close | Tarnow Ventures | USD 250m",
        "fund_close | Tarnow Ventures | USD 120m | background",
    ],
    (
        "Tarnow Ventures has held a first close on its debut fund at $40 million, with backing from Corda and Rothmann."
    ): ["fund_close | Tarnow Ventures | USD 40m | closed | Corda, Rothmann"],
    "Buyout firm Tarnow wraps up $3 bln fundraise|": ["fund_close | Tarnow | USD 3000m | closed"],
    "Credit investor Tarnow gathers 2 billion euros for direct lending fund|": ["fund_close | Tarnow | EUR 2000m"],
    "Tarnow manages $3 billion across four funds and has backed 60 companies.": [],
    "Tarnow will invest $40 million from its second fund in startups.": [],
    "Tarnow Ventures led the $12 million round in Beryl from its $250 million fund.": [
        "Beryl | USD 12m | lead Tarnow Ventures"
    ],
    (
        "Ostrava has dropped its bid for Beryl, the companies said. Ostrava had agreed to buy Beryl in "
        "May for $4 billion."
    ): ["acquisition | Beryl | USD 4000m | abandoned | acquirer Ostrava"],
    ("Ostrava and Beryl have called off their merger. Ostrava agreed in May to acquire Beryl for $4 billion."): [
        "acquisition | Beryl | USD 4000m | abandoned | acquirer Ostrava"
    ],
    "Larkfield has put Beryl up for sale. Larkfield bought Beryl in 2012 for $300 million.": [
        "acquisition | Beryl | in_talks",
        "acquisition | Beryl | USD 300m | background | acquirer Larkfield",
    ],
    (
        "A judge blocked Ostrava's purchase of Beryl on Monday. Ostrava, which agreed to buy Beryl last "
        "year, said it would appeal."
    ): ["acquisition | Beryl | acquirer Ostrava"],
    (
        "Ostrava completed its acquisition of Beryl on Monday. The deal was first announced in March, "
        "when Ostrava said it would buy Beryl for $4 billion."
    ): ["acquisition | Beryl | USD 4000m | closed | acquirer Ostrava"],
    (
        "BRIEF-Tarnow Health acquires Beryl Labs|* Tarnow Health says acquires Beryl Labs for $12 mln in"
        " cash\n* Says deal to add to earnings in first year"
    ): ["acquisition | Beryl Labs | USD 12m | acquirer Tarnow Health"],
    (
        "BRIEF-Tarnow Bio announces $20 million private placement|* Tarnow Bio Inc - entered into "
        "securities purchase agreement with institutional investors for $20 million private placement"
    ): ["Tarnow Bio | USD 20m | post_ipo_equity"],
    "UPDATE 2-Ostrava in $4 bln deal to buy Tarnow|": ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "REFILE-UPDATE 1-Ostrava to buy drugmaker Tarnow for $4 bln|": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava"
    ],
    "EXCLUSIVE-Ostrava nears deal to buy drugmaker Tarnow - sources|": [
        "acquisition | Tarnow | rumoured | acquirer Ostrava"
    ],
    "OSTRAVA TO ACQUIRE TARNOW FOR $4 BLN IN CASH|": ["acquisition | TARNOW | USD 4000m | acquirer OSTRAVA"],
    "TARNOW RAISES $40M IN SERIES B LED BY FERNHILL|": ["TARNOW | USD 40m | series_b | lead FERNHILL"],
    "TARNOW SAYS TO SELL 10 MLN SHARES IN IPO AT $18-$20|": ["ipo | TARNOW | in_talks"],
    "Ostrava-Tarnow merger wins EU approval|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava, Tarnow in merger talks - WSJ|": ["acquisition | Tarnow | in_talks | acquirer Ostrava"],
    (
        "What the Ostrava-Tarnow deal means for drugmakers|Ostrava's $4 billion purchase of Tarnow, "
        "announced Monday, is the largest in the sector this year."
    ): ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "Ostrava is buying Tarnow for $4 billion. The deal is its largest since it acquired Beryl in 2016.": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava",
        "acquisition | Beryl | background | acquirer Ostrava",
    ],
    ("Ostrava's board has signed off on the purchase of Tarnow, according to two people briefed on the matter."): [
        "acquisition | Tarnow | rumoured | acquirer Ostrava"
    ],
    "Ostrava is in exclusive negotiations to acquire Tarnow, the French fashion label, from Larkfield.": [
        "acquisition | Tarnow | in_talks | acquirer Ostrava"
    ],
    "Tarnow agreed on Monday to sell itself to Ostrava for $4 billion, ending a long auction.": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava"
    ],
    "Tarnow agrees to be sold|": ["acquisition | Tarnow"],
    "Tarnow accepts sweetened Ostrava bid|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava sweetens bid for Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava lifts Tarnow offer to $31 a share|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Hedge fund Larkfield urges Tarnow to reject Ostrava's offer.": [
        "acquisition | Tarnow | abandoned | acquirer Ostrava"
    ],
    "Tarnow urges shareholders to reject hostile bid from Ostrava|": [
        "acquisition | Tarnow | abandoned | acquirer Ostrava"
    ],
    "Ostrava goes hostile with $4 billion bid for Tarnow|": ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "Ostrava launches hostile takeover of Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Brewer Ostrava ends Tarnow takeover talks|": ["acquisition | Tarnow | abandoned | acquirer Brewer Ostrava"],
    "Chinese buyer pulls out of Tarnow deal|": ["acquisition | Tarnow | abandoned"],
    "The U.S. Justice Department sued on Thursday to block Ostrava's acquisition of Tarnow.": [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    "Britain's competition watchdog said it would investigate Ostrava's planned purchase of Tarnow.": [
        "acquisition | Tarnow"
    ],
    "Ostrava has taken a majority stake in Tarnow, a Bergen maker of sensors.": [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    (
        "Ostrava buys out Tarnow joint venture partner|Ostrava said it had bought the half of Tarnow "
        "that it did not already own from Beryl for $30 million."
    ): ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava exercises option to buy remaining 40 percent of Tarnow.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Tarnow is to become part of Ostrava after shareholders backed the deal.": [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    "Private equity firm Larkfield has struck a deal to take Tarnow private at $31 per share.": [
        "acquisition | Tarnow | acquirer Larkfield"
    ],
    "The management of Tarnow has bought the company from Larkfield.": ["acquisition | Tarnow"],
    "Former Ostrava executive Paul Denny has bought the Tarnow chain of cafes for an undisclosed sum.": [
        "acquisition | Tarnow | acquirer Paul Denny"
    ],
    "A unit of Ostrava has bought Tarnow.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Tarnow finds buyer in Ostrava|": ["acquisition | Tarnow | in_talks"],
    "Tarnow, the maker of toys, has found a new owner: Ostrava.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava will become the new owner of Tarnow.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava acquires AI startup Tarnow to boost search|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Why Ostrava bought Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava acqui-hires team behind note-taking app Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
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
    "Oakshade has raised 90 million euros for its third fund.": ["fund_close | Oakshade | EUR 90m"],
    "Venture firm Oakshade lands $90M to back Nordic founders|": ["fund_close | Oakshade | USD 90m"],
    "Oakshade, an early investor in Tarnow, is out raising a $200 million fund, a filing shows.": [
        "fund_close | Oakshade | USD 200m | in_talks"
    ],
    "Oakshade Closes Inaugural Fund at $90M Hard Cap|": ["fund_close | Oakshade | USD 90m | closed"],
    "Oakshade unveils $90 million fund for climate startups|": ["fund_close | Oakshade | USD 90m"],
    (
        "Today we're announcing that Tarnow has been acquired by Ostrava. When we started Tarnow in "
        "2015, we never imagined this."
    ): ["acquisition | Tarnow | acquirer Ostrava"],
    "I'm thrilled to share that we've sold Tarnow to Ostrava!|": ["acquisition | Tarnow | acquirer Ostrava"],
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
    "In other deals, Ostrava bought Tarnow for $90 million and Beryl raised $4 million.": [
        "Beryl | USD 4m",
        "acquisition | Tarnow | USD 90m | acquirer Ostrava",
    ],
    (
        "Private equity firm Larkfield Partners has acquired Tarnow, a provider of dental software, the "
        "firms announced. Financial terms were not disclosed. Rothmann advised Tarnow on the deal."
    ): ["acquisition | Tarnow | acquirer Larkfield Partners"],
    "Rothmann served as exclusive financial adviser to Tarnow in its sale to Ostrava.": [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    "Rothmann is pleased to announce the sale of its client, Tarnow, to Ostrava.": [
        "acquisition | Tarnow | acquirer Ostrava"
    ],
    "Larkfield Announces Acquisition of Tarnow|": ["acquisition | Tarnow | acquirer Larkfield"],
    "Larkfield Completes Sale of Tarnow to Ostrava|": ["acquisition | Tarnow | closed | acquirer Ostrava"],
    "Larkfield portfolio company Corvane acquires Tarnow|": ["acquisition | Tarnow | acquirer Corvane"],
    "Larkfield exits Tarnow in sale to Ostrava|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Larkfield invests in Tarnow, taking a majority stake|": ["acquisition | Tarnow | acquirer Larkfield"],
    "Larkfield makes majority investment in Tarnow|": ["acquisition | Tarnow | acquirer Larkfield"],
    "Tarnow gets majority investment from Larkfield|": ["acquisition | Tarnow | acquirer Larkfield"],
    (
        "Dutch grocer Ahold-like Ostrava said it had signed an agreement to acquire 38 stores and the "
        "Tarnow brand from Corvane."
    ): ["acquisition | Tarnow | acquirer Ostrava"],
    (
        "Tarnow, a Boston biotech developing cancer drugs, filed on Friday with the SEC to raise up to "
        "$100 million in an initial public offering."
    ): ["ipo | Tarnow | <=USD 100m"],
    (
        "Tarnow, which makes pumps, raised $90 million by offering 6 million shares at $15, the midpoint"
        " of the range of $14 to $16."
    ): ["ipo | Tarnow | USD 90m"],
    "Tarnow is said to have picked banks for an IPO that could come as soon as next year.": ["ipo | Tarnow | in_talks"],
    "Tarnow shares close 40% above IPO price on first day|": ["ipo | Tarnow"],
    "India's Tarnow gets regulator's nod for $500 million IPO|": ["ipo | Tarnow | USD 500m"],
    "Tarnow IPO: issue subscribed 12 times on final day|": ["ipo | Tarnow | in_talks"],
    "Tarnow IPO opens on Monday; price band set at Rs 90-95|": ["ipo | Tarnow | in_talks"],
    "Tarnow pulls IPO at last minute|": ["ipo | Tarnow | abandoned"],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    title, parted, rest = text.partition("|")
    assert lines(rest if parted else text, title if parted else "") == told
