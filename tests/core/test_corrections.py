from __future__ import annotations

from typing import Any

import pytest

from dealwire.core.corrections import FORMS, checked
from dealwire.errors import UsageError

RANGE = {"value": 5, "currency": "EUR", "qualifier": "range", "max": 9, "verbatim": ""}


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("kind", "ipo", "ipo"),
        ("round", "series_b", "series_b"),
        ("round", None, None),
        ("company", "  Tarn\u001b[31m  Robotics ", "Tarn Robotics"),
        ("round_label", "B+轮", "B+轮"),
        (
            "amount",
            {"value": 5, "currency": "EUR"},
            {"value": 5, "currency": "EUR", "qualifier": "exact", "verbatim": ""},
        ),
        ("amount", RANGE, RANGE),
        (
            "valuation",
            {"value": 5, "currency": "EUR", "basis": "pre"},
            {"value": 5, "currency": "EUR", "qualifier": "exact", "verbatim": "", "basis": "pre"},
        ),
        ("announced_on", {"value": "2024-02-27", "precision": "day"}, {"value": "2024-02-27", "precision": "day"}),
        ("announced_on", {"value": "2024-02-27", "precision": "year"}, {"value": "2024-01-01", "precision": "year"}),
        ("investors", [{"name": "Halden", "role": "lead"}], [{"name": "Halden", "role": "lead"}]),
        ("investors", None, []),
    ],
)
def test_a_value_is_kept_in_the_form_of_the_record(field: str, value: object, kept: object) -> None:
    assert checked(field, value) == kept


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("background", True, "choose one of"),
        ("kind", None, "funding_round"),
        ("company", None, "str"),
        ("company", " \u0007 ", "1 to 300"),
        ("company", 360, "in quotes"),
        ("round", "series_z", "series_a"),
        ("amount", "5 million", "object"),
        ("amount", {"value": 5}, "currency"),
        ("amount", {"value": 5, "currency": "usd"}, "capital letters"),
        ("amount", {"value": 0, "currency": "USD"}, "between"),
        ("amount", {"value": 10**16, "currency": "USD"}, "between"),
        ("amount", {"value": 5, "currency": "USD", "max": 9}, "range"),
        ("amount", {**RANGE, "max": 5}, "greater"),
        ("amount", {**RANGE, "also": [{"value": 5, "currency": "dollars"}]}, "capital letters"),
        ("amount", {"value": 5, "currency": "USD", "qualifer": "about"}, "qualifer"),
        ("valuation", {"value": 5, "currency": "USD", "basis": "before"}, "before"),
        ("announced_on", "2024", "precision"),
        ("announced_on", {"value": "2024-02-30", "precision": "day"}, "date"),
        ("investors", {"name": "Halden", "role": "lead"}, "array"),
        ("investors", [{"name": "Halden", "role": "boss"}], "boss"),
    ],
)
def test_another_form_is_refused_in_words(field: str, value: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        checked(field, value)


@pytest.mark.parametrize("field", FORMS)
@pytest.mark.parametrize("value", [{}, [[]], {"value": {}}, {"value": 1, "currency": None}, [None], 1.5, float("nan")])
def test_nonsense_is_refused_for_every_field(field: str, value: Any) -> None:  # noqa: ANN401 - plain JSON
    with pytest.raises(UsageError):
        checked(field, value)
