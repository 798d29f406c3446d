"""From a frame to a draft: the sum, the label, the status of a round, and whether it is history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import history, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.frame import Frame
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Investor, Kind, Round, Status, Told


def build(
    sentence: Sentence,
    scene: Scene,
    phrase: Phrase | None,
    frame: Frame,
    company: Told[str] | None,
    investors: Iterable[Told[Investor]],
) -> Draft:
    """Return the draft of a frame: its sum, its label, its status, and whether it is history."""
    tokens = sentence.tokens
    at = tokens[frame.verb]
    amount = tokens[phrase.sums[0]].money if phrase and phrase.sums and not frame.share else None
    round_, label = round_of_phrase(sentence, phrase) if phrase else (None, None)
    if round_ is None and phrase and phrase.sums and not phrase.firm and at.low.startswith("award"):
        round_ = Told(Round.GRANT, at.start, at.end, at.text, 0.7)
    if round_ is None and phrase and phrase.sums and at.low.startswith(_LENDS):
        round_ = Told(Round.DEBT_FINANCING, at.start, at.end, at.text, 0.8)
    return Draft(
        kind=Told(Kind.FUNDING_ROUND, at.start, at.end, scene.content[at.start : at.end], frame.confidence),
        company=company,
        investors=tuple(investors),
        amount=amount,
        round=round_,
        round_label=label,
        status=_status(sentence, scene, phrase, frame),
        background=history.recalled(sentence, frame.verb, scene.content, of_round=True)
        or _of_old(sentence, phrase)
        or _had_before(sentence, phrase, frame),
        confidence=frame.confidence,
    )


def _of_old(sentence: Sentence, phrase: Phrase | None) -> Told[bool] | None:
    """Return the word by which a round is an earlier one: "led its |last| round in 2017"."""
    for i in range(phrase.first - 3, phrase.first) if phrase is not None and phrase.first > 2 else ():
        if sentence.low(i) in {"former", "existing"} and sentence.low(i - 1) in {"its", "'s", "’s", "the", "their"}:
            token = sentence.tokens[i]
            return Told(True, token.start, token.end, token.text, 0.7)  # "replaces its |former| credit facility of"
    for i in range(phrase.first - 1, phrase.core) if phrase is not None else ():
        token = sentence.tokens[max(i, 0)]
        if token.low in {"last", "previous", "prior"} and sentence.low(i - 1) in {"its", "the", "'s", "’s"} | _OWN:
            return Told(True, token.start, token.end, token.text, 0.7)
    return None


def _had_before(sentence: Sentence, phrase: Phrase | None, frame: Frame) -> Told[bool] | None:
    """Return the "had" before a round that no verb governs: "In 2022 Acme |had| invested $9M in the startup's bond"."""
    if phrase is None or frame.verb != phrase.core:
        return None
    had = next((k for k in range(phrase.first - 1, max(0, phrase.first - 14), -1) if sentence.low(k) == "had"), None)
    if had is None or any(sentence.low(k) in w.SAY | {"it", "they", ","} for k in range(max(0, had - 3), had)):
        return None
    token = sentence.tokens[had]
    return Told(True, token.start, token.end, token.text, 0.7)


_OWN: Final = w.words("their our her his")
_LENDS: Final = ("borrow", "lend", "lent")


def _status(sentence: Sentence, scene: Scene, phrase: Phrase | None, frame: Frame) -> Told[Status] | None:
    if phrase is not None and frame.verb == phrase.core and sentence.low(phrase.last) in w.TALKS:
        talks = sentence.tokens[phrase.last]  # "in funding |talks| at"
        return Told(Status.IN_TALKS, talks.start, talks.end, talks.text, 0.8)
    if (
        sentence.title
        and phrase is not None
        and frame.verb == phrase.core
        and (told := status.planned(sentence, phrase.first, scene.content))
    ):
        return told
    told = status.read(sentence, frame.verb, scene.content, progressive=frame.plan, infinitive=frame.plan)
    if told is not None or phrase is None:
        return told
    return (
        _upcoming(sentence, phrase)
        or _not_signed(sentence, phrase, frame)
        or _closing(sentence, scene, phrase, frame)
        or _reported(sentence, frame)
    )


_CAMPAIGNS: Final = w.words("round campaign fundraise fundraising raise")


def _not_signed(sentence: Sentence, phrase: Phrase, frame: Frame) -> Told[Status] | None:
    """Return the words by which a round is only on paper: "a |term sheet| for a note", "has |targeted| a seed of"."""
    verb = sentence.tokens[frame.verb]
    if verb.low in {"targeted", "targets", "target"}:
        return Told(Status.IN_TALKS, verb.start, verb.end, verb.text, 0.7)
    campaign = {sentence.low(k) for k in range(phrase.core, phrase.last + 3)} & _CAMPAIGNS
    bare = sentence.low(frame.verb + 1) not in {"with", "out", "off", "from"}
    if campaign and bare and verb.low.startswith(("launch", "start", "kick", "begin", "began")):
        return Told(Status.IN_TALKS, verb.start, verb.end, verb.text, 0.7)
    for i in range(max(0, phrase.first - 4), phrase.first):
        if sentence.low(i) == "sheet" and sentence.low(i - 1) == "term":
            token = sentence.tokens[i]
            return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.8)
    return None


def _reported(sentence: Sentence, frame: Frame) -> Told[Status] | None:
    """Return the word by which a sentence ends on whose report it gives: "raised $9M, China Wire |reported|."."""
    amid = next((k for k in range(frame.verb, min(frame.verb + 30, len(sentence.tokens)))
                 if sentence.low(k) in {"reported", "reports"} and sentence.low(k + 1) == ","), None)  # fmt: skip
    end = amid or len(sentence.tokens) - 1 - (sentence.tokens[-1].text == ".")
    comma = next((k for k in range(end - 1, max(frame.verb, end - 6), -1) if sentence.low(k) == ","), end)
    named = all(t.caps for t in sentence.tokens[comma + 1 : end])
    if sentence.low(end) not in {"reported", "reports"} or end - comma < 2 or not named:
        return None
    token = sentence.tokens[end]
    return Told(Status.RUMOURED, token.start, token.end, token.text, 0.7)


def _closing(sentence: Sentence, scene: Scene, phrase: Phrase, frame: Frame) -> Told[Status] | None:
    """Return the words between verb and phrase that say that a round is closed: "announced |the close of| a round"."""
    tokens = sentence.tokens
    return (
        status.closed(scene.content, tokens[frame.verb].end, tokens[phrase.core].start)
        if frame.verb < phrase.core
        else None
    )


def _upcoming(sentence: Sentence, phrase: Phrase) -> Told[Status] | None:
    """Return the word by which a phrase is of a round to come: "an |upcoming| secondary sale"."""
    for token in sentence.tokens[phrase.first : phrase.last]:
        if token.low in {"upcoming", "planned", "potential", "proposed"}:
            return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.8)
    return None


def round_of_phrase(sentence: Sentence, phrase: Phrase) -> tuple[Told[Round] | None, Told[str] | None]:
    """Return the stage that a phrase names and the words of its label, where it has one."""
    mixed = any(t.low == "equity" for t in sentence.tokens[phrase.core : phrase.last])
    for i in phrase.labels:
        told = sentence.tokens[i].round
        if told is not None and not (mixed and sentence.tokens[i].low == "debt"):
            return Told(told.value.round, told.start, told.end, told.quote, told.confidence), Told(
                told.value.label, told.start, told.end, told.quote, told.confidence
            )
    if phrase.sums and sentence.low(phrase.last) == "secondary":
        token = sentence.tokens[phrase.last]
        return Told(Round.SECONDARY_MARKET, token.start, token.end, token.text, 0.8), None
    for token in sentence.tokens[phrase.core : phrase.last]:
        if token.low in w.DEBT_NOUN and not any(t.low == "equity" for t in sentence.tokens[phrase.core : phrase.last]):
            return Told(Round.DEBT_FINANCING, token.start, token.end, token.text, 0.8), None
        if token.low in {"grant", "grants", "award"}:
            return Told(Round.GRANT, token.start, token.end, token.text, 0.8), None
    return None, None
