"""Percentages."""

from __future__ import annotations

from decimal import Decimal

from dealwire.core.extract.percent import find_percents


def test_percentages() -> None:
    content = "bought 51% of it, then 33.3 per cent more; 百分之二十 and 百分之15 of 2024"
    assert [(told.quote, told.value) for told in find_percents(content)] == [
        ("51%", Decimal(51)),
        ("33.3 per cent", Decimal("33.3")),
        ("百分之15", Decimal(15)),
    ]
