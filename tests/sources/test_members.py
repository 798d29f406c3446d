from __future__ import annotations

import gzip
import random
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.sources.members import Members

BODIES = [random.Random(n).randbytes(70_000 * n) + bytes(50_000) for n in range(4)]
PACKED = [gzip.compress(body, 1, mtime=0) for body in BODIES]


def read(members: Members, size: int = 1 << 16) -> bytes:
    return b"".join(iter(lambda: members.read(size), b""))


@pytest.mark.parametrize("size", [7_001, 1 << 16, 1 << 20])
@pytest.mark.parametrize("padding", [b"", bytes(40_000)])
def test_members_are_one_stream(size: int, padding: bytes) -> None:
    members = Members(BytesIO(padding.join([*PACKED, b""])))
    assert read(members, size) == b"".join(BODIES)
    assert members.tell() == sum(map(len, BODIES))
    assert members.read(size) == b""


def test_places_lead_to_their_members() -> None:
    members = Members(BytesIO(b"".join(PACKED)))
    read(members)
    place = packed = 0
    for body, one in zip(BODIES, PACKED, strict=True):
        assert [members.member_at(place), members.member_at(place + len(body) - 1)] == [packed, packed]
        place, packed = place + len(body), packed + len(one)


def test_reading_begins_where_the_file_stands() -> None:
    file = BytesIO(b"".join(PACKED))
    file.seek(len(PACKED[0]) + len(PACKED[1]))
    members = Members(file)
    assert read(members) == BODIES[2] + BODIES[3]
    assert members.member_at(0) == len(PACKED[0]) + len(PACKED[1])


def test_what_is_broken_off_ends_the_stream() -> None:
    got = read(Members(BytesIO(PACKED[0] + PACKED[3][:-9])))
    assert (BODIES[0] + BODIES[3]).startswith(got)
    assert len(got) > len(BODIES[0]) + 200_000


@pytest.mark.parametrize("at", [-8, -1])
def test_a_wrong_checksum_or_length_is_told(at: int) -> None:
    spoilt = bytearray(PACKED[1])
    spoilt[at] ^= 1
    with pytest.raises(OSError, match="corrupt gzip"):
        read(Members(BytesIO(spoilt)))


@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_noise_is_told_or_ends(noise: bytes, at: int) -> None:
    packed = gzip.compress(b"The harbour. " * 90, mtime=0)
    try:
        read(Members(BytesIO(packed[:at] + noise + packed[at:])))
    except OSError as error:
        assert "corrupt" in str(error)  # noqa: PT017
