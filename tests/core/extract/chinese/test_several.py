"""Several companies in one sentence: rounds listed, told apart by 分别, or counted; listings likewise."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Kind


def deals(text: str, title: str = "") -> list[DealReport]:
    content = f"{title}\n{text}" if title else text
    return list(chinese.read(content, len(title), None).deals)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            d.company.value if d.company else "",
            d.round_label.quote if d.round_label else None,
            d.amount.quote if d.amount else None,
        )
        for d in deals(text)
        if d.kind.value is Kind.FUNDING_ROUND
    ]


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        (
            "木屿科技A轮融资5000万元、松石科技B轮1亿元、远川天使轮800万元。",
            [("木屿科技", "A轮", "5000万元"), ("松石科技", "B轮", "1亿元"), ("远川", "天使轮", "800万元")],
        ),
        (
            "木屿科技和松石生物分别完成5000万元A轮和1亿元B轮融资。",
            [("木屿科技", "A轮", "5000万元"), ("松石生物", "B轮", "1亿元")],
        ),
        (
            "近期获得融资的企业包括木屿科技、松石生物和远川医疗。",
            [("木屿科技", None, None), ("松石生物", None, None), ("远川医疗", None, None)],
        ),
    ],
)
def test_rounds_of_several(text: str, rounds: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == rounds


@pytest.mark.parametrize(
    "text",
    [
        "本周共有三家公司递表港交所：木屿科技、松石生物、远川医疗。",
        "木屿科技、松石生物、远川医疗已向港交所提交上市申请。",
        "除赤羽集团外，木屿科技、松石生物、远川医疗也在筹备赴港IPO。",
        "今天港交所迎来三只新股：木屿科技、松石生物和远川医疗。",
        "木屿科技、松石生物已向科创板提交上市申请，远川医疗正在接受上市辅导。",
    ],
)
def test_listings_of_several(text: str) -> None:
    found = deals(text)
    assert {d.kind.value for d in found} == {Kind.IPO}
    assert [d.company.value for d in found if d.company] == ["木屿科技", "松石生物", "远川医疗"]


@pytest.mark.parametrize(
    "text",
    [
        "木屿证券、松石证券为远川医疗港股上市的联席保荐人。",
        "木屿资本投资了松石生物、远川医疗等企业",
    ],
)
def test_lists_of_others(text: str) -> None:
    assert not [d for d in deals(text) if d.company and d.company.value.startswith("木屿")]


@pytest.mark.parametrize(
    "text",
    [
        "{}正冲击港股“按摩第一股”。",
        "{}敲钟上市，成为“机器人第一股”。",
        "{}与辅导机构签署上市辅导协议。",
        "{}登陆港股，开盘涨20%。",
    ],
)
@pytest.mark.parametrize("name", ["木屿科技", "慢慢来", "早点睡"])
def test_ways_to_tell_of_a_listing(text: str, name: str) -> None:
    assert [d.company.value for d in deals(text.format(name)) if d.company] == [name]


def test_a_fund_told_by_its_manager_and_its_size() -> None:
    (fund,) = deals("基金在远川市注册，管理机构为木屿资产管理有限公司，即木屿资本。基金规模为16亿元，主要投向医疗。")
    assert (fund.kind.value, fund.company and fund.company.value) == (Kind.FUND_CLOSE, "木屿资本")
    assert fund.amount is not None
    assert fund.amount.quote == "16亿元"
