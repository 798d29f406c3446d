"""Investors that raise a fund of their own: launched, closed, sought."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, brackets, fund_sizes, history, names, parties, phrases, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.governors import governor
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, PUNCT, ROUND, WORD, Sentence
from dealwire.model import Kind, Money, Status, Told

Who = list[names.Name] | str | None

_FUND_VERB: Final = w.RAISE | w.verbs(
    "exceed beat launch unveil debut build form establish start create introduce open kick roll",
    "hold holds held holding set sets setting begin begins began make makes made",
)


def read_fund(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the fund that a sentence tells: raised, launched or closed."""
    tokens = sentence.tokens
    if sized := fund_sizes.sized(sentence, scene) or fund_sizes.reached(sentence, scene):
        return sized
    if not any(t.low in w.FUND_NOUN or t.low in _ROMAN or t.low in {"commitments", "vehicles"} for t in tokens):
        return close_told(sentence, scene)
    parts = sums.classify(sentence)
    drafts: list[Draft] = []
    for phrase in phrases.find(sentence, parts):
        fund = _fund_phrase(sentence, phrase)
        given = sentence.low(phrase.last) in {"from", "led"} and sentence.low(phrase.last - 1) == "funds"
        if given and phrase.sums and "in" in phrase.nouns:
            return []  # "raised $5M in venture capital |funds from| Acme Ventures (lead), Pelt"
        if not fund:
            continue
        who, verb = _manager(sentence, phrase)
        if who is None or status.is_denied(sentence, verb, scene.content):
            continue
        company = scene.company(sentence, who, 0.8)
        if company is None or any(d.company is not None and d.company.value == company.value for d in drafts):
            continue
        if drafts and not phrase.sums:
            break
        if not phrase.sums and _is_mere_money(sentence, phrase, verb):
            continue
        money = (
            tokens[phrase.sums[0]].money
            if phrase.sums
            else (_fund_size(sentence, phrase, parts) or _cap_before(sentence, phrase, parts))
        )
        if money is None and not phrase.is_fund:
            continue
        at = tokens[verb]
        told = (
            status.read(sentence, verb, scene.content, progressive=True, infinitive=True)
            or _begun(sentence, verb)
            or _closed(sentence, phrase, scene)
        )
        drafts.append(
            Draft(
                kind=Told(Kind.FUND_CLOSE, at.start, at.end, at.text, 0.8),
                company=company,
                amount=money,
                status=told,
                background=history.recalled(sentence, verb, scene.content) or _earlier(sentence, phrase, scene),
                confidence=0.8,
            )
        )
    if len(drafts) == 1 and (several := _several(sentence, parts, drafts[0])):
        return several
    if drafts and drafts[0].amount is None and (size := close_told(sentence, scene)):
        return [replace(drafts[0], amount=size[0].amount, status=size[0].status or drafts[0].status)]
    return (
        drafts
        or _targeted(sentence, scene, parts)
        or _named_fund(sentence, scene, parts)
        or close_told(sentence, scene)
    )


def _several(sentence: Sentence, parts: dict[int, Sum], first: Draft) -> list[Draft]:
    """Return the funds of one house that a sentence lists: "two funds: a $9M seed fund |and a $20M growth fund|".

    Where the first sum is that of the others, they are the funds, and it is none.
    """
    sized = [p for p in phrases.find(sentence, parts) if p.sums and _fund_phrase(sentence, p)]
    joined = [p for p in sized[1:] if sentence.low(p.first - 1) in {"and", ",", ":", "plus"}]
    sums_ = [sentence.tokens[p.sums[0]].money for p in joined]
    rest = [replace(first, amount=money) for money in sums_ if money is not None]
    if not rest or len(rest) != len(sized) - 1 or first.amount is None:
        return []
    values = [d.amount.value.value for d in rest if d.amount is not None]
    return rest if len(rest) > 1 and sum(values) == first.amount.value.value else [first, *rest]


_MEETS: Final = w.verbs("reach exceed surpass top", "hits hit hitting meets met beats beat beating")


