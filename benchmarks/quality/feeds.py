"""Measure `core/read/feeds` on feedparser's own tests: `python -m benchmarks.quality.feeds [--errors] [--speed]`.

Each test is a feed with a line `Expect:`, a Python expression over what feedparser returns. Of its terms those count
that speak of what dealwire reads of a feed (`OF_ENTRY`, `OF_FEED`, the encoding); a case counts where at least one
does, and holds where all of those do. Texts are compared as dealwire keeps them: without markup, entities and runs of
white space; dates as moments; an encoding by the text that it makes of the bytes; links, ids and names to the letter.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import tarfile
import time
from calendar import timegm
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

import feedparser

from dealwire.core.read import XML, dates, feeds, text
from dealwire.core.read.feed import Entry, Feed, person
from dealwire.errors import InputError
from dealwire.model import Document

SUITE: Final = Path(__file__).resolve().parents[3] / "shared/bench/feeds/tests.tar.gz"
ADDRESS: Final = "http://127.0.0.1:8097/"
"""Where feedparser's tests are served from: relative links are expected to start there."""

FETCHED: Final = datetime(2026, 1, 1, tzinfo=UTC)

_EXPECT = re.compile(r"Expect:\s*(.*)")
_HEADER = re.compile(r"^\s*Header:\s*content-type:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_LOCATION = re.compile(r"^\s*Header:\s*content-location:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_WIDE = ("utf-32", "utf-16", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Case:
    """One test of the suite."""

    name: str
    body: bytes
    expected: str
    media_type: str
    url: str | None


@dataclass(slots=True)
class Result:
    """What came of the suite; `unread` counts the cases that do not count, by what they speak of."""

    cases: int = 0
    counted: int = 0
    held: int = 0
    rejected: int = 0
    raised: int = 0
    slowest: float = 0.0
    errors: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    held_kinds: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)


def cases() -> Iterator[Case]:
    """Yield the suite in the order of its archive."""
    with tarfile.open(SUITE) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".xml") else None
            if file is not None:
                yield case(member.name.removeprefix("tests/"), file.read())


def case(name: str, body: bytes) -> Case:
    """Return a test with what it expects, and how it is served where it says so."""
    told = body.decode("utf-8", "replace")
    if "Expect:" not in told:
        told = next(t for codec in _WIDE if "Expect:" in (t := body.decode(codec, "replace")))
    expected, header, location = (pattern.search(told) for pattern in (_EXPECT, _HEADER, _LOCATION))
    served = "Header:" in told or ADDRESS in told
    return Case(
        name,
        body,
        expected[1].strip() if expected else "",
        header[1] if header else XML,
        urljoin(f"{ADDRESS}{name}", location[1] if location else "") if served else None,
    )


# --- what is read


def _words(value: object) -> str:
    return " ".join(text.repair(text.paragraphs(text.plain(str(value)))).split())


def _moment(value: object) -> datetime | None:
    """Read a time as feedparser gives it: nine numbers, or the writer's words."""
    return datetime.fromtimestamp(timegm(value), UTC) if isinstance(value, tuple) else dates.parse(value)


def _letters(value: object) -> str:
    return str(value or "")


@dataclass(frozen=True, slots=True)
class _Term:
    """Something that is read: its kind, what dealwire has there, and how values of it are compared."""

    kind: str
    ours: Callable[[Any], Any]
    form: Callable[[object], Any] = _letters


def _nth(values: Sequence[str], n: int) -> str:
    return values[n] if n < len(values) else ""


def _field(name: str) -> Callable[[Any], Any]:
    return attrgetter(name)


def _item(name: str, n: int) -> Callable[[Any], str]:
    return lambda of: _nth(getattr(of, name), n)


def _same(paths: Sequence[str], term: _Term) -> dict[str, _Term]:
    return dict.fromkeys(paths, term)


_DETAILS = ("content[0].language", "title_detail.language", "summary_detail.language")
_AUTHORS = {
    "author": _Term("authors", _item("authors", 0), lambda value: person(str(value))),
    "author_detail.name": _Term("authors", _item("authors", 0)),
    **{f"authors[{n}].name": _Term("authors", _item("authors", n)) for n in range(3)},
}

OF_ENTRY: Final = {
    **_same(("title", "title_detail.value"), _Term("titles", _field("title"), _words)),
    **_same(
        ("description", "summary", "summary_detail.value"),
        _Term("summaries", lambda e: e.summary or _nth(e.contents, 0), _words),
    ),
    **{f"content[{n}].value": _Term("summaries", _item("contents", n), _words) for n in range(3)},
    **_same(("link", "links[0].href"), _Term("links", _field("link"))),
    **_same(("id", "guid"), _Term("ids", _field("id"))),
    **{
        f"{name}{suffix}": _Term("dates", _field(name), _moment)
        for name in ("published", "updated", "created")
        for suffix in ("", "_parsed")
    },
    **_AUTHORS,
    **{f"tags[{n}].{of}": _Term("topics", _item("topics", n)) for n in range(3) for of in ("term", "label")},
    "category": _Term("topics", _item("topics", 0)),
    **_same(("source.title", "source.title_detail.value"), _Term("titles", _field("publisher"), _words)),
    **_same(("language", *_DETAILS), _Term("languages", _field("lang"))),
}
"""Path under `entries[n]` → what dealwire has there."""

