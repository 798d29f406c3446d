"""Keys on the command line: made and shown once, listed without their secret, revoked."""

from __future__ import annotations

import json
from pathlib import Path

from dealwire.stores import open_store
from tests.cli.run import dealwire


def test_a_key_is_made_listed_and_revoked(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    open_store(db).close()
    made = dealwire("key", "add", "nightly import", "--rate", "900", "--db", db)
    secret = made.stdout.strip()
    assert secret.startswith("dw_")
    assert "once" in made.stderr
    (listed,) = map(json.loads, dealwire("key", "list", "--json", "--db", db).stdout.splitlines())
    assert (listed["name"], listed["rate"], listed["revoked_at"]) == ("nightly import", 900, None)
    assert secret not in json.dumps(listed)
    assert dealwire("key", "revoke", listed["id"], "--db", db).returncode == 0
    assert dealwire("key", "revoke", listed["id"], "--db", db).returncode == 2
    assert listed["id"] in dealwire("key", "list", "--db", db).stdout


def test_a_key_as_json_has_its_secret(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    open_store(db).close()
    made = json.loads(dealwire("key", "add", "importer", "--json", "--db", db).stdout)
    assert made["secret"].startswith("dw_")
    assert "digest" not in made
    assert dealwire("key", "add", " ", "--db", db).returncode == 2
