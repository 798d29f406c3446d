from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dealwire.core.read import read
from dealwire.model import Provider
from tests.conftest import shared
from tests.core.read.documents import NOW, document, one, read_one, reason

RECORD = """---
category: news
title: "Acme Robotics Raises $12 Million"
excerpt: "Example Capital leads the round."
publishedDateTime: 2026-03-13T09:35:00Z
originalUrl: "https://www.example.com/original"
webUrl: "https://www.example.com/acme?utm_source=hub"
type: article
quality: 41
heat: -1
published: false

provider:
  name: The Example
  domain: example.com
  authors:
    - Ada Writer

topics:
  - AI
  - Robots

related:
  - title: "Beta Said to Seek Funds"
    excerpt: "Beta (Wire) â€” in talks."
    publishedDateTime: 2024-13-45
    webUrl: "https://other.example/beta"
    provider:
      name: Other
    quality: 200
  - not an article
  - title: "Gamma"

secured: "AAAA;BBBB"
---
The body **tells** more of [Acme](https://example.com/acme).
"""


def test_a_record_is_its_main_article_and_the_related_ones() -> None:
    result = read(document(RECORD, origin="r.md"))
    main, beta, gamma = result.articles
    assert main.title == "Acme Robotics Raises $12 Million"
    assert main.text == "Example Capital leads the round.\nThe body tells more of Acme."
    assert main.url == "https://example.com/acme"
    assert main.published == datetime(2026, 3, 13, 9, 35, tzinfo=UTC)
    assert main.provider == Provider("The Example", "example.com")
    assert (main.authors, main.topics) == (("Ada Writer",), ("AI", "Robots"))
    assert (main.draft, main.quality, main.heat, main.lang) == (True, 41, -1, "en")
    assert beta.text == "Beta (Wire) — in talks."
    assert (beta.published, beta.quality) == (None, -1)
    assert beta.provider == Provider("Other", "other.example")
    assert [article.part for article in result.articles] == [0, 1, 3]
    assert {article.record for article in result.articles} == {main.key}
    assert beta.draft  # a draft's related articles wait with it
    assert gamma.content == "Gamma\n"
    (rejected,) = result.rejected
    assert rejected.id == "r.md#related[1]"


def test_an_excerpt_that_the_body_holds_is_not_told_twice() -> None:
    article = read_one('---\ntitle: T\nexcerpt: "Acme raised $5m."\n---\nOn Monday, Acme raised $5m. More follows.\n')
    assert article.text == "On Monday, Acme raised $5m. More follows."


def test_a_stray_colon_is_dropped_from_an_excerpt_too() -> None:
    assert read_one('---\ntitle: T\nexcerpt: ": Acme raised $5m."\n---\n').text == "Acme raised $5m."


def test_a_record_that_is_published_is_no_draft() -> None:
    assert not read_one("---\ntitle: T\npublished: true\n---\n").draft
    assert not read_one("---\ntitle: T\n---\n").draft


def test_bare_text_is_an_article_without_title() -> None:
    article = read_one(": Acme is leading a round.\n\nMore of it follows here.")
    assert article.title == ""
    assert article.text == "Acme is leading a round.\n\nMore of it follows here."
    assert article.record is None


def test_a_first_line_that_is_a_headline_is_the_title() -> None:
    article = read_one("# Acme Raises $12 Million\n\nAcme said on Monday that it raised money.")
    assert article.title == "Acme Raises $12 Million"
    assert article.text == "Acme said on Monday that it raised money."
    assert read_one("甲乙科技完成亿元融资\n\n甲乙科技宣布完成融资。").title == "甲乙科技完成亿元融资"


@pytest.mark.parametrize(
    "text",
    [
        "Acme raised money.\n\nMore.",
        "Acme raises\nmore money",
        "One line",
        "甲乙完成融资。\n\n更多",
        "x" * 160 + "\n\nmore",
    ],
)
def test_any_other_first_line_is_text(text: str) -> None:
    article = read_one(text)
    assert (article.title, article.text) == ("", text)


