"""What an editor decides: same, different, correct, undo.

Each kept as a judgement, and the views around it derived anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from dealwire.core import names
from dealwire.core.corrections import checked
from dealwire.core.read import urls
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.twins import Told, twins
from dealwire.errors import UsageError
from dealwire.model import Deal, Judgement, Verdict
from dealwire.ports import DealFilter, DealRow, Store
from dealwire.service.resolve import Resolver

UNSURE = 0.8
"""Deals that the reader is less sure of than this are listed for review."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something worth a decision: which deal, which field, why it is listed, and what it is worth (larger first)."""

    deal: DealRow
    field: str
    reason: str
    worth: float


def queue(store: Store, knowledge: Knowledge) -> list[Item]:
    """List true conflicts first, by the money at stake, then deals under two names, then those read with doubt."""
    rows = list(store.deals(DealFilter()))
    return sorted([*_items(rows), *_twins(store, knowledge, rows)], key=lambda i: (-i.worth, i.deal.deal.id, i.field))


def _twins(store: Store, knowledge: Knowledge, rows: Sequence[DealRow]) -> Iterator[Item]:
    """List deals that may be one under two names, but for names that a person judged to be two."""
    judged = [j for j in effective(store.judgements()) if j.about == "name" and j.verdict is Verdict.DIFFERENT]
    of = store.organisations({names.fold(name) for j in judged for name in (j.a, j.b)})
    apart = {frozenset(of[k].id for k in map(names.fold, (j.a, j.b)) if k in of) for j in judged}
    by_id = {row.deal.id: row for row in rows}
    for pair in twins((Told(row.deal, row.announced_on, row.usd) for row in rows), knowledge.aliases):
        if frozenset({pair.a.organisation, pair.b.organisation}) not in apart:
            row = by_id[pair.a.id]
            reason = f"perhaps also told of {pair.b.company} ({pair.b.id}): {pair.why}"
            yield Item(row, "company", reason, 1 + min((row.usd or 0.0) / 1e9, 1.0))


def _items(rows: Iterable[DealRow]) -> Iterator[Item]:
    for row in rows:
        stake = min((row.usd or 0.0) / 1e9, 1.0)
        for name in row.deal.conflicts:
            field = row.deal.fields[name]
            yield Item(row, name, f"{len(field.support)} for, {len(field.against)} against", 2 + stake)
        if row.deal.confidence < UNSURE and not row.deal.background:
            yield Item(
                row, "company", f"read with confidence {row.deal.confidence:.2f}", 1 - row.deal.confidence + stake
            )


@dataclass(frozen=True, slots=True)
class Editor:
    """Who decides, when; the clock is the caller's."""

    name: str
    at: datetime


def decide(
    store: Store, knowledge: Knowledge, editor: Editor, verdict: Verdict, a: str, b: str, why: str = ""
) -> Judgement:
    """Judge two deals, two articles or two names the same or different.

    What `a` and `b` are is told by what the store knows them as: ids of deals or reports, ids or addresses of
    articles, else names.

    Raises:
        UsageError: the two are of different sorts, or are one thing.
    """
    about, one, other = _identify(store, a, b)
    if one == other or (about == "name" and names.fold(one) == names.fold(other)):
        raise UsageError(f"{a!r} and {b!r} are the same {about} already")
    return _keep(store, knowledge, _judgement(about, one, other, verdict, editor, why))


def correct(
    store: Store,
    knowledge: Knowledge,
    editor: Editor,
    deal: str,
    field: str,
    value: object,
    why: str = "",
) -> Judgement:
    """Set a deal's field to a value (plain JSON in the form of the deal record; None empties it).

    Raises:
        UsageError: there is no such deal or field, or the field's values have another form.
    """
    value = checked(field, value)
    row = store.deal(deal)
    if row is None:
        raise UsageError(f"no deal has the id {deal!r}")
    return _keep(store, knowledge, _judgement("field", row.deal.reports[0], field, Verdict.CORRECT, editor, why, value))


