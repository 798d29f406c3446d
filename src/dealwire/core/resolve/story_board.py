"""Keeping the ties between headlines true as headlines come and go: see `dealwire.core.resolve.story_groups`.

What is known of headlines lies on a board, in a store or in memory. An update reads and writes the part of it that the
headlines in hand touch: the buckets of their terms, the lists of their nearest, the ties between those. Any order of
updates that ends with the same headlines ends with the same board.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp2
from typing import Protocol

from dealwire.core.resolve import story_groups
from dealwire.core.resolve.story_groups import (
    CROWDED,
    HALF_LIFE,
    LEAST,
    REACH,
    STRETCH,
    TIED,
    TIES,
    UNIT,
    Context,
    Headline,
    Near,
    bucket,
    context,
    likeness,
    nearest,
    posted,
    tie,
)

Pair = tuple[str, str]
ALL = 2**31
APART = range(-REACH, REACH + 1)
ENOUGH = [LEAST * UNIT * UNIT * exp2(max(abs(n) - 1, 0) * STRETCH / HALF_LIFE) for n in APART]
"""What two headlines so many stretches apart must have in common at least, by the time that then lies between them."""


class Board(Protocol):
    """What is known of headlines. Mappings lack the keys for which there is nothing."""

    def headlines(self, keys: Iterable[str]) -> dict[str, Headline]:
        """Return headlines by key."""
        ...

    def replace_headlines(self, gone: Iterable[str], new: Iterable[Headline]) -> None:
        """Forget headlines by key, with who is near to whom, and put others in, each into the buckets of `lies_in`."""
        ...

    def headlines_in(self, buckets: Iterable[str], limit: int) -> dict[str, list[tuple[str, int]]]:
        """Return for each bucket the headlines that lie in it with their weights; at most `limit`."""
        ...

    def nearest(self, keys: Iterable[str]) -> dict[str, tuple[Near, ...]]:
        """Return the nearest of each headline, the nearest first."""
        ...

    def farthest(self, keys: Iterable[str]) -> dict[str, float]:
        """Return the least likeness on the list of each headline that has as many as are kept."""
        ...

    def nearest_to(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Return for each headline those among whose nearest it is."""
        ...

    def replace_nearest(self, lists: Mapping[str, Sequence[Near]]) -> None:
        """Put the nearest of some headlines in place of those they had."""
        ...


@dataclass(frozen=True, slots=True)
class Ties:
    """What an update changed: `pairs`, with their scores, take the place of every tie that has an end in `of`."""

    of: frozenset[str]
    pairs: Mapping[Pair, float]


def update(board: Board, headlines: Iterable[Headline] = (), gone: Iterable[str] = ()) -> Ties:
    """Bring headlines in, in place of earlier ones of their keys; take others out by key. Many at once cost less."""
    coming = {one.key: one for one in headlines}
    had = board.headlines({*coming, *gone})
    fresh = {key: one for key, one in coming.items() if had.get(key) != one}
    out = {key for key in had if key not in coming or key in fresh}
    holders = {k for ks in board.nearest_to(out).values() for k in ks}
    filled = _buckets(board, [*fresh.values(), *(had[key] for key in out)])
    board.replace_headlines(out, fresh.values())
    stale = (holders | _swayed(board, filled)) - (out - fresh.keys())
    lists = _lists(board, fresh, stale)
    board.replace_nearest(lists)
    touched = {*lists, *coming, *stale}
    return Ties(frozenset(touched | out), _ties(board, touched, lists))


def lies_in(one: Headline) -> dict[str, int]:
    """Return the buckets of a headline's posted terms, with its weight in each."""
    return {bucket(term, one.minute): weight for term, weight in posted(one).items()}


def _buckets(board: Board, headlines: Iterable[Headline]) -> dict[str, bool]:
    """Return the buckets that some headlines lie in, and whether each is crowded now."""
    names = {name for one in headlines for name in lies_in(one)}
    now = board.headlines_in(names, CROWDED + 1)
    return {name: len(now.get(name, ())) > CROWDED for name in names}


def _swayed(board: Board, before: Mapping[str, bool]) -> set[str]:
    """Return whose nearest may be others since a bucket became crowded, or stopped being so."""
    if not before:
        return set()
    now = board.headlines_in(before, CROWDED + 1)
    turned = [name for name, crowded in before.items() if crowded != (len(now.get(name, ())) > CROWDED)]
    inside = {key for keys in board.headlines_in(turned, ALL).values() for key, _ in keys} if turned else set()
    return inside | {k for ks in board.nearest_to(inside).values() for k in ks}


