"""The gate lets deals through and stops the rest."""

from __future__ import annotations

import json

import pytest

from dealwire.core.extract.gate import passes
from tests.conftest import shared


@pytest.mark.parametrize(
    "content",
    [
        "Kettle Labs raises $5M to brew better coffee",
        "Harbor Foods buys a rival bakery",
        "Orchid files for an IPO in New York",
        "Pine Capital closes its third fund",
        "Loom snares €2.5m",
        "A Shenzhen robotics startup is in talks at a 2 billion yuan valuation",
        "远山科技完成A轮融资",
        "海棠集团拟收购一家面包厂",
        "星河智能登陆科创板，正式上市",
        "某机器人公司估值翻倍",
        "白鹭获得红山资本投资",
        "Startup Sina（新浪）获数千万元投资",
    ],
)
def test_deals_pass(content: str) -> None:
    assert passes(content)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "The weather in Lisbon stays mild this week",
        "A new phone with a better camera goes on sale",
        "新手机今日上市，屏幕更大",
        "今天天气很好，适合散步",
        "研究人员提出一种新的算法",
    ],
)
def test_the_rest_is_stopped(content: str) -> None:
    assert not passes(content)


def test_no_gold_deal_is_lost() -> None:
    for lang in ("en", "zh"):
        with shared(f"gold/dev/{lang}.jsonl").open(encoding="utf-8") as lines:
            lost = [
                item["id"]
                for item in map(json.loads, lines)
                if item["deals"] and not passes(f"{item['title']}\n{item['text']}")
            ]
        assert lost == []


@pytest.mark.parametrize("verb", ["was sold to", "has been taken over by", "took over", "snapped up"])
def test_a_purchase_without_a_price_or_the_usual_verb_passes(verb: str) -> None:
    assert passes(f"\nHarrow Mills {verb} Tarn Robotics last spring.")
