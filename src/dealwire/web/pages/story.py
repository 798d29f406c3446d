"""Stories: what happened, who covered it first, who after."""

from __future__ import annotations

from collections import Counter
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
    times = [when(a) for a in view.articles]
    step = max((times[-1] - times[0]) / STEPS, timedelta(minutes=1))
    ends = [times[0] + step * n for n in range(STEPS + 1)]
    counts = [sum(time <= end for time in times) for end in ends]
    form = "%m-%d %H:%M" if step < timedelta(days=1) else "%Y-%m-%d"
    labels = [datetime.fromtimestamp(end.timestamp(), UTC).strftime(form) for end in ends]
    return plots.line(labels, [float(n) for n in counts], t("story.curve"))


ROUTES = (Route("/stories", stories, name="stories"), Route("/stories/{id}", story, name="story"))
