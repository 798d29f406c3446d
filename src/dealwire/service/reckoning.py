"""What is reckoned over all deals for pages: the queue of editors, the records of sources. Large stores: elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dealwire import app
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.lists import DealQuery, Listed
from dealwire.service import queue
from dealwire.service.beside import WAIT
from dealwire.service.elsewhere import elsewhere
from dealwire.service.ledger import Ledger, ledger

T = TypeVar("T")

FEW = 5000
"""Deals up to which it is done in this process, in about a second."""
BRIEF = 0.1
"""Seconds that one waits for more than that: it takes longer than anyone should wait for a page."""


def queue_of(store: Listed, knowledge: Callable[[], Knowledge], url: str, aliases: str) -> list[queue.Item]:
    """Return what is worth a decision: see `dealwire.service.queue.queue`."""
    return elsewhere(_queue, url, aliases) if _many(store) else queue.queue(store, knowledge())


def ledger_of(store: Listed, url: str, aliases: str) -> Ledger:
    """Return what every source told: see `dealwire.service.ledger.ledger`."""
    return elsewhere(_ledger, url, aliases) if _many(store) else ledger(store)


def wait_for(deals: int) -> float:
    """Return how long, in seconds, one waits for the first that is reckoned over so many deals."""
    return WAIT if deals <= FEW else BRIEF


def _many(store: Listed) -> bool:
    return sum(cell.count for cell in store.deal_cells(DealQuery())) > FEW


def _queue(url: str, aliases: str) -> list[queue.Item]:
    store = app.open_store(url, make=False)
    try:
        return queue.queue(store, app.knowledge(aliases))
    finally:
        store.close()


def _ledger(url: str, _: str) -> Ledger:
    store = app.open_store(url, make=False)
    try:
        return ledger(store)
    finally:
        store.close()
