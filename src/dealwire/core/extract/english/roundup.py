"""Round-ups: a text whose lines, or whose headings with the lines below them, each tell of another company's deal.

Each of its items is read as a text of its own: "the company" is the item's, and news is told item by item.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dealwire.core.extract.assemble import Draft, fold
from dealwire.core.extract.english import news
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Role

FEWEST: Final = 3
"""Items of the briefest round-up."""


def items(content: str, title_end: int, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[list[Sentence]]:
    """Return the sentences of each item of a round-up, its title first, or nothing where the text is none."""
    sections = _sections(content, title_end, sentences)
    if len(sections) < FEWEST:
        return []
    starts = [section[0].start for section in sections]
    told: list[set[str]] = [set() for _ in sections]
    for draft in drafts:
        if draft.company is not None and draft.kind.start >= starts[0] and news.moves_on(draft):
            told[bisect_right(starts, draft.kind.start) - 1].add("".join(fold(draft.company.value)))
    telling = [names for names in told if names]
    if _of_one_buyer(drafts, starts):
        return []
    apart = len(set().union(*telling)) == sum(len(names) for names in telling)
    if len(telling) < FEWEST or not apart:
        return []
    return [[s for s in sentences if s.start < starts[0]], *sections]


def _of_one_buyer(drafts: Sequence[Draft], starts: Sequence[int]) -> bool:
    """Tell whether paragraphs tell of one buyer's purchases: an article that recalls what else it bought."""
    seen: dict[str, int] = {}
    for draft in drafts:
        for told in draft.investors:
            if told.value.role is Role.ACQUIRER and draft.kind.start >= starts[0]:
                section = bisect_right(starts, draft.kind.start)
                if seen.setdefault("".join(fold(told.value.name)), section) != section:
                    return True
    return False


def _sections(content: str, title_end: int, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the sentences below the title line by line; a heading takes the lines up to the next with it."""
    sections: list[list[Sentence]] = []
    headed = False
    end = title_end
    for sentence in sentences:
        if sentence.start < title_end:
            continue
        new_line = "\n" in content[end : sentence.start] or not sections
        end = sentence.end
        if sentence.title and new_line:
            sections.append([sentence])
            headed = True
        elif new_line and not headed:
            sections.append([sentence])
        else:
            sections[-1].append(sentence)
    return sections
