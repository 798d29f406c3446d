"""A program that reads the API, and the news that a store under test takes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from dealwire.service.door import Dealwire

V1 = "/api/v1"


def get(client: TestClient, path: str, **params: object) -> Any:  # noqa: ANN401 - whatever JSON it is
    """Return what a call answers."""
    answer = client.get(V1 + path, params=dict[str, Any](params))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def walk(client: TestClient, path: str, **params: object) -> Iterator[dict[str, Any]]:
    """Yield the items of all pages, by the link that each page has to the next."""
    answer = client.get(V1 + path, params=dict[str, Any](params))
    while True:
        page = answer.json()
        yield from page["items"]
        link = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        assert (link is None) == (page["next"] is None)
        if link is None:
            return
        answer = client.get(link[1])


def document(title: str, text: str, day: str, slug: str, published: str = "true") -> str:
    """Return a document as front matter and text."""
    return f"""---
title: "{title}"
published: {published}
originalUrl: "https://news.example/{slug}"
publishedDateTime: {day}T10:00:00Z
provider: {{name: "Quay Courier"}}
---
{text}
"""


def take_in(wire: Dealwire, directory: Path, name: str, text: str) -> None:
    """Ingest a document."""
    (directory / name).write_text(text, encoding="utf-8")
    wire.ingest(wire.files([str(directory / name)]))
