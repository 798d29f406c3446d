"""A case for an editor: what is asked, what each side says in which sentences, and what may be decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from dealwire.core.corrections import checked
from dealwire.core.excerpt import excerpt
from dealwire.core.names import fold
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.twins import Told, twins
from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.model import Article, Support, Verdict
from dealwire.ports import DealRow
from dealwire.service.deal_view import DealView, Quoted, whole_deal_view

QUOTES = 6
"""Sentences of a side that are shown."""
OPTIONS = 6
"""Values among which one is chosen."""
NAMED = 40
"""Articles among which a name's sentences are looked for."""

COMPARED = ("amount", "valuation", "round", "round_label", "status", "announced_on", "investors", "company", "kind")


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a side: its value, and a sentence that says so where there is one."""

    field: str
    value: Any
    quote: Quoted | None


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says. `deal` is the deal that it is, or is of; `wins` is true of the value that it shows now.

    `choice` is the place among the choices of the one that takes this side.
    """

    title: str
    deal: DealRow | None = None
    value: Any = None
    wins: bool = False
    choice: int | None = None
    lines: tuple[Line, ...] = ()
    quotes: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be decided: what `Dealwire.decision` takes. `word` names it."""

    word: str
    verdict: Verdict
    a: str
    b: str = ""
    value: Any = None


@dataclass(frozen=True, slots=True)
class Case:
    """A question to an editor, with both sides and what may be decided; `view` is the deal that it is about, if one."""

    sort: str
    a: str
    b: str
    company: str
    sides: tuple[Side, ...]
    choices: tuple[Choice, ...]
    view: DealView | None = None


def case(store: Listed, knowledge: Knowledge, sort: str, a: str, b: str) -> Case | None:
    """Return the case of an item of the queue, or of a deal (sort "deal"); None where what it is about is gone."""
    match sort:
        case "conflict":
            return _conflict(store, knowledge, a, b)
        case "apart":
            return _pair(sort, a, b, _deals(store, knowledge, (a, b)))
        case "together":
            return _together(store, knowledge, a, b)
        case "twins":
            return _pair(sort, a, b, _deals(store, knowledge, _twins(store, knowledge, a, b)))
        case "names":
            return _names(store, a, b)
        case "confidence" | "draft" | "deal":
            return _deal(store, knowledge, sort, a)
        case _:
            return None


def _view(store: Listed, knowledge: Knowledge, id_: str) -> DealView | None:
    row = store.deal(id_)
    return whole_deal_view(store, knowledge.rates, row) if row else None


def _conflict(store: Listed, knowledge: Knowledge, deal: str, name: str) -> Case | None:
    view = _view(store, knowledge, deal)
    field = next((f for f in view.fields if f.field.name == name), None) if view else None
    if view is None or field is None:
        return None
    sides: list[Side] = []
    choices: list[Choice] = []
    for saying in (*field.support, *field.against)[:OPTIONS]:
        choice = _correct(deal, name, saying.value)
        place = len(choices) if choice else None
        choices += [choice] if choice else []
        sides.append(Side("", value=saying.value, wins=saying.wins, choice=place, quotes=saying.claims[:QUOTES]))
    return Case("conflict", deal, name, view.row.deal.company, tuple(sides), (*choices, *_held(view)), view)


def _correct(deal: str, name: str, value: object) -> Choice | None:
    """Return the choice of a value; none where what a report says has another form than the field."""
    with suppress(UsageError):
        return Choice("value", Verdict.CORRECT, deal, name, checked(name, value))
    return None


def _deals(store: Listed, knowledge: Knowledge, ids: Iterable[str]) -> list[Side]:
    views = [view for id_ in ids if (view := _view(store, knowledge, id_))]
    return [Side(view.row.deal.company, view.row, lines=tuple(_lines(view))) for view in views]


def _lines(view: DealView, report: str | None = None) -> Iterator[Line]:
    """Yield the fields of a deal with the surest sentence of each; of one report alone what it says itself."""
    fields = {f.field.name: f for f in view.fields}
    for name in COMPARED:
        if (field := fields.get(name)) is None:
            continue
        if report is None:
            yield Line(name, field.field.value, next((q for s in field.support for q in s.claims), None))
            continue
        told = [(s.value, q) for s in (*field.support, *field.against) for q in s.claims if q.claim.report == report]
        for value, quote in told[:QUOTES]:
            yield Line(name, value, quote)


def _pair(sort: str, a: str, b: str, sides: Sequence[Side]) -> Case | None:
    if len(sides) < 2:
        return None
    return Case(sort, a, b, sides[0].title, tuple(sides), _same_or_not(a, b))


def _same_or_not(a: str, b: str) -> tuple[Choice, ...]:
    return Choice("same", Verdict.SAME, a, b), Choice("different", Verdict.DIFFERENT, a, b)


def _together(store: Listed, knowledge: Knowledge, a: str, b: str) -> Case | None:
    view = _view(store, knowledge, a)
    if view is None or not {a, b} <= set(view.row.deal.reports):
        return None
    sides = tuple(Side(view.publishers.get(id_, ""), view.row, lines=tuple(_lines(view, id_))) for id_ in (a, b))
    return Case("together", a, b, view.row.deal.company, sides, _same_or_not(a, b), view)


def _twins(store: Listed, knowledge: Knowledge, a: str, b: str) -> tuple[str, ...]:
    """Return the two deals that are told under two names, else the latest of each."""
    found = store.organisations([fold(a), fold(b)])
    own = [found[key].id for key in (fold(a), fold(b)) if key in found]
    rows = [row for role, row in store.deals_of_organisations(own) if role == "company"]
    for pair in twins((Told(row.deal, row.announced_on, row.usd) for row in rows), knowledge.aliases):
        if {pair.a.organisation, pair.b.organisation} == set(own):
            return tuple(sorted((pair.a.id, pair.b.id), key=lambda id_: id_ != pair.a.id))
    latest = {row.deal.organisation: row.deal.id for row in sorted(rows, key=lambda row: str(row.announced_on or ""))}
    return tuple(latest[id_] for id_ in own if id_ in latest)


def _names(store: Listed, a: str, b: str) -> Case | None:
    keys = [fold(a), fold(b)]
    written = store.mentions(keys)
    if not all(key in written for key in keys):
        return None
    sides = [Side(name, quotes=tuple(_named(store, key, written[key]))) for name, key in zip((a, b), keys, strict=True)]
    return Case("names", a, b, a, tuple(sides), _same_or_not(a, b))


def _named(store: Listed, key: str, forms: Iterable[str]) -> Iterator[Quoted]:
    """Yield sentences that hold a name, the latest article's first."""
    found = store.articles(store.articles_mentioning([key])[:NAMED]).values()
    told = 0
    for article in sorted(found, key=lambda one: (str(one.published or one.fetched_at), one.key), reverse=True):
        if told < QUOTES and (claim := _spot(article, forms)):
            told += 1
            yield Quoted(claim, excerpt(claim, article), article.lang)


def _spot(article: Article, forms: Iterable[str]) -> Support | None:
    """Return the first place in an article's text at which a name stands, in the longest form that it has there."""
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        start = article.text.find(form)
        at = start + len(article.title) + 1 if start >= 0 else article.title.find(form)
        if at >= 0:
            return Support(
                form, form, at, at + len(form), article.key, article.ref, article.address, article.provider,
                article.published, "", 1.0,
            )  # fmt: skip
    return None


def _deal(store: Listed, knowledge: Knowledge, sort: str, deal: str) -> Case | None:
    view = _view(store, knowledge, deal)
    if view is None:
        return None
    own = view.row.deal
    side = Side(own.company, view.row, lines=tuple(_lines(view)))
    return Case(
        sort, deal, "company" if sort == "confidence" else "", own.company, (side,), tuple(_held(view, sort)), view
    )


def _held(view: DealView, sort: str = "") -> Iterator[Choice]:
    """Yield what may be done with a deal: publish what is held back, hold back what isn't; where it is asked, both."""
    own = view.row.deal
    if own.draft or sort == "confidence":
        yield Choice("publish", Verdict.PUBLISH, own.id)
    if not own.draft or sort == "draft":
        yield Choice("draft", Verdict.DRAFT, own.id)
