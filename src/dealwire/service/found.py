"""What a search finds, without drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dealwire.core.names import fold
from dealwire.lists import Listed
from dealwire.ports import DealRow, Hit
from dealwire.service.public import by_public_names, published
from dealwire.service.query import deal_record


def found(store: Listed, words: str, limit: int, what: str | None = None) -> list[Hit]:
    """Return what words find, best first, with `what` of one sort; what is not published is left out."""
    hits = store.search(words, limit, what)
    drafts = store.drafts(hit.id for hit in hits if hit.what == "article")
    deals = {row.deal.id: row for row in store.deals_named(hit.id for hit in hits if hit.what == "deal")}
    shown = {row.deal.id: row for row in published(store, deals.values())}

    def public(hit: Hit) -> Iterator[Hit]:
        match hit.what:
            case "deal":
                if row := shown.get(hit.id):
                    whole = len(row.deal.articles) == len(deals[hit.id].deal.articles)
                    yield from (hit,) if whole else _retold(hit, _names(row), words)
            case "article":
                if hit.id not in drafts:
                    yield hit
            case _:
                own = store.organisation(hit.id)
                known = by_public_names(store, own) if own else None
                if known is not None:
                    yield from (hit,) if known is own else _retold(replace(hit, title=known.name), known.names, words)

    return [one for hit in hits for one in public(hit)]


def _names(row: DealRow) -> list[str]:
    return [row.deal.company, *(backer["name"] for backer in deal_record(row)["investors"])]


def _retold(hit: Hit, names: Iterable[str], words: str) -> Iterator[Hit]:
    """Yield a hit on a thing of which drafts tell a part, if what is published has the words too."""
    told = " · ".join(names)
    if all(fold(word) in fold(told) for word in words.replace('"', " ").split()):
        yield replace(hit, snippet=told)
