"""Review, for editors: what is worth a decision, both sides of it, what each decision would change, and undoing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dealwire.core.corrections import FORMS
from dealwire.errors import UsageError
from dealwire.model import Verdict
from dealwire.model.accounts import Role
from dealwire.service import wording
from dealwire.service.cases import Choice
from dealwire.service.deal_view import DealView
from dealwire.service.desk import Desk, Identity
from dealwire.service.door import Dealwire
from dealwire.service.queue import SORTS
from dealwire.web.forms import Form, Members, Posts
from dealwire.web.gate import visitor
from dealwire.web.paging import number, part
from dealwire.web.render import render

PAGE = 40
DECISIONS = 50
LONGEST_WHY = 500
LONGEST_NAME = 300
QUEUE, LOG = "/review", "/review/decisions"


def queue(request: Request) -> Response:
    """List what is worth a decision."""
    kind = _kind(request.query_params)
    items = _desk(request).queue()
    if items is None:
        return render(request, "reckoning.html", 503, title="nav.review", message="review.reckoning")
    counts = Counter(item.sort for item in items)
    wanted = [item for item in items if kind is None or item.sort == kind]
    return render(
        request,
        "review.html",
        shown=part(wanted, number(request), PAGE),
        kinds=[(sort, counts[sort]) for sort in SORTS if counts[sort]],
        kind=kind,
        total=len(items),
        **_kept(request),
        case_at=case_at,
    )


def next_(request: Request) -> Response:
    """Lead to the case that follows another."""
    asked = request.query_params
    kind = _kind(asked)
    item = _desk(request).next(_identity(asked), kind)
    kept = {"kept": asked.get("kept")}
    if item is None:
        return RedirectResponse(_at(QUEUE, kind=kind, **kept), 303)
    return RedirectResponse(case_at(item.sort, item.a, item.b, kind, **kept), 303)


def case(request: Request) -> Response:
    """Show a case."""
    asked = request.query_params
    desk = _desk(request)
    sort, a, b = _identity(asked) or ("", "", "")
    found = desk.case(sort, a, b)
    skip = _at(f"{QUEUE}/next", kind=_kind(asked), sort=sort, a=a, b=b)
    if found is None:
        return render(request, "review_gone.html", 404, skip=skip, **_kept(request))
    deal = found.view.row.deal if found.view else None
    return render(
        request,
        "review_case.html",
        case=found,
        weighed=desk.weighed(_name(request), found),
        item=next((i for i in desk.queue(0.0) or () if (i.sort, i.a, i.b) == (sort, a, b)), None),
        kind=_kind(asked),
        skip=skip,
        numbers={},
        reports=_reports(found.view),
        drafts=desk.drafts(deal.articles) if deal else set(),
        decided=desk.of_deal(deal.reports) if deal else [],
        fields=list(FORMS),
        field=next((f for f in (asked.get("field"), found.b) if f in FORMS), "amount"),
        packed=packed,
        choices=CHOICES,
        **_kept(request),
    )


def decisions(request: Request) -> Response:
    """List what was decided, the latest first."""
    desk = _desk(request)
    shown = part(desk.log(), number(request), DECISIONS)
    told = _kept(request)
    companies = desk.companies(judgement for judgement, _ in shown.rows) | told["companies"]
    return render(request, "decisions.html", shown=shown, **told | {"companies": companies})


def decide(request: Request, form: Form) -> Response:
    """Keep a decision, or show first what it would change."""
    desk = _desk(request)
    preview = choice = None
    amiss = ""
    why = form.get("why", "").strip()[:LONGEST_WHY]
    try:
        choice = _choice(form)
        decision = desk.decision(_name(request), choice, why)
        if "keep" in form:
            return RedirectResponse(_after(form, desk.keep(decision, _identity(form)).id), 303)
        preview = desk.preview(decision)
    except UsageError as error:
        amiss = str(error)
    return render(
        request,
        "review_look.html",
        400 if amiss else 200,
        choice=choice,
        preview=preview,
        amiss=amiss,
        why=why,
        form={name: form.get(name, "") for name in ("kind", "sort", "a", "b", "to")},
        packed=packed,
        back=_back(form),
    )


# --- what an address or a form says

CHOICES = {
    "same": lambda a, b: Choice("same", Verdict.SAME, a, b),
    "different": lambda a, b: Choice("different", Verdict.DIFFERENT, a, b),
    "undo": lambda a, _: Choice("undo", Verdict.UNDO, a),
}
"""Choices that a template makes of ids at hand."""


def packed(choice: Choice) -> str:
    """Return a choice as the value of a button."""
    return msgspec.json.encode(choice).decode()


def case_at(sort: str, a: str, b: str = "", kind: str | None = None, **more: str | None) -> str:
    """Return the address of a case; `kind` narrows the queue that follows it."""
    return _at(f"{QUEUE}/case", kind=kind, sort=sort, a=a, b=b, **more)


def _at(path: str, **query: str | None) -> str:
    told = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(told)}" if told else path


def _choice(form: Form) -> Choice:
    """Return what a form decides: what a button holds, or what was typed beside it.

    Raises:
        UsageError: it is none.
    """
    told = form.get("keep") or form.get("look") or ""
    if told == "words":
        field = form.get("field", "")
        value = wording.value(field, form.get("words", ""))
        return Choice("words", Verdict.CORRECT, form.get("deal", ""), field, value)
    if told == "join":
        return Choice("same", Verdict.SAME, form.get("deal", ""), _id(form.get("other", "")))
    try:
        return msgspec.json.decode(told, type=Choice)
    except msgspec.DecodeError as error:
        raise UsageError("this form holds no decision: go back and reload the page") from error


def _id(pasted: str) -> str:
    """Return a deal's id, of an address of its page too."""
    return urlsplit(pasted.strip()[:LONGEST_NAME]).path.rstrip("/").rpartition("/")[2]


