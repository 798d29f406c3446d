"""Figures are written into their block of a page, and nothing else of the page is touched."""

from __future__ import annotations

import pytest
from benchmarks.quality.document import PAGE, refreshed

PAGE_BEFORE = "# Title\n\n<!-- figures -->\n\nold\n\n<!-- /figures -->\n\ntext <!-- other --> <!-- /other -->\n"


def test_a_block_is_written_anew_in_place() -> None:
    after = refreshed(PAGE_BEFORE, "figures", ["| a |", "| - |"])
    assert after == PAGE_BEFORE.replace("old", "| a |\n| - |")
    assert refreshed(after, "figures", ["old"]) == PAGE_BEFORE


@pytest.mark.parametrize("page", ["", "<!-- figures -->", "<!-- /figures --> <!-- figures -->"])
def test_a_page_without_the_block_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="figures"):
        refreshed(page, "figures", [])


@pytest.mark.parametrize("name", ["figures", "calibration"])
def test_the_page_on_extraction_has_its_blocks(name: str) -> None:
    assert (
        "| ---" in PAGE.read_text(encoding="utf-8").partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0]
    )
