"""What of feedparser's own tests holds, and at what speed beside it."""

from __future__ import annotations

import pytest
from benchmarks.quality import feeds

from tests.conftest import shared


def test_the_suite_raises_nothing_and_holds() -> None:
    shared("bench/feeds")
    result = feeds.run()
    assert (result.cases, result.raised) == (2106, 0)
    assert result.counted >= 1390, "what counts was narrowed"
    assert result.held / result.counted >= 0.97
    assert result.slowest < 2


@pytest.mark.parametrize(
    ("expected", "kinds"),
    [
        ("not bozo and entries[0]['title'] == 'Acme'", ["titles"]),
        ("feed.link == entries[1].link == 'https://example.com/'", ["links", "links"]),
        ("not entries[0].has_key('link')", ["links"]),
        ("ord(entries[0]['description']) == 8364", ["summaries"]),
        ("encoding == 'gbk' and feed['title'] == 'x'", ["encodings", "titles"]),
        ("bozo", []),
        ("feed['copyright'] == 'x'", []),
    ],
)
def test_which_terms_count(expected: str, kinds: list[str]) -> None:
    body = f"<!--\nExpect: {expected}\n--><rss><channel><title>x</title></channel></rss>".encode()
    assert [kind for kind, _, _ in feeds.outcomes(feeds.case("a.xml", body), feeds.Result())] == kinds


@pytest.mark.parametrize(("title", "holds"), [("&lt;b&gt;Acme&lt;/b&gt;  raises", True), ("Acme raised", False)])
def test_a_term_holds_by_its_text(title: str, holds: bool) -> None:
    expected = "<!--\nExpect: entries[0].title == '<i>Acme</i> raises'\n-->"
    source = f"{expected}<rss><channel><item><title>{title}</title></item></channel></rss>"
    ((_, held, _),) = feeds.outcomes(feeds.case("a.xml", source.encode()), feeds.Result())
    assert held is holds


def test_common_feeds_are_read_many_times_faster_than_feedparser_parses_them() -> None:
    for kind, ours, theirs in feeds.speed():
        assert theirs / ours > 2.5, kind  # 5.3 where nothing else runs; what shares a core with the test costs us more
