from __future__ import annotations

import json
import time
from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.extract import english
from dealwire.model import DealReport, Precision, Told
from tests.conftest import shared
from tests.core.extract.english.told import read

PIECES = (
    "Lumora",
    "Pier Group",
    "raised",
    "$5 million",
    "in",
    "Series A",
    "funding",
    "led by",
    "Norrland Ventures",
    ",",
    ".",
    "\n",
    "acquired",
    "for",
    "a",
    "round",
    "and",
    "with participation from",
    "(",
    ")",
    "“",
    "’s",
    "to",
    "valued at",
    "fund",
    "IPO",
    "sold",
    "2023",
    "the company",
    "$",
    "€3m",
    ";",
)


def values(deal: DealReport) -> list[Told[object]]:
    """Return all that is told of a deal."""
    fields = (
        deal.kind,
        deal.company,
        deal.status,
        deal.amount,
        deal.valuation,
        deal.round,
        deal.round_label,
        deal.background,
    )
    return [told for told in (*fields, deal.announced_on, *deal.investors) if told is not None]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.lists(st.sampled_from(PIECES), max_size=8))
def test_every_value_quotes_the_text(text: list[str], title: list[str]) -> None:
    head = " ".join(title).replace("\n", " ")
    content = f"{head}\n{' '.join(text)}"
    reading = english.read(content, len(head), date(2024, 3, 1))
    for deal in chain(reading.deals, reading.nameless):
        for told in values(deal):
            assert content[told.start : told.end] == told.quote
            assert told.quote
            assert 0 < told.confidence <= 1
    assert all(deal.company is not None for deal in reading.deals)
    assert all(deal.company is None for deal in reading.nameless)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    english.read(f"\n{text}", 0, None)


HOSTILE = (
    "Acme ",
    "Acme Beta, ",
    "raised $5M ",
    "led by Acme and ",
    "(",
    "“",
    "$",
    "1,",
    "Acme acquires Beta, ",
    "Series A ",
    "A.",
    "a-",
    "Acme's ",
    "\n",
    "to raise ",
    "sold Acme to Beta, ",
    "IPO of Acme ",
    "valued at $5 billion ",
    "x",
    "in talks to ",
    "A & ",
    "after a ",
    "bringing total raised funding to ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    english.read(f"T\n{text}", 1, None)
    assert time.process_time() - started < 5


def test_a_date_in_the_sentence_is_the_deals() -> None:
    (deal,) = read("Lumora raised $5 million on Tuesday.", published=date(2024, 3, 1)).deals
    assert deal.announced_on is not None
    assert deal.announced_on.value.value == date(2024, 2, 27)


def test_the_year_of_foundation_is_not_the_deals() -> None:
    (deal,) = read("Lumora, founded in 2019, raised $5 million.", published=date(2024, 3, 1)).deals
    assert deal.announced_on is None


def test_an_undated_text_has_the_year_that_it_speaks_of() -> None:
    (deal,) = read("Lumora is seeking at least $600 million, its second raise earlier in 2024.").deals
    assert deal.announced_on is not None
    assert deal.announced_on.value.precision is Precision.YEAR


def test_the_seeds_read_well() -> None:
    folder = shared("seeds")
    told = {}
    for path in sorted(folder.iterdir()):
        text = path.read_text(encoding="utf-8")
        head, _, body = text.removeprefix("---\n").partition("\n---\n")
        title = next(
            (json.loads(line.partition(": ")[2]) for line in head.splitlines() if line.startswith("title: ")), ""
        )
        excerpt = next(
            (json.loads(line.partition(": ")[2]) for line in head.splitlines() if line.startswith("excerpt: ")), text
        )
        content = f"{title}\n{excerpt}"
        told[path.name] = english.read(content, len(title), None).deals
        assert body is not None
    companies = {deal.company.value for deals in told.values() for deal in deals if deal.company}
    assert companies == {"Moonshot AI", "Zhipu", "MiniMax"}
