from __future__ import annotations

import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.intake import websub
from dealwire.core.intake.websub import Offer, offered, signed
from dealwire.model.websub import Stand, Subscription

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
FEED = "http://a.example/feed"
HUB = "https://hub.example/"
ONE = websub.wanted("local", Offer(HUB, FEED), "token", "secret", NOW)

ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom">{}<entry><link rel="hub" href="https://evil.example/"/></entry></feed>'
)
RSS = '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel>{}<item><title>x</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("headers", "body", "found"),
    [
        ((), ATOM.format(f'<link rel="hub" href="{HUB}"/>'), Offer(HUB, FEED)),
        ((), ATOM.format(f'<link rel="hub" href="{HUB}"/><link rel="self" href="/f"/>'), Offer(HUB, "http://a.example/f")),
        ((), RSS.format(f'<link>http://a.example</link><a:link rel="self hub" href="{HUB}"/>'), Offer(HUB, HUB)),
        ((), RSS.format('<a:link rel="hub" href="/hub"/>'), Offer("http://a.example/hub", FEED)),
        ((f'<{HUB}>; rel="hub"',), "", Offer(HUB, FEED)),
        ((f'<http://a.example/self>; rel=self, <{HUB}>; title="x"; rel="other hub"',), "", Offer(HUB, "http://a.example/self")),
        ((f'<{HUB}>; rel="hub"',), ATOM.format('<link rel="hub" href="http://b.example/"/>'), Offer(HUB, FEED)),
        ((), f'{{"hubs": [{{"type": "WebSub", "url": "{HUB}"}}], "feed_url": "http://a.example/j"}}', Offer(HUB, "http://a.example/j")),
        ((), ATOM.format(""), None),
        ((), ATOM.format('<link rel="hub" href="javascript:1"/>'), None),
        ((), ATOM.format('<link rel="hub" href="http://["/>'), None),
        (("nonsense",), "<rss", None),
        ((), '{"hubs": 3}', None),
        ((), "", None),
    ],
)  # fmt: skip
def test_the_hub_that_a_feed_names(headers: tuple[str, ...], body: str, found: Offer | None) -> None:
    assert offered(headers, body.encode(), FEED) == found


@given(st.lists(st.text(max_size=300), max_size=3), st.binary(max_size=300))
def test_whatever_a_feed_says_nothing_fails(headers: list[str], body: bytes) -> None:
    for content in (body, b"<feed>" + body, b'{"hubs":' + body):
        found = offered(headers, content, FEED)
        assert found is None or found.hub.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_a_push_is_its_hubs_if_it_is_signed_with_the_secret(method: str) -> None:
    right = hmac.new(b"secret", b"body", method).hexdigest()
    assert signed("secret", b"body", f"{method}={right}")
    assert signed("secret", b"body", f"{method.upper()}={right.upper()}")
    assert not signed("secret", b"body!", f"{method}={right}")
    assert not signed("another", b"body", f"{method}={right}")
    assert not signed("secret", b"body", f"{method}={right[:-1]}")


@given(st.text(max_size=200))
def test_nothing_else_is_a_signature(header: str) -> None:
    assert not signed("secret", b"body", header)
    assert not signed("secret", b"body", f"md5={hmac.new(b'secret', b'body', 'md5').hexdigest()}")


@given(st.none() | st.floats(min_value=0, max_value=1e11))
def test_a_verified_subscription_holds_for_its_lease_within_bounds_and_is_renewed_before_its_end(
    lease: float | None,
) -> None:
    one = websub.verified(ONE, lease, NOW)
    assert one.until
    assert websub.SHORTEST <= one.until - NOW <= websub.LONGEST
    assert NOW < one.due < one.until
    assert one.holds(NOW)
    assert not one.holds(one.until)


def test_a_hub_that_never_answers_is_asked_ever_less() -> None:
    one: Subscription | None = ONE
    waits = []
    for _ in range(8):
        assert one
        waits.append(((after := websub.asked(one, None, one.due)) or one).due - one.due)
        one = after
    assert waits[0] == timedelta(hours=1)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=1)
    assert one
    assert not one.holds(one.due)


def test_a_hub_is_told_a_few_times_that_a_subscription_is_wanted_no_more() -> None:
    one: Subscription | None = websub.leaving(websub.verified(ONE, 1e6, NOW), NOW)
    assert one
    assert one.stand is Stand.LEAVING
    assert not one.holds(NOW)
    for _ in range(websub.FAREWELLS):
        assert one
        one = websub.asked(one, "away", one.due)
    assert one is None


def test_a_hub_that_denied_is_asked_again_in_a_week() -> None:
    one = websub.denied(websub.verified(ONE, 1e6, NOW), "no such feed here", NOW)
    assert not one.holds(NOW)
    assert one.due == NOW + websub.DENIED_FOR
    assert "no such feed here" in (one.trouble or "")
    assert websub.verified(one, None, one.due).holds(one.due)
