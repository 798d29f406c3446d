"""Measure web archives: `python -m benchmarks.warc [--pages 9000] [--recall]`.

Writes a WARC file: pages made from varied templates, English and Chinese, of the sizes that pages have (150 KB on
average, most of it scripts and styles), one in a hundred telling a deal, with the real pages of ../shared/bench mixed
in. Measures beside each other, in one run: FastWARC's bare iteration over the file, `ingest` of it into an empty store,
by several processes and by one, and trafilatura's extraction of every page (of a sample, told as such). `--recall`
measures the gate alone: which share of labelled articles that tell a deal it lets by, put into a page each, and which
of real pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from html import escape
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import trafilatura
from fastwarc import ArchiveIterator, WarcRecordType

from benchmarks.quality import pages as real
from dealwire.core.extract import extract, gate, page_gate
from dealwire.core.read import JSON_LINE, read
from dealwire.model import Counts, Document
from dealwire.service.door import Dealwire

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
SAMPLE: Final = 200
"""Of so many pages trafilatura's time is measured."""

WORDS: Final = (
    "garden harbour winter engine letter window teacher market river concert museum ticket weather kitchen bicycle "
    "library station morning summer village doctor painter season recipe football chapter island bridge forest theatre"
)
VERBS: Final = "opens closes shows keeps moves finds paints cleans visits answers teaches repairs plays reads"
HAN: Final = "花园港口冬天机器书信窗户老师河流音乐天气厨房单车车站早晨夏天村庄医生画家季节菜谱球队岛屿桥森林剧院"
NAMES: Final = "Arvo Belmar Corvid Dunlin Eskar Fennic Gorse Halden Ilmar Juniper Kestrel Lumen Marlin Norden"
HAN_NAMES: Final = "云帆 海纳 星河 远山 明川 晨光 青禾 北辰 启航 天枢"
TEMPLATES: Final = (
    "<article><h1>{title}</h1><div class='meta'>{meta}</div>{body}</article>",
    "<main><div class='post'><h2>{title}</h2><span>{meta}</span><div class='entry'>{body}</div></div></main>",
    "<table><tr><td class='left'>{side}</td><td><h1>{title}</h1><p class='by'>{meta}</p>{body}</td></tr></table>",
    "<div id='page'><section><header><h1>{title}</h1></header>{body}<footer>{meta}</footer></section></div>",
)


class Took(NamedTuple):
    """Seconds by the clock, of computing by this process, and by those that it started."""

    wall: float
    cpu: float
    readers: float

    def on(self, cores: int) -> float:
        """Return what the clock would tell where nothing else wants so many cores."""
        return max(self.cpu, (self.cpu + self.readers) / cores)


RUNS: Final = 3
"""Of so many runs of each side the one with the least computing counts: what other programs do only adds to it."""


def least(work: Callable[[int], object]) -> Took:
    """Measure a piece of work several times, told which time it is; return the least."""
    return min((took(partial(work, n)) for n in range(RUNS)), key=lambda t: t.cpu + t.readers)


def took(work: Callable[[], object]) -> Took:
    """Measure a piece of work."""

    def state() -> Took:
        ours, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return Took(time.perf_counter(), ours.ru_utime + ours.ru_stime, theirs.ru_utime + theirs.ru_stime)

    before = state()
    work()
    return Took(*(after - was for after, was in zip(state(), before, strict=True)))


# --- the file


def sentence(chance: random.Random, *, chinese: bool) -> str:
    """Write a sentence that tells nothing."""
    if chinese:
        return "".join(chance.choices(HAN, k=chance.randrange(12, 40))) + "。"
    nouns, verbs = WORDS.split(), VERBS.split()
    words = [f"the {chance.choice(nouns)} {chance.choice(verbs)} the {chance.choice(nouns)}" for _ in range(3)]
    return ", and ".join(words).capitalize() + "."


