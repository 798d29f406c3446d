"""What a search finds, without drafts."""

from __future__ import annotations

from dealwire.lists import Listed
from dealwire.ports import Hit
from dealwire.service.public import named_in_public, published


def found(store: Listed, words: str, limit: int, what: str | None = None) -> list[Hit]:
    """Return what words find, best first, with `what` of one sort; what is not published is left out."""
    hits = store.search(words, limit, what)
    drafts = store.drafts(hit.id for hit in hits if hit.what == "article")
    deals = [row for hit in hits if hit.what == "deal" and (row := store.deal(hit.id))]
    shown = {row.deal.id for row in published(store, deals)}

    def public(hit: Hit) -> bool:
        match hit.what:
            case "deal":
                return hit.id in shown
            case "article":
                return hit.id not in drafts
            case _:
                return named_in_public(store, hit.id)

    return [hit for hit in hits if public(hit)]
