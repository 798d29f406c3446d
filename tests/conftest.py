"""What every test may use: where optional material lies, and the rule that CI may not skip for want of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("dealwire", deadline=None)  # a busy machine is no failure
settings.load_profile("dealwire")

ROOT = Path(__file__).resolve().parent.parent


def absent(reason: str) -> None:
    """Skip the test for want of something, or fail where everything is required (`DEALWIRE_REQUIRE=all`, as in CI)."""
    if os.environ.get("DEALWIRE_REQUIRE") == "all":
        pytest.fail(f"required here, but {reason}")
    pytest.skip(reason)


def shared(relative: str = "") -> Path:
    """Return a path in ../shared, where the measuring material lies beside a checkout; skip where it isn't there."""
    path = ROOT.parent / "shared" / relative
    if not path.exists():
        absent(f"../shared/{relative} is not there")
    return path
