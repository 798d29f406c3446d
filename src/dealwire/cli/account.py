"""The commands of `dealwire account`: who may sign in to the site, and what they did."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated, Any

import typer

from dealwire.cli import console, show
from dealwire.cli.console import Format
from dealwire.cli.opening import opened
from dealwire.cli.review import BY, DB, Db, Form, Json
from dealwire.errors import UsageError
from dealwire.model.accounts import Account, Role

account = typer.Typer(
    no_args_is_help=True, help="Accounts of those who sign in to the site, and the log of what they did."
)

Name = Annotated[str, typer.Argument(help="The name that one signs in with.")]
By = Annotated[str, typer.Option("--by", help="Who does this, for the log.", envvar="DEALWIRE_EDITOR")]
RoleOption = Annotated[
    Role,
    typer.Option("--role", help="A reader reads where the site is private, an editor decides, an admin sees the log."),
]

LONGEST_LINE = 10_000


@account.command("add", epilog="Example: `dealwire account add ada --role editor`")
def add(name: Name, role: RoleOption = Role.EDITOR, db: Db = DB, by: By = BY, json: Json = False) -> None:
    """Make an account; the password is asked for, or read from standard input where that is no terminal."""
    with opened(db, make=True) as wire:
        _said(wire.people.add(by, name, role, _password()), "may sign in as", json=json)


@account.command("list", epilog="Example: `dealwire account list`")
def list_(db: Db = DB, json: Json = False, form: Form = Format.TABLE) -> None:
    """List the accounts."""
    with opened(db) as wire:
        rows = [_record(one) for one in wire.people.accounts()]
    title = "accounts" if rows else "no account yet: `dealwire account add NAME`"
    show.listing(title, ("name", "role", "made_at"), rows, Format.JSONL if json else form)


@account.command("role", epilog="Example: `dealwire account role ada admin`")
def role(name: Name, role: Annotated[Role, typer.Argument()], db: Db = DB, by: By = BY, json: Json = False) -> None:
    """Give an account another role, from its next request on."""
    with opened(db) as wire:
        _said(wire.people.set_role(by, name, role), "is now", json=json)


@account.command("password", epilog="Example: `dealwire account password ada`")
def password(name: Name, db: Db = DB, by: By = BY, json: Json = False) -> None:
    """Give an account another password, asked for as `add` does, and end its sessions."""
    with opened(db) as wire:
        _said(wire.people.set_password(by, name, _password()), "has a new password and is", json=json)


@account.command("remove", epilog="Example: `dealwire account remove ada`")
def remove(name: Name, db: Db = DB, by: By = BY, json: Json = False) -> None:
    """Remove an account and end its sessions; what it decided stays."""
    with opened(db) as wire:
        _said(wire.people.remove(by, name), "is removed, and was", json=json)


@account.command("unlock", epilog="Example: `dealwire account unlock ada`")
def unlock(name: Name, db: Db = DB, by: By = BY, json: Json = False) -> None:
    """Let an account be tried again at once, after too many wrong passwords."""
    with opened(db) as wire:
        _said(wire.people.unlock(by, name), "may be tried again, and is", json=json)


@account.command("log", epilog="Example: `dealwire account log --limit 20`")
def log(
    db: Db = DB,
    limit: Annotated[int, typer.Option(min=1, help="List so many.")] = 50,
    json: Json = False,
    form: Form = Format.TABLE,
) -> None:
    """List who signed in or failed to, what became of accounts, and every decision, the latest first."""
    with opened(db) as wire:
        rows = [{**asdict(event), "at": event.at.isoformat()} for event in wire.people.log(limit)]
    columns = (
        "at",
        ("who", {"overflow": "fold"}),
        "action",
        ("what", {"overflow": "fold", "ratio": 1}),
        "address",
    )
    cells = lambda row: [row["at"][:19].replace("T", " "), *(row[n] for n in ("who", "action", "what", "address"))]  # noqa: E731 - one expression, used once
    fields = ("at", "who", "action", "what", "address")
    show.listing("log" if rows else "nothing yet", columns, rows, Format.JSONL if json else form, cells, fields)


def _password() -> str:
    """Return a new password: asked twice without echo, or the first line of standard input."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
        if not line:
            raise UsageError("no password came on standard input; in a terminal it is asked for")
        return line
    from getpass import getpass

    first = getpass("New password: ")
    if getpass("The same again: ") != first:
        raise UsageError("the two differ; nothing was changed")
    return first


def _record(account: Account) -> dict[str, Any]:
    return {"name": account.name, "role": account.role.value, "made_at": account.made_at.isoformat(timespec="seconds")}


def _said(account: Account, words: str, *, json: bool) -> None:
    if json:
        console.json_lines([_record(account)])
    else:
        console.err().print(f"{account.name} {words} {account.role}", markup=False)
