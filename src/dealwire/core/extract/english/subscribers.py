"""Who puts money into a fund: named beside it, or in the sentence after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, join_investors, same_name
from dealwire.core.extract.english import backers, groups, names
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.backers import Backer
from dealwire.core.extract.english.frame import HOLDERS
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Investor, Kind, Role

_PARTNERS: Final = HOLDERS | w.words("lps partners commitments")
_FUNDS: Final = w.FUND_NOUN | {"it"}
_LISTED: Final = w.words("include includes included including are were :")
_GIVEN: Final = w.words("commitments commitment backing support anchored backed capital money investment investments")


def subscribed(sentence: Sentence, scene: Scene, told: list[Draft]) -> list[Draft]:
    """Return the funds of a sentence with those who put money in; or the fund told last, where a sentence names them.

    "closed a $90M fund backed by |A and B|"; "Investors in the fund include |A and B|".
    """
    if told:
        begin = _beside(sentence, told[0])
        return [_with(told[0], sentence, scene, backers.read_list(sentence, begin)[0]), *told[1:]] if begin else told
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.kind.value is not Kind.FUND_CLOSE:
        return []
    begin = _listed(sentence)
    listed = backers.read_list(sentence, begin)[0] if begin else _committing(sentence)
    more = _with(last, sentence, scene, listed)
    return [more] if more is not last else []


def _committing(sentence: Sentence) -> list[Backer]:
    """Return who commits money to the fund spoken of: "|Acme and Pelt| committed $15M to the fund"."""
    for i in range(1, len(sentence.tokens)):
        if sentence.low(i) in _COMMITS and not sentence.tokens[i].caps:
            near = [sentence.low(k) for k in range(i + 1, i + 9)]
            if sentence.low(i) in {"backed", "backs"}:
                named = [sentence.low(k) for k in range(i + 1, names.run_after(sentence, i + 1))]
                return backers.list_before(sentence, groups.head_of_group(sentence, i)) if "fund" in named else []
            among = sentence.low(i + 1) == "among" and bool(_PARTNERS & {sentence.low(k) for k in range(i + 2, i + 6)})
            if sentence.low(i) in {"are", "were", "is"} and among:
                return backers.list_before(sentence, i)
            if sentence.low(i) == "participated" and near[0] in {".", "", "too", "alongside"}:
                return backers.list_before(sentence, groups.head_of_group(sentence, i))
            to = next((k for k, low in enumerate(near) if low in {"to", "in"}), None)
            if to is not None and {"fund", "vehicle", "it"} & set(near[to + 1 : to + 4]):
                return backers.list_before(sentence, groups.head_of_group(sentence, i))
    return []


_COMMITS: Final = w.words(
    "backed backs are were is committed commits commit contributed pledged invested allocated participated"
)


def _beside(sentence: Sentence, draft: Draft) -> int:
    """Return where the backers of a fund begin that its own sentence names, else 0: "with commitments from |A|"."""
    for i in range(2, len(sentence.tokens) - 1):
        named = sentence.low(i) in {"including", "include", "included"}
        if named and any(sentence.low(k) in {"lps", "partners", "investors", "backers"} for k in range(i - 4, i)):
            return i + 1  # "featuring limited partners (LPs) |including| Acme"
        opens = named and i < 14 and bool(HOLDERS & {sentence.low(0), sentence.low(1), sentence.low(2)})
        if opens and any(sentence.low(k) in w.FUND_NOUN for k in range(3, i)):
            return i + 1  # "Investors in Acme's new fund |include| Pelt"
        before = sentence.low(i) == "from" and sentence.low(i - 1).startswith("commitment")
        if before and sentence.tokens[i].start < draft.kind.start:
            return i + 1  # "which had revealed commitments |from| Acme, has now closed it"
        given = sentence.low(i) == "from" and sentence.tokens[i - 1].kind == MONEY
        if given and any(t.low in w.FUND_NOUN for t in sentence.tokens[i:]):
            return i + 1  # "raised €60m |from Acme and Pelt| for its first fund"
        linked = sentence.low(i) in {"from", "by"} and sentence.low(i - 1) in _GIVEN
        if linked and sentence.tokens[i].start > draft.kind.start:
            return i + 1
    return 0


def _listed(sentence: Sentence) -> int:
    """Return where the list of "The fund's investors include |A and B|", "The fund is backed by |A|" begins, else 0."""
    for i in range(1, min(12, len(sentence.tokens) - 1)):
        before = {sentence.low(k) for k in range(i)}
        if sentence.low(i) in _LISTED and before & _PARTNERS and not before & {"general", "managing", "founding"}:
            return i + 1
        if sentence.low(i) == "by" and sentence.low(i - 1) in {"backed", "anchored"} and before & _FUNDS:
            return i + 1
    return 0


def _with(draft: Draft, sentence: Sentence, scene: Scene, listed: list[Backer]) -> Draft:
    told = backers.told(sentence, listed, scene.content, Role.PARTICIPANT, 0.8)
    more = [t for t in told if draft.company is None or not same_name(t.value.name, draft.company.value)]
    plain = [replace(t, value=Investor(t.value.name, Role.PARTICIPANT)) for t in more]
    return replace(draft, investors=join_investors((*draft.investors, *plain))) if plain else draft
