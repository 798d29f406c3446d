"""Reading documents again: which were read by an older reader, and what was made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy import bindparam, delete, func, select, tuple_, update

from dealwire.model import Article, Document
from dealwire.stores import schema
from dealwire.stores.database import KEYS
from dealwire.stores.facts import BODIES, Facts, article_of, columns_of
from dealwire.stores.types import Instant

BEGINNING = datetime.min.replace(tzinfo=UTC)
NEVER_READ = -1

_documents = schema.documents.c
_sightings = schema.sightings.c
_place = tuple_(_documents.reader, _documents.fetched_at, _documents.digest)
_last = tuple_(bindparam("last_reader"), bindparam("last_at", type_=Instant), bindparam("last_digest"))
_asked = (_documents.reader < bindparam("before"), _documents.fetched_at >= bindparam("since", type_=Instant))
_whole = select(schema.sightings, schema.contents.c.content).join(
    schema.contents, schema.contents.c.version == _sightings.version
)

READ_BEFORE = (
    select(*columns_of(schema.documents, Document), _documents.reader)
    .where(*_asked, _place > _last)
    .order_by(_documents.reader, _documents.fetched_at, _documents.digest)
    .limit(BODIES)
)
COUNT = select(func.count()).select_from(schema.documents).where(*_asked)
NOTE = update(schema.documents).where(_documents.digest.in_(KEYS)).values(reader=bindparam("version"))
FORGET = (
    update(schema.documents)
    .where(_documents.reader > 0, _documents.fetched_at >= bindparam("since", type_=Instant))
    .values(reader=0)
)
OF_DOCUMENTS = _whole.where(_sightings.document.in_(KEYS)).order_by(_sightings.document, _sightings.part)
UNDER = _whole.where(_sightings.key.in_(KEYS)).order_by(_sightings.key, _sightings.document, _sightings.part)
DROP = delete(schema.sightings).where(_sightings.document.in_(KEYS))


class Rereading(Facts):
    """What reading again needs of a store: see `dealwire.ports.rereading.RereadingStore`."""

    def documents_read_before(self, reader: int, since: datetime | None = None) -> Iterator[Document]:
        """See `RereadingStore.documents_read_before`."""
        asked = {"before": reader, "since": since or BEGINNING}
        place: dict[str, object] = {"last_reader": NEVER_READ, "last_at": BEGINNING, "last_digest": ""}
        while rows := self._db.rows(READ_BEFORE, **asked, **place):
            yield from (Document(*row[:-1]) for row in rows)
            last = rows[-1]
            place = {"last_reader": last.reader, "last_at": last.fetched_at, "last_digest": last.digest}

    def count_read_before(self, reader: int, since: datetime | None = None) -> int:
        """See `RereadingStore.count_read_before`."""
        return int(self._db.rows(COUNT, before=reader, since=since or BEGINNING)[0][0])

    def note_reader(self, documents: Iterable[str], reader: int) -> None:
        """See `RereadingStore.note_reader`."""
        with self._db.writing():
            self._db.run_in(NOTE, documents, version=reader)

    def forget_readers(self, since: datetime | None = None) -> None:
        """See `RereadingStore.forget_readers`."""
        with self._db.writing():
            self._db.run(FORGET, since=since or BEGINNING)

    def sightings(self, documents: Iterable[str]) -> dict[str, list[Article]]:
        """See `RereadingStore.sightings`."""
        found: dict[str, list[Article]] = defaultdict(list)
        for row in self._db.rows_in(OF_DOCUMENTS, documents):
            found[row.document].append(article_of(row))
        return dict(found)

    def sightings_under(self, keys: Iterable[str]) -> dict[str, list[Article]]:
        """See `RereadingStore.sightings_under`."""
        found: dict[str, list[Article]] = defaultdict(list)
        for row in self._db.rows_in(UNDER, keys):
            found[row.key].append(article_of(row))
        return dict(found)

    def replace_sightings(self, documents: Iterable[str], articles: Iterable[Article]) -> None:
        """See `RereadingStore.replace_sightings`."""
        with self._db.writing():
            self._db.run_in(DROP, documents)
            self.add_articles(articles)
