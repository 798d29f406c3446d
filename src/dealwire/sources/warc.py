"""Web archives (WARC, ISO 28500): the pages that may tell a deal, one by one, from any place on.

A record is passed over where it is no page, was not answered with 200, or holds no evidence of a deal in its bytes;
passing over is counted, not listed. A broken record is a `Rejected` with its offset, and reading goes on at the next
place where a record begins.

With an engine, parts of the file are looked through side by side. A part begins at the first place in it that looks
like a record, which anyone's bytes may do; so it counts only where the records before it led to that very place. From
the first part that does not count on, and from one in which a record is broken, records are read one after the other.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO, cast

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from dealwire.core.extract import page_gate
from dealwire.core.read import HTML, JSON_LINE
from dealwire.errors import InputError
from dealwire.model import Document, Position, Rejected
from dealwire.ports import Engine
from dealwire.sources.encodings import unpacked_body
from dealwire.sources.members import Members

STAGE = "source"
MAX_BODY = 8 << 20
"""Bytes of the largest page that is looked at, as sent and unpacked: no reader takes a larger one."""

EVERY = 1000
"""After so many records without a page worth reading, too, it is told how far reading has come."""

MAX_BROKEN = 1000
"""An archive with more broken records is none."""

PART = 4 << 20
"""Bytes of the file that are looked through in one go, where that is done side by side."""

MOST_OF_A_PART = 16 << 20
"""Bytes of pages that a part may hold together; where there are more, reading is what takes the time."""

_PAGES = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
_HTML = ("text/html", "application/xhtml+xml")
_GZIP = b"\x1f\x8b\x08"
_WARC = b"WARC/1."
_BLOCK = 1 << 20
_HEAD = 1024


@dataclass(slots=True)
class _Progress:
    """How far an archive is read.

    `offset` is that of the last record dealt with, `number` how many were; offsets tell a record only where each is
    packed by itself, as archives are.
    """

    offset: int = -1
    number: int = 0
    by_offset: bool = True

    def __str__(self) -> str:
        return f"@{self.offset}" if self.by_offset and self.offset >= 0 else f"#{self.number}"


@dataclass(frozen=True, slots=True)
class _Part:
    """The records of an archive that begin in a range of its bytes; `skip` says of the first part that one is known."""

    path: str
    shown: str
    now: datetime
    begins: int
    ends: int
    first: bool
    skip: int


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What a part gave: its items, where its first record begins, and where the next one after it, if there is one."""

    ends: int
    begins: int | None
    after: int | None = None
    items: tuple[Document | Rejected | Position, ...] = ()
    skipped: Counter[str] = field(default_factory=Counter)
    done: _Progress = field(default_factory=_Progress)


def name_of(path: str) -> str:
    """Return the name under which an archive's progress is kept: a digest of its beginning, wherever it lies."""
    with Path(path).open("rb") as file:
        return f"warc {sha256(file.read(_HEAD)).hexdigest()[:32]}"


