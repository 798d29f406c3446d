"""An editor signs in, decides by one key, undoes; the pages for members under axe, on a phone and a desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState, expect

from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from tests.browser.conftest import DESKTOP, PHONE, Reader, reading, serve
from tests.browser.test_access import RULES
from tests.conftest import ROOT

WORDS = "wooden rows on grey water"


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site with the examples and an account."""
    assert browser.is_connected()
    path = str(tmp_path_factory.mktemp("review") / "t.db")
    with Dealwire(path) as wire:
        wire.ingest(wire.files([str(ROOT / "examples")]))
        wire.people.add("root", "Ada", Role.ADMIN, WORDS)
    yield from serve(path)


@pytest.fixture(scope="module")
def signed_in(browser: Browser, desk: str) -> StorageState:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(desk + "/review")
    enter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
    state = context.storage_state()
    context.close()
    return state


def enter(page: Page) -> None:
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Password").fill(WORDS)
    page.get_by_label("Password").press("Enter")


@pytest.fixture
def editor(browser: Browser, desk: str, signed_in: StorageState, width: int) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="en-GB", storage_state=signed_in)
    reader = reading(context, desk)
    yield reader
    assert (reader.errors, reader.elsewhere) == ([], [])
    context.close()


def test_a_conflict_is_decided_by_one_key_and_undone_by_another(editor: Reader) -> None:
    page = editor.opens("/review?kind=conflict")
    page.keyboard.press("j")
    expect(page.locator(".question")).to_contain_text("Amount: which is right?")
    assert editor.fits()
    expect(page.locator(".side-of .effect").nth(1)).to_contain_text("$150M → €200M")
    page.keyboard.press("2")
    expect(page.locator(".flash")).to_contain_text("Nimbus Orchard · Amount: €200M")
    expect(page.locator(".empty")).to_have_text("Nothing to decide here.")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions")
    expect(page.locator("tbody tr").nth(1)).to_contain_text("undone")
    editor.opens("/review?kind=conflict")
    expect(page.locator("tbody tr")).to_have_count(1)


@pytest.mark.parametrize("width", [DESKTOP])
def test_keys_do_nothing_while_one_types_or_once_they_are_off(editor: Reader) -> None:
    page = editor.opens("/review?kind=names")
    page.keyboard.press("j")
    page.get_by_label("Why", exact=False).first.press_sequentially("sd n")
    assert "/review/case" in page.url
    page.keyboard.press("Enter")
    expect(page.get_by_label("Why", exact=False).first).to_have_value("sd n")
    page.get_by_label("One key decides").uncheck()
    page.locator("h1").click()
    page.keyboard.press("s")
    page.keyboard.press("d")
    page.keyboard.press("n")
    page.reload()
    page.keyboard.press("n")
    before = page.url
    page.get_by_label("One key decides").check()
    page.locator("h1").click()
    page.keyboard.press("n")
    expect(page).not_to_have_url(before)
    assert page.request.get(editor.site + "/review/decisions").text().count("sd n") == 0


def test_review_works_without_script(browser: Browser, desk: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=False, locale="en-GB")
    reader = reading(context, desk)
    page = reader.opens("/deals?company=Tideline")
    page.locator("table.deals th a").first.click()
    page.get_by_role("link", name="Editors sign in to correct it.").click()
    enter(page)
    expect(page.locator(".question")).to_have_text("What is wrong with it?")
    page.get_by_label("Field").select_option("round")
    page.get_by_label("Value").fill("Series D")
    page.get_by_role("button", name="See what it changes").first.click()
    expect(page.locator(".effect")).to_contain_text("Series C → Series D")
    page.get_by_role("button", name="Decide so").click()
    expect(page.locator(".flash")).to_contain_text("Round: Series D")
    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.locator("tbody tr").first).to_contain_text("decided: undo")
    assert reader.fits()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    assert (reader.errors, reader.elsewhere) == ([], [])
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme", "locale"), [(PHONE, "dark", "zh-CN"), (DESKTOP, "light", "en-GB")], ids=["phone", "desktop"]
)
def test_axe_finds_nothing_on_the_pages_for_members(
    browser: Browser, desk: str, signed_in: StorageState, width: int, scheme: Literal["dark", "light"], locale: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme=scheme,
        locale=locale,
        storage_state=signed_in,
        bypass_csp=True,
    )
    reader = reading(context, desk)
    axe, wide = Axe(), []
    found: dict[str, list[tuple[str, list[str]]]] = {}

    def look(path: str) -> None:
        told = axe.run(reader.opens(path), options=RULES).response["violations"]
        found[path] = [(v["id"], [node["html"][:200] for node in v["nodes"][:2]]) for v in told]
        wide.extend([] if reader.fits() else [path])

    page = reader.opens("/review")
    links = page.locator("tbody a").evaluate_all("all => all.map(a => a.pathname + a.search)")
    kinds = {re.findall(r"sort=(\w+)", link)[0]: link for link in links}
    deal = re.sub(r"sort=\w+", "sort=deal", kinds["conflict"])
    for path in ["/review", "/review/decisions", "/log", *kinds.values(), deal, "/review/case?sort=deal&a=none"]:
        look(path)
    context.clear_cookies()
    look("/login")
    assert ({path: told for path, told in found.items() if told}, wide) == ({}, [])
    assert len(found) >= 9
    context.close()
