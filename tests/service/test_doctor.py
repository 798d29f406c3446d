from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dealwire.app import knowledge
from dealwire.core.intake import websub
from dealwire.core.intake.websub import Offer
from dealwire.model.sources import Followup, Health
from dealwire.service import doctor
from tests.service.watching import START, Desk


def found(desk: Desk, what: str) -> tuple[bool, str]:
    (said,) = (
        (well, words) for name, well, words in doctor.checks(desk.store, knowledge("none"), desk.now) if name == what
    )
    return said


def put(desk: Desk, name: str, **health: object) -> Health:
    desk.watch(f"http://{name}.example/feed", name=name)
    held = desk.store.news_source(name)
    assert held
    changed = replace(held[1], **health)  # type: ignore[arg-type]
    desk.store.put_news_source(held[0], changed)
    return changed


def test_nothing_is_watched(desk: Desk) -> None:
    assert found(desk, "sources") == (True, "none is watched")
    assert found(desk, "watching") == (True, "nothing to watch")


def test_sources_that_fail_are_named(desk: Desk) -> None:
    put(desk, "well")
    put(desk, "once", failures=1, trouble="status 500")
    assert found(desk, "sources") == (True, "2 are watched, and 1 of them failed at the last visit")
    for n in range(6):
        put(desk, f"bad{n}", failures=5, trouble="no answer in time")
    put(desk, "gone", retired="the site says that it is gone (410)")
    well, words = found(desk, "sources")
    assert not well
    assert words.startswith("7 of 9 fail: bad0: no answer in time; bad1")
    assert words.endswith("; and 2 more (`dealwire source list`)")


def test_a_watch_that_does_not_run_is_noticed(desk: Desk) -> None:
    put(desk, "one", due=START + timedelta(minutes=30), tried=START)
    desk.store.add_followups(
        [Followup("http://one.example/1", "one", START), Followup("http://one.example/2", "one", START)]
    )
    assert found(desk, "watching") == (True, "2 pages wait to be fetched")
    desk.later(hours=1.4)
    assert found(desk, "watching")[0]
    desk.later(hours=1)
    well, words = found(desk, "watching")
    assert not well
    assert words.startswith(
        "1 sources are overdue, the last visit was at 2026-03-20 12:00 UTC: is `dealwire watch` running?"
    )


def test_hubs_that_push_are_counted(desk: Desk) -> None:
    put(desk, "one")
    asked = websub.wanted("one", Offer("http://hub.example/", "http://one.example/feed"), "t", "s", START)
    desk.store.put_subscription(asked)
    assert found(desk, "watching") == (True, "0 pages wait to be fetched")
    desk.store.put_subscription(websub.verified(asked, 86_400, START))
    assert found(desk, "watching") == (True, "0 pages wait to be fetched; hubs push 1 feeds")
    desk.later(days=2)
    assert "hubs" not in found(desk, "watching")[1]
