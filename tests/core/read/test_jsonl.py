from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest

from dealwire.core.read import JSON, JSON_LINE, read
from dealwire.model import Provider
from tests.conftest import shared
from tests.core.read.documents import document, one, read_one, reason

AT = datetime(2026, 3, 13, 9, 35, tzinfo=UTC)


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def test_a_full_line() -> None:
    article = read_one(
        line(
            id="x1",
            title="Acme raises $5m",
            text="Acme said so.",
            url="https://www.example.com/acme/?utm_source=x",
            published="2026-03-13T09:35:00Z",
            lang="en",
            provider={"name": "The Example", "domain": "example.com"},
            authors=["Ada", {"name": "Bo"}],
        ),
        JSON_LINE,
    )
    assert (article.ref, article.url, article.published) == ("x1", "https://example.com/acme", AT)
    assert article.provider == Provider("The Example", "example.com")
    assert article.authors == ("Ada", "Bo")
    assert article.content == "Acme raises $5m\nAcme said so."


def test_fallbacks_for_provider_and_date() -> None:
    article = read_one(line(text="Acme said so.", source="The Example", date="2026-03-13", published=None), JSON_LINE)
    assert article.provider == Provider("The Example", None)
    assert article.published == datetime(2026, 3, 13, tzinfo=UTC)
    assert article.ref == article.key


def test_identity_is_by_url_then_id_then_text() -> None:
    with_url = read_one(line(id="x1", text="a", url="https://example.com/a"), JSON_LINE)
    assert with_url.key == read_one(line(id="x2", text="b", url="http://www.example.com/a/"), JSON_LINE).key
    with_id = read_one(line(id=7, text="a"), JSON_LINE)
    assert with_id.ref == "7"
    assert with_id.key == read_one(line(id="7", text="b"), JSON_LINE).key
    assert read_one(line(text="A  b"), JSON_LINE).key == read_one(line(text="a b"), JSON_LINE).key
    assert len({with_url.key, with_id.key, read_one(line(text="a"), JSON_LINE).key}) == 3


@pytest.mark.parametrize(
    "text", ["  led by  a blank\n\n and\ttabs ", "ＡＢＣ１００万", "R&D <5% of “sales”", " one\n two"]
)
def test_sound_text_keeps_its_offsets(text: str) -> None:
    article = read_one(line(title="Title ", text=text), JSON_LINE)
    assert article.content == f"Title \n{text}"


def test_an_id_comes_back_as_it_was() -> None:
    assert read_one(line(id=" a&amp;b\u200b ", text="x"), JSON_LINE).ref == "a&amp;b\u200b"
    assert read_one(rb'{"id": "a\ud800\u0000", "text": "x"}', JSON_LINE).ref == "a?"


@pytest.mark.parametrize(
    ("domain", "shown"), [("www.Example.com", "example.com"), ("https://example.com/", "example.com"), ("a b", "a b")]
)
def test_a_domain_is_written_as_hosts_are(domain: str, shown: str) -> None:
    assert read_one(line(text="x", provider={"domain": domain}), JSON_LINE).provider == Provider(None, shown)


def test_text_may_hold_what_must_be_mended() -> None:
    assert read_one(line(text="It\u0000 is\u200b &amp; itâ€™s"), JSON_LINE).text == "It is & it’s"
    assert read_one(line(text="<p>One</p><p>Two</p>"), JSON_LINE).text == "One\nTwo"
    assert read_one(rb'{"text": "half \ud800 pair"}', JSON_LINE).text == "half  pair"
    assert read_one(b'{"text": "x", "score": NaN}', JSON_LINE).text == "x"
    assert (
        read_one(
            line(title="甲乙科技", text="甲乙科技宣布完成融资，由丙丁资本领投。").decode().encode("gbk"), JSON_LINE
        ).title
        == "甲乙科技"
    )
    assert read_one(line(title="two\nlines", text=""), JSON_LINE).title == "two lines"


@pytest.mark.parametrize("published", ["2024-13-45", "soon", "2031-01-01", None, {}, [], True, 10**300, -1])
def test_a_date_that_cannot_be_costs_only_itself(published: object) -> None:
    assert read_one(line(text="x", published=published), JSON_LINE).published is None


@pytest.mark.parametrize("field", ["url", "provider", "lang", "authors", "topics", "quality", "heat", "id"])
@pytest.mark.parametrize("value", [None, "", [], {}, True, [[]], {"name": None}, "\u0000", "not a url", 1e300])
def test_odd_metadata_costs_only_itself(field: str, value: object) -> None:
    assert read_one(line(**{"title": "T", "text": "x", field: value}), JSON_LINE).content == "T\nx"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"{", "not JSON"),
        (b"{'text': 'x'}", "not JSON"),
        (b"\xff\xfe\xff", "not JSON"),
        (b'{"text": "x"} {"text": "y"}', "not JSON"),
        (b"", "not JSON"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"text": ' * 200_000, "nested too deep"),
        (b"3", "object is expected, not a number"),
        (b"null", "not null"),
        (b'"text"', "not a string"),
        (b'{"id": "x1"}', "neither title nor text"),
        (b'{"title": "", "text": " \\n"}', "neither title nor text"),
        (b'{"text": 5}', "`text` is a number"),
        (b'{"title": ["a"]}', "`title` is a list"),
        (b'{"text": "' + b"x" * 1_100_000 + b'"}', "longer than an article"),
    ],
)
def test_what_cannot_be_read_says_why(body: bytes, why: str) -> None:
    assert why in reason(body, JSON_LINE)


def test_a_list_of_articles_in_one_file() -> None:
    result = read(document(b'[{"id": "a", "text": "x"}, 5, {"id": "b", "title": "y"}]', JSON, "l.json"))
    assert [(article.ref, article.part) for article in result.articles] == [("a", 0), ("b", 2)]
    assert [rejected.id for rejected in result.rejected] == ["l.json[1]"]


def test_a_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Example",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://example.com/a",
                "title": "Acme raises",
                "content_html": "<p>So <b>it</b> is.</p>",
                "date_published": "2026-03-13T09:35:00Z",
            },
            {"id": "2", "content_text": "Beta raises."},
            None,
            {"id": "3"},
        ],
    }
    result = read(document(json.dumps(feed), JSON, "f.json"))
    first, second = result.articles
    assert (first.title, first.text, first.published, first.provider) == (
        "Acme raises",
        "So it is.",
        AT,
        Provider("The Example", "example.com"),
    )
    assert (second.ref, second.text) == ("2", "Beta raises.")
    assert [rejected.id for rejected in result.rejected] == ["f.json#items[2]", "f.json#items[3]"]
    assert "items" in reason(b'{"version": "https://jsonfeed.org/version/1"}', JSON)


def test_real_articles_keep_their_text() -> None:
    path = shared("data/zh_tech_articles.jsonl.gz")
    with gzip.open(path) as lines:
        raw = [line for line, _ in zip(lines, range(500), strict=False)]
    articles = [one(read(document(body, JSON_LINE))) for body in raw]
    kept = sum(
        article.content == f"{fields['title']}\n{fields['text']}"
        for article, fields in zip(articles, map(json.loads, raw), strict=True)
    )
    assert kept >= 495
    assert all(article.published and article.lang == "zh" for article in articles)
