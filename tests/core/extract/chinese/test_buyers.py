"""Who buys, where more than the buyer's name stands before the verb: resolutions, consortia, several purchases."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind


def purchases(text: str) -> list[tuple[str, list[str]]]:
    deals = chinese.read(f"\n{text}", 0, None).deals
    return [
        (d.company.value, [b.value.name for b in d.investors])
        for d in deals
        if d.company is not None and d.kind.value is Kind.ACQUISITION
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "木屿股份第五届董事会第七次会议于11月29日召开，会议审议通过了《关于收购海岳检测有限公司60%股权的议案》。",
            [("海岳检测有限公司", ["木屿股份"])],
        ),
        (
            "木屿股份临时股东大会审议通过了《关于全资子公司北岸投资收购德川医院有限公司100%股权的议案》。",
            [("德川医院有限公司", ["北岸投资"])],
        ),
        (
            "木屿股份公告，拟与海岳资本、银杉资本联手收购法国涂抹酱公司St-Marin，交易金额6亿欧元。",
            [("St-Marin", ["木屿股份", "海岳资本", "银杉资本"])],
        ),
        (
            "由木屿股份、海岳资本、银杉资本组成的财团，完成对青禾照明的收购。",
            [("青禾照明", ["木屿股份", "海岳资本", "银杉资本"])],
        ),
        ("海岳投资携手青禾地产以160亿新元收购木屿物流。", [("木屿物流", ["海岳投资", "青禾地产"])]),
        ("王某在知悉海岳科技收购木屿传媒后买入股票。", [("木屿传媒", ["海岳科技"])]),
        (
            "木屿股份拟收购青禾信托、海岳股份拟收购银杉信托、北岸股份拟收购远川信托。",
            [("青禾信托", ["木屿股份"]), ("银杉信托", ["海岳股份"]), ("远川信托", ["北岸股份"])],
        ),
        ("木屿股份拟收购北岸有色50.01%股权。", [("北岸有色", ["木屿股份"])]),
        ("其中，由远川慧益出资7034万元收购陈某等所持有的慧江科技65.01%股权。", [("慧江科技", ["远川慧益"])]),
        ("主营纺织与服装业务的木屿股份公告收购海岳光电。", [("海岳光电", ["木屿股份"])]),
        (
            "木屿科技603959，7月5日公告，公司拟以1.8亿元现金收购海岳装备有限公司100%股权。",
            [("海岳装备有限公司", ["木屿科技"])],
        ),
        ("木屿通信与海岳科技的股东李某签订了《关于收购海岳科技之股权转让意向协议》。", [("海岳科技", ["木屿通信"])]),
        (
            "Airbrook收购了酒店平台HotelNow，8月又收购了公寓平台Urbansea。",
            [("HotelNow", ["Airbrook"]), ("Urbansea", ["Airbrook"])],
        ),
        ("曾在2010年收购汉川王的3木资本将成为青禾的经营方。", [("汉川王", ["3木资本"])]),
        (
            "木屿电气于4月3日与刘某、陈某等三名自然人签订《股权收购意向书》，公司拟以自有资金购买北岸新能源股份有限公司71%股权。",
            [("北岸新能源股份有限公司", ["木屿电气"])],
        ),
    ],
)
def test_who_buys(text: str, told: list[tuple[str, list[str]]]) -> None:
    assert purchases(text) == told


def test_whoever_checks_a_purchase_buys_nothing() -> None:
    (told,) = purchases("青禾证券对木屿牧业拟使用超募资金收购汇川食品有限公司事项进行了核查。")
    assert told[0] == "汇川食品有限公司"
    assert "青禾证券" not in told[1]


def test_a_purchase_costs_what_it_costs_in_all() -> None:
    text = "木屿股份拟购买海岳数据股权，其中，现金支付金额为7.2亿元，股份支付对价10.8亿元，合计交易金额18亿元。"
    (deal,) = chinese.read(f"\n{text}", 0, None).deals
    assert deal.amount is not None
    assert deal.amount.quote == "18亿元"
