"""The commands of `dealwire review`: what an editor decides."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from dealwire.cli import console, show
from dealwire.cli.console import EXIT_REJECTED, Format
from dealwire.cli.explain import told_value
from dealwire.cli.opening import opened
from dealwire.errors import UsageError
from dealwire.model import Judgement, Rejected, Verdict

if TYPE_CHECKING:
    from dealwire.service.preview import Preview

review = typer.Typer(
    no_args_is_help=True, help="Decide what reports leave open: conflicts, what is the same, corrections."
)

Db = Annotated[str, typer.Option("--db", metavar="URL", help="The store: a path or a URL.", envvar="DEALWIRE_DB")]
By = Annotated[str, typer.Option("--by", help="Who decides.", envvar="DEALWIRE_EDITOR")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, an object a line.")]
Form = Annotated[Format, typer.Option("--format", help="How to print the list.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and decide nothing.")]
DB, BY = "dealwire.db", "editor"


@review.command("list", epilog="Example: `dealwire review list --limit 20`")
def list_(
    db: Db = DB,
    limit: Annotated[int | None, typer.Option(min=1, help="List so many; all by default.")] = None,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """List what is worth a decision, the most valuable first.

    True conflicts, deals that may be one, reports that may be of another deal, names that may be two organisations',
    or two that may be one's, deals read with little confidence. Worth is the money at stake times the doubt times the
    heat.
    """
    with opened(db) as wire:
        rows = [asdict(item) for item in wire.queue()[:limit]]
    columns = (
        "sort",
        ("company", {"overflow": "fold"}),
        ("a", {"overflow": "fold"}),
        ("b", {"overflow": "fold"}),
        ("reason", {"overflow": "fold", "from_width": 100}),
        ("worth", {"justify": "right"}),
    )
    cells = lambda row: [*(row[name] for name in ("sort", "company", "a", "b", "reason")), f"{row['worth']:.2f}"]  # noqa: E731 - one expression, used once
    fields = ("sort", "company", "a", "b", "reason", "worth", "deal")
    title = "worth a decision" if rows else "nothing to decide"
    show.listing(title, columns, rows, Format.JSONL if json else form, cells, fields)


@review.command("log", epilog="Example: `dealwire review log`")
def log(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List every decision, the latest first, and whether it is in force."""
    with opened(db) as wire:
        rows = [{**_record(judgement), "in_force": in_force} for judgement, in_force in wire.judgements()]
    columns = ("id", "about", "a", "b", "verdict", "by", "at", "why", "value", "in_force")
    show.listing("decisions" if rows else "no decision yet", columns, rows, Format.JSONL if json else form)


@review.command(epilog="Example: `dealwire review same 'Tarn AI' '塔恩智能'`")
def same(a: str, b: str, db: Db = DB, by: By = BY, why: Why = "", dry_run: DryRun = False, json: Json = False) -> None:
    """Judge two deals, two articles or two names the same."""
    _decide(db, by, why, Verdict.SAME, a, b, dry_run=dry_run, json=json)


@review.command(epilog="Example: `dealwire review different Figure Figma --why 'a robot maker; a design tool'`")
def different(
    a: str, b: str, db: Db = DB, by: By = BY, why: Why = "", dry_run: DryRun = False, json: Json = False
) -> None:
    """Judge two deals (or reports of one deal), two articles or two names different."""
    _decide(db, by, why, Verdict.DIFFERENT, a, b, dry_run=dry_run, json=json)


