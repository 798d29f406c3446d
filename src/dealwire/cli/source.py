"""The commands of `dealwire source`."""

from __future__ import annotations

import typer

source = typer.Typer(no_args_is_help=True, help="Sources of news: what is watched, how it fares.")
