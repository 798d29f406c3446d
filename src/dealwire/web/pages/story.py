"""Stories: what happened, who covered it first, who after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.core.score.heat import HALF_LIFE, heat
from dealwire.model import Story
from dealwire.service.door import Dealwire
from dealwire.service.query import deal_record
from dealwire.service.story_view import StoryView, when
from dealwire.web import language, plots
from dealwire.web.pages.deal import copies
from dealwire.web.render import moved, render

LISTED = 40
STEPS = 24
"""Points of a curve of coverage."""

COOLING = 4 * HALF_LIFE
"""After so long without another origin a sixteenth of the weight is left."""


def stories(request: Request) -> Response:
    """List the hottest stories, or those of a topic."""
    wire: Dealwire = request.app.state.wire
    topic = request.query_params.get("topic") or None
    found, _ = wire.programs.stories(None, LISTED, 6, topic=topic)
    return render(request, "stories.html", stories=found, topic=topic, topics=wire.programs.topics())


def story(request: Request) -> Response:
    """Show a story; an id that it had, or that of an article, leads to its present one."""
    wire: Dealwire = request.app.state.wire
    view = wire.story(request.path_params["id"])
    if view is None:
        raise HTTPException(404)
    if view.story.id != request.path_params["id"]:
        return moved(request, f"/stories/{view.story.id}")
    t = language.translator(language.of(request))
    first = when(view.articles[0])
    publishers = Counter(a.provider.name or a.provider.domain or "" for a in view.articles)
    numbers = {article.key: n for n, article in enumerate(view.articles, start=1)}
    claims = [c for row in view.deals for f in row.deal.fields.values() for c in (*f.support, *f.against)]
    return render(
        request,
        "story.html",
        view=view,
        copies=copies(claims, numbers),
        deals=[deal_record(row) for row in view.deals],
        first=first,
        when=when,
        publishers=[(name, n) for name, n in publishers.most_common(12) if name],
        plot=_curve(view, t) if len(view.articles) > 2 else None,
        heat=_heat(view.story, wire.now(), t),
        picture=wire.illustration(view.articles),
    )


def _curve(view: StoryView, t: language.Translate) -> Curve:
    """Return how many articles there were by the time, from the first to the last."""
    points = growth([when(a) for a in view.articles])
    form = "%m-%d %H:%M" if points[-1][0] - points[0][0] < timedelta(days=STEPS) else "%Y-%m-%d"
    labels = [time.astimezone(UTC).strftime(form) for time, _ in points]
    return Curve(plots.line(labels, [float(n) for _, n in points], t("story.curve")), points)


@dataclass(frozen=True, slots=True)
class Curve:
    """A plot, and the same as a table."""

    svg: object
    rows: Sequence[tuple[datetime, float]]


def _heat(story: Story, now: datetime, t: language.Translate) -> Curve | None:
    points = cooling(story.firsts, drawn_at(story.firsts, now))
    if not points:
        return None
    form = "%m-%d %H:%M" if points[-1][0] - points[0][0] < timedelta(days=STEPS) else "%Y-%m-%d"
    labels = [time.astimezone(UTC).strftime(form) for time, _ in points]
    return Curve(plots.line(labels, [value for _, value in points], t("story.heat"), _whole), points)


def _whole(value: float) -> str:
    return f"{value:.0f}"


def drawn_at(firsts: Sequence[datetime], now: datetime) -> datetime:
    """Return up to when a curve is drawn: the quarter of an hour that has begun, or the last report if that is later.

    Until the next quarter or report the curve is the same, and is not drawn again.
    """
    begun = now.replace(minute=now.minute - now.minute % 15, second=0, microsecond=0)
    return max((time for time in (begun, *firsts) if time <= now), default=now)


def cooling(firsts: Sequence[datetime], now: datetime) -> list[tuple[datetime, float]]:
    """Return a story's heat by the time, from its first report until it has gone cold after its last, or now."""
    past = sorted(time for time in firsts if time <= now)
    if not past:
        return []
    span = min(now, past[-1] + COOLING) - past[0]
    moments = {past[0] + span / STEPS * n for n in range(STEPS + 1)} | set(past[:STEPS])
    return [(moment, heat(past, moment)) for moment in sorted(moments)]


def growth(times: Sequence[datetime]) -> list[tuple[datetime, int]]:
    """Return how many of some times, in order, had come at evenly spaced moments from the first to the last of them."""
    step = (times[-1] - times[0]) / STEPS
    moments = [*(times[0] + step * n for n in range(STEPS)), times[-1]]
    return [(moment, sum(time <= moment for time in times)) for moment in moments]


ROUTES = (Route("/stories", stories, name="stories"), Route("/stories/{id}", story, name="story"))
