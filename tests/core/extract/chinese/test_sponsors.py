"""Listings as papers of Hong Kong tell them: banks by their part, firms by what they do today, what is still ahead."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Kind, Status


def listing(text: str) -> DealReport:
    (deal,) = chinese.read(f"\n{text}", 0, None).deals
    assert deal.kind.value is Kind.IPO
    return deal


@pytest.mark.parametrize(
    ("text", "company", "status", "banks"),
    [
        (
            "最近另有消息传出，木屿正在撰写IPO报告和上市申请书，目前已确定青禾集团，海岳士丹利和银杉银行为承销投行。",
            "木屿",
            Status.IN_TALKS,
            ["青禾集团", "海岳士丹利", "银杉银行"],
        ),
        (
            "在上海科创板上市的木屿生物已向港交所提交上市申请书。独家保荐人青禾建投国际。",
            "木屿生物",
            Status.ANNOUNCED,
            ["青禾建投国际"],
        ),
        (
            "路透引述知情人士指木屿网络正考虑今年下半年在香港上市，集资约10亿美元，青禾国际、海岳国际和银杉士丹利为其上市安排行。",
            "木屿网络",
            Status.IN_TALKS,
            ["青禾国际", "海岳国际", "银杉士丹利"],
        ),
        ("木屿汽车基本确定将在2027年于科创板上市。", "木屿汽车", Status.IN_TALKS, []),
        ("在线教育提供商Muyura周三挂牌纽交所，通过IPO筹资5.19亿美元。", "Muyura", Status.ANNOUNCED, []),
        ("今日掛牌的木屿保險(6963)以下限定價，集資近64.2億元，一手中籤率100%。", "木屿保險", Status.ANNOUNCED, []),
        ("木屿科技确定每股发行价20港元，净筹18亿港元，12月5日挂牌。", "木屿科技", Status.ANNOUNCED, []),
        ("木屿科技委任高盛安排上市，拟集资10亿美元。", "木屿科技", Status.IN_TALKS, ["高盛"]),
    ],
)
def test_listings(text: str, company: str, status: Status, banks: list[str]) -> None:
    deal = listing(text)
    assert deal.company is not None
    assert (deal.company.value, deal.status.value) == (company, status)
    assert [b.value.name for b in deal.investors] == banks


def test_what_the_price_makes_the_firm_worth() -> None:
    deal = listing("木屿科技正式登陆纳斯达克，募资规模达到1.9亿美元，以此计算市值为24亿美元。")
    assert deal.valuation is not None
    assert deal.valuation.quote == "24亿美元"
