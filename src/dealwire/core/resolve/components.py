"""Grouping items by links, under a person's verdicts on pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dealwire.model import Judgement, Verdict

Pair = tuple[str, str]


def _ordered(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)


def verdicts(judgements: Iterable[Judgement], key: Callable[[str], str] = str) -> tuple[list[Pair], set[Pair]]:
    """Return the pairs judged the same (the latest first) and those judged different, by the items' keys."""
    latest: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        pair = _ordered(key(judgement.a), key(judgement.b))
        if pair[0] != pair[1] and judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT):
            latest[pair] = judgement
    newest = sorted(latest, key=lambda pair: (latest[pair].at, latest[pair].id), reverse=True)
    same = [pair for pair in newest if latest[pair].verdict is Verdict.SAME]
    return same, {pair for pair in newest if latest[pair].verdict is Verdict.DIFFERENT}


class Components:
    """Sets of items that grow as pairs are joined, never against a pair that must stay apart.

    The smaller of two sets goes into the larger, so that n joins cost n log n.
    """

    def __init__(self, items: Iterable[str], apart: Iterable[Pair] = ()) -> None:
        self._set_of: dict[str, list[str]] = {item: [item] for item in items}
        self._barred: dict[str, set[str]] = {}
        for a, b in apart:
            self._barred.setdefault(a, set()).add(b)
            self._barred.setdefault(b, set()).add(a)

    def of(self, item: str) -> frozenset[str]:
        """Return the set that an item is in."""
        return frozenset(self._set_of[item])

    def join(self, a: str, b: str) -> bool:
        """Join the sets of two items unless two members must stay apart; tell whether they are in one set now."""
        few, many = self._set_of.get(a), self._set_of.get(b)
        if few is None or many is None:
            return False
        if few is not many:
            few, many = (few, many) if len(few) <= len(many) else (many, few)
            if self._barred and any(
                self._set_of.get(other) is many for item in few for other in self._barred.get(item, ())
            ):
                return False
            many += few
            for item in few:
                self._set_of[item] = many
        return True

    def sets(self) -> list[tuple[str, ...]]:
        """Return the sets, members sorted, by their least member."""
        apart = {id(members): members for members in self._set_of.values()}
        return sorted(tuple(sorted(members)) for members in apart.values())


def group(
    items: Iterable[str], links: Sequence[Pair], judgements: Iterable[Judgement] = (), key: Callable[[str], str] = str
) -> list[tuple[str, ...]]:
    """Group items: what was judged the same, then the links in their order; what was judged different stays apart."""
    same, different = verdicts(judgements, key)
    components = Components(items, different)
    for a, b in [*same, *links]:
        components.join(a, b)
    return components.sets()
