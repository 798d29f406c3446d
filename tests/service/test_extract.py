"""`extract`: a line in, a line out, in order, on any number of processes, in bounded memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import pytest

from dealwire.engines.processes import Processes
from dealwire.engines.serial import Serial
from dealwire.model import Rejected
from dealwire.ports import Engine
from dealwire.service.extract import CHUNK, CHUNK_BYTES, extract_lines

T = TypeVar("T")
U = TypeVar("U")

ROUND = {"id": "a", "title": "Harrow Labs raises $30M Series B led by Oakhill Ventures"}
WEATHER = {"id": 7, "title": "Rain in Lisbon", "text": "It rained, and nobody minded."}
CHINESE = {
    "id": "丙",
    "text": "穹图科技完成数千万元A轮融资，由远岫创投领投。",
    "published": "2026-03-13 17:35:52 +0800",
}


def line(article: dict[str, Any]) -> bytes:
    return json.dumps(article, ensure_ascii=False).encode()


def answers(lines: Iterable[bytes | Rejected], engine: Engine | None = None) -> list[Any]:
    told = extract_lines(lines, engine or Serial())
    return [t if isinstance(t, Rejected) else json.loads(t) for t in told]


@pytest.mark.parametrize("engine", [Serial(), Processes(2)])
def test_each_line_is_answered_in_order_under_its_own_id(engine: Engine) -> None:
    told = answers([line(ROUND), line(WEATHER), line(CHINESE)] * 30, engine)
    assert [t["id"] for t in told] == ["a", 7, "丙"] * 30
    assert [[d["company"] for d in t["deals"]] for t in told[:3]] == [["Harrow Labs"], [], ["穹图科技"]]


def test_a_text_that_the_gate_stops_is_answered_without_deals() -> None:
    assert answers([line(WEATHER)]) == [{"id": 7, "deals": []}]


def test_a_line_that_is_no_article_is_rejected_by_its_number_and_costs_no_other() -> None:
    too_long = Rejected("source", "news.jsonl:4", "a line of more than 4 MB")
    first, bad, long, last = answers([line(ROUND), b"", b'{"title": "no id"}', too_long, line(WEATHER)])
    assert (first["id"], last["id"]) == ("a", 7)
    assert (bad.stage, bad.id) == ("extract", "line 3")
    assert long is too_long


class Counting:
    """An engine that tells what it was handed."""

    def __init__(self) -> None:
        self.handed: list[Any] = []

    def map(self, function: Callable[[T], U], items: Iterable[T | None]) -> Iterator[U | None]:
        for item in items:
            self.handed.append(item)
            yield None if item is None else function(item)


@pytest.mark.parametrize("size", [100, CHUNK_BYTES // 3, CHUNK_BYTES * 2])
def test_what_is_handed_on_at_a_time_is_bounded_in_lines_and_bytes(size: int) -> None:
    engine = Counting()
    lines = [line({"id": n, "text": "x" * size}) for n in range(CHUNK * 2 if size == 100 else 7)]
    assert len(answers(lines, engine)) == len(lines)
    assert max(map(len, engine.handed)) <= CHUNK
    longest = max(map(len, lines))
    assert max(sum(len(body) for _, body in chunk) for chunk in engine.handed) < CHUNK_BYTES + longest
    assert [n for chunk in engine.handed for n, _ in chunk] == list(range(1, len(lines) + 1))
