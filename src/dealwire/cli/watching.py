"""`dealwire watch`, and the commands of `dealwire source` that say what it watches."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from dealwire.cli import console, show
from dealwire.cli.console import EXIT_REJECTED, Format
from dealwire.cli.opening import opened
from dealwire.cli.source import source
from dealwire.config import setting
from dealwire.core.intake import declared
from dealwire.errors import OutageError, UsageError
from dealwire.model import Counts
from dealwire.model.sources import Follow, NewsSource, SourceKind
from dealwire.model.websub import Subscription

if TYPE_CHECKING:
    from dealwire.service.intake import Kept
    from dealwire.service.watch import Pulse
    from dealwire.service.watching import Manners
    from dealwire.service.websub import Callbacks

Db = Annotated[str, typer.Option("--db", metavar="URL", help="The store: a path or a URL.", envvar="DEALWIRE_DB")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, an object a line.")]
Form = Annotated[Format, typer.Option("--format", help="How to print the list.")]
DB = "dealwire.db"


@source.command("add", epilog="Example: `dealwire source add https://fjordpost.example/feed.xml`")
def add(
    url: Annotated[str, typer.Argument(metavar="URL|PATH", help="A feed, a sitemap, a page of links, a folder.")] = "",
    name: Annotated[str, typer.Option(help="What to call it; made of its address by default.")] = "",
    kind: Annotated[SourceKind | None, typer.Option(help="What lies there; told from the address by default.")] = None,
    selector: Annotated[str | None, typer.Option(help="CSS selector of the links of a page without a feed.")] = None,
    follow: Annotated[Follow, typer.Option(help="Which entries to fetch the page of.")] = Follow.DEALS,
    every: Annotated[
        int | None, typer.Option(min=1, max=declared.WEEK, metavar="MINUTES", help="Visit so often, whatever comes.")
    ] = None,
    starter: Annotated[bool, typer.Option("--starter", help="Public feeds on funding and AI, for a start.")] = False,
    db: Db = DB,
    json: Json = False,
) -> None:
    """Watch a source from now on."""
    if bool(url) is starter:
        raise UsageError("name an address or a folder, or --starter")
    if starter:
        from dealwire.service.sources import starter as listed

        sources = listed()
    else:
        how = kind or declared.kind_of(url, selector)
        if how is SourceKind.FILES:
            if not Path(url).exists():
                raise UsageError(f"{url}: no such file or folder, and no address with http or https")
            url = str(Path(url).resolve())
        sources = [NewsSource(name or declared.name_of(url), url, how, selector, follow, every)]
    _add(db, sources, json=json)


@source.command("import", epilog="Example: `dealwire source import opml subscriptions.opml`")
def import_(
    words: Annotated[
        list[str], typer.Argument(metavar="[opml|toml] FILE", help="A list of feeds in OPML, or sources in TOML.")
    ],
    db: Db = DB,
    json: Json = False,
) -> None:
    """Watch all sources of a file from now on; those that are watched already stay as they are."""
    file = _file(words, "opml", "toml")
    with opened(db, make=True) as wire:
        sources = wire.import_sources(_read(Path(file)), file)
    _add(db, sources, json=json)


@source.command("export", epilog="Example: `dealwire source export opml subscriptions.opml`")
def export(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[opml] [FILE]", help="Where to; standard output by default.")
    ] = None,
    db: Db = DB,
) -> None:
    """Write the feeds that are watched as a list that any feed reader takes (OPML)."""
    file = "-" if words in (None, [], ["opml"]) else _file(words, "opml")
    with opened(db) as wire:
        sources = wire.sources()
    listed = declared.to_opml(sources)
    if file == "-":
        console.encoded_lines([listed.rstrip(b"\n")])
    else:
        Path(file).write_bytes(listed)
    if others := sum(one.kind is not SourceKind.FEED for one in sources):
        console.err().print(f"{others} that are no feeds are left out: such a list has no place for them")


def _file(words: list[str], *formats: str) -> str:
    """Return the file that a call names, with or without its format before it."""
    match words:
        case [file] if file not in formats:
            return file
        case [form, file] if form in formats:
            return file
    raise UsageError(f"name a file, or a format ({', '.join(formats)}) and a file: {' '.join(words)}")


@source.command("list", epilog="Example: `dealwire source list`")
def list_(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List the sources that are watched, and how each fares."""
    with opened(db) as wire:
        rows = wire.source_health()
    wide: dict[str, Any] = {"overflow": "fold", "ratio": 1}
    columns = (
        ("name", wide),
        "state",
        ("last success", {"from_width": 100}),
        ("next visit", {"from_width": 100}),
        ("items a day", {"justify": "right"}),
        ("with deals", {"justify": "right"}),
        ("trouble", wide),
    )
    title = "sources" if rows else "no source is watched"
    show.listing(title, columns, rows, Format.JSONL if json else form, _cells, FIELDS)


