"""The house stands on its floors: imports point down, the core does no I/O (contracts in pyproject.toml)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

LONGEST_MODULE = 450
WRITTEN = "written by `python -m benchmarks."
"""In the first line of a module that a command wrote: it holds figures alone."""


def test_imports_point_down_only() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout


def test_no_module_holds_more_than_one_idea() -> None:
    texts = {str(p.relative_to(ROOT)): p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py")}
    by_hand = {name: text for name, text in texts.items() if WRITTEN not in text.partition("\n")[0]}
    assert {name: n for name, text in by_hand.items() if (n := text.count("\n")) > LONGEST_MODULE} == {}


def test_no_file_names_a_package_registry() -> None:
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "registry.npmjs" + ".org")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S607
    files = [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    assert [p.name for p in files if any(h.encode() in p.read_bytes() for h in hosts)] == []
