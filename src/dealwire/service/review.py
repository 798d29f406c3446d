"""What an editor decides: same, different, correct, publish, draft, undo.

Each kept as a judgement, and the views around it derived anew. What a decision would change can be seen before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from dealwire.core import names
from dealwire.core.corrections import checked
from dealwire.core.read import urls
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.errors import UsageError
from dealwire.model import Deal, Judgement, Verdict
from dealwire.ports import DealFilter, Store
from dealwire.service.readings import readings_of, with_sisters
from dealwire.service.resolve import Changed, Resolver

BATCH = 500
"""Deals that are derived anew at a time."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Who decides, when; the clock is the caller's."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement that may be kept; `judged` is the one that it undoes."""

    judgement: Judgement
    judged: Judgement | None = None


def decision(
    store: Store, editor: Editor, verdict: Verdict, a: str, b: str = "", value: object = None, why: str = ""
) -> Decision:
    """Return the decision of a verdict on what it takes: see `pair`, `correction`, `publication`, `undoing`.

    Raises:
        UsageError: it can have no effect, or is no such decision.
    """
    match verdict:
        case Verdict.SAME | Verdict.DIFFERENT:
            return pair(store, editor, verdict, a, b, why)
        case Verdict.CORRECT:
            return correction(store, editor, a, b, value, why)
        case Verdict.PUBLISH | Verdict.DRAFT:
            return publication(store, editor, verdict, a, why)
        case Verdict.UNDO:
            return undoing(store, editor, a, why)
        case _:
            raise UsageError(f"{verdict} is no decision on a deal, a name or an article")


def pair(store: Store, editor: Editor, verdict: Verdict, a: str, b: str, why: str = "") -> Decision:
    """Judge two deals, two articles or two names the same or different.

    What `a` and `b` are is told by what the store knows them as: ids of deals or reports, ids or addresses of
    articles, else names.

    Raises:
        UsageError: the two are of different sorts, or are one thing.
    """
    about, one, other = _identify(store, a, b)
    if one == other or (about == "name" and names.fold(one) == names.fold(other)):
        raise UsageError(f"{a!r} and {b!r} are the same {about} already")
    return Decision(made(about, one, other, verdict, editor, why))


def correction(store: Store, editor: Editor, deal: str, field: str, value: object, why: str = "") -> Decision:
    """Set a deal's field to a value (plain JSON in the form of the deal record; None empties it).

    Raises:
        UsageError: there is no such deal or field, or the field's values have another form.
    """
    value = checked(field, value)
    row = store.deal(deal)
    if row is None:
        raise UsageError(f"no deal has the id {deal!r}")
    return Decision(made("field", row.deal.reports[0], field, Verdict.CORRECT, editor, why, value))


def publication(store: Store, editor: Editor, verdict: Verdict, what: str, why: str = "") -> Decision:
    """Publish a deal or an article, or hold it back as a draft.

    A deal that drafts alone tell is published with the earliest of them: no value is shown without its sentence.

    Raises:
        UsageError: there is no such deal or article.
    """
    if row := store.deal(what):
        articles = store.articles(row.deal.articles)
        if verdict is Verdict.PUBLISH and articles and all(article.draft for article in articles.values()):
            first = store.reports(row.deal.reports[:1])[0].article
            return Decision(made("publication", first, "", verdict, editor, why))
        return Decision(made("publication", _report(row.deal, what), "", verdict, editor, why))
    ref = _address(what)
    key = store.find_articles([ref]).get(ref)
    if key is None:
        raise UsageError(f"{what!r} is no deal and no article: give an id, or an article's address")
    return Decision(made("publication", key, "", verdict, editor, why))


def undoing(store: Store, editor: Editor, id_: str, why: str = "") -> Decision:
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
    return Decision(made(judged.about, id_, "", Verdict.UNDO, editor, why), judged)


def keep(store: Store, knowledge: Knowledge, decision: Decision) -> Judgement:
    """Keep a decision and derive anew what it is about, in one transaction."""
    with store.transaction():
        apply(store, knowledge, decision)
    return decision.judgement


def apply(store: Store, knowledge: Knowledge, decision: Decision) -> Changed:
    """Add a judgement and derive anew what it is about, within a transaction."""
    store.add_judgement(decision.judgement)
    about = decision.judged or decision.judgement
    while about.verdict is Verdict.UNDO:
        about = next(j for j in store.judgements() if j.id == about.a)
    resolver = Resolver(store, knowledge)
    match about.about:
        case "name":
            return resolver.refresh(names_=[names.fold(about.a), names.fold(about.b)])
        case "report":
            return resolver.refresh(reports_=[about.a, about.b])
        case "field":
            return resolver.refresh(reports_=[about.a])
        case "article":
            return resolver.refresh(articles=[about.a, about.b])
        case "publication":
            return _publish(store, resolver, about.a)
        case _:
            return derive_all(store, resolver)


def _publish(store: Store, resolver: Resolver, what: str) -> Changed:
    if store.deal(what):
        return resolver.refresh(reports_=[what])
    current = with_sisters(store, {what})
    readings, _ = readings_of(store, current)
    return resolver.update(current, readings)


def derive_all(store: Store, resolver: Resolver) -> Changed:
    """Derive every deal anew from its reports, within a transaction."""
    firsts = iter([row.deal.reports[0] for row in store.deals(DealFilter())])
    changed: list[str] = []
    while batch := list(islice(firsts, BATCH)):
        changed += resolver.refresh(reports_=batch).deals
    return Changed(tuple(changed))


def decide(
    store: Store, knowledge: Knowledge, editor: Editor, verdict: Verdict, a: str, b: str, why: str = ""
) -> Judgement:
    """Judge two things the same or different, and keep that: see `pair`."""
    return keep(store, knowledge, pair(store, editor, verdict, a, b, why))


def correct(
    store: Store, knowledge: Knowledge, editor: Editor, deal: str, field: str, value: object, why: str = ""
) -> Judgement:
    """Correct a field, and keep that: see `correction`."""
    return keep(store, knowledge, correction(store, editor, deal, field, value, why))


def undo(store: Store, knowledge: Knowledge, editor: Editor, id_: str, why: str = "") -> Judgement:
    """Take a judgement back, and keep that: see `undoing`."""
    return keep(store, knowledge, undoing(store, editor, id_, why))


def log(store: Store) -> list[tuple[Judgement, bool]]:
    """Return every judgement with whether it is in force, the latest first."""
    judgements = store.judgements()
    in_force = {j.id for j in effective(judgements)}
    return [(j, j.id in in_force) for j in reversed(judgements)]


def made(
    about: str,
    a: str,
    b: str,
    verdict: Verdict,
    editor: Editor,
    why: str,
    value: object = None,
) -> Judgement:
    """Return a judgement with the id that what it says, by whom and when, gives it."""
    basis = "\x1f".join((about, a, b, str(verdict), editor.name, editor.at.isoformat(), repr(value)))
    id_ = "j-" + hashlib.sha256(basis.encode()).hexdigest()[:12]
    return Judgement(id_, about, a, b, verdict, editor.name, editor.at, why, value)


def _undone(id_: str, judgements: Collection[Judgement]) -> bool:
    """Tell whether an undoing of a judgement stands; an undoing may be undone itself."""
    return any(j.verdict is Verdict.UNDO and j.a == id_ and not _undone(j.id, judgements) for j in judgements)


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
