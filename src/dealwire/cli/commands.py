"""The commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from dealwire import __version__
from dealwire.cli import console, show
from dealwire.cli import explain as explanation
from dealwire.cli.account import account
from dealwire.cli.console import EXIT_REJECTED, Format
from dealwire.cli.key import key
from dealwire.cli.opening import opened
from dealwire.cli.review import review
from dealwire.cli.source import source
from dealwire.cli.watching import manners, pictures, watch
from dealwire.config import setting
from dealwire.core.countries import code_of
from dealwire.core.dates import first_day, last_day
from dealwire.core.trends import Counted, Period
from dealwire.errors import UsageError
from dealwire.model import Counts, Kind, Rejected, Round, Status
from dealwire.ports import DealFilter
from dealwire.service.extract import extract_file, read_lines

if TYPE_CHECKING:
    from dealwire.service.reread import Reread

app = typer.Typer(
    name="dealwire",
    help="Turns news into deals: who funds whom, how much, at what valuation, each value with its sentence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="markdown",
)
org = typer.Typer(no_args_is_help=True, help="Organisations: what is told of one, and whether two names are one's.")
article = typer.Typer(no_args_is_help=True, help="Articles: what one is about, and how good it is.")
app.add_typer(account, name="account")
app.add_typer(article, name="article")
app.add_typer(key, name="key")
app.add_typer(org, name="org")
app.add_typer(review, name="review")
app.add_typer(source, name="source")
app.command(epilog="Example: `dealwire watch --once`")(watch)
app.command(epilog="Example: `dealwire pictures`")(pictures)

Db = Annotated[str, typer.Option("--db", metavar="URL", help="The store: a path or a URL.", envvar="DEALWIRE_DB")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, an object a line: short for --format jsonl.")]
Form = Annotated[Format, typer.Option("--format", help="How to print the list.")]
DB = "dealwire.db"
LOCAL = "127.0.0.1"

LARGE = 400_000
"""Bytes of a file from which on `extract` uses all cores."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dealwire {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")] = False,
) -> None:
    """Options of every command."""


