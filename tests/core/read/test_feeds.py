from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from dealwire.core.read import XML, feed_lenient, feed_strict, read
from dealwire.model import Provider
from tests.core.read.documents import document, one, reason

AT = datetime(2026, 3, 13, 9, 35, tzinfo=UTC)

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Example</title><link>https://example.com/</link><language>en-us</language>
<item><title>Acme &amp;amp; Sons raise $5m</title><link>https://www.example.com/acme?utm_source=rss</link>
 <description>&lt;p&gt;A summary&lt;/p&gt;</description>
 <content:encoded><![CDATA[<p>Acme said so.</p><p>More &amp; more.</p>]]></content:encoded>
 <pubDate>Fri, 13 Mar 2026 10:35:00 +0100</pubDate><dc:creator>Ada Writer</dc:creator><category>AI</category></item>
<item><title>Beta in talks - The Other</title><guid isPermaLink="false">77</guid>
 <description>Beta &lt;b&gt;talks&lt;/b&gt;</description>
 <source url="https://other.example">The Other</source><pubDate>soon</pubDate></item>
<item><guid>https://example.com/gamma</guid><title>Gamma</title></item>
<item><link>https://example.com/empty</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>示例</title>
<entry><title type="html">甲乙&lt;b&gt;科技&lt;/b&gt;完成融资</title><link rel="alternate" href="https://example.com/a"/><id>urn:x:1</id>
<published>2026-03-13T17:35:00+08:00</published><updated>2026-03-14T00:00:00Z</updated>
<summary>摘要</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>公司宣布融资。</p><p>更多。</p></div></content></entry></feed>"""


def test_rss() -> None:
    result = read(document(RSS, XML, "f.xml"))
    acme, beta, gamma = result.articles
    assert (acme.title, acme.text) == ("Acme & Sons raise $5m", "Acme said so.\nMore & more.")
    assert (acme.url, acme.published, acme.lang) == ("https://example.com/acme", AT, "en")
    assert (acme.provider, acme.authors, acme.topics) == (
        Provider("The Example", "example.com"),
        ("Ada Writer",),
        ("AI",),
    )
    assert (beta.title, beta.text, beta.provider) == ("Beta in talks", "Beta talks", Provider("The Other", None))
    assert (beta.published, beta.ref) == (None, "https://example.com/#77")
    assert gamma.url == "https://example.com/gamma"
    assert [rejected.id for rejected in result.rejected] == ["f.xml#entry[3]"]


def test_atom() -> None:
    article = one(read(document(ATOM, XML)))
    assert (article.title, article.text, article.lang) == ("甲乙科技完成融资", "公司宣布融资。\n更多。", "zh")
    assert (article.published, article.url) == (AT, "https://example.com/a")


def test_a_feed_in_gbk() -> None:
    raw = ATOM.replace('version="1.0"', 'version="1.0" encoding="GBK"').encode("gbk")
    assert one(read(document(raw, XML))).title == "甲乙科技完成融资"


def test_a_broken_feed_gives_what_can_be_read() -> None:
    assert [article.title for article in read(document(RSS[: RSS.index("<item><guid>")], XML)).articles] == [
        "Acme & Sons raise $5m",
        "Beta in talks",
    ]


def test_opml_lists_feeds() -> None:
    opml = """<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://example.com/feed"/>
    <outline xmlURL=" https://other.example/rss "/><outline xmlUrl="https://example.com/feed"/><outline xmlUrl="file:///etc/passwd"/></outline></body></opml>"""
    result = read(document(opml, XML))
    assert result.feeds == ("https://example.com/feed", "https://other.example/rss")
    assert (result.articles, result.rejected) == ((), ())
    assert "no feed" in reason("<opml version='2.0'><body/></opml>", XML)


EXTERNAL = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
LAUGHS = (
    "<!DOCTYPE rss [<!ENTITY a 'lol'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    + "]>"
)


def rss(prologue: str, title: str) -> str:
    return f"<?xml version='1.0'?>{prologue}<rss version='2.0'><channel><item><title>Acme {title}</title><link>https://example.com/a</link></item></channel></rss>"


@pytest.mark.parametrize(("prologue", "entity"), [(EXTERNAL, "&x;"), (LAUGHS, "&j;")])
def test_entities_are_not_expanded(prologue: str, entity: str) -> None:
    began = time.process_time()
    article = one(read(document(rss(prologue, entity), XML)))
    assert len(article.content) < 50
    assert article.title.removeprefix("Acme").strip() in {"", entity}
    opml = f"<?xml version='1.0'?>{prologue.replace('DOCTYPE rss', 'DOCTYPE opml')}<opml><body><outline xmlUrl='https://example.com/{entity}'/></body></opml>"
    assert all(len(feed) < 200 for feed in read(document(opml, XML)).feeds)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "body", [b"<html><body>x</body></html>", b"<a><b/></a>", b"", b"\x00\xff", b"<?xml version='1.0'?>", b"plain text"]
)
def test_what_is_no_feed_says_so(body: bytes) -> None:
    assert "neither RSS, Atom nor OPML" in reason(body, XML)


def test_an_overlong_feed_is_refused() -> None:
    assert "at most" in reason(b"<rss>" + b" " * 21_000_000, XML)


# --- two parsers


@pytest.mark.parametrize("source", [RSS, ATOM])
def test_both_parsers_read_the_same(source: str) -> None:
    body = source.encode()
    strict, lenient = (parser.parse(body, None, 100) for parser in (feed_strict, feed_lenient))
    assert strict is not None
    assert lenient is not None
    for ours, theirs in zip(strict.entries, lenient.entries, strict=True):
        for name in ("title", "link", "id", "authors", "topics", "publisher", "summary"):
            assert getattr(ours, name) == (getattr(theirs, name) or getattr(ours, name)), name
    assert (strict.title, strict.link) == (lenient.title, lenient.link)


@pytest.mark.parametrize(
    "doubtful",
    [
        "<!DOCTYPE rss><rss version='2.0'><channel><item><title>Acme raises</title></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>Acme & Sons</title></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>Acme</title><title>Other</title></item></channel></rss>",
        "<rss version='2.0'><channel><item><Title>Acme raises</Title></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>Acme <b>raises</b></title></item></channel></rss>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>Acme raises</title></entry></feed>",
    ],
)
def test_what_is_doubtful_is_left_to_the_lenient_parser(doubtful: str) -> None:
    assert feed_strict.parse(doubtful.encode(), None, 100) is None
    assert "Acme" in one(read(document(doubtful, XML))).title


def test_entities_of_html_are_no_doubt() -> None:
    body = rss("", "raises &euro;5m&nbsp;&mdash; &amp; more &unknown").replace("&unknown", "").encode()
    feed = feed_strict.parse(body, None, 100)
    assert feed is not None
    assert feed.entries[0].title == "Acme raises €5m\xa0— & more"


@pytest.mark.parametrize(
    ("item", "link", "key"),
    [
        ("<guid>https://example.com/a</guid>", "https://example.com/a", "url"),
        ("<guid isPermaLink='false'>https://example.com/a</guid>", None, "id"),
        ("<link>/a</link>", "https://example.com/a", "url"),
        ("<link href='https://example.com/a'/>", "https://example.com/a", "url"),
    ],
)
def test_links_and_ids(item: str, link: str | None, key: str) -> None:
    source = f"<rss version='2.0'><channel><link>https://example.com/</link><item><title>A</title>{item}</item></channel></rss>"
    article = one(read(document(source, XML)))
    assert article.url == link
    assert (article.ref == "https://example.com/a") == (key == "id")


def test_entries_without_an_author_are_by_the_authors_of_an_atom_feed() -> None:
    by_feed = ATOM.replace("<entry>", "<author><name>艾达</name></author><entry>")
    assert one(read(document(by_feed, XML))).authors == ("艾达",)
    managed = RSS.replace("<language>", "<managingEditor>boss@example.com (The Boss)</managingEditor><language>")
    assert [article.authors for article in read(document(managed, XML)).articles] == [("Ada Writer",), (), ()]


@pytest.mark.parametrize("parser", ["strict", "lenient"])
def test_no_script_becomes_text(parser: str) -> None:
    body = "Acme raised &lt;script&gt;steal('now')&lt;/script&gt;$5m"
    prologue = "" if parser == "strict" else "<!DOCTYPE rss>"
    source = rss(prologue, "").replace("<link>", f"<description>{body}</description><link>")
    assert one(read(document(source, XML))).text == "Acme raised $5m"


TITLES = {
    "gb18030": "甲乙科技宣布完成新一轮融资",
    "big5hkscs": "甲乙科技宣佈完成新一輪融資，投資人看好",
    "cp1252": "Café Über raises £5m",
}


@pytest.mark.parametrize(("encoding", "title"), TITLES.items())
@pytest.mark.parametrize("label", ["", "utf-8", "iso-8859-1", "gb2312", "nonsense"])
@pytest.mark.parametrize("prologue", ["", "<!DOCTYPE rss>"])
def test_wrong_labels_of_encodings(encoding: str, title: str, label: str, prologue: str) -> None:
    if (encoding, label) == ("cp1252", "gb2312"):
        pytest.skip("a label that the bytes do not contradict is believed")
    named = f" encoding='{label}'" if label else ""
    items = f"<rss version='2.0'><channel><item><title>{title}</title></item></channel></rss>"
    source = f"<?xml version='1.0'{named}?>{prologue}{items}"
    assert one(read(document(source.encode(encoding), XML))).title == title
