"""Deals as tables: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import msgspec

from dealwire.core.tables import TABLES, harmless
from dealwire.ports import PublicView


class CsvPublisher:
    """Writes deals.csv, investors.csv and evidence.csv (UTF-8 with a mark that spreadsheets need to see it)."""

    def publish(self, view: PublicView, directory: Path, progress: Callable[[int], None]) -> list[Path]:
        """See `Publisher`."""
        paths = []
        for table, (columns, rows) in TABLES.items():
            path = directory / f"{table}.csv"
            with path.open("w", encoding="utf-8-sig", newline="") as f:
                writer = csv.DictWriter(f, columns)
                writer.writeheader()
                for record in view.deals():
                    writer.writerows({k: harmless(v) for k, v in row.items()} for row in rows(record))
                    progress(table == "deals")
            paths.append(path)
        return paths


class JsonlPublisher:
    """Writes deals.jsonl, the records of `dealwire deals --format jsonl`."""

    def publish(self, view: PublicView, directory: Path, progress: Callable[[int], None]) -> list[Path]:
        """See `Publisher`."""
        path = directory / "deals.jsonl"
        with path.open("wb") as f:
            for record in view.deals():
                f.write(msgspec.json.encode(record) + b"\n")
                progress(1)
        return [path]
