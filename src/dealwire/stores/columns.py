"""What the tables are put together from."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, Text

metadata = MetaData()


def text(name: str, *references: ForeignKey, index: bool = False) -> Column[str]:
    """Return a column of text that is always there."""
    return Column(name, Text, *references, nullable=False, index=index or None)


def key(name: str, *references: ForeignKey) -> Column[str]:
    """Return a column of text that is a key, or a part of one."""
    return Column(name, Text, *references, nullable=False, primary_key=True)


def fact(column: str) -> ForeignKey:
    """Refer to a fact that may arrive later in the same transaction."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


def view(column: str) -> ForeignKey:
    """Belong to a view, and go with it."""
    return ForeignKey(column, ondelete="CASCADE")
