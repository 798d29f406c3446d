"""What a rule of reconciliation decides of one field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dealwire.model import Support


@dataclass(frozen=True, slots=True)
class Ruling:
    """The value (plain JSON) that won, by which rule, the claims for and against, and whether they contradict it."""

    value: Any
    rule: str
    support: tuple[Support, ...]
    against: tuple[Support, ...]
    conflict: bool = False
