"""The commands of `dealwire review`: what an editor decides."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

import msgspec
import typer

from dealwire.cli import console, show
from dealwire.cli.console import Format
from dealwire.cli.opening import opened
from dealwire.model import Judgement, Verdict

review = typer.Typer(
    no_args_is_help=True, help="Decide what reports leave open: conflicts, what is the same, corrections."
)

Db = Annotated[str, typer.Option("--db", metavar="URL", help="The store: a path or a URL.", envvar="DEALWIRE_DB")]
By = Annotated[str, typer.Option("--by", help="Who decides.", envvar="DEALWIRE_EDITOR")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, an object a line.")]
Form = Annotated[Format, typer.Option("--format", help="How to print the list.")]
DB, BY = "dealwire.db", "editor"


@review.command("list", epilog="Example: `dealwire review list`")
def list_(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List what is worth a decision: conflicts by the money at stake, deals under two names, deals read with doubt."""
    with opened(db) as wire:
        rows = [
            {
                "deal": i.deal.deal.id,
                "company": i.deal.deal.company,
                "field": i.field,
                "reason": i.reason,
                "worth": round(i.worth, 3),
            }
            for i in wire.queue()
        ]
    columns = (("deal", {"no_wrap": True}), ("company", {"overflow": "fold"}), "field", "reason", "worth")
    show.listing("worth a decision" if rows else "nothing to decide", columns, rows, Format.JSONL if json else form)


@review.command("log", epilog="Example: `dealwire review log`")
def log(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List every decision, the latest first, and whether it is in force."""
    with opened(db) as wire:
        rows = [{**_record(judgement), "in_force": in_force} for judgement, in_force in wire.judgements()]
    columns = ("id", "about", "a", "b", "verdict", "by", "at", "why", "value", "in_force")
    show.listing("decisions" if rows else "no decision yet", columns, rows, Format.JSONL if json else form)


@review.command(epilog="Example: `dealwire review same 'Tarn AI' '塔恩智能'`")
def same(a: str, b: str, db: Db = DB, by: By = BY, why: Why = "", json: Json = False) -> None:
    """Judge two deals, two articles or two names the same."""
    with opened(db) as wire:
        _said(wire.decide(by, Verdict.SAME, a, b, why), json)


@review.command(epilog="Example: `dealwire review different Figure Figma --why 'a robot maker; a design tool'`")
def different(a: str, b: str, db: Db = DB, by: By = BY, why: Why = "", json: Json = False) -> None:
    """Judge two deals (or reports of one deal), two articles or two names different."""
    with opened(db) as wire:
        _said(wire.decide(by, Verdict.DIFFERENT, a, b, why), json)


@review.command(epilog="Example: `dealwire review correct d-1f0c… round series_b`")
def correct(deal: str, field: str, value: str, db: Db = DB, by: By = BY, why: Why = "", json: Json = False) -> None:
    """Set a field of a deal. The value is JSON in the form of the deal record, or a plain word.

    Null empties the field.
    """
    with opened(db) as wire:
        _said(wire.correct(by, deal, field, _value(value), why), json)


@review.command(epilog="Example: `dealwire review undo j-52aa…`")
def undo(decision: str, db: Db = DB, by: By = BY, why: Why = "", json: Json = False) -> None:
    """Take a decision back; the views are as if it had never been made."""
    with opened(db) as wire:
        _said(wire.undo(by, decision, why), json)


def _value(text: str) -> Any:  # noqa: ANN401 - plain JSON
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(text)
    return text


def _record(judgement: Judgement) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.to_builtins(judgement)
    return record


def _said(judgement: Judgement, json: bool) -> None:
    if json:
        console.json_lines([_record(judgement)])
    else:
        console.err().print(
            f"kept as {judgement.id}: `dealwire review undo {judgement.id}` takes it back", markup=False
        )
