"""Of which country a text says that a company is; a currency, a market or another's country says nothing."""

from __future__ import annotations

import time

import pytest

from dealwire.core.extract.facts_countries import find
from dealwire.model import Told


def places(content: str, name: str) -> list[Told[str]]:
    found, start = [], content.find(name)
    while start >= 0:
        found.append(Told(name, start, start + len(name), name))
        start = content.find(name, start + 1)
    return found


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        ("The Indian fintech Quillpay raised $10 million.", "Quillpay", "Indian"),
        ("Quillpay, an Indian payments company, raised $10 million.", "Quillpay", "Indian"),
        ("Zellwerk is a German maker of battery cells.", "Zellwerk", "German"),
        ("Harrow Foods buys German startup Zellwerk.", "Zellwerk", "German"),
        ("Zellwerk, the South Korean AI chip developer, said so.", "Zellwerk", "South Korean"),
        ("UK neobank Penstock has raised £20m.", "Penstock", "UK"),
        ("Swedish electric truck maker Fjellbil closed a round.", "Fjellbil", "Swedish"),
        ("Norwegian Robot Maker Tindra Raises $20 Million", "Tindra", "Norwegian"),
        ("德国电池制造商星电完成1亿元融资。", "星电", "德国"),
        ("星电是一家德国电池公司。", "星电", "德国"),
        ("位于杭州的机器人公司星电完成A轮融资。", "星电", "杭州"),
        ("深圳初创企业“星电”获投。", "星电", "深圳"),
        ("星电，一家来自以色列的网络安全公司。", "星电", "以色列"),
    ],
)
def test_a_country_is_told_with_its_word(content: str, name: str, word: str) -> None:
    (fact,) = find(content, places(content, name))
    assert (fact.organisation.value, fact.field, fact.value.value) == (name, "country", word)
    assert content[fact.value.start : fact.value.end] == fact.value.quote == word


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Indian investors back Quillpay.", "Quillpay"),
        ("Quillpay raised 20 million Swiss francs.", "Quillpay"),
        ("Quillpay, a Chinese food chain, raised $3 million.", "Quillpay"),
        ("Quillpay, a Spanish learning app, raised $3 million.", "Quillpay"),
        ("Harrow Foods buys German startup Zellwerk.", "Harrow Foods"),
        ("Quillpay will enter the Indian market.", "Quillpay"),
        ("The Chinese-American company Quillpay raised $3 million.", "Quillpay"),
        ("Non-German startup Quillpay raised $3 million.", "Quillpay"),
        ("US-listed Quillpay raised $3 million.", "Quillpay"),
        ("The French and German company Quillpay raised $3 million.", "Quillpay"),
        ("美国上市公司星电宣布收购。", "星电"),
        ("由美国投资机构红雀领投的星电。", "星电"),
        ("进军德国市场的公司星电。", "星电"),
        ("星电获1亿美元融资。", "星电"),
    ],
)
def test_what_tells_no_country_tells_none(content: str, name: str) -> None:
    assert list(find(content, places(content, name))) == []


def test_a_long_text_of_names_takes_a_bounded_time_for_each() -> None:
    content = ("the Indian " * 3 + "Zellwerk and more words of the text, an American ") * 2000
    names = places(content, "Zellwerk")
    began = time.process_time()
    list(find(content, names))
    assert time.process_time() - began < 0.001 * len(names)
