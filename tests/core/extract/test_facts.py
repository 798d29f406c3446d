"""What a text tells of organisations other than deals."""

from __future__ import annotations

import re

import pytest

from dealwire.core.extract.facts import find_facts
from dealwire.model import Told
from tests.conftest import shared


def told(content: str, *names: str) -> list[Told[str]]:
    return [Told(m[0], m.start(), m.end(), m[0]) for name in names for m in re.finditer(re.escape(name), content)]


def facts(content: str, *names: str) -> set[tuple[str, str, str]]:
    found = find_facts(content, None, told(content, *names))
    for fact in found:
        assert content[fact.value.start : fact.value.end] == fact.value.quote
    return {(fact.organisation.value, fact.field, fact.value.value) for fact in found}


@pytest.mark.parametrize(
    ("content", "names", "expected"),
    [
        (
            "Klara was founded in 2012 by Anna Berg and Lars Holm. The company is based in Oslo.",
            ("Klara",),
            {
                ("Klara", "founded_on", "2012"),
                ("Klara", "founder", "Anna Berg"),
                ("Klara", "founder", "Lars Holm"),
                ("Klara", "headquarters", "Oslo"),
            },
        ),
        (
            "Founded in May 2016 by Anna Berg, a former product manager at Northwind, Klara is a bank.",
            ("Klara", "Northwind"),
            {
                ("Klara", "founded_on", "2016-05"),
                ("Klara", "founder", "Anna Berg"),
                ("Klara", "founder_former_post", "product manager, Northwind"),
            },
        ),
        (
            "Kettle Labs, a Cleveland, OH-based maker of robots, raised $5m. Its customers include Walmart and Target.",
            ("Kettle Labs",),
            {
                ("Kettle Labs", "headquarters", "Cleveland, OH"),
                ("Kettle Labs", "serves", "Walmart"),
                ("Kettle Labs", "serves", "Target"),
            },
        ),
        ("Loom, a subsidiary of Northwind Group, grew.", ("Loom",), {("Loom", "parent", "Northwind Group")}),
        (
            "远山科技成立于2019年3月，由李明和王芳共同创立，总部位于深圳。公司客户包括比亚迪、小米等。",
            ("远山科技",),
            {
                ("远山科技", "founded_on", "2019-03"),
                ("远山科技", "founder", "李明"),
                ("远山科技", "founder", "王芳"),
                ("远山科技", "headquarters", "深圳"),
                ("远山科技", "serves", "比亚迪"),
                ("远山科技", "serves", "小米"),
            },
        ),
    ],
)
def test_facts(content: str, names: tuple[str, ...], expected: set[tuple[str, str, str]]) -> None:
    assert facts(content, *names) == expected


def test_the_startup_is_the_organisation_of_the_sentence_before() -> None:
    content = (
        "According to Northwind News, Loom seeks money. The startup, founded by Anna Berg in June 2020, makes looms."
    )
    assert facts(content, "Loom", "Northwind News") == {
        ("Loom", "founder", "Anna Berg"),
        ("Loom", "founded_on", "2020-06"),
    }


def test_words_without_an_organisation_tell_nothing() -> None:
    assert facts("The company was founded in 2012 by Anna Berg.") == set()


def test_a_seed_record_tells_its_founder_and_what_it_serves() -> None:
    content = shared("seeds/004_86cfc6782d968cf5.txt").read_text(encoding="utf-8")
    about = {
        (field, value)
        for name, field, value in facts(content, "Alibaba", "MiniMax", "Moonshot AI")
        if name == "MiniMax"
    }
    assert about >= {
        ("founder", "Yan Junjie"),
        ("founded_on", "2021-12"),
        ("founder_former_post", "vice president, SenseTime"),
        ("serves", "WPS"),
        ("serves", "Xiaohongshu"),
    }
