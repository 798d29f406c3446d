"""Percentages, which tell the size of a stake: "51%", "33.3 per cent", 百分之二十."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from dealwire.model import Told

_PERCENT: Final = re.compile(
    r"(?<![\d.,])(\d{1,4}(?:\.\d{1,6})?)(?:[ \xa0]?[%％]|[ -]per[ -]?cents?\b)|百分之(\d{1,3}(?:\.\d{1,6})?)"
)


def find_percents(content: str) -> tuple[Told[Decimal], ...]:
    """Return the percentages of a text in order; the value of "51%" is 51."""
    return tuple(Told(Decimal(m[1] or m[2]), m.start(), m.end(), m[0]) for m in _PERCENT.finditer(content))
