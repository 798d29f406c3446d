"""Families of forms: talks, offers and bids for firms, and what came of them.

A text up to a bar is a title.
"""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    (
        "Tarnow Group LLC, Beryl's largest licensee with 120 stores, is close to being sold by buyout "
        "firm Larkfield to Norwood Partners, people close to the deal said."
    ): ["acquisition | Tarnow Group LLC | rumoured | acquirer Norwood Partners"],
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
    "Tarnow Group is close to being sold by buyout firm Larkfield to Norwood Partners.": [
        "acquisition | Tarnow Group | rumoured | acquirer Norwood Partners"
    ],
    "Tarnow is for sale and Larkfield has retained Rothmann to run the auction.": ["acquisition | Tarnow | in_talks"],
    "Larkfield is trying to sell Tarnow for about $2 billion, people familiar with the matter said.": [
        "acquisition | Tarnow | ~USD 2000m | in_talks"
    ],
    ("Tarnow rejected an offer from Ostrava. Ostrava said it remained committed to its bid for the software firm."): [
        "acquisition | Tarnow | abandoned | acquirer Ostrava"
    ],
    "Dunmore Hotels said talks over a possible sale of the company had ended.": [
        "acquisition | Dunmore Hotels | in_talks"
    ],
    "Dunmore ends talks on sale to Kelvor|": ["acquisition | Dunmore | abandoned | acquirer Kelvor"],
    ("Spain's Telmora surged on Thursday after a newspaper reported that French rival Ondine was preparing a bid."): [
        "acquisition | Telmora | in_talks | acquirer Ondine"
    ],
    "Telmora shares jump as Ondine readies offer|": ["acquisition | Telmora | in_talks | acquirer Ondine"],
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
    "Ostrava said on Monday it was not in talks to acquire Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Ostrava"
    ],
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
    (
        "Shares of Telmora Group fell Monday after Ondine of France shot down a report that it was "
        'weighing a bid for its American rival. In a statement, Ondine "denied having engaged in any '
        "discussions with Telmora\" and said it hadn't hired banks."
    ): ["acquisition | Telmora Group | in_talks | acquirer Ondine"],
    "Ostrava Drops Tarnow Bid|": ["acquisition | Tarnow | abandoned | acquirer Ostrava"],
    "Ostrava walks away from Tarnow takeover|": ["acquisition | Tarnow | abandoned | acquirer Ostrava"],
    "Ostrava plots Tarnow bid - report|": ["acquisition | Tarnow | rumoured | acquirer Ostrava"],
    "Tarnow has initiated talks about acquiring the shares in Beryl Mining that it does not already own.": [
        "acquisition | Beryl Mining | in_talks | acquirer Tarnow"
    ],
    "Tarnow wants to buy out minority shareholders in Beryl Mining, its listed unit.": [
        "acquisition | Beryl Mining | in_talks | acquirer Tarnow"
    ],
    "Tarnow to bid for Beryl Mining|": ["acquisition | Beryl Mining | in_talks | acquirer Tarnow"],
    "Polish group to bid for Beryl newsstand chain - paper|": ["acquisition | Beryl | in_talks"],
    "Tarnow said it would bid for Beryl, the state railway.": ["acquisition | Beryl | in_talks"],
    "Tarnow is bidding for Beryl, along with two other firms.": ["acquisition | Beryl | in_talks | acquirer Tarnow"],
    "Tarnow may bid for Beryl, its chairman said.": ["acquisition | Beryl | in_talks | acquirer Tarnow"],
    "Four groups are bidding for Beryl, the state-owned airline.": ["acquisition | Beryl | in_talks"],
    "Tarnow said on Tuesday that merger discussions were taking place with the board of Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Tarnow"
    ],
    "Tarnow and Beryl are discussing a merger, the companies said.": [
        "acquisition | Beryl | in_talks | acquirer Tarnow"
    ],
    "Tarnow terminates agreement to acquire Beryl|": ["acquisition | Beryl | abandoned | acquirer Tarnow"],
    "Tarnow has approved plans to buy out its 73 percent owned transport unit Beryl.": [
        "acquisition | Beryl | in_talks | acquirer Tarnow"
    ],
    "Executives at Beryl walked away from a plan to take the company private.": ["acquisition | Beryl | abandoned"],
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
    "EXCLUSIVE-Ostrava nears deal to buy drugmaker Tarnow - sources|": [
        "acquisition | Tarnow | rumoured | acquirer Ostrava"
    ],
    "Ostrava, Tarnow in merger talks - WSJ|": ["acquisition | Tarnow | in_talks | acquirer Ostrava"],
    ("Ostrava's board has signed off on the purchase of Tarnow, according to two people briefed on the matter."): [
        "acquisition | Tarnow | rumoured | acquirer Ostrava"
    ],
    "Ostrava is in exclusive negotiations to acquire Tarnow, the French fashion label, from Larkfield.": [
        "acquisition | Tarnow | in_talks | acquirer Ostrava"
    ],
    "Hedge fund Larkfield urges Tarnow to reject Ostrava's offer.": [
        "acquisition | Tarnow | abandoned | acquirer Ostrava"
    ],
    "Tarnow urges shareholders to reject hostile bid from Ostrava|": [
        "acquisition | Tarnow | abandoned | acquirer Ostrava"
    ],
    "Brewer Ostrava ends Tarnow takeover talks|": ["acquisition | Tarnow | abandoned | acquirer Brewer Ostrava"],
    "Chinese buyer pulls out of Tarnow deal|": ["acquisition | Tarnow | abandoned"],
    "Tarnow finds buyer in Ostrava|": ["acquisition | Tarnow | in_talks"],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
