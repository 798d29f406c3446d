"""Byte streams in bounded memory: unpacking gzip as it comes, and cutting a stream into lines."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from dealwire.errors import InputError

CHUNK = 1 << 18
GZIP_MAGIC = b"\x1f\x8b"
_GRACE = 16 << 20  # small files may be packed as tightly as they like


class Readable(Protocol):
    """Anything that hands out bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number from 1, without its end; `body` is None where the line is longer than allowed."""

    number: int
    body: bytes | None


def chunks(stream: Readable, told: Callable[[int], None]) -> Iterator[bytes]:
    """Read a stream to its end, telling how many bytes came since the last call."""
    while block := stream.read(CHUNK):
        told(len(block))
        yield block


def unpacked(blocks: Iterator[bytes], max_ratio: int) -> Iterator[bytes]:
    """Unpack a stream if its first bytes are gzip's; raises `InputError` where it is broken off, corrupt, or a bomb.

    A bomb is what unpacks to more than `max_ratio` times its size, once it has come to 16 MB.
    """
    first = next(blocks, b"")
    while len(first) < len(GZIP_MAGIC) and (more := next(blocks, b"")):
        first += more
    blocks = chain((first,), blocks)
    return _gunzip(blocks, max_ratio) if first.startswith(GZIP_MAGIC) else (block for block in blocks if block)


def _gunzip(blocks: Iterator[bytes], max_ratio: int) -> Iterator[bytes]:
    packed = unpacked = 0
    member = zlib.decompressobj(wbits=31)
    for block in blocks:
        packed += len(block)
        while block:
            if member.eof:  # gzip files may be strung together; zeros pad the end of some
                block = block.lstrip(b"\0")
                if not block:
                    break
                member = zlib.decompressobj(wbits=31)
            try:
                piece = member.decompress(block, CHUNK)
            except zlib.error as error:
                raise InputError(f"corrupt gzip ({error})") from error
            block = member.unused_data if member.eof else member.unconsumed_tail
            unpacked += len(piece)
            if unpacked > max(_GRACE, max_ratio * packed):
                raise InputError(f"a gzip bomb: unpacks to more than {max_ratio} times its size")
            if piece:
                yield piece
    if not member.eof:
        raise InputError("gzip is broken off before its end")


def lines(blocks: Iterator[bytes], max_bytes: int) -> Iterator[Line]:
    """Cut a stream at line feeds. A line over `max_bytes` is passed over without being held."""
    number, held, too_long = 1, b"", False
    for block in blocks:
        first, *rest = block.split(b"\n")
        held += b"" if too_long else first
        for following in rest:
            yield Line(number, None if too_long or len(held) > max_bytes else held)
            number, held, too_long = number + 1, following, False
        if len(held) > max_bytes:
            held, too_long = b"", True
    if held or too_long:
        yield Line(number, None if too_long else held)
