"""Names fold to one key for one spelling, and never across non-Latin letters."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.names import blocks, fold

SPELLINGS = [
    ("Alibaba Group Holding Ltd.", "alibaba"),
    ("ALIBABA", "alibaba"),
    ("阿里巴巴集团控股有限公司", "阿里巴巴"),
    ("联想控股股份有限公司", "联想控股"),
    ("深圳市大疆创新科技有限公司", "深圳市大疆创新科技"),
    ("金蝶软件（中国）有限公司", "金蝶软件"),
    ("智谱 AI", "智谱ai"),
    ("Société Générale S.A.", "societe generale"),
    ("Ørsted A/S", "orsted"),
    ("J.P. Morgan & Co.", "jp morgan"),
    ("The Boring Company", "boring"),
    ("Volkswagen Bank G.m.b.H.", "volkswagen bank"),
    ("PT Bank Jago Tbk", "bank jago"),
    ('ООО "Ромашка"', "ромашка"),
    ("株式会社メルカリ", "メルカリ"),
    ("トヨタ自動車㈱", "トヨタ自動車"),
    ("Ｔｅｎｃｅｎｔ　Ｈｏｌｄｉｎｇｓ", "tencent"),
    ("L'Oréal", "loreal"),
    ("https://www.acme.ai/about", "acme ai"),
    ("www.acme.com", "acme com"),
    ("Acme.AI", "acme ai"),
    ("Http Acme", "http acme"),
]


@pytest.mark.parametrize(("name", "key"), SPELLINGS)
def test_spellings_of_a_name_meet(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    "name", ["Co., Ltd.", "Group", "有限公司", "集团", "!!!", "🦄", "The Company", "A/S", "株式会社"]
)
def test_a_name_that_is_all_form_or_punctuation_keeps_a_key(name: str) -> None:
    assert fold(name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("智谱", "智普"),
        ("Й", "И"),
        ("が", "か"),
        ("हिंदी", "हंदी"),
        ("가나", "가니"),
        ("Αθήνα Capital", "Αθηνα Capital"),
        ("🦄", "🐙"),
    ],
)
def test_names_that_differ_only_in_other_scripts_stay_apart(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@given(st.text(min_size=1, max_size=60))
def test_no_name_folds_to_nothing(name: str) -> None:
    assert fold(name)


@given(
    st.text(alphabet="阿里巴云百度智谱普", min_size=2, max_size=6),
    st.text(alphabet="阿里巴云百度智谱普", min_size=2, max_size=6),
)
def test_chinese_letters_are_never_lost(a: str, b: str) -> None:
    assert (fold(a) == fold(b)) == (a == b)


@given(st.text(alphabet="abcdefghij ", min_size=1, max_size=20).filter(str.strip))
def test_case_space_and_accents_dont_count(name: str) -> None:
    assert fold(name) == fold(f"  {name.upper()} ") == fold(name.replace("a", "á").replace("e", "ë"))


@pytest.mark.parametrize(
    "name", ["a." * 100_000, "（" * 100_000, "有限公司" * 50_000, "& " * 100_000, "\u0301" * 100_000]
)
def test_a_hostile_name_costs_little(name: str) -> None:
    begun = time.perf_counter()
    assert fold(name)
    assert blocks(fold(name)) is not None
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Moonshot AI", "Moonshot"),
        ("Alibaba Group", "Alibaba"),
        ("智谱AI", "智谱"),
        ("北京月之暗面科技有限公司", "月之暗面"),
        ("Institutional Venture Partners", "IVP"),
        ("OpenAI", "Open AI"),
        ("Anthropic", "Antropic"),
        ("Anthropic", "Anthropik"),
        ("Andreessen Horowitz", "a16z"),
        ("Scale AI", "ScaleAI"),
    ],
)
def test_names_of_one_organisation_share_a_block(a: str, b: str) -> None:
    assert blocks(fold(a)) & blocks(fold(b))


def test_common_words_make_no_block() -> None:
    assert not blocks(fold("Harbour Capital")) & blocks(fold("Willow Capital"))
    assert not blocks(fold("海港科技")) & blocks(fold("柳树科技"))


@pytest.mark.parametrize(
    ("other", "latin"),
    [
        ("月之暗面", "Yuezhi Anmian"),
        ("智谱AI", "Zhipu AI"),
        ("长江存储", "Changjiang Cunchu"),
        ("启明创投", "Qiming Venture Partners"),
        ("Газпром", "Gazprom"),
        ("トヨタ", "Toyota"),
    ],
)
def test_a_name_meets_its_spelling_in_latin_letters(other: str, latin: str) -> None:
    assert blocks(fold(other)) & blocks(fold(latin))


@pytest.mark.parametrize("name", ["a" * 300, "zhang" * 60, "ai" * 150, "xian" * 75 + "q"])
def test_the_sound_of_a_name_is_found_in_time(name: str) -> None:
    begun = time.perf_counter()
    blocks(fold(name))
    assert time.perf_counter() - begun < 0.2
