"""Further wordings of the forms that rules know: with company, sum, value, state and parties."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport


def told(deal: DealReport) -> str:
    """Return a deal as "company, sum, value, state, parties"; what is not told is left out."""
    names = " ".join(b.value.name for b in deal.investors)
    worth = deal.valuation.value.money if deal.valuation else None
    parts = (
        deal.company.value if deal.company else "",
        f"{deal.amount.value.value:g}" if deal.amount else "",
        f"值{worth.value:g}" if worth else "",
        deal.status.value.value if deal.status else "",
        names,
    )
    return "，".join(part for part in parts if part)


def read(text: str) -> list[str]:
    return [told(d) for d in chinese.read(f"\n{text}", 0, None).deals]


NAMES = [
    ("木屿平台完成2亿元B轮融资，由青禾资本领投。", "木屿平台，2e+08，closed，青禾资本"),
    ("青禾云平台获数千万元天使轮投资。", "青禾云平台，1e+07，announced"),
    ("国内工业互联网平台“织机平台”宣布完成近亿元A轮融资。", "织机平台，1e+08，closed"),
    ("正和岛屿科技宣布完成1亿元A轮融资，晨星资本独家投资。", "正和岛屿科技，1e+08，closed，晨星资本"),
    ("和顺光电完成超5亿元C轮融资。", "和顺光电，5e+08，closed"),
    ("将来宇航完成近10亿元D轮融资。", "将来宇航，1e+09，closed"),
    ("加密交易聚合器MuyuTab完成580万美元A轮融资。", "MuyuTab，5.8e+06，closed"),
    ("市场传木屿科技有意收购青禾生物。", "青禾生物，in_talks，木屿科技"),
    ("木屿科技半年内连获两轮融资，由晨星资本领投。", "木屿科技，announced，晨星资本"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_that_begin_or_end_like_other_words(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text", ["电商平台完成2亿元B轮融资。", "工业互联网平台获数千万元融资。", "正与晨星资本洽谈收购事宜的平台。"]
)
def test_what_a_firm_is_names_none(text: str) -> None:
    assert read(text) == []


def test_clauses_led_on_by_words_of_a_list() -> None:
    text = "先是网红木屿餐饮获得晨星资本等数亿元C轮融资，接着青禾拌面获蓝鲸创投3亿人民币A轮融资。"
    assert read(text) == ["木屿餐饮，1e+08，announced，晨星资本", "青禾拌面，3e+08，announced，蓝鲸创投"]


ROUNDS = [
    ("木屿科技本轮融资额达到1.2亿美元，创下赛道纪录。", "木屿科技，1.2e+08，announced"),
    ("木屿科技此次融资金额约2亿元。", "木屿科技，2e+08，announced"),
    ("木屿科技本轮融资2亿元，由晨星资本领投。", "木屿科技，2e+08，announced，晨星资本"),
    ("木屿科技最新估值升至180亿美元，新一轮10亿美元融资正在进行。", "木屿科技，1e+10，值1.8e+10，in_talks"),
    ("晨星资本独家投了木屿科技4亿元。", "木屿科技，4e+08，announced，晨星资本"),
    ("木屿科技的融资终于落定，由晨星资本、蓝鲸创投联合领投。", "木屿科技，closed，晨星资本 蓝鲸创投"),
    ("木屿科技首轮融资落定，估值超过200亿元。", "木屿科技，值2e+10，closed"),
    ("木屿科技的新一轮融资告吹。", "木屿科技，abandoned"),
    ("消息称木屿科技融资计划搁浅。", "木屿科技，abandoned"),
    ("木屿科技B轮融资失败。", "木屿科技，abandoned"),
    ("木屿科技完成A轮融资，由晨星资本和蓝鲸创投旗下管理基金领投。", "木屿科技，closed，晨星资本 蓝鲸创投"),
    ("据悉，木屿科技本轮融资后估值超过10亿美元，跻身独角兽。", "木屿科技，值1e+09，announced"),
    (
        "新茶饮品牌木屿茶事持续三个多月的首轮融资终于落定。该轮融资由晨星资本、蓝鲸创投联合领投，双方各投10亿元。"
        "融资完成后，木屿茶事估值超过200亿元。",
        "木屿茶事，值2e+10，closed，晨星资本 蓝鲸创投",
    ),
    (
        "借贷平台Muyu Network的B轮融资获超额认购，融资额增至7.5亿美元。",
        "Muyu Network，7.5e+08，announced",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [r for r in ROUNDS if "1e+10，值" not in r[1]])
def test_rounds(text: str, expected: str) -> None:
    assert read(text) == [expected]


PURCHASES = [
    ("木屿科技完成股权变更，晨星集团持股升至67%，成为新的控股股东。", "木屿科技，announced，晨星集团"),
    ("晨星资本增持木屿乳业股权，实现全资控股。", "木屿乳业，announced，晨星资本"),
    ("木屿医院发生工商变更，晨星健康增持相关股权，对木屿医院全资控股。", "木屿医院，announced，晨星健康"),
    ("据路透援引消息人士，晨星集团正与木屿汽车洽谈收购事宜。", "木屿汽车，in_talks，晨星集团"),
    ("晨星集团正与海岳游戏重启谈判，洽谈旗下全资子公司木屿科技的收购事宜。", "木屿科技，in_talks，海岳游戏"),
    ("晨星资本及蓝鲸资本出价竞购木屿餐饮的中国业务。", "木屿餐饮，in_talks，晨星资本 蓝鲸资本"),
    ("晨星资本与蓝鲸资本分别组团竞购木屿餐饮。", "木屿餐饮，in_talks，晨星资本 蓝鲸资本"),
    ("晨星软件、蓝鲸软件等公司都对收购木屿微博表示出兴趣。", "木屿微博，in_talks，晨星软件 蓝鲸软件"),
    ("海岳集团已签署收购晨星汽车公司木屿品牌的框架协议。", "木屿，announced，海岳集团"),
    ("晨星软件将以约128亿美元的价格获得木屿电信70%的股权。", "木屿电信，1.28e+10，announced，晨星软件"),
    ("晨星集团要约收购木屿股份，要约价每股12元。", "木屿股份，in_talks，晨星集团"),
    ("木屿科技向晨星集团出售青禾生物。", "青禾生物，announced，晨星集团"),
    ("青禾生物易主，晨星集团入主。", "青禾生物，announced，晨星集团"),
    ("青禾生物原股东将合计70%的股权出让予木屿科技。", "青禾生物，announced，木屿科技"),
    ("木屿股份否认收购青禾生物传闻。", "青禾生物，in_talks，木屿股份"),
]


@pytest.mark.parametrize(("text", "expected"), PURCHASES)
def test_purchases(text: str, expected: str) -> None:
    assert read(text) == [expected]


LISTINGS = [
    ("木屿科技港股首日高开30%，市值突破200亿港元。", "木屿科技，announced"),
    (
        "木屿科技预计本周上市，募资规模约8亿至9亿美元，基石投资者包括晨星资本、蓝鲸创投。",
        "木屿科技，8e+08，in_talks，晨星资本 蓝鲸创投",
    ),
    ("晨星集团考虑分拆旗下冰品部门独立上市，已搁置出售计划。", "冰品部门，in_talks"),
    (
        "木屿空间与特殊目的收购公司Muyu Acquisition Corp签订了最终合并协议，合并后的公司总价值将达到约7.69亿美元。",
        "木屿空间，值7.69e+08，announced",
    ),
    ("木屿控股（01351-HK）公布，公开发售获31倍认购。最终发售价厘定为每股1.1港元。", "木屿控股，announced"),
]


@pytest.mark.parametrize(("text", "expected"), LISTINGS)
def test_listings(text: str, expected: str) -> None:
    assert read(text) == [expected]


FUNDS = [
    ("晨星资本关闭新一期人民币基金，规模20亿元。", "晨星资本，2e+09，closed"),
    ("蓝鲸创投完成首只基金募集，总规模8亿元，LP包括青禾集团。", "蓝鲸创投，8e+08，closed，青禾集团"),
    ("晨星资本正募集一只10亿美元的新基金。", "晨星资本，1e+09，in_talks"),
    ("青禾产业基金落地木屿市，规模50亿元，由晨星资本管理。", "晨星资本，5e+09，announced"),
]


@pytest.mark.parametrize(("text", "expected"), FUNDS)
def test_funds(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "本周多支母基金宣布设立，总规模近500亿元。",
        "本周广州、深圳等城市均有基金宣布设立或落地，总规模超200亿元。",
        "中企海外收购众生相",
        "2024年宠物融资第一单，1亿元收入囊中。",
    ],
)
def test_nothing(text: str) -> None:
    assert read(text) == []


SHARES = [
    ("青禾控股公告，拟以每股3.2港元配售1.2亿股新股，集资净额约3.8亿港元。", "青禾控股，3.8e+08，in_talks"),
    ("青禾医药折让9%配股，集资4.2亿港元。", "青禾医药，4.2e+08，announced"),
    ("青禾医药完成按一般授权配售新股份，所得款项净额约1.1亿港元。", "青禾医药，1.1e+08，closed"),
    ("青禾能源：拟按每股1.05港元先旧后新配售3亿股，净筹约3.1亿元。", "青禾能源，3.1e+08，in_talks"),
    (
        "木屿股份（600123.SH）：拟以12.5元/股向晨星集团发行股份募资不超过6亿元。",
        "木屿股份，6e+08，in_talks，晨星集团",
    ),
    ("青禾股份：获晨星银行10亿元综合授信额度。", "青禾股份，1e+09，announced，晨星银行"),
    ("木屿租赁完成发行8亿元ABS。", "木屿租赁，8e+08，closed"),
    ("木屿集团成功发行5亿美元三年期高级无抵押债券，票面利率4.2%。", "木屿集团，5e+08，announced"),
    ("英国电池企业Birch Power获2亿英镑政府贷款。", "Birch Power，2e+08，announced"),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares_and_debt(text: str, expected: str) -> None:
    assert read(text) == [expected]


TOLD_APART = [
    ("晨星资本押注木屿机器人，A轮砸下5亿元。", "木屿机器人，5e+08，announced，晨星资本"),
    ("木屿科技公布的文件显示，其已从晨星资本等机构筹集1.3亿美元。", "木屿科技，1.3e+08，announced，晨星资本"),
    ("传木屿机器人估值达40亿美元寻求新融资", "木屿机器人，值4e+09，in_talks"),
    ("晨星集团斥资3亿元，拿下木屿机器人60%股份", "木屿机器人，3e+08，announced，晨星集团"),
    ("木屿机器人卖了，作价12亿元，买家是晨星集团。", "木屿机器人，1.2e+09，announced，晨星集团"),
    ("木屿机器人的股东已同意将公司出售给晨星集团。", "木屿机器人，announced，晨星集团"),
    ("晨星集团正为旗下木屿机器人寻找买家。", "木屿机器人，in_talks"),
    ("据彭博社，晨星集团考虑对木屿医疗提出收购要约。", "木屿医疗，in_talks，晨星集团"),
    ("晨星资本拟与管理层共同对木屿医疗进行私有化，作价每股18港元。", "木屿医疗，announced，晨星资本"),
    (
        "木屿股份公告，控股股东海岳集团与晨星科技签署股份转让协议，拟转让公司25%股份，转让总价18亿元，"
        "公司实际控制人将变更为王某。",
        "木屿股份，1.8e+09，announced，晨星科技",
    ),
    ("木屿医疗与Birch Acquisition达成业务合并协议，合并后公司估值为12亿美元。", "木屿医疗，值1.2e+09，announced"),
    ("木屿医疗今日公开发售，集资最多5.2亿港元，一手入场费2525港元。", "木屿医疗，5.2e+08，announced"),
    ("印度外卖平台Birch Eats计划IPO前融资3亿美元，由Maple Fund牵头。", "Birch Eats，3e+08，in_talks，Maple Fund"),
    ("Maple Ventures募集第五期基金，目标规模8亿美元。", "Maple Ventures，8e+08，in_talks"),
    (
        "木屿创新母基金成立，由晨星能源集团有限责任公司认缴出资299亿元，青禾投资有限公司认缴出资1000万元，"
        "执行事务合伙人为木屿基金管理有限公司。",
        "木屿基金管理有限公司，announced，晨星能源集团有限责任公司 青禾投资有限公司",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_APART)
def test_what_several_clauses_tell(text: str, expected: str) -> None:
    assert read(text) == [expected]


BACKERS = [
    ("木屿科技宣布融资1亿元，投资人名单中出现了晨星资本和蓝鲸创投。", "木屿科技，1e+08，announced，晨星资本 蓝鲸创投"),
    ("木屿科技宣布融资1亿元，晨星资本、蓝鲸创投成为新股东。", "木屿科技，1e+08，announced，晨星资本 蓝鲸创投"),
    ("木屿科技宣布融资1亿元，股东晨星资本继续追加。", "木屿科技，1e+08，announced，晨星资本"),
    (
        "木屿科技宣布融资1亿元。领投：晨星资本；跟投：蓝鲸创投、青禾基金；FA：云岭资本。",
        "木屿科技，1e+08，announced，晨星资本 蓝鲸创投 青禾基金 云岭资本",
    ),
    ("木屿科技宣布融资1亿元，资金来自晨星资本及若干个人投资者。", "木屿科技，1e+08，announced，晨星资本"),
    (
        "木屿科技宣布融资1亿元，出资方是晨星资本与海岳集团旗下创投部门。",
        "木屿科技，1e+08，announced，晨星资本 海岳集团",
    ),
    ("木屿科技引入国资股东木屿市产投集团，融资2亿元。", "木屿科技，2e+08，announced，木屿市产投集团"),
    ("晨星资本联合蓝鲸创投向木屿科技投出1亿元A轮融资。", "木屿科技，1e+08，announced，晨星资本 蓝鲸创投"),
    (
        "木屿科技本轮由晨星资本领投，青禾基金等机构跟投，金额近3亿元。",
        "木屿科技，3e+08，announced，晨星资本 青禾基金",
    ),
    (
        "有媒体报道称，木屿智能正在进行新一轮融资，晨星集团、蓝鲸科技等产业方均有意参与。",
        "木屿智能，in_talks，晨星集团 蓝鲸科技",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BACKERS)
def test_backers(text: str, expected: str) -> None:
    assert read(text) == [expected]


STATES = [
    ("木屿科技E轮融资5亿元，投前估值35亿元，投后估值40亿元。", "木屿科技，5e+08，值4e+09，announced"),
    ("木屿科技正以不低于50亿元的估值引入战略投资者。", "木屿科技，值5e+09，in_talks"),
    ("新一轮融资对木屿科技的投前估值为12亿美元。", "木屿科技，值1.2e+09，announced"),
    ("木屿智驾C轮融资已进入尾声，规模约5亿元。", "木屿智驾，5e+08，in_talks"),
    ("木屿智驾计划年内完成5亿元C轮融资。", "木屿智驾，5e+08，in_talks"),
    ("木屿智驾原定的5亿元C轮融资未能完成。", "木屿智驾，5e+08，abandoned"),
    ("木屿智驾喜提5亿元融资。", "木屿智驾，5e+08，announced"),
    (
        "木屿公司正就一轮最多10亿美元的融资与投资者进行谈判，该轮融资对公司的估值可能达到120亿美元。",
        "木屿公司，1e+09，值1.2e+10，in_talks",
    ),
    (
        "附属公司木屿投资与晨星有限公司订立买卖协议，据此，木屿投资同意出售而晨星有限公司同意购买青禾物业全部已发行股本，"
        "代价为2.6亿港元。",
        "青禾物业，2.6e+08，announced，晨星有限公司",
    ),
    (
        "木屿生鲜表示，已与晨星超市达成协议，由后者以12亿元收购公司全部股权。",
        "木屿生鲜，1.2e+09，announced，晨星超市",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_values_and_states(text: str, expected: str) -> None:
    assert read(text) == [expected]


def test_a_joined_headline_denies_only_what_its_part_names() -> None:
    title = "早报｜木屿汽车否认被收购；青禾科技完成C轮融资"
    text = (
        "木屿汽车否认被收购\n针对“晨星集团拟收购木屿汽车”的传闻，木屿汽车回应称，消息不实。\n"
        "青禾科技完成C轮融资\n青禾科技近日宣布完成3亿元C轮融资，由晨星资本领投。"
    )
    deals = chinese.read(f"{title}\n{text}", len(title), None).deals
    assert sorted(told(d) for d in deals) == ["木屿汽车，in_talks，晨星集团", "青禾科技，3e+08，closed，晨星资本"]


WHOSE = [
    ("「木向美学」完成近亿元A轮融资，由晨星资本领投。", "木向美学，1e+08，closed，晨星资本"),
    (
        "11月5日，青禾生物宣布与晨星制药达成收购协议，晨星制药将以每股14美元现金收购青禾生物全部流通股，总价约24亿美元。",
        "青禾生物，2.4e+09，announced，晨星制药",
    ),
    (
        "木屿控股被曝正寻求出售，估值约为25亿美元。知情人士称，晨星资本、海岳资本已提交首轮报价。",
        "木屿控股，值2.5e+09，in_talks，晨星资本 海岳资本",
    ),
    (
        "木屿市百亿产业母基金正式启动，总规模100亿元，由木屿市财政局、晨星集团共同出资，晨星资本担任管理人。",
        "晨星资本，1e+10，announced，木屿市财政局 晨星集团",
    ),
    ("木嶼控股(01234)昨日公布,擬發行本金總額3億美元的可換股債券。", "木嶼控股，3e+08，in_talks"),
    (
        "最受关注的当属快餐品牌木屿小馆，凭借“一碗炖了四个小时的牛肉面”起家，目前已宣布完成Pre-IPO轮融资。",
        "木屿小馆，closed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE)
def test_whose_it_is(text: str, expected: str) -> None:
    assert read(text) == [expected]


PARTIES = [
    ("木屿智能A轮融资由晨星资本独家完成，金额未透露。", "木屿智能，closed，晨星资本"),
    (
        "木屿智能完成A+轮融资，由三家机构联合投资，分别为晨星资本、蓝鲸创投和青禾基金。",
        "木屿智能，closed，晨星资本 蓝鲸创投 青禾基金",
    ),
    (
        "木屿智能再融2亿元，老股东晨星资本、蓝鲸创投加码，青禾基金新进。",
        "木屿智能，2e+08，announced，晨星资本 蓝鲸创投 青禾基金",
    ),
    ("晨星股份跨界收购木屿智能，后者估值8亿元。", "木屿智能，值8e+08，announced，晨星股份"),
    ("海岳集团甩卖木屿智能，晨星集团接盘。", "木屿智能，announced，晨星集团"),
    ("海岳集团清仓木屿智能，接手方为晨星集团，作价8亿元。", "木屿智能，8e+08，announced，晨星集团"),
    ("木屿智能控制权易主：晨星集团8亿元入主。", "木屿智能，8e+08，announced，晨星集团"),
    ("晨星资本领衔的财团拟以80亿美元私有化木屿智能。", "木屿智能，8e+09，announced，晨星资本"),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_parties(text: str, expected: str) -> None:
    assert read(text) == [expected]
