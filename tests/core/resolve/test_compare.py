"""Two names are one organisation's or not, with the reason."""

from __future__ import annotations

import time
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.resolve.aliases import Aliases, everyday_words
from dealwire.core.resolve.compare import Likeness, apart, compare

WORDS = Aliases({}, everyday_words((resources.files("dealwire.data") / "everyday.txt").read_text(encoding="utf-8")))
"""What is known beside the letters: the words of everyday, and no names."""

MERGED = [
    ("Moonshot", "Moonshot AI"),
    ("Acorn", "Acorn AI"),
    ("Alibaba", "Alibaba Group"),
    ("Acorn", "https://acorn.com/"),
    ("Tarnwick", "tarnwick.net"),
    ("OpenAI", "Open AI"),
    ("HawkEye 360", "HawkEye360"),
    ("Scale", "ScaleAI"),
    ("Siemens", "SiemensAG"),
    ("智谱", "智谱AI"),
    ("宇树科技", "宇树"),
    ("宇树科技", "杭州宇树科技有限公司"),
    ("月之暗面", "北京月之暗面科技有限公司"),
    ("海港快舟", "海港快舟（上海）图像科技有限公司"),
    ("金蝶软件", "金蝶软件（中国）有限公司"),
    ("月之暗面", "Yuezhi Anmian"),
    ("零一万物", "Lingyi Wanwu"),
    ("Коммерсантъ", "Kommersant"),
    ("a16z", "Andreessen Horowitz"),
    ("Accel", "Accel Partners"),
    ("Tarnwick", "Tarnwick Therapeutics"),
    ("Tarnwick Venture Partners", "Tarnwick"),
    ("Tarnwick Capital", "Tarnwick Capital Management"),
    ("World Health Organisation", "World Health Organization"),
    ("First Harbour Bank", "1st Harbour Bank"),
    ("AT&T Inc.", "AT and T"),
    ("Harbour and Sons", "Harbour & Sons"),
    ("Grupo Tarnwick", "Tarnwick S.A."),
    ("Tarnwick Sistemas", "Tarnwick Systems"),
    ("Tarnwick Waste Systems", "Tarnwick"),
    ("海港智造", "北京海港智造装备科技有限公司"),
]

LIKELY = [
    ("Anthropic", "Antropic"),
    ("Tarnwick Electronics", "Tarnvick Electronics"),
    ("Tarnwick", "Tarnwick Capital"),
    ("Tarnwick Royalties", "Tarnwick"),
    ("高瓴", "高瓴资本"),
    ("快手", "Kuaishou"),
    ("Tarnwick Joint Stock Compani", "Tarnwick Joint Stock Company"),
    ("Octopus Energy", "Octopus"),
    ("海港快", "上海海港快造船有限公司"),
    ("中林甘家铺子", "重庆大林中林甘家铺子餐饮管理有限公司"),
    ("港舟而康", "港舟而康快速制造科技有限公司"),
]

POSSIBLE = [
    ("Air", "Applied Impact Robotics"),
    ("IVP", "Institutional Venture Partners"),
    ("KKR Asian Fund II", "KKR Asian Fund III"),
    ("Tarnwick", "Tarnvick"),
    ("Index Ventures Partners", "Index"),
]

DIFFERENT = [
    ("Figure", "Figma"),
    ("阿里云", "阿里巴巴"),
    ("Sequoia Capital", "Sequoia China"),
    ("Sequoia Capital", "HongShan"),
    ("Alpha", "Alphabet"),
    ("SoftBank", "SoftBank Vision Fund"),
    ("SoftBank Group Corp.", "SoftBank Vision Fund II"),
    ("Tidewater Ventures", "Tidewater"),
    ("Charles River Ventures", "Charles River"),
    ("Harbour Fund", "Harbour Fund II"),
    ("Tarnwick", "Tarnwick Cloud"),
    ("Tarnwick", "Tarnwick China"),
    ("Tarnwick", "Tarnwick Foundation"),
    ("Tarnwick Capital", "Tarnwick Ventures"),
    ("智谱", "智普"),
    ("宇树科技", "宇数科技"),
    ("Й Банк", "И Банк"),
    ("ООО Тарвик", "ООО Тарвин"),
    ("가나다 전자", "가나더 전자"),
    ("がくだい", "かくたい"),
    ("红杉中国", "红杉资本"),
    ("高瓴", "高瓴创投"),
    ("腾讯", "腾讯音乐"),
    ("海港智造", "海港智造资本"),
    ("海港智造", "海港智造基金会"),
    ("北京银行", "上海银行"),
    ("港舟而康", "港舟而康大文娱"),
    ("港舟而康", "港舟而康集团远洋制药有限公司"),
    ("Lightspeed China Partners", "Lightspeed Venture Partners"),
    ("Cohere", "Coherent"),
    ("Catalyst", "Health Catalyst"),
    ("Meta", "Meta Materials"),
    ("Banco Aurora", "Banco Aurora Chile"),
    ("海港科技", "海港生物"),
    ("北京海港科技有限公司", "上海海港科技有限公司"),
    ("Tarnwick Robotics", "Tarnwick Therapeutics"),
    ("L & H Editions", "L & H Lintex"),
]

