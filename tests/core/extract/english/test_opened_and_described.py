"""Words of time that open a sentence, headlines that only describe, and articles that present their company late."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

OPENERS = (
    "Last year",
    "Last Tuesday",
    "Early last month",
    "Late in 2021",
    "Back in March",
    "Back in March,",
    "Overnight",
    "Shortly afterwards,",
    "Initially,",
    "Eventually,",
    "Next year,",
    "Now,",
    "Months later",
)


@pytest.mark.parametrize("opener", OPENERS)
def test_words_of_time_are_no_company(opener: str) -> None:
    """A capital that a word has for its place alone names nobody."""
    told = lines(f"Kelpwood opened an office in Oslo. {opener} the startup raised $1.2 million from Rowan Fund.")
    assert [line.split(" | ")[0] for line in told] == ["Kelpwood"]


@pytest.mark.parametrize("name", ["Next Orchard", "Back Street", "Last Bell Health", "Early Harvest"])
def test_such_words_may_begin_a_name(name: str) -> None:
    """Followed by a capital they do."""
    assert lines(f"{name} raised $1.2 million in a seed round.") == [f"{name} | USD 1.2m | seed"]


DESCRIBED = (
    "Pump-leasing firm gets $9 million boost",
    "Ferry maker raises $9 million",
    "Kite app raises $9 million",
    "Quiet Farming startup bags $9 million",
    "Former Lathe engineer raises $9 million for kites",
    "Harbor Town VCs raise $9 million for a kite startup",
)


@pytest.mark.parametrize("title", DESCRIBED)
def test_a_headline_that_describes_is_the_company_below(title: str) -> None:
    """The same sum below it names who gets it."""
    told = lines("Velorum has raised $9 million in a Series A round led by Rowan Fund, the company said.", title)
    assert told == ["Velorum | USD 9m | series_a | lead Rowan Fund"]


PRESENTED = (
    "Ada Lindqvist spent ten years at sea. Her startup Velorum makes kites for ships.",
    "When Ada Lindqvist left the navy, she had no plan. Today her company, Velorum, sells kites in ten ports.",
    "Sails are coming back. That is good news for Velorum, a startup in Bergen that pulls ships with kites.",
    "Velorum makes kites for ships. Rival Sailtech raised $40 million last year.",
)


@pytest.mark.parametrize("opening", PRESENTED)
def test_the_company_that_an_opening_presents(opening: str) -> None:
    """However late it is named, "the startup" is it, and no rival."""
    news = [line for line in lines(f"{opening} The startup has raised $9 million in a Series A round.") if "9m" in line]
    assert news == ["Velorum | USD 9m | series_a"]


MEMBERS = {
    "The money comes from Rowan Fund, the Oslo venture firm, and Alder House.": "Alder House, Rowan Fund",
    "Alder House joined lead investor Rowan Fund in the round.": "Alder House, lead Rowan Fund",
    "Rowan Fund led the round, with Alder House chipping in.": "Alder House, lead Rowan Fund",
    "It was led by Oslo-based VC Rowan Fund and joined by family office Alder House.": "Alder House, lead Rowan Fund",
    "VC firm Rowan Fund and PE investor Alder House invested in the round.": "Alder House, Rowan Fund",
}


@pytest.mark.parametrize(("sentence", "backers"), MEMBERS.items())
def test_who_is_in_the_round(sentence: str, backers: str) -> None:
    """A place and what a firm is do not end the list, and who leads is told by its name."""
    assert lines(f"Velorum raised $9 million. {sentence}") == [f"Velorum | USD 9m | {backers}"]


RECALLED = (
    "In its 2021 seed round the company took in $1 million from Rowan Fund.",
    "Back in 2021 Velorum secured $1 million from Rowan Fund.",
)


@pytest.mark.parametrize("sentence", RECALLED)
def test_a_round_of_a_year_before_is_history(sentence: str) -> None:
    """A year within "its 2021 seed round", or at the sentence's head, says so."""
    told = lines(f"Velorum raised $9 million in a Series A led by Alder House. {sentence}")
    assert ["background" in line for line in told] == [False, True]


