"""Deals as encyclopaedias put them: several firms bought, names in "s", US rivals, trades before a name."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD = {
    "In 1996, Brindle acquired Rollo's and Casa Verde.": [
        "acquisition | Rollo's | acquirer Brindle",
        "acquisition | Casa Verde | acquirer Brindle",
    ],
    "Colfax agreed to acquire Donello's for $2.1bn.": [
        "acquisition | Donello's | USD 2100m | acquirer Colfax",
    ],
    ("Ultra Software announced its plan to merge with Quantos Incorporated to form a new cloud company."): [
        "acquisition | Quantos Incorporated | acquirer Ultra Software",
    ],
    "It bought Emerald Records and in July it merged with Regent Records.": [
        "acquisition | Emerald Records",
        "acquisition | Regent Records",
    ],
    "It has acquired the following companies: Jurro, Fexion, and Blendo.": [
        "acquisition | Jurro",
        "acquisition | Fexion",
        "acquisition | Blendo",
    ],
    "Royal Baltic announced that it would sell Azurra to Sycomore Partners in the first quarter.": [
        "acquisition | Azurra | acquirer Sycomore Partners",
    ],
    "Oaken and Coast Lane were acquired from PPX Ventures by Baug Group.": [
        "acquisition | Oaken | acquirer Baug Group",
        "acquisition | Coast Lane | acquirer Baug Group",
    ],
    "Countway, Supervale and Rattan were purchased by Foodlane in 2003.": [
        "acquisition | Countway | acquirer Foodlane",
        "acquisition | Supervale | acquirer Foodlane",
        "acquisition | Rattan | acquirer Foodlane",
    ],
    (
        "Sentinel announced the acquisition of US cloud-scale data analytics platform Scalix for $155 "
        "million in cash and equity."
    ): [
        "acquisition | Scalix | USD 155m | acquirer Sentinel",
    ],
    "Hollins has agreed to buy US rival Ovenbird for $4bn.": [
        "acquisition | Ovenbird | USD 4000m | acquirer Hollins",
    ],
    "Hollins acquired IT services firm Ovenbird.": [
        "acquisition | Ovenbird | acquirer Hollins",
    ],
    "In April, Tindal Group acquired the Bristol-based chain Pellow and the Leeds chain Marro.": [
        "acquisition | Pellow | acquirer Tindal Group",
        "acquisition | Marro | acquirer Tindal Group",
    ],
    "Wright Machines of Dayton, Ohio entered into an agreement to purchase Crane Motors.": [
        "acquisition | Crane Motors | acquirer Wright Machines",
    ],
    "Spinnet went public on Nasdaq in 2011 and was acquired by The Learning Tree Company in 2014.": [
        "ipo | Spinnet",
        "acquisition | Spinnet | acquirer The Learning Tree Company",
    ],
    "Marlow Club was sold on to Thomas Crook Group.": [
        "acquisition | Marlow Club | acquirer Thomas Crook Group",
    ],
    (
        "Spotlane raised $2.5 million in venture capital funds from Corvid Ventures (lead), 500 "
        "Startups, Bullet Time and Pelt."
    ): [
        "Spotlane | USD 2.5m | 500 Startups, Bullet Time, Pelt, lead Corvid Ventures",
    ],
    ("Tellmark received a £3 million investment from venture capitalist firms, Greylane Partners and Pitanga."): [
        "Tellmark | GBP 3m | Greylane Partners, Pitanga",
    ],
    "Corvid Ventures raised $250 million in two funds.": [
        "fund_close | Corvid Ventures | USD 250m",
    ],
    "Hollins has agreed to buy gold miner Ovenbird for $5m.": [
        "acquisition | Ovenbird | USD 5m | acquirer Hollins",
    ],
    "Steelmaker Ovenbird has raised $5m.": [
        "Ovenbird | USD 5m",
    ],
    "London-listed housebuilder Ovenbird has agreed to be bought by Hollins.": [
        "acquisition | Ovenbird | acquirer Hollins",
    ],
    "Hollins, the jeweller, bought Ovenbird.": [
        "acquisition | Ovenbird | acquirer Hollins",
    ],
    "Hollins bought the Leeds bakery Ovenbird.": [
        "acquisition | Ovenbird | acquirer Hollins",
    ],
    "Housebuilder Tarn Homes agreed a takeover by rival builder Ovenbird.": [
        "acquisition | Tarn Homes | acquirer Ovenbird",
    ],
    "Hollins has agreed to buy a competitor, Ovenbird, for $5m.": [
        "acquisition | Ovenbird | USD 5m | acquirer Hollins",
    ],
    "Hollins bought an independent bookshop, Page Turn, from Pelt.": [
        "acquisition | Page Turn | acquirer Hollins",
    ],
    "The newspaper publisher Tarn Media was sold to Hollins for $40m.": [
        "acquisition | Tarn Media | USD 40m | acquirer Hollins",
    ],
    "US railway Tarn Pacific is to merge with Ovenbird.": [
        "acquisition | Ovenbird | acquirer Tarn Pacific",
    ],
    "German brewer Tarn rejects bid from Hollins.": [
        "acquisition | Tarn | abandoned | acquirer Hollins",
    ],
    "Gold miner Tarn rejects bid from Hollins.": [
        "acquisition | Tarn | abandoned | acquirer Hollins",
    ],
    "Hollins said it had an offer from Oslo to plant trees.": [],
    "The council got a bid from Leeds to host the games.": [],
    "Tarn Foods has been sold by Hollins to Pelt Group.": [
        "acquisition | Tarn Foods | acquirer Pelt Group",
    ],
    "Tarn Foods was sold by its founders to Pelt Group for £40m.": [
        "acquisition | Tarn Foods | GBP 40m | acquirer Pelt Group",
    ],
    "Tickets are sold by Hollins to fans.": [],
    "The shares were sold by Hollins to Pelt Group.": [],
    "Tarn Resources has turned down an approach by Hollins.": [
        "acquisition | Tarn Resources | abandoned | acquirer Hollins",
    ],
    "Apples are sold by farmers to Tarn Foods.": [],
    "Drinks sold by Hollins to schools will be taxed.": [],
}
"""Title and text, parted by a bar, and what is told."""


@pytest.mark.parametrize("text", TOLD)
def test_deals_told_plainly(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]
