"""The sockets at which readers and hubs are answered."""

from __future__ import annotations

import socket


def listen(host: str, port: int, backlog: int = 512) -> socket.socket:
    """Listen at a host's port, 0 for any that is free; raises `OSError` where that can't be.

    Small pieces are sent at once (`TCP_NODELAY`, which connections inherit): asyncio asks for that at sockets that it
    made itself alone, and without it a body waits 40 ms until its head is acknowledged (RFC 1122, 4.2.3.2 and 4.2.3.4).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.create_server((host, port), family=family, backlog=backlog)
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound
