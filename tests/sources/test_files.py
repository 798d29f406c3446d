from __future__ import annotations

import gzip
import io
import json
import os
import resource
import sys
import zlib
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from dealwire.core.read import HTML, HUB, JSON, JSON_LINE, TEXT, XML, read
from dealwire.errors import UsageError
from dealwire.model import Document, Rejected
from dealwire.sources.files import Files, Limits

NOW = datetime(2026, 3, 20, tzinfo=UTC)


def files(*paths: object, limits: Limits | None = None) -> Files:
    return Files([str(path) for path in paths], lambda: NOW, limits)


def split(source: Files) -> tuple[list[Document], dict[str, str]]:
    found = list(source.documents())
    rejected = [item for item in found if isinstance(item, Rejected)]
    assert {item.stage for item in rejected} <= {"source"}
    return [item for item in found if isinstance(item, Document)], {
        Path(item.id).name: item.reason for item in rejected
    }


def test_a_file_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"Acme raised money.")
    assert split(files(path)) == (
        [Document(sha256(b"Acme raised money.").hexdigest(), b"Acme raised money.", HUB, str(path), NOW)],
        {},
    )


def test_a_folder_is_read_in_order_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden.txt", ".git/config.txt", "b/.x/y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(name)
    documents, rejected = split(files(tmp_path))
    assert [document.body.decode() for document in documents] == ["a.txt", "c.txt", "b/1.txt", "b/2.txt"]
    assert rejected == {}


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("a.md", "x", HUB),
        ("a.TXT", "x", TEXT),
        ("a.html", "x", HTML),
        ("a.htm", "x", HTML),
        ("a.xml", "x", XML),
        ("a.rss", "x", XML),
        ("a.opml", "x", XML),
        ("a.json", "{}", JSON),
        ("a.jsonl", '{"text": "x"}', JSON_LINE),
        ("a.page", "\ufeff <!-- saved --> <!DOCTYPE HTML><p>x", HTML),
        ("a.page", "<?xml version='1.0'?><rss/>", XML),
        ("a.page", "<?xml version='1.0'?><html xmlns='x'/>", HTML),
        ("feed", "<feed xmlns='x'>", XML),
        ("lines", '{"text": "x"}\n{"text": "y"}\n', JSON_LINE),
        ("line", '{"text": "x"}', JSON_LINE),
        ("object", '{\n  "text": "x"\n}', JSON),
        ("list", '[{"text": "x"}]', JSON),
        ("record", "---\ntitle: x\n---\n", TEXT),
        ("prose", "[Berlin] Acme raised money", TEXT),
    ],
)
def test_what_a_file_is(tmp_path: Path, name: str, body: str, kind: str) -> None:
    (tmp_path / name).write_text(body, encoding="utf-8")
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(body.encode()))
    documents, rejected = split(files(tmp_path))
    assert {document.media_type for document in documents} == {kind}
    assert rejected == {}
    assert len({document.body for document in documents if document.media_type != JSON_LINE}) <= 1


def test_gzip_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(gzip.compress(b"packed"))
    assert split(files(tmp_path))[0][0].body == b"packed"


def test_what_cannot_be_read_says_why_and_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text("first")
    (tmp_path / "bomb.txt").write_bytes(gzip.compress(b"x" * (40 << 20)))
    (tmp_path / "cut.txt").write_bytes(gzip.compress(b"Acme raised money." * 50)[:-9])
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "program").write_bytes(bytes(range(32)) * 100)
    (tmp_path / "web.wat.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n"))
    os.mkfifo(tmp_path / "wire")
    (tmp_path / "z.txt").write_text("last")
    documents, rejected = split(files(tmp_path))
    assert [document.body for document in documents] == [b"first", b"last"]
    assert rejected == {
        "bomb.txt": "a gzip bomb: unpacks to more than 200 times its size",
        "cut.txt": "gzip is broken off before its end",
        "empty.txt": "an empty file",
        "image.png": "not text but a PNG image",
        "link.txt": "a symbolic link to nothing",
        "paper.pdf": "not text but a PDF",
        "program": "not text but binary data",
        "web.wat.gz": "a WAT archive holds what is known of pages, and no page: name the .warc or .wet",
        "wire": "neither a file nor a folder",
    }


def test_a_file_or_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("y")
    really = Path.open

    def guarded(self: Path, mode: str = "r") -> object:  # root, as in many containers, may read everything
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return really(self, mode)

    monkeypatch.setattr(Path, "open", guarded)
    documents, rejected = split(files(tmp_path))
    assert [document.body for document in documents] == [b"y"]
    assert rejected == {"a.txt": "permission denied"}


