"""Calling the command line as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping


def dealwire(
    *arguments: str, env: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `dealwire` with arguments; return what it printed and its exit code."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DEALWIRE_")}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "dealwire", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**clean, **(env or {})},
        timeout=120,
        check=False,
    )