@app.command(
    epilog="Example: `dealwire ingest news/ feed.xml articles.jsonl.gz crawl.warc.gz https://fjordpost.example/acme`"
)
def ingest(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, addresses; - is standard input.")
    ],
    db: Db = DB,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes that read; one a core for web archives.")] = None,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """Read news, keep it, and bring deals, organisations and stories up to date.

    Content-hub records, saved pages, feeds, OPML, JSON Lines, bare text and web archives (WARC, WET); each may be
    gzipped. An address (https://…) is fetched once. What can't be used is listed with its reason and costs nothing
    else; the exit code is then 1. Of an archive only pages that may tell a deal are kept, and a run goes on where the
    last one ended.
    """
    with opened(db, make=True) as wire:
        source = wire.files(paths, manners)
        with console.progress("ingest") as (bar, task):

            def tell(counts: Counts) -> None:
                note = f"{counts.read:,} articles, {counts.deals:,} deals"
                bar.update(task, total=source.total_bytes, completed=source.done_bytes, note=note)

            counts = wire.ingest(source, tell, jobs or (os.cpu_count() or 1 if source.has_archives else 1))
    show.counts(counts, Format.JSONL if json else form)
    console.passed_over(source.skipped)
    console.rejections(counts.rejected)
    if counts.rejected:
        raise typer.Exit(EXIT_REJECTED)


@app.command(epilog='Example: `echo \'{"id": 1, "text": "Acme raised $5 million."}\' | dealwire extract -`')
def extract(
    file: Annotated[
        str, typer.Argument(metavar="FILE.jsonl", help="Articles, one a line; may be gzipped; - is stdin.")
    ],
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes; all cores for a large file by default.")] = None,
    _json: Json = True,
    _db: Db = DB,
) -> None:
    """Read the deals out of articles, a line in, a line out; no store is touched."""
    rejected: list[Rejected] = []
    console.encoded_lines(_sorted_out(extract_file(file, jobs or _jobs(file)), rejected))
    console.rejections(rejected)
    if rejected:
        raise typer.Exit(EXIT_REJECTED)


def _sorted_out(told: Iterable[bytes | Rejected], rejected: list[Rejected]) -> Iterator[bytes]:
    """Yield the answers; put what could not be read apart."""
    for answer in told:
        if isinstance(answer, Rejected):
            rejected.append(answer)
        else:
            yield answer


def _jobs(file: str) -> int:
    """Return how many processes pay: starting them takes as long as reading a thousand articles."""
    large = file != "-" and Path(file).is_file() and Path(file).stat().st_size > LARGE
    return os.cpu_count() or 1 if large else 1


def _end_of(day: date | None) -> datetime | None:
    return None if day is None else datetime(day.year, day.month, day.day, 23, 59, 59, 999999, tzinfo=UTC)


@app.command(epilog="Example: `dealwire deals --investor Sequoia --since 2024 --min-amount 100000000`")
def deals(
    db: Db = DB,
    company: Annotated[str | None, typer.Option(help="A part of the company's name.")] = None,
    investor: Annotated[str | None, typer.Option(help="A part of an investor's or buyer's name.")] = None,
    round_: Annotated[Round | None, typer.Option("--round")] = None,
    status: Annotated[Status | None, typer.Option()] = None,
    kind: Annotated[Kind | None, typer.Option()] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Announced on this date or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Announced on this date or earlier.")] = None,
    min_amount: Annotated[float | None, typer.Option(help="In US dollars at the rate of the day.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="The company's (ISO 3166-1): US, CN, DE.")] = None,
    news: Annotated[bool, typer.Option("--news", help="Leave out deals that texts only recall.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="List so many; all by default.")] = None,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """List the deals, the latest first."""
    wanted = DealFilter(
        company,
        investor,
        round_,
        status,
        kind,
        first_day(since),
        last_day(until),
        min_amount,
        background=not news,
        country=country and code_of(country),
    )
    with opened(db) as wire:
        if form is Format.CSV and not json:
            columns, rows = wire.deal_table(wanted)
            console.csv_rows(columns, islice(rows, limit))
        else:
            show.deals(islice(wire.deal_records(wanted), limit), Format.JSONL if json else form)


@app.command(epilog="Example: `dealwire explain Anthropic`")
def explain(
    deal: Annotated[str, typer.Argument(help="A deal's id, or a company's name where it has one deal.")],
    db: Db = DB,
    every: Annotated[bool, typer.Option("--all", help="Show every claim, not only a few of those that agree.")] = False,
    json: Json = False,
) -> None:
    """Show a deal field by field: what won and by which rule, and the sentences for and against it."""
    with opened(db) as wire:
        row = wire.deal(deal)
        if json:
            console.json_lines([wire.explained(row)])
        else:
            explanation.deal(row, wire.articles(row.deal.articles), every=every)


@app.command(epilog="Example: `dealwire changes --since 2024-02`")
def changes(
    db: Db = DB,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Known on this date or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Known on this date or earlier.")] = None,
    after: Annotated[
        str | None, typer.Option(metavar="CURSOR", help="Learnt by dealwire after that change; start for all.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="List so many; all by default.")] = None,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """List which fields of which deals changed, from what to what, when, and because of which article.

    With --since by when the world could know it. With --after in the order in which dealwire learnt it, for programs
    that follow: each change has the cursor from which the next call goes on.
    """
    first, last = first_day(since), last_day(until)
    if after is not None and (first or last):
        raise UsageError("give --since and --until, or --after: the two go by different clocks")
    with opened(db) as wire:
        if after is not None:
            told = wire.changes_after(after, limit)
        else:
            begin = datetime.combine(first or date.min, time.min, UTC)
            end = datetime.combine(last + timedelta(days=1), time.min, UTC) if last else None
            told = islice(wire.changes(begin, end), limit)
        explanation.changes(told, Format.JSONL if json else form)


@app.command(epilog="Example: `dealwire stories --limit 10 --at 2024-03-01`")
def stories(
    db: Db = DB,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    at: Annotated[str | None, typer.Option(metavar="DATE", help="The front page at the end of that day (UTC).")] = None,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """List the stories, the hottest first: articles that cover one event; as they are, or as they were on a date."""
    with opened(db) as wire:
        show.stories(wire.story_records(limit, _end_of(last_day(at))), Format.JSONL if json else form)


@app.command(epilog="Example: `dealwire trends topics --by week --topic policy`")
def trends(
    counted: Annotated[Counted, typer.Argument(help="What to count.")] = Counted.TOPICS,
    db: Db = DB,
    by: Annotated[Period, typer.Option(help="How long a period is.")] = Period.MONTH,
    topic: Annotated[list[str] | None, typer.Option(help="Count articles with this topic; may be given again.")] = None,
    organisation: Annotated[str | None, typer.Option(help="Count articles that mention it, and its deals.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this date on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this date.")] = None,
    most: Annotated[int, typer.Option(min=1, help="Rows of each period, the most frequent first.")] = 10,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """Count topics, organisations or money by day, week or month: how often, of how much that is, how many dollars."""
    days = (first_day(since), last_day(until))
    with opened(db) as wire:
        rows = wire.trends(counted, by, topic or (), organisation, days, most)
        show.trends(rows, counted, Format.JSONL if json else form)


@app.command(epilog="Example: `dealwire search 机器人`")
def search(
    words: Annotated[list[str], typer.Argument()],
    db: Db = DB,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """Find deals, organisations and articles by words; Chinese by any part."""
    with opened(db) as wire:
        show.hits(wire.search(" ".join(words), limit), Format.JSONL if json else form)


@article.command("show", epilog="Example: `dealwire article show https://example.com/news/1`")
def article_show(ref: Annotated[str, typer.Argument(metavar="ID|URL")], db: Db = DB, json: Json = False) -> None:
    """Show an article: what it is about, its story and deals, its quality with the components that make it up."""
    with opened(db) as wire:
        record = wire.article_record(ref)
        if json:
            console.json_lines([record])
        else:
            show.article(record)


@org.command("show", epilog="Example: `dealwire org show Anthropic`")
def org_show(name: str, db: Db = DB, json: Json = False) -> None:
    """Show an organisation: its names, what is told of it with quotes, its deals as company and as investor."""
    with opened(db) as wire:
        view = wire.organisation(name)
        if json:
            console.json_lines([view.record()])
        else:
            show.organisation(view)


@org.command("match", epilog='Example: `echo \'{"a": "Tarn AI Inc.", "b": "TARN AI"}\' | dealwire org match -`')
def org_match(
    file: Annotated[str, typer.Argument(metavar="FILE.jsonl", help='Lines of {"a", "b"}; - is standard input.')],
    _json: Json = True,
    _db: Db = DB,
) -> None:
    """Say of each pair of names whether they are one organisation's, how sure that is, and why."""
    from dealwire.service.query import match_names

    try:
        console.json_lines(match_names(_pairs(file), setting("DEALWIRE_ALIASES")))
    except msgspec.DecodeError as e:
        raise UsageError(f"{file}: not JSON Lines of objects: {e}") from e


def _pairs(file: str) -> Iterator[dict[str, Any]]:
    for line in read_lines(file):
        if isinstance(line, Rejected):
            raise UsageError(f"{line.id}: {line.reason}")
        if line.strip():
            yield msgspec.json.decode(line, type=dict[str, Any])


@app.command(epilog="Example: `dealwire export parquet out/`")
def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="hub, csv, jsonl or parquet")],
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Made if it isn't there.", file_okay=False)],
    db: Db = DB,
    drafts: Annotated[bool, typer.Option("--drafts", help="Tables with drafts too.")] = False,
    json: Json = False,
) -> None:
    """Write everything to files: deals as tables, without drafts; or content-hub records, which say whether they are.

    A record that an editor held back is written as not published.
    """
    with opened(db) as wire, console.progress("export") as (bar, task):
        paths = wire.export(format_, directory, lambda n: bar.advance(task, n), drafts=drafts)
    if json:
        console.json_lines([{"files": [str(p) for p in paths]}])
    else:
        show.files(paths, directory)