def _identity(asked: Mapping[str, str]) -> Identity | None:
    sort = asked.get("sort")
    return (sort, asked.get("a", ""), asked.get("b", "")) if sort else None


def _kind(asked: Mapping[str, str]) -> str | None:
    kind = asked.get("kind")
    return kind if kind in SORTS else None


def _back(form: Form) -> str:
    """Return the address of the page that a form stood on."""
    if form.get("to") == "log" or not form.get("sort"):
        return LOG
    return case_at(form["sort"], form.get("a", ""), form.get("b", ""), _kind(form))


def _after(form: Form, kept: str) -> str:
    """Return where a decision leads: on in the queue, or back to the page of a deal or of decisions."""
    if form.get("to") == "log" or not form.get("sort"):
        return _at(LOG, kept=kept)
    if form["sort"] == "deal":
        return case_at("deal", form.get("a", ""), kept=kept)
    told = {name: form.get(name) for name in ("sort", "a", "b")}
    return _at(f"{QUEUE}/next", kind=_kind(form), kept=kept, **told)


def _reports(view: DealView | None) -> list[tuple[str, str]]:
    """Return the reports of a deal with what each is called, as far as claims tell."""
    if view is None:
        return []
    titles = {article.key: article.title or article.ref for article in view.articles}
    told = {
        claim.report: titles.get(claim.article, claim.article_ref)
        for field in view.row.deal.fields.values()
        for claim in (*field.support, *field.against)
    }
    return [(report, told[report]) for report in view.row.deal.reports if report in told]


def _desk(request: Request) -> Desk:
    wire: Dealwire = request.app.state.wire
    return wire.desk


def _name(request: Request) -> str:
    who = visitor(request)
    return who.name if who else ""


def _kept(request: Request) -> dict[str, Any]:
    """Return the decision that was taken just before, to be told and undone, and whose deal it is about."""
    wanted = request.query_params.get("kept")
    desk = _desk(request)
    kept = next((judgement for judgement, _ in desk.log() if judgement.id == wanted), None) if wanted else None
    return {"kept": kept, "companies": desk.companies([kept]) if kept else {}}


ROUTES = (
    Members(QUEUE, queue, "review", Role.EDITOR),
    Members(f"{QUEUE}/next", next_, "review_next", Role.EDITOR),
    Members(f"{QUEUE}/case", case, "review_case", Role.EDITOR),
    Members(LOG, decisions, "decisions", Role.EDITOR),
    Posts(f"{QUEUE}/decide", decide, "decide", Role.EDITOR),
)