FIELDS = (
    "name",
    "kind",
    "url",
    "state",
    "succeeded",
    "failures",
    "due",
    "items",
    "items_a_day",
    "deal_share",
    "trouble",
    "hub",
    "push",
    "push_until",
    "push_trouble",
)
"""What `source list --format csv` prints."""


def _cells(row: Mapping[str, Any]) -> list[object]:
    share = row["deal_share"]
    times = [str(row[name] or "")[:16].replace("T", " ") for name in ("succeeded", "due")]
    failed = f" ({row['failures']})" if row["state"] == "failing" else ""
    told = "" if share is None else f"{share:.0%}"
    state = f"{row['state']}{failed}" + (f", {_PUSH[row['push']]}" if row["push"] else "")
    return [row["name"], state, *times, row["items_a_day"], told, row["trouble"] or row["push_trouble"] or ""]


_PUSH = {
    "asked": "hub asked",
    "denied": "hub denies",
    "lapsed": "hub lapsed",
    "subscribed": "hub silent",
    "pushes": "pushed",
}
"""How a subscription at a hub stands, in a word or two beside a source's state."""


@source.command("check", epilog="Example: `dealwire source check https://fjordpost.example/`")
def check(url: str, json: Json = False, _db: Db = DB) -> None:
    """Fetch an address once and show what would come in: a feed's entries, or the feeds that a site offers."""
    from datetime import UTC, datetime

    import anyio
    import msgspec

    from dealwire.service.watching import look_at

    found = anyio.run(look_at, url, manners(), datetime.now(UTC))
    if json:
        console.json_lines([msgspec.to_builtins(found)])
    else:
        show.checked(found)
    if found.trouble:
        raise typer.Exit(EXIT_REJECTED)


