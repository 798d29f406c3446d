"""The size of a fund that earlier sentences told: "The €40M vehicle will back", "the fund hit its $150M target"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Kind, Status, Told


def sized(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "The |€40M| vehicle will back climate startups" of the fund told last, its size not yet told."""
    last = scene.drafts[-1] if scene.drafts else None
    opens = sentence.low(0) in {"the", "this"} and sentence.low(2) in {"fund", "vehicle"} and len(sentence.tokens) > 2
    if last is None or last.kind.value is not Kind.FUND_CLOSE or last.amount is not None or not opens:
        return []
    size = sentence.tokens[1].money
    return [replace(last, amount=size, status=None)] if size is not None else []


_REACHES: Final = w.verbs("exceed surpass reach top close meet", "hit hits hitting beat beats beating")


def reached(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "the fund |hit its $150M target|" of the firm that the text tells of: its fund told in other sentences."""
    noun = next((k for k in range(1, 14) if sentence.low(k) == "fund" and sentence.low(k - 1) in {"the", "this"}), 0)
    verb = next((k for k in range(noun + 1, noun + 4) if noun and sentence.low(k) in _REACHES), 0)
    near = range(verb + 1, min(verb + 8, len(sentence.tokens))) if verb else ()
    money = next((k for k in near if sentence.tokens[k].kind == MONEY), None)
    last = next((d for d in reversed(scene.drafts) if d.kind.value is Kind.FUND_CLOSE), None)
    company = last.company if last is not None else scene.focus or scene.topic
    if money is None or company is None or (last is not None and last.amount is not None):
        return []
    token = sentence.tokens[verb]
    done = Told(Status.CLOSED, token.start, token.end, token.text, 0.7)
    kind = Told(Kind.FUND_CLOSE, token.start, token.end, token.text, 0.7)
    return [Draft(kind=kind, company=company, amount=sentence.tokens[money].money, status=done, confidence=0.7)]
