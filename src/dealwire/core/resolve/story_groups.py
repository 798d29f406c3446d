"""Headlines of one event, tied two by two as they come, with the same result in any order.

A headline alone says little, so each is read together with those most like it: its context is the sum of their vectors
(relevance models, Lavrenko et al., "Relevance models for topic detection and tracking", HLT 2002). Two headlines of
which one is among the eight nearest of the other are tied if their contexts are like enough. A tie thus depends on two
headlines, on those nearest to them, and on nothing else; what is tied is one story.

Weights are whole numbers: sums of them are exact in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp2, sqrt

UNIT = 1024
"""The length of a vector."""

HALF_LIFE = 24 * 60
"""Minutes in which the likeness of two lone headlines halves."""

CONTEXT_HALF_LIFE = 12 * 60
"""The same of two contexts: many reports date an event better than one."""

ONE_TERM = 0.2
ONE_CONTEXT_TERM = 0.45
"""The share of the weightiest common term that does not count: no one name or word makes a story."""

LEAST = 0.12
"""Headlines less like each other than this do not speak for each other."""

NEAREST = 24
"""So many at most speak for one headline."""

TIES = 8
"""So many of them at most are tied to it: enough to hold a story together, and few to keep."""

WEIGHT, ALONE = 8.0, 5
"""How much a neighbour's vector counts in a context for each unit of its likeness: of n neighbours each n / (n + 5) of
the weight, since two headlines that have only each other must not speak for each other."""

HEAVIEST = 32
"""Terms of a context that are compared; a headline has fewer."""

FEW = 0.2
"""Two headlines that no third one is near to must be so much more like each other: see `tie`."""

TIED = 0.49
"""Contexts as like as this are of one event."""

POSTED = 8
"""The weightiest terms of a headline, by which others find it."""

STRETCH = 24 * 60
"""Minutes of a bucket: a term in a stretch of time."""

WEEK = 7 * 24 * 60
SUNDAY = 3 * 24 * 60
"""A week begins with the quiet hours of Sunday, UTC; the count of minutes began on a Thursday."""

CHAPTER = 4 * WEEK
"""No tie leads from one chapter to the next: where a day's texts are of one mould with those of the day before, they
would make a story without an end."""

REACH = 3
"""Buckets before and after that are looked in; further apart than these, two headlines would have to be the same."""

CROWDED = 500
"""A term that more headlines of one stretch have leads to none of them: it says nothing then."""


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as grouping sees it: when it was known, in minutes, and its terms, a vector of length `UNIT`.

    `companies` are those (folded) that it brings a deal of: two articles with none in common are of two events.
    """

    key: str
    minute: int
    terms: Mapping[str, int]
    companies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Near:
    """One of the headlines nearest to another, and how like it is, 0..1."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Context:
    """A headline with those nearest to it.

    Their vector and mean minute, who they are, itself among them, and the headline's own minute.
    """

    vector: Mapping[str, int]
    minute: float
    members: frozenset[str]
    known: int


def headline(key: str, minute: int, weights: Mapping[str, float], companies: frozenset[str] = frozenset()) -> Headline:
    """Return a headline from the weights of its terms, scaled to one length."""
    length = sqrt(sum(sorted(weight * weight for weight in weights.values()))) or 1.0
    terms = {term: round(UNIT * weight / length) for term, weight in weights.items()}
    return Headline(key, minute, {term: weight for term, weight in terms.items() if weight}, companies)


def posted(one: Headline) -> dict[str, int]:
    """Return the terms by which others find a headline, with their weights."""
    best = sorted(one.terms.items(), key=lambda item: (-item[1], item[0]))[:POSTED]
    return dict(best)


def bucket(term: str, minute: int, apart: int = 0) -> str:
    """Return the name of the bucket of a term that lies so many stretches from that of a minute."""
    return f"{minute // STRETCH + apart}:{term}"


def likeness(a: Headline, b: Headline) -> float:
    """Return how like each other two headlines are, 0..1.

    The cosine of their vectors, the weightiest common term counted in part, halved with every day between them; 0 if
    they bring deals of different companies.
    """
    if a.companies and b.companies and not a.companies & b.companies:
        return 0.0
    few, many = (a.terms, b.terms) if len(a.terms) <= len(b.terms) else (b.terms, a.terms)
    return _cosine(few, many, ONE_TERM) * exp2(-abs(a.minute - b.minute) / HALF_LIFE)


def _cosine(few: Mapping[str, int], many: Mapping[str, int], one_term: float) -> float:
    common = [weight * many[term] for term, weight in few.items() if term in many]
    return (sum(common) - one_term * max(common)) / (UNIT * UNIT) if common else 0.0


def nearest(found: Iterable[Near]) -> tuple[Near, ...]:
    """Return the nearest of those found that are near enough, the nearest first."""
    return tuple(sorted((n for n in found if n.score >= LEAST), key=lambda n: (-n.score, n.key))[:NEAREST])


def context(one: Headline, near: Sequence[Near], known: Mapping[str, Headline]) -> Context:
    """Return a headline's context: itself, and those nearest to it, each by how like it is."""
    sums = {term: UNIT * weight for term, weight in one.terms.items()}
    share, late = UNIT, 0
    each = WEIGHT * UNIT * len(near) / (len(near) + ALONE)
    for other in near:
        theirs, weight = known[other.key], round(each * other.score)
        share += weight
        late += weight * (theirs.minute - one.minute)
        for term, n in theirs.terms.items():
            sums[term] = sums.get(term, 0) + weight * n
    scale = UNIT / (sqrt(sum([n * n for n in sums.values()])) or 1)
    if len(sums) > HEAVIEST:
        sums = dict(sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST])
    vector = {term: round(n * scale) for term, n in sums.items()}
    members = frozenset([one.key, *(other.key for other in near)])
    return Context(vector, one.minute + late / share, members, one.minute)


def tie(a: Context, b: Context) -> float:
    """Return how surely two headlines are of one event, 0..1, by their contexts.

    With n common members besides one of the two, the likeness of the contexts is worth n / (n + 0.2) of itself. Between
    two chapters it is 0.
    """
    if (a.known - SUNDAY) // CHAPTER != (b.known - SUNDAY) // CHAPTER:
        return 0.0
    few, many = (a.vector, b.vector) if len(a.vector) <= len(b.vector) else (b.vector, a.vector)
    cosine = _cosine(few, many, ONE_CONTEXT_TERM)
    others = max(len(a.members & b.members) - 1, 1)
    return cosine * exp2(-abs(a.minute - b.minute) / CONTEXT_HALF_LIFE) * others / (others + FEW)
