"""Near-duplicate bands lie in the order of time: each begins with the fortnight of its article."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FORTNIGHT = timedelta(days=14)
FORTNIGHTS, KEPT = 2**15, 48
"""What `dealwire.core.resolve.stories` places bands by."""
ROWS = 1000

NEXT = sa.text(
    "SELECT number, bands, coalesce(json_extract(telling, '$.at'), "
    "(SELECT min(coalesce(published, fetched_at)) FROM sightings WHERE key = signatures.article)) AS at "
    "FROM signatures LEFT JOIN tellings ON tellings.article = signatures.article "
    "WHERE number > :after ORDER BY number LIMIT :rows"
)


def upgrade() -> None:
    """Place the bands of all signatures anew; articles come by number, and so by time, or nearly."""
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM bands"))
    after = 0
    while rows := connection.execute(NEXT, {"after": after, "rows": ROWS}).all():
        placed = {number: sorted({_placed(band, at) for band in json.loads(bands)}) for number, bands, at in rows}
        connection.execute(
            sa.text("UPDATE signatures SET bands = :bands WHERE number = :number"),
            [{"number": number, "bands": json.dumps(its, separators=(",", ":"))} for number, its in placed.items()],
        )
        lying = sorted((band, number) for number, its in placed.items() for band in its)
        if lying:
            connection.execute(
                sa.text("INSERT INTO bands (band, number) VALUES (:band, :number)"),
                [{"band": band, "number": number} for band, number in lying],
            )
        after = rows[-1].number


def _placed(band: int, at: str | None) -> int:
    """Return a band in the fortnight of a moment; one without moment is found by none, as before."""
    moment = datetime.fromisoformat(at) if at else EPOCH
    return (moment - EPOCH) // FORTNIGHT % FORTNIGHTS << KEPT | band % (1 << KEPT)
