"""Rounds of a contest, capitals of countries, parties that merge and shares listed for long are nobody's deals."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

TOLD = {
    "Marta Selin beat the seventh seed 6-3 6-4 to reach the second round of the Oslo Open.": [],
    ("Voters in Kestria return to the polls on Sunday for the second round of parliamentary elections."): [],
    "Ryan Okafor, the Nairobi heavyweight, knocked out Petr Dvorak in the fifth round.": [],
    "Rain washed out the third round of the $1.5 million Harrow Classic on Saturday.": [],
    "Women's singles, 2nd round": [],
    "Dunmore Rovers were drawn against Ashby Town in the first round of the cup.": [],
    "Anand Rao, who won the first round of voting with 45 votes, faces Lena Brandt.": [],
    "The Kestrian Front wants Port Aldra as the capital of a future state.": [],
    "Two tourists were taken to hospital in the Austrian capital, Kessler Police said.": [],
    (
        "The Reform Party of Kestria merged with the Kestrian Alliance in 2003 to form the Conservative "
        "Party, its leader said before the election."
    ): [],
    (
        "The Liberal Democratic Party announced an agreement to merge with the smaller Innovation Party "
        "ahead of the 2016 elections."
    ): [],
    "Gaskor is listed on the stock markets of Oslo, London and Frankfurt.": [],
    "Shares of Tidewell are listed on the Nasdaq under the symbol TDWL.": [],
    "A first-round pick in the 2019 draft, Cole Harmon signed with Denver.": [],
    "Jana Novak took a one-shot lead into the final round of the $1.2 million Milton Open.": [],
    "Quillnest closes its second round at a valuation of $90M.": [
        "Quillnest | at USD 90m | closed",
    ],
    "Tarnbeck Ltd's third round was led by Corvid Capital.": [
        "Tarnbeck Ltd | lead Corvid Capital",
    ],
    "Ovenbird, whose first round came from angels, now seeks $20M in a second round.": [
        "Ovenbird | USD 20m | in_talks",
    ],
    "Quillnest has completed the final round of its funding, bringing in Corvid Capital.": [
        "Quillnest | closed",
    ],
    "Corvid Capital and Peltry participated in the first round of Ovenbird's investment.": [
        "Ovenbird | Corvid Capital, Peltry",
    ],
    "Ovenbird is listed on the London Stock Exchange after raising £40M in its IPO last week.": [
        "ipo | Ovenbird | GBP 40m",
    ],
    "Ovenbird will be listed on the London Stock Exchange on Friday.": [
        "ipo | Ovenbird",
    ],
    ("Party Hollow, an events start-up, merged with rival Festive, led by its president, and will seek new seats."): [],
    "Ovenbird is being listed on the Nasdaq today under the symbol OVN.": [
        "ipo | Ovenbird",
    ],
    "Ovenbird is to be listed on the Nasdaq in May.": [
        "ipo | Ovenbird",
    ],
}
"""Title and text, parted by a bar, and what is told."""


@pytest.mark.parametrize("text", TOLD)
def test_words_of_deals_used_of_other_things(text: str) -> None:
    assert lines_with_title(text) == TOLD[text]
