from __future__ import annotations

from pathlib import Path

import pytest

from tests.service.watching import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a newsroom that watches nothing yet."""
    return Desk(tmp_path / "store.db")
