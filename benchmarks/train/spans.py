"""Labelled spans of a text: to a tag a token (BIO), and how well one list of spans matches another.

A set rarely labels everything: `Labelled.known` says which labels it would have marked had they been there. A token
outside every span may then bear any label that the set does not know, and training must not punish it (`allowed`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with spans that do not overlap, in order."""

    text: str
    spans: tuple[Span, ...] = ()
    known: frozenset[str] = frozenset(LABELS)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order without those that overlap an earlier or a longer one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start - s.end, s.start)):
        if span.start < span.end and all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def encode(spans: Sequence[Span], tokens: Sequence[Offsets]) -> list[str]:
    """Return the tag of each token; a token that a span's edge cuts belongs to the span."""
    tags = [OUTSIDE] * len(tokens)
    for span in spans:
        inside = [i for i, token in enumerate(tokens) if token.start < span.end and span.start < token.end]
        for n, i in enumerate(inside):
            tags[i] = f"{'I' if n else 'B'}-{span.label}"
    return tags


def allowed(labelled: Labelled, tokens: Sequence[Offsets]) -> list[list[bool]]:
    """Return for each token which of `TAGS` it may bear: its own, or outside every span what the set does not know."""
    free = [tag == OUTSIDE or tag[2:] not in labelled.known for tag in TAGS]
    own = {tag: [tag == other for other in TAGS] for tag in TAGS[1:]}
    return [free if tag == OUTSIDE else own[tag] for tag in encode(labelled.spans, tokens)]


class Score(NamedTuple):
    """Precision, recall and F1 of one label, and how many spans the gold has."""

    precision: float
    recall: float
    f1: float
    gold: int


def score(pairs: Iterable[tuple[Iterable[Span], Iterable[Span]]]) -> dict[str, Score]:
    """Score (gold, found) spans of many texts: each label, and "all" of them; right is the same span and label."""
    right: dict[str, int] = defaultdict(int)
    gold: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    for wanted, got in pairs:
        sets = set(wanted), set(got)
        for counts, spans in ((gold, sets[0]), (found, sets[1]), (right, sets[0] & sets[1])):
            for span in spans:
                counts[span.label] += 1
                counts["all"] += 1
    return {label: _score(right[label], gold[label], found[label]) for label in sorted({*gold, *found})}


def _score(right: int, gold: int, found: int) -> Score:
    precision = right / found if found else 1.0
    recall = right / gold if gold else 1.0
    return Score(precision, recall, 2 * right / (gold + found) if gold + found else 1.0, gold)


def counted(items: Iterable[Labelled]) -> Mapping[str, int]:
    """Return how many spans of each label texts hold."""
    return dict(sorted(Counter(span.label for item in items for span in item.spans).items()))
