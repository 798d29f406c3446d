"""The words of the field: kinds, rounds, statuses, roles, hedges."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of deal it is."""

    FUNDING_ROUND = "funding_round"
    ACQUISITION = "acquisition"
    FUND_CLOSE = "fund_close"
    IPO = "ipo"


class Round(StrEnum):
    """The stage of a funding round, in Crunchbase's vocabulary."""

    PRE_SEED = "pre_seed"
    SEED = "seed"
    ANGEL = "angel"
    SERIES_A = "series_a"
    SERIES_B = "series_b"
    SERIES_C = "series_c"
    SERIES_D = "series_d"
    SERIES_E = "series_e"
    SERIES_F = "series_f"
    SERIES_G = "series_g"
    SERIES_H = "series_h"
    SERIES_I = "series_i"
    SERIES_J = "series_j"
    SERIES_UNKNOWN = "series_unknown"
    CONVERTIBLE_NOTE = "convertible_note"
    CORPORATE_ROUND = "corporate_round"
    DEBT_FINANCING = "debt_financing"
    EQUITY_CROWDFUNDING = "equity_crowdfunding"
    GRANT = "grant"
    INITIAL_COIN_OFFERING = "initial_coin_offering"
    PRIVATE_EQUITY = "private_equity"
    SECONDARY_MARKET = "secondary_market"
    POST_IPO_EQUITY = "post_ipo_equity"
    POST_IPO_DEBT = "post_ipo_debt"
    UNDISCLOSED = "undisclosed"


class Status(StrEnum):
    """How far a deal has come, as one text tells it."""

    RUMOURED = "rumoured"
    IN_TALKS = "in_talks"
    ANNOUNCED = "announced"
    CLOSED = "closed"
    ABANDONED = "abandoned"


class Role(StrEnum):
    """What a backer is to a deal."""

    LEAD = "lead"
    PARTICIPANT = "participant"
    EXISTING = "existing"
    ADVISER = "adviser"
    ACQUIRER = "acquirer"


class Qualifier(StrEnum):
    """How a text hedges a sum."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Basis(StrEnum):
    """Whether a valuation counts the new money."""

    PRE = "pre"
    POST = "post"
    UNSPECIFIED = "unspecified"


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    CORRECT = "correct"
    PUBLISH = "publish"
    DRAFT = "draft"
    WEIGH = "weigh"
    UNDO = "undo"
