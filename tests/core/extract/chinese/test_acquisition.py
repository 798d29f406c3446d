"""Purchases, by the side that tells them: offers, sales, changes of control, and what is none."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, only


@pytest.mark.parametrize(
    ("text", "target", "buyer", "status"),
    [
        # offers
        ("Eastvale收到Harbor Partners 75亿美元收购要约，股价上涨", "Eastvale", ["Harbor Partners"], Status.IN_TALKS),
        ("Eastvale董事会一致否决了Northlake提出的90亿美元收购要约", "Eastvale", ["Northlake"], Status.ABANDONED),
        ("新昌機械獲要約人長江基建提出自願有條件全面收購", "新昌機械", ["長江基建"], Status.IN_TALKS),
        ("海傑控股（0456）公布，大股東李國輝提出以每股4.2元私有化公司", "海傑控股", ["李國輝"], Status.IN_TALKS),
        ("Harbor Partners以75亿美元现金将Eastvale私有化", "Eastvale", ["Harbor Partners"], Status.ANNOUNCED),
        # sales
        ("远山股份公告，拟公开挂牌转让所持恒益包装70%股权，挂牌底价1.6亿元", "恒益包装", [], Status.ANNOUNCED),
        ("远山股份公告，拟将子公司恒益包装100%股权转让给海南盛通", "恒益包装", ["海南盛通"], Status.ANNOUNCED),
        ("南灣地產公布，向獨立第三方遠揚投資出售珠江商業管理全部股權", "珠江商業管理", ["遠揚投資"], Status.ANNOUNCED),
        ("远山资本正考虑出售旗下康悦医疗，估值或达8亿美元", "康悦医疗", [], Status.IN_TALKS),
        # control of the company whose notice it is
        ("远山股份公告，公司控股股东正在筹划公司控制权变更事项，股票停牌", "远山股份", [], Status.IN_TALKS),
        ("远山股份公告，决定终止筹划公司控制权变更事项，股票复牌", "远山股份", [], Status.ABANDONED),
        (
            "远山股份公告，远山集团拟将其持有的公司29.9%股份转让给青禾产投，公司控股股东将变更为青禾产投",
            "远山股份",
            ["青禾产投"],
            Status.ANNOUNCED,
        ),
        # how it goes on, and ends
        ("青禾科技正就收购蓝湾软件进行深入谈判", "蓝湾软件", ["青禾科技"], Status.IN_TALKS),
        ("青禾科技接近达成协议，以60亿美元收购蓝湾软件", "蓝湾软件", ["青禾科技"], Status.IN_TALKS),
        ("青禾科技收购蓝湾软件51%股权的工商变更登记手续已办理完毕", "蓝湾软件", ["青禾科技"], Status.CLOSED),
        ("中環科技公布，收購協議已告失效，不再收購北港物流60%權益", "北港物流", ["中環科技"], Status.ABANDONED),
        ("滙川地產私有化方案遭小股東否決，計劃失效", "滙川地產", [], Status.ABANDONED),
        (
            "晨曦新材公告，公司与北川高科原股东签署补充协议，一致同意解除股权收购协议",
            "北川高科",
            ["晨曦新材"],
            Status.ABANDONED,
        ),
        ("青禾集团计划出售“木屿互娱”", "木屿互娱", [], Status.IN_TALKS),
        ("监管机构审查蓝湾软件并购案", "蓝湾软件", [], Status.ANNOUNCED),
    ],
)
def test_purchases_by_the_side_that_tells_them(text: str, target: str, buyer: list[str], status: Status) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal)) == (Kind.ACQUISITION, target)
    assert (backers(deal), deal.status.value) == (buyer, status)


def test_the_shares_of_the_firm_that_the_buyer_has_come_to_terms_with() -> None:
    deal = only("远山股份公告，公司与微波通信签署收购意向书，拟现金收购其51%股权。")
    assert (company(deal), backers(deal), deal.status.value) == ("微波通信", ["远山股份"], Status.IN_TALKS)


def test_a_notice_speaks_of_its_company_clauses_later() -> None:
    deal = only("远山股份公告，公司与蓝湾软件股东签署股权转让协议，以4.2亿元受让其合计持有的蓝湾软件60%股权。")
    assert (company(deal), backers(deal), amount(deal)) == ("蓝湾软件", ["远山股份"], (420_000_000, "CNY"))


@pytest.mark.parametrize(
    "text",
    [
        "远山股份：拟5000万元收购控股子公司恒益包装12%少数股东股权",
        "远山股份：拟收购恒益包装40%股权，交易完成后恒益包装成为公司全资子公司",
        "远山股份：拟转让参股公司辰光激光8%股权，交易价格4000万元",
        "业内传出青禾科技要收购蓝湾软件，青禾科技回应称没有相关计划",
        "晨曦新材公告，拟吸收合并全资子公司恒川化工",
        "分析师认为，Northlake应该收购Eastvale以弥补短板",
        "青禾科技以极高价格收购市面上所有存储芯片",
        "青禾科技以1.2亿元竞得一宗地块使用权",
    ],
)
def test_what_is_no_purchase(text: str) -> None:
    assert not [d for d in deals(text) if d.kind.value is Kind.ACQUISITION]


@pytest.mark.parametrize(
    "text",
    [
        "在收购蓝湾软件两年后，青禾科技推出首款协同办公产品。",
        "自2023年收购蓝湾软件以来，青禾科技的企业业务增长了三倍。",
        "继收购蓝湾软件后，青禾科技成立了新的事业部。",
    ],
)
def test_a_purchase_that_something_came_after_is_history(text: str) -> None:
    deal = only(text)
    assert company(deal) == "蓝湾软件"
    assert deal.background is not None


def test_a_business_without_a_name_that_is_sold_goes_by_its_owner() -> None:
    assert company(only("东海电机拟出售旗下照明业务，多家私募基金参与竞标。")) == "东海电机"


def test_a_consortium_is_its_members() -> None:
    deal = only("Harbor Partners和Summit Capital组成的财团将以55亿欧元收购软件公司Norrsken。")
    assert backers(deal) == ["Harbor Partners", "Summit Capital"]


def test_a_merger_of_two_firms_names_the_one_that_is_merged() -> None:
    deal = only("远山证券与北岸证券的吸收合并今日获证监会核准")
    assert (company(deal), backers(deal)) == ("北岸证券", ["远山证券"])
