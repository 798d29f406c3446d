"""Taggers put to use: deals from spans alone, and each way in which spans may mend what the rules read.

Every mend is a function of its own, so that each can be measured by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from benchmarks.train.spans import ACQUIRER, ADVISER, AMOUNT, COMPANY, INVESTOR, LEAD, ROUND, VALUATION, Span, Tagged
from dealwire.core.extract import money, rounds
from dealwire.core.extract.assemble import same_name
from dealwire.model import DealReport, Investor, Kind, Role, Round, Status, Told, Valuation

ROLES: Final = {INVESTOR: Role.PARTICIPANT, LEAD: Role.LEAD, ADVISER: Role.ADVISER, ACQUIRER: Role.ACQUIRER}

Deals = list[DealReport]
Mend = Callable[[str, Deals, Tagged, float], Deals]
"""(content, deals, tags, how sure the tagger must be) → deals."""


class Sure(NamedTuple):
    """A span, the text that it covers, and how sure the tagger is of it."""

    span: Span
    name: str
    sure: float


_PARTIES: Final = frozenset({COMPANY, *ROLES})
_OWNER: Final = re.compile(r"^(?:[A-Z]\w+ ){0,2}[A-Z]\w+(?:['’]s|s['’]) (?=[A-Z0-9])")
_TAIL: Final = re.compile(r"['’]s?$|[ ,.&]+$")


def found(content: str, tagged: Tagged, least: float) -> list[Sure]:
    """Return the spans of which a tagger is sure enough, in order; names without "Britain's" before and "'s" after."""
    every = (_trimmed(content, s) if s.label in _PARTIES else s for s in tagged.spans)
    kept = [Sure(s, content[s.start : s.end], tagged.sure(*s)) for s in every if s.start < s.end]
    return [one for one in kept if one.sure >= least and (one.span.label not in _PARTIES or _is_name(one.name))]


def _trimmed(content: str, span: Span) -> Span:
    name = content[span.start : span.end]
    owner, tail = _OWNER.match(name), _TAIL.search(name)
    return span._replace(
        start=span.start + (owner.end() if owner else 0), end=span.start + (tail.start() if tail else len(name))
    )


def _is_name(name: str) -> bool:
    return "\n" not in name and any(word[:1].isupper() for word in name.split()) and len(name) > 1


def told(content: str, one: Sure, value: Any) -> Told[Any]:  # noqa: ANN401 - any value that a span can tell
    """Return a value as told by a span."""
    return Told(value, one.span.start, one.span.end, content[one.span.start : one.span.end], one.sure)


# --- deals from spans alone -----------------------------------------------------------------------------------

_CLOSED: Final = re.compile(r"\b(?:closes|closed|completes|completed|finali[sz]ed)\b", re.IGNORECASE)
_TALKS: Final = re.compile(
    r"\b(?:in talks|seeks|seeking|plans to|looking to|to raise|to acquire|to buy|considering|bid|nears)\b",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(r"\b(?:reportedly|sources say|is said to|people familiar)\b", re.IGNORECASE)
_LISTING: Final = re.compile(r"\b(?:IPO|initial public offering|go(?:es)? public|listing)\b")
_FUND: Final = re.compile(
    r"\b(?:fund [IVX]+|(?:first|second|third|fourth|new|debut) (?:\S+ ){0,2}fund)\b", re.IGNORECASE
)


def alone(content: str, tagged: Tagged, least: float = 0.5) -> Deals:
    """Return a deal for each company that a tagger names beside money, a round or a backer, simply assembled.

    Where it names several, each part belongs to the company named in its line or sentence, else to the one before.
    """
    groups: dict[str, list[Sure]] = {}
    for sentence in _sentences(content, found(content, tagged, least)):
        named = [one.name for one in sentence if one.span.label == COMPANY]
        for one in sentence:
            if one.span.label == COMPANY:
                key = next((k for k in groups if same_name(k, one.name)), one.name)
                groups.setdefault(key, []).append(one)
            elif named or groups:
                key = next(
                    (k for k in groups if named and same_name(k, named[0])), named[0] if named else [*groups][-1]
                )
                groups.setdefault(key, []).append(one)
    deals = (_deal(content, parts) for parts in groups.values())
    return [deal for deal in deals if deal is not None]


def _sentences(content: str, spans: Sequence[Sure]) -> Iterator[list[Sure]]:
    ends = [m.end() for m in re.finditer(r"\n|[.!?](?=\s+[A-Z“\"])", content)] + [len(content)]
    start = 0
    for end in ends:
        if inside := [one for one in spans if start <= one.span.start < end]:
            yield inside
        start = end


def _deal(content: str, parts: Sequence[Sure]) -> DealReport | None:
    of = {
        label: [one for one in parts if one.span.label == label]
        for label in (*ROLES, COMPANY, AMOUNT, VALUATION, ROUND)
    }
    if not of[COMPANY]:
        return None
    company = max(of[COMPANY], key=lambda one: len(one.name))
    kind = _kind(content, of)
    if kind is None:
        return None
    backers: list[Told[Investor]] = []
    for one in sorted((one for label in ROLES for one in of[label]), key=lambda one: one.span.label != LEAD):
        if not any(same_name(one.name, b.value.name) for b in backers) and not same_name(one.name, company.name):
            backers.append(told(content, one, Investor(one.name, ROLES[one.span.label])))
    sums = money.find_money(content)
    amount = _overlapping(sums, of[AMOUNT])
    worth = _overlapping(sums, of[VALUATION])
    label = _overlapping(rounds.find_rounds(content), of[ROUND])
    round_ = label.value.round if label else Round.SERIES_UNKNOWN
    return DealReport(
        kind=told(content, company, kind),
        company=told(content, company, company.name),
        status=told(content, company, _status(content)),
        investors=tuple(sorted(backers, key=lambda b: b.start)),
        amount=amount,
        valuation=replace(worth, value=Valuation(worth.value)) if worth else None,
        round=told(content, company, round_) if kind is Kind.FUNDING_ROUND else None,
        confidence=min(one.sure for one in parts),
    )


def _kind(content: str, of: dict[str, list[Sure]]) -> Kind | None:
    if of[ACQUIRER]:
        return Kind.ACQUISITION
    if _LISTING.search(content) and not of[LEAD] and not of[INVESTOR] and not of[ROUND]:
        return Kind.IPO
    if _FUND.search(content) and not of[LEAD]:
        return Kind.FUND_CLOSE
    return Kind.FUNDING_ROUND if of[AMOUNT] or of[ROUND] or of[LEAD] or of[INVESTOR] or of[VALUATION] else None


def _status(content: str) -> Status:
    if _REPORTS.search(content):
        return Status.RUMOURED
    if _TALKS.search(content):
        return Status.IN_TALKS
    return Status.CLOSED if _CLOSED.search(content) else Status.ANNOUNCED


def _overlapping(values: Sequence[Told[Any]], spans: Sequence[Sure]) -> Told[Any] | None:
    """Return the first value that a rule reads within a span."""
    return next((v for one in spans for v in values if v.start < one.span.end and one.span.start < v.end), None)


# --- mends ----------------------------------------------------------------------------------------------------


def missed(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Where the rules find no deal, take the tagger's, if it is sure of every part."""
    if any(deal.company for deal in deals):
        return deals
    return [deal for deal in alone(content, tagged, least) if deal.amount or deal.investors or deal.valuation]


