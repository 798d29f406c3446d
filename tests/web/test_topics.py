"""Stories, and the articles that a search finds, are narrowed by a topic: pages, API and feeds alike."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from dealwire.core.score.topic_words import TOPICS
from dealwire.lists import Listed
from dealwire.service.door import Dealwire
from dealwire.web.messages import MESSAGES
from tests.web.reader import V1, get, walk


def about(store: Listed, topic: str) -> set[str]:
    """Return the stories of which an article is about a topic, the slow way."""
    stories = list(store.stories())
    topics = store.topics_of(article for story in stories for article in story.articles)
    return {story.id for story in stories if any(topic in topics.get(article, ()) for article in story.articles)}


@pytest.mark.parametrize("topic", ["funding", "ai", "biotech"])
def test_stories_of_a_topic_are_all_of_it_everywhere(client: TestClient, wire: Dealwire, topic: str) -> None:
    expected = about(wire.store, topic)
    assert 0 < len(expected) < len(list(wire.store.stories()))
    assert {story["id"] for story in walk(client, "/stories", topic=topic, limit=3)} == expected
    now = "2027-01-01T00:00:00Z"
    assert {story["id"] for story in walk(client, "/stories", topic=topic, limit=3, as_of=now)} <= expected
    page = client.get("/stories", params={"topic": topic}).text
    assert set(re.findall(r'<h2><a href="/stories/(s-[0-9a-f]+)"', page)) <= expected
    feed = client.get("/stories.feed.json", params={"topic": topic}).json()
    assert {item["url"].rpartition("/")[2] for item in feed["items"]} <= expected
    assert len(feed["items"]) == min(len(expected), 50)
    assert f'href="/stories.atom?topic={topic}"' in page
    assert client.get("/stories.atom", params={"topic": topic}).status_code == 200


def test_each_topic_says_how_many_articles_it_has_and_leads_to_them(client: TestClient, wire: Dealwire) -> None:
    counts = {one["topic"]: one["articles"] for one in get(client, "/topics")["items"]}
    articles = [article.key for article in wire.store.scan_articles() if not article.draft]
    topics = [topic for its in wire.store.topics_of(articles).values() for topic in its]
    assert counts == {topic: topics.count(topic) for topic in set(topics)}
    page = unescape(client.get("/stories").text)
    links = re.findall(r'href="/stories\?topic=(\w+)">([^<]+) <span class="n">([\d,]+)</span>', page)
    assert {topic: int(n) for topic, _, n in links} == counts
    assert [name for topic, name, _ in links if name != MESSAGES[f"topic.{topic}"][0]] == []
    chinese = client.get("/stories", params={"topic": "ai", "lang": "zh"}).text
    assert "<title>事件: 人工智能" in chinese
    assert 'aria-current="true">人工智能' in chinese


def test_what_is_found_is_narrowed_to_a_topic(client: TestClient, wire: Dealwire) -> None:
    found = get(client, "/search", q="raised", what="article", limit=60)["items"]
    topics = wire.store.topics_of(hit["id"] for hit in found)
    expected = {key for key, its in topics.items() if "biotech" in its}
    assert 0 < len(expected) < len(found)
    assert {hit["id"] for hit in get(client, "/search", q="raised", topic="biotech", limit=60)["items"]} == expected
    page = client.get("/search", params={"q": "raised", "topic": "biotech"}).text
    assert set(re.findall(r'href="/articles/([0-9a-f]+)"', page)) <= expected
    assert "/organisations/o-" not in page
    everything = unescape(client.get("/search", params={"q": "raised"}).text)
    assert (
        f'<a href="/search?q=raised&topic=biotech">Biotech and health <span class="n">{len(expected)}</span>'
        in everything
    )
    assert get(client, "/search", q="raised", topic="ai", what="deal")["items"] == []


@pytest.mark.parametrize(
    "path", ["/stories", "/search?q=raised", "/stories.atom", f"{V1}/stories", f"{V1}/search?q=raised"]
)
def test_what_is_no_topic_is_said(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}topic=unicorns")
    assert answer.status_code in (400, 422)
    assert "unicorns" in unescape(answer.text)


def test_every_topic_has_its_words() -> None:
    assert [topic.name for topic in TOPICS if f"topic.{topic.name}" not in MESSAGES] == []
