"""One organisation is a part of another by what its name adds: told with its kind, and never as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.names import fold
from dealwire.core.resolve.aliases import Aliases
from dealwire.core.resolve.compare import compare_keys
from dealwire.core.resolve.part_of import part_of

TABLE = Aliases.from_rows(
    [
        {"entity": "Alibaba", "name": "阿里巴巴"},
        {"entity": "Alibaba Cloud", "name": "阿里云"},
        {"entity": "Compass", "name": "Compass Inc."},
        {"entity": "Tarnwick", "name": "Tarnwick"},
        {"entity": "Quellmoor", "name": "Quellmoor"},
        {"entity": "Bex", "name": "Bex"},
    ],
    everyday={"compass", "harbour", "figure"},
    parents=[{"entity": "Quellmoor", "parent": "Tarnwick"}, {"entity": "Bex", "parent": "Quellmoor"}],
)

PARTS = [
    ("SoftBank", "SoftBank Vision Fund", "fund"),
    ("SoftBank Group Corp.", "SoftBank Vision Fund II", "fund"),
    ("SoftBank", "SoftBank's Vision Fund", "fund"),
    ("Tarnwick Growth Fund", "Tarnwick Growth Fund II", "fund"),
    ("Tarnwick", "Tarnwick Ventures", "investing arm"),
    ("Tarnwick", "Tarnwick China", "branch"),
    ("Tarnwick", "Tarnwick Cloud", "arm"),
    ("腾讯", "腾讯音乐", "arm"),
    ("高瓴", "高瓴创投", "investing arm"),
    ("阿里巴巴", "阿里云", "arm"),
    ("Alibaba", "阿里云", "arm"),
    ("Compass", "Compass Ventures", "investing arm"),
    ("Tarnwick", "Quellmoor", "subsidiary"),
    ("Tarnwick Inc.", "Bex", "subsidiary"),
]

STRANGERS = [
    ("Figure", "Figma"),
    ("Alpha", "Alphabet"),
    ("Harbour", "Harbour Ventures"),
    ("Tarnwick", "Tarnwick AI"),
    ("Tarnwick", "Quarvix Ventures"),
    ("Quellmoor", "Compass"),
    ("First", "First China"),
    ("智谱", "智普"),
]


@pytest.mark.parametrize(("whole", "part", "kind"), PARTS)
def test_a_part_is_told_in_either_order(whole: str, part: str, kind: str) -> None:
    relation = part_of(fold(part), fold(whole), TABLE)
    assert relation is not None
    assert relation == part_of(fold(whole), fold(part), TABLE)
    assert (relation.whole, relation.part, relation.kind) == (fold(whole), fold(part), kind)
    assert not compare_keys(fold(whole), fold(part), TABLE).same


@pytest.mark.parametrize(("a", "b"), STRANGERS)
def test_other_names_are_no_parts(a: str, b: str) -> None:
    assert part_of(fold(a), fold(b), TABLE) is None


def test_two_funds_of_a_series_are_sisters() -> None:
    relation = part_of("tarnwick asian fund ii", "tarnwick asian fund iii", TABLE)
    assert relation is not None
    assert relation.kind == "sister"


names = st.lists(st.sampled_from(["tarnwick", "compass", "ventures", "fund", "china", "ii", "cloud", "ai"]), min_size=1)


@given(names.map(" ".join), names.map(" ".join))
def test_what_is_a_part_is_never_the_same(a: str, b: str) -> None:
    relation = part_of(a, b, TABLE)
    assert relation == part_of(b, a, TABLE)
    assert relation is None or not compare_keys(a, b, TABLE).same
