"""What is known of names before any text is read: the organisations that have several, and the words of everyday."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from dealwire.core.names import fold

LONGEST_CHAIN = 4
"""So many parents above an organisation are looked at."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """Folded name → the organisation's canonical English name. A name given to two organisations decides nothing.

    `everyday` holds the words of everyday English: a name that is one of them is soon another company's too. `parents`
    gives an organisation's parent, both by canonical name, where papers name either for the same buyer or backer.
    """

    entities: Mapping[str, str] = field(default_factory=dict)
    everyday: Collection[str] = frozenset()
    parents: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_rows(
        cls,
        rows: Iterable[Mapping[str, str]],
        everyday: Iterable[str] = (),
        parents: Iterable[Mapping[str, str]] = (),
    ) -> Aliases:
        """Make the table from rows with an `entity` and one of its names, `name`, and rows with an `entity`'s `parent`.

        Other columns don't matter here.
        """
        owners: dict[str, set[str]] = {}
        for row in rows:
            entity = row["entity"].strip()
            for name in (entity, row["name"].strip()):
                if name:
                    owners.setdefault(fold(name), set()).add(entity)
        known = {key: next(iter(names)) for key, names in owners.items() if len(names) == 1}
        return cls(known, frozenset(everyday), {row["entity"].strip(): row["parent"].strip() for row in parents})

    def entity(self, key: str) -> str | None:
        """Return the organisation that a folded name is known to be, or None."""
        return self.entities.get(key)

    def owned_by(self, part: str, whole: str) -> bool:
        """Tell whether the table knows one folded name's organisation as a subsidiary of another's, or of its own."""
        owner, above = self.entity(whole), self.entity(part)
        for _ in range(LONGEST_CHAIN if owner else 0):
            above = self.parents.get(above) if above else None
            if above is None or above == owner:
                return above is not None
        return False

    def blocks(self, key: str) -> frozenset[str]:
        """Return the block in which all known names of an organisation meet; none for an unknown name."""
        entity = self.entities.get(key)
        return frozenset() if entity is None else frozenset({f"e:{entity}"})


def everyday_words(text: str) -> frozenset[str]:
    """Return the words of a list with one a line; lines that begin with # are its notice."""
    return frozenset(word for line in text.splitlines() if (word := line.strip()) and not word.startswith("#"))


NO_ALIASES = Aliases()