def test_file_names_may_be_any_bytes(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))).write_text("x")
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xfe.pdf"))).write_bytes(b"%PDF")
    documents, rejected = split(files(tmp_path))
    assert [Path(document.origin).name for document in documents] == ["\ufffd.txt"]
    assert list(rejected) == ["\ufffd.pdf"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "down").symlink_to(tmp_path)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "a.txt").write_text("x")
    documents, rejected = split(files(tmp_path))
    assert len(documents) == 1
    assert list(rejected) == ["loop.txt"]


def test_a_missing_path_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt: no such file"):
        files(tmp_path, tmp_path / "nowhere.txt")


def test_lines_are_documents_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "one"}\r\n\n{broken\n{"text": "\xff"}\n'
        + b'{"text": "'
        + b"x" * 5_000_000
        + b'"}\n{"text": "last"}'
    )
    documents, rejected = split(files(path))
    assert [document.origin for document in documents] == [f"{path}:{number}" for number in (1, 3, 4, 6)]
    assert rejected == {"a.jsonl:5": "a line of more than 4 MB"}
    results = [read(document) for document in documents]
    assert [len(result.articles) for result in results] == [1, 0, 1, 1]
    assert results[1].rejected[0].id == f"{path}:3"


def test_utf16_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "甲"}\r\n{"text": "乙"}\r\n'.encode("utf-16"))
    assert [read(document).articles[0].text for document in split(files(path))[0]] == ["甲", "乙"]


def test_the_rest_of_a_broken_jsonl_is_lost_but_not_what_came_before(tmp_path: Path) -> None:
    body = b"".join(
        json.dumps({"id": number, "text": sha256(bytes(number)).hexdigest()}).encode() + b"\n"
        for number in range(20_000)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(body)[:-10_000])
    documents, rejected = split(files(path))
    assert 1000 < len(documents) < 20_000
    assert rejected == {"a.jsonl.gz": "gzip is broken off before its end"}


def test_a_file_of_50_megabytes(tmp_path: Path) -> None:
    line = json.dumps({"text": "Acme raised money. " * 500}).encode() + b"\n"
    count = (50 << 20) // len(line)
    with (tmp_path / "a.jsonl").open("wb") as lines, (tmp_path / "b.txt").open("wb") as text:
        for _ in range(count):
            lines.write(line)
            text.write(line)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    source = files(tmp_path)
    found = {"documents": 0}
    reasons = []
    for item in source.documents():
        if isinstance(item, Document):
            found["documents"] += 1
        elif isinstance(item, Rejected):
            reasons.append(item.reason)
    assert found["documents"] == count
    assert reasons == ["larger than 20 MB, the most that one document may have"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10  # in KB


def test_limits_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 100)
    assert split(files(tmp_path, limits=Limits(document=99)))[1] == {
        "a.txt": "larger than 99 bytes, the most that one document may have"
    }


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    body = b'{"text": "one"}\n{"text": "two"}\n'
    stdin = io.TextIOWrapper(io.BytesIO(gzip.compress(body) if packed else body))
    monkeypatch.setattr(sys, "stdin", stdin)
    documents, rejected = split(files("-"))
    assert [(document.origin, document.media_type) for document in documents] == [
        ("-:1", JSON_LINE),
        ("-:2", JSON_LINE),
    ]
    assert rejected == {}
    assert not stdin.closed


def test_a_pipe_that_the_user_names_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"Acme raised money.")
    os.close(writing)
    assert split(files(f"/dev/fd/{reading}"))[0][0].body == b"Acme raised money."
    os.close(reading)


def test_how_far_reading_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 1000)
    (tmp_path / "b.jsonl.gz").write_bytes(zlib.compress(b'{"text": "x"}\n' * 50, wbits=31))
    source = files(tmp_path)
    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert (source.total_bytes, source.done_bytes) == (total, 0)
    list(source.documents())
    assert source.done_bytes == total
    list(source.documents())
    assert source.done_bytes == total


def test_all_files_of_a_run_are_fetched_when_it_begins(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.", encoding="utf-8")
    times = iter(datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 3))
    documents, _ = split(Files([str(tmp_path)], lambda: next(times)))
    assert [document.fetched_at.day for document in documents] == [1, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_a_file_name_is_shown_on_one_line_without_control_characters(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.txt").write_text("Text.", encoding="utf-8")
    documents, _ = split(files(tmp_path))
    assert [Path(document.origin).name for document in documents] == [r"a\x1b[31m\nb.txt"]
