"""What a text tells of organisations other than deals: founders, founding dates, seats, products."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dealwire.model import OrganisationFact, Told


def find_facts(content: str, published: date | None, names: Sequence[Told[str]] = ()) -> tuple[OrganisationFact, ...]:  # noqa: ARG001
    """Return the facts that a text tells; `names` are organisation names already found, which "the startup" may stand for."""
    return ()