UNGOVERNED = (
    "That promise has earned the company a $9 million Series A.",
    "That won it a $9 million Series A.",
    "A new $9 million Series A round, announced today, will help it grow.",
    "Backed by $9 million in Series A funding, it is opening a yard.",
)


@pytest.mark.parametrize("sentence", UNGOVERNED)
def test_a_round_that_no_verb_gives_is_the_companys_at_hand(sentence: str) -> None:
    """Where the text speaks of one company, and the sentence of it."""
    assert lines(f"Velorum makes kites for ships. {sentence}") == ["Velorum | USD 9m | series_a"]


NAMED_ONCE = (
    "The fjords are a tough place for a startup. Not for Velorum.",
    "Ships burn much oil. Startups such as Velorum hope to change that.",
    "BERGEN, Norway, Dec. 1, 2026 -- Velorum, the kite company, is going global.",
    "Ada Lindqvist grew up on an island. Now she runs Velorum, which builds kites for ships.",
    "What do you get when you tie a kite to a ship? For Velorum, the answer is money.",
)


@pytest.mark.parametrize("opening", NAMED_ONCE)
def test_the_only_company_that_an_opening_names_gets_the_round(opening: str) -> None:
    """Though no sentence presents it."""
    assert lines(f"{opening} The company picked up $9 million in Series A funding.") == ["Velorum | USD 9m | series_a"]


NO_DEALS = (
    "Velorum won a contract worth $60 million to build ferries for Seattle.",
    "Velorum landed a deal worth $60 million to supply kites to Hamburg.",
    "Velorum secured an order worth $60 million from Seattle.",
    "Velorum named Ana Berg finance chief. The company has raised $34 million from investors including Rowan Fund.",
)


@pytest.mark.parametrize("text", NO_DEALS)
def test_work_that_is_paid_and_money_raised_in_all_are_no_rounds(text: str) -> None:
    """Nor is what somebody helped another firm to."""
    assert lines(text) == []


PAST = (
    "Velorum named Ana Berg finance chief. Berg helped Norrland to raise $2 billion in bonds.",
    "Velorum makes kites for ships. In 2024 it raised $25 million in a round led by Rowan Fund.",
    "Pelt bought Velorum for $300 million. Velorum was valued at $200 million in its last funding round.",
    "Velorum raised $25 million in a Series B. Rival Candela raised $40 million in March.",
)


@pytest.mark.parametrize("text", PAST)
def test_what_an_article_recalls_beside_its_news(text: str) -> None:
    """Of another firm, of a year before, or before a purchase."""
    assert "background" in lines(text)[-1]


def test_of_a_partner_at_a_firm_which_led_the_firm_led() -> None:
    """And nobody named "Electric" backs what "is back"."""
    told = lines(
        "Velorum raised $9 million. Kjell Dahl, a general partner at Rowan Fund, which led the round, will join."
    )
    assert told == ["Velorum | USD 9m | lead Rowan Fund"]
    told = lines("Electric ferry startup Velorum is back on the fundraising trail. It aims to raise $9 million.")
    assert told == ["Velorum | USD 9m | in_talks"]


COUNTED = {
    "from two west coast venture capital firms, Rowan and Alder House.": "Alder House, Rowan",
    "from three investors, Rowan Fund, Alder House and Fjord Fund.": "Alder House, Fjord Fund, Rowan Fund",
    "from two Norwegian funds: Rowan Fund and Alder House.": "Alder House, Rowan Fund",
}


@pytest.mark.parametrize(("backed", "backers"), COUNTED.items())
def test_backers_that_are_counted_before_they_are_named(backed: str, backers: str) -> None:
    """A comma or a colon leads to their names."""
    assert lines(f"Velorum raised $9 million {backed}") == [f"Velorum | USD 9m | {backers}"]


def test_a_companys_seat_is_no_company() -> None:
    """Nor does who will also invest stay out of the round."""
    told = lines("Velorum raised $150 million in its IPO. The Dayton, OH, biotech said that it sold 8 million shares.")
    assert told == ["ipo | Velorum | USD 150m"]
    told = lines("Velorum raised $9 million from Rowan Fund. Alder House will also invest, as will Fjord Fund.")
    assert told == ["Velorum | USD 9m | Alder House, Fjord Fund, Rowan Fund"]
