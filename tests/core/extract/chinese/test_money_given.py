"""Money told by who gives it, by who leads, by what the firm is then worth, and by the register of firms."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Role, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, only


@pytest.mark.parametrize(
    ("text", "giver", "taker", "money"),
    [
        (
            "近日，海棠资本旗下基金以近2亿元人民币，独家投资松果餐饮管理有限公司。",
            "海棠资本",
            "松果餐饮管理有限公司",
            2e8,
        ),
        ("远山集团豪掷5亿港元认购云帆科技新股，成为其第二大股东。", "远山集团", "云帆科技", 5e8),
        ("国岳投资日前以1.2亿元人民币战略投资青禾茶饮。", "国岳投资", "青禾茶饮", 1.2e8),
        ("蓝湖基金出手，2亿元押注星图机器人。", "蓝湖基金", "星图机器人", 2e8),
        ("北斗创投已向贝塔医疗注入3000万美元，取得后者约10%股权。", "北斗创投", "贝塔医疗", 3e7),
        ("远山重工以2.4亿元现金，战略入股鹿野机床。", "远山重工", "鹿野机床", 2.4e8),
        ("据了解，北洋物流豪掷6亿元认购海燕航空定增股份。", "北洋物流", "海燕航空", 6e8),
        ("大湾区创投旗下母基金以5000万元，联合投资生物企业瑞禾基因。", "大湾区创投", "瑞禾基因", 5e7),
        ("淡水河谷基金宣布向非洲支付公司Payoro投入4500万美元。", "淡水河谷基金", "Payoro", 4.5e7),
    ],
)
def test_who_gives_how_much_to_whom(text: str, giver: str, taker: str, money: float) -> None:
    deal = only(text)
    assert (company(deal), backers(deal)) == (taker, [giver])
    assert (amount(deal) or (0,))[0] == money


def test_whom_somebody_moved_gives_nothing() -> None:
    assert deals("王某被李某的理想打动，投了他的天使轮。") == ()


@pytest.mark.parametrize(
    ("text", "leads", "others"),
    [
        ("松果出行完成2亿美元C轮融资，领投者是海棠资本，远山集团也有份参与。", ["海棠资本"], ["远山集团"]),
        (
            "松果出行完成2亿美元C轮融资。海棠资本为本轮牵头方，远山集团、北斗创投随同投资。",
            ["海棠资本"],
            ["远山集团", "北斗创投"],
        ),
        ("松果出行完成2亿美元C轮融资，海棠资本充当领投角色。", ["海棠资本"], []),
        ("云帆科技获5000万美元融资，牵头的是远山控股。", ["远山控股"], []),
        (
            "云帆科技获5000万美元融资，投资由远山控股牵头，参与者包括北斗创投与蓝湖基金。",
            ["远山控股"],
            ["北斗创投", "蓝湖基金"],
        ),
        ("云帆科技计划筹资8亿美元。在这轮融资中，远山控股可能会是牵头投资人。", ["远山控股"], []),
        ("黑曜石科技募得8000万美元，领头投资者是光锥资本，其余投资者包括晨光创投。", ["光锥资本"], ["晨光创投"]),
        ("大象咖啡宣布完成A轮1.2亿元融资，主导方是国智资本。", ["国智资本"], []),
        ("大象咖啡宣布完成A轮1.2亿元融资，参投者还有晨光创投、海河基金。", [], ["晨光创投", "海河基金"]),
    ],
)
def test_who_leads_by_what_he_is(text: str, leads: list[str], others: list[str]) -> None:
    deal = only(text)
    assert backers(deal, Role.LEAD) == leads
    assert backers(deal, Role.PARTICIPANT) == others


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("知情人士称，云梯物流计划筹资5亿美元。这可能令该公司的估值升至40亿美元左右。", 4e9),
        ("青禾茶饮刚刚完成新一轮2亿元融资。据报道，青禾茶饮的估值在这一轮融资后达到创纪录的50亿元。", 5e9),
        ("木星电池宣布完成C轮融资，募得1.2亿美元。该交易对木星电池的估值为9亿美元。", 9e8),
        ("据彭博社报道，星辰影业正寻求融资2亿美元。若交易达成，公司估值将超过15亿美元。", 1.5e9),
        ("飞鱼出行完成2亿美元融资。新投资使这家网约车公司的估值增加一倍，至28亿美元。", 2.8e9),
        ("法国初创公司Lumiq宣布融资6亿欧元。本次交易意味着Lumiq身价已达58亿欧元。", 5.8e9),
    ],
)
def test_what_the_money_makes_a_firm_worth(text: str, worth: float) -> None:
    value = only(text).valuation
    assert value is not None
    assert value.value.money.value == worth


@pytest.mark.parametrize(
    ("text", "firm", "money"),
    [
        ("据知情人士透露，松果出行计划在赴港IPO之前募集最多2亿美元。", "松果出行", 2e8),
        ("木屿汽车正考虑在首次公开招股（IPO）前再融资5亿美元。", "木屿汽车", 5e8),
        ("传云帆出行上市前拟募资3亿美元", "云帆出行", 3e8),
        ("蓝湖航天在提交上市申请之前，从海棠资本和远山集团筹得1.5亿美元。", "蓝湖航天", 1.5e8),
        ("彭博社：星图机器人寻求在上市前以30亿美元估值筹集3亿美元", "星图机器人", 3e8),
        ("海岸生物宣布完成IPO前一轮9000万美元融资，资方包括蓝湖基金。", "海岸生物", 9e7),
        ("消息指启明云计划于明年上市前融资3.5亿美元。", "启明云", 3.5e8),
        ("大象咖啡IPO前夕再获1.2亿美元融资", "大象咖啡", 1.2e8),
        ("市场消息称，蓝图软件考虑赴美上市前进行一轮2亿美元的融资。", "蓝图软件", 2e8),
    ],
)
def test_money_before_a_listing_is_a_round(text: str, firm: str, money: float) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal)) == (Kind.FUNDING_ROUND, firm)
    assert (amount(deal) or (0,))[0] == money
    assert deal.background is None


@pytest.mark.parametrize(
    ("text", "firm", "names"),
    [
        (
            "上海松果餐饮管理有限公司发生工商变更，新增了三名股东分别为远山集团、海棠资本和北斗创投，持股比例分别为5%、3%和1%。",
            "上海松果餐饮管理有限公司",
            ["远山集团", "海棠资本", "北斗创投"],
        ),
        ("工商资料显示，灵犀科技的股东名单中出现了海棠资本和远山集团。", "灵犀科技", ["海棠资本", "远山集团"]),
        ("近日，鹿鸣智能完成工商变更，海棠资本、远山集团旗下公司新晋为股东。", "鹿鸣智能", ["海棠资本", "远山集团"]),
        ("天眼查显示，贝塔医疗近日新增投资人海棠资本，持股比例为6%。", "贝塔医疗", ["海棠资本"]),
        ("青禾茶饮注册资本增至2.1亿元，新增股东包括海棠资本、国岳投资等。", "青禾茶饮", ["海棠资本", "国岳投资"]),
        ("小度电子旗下基金进入大象咖啡股东行列", "大象咖啡", ["小度电子"]),
        ("企查查显示，海河基金近日已现身黑曜石科技股东名单。", "黑曜石科技", ["海河基金"]),
        ("大象咖啡工商变更：注册资本增加15%，晨光创投、国智资本成为新股东", "大象咖啡", ["晨光创投", "国智资本"]),
        ("红松出行科技新增两位股东：小度电子、光锥资本，前者持股7%。", "红松出行科技", ["小度电子", "光锥资本"]),
        ("同远药业发生投资人变更，新增海河基金等多名股东。", "同远药业", ["海河基金"]),
    ],
)
def test_the_register_names_who_came_in(text: str, firm: str, names: list[str]) -> None:
    deal = only(text)
    assert (company(deal), backers(deal)) == (firm, names)
    assert deal.status.value is Status.ANNOUNCED


def test_what_a_group_spends_on_a_part_of_its_own_is_no_round() -> None:
    assert deals("云帆集团已向智能眼镜业务Vision Labs投入数十亿美元。") == ()


def test_a_fund_that_is_called_after_venture_capital() -> None:
    deal = only("微海生物完成A轮融资，由正心资本领投，青禾创新风投基金、建发新兴投资跟投。")
    assert backers(deal, Role.PARTICIPANT) == ["青禾创新风投基金", "建发新兴投资"]
