"""Facts: documents, claims, judgements, what could not be used; and the articles that documents were read to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, Select, Table, bindparam, cast, func, select

from dealwire.core.resolve.judgements import effective
from dealwire.model import Article, Claim, Document, Judgement, Provider, Rejected, Verdict
from dealwire.stores import schema
from dealwire.stores.database import CHUNK, KEYS, AnyRow, Database, Part, batches
from dealwire.stores.types import Instant

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

BODIES = 32
"""How many documents are held at a time while they are streamed."""

_documents = schema.documents.c
_sightings = schema.sightings.c


def columns_of(table: Table, fact: type[DataclassInstance]) -> list[Column[Any]]:
    """Return a table's columns in the order of the dataclass that its rows are."""
    return [table.c[field.name] for field in fields(fact)]


def _row(fact: DataclassInstance) -> dict[str, Any]:
    """Return a dataclass as a row of the table with the same names."""
    return {field.name: getattr(fact, field.name) for field in fields(fact)}


SEEN = (
    select(_documents.digest, func.count(_sightings.part))
    .outerjoin(schema.sightings, _sightings.document == _documents.digest)
    .where(_documents.digest.in_(KEYS))
    .group_by(_documents.digest)
)
DOCUMENT = select(*columns_of(schema.documents, Document)).where(_documents.digest == bindparam("digest"))
DOCUMENTS = (
    select(*columns_of(schema.documents, Document))
    .where(_documents.media_type == bindparam("media_type"), _documents.digest > bindparam("after"))
    .order_by(_documents.digest)
    .limit(BODIES)
)
BY_KEY = select(_sightings.key, _sightings.key).distinct().where(_sightings.key.in_(KEYS))
BY_REF = select(_sightings.ref, _sightings.key).distinct().where(_sightings.ref.in_(KEYS))
BY_URL = select(_sightings.url, _sightings.key).distinct().where(_sightings.url.in_(KEYS))
RECORDS = (
    select(_sightings.record, _sightings.key).distinct().where(_sightings.record.in_(KEYS)).order_by(_sightings.key)
)
VERSIONS = select(_sightings.key, _sightings.version).distinct().where(_sightings.key.in_(KEYS))
CLAIMS = (
    select(*columns_of(schema.claims, Claim))
    .where(
        schema.claims.c.article.in_(KEYS),
        schema.claims.c.extractor_version == bindparam("extractor_version"),
    )
    .order_by(*(schema.claims.c[name] for name in ("article", "subject", "field", "start", "end", "extractor")))
)
CLAIMS_OF_A_SORT = CLAIMS.where(schema.claims.c.subject.between(bindparam("first"), bindparam("last")))
JUDGEMENTS = select(*columns_of(schema.judgements, Judgement)).order_by(schema.judgements.c.at, schema.judgements.c.id)
PUBLICATION = JUDGEMENTS.where(schema.judgements.c.about == "publication")
REJECTIONS = select(schema.rejected).order_by(
    schema.rejected.c.at.desc(), schema.rejected.c.stage, schema.rejected.c.id
)

_known_by = func.coalesce(_sightings.published, _sightings.fetched_at) <= bindparam("as_of", type_=Instant)


def _current(sightings: Select[Any]) -> Select[Any]:
    """Select the current version of each article among some sightings, by key: see `Store.articles`."""
    among = sightings.add_columns(
        func.min(_sightings.fetched_at).over(partition_by=[_sightings.key, _sightings.version]).label("first_seen"),
        func.min(func.nullif(_sightings.record, "")).over(partition_by=_sightings.key).label("tie"),
        func.min(cast(_sightings.draft, Integer)).over(partition_by=_sightings.key).label("all_draft"),
    ).subquery()
    order = (among.c.excerpt, among.c.first_seen.desc(), among.c.version.desc(), among.c.document, among.c.part)
    ranked = select(among, func.row_number().over(partition_by=among.c.key, order_by=order).label("rank")).subquery()
    return (
        select(ranked, schema.contents.c.content)
        .join(schema.contents, schema.contents.c.version == ranked.c.version)
        .where(ranked.c.rank == 1)
        .order_by(ranked.c.key)
    )


