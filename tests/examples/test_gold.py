"""What is expected of the examples stands in their texts: every name, sum and label, for every article that is read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from dealwire.core.read import read
from dealwire.model import Article, Document, Kind, Role, Round, Status
from dealwire.sources.files import Files
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
FOLDERS = ("hub", "pages", "feeds", "lines")
NOW = datetime(2026, 6, 1, tzinfo=UTC)

Line = dict[str, Any]


@pytest.fixture(scope="module")
def gold() -> list[Line]:
    with (Path(__file__).parent / "expected.jsonl").open(encoding="utf-8") as f:
        return [json.loads(line) for line in f]


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """Every article of the examples by its id in the gold."""
    found: dict[str, Article] = {}
    for document in Files([str(EXAMPLES / folder) for folder in FOLDERS], lambda: NOW).documents():
        assert isinstance(document, Document), document
        result = read(document)
        assert result.rejected == ()
        found.update({_id(document, article): article for article in result.articles})
    return found


def _id(document: Document, article: Article) -> str:
    path = Path(document.origin)
    folder = next(name for name in FOLDERS if name in path.parts)
    if folder == "lines":
        return article.ref
    file = f"{folder}/{path.name}"
    if folder == "feeds":
        return f"{file}#{article.part + 1}"
    return f"{file}#{article.part}" if article.part else file


def test_every_article_has_a_line_and_every_line_an_article(gold: list[Line], articles: dict[str, Article]) -> None:
    assert sorted(line["id"] for line in gold) == sorted(articles)


def test_titles_are_read_as_they_stand(gold: list[Line], articles: dict[str, Article]) -> None:
    assert {line["id"]: line["title"] for line in gold} == {id_: a.title for id_, a in articles.items()}


def test_what_is_expected_stands_in_the_text(gold: list[Line], articles: dict[str, Article]) -> None:
    for line in gold:
        content = articles[line["id"]].content
        for deal in line["deals"]:
            told = [deal["company"], deal["round_label"], *(i["name"] for i in deal["investors"])]
            told += [deal[field]["verbatim"] for field in ("amount", "valuation") if deal[field]]
            assert [words for words in told if words and words not in content] == [], line["id"]


def test_records_use_the_terms_of_the_model(gold: list[Line]) -> None:
    for deal in (deal for line in gold for deal in line["deals"]):
        kind = Kind(deal["kind"])
        assert Status(deal["status"])
        assert (deal["round"] is None) == (kind is not Kind.FUNDING_ROUND)
        assert deal["round"] is None or Round(deal["round"])
        roles = {Role(i["role"]) for i in deal["investors"]}
        assert (Role.ACQUIRER in roles) == (kind is Kind.ACQUISITION)


def test_the_examples_cover_the_kinds_and_statuses(gold: list[Line]) -> None:
    deals = [deal for line in gold for deal in line["deals"]]
    assert {deal["kind"] for deal in deals} == set(Kind)
    assert {deal["status"] for deal in deals} == set(Status)
    assert {i["role"] for deal in deals for i in deal["investors"]} == set(Role)
    assert any(deal["background"] for deal in deals)
    assert len(gold) - sum(bool(line["deals"]) for line in gold) >= 8


def test_the_wire_copies_differ_in_little_but_their_mastheads(articles: dict[str, Article]) -> None:
    ids = ("hub/wire-kestrel-harbour-ledger.md", "pages/wire-kestrel-northgate.html", "wire-fjordpost")
    copies = [articles[id_] for id_ in ids]
    for one, other in combinations(copies, 2):
        assert one.text != other.text
        assert SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False).ratio() > 0.9
    assert len({copy.provider.domain for copy in copies}) == 3


def test_an_edited_title_stands_at_the_same_url(articles: dict[str, Article]) -> None:
    before = articles["feeds/northgate-1-before-correction.atom.xml#1"]
    after = articles["feeds/northgate-2-after-correction.atom.xml#1"]
    assert before.key == after.key
    assert before.version != after.version


def test_the_page_without_a_charset_is_gb18030() -> None:
    body = (EXAMPLES / "pages" / "ipo-filing-yulan-gb18030-zh.html").read_bytes()
    assert b"charset" not in body
    assert "驭澜科技" in body.decode("gb18030")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")
