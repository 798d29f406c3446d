from __future__ import annotations

import json
import time
from datetime import UTC, datetime

import pytest

from dealwire.core.read import HTML, main_text, markup, read
from dealwire.model import Provider
from tests.core.read.documents import document, one, read_one, reason

PARAGRAPHS = (
    "Acme Robotics, a Berlin maker of warehouse robots, said on Friday that it raised 12 million euros from investors.",
    "Example Capital led the round, and two of the earlier backers took part again, the company said in a statement.",
    "The money will go into a second factory and into hiring, said its founder, who started the company years ago.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    article = f"<article>{body}</article><footer>Contact us</footer>"
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{NAVIGATION}{article}</body></html>"


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Example"},
        {
            "@type": "NewsArticle",
            "headline": "Acme Robotics Raises &#8364;12 Million",
            "datePublished": "2026-03-13T10:35:00+01:00",
            "author": [{"@type": "Person", "name": "Ada Writer"}],
            "publisher": {"@type": "Organization", "name": "The Example"},
            "inLanguage": "en-GB",
        },
    ],
}


def test_json_ld_speaks_first() -> None:
    head = (
        f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"
        "<meta property='og:title' content='Another title'>"
        "<meta property='article:published_time' content='2020-01-01'>"
        "<link rel='canonical' href='https://www.example.com/acme/?utm_source=x'><title>Acme | The Example</title>"
    )
    article = read_one(page(head), HTML)
    assert article.title == "Acme Robotics Raises €12 Million"
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.published == datetime(2026, 3, 13, 9, 35, tzinfo=UTC)
    assert (article.url, article.authors, article.lang) == ("https://example.com/acme", ("Ada Writer",), "en")
    assert article.provider == Provider("The Example", "example.com")


def test_open_graph_speaks_second() -> None:
    head = (
        "<meta property='og:title' content='Acme Raises | The Example'>"
        "<meta property='og:site_name' content='The Example'>"
        "<meta property='article:published_time' content='2026-03-13T09:35:00Z'>"
        "<meta property='og:url' content='https://example.com/acme'>"
        "<script type='application/ld+json'>{ broken</script>"
    )
    article = read_one(page(head), HTML)
    assert (article.title, article.provider.name, article.url) == (
        "Acme Raises",
        "The Example",
        "https://example.com/acme",
    )
    assert article.published == datetime(2026, 3, 13, 9, 35, tzinfo=UTC)


def test_a_page_that_says_nothing_of_itself() -> None:
    article = one(
        read(document(page("<title>Acme raises</title>"), HTML, url="https://www.example.com/2026/03/13/acme"))
    )
    assert article.title == "Acme raises"
    assert article.url == "https://example.com/2026/03/13/acme"
    assert article.published == datetime(2026, 3, 13, tzinfo=UTC)


def test_a_heading_that_repeats_the_title_is_not_told_twice() -> None:
    article = read_one(page("<title>x</title>", f"<h1>Acme Raises Funds</h1>{BODY}"), HTML)
    assert article.title == "Acme Raises Funds"
    assert article.text.startswith("Acme Robotics, a Berlin maker")


@pytest.mark.parametrize("canonical", ["https://example.com/", "/", "", "javascript:x", "http://[bad"])
def test_a_canonical_link_that_names_no_article_is_passed_over(canonical: str) -> None:
    article = one(
        read(document(page(f"<link rel=canonical href='{canonical}'>"), HTML, url="https://example.com/acme"))
    )
    assert article.url == "https://example.com/acme"


def test_a_relative_canonical_link() -> None:
    article = one(read(document(page("<link rel=canonical href='/a/b'>"), HTML, url="https://example.com/acme")))
    assert article.url == "https://example.com/a/b"


