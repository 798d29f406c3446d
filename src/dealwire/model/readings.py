"""What the reader tells of one article."""

from __future__ import annotations

from dataclasses import dataclass

from dealwire.model.terms import Kind, Round, Status
from dealwire.model.values import Investor, Money, PartialDate, Told, Valuation


@dataclass(frozen=True, slots=True)
class DealReport:
    """One deal as one article tells it.

    `company` is None only among `Reading.nameless`. `restated` are further sums that the text gives for the deal's
    amount ("$340 million" in the title, "2.5 billion yuan ($342 million)" below it), in the order of the text.
    """

    kind: Told[Kind]
    company: Told[str] | None
    status: Told[Status]
    investors: tuple[Told[Investor], ...] = ()
    amount: Told[Money] | None = None
    valuation: Told[Valuation] | None = None
    round: Told[Round] | None = None
    round_label: Told[str] | None = None
    background: Told[bool] | None = None
    announced_on: Told[PartialDate] | None = None
    restated: tuple[Told[Money], ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class OrganisationFact:
    """Something a text tells of an organisation other than a deal.

    `field` is one of `founder`, `founded_on` (value: an ISO date cut to its precision, "2021-12"),
    `founder_former_post` ("vice president, SenseTime"), `headquarters`, `serves` (a product or customer that its own
    serves), `product`, `parent`.
    """

    organisation: Told[str]
    field: str
    value: Told[str]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names that a text itself says are one organisation's.

    "塔恩（Tarn AI）", "Tarn AI, formerly Harrow Labs".
    """

    name: Told[str]
    other: Told[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reader tells of one article.

    `nameless` deals name no company: they count only where a record ties them.
    """

    deals: tuple[DealReport, ...] = ()
    nameless: tuple[DealReport, ...] = ()
    facts: tuple[OrganisationFact, ...] = ()
    names: tuple[NamePair, ...] = ()
