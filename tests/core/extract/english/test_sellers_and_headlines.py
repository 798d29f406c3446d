"""Families of forms: units sold, groups that buy, and headlines of takeovers."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    (
        "Harlan Chemicals said it had agreed to sell its Durosol coatings business to Quill Partners "
        "for about $425 million."
    ): ["acquisition | Durosol | ~USD 425m | acquirer Quill Partners"],
    (
        "Harlan Chemicals will sell Durosol, its coatings business, to Quill Partners and Ostler "
        "Capital for €10.1 billion, including debt."
    ): ["acquisition | Durosol | EUR 10100m | acquirer Ostler Capital, acquirer Quill Partners"],
    "Harlan Chemicals has completed the sale of its Durosol unit to a consortium led by Quill Partners.": [
        "acquisition | Durosol | closed | acquirer Quill Partners"
    ],
    "Harlan Chemicals is to divest Durosol to Quill Partners for £120m as it focuses on pigments.": [
        "acquisition | Durosol | GBP 120m | acquirer Quill Partners"
    ],
    ("The sale of Durosol by Harlan Chemicals to Quill Partners has been cleared by the European Commission."): [
        "acquisition | Durosol | acquirer Quill Partners"
    ],
    "Quill Partners, the buyout firm, is to acquire Durosol from Harlan Chemicals.": [
        "acquisition | Durosol | acquirer Quill Partners"
    ],
    "Durosol, the coatings arm of Harlan Chemicals, has been bought by Quill Partners.": [
        "acquisition | Durosol | acquirer Quill Partners"
    ],
    "Quill Partners will become the new owner of Durosol after agreeing terms with Harlan Chemicals.": [
        "acquisition | Durosol | acquirer Quill Partners"
    ],
    "Quill Partners has emerged as the winner of an auction for Durosol, run by Harlan Chemicals.": [
        "acquisition | Durosol | acquirer Quill Partners"
    ],
    ("Management at Durosol has bought the business from Harlan Chemicals with backing from Quill Partners."): [
        "acquisition | Durosol"
    ],
    "Durosol's managers have completed a buyout of the company, backed by Quill Partners.": [
        "acquisition | Durosol | closed"
    ],
    "A group including Quill Partners and the pension fund Aldersey has agreed to buy Durosol.": [
        "acquisition | Durosol | acquirer Aldersey, acquirer Quill Partners"
    ],
    "Quill Partners, together with Ostler Capital, has acquired Durosol.": [
        "acquisition | Durosol | acquirer Ostler Capital, acquirer Quill Partners"
    ],
    "An investor group led by Quill Partners has taken Durosol private in a deal worth $425 million.": [
        "acquisition | Durosol | USD 425m | acquirer Quill Partners"
    ],
    "Durosol is being taken over by its Japanese rival Kitano.": ["acquisition | Durosol | acquirer Kitano"],
    "Japan's Kitano is buying Durosol of the Netherlands for 425 million euros.": [
        "acquisition | Durosol | EUR 425m | acquirer Kitano"
    ],
    "Kitano of Japan agreed to buy Dutch coatings maker Durosol.": ["acquisition | Durosol | acquirer Kitano"],
    "French dairy group Lamarre has snapped up Irish cheesemaker Kilbrin.": [
        "acquisition | Kilbrin | acquirer Lamarre"
    ],
    "Leeds-based Orrin Group has acquired Hull-based packaging firm Tarn Ltd in a seven-figure deal.": [
        "acquisition | Tarn Ltd | XXX 1m to 10m | acquirer Orrin Group"
    ],
    "Orrin Group has expanded into Wales with the acquisition of Cardiff rival Tarn.": [
        "acquisition | Tarn | acquirer Orrin Group"
    ],
    "Orrin Group's acquisition spree continued on Monday with the purchase of Tarn for £4m.": [
        "acquisition | Tarn | GBP 4m | acquirer Orrin Group"
    ],
    "Tarn, which employs 40 people in Hull, becomes part of the Orrin Group.": [
        "acquisition | Tarn | acquirer Orrin Group"
    ],
    "Orrin Group strengthens packaging arm with Tarn acquisition": ["acquisition | Tarn | acquirer Orrin Group"],
    "The acquisition of Tarn, a Hull packaging firm, by Orrin Group was announced on Monday.": [
        "acquisition | Tarn | acquirer Orrin Group"
    ],
    (
        "Orrin Group announced today that it has entered into a definitive agreement under which it "
        "will acquire Tarn in an all-cash transaction valued at approximately $425 million."
    ): ["acquisition | Tarn | ~USD 425m | acquirer Orrin Group"],
    (
        "Orrin Group today announced the signing of a definitive agreement to acquire all of the "
        "outstanding shares of Tarn."
    ): ["acquisition | Tarn | acquirer Orrin Group"],
    (
        "Orrin Group (NYSE: ORN) and Tarn (Nasdaq: TARN) today announced a definitive merger "
        "agreement under which Orrin will acquire Tarn."
    ): ["acquisition | Tarn | acquirer Orrin Group"],
    "Orrin Group Inc. said Thursday it is buying Tarn Corp. for $21 a share, or about $425 million.": [
        "acquisition | Tarn Corp. | ~USD 425m | acquirer Orrin Group Inc."
    ],
    "Under the deal, Orrin Group would acquire Tarn for $21 per share in cash.": [
        "acquisition | Tarn | acquirer Orrin Group"
    ],
    "Orrin Group has upped its stake in Tarn to 52%, gaining control.": ["acquisition | Tarn | acquirer Orrin Group"],
    "Orrin Group has exercised its option to buy the remaining 49% of Tarn.": [
        "acquisition | Tarn | acquirer Orrin Group"
    ],
    "Orrin Group is buying the 40 percent of Tarn it does not own.": ["acquisition | Tarn | acquirer Orrin Group"],
    "Orrin Group agrees $425m takeover of Tarn": ["acquisition | Tarn | USD 425m | acquirer Orrin Group"],
    "Tarn agrees to $425m takeover by Orrin Group": ["acquisition | Tarn | USD 425m | acquirer Orrin Group"],
    "Tarn agrees £425m sale to Orrin": ["acquisition | Tarn | GBP 425m | acquirer Orrin"],
    "Tarn accepts Orrin's £425m offer": ["acquisition | Tarn | GBP 425m | acquirer Orrin"],
    "Tarn backs sweetened £425m bid from Orrin": ["acquisition | Tarn | GBP 425m | acquirer Orrin"],
    "Orrin clinches Tarn takeover": ["acquisition | Tarn | acquirer Orrin"],
    "Orrin eyes Tarn takeover": ["acquisition | Tarn | in_talks | acquirer Orrin"],
    "Orrin mulls £425m Tarn bid": ["acquisition | Tarn | GBP 425m | in_talks | acquirer Orrin"],
    "Tarn sold to Orrin": ["acquisition | Tarn | acquirer Orrin"],
    "Orrin lands Tarn for £425m|": ["acquisition | Tarn | GBP 425m | acquirer Orrin"],
    "Orrin snaps up Tarn for £425m|": ["acquisition | Tarn | GBP 425m | acquirer Orrin"],
    "Orrin in £425m swoop on Tarn|": ["acquisition | Tarn | GBP 425m | acquirer Orrin"],
    "Marlowe named as preferred bidder for Tidewater|": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Pellow, a payroll startup, was bought by Orrin.": ["acquisition | Pellow | acquirer Orrin"],
    "Orrin has bought Pellow, a payroll startup, for $9 million.": ["acquisition | Pellow | USD 9m | acquirer Orrin"],
    "Orrin has bought software firms Pellow and Quarry.": [
        "acquisition | Pellow | acquirer Orrin",
        "acquisition | Quarry | acquirer Orrin",
    ],
    "Orrin has bought several firms, including Pellow and Quarry.": [
        "acquisition | Pellow | acquirer Orrin",
        "acquisition | Quarry | acquirer Orrin",
    ],
    "Harlan sells Durosol to consortium led by Quill for $425m|": ["acquisition | Durosol | USD 425m | acquirer Quill"],
    "Harlan has agreed to sell Durosol to a consortium led by Quill and Ostler for $425 million.": [
        "acquisition | Durosol | USD 425m | acquirer Ostler, acquirer Quill"
    ],
    "Harlan has sold Durosol to an investor group comprising Quill and Ostler.": [
        "acquisition | Durosol | acquirer Ostler, acquirer Quill"
    ],
    "Harlan offloads Durosol coatings arm to Quill|": ["acquisition | Durosol | acquirer Quill"],
    "Quill to take over Durosol from Harlan|": ["acquisition | Durosol | acquirer Quill"],
    "Quill takes control of Durosol|": ["acquisition | Durosol | acquirer Quill"],
    "Durosol parent Harlan bought by Quill for $425m|": ["acquisition | Harlan | USD 425m | acquirer Quill"],
    "Pump maker Tidewater acquired by Marlowe|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe acquires Tidewater to expand in pumps|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe bolsters pumps with Tidewater acquisition|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe enters pumps with acquisition of Tidewater|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe, Tidewater to merge in $2 billion deal|": ["acquisition | Tidewater | USD 2000m | acquirer Marlowe"],
    "Marlowe and Tidewater agree all-share merger|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe, Tidewater call off merger|": ["acquisition | Tidewater | abandoned | acquirer Marlowe"],
    "Marlowe-Tidewater merger wins EU approval|": ["acquisition | Tidewater | acquirer Marlowe"],
    "EU clears Marlowe's $2bn purchase of Tidewater|": ["acquisition | Tidewater | USD 2000m | acquirer Marlowe"],
    "EU to rule on Marlowe's bid for Tidewater by June 4|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Tidewater shares jump after Marlowe's $2bn offer|": ["acquisition | Tidewater | USD 2000m | acquirer Marlowe"],
    "Tidewater rejects Marlowe's improved offer|": ["acquisition | Tidewater | abandoned | acquirer Marlowe"],
    "Tidewater snubs $2bn Marlowe bid|": ["acquisition | Tidewater | USD 2000m | abandoned | acquirer Marlowe"],
    "Tidewater board to consider Marlowe offer|": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Marlowe raises offer for Tidewater to $2.1bn|": ["acquisition | Tidewater | USD 2100m | acquirer Marlowe"],
    "Marlowe ups Tidewater bid|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe not in talks to buy Tidewater, CEO says|": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Marlowe in talks to buy Tidewater -sources|": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "BRIEF-Marlowe to acquire Tidewater for $2 bln|": ["acquisition | Tidewater | USD 2000m | acquirer Marlowe"],
    "BRIEF-Marlowe completes acquisition of Tidewater|": ["acquisition | Tidewater | closed | acquirer Marlowe"],
    "UPDATE 1-Marlowe agrees to buy Tidewater for $2 bln|": ["acquisition | Tidewater | USD 2000m | acquirer Marlowe"],
    "Exclusive: Marlowe nears deal for Tidewater - sources|": ["acquisition | Tidewater | rumoured | acquirer Marlowe"],
    "Marlowe said to weigh bid for Tidewater|": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "Deal: Marlowe buys Tidewater|": ["acquisition | Tidewater | acquirer Marlowe"],
    "M&A: Marlowe acquires Tidewater|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Why Marlowe bought Tidewater|": ["acquisition | Tidewater | acquirer Marlowe"],
    "Having bought Pellow, Orrin has acquired Quarry.": [
        "acquisition | Pellow",
        "acquisition | Quarry | acquirer Orrin",
    ],
    (
        "Orrin has bought Pellow, and Marsh has picked up several firms, most notably with the $7.5 "
        "billion acquisition of Quarry."
    ): ["acquisition | Pellow | acquirer Orrin", "acquisition | Quarry | USD 7500m | acquirer Marsh"],
    "Tidewater has asked its suitors Marlowe, Quill and Ostler to hand in binding offers by Friday.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe, acquirer Ostler, acquirer Quill"
    ],
    "Norsund is considering a flotation of its brewing unit, Orrin.": ["ipo | Orrin | in_talks"],
    "Marlowe shuts down a startup that raised $14 million.": [],
    "Marlowe has bought a startup that had raised $14 million.": [],
    "Pellow, a startup that raised $14 million in June, has laid off staff.": ["Pellow | USD 14m"],
    "Marlowe to acquire Tidewater|Marlowe - deal for $816 million. Marlowe - expects closing in June.": [
        "acquisition | Tidewater | USD 816m | acquirer Marlowe"
    ],
    "A handful of shops along the Harwell Road have a new owner.": [],
    "Leeds United has been bought by Marlowe.": ["acquisition | Leeds United | acquirer Marlowe"],
    "Orrin Group, together with Quill Partners, has bought Tarn.": [
        "acquisition | Tarn | acquirer Orrin Group, acquirer Quill Partners"
    ],
    ("Tidewater is being taken private for $1.64 billion by an investor group led by affiliates of Quill Partners."): [
        "acquisition | Tidewater | USD 1640m | acquirer Quill Partners"
    ],
    "Tidewater has been acquired by funds managed by Quill Partners.": [
        "acquisition | Tidewater | acquirer Quill Partners"
    ],
    "Tidewater has agreed to be bought by an affiliate of Quill Partners for $45 a share.": [
        "acquisition | Tidewater | acquirer Quill Partners"
    ],
    "Tidewater has been sold to funds advised by Quill Partners.": [
        "acquisition | Tidewater | acquirer Quill Partners"
    ],
    "Marlowe has sold Tidewater to entities affiliated with Quill Partners for $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Quill Partners"
    ],
    "A company controlled by Quill Partners will acquire Tidewater for $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Quill Partners"
    ],
    "Funds managed by Quill Partners have bought Tidewater.": ["acquisition | Tidewater | acquirer Quill Partners"],
    "An affiliate of Quill Partners has agreed to buy Tidewater.": [
        "acquisition | Tidewater | acquirer Quill Partners"
    ],
    (
        "Tidewater has scored a $24 billion deal to go private. The deal, led by founder Ana Ruiz and"
        " private equity firm Quill Partners, is the biggest of the year."
    ): ["acquisition | Tidewater | USD 24000m | acquirer Ana Ruiz, acquirer Quill Partners"],
    "Tidewater is to be taken private for $2 billion. The buyout group is led by Quill Partners.": [
        "acquisition | Tidewater | USD 2000m | acquirer Quill Partners"
    ],
    ("Tidewater has agreed to be sold for $2 billion. The buyer, Quill Partners, owns two other pump makers."): [
        "acquisition | Tidewater | USD 2000m | acquirer Quill Partners"
    ],
    (
        "Corvan is selling its 20% stake in the Gila field. Corvan expects to receive 110 million dollars for the sale."
    ): [],
    "Marlowe added to its holdings with the purchase of the Harwell Gazette, acquired from Blake Press.": [
        "acquisition | Harwell Gazette | acquirer Marlowe"
    ],
    "Blake sold it soon after Marlowe closed on its acquisition of Tidewater.": [
        "acquisition | Tidewater | closed | acquirer Marlowe"
    ],
    (
        "Marlowe, a family-owned company with a large presence in Minnesota, North Dakota, South "
        "Dakota and Wisconsin, acquired the 24,000-circulation Harwell Gazette."
    ): ["acquisition | Harwell Gazette | acquirer Marlowe"],
    "Marlowe has bought the 120-room Grand Harwell Hotel Group.": [
        "acquisition | Grand Harwell Hotel Group | acquirer Marlowe"
    ],
    "Marlowe has acquired the 80-year-old pump maker Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Corvan Bio priced 7.2 million shares at $7 each in its IPO on June 1.": ["ipo | Corvan Bio"],
    "Corvan Bio priced its shares at $16, the top of the range, and will list on the Nasdaq on Friday.": [
        "ipo | Corvan Bio"
    ],
    (
        "Corvan Bio priced an upsized initial public offering of 8 million shares at $16 for gross "
        "proceeds of $128 million."
    ): ["ipo | Corvan Bio | USD 128m"],
    "Healthcare IPOs defy gravity with eight new pricings|": [],
    "Biotech IPOs raised $700 million this week.": [],
    "Chinese IPOs stall in New York|": [],
    "Sneaker brand Corvan leaps 93% on debut after upsized IPO|": ["ipo | Corvan"],
    "Corvan shares jump 40% in Nasdaq debut|": ["ipo | Corvan"],
    "Corvan pops in debut after $300 million IPO|": ["ipo | Corvan | USD 300m"],
    "Quill to buy Germany's Tidewater AG in $2.42 billion deal|": [
        "acquisition | Tidewater AG | USD 2420m | acquirer Quill"
    ],
    (
        "Quill to buy Germany's Tidewater AG in $2.42 billion deal|Quill has offered to buy Tidewater"
        " AG in a deal that values the German developer at 2.2 billion euros ($2.42 billion)."
    ): ["acquisition | Tidewater AG | USD 2420m | at EUR 2200m | acquirer Quill"],
    "Quill will acquire all of Tidewater's outstanding shares for $360m.": [
        "acquisition | Tidewater | USD 360m | acquirer Quill"
    ],
    ("A company controlled by Quill will acquire all of Tidewater's outstanding shares in a deal valued at $360m."): [
        "acquisition | Tidewater | USD 360m | acquirer Quill"
    ],
    "Corvan expects to receive 110 million dollars for the sale.": [],
    "Marlowe has signed a $360 million deal for the sale of Tidewater to Quill.": [
        "acquisition | Tidewater | USD 360m | acquirer Quill"
    ],
    "Marlowe and Tidewater signed a definitive agreement on Sept. 6 to merge into an 18-plant group.": [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    ("Marlowe and Tidewater have signed a letter of intent to merge, the two companies announced on Thursday."): [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    "Marlowe has entered into a merger agreement with Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe and Tidewater have reached a deal to combine in an all-stock transaction.": [
        "acquisition | Tidewater | acquirer Marlowe"
    ],
    "Marlowe announced on Monday a plan to merge with Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe has signed a nonbinding letter of intent to explore a potential merger with Tidewater.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe"
    ],
    "Marlowe is exploring a merger with Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Marlowe"],
    "The merger of Marlowe and Tidewater took effect on January 1.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe has completed the acquisition of St. Augustine, Fla.-based Tidewater Health.": [
        "acquisition | Tidewater Health | closed | acquirer Marlowe"
    ],
    ("Manchester, N.H.-based Marlowe Medical Center has acquired Nashville, Tenn.-based Tidewater Healthcare."): [
        "acquisition | Tidewater Healthcare | acquirer Marlowe Medical Center"
    ],
    "Ft. Worth, Texas-based Marlowe bought St. Louis-based Tidewater.": ["acquisition | Tidewater | acquirer Marlowe"],
    "Marlowe is interested in acquiring either Tidewater or the Harwell Post.": [
        "acquisition | Tidewater | in_talks | acquirer Marlowe",
        "acquisition | the Harwell Post | in_talks | acquirer Marlowe",
    ],
    "Billionaire investor Ana Ruiz has agreed to buy Tidewater for $90 million.": [
        "acquisition | Tidewater | USD 90m | acquirer Ana Ruiz"
    ],
    "Tycoon Bo Lindgren is in talks to buy Tidewater.": ["acquisition | Tidewater | in_talks | acquirer Bo Lindgren"],
    "Entrepreneur Ana Ruiz has bought Tidewater.": ["acquisition | Tidewater | acquirer Ana Ruiz"],
    "Quill Tower bids 550 mln euros for Italy's Tarnmasts telecoms business -source|": [
        "acquisition | Tarnmasts | EUR 550m | rumoured | acquirer Quill Tower"
    ],
    "Quill bids $2 billion for Tidewater|": ["acquisition | Tidewater | USD 2000m | acquirer Quill"],
    "Quill offers 550 million euros for Tarnmasts' tower business|": [
        "acquisition | Tarnmasts | EUR 550m | acquirer Quill"
    ],
    "Quill offers $30 a share for Tidewater|": ["acquisition | Tidewater | acquirer Quill"],
    "Quill in $2 billion bid for Tidewater|": ["acquisition | Tidewater | USD 2000m | acquirer Quill"],
    "Corvan's IPO consists of a fresh issue of shares worth 5 billion rupees and an offer for sale.": ["ipo | Corvan"],
    (
        "Corvan has withdrawn its 40 billion rupee IPO. Corvan had planned the IPO with a fresh issue"
        " of shares worth 5 billion rupees."
    ): ["ipo | Corvan | INR 40000m | abandoned"],
    "Corvan has withdrawn its 40 billion rupee ($482.43 million) initial public offering (IPO).": [
        "ipo | Corvan | INR 40000m | abandoned"
    ],
    (
        "Harlan is in talks to sell its Durosol business to Tasty peanut butter maker Quill Foods for about $3 billion."
    ): ["acquisition | Durosol | ~USD 3000m | in_talks | acquirer Quill Foods"],
    "Harlan has sold Durosol to Zesta owner Quill Foods.": ["acquisition | Durosol | acquirer Quill Foods"],
    "Durosol has been bought by Tasty jam producer Quill Foods.": ["acquisition | Durosol | acquirer Quill Foods"],
    "Durosol parent Harlan has agreed to sell the company to Quill.": ["acquisition | Durosol | acquirer Quill"],
    ("On December 1, 2021, Marlowe acquired Tidewater and Associates Insurance Brokers, Inc. for $110.6 million."): [
        "acquisition | Tidewater and Associates Insurance Brokers, Inc. | USD 110.6m | acquirer Marlowe"
    ],
    "Marlowe has bought Tidewater and Quarry.": [
        "acquisition | Tidewater | acquirer Marlowe",
        "acquisition | Quarry | acquirer Marlowe",
    ],
    "Marlowe has acquired Harwell and Sons, a family-owned joiner.": [
        "acquisition | Harwell and Sons | acquirer Marlowe"
    ],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