def deal(chance: random.Random, *, chinese: bool) -> tuple[str, str]:
    """Write the title and first paragraph of an article that tells a deal."""
    n = chance.randrange(2, 90)
    if chinese:
        name, backer = (chance.choice(HAN_NAMES.split()) + chance.choice(("科技", "智能", "医疗")) for _ in range(2))
        title = f"{name}完成{n}00万美元B轮融资"
        return (
            title,
            f"{name}宣布完成{n}00万美元B轮融资，由{backer}资本领投。公司表示，资金将用于产品研发和市场拓展，团队将继续扩大。",
        )
    name, backer = (chance.choice(NAMES.split()) + chance.choice((" Robotics", " Health", " Labs")) for _ in range(2))
    title = f"{name} raises ${n} million"
    return title, (
        f"{name}, a maker of instruments, said on Monday that it raised ${n} million in a Series B round led by "
        f"{backer} Capital. The money will go into a second factory and into hiring, said its founder."
    )


def page(chance: random.Random, *, telling: bool) -> bytes:
    """Make a page of a template chosen by chance."""
    chinese = chance.random() < 0.5
    title, first = deal(chance, chinese=chinese) if telling else (sentence(chance, chinese=chinese)[:60], "")
    paragraphs = [first] if first else []
    paragraphs += [
        " ".join(sentence(chance, chinese=chinese) for _ in range(chance.randrange(2, 6)))
        for _ in range(chance.randrange(4, 25))
    ]
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    links = "".join(f"<li><a href='/{n}'>{escape(sentence(chance, chinese=chinese)[:50])}</a></li>" for n in range(40))
    pieces = (f"var v{n}={{id:{chance.getrandbits(64)},'f':function(a,b){{return a+b;}}}};" for n in range(20000))
    scripts = "".join(islice(pieces, int(chance.lognormvariate(6.3, 0.9))))
    main = chance.choice(TEMPLATES).format(title=escape(title), meta="2026-03-13", body=body, side=f"<ul>{links}</ul>")
    style = ".a{color:#fff}" * 900
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{escape(title)}</title><style>{style}</style>"
        f"<script>{scripts}</script></head><body><nav><ul>{links}</ul></nav>{main}<aside><ul>{links}</ul></aside>"
        f"<script>{scripts}</script></body></html>"
    ).encode()


