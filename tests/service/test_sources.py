from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dealwire.core.intake import websub
from dealwire.core.intake.websub import Offer
from dealwire.model.websub import Subscription
from dealwire.service.sources import health_rows
from tests.service.watching import START, Desk

OFFER = Offer("http://hub.example/", "http://a.example/feed")
ASKED = websub.wanted("local", OFFER, "t", "s", START)
HELD = websub.verified(ASKED, 86_400, START)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "store.db")
    desk.watch("http://a.example/feed")
    return desk


def test_a_source_without_a_hub_says_so(desk: Desk) -> None:
    (row,) = health_rows(desk.store, desk.store.news_sources(), START)
    assert (row["state"], row["hub"], row["push"], row["push_until"]) == ("new", None, None, None)


@pytest.mark.parametrize(
    ("one", "push"),
    [
        (ASKED, "asked"),
        (HELD, "subscribed"),
        (replace(HELD, delivers=True), "pushes"),
        (replace(HELD, until=START), "lapsed"),
        (websub.denied(ASKED, "no such topic", START), "denied"),
        (websub.leaving(HELD, START), None),
    ],
)
def test_how_a_subscription_stands_is_told(desk: Desk, one: Subscription, push: str | None) -> None:
    desk.store.put_subscription(one)
    (row,) = health_rows(desk.store, desk.store.news_sources(), START)
    assert (row["push"], row["hub"]) == (push, "http://hub.example/" if push else None)
    assert row["push_trouble"] == one.trouble