def _targeted(sentence: Sentence, scene: Scene, parts: dict[int, Sum]) -> list[Draft]:
    """Read "Acme |hit its $50M target| for its third fund", "Acme tops target with |$50M close| for its fund"."""
    fund = any(t.low in w.FUND_NOUN for t in sentence.tokens)
    for i in range(1, len(sentence.tokens) - 2):
        if sentence.low(i) not in _MEETS or not fund:
            continue
        near = [sentence.low(k) for k in range(i + 1, i + 6)]
        money = next((k for k in range(i + 1, i + 8) if parts.get(k) not in {None, Sum.TOTAL}), None)
        company = scene.company(sentence, parties.subject(sentence, i), 0.7)
        if not {"target", "goal", "hard-cap", "cap"} & set(near) or money is None or company is None:
            continue
        token = sentence.tokens[i]
        told = status.read(sentence, i, scene.content, infinitive=True)
        told = told or status.closed(scene.content, token.start, sentence.end)
        kind = Told(Kind.FUND_CLOSE, token.start, token.end, token.text, 0.7)
        return [Draft(kind=kind, company=company, amount=sentence.tokens[money].money, status=told, confidence=0.7)]
    return []


def _begun(sentence: Sentence, verb: int) -> Told[Status] | None:
    """Return the words by which a fund is only being raised: "has launched |fundraising| for a $50M fund"."""
    at = next((k for k in range(verb + 1, verb + 4) if sentence.low(k) in {"fundraising", "fund-raising"}), None)
    if at is None or not sentence.low(verb).startswith(("launch", "start", "kick", "beg", "open", "plan")):
        return None
    token = sentence.tokens[at]
    return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.8)


_EARLIER: Final = w.words("previous prior predecessor earlier")


def _earlier(sentence: Sentence, phrase: Phrase, scene: Scene) -> Told[bool] | None:
    """Return the word by which a fund is one of old: "for its |previous| fund"."""
    for token in sentence.tokens[phrase.first : phrase.last + 8]:
        if token.low in _EARLIER:
            return Told(True, token.start, token.end, scene.content[token.start : token.end], 0.7)
        if token.kind == PUNCT:
            break
    return None


