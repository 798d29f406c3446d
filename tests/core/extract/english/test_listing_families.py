"""Families of forms: listings, funds, and what looks like deals and tells none.

A text up to a bar is a title.
"""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
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
    ("Larkfield plans to sell Tarnow in Europe next year, and it has named a new head of its toy division."): [],
    "Sales of Tarnow to dealers rose 20 percent.": [],
    "The banks Tarnow, Beryl and Corvane all raised capital requirements for lenders.": [],
    "States including Ohio, Texas and Iowa received federal funding for roads.": [],
    "Ohio, Texas and Iowa each received $5 million in federal funding for roads.": [],
    "Tarnow has become part of the S&P 500 index after its shares rose.": [],
    "Tarnow became part of a growing trend of startups moving to Texas.": [],
    "Beryl, a wholly owned subsidiary of Tarnow, opened a plant in Ohio.": [],
    "Ana Ruiz has joined Tarnow as chief financial officer.": [],
    "Ostrava has bought an office building in the centre of Leeds, Beryl House, for 30 million euros.": [],
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
        "Tarnow stock plunges after earnings as CEO says margins were misunderstood|Shares of Tarnow "
        "Systems dropped almost 20% on Wednesday. That’s because in its first earnings report since "
        "going public, the AI chipmaker forecast a narrower gross margin."
    ): ["ipo | Tarnow Systems | background"],
    "Ostrava signs Tarnow deal to supply pumps|": [],
    "Ostrava launches special-purpose vehicle|": [],
    "Ostrava wins Olympic bid|": [],
    "Tarnow drops bid to build stadium|": [],
    "Ostrava signs all-stock pay deal with union|": [],
    "Tarnow shares changed hands at $31 on Monday.": [],
    "Ana Ruiz, owner of Tarnow, said the shop would close.": [],
    "Tarnow became the owner of a new record on Saturday.": [],
    "Tarnow bought 108,000 tonnes of wheat from Corvane.": [],
    "Cities bid for the games|": [],
    "Tarnow and Beryl will compete in a bid for the contract.": [],
    "Tarnow bids farewell to its chairman|": [],
    "Tarnow is bidding for a $2 billion contract to build the Leeds railway.": [],
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
    "TARNOW SAYS TO SELL 10 MLN SHARES IN IPO AT $18-$20|": ["ipo | TARNOW | in_talks"],
    "Oakshade has raised 90 million euros for its third fund.": ["fund_close | Oakshade | EUR 90m"],
    "Venture firm Oakshade lands $90M to back Nordic founders|": ["fund_close | Oakshade | USD 90m"],
    "Oakshade, an early investor in Tarnow, is out raising a $200 million fund, a filing shows.": [
        "fund_close | Oakshade | USD 200m | in_talks"
    ],
    "Oakshade Closes Inaugural Fund at $90M Hard Cap|": ["fund_close | Oakshade | USD 90m | closed"],
    "Oakshade unveils $90 million fund for climate startups|": ["fund_close | Oakshade | USD 90m"],
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
    assert lines_with_title(text) == told
