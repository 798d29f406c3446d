"""The lines of one file or of standard input, unpacked where gzipped, for commands that answer a line with a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from dealwire.errors import InputError, UsageError
from dealwire.model import Rejected
from dealwire.sources.streams import chunks, lines, unpacked

LONGEST = 4 << 20
"""Bytes of the longest line that is taken."""

MAX_RATIO = 200
"""A gzip file that unpacks to more than so many times its size is taken for a bomb."""


def read_lines(path: str) -> Iterator[bytes | Rejected]:
    """Yield the lines of a file ("-": standard input) in bounded memory, one that is too long as a `Rejected`.

    Raises:
        UsageError: there is no such file, or it is no whole gzip file.
    """
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as stream:
            for line in lines(unpacked(chunks(stream, lambda _: None), MAX_RATIO), LONGEST):
                too_long = Rejected("source", f"{path}:{line.number}", f"a line of more than {LONGEST >> 20} MB")
                yield too_long if line.body is None else line.body
    except InputError as e:
        raise UsageError(f"{path}: {e}") from e
    except OSError as e:
        raise UsageError(f"{path} can't be read: {(e.strerror or str(e)).lower()}") from e
