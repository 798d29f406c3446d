"""The desk of an editor: the queue as it is, cases, decisions with what they would change: `Dealwire.desk`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from dealwire.core.resolve.knowledge import Knowledge
from dealwire.errors import OutageError, UsageError
from dealwire.lists import Listed
from dealwire.model import Judgement, Verdict
from dealwire.service import cases, preview, review
from dealwire.service.beside import WAIT, Beside
from dealwire.service.cases import Case, Choice
from dealwire.service.deal_view import DealView, whole_deal_view
from dealwire.service.queue import Item
from dealwire.service.review import Decision, Editor

Identity = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A choice with what it would change: None where that can't be told now; `amiss` says why it can't be taken."""

    choice: Choice
    preview: preview.Preview | None
    amiss: str = ""


class Desk:
    """What editors do on one store. Safe for threads; the queue is kept between calls."""

    def __init__(
        self,
        store: Listed,
        knowledge: Callable[[], Knowledge],
        clock: Callable[[], datetime],
        items: Callable[[], list[Item]],
    ) -> None:
        self._store = store
        self._know = knowledge
        self._clock = clock
        self._queue = Beside(items)

    def queue(self, wait: float = WAIT) -> list[Item] | None:
        """Return what is worth a decision, the most valuable first, as of lately; None while it is made at first."""
        return self._queue.get(wait)

    def next(self, after: Identity | None, sort: str | None) -> Item | None:
        """Return the item of a sort that follows another in the queue, else the first other; None for none left."""
        items = [item for item in self.queue() or () if sort is None or item.sort == sort]
        places = {_identity(item): n for n, item in enumerate(items)}
        begin = places.get(after, -1) + 1 if after else 0
        return next((item for item in (*items[begin:], *items) if _identity(item) != after), None)

    def case(self, sort: str, a: str, b: str) -> Case | None:
        """See `dealwire.service.cases.case`."""
        return cases.case(self._store, self._know(), sort, a, b)

    def weighed(self, by: str, case: Case) -> list[Weighed]:
        """Return the choices of a case with what each would change."""
        return [self._weigh(by, choice) for choice in case.choices]

    def _weigh(self, by: str, choice: Choice) -> Weighed:
        try:
            return Weighed(choice, self.preview(self.decision(by, choice, "")))
        except UsageError as error:
            return Weighed(choice, None, str(error))
        except OutageError:  # another program writes: the next step tries again
            return Weighed(choice, None)

    def decision(self, by: str, choice: Choice, why: str) -> Decision:
        """Return a decision, not yet kept: see `dealwire.service.review.decision`."""
        editor = Editor(by, self._clock())
        return review.decision(self._store, editor, choice.verdict, choice.a, choice.b, choice.value, why)

    def preview(self, decision: Decision) -> preview.Preview:
        """See `dealwire.service.preview.preview`."""
        return preview.preview(self._store, self._know(), decision)

    def keep(self, decision: Decision, item: Identity | None = None) -> Judgement:
        """Keep a decision; the item that it answers leaves the queue, which is made anew when next asked for."""
        kept = review.keep(self._store, self._know(), decision)
        self._queue.edit(lambda items: [one for one in items if _identity(one) != item])
        return kept

    def log(self) -> list[tuple[Judgement, bool]]:
        """Return every decision with whether it is in force, the latest first."""
        return review.log(self._store)

    def of_deal(self, reports: tuple[str, ...]) -> list[tuple[Judgement, bool]]:
        """Return the decisions on a deal, as `log` does; those that undo one are left out."""
        ids = set(reports)
        return [(j, on) for j, on in self.log() if j.verdict is not Verdict.UNDO and {j.a, j.b} & ids]

    def companies(self, judgements: Iterable[Judgement]) -> dict[str, str]:
        """Return for each deal or report that decisions are about whose deal it is."""
        ids = {j.a for j in judgements if j.about in ("field", "report", "publication")}
        return {id_: row.deal.company for id_ in ids if (row := self._store.deal(id_))}

    def deal_view(self, id_: str) -> DealView | None:
        """Return a deal with what drafts tell of it."""
        row = self._store.deal(id_)
        return whole_deal_view(self._store, self._know().rates, row) if row else None

    def drafts(self, articles: tuple[str, ...]) -> set[str]:
        """Return those of the articles that are drafts."""
        return self._store.drafts(articles)


def _identity(item: Item) -> Identity:
    return item.sort, item.a, item.b
