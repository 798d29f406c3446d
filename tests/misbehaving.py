"""A web server on loopback that does as a script says, down to the bytes: for tests of everything that fetches."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Headers = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """A request that came in."""

    path: str
    headers: Headers
    body: bytes = b""


Send = Callable[[bytes], Awaitable[None]]
Play = Callable[[Asked, Send], Awaitable[None]]
"""Answers a request by sending bytes; the connection closes when it returns."""


def answer(
    body: bytes | str = b"", status: int = 200, headers: Headers | None = None, *, length: int | None = None
) -> Play:
    """Return a play that sends one whole answer; `length` lies about its size."""
    content = body.encode() if isinstance(body, str) else body

    async def play(_: Asked, send: Send) -> None:
        await send(head(status, {"Content-Length": str(len(content) if length is None else length), **(headers or {})}))
        await send(content)

    return play


def head(status: int, headers: Headers) -> bytes:
    """Return the first lines of an answer."""
    lines = [f"HTTP/1.1 {status} X", "Connection: close", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def in_turn(*plays: Play) -> Play:
    """Return a play that does each of some in turn, and the last for ever."""
    left = list(plays)

    async def play(asked: Asked, send: Send) -> None:
        await (left.pop(0) if len(left) > 1 else left[0])(asked, send)

    return play


def dripping(pieces: Iterable[bytes], pause: float) -> Play:
    """Return a play that sends pieces with a pause after each."""

    async def play(_: Asked, send: Send) -> None:
        for piece in pieces:
            await send(piece)
            await asyncio.sleep(pause)

    return play


@dataclass
class Misbehaving:
    """The server, in a thread of its own; use it as a context manager, and change `plays` (by path) at any time."""

    plays: dict[str, Play] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    hosts: int = 1
    """So many addresses of this machine it listens on, each a host to whoever asks."""

    def __enter__(self) -> Self:
        started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(started)), daemon=True)
        self._thread.start()
        assert started.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def url(self, path: str, host: int = 0) -> str:
        """Return the address of a path at one of its hosts."""
        return f"http://{_address(host % self.hosts)}:{self.port}{path}"

    def times(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(asked.path == path for asked in self.asked)

    async def _serve(self, started: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._connected, _address(0), 0)
        self.port = server.sockets[0].getsockname()[1]
        further = [_address(n) for n in range(1, self.hosts)]
        others = await asyncio.start_server(self._connected, further, self.port) if further else None
        started.set()
        await self._stop.wait()
        server.close()
        if others:
            others.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            pairs = (line.partition(": ") for line in lines[1:] if line)
            headers = {name.lower(): value for name, _, value in pairs}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            asked = Asked(lines[0].split(" ")[1], headers, body)
            self.asked.append(asked)

            async def send(data: bytes) -> None:
                writer.write(data)
                await writer.drain()

            await self.plays.get(asked.path, answer(b"not here", 404))(asked, send)
        writer.close()


def _address(host: int) -> str:
    return f"127.0.{host // 250}.{host % 250 + 1}"


@contextlib.contextmanager
def serving(plays: dict[str, Play]) -> Iterator[Misbehaving]:
    """Serve some plays by path."""
    with Misbehaving(plays) as server:
        yield server
