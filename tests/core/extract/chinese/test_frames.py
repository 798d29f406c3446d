"""The ways of putting a deal that headlines, notices and flashes use, each with what it tells."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Role, Round, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, news, only, stage

# --- listings


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("木屿科技已向港交所递交招股书", Status.ANNOUNCED),
        ("木屿科技秘密提交IPO申请", Status.ANNOUNCED),
        ("木屿科技申请美股IPO", Status.ANNOUNCED),
        ("木屿科技据悉秘密提交IPO文件", Status.RUMOURED),
        ("木屿科技据悉接近提交上市申请，或为今年最大IPO", Status.IN_TALKS),
        ("木屿科技计划最早6月向港交所递交上市申请", Status.IN_TALKS),
        ("木屿科技：筹划发行H股并在香港联交所上市", Status.IN_TALKS),
        ("木屿科技的沪市IPO今日获上市委通过", Status.IN_TALKS),
        ("木屿科技完成IPO辅导", Status.IN_TALKS),
        ("木屿科技IPO“中止”非终止", Status.IN_TALKS),
        ("木屿科技向员工说明IPO进展：上市没有终止", Status.IN_TALKS),
        ("木屿科技IPO审核状态变更为终止", Status.ABANDONED),
        ("木屿科技确定发行价，募资5亿美元创当地最大IPO", Status.ANNOUNCED),
        ("木屿科技开盘大涨八成，本市再添一家硬科技IPO", Status.ANNOUNCED),
    ],
)
def test_how_far_a_listing_has_come(text: str, status: Status) -> None:
    deal = only("", text)
    assert (deal.kind.value, company(deal), deal.status.value) == (Kind.IPO, "木屿科技", status)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("远川集团拟分拆木屿医药赴港上市", "木屿医药"),
        ("木屿证券上市在即：经纪业务仍待改善", "木屿证券"),
        ("全国最大的造纸公司木屿将于本周五上市", "木屿"),
        ("监管松绑为Northlake上市铺路", "Northlake"),
        ("年度最大IPO来袭，Northlake加速驶入纳斯达克", "Northlake"),
        ("Northlake的IPO吸引多国财富基金认购", "Northlake"),
        ("滨海镜头制造商Northlake赴美IPO", "Northlake"),
        ("市场消息：Northlake计划在香港上市", "Northlake"),
        ("上交所网站显示上海木和新药股份有限公司IPO审核状态已更新为受理", "上海木和新药股份有限公司"),
    ],
)
def test_whose_listing_it_is(text: str, name: str) -> None:
    deal = only("", text)
    assert (deal.kind.value, company(deal)) == (Kind.IPO, name)


@pytest.mark.parametrize(
    "text",
    [
        "木屿手机将于本周五上市",
        "木屿平板上市在即，起售价2999元",
        "木屿股份：向特定对象发行股票申请符合发行条件、上市条件",
        "木屿科技芯片已交付10万片，未来不排除IPO的可能",
    ],
)
def test_no_listing(text: str) -> None:
    assert not [d for d in deals("", text) if d.kind.value is Kind.IPO and company(d) != "木屿科技"]


def test_an_offering_and_its_proceeds_are_one_deal() -> None:
    deal = only("该公司拟增发股份并上调发行价区间，目标融资额因此增加3亿美元。", "Northlake考虑扩大IPO规模")
    assert (deal.kind.value, company(deal)) == (Kind.IPO, "Northlake")


# --- purchases: what others do about them


@pytest.mark.parametrize(
    ("text", "buyer", "status"),
    [
        ("市场监管总局附条件批准青禾集团收购北岸电池股权案", ["青禾集团"], Status.ANNOUNCED),
        ("监管机构批准青禾集团与南港集团收购北岸电池", ["青禾集团", "南港集团"], Status.ANNOUNCED),
        ("司法部已批准青禾集团以11亿美元的价格，收购北岸电池", ["青禾集团"], Status.ANNOUNCED),
        ("青禾集团回应收购北岸电池：将放弃与经销商的独家条款", ["青禾集团"], Status.ANNOUNCED),
        ("青禾集团被曝准备撤销对北岸电池收购", ["青禾集团"], Status.ABANDONED),
        ("青禾集团完成对北岸电池收购，多地起诉阻止合并", ["青禾集团"], Status.CLOSED),
        ("青禾集团：收购北岸电池的事项已经完成", ["青禾集团"], Status.CLOSED),
        ("商务部回应青禾集团收购北岸电池：须依法履行程序", ["青禾集团"], Status.ANNOUNCED),
        ("青禾集团对北岸电池发出收购提议", ["青禾集团"], Status.IN_TALKS),
        ("南港控股8亿美元出售北岸电池，青禾集团接手", ["青禾集团"], Status.ANNOUNCED),
        ("南港控股向青禾集团转让北岸电池80%股权", ["青禾集团"], Status.ANNOUNCED),
    ],
)
def test_who_buys(text: str, buyer: list[str], status: Status) -> None:
    deal = only("", text)
    assert (deal.kind.value, company(deal)) == (Kind.ACQUISITION, "北岸电池")
    assert (backers(deal), deal.status.value) == (buyer, status)


@pytest.mark.parametrize(
    "text",
    [
        "青禾集团拟收购越南两公司各55%股权",
        "青禾集团27亿收购遭否两度跌停 投行项目折戟",
        "各地准备秋粮收购工作，加强收购形势分析",
        "上交所召开2026年第5次并购重组审核委员会会议",
    ],
)
def test_no_purchase(text: str) -> None:
    assert not deals("", text)


def test_a_rumour_that_is_denied_stays_one() -> None:
    deal = only("", "青禾集团回应“南港集团洽谈收购北岸电池”传闻：相关说法不属实")
    assert (company(deal), deal.status.value) == ("北岸电池", Status.IN_TALKS)


def test_a_small_stake_counts_where_control_passes_with_it() -> None:
    deal = only("交易完成后北岸电池将成为公司控股子公司。", "青禾汽车：拟1亿元收购北岸电池35%股权并增资")
    assert (company(deal), amount(deal)) == ("北岸电池", (100_000_000, "CNY"))


def test_each_purchase_of_a_sentence_has_its_own_price() -> None:
    found = deals("青禾集团将斥资2亿美元收购Northlake，将斥资5亿美元收购Eastvale。")
    assert [(company(d), amount(d)) for d in found] == [
        ("Northlake", (200_000_000, "USD")),
        ("Eastvale", (500_000_000, "USD")),
    ]


def test_a_price_per_share_is_no_price() -> None:
    deal = only("青禾集团以22.95元/股的价格收购北岸电池51%股权，总价8亿元。")
    assert amount(deal) == (800_000_000, "CNY")


def test_a_purchase_recalled_is_the_one_in_the_news() -> None:
    deal = only(
        "监管机构今天批准青禾集团收购北岸电池。据此前报道，青禾集团曾于去年6月公告，拟12亿美元收购北岸电池。",
        "青禾集团收购北岸电池获批准",
    )
    assert (amount(deal), deal.status.value, deal.background) == ((1_200_000_000, "USD"), Status.ANNOUNCED, None)


# --- rounds: who gives and who gets


def test_the_register_names_the_backers_in_full() -> None:
    deal = only(
        "天眼查显示，近日，木屿动力（北京）技术有限公司发生工商变更，新增北京市远川产业投资基金（有限合伙）、"
        "鹿鸣二期控股有限公司等为股东，注册资本由16万元增至18万元。",
        "北京远川产业基金等入股木屿动力",
    )
    assert (company(deal), stage(deal)) == ("木屿动力", Round.SERIES_UNKNOWN)
    assert backers(deal) == ["北京市远川产业投资基金", "鹿鸣二期控股有限公司"]


def test_a_firm_tied_to_another_is_named_by_the_register() -> None:
    deal = only(
        "近日，木屿网络关联公司澄目信息科技有限公司发生工商变更，新增远川资本管理有限公司为股东。",
        "远川资本入股木屿网络关联公司",
    )
    assert company(deal) == "澄目信息科技有限公司"


def test_who_announces_is_who_raises() -> None:
    deal = only("", "木屿股份：拟向远川金融控股有限公司发行H股股票，募资总额为160亿元，用于对子公司增资")
    assert (company(deal), amount(deal)) == ("木屿股份", (16_000_000_000, "CNY"))


@pytest.mark.parametrize(
    ("text", "round_"),
    [
        ("木屿股份：拟发行可转换公司债券募资不超14亿元", Round.POST_IPO_DEBT),
        ("木屿地产获多家银行43亿港元贷款融资", Round.DEBT_FINANCING),
    ],
)
def test_borrowed_money_is_debt(text: str, round_: Round) -> None:
    assert stage(only("", text)) is round_


@pytest.mark.parametrize(
    "text",
    [
        "木屿科技完成1亿元A轮融资。本轮融资引入远川资本、鹿鸣创投等多家机构。",
        "木屿科技完成1亿元A轮融资，参与投资的有远川资本和鹿鸣创投等。",
    ],
)
def test_backers_that_are_brought_in(text: str) -> None:
    assert backers(only(text)) == ["远川资本", "鹿鸣创投"]


def test_early_backers_hold_shares_already() -> None:
    deal = only("木屿科技寻求5亿元新一轮融资。早期投资方包括远川资本和鹿鸣创投。")
    assert backers(deal, Role.PARTICIPANT) == []


def test_a_post_is_no_part_of_a_name() -> None:
    deal = only("", "木屿股份：实控人李明远拟向澄目半导体增资不超过2亿元")
    assert backers(deal) == ["李明远"]


def test_the_arm_through_which_a_person_invests() -> None:
    deal = only("木屿矿泉创始人李明远通过旗下远川控股有限公司，斥资5亿元战略投资澄目科技。")
    assert backers(deal) == ["远川控股有限公司"]


def test_a_sum_without_a_currency_is_the_one_that_the_text_tells() -> None:
    deal = only("Northlake宣布完成650亿美元融资，远川资本领投。", "早报丨Northlake完成650亿融资")
    assert amount(deal) == (65_000_000_000, "USD")


@pytest.mark.parametrize(
    "text",
    [
        "为机器人打造“通信小脑”，获千万级融资",
        "校友团队做机械臂，成本降了一半，半年融资近亿元",
        "高校团队造机械臂，成本降到一半，半年融资近亿元",
        "国产变速器打破海外垄断，获远川资本参与新一轮数千万元融资",
        "80后博士做飞行机器人，获远川资本投资",
        "远川资本押注过的芯片公司再融资数亿元",
        "上月共有12家公司上市，首发募资合计87亿元",
        "某集团发行债券，为数据中心融资",
    ],
)
def test_clauses_are_no_companies(text: str) -> None:
    assert not deals("", text)


@pytest.mark.parametrize("text", ["木屿科技正洽谈新一轮融资，估值约80亿元", "木屿科技新一轮10亿美元融资正在进行"])
def test_an_adverb_is_no_part_of_a_name(text: str) -> None:
    (deal,) = news("", text)
    assert (company(deal), deal.status.value) == ("木屿科技", Status.IN_TALKS)


def test_a_business_without_a_name_goes_by_its_owner() -> None:
    deal = only("", "青禾集团将以11亿美元收购北岸科技旗下企业安全业务")
    assert (company(deal), backers(deal)) == ("北岸科技", ["青禾集团"])


def test_a_float_at_home_is_a_listing() -> None:
    deal = only("", "外媒：木屿石油计划11月启动国内上市")
    assert (deal.kind.value, company(deal), deal.status.value) == (Kind.IPO, "木屿石油", Status.IN_TALKS)
