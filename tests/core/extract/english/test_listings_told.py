"""Families of forms: listings, whose they are, and how far they have come."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD: dict[str, list[str]] = {
    ("Orrin Bank raised HK$18.5 billion by issuing 5.3 billion shares at HK$3.58 each in its Hong Kong IPO."): [
        "ipo | Orrin Bank | HKD 18500m"
    ],
    (
        "Orrin Bank sold 40 million shares at $15 each, raising $600 million. Its stock starts "
        "trading on Thursday on the Nasdaq."
    ): ["ipo | Orrin Bank | USD 600m"],
    (
        "Orrin Foods launched a $2.8 billion offering on Tuesday, which would be the biggest listing "
        "in Hong Kong this year."
    ): ["ipo | Orrin Foods | USD 2800m"],
    "Orrin Foods set the terms of its IPO, offering 10 million shares at $14 to $16.": ["ipo | Orrin Foods"],
    "Orrin Foods raised the price range of its initial public offering to between $18 and $20 a share.": [
        "ipo | Orrin Foods"
    ],
    "Shares of Orrin Foods rose 40 percent in their debut.": ["ipo | Orrin Foods"],
    "Orrin Foods made its stock market debut on Thursday, raising $600 million.": ["ipo | Orrin Foods | USD 600m"],
    "Orrin Foods will list on the London Stock Exchange in June.": ["ipo | Orrin Foods"],
    "Orrin Foods has filed confidentially for an IPO.": ["ipo | Orrin Foods"],
    "Orrin Foods has confidentially submitted a draft registration statement with the SEC.": ["ipo | Orrin Foods"],
    (
        "Orrin Foods has picked banks for an IPO that may value it at $4 billion, people familiar with the matter said."
    ): ["ipo | Orrin Foods | at USD 4000m | in_talks"],
    "Orrin Foods plans to go public next year, its founder said.": ["ipo | Orrin Foods | in_talks"],
    "Orrin Foods withdrew its IPO filing on Friday.": ["ipo | Orrin Foods | abandoned"],
    "Orrin Foods has shelved plans to list in London.": ["ipo | Orrin Foods | abandoned"],
    "Orrin Foods has received approval from the regulator for its Rs 1,200 crore IPO.": [
        "ipo | Orrin Foods | INR 12000m"
    ],
    "Orrin Foods' IPO was subscribed 14 times on the final day.": ["ipo | Orrin Foods"],
    "Orrin Foods' Rs 1,200 crore IPO opens for subscription on Tuesday.": ["ipo | Orrin Foods | INR 12000m"],
    (
        "Orrin Foods agreed to go public through a merger with blank-check company Tallow Acquisition"
        " Corp in a deal valued at $1.2 billion."
    ): ["ipo | Orrin Foods | at USD 1200m"],
    'Orrin Foods began trading on the Nasdaq under the symbol "ORRN" on Friday.': ["ipo | Orrin Foods"],
    "Orrin Foods went public in 2014.": ["ipo | Orrin Foods"],
    "Norsund plans to float its brewing arm Orrin in an initial public offering.": ["ipo | Orrin | in_talks"],
    "Norsund is considering an IPO of its Orrin Foods unit that could raise $500 million.": [
        "ipo | Orrin Foods | USD 500m | in_talks"
    ],
    "Norsund said its unit Orrin Foods has applied to list on the New York Stock Exchange.": ["ipo | Orrin Foods"],
    "Norsund's subsidiary Orrin Foods has filed for an IPO.": ["ipo | Orrin Foods"],
    "Sole sponsor Quillfeld began taking orders for the Orrin Foods IPO on Monday.": ["ipo | Orrin Foods"],
    "Quillfeld and Marsh & Boone are joint bookrunners on the IPO of Orrin Foods.": ["ipo | Orrin Foods"],
    "Quillfeld is advising Orrin Foods on its IPO.": ["ipo | Orrin Foods"],
    "The Securities Board approved the IPO of Orrin Foods.": ["ipo | Orrin Foods"],
    "Orrin Foods, which listed in 2014, reported a profit of $20 million.": ["ipo | Orrin Foods | background"],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_form_of_a_family(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
