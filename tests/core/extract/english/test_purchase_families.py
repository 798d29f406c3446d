"""Families of forms: purchases told in all the ways that come to mind.

A text up to a bar is a title.
"""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    "Payroll app Tarnow was sold last year to Beryl for an undisclosed sum.": ["acquisition | Tarnow | acquirer Beryl"],
    "Tarnow, a maker of scanners, was sold in 2021 to Beryl.": ["acquisition | Tarnow | acquirer Beryl"],
    "Tarnow is being sold by its founders to rival Beryl for $80 million.": [
        "acquisition | Tarnow | USD 80m | acquirer Beryl"
    ],
    (
        "The fund's exits last year included the sale of Tarnow to Veldt (Nasdaq: VLDT), Beryl Foods to "
        "Ostrava Inc. and Corvane to Pelloni Systems."
    ): [
        "acquisition | Tarnow | acquirer Veldt",
        "acquisition | Beryl Foods | acquirer Ostrava Inc.",
        "acquisition | Corvane | acquirer Pelloni Systems",
    ],
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
    "Tarnow Group is being sold to Norwood Partners.": ["acquisition | Tarnow Group | acquirer Norwood Partners"],
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
    (
        "Stocks making moves|Tarnow (TRN) – Ostrava raised its offer for the restaurant chain to $3 "
        "billion.\n\nBeryl (BRY) – The retailer reported better-than-expected sales."
    ): ["acquisition | Tarnow | USD 3000m | acquirer Ostrava"],
    "Telmora shares soar after Ondine offers $22 a share|": ["acquisition | Telmora | acquirer Ondine"],
    "Telmora soars as Ondine offers $22 a share|": ["acquisition | Telmora | acquirer Ondine"],
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
    (
        "Hotel Lanty Group confirmed it had received an unsolicited bid from Ostrava but said the offer "
        "undervalued the company."
    ): ["acquisition | Hotel Lanty Group | acquirer Ostrava"],
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
    "Ostrava raises Tarnow bid to $4 billion|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Tarnow backs $4bn Ostrava offer|": ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "Shareholders approve the Ostrava-Tarnow merger, the companies said.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Regulators clear Tarnow takeover by Ostrava|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava shareholders approve Tarnow takeover|": ["acquisition | Tarnow"],
    "Ostrava finances Tarnow acquisition with bonds|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Tarnow offered to buy the rest of Beryl Mining for $90 million.": [
        "acquisition | Beryl Mining | USD 90m | acquirer Tarnow"
    ],
    (
        "Tarnow has acquired the outstanding stake in its Czech packaging company Beryl Mining, raising "
        "its ownership to 100 percent."
    ): ["acquisition | Beryl Mining | acquirer Tarnow"],
    "Tarnow bids $4 billion for Beryl|": ["acquisition | Beryl | USD 4000m | acquirer Tarnow"],
    "Tarnow has tabled a bid to acquire Beryl.": ["acquisition | Beryl | acquirer Tarnow"],
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
    "Tarnow said it had ended its agreement to buy Beryl after due diligence.": [
        "acquisition | Beryl | acquirer Tarnow"
    ],
    "Tarnow's bid for Beryl lapsed after it failed to win enough acceptances.": [
        "acquisition | Beryl | abandoned | acquirer Tarnow"
    ],
    "The tie-up of Tarnow and Beryl will create a company worth $3 billion.": ["acquisition | Beryl | acquirer Tarnow"],
    "Tarnow's takeover of Beryl took effect on Monday.": ["acquisition | Beryl | acquirer Tarnow"],
    "The sale of Beryl by Tarnow was completed on Friday.": ["acquisition | Beryl | closed"],
    "Tarnow has divested Beryl to focus on pumps.": ["acquisition | Beryl"],
    "Tarnow hived off Beryl to Corvane for $90 million.": ["acquisition | Beryl | USD 90m | acquirer Corvane"],
    "Tarnow offloads Beryl|": ["acquisition | Beryl"],
    "Corvane has completed the acquisition from Tarnow of Beryl.": ["acquisition | Beryl | closed | acquirer Corvane"],
    "Corvane picked up Beryl from Tarnow for $90 million.": ["acquisition | Beryl | USD 90m | acquirer Corvane"],
    "Beryl reported a loss. Larkfield has offered to take the company private for $3 billion.": [
        "acquisition | Beryl | USD 3000m | acquirer Larkfield"
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
    "UPDATE 2-Ostrava in $4 bln deal to buy Tarnow|": ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "REFILE-UPDATE 1-Ostrava to buy drugmaker Tarnow for $4 bln|": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava"
    ],
    "OSTRAVA TO ACQUIRE TARNOW FOR $4 BLN IN CASH|": ["acquisition | TARNOW | USD 4000m | acquirer OSTRAVA"],
    "Ostrava-Tarnow merger wins EU approval|": ["acquisition | Tarnow | acquirer Ostrava"],
    (
        "What the Ostrava-Tarnow deal means for drugmakers|Ostrava's $4 billion purchase of Tarnow, "
        "announced Monday, is the largest in the sector this year."
    ): ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "Ostrava is buying Tarnow for $4 billion. The deal is its largest since it acquired Beryl in 2016.": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava",
        "acquisition | Beryl | background | acquirer Ostrava",
    ],
    "Tarnow agreed on Monday to sell itself to Ostrava for $4 billion, ending a long auction.": [
        "acquisition | Tarnow | USD 4000m | acquirer Ostrava"
    ],
    "Tarnow agrees to be sold|": ["acquisition | Tarnow"],
    "Tarnow accepts sweetened Ostrava bid|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava sweetens bid for Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava lifts Tarnow offer to $31 a share|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava goes hostile with $4 billion bid for Tarnow|": ["acquisition | Tarnow | USD 4000m | acquirer Ostrava"],
    "Ostrava launches hostile takeover of Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
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
    "Tarnow, the maker of toys, has found a new owner: Ostrava.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava will become the new owner of Tarnow.": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava acquires AI startup Tarnow to boost search|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Why Ostrava bought Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
    "Ostrava acqui-hires team behind note-taking app Tarnow|": ["acquisition | Tarnow | acquirer Ostrava"],
    (
        "Today we're announcing that Tarnow has been acquired by Ostrava. When we started Tarnow in "
        "2015, we never imagined this."
    ): ["acquisition | Tarnow | acquirer Ostrava"],
    "I'm thrilled to share that we've sold Tarnow to Ostrava!|": ["acquisition | Tarnow | acquirer Ostrava"],
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
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
