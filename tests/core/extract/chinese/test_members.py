"""Firms that a sentence names as cases of what it tells of many, and figures of a market, which are nobody's."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese


def told(text: str, title: str = "") -> list[tuple[str, str | None, str | None]]:
    content = f"{title}\n{text}"
    return [
        (
            d.company.value if d.company else "",
            d.round_label.quote if d.round_label else None,
            d.amount.quote if d.amount else None,
        )
        for d in chinese.read(content, len(title), None).deals
    ]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        (
            "多家专注基因编辑的公司也纷纷完成早期融资，例如贝石生物、锐木基因、新芽医药等。",
            ["贝石生物", "锐木基因", "新芽医药"],
        ),
        (
            "今年以来，不少固态电池企业获得新一轮融资，包括青禾新能、北辰时代以及清岚科技。",
            ["青禾新能", "北辰时代", "清岚科技"],
        ),
        ("获投企业包括云栖医药、青禾智驾、木屿机器人。", ["云栖医药", "青禾智驾", "木屿机器人"]),
        (
            "另外完成早期融资的还有专注于细胞研发和应用的沙石生物，专注于开发新一代药物的跃木生物等。",
            ["沙石生物", "跃木生物"],
        ),
        ("同期拿到融资的还有做割草机器人的木屿智能和做泳池机器人的蓝田创新。", ["木屿智能", "蓝田创新"]),
        ("不少消费品牌拿到了融资，比如主打无糖茶饮的山野叶子，做预制菜的灶上鲜。", ["山野叶子", "灶上鲜"]),
    ],
)
def test_cases_of_many(text: str, firms: list[str]) -> None:
    assert [name for name, _, _ in told(text)] == firms


@pytest.mark.parametrize(
    "text",
    [
        "还有多家企业获得投资，如自动驾驶、机器人、医疗器械等。",
        "从轮次看，B轮及C轮企业的吸金能力较强，平均融资金额明显高于其他轮次。",
        "本月天使轮到B+轮的融资事件达42笔，占据总数的70%。",
    ],
)
def test_no_cases(text: str) -> None:
    assert told(f"木屿医药专注于抗肿瘤新药。{text}") == []


def test_whose_a_round_of_the_past_was() -> None:
    text = "木屿医药在本月完成12亿元B轮融资。在6月获得F轮融资的松石医药和远川生物纷纷在本月登陆港交所。"
    rounds = [t for t in told(text) if t[1]]
    assert rounds == [("木屿医药", "B轮", "12亿元"), ("松石医药", "F轮", None), ("远川生物", "F轮", None)]


def test_single_deals_among_the_figures_of_a_market() -> None:
    text = (
        "今年上半年芯片领域共完成37笔融资，总金额超过200亿元，年增率高达85%，其中木屿科技完成20亿元D轮融资，"
        "专注于云端芯片的青禾半导体获得15亿元战略投资，图形芯片企业松石微电子也完成了新一轮融资。"
    )
    assert told(text) == [
        ("木屿科技", "D轮", "20亿元"),
        ("青禾半导体", "战略投资", "15亿元"),
        ("松石微电子", None, None),
    ]
