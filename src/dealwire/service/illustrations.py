"""Which cached picture an article has: its record names the address, the store what was had from there."""

from __future__ import annotations

from collections.abc import Iterable

from dealwire.core.read import HUB, TEXT
from dealwire.core.read.hub import hub_record
from dealwire.core.read.pictures import own_addresses
from dealwire.errors import InputError
from dealwire.model import Article
from dealwire.model.pictures import Cached
from dealwire.ports import Store

LOOKED_AT = 4
"""Articles of a story in whose records a picture is looked for: each record is read for it."""


def illustration(store: Store, articles: Iterable[Article]) -> Cached | None:
    """Return the first cached picture of some articles; only an article that has a record of its own can have one."""
    for article in [one for one in articles if one.part == 0][:LOOKED_AT]:
        document = store.document(article.document)
        if document is None or document.media_type not in (HUB, TEXT):
            continue
        try:
            urls = own_addresses(hub_record(document).front)
        except InputError:
            continue
        known = store.pictures(urls)
        for url in urls:
            if url in known and known[url].digest:
                return known[url]
    return None
