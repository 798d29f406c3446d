"""Feeds: deals of any choice, those of an organisation, stories, the facts that changed; as Atom and JSON Feed.

An entry's id is a UUID of the thing's own id, so that it stays whatever the text says and wherever it is served; when a
deal changes, its entry's time does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dealwire.ports import DealRow
from dealwire.service.door import Dealwire
from dealwire.web import language
from dealwire.web.feeds import atom, entries, json_feed
from dealwire.web.feeds.model import NEWEST, Entry, Feed, urn
from dealwire.web.filters import cut
from dealwire.web.language import Translate
from dealwire.web.messages import LANGUAGES
from dealwire.web.pages.deals import query_of
from dealwire.web.render import Here
from dealwire.web.validators import entity_tag, matches

FORMATS = {"atom": (atom.MEDIA_TYPE, atom.write), "feed.json": (json_feed.MEDIA_TYPE, json_feed.write)}
STORY_ARTICLES = 5
"""Articles of a story that its entry names: the first."""


def deals(request: Request) -> Response:
    """Send the newest deals of a choice."""
    wire: Dealwire = request.app.state.wire
    t = _translate(request)
    rows, _ = wire.programs.deals(query_of(request.query_params), None, NEWEST)
    return _sent(request, t("nav.deals"), _page(request, "/deals"), _deals(wire, rows, t))


def organisation(request: Request) -> Response:
    """Send the newest deals of an organisation, as company or backer."""
    wire: Dealwire = request.app.state.wire
    t = _translate(request)
    page = wire.organisation_page(request.path_params["name"])
    if page is None:
        raise HTTPException(404)
    rows = {row.deal.id: row for row in (*page.own, *(row for _, row in page.backed))}
    path = f"/organisations/{page.organisation.id}"
    return _sent(request, cut(page.organisation.name), path, _deals(wire, rows.values(), t))


def changes(request: Request) -> Response:
    """Send the facts that changed last."""
    wire: Dealwire = request.app.state.wire
    t = _translate(request)
    told = [entries.change_entry(one, t) for one in wire.programs.newest_changes(NEWEST)]
    return _sent(request, t("feed.changes"), "/deals", told)


def stories(request: Request) -> Response:
    """Send the hottest stories, or those of a topic."""
    wire: Dealwire = request.app.state.wire
    t, topic = _translate(request), request.query_params.get("topic") or None
    views, _ = wire.programs.stories(None, NEWEST, STORY_ARTICLES, topic=topic)
    title = t("nav.stories") + (f" · {t(f'topic.{topic}')}" if topic else "")
    return _sent(request, title, _page(request, "/stories"), map(entries.story_entry, views))


def _deals(wire: Dealwire, rows: Iterable[DealRow], t: Translate) -> list[Entry]:
    rows = list(rows)
    changed = wire.programs.changed_at(row.deal.id for row in rows)
    return [entries.deal_entry(row, changed.get(row.deal.id), t) for row in rows]


def _translate(request: Request) -> Translate:
    return language.translator(_lang(request))


def _lang(request: Request) -> str:
    """Return the language that the address asks for: a feed is one for all readers."""
    asked = request.query_params.get("lang")
    return asked if asked in LANGUAGES else "en"


def _page(request: Request, path: str) -> str:
    return Here(request).to(path)


def _sent(request: Request, title: str, page: str, told: Iterable[Entry]) -> Response:
    """Return a feed; 304 to who has it."""
    media_type, write = FORMATS[request.path_params["format"]]
    itself = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    newest = sorted(told, key=lambda entry: (entry.updated, entry.id), reverse=True)[:NEWEST]
    origin = request.state.site.origin or f"{request.url.scheme}://{request.url.netloc}"
    subtitle = _translate(request)("title")
    feed = Feed(urn("feed", itself), f"dealwire: {title}", subtitle, origin, page, itself, _lang(request), newest)
    body = write(feed)
    headers = {
        "ETag": entity_tag(body),
        "Last-Modified": feed.updated.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT"),
        "Cache-Control": "no-cache",
        "Access-Control-Allow-Origin": "*",
    }
    if matches(request.headers.get("if-none-match"), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


PATHS: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/deals.{format}", deals),
    ("/organisations/{name}.{format}", organisation),
    ("/changes.{format}", changes),
    ("/stories.{format}", stories),
)


def routes(within: Sequence[Middleware]) -> list[BaseRoute]:
    """Return the routes of the feeds, each within quotas and the like."""
    return [
        Route(path.replace("{format}", format_), _of(show, format_), middleware=within)
        for path, show in PATHS
        for format_ in FORMATS
    ]


def _of(show: Callable[[Request], Response], format_: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        request.path_params["format"] = format_
        return show(request)

    return answer
