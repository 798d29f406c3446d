"""From articles to stories: near-duplicates, reports of one deal, what a record ties, and headlines of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from dealwire.core.resolve import story_groups
from dealwire.core.resolve.components import group
from dealwire.core.resolve.ids import story_id
from dealwire.core.resolve.judgements import about
from dealwire.core.resolve.shingles import bands, likeness
from dealwire.core.resolve.story_board import Pair
from dealwire.core.resolve.story_groups import Headline
from dealwire.core.resolve.story_words import terms
from dealwire.core.score.heat import heat
from dealwire.core.score.quality import quality
from dealwire.model import Article, Judgement, Story, StoryLink, Telling

NEAR_DUPLICATE = "near-duplicate"
SAME_DEAL = "same deal"
SAME_RECORD = "same record"
SAME_EVENT = "same event"
_ORDER = {SAME_RECORD: 0, NEAR_DUPLICATE: 1, SAME_DEAL: 2, SAME_EVENT: 3}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

DUPLICATE_LIKENESS = 0.5
DUPLICATE_WINDOW = timedelta(days=14)
"""A text printed again later than this is another event, as an anniversary or a template is."""

LEADERS = 3
"""Of the articles of a fortnight that share a band, each is compared with so many, the same for all."""

_FORTNIGHTS = 2**15
_KEPT = 48
"""Bits of a band that are kept beside its fortnight: of a million bands that lie together two meet in 500 cases."""

DEAL_WINDOW = timedelta(days=30)
ROUND_UP = 3
"""An article with the news of so many deals is a round-up, and ties no two of them into one story."""


def when(article: Article) -> datetime:
    """Return when the world could know an article."""
    return article.published or article.fetched_at


def signature(article: Article) -> tuple[int, ...]:
    """Return an article's near-duplicate bands, each in its fortnight: candidates are in bands beside one of them.

    The fortnight leads, so that in the order of their numbers the bands of one time lie together.
    """
    fortnight = (when(article) - _EPOCH) // DUPLICATE_WINDOW % _FORTNIGHTS
    return tuple(fortnight << _KEPT | band % (1 << _KEPT) for band in bands(article.content))


def beside(band: int) -> tuple[int, int, int]:
    """Return a band as it is in the fortnights before, at and after its own."""
    fortnight, kept = divmod(band, 1 << _KEPT)
    before, at, after = ((fortnight + n) % _FORTNIGHTS << _KEPT | kept for n in (-1, 0, 1))
    return before, at, after


def compared(bands: Mapping[str, Iterable[int]], lying: Mapping[int, Sequence[str]]) -> set[Pair]:
    """Return which pairs of articles are compared as near-duplicates, of those that have one of some articles in them.

    `bands` are the bands of those articles, `lying` the articles of all bands beside them, by key. Articles in bands
    beside each other are compared if one of them is among the first `LEADERS` of its own: so a text printed a thousand
    times is compared with a few for each copy.
    """
    pairs: set[Pair] = set()
    for key, its in bands.items():
        for band in its:
            leads = key in lying.get(band, ())[:LEADERS]
            for near in beside(band):
                others = lying.get(near, ())
                others = others if leads else others[:LEADERS]
                pairs.update((key, other) if key < other else (other, key) for other in others if other != key)
    return pairs


def led(lying: Mapping[int, Sequence[str]], bands: Iterable[int]) -> dict[int, set[str]]:
    """Return who is among the first of each of some bands."""
    return {band: set(lying.get(band, ())[:LEADERS]) for band in bands}


def near_duplicate(a: Article, b: Article) -> float:
    """Return the share of their text that two articles have in common, 0..1."""
    return likeness(a.content, b.content)


def duplicate_link(a: Article, b: Article) -> StoryLink | None:
    """Return the link between two articles that are near-duplicates printed within a fortnight, or None."""
    if a.key == b.key or abs(when(a) - when(b)) > DUPLICATE_WINDOW:
        return None
    score = near_duplicate(a, b)
    return _link(a.key, b.key, NEAR_DUPLICATE, round(score, 4)) if score >= DUPLICATE_LIKENESS else None


def within_window(a: Telling, b: Telling) -> bool:
    """Tell whether two articles came out near enough to each other to be copies."""
    return abs(a.at - b.at) <= DUPLICATE_WINDOW


def deal_links(deal: str, times: Mapping[str, datetime], news_deals: Mapping[str, int]) -> tuple[StoryLink, ...]:
    """Link the articles with the news of a deal to the earliest, those over 30 days later to the earliest of those.

    `times` gives when each such article (by key) could be known, articles that merely recall the deal left out;
    `news_deals` how many deals each brings the news of: a round-up is not linked.
    """
    single = sorted((time, key) for key, time in times.items() if news_deals.get(key, 1) < ROUND_UP)
    links = []
    hub: tuple[datetime, str] | None = None
    for time, key in single:
        if hub is None or time - hub[0] > DEAL_WINDOW:
            hub = (time, key)
        else:
            links.append(_link(hub[1], key, SAME_DEAL, 1.0, deal))
    return tuple(links)


def record_links(record: str, articles: Iterable[str]) -> tuple[StoryLink, ...]:
    """Link the articles that a content-hub record ties together, to the least key of them."""
    first, *others = sorted(set(articles)) or [""]
    return tuple(_link(first, other, SAME_RECORD, 1.0, record) for other in others)


def headline(article: Article, companies: Iterable[str] = ()) -> Headline:
    """Return what grouping by headline looks at; an article without a title has no terms, and is like none.

    `companies` are the folded names of those that it brings a deal of.
    """
    minute = (when(article) - _EPOCH) // timedelta(minutes=1)
    return story_groups.headline(article.key, minute, terms(article.title), frozenset(companies))


def event_links(ties: Mapping[Pair, float]) -> tuple[StoryLink, ...]:
    """Link the articles whose headlines are tied (see `story_board.update`)."""
    return tuple(_link(a, b, SAME_EVENT, round(score, 4)) for (a, b), score in sorted(ties.items()))


def _link(a: str, b: str, rule: str, score: float, via: str | None = None) -> StoryLink:
    return StoryLink(min(a, b), max(a, b), rule, score, via)


def telling(article: Article) -> Telling:
    """Return what its story needs to know of an article.

    Its quality is the one that it came with, else what its text and metadata make it.
    """
    return Telling(
        article.key,
        when(article),
        article.title,
        article.quality if article.quality >= 0 else quality(article),
        article.provider.domain or article.provider.name or "",
        article.draft,
    )


def cluster(
    tellings: Sequence[Telling],
    links: Sequence[StoryLink],
    judgements: Sequence[Judgement] = (),
    at: datetime | None = None,
) -> list[Story]:
    """Group articles into stories, in the order of their first article; a person's verdicts on pairs come first.

    Heat is that at `at`, or failing that at the time of the story's latest article, so that it depends on facts alone.
    """
    by_key = {one.key: one for one in tellings}
    if judged := about(judgements, "article"):  # else the order of links changes nothing
        links = sorted(links, key=lambda one: (_ORDER.get(one.rule, 9), -one.score, one.a, one.b, one.via or ""))
    grouped = group(by_key, [(one.a, one.b) for one in links], judged)
    story_of = {key: n for n, keys in enumerate(grouped) for key in keys}
    copies: dict[int, list[Pair]] = defaultdict(list)
    for a, b in sorted((one.a, one.b) for one in links if one.rule == NEAR_DUPLICATE):
        if a in story_of and story_of[a] == story_of.get(b):
            copies[story_of[a]].append((a, b))
    stories = [_story([by_key[key] for key in keys], copies[n], at) for n, keys in enumerate(grouped)]
    return sorted(stories, key=lambda story: (by_key[story.articles[0]].at, story.articles[0]))


def _story(tellings: Sequence[Telling], copies: Sequence[tuple[str, str]], at: datetime | None) -> Story:
    told = sorted(tellings, key=lambda one: (one.at, one.key))
    best = min(told, key=lambda one: (one.draft, -one.quality, one.at, one.key))
    firsts = origin_times(told, copies)
    return Story(
        id=story_id(told[0].key),
        title=best.title,
        articles=tuple(one.key for one in told),
        heat=heat(firsts, at or told[-1].at),
        origins=len(firsts),
        firsts=tuple(firsts),
        last=told[-1].at,
    )


def origin_times(tellings: Sequence[Telling], copies: Sequence[tuple[str, str]]) -> list[datetime]:
    """Return when each independent origin first told a story: copies, and one publisher's articles, are one."""
    times = {one.key: one.at for one in tellings}
    publishers: dict[str, str] = {}
    same = list(copies)
    by_key = sorted((one for one in tellings if one.publisher), key=lambda one: one.key)
    same += [(publishers.setdefault(one.publisher, one.key), one.key) for one in by_key]
    return sorted(min(times[key] for key in keys) for keys in group(times, same))
