"""Purchases told while a clause says something else: by whom, after what, and of whom it was bought."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind


def purchases(text: str) -> list[tuple[str, list[str], bool]]:
    deals = chinese.read(f"\n{text}", 0, None).deals
    return [
        (d.company.value, [b.value.name for b in d.investors], d.background is not None)
        for d in deals
        if d.company is not None and d.kind.value is Kind.ACQUISITION
    ]


@pytest.mark.parametrize(
    ("text", "company", "buyer", "recalled"),
    [
        ("在收购青禾医药后，蓝岭集团的研发管线增加了一倍。", "青禾医药", "蓝岭集团", True),
        ("通过收购木屿物流，北岸控股补齐了华南的仓储网络。", "木屿物流", "北岸控股", False),
        ("为收购松涛机械，云帆重工上月向银行申请了三年期贷款。", "松涛机械", "云帆重工", False),
        ("自收购白鹭乳业以来，金穗食品的毛利率连续三年下降。", "白鹭乳业", "金穗食品", True),
        ("因为收购了星桥软件，长河信息的商誉升至12亿元。", "星桥软件", "长河信息", False),
        ("随着收购海澜影业，天幕传媒开始进军电影发行。", "海澜影业", "天幕传媒", False),
        ("这也是继红石收购橡树园之后，业内又一起大额交易。", "橡树园", "红石", True),
    ],
)
def test_who_does_something_by_it_or_after_it_buys(text: str, company: str, buyer: str, recalled: bool) -> None:
    assert purchases(text) == [(company, [buyer], recalled)]


@pytest.mark.parametrize(
    ("text", "company", "buyers"),
    [
        ("临江集团去年收购的南麓制药有限公司上半年亏损3000万元。", "南麓制药有限公司", ["临江集团"]),
        ("公司2016年收购的星野网络已连续两年未完成业绩承诺。", "星野网络", []),
        ("百川科技通过收购的松江软件开展上门服务。", "松江软件", ["百川科技"]),
        ("光明湖集团又启动了在澳洲收购的南岸食品集团的上市准备。", "南岸食品集团", ["光明湖集团"]),
    ],
)
def test_a_firm_that_was_bought_is_history(text: str, company: str, buyers: list[str]) -> None:
    assert purchases(text) == [(company, buyers, True)]


def test_a_firm_that_is_to_be_bought_is_news() -> None:
    text = "远山股份拟收购的德国汽车部件商Brandt承诺，三年净利润不低于2亿元。"
    assert purchases(text) == [("Brandt", ["远山股份"], False)]


@pytest.mark.parametrize(
    "text", ["该行去年收购的资产已全部处置。", "公司收购的是一家知名厂商。", "收购的目的是整合资源。"]
)
def test_what_was_bought_and_is_no_firm_is_none(text: str) -> None:
    assert purchases(text) == []


@pytest.mark.parametrize(
    ("text", "company", "buyer"),
    [
        ("长峰化工对法国香料商Belleroche的收购转为观望。", "Belleroche", "长峰化工"),
        ("美川对小雪鹅的收购与整合无疑是成功的。", "小雪鹅", "美川"),
        ("宏图股份对盘山民爆的收购是以整合当地资源为目的的。", "盘山民爆", "宏图股份"),
    ],
)
def test_a_purchase_told_by_a_noun_may_go_on_with_anything(text: str, company: str, buyer: str) -> None:
    assert purchases(text) == [(company, [buyer], False)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2015年途风先后收购云游、乐山网，在线旅游的格局由此改变。",
            [("云游", ["途风"], True), ("乐山网", ["途风"], True)],
        ),
        ("2019年，远舟保理被上市公司法兰士以9亿现金收购。", [("远舟保理", ["法兰士"], True)]),
        ("如歌集团从德国巴登工业手中收购了纺织厂Weberei。", [("Weberei", ["如歌集团"], False)]),
        ("此举意味着吉川收购北欧车企沃恩的交易已通过反垄断审查。", [("沃恩", ["吉川"], False)]),
    ],
)
def test_a_buyer_is_cut_from_the_time_and_the_adverbs_around_it(
    text: str, told: list[tuple[str, list[str], bool]]
) -> None:
    assert purchases(text) == told
