"""The table of names that are known to be one organisation's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dealwire.core.names import fold


@dataclass(frozen=True, slots=True)
class Aliases:
    """Folded name → the organisation's canonical English name. A name given to two organisations decides nothing."""

    entities: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Aliases:
        """Make the table from rows with an `entity` and one of its names, `name`; other columns don't matter here."""
        owners: dict[str, set[str]] = {}
        for row in rows:
            entity = row["entity"].strip()
            for name in (entity, row["name"].strip()):
                if name:
                    owners.setdefault(fold(name), set()).add(entity)
        return cls({key: next(iter(names)) for key, names in owners.items() if len(names) == 1})

    def entity(self, key: str) -> str | None:
        """Return the organisation that a folded name is known to be, or None."""
        return self.entities.get(key)

    def blocks(self, key: str) -> frozenset[str]:
        """Return the block in which all known names of an organisation meet; none for an unknown name."""
        entity = self.entities.get(key)
        return frozenset() if entity is None else frozenset({f"e:{entity}"})


NO_ALIASES = Aliases()
