"""Funds told otherwise than by a house that closes one: named apart, by several houses, by who joins, in lists."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind, Status


def told(text: str) -> list[tuple[str, str | None, Status | None]]:
    return [
        (
            d.company.value if d.company else "",
            d.amount.quote if d.amount else None,
            d.status.value if d.status else None,
        )
        for d in chinese.read(f"\n{text}", 0, None).deals
        if d.kind.value is Kind.FUND_CLOSE
    ]


@pytest.mark.parametrize(
    ("text", "funds"),
    [
        ("木屿资本完成2个风险投资基金的筹资，其中一个规模3亿美元。", [("木屿资本", "3亿美元", Status.CLOSED)]),
        ("远川合纤正式启动天使基金「盖石资本」，基金规模达5亿元。", [("盖石资本", "5亿元", Status.ANNOUNCED)]),
        (
            "木屿投资和松石投资成立的人民币基金已经处于募集最后阶段，规模均为50亿元。",
            [("木屿投资", "50亿元", Status.IN_TALKS), ("松石投资", "50亿元", Status.IN_TALKS)],
        ),
        (
            "紧随其后的还有青禾基金，宣布完成创新基金三期的首次关账，金额超过6亿欧元。",
            [("青禾基金", "6亿欧元", Status.CLOSED)],
        ),
        (
            "木屿资本、远川创投等也相继进行新一轮美元基金的募资布局。",
            [("木屿资本", None, Status.IN_TALKS), ("远川创投", None, Status.IN_TALKS)],
        ),
        ("青禾资本被指已完成新一期约90亿美元基金的募集。", [("青禾资本", "90亿美元", Status.RUMOURED)]),
        (
            "一则松石创投新一期美元基金募资完成，金额高达12亿美元的消息受到关注。",
            [("松石创投", "12亿美元", Status.CLOSED)],
        ),
        (
            "松石股份公告，公司出资1.5亿元参与投资远海汇光创业投资合伙企业，其认缴出资总额为3.8亿元。",
            [("远海汇光创业投资合伙企业", "3.8亿元", Status.ANNOUNCED)],
        ),
        ("蓝石产投联合木屿集团发起设立新材料产业基金，总规模20亿元。", [("蓝石产投", "20亿元", Status.ANNOUNCED)]),
    ],
)
def test_funds(text: str, funds: list[tuple[str, str | None, Status | None]]) -> None:
    assert told(text) == funds


@pytest.mark.parametrize(
    "text",
    [
        "本季度市场共计964只基金完成新一轮募集，大额基金的设立相对活跃，共有11只基金的规模在50亿元及以上。",
        "木屿股份公告，子公司拟出资3000万元认购投资基金份额。",
    ],
)
def test_no_fund(text: str) -> None:
    assert told(text) == []
