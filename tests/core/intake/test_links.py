from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dealwire.core.intake.links import Link, feeds, listed, older, sitemap
from dealwire.errors import InputError, UsageError

URL = "https://fjordpost.example/tech/"
PAGE = """<html><head>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/atom+xml" title="Fjordpost" href="feed.atom#top">
<link rel="alternate" type="application/rss+xml" href="https://other.example/f.rss">
<link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="a.css">
</head><body><div class="list"><h2><a href="/a">A round for Acme</a></h2><a href="/a#more"></a>
<a href="b?x=1">第二条</a><a href="javascript:alert(1)">x</a><a href="mailto:a@b.example">y</a><a>z</a></div>
<a href="/about">About</a></body></html>"""


def test_the_feeds_of_a_page_are_found_with_those_of_comments_last() -> None:
    assert feeds(PAGE.encode(), None, URL) == (
        Link("https://fjordpost.example/tech/feed.atom", "Fjordpost"),
        Link("https://other.example/f.rss"),
        Link("https://fjordpost.example/comments/feed", "Comments"),
    )


@pytest.mark.parametrize("selector", [".list", ".list a", "div > a, h2 a"])
def test_a_selector_picks_the_articles_of_a_listing(selector: str) -> None:
    assert listed(PAGE.encode(), None, URL, selector) == (
        Link("https://fjordpost.example/a", "A round for Acme"),
        Link("https://fjordpost.example/tech/b?x=1", "第二条"),
    )


@pytest.mark.parametrize("selector", ["", "a[", "::", "a:has-no-such-thing(1)"])
def test_what_is_no_selector_is_said(selector: str) -> None:
    with pytest.raises(UsageError, match="no CSS selector"):
        listed(PAGE.encode(), None, URL, selector)


def test_sitemaps_of_news_tell_titles_and_dates() -> None:
    body = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://a.example/1 </loc><news:news>
      <news:publication_date>2026-03-20T10:00:00+08:00</news:publication_date><news:title>塔恩 raises</news:title>
      </news:news></url><url><loc>https://a.example/2</loc><lastmod>2026-03-19</lastmod></url>
      <url><loc>javascript:1</loc></url><url/></urlset>"""
    assert sitemap(body.encode()).pages == (
        Link("https://a.example/1", "塔恩 raises", datetime(2026, 3, 20, 2, tzinfo=UTC)),
        Link("https://a.example/2", "", datetime(2026, 3, 19, tzinfo=UTC)),
    )


def test_an_index_of_sitemaps_lists_them() -> None:
    found = sitemap(b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>")
    assert (found.sitemaps, found.pages) == ((Link("https://a.example/s.xml"),), ())


@pytest.mark.parametrize("body", [b"", b"<html><body>no</body></html>", b"\x00\xff", b"<rss/>"])
def test_what_is_no_sitemap_is_said(body: bytes) -> None:
    with pytest.raises(InputError):
        sitemap(body)


def test_a_sitemap_reads_no_file_and_grows_by_no_entity() -> None:
    attack = b"""<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
    <urlset><url><loc>https://a.example/&x;&b;</loc></url></urlset>"""
    assert all("root:" not in link.url and "aaaa" not in link.url for link in sitemap(attack).pages)


ATOM = 'xmlns:a="http://www.w3.org/2005/Atom"'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f'<rss {ATOM}><channel><a:link rel="next" href="?p=2"/></channel></rss>', f"{URL}?p=2"),
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="prev-archive" href="/2025.xml"/></feed>',
            "https://fjordpost.example/2025.xml",
        ),
        ('{"version": "1", "next_url": "https://a.example/2"}', "https://a.example/2"),
        (f'<rss {ATOM}><channel><item><a:link rel="next" href="/x"/></item></channel></rss>', None),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="javascript:1"/></feed>', None),
        ('{"version": 1', None),
        ("", None),
        ("<rss/>", None),
    ],
)
def test_feeds_say_where_older_entries_are(body: str, found: str | None) -> None:
    assert older(body.encode(), URL) == found
