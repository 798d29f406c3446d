"""The commands of `dealwire source` on who told the deals, and how often that held; those of intake join the group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from urllib.parse import urlsplit

import typer

from dealwire.cli import console, show
from dealwire.cli.console import Format
from dealwire.cli.explain import told_value
from dealwire.cli.opening import opened
from dealwire.cli.review import BY, DB, By, Db, Form, Json, Why, said
from dealwire.errors import UsageError

if TYPE_CHECKING:
    from dealwire.service.source_records import SourceView

T = TypeVar("T")

source = typer.Typer(no_args_is_help=True, help="Sources of news: what is watched, and how often it was right.")

SHOWN = 10
"""So many contradicted values stand on a source's page; --json gives all."""


@source.command("records", epilog="Example: `dealwire source records`")
def records(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List the sources with what became of what they told, those that told most first."""
    with opened(db) as wire:
        rows = [asdict(record) for record in wire.source_records()]
    columns = (
        ("source", {"overflow": "fold", "ratio": 1}),
        ("reports", {"justify": "right"}),
        ("first", {"justify": "right"}),
        ("values", {"justify": "right"}),
        ("confirmed", {"justify": "right"}),
        ("contradicted", {"justify": "right"}),
        ("weight", {"justify": "right"}),
    )
    fields = ("name", "reports", "first", "values", "confirmed", "contradicted", "weight")
    show.listing("sources", columns, rows, Format.JSONL if json else form, fields=fields)


@source.command("show", epilog="Example: `dealwire source show harbour-ledger.example`")
def show_(
    name: Annotated[str, typer.Argument(help="A publisher's domain or name; or what is watched, by name or address.")],
    db: Db = DB,
    json: Json = False,
) -> None:
    """Show a source: how it fares if it is watched, its record, and the values of it that deals contradict."""
    with opened(db) as wire:
        watched = _if_any(wire.watched_source, name)
        view = _if_any(wire.source, name)
        if view is None and watched:  # reports go by the domain of who published them
            view = _if_any(wire.source, (urlsplit(str(watched["url"])).hostname or "").removeprefix("www."))
        if view is None and watched is None:
            raise UsageError(f"no report comes from {name!r}, nor is it watched: see `source records`, `source list`")
    if json:
        record = asdict(view.record) if view else {}
        rows = [
            {"deal": c.deal, "company": c.company, "field": c.field, "value": c.value, "shown": c.shown,
             "quote": c.claim.quote, "article": c.claim.article_ref, "url": c.claim.url}
            for c in (view.contradicted if view else ())
        ]  # fmt: skip
        adopted = view.adopted if view else None
        console.json_lines([{**record, "adopted": adopted, "contradictions": rows, "watched": watched}])
        return
    if watched:
        _fares(watched)
    if view:
        _page(view)
    else:
        console.out().print("no report of a deal goes by its domain: `dealwire source records` lists those that do")


def _if_any(find: Callable[[str], T], name: str) -> T | None:
    try:
        return find(name)
    except UsageError:
        return None


def _fares(row: Mapping[str, Any]) -> None:
    """Print how a source that is watched fares."""
    to = console.out()
    failed = f", {row['failures']:,} failures in a row" if row["failures"] else ""
    to.print(f"{row['name']}: {row['kind']}, {row['state']}{failed}", style="bold", markup=False)
    to.print(str(row["url"]), markup=False)
    if row["trouble"]:
        to.print(f"trouble: {row['trouble']}", markup=False)
    last, due = (_minute(row[moment]) for moment in ("succeeded", "due"))
    to.print(f"last success {last or 'never'}; next visit {due or 'never'} (UTC)", markup=False)
    share = "" if row["deal_share"] is None else f", {row['deal_share']:.0%} of them with deals"
    to.print(f"{row['items']:,} items, {row['items_a_day']:g} a day{share}", markup=False)
    if row["push"]:
        why = f" ({row['push_trouble']})" if row["push_trouble"] else ""
        stands = PUSH[row["push"]].format(until=_minute(row["push_until"]))
        to.print(f"hub {row['hub']}: {stands}{why}", markup=False)
    to.print()


PUSH = {
    "asked": "asked for a subscription, not verified yet; the feed is polled",
    "denied": "denies a subscription; the feed is polled",
    "lapsed": "the subscription lapsed; the feed is polled",
    "subscribed": "subscribed until {until}, nothing pushed yet; the feed is polled",
    "pushes": "pushes what is new, until {until} or renewed",
}


def _minute(moment: str | None) -> str:
    return (moment or "")[:16].replace("T", " ")


def _page(view: SourceView) -> None:
    own, to = view.record, console.out()
    to.print(own.name, style="bold", markup=False)
    to.print(f"{own.reports:,} reports of deals, {own.first:,} of them before any other origin", markup=False)
    to.print(
        f"{own.values:,} values told: {own.confirmed:,} confirmed by others, {own.contradicted:,} contradicted",
        markup=False,
    )
    used = f"deals use {view.adopted:g}" if view.adopted != own.weight else "deals use it"
    to.print(f"weight {own.weight:g} by this record; {used}", markup=False)
    if view.contradicted:
        to.print()
        rows = [
            [c.company, c.field.replace("_", " "), told_value(c.field, c.value), told_value(c.field, c.shown), c.deal]
            for c in view.contradicted[:SHOWN]
        ]
        fold = {"overflow": "fold"}
        console.table("contradicted", (("company", fold), "field", ("told", fold), ("shown", fold), "deal"), rows)
        if len(view.contradicted) > SHOWN:
            to.print(f"… and {len(view.contradicted) - SHOWN} more: --json lists them", markup=False)


@source.command("weigh", epilog="Example: `dealwire source weigh --why 'the weights of November'`")
def weigh(db: Db = DB, by: By = BY, why: Why = "", json: Json = False) -> None:
    """Let every source weigh what its record gives now, in each field where reports disagree and in confidence.

    This is a decision: `review log` lists it, `review undo` takes it back, and until the next one nothing moves.
    """
    with opened(db) as wire:
        judgement = wire.weigh_sources(by, why)
    if judgement is None:
        console.err().print("these weights are in use already", markup=False)
    else:
        said(judgement, json)
