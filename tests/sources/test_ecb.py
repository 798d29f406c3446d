"""The shipped exchange rates load, and a broken file is told as such."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from dealwire.errors import InputError
from dealwire.sources import ecb


def test_the_shipped_table_knows_the_rates_of_the_time() -> None:
    rates = ecb.load()
    low, high = rates.rate("CNY", date(2023, 10, 20)) or (0, 0)
    assert 1 / 7.5 < low < high < 1 / 7.1
    assert rates.rate("EUR", date(2024, 6, 3), into="EUR") == (1.0, 1.0)
    assert rates.rate("XXX", date(2024, 6, 3)) is None
    assert ecb.load() is rates


def test_gaps_in_a_table_are_no_rates(tmp_path: Path) -> None:
    path = tmp_path / "rates.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("rates.csv", "Date,USD,CNY,\n2024-01-03,1.1,N/A,\n2024-01-02,1.2,7.8,\n\n")
    rates = ecb.load(str(path))
    assert rates.rate("USD", date(2024, 1, 3), into="EUR") == (1 / 1.2, 1 / 1.1)
    assert len(rates.per_euro["CNY"][0]) == 1


@pytest.mark.parametrize("body", [b"", b"no zip"])
def test_a_broken_file_is_an_input_error(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "rates.zip"
    path.write_bytes(body)
    with pytest.raises(InputError, match="can't be read"):
        ecb.load(str(path))


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        ecb.load(str(tmp_path / "nowhere.zip"))
