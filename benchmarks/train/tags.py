"""What a tagger says of a text: stretches of it, and what each is. It needs no NumPy, whatever a tagger needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

COMPANY: Final = "COMPANY"
"""Who gets the money, is bought, lists, or raises the fund."""
INVESTOR: Final = "INVESTOR"
LEAD: Final = "LEAD"
ADVISER: Final = "ADVISER"
ACQUIRER: Final = "ACQUIRER"
AMOUNT: Final = "AMOUNT"
VALUATION: Final = "VALUATION"
ROUND: Final = "ROUND"
ORG: Final = "ORG"
"""An organisation without a part in a deal, or one whose part the text does not tell."""
PERSON: Final = "PERSON"

ROLES: Final = (COMPANY, INVESTOR, LEAD, ADVISER, ACQUIRER, AMOUNT, VALUATION, ROUND)
NAMES: Final = (ORG, PERSON)
LABELS: Final = ROLES + NAMES

OUTSIDE: Final = "O"
TAGS: Final = (OUTSIDE, *(f"{mark}-{label}" for label in LABELS for mark in "BI"))
"""Every tag of a unit of text; a tagger's outputs are in this order."""


class Span(NamedTuple):
    """Characters of a text and what they are."""

    start: int
    end: int
    label: str


class Offsets(NamedTuple):
    """Where a unit of text begins and ends."""

    start: int
    end: int


class Tagged(Protocol):
    """The likeliest spans of a text, and how sure the tagger is of any."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans, apart from each other and in order."""

    def sure(self, start: int, end: int, label: str) -> float:
        """Return how probable it is (0..1) that a stretch bears a label."""


Tag = Callable[[str], Tagged]
"""A tagger: text → its spans."""


def decode(tags: Sequence[str], units: Sequence[Offsets]) -> tuple[Span, ...]:
    """Return the spans that the tags of units mark; an I that continues nothing of its label begins a span."""
    spans: list[Span] = []
    before = OUTSIDE
    for tag, unit in zip(tags, units, strict=True):
        mark, _, label = tag.partition("-")
        if mark == "I" and before[2:] == label:
            spans[-1] = spans[-1]._replace(end=unit.end)
        elif mark != OUTSIDE:
            spans.append(Span(unit.start, unit.end, label))
        before = tag
    return tuple(spans)
