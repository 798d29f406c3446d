"""The part of a store that reading documents again needs: which were read long ago, and what was made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from dealwire.model import Article, Document


class RereadingStore(Protocol):
    """See `Store`, whose rules hold here too.

    What a document is read to say (its sightings) is derived from it: the only thing beside the facts that a rebuild
    keeps, and only these methods replace it.
    """

    def documents_read_before(self, reader: int, since: datetime | None = None) -> Iterator[Document]:
        """Stream the documents that a reader of an older version than so read last, those fetched first before others.

        With `since` only those fetched then or later. Whoever streams may note meanwhile that they were read.
        """
        ...

    def count_read_before(self, reader: int, since: datetime | None = None) -> int:
        """Return how many `documents_read_before` has."""
        ...

    def note_reader(self, documents: Iterable[str], reader: int) -> None:
        """Note the version of the reader that read documents last."""
        ...

    def forget_readers(self, since: datetime | None = None) -> None:
        """Forget which reader read documents, so that all (or those fetched since) come to be read again."""
        ...

    def sightings(self, documents: Iterable[str]) -> dict[str, list[Article]]:
        """Return what was read in each document, by part, as it says and nothing else; contrast `Store.articles`."""
        ...

    def sightings_under(self, keys: Iterable[str]) -> dict[str, list[Article]]:
        """Return what was read under each article's key, in whatever document, by document and part."""
        ...

    def replace_sightings(self, documents: Iterable[str], articles: Iterable[Article]) -> None:
        """Put articles in place of all that was read in some documents."""
        ...