OF_FEED: Final = {
    **_same(("title", "title_detail.value"), _Term("titles", _field("title"), _words)),
    **_same(("link", "links[0].href"), _Term("links", _field("link"))),
    "language": _Term("languages", _field("lang")),
    **_AUTHORS,
}
"""Path under `feed` → what dealwire has there."""

UNREAD: Final = {
    "the feed's own description, notes and rights": r"feed\.(tagline|info|description|subtitle|copyright|rights)",
    "bases, types, relations and schemes": r".*\.(base|type|rel|scheme|hreflang|length|src)$",
    "e-mail, addresses, contributors, publishers": r".*(email|url|contributors|publisher|author)",
    "places, podcasts, media, threads, licences": r".*(where|itunes|media_|psc_|enclosures|wfw_|thr_|license|image)",
    "the feed's dates, images, tags, other links": r"(len\()?feed[.\[]",
    "of an aggregated entry's source, all but its title": r".*\.source\.",
    "that it is ill-formed, or nothing": r"(not bozo|bozo|1)$",
    "the format's version": r"version",
}
"""What the cases that don't count speak of first: in words, and as a path; any other is "the rest"."""

_ENTRY = re.compile(r"entries\[(\d)\]\.(.+)")


@dataclass(frozen=True, slots=True)
class _Read:
    """A case as dealwire read it."""

    case: Case
    feed: Feed
    encoding: str

    def about(self, path: str) -> tuple[_Term, Any] | None:
        """Return what is read at a path of feedparser's, with the value; None where nothing is."""
        if path == "encoding":
            return _Term("encodings", lambda r: r.encoding, self._text), self
        if match := _ENTRY.fullmatch(path):
            n, term = int(match[1]), OF_ENTRY.get(match[2])
            entry = self.feed.entries[n] if n < len(self.feed.entries) else Entry()
            return (term, replace(entry, lang=self.feed.lang if entry.lang is None else entry.lang)) if term else None
        head, _, rest = path.partition(".")
        return (OF_FEED[rest], self.feed) if head == "feed" and rest in OF_FEED else None

    def _text(self, codec: object) -> str:
        try:
            return self.case.body.decode(str(codec), "replace").removeprefix("\ufeff")
        except LookupError:
            return f"no codec {codec}"


# --- what is expected


def _path(node: ast.expr) -> str | None:
    """Return an expression such as `entries[0]['title']` or `feed.title` as a path."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=inner, attr=name):
            return f"{head}.{name}" if (head := _path(inner)) else None
        case ast.Subscript(value=inner, slice=ast.Constant(value=str(name))):
            return f"{head}.{name}" if (head := _path(inner)) else None
        case ast.Subscript(value=inner, slice=ast.Constant(value=int(n))):
            return f"{head}[{n}]" if (head := _path(inner)) else None
        case ast.Call(func=ast.Attribute(value=inner, attr="get"), args=[ast.Constant(value=str(name)), *_]):
            return f"{head}.{name}" if (head := _path(inner)) else None
    return None


def _terms(node: ast.expr) -> Iterator[tuple[list[str], object, str]]:
    """Yield what an expression demands as (paths, value, as written); paths are empty where it is no equality."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for part in node.values:
            yield from _terms(part)
        return
    shown = ast.unparse(node)
    match node:
        case ast.Compare(left=left, ops=ops, comparators=[*others, last]) if all(isinstance(op, ast.Eq) for op in ops):
            try:
                value = ast.literal_eval(last)
            except ValueError:
                value = ast.unparse(last)
            sides = [left, *others]
            if isinstance(left, ast.Call) and ast.unparse(left.func) == "ord":
                sides, value = [left.args[0]], chr(value)
            yield [path for side in sides if (path := _path(side))], value, shown
        case ast.UnaryOp(
            op=ast.Not(),
            operand=ast.Call(func=ast.Attribute(value=inner, attr="has_key"), args=[ast.Constant(value=str(name))]),
        ):
            yield [f"{_path(inner)}.{name}"], "", shown
        case _:
            yield [], None, shown


# --- the run


def run() -> Result:
    """Read every feed of the suite and hold it against what is expected."""
    result = Result()
    for each in cases():
        result.cases += 1
        came = list(outcomes(each, result))
        if came:
            result.counted += 1
            result.held += all(held for _, held, _ in came)
            for kind in {kind for kind, _, _ in came}:
                result.kinds[kind] += 1
                result.held_kinds[kind] += all(held for k, held, _ in came if k == kind)
            result.errors += [f"{each.name}: {shown}" for _, held, shown in came if not held]
        else:
            result.unread[_group(ast.parse(each.expected, mode="eval").body)] += 1
    return result


def _group(expected: ast.expr) -> str:
    """Say what a case speaks of that does not count."""
    spoken = [paths[0] if paths else shown for paths, _, shown in _terms(expected)]
    first = next((path for path in spoken if path not in {"not bozo", "bozo"}), "bozo")
    return next((group for group, path in UNREAD.items() if re.match(path, first)), "the rest")