class Archive:
    """The pages of one archive.

    Args:
        path: where it lies; `shown`: how its name is told.
        position: how far it was read before, as a `Position` told.
        now: when it is read: pages without a date, or of days to come, count as fetched now.
        skipped: counts what is passed over, by reason.
        told: is told how many bytes of the file were read since the last call.
    """

    def __init__(
        self,
        path: str,
        shown: str,
        position: str | None,
        now: datetime,
        skipped: Counter[str],
        told: Callable[[int], None],
    ) -> None:
        self._path = path
        self._shown = shown
        self._name = name_of(path)
        self._now = now
        self._skipped = skipped
        self._told = told
        self._done = _Progress()
        self._whole = False
        self._at_hand = False
        self._skip = 0
        self._start = 0
        self._ends = sys.maxsize
        self._after: int | None = None
        match (position or "")[:1], (position or "")[1:]:
            case "@", offset:
                self._start, self._skip = int(offset), 1
            case "#", number:
                self._skip, self._done.by_offset = int(number), False

    def documents(self, engine: Engine | None = None) -> Iterator[Document | Rejected | Position]:
        """Yield the pages worth reading, what is broken, and every so often how far reading has come.

        With an engine, parts of the file are looked through by it; what is yielded is the same.
        """
        self._told(self._start)
        if engine and self._done.by_offset:
            yield from self._side_by_side(engine)
        yield from self._one_by_one()

    def _side_by_side(self, engine: Engine) -> Iterator[Document | Rejected | Position]:
        """Yield what parts give while each begins where the one before it ended; `_start` is where that was."""
        size = Path(self._path).stat().st_size
        first = self._start
        parts = (
            _Part(self._path, self._shown, self._now, at, at + PART, at == first, self._skip if at == first else 0)
            for at in range(first, size if size - first > PART else first, PART)
        )
        for got in engine.map(_scanned, parts):
            if got is None:
                return
            if self._start >= got.ends:  # in which a record lies that began before
                continue
            if got.begins != self._start:
                return
            yield from got.items
            self._skipped.update(got.skipped)
            came = size if got.after is None else got.after
            self._told(max(0, came - self._start))
            self._start, self._skip = came, 0
            if got.done.number:
                self._done.offset, self._done.number = got.done.offset, self._done.number + got.done.number
                yield Position(self._name, str(self._done))

    def _one_by_one(self) -> Iterator[Document | Rejected | Position]:
        done = self._done
        start: int | None = self._start
        after: Rejected | None = None
        broken = 0
        with Path(self._path).open("rb") as file:
            while start is not None and broken < MAX_BROKEN:
                before, begun = done.number, start
                file.seek(begun)
                try:
                    yield from self._records(file)
                    start = None
                except (OSError, ValueError, InputError) as error:
                    came = done.number > before
                    at = done.offset if came else begun
                    found = Rejected(STAGE, f"{self._shown}@{at}", f"a broken record: {str(error)[:200]}")
                    broken, self._skip, start = broken + 1, 0, _next_record(file, at + 1)
                    if came and after:
                        yield after
                    # What is broken comes after a record that was read whole; the next place may be where it begins.
                    after = replace(found, reason=f"after this, {found.reason}") if came and not self._at_hand else None
                    if after is None:
                        yield found
        if after:
            yield after
        yield Position(self._name, str(done))

    def part(self, begins: int, ends: int, skip: int) -> _Scanned:
        """Return what the records give that begin in a range.

        Raises `InputError`, `OSError` or `ValueError` where a record is broken, several are packed together, or all
        together are too large.
        """
        self._skip, self._ends = skip, ends
        found: list[Document | Rejected | Position] = []
        weight = 0
        with Path(self._path).open("rb") as file:
            file.seek(begins)
            for item in self._records(file):
                found.append(item)
                weight += len(item.body) if isinstance(item, Document) else 0
                if weight > MOST_OF_A_PART:
                    raise InputError("more than a part may hold")
        return _Scanned(ends, begins, self._after, tuple(found), self._skipped, self._done)

    def _records(self, file: BinaryIO) -> Iterator[Document | Rejected | Position]:
        done = self._done
        members = _members(file)
        stream = cast("BinaryIO", members) if members else file  # it calls `read` and `tell` alone
        for record in ArchiveIterator(stream, record_types=_PAGES, parse_http=False):
            offset = members.member_at(record.stream_pos) if members else record.stream_pos
            if offset >= self._ends:
                self._after = offset
                return
            done.by_offset &= offset > done.offset
            if not done.by_offset and self._ends < sys.maxsize:
                raise InputError("records that are packed together")
            self._told(max(0, offset - max(done.offset, self._start)))
            done.offset, done.number = offset, done.number + 1
            if self._skip:
                self._skip -= 1
                continue
            self._whole, self._at_hand = False, True
            found = self._looked_at(record, offset)
            # A length that leads past the end would swallow all further records.
            if not self._whole and (left := record.consume()) < record.content_length:
                raise InputError(f"broken off: {left:,} of {record.content_length:,} bytes")
            self._at_hand = False
            if found is not None:
                yield found
            if found is not None or done.number % EVERY == 0:
                yield Position(self._name, str(done))

    def _looked_at(self, record: WarcRecord, offset: int) -> Document | Rejected | None:
        """Return a page as a document, why it can't be, or nothing where it is passed over."""
        length = record.content_length
        kind = record.record_type
        if kind == WarcRecordType.response:
            if not record.is_http:
                return self._passed("other than HTTP")
            record.parse_http(auto_decode="none")
            length = record.content_length
            if record.http_headers.status_code != HTTPStatus.OK:
                return self._passed("not answered with 200")
            media_type = record.http_content_type or ""
        else:
            media_type = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        text = kind == WarcRecordType.conversion and media_type == "text/plain"
        if media_type not in _HTML and not text:
            return self._passed("no page")
        if length > MAX_BODY:
            return Rejected(STAGE, f"{self._shown}@{offset}", f"a page of more than {MAX_BODY >> 20} MB")
        body = record.reader.read(MAX_BODY)
        if len(body) < length:
            raise InputError(f"broken off: {len(body):,} of {length:,} bytes")
        self._whole = True
        try:
            if kind == WarcRecordType.response:
                body = _unpacked(record, body)
        except InputError as error:
            return Rejected(STAGE, f"{self._shown}@{offset}", str(error))
        if not page_gate.passes(body):
            return self._passed("no evidence of a deal")
        return self._document(record, body, f"{self._shown}@{offset}", text=text)

    def _passed(self, why: str) -> Document | None:
        self._skipped[why] += 1
        return None

    def _document(self, record: WarcRecord, body: bytes, where: str, *, text: bool) -> Document:
        url = record.headers.get("WARC-Target-URI")
        url = url.strip("<>") if url else None
        media_type = HTML
        if text:
            title, _, rest = body.decode("utf-8", "replace").strip().partition("\n")
            body, media_type = json.dumps({"url": url, "title": title, "text": rest}).encode(), JSON_LINE
        elif charset := record.http_charset if record.is_http_parsed else None:
            media_type = f"{HTML}; charset={charset}"
        at = record.record_date
        fetched = min(at, self._now) if at is not None else self._now
        return Document(sha256(body).hexdigest(), body, media_type, where, fetched, url)


