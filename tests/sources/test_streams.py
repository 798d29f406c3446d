from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.errors import InputError
from dealwire.sources.streams import GZIP_MAGIC, Line, chunks, lines, unpacked


def cut(body: bytes, sizes: list[int]) -> list[bytes]:
    blocks = []
    for size in sizes:
        blocks.append(body[:size])
        body = body[size:]
    return [*blocks, body] if body else blocks


sizes = st.lists(st.integers(1, 9), max_size=20)


@given(st.binary(), sizes)
def test_what_is_packed_comes_out(body: bytes, sizes: list[int]) -> None:
    assert b"".join(unpacked(iter(cut(gzip.compress(body), sizes)), 200)) == body


@given(st.binary().filter(lambda body: not body.startswith(GZIP_MAGIC)), sizes)
def test_what_is_not_packed_stays(body: bytes, sizes: list[int]) -> None:
    assert b"".join(unpacked(iter(cut(body, sizes)), 200)) == body


def test_strung_files_and_padding() -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two") + b"\0" * 100
    assert b"".join(unpacked(iter([packed[:25], packed[25:]]), 200)) == b"onetwo"


@given(st.integers(2, 200))
def test_a_broken_off_file_says_so(size: int) -> None:
    packed = gzip.compress(bytes(range(256)) * 4)
    with pytest.raises(InputError, match="broken off"):
        list(unpacked(iter([packed[:size]]), 200))


def test_a_corrupt_file_says_so() -> None:
    packed = bytearray(gzip.compress(b"some text that is packed" * 10))
    packed[-6] ^= 1  # in the checksum
    with pytest.raises(InputError, match="corrupt"):
        list(unpacked(iter([bytes(packed)]), 200))


def test_a_bomb_is_stopped_early() -> None:
    packer = zlib.compressobj(9, wbits=31)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    came: list[int] = []
    with pytest.raises(InputError, match="bomb"):
        came.extend(len(block) for block in unpacked(iter([packed]), 200))
    assert sum(came) < 50 << 20


def test_text_packed_well_is_no_bomb() -> None:
    body = b"the same line again\n" * 2_000_000
    packed = gzip.compress(body, 1)
    assert sum(map(len, unpacked(chunks(io.BytesIO(packed), lambda _: None), 500))) == len(body)


@given(st.lists(st.binary().filter(lambda line: b"\n" not in line)), sizes)
def test_lines_are_cut_alike_however_they_come(bodies: list[bytes], sizes: list[int]) -> None:
    joined = b"\n".join(bodies)
    expected = joined.split(b"\n")
    if expected[-1] == b"":
        expected.pop()
    assert list(lines(iter(cut(joined, sizes)), 1000)) == [
        Line(number, body) for number, body in enumerate(expected, 1)
    ]


@given(sizes)
def test_a_line_too_long_costs_no_other(sizes: list[int]) -> None:
    body = b"one\n" + b"x" * 60 + b"\nthree\n" + b"y" * 11 + b"\n" + b"z" * 10
    found = list(lines(iter(cut(body, sizes)), 10))
    assert found == [Line(1, b"one"), Line(2, None), Line(3, b"three"), Line(4, None), Line(5, b"z" * 10)]


def test_reading_tells_how_far_it_is() -> None:
    told: list[int] = []
    assert b"".join(chunks(io.BytesIO(b"x" * 600_000), told.append)) == b"x" * 600_000
    assert sum(told) == 600_000
    assert len(told) > 1
