"""Two deals that may be one, told under two names of the company: the same sum, days and backers.

A report in Chinese and one in English rarely share a letter of the company's name, but the sum, the day and the backers
are the same. That is evidence about names, and it is not made a link: it rests on the backers' being known as one,
which rests on other links, so that a link made of it would depend on more than its two names (docs/adr/0003). It is
put before a person instead, and what the person says is kept as any verdict on two names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log
from typing import Any, Final

from dealwire.core.name_parts import parts
from dealwire.core.names import fold
from dealwire.core.resolve.aliases import Aliases
from dealwire.core.resolve.compare import Likeness, compare_keys
from dealwire.core.resolve.evidence import Feature
from dealwire.model import Deal

DAYS: Final = 3
"""Reports of one deal in two languages come so many days apart, at most."""
ENOUGH: Final = 8.0
SAME_SUM: Final = {1: 1.0, 2: 3.0}
SAME_SUM_FINE: Final = 5.0
NEAR_SUM: Final = 1.0
NEAR: Final = 0.03
SHARED_BACKER: Final = 4.0
SAME_ROUND: Final = 1.0
SAME_DAY: Final = 1.0
SISTER_SCRIPTS: Final = 1.0
ALIKE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Told:
    """A deal, the day of its announcement, and its sum in dollars."""

    deal: Deal
    day: date | None
    usd: float | None


@dataclass(frozen=True, slots=True)
class Twins:
    """Two deals whose companies may be one, with the evidence; the deals come by id."""

    a: Deal
    b: Deal
    features: tuple[Feature, ...]

    @property
    def bits(self) -> float:
        """What the evidence sums to."""
        return sum(feature.weight for feature in self.features)

    @property
    def why(self) -> str:
        """The evidence in words, the strongest first."""
        return ", ".join(f.why for f in sorted(self.features, key=lambda f: (-f.weight, f.name)))


def twins(told: Iterable[Told], aliases: Aliases) -> list[Twins]:
    """Return the pairs of deals that may be one under two names, the surest first; at a cost linear in the deals."""
    found: dict[tuple[str, str], Twins] = {}
    for group in _groups(told):
        for n, one in enumerate(group):
            for other in group[n + 1 :]:
                if _days_between(one, other) > DAYS:
                    break
                a, b = sorted((one.deal, other.deal), key=lambda deal: deal.id)
                if (a.id, b.id) not in found and (pair := _pair(a, b, one, other, aliases)):
                    found[a.id, b.id] = pair
    return sorted(found.values(), key=lambda pair: (-pair.bits, pair.a.id, pair.b.id))


def _groups(told: Iterable[Told]) -> Iterator[Sequence[Told]]:
    """Group deals of one kind and nearly one sum that share a backer, each group by day."""
    groups: defaultdict[tuple[str, int, str], list[Told]] = defaultdict(list)
    for one in told:
        if one.day is None or not one.usd or one.deal.background:
            continue
        step = floor(log(one.usd) / NEAR)
        for backer in _backers(one.deal):
            for near in (step, step + 1):  # deals within a step meet in one of the two
                groups[one.deal.kind.value, near, backer].append(one)
    for key in sorted(groups):
        yield sorted(groups[key], key=lambda one: (one.day, one.deal.id))


def _days_between(one: Told, other: Told) -> int:
    return abs((one.day - other.day).days) if one.day and other.day else DAYS + 1


def _backers(deal: Deal) -> list[str]:
    field = deal.fields.get("investors")
    return sorted({fold(backer["name"]) for backer in (field.value if field else None) or []})


def _value(deal: Deal, name: str) -> Any:  # noqa: ANN401 - plain JSON
    field = deal.fields.get(name)
    return field.value if field else None


def _pair(a: Deal, b: Deal, one: Told, other: Told, aliases: Aliases) -> Twins | None:
    if a.organisation == b.organisation or abs(log((one.usd or 1.0) / (other.usd or 1.0))) > NEAR:
        return None
    names = _names(a, b, aliases)
    if names is None:
        return None
    features = [names, *_sums(a, b)]
    shared = sorted(set(_backers(a)) & set(_backers(b)))
    features += [Feature("backer", backer, SHARED_BACKER, f"both are backed by {backer}") for backer in shared]
    if one.day == other.day:
        features.append(Feature("day", str(one.day), SAME_DAY, "on one day"))
    if (told := _value(a, "round")) and told == _value(b, "round"):
        features.append(Feature("round", told, SAME_ROUND, f"both are a {told.replace('_', ' ')}"))
    pair = Twins(a, b, tuple(features))
    return pair if pair.bits >= ENOUGH else None


def _names(a: Deal, b: Deal, aliases: Aliases) -> Feature | None:
    """Names of two scripts may be one company's, and such as are alike; two names of one script are two companies'."""
    first, second = fold(a.company), fold(b.company)
    value = f"{a.company} / {b.company}"
    if aliases.entity(first) and aliases.entity(second):
        return None  # the table knows both, and as two
    if parts(first).latin is not parts(second).latin:
        return Feature("scripts", value, SISTER_SCRIPTS, "each is named in a script of its own")
    likeness = compare_keys(first, second, aliases).likeness
    if likeness in (Likeness.LIKELY, Likeness.POSSIBLE):
        return Feature("alike", value, ALIKE, "the names are alike")
    return None


def _sums(a: Deal, b: Deal) -> Iterator[Feature]:
    first, second = _value(a, "amount") or {}, _value(b, "amount") or {}
    value = f"{first.get('verbatim')} / {second.get('verbatim')}"
    if (first.get("value"), first.get("currency")) == (second.get("value"), second.get("currency")):
        digits = len(str(int(first.get("value") or 0)).rstrip("0"))
        yield Feature("sum", value, SAME_SUM.get(digits, SAME_SUM_FINE), "the sum is the same")
    else:
        yield Feature("sum", value, NEAR_SUM, "the sums are nearly the same")
