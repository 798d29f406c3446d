"""Reasons in Chinese: every shape that the core words is known, and what was found stands in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from dealwire import app
from dealwire.core.resolve.compare import compare
from dealwire.service.door import Dealwire
from dealwire.web.language import translator
from dealwire.web.messages import MESSAGES
from dealwire.web.reasons import clause, reason
from tests.conftest import ROOT

ZH, EN = translator("zh"), translator("en")
RESOLVE = ROOT / "src/dealwire/core/resolve"
ENDED = {"'x' only describesx", "'x' is often left outx"}
"""Texts that end in what a function adds; both of its ends are told below."""


def worded(name: str, place: int) -> Iterator[str]:
    """Yield the texts that the calls of a class have at a place, with x for what is put in."""
    for path in sorted(RESOLVE.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
            if called and isinstance(node, ast.Call) and len(node.args) > place:
                arg = node.args[place]
                if isinstance(arg, ast.Name):
                    arg = told.get(arg.id, arg)
                if isinstance(arg, ast.Constant | ast.JoinedStr):
                    yield _text(arg)


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


def test_every_clause_that_the_core_words_is_known() -> None:
    told = set(worded("Feature", 3)) | set(worded("NameLink", 4))
    assert len(told) > 35
    assert [text for text in sorted(told - ENDED) if clause(text, ZH) is None] == []
    for text in ("'x' only describes", "'x' is often left out"):
        assert clause(text, ZH)
        assert clause(f"{text}, but the rest is no coined name", ZH)


def test_every_rule_has_its_words() -> None:
    told = set(worded("Ruling", 1))
    assert len(told) >= 4
    assert [rule for rule in sorted(told) if f"rule.{rule}" not in MESSAGES] == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            "2 origins for the value shown, 1 origin against",
            "2 个信源支持现用的值，1 个信源不同",
        ),
        ("37% that these two are one deal", "两者为同一笔交易的可能性为 37%"),
        (
            "both have 'corvid'; 'labs' only describes, but the rest is no coined name (0.81)",
            "都有“corvid”；“labs”只是描述，但其余并非自造名称（0.81）",
        ),
        (
            "d-1 and d-2 may be one: the sum is the same, both are backed by fern capital, on one day, "
            "both are a series b",
            "d-1 与 d-2 可能是同一笔：金额相同，投资方同为 fern capital，同一天，轮次同为 B 轮",
        ),
        (
            'that is no value for amount: a sum lies between 1 and 10; write it as {"value": 6, "currency": "USD"}',
            '这不是 金额 的值（a sum lies between 1 and 10）；请写成 {"value": 6, "currency": "USD"}',
        ),
        ("something new, of no shape here; (0.5)", "something new, of no shape here; (0.5)"),
    ],
)
def test_reasons_are_told_in_the_readers_language(english: str, chinese: str) -> None:
    assert reason(english, ZH) == chinese
    assert reason(english, EN) == english


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Corvid Capital", "Corvid Capital Partners"),
        ("Halden Robotics", "Haldem Robotics"),
        ("Lanshi Robotics", "澜石机器人"),
        ("Acorn AI", "Acorn Energy"),
        ("Northgate Ventures II", "Northgate Ventures III"),
    ],
)
def test_what_names_have_in_common_is_told_without_a_word_of_english(a: str, b: str) -> None:
    why = reason(compare(a, b, app.knowledge("").aliases).why, ZH)
    for word in ("both", "only", "have", "differ", "organisation", "same", "described"):
        assert word not in why.split(), why


def test_the_whole_queue_of_the_examples_is_told_in_chinese(wire: Dealwire) -> None:
    items = wire.queue()
    assert len(items) > 3
    for item in items:
        assert reason(item.reason, ZH) != item.reason


def test_a_long_hostile_reason_is_cut_and_costs_little() -> None:
    assert len(reason("' and '" * 100_000, ZH)) <= 2000
