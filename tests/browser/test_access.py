"""WCAG 2.2 AA as far as axe-core can tell, on every sort of page: light and dark, phone and desktop.

Colours and widths don't depend on each other, so that two of the four combinations show both of each.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE, Reader, reading

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(params=[("light", PHONE), ("dark", DESKTOP)], ids=["light phone", "dark desktop"])
def seen(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Reader]:
    """Return a reader in whose pages axe can run: the policy forbids scripts from elsewhere, axe's among them."""
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, locale="en-GB", bypass_csp=True
    )
    yield reading(context, site)
    context.close()


def test_axe_finds_nothing(seen: Reader, pages: list[str]) -> None:
    axe = Axe()
    seen.opens("/")
    deals = seen.page.locator(".latest th a, .disputes a").evaluate_all("all => all.slice(-3).map(a => a.pathname)")
    stories = seen.page.locator(".headline a").evaluate_all("all => all.slice(0, 1).map(a => a.pathname)")
    found = {}
    for path in [*pages, *deals, *stories]:
        result = axe.run(seen.opens(path), options=RULES)
        found[path] = [
            (v["id"], [node["html"][:200] + " " + node["failureSummary"][:200] for node in v["nodes"][:2]])
            for v in result.response["violations"]
        ]
    assert {path: told for path, told in found.items() if told} == {}
