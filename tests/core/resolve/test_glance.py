"""A glance at two names may only say what the whole comparison says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.names import fold
from dealwire.core.resolve.aliases import Aliases
from dealwire.core.resolve.compare import compare_keys
from dealwire.core.resolve.glance import strangers

COMMON_WORDS = "arrow silver golden river compass north stone green table vision two second"
OTHER_WORDS = """
arows rivers compas sylver stones quorvex tralimo tralimos brenzic norvo d q 2 ii 7 44 forty four capital partners
partner management ventures labs ai bank bio biosciences sec security health tech holdings the of co ltd
gmbh gmhb incorporatd cloud china london us first 1st chips foods semi
"""
EVERYDAY = frozenset(COMMON_WORDS.split())
KNOWN = Aliases({}, EVERYDAY)
WORDS = st.sampled_from(COMMON_WORDS.split() + OTHER_WORDS.split())
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@settings(max_examples=500)
@given(NAMES, NAMES)
def test_a_glance_refuses_only_what_the_comparison_refuses(a: str, b: str) -> None:
    a, b = fold(a), fold(b)
    if strangers(a, b, EVERYDAY):
        assert not compare_keys(a, b, KNOWN).same
    assert strangers(a, b, EVERYDAY) is strangers(b, a, EVERYDAY)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Golden Arrow Foods", "Silver Arrow Foods"),
        ("Quorvex Bio", "Tralimo Bio"),
        ("River Compass Ventures", "Riverstone Capital"),
        ("Golden Arrow", "Arrow Security"),
    ],
)
def test_strangers_are_told_at_a_glance(a: str, b: str) -> None:
    assert strangers(fold(a), fold(b), EVERYDAY)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Quorvex", "Quorvex Bio"),
        ("Silver Arrow Foods", "Silver Arow Foods"),
        ("Norvo Stone Ventures", "NSV"),
        ("Two Rivers", "2 Rivers"),
        ("Golden Arrow", "金箭"),
        ("Silver Arrow Silver", "Silver Silver"),
        ("Tralimo Brenzic", "Tralimo Brenzic Norvo"),
    ],
)
def test_what_may_be_one_is_left_to_the_comparison(a: str, b: str) -> None:
    assert not strangers(fold(a), fold(b), EVERYDAY)
