"""Purchases told by what passes to whom, by the offer that is got, and by what is paid for."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Kind, Status


def deals(text: str, title: str = "") -> list[DealReport]:
    content = f"{title}\n{text}"
    return list(chinese.read(content, len(title), None).deals)


@pytest.mark.parametrize(
    ("text", "bought", "buyers", "status"),
    [
        ("市场消息称，青禾汽车旗下北岸电池将由海岳集团接手。", "北岸电池", ["海岳集团"], Status.IN_TALKS),
        ("北岸电池60%股权拟由海岳控股以3.2亿元受让。", "北岸电池", ["海岳控股"], Status.ANNOUNCED),
        ("木屿科技已由银杉资本全资收购。", "木屿科技", ["银杉资本"], Status.ANNOUNCED),
        ("木屿出行被海岳集团以27亿美元“拿下”。", "木屿出行", ["海岳集团"], Status.ANNOUNCED),
        ("晨星传媒将旗下子公司木屿影业剥离给海岳文化，交易作价2亿元。", "木屿影业", ["海岳文化"], Status.ANNOUNCED),
        ("青禾控股的芯砺半导体已接近出售给海岳科技。", "芯砺半导体", ["海岳科技"], Status.IN_TALKS),
        ("木屿股份公告，拟将北岸检测100%股权无偿划转至海岳国资。", "北岸检测", ["海岳国资"], Status.ANNOUNCED),
        ("青禾电商正与海岳集团洽谈，拟把旗下木屿速运卖给后者。", "木屿速运", ["海岳集团"], Status.IN_TALKS),
        ("海岳拒绝了木屿收购TinyClip要约", "TinyClip", ["木屿"], Status.ABANDONED),
        ("海岳科技集团拒绝了云杉资本30亿美元的收购要约。", "海岳科技集团", ["云杉资本"], Status.ABANDONED),
        ("木屿科技希望以超过75亿美元购买竞争对手青禾传媒集团。", "青禾传媒集团", ["木屿科技"], Status.IN_TALKS),
        (
            "海岳健康宣布收购广东一家知名医药企业——广州百草医药连锁有限公司（以下简称：百草医药）。",
            "百草医药",
            ["海岳健康"],
            Status.ANNOUNCED,
        ),
        (
            "木屿社交宣布，公司董事会已收到来自董事长唐某、Birch Limited、银杉资本及海岳基金的非约束性私有化要约。",
            "木屿社交",
            ["唐某", "Birch Limited", "银杉资本", "海岳基金"],
            Status.IN_TALKS,
        ),
        (
            "木屿动力宣布公司董事会已接到初步非约束性私有化要约。该要约来自公司董事长周某、海岳证券及其附属、银杉资本，"
            "以每股51.33美元的现金收购其尚未持有的全部股份。",
            "木屿动力",
            ["周某", "海岳证券", "银杉资本"],
            Status.IN_TALKS,
        ),
        ("青禾地产的清盘人已收到针对青禾物业的收购要约，潜在竞购方包括海岳集团以及银杉集团旗下子公司。", "青禾物业",
         ["海岳集团", "银杉集团"], Status.IN_TALKS),
        ("海岳电子公告，已持有青禾股份24%股权，是青禾股份第一大股东，并拟获取控制权。", "青禾股份", ["海岳电子"],
         Status.IN_TALKS),
        (
            "晨星股份(300999.SZ)公告，控股股东、实际控制人王某正在筹划表决权委托事宜，其与海岳数科发展有限公司签署《表决权委托意向协议》。",
            "晨星股份",
            ["海岳数科发展有限公司"],
            Status.IN_TALKS,
        ),
    ],
)  # fmt: skip
def test_what_passes_to_whom(text: str, bought: str, buyers: list[str], status: Status) -> None:
    (deal,) = deals(text)
    assert deal.kind.value is Kind.ACQUISITION
    assert deal.company is not None
    assert deal.status is not None
    assert (deal.company.value, deal.status.value) == (bought, status)
    assert [b.value.name for b in deal.investors] == buyers


@pytest.mark.parametrize(
    "text",
    [
        "晨星传媒将旗下土地转让给海岳文化，交易作价2亿元。",
        "晨星股份拟将所持木屿科技12%股权转让给海岳资本，作价2亿元。",
        "木屿科技以3亿元购买海岳集团设备。",
        "木屿科技以3亿元购买海岳科技的服务。",
        "海岳医药拟斥资逾12亿美元并购印度药企",
        "该项目由海岳集团接手。",
        "木屿科技的新产品将由海岳集团出售给客户。",
        "由于刚刚完成对北岸资产的收购，木屿电子资金紧张。",
    ],
)
def test_what_is_no_firm(text: str) -> None:
    found = deals(text)
    assert [d.company.value for d in found if d.company] in ([], ["北岸资产"])


@pytest.mark.parametrize(
    ("text", "bought", "buyers", "status"),
    [
        ("海岳集团回应收购木屿科技：不予置评。", "木屿科技", ["海岳集团"], Status.IN_TALKS),
        ("海岳集团搁置收购木屿科技的计划。", "木屿科技", ["海岳集团"], Status.ABANDONED),
        ("海岳集团与木屿科技的合并谈判破裂。", "木屿科技", ["海岳集团"], Status.ABANDONED),
        ("海岳集团收购木屿科技一案遭反垄断机构叫停。", "木屿科技", ["海岳集团"], Status.ABANDONED),
        ("海岳集团提高对木屿科技的收购报价至每股20美元。", "木屿科技", ["海岳集团"], Status.IN_TALKS),
        ("海岳集团入围木屿科技竞购名单。", "木屿科技", ["海岳集团"], Status.IN_TALKS),
        ("木屿科技已吸引海岳集团、青禾资本等多家机构竞购。", "木屿科技", ["海岳集团", "青禾资本"], Status.IN_TALKS),
        ("青禾资本向海岳集团出售所持木屿科技全部股权，套现12亿元。", "木屿科技", ["海岳集团"], Status.ANNOUNCED),
        ("海岳集团入主木屿股份，持股升至51%。", "木屿股份", ["海岳集团"], Status.ANNOUNCED),
        ("海岳集团增持木屿科技股权至60%，取得控股权。", "木屿科技", ["海岳集团"], Status.ANNOUNCED),
        ("木屿科技花落海岳集团，作价12亿元。", "木屿科技", ["海岳集团"], Status.ANNOUNCED),
        ("海岳集團提全購木屿控股，每股2.5元。", "木屿控股", ["海岳集團"], Status.ANNOUNCED),
        ("木屿控股(01234)控股股東擬出售51%股權予海岳集團，涉資12億元。", "木屿控股", ["海岳集團"], Status.ANNOUNCED),
        ("海岳光電宣布以12億元併購木屿科技百分之百股權。", "木屿科技", ["海岳光電"], Status.ANNOUNCED),
        (
            "海岳集团与青禾集团各出资6亿元联合收购木屿科技100%股权。",
            "木屿科技",
            ["海岳集团", "青禾集团"],
            Status.ANNOUNCED,
        ),
    ],
)
def test_bids_and_stakes(text: str, bought: str, buyers: list[str], status: Status) -> None:
    test_what_passes_to_whom(text, bought, buyers, status)


@pytest.mark.parametrize(
    "text",
    [
        "海岳集团增持木屿股份至8%。",
        "海岳集团合并营收增长12%。",
        "木屿控股控股股东拟出售5%股权予海岳集团。",
        "木屿科技的新品吸引大批消费者竞购。",
        "海岳集团参与城东地块竞购。",
        "海岳集团持有17%的木屿外卖股份。知情人士称，海岳正研究如何出售所持木屿外卖股份。",
    ],
)
def test_no_control(text: str) -> None:
    assert [d for d in deals(text) if d.kind.value is Kind.ACQUISITION] == []


@pytest.mark.parametrize(
    ("text", "bought", "buyers", "status"),
    [
        ("木屿國際擬私有化，每股註銷價5元，溢價30%，明日復牌。", "木屿國際", [], Status.IN_TALKS),
        ("木屿證券獲海岳金控全面收購，每股10港元。", "木屿證券", ["海岳金控"], Status.ANNOUNCED),
        ("私募基金海岳資本傳擬12億美元購木屿餐飲。", "木屿餐飲", ["海岳資本"], Status.IN_TALKS),
    ],
)
def test_papers_of_hong_kong(text: str, bought: str, buyers: list[str], status: Status) -> None:
    (deal,) = deals(text)
    assert deal.company is not None
    assert (deal.company.value, deal.status.value) == (bought, status)
    assert [b.value.name for b in deal.investors] == buyers