NEVER_FOLDED = [
    *DIFFERENT,
    *POSSIBLE[:3],
    ("Cerebral", "Cerebras"),
    ("SignalFire", "SignalWire"),
    ("Smartrack", "Smartrock"),
]
"""Pairs that are not one organisation's however alike they look: to nobody who asks, and in no store."""


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        *((a, b, Likeness.SAME) for a, b in MERGED),
        *((a, b, Likeness.LIKELY) for a, b in LIKELY),
        *((a, b, Likeness.POSSIBLE) for a, b in POSSIBLE),
        *((a, b, Likeness.DIFFERENT) for a, b in DIFFERENT),
    ],
)
def test_how_alike_names_are(a: str, b: str, likeness: Likeness) -> None:
    comparison = compare(a, b, WORDS)
    assert comparison.likeness is likeness, (comparison.bits, comparison.features)


@pytest.mark.parametrize(("a", "b"), NEVER_FOLDED)
def test_different_companies_are_never_folded(a: str, b: str) -> None:
    comparison = compare(a, b, WORDS)
    assert not comparison.same, comparison.features
    assert comparison.score < 0.5


@pytest.mark.parametrize(("a", "b"), MERGED + LIKELY + NEVER_FOLDED)
def test_order_does_not_matter(a: str, b: str) -> None:
    assert compare(a, b, WORDS) == compare(b, a, WORDS)


@pytest.mark.parametrize("added", ["Capital", "Management"])
def test_a_coined_name_may_drop_its_firm_word_and_a_word_of_everyday_may_not(added: str) -> None:
    assert compare("Quarvix", f"Quarvix {added}", WORDS).same
    assert not compare("Compass", f"Compass {added}", WORDS).same


@pytest.mark.parametrize("added", ["Therapeutics", "Energy"])
def test_a_coined_name_merges_without_its_trade_and_a_word_of_everyday_only_may_be_the_same(added: str) -> None:
    assert compare("Quarvix", f"Quarvix {added}", WORDS).merges
    assert compare("Compass", f"Compass {added}", WORDS).likeness is Likeness.LIKELY


scripts = st.sampled_from(["智谱普宇树数海港", "АБВГДЙИ", "가나다라", "がかぎき"])


@given(scripts.flatmap(lambda letters: st.tuples(*[st.text(letters, min_size=2, max_size=5)] * 2)))
def test_names_that_differ_only_in_letters_of_another_script_are_never_one(pair: tuple[str, str]) -> None:
    a, b = pair
    assert compare(a, b, WORDS).same is (a == b)


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
    assert apart("智谱", "智普")


@pytest.mark.parametrize("name", ["ab " * 5000, "a" * 50_000, "阿里" * 20_000, "1 " * 20_000, "ii " * 9000])
def test_hostile_names_compare_fast(name: str) -> None:
    begun = time.perf_counter()
    compare(name, name[::-1] + "x")
    assert time.perf_counter() - begun < 0.5


def test_a_famous_name_has_its_variants_listed() -> None:
    table = Aliases.from_rows([{"entity": "Aurora", "name": "Aurora Holdings"}])
    assert compare("Aurora", "Aurora Energy").same
    assert not compare("Aurora", "Aurora Energy", table).same
    assert not compare("Aurora", "Aurora Capital", table).same
    assert compare("Aurora", "Aurora AI", table).same


def test_a_famous_name_is_registered_with_a_place_and_a_trade() -> None:
    table = Aliases.from_rows([{"entity": "Haigang", "name": "海港"}], WORDS.everyday)
    assert compare("海港", "杭州海港科技有限公司", table).merges
    assert compare("海港", "杭州海港机器人股份有限公司", table).same
    assert not compare("海港", "海港音乐", table).same


def test_a_famous_name_is_misspelt_by_many() -> None:
    table = Aliases.from_rows([{"entity": "Tarnwick", "name": "Tarnwick"}], WORDS.everyday)
    assert not compare("Tarnwick", "Tarnvick", WORDS).same
    assert compare("Tarnwick", "Tarnvick", table).same
