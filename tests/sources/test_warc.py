from __future__ import annotations

import gzip
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import brotli
import pytest
import zstandard

from dealwire.core.read import HTML, JSON_LINE, read
from dealwire.engines.serial import Serial
from dealwire.model import Document, Position, Rejected
from dealwire.ports import Engine
from dealwire.sources import warc
from dealwire.sources.files import Files
from tests.sources.archives import TELLS, TELLS_CHINESE, TELLS_NOTHING, packed, page, record

T = TypeVar("T")
U = TypeVar("U")

NOW = datetime(2026, 3, 20, tzinfo=UTC)
DEAL = page(TELLS)
GARDEN = page(TELLS_NOTHING, "The garden")


class Read:
    """What comes of an archive."""

    def __init__(self, path: Path, position: str | None = None, engine: Engine | None = None) -> None:
        source = Files([str(path)], lambda: NOW, position=lambda _: position)
        items = list(source.documents(engine))
        self.documents = [item for item in items if isinstance(item, Document)]
        self.rejected = [item for item in items if isinstance(item, Rejected)]
        self.positions = [item.at for item in items if isinstance(item, Position)]
        self.skipped = source.skipped
        self.bytes = source.done_bytes

    @property
    def urls(self) -> list[str]:
        return [(document.url or "").rpartition("/")[2] for document in self.documents]


def written(tmp_path: Path, body: bytes, name: str = "a.warc.gz") -> Path:
    path = tmp_path / name
    path.write_bytes(body)
    return path


def offsets(records: list[bytes]) -> list[int]:
    return [sum(len(gzip.compress(one, 6)) for one in records[:n]) for n in range(len(records))]


def test_pages_that_may_tell_a_deal_are_documents(tmp_path: Path) -> None:
    records = [record(0, GARDEN), record(1, DEAL), record(2, GARDEN), record(3, page(TELLS_CHINESE, "甲乙科技"))]
    found = Read(written(tmp_path, packed(records)))
    assert found.urls == ["1", "3"]
    assert found.skipped == Counter({"no evidence of a deal": 2})
    first = found.documents[0]
    assert (first.body, first.media_type) == (DEAL.encode(), f"{HTML}; charset=utf-8")
    assert first.origin == f"{tmp_path}/a.warc.gz@{offsets(records)[1]}"
    assert first.fetched_at == datetime(2026, 3, 13, 10, tzinfo=UTC)
    (article,) = read(first).articles
    assert (article.title, article.url, article.text) == ("Acme raises $12 million", "https://example.com/1", TELLS)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_pages_in_other_encodings_pass_the_gate(tmp_path: Path, encoding: str) -> None:
    body = page(TELLS_CHINESE, "甲乙科技完成融资").encode(encoding)
    (document,) = Read(written(tmp_path, packed([record(1, body, media_type="text/html")]))).documents
    assert read(document).articles[0].title == "甲乙科技完成融资"


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (record(1, DEAL, status="404 Not Found"), "not answered with 200"),
        (record(1, DEAL, status="301 Moved"), "not answered with 200"),
        (record(1, DEAL, media_type="image/png"), "no page"),
        (record(1, DEAL, media_type=""), "no page"),
        (record(1, GARDEN), "no evidence of a deal"),
    ],
)
def test_what_is_passed_over_is_counted(tmp_path: Path, one: bytes, why: str) -> None:
    found = Read(written(tmp_path, packed([one, record(2, DEAL)])))
    assert (found.urls, found.rejected, found.skipped) == (["2"], [], Counter({why: 1}))


@pytest.mark.parametrize("kind", ["warcinfo", "request", "metadata", "revisit"])
def test_other_records_are_none_of_our_business(tmp_path: Path, kind: str) -> None:
    found = Read(written(tmp_path, packed([record(1, DEAL, kind=kind), record(2, DEAL)])))
    assert (found.urls, found.rejected) == (["2"], [])


def test_a_wet_archive_of_texts(tmp_path: Path) -> None:
    texts = [f"Acme raises $12 million\n{TELLS}", f"The garden\n{TELLS_NOTHING}"]
    records = [record(n, text, kind="conversion", media_type="text/plain") for n, text in enumerate(texts)]
    (document,) = Read(written(tmp_path, packed(records), "a.warc.wet.gz")).documents
    assert document.media_type == JSON_LINE
    (article,) = read(document).articles
    assert (article.title, article.text, article.url) == ("Acme raises $12 million", TELLS, "https://example.com/0")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "noname"])
def test_an_archive_need_not_be_packed_or_named(tmp_path: Path, name: str) -> None:
    records = [record(0, GARDEN), record(1, DEAL)]
    plain = Read(written(tmp_path, b"".join(records), name))
    assert plain.urls == ["1"]
    whole = Read(written(tmp_path, gzip.compress(b"".join(records)), name))
    assert whole.urls == ["1"]


