"""The board of headlines (`dealwire.core.resolve.story_board`): where each lies, and which are nearest to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Text, and_, bindparam, delete, func, select

from dealwire.core.resolve import story_groups
from dealwire.core.resolve.story_board import lies_in
from dealwire.core.resolve.story_groups import Headline, Near
from dealwire.stores import schema
from dealwire.stores.database import KEYS, Elements, Part

_heads = schema.headlines.c
_lying = schema.headline_buckets.c
_near = schema.nearest_headlines.c
_other = schema.headlines.alias("other")

HEADLINES = select(_heads.article, _heads.minute, _heads.terms, _heads.companies).where(_heads.article.in_(KEYS))
NUMBERS = select(_heads.article, _heads.number).where(_heads.article.in_(KEYS))
DROP = delete(schema.headlines).where(_heads.number.in_(KEYS))
DROP_LYING = delete(schema.headline_buckets).where(
    _lying.bucket == bindparam("in_bucket"), _lying.number == bindparam("of")
)
NEAREST = (
    select(_heads.article, _other.c.article.label("other"), _near.score)
    .select_from(schema.headlines)
    .join(schema.nearest_headlines, _near.number == _heads.number)
    .join(_other, _other.c.number == _near.near)
    .where(_heads.article.in_(KEYS))
)
FARTHEST = (
    select(_heads.article, func.min(_near.score).label("score"))
    .select_from(schema.headlines)
    .join(schema.nearest_headlines, _near.number == _heads.number)
    .where(_heads.article.in_(KEYS))
    .group_by(_heads.article)
    .having(func.count() >= story_groups.NEAREST)
)
NEAREST_TO = (
    select(_heads.article, _other.c.article.label("other"))
    .select_from(schema.headlines)
    .join(schema.nearest_headlines, _near.near == _heads.number)
    .join(_other, _other.c.number == _near.number)
    .where(_heads.article.in_(KEYS))
)
DROP_NEAREST = delete(schema.nearest_headlines).where(_near.number.in_(KEYS))
DROP_NEAREST_TO = delete(schema.nearest_headlines).where(_near.near.in_(KEYS))

_asked = Elements(bindparam("keys", type_=Text)).table_valued("value", name="asked")
_first = schema.headline_buckets.alias("first_few")
LYING = (
    select(_asked.c.value, _heads.article, _lying.weight)
    .select_from(_asked)
    .join(
        schema.headline_buckets,
        and_(
            _lying.bucket == _asked.c.value,
            _lying.number.in_(
                select(_first.c.number)
                .where(_first.c.bucket == _asked.c.value)
                .order_by(_first.c.number)
                .limit(bindparam("limit"))
                .correlate(_asked)
            ),
        ),
    )
    .join(schema.headlines, _heads.number == _lying.number)
)


class Headlines(Part):
    """The headlines of a store: see `dealwire.core.resolve.story_board.Board`."""

    def headlines(self, keys: Iterable[str]) -> dict[str, Headline]:
        """See `Board.headlines`."""
        return {row.article: Headline(*row) for row in self._db.rows_in(HEADLINES, keys)}

    def replace_headlines(self, gone: Iterable[str], new: Iterable[Headline]) -> None:
        """See `Board.replace_headlines`."""
        new = sorted(new, key=lambda one: (one.minute, one.key))
        with self._db.writing():
            had = self.headlines(gone)
            number = self._numbers(had)
            self._db.many(
                DROP_LYING,
                [{"in_bucket": b, "of": number[key]} for key, one in had.items() for b in lies_in(one)],
            )
            self._db.run_in(DROP_NEAREST, number.values())
            self._db.run_in(DROP_NEAREST_TO, number.values())
            self._db.run_in(DROP, number.values())
            self._db.insert(
                schema.headlines,
                [
                    {"article": one.key, "minute": one.minute, "terms": one.terms, "companies": one.companies}
                    for one in new
                ],
            )
            number = self._numbers(one.key for one in new)
            rows = sorted((b, number[one.key], weight) for one in new for b, weight in lies_in(one).items())
            self._db.add(schema.headline_buckets, [{"bucket": b, "number": n, "weight": w} for b, n, w in rows])

    def headlines_in(self, buckets: Iterable[str], limit: int) -> dict[str, list[tuple[str, int]]]:
        """See `Board.headlines_in`."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for bucket, article, weight in self._db.rows_in(LYING, buckets, limit=limit):
            found[bucket].append((article, weight))
        return dict(found)

    def nearest(self, keys: Iterable[str]) -> dict[str, tuple[Near, ...]]:
        """See `Board.nearest`."""
        found: dict[str, list[Near]] = defaultdict(list)
        for article, other, score in self._db.rows_in(NEAREST, keys):
            found[article].append(Near(other, score))
        return {key: tuple(sorted(its, key=lambda one: (-one.score, one.key))) for key, its in found.items()}

    def farthest(self, keys: Iterable[str]) -> dict[str, float]:
        """See `Board.farthest`."""
        return {row.article: row.score for row in self._db.rows_in(FARTHEST, keys)}

    def nearest_to(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """See `Board.nearest_to`."""
        found: dict[str, list[str]] = defaultdict(list)
        for article, other in self._db.rows_in(NEAREST_TO, keys):
            found[article].append(other)
        return dict(found)

    def replace_nearest(self, lists: Mapping[str, Sequence[Near]]) -> None:
        """See `Board.replace_nearest`."""
        with self._db.writing():
            number = self._numbers({*lists, *(one.key for its in lists.values() for one in its)})
            self._db.run_in(DROP_NEAREST, [number[key] for key in lists if key in number])
            rows = sorted((number[key], number[one.key], one.score) for key, its in lists.items() for one in its)
            self._db.add(schema.nearest_headlines, [{"number": n, "near": m, "score": s} for n, m, s in rows])

    def _numbers(self, keys: Iterable[str]) -> dict[str, int]:
        return {row.article: row.number for row in self._db.rows_in(NUMBERS, keys)}
