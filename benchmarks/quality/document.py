"""Blocks of measured figures in a page of the documentation, written anew in place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).resolve().parents[2] / "docs/explanation/extraction.md"


def refreshed(page: str, name: str, lines: Iterable[str]) -> str:
    """Return a page with the lines between `<!-- name -->` and `<!-- /name -->` in place of what stands there.

    Raises:
        ValueError: the page has no such block.
    """
    opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, begun, rest = page.partition(opening)
    _, ended, after = rest.partition(closing)
    if not begun or not ended:
        raise ValueError(f"the page has no block {name!r}")
    block = "\n".join(lines).strip("\n")
    return f"{before}{opening}\n\n{block}\n\n{closing}{after}"


def refresh(name: str, lines: Iterable[str], page: Path = PAGE) -> None:
    """Write a block of a page anew."""
    page.write_text(refreshed(page.read_text(encoding="utf-8"), name, lines), encoding="utf-8")
