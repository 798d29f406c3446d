"""Comparing two names: the evidence summed like a waterfall, from a prior to a verdict.

Two verdicts come out of one sum. `same` answers who asks about two names: the odds outweigh a false yes, which costs
five times a false no. `merges` is what a store does by itself with names that it meets: there each name is held
against all that share a block with it, so two that are not one organisation's meet far more often, and a merge is
seen by nobody. What lies between is for a person, or for a text that says so.

Below even there are pairs that are worth a look though nobody should merge them, such as a letter's difference: see
`Likeness`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import exp2
from typing import Final

from dealwire.core.name_parts import parts
from dealwire.core.names import fold
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.evidence import ADDED_WORD, TAIL, Feature, Reader

PRIOR: Final = -1.7
COST: Final = -2.3
"""log2 of five: what a false merge costs, in missed ones."""
MERGE: Final = 2.0
"""Bits beyond even that a store asks for."""
POSSIBLE: Final = -1.25
"""Down to so many bits two names are worth a look."""
CERTAIN: Final = 20.0

# No shared words make up for these: an arm is not its parent, the third fund not the second.
LIMITS: Final = {"added word": -2.5, "near word": -1.0, "numbers": -0.5}

_START: Final = (
    Feature("prior", "", PRIOR, "two names are rarely one organisation's"),
    Feature("cost", "", COST, "a false merge costs five missed ones"),
)


class Likeness(StrEnum):
    """How alike two names are, in words."""

    SAME = "same"
    """One organisation's: a store merges them by itself."""
    LIKELY = "likely"
    """One organisation's, for someone who asks about these two; a store waits for a text or a person to say so."""
    POSSIBLE = "possible"
    """Worth a look: a misspelling or a sister. Who must miss none, as in screening, asks for these too."""
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names' features sum to, in bits, and the features."""

    bits: float
    features: tuple[Feature, ...]

    @property
    def same(self) -> bool:
        """Whether the names are one organisation's, for someone who asks about these two."""
        return self.bits >= 0

    @property
    def merges(self) -> bool:
        """Whether a store makes the names one by itself."""
        return self.bits >= MERGE

    @property
    def likeness(self) -> Likeness:
        """The verdict in words."""
        if self.merges:
            return Likeness.SAME
        if self.same:
            return Likeness.LIKELY
        return Likeness.POSSIBLE if self.bits >= POSSIBLE else Likeness.DIFFERENT

    @property
    def score(self) -> float:
        """The odds that the bits are, as a share: one half is where a yes and a no cost the same."""
        odds = exp2(max(-40.0, min(40.0, self.bits)))
        return round(odds / (1 + odds), 6)

    @property
    def why(self) -> str:
        """The strongest pieces of evidence, in words."""
        told = sorted((f for f in self.features if f not in _START), key=lambda f: (-abs(f.weight), f.name))
        return "; ".join(feature.why for feature in told[:3]) or "nothing in common"


def _total(*features: Feature) -> Comparison:
    bits = sum(feature.weight for feature in features)
    for feature in features:
        limit = LIMITS.get(feature.name)
        if limit is not None and bits > limit:
            features = (*features, Feature("limit", feature.name, limit - bits, "which no likeness makes up for"))
            bits = limit
    return Comparison(bits, features)


def _known(a: str, b: str, aliases: Aliases) -> Feature | None:
    """Say what the alias table knows of two keys."""
    first, second = aliases.entity(a), aliases.entity(b)
    if first is None or second is None:
        return None
    if first == second:
        return Feature("alias", first, CERTAIN, f"both are known names of {first}")
    return Feature("alias", f"{first} / {second}", -CERTAIN, f"known as two organisations, {first} and {second}")


def compare(a: str, b: str, aliases: Aliases = NO_ALIASES) -> Comparison:
    """Compare two names as written, in either order."""
    return compare_keys(fold(a), fold(b), aliases)


def compare_keys(a: str, b: str, aliases: Aliases = NO_ALIASES) -> Comparison:
    """Compare two folded names, in either order."""
    if a == b:
        why = "the same but for case, accents, punctuation and legal form"
        return _total(Feature("same key", a, CERTAIN, why))
    a, b = sorted((a, b))
    if known := _known(a, b, aliases):
        return _total(known)
    listed = aliases.entity(a) or aliases.entity(b)
    features = (*_START, *Reader(aliases.everyday, listed is not None).features(parts(a), parts(b)))
    comparison = _total(*features)
    if not listed or not comparison.same:
        return comparison
    longer = _unlisted(features, listed)
    return _total(*features, longer) if longer else comparison


def _unlisted(features: tuple[Feature, ...], listed: str) -> Feature | None:
    """A famous name whose variants are listed, and a longer one that isn't among them: Toyota and Toyota Industries."""
    longer = [f for f in features if f.name in TAIL]
    if not longer:
        return None
    value = longer[0].value
    return Feature("added word", value, ADDED_WORD, f"'{value}' is in no listed name of {listed}")


def apart(a: str, b: str, aliases: Aliases = NO_ALIASES) -> bool:
    """Tell whether two folded names look like two organisations.

    They share a rare word and are not the same ("acme", "acme cloud"), or stand in one script other than Latin and are
    not the same (智谱, 智普): what sounds like both is the name of only one.
    """
    first, second = parts(a), parts(b)
    foreign = not first.latin and not second.latin
    shared = set(first.telling) & set(second.telling)
    return bool(shared or foreign) and not compare_keys(a, b, aliases).same