@app.command(epilog="Example: `dealwire rebuild --as-of 2024-03-01`")
def rebuild(
    db: Db = DB,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="As known at the end of that day (UTC).")] = None,
    json: Json = False,
) -> None:
    """Derive every deal, organisation and story anew from the facts, as they are or as they were on a date."""
    day = last_day(as_of)
    until = _end_of(day)
    with opened(db) as wire, console.progress("rebuild") as (bar, task):
        done = wire.rebuild(until, lambda n: bar.update(task, completed=n, note=f"{n:,} articles"))
    if json:
        console.json_lines([{"articles": done, "as_of": as_of}])
    else:
        console.err().print(f"rebuilt from {done:,} articles" + (f", as of {day}" if day else ""))


@app.command(epilog="Example: `dealwire reread --since 2026-01-01`")
def reread(
    db: Db = DB,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Documents fetched on this date or later.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Also those that today's reader has read.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read.")] = os.cpu_count() or 1,
    json: Json = False,
) -> None:
    """Read kept pages, feeds and files again, those that an older reader read; no network is asked.

    What they say otherwise now takes the place of what they said, and deals, organisations and stories follow. What
    people decided stays. What can't be used is listed; the exit code is then 1. A run that was ended goes on where it
    stopped.
    """
    day = first_day(since)
    begin = datetime.combine(day, time.min, UTC) if day else None
    with opened(db) as wire, console.progress("reread") as (bar, task):

        def tell(told: Reread, total: int) -> None:
            bar.update(task, total=total, completed=told.read, note=f"{told.changed:,} changed")

        told = wire.reread(begin, tell, jobs, every=every)
    row = {"read": told.read, "changed": told.changed, "same": told.same, "failed": told.failed}
    show.listing("reread", tuple(row), [row], Format.JSONL if json else Format.TABLE)
    console.rejections(told.rejected)
    if told.rejected:
        raise typer.Exit(EXIT_REJECTED)


