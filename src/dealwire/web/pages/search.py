"""Search: deals, organisations and articles, in both languages."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.model import Kind, Round, Status
from dealwire.ports import Hit
from dealwire.service.door import Dealwire
from dealwire.web import language
from dealwire.web.render import render

LONGEST = 200
MOST = 20
"""Hits of each sort."""


TERMS = {
    str(term): f"{sort}.{term}"
    for sort, terms in (("kind", Kind), ("round", Round), ("status", Status))
    for term in terms
}
"""The terms by which a store finds deals, with the messages that say them."""
UNMARKED = str.maketrans("", "", "«»")


def search(request: Request) -> Response:
    """Show what words find."""
    wire: Dealwire = request.app.state.wire
    words = request.query_params.get("q", "")[:LONGEST].strip()
    topic = request.query_params.get("topic") or None
    if topic is not None:
        groups = [("article", wire.programs.articles_found(words, MOST, topic))] if words else []
    else:
        sorts = ("organisation", "deal", "article") if words else ()
        groups = [(what, wire.found(words, MOST, what)) for what in sorts]
    topics = wire.programs.topics_found(words) if words else []
    t = language.translator(language.of(request))
    shown = [(what, [_worded(hit, t) for hit in of]) for what, of in groups if of]
    return render(request, "search.html", words=words, groups=shown, topic=topic, topics=topics)


def _worded(hit: Hit, t: language.Translate) -> Hit:
    """Return a deal that was found with what it is in the reader's words, where the store has its terms."""
    if hit.what != "deal":
        return hit
    parts = (TERMS.get(part.translate(UNMARKED), part) for part in hit.snippet.split(" · "))
    return replace(hit, snippet=" · ".join(t(part) if part in TERMS.values() else part for part in parts))


ROUTES = (Route("/search", search, name="search"),)
