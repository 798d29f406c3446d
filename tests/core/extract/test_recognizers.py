"""The floors of the outside check on sums."""

from __future__ import annotations

import pytest
from benchmarks.quality.recognizers import FLOORS, cases, differences

from tests.conftest import shared


@pytest.mark.parametrize("language", FLOORS)
def test_currency_cases_hold(language: str) -> None:
    shared(f"bench/recognizers/{language}/CurrencyModel.json")
    assert len(cases(language)) - len(list(differences(language))) >= FLOORS[language]
