"""The nouns of dealwire: facts, what the reader tells of an article, and the views made of them.

Facts are append-only (`Document`, `Claim`, `Judgement`); views are pure functions of facts (`Article`, `Organisation`,
`Deal`, `Story`). Every value that a text tells is a `Told`: it can't be made without the characters that tell it.
"""

from __future__ import annotations

from dealwire.model.facts import Claim, Document, Judgement
from dealwire.model.outcomes import Counts, Position, Rejected
from dealwire.model.readings import DealReport, NamePair, OrganisationFact, Reading
from dealwire.model.terms import Basis, Kind, Precision, Qualifier, Role, Round, Status, Verdict
from dealwire.model.values import Investor, Money, PartialDate, Told, Valuation
from dealwire.model.views import (
    Article,
    Deal,
    Doubt,
    Field,
    Mention,
    NameLink,
    Organisation,
    Provider,
    Report,
    StatusStep,
    Story,
    StoryLink,
    Support,
    Telling,
    Tranche,
)

__all__ = [
    "Article",
    "Basis",
    "Claim",
    "Counts",
    "Deal",
    "DealReport",
    "Document",
    "Doubt",
    "Field",
    "Investor",
    "Judgement",
    "Kind",
    "Mention",
    "Money",
    "NameLink",
    "NamePair",
    "Organisation",
    "OrganisationFact",
    "PartialDate",
    "Position",
    "Precision",
    "Provider",
    "Qualifier",
    "Reading",
    "Rejected",
    "Report",
    "Role",
    "Round",
    "Status",
    "StatusStep",
    "Story",
    "StoryLink",
    "Support",
    "Telling",
    "Told",
    "Tranche",
    "Valuation",
    "Verdict",
]
