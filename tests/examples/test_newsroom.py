"""What the examples are there to show, end to end: many reports, few deals, every disagreement in sight."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dealwire.core import records
from dealwire.core.extract import extract
from dealwire.core.names import fold
from dealwire.model import Article
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from tests.examples.test_gold import EXAMPLES, FOLDERS, Line, articles, gold

__all__ = ["articles", "gold"]  # fixtures

Record = dict[str, Any]


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dealwire]:
    with Dealwire(str(tmp_path_factory.mktemp("examples") / "t.db")) as opened:
        counts = opened.ingest(opened.files([str(EXAMPLES / folder) for folder in FOLDERS]))
        assert counts.rejected == ()
        yield opened


@pytest.fixture(scope="module")
def deals(wire: Dealwire) -> dict[str, list[Record]]:
    """Every deal, by its company."""
    by_company = defaultdict(list)
    for record in wire.deal_records(DealFilter()):
        by_company[record["company"]].append(record)
    return by_company


def the(deals: dict[str, list[Record]], company: str, **wanted: object) -> Record:
    (deal,) = (d for d in deals[company] if all(d[k] == v for k, v in wanted.items()))
    return deal


def test_the_reader_finds_what_a_person_finds(gold: list[Line], articles: dict[str, Article]) -> None:
    """Nine deals in ten, by kind and company, and hardly any that is none."""
    found = told = expected = 0
    for line in gold:
        read = [records.deal_record(d) for d in extract(articles[line["id"]]).deals]
        keys = {(d["kind"], fold(d["company"]), d["background"]) for d in line["deals"]}
        mine = {(d["kind"], fold(d["company"]), d["background"]) for d in read}
        expected += len(keys)
        told += len(mine)
        found += len(keys & mine)
    assert found / expected >= 0.88
    assert found / told >= 0.9


def test_a_rumour_that_closes_is_one_deal_with_a_history(deals: dict[str, list[Record]]) -> None:
    deal = the(deals, "Tideline Robotics")
    assert len(deal["articles"]) == 4
    assert [s["status"] for s in deal["history"]][-2:] == ["announced", "closed"]
    assert deal["status"] == "closed"
    assert deal["announced_on"] == {"value": "2025-09-24", "precision": "day"}
    assert deal["conflicts"] == []


def test_sums_in_two_currencies_agree_and_the_more_precise_speaks(deals: dict[str, list[Record]]) -> None:
    deal = the(deals, "Lumenfold")
    assert (deal["amount"]["value"], deal["amount"]["currency"]) == (55_000_000, "EUR")
    assert deal["conflicts"] == []


def test_a_true_conflict_stands_on_both_sides(deals: dict[str, list[Record]]) -> None:
    deal = the(deals, "Nimbus Orchard")
    (conflict,) = deal["conflicts"]
    assert conflict["field"] == "amount"
    assert {conflict["value"]["verbatim"], *(c["value"]["verbatim"] for c in conflict["against"])} >= {"€200 Million"}


def test_a_wire_copy_under_three_mastheads_is_one_deal_one_story_one_origin(
    wire: Dealwire, deals: dict[str, list[Record]]
) -> None:
    deal = the(deals, "Kestrel Grid")
    assert len(deal["articles"]) == 3
    (story,) = (s for s in wire.story_records(999) if set(deal["articles"]) & set(s["articles"]))
    assert (sorted(story["articles"]), story["origins"]) == (sorted(deal["articles"]), 1)
    assert deal["origins"] == 1


def test_a_first_close_and_an_extension_are_tranches_of_one_round(deals: dict[str, list[Record]]) -> None:
    deal = the(deals, "Brackwater")
    assert [(part["name"], part["amount"]["value"], part["articles"]) for part in deal["tranches"]] == [
        ("first", 70_000_000, ["brackwater-first"]),
        ("extension", 20_000_000, ["brackwater-more"]),
    ]
    assert deal["conflicts"] == []


def test_a_sources_record_counts_what_others_confirmed(wire: Dealwire) -> None:
    of = {record.name: record for record in wire.source_records()}
    assert of["harbourledger.example"].confirmed >= 5
    assert of["harbourledger.example"].weight > 1
    assert of["fjordpost.example"].contradicted == 1, "its sum for Nimbus Orchard is at odds with another's"


def test_one_company_under_an_english_and_a_chinese_name(wire: Dealwire, deals: dict[str, list[Record]]) -> None:
    names = wire.organisation("澜石机器人").organisation.names
    assert "Lanstone Robotics" in names
    assert len(the(deals, "Lanstone Robotics", kind="funding_round")["articles"]) == 2


def test_a_fund_an_acquisition_from_both_sides_and_a_listing(deals: dict[str, list[Record]]) -> None:
    assert the(deals, "Mossgate Ventures")["kind"] == "fund_close"
    bought = the(deals, "Graywell Analytics")
    assert (bought["kind"], len(bought["articles"])) == ("acquisition", 2)
    assert [(i["name"], i["role"]) for i in bought["investors"]] == [("Marrow Bay Systems", "acquirer")]
    assert the(deals, "Quillstone", kind="ipo")["amount"]["currency"] == "GBP"


def test_an_edited_title_is_one_article(wire: Dealwire) -> None:
    titles = [a.title for a in wire.store.scan_articles() if "lanstone" in (a.url or "")]
    assert len(titles) == 1


def test_no_deal_is_made_of_a_lawsuit_a_launch_or_a_budget(gold: list[Line], articles: dict[str, Article]) -> None:
    empty = [line["id"] for line in gold if not line["deals"]]
    assert len(empty) >= 3
    false = {id_: [d.kind.quote for d in extract(articles[id_]).deals] for id_ in empty}
    assert {id_: told for id_, told in false.items() if told} == {}


def test_every_deal_shows_its_sentences(wire: Dealwire, deals: dict[str, list[Record]]) -> None:
    texts = {a.ref: a.content for a in wire.store.scan_articles()}
    for deal in (d for of in deals.values() for d in of):
        for field, evidence in deal["evidence"].items():
            content = texts[evidence["article"]]
            assert content[evidence["start"] : evidence["end"]] == evidence["quote"], (deal["company"], field)


def test_the_gold_is_of_the_contract() -> None:
    fields = set(records.DEAL_FIELDS) - {"announced_on"} | {"investors"}
    for line in (Path(__file__).parent / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        for deal in json.loads(line)["deals"]:
            assert set(deal) == fields
