"""Files, folders and standard input as documents."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dealwire.core.read import JSON_LINE
from dealwire.errors import InputError, UsageError
from dealwire.model import Document, Position, Rejected
from dealwire.ports import Engine
from dealwire.sources.file_types import HEAD, WARC, is_archive, media_type
from dealwire.sources.streams import chunks, lines, unpacked

STDIN = "-"
STAGE = "source"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in. Sizes are of unpacked bytes; `ratio` is of unpacked to packed size."""

    document: int = 20 << 20
    line: int = 4 << 20
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """A file or an address to read, or why it can't be. `size` is in bytes on disk, 0 where it is not known."""

    path: str
    size: int = 0
    problem: str | None = None
    address: bool = False


class Files:
    """A `Source` of what lies on disk: files, folders (all below, sorted, hidden ones left out); "-" is standard input.

    Each file may be gzipped. A `.jsonl` file is streamed, a document a line with "path:line" as its origin, however
    large the file is; so is a web archive, a document a page that may tell a deal, with "path@offset"; any other file
    is one document, and so is what lies at an address of the web. `total_bytes` and `done_bytes` tell how far reading
    is, in bytes on disk; `skipped` how many pages of archives were passed over, by reason.
    """

    def __init__(
        self,
        paths: Sequence[str],
        clock: Callable[[], datetime],
        limits: Limits | None = None,
        position: Callable[[str], str | None] = lambda _: None,
        fetch: Callable[[Sequence[str]], Iterator[Document | Rejected]] | None = None,
    ) -> None:
        """Take paths and addresses as a user names them; raises `UsageError` for a path that doesn't exist.

        `position` tells of an archive's name how far it was read before: the last `Position` that was kept. `fetch`
        yields what lies at addresses, in their order.
        """
        for path in paths:
            if _is_address(path):
                if fetch is None:
                    raise UsageError(f"{path}: addresses are not fetched here; save the page or feed and name the file")
            elif path != STDIN and not os.path.lexists(path):
                raise UsageError(f"{path}: no such file or folder")
        self._paths = tuple(paths)
        self._clock = clock
        self._limits = limits or Limits()
        self._found: list[_Found] | None = None
        self._position = position
        self._fetch = fetch or _fetch_nothing
        self._engine: Engine | None = None
        self.done_bytes = 0
        self.skipped: Counter[str] = Counter()

    @property
    def total_bytes(self) -> int:
        """The size of all files on disk, in bytes; standard input and pipes count for nothing."""
        return sum(found.size for found in self._files())

    @property
    def has_archives(self) -> bool:
        """Whether a file is a web archive by its name: much to read, of which little is kept."""
        return any(is_archive(found.path) for found in self._files())

    def documents(self, engine: Engine | None = None) -> Iterator[Document | Rejected | Position]:
        """Yield the documents of all files in order; what can't be read, as a `Rejected` with its path.

        All are fetched when the run begins, so that the order of files tells nothing. Archives are looked through by
        the engine, if there is one.
        """
        self.done_bytes = 0
        self._engine = engine
        now = self._clock()
        addresses = [found.path for found in self._files() if found.address]
        answers = self._fetch(addresses) if addresses else iter(())
        for found in self._files():
            shown = _shown(found.path)
            if found.address:
                yield next(answers)
                continue
            if found.problem:
                yield Rejected(STAGE, shown, found.problem)
                continue
            try:
                with _opened(found.path) as stream:
                    yield from self._read(found.path, shown, stream, now)
            except InputError as error:
                yield Rejected(STAGE, shown, str(error))
            except OSError as error:
                yield Rejected(STAGE, shown, _reason(error))

    def _files(self) -> list[_Found]:
        if self._found is None:
            self._found = [found for path in self._paths for found in _find(path)]
        return self._found

    def _count(self, size: int) -> None:
        self.done_bytes += size

    def _read(self, named: str, path: str, stream: BinaryIO, now: datetime) -> Iterator[Document | Rejected | Position]:
        if named != STDIN and is_archive(named):
            yield from self._archive(named, path, now)
            return
        counted: list[int] = []
        blocks = unpacked(chunks(stream, counted.append), self._limits.ratio)
        head, blocks = _peek(blocks)
        kind = media_type("" if path == STDIN else path, head)
        if kind == WARC:
            yield from self._archive(named, path, now)
            return
        blocks = self._counted(blocks, counted)
        if kind == JSON_LINE:
            yield from self._read_lines(path, _as_utf8(head, blocks), now)
        else:
            body = _joined(blocks, self._limits.document)
            if not body.strip():
                raise InputError("an empty file")
            yield _document(body, kind, path, now)

    def _counted(self, blocks: Iterator[bytes], read: list[int]) -> Iterator[bytes]:
        """Count the bytes that were read of a file as its blocks are used."""
        for block in blocks:
            self._count(sum(read))
            read.clear()
            yield block
        self._count(sum(read))

    def _archive(self, named: str, path: str, now: datetime) -> Iterator[Document | Rejected | Position]:
        if named == STDIN:
            raise InputError("a web archive on standard input: save it and name the file, to go on where a run ends")
        from dealwire.sources import warc

        position = self._position(warc.name_of(named))
        yield from warc.Archive(named, path, position, now, self.skipped, self._count).documents(self._engine)

    def _read_lines(self, path: str, blocks: Iterator[bytes], now: datetime) -> Iterator[Document | Rejected]:
        for line in lines(blocks, self._limits.line):
            where = f"{path}:{line.number}"
            if line.body is None:
                yield Rejected(STAGE, where, f"a line of more than {_megabytes(self._limits.line)}")
            elif body := line.body.removeprefix(codecs.BOM_UTF8).strip():
                yield _document(body, JSON_LINE, where, now)


