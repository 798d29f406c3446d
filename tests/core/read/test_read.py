from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read import HTML, HUB, JSON, JSON_LINE, READERS, XML, read
from tests.core.read.documents import document, reason

FRAGMENTS = {
    HUB: [
        b"---\n",
        b"title: ",
        b"related:\n  - ",
        b"\xc3",
        b"&a ",
        b"*a",
        b"- ",
        b"{",
        b"]",
        b": ",
        b"\n",
        b"\xb0\xa1",
        b"2024-13-45",
        b'"',
        b"!!",
        b"<p>",
        b"\x00",
    ],
    JSON_LINE: [
        b"{",
        b"}",
        b'"text": ',
        b'"title": ',
        b'"published": ',
        b'"url": ',
        b'"x"',
        b",",
        b"[",
        b"]",
        b"null",
        b"1e999",
        b"\xff",
        b'"http://["',
    ],
    JSON: [
        b"[",
        b"]",
        b'{"text": "x"}',
        b",",
        b'"version": "https://jsonfeed.org/version/1"',
        b'"items": ',
        b"{",
        b"}",
        b"null",
    ],
    HTML: [
        b"<p>",
        b"</p>",
        b"<script type='application/ld+json'>",
        b"{",
        b"}",
        b"</script>",
        b"<meta charset=",
        b"gbk>",
        b"utf-16>",
        b"<html",
        b"\xb0\xa1",
        b"&#",
        b"text ",
        b"<!--",
        b"\x00",
    ],
    XML: [
        b"<rss version='2.0'>",
        b"<channel>",
        b"<item>",
        b"<title>",
        b"</title>",
        b"<opml>",
        b"<outline xmlUrl='",
        b"'/>",
        b"<![CDATA[",
        b"]]>",
        b"<feed ",
        b"&x;",
        b"<!DOCTYPE",
        b"\xff",
        b">",
    ],
}


@pytest.mark.parametrize("media_type", FRAGMENTS)
def test_no_bytes_make_reading_raise(media_type: str) -> None:
    @given(st.binary() | st.lists(st.sampled_from(FRAGMENTS[media_type]) | st.binary(max_size=4)).map(b"".join))
    def check(body: bytes) -> None:
        result = read(document(body, media_type))
        for article in result.articles:
            assert article.content.strip()
            article.content.encode()
            assert len(article.key) == len(article.version) == 32

    check()


def test_every_media_type_has_its_reader() -> None:
    for media_type in READERS:
        read(document(b"x", media_type))


def test_an_unknown_media_type_is_rejected() -> None:
    assert reason(b"x", "image/png") == "no reader for image/png"
    assert reason(b"x", "") == "no reader for an unnamed media type"


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    script = "import sys, dealwire.sources.files, dealwire.core.read.jsonl; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert not {"trafilatura", "feedparser", "lxml", "ftfy", "yaml", "charset_normalizer", "cryptography"} & set(
        loaded.stdout.split()
    )
