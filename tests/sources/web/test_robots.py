from __future__ import annotations

import anyio
import pytest

from dealwire.model.fetching import Answer, Failure, Outcome, Trouble
from dealwire.sources.web.robots import KEPT, KEPT_AWAY, LONGEST_DELAY, Robots

RULES = """\
User-agent: *
Disallow: /private/
Crawl-delay: 7
Sitemap: https://a.example/map.xml

User-agent: dealwire
Disallow: /no-deals/
"""
PAGE = "https://a.example/news/1"


class Site:
    """A site's robots.txt, and a clock."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.asked: list[str] = []
        self.now = 0.0
        self.robots = Robots("dealwire", self.fetch, lambda: self.now)

    async def fetch(self, url: str) -> Outcome:
        self.asked.append(url)
        return self.outcome

    def allows(self, url: str) -> bool:
        return anyio.run(self.robots.refusal, url) is None


def rules(text: str | bytes, status: int = 200) -> Site:
    return Site(Answer(PAGE, status, text.encode() if isinstance(text, str) else text))


def test_a_site_is_asked_once_a_day_and_obeyed() -> None:
    site = rules(RULES)
    assert site.allows(PAGE)
    assert not site.allows("https://a.example/no-deals/2")
    assert site.allows("https://a.example/private/2")  # the rules for dealwire stand in place of those for all
    assert site.asked == ["https://a.example/robots.txt"]
    site.now = KEPT + 1
    assert site.allows(PAGE)
    assert len(site.asked) == 2
    assert site.allows("http://a.example:8080/")
    assert site.asked[-1] == "http://a.example:8080/robots.txt"


def test_delays_and_sitemaps_are_told() -> None:
    site = rules("User-agent: *\nCrawl-delay: 7\nSitemap: https://a.example/map.xml")
    assert anyio.run(site.robots.delay, PAGE) == 7
    assert anyio.run(site.robots.sitemaps, PAGE) == ("https://a.example/map.xml",)
    assert anyio.run(rules("User-agent: *\nCrawl-delay: 99999").robots.delay, PAGE) == LONGEST_DELAY
    assert anyio.run(rules("").robots.delay, PAGE) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_rules_allows_all(status: int) -> None:
    assert rules("", status).allows(PAGE)


@pytest.mark.parametrize(
    "outcome", [Failure(Trouble.TIMEOUT, "late"), Answer(PAGE, 500), Answer(PAGE, 503), Answer(PAGE, 429)]
)
def test_a_site_that_fails_to_answer_is_left_alone_for_an_hour(outcome: Outcome) -> None:
    site = Site(outcome)
    assert not site.allows(PAGE)
    site.outcome = Answer(PAGE, 404)
    assert not site.allows(PAGE)
    site.now = KEPT_AWAY + 1
    assert site.allows(PAGE)


def test_rules_that_are_no_rules_allow_all() -> None:
    assert rules(b"\xff\xfe\x00<html>" + b"x" * 2_000_000).allows(PAGE)


def test_many_who_ask_at_once_cause_one_request() -> None:
    site = rules("")

    async def go() -> None:
        async with anyio.create_task_group() as tasks:
            for n in range(20):
                tasks.start_soon(site.robots.refusal, f"https://a.example/{n}")

    anyio.run(go)
    assert len(site.asked) == 1