@app.command(epilog="Example: `dealwire doctor`")
def doctor(
    db: Db = DB,
    rejected: Annotated[bool, typer.Option("--rejected", help="List every input that could not be used.")] = False,
    json: Json = False,
) -> None:
    """Say what is well and what is not; exit with 3 if something is not."""
    with opened(db) as wire:
        if rejected:
            show.rejected(wire.rejections(), Format.JSONL if json else Format.TABLE)
            return
        checks = wire.checks()
    show.checks(checks, Format.JSONL if json else Format.TABLE)
    if not all(well for _, well, _ in checks):
        sys.exit(console.EXIT_OUTAGE)


@app.command(epilog="Example: `dealwire serve --port 8765`")
def serve(
    db: Db = DB,
    host: Annotated[
        str, typer.Option(help="The address to listen on; 0.0.0.0 is every one of this machine's.")
    ] = LOCAL,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
    site: Annotated[
        str,
        typer.Option(
            metavar="URL", help="Where people reach it, if a server with TLS stands in front.", envvar="DEALWIRE_SITE"
        ),
    ] = "",
    private: Annotated[bool, typer.Option("--private", help="Let only those in who sign in: see account.")] = False,
    json: Json = False,
) -> None:
    """Open what the store knows in a browser: pages, API, feeds; until interrupted."""
    with opened(db) as wire:
        from dealwire.web.limits import rates
        from dealwire.web.serve import serve

        def ready(address: str) -> None:
            if json:
                console.json_lines([{"address": address}])
            else:
                console.err().print(f"dealwire answers at {address}   (Ctrl-C ends it)", markup=False, soft_wrap=True)

        per_minute = rates(setting("DEALWIRE_RATE"), setting("DEALWIRE_RATE_KEYED"))
        serve(wire, host, port, ready, per_minute, site, private=private)
