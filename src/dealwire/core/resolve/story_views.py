"""What is kept of stories: a part of the store's contract (`dealwire.ports`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from dealwire.core.resolve.story_board import Board
from dealwire.model import Story, StoryLink, Telling


class StoryViews(Board, Protocol):
    """Near-duplicate signatures, headlines, links between articles, and the stories that they come to."""

    def replace_signatures(self, bands: Mapping[str, Sequence[int]]) -> None:
        """Put each article's near-duplicate bands in place of those it had."""
        ...

    def signatures(self, articles: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Return the bands of each article that has any, sorted, as numbers with a sign."""
        ...

    def band_neighbours(self, bands: Iterable[int]) -> dict[int, list[str]]:
        """Return for each band the articles that carry it, sorted by key."""
        ...

    def replace_tellings(self, tellings: Iterable[Telling], gone: Iterable[str] = ()) -> None:
        """Keep what stories need to know of articles, in place of what was known of them; forget those `gone`."""
        ...

    def tellings(self, articles: Iterable[str]) -> dict[str, Telling]:
        """Return what was kept of articles by `replace_tellings`."""
        ...

    def story_links(self, articles: Iterable[str]) -> list[StoryLink]:
        """Return the links with an end in `articles`."""
        ...

    def add_story_links(self, links: Iterable[StoryLink]) -> None:
        """Keep links; one for each (a, b, rule, via)."""
        ...

    def drop_story_links(
        self, *, articles: Iterable[str] = (), via: Iterable[str] = (), rule: str | None = None
    ) -> None:
        """Forget links with an end in `articles` (of one rule alone), and those made through a deal or record."""
        ...

    def replace_stories(self, articles: Iterable[str], stories: Sequence[Story]) -> None:
        """Put stories in place of all that hold one of the articles."""
        ...

    def stories(self) -> Iterator[Story]:
        """Stream the stories, the hottest first, then by id."""
        ...

    def stories_of_articles(self, articles: Iterable[str]) -> dict[str, Story]:
        """Return article → its story."""
        ...

    def stories_at(self, at: datetime, since: datetime) -> list[Story]:
        """Return the stories that were told by `at`, and last told after `since`, by id."""
        ...
