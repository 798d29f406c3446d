"""What the sentences of one text tell of its deals → one record a deal. Knows no language.

A reader makes a `Draft` of each place that tells of a deal. Here drafts of one deal are joined, each field keeping the
span of the place that tells it best, and what no sentence says is filled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, TypeVar

from dealwire.model import (
    DealReport,
    Investor,
    Kind,
    Money,
    PartialDate,
    Qualifier,
    Role,
    Round,
    Status,
    Told,
    Valuation,
)

T = TypeVar("T")

_LEGAL: Final = frozenset(
    (
        *(
            "inc",
            "ltd",
            "llc",
            "plc",
            "corp",
            "co",
            "company",
            "limited",
            "gmbh",
            "sa",
            "ag",
            "bv",
            "oy",
            "ab",
            "as",
            "srl",
        ),
        *("sas", "corporation", "incorporated", "the", "group", "holdings", "holding"),
    )
)
_POSSESSIVE: Final = re.compile(r"['’`]s?\b")
_WORD: Final = re.compile(r"[\u4e00-\u9fff]+|[^\W_\u4e00-\u9fff]+")
_ROLES: Final = (Role.ACQUIRER, Role.LEAD, Role.EXISTING, Role.PARTICIPANT, Role.ADVISER)
_STATUSES: Final = (Status.ABANDONED, Status.IN_TALKS, Status.RUMOURED, Status.CLOSED, Status.ANNOUNCED)
_VAGUE: Final = frozenset({Round.SERIES_UNKNOWN, Round.CORPORATE_ROUND, Round.UNDISCLOSED, Round.PRIVATE_EQUITY})


@dataclass(frozen=True, slots=True)
class Draft:
    """A deal as one place in a text tells it. What that place does not say is None or empty."""

    kind: Told[Kind]
    company: Told[str] | None = None
    investors: tuple[Told[Investor], ...] = ()
    amount: Told[Money] | None = None
    valuation: Told[Valuation] | None = None
    round: Told[Round] | None = None
    round_label: Told[str] | None = None
    status: Told[Status] | None = None
    background: Told[bool] | None = None
    announced_on: Told[PartialDate] | None = None
    restated: tuple[Told[Money], ...] = ()
    confidence: float = 0.9

    @property
    def recalled(self) -> bool:
        """True where the place says that the deal is history."""
        return self.background is not None and self.background.value


@lru_cache(maxsize=1024)
def fold(name: str) -> tuple[str, ...]:
    """Return the words of a name by which two mentions in one text are compared: each with each, hence the cache."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ").replace(" private limited", " pvt ltd")
    words = _WORD.findall(_POSSESSIVE.sub("", text))
    return tuple(w for w in words if w not in _LEGAL) or tuple(words)


def same_name(a: str, b: str) -> bool:
    """Tell whether two names in one text are one: equal when folded, or one begins with the other's words."""
    x, y = fold(a), fold(b)
    if not x or not y:
        return False
    if "".join(x) == "".join(y):
        return True
    short, long = sorted((x, y), key=lambda words: len("".join(words)))
    if any(c >= "\u4e00" for c in short[0]):
        return len(short) == 1 and len(short[0]) >= 2 and any(short[0] in word for word in long)
    if len("".join(short)) < 3:
        return False
    return long[: len(short)] == short or _cut_short(short, long)


