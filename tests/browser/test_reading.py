"""A person reads the site: filters, opens a deal, reads the sentence, downloads; on a phone and on a desk."""

from __future__ import annotations

import csv
import re

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, Reader


def test_from_the_front_page_to_the_sentence_behind_a_sum(reader: Reader) -> None:
    page = reader.opens("/")
    page.get_by_role("link", name="Tideline Robotics").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tideline Robotics")
    amount = page.locator("#amount")
    expect(amount.locator(".won")).to_contain_text("$240M")
    quote = amount.locator("blockquote").first
    expect(quote.locator("mark")).to_have_text(re.compile(r"\$240 [Mm]illion"))
    quote.locator(".cite").click()
    assert re.search(r"#a\d$", page.url)
    expect(page.locator("li:target")).to_be_visible()
    page.locator("li:target a").first.click()
    expect(page.get_by_role("table")).to_contain_text("$240")
    assert reader.fits()


def test_deals_are_narrowed_and_widened_again(reader: Reader) -> None:
    page = reader.opens("/deals")
    everything = page.locator(".total strong").inner_text()
    page.locator("#facets").get_by_role("link", name=re.compile("^acquisition")).click()
    assert "kind=acquisition" in page.url
    rows = page.locator("table.deals tbody tr")
    expect(rows).to_have_count(int(page.locator(".total strong").inner_text()))
    assert set(page.locator("td.kind").all_inner_texts()) == {"acquisition"}
    page.get_by_role("searchbox", name="Company").fill("silo")
    page.get_by_role("button", name="Apply").click()
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator(".total strong")).to_have_text(everything)
    assert reader.fits()


def test_what_is_listed_can_be_downloaded(reader: Reader) -> None:
    page = reader.opens("/deals?currency=EUR")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    with waiting.value.path().open(encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f))
    assert len(rows) == int(page.locator(".total strong").inner_text()) > 0
    assert {row["amount_currency"] for row in rows} == {"EUR"}


def test_chinese_is_found_without_spaces_and_shown_in_chinese(reader: Reader) -> None:
    page = reader.opens("/")
    page.get_by_role("link", name="中文").click()
    page.get_by_role("searchbox").first.fill("松涧")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("搜索")
    page.get_by_role("link", name="松涧资本").first.click()
    expect(page.get_by_role("heading", level=2, name="投资组合")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=2, name="Portfolio")).to_be_visible()


def test_a_dispute_shows_both_sides(reader: Reader) -> None:
    page = reader.opens("/")
    page.locator(".disputes").get_by_role("link").first.click()
    expect(page.locator(".alert")).to_contain_text("Reports disagree on Amount")
    expect(page.locator("#amount .differs")).to_have_count(1)
    expect(page.locator("#amount .side.against")).to_be_visible()


def test_results_come_as_one_types(scripted: Reader) -> None:
    page = scripted.opens("/deals?currency=USD")
    page.get_by_role("searchbox", name="Company").press_sequentially("tideline")
    expect(page.locator("table.deals tbody tr")).to_have_count(1)
    expect(page.get_by_role("searchbox", name="Company")).to_be_focused()
    expect(page.locator(".chosen")).to_contain_text("tideline")
    assert page.url.endswith("/deals?currency=USD&company=tideline")
    page.get_by_role("searchbox", name="Company").fill("")
    expect(page.locator("table.deals tbody tr")).not_to_have_count(1)
    scripted.opens("/search").get_by_label("Words").press_sequentially("松涧")
    expect(page.get_by_role("link", name="松涧资本").first).to_be_visible()


def test_a_story_leads_to_its_coverage_and_its_deal(reader: Reader) -> None:
    page = reader.opens("/stories")
    page.locator(".headline a").first.click()
    expect(page.locator("table.stack tbody tr")).to_have_count(3)
    page.locator("table.deals th a").first.click()
    assert "/deals/" in page.url


def test_no_page_is_wider_than_the_window(reader: Reader, pages: list[str]) -> None:
    assert [path for path in pages if not (reader.opens(path) and reader.fits())] == []
    reader.errors.clear()  # the console tells of a 404


def test_everything_is_reached_by_keyboard(reader: Reader, width: int) -> None:
    page = reader.opens("/deals")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_be_visible()
    assert width != DESKTOP or focused.evaluate("e => e.closest('main') !== null")


def test_the_first_page_is_light(reader: Reader) -> None:
    sizes: list[int] = []
    reader.page.on("requestfinished", lambda r: sizes.append(r.sizes()["responseBodySize"]))
    reader.opens("/")
    reader.page.wait_for_load_state("networkidle")
    assert 1000 < sum(sizes) < 100_000
