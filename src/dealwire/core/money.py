"""Sums as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "JP¥", "CNY": "CN¥", "HKD": "HK$", "SGD": "S$"}
SCALES = ((1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"), (1_000, "k"))
HEDGES = {"about": "~", "at_least": "≥ ", "at_most": "≤ "}


def sign(currency: str) -> str:
    """Return what stands before a sum in a currency: its sign, else its code."""
    return SIGNS.get(currency, f"{currency} ")


def short(value: float, currency: str) -> str:
    """Return a sum with its currency and at most four digits: "$342M", "CN¥2.5B", "SEK 40M"."""
    mark = sign(currency)
    for size, letter in SCALES:
        if abs(value) >= size:
            return f"{mark}{value / size:.4g}{letter}"
    return f"{mark}{value:,.0f}"


def told(money: Mapping[str, Any] | None) -> str:
    """Return a sum of a deal record with its hedge: "≥ $600M", "CN¥10M–100M"; "" for none."""
    if not money:
        return ""
    text = HEDGES.get(money["qualifier"], "") + short(money["value"], money["currency"])
    if money["qualifier"] == "range" and money.get("max"):
        text += "–" + short(money["max"], money["currency"]).removeprefix(sign(money["currency"]))
    return text
