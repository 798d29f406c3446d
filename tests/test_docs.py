"""What a user can call or set is documented, and what the documents name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from dealwire.cli.commands import app
from dealwire.config import SETTINGS
from tests.conftest import ROOT

COMMANDS = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
PAGES = [p for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")) if p.is_file()]


def test_every_command_and_option_is_documented() -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    found = {}
    for name, command in group.commands.items():
        for sub, inner in getattr(command, "commands", {"": command}).items():
            found[f"{name} {sub}".strip()] = {o for p in inner.params for o in p.opts if o.startswith("--")}
    assert {c for c in found if f"`{c}" not in COMMANDS} == set()
    assert {o for options in found.values() for o in options if o not in COMMANDS} == set()


def test_every_setting_is_documented() -> None:
    assert [s.variable for s in SETTINGS if f"`{s.variable}`" not in COMMANDS] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    assert [t for t in targets if not (page.parent / t).exists()] == []
