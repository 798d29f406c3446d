"""Whatever comes in: no error, every value with its quote, and time in proportion to what is read."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.extract.chinese import read
from dealwire.model import Kind

WORDS = [
    "木屿科技",
    "远川资本",
    "该公司",
    "完成",
    "获",
    "收购",
    "A轮",
    "B+轮",
    "融资",
    "1亿元",
    "近亿元",
    "20亿美元",
    "由",
    "、",
    "和",
    "，",
    "。",
    "\n",
    "领投",
    "跟投",
    "投资方为",
    "估值",
    "（",
    "）",
    "“",
    "”",
    "「",
    "」",
    "此前",
    "去年",
    "5月20日",
    "拟",
    "洽谈",
    "递表港交所",
    "IPO",
    "上市",
    "基金",
    "募集",
    "老股东",
    "财务顾问",
    "51%股权",
    "被",
    "向",
    "对",
    "出售给",
    "合并",
    "Harbor",
    "：",
    "以下简称",
    "公司",
    "股份",
    "｜",
    "；",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(0, 30), st.booleans())
def test_every_value_has_its_quote(words: list[str], title_end: int, dated: bool) -> None:
    text = "".join(words)
    title_end = min(title_end, len(text))
    content = f"{text[:title_end]}\n{text[title_end:]}"
    for deal in read(content, title_end, date(2026, 5, 20) if dated else None).deals:
        assert deal.company is not None
        assert deal.company.value
        assert 0 < deal.confidence <= 1
        assert (deal.round is not None) == (deal.kind.value is Kind.FUNDING_ROUND)
        told = [deal.kind, deal.company, deal.status, deal.amount, deal.valuation, deal.round, deal.round_label]
        for value in [*told, deal.background, deal.announced_on, *deal.investors]:
            assert value is None or content[value.start : value.end] == value.quote != ""
        assert len({i.value.name for i in deal.investors}) == len(deal.investors)


@pytest.mark.parametrize(
    "unit",
    [
        "，",
        "“",
        "（",
        "甲公司、",
        "完成融资",
        "由甲资本、乙资本领投，",
        "1亿元",
        "收购甲公司100%股权",
        "A",
        "获",
        "港交所上市",
        "甲基金完成募集，",
        "的",
        "公司",
        "2026年",
    ],
)
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    began = process_time()
    read("标题\n" + unit * (100_000 // len(unit)), 2, None)
    assert process_time() - began < 6