CHINESE = "".join(
    f"<p>甲乙科技公司{month}月宣布完成新一轮融资，由丙丁资本领投，资金将用于产品研发与市场，公司表示未来还会继续投入。</p>"
    for month in "三四五"
)
TRADITIONAL = "".join(
    f"<p>甲乙科技公司{month}月宣布完成新一輪融資，由丙丁資本領投，資金將用於產品研發與市場，公司表示未來還會繼續投入。</p>"
    for month in "三四五"
)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(CHINESE, "gbk"), (CHINESE, "gb18030"), (TRADITIONAL, "big5"), (CHINESE, "utf-8"), (CHINESE, "utf-16")],
)
@pytest.mark.parametrize("head", ["", "<meta charset=iso-8859-1>", "<meta charset=nonsense>"])
def test_chinese_pages_without_a_true_charset(body: str, encoding: str, head: str) -> None:
    article = read_one(page(f"{head}<title>甲乙科技</title>", body).encode(encoding), HTML)
    assert article.title == "甲乙科技"
    assert article.text == body.replace("<p>", "").replace("</p>", "\n").strip()
    assert article.lang == "zh"


def test_a_charset_of_the_http_header() -> None:
    raw = page(
        "<title>Łódź</title>",
        "<p>Spółka z Łodzi pozyskała środki od inwestorów, poinformowano w komunikacie prasowym spółki.</p>",
    ).encode("iso8859-2")
    assert one(read(document(raw, "text/html; charset=ISO-8859-2"))).title == "Łódź"


def test_a_page_behind_a_wall_gives_its_description() -> None:
    article = read_one(
        "<html><head><title>Acme</title><meta name=description content='Acme raised money.'></head></html>",
        HTML,
    )
    assert article.text == "Acme raised money."


ASIDE = (
    "<div class=box><p>Related: Beta Robotics raises $90 million from other investors in a round of its own</p></div>"
)


@pytest.mark.parametrize("promising", [True, False])
def test_a_page_is_read_with_care_where_its_text_is_promising(promising: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    cared: list[str] = []
    seen: list[str] = []

    def careful(_: object, fast: str) -> str:
        cared.append(fast)
        return "with care"

    def listened(text: str) -> bool:
        seen.append(text)
        return promising

    monkeypatch.setattr(main_text, "careful", careful)
    article = one(read(document(page("<title>Acme</title>"), HTML), listened))
    assert seen == ["Acme\n" + "\n".join(PARAGRAPHS)]
    assert (article.text == "with care") is promising
    assert len(cared) == promising


def test_headlines_of_other_stories_are_no_part_of_an_article() -> None:
    with_aside = page("<title>Acme</title>", BODY + ASIDE)
    assert read_one(with_aside, HTML).text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Read more: Beta raises $90 million", False),
        ("READ MORE", False),
        ("Related stories", False),
        ("Don’t miss", False),
        ("相关阅读：乙公司完成融资", False),
        ("责任编辑：某某", False),
        ("Comments", False),
        ("© 2026 The Example", False),
        ("Related parties sold their shares in the company, it said.", True),
        ("Comments by the founder moved the price.", True),
        ("Read more than once, the contract seems clear to both sides of the deal, said the judge in the case.", True),
        ("来源国包括德国。", True),
        ("More on the deal will be known in May, when the company reports its results to shareholders.", True),
    ],
)
def test_which_lines_lead_away(line: str, kept: bool) -> None:
    assert (main_text.trimmed(f"One.\n{line}\nTwo.", "") == f"One.\n{line}\nTwo.") is kept


def test_a_title_told_again_goes() -> None:
    body = "\n".join(("By Ada", "ACME RAISES", "It did.", "It does.", "Acme raises"))
    assert main_text.trimmed(body, "Acme raises") == "By Ada\nIt did.\nIt does.\nAcme raises"
    assert main_text.trimmed("Acme raises", "Acme raises") == "Acme raises"


