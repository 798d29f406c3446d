"""`dealwire key`: the keys by which programs are known to the API."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any

import typer

from dealwire.cli import console, show
from dealwire.cli.console import Format
from dealwire.cli.opening import opened
from dealwire.cli.review import DB, Db, Form, Json
from dealwire.model.keys import ApiKey

key = typer.Typer(
    no_args_is_help=True, help="Keys of the API: more requests a minute, and the way into a private site."
)


@key.command("add", epilog="Example: `dealwire key add 'nightly import' --rate 3000`")
def add(
    name: Annotated[str, typer.Argument(help="Who or what will use it.")],
    rate: Annotated[int, typer.Option(min=0, help="Requests a minute; 0 takes DEALWIRE_RATE_KEYED.")] = 0,
    db: Db = DB,
    json: Json = False,
) -> None:
    """Make a key and print its secret: once, since only a digest of it is kept."""
    with opened(db) as wire:
        made, secret = wire.keys.add(name, rate)
    if json:
        console.json_lines([{**_row(made), "secret": secret}])
        return
    console.out().print(secret, markup=False, soft_wrap=True)
    console.err().print(
        f"{made.id} ({made.name}): send it as  Authorization: Bearer …  It is shown this once.", markup=False
    )


@key.command("list", epilog="Example: `dealwire key list`")
def list_(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List the keys, revoked ones too."""
    with opened(db) as wire:
        rows = [_row(made) for made in wire.keys.every()]
    columns = (
        "id",
        ("name", {"overflow": "fold", "ratio": 1}),
        ("rate", {"justify": "right"}),
        "made_at",
        "revoked_at",
    )
    show.listing("keys", columns, rows, Format.JSONL if json else form, fields=FIELDS)


@key.command("revoke", epilog="Example: `dealwire key revoke k-1f2e3d4c`")
def revoke(
    id_: Annotated[str, typer.Argument(metavar="KEY", help="The key's id.")], db: Db = DB, json: Json = False
) -> None:
    """Let a key open nothing from now on; a server that runs holds to it at once."""
    with opened(db) as wire:
        revoked = wire.keys.revoke(id_)
    if json:
        console.json_lines([_row(revoked)])
    else:
        console.err().print(f"{revoked.id} ({revoked.name}) is revoked", markup=False)


FIELDS = tuple(field.name for field in fields(ApiKey) if field.name != "digest")


def _row(made: ApiKey) -> dict[str, Any]:
    row = {name: getattr(made, name) for name in FIELDS}
    return {**row, **{at: row[at] and row[at].isoformat(timespec="seconds") for at in ("made_at", "revoked_at")}}
