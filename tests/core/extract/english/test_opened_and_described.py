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
