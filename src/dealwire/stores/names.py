"""Views of names: who is mentioned where, which names are linked and why, and the organisations that come of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Text, bindparam, delete, func, literal, select, union, union_all

from dealwire.core.resolve.ids import once, organisation_id
from dealwire.model import Mention, NameLink, NamePair, Organisation, Report
from dealwire.stores import schema
from dealwire.stores.database import KEYS, AnyRow, Part
from dealwire.stores.parts import list_names
from dealwire.stores.search import Entry, Search
from dealwire.stores.types import Instant

_mentions = schema.mentions.c
_forms = schema.name_forms.c
_pairs = schema.pairs.c
_links = schema.name_links.c
_blocks = schema.name_blocks.c
_org_keys = schema.organisation_keys.c

OF_ARTICLE = (schema.reports, schema.mentions, schema.pairs)
HAS_VIEWS = union_all(*(select(literal(1)).where(t.c.article == bindparam("article")) for t in OF_ARTICLE)).limit(1)
WITH_VIEWS = union(*(select(table.c.article).where(table.c.article.in_(KEYS)) for table in OF_ARTICLE))
DROP_VIEWS = [delete(table).where(table.c.article == bindparam("article")) for table in OF_ARTICLE]
FORMS = (
    select(_forms.key, _forms.written, _forms.articles).where(_forms.key.in_(KEYS)).order_by(_forms.key, _forms.written)
)
FORMS_OF_ARTICLE = select(_mentions.key, _mentions.written).distinct().where(_mentions.article == bindparam("article"))
DROP_UNUSED = delete(schema.name_forms).where(_forms.key.in_(KEYS), _forms.articles <= 0)
MENTIONED = select(_mentions.key).distinct().where(_mentions.article.in_(KEYS))
MENTIONING = select(_mentions.article).distinct().where(_mentions.key.in_(KEYS))
SOME_MENTIONING = MENTIONING.limit(bindparam("limit"))
"""The first in the index, which is ordered by name, spelling and article."""
PAIRS = union(*(select(schema.pairs).where(side.in_(KEYS)) for side in (_pairs.a, _pairs.b)))
LINKS = union(*(select(schema.name_links).where(side.in_(KEYS)) for side in (_links.a, _links.b)))
KNOWN = select(schema.names.c.key).where(schema.names.c.key.in_(KEYS))
DROP_NAMES = [delete(table).where(table.c.key.in_(KEYS)) for table in (schema.names, schema.name_blocks)]
UNSURE = (
    select(schema.name_links)
    .where(_links.score < bindparam("below"))
    .order_by(_links.score, _links.a, _links.b, _links.rule)
    .limit(bindparam("limit"))
)
DROP_LINKS = [delete(schema.name_links).where(side.in_(KEYS)) for side in (_links.a, _links.b)]
ORGANISATIONS = (
    select(_org_keys.key, schema.organisations.c.organisation)
    .join(schema.organisations, schema.organisations.c.id == _org_keys.organisation)
    .where(_org_keys.key.in_(KEYS))
)
_once = select(_org_keys.organisation).where(_org_keys.once == bindparam("id"))
ORGANISATION = select(schema.organisations.c.organisation).where(
    schema.organisations.c.id.in_(union_all(select(bindparam("id", type_=Text)), _once))
)
HOLDERS = select(_org_keys.organisation).distinct().where(_org_keys.key.in_(KEYS))
DROP_ORGANISATIONS = delete(schema.organisations).where(schema.organisations.c.id.in_(KEYS))

_countries = schema.organisation_countries.c
COUNTRY_COLUMNS = ("key", "country", "article", "at")
TELL_COUNTRIES = select(_countries.article).distinct().where(_countries.article.in_(KEYS))
DROP_COUNTRIES = delete(schema.organisation_countries).where(_countries.article.in_(KEYS))
COUNTRIES = (
    select(_countries.key, _countries.country, func.count())
    .where(_countries.key.in_(KEYS))
    .group_by(_countries.key, _countries.country)
)
COUNTRIES_BY = COUNTRIES.where(_countries.at <= bindparam("as_of", type_=Instant))
OF_COUNTRY = (
    select(_countries.article)
    .where(_countries.key.in_(KEYS), _countries.country == bindparam("country"))
    .order_by(_countries.key, _countries.article)
    .limit(bindparam("limit"))
)

_ranked = (
    select(
        _blocks.block,
        _blocks.key,
        func.row_number().over(partition_by=_blocks.block, order_by=_blocks.key).label("rank"),
    )
    .where(_blocks.block.in_(KEYS))
    .subquery()
)
IN_BLOCKS = (
    select(_ranked.c.block, _ranked.c.key)
    .where(_ranked.c.rank <= bindparam("limit"))
    .order_by(_ranked.c.block, _ranked.c.key)
)


class Names(Part):
    """The views of names and organisations of a store."""

    def replace_article_views(
        self,
        article: str,
        reports: Sequence[Report],
        mentions: Sequence[Mention],
        pairs: Sequence[tuple[str, str, NamePair]],
    ) -> None:
        """See `Store.replace_article_views`."""
        had: Sequence[AnyRow] = ()
        with self._db.writing():
            if self._db.rows(HAS_VIEWS, article=article):
                had = self._db.rows(FORMS_OF_ARTICLE, article=article)
                self._db.tally(schema.name_forms, _form_rows(had, -1))
                for statement in DROP_VIEWS:
                    self._db.run(statement, article=article)
            self._db.put(schema.reports, [{"id": r.id, "article": article, "report": r} for r in reports])
            self._db.insert(schema.mentions, [_mention_row(article, mention) for mention in dict.fromkeys(mentions)])
            self._db.tally(schema.name_forms, _form_rows({(m.key, m.written) for m in mentions}, 1))
            if had:
                self._db.run_in(DROP_UNUSED, (key for key, _ in had))
            self._db.insert(
                schema.pairs,
                [{"article": article, "a": a, "b": b, "pair": pair} for a, b, pair in dict.fromkeys(pairs)],
            )

    def replace_countries(self, told: Mapping[str, tuple[datetime, Iterable[tuple[str, str]]]]) -> None:
        """See `Store.replace_countries`."""
        rows = sorted({(key, country, article, at) for article, (at, its) in told.items() for key, country in its})
        with self._db.writing():
            self._db.run_in(DROP_COUNTRIES, self._told_of_countries(told))
            self._db.add(schema.organisation_countries, [dict(zip(COUNTRY_COLUMNS, row, strict=True)) for row in rows])

    def _told_of_countries(self, articles: Iterable[str]) -> list[str]:
        return [article for (article,) in self._db.rows_in(TELL_COUNTRIES, articles)]

    def countries(self, keys: Iterable[str], as_of: datetime | None = None) -> dict[str, dict[str, int]]:
        """See `Store.countries`."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        rows = self._db.rows_in(COUNTRIES, keys) if as_of is None else self._db.rows_in(COUNTRIES_BY, keys, as_of=as_of)
        for key, country, articles in rows:
            found[key][country] = articles
        return dict(found)

    def articles_telling_country(self, keys: Iterable[str], country: str, limit: int) -> list[str]:
        """See `Store.articles_telling_country`."""
        told = self._db.rows_in(OF_COUNTRY, keys, country=country, limit=limit)
        return sorted({article for (article,) in told})[:limit]

    def articles_with_views(self, articles: Iterable[str]) -> set[str]:
        """See `Store.articles_with_views`."""
        return {article for (article,) in self._db.rows_in(WITH_VIEWS, articles)}

    def mentions(self, keys: Iterable[str]) -> dict[str, dict[str, int]]:
        """See `Store.mentions`."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for key, written, articles in self._db.rows_in(FORMS, keys):
            found[key][written] = articles
        return dict(found)

    def mention_keys(self, articles: Iterable[str]) -> set[str]:
        """See `Store.mention_keys`."""
        return {key for (key,) in self._db.rows_in(MENTIONED, articles)}

    def articles_mentioning(self, keys: Iterable[str], limit: int | None = None) -> list[str]:
        """See `Store.articles_mentioning`."""
        if limit is None:
            return sorted({article for (article,) in self._db.rows_in(MENTIONING, keys)})
        return sorted({article for (article,) in self._db.rows_in(SOME_MENTIONING, keys, limit=limit)})[:limit]

    def pairs(self, keys: Iterable[str]) -> list[tuple[str, str, NamePair]]:
        """See `Store.pairs`. They come by folded names, then by article and place."""
        rows = sorted({tuple(row) for row in self._db.rows_in(PAIRS, keys)}, key=_pair_order)
        return [(a, b, pair) for _, a, b, pair in rows]

    def add_names(self, blocks: Mapping[str, Iterable[str]]) -> None:
        """See `Store.add_names`."""
        with self._db.writing():
            self._db.add(schema.names, [{"key": key} for key in sorted(blocks)])
            rows = sorted({(block, key) for key, its in blocks.items() for block in its})
            self._db.add(schema.name_blocks, [{"block": block, "key": key} for block, key in rows])

    def drop_names(self, keys: Iterable[str]) -> None:
        """See `Store.drop_names`."""
        keys = set(keys)
        with self._db.writing():
            for statement in chain(DROP_NAMES, DROP_LINKS):
                self._db.run_in(statement, keys)

    def known_names(self, keys: Iterable[str]) -> set[str]:
        """See `Store.known_names`."""
        return {key for (key,) in self._db.rows_in(KNOWN, keys)}

    def names_in_blocks(self, blocks: Iterable[str], limit: int = 500) -> dict[str, list[str]]:
        """See `Store.names_in_blocks`."""
        found: dict[str, list[str]] = defaultdict(list)
        for block, key in self._db.rows_in(IN_BLOCKS, blocks, limit=limit):
            found[block].append(key)
        return dict(found)

    def name_links(self, keys: Iterable[str]) -> list[NameLink]:
        """See `Store.name_links`."""
        rows = {tuple(row) for row in self._db.rows_in(LINKS, keys)}
        return [NameLink(*row) for row in sorted(rows)]

    def unsure_name_links(self, below: float, limit: int) -> list[NameLink]:
        """See `Store.unsure_name_links`."""
        return [NameLink(*row) for row in self._db.rows(UNSURE, below=below, limit=limit)]

    def add_name_links(self, links: Iterable[NameLink]) -> None:
        """See `Store.add_name_links`."""
        with self._db.writing():
            self._db.put(schema.name_links, [_link_row(link) for link in links])

    def drop_name_links(self, keys: Iterable[str]) -> None:
        """See `Store.drop_name_links`."""
        keys = set(keys)
        with self._db.writing():
            for statement in DROP_LINKS:
                self._db.run_in(statement, keys)

    def replace_organisations(self, keys: Iterable[str], organisations: Sequence[Organisation]) -> None:
        """See `Store.replace_organisations`. What holds a key of the new ones goes too."""
        keys = set(keys).union(*(organisation.keys for organisation in organisations))
        with self._db.writing():
            new = {organisation.id: organisation for organisation in organisations}
            old = {id_ for (id_,) in self._db.rows_in(HOLDERS, keys)}
            self._db.run_in(DROP_ORGANISATIONS, old | new.keys())
            self._db.add(schema.organisations, [{"id": id_, "organisation": o} for id_, o in sorted(new.items())])
            rows = sorted({(key, o.id) for o in new.values() for key in o.keys})
            held = [{"key": key, "organisation": id_, "once": once(organisation_id(key), id_)} for key, id_ in rows]
            self._db.add(schema.organisation_keys, held)
            list_names(self._db, (key for key, _ in rows))
            entries = [Entry(o.id, o.name, " · ".join(o.names)) for o in new.values()]
            Search(self._db).replace("organisation", old, entries)

    def organisations(self, keys: Iterable[str]) -> dict[str, Organisation]:
        """See `Store.organisations`."""
        return {row.key: row.organisation for row in self._db.rows_in(ORGANISATIONS, keys)}

    def organisation(self, id_: str) -> Organisation | None:
        """See `Store.organisation`. An id that it has had finds it too."""
        found: list[Organisation] = [organisation for (organisation,) in self._db.rows(ORGANISATION, id=id_)]
        return found[0] if found else None


def _mention_row(article: str, mention: Mention) -> dict[str, Any]:
    return {
        "article": article,
        "written": mention.written,
        "key": mention.key,
        "report": mention.report,
        "role": mention.role,
    }


def _form_rows(forms: Iterable[Any], articles: int) -> list[dict[str, Any]]:
    """Return rows that add so many articles to those that use some forms (key, written)."""
    return [{"key": key, "written": written, "articles": articles} for key, written in sorted(map(tuple, forms))]


def _link_row(link: NameLink) -> dict[str, Any]:
    a, b = sorted((link.a, link.b))
    return {"a": a, "b": b, "rule": link.rule, "score": link.score, "why": link.why}


def _pair_order(row: tuple[Any, ...]) -> tuple[Any, ...]:
    article, a, b, pair = row
    return a, b, article, *((side.start, side.end, side.value) for side in (pair.name, pair.other))
