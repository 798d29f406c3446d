"""The commands as a user meets them: what they print, where, and with which exit code."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dealwire.stores import open_store
from tests.cli.run import dealwire

NEWS = [
    {
        "id": "a1",
        "title": "Veloria Labs raises $45M Series B",
        "text": "Veloria Labs has raised $45 million in a Series B round led by Northgate Ventures.",
        "url": "https://daily.example/veloria",
        "published": "2026-03-04T09:00:00Z",
        "provider": "Daily",
    },
    {
        "id": "a2",
        "title": "Northgate leads Veloria round",
        "text": "Northgate Ventures led a $60 million Series B in Veloria Labs, with Halden Capital taking part.",
        "url": "https://post.example/veloria",
        "published": "2026-03-05T09:00:00Z",
        "provider": "Post",
    },
    {
        "id": "a3",
        "title": "塔恩机器人完成A轮融资",
        "text": "近日，塔恩机器人宣布完成1.4亿元A轮融资，由北门资本领投。",
        "published": "2026-04-01",
        "provider": "日报",
    },
    {"id": "a4", "title": "A new museum opens", "text": "The doors open on Sunday.", "published": "2026-04-02"},
]


COUNTS = {"read": 0, "changed": 0, "same": 0, "failed": 0}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(a) for a in NEWS).encode()))
    return path


@pytest.fixture(scope="module")
def db(file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("store") / "t.db")
    done = dealwire("ingest", str(file), "--db", path, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"read": 4, "new": 4, "seen": 0, "relevant": 3, "deals": 3, "rejected": 0}
    assert done.stderr == ""
    return path


def test_a_second_run_finds_nothing_new(db: str, file: Path) -> None:
    counts = json.loads(dealwire("ingest", str(file), "--db", db, "--json").stdout)
    assert (counts["read"], counts["new"], counts["seen"], counts["deals"]) == (4, 0, 4, 0)


def test_what_was_kept_is_read_again_once_and_the_same_reader_finds_nothing_else(db: str) -> None:
    assert json.loads(dealwire("reread", "--db", db, "--json").stdout) == COUNTS
    told = json.loads(dealwire("reread", "--all", "--db", db, "--json").stdout)
    assert told == {"read": 4, "changed": 0, "same": 4, "failed": 0}
    assert json.loads(dealwire("reread", "--all", "--since", "2999", "--db", db, "--json").stdout) == COUNTS


def test_a_better_reader_reads_kept_pages_again_without_the_network(tmp_path: Path) -> None:
    db, page = str(tmp_path / "t.db"), tmp_path / "page.html"
    body = "Veloria Labs has raised $45 million in a Series B round led by Northgate Ventures."
    page.write_text(f"<html><title>Veloria raises</title><body><article><p>{body}</p></article></body></html>")
    worse = tmp_path / "worse.py"
    worse.write_text(
        "import dealwire.core.read.main_text as m\nimport dealwire.__main__ as d\n"
        "m.cheap = m.careful = lambda *_: 'Veloria Labs has raised $4 million.'\nd.main()\n"
    )
    command = [sys.executable, str(worse), "ingest", str(page), "--db", db]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own program
    assert json.loads(dealwire("deals", "--db", db, "--json").stdout)["amount"]["value"] == 4_000_000
    page.unlink()
    done = dealwire("reread", "--all", "--db", db, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, COUNTS | {"read": 1, "changed": 1})
    deal = json.loads(dealwire("deals", "--db", db, "--json").stdout)
    assert (deal["amount"]["value"], [i["name"] for i in deal["investors"]]) == (45_000_000, ["Northgate Ventures"])
    assert dealwire("doctor", "--db", db).returncode == 0


def test_rejected_inputs_are_listed_and_cost_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Veloria Labs has raised $45 million from Northgate Ventures.", encoding="utf-8")
    (tmp_path / "bad.md").write_text("---\ntitle: never closed\n", encoding="utf-8")
    done = dealwire("ingest", str(tmp_path), "--db", str(tmp_path / ".t.db"), "--json")
    assert done.returncode == 1
    counts = json.loads(done.stdout)
    assert (counts["new"], counts["deals"], counts["rejected"]) == (1, 1, 1)
    assert "bad.md" in done.stderr
    assert "not closed" in done.stderr
    listed = dealwire("doctor", "--rejected", "--json", "--db", str(tmp_path / ".t.db"))
    assert "bad.md" in json.loads(listed.stdout)["id"]


def test_deals_as_json_lines_hold_the_record_of_the_contract(db: str) -> None:
    deals = [json.loads(line) for line in dealwire("deals", "--db", db, "--format", "jsonl").stdout.splitlines()]
    assert [d["company"] for d in deals] == ["塔恩机器人", "Veloria Labs"]
    veloria = deals[1]
    assert sorted(veloria["articles"]) == ["a1", "a2"]
    assert veloria["announced_on"] == {"value": "2026-03-04", "precision": "day"}
    assert veloria["round"] == "series_b"
    assert {(i["name"], i["role"]) for i in veloria["investors"]} == {
        ("Northgate Ventures", "lead"),
        ("Halden Capital", "participant"),
    }
    assert [c["field"] for c in veloria["conflicts"]] == ["amount"]
    assert veloria["evidence"]["amount"]["quote"]
    assert deals[0]["amount"]["currency"] == "CNY"


@pytest.mark.parametrize(
    ("options", "companies"),
    [
        (["--company", "veloria"], ["Veloria Labs"]),
        (["--investor", "北门"], ["塔恩机器人"]),
        (["--round", "series_a"], ["塔恩机器人"]),
        (["--since", "2026-04"], ["塔恩机器人"]),
        (["--until", "2026-03-31"], ["Veloria Labs"]),
        (["--until", "2026-03"], ["Veloria Labs"]),
        (["--until", "2026", "--since", "2026"], ["塔恩机器人", "Veloria Labs"]),
        (["--until", "2025"], []),
        (["--min-amount", "30000000"], ["Veloria Labs"]),
        (["--kind", "acquisition"], []),
    ],
)
def test_filters(db: str, options: list[str], companies: list[str]) -> None:
    done = dealwire("deals", "--db", db, "--json", *options)
    assert [json.loads(line)["company"] for line in done.stdout.splitlines()] == companies


def test_the_table_fits_and_marks_conflicts(db: str) -> None:
    table = dealwire("deals", "--db", db).stdout
    assert "Veloria Labs" in table
    assert "Northgate Ventures*" in table
    assert "!" in table
    assert max(map(len, table.splitlines())) <= 120


def test_csv_has_a_row_a_deal(db: str) -> None:
    rows = list(csv.DictReader(io.StringIO(dealwire("deals", "--db", db, "--format", "csv").stdout)))
    assert [(r["company"], r["leads"]) for r in rows] == [
        ("塔恩机器人", "北门资本"),
        ("Veloria Labs", "Northgate Ventures"),
    ]


def test_explain_shows_both_sides_of_a_conflict(db: str) -> None:
    page = dealwire("explain", "Veloria", "--db", db).stdout
    assert "reports disagree" in page
    assert "$45 million" in page
    assert "$60 million" in page
    assert "daily.example" in page


def test_stories_group_the_coverage(db: str) -> None:
    stories = [json.loads(line) for line in dealwire("stories", "--db", db, "--json").stdout.splitlines()]
    assert sorted(map(sorted, (s["articles"] for s in stories))) == [["a1", "a2"], ["a3"], ["a4"]]


@pytest.mark.parametrize(("words", "title"), [("机器人", "塔恩机器人完成A轮融资"), ("museum", "A new museum opens")])
def test_search_finds_in_both_languages(db: str, words: str, title: str) -> None:
    hits = [json.loads(line) for line in dealwire("search", words, "--db", db, "--json").stdout.splitlines()]
    assert title in [h["title"] for h in hits]


def test_org_show_and_match(db: str) -> None:
    shown = json.loads(dealwire("org", "show", "northgate ventures", "--db", db, "--json").stdout)
    assert shown["name"] == "Northgate Ventures"
    assert [d["role"] for d in shown["deals"]] == ["lead"]
    pairs = '{"a": "Veloria Labs Inc.", "b": "VELORIA LABS"}\n{"a": "Figure", "b": "Figma"}\n{"a": "", "b": " "}\n'
    lines = dealwire("org", "match", "-", stdin=pairs).stdout.splitlines()
    assert [json.loads(line)["same"] for line in lines] == [True, False, False]


def test_decisions_are_kept_and_undone(db: str) -> None:
    deal = json.loads(dealwire("deals", "--db", db, "--json", "--company", "Veloria").stdout)["id"]
    queue = [json.loads(line) for line in dealwire("review", "list", "--db", db, "--json").stdout.splitlines()]
    assert (queue[0]["sort"], queue[0]["a"], queue[0]["b"]) == ("conflict", deal, "amount")
    value = '{"value": 60000000, "currency": "USD", "qualifier": "exact", "verbatim": "$60 million"}'
    kept = json.loads(dealwire("review", "correct", deal, "amount", value, "--db", db, "--json", "--by", "Ada").stdout)
    corrected = json.loads(dealwire("explain", deal, "--db", db, "--json").stdout)
    assert corrected["amount"]["value"] == 60_000_000
    assert "Ada" in corrected["fields"]["amount"]["rule"]
    assert corrected["conflicts"] == []
    dealwire("review", "undo", kept["id"], "--db", db)
    assert json.loads(dealwire("explain", deal, "--db", db, "--json").stdout)["conflicts"] != []
    log = [json.loads(line) for line in dealwire("review", "log", "--db", db, "--json").stdout.splitlines()]
    assert [j["in_force"] for j in log] == [False, False]


def test_rebuild_as_of_a_date_shows_what_was_known(db: str) -> None:
    assert dealwire("rebuild", "--as-of", "2026-03-04", "--db", db).returncode == 0
    then = [json.loads(line) for line in dealwire("deals", "--db", db, "--json").stdout.splitlines()]
    assert [(d["company"], d["articles"], d["conflicts"]) for d in then] == [("Veloria Labs", ["a1"], [])]
    assert dealwire("doctor", "--db", db).returncode == 3
    assert dealwire("rebuild", "--db", db).returncode == 0
    assert len(dealwire("deals", "--db", db, "--json").stdout.splitlines()) == 2
    assert dealwire("doctor", "--db", db).returncode == 0


@pytest.fixture
def empty(tmp_path: Path) -> str:
    path = str(tmp_path / "t.db")
    open_store(path).close()
    return path


def test_only_ingest_makes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "mistyped.db"
    for command in (["deals"], ["review", "list"], ["doctor"], ["rebuild"]):
        assert dealwire(*command, "--db", str(path)).returncode == 2
        assert not path.exists()
    assert dealwire("ingest", "-", "--db", str(path), stdin="Rain fell.").returncode == 0
    assert path.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["ingest", "no/such/place"], 2, "no such file"),
        (["deals", "--since", "yesterday"], 2, "is no date"),
        (["export", "csv", "/dev/null/x"], 3, "not a directory"),
        (["deals", "--round", "series_z"], 2, "series_z"),
        (["explain", "d-nothing"], 2, "no deal"),
        (["org", "show", "Nobody"], 2, "no organisation"),
        (["export", "pdf", "out"], 2, "no publisher"),
        (["review", "undo", "j-nothing"], 2, "no judgement"),
        (["frobnicate"], 2, "frobnicate"),
        (["deals", "--db", "/no/such/folder/t.db"], 2, "there is no store at /no/such/folder/t.db"),
        (["ingest", "-", "--db", "/no/such/folder/t.db"], 3, ""),
        (["deals", "--db", "postgresql://localhost/x"], 3, ""),
    ],
)
def test_what_is_wrong_is_said_in_words(empty: str, arguments: list[str], code: int, said: str) -> None:
    where = [] if "--db" in arguments else ["--db", empty]
    done = dealwire(*arguments, *where) if arguments != ["frobnicate"] else dealwire(*arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_extract_answers_a_line_with_a_line(tmp_path: Path) -> None:
    text = "Veloria Labs has raised at least $45 million from Northgate Ventures."
    lines = [json.dumps({"id": 7, "text": text}), "", "{broken", json.dumps({"id": "x", "title": "Nothing here"})]
    done = dealwire("extract", "-", stdin="\n".join(lines))
    assert done.returncode == 1
    assert "line 3" in done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second) == (7, {"id": "x", "deals": []})
    (deal,) = first["deals"]
    content = "\n" + text
    for evidence in deal["evidence"].values():
        assert content[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert deal["amount"] == {
        "value": 45_000_000,
        "currency": "USD",
        "qualifier": "at_least",
        "verbatim": "at least $45 million",
    }
    assert not list(tmp_path.iterdir())


def test_every_command_has_help_with_an_example() -> None:
    commands = ["ingest", "extract", "deals", "explain", "stories", "search", "export", "rebuild", "doctor"]
    commands += ["org show", "org match", "review list", "review log", "review same", "review different"]
    commands += ["review correct", "review undo"]
    for command in commands:
        shown = dealwire(*command.split(), "--help")
        assert shown.returncode == 0
        assert "Example" in shown.stdout, command
        assert "--db" in shown.stdout, command


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("hostile")
    article = {
        "id": "=1\x1b[31m",
        "title": "[red]x[/red] \x1b[31mVeloria :smile: [/]",
        "text": "Veloria Labs has raised $45 million from Northgate Ventures.",
        "provider": "[blink]Daily\x1b[5m[/blink]",
    }
    (folder / "a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (folder / "[bold]\x1b[31mbad\n.md").write_text("---\nnever: closed\n", encoding="utf-8")
    path = str(tmp_path_factory.mktemp("store") / "t.db")
    done = dealwire("ingest", str(folder), "--db", path)
    assert done.returncode == 1
    assert r"[bold]\x1b[31mbad\n.md" in done.stderr
    assert "\x1b" not in done.stderr
    return path


@pytest.mark.parametrize(
    "command",
    [
        "deals",
        "deals --format csv",
        "stories",
        "stories --format csv",
        "search Veloria",
        "explain Veloria",
        "org show Northgate",
        "review list",
        "doctor --rejected",
    ],
)
def test_texts_of_strangers_steer_no_terminal(hostile: str, command: str) -> None:
    done = dealwire(*command.split(), "--db", hostile)
    assert "Traceback" not in done.stderr
    assert not set(done.stdout + done.stderr) & {"\x1b", "\x07"}


def test_texts_of_strangers_are_shown_as_text(hostile: str) -> None:
    assert "[red]x[/red] Veloria :smile: [/]" in dealwire("stories", "--db", hostile).stdout
    assert "[blink]Daily[/blink]" in dealwire("explain", "Veloria", "--db", hostile).stdout
    (row,) = csv.DictReader(io.StringIO(dealwire("deals", "--format", "csv", "--db", hostile).stdout))
    assert row["articles"] == "'=1"


@pytest.mark.parametrize("command", ["deals", "stories", "search", "review list", "review log"])
def test_csv_has_the_same_heading_with_and_without_rows(db: str, empty: str, command: str) -> None:
    words = ["museum"] if command == "search" else []
    arguments = [*command.split(), *words, "--format", "csv", "--db"]
    dealwire("review", "different", "Northgate Ventures", "Halden Capital", "--db", db)
    full, bare = (dealwire(*arguments, where).stdout.splitlines() for where in (db, empty))
    assert len(full) > 1
    assert bare == full[:1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes and devices")
@pytest.mark.parametrize("options", ["", "--json", "--format csv"])
def test_the_end_of_a_pipe_is_no_failure_and_a_full_disk_is_one(db: str, options: str) -> None:
    command = [sys.executable, "-m", "dealwire", "deals", "--db", db, *options.split()]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
    if not Path("/dev/full").exists():
        return
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    assert done.returncode == 3
    assert b"no space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_organisation_is_found_by_a_known_name_that_no_text_uses(tmp_path: Path) -> None:
    article = {"title": "News", "text": "Veloria Labs has raised $45 million from Alibaba."}
    path = str(tmp_path / "t.db")
    dealwire("ingest", "-", "--db", path, stdin=json.dumps(article))
    assert json.loads(dealwire("org", "show", "阿里巴巴", "--db", path, "--json").stdout)["name"] == "Alibaba"


def test_changes_name_the_article_that_made_them(db: str) -> None:
    done = dealwire("changes", "--since", "2026-03-05", "--until", "2026-03-05", "--db", db, "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(c["company"], c["article"]) for c in told} == {("Veloria Labs", "a2")}
    assert "investors" in {c["field"] for c in told}
    first = json.loads(dealwire("changes", "--after", "start", "--limit", "1", "--db", db, "--json").stdout)
    rest = dealwire("changes", "--after", first["cursor"], "--db", db, "--json").stdout.splitlines()
    assert first["cursor"] not in {json.loads(line)["cursor"] for line in rest}
    assert dealwire("changes", "--after", "start", "--since", "2026", "--db", db).returncode == 2
    assert dealwire("changes", "--after", "soon", "--db", db).returncode == 2
    page = dealwire("changes", "--db", db, env={"COLUMNS": "130"}).stdout
    assert "new deal" in page
    assert "Post" in page


def test_a_decision_is_seen_before_it_is_made(db: str) -> None:
    deal = json.loads(dealwire("deals", "--db", db, "--json", "--company", "Veloria").stdout)["id"]
    seen = json.loads(dealwire("review", "draft", deal, "--dry-run", "--db", db, "--json").stdout)
    assert [(c["what"], [f["field"] for f in c["fields"]]) for c in seen["changes"]] == [("changed", ["draft"])]
    page = dealwire("review", "correct", deal, "round", "series_c", "--dry-run", "--db", db).stdout
    assert "series c" in page
    record = json.loads(dealwire("explain", deal, "--db", db, "--json").stdout)
    assert (record["draft"], record["round"]) == (False, "series_b")


def test_bulk_decisions_exit_with_1_where_a_line_is_refused(db: str) -> None:
    table = "verdict,a,b\nsame,Veloria Labs,Nobody Ltd\n"
    done = dealwire("review", "bulk", "-", "--db", db, stdin=table)
    assert done.returncode == 1
    assert "Nobody Ltd" in done.stderr
    assert dealwire("review", "bulk", "no-such.csv", "--db", db).returncode == 2


def test_sources_with_their_records(db: str) -> None:
    told = [json.loads(line) for line in dealwire("source", "records", "--db", db, "--json").stdout.splitlines()]
    assert {record["name"]: record["reports"] for record in told} == {"daily.example": 1, "post.example": 1, "日报": 1}
    shown = json.loads(dealwire("source", "show", "post.example", "--db", db, "--json").stdout)
    assert (shown["values"], shown["adopted"]) == (2, 1.0)
    assert "reports of deals" in dealwire("source", "show", "Post", "--db", db).stdout
    assert dealwire("source", "show", "Nobody", "--db", db).returncode == 2
