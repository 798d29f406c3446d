"""What is exported can be read again by those whom it is for."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml

from dealwire.core.tables import DEAL_COLUMNS, harmless
from tests.cli.run import dealwire

ARTICLE = {
    "id": "a1",
    "title": "=Veloria raises $45M",
    "text": "Veloria Labs has raised $45 million in a Series B round led by Northgate Ventures.",
    "url": "https://daily.example/veloria",
    "published": "2026-03-04T09:00:00Z",
}
RECORD = """---
category: news
title: "Tarn Robotics buys Quillon AI"
webUrl: "https://hub.example/tarn"
publishedDateTime: 2026-03-05T09:00:00Z
published: false
strange: {kept: [1, 2.50, "2026-01-01"]}
secured: "b3BhcXVl;aXY="
---

Tarn Robotics has acquired Quillon AI for $20 million.
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("in")
    (folder / "a.jsonl").write_text(json.dumps(ARTICLE), encoding="utf-8")
    (folder / "tarn.md").write_text(RECORD, encoding="utf-8")
    path = str(tmp_path_factory.mktemp("store") / "t.db")
    assert dealwire("ingest", str(folder), "--db", path).returncode == 0
    return path


def exported(db: str, format_: str, folder: Path, *options: str) -> list[Path]:
    done = dealwire("export", format_, str(folder), "--db", db, "--json", *options)
    assert done.returncode == 0, done.stderr
    return [Path(p) for p in json.loads(done.stdout)["files"]]


def test_csv(db: str, tmp_path: Path) -> None:
    assert [p.name for p in exported(db, "csv", tmp_path, "--drafts")] == ["deals.csv", "investors.csv", "evidence.csv"]
    with (tmp_path / "deals.csv").open(encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f))
    assert tuple(rows[0]) == DEAL_COLUMNS
    assert {(r["company"], r["kind"], r["amount"]) for r in rows} == {
        ("Veloria Labs", "funding_round", "45000000"),
        ("Quillon AI", "acquisition", "20000000"),
    }
    with (tmp_path / "investors.csv").open(encoding="utf-8-sig", newline="") as f:
        assert {(r["investor"], r["role"]) for r in csv.DictReader(f)} == {
            ("Northgate Ventures", "lead"),
            ("Tarn Robotics", "acquirer"),
        }


def test_no_cell_is_taken_for_a_formula() -> None:
    assert [harmless(c) for c in ("=1+1", "@x", "Acme", -5, None)] == ["'=1+1", "'@x", "Acme", -5, None]


def test_parquet_holds_the_same_rows(db: str, tmp_path: Path) -> None:
    exported(db, "parquet", tmp_path, "--drafts")
    deals = pq.read_table(tmp_path / "deals.parquet")
    assert tuple(deals.column_names) == DEAL_COLUMNS
    assert set(deals.column("amount").to_pylist()) == {20_000_000, 45_000_000}
    quotes = pq.read_table(tmp_path / "evidence.parquet").to_pylist()
    assert any(q["field"] == "amount" and q["quote"].startswith("$45") for q in quotes)


def test_jsonl_with_drafts_is_what_deals_prints(db: str, tmp_path: Path) -> None:
    (path,) = exported(db, "jsonl", tmp_path, "--drafts")
    assert path.read_text(encoding="utf-8") == dealwire("deals", "--db", db, "--format", "jsonl").stdout


def test_hub_records_come_out_as_they_came_in_and_others_are_made(db: str, tmp_path: Path) -> None:
    paths = exported(db, "hub", tmp_path)
    assert len(paths) == 2
    _, front, body = (tmp_path / "tarn.md").read_text(encoding="utf-8").split("---\n", 2)
    _, original, original_body = RECORD.split("---\n", 2)
    assert list(yaml.safe_load(front).items()) == list(yaml.safe_load(original).items())
    assert body == original_body
    (made,) = (p for p in paths if p.name != "tarn.md")
    _, front, body = made.read_text(encoding="utf-8").split("---\n", 2)
    told = yaml.safe_load(front)
    assert told["title"] == ARTICLE["title"]
    assert told["webUrl"] == ARTICLE["url"]
    assert ARTICLE["text"] in f"{told.get('excerpt', '')}\n{body}"


@pytest.mark.parametrize(("format_", "files"), [("csv", 3), ("jsonl", 1), ("parquet", 3)])
def test_tables_are_without_drafts_unless_asked(db: str, tmp_path: Path, format_: str, files: int) -> None:
    def told(folder: Path, *options: str) -> str:
        paths = exported(db, format_, folder, *options)
        assert len(paths) == files
        if format_ == "parquet":
            return str([pq.read_table(path).to_pylist() for path in paths])
        return "".join(path.read_text(encoding="utf-8") for path in paths)

    assert "Quillon" not in told(tmp_path / "public")
    assert "Veloria" in told(tmp_path / "public")
    assert "Quillon" in told(tmp_path / "whole", "--drafts")


def test_a_record_that_an_editor_held_back_says_so_when_it_is_written(tmp_path: Path) -> None:
    record = RECORD.replace("published: false", "published: true")
    (tmp_path / "tarn.md").write_text(record, encoding="utf-8")
    store = str(tmp_path / "t.db")
    assert dealwire("ingest", str(tmp_path / "tarn.md"), "--db", store).returncode == 0

    def published() -> object:
        (path,) = exported(store, "hub", tmp_path / "out")
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        assert body == record.split("---\n", 2)[2]
        return yaml.safe_load(front)["published"]

    assert published() is True
    done = dealwire("review", "draft", "https://hub.example/tarn", "--by", "Ada", "--db", store, "--json")
    assert done.returncode == 0, done.stderr
    assert published() is False
    decision = json.loads(done.stdout)["id"]
    assert dealwire("review", "undo", decision, "--by", "Ada", "--db", store).returncode == 0
    assert published() is True
