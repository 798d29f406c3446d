"""Whether two reports of one company tell of one deal: a table of features, each a weight in bits for or against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.amounts import Interval, agree, comparable, rounded_alike
from dealwire.core.resolve.deal_profile import Profile
from dealwire.core.resolve.part_of import part_of
from dealwire.core.resolve.rates import Rates
from dealwire.model import Kind, Round, Status

IMPOSSIBLE = -40.0
WIDE = 0.5
"""Relative width from which on an interval says little: "eight figures"."""
LOOSE = 0.1
"""Relative width from which on it says less than a figure: "about $400 million", yuan beside dollars."""
EQUAL = 1.01
"""Up to this ratio two figures are one; farther off one may be the other, rounded."""
NEAR = 1.04
"""Up to this ratio loose sums are the same figure; "about $2.5 million" is seldom 2.3."""
PRIOR = -1.0

SAME_PRICE, SAME_DAYS = 2.5, 2.0
"""Weights of amount and time from which on they outweigh another buyer's name."""
MOST_NAMES = 36
"""Pairs of backers' names from which on nobody looks for parents and funds."""
ANEW_DAYS = 60
"""What is told so long after a deal was called off is another attempt."""

_DEBT = frozenset({Round.DEBT_FINANCING, Round.POST_IPO_DEBT})

# Labels that writers use for one and the same round; everything else that differs is another round.
_ALSO_CALLED: dict[frozenset[Round], float] = {
    frozenset({Round.SEED, Round.ANGEL}): -1.0,
    frozenset({Round.SEED, Round.PRE_SEED}): -4.0,
    frozenset({Round.ANGEL, Round.PRE_SEED}): -2.0,
    frozenset({Round.SEED, Round.CONVERTIBLE_NOTE}): -2.0,
    frozenset({Round.SEED, Round.SERIES_A}): -6.0,
}
_OTHERWISE_CALLED: dict[frozenset[Kind], float] = {
    frozenset({Kind.FUNDING_ROUND, Kind.ACQUISITION}): -5.0,
    frozenset({Kind.FUNDING_ROUND, Kind.IPO}): -5.0,
    frozenset({Kind.FUNDING_ROUND, Kind.FUND_CLOSE}): -4.0,
}
DEAREST_KIND = min(_OTHERWISE_CALLED.values())
"""What kinds speak against one deal at most, where papers may call it by both."""

_LOOSE = frozenset({Round.CORPORATE_ROUND, Round.PRIVATE_EQUITY, Round.SECONDARY_MARKET, Round.POST_IPO_EQUITY})

