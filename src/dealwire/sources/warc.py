"""Web archives (WARC, ISO 28500): the pages that may tell a deal, one by one, from any place on.

A record is passed over where it is no page, was not answered with 200, or holds no evidence of a deal in its bytes;
passing over is counted, not listed. A broken record is a `Rejected` with its offset, and reading goes on at the next
place where a record begins.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
from dealwire.sources.encodings import unpacked_body
from dealwire.sources.members import Members

STAGE = "source"
MAX_BODY = 8 << 20
"""Bytes of the largest page that is looked at, as sent and unpacked: no reader takes a larger one."""

EVERY = 1000
"""After so many records without a page worth reading, too, it is told how far reading has come."""

MAX_BROKEN = 1000
"""An archive with more broken records is none."""

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
        match (position or "")[:1], (position or "")[1:]:
            case "@", offset:
                self._start, self._skip = int(offset), 1
            case "#", number:
                self._skip, self._done.by_offset = int(number), False

    def documents(self) -> Iterator[Document | Rejected | Position]:
        """Yield the pages worth reading, what is broken, and every so often how far reading has come."""
        done = self._done
        start: int | None = self._start
        after: Rejected | None = None
        broken = 0
        self._told(self._start)
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

    def _records(self, file: BinaryIO) -> Iterator[Document | Rejected | Position]:
        done = self._done
        members = _members(file)
        stream = cast("BinaryIO", members) if members else file  # it calls `read` and `tell` alone
        for record in ArchiveIterator(stream, record_types=_PAGES, parse_http=False):
            offset = members.member_at(record.stream_pos) if members else record.stream_pos
            done.by_offset &= offset > done.offset
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


def _next_record(file: BinaryIO, start: int) -> int | None:
    """Return where the next record begins at or after some place: packed by itself, or on a line of its own."""
    file.seek(start)
    kept = b""
    while block := file.read(_BLOCK):
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