def _is_mere_money(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """Read "lands new funds", "begins raising funds": money, not a fund."""
    if sentence.low(phrase.last - 1) != "funds" or sentence.low(verb) not in w.RAISE_PLAIN:
        return False
    plain = all(sentence.low(k) in {"new", "fresh", "more", "additional"} for k in range(verb + 1, phrase.core))
    return plain or not sentence.low(verb).startswith(("rais", "clos"))


_TOWARDS: Final = w.words("for in across towards toward")


def _fund_phrase(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase is of a fund: "its second fund", "$50M for its new fund", "$11M in commitments"."""
    tokens = sentence.tokens
    if sentence.low(phrase.last) in {"raising", "raise", "raiser"}:
        return False  # "a €20 million Series A fund |raising| campaign"
    if "round" in {sentence.low(k) for k in range(phrase.first, phrase.last)} and sentence.low(phrase.last - 2) == "of":
        return False  # "a new round of fund"
    if phrase.labels and not any(t.low in w.FUND_NOUN for t in tokens[phrase.core : phrase.last]):
        return False
    words = {t.low for t in tokens[phrase.core : phrase.last]}
    if any(
        sentence.low(k) == "investment" and sentence.low(k + 1) == "in" for k in range(phrase.core, phrase.last + 1)
    ):
        return False  # "a $50 million cash |investment in| Kelp Opportunity Fund"
    if phrase.sums and sentence.low(phrase.last - 1) == "funds" and "in" in words:
        return False  # "$5M in new funds"
    if phrase.nouns & {"fundraising", "fundraise"} and sentence.low(phrase.last) in {"for", "on"}:
        return any(sentence.low(k) in {"fund", "funds"} for k in range(phrase.last + 1, phrase.last + 8))
    if phrase.is_fund and (tokens[phrase.last - 1].low in w.FUND_NOUN or tokens[phrase.core].low in w.FUND_NOUN):
        return True
    if any(t.low in {"commitments", "commitment"} for t in tokens[phrase.core : phrase.last + 3]):
        return bool(phrase.sums)
    if not phrase.sums:
        return False
    i = phrase.last
    if sentence.low(i) == "from":
        i = backers.read_list(sentence, i + 1)[1]  # "raised €60m |from Acme and Pelt| for its first fund"
    if i < len(tokens) and tokens[i].low in _TOWARDS:
        for j in range(i + 1, min(i + 10, len(tokens))):
            if tokens[j].low in {"fund", "funds"} or (tokens[j].low == "vehicles" and tokens[i].low == "across"):
                return True
            if tokens[j].kind == PUNCT or tokens[j].kind == MONEY or tokens[j].low in {"funding", "from", "to", "led"}:
                return False
    return False


_FUND_PREPOSITION: Final = frozenset({"", "on", "with", "of", "in", "for", "up", "off"})
_NOT_FUND_VERB: Final = w.words("has have use take takes")


def _manager(sentence: Sentence, phrase: Phrase) -> tuple[Who, int]:
    tokens = sentence.tokens
    found = governor(sentence, phrase)
    i = phrase.first - 1
    while (
        i > 0
        and phrase.first - i < 4
        and tokens[i].text not in {"'s", "’s", "'", "’"}
        and tokens[i].kind == WORD
        and tokens[i].low not in w.VERB
    ):
        i -= 1
    if i > 0 and tokens[i].text in {"'s", "’s", "'", "’"}:
        name = names.run_before(sentence, i - 1)
        if name is not None and phrase.sums:
            return [name], phrase.core
    if found is not None:
        verb, preposition = found
        low = tokens[verb].low
        if low in _FUND_VERB and preposition in _FUND_PREPOSITION and low not in _NOT_FUND_VERB:
            return parties.subject(sentence, verb) or _the_manager(sentence, verb), verb
        return None, phrase.core
    if sentence.low(phrase.last) == "from" and phrase.first <= 1 and phrase.sums:
        end = names.run_after(sentence, phrase.last + 1)
        named = names.trim(sentence, phrase.last + 1, end) if end > phrase.last + 1 else None
        return ([named] if named else None), phrase.core  # "The new $50M fund |from Acme| will"
    made = _made_by(sentence, phrase)
    if made is not None:
        return made
    market = {"market", "trail"} & {sentence.low(k) for k in range(phrase.first - 4, phrase.first - 1)}
    if market and sentence.low(phrase.first - 1) == "with" and (who := parties.main_subject(sentence, phrase.first)):
        return who, phrase.core  # "Acme is back in the |market with| a $50M fund"
    if sentence.low(phrase.first - 1) == "with" and sentence.low(phrase.first - 2) in {"out", "back"}:
        return parties.subject(sentence, phrase.first - 3), phrase.core  # "Acme is out |with| a new $50M fund"
    return None, phrase.core


_MADE: Final = w.words("launched raised closed unveiled established formed announced started debuted")


def _made_by(sentence: Sentence, phrase: Phrase) -> tuple[Who, int] | None:
    """Return the manager of "A new $50M fund |has been launched by Acme|"."""
    made = next((k for k in range(phrase.last, phrase.last + 4) if sentence.low(k) in _MADE), None)
    if made is None or sentence.low(made + 1) != "by" or phrase.first > 1:
        return None
    end = names.run_after(sentence, made + 2)
    name = names.trim(sentence, made + 2, end) if end > made + 2 else None
    return ([name], made) if name is not None else None


def _the_manager(sentence: Sentence, verb: int) -> str | None:
    """Return the pronoun that "the early-stage |fund| held", "the buyout |house| closed" stands for."""
    plain = [t for t in sentence.tokens[max(0, verb - 8) : verb] if t.kind == WORD]
    noun = bool(plain) and plain[-1].low in {"fund", "house", "outfit", "manager"} and not plain[-1].caps
    return PRONOUN if noun and any(t.low == "the" for t in plain) else None


def _cap_before(sentence: Sentence, phrase: Phrase, parts: dict[int, Sum]) -> Told[Money] | None:
    """Return the size that opens a sentence: "At its hard cap of |$300M|, Acme closed its fund"."""
    money = next((i for i in range(min(10, phrase.first)) if parts.get(i) is not None), None)
    at = sentence.low(0) in {"at", "with", "hitting", "reaching"} and money is not None
    capped = at and any(
        sentence.low(k) in {"cap", "target", "commitments", "close"} for k in range(1, (money or 0) + 4)
    )
    return sentence.tokens[money].money if capped and money is not None else None


def _fund_size(sentence: Sentence, phrase: Phrase, parts: dict[int, Sum]) -> Told[Money] | None:
    """Read "closed its first fund, at over |$307m|", "a fund with $250M in commitments"."""
    for i in range(phrase.last, min(phrase.last + 10, len(sentence.tokens))):
        if parts.get(i) in {Sum.AMOUNT, Sum.VALUATION, Sum.TOTAL}:
            return sentence.tokens[i].money
    return None


def _closed(sentence: Sentence, phrase: Phrase, scene: Scene) -> Told[Status] | None:
    end = sentence.tokens[min(phrase.last + 2, len(sentence.tokens) - 1)].end
    start = sentence.tokens[max(0, phrase.first - 6)].start  # "|held the second close| of its first fund"
    return status.closed(scene.content, start, end)


_ROMAN: Final = w.words("i ii iii iv v vi vii viii ix x xi xii")
_FUND_STOP: Final = w.words("funding financing round series from by led into that who which because investment stake")
_RAISES: Final = w.verbs(
    "close raise launch announce complete secure unveil finalize debut",
    "hold holds held holding",
)


def _named_fund(sentence: Sentence, scene: Scene, parts: dict[int, Sum]) -> list[Draft]:
    """Read "Acme closes Acme Fund III at $300M", "closed its latest Europe-focused fund, at $10M".

    "Acme Fund III closes at $300M".
    """
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.kind != WORD or token.low not in _RAISES or i == 0 or (token.caps and not sentence.titled):
            continue
        if token.low.startswith("announc") and any(
            sentence.low(k) in _RAISES and sentence.low(k + 1) != "of" for k in range(i + 1, i + 6)
        ):
            continue
        owner = _owner(sentence, i)
        who = [owner] if owner else parties.subject(sentence, i)
        subject_fund = owner is not None or (
            isinstance(who, list) and any(_is_fund_word(sentence, j) for j in range(who[-1].first, who[-1].last))
        )
        if isinstance(who, list) and len(who) > 1:
            continue
        if subject_fund and owner is None and token.low.startswith(_UNVEILS) and not _tells_close(sentence, i):
            continue  # "Kelp Fund announced a $30M challenge"
        fund = i if subject_fund else _fund_after(sentence, i) or _fund_before(sentence, i)
        if fund is None or not who or status.is_denied(sentence, i, scene.content):
            continue
        money = next(
            (k for k in parts if i < k < max(fund, i) + 14 and parts[k] in {Sum.AMOUNT, Sum.VALUATION, Sum.TOTAL}), None
        )
        if money is None or tokens[money].money is None or any(t.low in _FUND_STOP for t in tokens[i:money]):
            continue
        beyond = tokens[money + 1 : money + 9]
        if any(t.kind == ROUND or t.low == "round" for t in beyond[:4]) and not any(
            t.low in w.FUND_NOUN for t in beyond
        ):
            continue  # "Acme II launches with $77M in series A financing"
        company = scene.company(sentence, who, 0.7)
        if company is None:
            continue
        at = Told(Kind.FUND_CLOSE, token.start, token.end, token.text, 0.75)
        told = status.read(sentence, i, scene.content, progressive=True, infinitive=True)
        told = told or status.closed(scene.content, token.start, tokens[fund].end)
        return [
            Draft(
                kind=at,
                company=company,
                amount=tokens[money].money,
                status=told,
                background=history.recalled(sentence, i, scene.content),
                confidence=0.7,
            )
        ]
    return []


_UNVEILS: Final = ("announc", "launch", "unveil", "debut")


def _tells_close(sentence: Sentence, verb: int) -> bool:
    near = {sentence.low(k) for k in range(verb + 1, verb + 12)}
    return bool(near & {"close", "closing", "commitments", "raise", "fund", "at", "with"})


def _owner(sentence: Sentence, verb: int) -> Name | None:
    """Return whose fund closes: "|Acme|'s second growth fund closed"."""
    noun = verb - 1
    while noun > 2 and sentence.low(noun) in {"has", "have", "had", "just"}:
        noun -= 1
    noun = brackets.skip_brackets(sentence, noun)
    if noun < 2 or not _is_fund_word(sentence, noun) or sentence.low(verb) not in _STEPS | _CLOSING:
        return None
    owns = next((k for k in range(noun - 1, max(0, noun - 6), -1) if sentence.low(k) in {"'s", "’s", "'", "’"}), None)
    return names.run_before(sentence, owns - 1) if owns else None


_CLOSING: Final = w.verbs("close")


def _is_fund_word(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    if sentence.low(i + 1) in {"raising", "raise", "raiser"}:
        return False  # "a |fund| raising campaign"
    if tokens[i].low == "funds" and sentence.low(i - 1) in w.RAISE_PLAIN:
        return False  # "to raise |funds| at a $9B valuation": money
    if tokens[i].low in {"fund", "funds"}:
        return sentence.low(i - 1) != "to" and "in" not in {sentence.low(i - 1), sentence.low(i - 2)}
    return (
        tokens[i].low in _ROMAN
        and tokens[i].text.isupper()
        and i > 0
        and tokens[i - 1].caps
        and tokens[i - 1].low != "series"
    )


def _fund_before(sentence: Sentence, verb: int) -> int | None:
    """Return where a fund that "it" points back to is told: "behind its debut fund, closed |it| at $9M"."""
    if sentence.low(verb + 1) != "it" or not sentence.low(verb).startswith("clos"):
        return None
    earlier = any(_is_fund_word(sentence, k) for k in range(verb))
    return verb + 1 if earlier else None


_CLOSES: Final = w.words("first second third final initial interim")
_STEPS: Final = w.verbs(
    "head near eye target plan reach hit hold achieve announce set make mark", "holds held made makes"
)


def close_told(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "Acme heads for $180m |close|", "Acme holds first |close| at $90M": the fund itself left out."""
    tokens = sentence.tokens
    for i in range(2, len(tokens)):
        if tokens[i].low != "close" or any(t.kind == ROUND or t.low in w.FIRM_NOUN for t in tokens):
            continue
        sized = brackets.skip_brackets(sentence, i - 2)
        final = tokens[i - 1].low in _CLOSES and tokens[sized].kind == MONEY  # "held a $175 million final close"
        priced = tokens[i - 1].kind == MONEY
        if not priced and tokens[i - 1].low not in _CLOSES:
            continue
        beyond = next((t.money for t in tokens[i : i + 8] if t.money is not None), None)
        money = tokens[sized].money if final else tokens[i - 1].money or beyond
        verb = next((k for k in range(i - 1, max(0, i - 11), -1) if tokens[k].low in _STEPS), None)
        owner = _owner(sentence, verb) if verb else None
        who = [owner] if owner else parties.subject(sentence, verb) if verb else None
        company = scene.company(sentence, who, 0.7) if verb else None
        if verb is None or money is None or company is None or not isinstance(who, list):
            continue
        at = tokens[i]
        told = status.read(sentence, verb, scene.content, progressive=True, infinitive=True)
        ahead = tokens[verb].low.startswith(("head", "near", "ey", "target", "plan"))
        token = tokens[verb]
        plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7) if ahead else None
        kind = Told(Kind.FUND_CLOSE, at.start, at.end, at.text, 0.7)
        return [Draft(kind=kind, company=company, amount=money, status=told or plan, confidence=0.7)]
    return []


def _fund_after(sentence: Sentence, verb: int) -> int | None:
    """Return the word for a fund in the object of a verb, if it is one."""
    for i in range(verb + 1, min(verb + 16, len(sentence.tokens))):
        token = sentence.tokens[i]
        if _is_fund_word(sentence, i):
            roman = sentence.low(i + 1) in _ROMAN
            return i + roman
        described = (
            token.text == "," and sentence.tokens[i - 1].caps and sentence.low(i + 1) in {"its", "a", "the", "their"}
        )
        if token.low in _FUND_STOP or (token.text in {";", ":", ","} and not described):
            return None
    return None