def _document(body: bytes, kind: str, origin: str, now: datetime) -> Document:
    return Document(digest=sha256(body).hexdigest(), body=body, media_type=kind, origin=origin, fetched_at=now)


def _find(named: str) -> Iterator[_Found]:
    """List what is to be read under a path that a user named."""
    if named == STDIN:
        yield _Found(STDIN)
    elif _is_address(named):
        yield _Found(named, address=True)
    elif Path(named).is_dir():
        yield from _walk(named)
    else:
        found = _look_at(named)
        # A user may name a pipe ("<(curl …)"); one met in a folder would be waited on for ever.
        yield replace(found, problem=None) if found.problem == _NO_FILE and not Path(named).is_block_device() else found


def _fetch_nothing(_: Sequence[str]) -> Iterator[Document | Rejected]:
    return iter(())


def _is_address(named: str) -> bool:
    return named.lower().startswith(("http://", "https://"))


def _walk(folder: str) -> Iterator[_Found]:
    problems: list[OSError] = []
    for base, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (_look_at(str(Path(base, name))) for name in sorted(names) if not name.startswith("."))
        yield from (_Found(str(problem.filename), problem=_reason(problem)) for problem in problems)
        problems.clear()
    yield from (_Found(str(problem.filename), problem=_reason(problem)) for problem in problems)


_NO_FILE = "neither a file nor a folder"


def _look_at(path: str) -> _Found:
    try:
        found = Path(path).stat()
    except FileNotFoundError:
        return _Found(path, problem="a symbolic link to nothing")
    except OSError as error:
        return _Found(path, problem=_reason(error))
    if not stat.S_ISREG(found.st_mode):
        return _Found(path, problem=_NO_FILE)
    return _Found(path, found.st_size)


def _shown(path: str) -> str:
    """Return a path as it can be kept and printed on a line: file names may be any bytes."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return name if name.isprintable() else _CONTROL.sub(lambda sign: repr(sign[0])[1:-1], name)


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if path == STDIN else Path(path).open("rb")


def _peek(blocks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return a stream's first bytes, and the stream with them."""
    held: list[bytes] = []
    while sum(map(len, held)) < HEAD and (block := next(blocks, b"")):
        held.append(block)
    return b"".join(held)[:HEAD], chain(held, blocks)


def _joined(blocks: Iterator[bytes], limit: int) -> bytes:
    held: list[bytes] = []
    size = 0
    for block in blocks:
        size += len(block)
        if size > limit:
            raise InputError(f"larger than {_megabytes(limit)}, the most that one document may have")
        held.append(block)
    return b"".join(held)


def _as_utf8(head: bytes, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Turn UTF-16, which some shells write, into what can be cut at line feeds."""
    if not head.startswith(_UTF16):
        return blocks
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    return (decoder.decode(block).encode("utf-8", "replace") for block in blocks)


def _megabytes(size: int) -> str:
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{size:,} bytes"


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
