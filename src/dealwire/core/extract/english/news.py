"""Which of a text's deals are its news, and which it recalls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from dealwire.core.extract.assemble import Draft, fold, money_meets, same_name
from dealwire.core.extract.english import history
from dealwire.model import Kind, Precision, Round, Told

RECENT: Final = 60
"""Days before its publication within which a dated deal may be a text's news."""


class Ends(NamedTuple):
    """Where a text's title ends, its first sentence below it, and those below which it tells no news as past."""

    title: int
    first: int
    lead: int


def settled(drafts: Sequence[Draft], published: date | None, ends: Ends, *, full: bool, other: str = "") -> list[Draft]:
    """Return drafts of which those told as past by words of time alone are news, unless something else is.

    `full`: the text is an article of many sentences, which, as a title, tells no news in a relative clause ("the
    grocer, which raised $9M"). `other`: a title that tells no deal, in small letters; of a company that it names
    something else is the news.
    """
    drafts = [_turned(d, drafts) for d in drafts]
    drafts = [as_history(d) if _is_sum_of_all(d, drafts) else d for d in drafts]
    drafts = [as_history(d) if _is_earlier_stage(d, drafts) or _is_worth_before(d, drafts) else d for d in drafts]
    drafts = [replace(d, background=None) if _goes_on(d, drafts) else d for d in drafts]
    drafts = [as_history(d) if _is_of_history(d, drafts) else d for d in drafts]
    if not any(d.kind.start < ends.first for d in drafts):
        drafts = [as_history(d) if _is_in_profile(d, published) else d for d in drafts]
    firm = [d for d in drafts if not d.recalled]
    return [
        replace(d, background=None)
        if d.kind.start < ends.lead
        and not ((full or d.kind.start < ends.title) and _is_relative(d))
        and not _is_named(d, other)
        and _is_news(d, firm, published)
        else d
        for d in drafts
    ]


def _is_in_profile(draft: Draft, published: date | None) -> bool:
    """Tell whether what opens with other news tells a round of a year before, which makes it no news of today."""
    if draft.kind.value is not Kind.FUNDING_ROUND or draft.background is None:
        return False
    year = _A_YEAR.search(draft.background.quote)
    before = year is not None and (published is None or int(year[0]) < published.year)
    return before and draft.background.confidence <= history.YEAR