ALIKE_ROUNDS = frozenset(_ALSO_CALLED) | {frozenset({loose, other}) for loose in _LOOSE for other in Round}
"""Pairs of stages that don't contradict each other."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Compares profiles at given exchange rates; `aliases` tell a backer's fund or arm from another backer."""

    rates: Rates
    aliases: Aliases = NO_ALIASES

    def weigh(self, a: Profile, b: Profile) -> dict[str, float]:
        """Return each feature's weight; their sum is the odds in bits that the two reports tell of one deal."""
        return {name: feature(self, a, b) for name, feature in FEATURES}

    def total(self, a: Profile, b: Profile) -> float:
        """Return the sum of the features' weights."""
        return sum(self.weigh(a, b).values())

    def total_or_less(self, a: Profile, b: Profile, least: float) -> float:
        """Return the sum of the features' weights, or, where that is less than `least`, anything else that is.

        Cheap features come first; as soon as the others can't make up for them, nobody looks at sums and names.
        """
        told: dict[str, float] = {}
        so_far = 0.0
        for name, feature, rest in _CHEAPEST_FIRST:
            told[name] = feature(self, a, b)
            so_far += told[name]
            if so_far + rest < least:
                return so_far + rest
        return sum(told[name] for name, _ in FEATURES)  # in their order: floats depend on it

    def prior(self, a: Profile, b: Profile) -> float:
        """A company has several deals, but only one at a time; of IPOs it has one."""
        return 0.0 if a.kind is Kind.IPO or b.kind is Kind.IPO else PRIOR

    def kind(self, a: Profile, b: Profile) -> float:
        """Another kind of deal is another deal, unless all else says that it is one which papers call differently.

        A large stake is an investment to one and a takeover to another; a firm's fund is money raised to a third.
        """
        if a.kind is b.kind:
            return 0.0
        return _OTHERWISE_CALLED.get(frozenset({a.kind, b.kind}), IMPOSSIBLE)

    def article(self, a: Profile, b: Profile) -> float:
        """One text tells a deal once: two reports of one text are of two deals, but for a bare recollection."""
        return 0.0 if a.article != b.article or a.bare or b.bare or _parts(a, b) else -6.0

    def round(self, a: Profile, b: Profile) -> float:
        """Equal stages speak for one deal, different ones against."""
        if a.round is None or b.round is None:
            vague_debt = {a.round, b.round} & _DEBT
            return -4.0 if vague_debt else 0.0
        if a.round is b.round:
            if a.round in _LOOSE | _DEBT:  # a company has many strategic investments, and many loans
                return 1.0
            if _parts(a, b):  # "Series B" and "Series B extension"
                return 3.0
            if a.step == b.step:
                return 3.5 if a.step else 3.0
            return 1.5 if a.step is None or b.step is None else -3.0 if a.step and b.step else -1.5
        if (a.round in _DEBT) is not (b.round in _DEBT):
            return IMPOSSIBLE
        pair = frozenset({a.round, b.round})
        if pair in _ALSO_CALLED:
            return _ALSO_CALLED[pair]
        return -1.5 if pair & _LOOSE else -10.0

    def amount(self, a: Profile, b: Profile) -> float:
        """Sums that meet speak for one deal; sums that don't speak against, but those of its parts."""
        weight = self._amount(a, b)
        return max(weight, 0.0) if _parts(a, b) else weight

    def _amount(self, a: Profile, b: Profile) -> float:
        """Weigh two sums as those of wholes: the farther apart, the more they speak against."""
        if a.amount is None or b.amount is None:
            return 0.0
        first, second = comparable([(a.amount, a.on), (b.amount, b.on)], self.rates)
        if first is None or second is None:
            return 0.0
        ratio = _ratio(first, second)
        if not rounded_alike(first, second):
            column = 1 if a.tentative or b.tentative else 0
            return next((weights[column] for least, weights in _APART if ratio < least), -6.0)
        if first.open or second.open:  # "more than" and "up to" are seldom by much
            return 3.0 if ratio < 1.15 else 2.0 if ratio < 1.5 else 0.0 if ratio < 2.5 else -2.0
        width = max(first.width, second.width)
        if width > WIDE:
            return 1.5
        if width < LOOSE:
            return 3.0 if ratio < EQUAL else 2.5
        return 2.5 if ratio < NEAR else 1.0

    def valuation(self, a: Profile, b: Profile) -> float:
        """The same price of the whole company is a strong sign; another may only be reckoned otherwise."""
        if a.valuation is None or b.valuation is None:
            return 0.0
        first, second = comparable([(a.valuation, a.on), (b.valuation, b.on)], self.rates)
        if first is None or second is None:
            return 0.0
        return 2.0 if agree(first, second) else -0.5 if _ratio(first, second) < 1.6 else -1.5

    def backers(self, a: Profile, b: Profile) -> float:
        """Common backers speak for one deal; of an acquisition there is one buyer."""
        if not a.backers or not b.backers:
            return 0.0
        common = len(a.backers & b.backers)
        bought = a.kind is Kind.ACQUISITION and b.kind is Kind.ACQUISITION
        if common:
            share = common / len(a.backers | b.backers)
            return 4.0 if bought else 0.5 + 2.5 * share + 0.5 * bool(a.leads & b.leads)
        if self._related(a, b):  # a paper names the parent, or the fund
            return 1.0
        if bought:  # unless the same price in the same days says so
            return -3.0 if self.amount(a, b) >= SAME_PRICE and self.time(a, b) >= SAME_DAYS else -6.0
        return -2.2 if a.leads and b.leads else -1.6

    def _related(self, a: Profile, b: Profile) -> bool:
        """Tell whether a backer of one is a part of a backer of the other."""
        if len(a.names) * len(b.names) > MOST_NAMES:
            return False
        return any(
            (found := part_of(x, y, self.aliases)) is not None and found.kind != "sister"
            for x in sorted(a.names)
            for y in sorted(b.names)
        )

    def time(self, a: Profile, b: Profile) -> float:
        """Reports within days are of one deal; the farther apart, the less so."""
        if a.first is None or a.last is None or b.first is None or b.last is None:
            return _recalled(a, b)
        gap = max(a.first - b.last, b.first - a.last, 0)
        vague = a.last - a.first > 1 or b.last - b.first > 1
        if vague and gap == 0:
            return 0.5 if max(a.last - a.first, b.last - b.first) > 31 else 2.0
        long_run = a.kind in (Kind.ACQUISITION, Kind.IPO)
        earlier = min(a, b, key=lambda one: (one.first or 0, one.id))
        column = 2 if long_run else 1 if earlier.tentative or _parts(a, b) else 0
        return next((weights[column] for days, weights in _GAPS if gap <= days), -8.0)

    def order(self, a: Profile, b: Profile) -> float:
        """Talks that come after a deal was announced are of the next one; so is what comes long after one failed.

        A first close and a final one belong together.
        """
        if a.first is None or b.first is None or a.background or b.background:
            return 0.0
        if _parts(a, b) and a.tranche and b.tranche:  # a first close promises others
            return 2.0
        for failed, other in ((a, b), (b, a)):
            if failed.status is Status.ABANDONED and other.status is not Status.ABANDONED:
                return -7.0 if other.first is not None and other.first - failed.known > ANEW_DAYS else 0.0
        if a.tentative is b.tentative:
            return 0.0
        talks, done = (a, b) if a.tentative else (b, a)
        late = talks.known - done.known
        return 0.0 if late <= 7 else -1.5 if late <= 30 else -3.0