def test_of_two_readings_the_one_near_to_a_third_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = {"precise": "Cookies are used on this site. " * 4, "third": " ".join(PARAGRAPHS)}
    monkeypatch.setattr(main_text, "_extracted", lambda *_, **__: readings["precise"])
    monkeypatch.setattr(main_text, "_readability", lambda _: readings["third"])
    tree = markup.tree(page())
    assert main_text.careful(tree, "\n".join(PARAGRAPHS)) == "\n".join(PARAGRAPHS)
    readings["third"] = "This site uses cookies."
    assert main_text.careful(tree, "\n".join(PARAGRAPHS)) == readings["precise"]


@pytest.mark.parametrize(
    ("meta", "authors"),
    [
        ("<meta name=author content='By Ada Writer'>", ("Ada Writer",)),
        ("<meta property='article:author' content='https://social.example/ada'>", ()),
        ("<meta name=author content='记者：李四'>", ("李四",)),
    ],
)
def test_authors_are_names(meta: str, authors: tuple[str, ...]) -> None:
    assert read_one(page(meta + "<title>Acme</title>"), HTML).authors == authors


def test_a_byline_in_the_page_is_looked_for_last() -> None:
    byline = "<div class='author'>Ada Writer</div>"
    assert read_one(page("<title>Acme</title>", byline + BODY), HTML).authors == ("Ada Writer",)


HOSTILE = {
    "nothing": b" ",
    "deep": b"<html><body>" + b"<div>" * 300_000 + b"x",
    "deep tables": b"<table><tr><td>" * 20_000 + b"x",
    "unclosed": b"<" * 1_000_000,
    "many elements": b"<a href=x>" * 200_000,
    "too long": b"x" * 6_100_000,
    "attributes": b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x</p>",
    "bare attributes": b"<html><body><p " + b" ".join(b"a%d" % n for n in range(100_000)) + b">x</p>",
    "attributes with marks": b"<html><body><p " + b" ".join(b"a%d='>'" % n for n in range(100_000)) + b">x</p>",
    "quotes opened": b"<html><body>" + b'<p a="' + b"<p a='" * 200_000,
    "one long attribute": b"<html><body><p title='" + b"x" * 2_000_000 + b"'>x</p>",
    "comments opened": b"<html><body>" + b"<!--" * 200_000,
    "spans in spans": b"<html><body><p>" + b"<span>" * 50_000 + b"x",
    "one long line": b"<html><body><p>Related: " + b"more on the news " * 50_000,
    "entities": b"<html><body><p>" + b"&amp;" * 100_000,
    "deep json": b"<html><script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>x</p>",
    "odd json": b"<html><script type='application/ld+json'>[null,5,{'@type':[[]]}]</script><p>x</p>",
    "NUL bytes": b"<html>\x00<body>\x00<p>\x00Acme\x00 raised money, it said.\x00</p>",
    "invalid UTF-8": b"<html><body><p>Acme \xc3\x28 \xff raised</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_soon(name: str) -> None:
    began = time.perf_counter()
    result = read(document(HOSTILE[name], HTML))
    assert len(result.articles) + len(result.rejected) == 1
    assert time.perf_counter() - began < 20


def test_why_a_page_is_refused() -> None:
    assert "elements" in reason(HOSTILE["many elements"], HTML)
    assert "at most 6,000,000" in reason(HOSTILE["too long"], HTML)


def test_menus_and_asides_are_no_part_of_a_page_but_its_footer_tells_the_date() -> None:
    links = "".join(f"<li><a href='/{n}'>Elsewhere in the harbour, part {n}</a></li>" for n in range(9))
    around = f"<aside>By Jane Doe <nav><ul>{links}</ul></nav></aside>", "<footer><p>2026-03-13</p></footer>"
    article = read_one(f"<html><body>{around[0]}<article>{BODY}{BODY}</article>{''.join(around)}</body></html>", HTML)
    assert "Elsewhere" not in article.text
    assert (article.authors, article.published) == ((), datetime(2026, 3, 13, tzinfo=UTC))
