"""Take the pictures of README and docs from the examples, in Chromium: `python -m benchmarks.screenshots`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import msgspec
from playwright.sync_api import Browser, sync_playwright

from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-lcd-text",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


EDITOR, WORDS = "Ada", "wooden rows on grey water"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, what it shows, and how large a window sees it."""

    name: str
    path: str
    width: int = 1280
    height: int = 860
    scheme: Literal["light", "dark"] = "light"
    locale: str = "en-GB"


SHOTS = (
    Shot("front", "/", width=1120, height=620),
    Shot("deal", "/deals?company=Tideline", height=1000),
    Shot("dispute-phone", "/deals?company=Nimbus", width=390, height=900, scheme="dark"),
    Shot("deals", "/deals?currency=USD", width=1120, height=720),
    Shot("organisation", "/organisations/松涧资本", width=1120, locale="zh-CN"),
    Shot("network", "/network", width=1120, height=600, scheme="dark"),
    Shot("review", "/review?kind=conflict", width=1120, height=620),
)


def main() -> None:
    """Take every picture."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/img"
    target.mkdir(parents=True, exist_ok=True)
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for shot in SHOTS:
            path = target / f"{shot.name}.png"
            _take(browser, site, shot, path)
            print(f"{path}  {path.stat().st_size / 1000:.0f} kB")


def _take(browser: Browser, site: str, shot: Shot, path: Path) -> None:
    window = {"width": shot.width, "height": shot.height}
    context = browser.new_context(viewport=window, color_scheme=shot.scheme, locale=shot.locale)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site + shot.path)
    if shot.path.startswith("/review"):
        page.get_by_label("Name").fill(EDITOR)
        page.get_by_label("Password").fill(WORDS)
        page.get_by_label("Password").press("Enter")
        page.locator("tbody a").first.click()
        page.wait_for_selector(".side-of")
    if "company=" in shot.path:
        page.locator("table.deals th a").first.click()
        page.wait_for_selector("article.deal")
    page.screenshot(path=path)
    context.close()


@contextmanager
def served() -> Iterator[str]:
    """Serve the examples; the address without its last slash."""
    with TemporaryDirectory() as directory:
        store = f"{directory}/examples.db"
        with Dealwire(store) as wire:
            wire.ingest(wire.files([str(ROOT / "examples")]))
            wire.people.add("root", EDITOR, Role.EDITOR, WORDS)
        command = [sys.executable, "-m", "dealwire", "serve", "--json", "--port", "0", "--db", store]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as server:  # noqa: S603
            try:
                assert server.stdout is not None  # noqa: S101
                yield msgspec.json.decode(server.stdout.readline())["address"].rstrip("/")
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