# --- bodies as HTTP sends them


def chunks(body: bytes, size: int = 100) -> bytes:
    pieces = [body[n : n + size] for n in range(0, len(body), size)]
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Transfer-Encoding: chunked", chunks(DEAL.encode())),
        ("Transfer-Encoding: chunked", DEAL.encode()),
        ("Content-Encoding: gzip", gzip.compress(DEAL.encode(), mtime=0)),
        ("Content-Encoding: br", brotli.compress(DEAL.encode())),
        ("Content-Encoding: gzip", DEAL.encode()),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", chunks(gzip.compress(DEAL.encode()))),
    ],
)
def test_bodies_are_unpacked(tmp_path: Path, headers: str, body: bytes) -> None:
    (document,) = Read(written(tmp_path, packed([record(1, body, headers=f"{headers}\r\n")]))).documents
    assert document.body == DEAL.encode()


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ("Content-Encoding: gzip", gzip.compress(bytes(200 << 20)), "unpacks to more than"),
        ("Content-Encoding: br", brotli.compress(bytes(200 << 20), quality=1), "unpacks to more than"),
        ("Content-Encoding: zstd", zstandard.compress(bytes(200 << 20)), "unpacks to more than"),
        ("Content-Encoding: gzip", gzip.compress(DEAL.encode())[:-20], "broken off"),
        ("Content-Encoding: gzip", b"\x00\x01\x02", "gzip"),
        ("Content-Encoding: rot13", b"\x00\x01\x02", "rot13"),
        ("Transfer-Encoding: chunked", chunks(DEAL.encode())[:-30] + b"zz\r\n", "chunk"),
        ("Transfer-Encoding: chunked", b"ffffffffff\r\nabc\r\n", "chunk"),
    ],
)
def test_bodies_that_are_bombs_or_broken_cost_no_other(tmp_path: Path, headers: str, body: bytes, reason: str) -> None:
    records = [record(0, body, headers=f"{headers}\r\n"), record(1, DEAL)]
    path = written(tmp_path, packed(records))
    began = time.process_time()
    found = Read(path)
    assert time.process_time() - began < 5
    assert found.urls == ["1"]
    (rejected,) = found.rejected
    assert rejected.id == f"{path}@0"
    assert reason in rejected.reason


def test_a_page_too_large_is_refused(tmp_path: Path) -> None:
    found = Read(written(tmp_path, packed([record(0, b"x" * (9 << 20)), record(1, DEAL)])))
    assert (found.urls, found.rejected[0].reason) == (["1"], "a page of more than 8 MB")


# --- broken archives


def damaged(records: list[bytes], n: int) -> bytes:
    """Damage the packed bytes of a record."""
    body, at = bytearray(packed(records)), offsets(records)[n] + 60
    body[at : at + 20] = b"\xff" * 20
    return bytes(body)


def test_a_broken_record_costs_no_other(tmp_path: Path) -> None:
    records = [record(n, DEAL) for n in range(5)]
    path = written(tmp_path, damaged(records, 2))
    found = Read(path)
    assert found.urls == ["0", "1", "3", "4"]
    (rejected,) = found.rejected
    assert rejected.id == f"{path}@{offsets(records)[1]}"
    assert rejected.reason.startswith("after this, a broken record")


def test_an_archive_that_is_broken_off(tmp_path: Path) -> None:
    found = Read(written(tmp_path, packed([record(n, DEAL) for n in range(3)])[:-200]))
    assert (found.urls, len(found.rejected)) == (["0", "1"], 1)


@pytest.mark.parametrize("length", [5, 5000, 10**15, -5])
def test_wrong_lengths(tmp_path: Path, length: int) -> None:
    records = [record(0, DEAL), record(1, DEAL, length=length), record(2, DEAL)]
    found = Read(written(tmp_path, b"".join(records), "a.warc"))
    assert found.urls in (["0", "2"], ["0", "1", "2"])
    assert found.rejected


def test_noise_after_a_magic_number_ends(tmp_path: Path) -> None:
    body = packed([record(0, DEAL)]) + b"\x1f\x8b\x08" * 100_000
    began = time.process_time()
    found = Read(written(tmp_path, body))
    assert time.process_time() - began < 20
    assert found.urls == ["0"]


# --- going on


def test_reading_goes_on_where_it_ended(tmp_path: Path) -> None:
    records = [record(n, DEAL) for n in range(4)]
    path = written(tmp_path, packed(records[:2]))
    first = Read(path)
    assert (first.urls, first.positions[-1]) == (["0", "1"], f"@{offsets(records)[1]}")
    assert Read(path, first.positions[-1]).urls == []
    path.write_bytes(packed(records))
    rest = Read(path, first.positions[-1])
    assert (rest.urls, rest.positions[-1]) == (["2", "3"], f"@{offsets(records)[3]}")
    assert Read(path).bytes <= path.stat().st_size