_APART = ((1.15, (-0.5, -0.2)), (1.5, (-2.0, -0.6)), (2.5, (-4.0, -1.2)), (5.0, (-5.0, -3.0)))
"""Sums that don't meet, one less than so many times the other: for deals done, and where one is of talks."""
_GAPS = (
    (3, (3.5, 3.5, 3.5)),
    (14, (2.0, 2.5, 2.5)),
    (45, (1.0, 2.0, 2.0)),
    (120, (0.0, 1.5, 1.0)),
    (270, (-1.5, 0.0, 0.5)),
    (540, (-3.0, -2.0, -0.5)),
    (1100, (-8.0, -8.0, -1.5)),
)
"""Up to so many days apart: the weights for rounds and funds, for talks and their round, for long-running deals."""


def _parts(a: Profile, b: Profile) -> bool:
    """Tell whether two reports tell different parts of what may be one deal: a close, an extension, the whole."""
    return a.tranche != b.tranche


def _ratio(a: Interval, b: Interval) -> float:
    """Return by how many times the larger of two sums exceeds the other, as their writers put them down."""
    low, high = sorted((a.centre, b.centre))
    return high / low if low > 0 else inf


def _recalled(a: Profile, b: Profile) -> float:
    """Of two deals of which at least one is recalled without a date: it happened before it was recalled."""
    for recalled, other in ((a, b), (b, a)):
        if recalled.first is None and other.first is not None and other.first > recalled.known + 3:
            return -8.0
    return 0.0


Weigh = Callable[[Evidence, Profile, Profile], float]
FEATURES: tuple[tuple[str, Weigh], ...] = (
    ("prior", Evidence.prior),
    ("kind", Evidence.kind),
    ("article", Evidence.article),
    ("round", Evidence.round),
    ("amount", Evidence.amount),
    ("valuation", Evidence.valuation),
    ("backers", Evidence.backers),
    ("time", Evidence.time),
    ("order", Evidence.order),
)
"""The evidence, by name, in the order in which an explanation lists it."""

_MOST: dict[str, float] = {
    "prior": 0.0,
    "kind": 0.0,
    "round": 3.5,
    "article": 0.0,
    "time": 3.5,
    "order": 2.0,
    "amount": 3.0,
    "valuation": 2.0,
    "backers": 4.0,
}
"""The most that a feature speaks for one deal, those first that are weighed soonest."""


def _cheapest_first() -> tuple[tuple[str, Weigh, float], ...]:
    """Return the features with the most that those after them may add."""
    order, weigh = list(_MOST), dict(FEATURES)
    return tuple((name, weigh[name], sum(_MOST[later] for later in order[n:])) for n, name in enumerate(order, 1))


_CHEAPEST_FIRST = _cheapest_first()