def _cut_short(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a headline cut the last word of a name: "Harbor Aero", "Harbor AeroSystems Holdings"."""
    n = len(short)
    return (
        n > 1
        and long[: n - 1] == short[:-1]
        and len(short[-1]) >= 4
        and long[n - 1 :][:1] != ()
        and (long[n - 1].startswith(short[-1]))
    )


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Join drafts of one deal; those that name no company are left as they are."""
    merged: list[Draft] = []
    for draft in drafts:
        for i, other in enumerate(merged):
            if one_deal(other, draft):
                merged[i] = join(other, draft)
                break
        else:
            merged.append(draft)
    return merged


def one_deal(a: Draft, b: Draft) -> bool:
    """Tell whether two drafts of one text tell of one deal."""
    if a.kind.value is not b.kind.value or a.company is None or b.company is None:
        return False
    named = same_name(a.company.value, b.company.value) or _is_acronym(a.company.value, b.company.value)
    if not named and not _is_same_unit(a, b):
        return False
    if a.kind.value is Kind.ACQUISITION and not _shared_buyer(a, b):
        return False
    apart = a.recalled != b.recalled and a.kind.value is not Kind.IPO
    if apart and not (_agree_on_money(a, b) or _agree_on_round(a, b)):
        return False
    return _amounts_meet(a, b) and _rounds_meet(a, b)


def _is_same_unit(a: Draft, b: Draft) -> bool:
    """Tell whether two purchases are of one unit: "Acme's oil business", "Acme Energy's oil business"."""
    if a.kind.value is not Kind.ACQUISITION or a.company is None or b.company is None:
        return False
    x, y = fold(a.company.value), fold(b.company.value)
    owned = "’s " in a.company.value.replace("'", "’") and "’s " in b.company.value.replace("'", "’")
    return owned and x[:1] == y[:1] and x[-1:] == y[-1:] and bool(a.investors and b.investors) and _shared_buyer(a, b)


def _shared_buyer(a: Draft, b: Draft) -> bool:
    return (
        not a.investors
        or not b.investors
        or any(
            same_name(x.value.name, y.value.name) or _is_acronym(x.value.name, y.value.name)
            for x in a.investors
            for y in b.investors
        )
    )


def _agree_on_money(a: Draft, b: Draft) -> bool:
    """Tell whether two places give one sum, to the digit: rounds before and after are often of nearly the same size."""
    if a.amount is None or b.amount is None:
        return False
    x, y = a.amount.value, b.amount.value
    return money_meets(x, y) and (x.currency != y.currency or abs(x.value - y.value) <= 0.005 * max(x.value, y.value))


def _agree_on_round(a: Draft, b: Draft) -> bool:
    return (
        a.round is not None and b.round is not None and a.round.value is b.round.value and a.round.value not in _VAGUE
    )


def _amounts_meet(a: Draft, b: Draft) -> bool:
    return a.amount is None or b.amount is None or money_meets(a.amount.value, b.amount.value)


def _rounds_meet(a: Draft, b: Draft) -> bool:
    if a.round is None or b.round is None or a.round.value is b.round.value:
        return True
    return a.round.value in _VAGUE or b.round.value in _VAGUE


def money_meets(a: Money, b: Money) -> bool:
    """Tell whether two sums can be one written with more or fewer digits, in a currency that both are given in."""
    for x in (a, *a.also):
        for y in (b, *b.also):
            if x.currency == y.currency:
                return _near(x, y)
    return False


def _near(a: Money, b: Money) -> bool:
    low_a, high_a = _interval(a)
    low_b, high_b = _interval(b)
    return low_a <= high_b and low_b <= high_a


def _interval(money: Money) -> tuple[float, float]:
    slack = max(step(money.value) / 2, 0.005 * money.value)
    high = money.max if money.max is not None else money.value
    if money.qualifier is Qualifier.ABOUT:
        slack = max(slack, 0.05 * money.value)
    open_end = {Qualifier.AT_LEAST: 1.3, Qualifier.AT_MOST: 1.0}.get(money.qualifier, 1.0)
    return money.value - slack, high * open_end + slack


def step(value: int) -> int:
    """Return the unit of the last digit written, 10,000,000 for 340 million; at most a twentieth of the value."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return min(unit, max(1, value // 20))


def join(a: Draft, b: Draft) -> Draft:
    """Return one draft of two: the fuller name, the more exact sum, every backer once, the status that says most."""
    label = a.round_label or b.round_label
    amount = _exacter(a.amount, b.amount)
    return replace(
        a,
        company=_fuller(a.company, b.company),
        investors=join_investors((*a.investors, *b.investors)),
        amount=amount,
        restated=_restated(amount, (a.amount, b.amount, *a.restated, *b.restated)),
        valuation=a.valuation or b.valuation,
        round=_telling(a.round, b.round),
        round_label=label,
        status=_strongest(a.status, b.status) if a.kind.value is not Kind.IPO else _furthest(a.status, b.status),
        background=a.background if b.recalled else None,
        announced_on=a.announced_on or b.announced_on,
        confidence=max(a.confidence, b.confidence),
    )


def _fuller(a: Told[str] | None, b: Told[str] | None) -> Told[str] | None:
    if a is None or b is None:
        return a or b
    x, y = fold(a.value), fold(b.value)
    return b if (len(y), len("".join(y))) > (len(x), len("".join(x))) else a


def _exacter(a: Told[Money] | None, b: Told[Money] | None) -> Told[Money] | None:
    if a is None or b is None:
        return a or b
    hedged = a.value.qualifier is not Qualifier.EXACT, b.value.qualifier is not Qualifier.EXACT
    if hedged[0] != hedged[1] and a.value.value == b.value.value:
        return a if hedged[0] else b
    finer = b.value.currency == a.value.currency and step(b.value.value) < step(a.value.value)
    return b if finer or (b.value.also and not a.value.also) else a


def _restated(amount: Told[Money] | None, told: Iterable[Told[Money] | None]) -> tuple[Told[Money], ...]:
    """Return the other sums that were told for an amount, each once, in the order of the text."""
    others = {(t.start, t.end): t for t in told if t is not None and amount is not None and t.start != amount.start}
    return tuple(others[span] for span in sorted(others))


def _telling(a: Told[Round] | None, b: Told[Round] | None) -> Told[Round] | None:
    if a is None or b is None:
        return a or b
    return b if a.value in _VAGUE and b.value not in _VAGUE else a


def _strongest(a: Told[Status] | None, b: Told[Status] | None) -> Told[Status] | None:
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda status: _STATUSES.index(status.value))


def _furthest(a: Told[Status] | None, b: Told[Status] | None) -> Told[Status] | None:
    """Return the status of a listing: what is filed stays so, whatever is planned next, unless it is hearsay."""
    heard = [told for told in (a, b) if told is not None and told.value is Status.RUMOURED]
    filed = heard or [told for told in (a, b) if told is not None and told.value is Status.ANNOUNCED]
    return filed[0] if filed else _strongest(a, b)


def _is_acronym(a: str, b: str) -> bool:
    """Tell whether one name is the other's initials: "IFC", "International Finance Corporation"."""
    short, long = sorted((a, b), key=len)
    words = [word for word in re.findall(r"[^\W_]+", long) if word[0].isupper()]
    initials = "".join(word[0] for word in words).casefold()
    fits = len(short) >= 3 and short.isalpha() and len(words) >= 3
    return fits and len(words) - len(short) <= 2 and initials.startswith(short.casefold())


MOST_INVESTORS = 80
"""Backers of one deal that are believed: each is compared with all others."""


def join_investors(investors: Iterable[Told[Investor]]) -> tuple[Told[Investor], ...]:
    """Return each backer once, by the fullest name and the strongest role."""
    kept: list[Told[Investor]] = []
    for new in investors:
        for i, old in enumerate(kept):
            if same_name(old.value.name, new.value.name) or _is_acronym(old.value.name, new.value.name):
                best = new if len(fold(new.value.name)) > len(fold(old.value.name)) else old
                role = min(old.value.role, new.value.role, key=_ROLES.index)
                kept[i] = replace(best, value=Investor(best.value.name, role))
                break
        else:
            if len(kept) < MOST_INVESTORS:
                kept.append(new)
    return _without_doubles(kept)


_BOTH: Final = re.compile(r" (?:&|and) ")


def _without_doubles(kept: list[Told[Investor]]) -> tuple[Told[Investor], ...]:
    """Leave out a name that is two of the others, and give them its role: "GV & Lux" beside "GV" and "Lux Capital"."""
    told = kept
    for double in [t for t in kept if _BOTH.search(t.value.name)]:
        parts = _BOTH.split(double.value.name)
        own = {t.start: t for part in parts for t in kept if t is not double and same_name(part, t.value.name)}
        if len(parts) == 2 and len(own) == 2:
            told = [_raised(t, double.value.role) if t.start in own else t for t in told if t is not double]
    return tuple(told)


def _raised(told: Told[Investor], role: Role) -> Told[Investor]:
    return replace(told, value=Investor(told.value.name, min(told.value.role, role, key=_ROLES.index)))


def _at(place: Told[Kind], value: T) -> Told[T]:
    return Told(value, place.start, place.end, place.quote, place.confidence)


def report(draft: Draft, default_round: Callable[[Draft], Round]) -> DealReport:
    """Return the record of a draft; what no sentence says is told by the words that made it a deal."""
    by = draft.kind
    round_ = draft.round
    if by.value is not Kind.FUNDING_ROUND:
        round_ = None
    elif round_ is None:
        round_ = _at(by, default_round(draft))
    return DealReport(
        kind=by,
        company=draft.company,
        status=draft.status or _at(by, Status.ANNOUNCED),
        investors=draft.investors,
        amount=draft.amount,
        valuation=draft.valuation,
        round=round_,
        round_label=draft.round_label if by.value is Kind.FUNDING_ROUND else None,
        background=draft.background,
        announced_on=draft.announced_on,
        restated=draft.restated,
        confidence=draft.confidence,
    )
