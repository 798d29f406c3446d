"""Sums of money as news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.extract.money import NO_CURRENCY, find_money
from dealwire.model import Money, Qualifier
from tests.conftest import shared

EXACT, ABOUT, AT_LEAST, AT_MOST, RANGE = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.AT_LEAST,
    Qualifier.AT_MOST,
    Qualifier.RANGE,
)


def only(content: str) -> Money:
    (told,) = find_money(content)
    assert content[told.start : told.end] == told.quote
    return told.value


@pytest.mark.parametrize(
    ("content", "value", "currency"),
    [
        ("Norrland Foods raised $342m in fresh money", 342_000_000, "USD"),
        ("a US$10M cheque", 10_000_000, "USD"),
        ("paid US $ 2.1 billion for it", 2_100_000_000, "USD"),
        ("€1.2bn for a stake", 1_200_000_000, "EUR"),
        ("closed at EUR 12,5 million", 12_500_000, "EUR"),
        ("£750,000 from angels", 750_000, "GBP"),
        ("raised C$25 million", 25_000_000, "CAD"),
        ("raised $US25 million", 25_000_000, "USD"),
        ("15 March 2021 – $1.9bn for it", 1_900_000_000, "USD"),
        ("raised A$4.5m", 4_500_000, "AUD"),
        ("raised HK$300 million", 300_000_000, "HKD"),
        ("a NT$90 million round", 90_000_000, "TWD"),
        ("S$12 million", 12_000_000, "SGD"),
        ("raised ₹50 crore", 500_000_000, "INR"),
        ("raised Rs. 12.5 Cr", 125_000_000, "INR"),
        ("INR 80 lakh", 8_000_000, "INR"),
        ("R$40 million", 40_000_000, "BRL"),
        ("SEK 120m", 120_000_000, "SEK"),
        ("a MSEK 120 issue", 120_000_000, "SEK"),
        ("120 MSEK in new shares", 120_000_000, "SEK"),
        ("CHF 8 million", 8_000_000, "CHF"),
        ("30 million US dollars", 30_000_000, "USD"),
        ("$5 million Canadian dollars", 5_000_000, "CAD"),
        ("2.5 billion yuan", 2_500_000_000, "CNY"),
        ("RMB 200 million", 200_000_000, "CNY"),
        ("9 billion won", 9_000_000_000, "KRW"),
        ("¥3 billion from a Tokyo bank", 3_000_000_000, "JPY"),
        ("₪40 million", 40_000_000, "ILS"),
        ("AED 60 million", 60_000_000, "AED"),
        ("₦2 billion", 2_000_000_000, "NGN"),
        ("KES 90 million", 90_000_000, "KES"),
        ("PLN 3.5 million", 3_500_000, "PLN"),
        ("IDR 45 billion", 45_000_000_000, "IDR"),
        ("half a million dollars", 500_000, "USD"),
        ("five million euros", 5_000_000, "EUR"),
        ("75 USD million", 75_000_000, "USD"),
        ("$1.2 trillion", 1_200_000_000_000, "USD"),
    ],
)
def test_english_sums(content: str, value: int, currency: str) -> None:
    money = only(content)
    assert (money.value, money.currency, money.qualifier) == (value, currency, EXACT)


@pytest.mark.parametrize(
    ("content", "value", "currency"),
    [
        ("远山科技完成2.5亿美元融资", 250_000_000, "USD"),
        ("获 3000 万元投资", 30_000_000, "CNY"),
        ("人民币2亿元", 200_000_000, "CNY"),
        ("2亿元人民币", 200_000_000, "CNY"),
        ("1.5亿港元", 150_000_000, "HKD"),
        ("三千万元", 30_000_000, "CNY"),
        ("一点五亿美元", 150_000_000, "USD"),
        ("两亿元", 200_000_000, "CNY"),
        ("十亿元", 1_000_000_000, "CNY"),
        ("3千万欧元", 30_000_000, "EUR"),
        ("1亿2000万元", 120_000_000, "CNY"),
        ("1.8万亿日元", 1_800_000_000_000, "JPY"),
        ("５０００万元", 50_000_000, "CNY"),
        ("融资5000万", 50_000_000, "CNY"),
        ("13亿买下一家酒店集团", 1_300_000_000, "CNY"),
    ],
)
def test_chinese_sums(content: str, value: int, currency: str) -> None:
    money = only(content)
    assert (money.value, money.currency, money.qualifier) == (value, currency, EXACT)


@pytest.mark.parametrize(
    ("content", "verbatim", "qualifier", "value", "high"),
    [
        ("seeks at least $600 million now", "at least $600 million", AT_LEAST, 600_000_000, None),
        ("raised more than €40m", "more than €40m", AT_LEAST, 40_000_000, None),
        ("raised $300 million-plus", "$300 million-plus", AT_LEAST, 300_000_000, None),
        ("worth $1B+", "$1B+", AT_LEAST, 1_000_000_000, None),
        ("up to $45m in loans", "up to $45m", AT_MOST, 45_000_000, None),
        ("as much as $2bn", "as much as $2bn", AT_MOST, 2_000_000_000, None),
        ("nearly $90 million", "nearly $90 million", ABOUT, 90_000_000, None),
        ("raised $5-7 million", "$5-7 million", RANGE, 5_000_000, 7_000_000),
        ("worth $2bn to $3bn", "$2bn to $3bn", RANGE, 2_000_000_000, 3_000_000_000),
        ("between $800 million and $1 billion", "$800 million and $1 billion", RANGE, 800_000_000, 1_000_000_000),
        ("tens of millions of dollars", "tens of millions of dollars", RANGE, 10_000_000, 100_000_000),
        ("融资超2亿元", "超2亿元", AT_LEAST, 200_000_000, None),
        ("不超过80亿元", "不超过80亿元", AT_MOST, 8_000_000_000, None),
        ("近 2 亿美元", "近 2 亿美元", ABOUT, 200_000_000, None),
        ("10多亿元", "10多亿元", AT_LEAST, 1_000_000_000, None),
        ("完成3000万+元融资", "3000万+元", AT_LEAST, 30_000_000, None),
        ("完成1亿+融资", "1亿+", AT_LEAST, 100_000_000, None),
        ("2亿多元", "2亿多元", AT_LEAST, 200_000_000, None),
        ("融资过亿元", "过亿元", AT_LEAST, 100_000_000, None),
        ("两三千万元", "两三千万元", RANGE, 20_000_000, 30_000_000),
        ("an eight-figure round", "eight-figure", RANGE, 10_000_000, 100_000_000),
        ("5000万至1亿元", "5000万至1亿元", RANGE, 50_000_000, 100_000_000),
        ("70-90亿元", "70-90亿元", RANGE, 7_000_000_000, 9_000_000_000),
        ("获数千万元融资", "数千万元", RANGE, 10_000_000, 100_000_000),
        ("获数亿元融资", "数亿元", RANGE, 100_000_000, 1_000_000_000),
        ("完成亿元级融资", "亿元级", RANGE, 100_000_000, 1_000_000_000),
        ("完成千万级天使轮融资", "千万级", RANGE, 10_000_000, 100_000_000),
        ("获百万美金投资", "百万美金", RANGE, 1_000_000, 10_000_000),
        ("近亿元A轮融资", "近亿元", ABOUT, 100_000_000, None),
        ("超亿元A轮融资", "超亿元", AT_LEAST, 100_000_000, None),
        ("估值近百亿，融资在即", "近百亿", ABOUT, 10_000_000_000, None),
    ],
)
def test_hedges_and_intervals(content: str, verbatim: str, qualifier: Qualifier, value: int, high: int | None) -> None:
    money = only(content)
    assert (money.verbatim, money.qualifier, money.value, money.max) == (verbatim, qualifier, value, high)


@pytest.mark.parametrize(
    ("content", "first", "also"),
    [
        ("2.5 billion yuan ($342 million)", (2_500_000_000, "CNY"), (342_000_000, "USD")),
        ("$342 million (about 2.5 billion yuan)", (342_000_000, "USD"), (2_500_000_000, "CNY")),
        ("€10 million, or about $11 million, from", (10_000_000, "EUR"), (11_000_000, "USD")),
        ("10亿元（约合1.4亿美元）", (1_000_000_000, "CNY"), (140_000_000, "USD")),
    ],
)
def test_one_sum_in_two_currencies_is_one(content: str, first: tuple[int, str], also: tuple[int, str]) -> None:
    money = only(content)
    assert (money.value, money.currency) == first
    assert [(other.value, other.currency) for other in money.also] == [also]


def test_two_sums_in_one_currency_stay_two() -> None:
    assert [told.value.value for told in find_money("raised $5 million ($20 million in all)")] == [
        5_000_000,
        20_000_000,
    ]
    assert [told.value.value for told in find_money("grew from $5 million to $7 million")] == [5_000_000, 7_000_000]


@pytest.mark.parametrize(
    "content",
    [
        "founded in 2019 by two engineers",
        "2019年3月15日，公司在北京成立",
        "the fund backed 12 companies and 300 people",
        "with 5 million users in 40 countries",
        "服务了5000万用户",
        "GPT4 and Claude 3.5",
        "All 70 of us",
        "Series B1 round",
        "一家公司",
        "the Pentagon (五角大楼)",
    ],
)
def test_what_is_no_money(content: str) -> None:
    assert find_money(content) == ()


def test_a_sum_without_a_currency_is_told_with_less_confidence() -> None:
    (english,) = find_money("Kettle raised 8m in Series A funding")
    assert (english.value.value, english.value.currency) == (8_000_000, NO_CURRENCY)
    (chinese,) = find_money("获投5000万")
    assert chinese.value.currency == "CNY"
    assert max(english.confidence, chinese.confidence) < 1.0


@given(
    st.integers(1, 999),
    st.sampled_from([("k", 3), ("m", 6), ("bn", 9)]),
    st.sampled_from([("$", "USD"), ("€", "EUR"), ("£", "GBP")]),
)
def test_any_figure_reads_as_written(figure: int, magnitude: tuple[str, int], sign: tuple[str, str]) -> None:
    money = only(f"Ostrava Labs raised {sign[0]}{figure}{magnitude[0]} today")
    assert (money.value, money.currency) == (figure * 10 ** magnitude[1], sign[1])


@given(st.text(alphabet="$€12,. mbn万亿元数近一千to-(）（人民币", max_size=60))
def test_spans_are_apart_in_order_and_quote_the_text(content: str) -> None:
    end = 0
    for told in find_money(content):
        assert end <= told.start < told.end
        assert content[told.start : told.end] == told.quote
        assert told.value.value > 0
        assert told.value.max is None or told.value.max > told.value.value
        end = told.end


def test_the_gold_amounts_are_read() -> None:
    import json

    missed = total = 0
    for lang in ("en", "zh"):
        with shared(f"gold/dev/{lang}.jsonl").open(encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                found = [told.value for told in find_money(f"{item['title']}\n{item['text']}")]
                for deal in item["deals"]:
                    for gold in filter(None, (deal["amount"], deal["valuation"])):
                        total += 1
                        missed += not any(
                            (m.value, m.currency, m.qualifier, m.max)
                            == (gold["value"], gold["currency"], gold["qualifier"], gold.get("max"))
                            for m in found
                        )
    assert total > 300
    assert missed <= 0.01 * total
