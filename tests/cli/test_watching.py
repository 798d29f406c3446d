from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dealwire.app import open_store
from dealwire.core.intake import websub
from dealwire.core.intake.websub import Offer
from dealwire.ports import DealFilter
from tests.conftest import ROOT
from tests.misbehaving import Misbehaving, Play, answer, dripping, head, serving
from tests.service.watching import item, page, rss

TEXT = "{} has raised ${} million in a seed round led by Bluebarn Ventures, the company said on Tuesday."
NAMES = ("Larkspur Robotics", "Fernhill Energy", "Corvid Analytics", "Saltmarsh Foods", "Quillstone Bio")


def dealwire(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DEALWIRE_LOOPBACK": "1", "DEALWIRE_PAUSE": "0", **environment}
    command = [sys.executable, "-m", "dealwire", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", env=environment, check=False)  # noqa: S603


def begun(*words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DEALWIRE_LOOPBACK": "1", "DEALWIRE_PAUSE": "0"}
    command = [sys.executable, "-m", "dealwire", *words]
    return subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    )


def feed(*names: str) -> Play:
    entries = [
        item(f"{name} raises", f"http://a.example/{NAMES.index(name)}", TEXT.format(name, NAMES.index(name) + 5))
        for name in names
    ]
    return answer(rss(*entries))


def companies(db: Path) -> list[str]:
    store = open_store(str(db), make=False)
    try:
        return sorted(row.deal.company for row in store.deals(DealFilter()))
    finally:
        store.close()


def test_a_source_is_looked_at_added_watched_listed_and_removed(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    with serving({"/f.xml": feed(*NAMES[:2])}) as server:
        url = server.url("/f.xml")
        server.plays["/"] = answer(
            f'<html><head><link rel="alternate" type="application/rss+xml" href="{url}"></head></html>'
        )
        looked = json.loads(dealwire("source", "check", server.url("/"), "--json").stdout)
        assert (looked["feed"], looked["count"], looked["offers"][0]["url"]) == (True, 2, url)
        assert dealwire("source", "add", url, "--name", "local", "--follow", "none", "--db", db).returncode == 0
        assert dealwire("source", "add", "--db", db).returncode == 2
        watched = dealwire("watch", "--once", "--json", "--db", db)
    assert (watched.returncode, json.loads(watched.stdout)["deals"]) == (0, 2)
    assert {json.loads(line)["event"] for line in watched.stderr.splitlines()} == {"visited"}
    (row,) = (json.loads(line) for line in dealwire("source", "list", "--json", "--db", db).stdout.splitlines())
    assert (row["name"], row["state"], row["items"], row["deal_share"]) == ("local", "well", 2, 1.0)
    assert companies(tmp_path / "t.db") == sorted(NAMES[:2])
    assert dealwire("source", "remove", "local", "--db", db).returncode == 0
    assert dealwire("source", "remove", "local", "--db", db).returncode == 2
    assert dealwire("watch", "--once", "--db", db).returncode == 2


def test_an_address_is_ingested(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    saved = tmp_path / "a.html"
    saved.write_text(page(f"{NAMES[2]} raises", TEXT.format(NAMES[2], 7)), encoding="utf-8")
    plays = {
        "/f.xml": feed(*NAMES[:2]),
        "/p": answer(page(f"{NAMES[3]} raises", TEXT.format(NAMES[3], 8))),
        "/e": answer(""),
    }
    with serving(plays) as server:
        named = [server.url("/f.xml"), str(saved), server.url("/none"), server.url("/p"), server.url("/e")]
        done = dealwire("ingest", *named, "--json", "--db", db)
    assert (done.returncode, json.loads(done.stdout)["rejected"]) == (1, 2)
    assert f"{server.url('/none')}: status 404" in done.stderr
    assert f"{server.url('/e')}: an empty answer" in done.stderr
    assert companies(tmp_path / "t.db") == sorted(NAMES[:4])
    store = open_store(db, make=False)
    assert server.url("/p") in {article.address for article in store.scan_articles()}
    store.close()
    refused = dealwire("ingest", server.url("/p"), "--db", db, DEALWIRE_LOOPBACK="0")
    assert refused.returncode == 1
    assert "is this machine itself" in refused.stderr


def test_what_can_not_be_watched_is_refused(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    for address, words in (("ftp://a.example/f", "only addresses with http"), (f"{tmp_path}/none", "no such file")):
        refused = dealwire("source", "add", address, "--db", db)
        assert (refused.returncode, words in " ".join(refused.stderr.split())) == (2, True), refused.stderr


def test_an_address_that_is_watched_under_another_name_is_not_watched_twice(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    for name in ("one", "two"):
        added = dealwire("source", "add", "https://a.example/f", "--name", name, "--db", db)
        assert added.returncode == 0
    assert "1 watched already" in added.stderr
    rows = dealwire("source", "list", "--json", "--db", db).stdout.splitlines()
    assert [json.loads(row)["name"] for row in rows] == ["one"]


def test_lists_of_feeds_go_out_and_come_in_again(tmp_path: Path) -> None:
    listed = tmp_path / "a.toml"
    listed.write_text(
        '[one]\nurl = "https://a.example/f"\n["二"]\nurl = "https://b.example/f"\nevery = 5\n', encoding="utf-8"
    )
    first, second = str(tmp_path / "1.db"), str(tmp_path / "2.db")
    assert dealwire("source", "import", str(listed), "--db", first).returncode == 0
    opml = tmp_path / "out.opml"
    assert dealwire("source", "export", "opml", str(opml), "--db", first).returncode == 0
    assert dealwire("source", "export", "opml", "--db", first).stdout == opml.read_text(encoding="utf-8")
    assert dealwire("source", "import", "opml", str(opml), "--db", second).returncode == 0
    assert dealwire("source", "import", "atom", str(opml), "--db", second).returncode == 2
    rows = [json.loads(line) for line in dealwire("source", "list", "--json", "--db", second).stdout.splitlines()]
    assert {row["name"]: row["url"] for row in rows} == {"one": "https://a.example/f", "二": "https://b.example/f"}
    again = dealwire("source", "import", str(opml), "--db", first)
    assert (again.returncode, again.stderr.strip()) == (0, "2 watched already")
    dealwire("source", "add", str(tmp_path), "--db", first)
    assert "1 that are no feeds are left out" in dealwire("source", "export", "--db", first).stderr
    listed.write_text('[one]\nurl = "https://a.example/f"\npace = 3\n', encoding="utf-8")
    refused = dealwire("source", "import", str(listed), "--db", first)
    assert refused.returncode == 2
    assert "[one] says pace" in refused.stderr


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_within_seconds_and_keeps_what_came(tmp_path: Path, end: signal.Signals) -> None:
    db = tmp_path / "t.db"
    slow = dripping([head(200, {"Content-Length": "10000"}), *[b"x"] * 1000], 0.2)
    with serving({"/f.xml": feed(*NAMES), "/slow.xml": slow}) as server:
        for path in ("/f.xml", "/slow.xml"):
            dealwire("source", "add", server.url(path), "--follow", "none", "--db", str(db))
        watching = begun("watch", "--json", "--db", str(db), "--metrics", "127.0.0.1:0")
        until_asked(server, "/slow.xml")
        wait_until(lambda: len(companies(db)) == len(NAMES))
        stopped = time.monotonic()
        watching.send_signal(end)
        out, err = watching.communicate(timeout=20)
        assert time.monotonic() - stopped < 5
    assert watching.returncode == 0, err
    assert json.loads(out)["articles"] == len(NAMES)


def test_a_kill_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    db = tmp_path / "t.db"
    with Misbehaving() as server:
        for n, name in enumerate(NAMES):
            link = server.url(f"/page{n}")
            server.plays[f"/f{n}.xml"] = answer(rss(item(f"{name} raises", link, TEXT.format(name, n + 5)[:60])))
            server.plays[f"/page{n}"] = answer(page(f"{name} raises", *[TEXT.format(name, n + 5)] * 3))
            dealwire("source", "add", server.url(f"/f{n}.xml"), "--db", str(db))
        for n in range(4):
            watching = begun("watch", "--db", str(db))
            asked = len(server.asked)
            wait_until(lambda asked=asked, n=n: len(server.asked) > asked + n)
            watching.kill()
            watching.communicate()
        done = dealwire("watch", "--once", "--json", "--db", str(db))
        assert done.returncode == 0, done.stderr
    assert companies(db) == sorted(NAMES)
    store = open_store(str(db))
    assert len(list(store.scan_articles())) == len(NAMES)
    assert not any(article.excerpt for article in store.scan_articles())
    store.close()


def test_what_is_fetched_and_not_kept_at_a_stop_is_fetched_again(tmp_path: Path) -> None:
    db = tmp_path / "t.db"
    with serving({"/f.xml": feed(*NAMES)}) as server:
        dealwire("source", "add", server.url("/f.xml"), "--follow", "none", "--db", str(db))
        holder = sqlite3.connect(db, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        watching = begun("watch", "--db", str(db))
        until_asked(server, "/f.xml")
        stopped = time.monotonic()
        watching.send_signal(signal.SIGTERM)
        _, err = watching.communicate(timeout=20)
        assert time.monotonic() - stopped < 6
        holder.execute("ROLLBACK")
        holder.close()
        assert companies(db) == []
        assert "fetched another time" in err
        done = dealwire("watch", "--once", "--json", "--db", str(db))
    assert json.loads(done.stdout)["articles"] == len(NAMES)
    assert companies(db) == sorted(NAMES)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--websub-callback", "https://news.example/w", "--once"), "choose one"),
        (("--websub-callback", "ftp://news.example/w"), "name an address of the web"),
        (("--websub-callback", "https://news.example/w", "--websub-listen", "here"), "name a host and a port"),
        (
            ("--websub-callback", "https://news.example/w", "--websub-listen", "127.0.0.1:99999"),
            "name a host and a port",
        ),
    ],
)
def test_a_call_for_hubs_that_is_wrong_is_said(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    db = str(tmp_path / "t.db")
    dealwire("source", "add", "https://a.example/feed", "--db", db)
    done = dealwire("watch", "--db", db, *options)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert words in done.stderr


def test_figures_are_served_for_prometheus(tmp_path: Path) -> None:
    db = tmp_path / "t.db"
    with serving({"/f.xml": feed(*NAMES[:1])}) as server:
        dealwire("source", "add", server.url("/f.xml"), "--name", "local", "--follow", "none", "--db", str(db))
        port = server.port + 1 if server.port < 65_000 else server.port - 1
        watching = begun("watch", "--db", str(db), "--metrics", f"127.0.0.1:{port}")
        try:
            wait_until(lambda: "dealwire_articles_total 1.0" in figures(port))
            assert 'dealwire_source_failures{source="local"} 0.0' in figures(port)
        finally:
            watching.terminate()
            watching.communicate(timeout=20)
    assert dealwire("watch", "--once", "--db", str(db), "--metrics", "nowhere").returncode == 2


def test_an_archive_is_read_backwards_until_nothing_is_new(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    with serving({f"/f?p={n}": feed(*NAMES[n : n + 2]) for n in range(2, 4)}) as server:
        server.plays["/f"] = feed(*NAMES[:2])
        dealwire("source", "add", server.url("/f"), "--name", "local", "--follow", "none", "--db", db)
        assert dealwire("source", "archive", "local", "--db", db).returncode == 2
        template = server.url("/f?p={page}")
        read = dealwire("source", "archive", "local", "--pages", "9", "--template", template, "--json", "--db", db)
        assert (read.returncode, json.loads(read.stdout)["new"]) == (0, 3)
        assert [server.times(f"/f?p={n}") for n in (2, 3, 4, 5)] == [1, 1, 1, 0]
        assert dealwire("source", "list", "--json", "--db", db).stdout.count('"state":"new"') == 1


def figures(port: int) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as told:
            text: str = told.read().decode()
            return text
    except OSError:
        return ""


def until_asked(server: Misbehaving, path: str) -> None:
    wait_until(lambda: server.times(path) > 0)


def wait_until(true: object, seconds: float = 60) -> None:
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_a_source_is_shown_with_how_it_fares_its_hub_and_its_record(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    with serving({"/f.xml": feed(*NAMES[:2])}) as server:
        url = server.url("/f.xml")
        dealwire("source", "add", url, "--name", "local", "--follow", "none", "--db", db)
        dealwire("watch", "--once", "--db", db)
    store = open_store(db, make=False)
    asked = websub.wanted("local", Offer("http://hub.example/", url), "t", "s", datetime.now(UTC))
    store.put_subscription(websub.denied(asked, "no such topic", datetime.now(UTC)))
    store.close()
    told = dealwire("source", "show", "local", "--db", db)
    assert told.returncode == 0, told.stderr
    assert "local: feed, well" in told.stdout
    assert "2 items" in told.stdout
    assert "100% of them with deals" in told.stdout
    assert "hub http://hub.example/: denies a subscription" in told.stdout
    shown = json.loads(dealwire("source", "show", url, "--db", db, "--json").stdout)
    assert (shown["watched"]["name"], shown["watched"]["push"]) == ("local", "denied")
    assert "hub denies" in " ".join(dealwire("source", "list", "--db", db, COLUMNS="160").stdout.split())
    record = json.loads(dealwire("source", "show", "a.example", "--db", db, "--json").stdout)
    assert (record["reports"], record["watched"]) == (2, None)
    nobody = dealwire("source", "show", "nobody.example", "--db", db)
    assert (nobody.returncode, "nor is it watched" in " ".join(nobody.stderr.split())) == (2, True)
