"""What tells names from other strings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.extract.chinese import name_model
from dealwire.core.extract.chinese.name_model import likeness, likeness_at, odds, odds_at


@pytest.mark.parametrize(
    "name", ["云杉机器人", "澜起资本", "鹿鸣生物", "Northwind Labs", "深圳市岚图智能科技有限公司", "青禾创投"]
)
def test_a_name_is_likely(name: str) -> None:
    assert likeness(name) > 0.5


@pytest.mark.parametrize("words", ["接近尾声", "成本降到三成", "投资者通常会", "约22吨白银", "可能不排除", "至其名下"])
def test_words_of_a_clause_are_not(words: str) -> None:
    assert likeness(words) < 0.2


@pytest.mark.parametrize(
    ("text", "name", "cut"),
    [
        ("近日，云杉机器人宣布完成A轮融资。", "云杉机器人", "云杉机器人宣布"),
        ("本轮由青禾创投领投。", "青禾创投", "由青禾创投"),
        ("若鹿鸣生物收购成功，股价将上涨。", "鹿鸣生物", "若鹿鸣生物"),
        ("澜起资本还将增持股份。", "澜起资本", "澜起资本还"),
    ],
)
def test_a_name_is_likelier_than_the_same_cut_wrongly(text: str, name: str, cut: str) -> None:
    first, wrong = text.index(name), text.index(cut)
    assert odds_at(text, first, first + len(name)) > odds_at(text, wrong, wrong + len(cut))


def test_what_stands_around_counts() -> None:
    assert odds("云杉机器人", "由", "领投") != odds("云杉机器人")
    assert odds_at("由云杉机器人领投", 1, 6) == odds("云杉机器人", "||由", "领投|")


def test_the_case_of_letters_does_not() -> None:
    assert odds("NORTHWIND 3") == odds("northwind 7")


@settings(deadline=None)
@given(st.text(), st.text(max_size=5), st.text(max_size=5))
def test_any_text_has_a_likeness(name: str, before: str, after: str) -> None:
    assert 0 < likeness(name, before, after) < 1


@settings(deadline=None)
@given(st.text(min_size=1), st.data())
def test_a_place_reads_no_further_than_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert 0 < likeness_at(text, start, end) < 1


def test_a_long_string_takes_no_longer() -> None:
    assert len(name_model.grams("云" * 10_000, "", "")) < 200
