"""News that tries to do something: it is shown, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dealwire.service.door import Dealwire
from tests.browser.conftest import Reader, reading, serve, write

RECORD = """---
title: {title}
published: true
originalUrl: {url}
publishedDateTime: 2026-01-{day:02}T10:00:00Z
provider:
  name: {publisher}
---
{text}
"""
SCRIPT = "/search?q=<script>alert(9)</script>"
LONG = "Q" * 1_000_000
TEXTS = (
    (
        "'<script>alert(1)</script> Harrow Labs raises $5 million'",
        "javascript:alert(2)",
        "'<img src=x onerror=alert(3)>'",
        "Harrow Labs raised $5 million in seed funding led by Fern Capital.",
    ),
    (
        "'\"><svg onload=alert(4)> Pinfold Foods raises $6 million'",
        'https://news.example/"onclick=alert(5)',
        "'{{7*7}}'",
        "Pinfold Foods raised $6 million in a Series A round led by Fern Capital. </script><script>alert(7)</script>",
    ),
    (
        "'\u202egnp.exe\u202c Wexcombe Energy raises $7 million \ud83d'",
        "data:text/html,<script>alert(8)</script>",
        "'\u2067\U0001f468\u200d\u200d\u200d\ufe0f'",
        "Wexcombe Energy raised $7 million. \u202eAll of it.\u202c",
    ),
    (
        f"{LONG} raises $8 million",
        "https://news.example/long",
        LONG,
        f"{LONG} raised $8 million from {LONG} Capital.",
    ),
)


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert browser.is_connected()
    directory = tmp_path_factory.mktemp("hostile")
    for n, (title, url, publisher, text) in enumerate(TEXTS, start=1):
        write(directory / f"{n}.md", RECORD.format(title=title, url=url, day=n, publisher=publisher, text=text))
    store = str(directory / "hostile.db")
    with Dealwire(store) as wire:
        counts = wire.ingest(wire.files([str(directory / f"{n}.md") for n in range(1, len(TEXTS) + 1)]))
    assert counts.read + len(counts.rejected) == len(TEXTS)
    yield from serve(store)


@pytest.fixture
def visitor(browser: Browser, hostile: str, width: int) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="en-GB")
    yield reading(context, hostile)
    context.close()


def test_strangers_texts_are_shown_and_do_nothing(visitor: Reader) -> None:
    page = visitor.opens("/deals")
    names = page.locator("table.deals th a")
    expect(names.filter(has_text="Harrow Labs")).to_have_count(1)
    seen = set()
    todo = [
        "/",
        "/deals",
        "/stories",
        "/network",
        "/organisations",
        "/trends",
        "/search?q=million",
        "/search?q=<script>alert(9)</script>",
    ]
    while todo:
        path = todo.pop()
        seen.add(path)
        visitor.opens(path)
        assert visitor.fits(), path
        assert len(page.content()) < 500_000
        links = page.locator("main a").evaluate_all("all => all.map(a => a.href)")
        assert [link for link in links if not link.startswith(("http://", "https://"))] == []
        inner = {link.removeprefix(visitor.site).partition("#")[0] for link in links if link.startswith(visitor.site)}
        todo += [p for p in inner - seen - set(todo) if p.startswith(("/deals/", "/stories/", "/articles/"))]
    assert (visitor.errors, visitor.elsewhere) == ([], [])
    assert len(seen) > 12
    assert "49" not in page.locator("body").inner_text()


def test_a_name_of_a_million_letters_is_cut(hostile: str, browser: Browser, tmp_path: Path) -> None:
    assert tmp_path
    context = browser.new_context()
    reader = reading(context, hostile)
    page = reader.opens("/search?q=million")
    assert "\u202e" not in page.content()
    assert max(len(text) for text in page.locator("main a").all_inner_texts()) <= 200
    context.close()
