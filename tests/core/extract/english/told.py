"""How the tests of the English reader write down what a text tells: one short line a deal."""

from __future__ import annotations

from datetime import date

from dealwire.core.extract import english
from dealwire.model import DealReport, Kind, Money, Qualifier, Reading, Role

_SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "~",
    Qualifier.AT_LEAST: ">=",
    Qualifier.AT_MOST: "<=",
    Qualifier.RANGE: "",
}


def read(text: str, title: str = "", published: date | None = None) -> Reading:
    """Read a text with its title."""
    return english.read(f"{title}\n{text}", len(title), published)


def lines(text: str, title: str = "") -> list[str]:
    """Return a line a deal: "Acme | USD 5m | seed | closed | lead Beta, participant Gamma"."""
    return [line(deal) for deal in read(text, title).deals]


def lines_with_title(text: str) -> list[str]:
    """Return the lines of a text in which a bar, if there is one, ends the title: "Acme raises $5m|It said so."."""
    title, bar, body = text.partition("|")
    return lines(body, title) if bar else lines(text)


def line(deal: DealReport) -> str:
    """Write a deal down; what is as usual (a funding round, announced, news) is left out."""
    parts = [deal.company.value if deal.company else "?"]
    if deal.kind.value is not Kind.FUNDING_ROUND:
        parts.insert(0, deal.kind.value.value)
    if deal.amount:
        parts.append(money(deal.amount.value))
    if deal.valuation:
        parts.append("at " + money(deal.valuation.value.money))
    if deal.round and deal.round.value.value != "series_unknown":
        parts.append(deal.round.value.value)
    if deal.status.value.value != "announced":
        parts.append(deal.status.value.value)
    if deal.background and deal.background.value:
        parts.append("background")
    backers = [f"{told.value.role.value} {told.value.name}" for told in deal.investors]
    return " | ".join(
        [
            *parts,
            *([", ".join(sorted(b.removeprefix(Role.PARTICIPANT.value + " ") for b in backers))] if backers else []),
        ]
    )


def money(sum_: Money) -> str:
    """Write a sum in millions: "~USD 5m", "USD 100m to 200m"."""
    high = f" to {sum_.max / 1e6:g}m" if sum_.max else ""
    return f"{_SIGNS[sum_.qualifier]}{sum_.currency} {sum_.value / 1e6:g}m{high}"
