from __future__ import annotations

import json
from pathlib import Path

from dealwire.stores import open_store
from tests.cli.run import dealwire
from tests.core.read.test_pictures import drawn
from tests.misbehaving import answer, serving

RECORD = """---
title: Tarn raises
images:
  - url: "{0}"
  - url: "{1}"
---
Tarn Robotics has raised $5 million in a seed round.
"""
LOCAL = {"DEALWIRE_LOOPBACK": "1", "DEALWIRE_PAUSE": "0"}


def test_pictures_are_cached_once_kept_by_digest_and_marked_in_the_export(tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    with serving({"/a.jpg": answer(drawn("JPEG", (600, 300))), "/b.svg": answer(svg)}) as server:
        picture, drawing = server.url("/a.jpg"), server.url("/b.svg")
        (tmp_path / "r.md").write_text(RECORD.format(picture, drawing), encoding="utf-8")
        dealwire("ingest", str(tmp_path / "r.md"), "--db", db)
        first = dealwire("pictures", "--json", "--db", db, env=LOCAL)
        again = dealwire("pictures", "--json", "--db", db, env=LOCAL)
        assert (server.times("/a.jpg"), server.times("/b.svg")) == (1, 1)
    assert (first.returncode, json.loads(first.stdout)) == (1, {"named": 2, "known": 0, "cached": 1, "rejected": 1})
    assert (again.returncode, json.loads(again.stdout)) == (0, {"named": 2, "known": 2, "cached": 0, "rejected": 0})
    store = open_store(db)
    cached = store.pictures([picture])[picture]
    assert cached.digest
    kept = store.picture(cached.digest)
    assert kept
    assert (kept.width, kept.height) == (600, 300)
    store.close()
    assert dealwire("export", "hub", str(tmp_path / "out"), "--db", db).returncode == 0
    exported = (tmp_path / "out" / "r.md").read_text(encoding="utf-8")
    assert exported.count("isCached: true") == 1
    assert "width: 600" in exported
