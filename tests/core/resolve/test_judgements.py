"""Which judgements are in force."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.resolve.judgements import effective
from dealwire.model import Judgement, Verdict
from tests.core.resolve.making import judgement, undo


def ids(judgements: list[Judgement]) -> list[str]:
    return [one.id for one in effective(judgements)]


def test_a_later_verdict_on_the_same_question_supersedes() -> None:
    first = judgement("1", "name", "a", "b", Verdict.SAME, day=1)
    second = judgement("2", "name", "b", "a", Verdict.DIFFERENT, day=2)
    assert ids([second, first]) == ["2"]


def test_the_fields_of_a_report_are_questions_of_their_own() -> None:
    one = judgement("1", "field", "r", "round", Verdict.CORRECT, value="series_a")
    other = judgement("2", "field", "r", "amount", Verdict.CORRECT, value=None)
    assert ids([one, other]) == ["1", "2"]


def test_undoing_a_verdict_restores_the_one_that_it_superseded() -> None:
    first = judgement("1", "name", "a", "b", Verdict.SAME, day=1)
    second = judgement("2", "name", "a", "b", Verdict.DIFFERENT, day=2)
    assert ids([first, second, undo("3", "2", day=3)]) == ["1"]


def test_an_undoing_can_be_undone() -> None:
    first = judgement("1", "name", "a", "b", day=1)
    assert ids([first, undo("2", "1", day=2)]) == []
    assert ids([first, undo("2", "1", day=2), undo("3", "2", day=3)]) == ["1"]
    assert ids([first, undo("2", "1", day=2), undo("3", "2", day=3), undo("4", "3", day=4)]) == []


@given(
    st.permutations(
        [*(judgement(str(n), "name", "a", "b", day=n) for n in range(4)), undo("8", "3", 8), undo("9", "8", 9)]
    )
)
def test_order_and_repetition_change_nothing(judgements: list[Judgement]) -> None:
    assert ids(judgements * 2) == ["3"]
