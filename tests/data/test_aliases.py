"""The alias table: every row can be verified, and no name speaks for two organisations."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from importlib.resources import files

import pytest

from dealwire.core.names import fold
from dealwire.core.resolve.aliases import LONGEST_CHAIN

COLUMNS = ("entity", "name", "lang", "kind", "source")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SOURCE = re.compile(
    r"(?:[a-z]{2}\.wikipedia\.org: \S.*|hkexnews: \d{5}|(?:sse|szse): \d{6}|(?:[a-z0-9-]+\.)+[a-z]{2,})"
)

Row = dict[str, str]


def folded(name: str) -> str:
    """Fold a name as little as a reader would: compatibility forms and case."""
    return unicodedata.normalize("NFKC", name).casefold()


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    text = (files("dealwire.data") / "aliases.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_the_columns_are_these_and_each_row_fills_them(rows: list[Row]) -> None:
    assert tuple(rows[0]) == COLUMNS
    incomplete = [
        row for row in rows if not all(row[column] and row[column] == row[column].strip() for column in COLUMNS)
    ]
    assert incomplete == []


def test_no_name_stands_under_two_entities(rows: list[Row]) -> None:
    entities = defaultdict(set)
    for row in rows:
        entities[folded(row["name"])].add(row["entity"])
    assert {name: owners for name, owners in entities.items() if len(owners) > 1} == {}


def test_no_folded_name_stands_under_two_entities(rows: list[Row]) -> None:
    entities = defaultdict(set)
    for row in rows:
        entities[fold(row["name"])].add(row["entity"])
    assert {key: owners for key, owners in entities.items() if len(owners) > 1} == {}


def test_no_name_stands_twice(rows: list[Row]) -> None:
    names = [folded(row["name"]) for row in rows]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_an_entity_is_one_of_its_own_names(rows: list[Row]) -> None:
    named = {row["entity"] for row in rows if row["name"] == row["entity"]}
    assert {row["entity"] for row in rows} - named == set()


def test_an_entity_has_one_kind_and_one_source(rows: list[Row]) -> None:
    described = {(row["entity"], row["kind"], row["source"]) for row in rows}
    assert len(described) == len({row["entity"] for row in rows})


def test_kinds_and_languages_are_known(rows: list[Row]) -> None:
    assert {row["kind"] for row in rows} == {"company", "investor"}
    assert {row["lang"] for row in rows} <= {"en", "zh-Hans", "zh-Hant", "ja", "ko"}


def test_a_chinese_language_tag_means_chinese_characters_or_a_mix(rows: list[Row]) -> None:
    assert [row["name"] for row in rows if row["lang"].startswith("zh") and not CHINESE.search(row["name"])] == []
    assert [row["name"] for row in rows if row["lang"] == "en" and CHINESE.search(row["name"])] == []


def test_every_source_says_where_to_look(rows: list[Row]) -> None:
    assert [row["source"] for row in rows if not SOURCE.fullmatch(row["source"])] == []


def test_the_table_is_sorted_by_entity(rows: list[Row]) -> None:
    entities = [row["entity"] for row in rows]
    assert entities == sorted(entities, key=lambda entity: (entity.casefold(), entity))


def test_the_table_covers_what_it_promises(rows: list[Row]) -> None:
    assert len({row["entity"] for row in rows}) >= 280
    assert len({row["entity"] for row in rows if CHINESE.search(row["name"])}) >= 120


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alibaba", "阿里云"),
        ("阿里巴巴", "蚂蚁集团"),
        ("SoftBank Group", "SoftBank Vision Fund"),
        ("Google", "GV"),
        ("腾讯", "腾讯投资"),
        ("Sequoia Capital", "红杉中国"),
        ("红杉中国", "Peak XV"),
        ("高瓴", "高瓴创投"),
        ("Intel", "Intel Capital"),
        ("Accel", "IDG资本"),
    ],
)
def test_a_parent_and_its_arm_stay_apart(rows: list[Row], one: str, other: str) -> None:
    entity = {row["name"]: row["entity"] for row in rows}
    assert entity[one] != entity[other]


def test_parents_are_of_the_table_and_nobody_is_above_themselves(rows: list[Row]) -> None:
    text = (files("dealwire.data") / "parents.csv").read_text(encoding="utf-8")
    of = {row["entity"]: row["parent"] for row in csv.DictReader(text.splitlines())}
    assert of.keys() | of.values() <= {row["entity"] for row in rows}
    assert all(re.fullmatch(SOURCE, row["source"]) for row in csv.DictReader(text.splitlines()))
    for entity in of:
        above = [entity]
        while above[-1] in of and len(above) <= len(of):
            above.append(of[above[-1]])
        assert len(set(above)) == len(above) <= LONGEST_CHAIN + 1
