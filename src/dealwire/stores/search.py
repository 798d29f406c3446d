"""Search: what can be found, kept in step with the views; how words are matched is the backend's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from dealwire.model import Article
from dealwire.ports import Hit
from dealwire.stores import schema
from dealwire.stores.database import CHUNK, KEYS, Part, batches

_entries = schema.entries.c

SORTS = ("article", "deal", "organisation")
"""What can be found. Each sort has a range of ids, so that the index gives one sort's newest without the others."""

RANGE = 1 << 40
LAST = select(func.max(_entries.id)).where(_entries.id.between(bindparam("first"), bindparam("last")))
THERE = select(schema.entries).where(_entries.what == bindparam("kind"), _entries.ref.in_(KEYS))
DROP = delete(schema.entries).where(_entries.id.in_(KEYS))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found: its id, title and text; an article gives its version in place of the text."""

    ref: str
    title: str
    text: str | None = None
    version: str | None = None


class Search(Part):
    """The index of a store."""

    def index(self, articles: Iterable[Article], gone: Iterable[str] = ()) -> None:
        """See `Store.index`."""
        with self._db.writing():
            self.replace("article", gone, [])
            for batch in batches(articles, CHUNK):
                contents = {article.version: article.content for article in batch}
                self._db.add(schema.contents, [{"version": v, "content": c} for v, c in sorted(contents.items())])
                self.replace("article", (), [Entry(a.key, a.title, version=a.version) for a in batch])

    def replace(self, what: str, refs: Iterable[str], entries: Sequence[Entry]) -> None:
        """Put entries of one sort in place of those that are there under `refs` or under the same ids."""
        new = {entry.ref: entry for entry in entries}
        there = {
            row.id: Entry(row.ref, row.title, row.text, row.version)
            for row in self._db.rows_in(THERE, new.keys() | set(refs), kind=what)
        }
        same = {entry.ref for entry in there.values() if new.get(entry.ref) == entry}
        stale = sorted(id_ for id_, entry in there.items() if entry.ref not in same)
        if stale:
            with self._db.translated():
                self._db.backend.unindex(self._db.connection, stale)
            self._db.run_in(DROP, stale)
        fresh = [new[ref] for ref in sorted(new.keys() - same)]
        if fresh:
            first, last = ids_of(what)
            ((highest,),) = self._db.rows(LAST, first=first, last=last)
            ids = range(highest + 1 if highest is not None else first, last)[: len(fresh)]
            self._db.insert(schema.entries, [_row(id_, what, entry) for id_, entry in zip(ids, fresh, strict=True)])
            with self._db.translated():
                self._db.backend.index(self._db.connection, list(ids))

    def search(self, query: str, limit: int = 20, what: str | None = None) -> list[Hit]:
        """See `Store.search`."""
        with self._db.translated():
            found = [
                Hit(*hit)
                for sort in (SORTS if what is None else (what,))
                for hit in self._db.backend.match(self._db.connection, query, limit, ids_of(sort))
            ]
        return sorted(found, key=lambda hit: (-hit.score, hit.what, hit.id))[:limit]


def ids_of(what: str) -> tuple[int, int]:
    """Return the first and the last id that entries of a sort have."""
    first = SORTS.index(what) * RANGE + 1
    return first, first + RANGE - 1


def _row(id_: int, what: str, entry: Entry) -> dict[str, Any]:
    content = {"title": entry.title, "text": entry.text, "version": entry.version}
    return {"id": id_, "what": what, "ref": entry.ref, **content}
