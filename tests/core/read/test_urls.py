from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read import urls

STORY = "https://example.com/2026/acme-raises"


@pytest.mark.parametrize(
    "variant",
    [
        "https://example.com/2026/acme-raises/",
        "http://example.com/2026/acme-raises",
        "HTTP://WWW.Example.COM:80/2026/acme-raises",
        "https://example.com:443/2026/acme-raises#comments",
        "https://example.com/2026/acme-raises?utm_source=x&utm_medium=rss",
        "https://example.com/2026/acme-raises?f=rss",
        "https://example.com/2026/acme-raises?from=timeline&isappinstalled=0",
        "https://example.com/2026/acme-raises?spm=a1.b2&fbclid=9",
        "https://example.com/2026/acme-raises/amp",
        "https://example.com/2026/acme-raises/amp/",
        "https://example.com/2026/acme-raises.amp",
        "https://example.com/amp/2026/acme-raises",
        "https://amp.example.com/2026/acme-raises",
        "https://m.example.com/2026/acme-raises",
        "https://example.com/2026/acme-raises?amp=1",
        "https://example.com/2026/acme-raises?outputType=amp",
        "https://www.google.com/amp/s/www.example.com/2026/acme-raises/amp/",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/2026/acme-raises",
        "https://example.com/2026/acme-raises/index.html",
        "https://example.com/2026//acme-raises",
        "https://example.com/2026/x/../acme-raises",
        "https://example.com/2026/%61cme-raises",
        "https://example.com./2026/acme-raises",
        "https://reader:secret@example.com/2026/acme-raises",
        "https://example.com/2026/acme-raises;jsessionid=1F",
        "//example.com/2026/acme-raises",
        "example.com/2026/acme-raises",
        " https://example.com/2026/acme-raises\n",
    ],
)
def test_copies_of_one_article_meet(variant: str) -> None:
    assert urls.canonical(variant) == STORY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/?p=1", "https://example.com/?p=2"),
        ("https://example.com/read?cid=1", "https://example.com/read?cid=2"),
        ("https://example.com/read?uid=1", "https://example.com/read?uid=2"),
        ("https://example.com/read?from=1", "https://example.com/read?from=2"),
        ("https://example.com/read?source=12", "https://example.com/read?source=13"),
        ("https://example.com/#!/story/1", "https://example.com/#!/story/2"),
        ("https://example.com/a%2Fb", "https://example.com/a/b"),
        ("https://example.com/A", "https://example.com/a"),
        ("https://example.com/amp", "https://example.com/"),
        ("https://news.example.com/a", "https://example.com/a"),
        ("https://example.com:8080/a", "https://example.com/a"),
        ("https://example.com/a?q=1+1", "https://example.com/a?q=1%2B1"),
    ],
)
def test_different_articles_stay_apart(one: str, other: str) -> None:
    assert urls.canonical(one) != urls.canonical(other)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert urls.canonical("https://example.com/a?b=2&a=1") == urls.canonical("https://example.com/a?a=1&b=2")


def test_international_names_and_paths_are_spelled_in_ascii() -> None:
    assert urls.canonical("https://www.bücher.example/路") == "https://xn--bcher-kva.example/%E8%B7%AF"
    assert urls.canonical("https://example.com/%e8%b7%af") == "https://example.com/%E8%B7%AF"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "mailto:a@example.com",
        "javascript:alert(1)",
        "ftp://example.com/a",
        "http://",
        "http://[bad/",
        "urn:x:1",
        "a b",
        "/a",
    ],
)
def test_what_is_no_web_address_is_none(value: str) -> None:
    assert urls.canonical(value) is None


def test_an_overlong_address_is_none() -> None:
    assert urls.canonical("https://example.com/" + "a" * 5000) is None


def test_host() -> None:
    assert urls.host("https://www.example.com/a") == "example.com"
    assert urls.host("nothing at all") is None


pieces = st.sampled_from(
    [
        "amp",
        "index.html",
        "a",
        "..",
        ".",
        "",
        "%",
        "%2e",
        "%61",
        "é",
        "路",
        "a.amp",
        "amp.html",
        "x;jsessionid=1",
        ":",
        "https:",
        "?",
        "#",
        "#!",
    ]
)
hosts = st.sampled_from(
    [
        "example.com",
        "www.example.com",
        "m.amp.www.example.co.uk",
        "amp.com",
        "例.com",
        "a_b.com",
        "1.2.3.4",
        "[::1]",
        "a..b",
        "%41.com",
    ]
)
queries = st.lists(
    st.sampled_from(["utm_a=1", "id=1", "amp", "b=%zz", "c=é", "=", "f=rss", "d=a b", "%66=rss", "e=1;2"])
).map("&".join)


@given(st.sampled_from(["http://", "https://", "//", ""]), hosts, st.lists(pieces).map("/".join), queries)
def test_canonical_twice_is_canonical_once(scheme: str, host: str, path: str, query: str) -> None:
    once = urls.canonical(f"{scheme}{host}/{path}?{query}")
    assert once is None or urls.canonical(once) == once


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    once = urls.canonical(f"https://example.com/{text}")
    assert once is None or urls.canonical(once) == once
    urls.canonical(text)
