"""No figure of the readers falls below its floor (benchmarks/quality/floors.json)."""

from __future__ import annotations

import json

from benchmarks.quality.__main__ import FLOORS, SLACK, measured

from tests.conftest import shared


def test_no_figure_is_below_its_floor() -> None:
    shared("gold")
    shared("bench/recognizers")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["figures"]
    now = dict(measured())
    assert now.keys() == floors.keys()
    assert {n: (now[n], floor) for n, floor in floors.items() if now[n] < floor - SLACK} == {}


def test_the_first_bars_are_met() -> None:
    shared("gold")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["figures"]
    for lang in ("en", "zh"):
        assert floors[f"{lang} all deal"] >= 0.80
        assert floors[f"{lang} all slot"] >= 0.75
    assert floors["recognizers English cases"] * 180 >= 160
    assert floors["recognizers Chinese cases"] * 35 >= 32