def _scanned(part: _Part) -> _Scanned | None:
    """Look through a part of an archive; nothing where only reading what comes before it can tell what it holds."""
    try:
        begins = part.begins if part.first else _first_record(part)
        if begins is None or begins >= part.ends:
            return _Scanned(part.ends, begins)
        archive = Archive(part.path, part.shown, None, part.now, Counter(), lambda _: None)
        return archive.part(begins, part.ends, part.skip)
    except (OSError, ValueError, InputError):
        return None


def _first_record(part: _Part) -> int | None:
    with Path(part.path).open("rb") as file:
        return _next_record(file, part.begins, part.ends)


def _unpacked(record: WarcRecord, body: bytes) -> bytes:
    """Undo the encodings of HTTP; archives of some crawlers keep them, others keep the headers alone."""
    if body[:100].lstrip()[:1] == b"<":
        return body
    headers = record.http_headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _dechunked(body)
    encodings = headers.get("Content-Encoding") or ""
    if not encodings or body[:100].lstrip()[:1] == b"<":  # chunked, and what its headers say was undone before
        return body
    return unpacked_body(body, encodings, MAX_BODY)


def _dechunked(body: bytes) -> bytes:
    """Join the chunks of a body (RFC 9112, 7.1); one that has none, though its headers say so, is as it was."""
    found: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 200)
        try:
            size = int(body[at:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            if at == 0:
                return body
            raise InputError("a broken chunk")
        if size == 0:
            return b"".join(found)
        found.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
        if at > len(body) + 2:
            raise InputError("chunks are broken off")


def _members(file: BinaryIO) -> Members | None:
    """Return what unpacks a file that is packed with gzip from its present place on."""
    start = file.tell()
    packed = file.read(len(_GZIP)) == _GZIP
    file.seek(start)
    return Members(file) if packed else None


def _next_record(file: BinaryIO, start: int, end: int = sys.maxsize) -> int | None:
    """Return where the next record begins at or after some place: packed by itself, or on a line of its own.

    None is looked for that begins at `end` or more than a block later.
    """
    file.seek(start)
    kept = b""
    while file.tell() - len(kept) < end and (block := file.read(_BLOCK)):
        data = kept + block
        base = file.tell() - len(data)
        at = -1
        while (at := _candidate(data, at + 1)) >= 0:
            if data.startswith(_WARC, at) or _packs_a_record(file, base + at):
                return base + at
            file.seek(base + len(data))
        kept = data[-len(_WARC) :]
    return None


def _candidate(data: bytes, start: int) -> int:
    places = [at for at in (data.find(_GZIP, start), data.find(_WARC, start)) if at >= 0]
    return min(places, default=-1)


def _packs_a_record(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    try:
        return zlib.decompressobj(31).decompress(file.read(4096), 64).startswith(_WARC)
    except zlib.error:
        return False
