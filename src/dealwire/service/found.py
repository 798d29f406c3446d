"""What a search finds, without drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.names import fold
from dealwire.lists import Listed
from dealwire.ports import DealRow, Hit
from dealwire.service.public import named_in_public, published
from dealwire.service.query import deal_record


def found(store: Listed, words: str, limit: int, what: str | None = None) -> list[Hit]:
    """Return what words find, best first, with `what` of one sort; what is not published is left out."""
    hits = store.search(words, limit, what)
    drafts = store.drafts(hit.id for hit in hits if hit.what == "article")
    deals = {hit.id: row for hit in hits if hit.what == "deal" and (row := store.deal(hit.id))}
    shown = {row.deal.id: row for row in published(store, deals.values())}

    def public(hit: Hit) -> Iterator[Hit]:
        match hit.what:
            case "deal":
                if row := shown.get(hit.id):
                    whole = len(row.deal.articles) == len(deals[hit.id].deal.articles)
                    yield from (hit,) if whole else _retold(hit, row, words)
            case "article":
                if hit.id not in drafts:
                    yield hit
            case _:
                if named_in_public(store, hit.id):
                    yield hit

    return [one for hit in hits for one in public(hit)]


def _retold(hit: Hit, row: DealRow, words: str) -> Iterator[Hit]:
    """Yield a hit on a deal of which drafts tell a part, if what is published has the words too."""
    told = " · ".join((row.deal.company, *(backer["name"] for backer in deal_record(row)["investors"])))
    if all(fold(word) in fold(told) for word in words.replace('"', " ").split()):
        yield replace(hit, snippet=told)