def _keys_after(sightings: Select[Any]) -> Select[Any]:
    """Select the next keys among some sightings."""
    return (
        sightings.with_only_columns(_sightings.key)
        .distinct()
        .where(_sightings.key > bindparam("after"))
        .order_by(_sightings.key)
        .limit(CHUNK)
    )


ALL = select(schema.sightings)
KNOWN = ALL.where(_known_by)
CURRENT = _current(ALL.where(_sightings.key.in_(KEYS)))
CURRENT_AS_OF = _current(KNOWN.where(_sightings.key.in_(KEYS)))
KEYS_AFTER = _keys_after(ALL)
KEYS_AFTER_AS_OF = _keys_after(KNOWN)


class Facts(Part):
    """The facts of a store."""

    def seen(self, digests: Iterable[str]) -> dict[str, int]:
        """See `Store.seen`."""
        return {row[0]: row[1] for row in self._db.rows_in(SEEN, digests)}

    def add_documents(self, documents: Iterable[Document], reader: int = 0) -> None:
        """See `Store.add_documents`."""
        with self._db.writing():
            for batch in batches(documents, BODIES):
                self._db.add(schema.documents, [{**_row(document), "reader": reader} for document in batch])

    def add_articles(self, articles: Iterable[Article]) -> None:
        """See `Store.add_articles`."""
        with self._db.writing():
            for batch in batches(articles, CHUNK):
                contents = {article.version: article.content for article in batch}
                self._db.add(schema.contents, [{"version": v, "content": c} for v, c in sorted(contents.items())])
                self._db.add(schema.sightings, [_sighting_row(article) for article in batch])

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """See `Store.add_claims`."""
        with self._db.writing():
            for batch in batches(claims, CHUNK):
                self._db.add(schema.claims, [_row(claim) for claim in batch])

    def add_judgement(self, judgement: Judgement) -> None:
        """See `Store.add_judgement`."""
        with self._db.writing():
            self._db.add(schema.judgements, [_row(judgement)])

    def add_rejected(self, rejected: Iterable[Rejected], at: datetime) -> None:
        """See `Store.add_rejected`."""
        rows = [{"stage": r.stage, "id": r.id, "reason": r.reason, "at": at} for r in rejected]
        with self._db.writing():
            self._db.add(schema.rejected, sorted(rows, key=itemgetter("stage", "id", "reason")))

    def document(self, digest: str) -> Document | None:
        """See `Store.document`."""
        rows = self._db.rows(DOCUMENT, digest=digest)
        return Document(*rows[0]) if rows else None

    def documents(self, media_type: str) -> Iterator[Document]:
        """See `Store.documents`."""
        after = ""
        while rows := self._db.rows(DOCUMENTS, media_type=media_type, after=after):
            yield from (Document(*row) for row in rows)
            after = rows[-1].digest

    def articles(self, keys: Iterable[str], as_of: datetime | None = None) -> dict[str, Article]:
        """See `Store.articles`."""
        current, moment = (CURRENT, {}) if as_of is None else (CURRENT_AS_OF, {"as_of": as_of})
        drafts = judged_drafts(self._db, as_of)
        return {row.key: article_of(row, drafts) for row in self._db.rows_in(current, keys, **moment)}

    def find_articles(self, refs: Iterable[str]) -> dict[str, str]:
        """See `Store.find_articles`. A key comes before a given id, that before a URL; of several keys the least."""
        wanted = set(refs)
        found: dict[str, str] = {}
        for statement in (BY_KEY, BY_REF, BY_URL):
            pairs = sorted(tuple(row) for row in self._db.rows_in(statement, wanted - found.keys()))
            for ref, key in pairs:
                found.setdefault(ref, key)
        return found

    def scan_articles(self, as_of: datetime | None = None) -> Iterator[Article]:
        """See `Store.scan_articles`. It goes page by page, so a writer may write in between."""
        keys_after, current = (KEYS_AFTER, CURRENT) if as_of is None else (KEYS_AFTER_AS_OF, CURRENT_AS_OF)
        moment = {} if as_of is None else {"as_of": as_of}
        drafts = judged_drafts(self._db, as_of)
        after = ""
        while keys := [key for (key,) in self._db.rows(keys_after, after=after, **moment)]:
            yield from (article_of(row, drafts) for row in self._db.rows_in(current, keys, **moment))
            after = keys[-1]

    def record_articles(self, records: Iterable[str]) -> dict[str, list[str]]:
        """See `Store.record_articles`."""
        found: dict[str, list[str]] = defaultdict(list)
        for record, key in self._db.rows_in(RECORDS, records):
            found[record].append(key)
        return dict(found)

    def versions(self, articles: Iterable[str]) -> dict[str, set[str]]:
        """See `Store.versions`."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, version in self._db.rows_in(VERSIONS, articles):
            found[key].add(version)
        return dict(found)

    def claims(
        self, versions: Iterable[str], extractor_version: str, sort: str | None = None
    ) -> dict[str, list[Claim]]:
        """See `Store.claims`."""
        found: dict[str, list[Claim]] = defaultdict(list)
        wanted, bounds = (CLAIMS, {}) if sort is None else (CLAIMS_OF_A_SORT, {"first": f"{sort}:", "last": f"{sort};"})
        for row in self._db.rows_in(wanted, versions, extractor_version=extractor_version, **bounds):
            found[row.article].append(Claim(*row))
        return dict(found)

    def judgements(self) -> list[Judgement]:
        """See `Store.judgements`."""
        found = (Judgement(*row) for row in self._db.rows(JUDGEMENTS))
        return [replace(judgement, verdict=Verdict(judgement.verdict)) for judgement in found]

    def rejections(self) -> list[tuple[Rejected, datetime]]:
        """See `Store.rejections`."""
        return [(Rejected(row.stage, row.id, row.reason), row.at) for row in self._db.rows(REJECTIONS)]


def _sighting_row(article: Article) -> dict[str, Any]:
    return {
        "document": article.document,
        "part": article.part,
        "key": article.key,
        "version": article.version,
        "ref": article.ref,
        "title": article.title,
        "lang": article.lang,
        "fetched_at": article.fetched_at,
        "url": article.url,
        "link": article.link,
        "published": article.published,
        "provider_name": article.provider.name,
        "provider_domain": article.provider.domain,
        "authors": article.authors,
        "topics": article.topics,
        "draft": article.draft,
        "record": article.record,
        "quality": article.quality,
        "heat": article.heat,
        "excerpt": article.excerpt,
    }


def judged_drafts(database: Database, as_of: datetime | None = None) -> dict[str, bool]:
    """Return whether an article is a draft, for those (by key) of which a person said so."""
    rows = database.rows(PUBLICATION)
    judged = (replace(j, verdict=Verdict(j.verdict)) for j in (Judgement(*row) for row in rows))
    in_force = effective(j for j in judged if as_of is None or j.at <= as_of)
    return {j.a: j.verdict is Verdict.DRAFT for j in in_force}


def article_of(row: AnyRow, drafts: Mapping[str, bool] | None = None) -> Article:
    """Return a sighting as an article; with the drafts that people judged, as the one that speaks for its key."""
    if drafts is None:
        tie, draft = row.record, row.draft
    else:
        tie, draft = row.tie, drafts.get(row.key, bool(row.all_draft))
    return Article(
        key=row.key,
        ref=row.ref,
        version=row.version,
        title=row.title,
        text=row.content[len(row.title) + 1 :],
        lang=row.lang,
        document=row.document,
        part=row.part,
        fetched_at=row.fetched_at,
        url=row.url,
        link=row.link,
        published=row.published,
        provider=Provider(row.provider_name, row.provider_domain),
        authors=row.authors,
        topics=row.topics,
        draft=draft,
        record=tie,
        quality=row.quality,
        heat=row.heat,
        excerpt=bool(row.excerpt),
    )