def test_an_archive_packed_as_a_whole_goes_on_by_number(tmp_path: Path) -> None:
    records = [record(n, DEAL) for n in range(4)]
    path = written(tmp_path, gzip.compress(b"".join(records)))
    assert Read(path).positions[-1] == "#4"
    again = Read(path, "#3")
    assert (again.urls, again.positions[-1]) == (["3"], "#4")


# --- side by side


class Counting(Serial):
    """Works in this process, and counts the parts."""

    parts = 0

    def map(self, function: Callable[[T], U], items: Iterable[T | None]) -> Iterator[U | None]:
        def counted(item: T) -> U:
            self.parts += 1
            return function(item)

        return super().map(counted, items)


def many(chance: random.Random, count: int) -> list[bytes]:
    return [
        record(
            n, page(" ".join(chance.choice([TELLS, TELLS_CHINESE, TELLS_NOTHING]) for _ in range(chance.randint(1, 9))))
        )
        for n in range(count)
    ]


def spoiled(body: bytes, chance: random.Random) -> bytes:
    """Break a run of bytes."""
    at, size = chance.randrange(len(body)), chance.choice([1, 30, 3000])
    return body[:at] + chance.randbytes(size) + body[at + size :]


FORMS: dict[str, Callable[[list[bytes], random.Random], bytes]] = {
    "each record by itself": lambda records, _: packed(records),
    "not packed": lambda records, _: b"".join(records),
    "as a whole": lambda records, _: gzip.compress(b"".join(records)),
    "by twos": lambda records, _: packed(b"".join(records[n : n + 2]) for n in range(0, len(records), 2)),
    "some together": lambda records, _: packed([*records[:20], b"".join(records[20:23]), *records[23:]]),
    "broken": lambda records, chance: spoiled(packed(records), chance),
    "broken, not packed": lambda records, chance: spoiled(b"".join(records), chance),
    "broken off": lambda records, chance: packed(records)[: -chance.randint(1, 3000)],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(6))
def test_an_engine_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, seed: int) -> None:
    chance = random.Random(f"{form} {seed}")
    monkeypatch.setattr(warc, "PART", chance.choice([50, 700, 3000]))
    path = written(tmp_path, FORMS[form](many(chance, 40), chance), f"a.warc{'' if 'not packed' in form else '.gz'}")
    whole, engine = Read(path), Counting()
    parted = Read(path, engine=engine)
    assert engine.parts
    assert (parted.documents, parted.rejected, parted.skipped) == (whole.documents, whole.rejected, whole.skipped)
    assert parted.bytes <= path.stat().st_size
    for at in chance.sample(whole.positions, 3):  # and a run that goes on
        one, two = Read(path, at), Read(path, at, Counting())
        assert (two.documents, two.rejected, two.skipped) == (one.documents, one.rejected, one.skipped)
    assert parted.positions[-1] == whole.positions[-1]
    assert not Read(path, parted.positions[-1], Counting()).documents


def test_parts_do_all_of_a_sound_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "PART", 2000)
    path = written(tmp_path, packed(many(random.Random(1), 100)))
    whole = Read(path)
    monkeypatch.setattr(warc.Archive, "_one_by_one", lambda _: iter(()))
    parted = Read(path, engine=Counting())
    assert (parted.documents, parted.positions[-1]) == (whole.documents, whole.positions[-1])
    assert len(parted.documents) > 50
    assert parted.bytes == path.stat().st_size


@pytest.mark.parametrize("inner", [lambda one: one, lambda one: gzip.compress(one, 6)])
@pytest.mark.parametrize("pack", [lambda one: one, lambda one: gzip.compress(one, 0)])
def test_a_page_that_holds_a_record_forges_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inner: Callable[[bytes], bytes], pack: Callable[[bytes], bytes]
) -> None:
    forged = inner(record(99, DEAL))
    records = [record(n, b"<html>" + b"x" * 300 + forged + b"x" * 300, media_type="text/html") for n in range(9)]
    path = written(tmp_path, b"".join(pack(one) for one in records))
    for part in range(150, 1500, 50):
        monkeypatch.setattr(warc, "PART", part)
        assert "99" not in Read(path, engine=Counting()).urls


def test_pages_too_many_for_a_part_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "PART", 2000)
    monkeypatch.setattr(warc, "MOST_OF_A_PART", 1000)
    path = written(tmp_path, packed(record(n, DEAL) for n in range(50)))
    assert len(Read(path, engine=Counting()).urls) == 50


def test_standard_input_is_no_place_for_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with written(tmp_path, packed([record(0, DEAL)])).open() as file:
        monkeypatch.setattr("sys.stdin", file)
        (rejected,) = Files(["-"], lambda: NOW).documents()
    assert isinstance(rejected, Rejected)
    assert "save it" in rejected.reason
