"""Which judgements are in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dealwire.model import Judgement, Verdict


def effective(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements in force, by time: neither undone nor superseded by a later one on the same question.

    An undoing can itself be undone. What is undone leaves no trace: an earlier verdict that it superseded is in force
    again.
    """
    by_time = sorted(set_of(judgements), key=lambda judgement: (judgement.at, judgement.id))
    undone: set[str] = set()
    for judgement in reversed(by_time):  # latest first: by then it is known whether the undoing itself stands
        if judgement.verdict is Verdict.UNDO and judgement.id not in undone:
            undone.add(judgement.a)
    standing: dict[tuple[str, str, str], Judgement] = {}
    for judgement in by_time:
        if judgement.verdict is not Verdict.UNDO and judgement.id not in undone:
            standing[_question(judgement)] = judgement
    return tuple(sorted(standing.values(), key=lambda judgement: (judgement.at, judgement.id)))


def set_of(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return each judgement once (they are told apart by id)."""
    return list({judgement.id: judgement for judgement in judgements}.values())


def about(judgements: Sequence[Judgement], topic: str) -> tuple[Judgement, ...]:
    """Return those of some judgements in force that are about names, reports, articles or fields."""
    return tuple(judgement for judgement in effective(judgements) if judgement.about == topic)


def _question(judgement: Judgement) -> tuple[str, str, str]:
    pair = (judgement.a, judgement.b)
    a, b = pair if judgement.about == "field" else sorted(pair)
    return judgement.about, a, b