def bodies(count: int) -> Iterator[bytes]:
    """Yield pages: one in a hundred tells a deal, and the real ones are spread among them."""
    chance = random.Random(11)
    mixed = [each.document.body for each in real.pages()]
    step = max(1, count // len(mixed))
    for n in range(count):
        if n % step == step // 2 and mixed:
            yield mixed.pop()
        else:
            yield page(chance, telling=n % 100 == 50)


def write(path: Path, count: int) -> int:
    """Write the archive; return how many bytes of pages it holds."""
    total = 0
    with path.open("wb") as file:
        for n, body in enumerate(bodies(count)):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/{n}\r\n"
                f"WARC-Date: 2026-03-13T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 6))
            total += len(body)
    return total


# --- the measurement


def bare(path: Path) -> int:
    """Iterate over the archive, and no more."""
    return sum(1 for _ in ArchiveIterator(str(path), record_types=WarcRecordType.response))


def extracted(path: Path, every: int) -> int:
    """Extract one page in so many with trafilatura, as it is called by most."""
    done = 0
    for n, record in enumerate(ArchiveIterator(str(path), record_types=WarcRecordType.response)):
        if n % every == 0:
            trafilatura.extract(record.reader.read())
            done += 1
    return done


def warm_up(folder: Path) -> None:
    """Import everything and compile every pattern, which takes a second once, whatever is to be read."""
    path = folder / "small.warc.gz"
    write(path, 1000)
    with Dealwire(f"{folder}/small.db") as wire:
        wire.ingest(wire.files([str(path)]))


def measure(count: int, jobs: int) -> None:
    """Write, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        size = write(path, count)
        print(f"{count} pages, {size / count / 1000:.0f} KB each, {path.stat().st_size >> 20} MiB packed")
        bare(path)
        alone = least(lambda _: bare(path))
        warm_up(Path(folder))
        runs = {}
        for readers in (jobs, 1):

            def ingested(n: int, readers: int = readers) -> tuple[Counts, Counter[str]]:
                with Dealwire(f"{folder}/{readers}-{n}.db") as wire:
                    source = wire.files([str(path)])
                    return wire.ingest(source, jobs=readers), source.skipped

            runs[readers] = least(ingested)
        told, skipped = ingested(RUNS)
        every = max(1, count // SAMPLE)
        iterated = took(lambda: bare(path))
        sampled = took(lambda: extracted(path, every))
        theirs = Took(*(alone_ + (s - i) * every for alone_, s, i in zip(iterated, sampled, iterated, strict=True)))
        print(f"read {told.read}, relevant {told.relevant}, deals {told.deals}; passed over {dict(skipped)}")
        rows = {"FastWARC alone": alone, f"ingest, {jobs} readers": runs[jobs], "ingest, 1 process": runs[1]}
        for name, t in {**rows, "trafilatura*": theirs}.items():
            print(
                f"{name:18} wall {t.wall:7.2f} s, CPU {t.cpu:7.2f} s, of readers {t.readers:6.2f} s; "
                f"{count / t.wall:7.0f} pages a second"
            )
        print(f"* of one page in {every}, less the iteration")
        cores = os.cpu_count() or 1
        for name, ours, of_theirs in (
            ("by the clock", runs[jobs].wall, (alone.wall, theirs.wall)),
            (f"by CPU time, {cores} cores to itself", runs[jobs].on(cores), (alone.cpu, theirs.cpu)),
            ("by CPU time, a core for each process", runs[jobs].on(jobs + 1), (alone.cpu, theirs.cpu)),
            ("by CPU time, 1 process", runs[1].cpu, (alone.cpu, theirs.cpu)),
        ):
            bare_, extracting = (seconds / ours for seconds in of_theirs)
            print(f"{name}: {bare_:.2f} of FastWARC, {extracting:.0f} times trafilatura")


# --- the gate


def labelled() -> Iterator[tuple[str, bool, bytes]]:
    """Yield articles as pages: the set, whether it tells a deal (by its label, else by the whole reading), the page."""
    for lang in ("en", "zh"):
        for line in (SHARED / f"gold/dev/{lang}.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if len(item["text"] or "") > 60:  # headlines alone are no pages
                title = item["title"] or item["text"][:150]
                yield f"gold {lang}", bool(item["deals"]), _paged(title, item["text"])
    with gzip.open(SHARED / "data/en_finsmes_ledes.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in islice(map(json.loads, lines), 0, None, 3):
            title = (item["headline_slug"] or "").replace("-", " ")
            yield "first sentences", _told(title, item["text"]), _paged(title, item["text"])
    with gzip.open(SHARED / "data/zh_tech_articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in islice(map(json.loads, lines), 0, None, 5):
            yield "tech articles zh", _told(item["title"], item["text"]), _paged(item["title"], item["text"])


def _told(title: str, text: str) -> bool:
    """Tell whether the whole reading finds a deal."""
    line = json.dumps({"title": title, "text": text}).encode()
    document = Document(sha256(line).hexdigest(), line, JSON_LINE, "labelled", real.FETCHED)
    return any(extract(article).deals for article in read(document).articles)


def _paged(title: str, text: str) -> bytes:
    around = "<ul>" + "<li><a href='/a'>Home</a></li>" * 20 + "</ul>"
    title, text = escape(title), escape(text)
    body = f"{around}<h1>{title}</h1><p>{text}</p>{around}"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def recall() -> None:
    """Print what the gate for pages lets by."""
    seen: dict[tuple[str, bool], list[bool]] = {}
    for name, telling, body in labelled():
        seen.setdefault((name, telling), []).append(page_gate.passes(body))
    for (name, telling), let in sorted(seen.items()):
        share = f"{sum(let)} of {len(let)} ({sum(let) / len(let):.3f})"
        print(f"{name:16} {'with' if telling else 'without'} a deal: {share}")
    raw = [each.document.body for each in real.pages()]
    let = [page_gate.passes(body) for body in raw]
    by_text = sum(gate.passes(body.decode("utf-8", "replace")) for body in raw)
    print(f"real pages: {sum(let)} of {len(let)}; the gate for texts would let {by_text} by")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=9000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--recall", action="store_true", help="measure the gate for pages, and no more")
    wanted = parser.parse_args()
    if wanted.recall:
        recall()
    else:
        measure(wanted.pages, wanted.jobs)


if __name__ == "__main__":
    main()