@pytest.mark.parametrize(
    "published",
    ["2024-13-45", "soon", "2031-01-01", "", "[1]", "2024-13-45T99:00:00Z", "0", "0000-00-00", "2026-02-30"],
)
def test_a_date_that_cannot_be_costs_only_itself(published: str) -> None:
    assert read_one(f"---\ntitle: T\npublishedDateTime: {published}\n---\nText").published is None


def test_windows_line_ends_and_byte_order_mark() -> None:
    article = read_one(b"\xef\xbb\xbf---\r\ntitle: Acme raises\r\n---\r\nText here\r\n")
    assert (article.title, article.text) == ("Acme raises", "Text here")


def test_a_gbk_record() -> None:
    assert (
        read_one("---\ntitle: 甲乙科技完成新一轮融资\n---\n公司宣布完成融资，由丙丁资本领投。\n".encode("gbk")).title
        == "甲乙科技完成新一轮融资"
    )


BOMB = (
    "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(8))
    + "---\n"
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ntitle: Acme\nno end", "not closed"),
        ("---\n", "not closed"),
        (BOMB, "aliases"),
        ("---\na: &a [*a]\n---\n", "aliases"),
        ("---\na: " + "[" * 50 + "]" * 50 + "\n---\n", "too large"),
        ("---\na: " + "[" * 100_000 + "\n---\n", "too large"),
        ("---\na: [" + "1," * 30_000 + "]\n---\n", "too large"),
        ("---\na: !!python/object/apply:os.system [true]\n---\n", "tag"),
        ("---\na: !!binary aGk=\n---\n", "tag"),
        ("---\ntitle: 'open\n---\n", "not YAML"),
        ("---\n\ttitle: x\n---\n", "not YAML in its line"),
        ("---\na: 1\n--- extra\n", "not closed"),
        ("---\n- a\n---\n", "no mapping"),
        ("---\n? [a]\n: b\n---\n", "not YAML"),
        ("---\na: " + "1:" * 50_000 + "1\n---\n", "number"),
        ("---\na: " + "9" * 5000 + "\n---\n", "number"),
        ("---\na: " + "x" * 1_100_000 + "\n---\n", "characters"),
        ("---\ntype: article\n---\n", "neither title nor text"),
        ("", "neither title nor text"),
        (" \n\t\n", "neither title nor text"),
        ("\x00\x01", "neither title nor text"),
        ("word " * 300_000, "longer than an article"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, why: str) -> None:
    assert why in reason(text)


def test_a_few_aliases_are_read() -> None:
    assert read_one("---\ntitle: &t Acme raises\nexcerpt: *t\n---\n").text == "Acme raises"


def test_a_related_list_that_is_none_costs_not_the_article() -> None:
    result = read(document("---\ntitle: T\nrelated: soon\n---\n"))
    assert [article.title for article in result.articles] == ["T"]
    assert "related" in result.rejected[0].reason


def test_an_empty_main_article_costs_not_the_related_ones() -> None:
    result = read(document("---\ntype: article\nrelated:\n  - title: Beta\n---\n"))
    assert [article.title for article in result.articles] == ["Beta"]
    assert [rejected.id for rejected in result.rejected] == ["a.md"]


def test_identity_is_by_url_then_by_text() -> None:
    plain = one(read(document("Acme  raises MONEY")))
    assert plain.key == one(read(document("acme raises money", origin="b.md"))).key
    first = read_one("---\ntitle: One\nwebUrl: http://www.example.com/a/\n---\n")
    edited = read_one("---\ntitle: Two\nwebUrl: https://example.com/a?utm_source=x\n---\n")
    assert first.key == edited.key == first.ref
    assert first.version != edited.version
    assert plain.fetched_at == NOW


def test_the_three_real_records() -> None:
    records = [read(document(path.read_bytes(), "text/plain", path.name)) for path in sorted(shared("seeds").iterdir())]
    assert [len(record.articles) for record in records] == [2, 2, 1]
    assert not any(record.rejected for record in records)
    assert all(article.published for record in records[:2] for article in record.articles)
    assert all("â€" not in article.content for record in records for article in record.articles)
    assert records[2].articles[0].text[0].isalpha()
