"""Backers in lists, by whatever words a list is led and closed, and the role that these give them."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese


def backers(text: str) -> dict[str, str]:
    (deal,) = chinese.read(f"\n{text}", 0, None).deals
    return {b.value.name: b.value.role.value for b in deal.investors}


LEAD, JOINS, HELD = "lead", "participant", "existing"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "木屿科技宣布完成2亿元D轮融资。本轮融资由青禾创投领投，银杉基金、远川资本等新投资人及海岳资本、北岸创投等原有投资人共同出资完成。",
            {"青禾创投": LEAD, "银杉基金": JOINS, "远川资本": JOINS, "海岳资本": HELD, "北岸创投": HELD},
        ),
        (
            "木屿科技完成D轮1亿美元融资。此轮由青禾资本领投，包括海岳资本、银杉创投等在内的原有股东也全部跟投。",
            {"青禾资本": LEAD, "海岳资本": HELD, "银杉创投": HELD},
        ),
        (
            "木屿单车完成E轮7亿美元融资，新一轮融资引进的投资方，主要为海岳、银杉、远川产业基金，现有投资方北岸、青禾也再出资参与。",
            {"海岳": JOINS, "银杉": JOINS, "远川产业基金": JOINS, "北岸": HELD, "青禾": HELD},
        ),
        (
            "木屿实验室获千万级别A+轮融资，本轮融资的资方为香港Birch Wisdom Limited和Maple Capital。",
            {"Birch Wisdom Limited": JOINS, "Maple Capital": JOINS},
        ),
        (
            "木屿旅游完成新一轮融资，融资金额超过60亿元，此次融资的共同投资方还包括银杉，远川等众多投资机构。",
            {"银杉": JOINS, "远川": JOINS},
        ),
        ("木屿未知完成超亿元A轮融资，海岳、银杉、远川创投进场。", {"海岳": JOINS, "银杉": JOINS, "远川创投": JOINS}),
        (
            "木屿机器人完成新一轮融资，海岳领投，另有多家产业方及老股东跟投，包括青禾科技、北岸电气等。",
            {"海岳": LEAD, "青禾科技": JOINS, "北岸电气": JOINS},
        ),
        (
            "木屿开曼的C轮融资由正青资本领投，其它投资者如银杉基金、远川资本等，以及现有股东中岳创投都参与其中。",
            {"正青资本": LEAD, "银杉基金": JOINS, "远川资本": JOINS, "中岳创投": HELD},
        ),
        ("木屿芯完成B轮融资，海岳科技、银杉资本均出现在投资名单上。", {"海岳科技": JOINS, "银杉资本": JOINS}),
        ("木屿出行完成融资，银杉资本确实参与了投资。", {"银杉资本": JOINS}),
        (
            "木屿生物获得了一笔可观的、9000万美元的B轮融资，海岳亚洲基金和青禾生物都参与了投资。",
            {"海岳亚洲基金": JOINS, "青禾生物": JOINS},
        ),
        (
            "木屿科技B轮融资落地，由海岳资本领投，青禾产投、北岸基金悉数到场，云杉资本独家担任FA。",
            {"海岳资本": LEAD, "青禾产投": JOINS, "北岸基金": JOINS, "云杉资本": "adviser"},
        ),
        (
            "木屿科技完成B轮融资，海岳资本领投，老股东银杉创投超额认购，青禾产投、北岸基金作为新股东加入。",
            {"海岳资本": LEAD, "银杉创投": HELD, "青禾产投": JOINS, "北岸基金": JOINS},
        ),
        (
            "木屿科技宣布完成5000万美元C轮融资，海岳资本领投，跟投的有银杉创投、青禾产投与北岸基金。",
            {"海岳资本": LEAD, "银杉创投": JOINS, "青禾产投": JOINS, "北岸基金": JOINS},
        ),
        ("木屿科技C轮融资1亿元，海岳资本持续第三轮加码。", {"海岳资本": HELD}),
        ("木屿科技完成A轮融资，海岳资本领投，青禾都市、银杉创投等新老投资者跟投。",
         {"海岳资本": LEAD, "青禾都市": JOINS, "银杉创投": JOINS}),
    ],
)  # fmt: skip
def test_backers(text: str, told: dict[str, str]) -> None:
    assert backers(text) == told


@pytest.mark.parametrize(
    ("text", "amount", "worth"),
    [
        ("木屿科技宣布获海岳中国10亿美元投资后，估值已达60亿美元。", "10亿美元", "60亿美元"),
        ("木屿科技完成B轮1亿美元融资，估值从5亿美元升至12亿美元。", "1亿美元", "12亿美元"),
        ("木屿科技完成10亿元中期票据发行。", "10亿元", None),
        ("木屿科技配售1億股，每股1.2港元，集資1.2億港元。", "1.2億港元", None),
    ],
)
def test_sums(text: str, amount: str, worth: str | None) -> None:
    (deal,) = chinese.read(f"\n{text}", 0, None).deals
    assert deal.amount is not None
    assert deal.amount.quote == amount
    assert (deal.valuation.quote if deal.valuation else None) == worth


def test_dollars_of_taiwan_are_named_behind_a_sum_too() -> None:
    (deal,) = chinese.read("\n木屿科技完成總額2.3億元台幣的種子輪募資，由海岳領投。", 0, None).deals
    assert deal.amount is not None
    assert deal.amount.value.currency == "TWD"