_A_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def _is_of_history(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a round is told by its backers alone, where all rounds of its company told before are history."""
    told = draft.amount or draft.round or draft.round_label or draft.valuation or draft.status
    if told or draft.recalled or draft.company is None or draft.kind.value is not Kind.FUNDING_ROUND:
        return False
    before = [
        d
        for d in drafts
        if d.company is not None
        and d.kind.value is Kind.FUNDING_ROUND
        and d.kind.start < draft.kind.start
        and d.amount is not None
        and same_name(d.company.value, draft.company.value)
    ]
    bought = any(
        d.kind.value is Kind.ACQUISITION
        and d.company is not None
        and d.kind.start < draft.kind.start
        and same_name(d.company.value, draft.company.value)
        for d in drafts
    )
    return (bool(before) and all(d.recalled and not is_weak(d) for d in before)) or bought


def _goes_on(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether what a text told in passing it goes on with as news: "a unicorn after raising $9M. Acme led"."""
    if draft.background is None or draft.amount is None or not is_weak(draft):
        return False
    if _is_relative(draft) or not draft.background.quote.lower().startswith(("after", "having", "following", "since")):
        return False
    after = [
        d
        for d in drafts
        if d.kind.start > draft.kind.start and d.company is not None and d.kind.value is draft.kind.value
    ]
    follows = next(
        (d for d in after if draft.company and same_name(d.company.value if d.company else "", draft.company.value)),
        None,
    )
    bare = follows is not None and not follows.recalled and follows.amount is None
    return bare and (draft.round is None or (follows is not None and follows.round is None))


def _is_named(draft: Draft, title: str) -> bool:
    first = fold(draft.company.value)[:1] if title and draft.company is not None else ()
    return bool(first) and len(first[0]) > 2 and first[0] in _WORD.findall(title)


_WORD: Final = re.compile(r"[^\W_]+")


def _turned(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return a round told from its backer's side as the round of who gets the money.

    After "A lends $9M to B", "A announced the close of a $9M facility with B" is B's as well.
    """
    for other in drafts:
        if other is draft or other.company is None or draft.company is None or not _backs(draft.company.value, other):
            continue
        if other.kind.start > draft.kind.start and _backs(other.company.value, draft):
            continue  # each is told as the other's backer: the first is believed
        both = draft.amount is not None and other.amount is not None
        if draft.kind.value is other.kind.value is Kind.FUNDING_ROUND and (
            any(same_name(told.value.name, other.company.value) for told in draft.investors)
            or (both and not draft.investors and _one_sum(draft, other))
        ):
            return replace(draft, company=other.company, investors=other.investors)
    return draft


def _backs(name: str, draft: Draft) -> bool:
    return any(same_name(told.value.name, name) for told in draft.investors)


def _one_sum(a: Draft, b: Draft) -> bool:
    return a.amount is not None and b.amount is not None and money_meets(a.amount.value, b.amount.value)


def is_weak(draft: Draft) -> bool:
    """Tell whether nothing but words of time says that a deal is history."""
    return draft.background is not None and draft.background.confidence <= history.WEAK


def _is_sum_of_all(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a round without a label is what a company raised in all before it is bought or listed."""
    if draft.kind.value is not Kind.FUNDING_ROUND or draft.amount is None or draft.recalled:
        return False
    if draft.round is not None and draft.round.value not in _PRIVATE:
        return False
    raised = draft.kind.quote in _GOT or draft.round is not None
    return (raised and draft.status is None) and any(
        d.kind.value in {Kind.ACQUISITION, Kind.IPO}
        and d.kind.start + BESIDE * (draft.round is not None) < draft.kind.start
        and not d.recalled
        and d.company is not None
        and draft.company is not None
        and d.kind.start < draft.kind.start
        and same_name(d.company.value, draft.company.value)
        for d in drafts
    )


def _is_worth_before(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a round is no more than what a company was worth in it, which is bought or listed now."""
    bare = draft.amount is None and not draft.investors and draft.kind.value is Kind.FUNDING_ROUND
    return (bare and draft.status is None and not draft.recalled) and any(
        d.kind.value in {Kind.ACQUISITION, Kind.IPO}
        and not d.recalled
        and d.company is not None
        and draft.company is not None
        and same_name(d.company.value, draft.company.value)
        for d in drafts
    )


_GOT: Final = frozenset({"raised", "secured", "received"})
_PRIVATE: Final = frozenset(
    r for r in Round if r.startswith(("pre_seed", "seed", "angel", "series_", "debt", "private_eq", "corporate"))
)
"""Rounds of a private company, which it has behind it where it is bought or goes public."""
_STAGES: Final = ("pre_seed", "angel", "seed", *(f"series_{letter}" for letter in "abcdefghij"))


def _is_earlier_stage(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a round is of an earlier stage than one told before of the same company: rounds do not go back.

    One told close by, as in one sentence, is news as well: "a Series A and a seed round before it".
    """
    stage = _stage(draft)
    if stage is None or draft.company is None or draft.recalled or draft.status is not None:
        return False
    return any(
        other.company is not None
        and other.kind.start + BESIDE < draft.kind.start
        and (before := _stage(other)) is not None
        and before > stage
        and same_name(other.company.value, draft.company.value)
        for other in drafts
    )


def _stage(draft: Draft) -> int | None:
    told = draft.round.value.value if draft.round is not None and draft.kind.value is Kind.FUNDING_ROUND else ""
    return _STAGES.index(told) if told in _STAGES else None


BESIDE: Final = 60
"""Characters within which two rounds of one company are told together."""


def as_history(draft: Draft) -> Draft:
    """Return a deal as one that the text only recalls."""
    return replace(draft, background=Told(True, draft.kind.start, draft.kind.end, draft.kind.quote, 0.7))


def _is_relative(draft: Draft) -> bool:
    return draft.background is not None and draft.background.quote.lower().startswith(("which", "who", "that"))


def moves_on(draft: Draft) -> bool:
    """Tell whether a draft is of the company spoken of from there on: not one recalled in passing."""
    if draft.background is None:
        return True
    return is_weak(draft) and not _is_relative(draft)


def _is_news(draft: Draft, firm: Sequence[Draft], published: date | None) -> bool:
    if draft.background is None or not is_weak(draft):
        return False
    if _is_long_past(draft, published):
        return False
    firm = [d for d in firm if not _is_bare(d, draft)]
    if draft.background.confidence > history.YEAR:
        return not firm
    return not any((_is_current(d, published) or _is_dated_by(d, draft)) and _share_party(d, draft) for d in firm)


def _is_bare(news: Draft, told: Draft) -> bool:
    """Tell whether a deal of a heading is no more than the name of one told with its sum below it."""
    plain = not (news.amount or news.valuation or news.round) and news.kind.value is told.kind.value
    if (
        not plain
        or news.kind.value is Kind.ACQUISITION
        or told.amount is None
        or news.company is None
        or told.company is None
    ):
        return False
    return news.kind.start < told.kind.start and same_name(news.company.value, told.company.value)


LONG_AGO: Final = 150
"""Days before its publication from which on a dated deal is no text's news."""


def _is_long_past(draft: Draft, published: date | None) -> bool:
    """Tell whether a deal's date, taken at its latest, lies well before the text's."""
    if draft.announced_on is None or published is None:
        return False
    told = draft.announced_on.value
    span = {Precision.YEAR: 365, Precision.MONTH: 30}.get(told.precision, 0)
    return (published - told.value).days - span > LONG_AGO


def _is_dated_by(draft: Draft, recalled: Draft) -> bool:
    """Tell whether the only year of an undated text, and so of its news, is the one that it recalls a deal with."""
    own, other = draft.announced_on, recalled.announced_on
    return own is not None and other is not None and own.value == other.value and own.start > draft.kind.end


def _is_current(draft: Draft, published: date | None) -> bool:
    if draft.announced_on is None:
        return True
    return published is not None and (published - draft.announced_on.value.value).days < RECENT


def _share_party(a: Draft, b: Draft) -> bool:
    return any(same_name(x, y) for x in _parties(a) for y in _parties(b))


def _parties(draft: Draft) -> list[str]:
    company = [draft.company.value] if draft.company else []
    return company + [told.value.name for told in draft.investors]
