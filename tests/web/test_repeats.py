"""Answers that are kept: only for anyone, only while the store stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from starlette.testclient import TestClient

from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from dealwire.web.limits import Rates
from dealwire.web.repeats import LONGEST, OVERHEAD, ROOM, Answer, Answers
from dealwire.web.site import Site
from tests.web.people import WORDS, sign_in

NEWS = """Harrowgate Robotics raises $12 million
Harrowgate Robotics has raised $12 million in a seed round led by Oxlip.
"""


@pytest.fixture
def path(examples: str, tmp_path: Path) -> str:
    return copy(examples, str(tmp_path / "t.db"))


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def wire(path: str, made: list[str], monkeypatch: pytest.MonkeyPatch) -> Dealwire:
    """Return a store that tells which lists were made."""
    wire = Dealwire(path)
    page = wire.deal_page

    def told(*args: object, **options: object) -> object:
        made.append("page")
        return page(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(wire, "deal_page", told)
    return wire


@pytest.fixture
def client(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        yield client


def test_a_page_is_made_once_while_nothing_changes(client: TestClient, made: list[str]) -> None:
    first, again = client.get("/deals"), client.get("/deals")
    assert (first.content, dict(first.headers)) == (again.content, dict(again.headers))
    assert made == ["page"]
    client.get("/deals?kind=ipo")
    client.get("/deals", headers={"Accept-Language": "zh"})
    assert made == ["page"] * 3


@pytest.mark.parametrize(
    "address", ["/deals?company=Harrow", "/api/v1/deals?company=Harrow", "/deals.atom?company=Harrow"]
)
def test_whoever_writes_ends_what_is_kept(client: TestClient, path: str, tmp_path: Path, address: str) -> None:
    assert "Harrowgate Robotics" not in client.get(address).text
    news = tmp_path / "harrowgate.txt"
    news.write_text(NEWS, encoding="utf-8")
    with Dealwire(path) as other:
        other.ingest(other.files([str(news)]))
    assert "Harrowgate Robotics" in client.get(address).text


def test_packed_and_plain_are_kept_apart_and_who_has_it_is_spared_it(client: TestClient) -> None:
    packed = client.get("/deals", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/deals", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.text == plain.text
    for answer in (packed, plain):
        assert answer.headers["Vary"] == "Accept-Language, Cookie, Accept-Encoding"
    had = {"If-None-Match": plain.headers["ETag"], "Accept-Encoding": "identity"}
    assert [client.get("/deals", headers=had).status_code for _ in range(2)] == [304, 304]
    assert client.get("/deals", headers={"Accept-Encoding": "identity"}).text == plain.text


@pytest.mark.parametrize("address", ["/", "/static/site.css", "/api/v1/deals", "/deals.atom", "/api/v1/docs"])
def test_what_is_long_is_packed(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert answer.headers["Vary"].count("Accept-Encoding") == 1


def test_what_a_member_sees_is_nobody_elses(client: TestClient, wire: Dealwire, made: list[str]) -> None:
    wire.people.add("root", "Ada", Role.EDITOR, WORDS)
    client.get("/deals")
    sign_in(client)
    assert "Ada" in client.get("/deals").text
    assert made == ["page"] * 2
    client.cookies.clear()
    assert "Ada" not in client.get("/deals").text


def test_a_chosen_language_is_remembered_of_each_who_chooses(client: TestClient) -> None:
    assert client.get("/deals?lang=zh").cookies["lang"] == "zh"
    client.get("/deals?lang=zh")
    client.cookies.clear()
    assert client.get("/deals?lang=zh").cookies["lang"] == "zh"


def test_nothing_is_kept_of_a_private_site(wire: Dealwire, made: list[str]) -> None:
    wire.people.add("root", "Ada", Role.READER, WORDS)
    with TestClient(create_app(wire, Site(private=True))) as client:
        sign_in(client)
        assert [client.get("/deals").status_code for _ in range(2)] == [200, 200]
        assert made == ["page"] * 2
        client.cookies.clear()
        assert client.get("/deals").status_code == 401


def test_quotas_count_what_is_kept_too(wire: Dealwire) -> None:
    with TestClient(create_app(wire, rates=Rates(anyone=2))) as client:
        answers = [client.get("/api/v1/deals") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0].content == answers[1].content
    assert answers[0].headers["RateLimit"] != answers[1].headers["RateLimit"]


def test_what_is_kept_has_an_end_and_a_bound() -> None:
    time = [0.0]
    answers = Answers(lambda: 1, lambda: time[0])
    large = Answer(200, (), b"x" * (ROOM // 4 - OVERHEAD), 1, 0.0)
    for n in range(5):
        answers.put((n,), large)
        answers.get((0,), 1)
    assert [answers.get((n,), 1) is large for n in range(5)] == [True, False, True, True, True]
    assert answers.get((2,), 2) is None, "the store has changed"
    assert answers.get((2,), 1) is None, "and it is gone"
    time[0] = LONGEST
    assert answers.get((3,), 1) is None, "it is too old"