def undo(store: Store, knowledge: Knowledge, editor: Editor, id_: str, why: str = "") -> Judgement:
    """Take a judgement back; undoing an undoing brings it in force again.

    Raises:
        UsageError: there is no such judgement, or it is undone already.
    """
    known = {j.id: j for j in store.judgements()}
    judged = known.get(id_)
    if judged is None:
        raise UsageError(f"no judgement has the id {id_!r}: `dealwire review log` lists them")
    if _undone(id_, known.values()):
        raise UsageError(f"{id_} is undone already")
    return _keep(store, knowledge, _judgement(judged.about, id_, "", Verdict.UNDO, editor, why), judged)


def _undone(id_: str, judgements: Collection[Judgement]) -> bool:
    """Tell whether an undoing of a judgement stands; an undoing may be undone itself."""
    return any(j.verdict is Verdict.UNDO and j.a == id_ and not _undone(j.id, judgements) for j in judgements)


def log(store: Store) -> list[tuple[Judgement, bool]]:
    """Return every judgement with whether it is in force, the latest first."""
    judgements = store.judgements()
    in_force = {j.id for j in effective(judgements)}
    return [(j, j.id in in_force) for j in reversed(judgements)]


def _identify(store: Store, a: str, b: str) -> tuple[str, str, str]:
    deals = store.deal(a), store.deal(b)
    if deals[0] and deals[1]:
        if deals[0].deal.organisation != deals[1].deal.organisation:
            one, other = deals[0].deal.company, deals[1].deal.company
            raise UsageError(f"the deals are of two companies: judge {one!r} and {other!r} the same first")
        return "report", _report(deals[0].deal, a), _report(deals[1].deal, b)
    ref, other = _address(a), _address(b)
    articles = store.find_articles([ref, other])
    if ref in articles and other in articles:
        return "article", articles[ref], articles[other]
    if any(deals) or articles:
        raise UsageError(f"{a!r} and {b!r} are not of one sort: give two deals, two articles or two names")
    return "name", _known_name(store, a), _known_name(store, b)


def _address(ref: str) -> str:
    """Return an article's address as the store knows it; anything else as it is."""
    return (urls.canonical(ref) or ref) if "://" in ref else ref


def _known_name(store: Store, name: str) -> str:
    """Return a name that some text uses: a judgement on a slip of the pen would be kept, and do nothing."""
    key = names.fold(name)
    if not store.known_names([key]):
        raise UsageError(f"{name!r} is no deal, no article and no name that a text uses: `dealwire search` finds names")
    return name


def _report(deal: Deal, id_: str) -> str:
    """Return the report that stands for what was named: itself, or the deal's first."""
    return id_ if id_ in deal.reports else deal.reports[0]


def _judgement(
    about: str,
    a: str,
    b: str,
    verdict: Verdict,
    editor: Editor,
    why: str,
    value: object = None,
) -> Judgement:
    basis = "\x1f".join((about, a, b, str(verdict), editor.name, editor.at.isoformat(), repr(value)))
    id_ = "j-" + hashlib.sha256(basis.encode()).hexdigest()[:12]
    return Judgement(id_, about, a, b, verdict, editor.name, editor.at, why, value)


def _keep(store: Store, knowledge: Knowledge, judgement: Judgement, judged: Judgement | None = None) -> Judgement:
    """Keep a judgement and derive anew what it is about (for an undoing: what the judgement undone is about)."""
    about = judged or judgement
    while about.verdict is Verdict.UNDO:
        about = next(j for j in store.judgements() if j.id == about.a)
    with store.transaction():
        store.add_judgement(judgement)
        resolver = Resolver(store, knowledge)
        match about.about:
            case "name":
                resolver.refresh(names_=[names.fold(about.a), names.fold(about.b)])
            case "report":
                resolver.refresh(reports_=[about.a, about.b])
            case "field":
                resolver.refresh(reports_=[about.a])
            case "article":
                resolver.refresh(articles=[about.a, about.b])
    return judgement
