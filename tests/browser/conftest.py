"""The site over the examples, in Debian's Chromium; skipped with its reason where that is not there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    Request,
    sync_playwright,
)

from dealwire.service.door import Dealwire
from tests.conftest import ROOT, absent

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
PHONE, DESKTOP = 390, 1280


def chromium(playwright: Playwright) -> Browser:
    found = shutil.which("chromium")
    if found is None:
        absent("Chromium is not there: apt-get install chromium")
    return playwright.chromium.launch(executable_path=found, args=ARGUMENTS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


def serve(store: str) -> Iterator[str]:
    """Serve a store as a user does; the address without its last slash."""
    command = [sys.executable, "-m", "dealwire", "serve", "--json", "--port", "0", "--db", store]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as server:  # noqa: S603
        try:
            assert server.stdout is not None
            address: str = msgspec.json.decode(server.stdout.readline())["address"]
            yield address.rstrip("/")
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert browser.is_connected()
    path = str(tmp_path_factory.mktemp("browser") / "examples.db")
    with Dealwire(path) as wire:
        wire.ingest(wire.files([str(ROOT / "examples")]))
    yield from serve(path)


@dataclass(frozen=True, slots=True)
class Reader:
    """A person before a browser: what went wrong and what was asked of other hosts is written down."""

    page: Page
    site: str
    errors: list[str]
    elsewhere: list[str]

    def opens(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page

    def fits(self) -> bool:
        """Tell whether the page is no wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def reading(context: BrowserContext, site: str) -> Reader:
    reader = Reader(context.new_page(), site, [], [])
    reader.page.on("pageerror", lambda e: reader.errors.append(str(e)))

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            reader.errors.append(message.text)

    def asked(dialog: Dialog) -> None:
        reader.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def fetched(request: Request) -> None:
        if not request.url.startswith(site):
            reader.elsewhere.append(request.url)

    reader.page.on("console", said)
    reader.page.on("dialog", asked)
    reader.page.on("request", fetched)
    return reader


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def reader(browser: Browser, site: str, width: int) -> Iterator[Reader]:
    """Return a reader without JavaScript: every page must be whole without it."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, java_script_enabled=False, locale="en-GB", accept_downloads=True
    )
    reader = reading(context, site)
    yield reader
    assert (reader.errors, reader.elsewhere) == ([], [])
    context.close()


@pytest.fixture
def scripted(browser: Browser, site: str, width: int) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="en-GB")
    reader = reading(context, site)
    yield reader
    assert (reader.errors, reader.elsewhere) == ([], [])
    context.close()


@pytest.fixture(scope="session")
def pages(site: str) -> list[str]:
    """Return an address of each sort of page."""
    assert site
    return [
        "/",
        "/deals",
        "/deals?kind=funding_round&sort=amount",
        "/stories",
        "/trends",
        "/network",
        "/organisations",
        "/sources",
        "/api/v1/docs",
        "/sources/fjordpost.example",
        "/search?q=%E8%9E%8D%E8%B5%84",
        "/search?q=nothing-like-this",
        "/organisations/Corvid%20Capital",
        "/organisations/Tideline%20Robotics",
        "/nowhere",
    ]


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
