"""Answers leave at once, whoever reads them slowly or fast."""

from __future__ import annotations

import socket

from dealwire.web.listening import listen


def test_a_connection_sends_small_pieces_without_waiting() -> None:
    with (
        listen("127.0.0.1", 0) as bound,
        socket.create_connection(bound.getsockname()),
        bound.accept()[0] as connection,
    ):
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
