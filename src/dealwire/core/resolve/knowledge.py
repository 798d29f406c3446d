"""What resolving knows beside the facts."""

from __future__ import annotations

from dataclasses import dataclass

from dealwire.core.places import NOWHERE, Places
from dealwire.core.resolve.aliases import Aliases
from dealwire.core.resolve.rates import Rates


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The table of names known to be one organisation's, the exchange rates, and which places lie in which country."""

    aliases: Aliases
    rates: Rates
    places: Places = NOWHERE