def named(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Give a deal that names nobody the company that the tagger is surest of."""
    companies = [one for one in found(content, tagged, least) if one.span.label == COMPANY]
    if not companies or any(deal.company for deal in deals):
        return deals
    best = max(companies, key=lambda one: one.sure)
    return [replace(deal, company=told(content, best, best.name)) for deal in deals[:1]]


def backers(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Add backers that the tagger names to the one round that a text tells."""
    news = [deal for deal in deals if deal.background is None and deal.company]
    if len(news) != 1 or news[0].kind.value is not Kind.FUNDING_ROUND:
        return deals
    (deal,) = news
    new = list(deal.investors)
    for one in found(content, tagged, least):
        known = [i.value.name for i in new] + [d.company.value for d in deals if d.company]
        if one.span.label in {INVESTOR, LEAD} and not any(same_name(one.name, k) for k in known):
            new.append(told(content, one, Investor(one.name, ROLES[one.span.label])))
    return [replace(deal, investors=tuple(new)) if d is deal else d for d in deals]


def each_backers(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Add backers that the tagger names to the round told last before them."""
    rounds_told = [d for d in deals if d.kind.value is Kind.FUNDING_ROUND and d.background is None and d.company]
    if len(rounds_told) < 2:
        return backers(content, deals, tagged, least)
    rounds_told.sort(key=lambda d: d.company.start if d.company else 0)
    more: dict[int, list[Told[Investor]]] = {}
    for one in found(content, tagged, least):
        known = [i.value.name for d in deals for i in d.investors] + [d.company.value for d in deals if d.company]
        if one.span.label in {INVESTOR, LEAD} and not any(same_name(one.name, k) for k in known):
            before = [d for d in rounds_told if d.company and d.company.start < one.span.start] or rounds_told[:1]
            more.setdefault(id(before[-1]), []).append(told(content, one, Investor(one.name, ROLES[one.span.label])))
    return [replace(d, investors=(*d.investors, *more.get(id(d), ()))) for d in deals]


def buyers(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Add the buyer to a purchase told without one."""
    new: Deals = []
    for deal in deals:
        buyer = next((one for one in found(content, tagged, least) if one.span.label == ACQUIRER), None)
        fits = deal.kind.value is Kind.ACQUISITION and not deal.investors and deal.company is not None
        if fits and buyer and deal.company is not None and not same_name(buyer.name, deal.company.value):
            new.append(replace(deal, investors=(told(content, buyer, Investor(buyer.name, Role.ACQUIRER)),)))
        else:
            new.append(deal)
    return new


def leads(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Give the lead to a backer whom the tagger surely takes for one."""
    del content

    def raised(i: Told[Investor]) -> Told[Investor]:
        plain = i.value.role in {Role.PARTICIPANT, Role.EXISTING}
        lead = plain and tagged.sure(i.start, i.end, LEAD) >= least
        return replace(i, value=Investor(i.value.name, Role.LEAD)) if lead else i

    return [replace(deal, investors=tuple(map(raised, deal.investors))) for deal in deals]


def strangers(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Drop backers that the tagger surely takes for no party at all."""
    del content
    return [
        replace(deal, investors=tuple(i for i in deal.investors if _party(tagged, i) >= 1.0 - least)) for deal in deals
    ]


def _party(tagged: Tagged, named: Told[Any]) -> float:
    return sum(tagged.sure(named.start, named.end, label) for label in (COMPANY, INVESTOR, LEAD, ADVISER, ACQUIRER))


def vetoed(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Drop deals of whose company the tagger is sure that it is no party."""
    del content
    return [deal for deal in deals if deal.company is None or _party(tagged, deal.company) >= 1.0 - least]


def recut(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Cut a company's name as the tagger does, where it surely cuts it elsewhere."""
    spans = found(content, tagged, least)

    def mended(deal: DealReport) -> DealReport:
        c = deal.company
        if c is None:
            return deal
        for one in spans:
            if one.span.label == COMPANY and one.span.start < c.end and c.start < one.span.end:
                return replace(deal, company=told(content, one, one.name))
        return deal

    return [mended(deal) for deal in deals]


def swapped(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Take the tagger's company where it is sure of another, and takes the rules' for a backer or for nothing."""
    sure = [one for one in found(content, tagged, least) if one.span.label == COMPANY]
    if len(deals) != 1 or not sure or deals[0].company is None:
        return deals
    c = deals[0].company
    if any(same_name(one.name, c.value) for one in sure) or tagged.sure(c.start, c.end, COMPANY) > 1.0 - least:
        return deals
    return [replace(deals[0], company=told(content, sure[0], sure[0].name))]


def values(content: str, deals: Deals, tagged: Tagged, least: float) -> Deals:
    """Give the one deal of a text the sum, valuation or round that the rules left out and the tagger surely sees."""
    if len(deals) != 1:
        return deals
    (deal,) = deals
    spans = found(content, tagged, least)
    sums = money.find_money(content)
    if deal.amount is None and (sum_ := _overlapping(sums, [s for s in spans if s.span.label == AMOUNT])):
        deal = replace(deal, amount=sum_)
    if deal.valuation is None and (sum_ := _overlapping(sums, [s for s in spans if s.span.label == VALUATION])):
        deal = replace(deal, valuation=replace(sum_, value=Valuation(sum_.value)))
    unlabelled = deal.kind.value is Kind.FUNDING_ROUND and deal.round_label is None
    label = _overlapping(rounds.find_rounds(content), [s for s in spans if s.span.label == ROUND])
    if unlabelled and label and deal.round and deal.round.value is Round.SERIES_UNKNOWN:
        deal = replace(
            deal, round=replace(label, value=label.value.round), round_label=replace(label, value=label.value.label)
        )
    return [deal]


MENDS: Final[dict[str, Mend]] = {
    "named": named,
    "missed": missed,
    "each_backers": each_backers,
    "backers": backers,
    "buyers": buyers,
    "leads": leads,
    "strangers": strangers,
    "vetoed": vetoed,
    "recut": recut,
    "swapped": swapped,
    "values": values,
}
