"""Money told by agreements and subscriptions, funds told by their size, and what keeps two rounds apart."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Role, Round, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, news, only, stage


@pytest.mark.parametrize(
    ("text", "firm", "names"),
    [
        ("星河电气公告，控股子公司星河储能近日与10名投资人签订了增资协议及股权转让协议。", "星河储能", []),
        ("启明云与国智资本、海河基金签署增资协议，引入资金2亿元。", "启明云", ["国智资本", "海河基金"]),
        ("红松出行公告称，公司拟投资2.5亿元参与星辉电池有限公司增资，持股比例3%。", "星辉电池有限公司", ["红松出行"]),
        ("江北水务公告，拟以现金3亿元参与认购海河银行增资扩股股份。", "海河银行", ["江北水务"]),
        ("云杉科技完成5亿元融资，并引入海航、广汽、国寿等投资者。", "云杉科技", ["海航", "广汽", "国寿"]),
        ("云帆出行预计将从海棠资本手中拿到1亿美元投资。", "云帆出行", ["海棠资本"]),
    ],
)
def test_who_signs_to_give(text: str, firm: str, names: list[str]) -> None:
    deal = only(text)
    assert (company(deal), backers(deal)) == (firm, names)


def test_an_agreement_about_a_site_is_no_round() -> None:
    assert deals("星河电气与江北新区管委会签订战略投资协议，拟投资新建30GWh储能电池项目。") == ()


@pytest.mark.parametrize(
    ("text", "firm", "money"),
    [
        ("云帆量子：5名认购人认购约9.8亿股新股，净筹约1.96亿港元", "云帆量子", 1.96e8),
        ("松果教育向三名认购人发行合共8000万股认购股份，每股认购价0.5港元，集资4000万港元。", "松果教育", 4e7),
        ("贝塔集团发公告称，拟定增募资不超过12亿元，用于扩产。", "贝塔集团", 1.2e9),
        ("启明医疗(02999.HK)与6名认购人订立认购协议，发行合共1.2亿股新股，所得款项净额约3.1亿港元", "启明医疗", 3.1e8),
        ("海岸娱乐：拟发行最多5亿股认购股份，集资净额约8800万港元", "海岸娱乐", 8.8e7),
        ("远丰企业(00948.HK)拟配售1000万股，净筹600万港元", "远丰企业", 6e6),
    ],
)
def test_shares_sold_to_subscribers(text: str, firm: str, money: float) -> None:
    deal = only(text)
    assert (company(deal), stage(deal), backers(deal, Role.PARTICIPANT)) == (firm, Round.POST_IPO_EQUITY, [])
    assert (amount(deal) or (0,))[0] == money


@pytest.mark.parametrize(
    ("text", "house", "money"),
    [
        ("云州市人工智能产业基金今日发布，基金总规模达50亿元，首期规模20亿元。", "云州市人工智能产业基金", 5e9),
        ("江北新区未来产业基金今日亮相，总规模80亿元，由江北国投集团发起设立。", "江北国投集团", 8e9),
        ("美国私募巨头Bluecove已为其第五只亚洲基金筹得60亿美元。", "Bluecove", 6e9),
        ("据知情人士透露，光锥资本已为新一期成长基金募得约9亿美元。", "光锥资本", 9e8),
        ("光锥资本新基金超额认购，规模定格在8.5亿美元。", "光锥资本", 8.5e8),
        ("江北省智能产业基金设立，目标规模100亿元，首期募资20亿元，聚焦智能机器人等领域。", "江北省智能产业基金", 1e10),
        ("近日，江北经开集团出资设立的科创母基金完成备案。该基金首期规模10亿元。", "江北经开集团", 1e9),
        (
            "远山集团、海棠资本及云州国投共同出资设立的云州绿能股权投资基金完成备案，规模15亿元。",
            "云州绿能股权投资基金",
            1.5e9,
        ),
    ],
)
def test_a_fund_by_its_size(text: str, house: str, money: float) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal)) == (Kind.FUND_CLOSE, house)
    assert (amount(deal) or (0,))[0] == money


@pytest.mark.parametrize(
    "text",
    [
        "清科数据显示，上半年有不到700家基金完成募集，总额达2600亿元。",
        "她正忙于为新发基金敲定至少2亿元的募资额。",
        "智能汽车融资观察：谁在加码？",
        "江北省金芙蓉产业引导基金拟设立绿色矿业子基金，公开遴选基金管理机构。",
        "云帆出行，年内获得3次融资，披露融资总金额达23.1亿元；小灵智行，年内获得2次融资，披露融资总金额达50.7亿元。",
    ],
)
def test_funds_and_money_in_general_are_nobodys(text: str) -> None:
    assert deals(text) == ()


def test_a_labelled_round_of_last_year_is_not_the_one_talked_of() -> None:
    told = deals(
        "木屿汽车正考虑在首次公开招股（IPO）之前募集最多3亿美元。知情人士说，公司研究最快于年底在美国上市。"
        "去年10月，木屿汽车在Pre-A轮融资中募集逾3亿美元，由海棠资本领投。"
    )
    rounds = {d.background is not None: d for d in told if d.kind.value is Kind.FUNDING_ROUND}
    assert stage(rounds[False]) is not Round.SERIES_A
    assert rounds[False].status.value is Status.IN_TALKS
    assert (stage(rounds[True]), backers(rounds[True])) == (Round.SERIES_A, ["海棠资本"])


def test_a_round_does_not_go_to_the_listing_before_it() -> None:
    told = deals(
        "1月，智远AI与微光科技相继在港股上市。公开报道显示，黑曜石科技于2026年5月10日完成5亿美元C轮融资。",
    )
    assert [company(d) for d in told if d.amount] == ["黑曜石科技"]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("考慮到投資者的興趣，雲帆出行可能會融到15億美元左右。", 1.5e9),
        ("云帆出行最终可能募集5亿美元。", 5e8),
        ("大象咖啡由前星巴克高管王磊创办，正计划完成1.3亿元融资。", 1.3e8),
    ],
)
def test_what_may_come(text: str, money: float) -> None:
    deal = only(text)
    assert (amount(deal) or (0,))[0] == money
    assert deal.status.value is Status.IN_TALKS


def test_raising_again_is_no_offering_of_a_listed_firm() -> None:
    assert stage(only("雲帆科技再融資5億元，投資方為海棠資本及遠山集團。")) is Round.SERIES_UNKNOWN


def test_a_firm_goes_by_its_whole_name_and_not_by_its_letters() -> None:
    told = news(
        "Lumen Robotics Lab（简称“LRL”）宣布完成2亿美元种子轮融资。"
        "LRL本轮融资由海棠资本领投，这家机构第一只基金的规模为3亿美元。"
    )
    assert [(company(d), (amount(d) or (0,))[0]) for d in told] == [("Lumen Robotics Lab", 2e8)]


@pytest.mark.parametrize(
    ("text", "firm", "names"),
    [
        (
            "上海宏远信息技术股份有限公司（以下简称“宏远信息”）拟与关联人鸿图投资集团有限公司（以下简称“鸿图投资”）共同对"
            "岩心聚能（上海）科技有限公司（以下简称“岩心聚能”）进行增资，其中公司出资1500万元，鸿图投资出资1500万元。",
            "岩心聚能",
            ["宏远信息", "鸿图投资"],
        ),
        (
            "启明云与小度电子、国智资本共同对星辉电池进行增资，其中启明云出资3000万元。",
            "星辉电池",
            ["启明云", "小度电子", "国智资本"],
        ),
        (
            "江北水务拟联合控股股东江北国投向海河氢能增资，其中公司增资5000万元。",
            "海河氢能",
            ["江北水务", "江北国投"],
        ),
        ("贝塔电子公告，拟与控股股东共同对参股公司星火材料增资，其中公司增资2000万元。", "星火材料", ["贝塔电子"]),
        (
            "江北水务与海河投资、国智资本联合向星火材料注资，其中江北水务出资5000万元、国智资本出资3000万元。",
            "星火材料",
            ["江北水务", "海河投资", "国智资本"],
        ),
        (
            "远洋冷链全资子公司远洋创投拟与海河投资（有限合伙）、国智基金等对黑曜石科技进行增资，其中远洋创投增资1000万元。",
            "黑曜石科技",
            ["远洋创投", "海河投资", "国智基金"],
        ),
        (
            "启明云公告，与关联人鸿远集团共同对灵犀科技增资，其中公司出资1500万元，鸿远集团出资500万元。",
            "灵犀科技",
            ["启明云", "鸿远集团"],
        ),
    ],
)
def test_what_several_give_together_has_no_sum_of_one(text: str, firm: str, names: list[str]) -> None:
    deal = only(text)
    assert (company(deal), backers(deal), deal.amount) == (firm, names, None)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("云帆科技于5月下旬完成1亿元A轮融资。", "云帆科技"),
        ("红松出行4月底获得海棠资本2亿元投资。", "红松出行"),
        ("Muyu Pioneer 在5月初宣布完成近25亿元人民币的 D 轮融资。", "Muyu Pioneer"),
        ("祝贺云帆科技完成C轮融资！", "云帆科技"),
    ],
)
def test_when_and_with_what_wishes(text: str, firm: str) -> None:
    assert company(only(text)) == firm


def test_a_fund_that_holds_a_word_for_what_it_is_for() -> None:
    deal = only("大象咖啡完成B轮融资，投资方有江北集团旗下基金江北重大项目二期产业投资基金有限公司和海棠资本。")
    assert backers(deal) == ["江北重大项目二期产业投资基金有限公司", "海棠资本"]


def test_a_fund_that_is_signed_for_first() -> None:
    deal = only(
        "江北高新3月29日公告，近日江高新基金联合江高新投资、器械产业公司共同签署合伙协议，发起设立江北新兴产业投资基金合伙企业，"
        "基金认缴出资总额5亿元。"
    )
    assert (deal.kind.value, company(deal)) == (Kind.FUND_CLOSE, "江高新基金")


def test_the_third_round_of_a_year_is_one_round() -> None:
    assert amount(only("云帆出行年内完成第3轮融资，金额1亿元。")) == (100_000_000, "CNY")
