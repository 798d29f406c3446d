"""Floors: the figures below which no change may bring the readers, unless it says why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

SLACK: Final = 0.0005
"""Figures are compared to three digits."""


class LoweredError(Exception):
    """Floors would fall, and nobody has said why."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floor of each figure by name (shares, the higher the better), and what was ever lowered, with the reason."""

    figures: Mapping[str, float]
    lowered: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read floors from a file; there are none where there is no file."""
        if not path.exists():
            return cls({})
        kept = json.loads(path.read_text(encoding="utf-8"))
        return cls(kept["figures"], tuple(kept["lowered"]))

    def save(self, path: Path) -> None:
        """Write floors to a file."""
        kept = {"figures": dict(self.figures), "lowered": list(self.lowered)}
        path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def below(self, measured: Mapping[str, float]) -> list[str]:
        """Return the figures that lie below their floor, or that are no longer measured."""
        return sorted(name for name, floor in self.figures.items() if measured.get(name, -1.0) < floor - SLACK)

    def updated(self, measured: Mapping[str, float], why: str | None = None) -> Floors:
        """Return the measured figures as floors.

        Raises:
            LoweredError: one of them would fall or go, and `why` gives no reason.
        """
        below = self.below(measured)
        if below and not (why or "").strip():
            raise LoweredError(f"{len(below)} figures would fall, and no reason is given: {', '.join(below)}")
        fallen = [{"figure": n, "from": self.figures[n], "to": measured.get(n), "why": why} for n in below]
        return Floors(dict(measured), (*self.lowered, *fallen))
