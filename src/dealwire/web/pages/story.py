"""Stories: what happened, who covered it first, who after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.service.query import deal_record
from dealwire.service.story_view import StoryView, when
from dealwire.web import language, plots
from dealwire.web.render import render

LISTED = 40
STEPS = 24
"""Points of a curve of coverage."""


def stories(request: Request) -> Response:
    """List the hottest stories."""
    wire: Dealwire = request.app.state.wire
    return render(request, "stories.html", stories=wire.stories(LISTED, 6))


def story(request: Request) -> Response:
    """Show a story."""
    wire: Dealwire = request.app.state.wire
    view = wire.story(request.path_params["id"])
    if view is None:
        raise HTTPException(404)
    t = language.translator(language.of(request))
    first = when(view.articles[0])
    publishers = Counter(a.provider.name or a.provider.domain or "" for a in view.articles)
    return render(
        request,
        "story.html",
        view=view,
        deals=[deal_record(row) for row in view.deals],
        first=first,
        when=when,
        publishers=[(name, n) for name, n in publishers.most_common(12) if name],
        plot=_curve(view, t) if len(view.articles) > 2 else None,
    )


def _curve(view: StoryView, t: language.Translate) -> object:
    """Return how many articles there were by the time, from the first to the last."""
    points = growth([when(a) for a in view.articles])
    form = "%m-%d %H:%M" if points[-1][0] - points[0][0] < timedelta(days=STEPS) else "%Y-%m-%d"
    labels = [time.astimezone(UTC).strftime(form) for time, _ in points]
    return plots.line(labels, [float(n) for _, n in points], t("story.curve"))


def growth(times: Sequence[datetime]) -> list[tuple[datetime, int]]:
    """Return how many of some times, in order, had come at evenly spaced moments from the first to the last of them."""
    step = (times[-1] - times[0]) / STEPS
    moments = [*(times[0] + step * n for n in range(STEPS)), times[-1]]
    return [(moment, sum(time <= moment for time in times)) for moment in moments]


ROUTES = (Route("/stories", stories, name="stories"), Route("/stories/{id}", story, name="story"))
