from __future__ import annotations

from typing import Any

import pytest

from dealwire.core.tables import flat, harmless


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("a", "a"),
        (5, "5"),
        (["a", "b"], "a; b"),
        ([], ""),
        ({"value": 5}, '{"value":5}'),
        ([{"name": "a"}], '[{"name":"a"}]'),
    ],
)
def test_a_cell_is_text(value: Any, text: str) -> None:  # noqa: ANN401 - plain JSON
    assert flat(value) == text


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("=1+1", "'=1+1"), ("\x1b[31m=1+1", "'=1+1"), (["=a", "b"], "'=a; b"), (-5, -5), (None, None), (True, True)],
)
def test_a_cell_is_no_formula_and_steers_no_terminal(cell: Any, kept: Any) -> None:  # noqa: ANN401 - plain JSON
    assert harmless(cell) == kept
