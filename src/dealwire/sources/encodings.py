"""Unpacking the bodies that HTTP sends packed (Content-Encoding, RFC 9110 §8.4), in bounded size."""

from __future__ import annotations

import zlib
from io import BytesIO

import brotli
import zstandard

from dealwire.errors import InputError

ACCEPTED = "gzip, br, zstd, deflate"
"""What a request says that `unpacked_body` understands."""

PIECE = 1 << 16
WINDOW = 8 << 20
"""The most memory that a Zstandard frame may ask for (RFC 9659)."""


def unpacked_body(body: bytes, encodings: str, limit: int) -> bytes:
    """Undo the encodings that a Content-Encoding header lists.

    Raises:
        InputError: an encoding is unknown, the body is corrupt or cut off, or comes to more than `limit` bytes.
    """
    names = [name for part in encodings.lower().split(",") if (name := part.strip()) not in {"", "identity"}]
    if len(names) > 2:
        raise InputError(f"packed {len(names)} times over")
    for name in reversed(names):
        body = _undone(name, body, limit) if body else body
    return body


def _undone(name: str, body: bytes, limit: int) -> bytes:
    try:
        match name:
            case "gzip" | "x-gzip":
                return _inflated(body, 31, limit)
            case "deflate":
                # Both of what servers mean by it: with zlib's frame, as the standard says, and bare.
                return _inflated(body, 15 if body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0 else -15, limit)
            case "br":
                return _unbrotlied(body, limit)
            case "zstd":
                return _unzstandarded(body, limit)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise InputError(f"not the {name} that its header promises, or corrupt") from error
    raise InputError(f"packed as {name[:40]!r}, which is not understood")


def _inflated(body: bytes, wbits: int, limit: int) -> bytes:
    found = bytearray()
    while body:
        member = zlib.decompressobj(wbits)
        while not member.eof:
            piece = member.decompress(body, PIECE)
            found += piece
            body = member.unused_data if member.eof else member.unconsumed_tail
            _bound(found, limit)
            if not piece and not body and not member.eof:
                raise InputError("packed data is broken off before its end")
        body = body.lstrip(b"\0") if wbits == 31 else b""  # gzip members may follow each other, padded with zeros
    return bytes(found)


def _unbrotlied(body: bytes, limit: int) -> bytes:
    unpacker = brotli.Decompressor()
    found = bytearray(unpacker.process(body, output_buffer_limit=PIECE))
    while not unpacker.is_finished():
        _bound(found, limit)
        piece = unpacker.process(b"", output_buffer_limit=PIECE)
        if not piece and not unpacker.is_finished():
            raise InputError("packed data is broken off before its end")
        found += piece
    _bound(found, limit)
    return bytes(found)


def _unzstandarded(body: bytes, limit: int) -> bytes:
    found = bytearray()
    unpacker = zstandard.ZstdDecompressor(max_window_size=WINDOW)
    with unpacker.stream_reader(BytesIO(body), read_across_frames=True) as pieces:
        while piece := pieces.read(PIECE):
            found += piece
            _bound(found, limit)
    return bytes(found)


def _bound(found: bytearray, limit: int) -> None:
    if len(found) > limit:
        raise InputError(f"unpacks to more than {limit >> 20} MB")