def _lists(board: Board, fresh: Mapping[str, Headline], stale: set[str]) -> dict[str, tuple[Near, ...]]:
    """Return the lists of nearest that are others now: of fresh and stale headlines, and of those they are near to."""
    looking = {**board.headlines(stale - fresh.keys()), **fresh}
    found = _candidates(board, looking)
    known = {**board.headlines({k for ks in found.values() for k in ks} - looking.keys()), **looking}
    scores: dict[Pair, float] = {}
    near: dict[str, list[Near]] = {}
    for key, one in looking.items():
        near[key] = its = []
        for k in found[key]:
            pair = (key, k) if key < k else (k, key)
            score = scores.get(pair)
            if score is None:
                score = likeness(one, known[k])
                if k in looking:
                    scores[pair] = score
            if score >= LEAST:
                its.append(Near(k, score))
    lists = {key: nearest(its) for key, its in near.items()}
    offered: dict[str, list[Near]] = defaultdict(list)
    for key, its in near.items():
        for other in its:
            if other.key not in looking:
                offered[other.key].append(Near(key, other.score))
    full = board.farthest(offered)
    better = {
        key: its for key, more in offered.items() if (its := [o for o in more if o.score >= full.get(key, LEAST)])
    }
    had = board.nearest([*better, *stale])
    for key, more in better.items():
        lists[key] = nearest({one.key: one for one in (*had.get(key, ()), *more)}.values())
    return {key: its for key, its in lists.items() if key in fresh or its != had.get(key, ())}


def _candidates(board: Board, looking: Mapping[str, Headline]) -> dict[str, list[str]]:
    """Return for each headline those that share enough of its posted terms, by buckets that are not crowded."""
    around: dict[str, list[tuple[int, str, list[str]]]] = {}
    for key, one in looking.items():
        around[key] = [
            (weight, bucket(term, one.minute), [bucket(term, one.minute, n) for n in APART])
            for term, weight in posted(one).items()
        ]
    lying = board.headlines_in({name for its in around.values() for _, _, names in its for name in names}, CROWDED + 1)
    lying = {name: keys for name, keys in lying.items() if len(keys) <= CROWDED}
    found: dict[str, list[str]] = {}
    for key, its in around.items():
        found[key] = []
        for n, enough in enumerate(ENOUGH):
            products: dict[str, int] = {}
            for weight, own, names in its:
                if own in lying:
                    for other, theirs in lying.get(names[n], ()):
                        products[other] = products.get(other, 0) + weight * theirs
            products.pop(key, None)
            found[key] += [other for other, product in products.items() if product >= enough]
    return found


def _ties(board: Board, touched: set[str], lists: Mapping[str, Sequence[Near]]) -> dict[Pair, float]:
    """Return the ties that have an end in `touched`."""
    near = {**board.nearest(touched - lists.keys()), **{key: lists[key] for key in touched & lists.keys()}}
    holders = {k for ks in board.nearest_to(touched).values() for k in ks}
    near |= board.nearest(holders - near.keys())
    pairs = {_pair(key, other.key) for key in touched for other in near.get(key, ())[:TIES]}
    pairs |= {_pair(key, o.key) for key in holders for o in near.get(key, ())[:TIES] if o.key in touched}
    ends = {key for pair in pairs for key in pair}
    near |= board.nearest(ends - near.keys())
    known = board.headlines(ends | {other.key for key in ends for other in near.get(key, ())})
    contexts: dict[str, Context] = {key: context(known[key], near.get(key, ()), known) for key in ends}
    scores = {(a, b): tie(contexts[a], contexts[b]) for a, b in pairs}
    return {pair: score for pair, score in scores.items() if score >= TIED}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


class Memory:
    """A board in memory, for measuring and for tests."""

    def __init__(self) -> None:
        self._headlines: dict[str, Headline] = {}
        self._buckets: dict[str, dict[str, int]] = defaultdict(dict)
        self._near: dict[str, tuple[Near, ...]] = {}
        self._near_to: dict[str, set[str]] = defaultdict(set)

    def headlines(self, keys: Iterable[str]) -> dict[str, Headline]:
        """See `Board.headlines`."""
        return {key: self._headlines[key] for key in keys if key in self._headlines}

    def replace_headlines(self, gone: Iterable[str], new: Iterable[Headline]) -> None:
        """See `Board.replace_headlines`."""
        for key in gone:
            for name in lies_in(self._headlines.pop(key)):
                del self._buckets[name][key]
            self.replace_nearest({key: ()})
            for holder in self._near_to.pop(key, ()):
                self._near[holder] = tuple(one for one in self._near[holder] if one.key != key)
                if not self._near[holder]:
                    del self._near[holder]
        for one in new:
            self._headlines[one.key] = one
            for name, weight in lies_in(one).items():
                self._buckets[name][one.key] = weight

    def headlines_in(self, buckets: Iterable[str], limit: int) -> dict[str, list[tuple[str, int]]]:
        """See `Board.headlines_in`."""
        return {name: list(self._buckets[name].items())[:limit] for name in buckets if name in self._buckets}

    def nearest(self, keys: Iterable[str]) -> dict[str, tuple[Near, ...]]:
        """See `Board.nearest`."""
        return {key: self._near[key] for key in keys if key in self._near}

    def farthest(self, keys: Iterable[str]) -> dict[str, float]:
        """See `Board.farthest`."""
        lists = self.nearest(keys)
        return {key: its[-1].score for key, its in lists.items() if len(its) == story_groups.NEAREST}

    def nearest_to(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """See `Board.nearest_to`."""
        return {key: sorted(self._near_to[key]) for key in keys if key in self._near_to}

    def replace_nearest(self, lists: Mapping[str, Sequence[Near]]) -> None:
        """See `Board.replace_nearest`."""
        for key, its in lists.items():
            for other in self._near.pop(key, ()):
                self._near_to[other.key].discard(key)
            if its:
                self._near[key] = tuple(its)
                for other in its:
                    self._near_to[other.key].add(key)
