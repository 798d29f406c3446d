"""The ids that stories and organisations have had lead to what they are now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dealwire.core.resolve.ids import organisation_id, story_id

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

HELD = (("organisation_keys", "key", "organisation", organisation_id), ("story_articles", "article", "story", story_id))
ROWS = 10_000


def upgrade() -> None:
    """Add the columns, fill them where an id is another than the present one, and index what was filled."""
    connection = op.get_bind()
    for name, member, whole, id_of in HELD:
        if "once" not in {column["name"] for column in sa.inspect(connection).get_columns(name)}:
            op.add_column(name, sa.Column("once", sa.Text()))
        table = sa.table(name, sa.column(member), sa.column(whole), sa.column("once"))
        rows = connection.execute(sa.select(table.c[member], table.c[whole])).all()
        once = [{"own": own, "had": id_} for own, its in rows if (id_ := id_of(own)) != its]
        update = sa.update(table).where(table.c[member] == sa.bindparam("own")).values(once=sa.bindparam("had"))
        for start in range(0, len(once), ROWS):
            connection.execute(update, once[start : start + ROWS])
        only = sa.text("once IS NOT NULL")
        op.create_index(f"{name}_by_once", name, ["once"], sqlite_where=only, if_not_exists=True)
