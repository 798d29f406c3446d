"""`dealwire account` as an administrator uses it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.run import dealwire

WORDS = "wooden rows on grey water"


def test_accounts_are_made_changed_listed_and_removed(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    made = dealwire("account", "add", "Ada", "--db", db, "--by", "root", stdin=f"{WORDS}\n")
    assert (made.returncode, made.stderr) == (0, "Ada may sign in as editor\n")
    assert dealwire("account", "role", "ada", "admin", "--db", db).returncode == 0
    assert dealwire("account", "password", "ada", "--db", db, stdin="other words in a row").returncode == 0
    assert dealwire("account", "unlock", "ada", "--db", db).returncode == 0
    (listed,) = map(json.loads, dealwire("account", "list", "--db", db, "--json").stdout.splitlines())
    assert (listed["name"], listed["role"]) == ("Ada", "admin")
    assert dealwire("account", "remove", "Ada", "--db", db).returncode == 0
    log = [json.loads(line) for line in dealwire("account", "log", "--db", db, "--json").stdout.splitlines()]
    did = ["account removed", "account unlocked", "password changed", "role changed", "account added"]
    assert [line["action"] for line in log] == did
    assert log[-1]["who"] == "root"
    assert "account removed" in dealwire("account", "log", "--db", db).stdout
    assert "no account yet" in dealwire("account", "list", "--db", db).stdout


def test_a_password_is_no_argument_and_must_be_good(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    for stdin, said in (("", "no password came"), ("short\n", "15 characters"), ("x" * 20, "first that are guessed")):
        done = dealwire("account", "add", "Ada", "--db", db, stdin=stdin)
        assert done.returncode == 2
        assert said in " ".join(done.stderr.split())
    assert dealwire("account", "add", "Ada", WORDS, "--db", db).returncode == 2
    assert dealwire("account", "role", "Ada", "admin", "--db", db).returncode == 2
    assert dealwire("account", "list", "--db", db, "--json").stdout == ""


def test_a_private_site_without_tls_is_not_opened(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    dealwire("account", "add", "Ada", "--db", db, stdin=WORDS)
    done = dealwire("serve", "--db", db, "--private", "--host", "0.0.0.0", "--port", "0")  # noqa: S104
    assert done.returncode == 2
    assert "needs TLS" in done.stderr
