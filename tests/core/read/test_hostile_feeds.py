"""Feeds made to cost: each is read or refused within a bound of time, and of memory where it is large."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from dealwire.core.read import XML, read
from tests.conftest import ROOT
from tests.core.read.documents import document, reason

HEAD = "<?xml version='1.0'?><rss version='2.0'><channel><item><title>Acme</title>"
TAIL = "</item></channel></rss>"
SIZE = 200_000
NAMESPACES = " ".join(f"xmlns:a{n}='u{n}'" for n in range(SIZE // 18))
ENTITIES = "<!ENTITY a 'x'>" * (SIZE // 15)
FEEDS = {
    "tags opened": f"{HEAD}<description>{'<b>' * (SIZE // 3)}",
    "angles": f"{HEAD}<description>{'<' * SIZE}",
    "half a tag": f"{HEAD}<description>{'<a ' * (SIZE // 3)}",
    "ampersands": f"{HEAD}<description>{'&' * SIZE}",
    "declarations": f"{HEAD}<description>{'<!' * (SIZE // 2)}",
    "sections": f"{HEAD}<description>{'<![CDATA[x]]' * (SIZE // 12)}",
    "depth": f"{HEAD}<description>{'<b>' * (SIZE // 7)}{'</b>' * (SIZE // 7)}</description>{TAIL}",
    "items in items": f"{HEAD}{'<item>' * (SIZE // 13)}{'</item>' * (SIZE // 13)}{TAIL}",
    "attributes": f"{HEAD}<link {' '.join(f'a{n}=1' for n in range(SIZE // 10))}/>{TAIL}",
    "namespaces": f"<rss {NAMESPACES}><channel><item><title>A</title>{TAIL}",
    "an address": f"<!DOCTYPE rss>{HEAD}<author>{'a.' * (SIZE // 2)}@</author>{TAIL}",
    "a date": f"<!DOCTYPE rss>{HEAD}<pubDate>{'1 ' * (SIZE // 2)}</pubDate>{TAIL}",
    "entities declared": f"<!DOCTYPE rss [{ENTITIES}]>{HEAD}{TAIL}",
    "brackets in a document type": f"<!DOCTYPE {'[' * SIZE}{HEAD}{TAIL}",
}


@pytest.mark.parametrize("name", FEEDS)
def test_no_feed_takes_more_than_seconds(name: str) -> None:
    began = time.process_time()
    result = read(document(FEEDS[name], XML))
    assert time.process_time() - began < 10
    assert result.articles or result.rejected


MEASURE = """
import time
from tests.core.read.documents import document
from dealwire.core.read import XML, read
item = "<item><title>Story {0}</title><link>https://example.com/{0}</link><description>Acme raises</description></item>"
body = "<rss version='2.0'><channel>" + "".join(map(item.format, range(50_010))) + "</channel></rss>"
began = time.process_time()
result = read(document(body, XML, "big.xml"))
print(len(result.articles), [r.id for r in result.rejected])
print(time.process_time() - began)
peak = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(int(peak[0]) >> 10)
"""
"""Linux's own count: that of `getrusage` begins with the memory of the program that started this one."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a program's own peak")
def test_a_huge_feed_in_bounded_time_and_memory() -> None:
    command = [sys.executable, "-c", MEASURE]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603 - our own code
    came, seconds, mebibytes = run.stdout.splitlines()
    assert came == "50000 ['big.xml#entry[50000]']"
    assert float(seconds) < 30
    assert int(mebibytes) < 300


def test_an_ill_formed_feed_that_would_take_minutes_is_refused() -> None:
    assert "ill-formed" in reason(b"<rss><channel><item>" + b"<b>" * 1_400_000, XML)


def test_a_feed_of_more_entries_than_are_read_is_read_so_far_and_says_so() -> None:
    items = "".join(f"<item><title>Note {n}</title><link>http://a.example/{n}</link></item>" for n in range(50_001))
    found = read(document(f"<rss version='2.0'><channel>{items}</channel></rss>", XML))
    assert len(found.articles) == 50_000
    assert [rejected.reason for rejected in found.rejected] == ["more than 50,000 entries"]
