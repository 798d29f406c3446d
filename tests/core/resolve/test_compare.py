"""Two names are one organisation's or not, with the reason."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.compare import apart, compare

SAME = [
    ("Moonshot", "Moonshot AI"),
    ("Alibaba", "Alibaba Group"),
    ("OpenAI", "Open AI"),
    ("Scale", "ScaleAI"),
    ("智谱", "智谱AI"),
    ("宇树科技", "宇树"),
    ("月之暗面", "北京月之暗面科技有限公司"),
    ("金蝶软件", "金蝶软件（中国）有限公司"),
    ("IVP", "Institutional Venture Partners"),
    ("a16z", "Andreessen Horowitz"),
    ("Accel", "Accel Partners"),
    ("Anthropic", "Antropic"),
    ("World Health Organisation", "World Health Organization"),
    ("First Harbour Bank", "1st Harbour Bank"),
    ("AT&T Inc.", "AT and T"),
    ("Harbour and Sons", "Harbour & Sons"),
]

DIFFERENT = [
    ("Figure", "Figma"),
    ("阿里云", "阿里巴巴"),
    ("Sequoia Capital", "Sequoia China"),
    ("Alpha", "Alphabet"),
    ("SoftBank", "SoftBank Vision Fund"),
    ("Tidewater Ventures", "Tidewater"),
    ("Charles River Ventures", "Charles River"),
    ("KKR Asian Fund II", "KKR Asian Fund III"),
    ("Harbour Fund", "Harbour Fund II"),
    ("智谱", "智普"),
    ("Й Банк", "И Банк"),
    ("红杉中国", "红杉资本"),
    ("高瓴", "高瓴创投"),
    ("腾讯", "腾讯音乐"),
    ("北京银行", "上海银行"),
    ("Lightspeed China Partners", "Lightspeed Venture Partners"),
    ("Cohere", "Coherent"),
    ("Cerebral", "Cerebras"),
    ("SignalFire", "SignalWire"),
    ("Catalyst", "Health Catalyst"),
    ("Air", "Applied Impact Robotics"),
    ("Meta", "Meta Materials"),
    ("Banco Aurora", "Banco Aurora Chile"),
    ("海港科技", "海港生物"),
    ("北京海港科技有限公司", "上海海港科技有限公司"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_names_of_one_organisation(a: str, b: str) -> None:
    comparison = compare(a, b, NO_ALIASES)
    assert comparison.same, comparison.features
    assert comparison.score >= 0.5


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_of_two_organisations(a: str, b: str) -> None:
    comparison = compare(a, b, NO_ALIASES)
    assert not comparison.same, comparison.features
    assert comparison.score < 0.5


@pytest.mark.parametrize(("a", "b"), SAME + DIFFERENT)
def test_order_does_not_matter(a: str, b: str) -> None:
    assert compare(a, b) == compare(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_compare_alike_in_both_orders(a: str, b: str) -> None:
    assert compare(a, b) == compare(b, a)
    assert 0 <= compare(a, b).score <= 1


@given(st.text(min_size=1, max_size=30))
def test_a_name_is_itself(name: str) -> None:
    assert compare(name, name).same


def test_the_table_of_aliases_knows_better_than_letters() -> None:
    table = Aliases.from_rows(
        [
            {"entity": "Moonshot AI", "name": "月之暗面"},
            {"entity": "Moonshot AI", "name": "Yuezhi Anmian"},
            {"entity": "Sequoia Capital", "name": "红杉"},
            {"entity": "HongShan", "name": "红杉中国"},
        ]
    )
    assert compare("月之暗面", "Moonshot AI", table).same
    assert "Moonshot AI" in compare("月之暗面", "Yuezhi Anmian", table).why
    assert not compare("红杉", "HongShan", table).same
    assert not compare("月之暗面", "Moonshot AI").same


def test_an_alias_of_two_organisations_decides_nothing() -> None:
    table = Aliases.from_rows(
        [{"entity": "Aurora Bank", "name": "Aurora"}, {"entity": "Aurora Innovation", "name": "Aurora"}]
    )
    assert table.entity("aurora") is None


def test_every_feature_says_why_and_the_weights_make_the_verdict() -> None:
    comparison = compare("Harbour Ventures", "Harbour")
    assert all(feature.why for feature in comparison.features)
    assert (sum(feature.weight for feature in comparison.features) >= 0) is comparison.same
    assert {feature.name for feature in comparison.features} >= {"prior", "shared word", "added word"}
    assert "limit" in {feature.name for feature in compare("Harbour Tidewater Ventures", "Harbour Tidewater").features}


def test_apart_tells_sisters_from_strangers() -> None:
    assert apart("alibaba", "alibaba cloud")
    assert apart("moonshot ai", "moonshot energy robotics mining")
    assert not apart("moonshot ai", "moonshot")
    assert not apart("zhipu", "智谱")


@pytest.mark.parametrize("name", ["ab " * 5000, "a" * 50_000, "阿里" * 20_000, "1 " * 20_000, "ii " * 9000])
def test_hostile_names_compare_fast(name: str) -> None:
    begun = time.perf_counter()
    compare(name, name[::-1] + "x")
    assert time.perf_counter() - begun < 0.5


def test_a_famous_name_has_its_variants_listed() -> None:
    table = Aliases.from_rows([{"entity": "Aurora", "name": "Aurora Holdings"}])
    assert compare("Aurora", "Aurora Energy").same
    assert not compare("Aurora", "Aurora Energy", table).same
    assert compare("Aurora", "Aurora AI", table).same
