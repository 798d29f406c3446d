"""No figure of the readers falls below its floor (benchmarks/quality/floors.json)."""

from __future__ import annotations

from benchmarks.quality.__main__ import FLOORS, measured
from benchmarks.quality.floors import Floors

from tests.conftest import shared


def test_no_figure_is_below_its_floor() -> None:
    shared("gold")
    shared("bench/recognizers")
    floors, now = Floors.load(FLOORS), measured()
    assert now.keys() == floors.figures.keys()
    assert {name: (now[name], floors.figures[name]) for name in floors.below(now)} == {}


def test_every_lowered_floor_has_its_reason() -> None:
    assert [row for row in Floors.load(FLOORS).lowered if not row["why"].strip()] == []


def test_the_first_bars_are_met() -> None:
    floors = Floors.load(FLOORS).figures
    for lang in ("en", "zh"):
        assert floors[f"{lang} all deal"] >= 0.80
        assert floors[f"{lang} all slot"] >= 0.75
        assert floors[f"{lang} all empty texts left empty"] >= 0.97
    assert floors["recognizers English cases"] * 180 >= 160
    assert floors["recognizers Chinese cases"] * 35 >= 32


def test_of_the_values_told_with_nine_in_ten_nine_in_ten_are_right() -> None:
    floors = Floors.load(FLOORS).figures
    for language in ("English", "Chinese"):
        assert floors[f"confidence {language} right where told with .9"] >= 0.9
        assert floors[f"confidence {language} calibrated"] >= 0.95
