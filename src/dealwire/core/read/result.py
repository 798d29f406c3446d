"""What comes of reading a document, and the guard around other people's parsers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from dealwire.errors import InputError
from dealwire.model import Article, Rejected

T = TypeVar("T")

STAGE = "read"

Promise = Callable[[str], bool]
"""Tells of a text, read cheaply, whether it is worth to be read with care: the gate, which reading does not know."""


def always(_: str) -> bool:
    """Promise of every text."""
    return True


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles of one document, the parts of it that could not be used, and the feeds that it lists (OPML)."""

    articles: tuple[Article, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    feeds: tuple[str, ...] = ()

    @classmethod
    def of(cls, parts: list[Article | Rejected]) -> ReadResult:
        """Sort a document's parts into those read and those rejected."""
        return cls(
            articles=tuple(part for part in parts if isinstance(part, Article)),
            rejected=tuple(part for part in parts if isinstance(part, Rejected)),
        )


def guarded(what: str, parse: Callable[[], T]) -> T:
    """Call a library's parser on hostile input; whatever it raises comes out as an `InputError`.

    The libraries name no tree of errors that one could rely on: besides their own they let through RecursionError,
    AssertionError, UnicodeError and more. A bug in dealwire's own code is not meant to pass here.
    """
    try:
        return parse()
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"{what} can't be parsed ({type(error).__name__})") from error
