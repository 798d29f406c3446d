"""The three real records that dealwire was first made for, end to end through the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.run import dealwire
from tests.conftest import shared

Record = dict[str, Any]


@pytest.fixture(scope="module", params=["shipped", "none"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return a store of the seeds, made with and without the shipped alias table."""
    db = tmp_path_factory.mktemp("seeds") / "t.db"
    environment = {"DEALWIRE_ALIASES": "none"} if request.param == "none" else {}
    done = dealwire("ingest", "--db", str(db), str(shared("seeds")), env=environment)
    assert done.returncode == 0, done.stderr
    return db, environment


@pytest.fixture(scope="module")
def deals(store: tuple[Path, dict[str, str]]) -> dict[str, Record]:
    db, environment = store
    done = dealwire("deals", "--db", str(db), "--format", "jsonl", env=environment)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted(r["company"] for r in records) == ["MiniMax", "Moonshot AI", "Zhipu"]
    return {r["company"]: r for r in records}


def test_moonshot(deals: dict[str, Record]) -> None:
    deal = deals["Moonshot AI"]
    assert [(i["name"], i["role"]) for i in deal["investors"]] == [("Alibaba", "lead")]
    assert (deal["amount"]["value"], deal["amount"]["currency"]) == (1_000_000_000, "USD")
    assert (deal["valuation"]["value"], deal["valuation"]["currency"]) == (2_500_000_000, "USD")
    assert deal["announced_on"]["value"].startswith("2024-02")
    assert not deal["background"]
    assert deal["conflicts"] == []


def test_zhipu(deals: dict[str, Record]) -> None:
    deal = deals["Zhipu"]
    assert {i["name"].split()[0] for i in deal["investors"]} == {"Alibaba", "Tencent"}
    assert (deal["amount"]["value"], deal["amount"]["currency"]) == (2_500_000_000, "CNY")
    assert [(m["value"], m["currency"]) for m in deal["amount"]["also"]] == [(342_000_000, "USD")]
    assert deal["announced_on"]["value"].startswith("2023")
    assert deal["conflicts"] == []
    assert deal["valuation"] is None


def test_minimax(deals: dict[str, Record]) -> None:
    deal = deals["MiniMax"]
    assert [(i["name"], i["role"]) for i in deal["investors"]] == [("Alibaba", "lead")]
    amount = deal["amount"]
    assert (amount["value"], amount["currency"], amount["qualifier"]) == (600_000_000, "USD", "at_least")
    assert deal["status"] == "in_talks"
    assert deal["announced_on"]["value"].startswith("2024")


def test_explain_shows_the_quotes_of_each_value(store: tuple[Path, dict[str, str]], deals: dict[str, Record]) -> None:
    db, environment = store
    for company, deal in deals.items():
        told = json.loads(dealwire("explain", deal["id"], "--db", str(db), "--json", env=environment).stdout)
        for name, field in told["fields"].items():
            assert field["for"] or field["value"] is None, (company, name)
    told = json.loads(dealwire("explain", "Zhipu", "--db", str(db), "--json", env=environment).stdout)
    agreeing = " ".join(claim["value"]["verbatim"] for claim in told["fields"]["amount"]["for"])
    for sum_ in ("2.5 billion yuan", "$342 Million", "$340 Million", "$300 million-plus"):
        assert sum_ in agreeing
    assert told["fields"]["amount"]["against"] == []
    page = dealwire("explain", "Zhipu", "--db", str(db), env=environment).stdout
    assert "300 million-plus" in page
    assert "caixinglobal.com" in page


def test_company_facts_are_told_of_the_organisation(store: tuple[Path, dict[str, str]]) -> None:
    db, environment = store
    told = json.loads(dealwire("org", "show", "MiniMax", "--db", str(db), "--json", env=environment).stdout)
    facts = {(f["field"], f["value"]) for f in told["facts"]}
    assert ("founder", "Yan Junjie") in facts
    assert ("founded_on", "2021-12") in facts
    assert ("founder_former_post", "vice president, SenseTime") in facts
    assert {("serves", "WPS"), ("serves", "Xiaohongshu")} <= facts
    assert all(f["quote"] for f in told["facts"])


def test_the_export_reproduces_the_front_matter(store: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    db, environment = store
    assert dealwire("export", "hub", str(tmp_path), "--db", str(db), env=environment).returncode == 0
    for seed in sorted(shared("seeds").iterdir()):
        original, written = (p.read_text(encoding="utf-8") for p in (seed, tmp_path / seed.name))
        if not original.lstrip().startswith("---"):
            assert written == original
            continue
        front, again = (yaml.safe_load(text.split("---")[1]) for text in (original, written))
        assert list(again) == list(front)
        for key, value in front.items():
            assert again[key] == value, key
