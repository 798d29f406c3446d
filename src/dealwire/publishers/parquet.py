"""Deals as Parquet, for pandas, DuckDB and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dealwire.core.tables import TABLES
from dealwire.ports import PublicView

GROUP = 10_000
"""Rows that are held in memory and written as one row group."""

TYPES: Mapping[str, pa.DataType] = {
    "amount": pa.int64(),
    "amount_max": pa.int64(),
    "amount_usd": pa.int64(),
    "valuation": pa.int64(),
    "valuation_max": pa.int64(),
    "background": pa.bool_(),
    "origins": pa.int32(),
    "confidence": pa.float64(),
    "start": pa.int32(),
    "end": pa.int32(),
}
"""The columns that are not text."""


class ParquetPublisher:
    """Writes deals.parquet, investors.parquet and evidence.parquet, compressed with zstd."""

    def publish(self, view: PublicView, directory: Path, progress: Callable[[int], None]) -> list[Path]:
        """See `Publisher`."""
        paths = []
        for table, (columns, rows) in TABLES.items():
            path = directory / f"{table}.parquet"
            schema = pa.schema([(c, TYPES.get(c, pa.string())) for c in columns])

            def flat(
                rows: Callable[[Mapping[str, Any]], Iterator[dict[str, Any]]] = rows, table: str = table
            ) -> Iterator[dict[str, Any]]:
                for record in view.deals():
                    yield from rows(record)
                    progress(table == "deals")

            stream = flat()
            with pq.ParquetWriter(path, schema, compression="zstd") as writer:
                while group := list(islice(stream, GROUP)):
                    writer.write_table(pa.Table.from_pylist(group, schema=schema))
            paths.append(path)
        return paths
