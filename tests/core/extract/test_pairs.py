"""Two names that a text says are one organisation's."""

from __future__ import annotations

import pytest

from dealwire.core.extract.pairs import find_pairs


@pytest.mark.parametrize(
    ("content", "name", "other"),
    [
        ("大模型公司智谱（Zhipu AI）完成新一轮融资", "智谱", "Zhipu AI"),
        ("智谱AI (Zhipu)宣布完成融资", "智谱AI", "Zhipu"),
        ("Moonshot AI (月之暗面) raised money", "Moonshot AI", "月之暗面"),
        ("a stake in Moonshot AI, or 月之暗面, a startup", "Moonshot AI", "月之暗面"),
        ("Moonshot AI, known as Yuezhi Anmian, is in Beijing", "Moonshot AI", "Yuezhi Anmian"),
        ("Block, formerly known as Square, is in Oakland", "Block", "Square"),
        ("Meta (formerly Facebook) owns it", "Meta", "Facebook"),
        ("Bright River Capital (BRC), a fund", "Bright River Capital", "BRC"),
        ("深圳市远山机器人有限公司（以下简称“远山机器人”）成立", "深圳市远山机器人有限公司", "远山机器人"),
        ("智能驾驶平台公司北京海港快舟科技有限公司（以下简称“海港快舟”）", "北京海港快舟科技有限公司", "海港快舟"),
        ("计划上市的海港快舟股份有限公司（简称“海港快舟”）", "海港快舟股份有限公司", "海港快舟"),
        ("经纬、和玉、和海资本（HaiSea Capital）领投", "和海资本", "HaiSea Capital"),
        ("据挪威海事局（NMA）称", "挪威海事局", "NMA"),
        ("领投方为海港风险投资（Harbour Ventures）", "海港风险投资", "Harbour Ventures"),
        ("人工智能公司Quarvix（夸维科技）获投", "Quarvix", "夸维科技"),
        ("白鹭科技（原名白露网络）获得投资", "白鹭科技", "白露网络"),
    ],
)
def test_pairs(content: str, name: str, other: str) -> None:
    (pair,) = find_pairs(content)
    assert (pair.name.value, pair.other.value) == (name, other)
    for told in (pair.name, pair.other):
        assert content[told.start : told.end] == told.quote


@pytest.mark.parametrize(
    "content",
    [
        "人工智能（AI）发展很快",
        "a large language model (LLM) for all",
        "马斯克（Elon Musk）说",
        "Kai-Fu Lee (李开复) said",
        "海棠集团（600123.SH）公告",
        "远山公司（YSAN）股价上涨",
        "Initial Public Offering (IPO) rules",
        "the firm (based in Oslo) said",
        "本公司（以下简称“公司”）",
        "全资子公司海港能源科技有限公司（简称“能源科技”）",
        "海港创业投资合伙企业（简称“合伙企业”）",
        "美国海洋与大气管理局（NOAA）",
        "SB 能源（SB Energy）公司",
        "对数据中心（AIDC）的投资",
        "数字AI（Digital AI）",
        "作者远山（原名：李海）的小说",
        "辅助驾驶“远山套件”改名为“海港套件”",
        "Build a Harbour Boy（下称 BaHB）",
    ],
)
def test_no_pair(content: str) -> None:
    assert find_pairs(content) == ()
