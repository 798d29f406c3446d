"""Settings: one table of what can be set, from the environment, with its default and its meaning."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set: its environment variable, its default and what it does."""

    variable: str
    default: str
    help: str


SETTINGS: tuple[Setting, ...] = (
    Setting("DEALWIRE_DB", "dealwire.db", "The store, where `--db` names none: a path or a URL."),
    Setting("DEALWIRE_EDITOR", "editor", "The name under which `review` keeps decisions, where `--by` gives none."),
    Setting("DEALWIRE_SITE", "", "Where people reach what `serve` serves, as `https://deals.example`: see `--site`."),
    Setting("DEALWIRE_RATE", "300", "Requests a minute that the API answers to one address; `0` counts none."),
    Setting("DEALWIRE_RATE_KEYED", "3000", "The same for a key that has no rate of its own."),
    Setting("DEALWIRE_CONTACT", "", "A mail address or page that `watch` tells sites, so that they can reach you."),
    Setting("DEALWIRE_LOOPBACK", "", "`1` lets `watch` and `source check` ask addresses of this machine."),
    Setting("DEALWIRE_PAUSE", "1", "Seconds that `watch` leaves between two requests to one host, at least."),
    Setting("DEALWIRE_ALIASES", "", "An alias table to use in place of the shipped one; `none` for no table."),
)


def setting(variable: str, environment: Mapping[str, str] | None = None) -> str:
    """Return the value of a setting: from the environment, else its default."""
    (known,) = (s for s in SETTINGS if s.variable == variable)
    return (os.environ if environment is None else environment).get(variable) or known.default