@review.command(epilog="Example: `dealwire review correct d-1f0c… round series_b`")
def correct(
    deal: str,
    field: str,
    value: str,
    db: Db = DB,
    by: By = BY,
    why: Why = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Set a field of a deal. The value is JSON in the form of the deal record, or a plain word.

    Null empties the field.
    """
    _decide(db, by, why, Verdict.CORRECT, deal, field, _value(value), dry_run=dry_run, json=json)


@review.command(epilog="Example: `dealwire review publish d-1f0c…`")
def publish(what: str, db: Db = DB, by: By = BY, why: Why = "", dry_run: DryRun = False, json: Json = False) -> None:
    """Publish a deal or an article that is a draft."""
    _decide(db, by, why, Verdict.PUBLISH, what, dry_run=dry_run, json=json)


@review.command(epilog="Example: `dealwire review draft d-1f0c… --why 'not before their lawyers answer'`")
def draft(what: str, db: Db = DB, by: By = BY, why: Why = "", dry_run: DryRun = False, json: Json = False) -> None:
    """Hold a deal or an article back: it stays in the store, and is on no public page or feed."""
    _decide(db, by, why, Verdict.DRAFT, what, dry_run=dry_run, json=json)


@review.command(epilog="Example: `dealwire review undo j-52aa…`")
def undo(decision: str, db: Db = DB, by: By = BY, why: Why = "", dry_run: DryRun = False, json: Json = False) -> None:
    """Take a decision back; the views are as if it had never been made."""
    _decide(db, by, why, Verdict.UNDO, decision, dry_run=dry_run, json=json)


@review.command(epilog="Example: `dealwire review bulk decisions.csv --by Ada`")
def bulk(
    file: Annotated[str, typer.Argument(metavar="FILE.csv", help="verdict,a,b,value,why,by; - is standard input.")],
    db: Db = DB,
    by: By = BY,
    json: Json = False,
) -> None:
    """Take the decisions of a table, a line each: the columns are verdict, a, b, value, why, by.

    A line that can't be taken is listed with its reason and costs no other; the exit code is then 1.
    """
    rejected: list[Rejected] = []
    with opened(db) as wire:
        for kept in wire.decide_all(by, _lines(file)):
            if isinstance(kept, Rejected):
                rejected.append(kept)
            else:
                said(kept, json)
    console.rejections(rejected)
    if rejected:
        raise typer.Exit(EXIT_REJECTED)


def _lines(file: str) -> list[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise UsageError(f"{file} can't be read: {e}") from e
    return text.splitlines(keepends=True)


def _decide(
    db: str,
    by: str,
    why: str,
    verdict: Verdict,
    a: str,
    b: str = "",
    value: object = None,
    *,
    dry_run: bool,
    json: bool,
) -> None:
    with opened(db) as wire:
        decision = wire.decision(by, verdict, a, b, value, why)
        if dry_run:
            _previewed(wire.preview(decision), json=json)
        else:
            said(wire.keep(decision), json)


def _previewed(told: Preview, *, json: bool) -> None:
    if json:
        console.json_lines([{**asdict(told), "judgement": _record(told.judgement)}])
        return
    rows = []
    for change in told.changes:
        rows.append(
            [change.deal, change.company, change.what, f"{change.reports_before} → {change.reports_after} reports"]
        )
        rows += [
            [
                "",
                "",
                field.field.replace("_", " "),
                f"{_words(field.field, field.before)} → {_words(field.field, field.after)}",
            ]
            for field in change.fields
            if change.what == "changed"
        ]
    fold = {"overflow": "fold"}
    console.table(
        "would change" if rows else "would change nothing", ("deal", ("company", fold), "what", ("how", fold)), rows
    )


def _words(field: str, value: Any) -> str:  # noqa: ANN401 - plain JSON
    return told_value(field, value) or "–"


def _value(text: str) -> Any:  # noqa: ANN401 - plain JSON
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(text)
    return text


def _record(judgement: Judgement) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.to_builtins(judgement)
    return record


def said(judgement: Judgement, json: bool) -> None:
    """Say as what a decision was kept."""
    if json:
        console.json_lines([_record(judgement)])
    else:
        console.err().print(
            f"kept as {judgement.id}: `dealwire review undo {judgement.id}` takes it back", markup=False
        )