def _read(test: Case, result: Result) -> _Read:
    document = Document(sha256(test.body).hexdigest(), test.body, test.media_type, test.name, FETCHED, test.url)
    try:
        feeds.read(document)
        return _Read(test, *feeds.parse(document))
    except InputError:
        result.rejected += 1
    except Exception as error:  # noqa: BLE001 - whatever comes out is a failure to be counted
        result.raised += 1
        result.errors.append(f"{test.name}: raised {error!r}")
    return _Read(test, Feed(), "")


def outcomes(test: Case, result: Result) -> Iterator[tuple[str, bool, str]]:
    """Read a case, and yield (kind, whether it holds, in words) for each term that counts."""
    began = time.process_time()
    read = _read(test, result)
    result.slowest = max(result.slowest, time.process_time() - began)
    for paths, value, shown in _terms(ast.parse(test.expected, mode="eval").body):
        found = [about for path in paths if (about := read.about(path))]
        for term, held in found:
            ours = term.ours(held)
            yield term.kind, term.form(ours) == term.form(value), f"{shown} but {ours!r}"


# --- speed


def common(kind: str, entries: int = 40, paragraphs: int = 6) -> bytes:
    """Make a well-formed feed as blogs and news sites have them: "rss" or "atom"."""
    words = "The company said on Monday that it would use the money to hire engineers &amp; open an office in Porto."
    html = "".join(f"<p>{words} <a href='https://example.com/{n}'>More</a></p>" for n in range(paragraphs)).replace(
        "<", "&lt;"
    )
    if kind == "rss":
        items = "".join(
            f"<item><title>Story {n}: Acme &amp;amp; Sons</title><link>https://example.com/{n}</link>"
            f"<guid isPermaLink='false'>https://example.com/?p={n}</guid><dc:creator>Ada Writer</dc:creator>"
            f"<pubDate>Fri, 13 Mar 2026 10:35:{n % 60:02} +0100</pubDate><category>AI</category>"
            f"<description>{words}</description><content:encoded>{html}</content:encoded></item>"
            for n in range(entries)
        )
        return (
            "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
            "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:atom='http://www.w3.org/2005/Atom'>"
            "<channel><title>The Example</title><link>https://example.com/</link><language>en</language>"
            "<atom:link rel='self' href='https://example.com/feed'/><description>News</description>"
            f"{items}</channel></rss>"
        ).encode()
    items = "".join(
        f"<entry><title type='html'>Story {n}: Acme &amp;amp; Sons</title><link href='https://example.com/{n}'/>"
        f"<id>urn:example:{n}</id><author><name>Ada Writer</name></author><category term='AI'/>"
        f"<published>2026-03-13T10:35:{n % 60:02}+01:00</published><updated>2026-03-13T10:36:00+01:00</updated>"
        f"<summary>{words}</summary><content type='html'>{html}</content></entry>"
        for n in range(entries)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'>"
        "<title>The Example</title><link href='https://example.com/'/><id>urn:example</id>"
        f"<updated>2026-03-13T10:36:00+01:00</updated>{items}</feed>"
    ).encode()


def cpu(work: Callable[[], object], times: int = 7) -> float:
    """Return the least CPU time of some runs, in seconds."""

    def once() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return min(once() for _ in range(times))


def speed() -> Iterator[tuple[str, float, float]]:
    """Yield (kind, seconds of dealwire's whole reading, seconds of `feedparser.parse`) for the common feeds."""
    for kind in ("rss", "atom"):
        body = common(kind)
        document = Document(sha256(body).hexdigest(), body, XML, f"{kind}.xml", FETCHED)
        yield kind, cpu(partial(feeds.read, document)), cpu(lambda: feedparser.parse(io.BytesIO(body)))  # noqa: B023


def share() -> dict[str, float]:
    """Return the share of cases that hold: of all that count, and of each kind."""
    result = run()
    kinds = {kind: result.held_kinds[kind] / of for kind, of in sorted(result.kinds.items())}
    return {"all": result.held / result.counted, **kinds}


def main() -> None:
    """Print what holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what does not hold")
    parser.add_argument("--speed", action="store_true", help="measure beside feedparser, and no more")
    wanted = parser.parse_args()
    if wanted.speed:
        for kind, ours, theirs in speed():
            print(f"{kind:5} {ours * 1e3:6.1f} ms  feedparser {theirs * 1e3:6.1f} ms  {theirs / ours:.1f} times")
        return
    result = run()
    print(f"{result.cases} feeds: {result.raised} raised, {result.rejected} rejected, slowest {result.slowest:.2f} s")
    print(f"{result.counted} count, {result.held} hold: {result.held / result.counted:.4f}")
    for kind, of in sorted(result.kinds.items()):
        print(f"  {kind:10} {result.held_kinds[kind]:5} of {of:5}")
    print(f"{result.unread.total()} do not count; they speak of")
    print("\n".join(f"  {n:5} {what}" for what, n in result.unread.most_common()))
    if wanted.errors:
        print("\n".join(result.errors))


if __name__ == "__main__":
    main()
