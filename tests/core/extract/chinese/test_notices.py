"""Purchases as exchange notices put them, and deals that somebody denies."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Kind, Status


def deals(text: str, title: str = "") -> list[DealReport]:
    content = f"{title}\n{text}"
    return list(chinese.read(content, len(title), None).deals)


@pytest.mark.parametrize(
    ("text", "bought", "buyers"),
    [
        (
            "远川控股(00123.HK)公布，买方木屿投资有限公司与卖方订立买卖协议，买方同意收购目标公司青禾有限公司"
            "全部已发行股本，代价为1.2亿港元。",
            "青禾有限公司",
            ["木屿投资有限公司"],
        ),
        (
            "木石环球(08123)发布公告，公司间接全资附属公司与卖方订立协议，收购目标公司松石物流有限公司51%股权。",
            "松石物流有限公司",
            ["木石环球"],
        ),
        (
            "赤羽科技公告，控股股东拟将其股份对应的表决权委托给青禾产投，本次权益变动将导致公司控制权变更。",
            "赤羽科技",
            ["青禾产投"],
        ),
        ("松石股份(600123)公告，公司控股股东正在筹划公司控制权变更事项，股票停牌。", "松石股份", []),
        ("松石股份公告，股东木屿资本拟取得公司控制权。", "松石股份", ["木屿资本"]),
        ("远川银行联合要约人青禾控股有限公司发布公告，上调要约价。", "远川银行", ["青禾控股有限公司"]),
        ("上市公司木屿高速拟购买蜀石创投持有的荆石公司85%的股权。", "荆石公司", ["木屿高速"]),
    ],
)
def test_notices(text: str, bought: str, buyers: list[str]) -> None:
    (deal,) = deals(text)
    assert deal.kind.value is Kind.ACQUISITION
    assert deal.company is not None
    assert deal.company.value == bought
    assert [b.value.name for b in deal.investors] == buyers


@pytest.mark.parametrize(
    "text",
    [
        "赤羽科技公告，本次减持不会导致公司控制权发生变更。",
        "木屿科技公告，收购目标公司松石物流有限公司8%股权。",
        "木屿科技称，目前没有任何收购计划。",
        "木屿科技回应称，公司没有上市计划。",
    ],
)
def test_no_purchase(text: str) -> None:
    assert deals(text) == []


@pytest.mark.parametrize(
    ("text", "company", "status"),
    [
        ("青禾汽车辟谣收购北岸电池", "北岸电池", Status.IN_TALKS),
        ("木屿科技否认正在寻求5亿元A轮融资", "木屿科技", Status.IN_TALKS),
        ("网传青禾汽车收购北岸电池，公司回应称消息不实", "北岸电池", Status.IN_TALKS),
        ("木屿集团否认出售旗下青禾保险的控股权。", "青禾保险", Status.IN_TALKS),
        ("对于收购松石传媒的传闻，木屿集团表示消息不属实。", "松石传媒", Status.IN_TALKS),
        ("有消息称木屿科技完成40亿元融资。对此，木屿科技回应称，消息不实。", "木屿科技", Status.RUMOURED),
        ("木屿集团有计划收购《青禾报》，现时仍在谈判阶段。", "青禾报", Status.IN_TALKS),
    ],
)
def test_what_is_denied_was_reported(text: str, company: str, status: Status) -> None:
    (deal,) = deals(text)
    assert deal.company is not None
    assert deal.status is not None
    assert (deal.company.value, deal.status.value) == (company, status)


def test_what_nobody_denies_is_no_rumour() -> None:
    (deal,) = deals("木屿科技完成6000万美元种子轮融资。青禾资本并未否认上述消息的真实性。")
    assert deal.status is not None
    assert deal.status.value is Status.CLOSED


def test_a_second_sum_of_one_buyer_is_part_of_the_price() -> None:
    text = "青禾集团以27亿美元收购木屿单车。知情人士称，青禾集团收购木屿单车，投资人以7.5亿美元现金出局。"
    (deal,) = deals(text)
    assert deal.amount is not None
    assert deal.amount.quote == "27亿美元"
