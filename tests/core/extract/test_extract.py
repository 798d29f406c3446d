"""Extraction as a whole: the gate, the reader of the language, and facts where they are asked for."""

from __future__ import annotations

import subprocess
import sys

from dealwire.core.extract import deals, extract
from dealwire.model import Reading
from tests.factories import make_article

TEXT = "Harrow Labs, founded in 2019 by Jane Doe, raised $30M in a Series B round led by Oakhill Ventures."


def test_facts_are_told_beside_the_deals_unless_only_deals_are_asked_for() -> None:
    article = make_article(title="Harrow Labs raises $30M", text=TEXT)
    whole, alone = extract(article), deals(article)
    assert "2019" in [fact.value.value for fact in whole.facts if fact.field == "founded_on"]
    assert (whole.deals, whole.nameless, whole.names) == (alone.deals, alone.nameless, alone.names)
    assert alone.facts == ()


def test_nothing_is_read_of_a_text_that_the_gate_stops() -> None:
    assert extract(make_article(title="Rain in Lisbon", text="It rained.")) == Reading()


def test_a_text_in_another_language_is_read_by_the_rules_for_english() -> None:
    told = extract(make_article(title="Harrow Labs raises $30M Series B", text="", lang="fr"))
    assert [deal.company.value for deal in told.deals if deal.company] == ["Harrow Labs"]


def test_the_rules_of_a_language_are_compiled_when_first_needed() -> None:
    program = (
        "import sys; from dealwire.service import door; from dealwire.core.extract import READERS;"
        "sys.exit(any(f'dealwire.core.extract.{package}' in sys.modules for package in READERS.values()))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603
