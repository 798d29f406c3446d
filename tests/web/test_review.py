"""Review as an editor uses it without JavaScript: queue, case, decision, undoing; what readers never see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from shutil import copy
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from dealwire.lists import DealQuery
from dealwire.model import Verdict
from dealwire.model.accounts import Role
from dealwire.ports import DealFilter
from dealwire.service.cases import Choice
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from dealwire.web.pages.review import packed
from tests.web.people import WORDS, sign_in, token_of
from tests.web.test_pages import dead_ends

PEOPLE = (("Ada", Role.EDITOR), ("Rhea", Role.READER))


@pytest.fixture(scope="module")
def prepared(examples: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a store with the examples and two accounts, to be copied."""
    path = str(tmp_path_factory.mktemp("review") / "prepared.db")
    copy(examples, path)
    with Dealwire(path) as wire:
        for name, role in PEOPLE:
            wire.people.add("root", name, role, WORDS)
    return path


@pytest.fixture
def wire(prepared: str, tmp_path: Path) -> Dealwire:
    return Dealwire(copy(prepared, str(tmp_path / "t.db")))


@pytest.fixture
def client(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def editor(client: TestClient) -> TestClient:
    assert sign_in(client).status_code == 303
    return client


def cases(client: TestClient) -> dict[str, str]:
    """Return the address of the first case of each kind."""
    found = [unescape(link) for link in re.findall(r'href="(/review/case\?[^"]+)"', client.get("/review").text)]
    return {parse_qs(urlsplit(link).query)["sort"][0]: link for link in reversed(found)}


def buttons(html: str, name: str = "keep") -> list[str]:
    """Return the decisions that buttons hold."""
    found = re.findall(rf"""<button name="{name}" value=(?:"([^"]*)"|'([^']*)')""", html)
    return [unescape(a or b) for a, b in found]


def press(client: TestClient, html: str, held: str, name: str = "keep", **more: str) -> str:
    """Send the form of a case with a button; return where it leads, or the page that it shows."""
    hidden = dict(
        re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', html.partition('class="case"')[2])
    )
    fields = {**{k: unescape(v) for k, v in hidden.items()}, "token": token_of(html), name: held, **more}
    answer = client.post("/review/decide", data=fields, follow_redirects=False)
    assert answer.status_code in (200, 303), answer.text
    return answer.headers.get("location") or answer.text


def test_the_queue_lists_each_kind_and_narrows_to_one(editor: TestClient, wire: Dealwire) -> None:
    html = editor.get("/review").text
    assert html.count("/review/case?") == len(wire.desk.queue(60) or ())
    assert {"conflict", "confidence", "draft", "names"} <= cases(editor).keys()
    only = editor.get("/review?kind=names").text
    assert set(re.findall(r"sort=(\w+)", only)) == {"names"}
    assert editor.get("/review?kind=nonsense&page=zero").status_code == 200
    assert "Nothing to decide" in editor.get("/review?page=99").text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_of_review_is_whole_in_every_language(editor: TestClient, lang: str) -> None:
    wire: Dealwire = editor.app.state.wire  # type: ignore[attr-defined]
    row = next(iter(wire.deals(DealFilter(company="Tideline"))))
    paths = ["/review", "/review/decisions", f"/review/case?sort=deal&a={row.deal.id}", *cases(editor).values()]
    for path in [*paths, f"/deals/{row.deal.id}"]:
        answer = editor.get(path, headers={"Accept-Language": lang})
        assert answer.status_code == 200, path
        text = re.sub(r"<button[^>]*>|<input[^>]*>|<option[^>]*>", "", answer.text)
        assert dead_ends(text) == [], path
        assert re.findall(r"(?:review|sort|ask|draft|action)\.[a-z]+", re.sub(r"<[^>]+>", " ", text)) == [], path
        assert len(re.findall("<h1", text)) == 1


def test_a_conflict_shows_both_sides_and_what_each_choice_would_change(editor: TestClient) -> None:
    html = editor.get(cases(editor)["conflict"]).text
    assert re.findall(r"<h2 id=\"side\d\">([^<]+)</h2>", html) == ["$150M", "€200M"]
    assert html.count("<mark>") >= 2
    assert "Harbour Ledger" in html
    effects = re.findall(r'<div class="effect">(.*?)</div>', html, re.DOTALL)
    plain = [" ".join(re.sub(r"<[^>]+>", " ", effect).split()) for effect in effects]
    assert plain == [
        "Disagreement Amount → –",
        "Amount $150M → €200M; Disagreement Amount → –",
        "Readers published → held back",
    ]


def test_a_decision_is_kept_with_who_and_why_leads_on_and_is_undone(editor: TestClient, wire: Dealwire) -> None:
    at = cases(editor)["conflict"]
    deal = parse_qs(urlsplit(at).query)["a"][0]
    html = editor.get(at).text
    led = press(editor, html, buttons(html)[1], why="the commercial register")
    assert led.startswith("/review/next?")
    (judgement, in_force), *_ = wire.judgements()
    assert (judgement.by, judgement.why, in_force) == ("Ada", "the commercial register", True)
    row = wire.store.deal(deal)
    assert row is not None
    assert row.deal.fields["amount"].value["currency"] == "EUR"
    after = editor.get(led)
    assert "sort=conflict" not in str(after.url)
    assert "decided: correct" in after.text
    assert "corrected by Ada" in editor.get(f"/deals/{deal}").text
    log = editor.get("/review/decisions").text
    assert "the commercial register" in log
    fields = {"token": token_of(log), "to": "log", "keep": buttons(log)[0]}
    assert editor.post("/review/decide", data=fields).status_code == 200
    assert [on for _, on in wire.judgements()] == [False, False]
    row = wire.store.deal(deal)
    assert row is not None
    assert row.deal.conflicts == ("amount",)
    assert "conflict" in cases(editor)


PUBLIC = ("/", "/deals", "/deals.csv", "/deals.json", "/deals.atom", "/changes.atom", "/changes.feed.json")


def test_readers_are_told_that_an_editor_corrected_a_deal_and_not_which(editor: TestClient, wire: Dealwire) -> None:
    deal = wire.deal_page(DealQuery(), None, 1).rows[0].deal
    wire.correct("Ada", deal.id, "amount", {"value": 70_000_000, "currency": "USD"})
    assert "corrected by Ada" in editor.get(f"/deals/{deal.id}").text
    own = f"/deals/{deal.id}"
    api = (f"/api/v1/deals/{deal.id}", f"/api/v1/deals/{deal.id}/changes", "/api/v1/deals", "/api/v1/changes")
    feeds = tuple(f"/organisations/{deal.organisation}{end}" for end in ("", ".atom", ".feed.json"))
    with TestClient(create_app(wire), raise_server_exceptions=False) as anyone:
        for path in (own, *PUBLIC, *api, *feeds):
            answer = anyone.get(path)
            assert answer.status_code == 200, path
            assert not re.search(r"\bAda\b", answer.text), path
        assert "corrected by an editor" in anyone.get(own).text
        assert "由编辑更正" in anyone.get(own, params={"lang": "zh"}).text
        assert anyone.get(api[0]).json()["fields"]["amount"]["rule"] == "corrected by an editor"
        assert sign_in(anyone, "Rhea").status_code == 303
        assert "corrected by an editor" in anyone.get(own, params={"lang": "en"}).text


def test_a_value_that_is_typed_is_shown_with_its_effect_before_it_is_kept(editor: TestClient, wire: Dealwire) -> None:
    at = cases(editor)["conflict"]
    deal = parse_qs(urlsplit(at).query)["a"][0]
    html = editor.get(at).text
    shown = press(editor, html, "words", "look", deal=deal, field="amount", words="$155 million")
    assert wire.judgements() == []
    assert "$150M" in shown
    assert "$155M" in shown
    assert press(editor, f'class="case"{shown}', buttons(shown)[0], why="x" * 600).startswith("/review/next?")
    ((judgement, _),) = wire.judgements()
    assert (judgement.value["value"], len(judgement.why)) == (155_000_000, 500)


@pytest.mark.parametrize(
    ("held", "fields", "said"),
    [
        ("words", {"field": "amount", "words": "lots"}, "tells no sum"),
        ("words", {"field": "nothing", "words": "x"}, "can&#39;t be corrected"),
        ("join", {"other": "https://elsewhere.example/deals/d-none"}, "not of one sort"),
        ('{"word":"x"}', {}, "holds no decision"),
        ("[" * 1000, {}, "holds no decision"),
        ('{"word":"weigh","verdict":"weigh","a":"","b":""}', {}, "is no decision"),
        ('{"word":"undo","verdict":"undo","a":"j-nothing"}', {}, "no judgement"),
    ],
)
def test_what_is_no_decision_is_said_and_keeps_nothing(
    editor: TestClient, wire: Dealwire, held: str, fields: dict[str, str], said: str
) -> None:
    html = editor.get(cases(editor)["conflict"]).text
    deal = {"deal": parse_qs(urlsplit(cases(editor)["conflict"]).query)["a"][0]}
    data = {"token": token_of(html), "sort": "conflict", "keep": held, **deal, **fields}
    answer = editor.post("/review/decide", data=data)
    assert answer.status_code == 400
    assert said in answer.text
    assert wire.judgements() == []


def test_deciding_needs_the_token_and_the_role(client: TestClient, wire: Dealwire) -> None:
    draft = packed(Choice("draft", Verdict.DRAFT, next(iter(wire.deals(DealFilter()))).deal.id))
    assert client.post("/review/decide", data={"keep": draft}).status_code == 403
    sign_in(client, "Rhea")
    token = token_of(client.get("/").text)
    assert client.post("/review/decide", data={"keep": draft, "token": token}).status_code == 403
    assert "/review" not in client.get("/").text
    client.cookies.clear()
    sign_in(client, "Ada")
    assert client.post("/review/decide", data={"keep": draft, "token": "x"}).status_code == 403
    assert wire.judgements() == []


def test_a_draft_is_an_editors_and_nobody_elses(client: TestClient, wire: Dealwire) -> None:
    (row,) = wire.deals(DealFilter(held=True))
    path = f"/deals/{row.deal.id}"
    assert client.get(path).status_code == 404
    sign_in(client, "Rhea")
    assert client.get(path).status_code == 404
    client.cookies.clear()
    sign_in(client, "Ada")
    html = client.get(path).text
    assert "readers don&#39;t see this deal" in html
    assert f"/review/case?sort=deal&amp;a={row.deal.id}" in html
    assert client.get("/deals").text.count(row.deal.id) == 0
    case = client.get(cases(client)["draft"]).text
    publish = next(held for held in buttons(case) if '"publish"' in held)
    press(client, case, publish)
    client.cookies.clear()
    assert client.get(path).status_code == 200


def test_a_mistake_leads_an_editor_to_review_and_a_reader_to_the_editors(client: TestClient, wire: Dealwire) -> None:
    row = next(iter(wire.deals(DealFilter(company="Tideline"))))
    reader = client.get(f"/deals/{row.deal.id}").text
    assert "Tell an editor" in reader
    at = unescape(re.findall(r'href="(/review/case\?sort=deal[^"]+)"', reader)[0])
    led = client.get(at, follow_redirects=False).headers["location"]
    assert led.startswith("/login?next=%2Freview%2Fcase")
    assert sign_in(client, next_=at).headers["location"] == at
    html = client.get(at).text
    assert "What is wrong with it?" in html
    elsewhere = [held for held in buttons(html, "look") if '"different"' in held]
    assert len(elsewhere) == len(row.deal.reports) - 1
    shown = press(client, html, elsewhere[-1], "look")
    assert "a new deal" in shown


def test_skipping_goes_round_the_kind_that_was_chosen(editor: TestClient) -> None:
    at = cases(editor)["names"]
    seen = []
    for _ in range(5):
        html = editor.get(f"{at}&kind=names").text
        seen.append(at)
        skip = unescape(re.findall(r'<a class="button quiet" href="([^"]+)"', html)[0])
        at = editor.get(skip, follow_redirects=False).headers["location"].replace("kind=names&", "")
    assert len(set(seen)) == 4
    assert seen[0] == seen[4]


def test_a_case_that_is_gone_leads_on(editor: TestClient) -> None:
    answer = editor.get("/review/case?sort=conflict&a=d-none&b=amount")
    assert answer.status_code == 404
    assert "/review/next?" in answer.text
    assert editor.get("/review/case").status_code == 404
    assert editor.get("/review/next?kind=twins", follow_redirects=False).headers["location"] == "/review?kind=twins"


def test_what_an_article_holds_is_text_in_review_too(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: "<script>alert(1)</script> raises $5 million"\npublished: false\n---\n'
        "Harrow Labs raised $5 million in seed funding led by Fern Capital. <img src=x onerror=alert(2)>\n"
    )
    wire = Dealwire(str(tmp_path / "t.db"))
    wire.ingest(wire.files([str(tmp_path / "a.md")]))
    wire.people.add("root", "Ada", Role.EDITOR, WORDS)
    with TestClient(create_app(wire)) as client:
        sign_in(client)
        for path in ("/review", *cases(client).values()):
            assert re.findall(r"<script(?! src=./static/)|<img", client.get(path).text) == []
