"""What every answer carries, in which language it comes, and what is said when something fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dealwire.errors import StoreError
from dealwire.service.door import Dealwire
from dealwire.web import language
from dealwire.web.app import create_app
from dealwire.web.messages import LANGUAGES, MESSAGES
from dealwire.web.render import ENVIRONMENT
from dealwire.web.security import HEADERS
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "src/dealwire/web/templates").rglob("*.html"))


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/static/icon.svg", "/static/nothing"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: p.name)
def test_no_template_holds_script_style_or_an_address_elsewhere(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|https?://|\|\s*safe", text) == []


def test_templates_escape_what_they_show() -> None:
    assert ENVIRONMENT.from_string("{{ x }}").render(x="<script>") == "&lt;script&gt;"


def test_a_page_is_sent_once(client: TestClient) -> None:
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_a_static_file_is_kept_under_its_digest(client: TestClient) -> None:
    (style,) = re.findall(r'href="(/static/site.css[^"]*)"', client.get("/").text)
    assert "immutable" in client.get(style).headers["Cache-Control"]
    assert client.get("/static/../app.py").status_code == 404


@pytest.mark.parametrize(
    ("accepts", "expected"),
    [
        ("", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("fr, zh-TW;q=0.3", "zh"),
        ("zh;q=0, en;q=0", "en"),
        ("," * 100_000, "en"),
        ("zh;q=9;q=9", "en"),
    ],
)
def test_the_language_is_what_the_browser_prefers(accepts: str, expected: str) -> None:
    assert language.preferred(accepts) == expected


def test_a_chosen_language_is_kept_in_the_only_cookie(client: TestClient) -> None:
    assert client.get("/").cookies == {}
    chosen = client.get("/?lang=zh")
    assert dict(chosen.cookies) == {"lang": "zh"}
    assert 'lang="zh-Hans"' in client.get("/").text
    assert 'lang="en"' in client.get("/?lang=en").text
    assert client.get("/?lang=xx").status_code == 200


def test_every_message_is_there_in_every_language() -> None:
    assert {k: v for k, v in MESSAGES.items() if len(v) != len(LANGUAGES) or not all(v)} == {}
    holes = {k: {frozenset(re.findall(r"\{(\w+)\}", text)) for text in v} for k, v in MESSAGES.items()}
    assert {k for k, fields in holes.items() if len(fields) > 1} == set()


def test_every_message_that_a_template_names_is_in_the_table() -> None:
    named = {
        m for p in TEMPLATES for m in re.findall(r"\bt\('([a-z0-9_.]*[a-z0-9])'[,)]", p.read_text(encoding="utf-8"))
    }
    assert named
    assert named - MESSAGES.keys() == set()


@pytest.mark.parametrize(("lang", "words"), [("en", "no such page"), ("zh", "没有这个页面")])
def test_what_is_not_there_is_said_in_the_readers_language(client: TestClient, lang: str, words: str) -> None:
    answer = client.get("/nothing-here", headers={"Accept-Language": lang})
    assert answer.status_code == 404
    assert words in answer.text


def test_a_store_that_is_away_is_an_answer_too(examples: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> None:
        raise StoreError("the disk <is> gone")

    wire = Dealwire(examples, make=False)
    monkeypatch.setattr(wire, "deal_page", away)
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "the disk &lt;is&gt; gone" in answer.text


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    with TestClient(create_app(Dealwire(str(tmp_path / "empty.db")))) as client:
        assert "dealwire ingest" in client.get("/").text


def test_one_is_said_in_the_singular() -> None:
    t = language.translator("en")
    assert (t("stories.articles", n=1), t("stories.articles", n=2)) == ("1 article", "2 articles")
    assert language.translator("zh")("deal.origins", n=1) == "1 个独立信源"


def test_a_deal_that_is_found_is_told_in_words_and_not_in_terms(client: TestClient) -> None:
    found = client.get("/search", params={"q": "融资", "lang": "zh"}).text
    assert "战略投资" in found
    assert re.findall("funding_round|corporate_round", found) == []


@pytest.mark.parametrize(("lang", "foreign"), [("en", r"[A-Z]\s?轮|天使"), ("zh", "Series [A-Z]|Pre-Seed")])
def test_rounds_are_told_in_the_readers_language(client: TestClient, lang: str, foreign: str) -> None:
    rows = re.findall(r"<tr>.*?</tr>", client.get("/deals", params={"lang": lang}).text, re.DOTALL)
    assert len(rows) > 20
    assert [row for row in rows if re.search(foreign, row)] == []
