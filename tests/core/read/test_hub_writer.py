from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read import JSON_LINE, read
from dealwire.core.read.front_matter import HubRecord, split
from dealwire.core.read.hub import hub_record
from dealwire.core.read.hub_writer import hub_from_article, write_hub
from tests.conftest import shared
from tests.core.read.documents import document, one, read_one


def again(record: HubRecord) -> HubRecord:
    return hub_record(document(write_hub(record.front, record.body)))


def assert_equal(one: object, other: object) -> None:
    """Equal in value, type and order: 1 is not True, and {a, b} is not {b, a}."""
    assert type(one) is type(other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        assert list(one) == list(other)
        for key in one:
            assert_equal(one[key], other[key])
    elif isinstance(one, list) and isinstance(other, list):
        assert len(one) == len(other)
        for mine, yours in zip(one, other, strict=True):
            assert_equal(mine, yours)
    else:
        assert one == other


RECORD = """---
category: news
title: "Quotes \\" and 'quotes': a # mark"
publishedDateTime: 2026-03-13T09:35:00Z
asText: "2026-03-13T09:35:00Z"
day: 2026-03-13
impossible: 2024-13-45
number: 5
asNumber: "5"
ratio: 0.5
yes_: true
asYes: "true"
none: ~
asNone: "null"
unknownKey: [1, {deep: "值"}]
lines: |
  one
    two

  three
folded: "a\\nb\\ttab \\u2028 \\x85 😀 \\0"
12: a number for a key
empty: {}
nothing: []
secured: "c2VjcmV0;aXY="
---

Body with --- in it
---
and trailing blanks  \r
"""


def test_a_record_comes_out_as_it_went_in() -> None:
    record = hub_record(document(RECORD))
    written = write_hub(record.front, record.body)
    front, body = written[4:].split("\n---\n", 1)
    assert_equal(yaml.safe_load(front), {**record.front})
    assert_equal(
        yaml.safe_load(front), {**yaml.safe_load(RECORD[4:].split("\n---\n")[0].replace("2024-13-45", '"2024-13-45"'))}
    )
    assert body == RECORD.split("\n---\n", 1)[1]
    assert again(record) == record


def test_the_real_records_come_out_to_the_byte() -> None:
    for path in shared("seeds").iterdir():
        record = hub_record(document(path.read_bytes()))
        assert write_hub(record.front, record.body) == path.read_text(encoding="utf-8")


def test_mojibake_is_the_records_own() -> None:
    text = '---\ntitle: "a â€” b"\n---\nit â€” too\n'
    assert "—" in read_one(text).title
    record = hub_record(document(text))
    assert write_hub(record.front, record.body) == text


zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates(date(1000, 1, 1))
    | st.datetimes(datetime.fromisoformat("1000-01-01"))
    | st.datetimes(datetime.fromisoformat("1000-01-02"), datetime.fromisoformat("9999-12-30"), timezones=zones)
    | st.sampled_from(
        [
            "yes",
            "NO",
            "1e3",
            "0x1F",
            "017",
            "1:30",
            "~",
            "=",
            "<<",
            "- a",
            "a: b",
            " # c",
            "---",
            "...",
            "2024-13-45",
            ".inf",
            "!x",
            "&a",
            "*a",
            "|",
            "''",
        ]
    )
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
fronts = st.dictionaries(st.text() | st.integers() | st.booleans(), values, min_size=1, max_size=8)


@given(fronts, st.text())
def test_any_front_matter_survives(front: dict[Any, Any], body: str) -> None:
    written = write_hub(front, body)
    assert_equal(dict(split(written).front), front)
    assert split(written).body == body


@pytest.mark.parametrize("body", ["plain text", "---\nnot: front\n---\n", "", "--- \nx", "\n\n---\n"])
def test_a_text_without_front_matter_is_its_body(body: str) -> None:
    assert split(write_hub({}, body)) == HubRecord({}, body)


LINE = (
    '{"id":"x1","title":"Acme raises $5m","text":"%s","url":"https://example.com/a",'
    '"published":"2026-03-13T09:00:00Z","provider":"The Example"}'
)


@pytest.mark.parametrize(
    "text",
    [
        "Acme raised money.",
        "Acme raised money. It is in Berlin.\\nMore of it.",
        "Word " * 200 + "end. Then more.",
        "",
        "甲" * 400,
    ],
)
def test_an_article_that_came_another_way_becomes_a_record(text: str) -> None:
    article = read_one(LINE % text, "application/x-ndjson-line")
    related = one(read(document(LINE % "Other text", "application/x-ndjson-line")))
    record = hub_from_article(article, [related], quality=50, heat=7)
    assert list(record.front)[:4] == ["category", "title", "excerpt", "publishedDateTime"]
    assert len(record.front["excerpt"]) <= 300
    back, other = read(document(write_hub(record.front, record.body))).articles
    assert (back.key, back.title, back.text.strip(), back.published) == (
        article.key,
        article.title,
        article.text.strip(),
        article.published,
    )
    assert (back.quality, back.heat, back.draft, back.provider) == (50, 7, False, article.provider)
    assert (other.key, other.record) == (related.key, back.key)


def test_times_are_written_as_the_hub_writes_them() -> None:
    assert "a: 2026-03-13T09:35:00Z\n" in write_hub({"a": datetime(2026, 3, 13, 9, 35, tzinfo=UTC)}, "")


def test_an_article_without_address_keeps_its_id_through_a_record() -> None:
    article = read_one('{"id": "a1", "title": "A round", "text": "Told in one."}', JSON_LINE)
    record = hub_from_article(article, (), quality=-1, heat=-1)
    found = read_one(write_hub(record.front, record.body))
    assert (found.key, found.ref, found.version) == (article.key, "a1", article.version)
