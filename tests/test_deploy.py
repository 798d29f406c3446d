"""What deploy/ holds is fit to be used: it names files and options that there are."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dealwire.cli.commands import app
from tests.conftest import ROOT

UNIT = ROOT / "deploy" / "dealwire-watch.service"
CONTAINER = ROOT / "deploy" / "Containerfile"


def test_the_options_that_the_unit_names_are_those_of_watch() -> None:
    told = CliRunner().invoke(app, ["watch", "--help"], env={"COLUMNS": "200", "TERM": "dumb"}).output
    lines = [line for line in UNIT.read_text(encoding="utf-8").splitlines() if "systemctl" not in line]
    named = re.findall(r"--[a-z][a-z-]+", "\n".join(lines))
    assert {"--sources", "--metrics", "--websub-callback"} <= set(named)
    assert [option for option in named if option not in told] == []


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    unit = tmp_path / UNIT.name
    unit.write_text(
        UNIT.read_text(encoding="utf-8").replace("/opt/dealwire/bin/dealwire", "/bin/true"), encoding="utf-8"
    )
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, encoding="utf-8", check=False)  # noqa: S603, S607
    ours = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert (done.returncode, ours) == (0, [])


def test_what_the_container_copies_is_there() -> None:
    lines = [
        line
        for line in CONTAINER.read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ") and "--from" not in line
    ]
    copied = [name for line in lines for name in line.split()[1:-1]]
    assert "requirements.lock" in copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
