"""Web archives for tests, written by hand."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

TELLS = (
    "Acme Robotics, a Berlin maker of warehouse robots, said on Friday that it raised $12 million in a Series A round "
    "led by Example Capital. The money will go into a second factory and into hiring, said its founder, who started it."
)
TELLS_CHINESE = (
    "甲乙科技宣布完成一亿元A轮融资，由丙丁资本领投，资金将用于产品研发与市场，"
    "公司表示未来还会继续投入更多的资源到新业务当中。"
)
TELLS_NOTHING = (
    "The garden is open all year. In spring the tulips come first, and the roses follow in June. Dogs are welcome on a "
    "lead, and the café by the old gate serves soup at noon and cake from two o'clock until the light goes in the west."
)


def page(text: str, title: str = "Acme raises $12 million") -> str:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    )


def record(
    n: int,
    body: bytes | str,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
    headers: str = "",
    length: int | None = None,
    date: str = "2026-03-13T10:00:00Z",
) -> bytes:
    """Return a record: an HTTP answer, or bare content for other kinds than "response"."""
    raw = body.encode() if isinstance(body, str) else body
    http = kind == "response"
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{headers}\r\n".encode() + raw if http else raw
    told = "application/http; msgtype=response" if http else media_type
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.com/{n}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:{n}>\r\nContent-Type: {told}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> bytes:
    """Pack each record by itself, as archives are."""
    return b"".join(gzip.compress(one, 6) for one in records)
