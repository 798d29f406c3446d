"""Floors of quality rise by themselves, and fall only with a reason that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality import __main__ as quality
from benchmarks.quality.floors import Floors, LoweredError

from tests.conftest import shared

HELD = Floors({"en all deal": 0.9, "zh all deal": 0.8})


def test_a_figure_below_its_floor_is_named() -> None:
    assert HELD.below({"en all deal": 0.91, "zh all deal": 0.79}) == ["zh all deal"]
    assert HELD.below({"en all deal": 0.9, "zh all deal": 0.7996}) == []


def test_a_figure_that_is_no_longer_measured_is_below_its_floor() -> None:
    assert HELD.below({"en all deal": 0.9}) == ["zh all deal"]


def test_floors_rise_with_what_is_measured() -> None:
    higher = {"en all deal": 0.95, "zh all deal": 0.8, "zh all slot": 0.5}
    assert HELD.updated(higher) == Floors(higher)


@pytest.mark.parametrize("why", [None, "", "  "])
@pytest.mark.parametrize("lower", [{"en all deal": 0.95, "zh all deal": 0.7}, {"en all deal": 0.95}])
def test_floors_do_not_fall_without_a_reason(why: str | None, lower: dict[str, float]) -> None:
    with pytest.raises(LoweredError, match="zh all deal"):
        HELD.updated(lower, why)


def test_a_reason_is_kept_beside_what_it_lowered() -> None:
    after = HELD.updated({"en all deal": 0.95, "zh all deal": 0.7}, "labels mended")
    assert after.figures == {"en all deal": 0.95, "zh all deal": 0.7}
    assert after.lowered == ({"figure": "zh all deal", "from": 0.8, "to": 0.7, "why": "labels mended"},)
    again = after.updated({"en all deal": 0.9, "zh all deal": 0.7}, "fewer texts")
    assert [row["why"] for row in again.lowered] == ["labels mended", "fewer texts"]


def test_floors_survive_their_file(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    assert Floors.load(file) == Floors({})
    kept = HELD.updated({"en all deal": 0.5, "zh all deal": 0.8}, "数据有误")
    kept.save(file)
    assert Floors.load(file) == kept


def test_the_command_leaves_the_floors_alone_where_one_would_fall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shared("gold")
    # One table of them: that all figures keep to their floors is held by tests/acceptance.
    monkeypatch.setattr(quality, "tables", lambda: [quality.whole_deals("en", "English")])
    file = tmp_path / "floors.json"
    Floors({"en all deal": 1.01}).save(file)
    before = file.read_bytes()

    def update(*more: str) -> None:
        monkeypatch.setattr("sys.argv", ["quality", "--floors", str(file), "--update", *more])
        quality.main()

    with pytest.raises(SystemExit, match="no reason is given: en all deal"):
        update()
    assert file.read_bytes() == before
    assert "below its floor: en all deal" in capsys.readouterr().out
    update("--allow-lower", "nothing reaches more than all")
    (row,) = Floors.load(file).lowered
    assert (row["figure"], row["from"], row["why"]) == ("en all deal", 1.01, "nothing reaches more than all")
    assert 0.5 < Floors.load(file).figures["en all deal"] <= 1