@source.command("archive", epilog="Example: `dealwire source archive fjordpost.example --pages 20`")
def archive(
    name: Annotated[str, typer.Argument(metavar="NAME|URL")],
    pages: Annotated[int, typer.Option(min=1, max=10_000, help="Older pages to read, at most.")] = 10,
    template: Annotated[
        str | None, typer.Option(metavar="URL", help="Address of the pages with {page}, where the feed links none.")
    ] = None,
    db: Db = DB,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """Take in older pages of a source, until one has nothing new."""
    import anyio

    def tell(url: str, counts: Counts) -> None:
        console.err().print(f"{url}: {counts.read:,} read, {counts.new:,} new", markup=False)

    with opened(db) as wire:
        counts = anyio.run(wire.read_archive, manners(), name, pages, template, tell)
    show.counts(counts, Format.JSONL if json else form)


@source.command("remove", epilog="Example: `dealwire source remove fjordpost.example`")
def remove(name: Annotated[str, typer.Argument(metavar="NAME|URL")], db: Db = DB, json: Json = False) -> None:
    """Watch a source no more; what it brought stays."""
    with opened(db) as wire:
        gone = wire.remove_source(name)
    if json:
        console.json_lines([{"removed": gone}])
    else:
        console.err().print(f"{gone} is watched no more", markup=False)


def watch(
    db: Db = DB,
    sources: Annotated[Path | None, typer.Option(metavar="FILE", help="Watch the sources of this file too.")] = None,
    once: Annotated[bool, typer.Option("--once", help="Stop when nothing is due.")] = False,
    metrics: Annotated[str, typer.Option(metavar="HOST:PORT", help="Serve figures for Prometheus there.")] = "",
    websub_callback: Annotated[
        str, typer.Option(metavar="URL", help="Subscribe at hubs that feeds name; they reach us at this address.")
    ] = "",
    websub_listen: Annotated[str, typer.Option(metavar="HOST:PORT", help="Listen there for hubs.")] = "127.0.0.1:9479",
    json: Json = False,
) -> None:
    """Visit the sources when they are due and take in what they bring, until stopped (Ctrl-C, SIGTERM).

    What happens is told on standard error, a JSON object a line where that is no terminal. At the end the counts are
    printed.
    """
    import anyio

    from dealwire.service.watch import Pulse

    with opened(db, make=True) as wire:
        if sources is not None:
            wire.add_sources(wire.import_sources(_read(sources), str(sources)))
        rows = wire.source_health()
        if not rows:
            raise UsageError("no source is watched: `dealwire source add` adds one, or a beginning with --starter")

        pulse = Pulse()
        if metrics:
            from dealwire.cli.metrics import serve

            serve(metrics, pulse)
        if websub_callback and once:
            raise UsageError("--websub-callback waits for hubs, --once for nothing: choose one")
        callbacks = _callbacks(websub_callback, websub_listen) if websub_callback else None

        async def go() -> None:
            stop = anyio.Event()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(_stop_at_signal, stop)
                with _telling(pulse, _awaiting(rows)) as (tell, trouble, subscribed):
                    hubs = callbacks(subscribed) if callbacks else None
                    await wire.watch(manners(), stop, pulse, once=once, tell=tell, trouble=trouble, callbacks=hubs)
                tasks.cancel_scope.cancel()

        anyio.run(go)
    told = ("visits", "pushes", "failures", "pages", "articles", "deals", "rejected", "lost")
    row = {name: getattr(pulse, name) for name in told}
    show.listing("watched", told, [row], Format.JSONL if json else Format.TABLE)


def _callbacks(address: str, listen: str) -> Callable[[Callable[[Subscription], None]], Callbacks]:
    """Listen for hubs; return what makes the callbacks, given who is told of subscriptions."""
    from functools import partial

    from dealwire.service.websub import Callbacks, checked_address
    from dealwire.web.websub import listening, serve

    return partial(Callbacks, checked_address(address), partial(serve, listening(listen)))


def pictures(
    db: Db = DB,
    limit: Annotated[int, typer.Option(min=1, help="Pictures to fetch, at most.")] = 1000,
    json: Json = False,
) -> None:
    """Fetch the pictures that content-hub records name, and keep them by digest: checked, sized, with a small copy."""
    import anyio

    with opened(db) as wire, console.progress("pictures") as (bar, task):
        done = anyio.run(wire.cache_pictures, manners(), limit, lambda n: bar.advance(task, n))
    row = {"named": done.named, "known": done.known, "cached": done.cached, "rejected": len(done.rejected)}
    show.listing("pictures", tuple(row), [row], Format.JSONL if json else Format.TABLE)
    console.rejections(done.rejected)
    if done.rejected:
        raise typer.Exit(EXIT_REJECTED)


def manners() -> Manners:
    """Return how the web is asked, from the environment."""
    from dealwire.service.watching import Manners

    try:
        pause = float(setting("DEALWIRE_PAUSE"))
    except ValueError as error:
        raise UsageError("DEALWIRE_PAUSE is a number of seconds") from error
    return Manners(setting("DEALWIRE_CONTACT"), loopback=setting("DEALWIRE_LOOPBACK") == "1", pause=pause)


async def _stop_at_signal(stop: Any) -> None:  # noqa: ANN401 - anyio's event, imported only by `watch`
    import anyio

    with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
        async for _ in signals:
            stop.set()
            abandon = threading.Timer(PATIENCE, _abandon)
            abandon.daemon = True
            abandon.start()


PATIENCE = 4.5
"""Seconds in which what has come is kept, once told to stop; whoever told waits no longer than five."""


def _abandon() -> None:
    """End in the middle of a batch: the store takes it back, and what is in it is fetched another time."""
    sys.stderr.write('{"event": "stopped in the middle of a batch, which is fetched another time"}\n')
    sys.stderr.flush()
    os._exit(0)


def _add(db: str, sources: list[NewsSource], *, json: bool) -> None:
    with opened(db, make=True) as wire:
        added, kept = wire.add_sources(sources)
    if json:
        console.json_lines([{"name": one.name, "url": one.url, "added": one in added} for one in (*added, *kept)])
        return
    for one in added:
        console.err().print(f"watching {escape(one.name)}  [dim]{escape(one.url)}[/]")
    if kept:
        console.err().print(f"{len(kept)} watched already")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def _telling(
    pulse: Pulse, awaiting: str
) -> Iterator[tuple[Callable[[Kept], None], Callable[[OutageError], None], Callable[[Subscription], None]]]:
    """Tell what happens: on a status line where standard error is a terminal, as JSON lines where it is none."""
    import structlog

    log = structlog.wrap_logger(
        structlog.WriteLogger(sys.stderr),
        processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer(ensure_ascii=False)],
    )
    screen = console.err()
    with screen.status(escape(awaiting), spinner="dots") as status:

        def tell(kept: Kept) -> None:
            if screen.is_terminal:
                status.update(escape(_line(pulse)))
            for health in kept.sources:
                if not screen.is_terminal or health.failures:
                    log.msg(
                        "visited",
                        source=health.source,
                        failures=health.failures,
                        trouble=health.trouble,
                        retired=health.retired,
                        due=health.due.isoformat(timespec="seconds"),
                        items=health.items,
                    )
            for lost in (*kept.lost, *kept.counts.rejected):
                log.msg("rejected", stage=lost.stage, id=lost.id, reason=lost.reason)

        def trouble(error: OutageError) -> None:
            log.msg("outage", reason=str(error))

        def subscribed(one: Subscription) -> None:
            log.msg(
                "subscription",
                source=one.source,
                hub=one.hub,
                stand=one.stand,
                until=one.until.isoformat(timespec="seconds") if one.until else None,
                trouble=one.trouble,
            )

        yield tell, trouble, subscribed


def _awaiting(rows: Sequence[Mapping[str, Any]]) -> str:
    """Say what is watched, before anything is visited."""
    due = min((str(row["due"]) for row in rows if row["due"]), default="")
    following = f", the next is due {due[:16].replace('T', ' ')} (UTC)" if due else ", all of them retired"
    return f"watching {len(rows):,} sources{following}"


def _line(pulse: Pulse) -> str:
    told = f"{pulse.visits:,} visits, {pulse.pages:,} pages, {pulse.articles:,} articles, {pulse.deals:,} deals"
    return f"{told}; {pulse.under_way} under way, {pulse.waiting:,} pages waiting"
