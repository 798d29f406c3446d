"""How far a deal has come, with the words that say so."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.english import groups, names
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import PUNCT, Sentence, Token
from dealwire.model import Status, Told

_TALKS: Final = re.compile(
    r"\b(?:in (?:\w+ ){0,2}(?:talks|discussions|negotiations)|(?:holds?|held|holding|having|had|"
    r"has had|opens?|opened|resumes?|resumed|enter(?:s|ed|ing)?(?: into)?) (?:\w+ ){0,2}(?:talks|discussions"
    r"|negotiations)|"
    r"(?:express(?:es|ed)|shows?|shown|showed) (?:\w+ ){0,2}interest in|talks (?:to|with|over|about|for)|"
    r"negotiat(?:ing|es)|seek(?:s|ing)?|sought|plan(?:s|ning|ned)? (?:to|a|on)|aim(?:s|ing|ed)? (?:to|for|"
    r"at)|hop(?:es|ing) to|want(?:s|ed)? to|looking (?:to|for|at)|looks to|"
    r"consider(?:s|ing)|discuss(?:es|ing)|contemplat(?:es|ing)|weigh(?:s|ing)|mull(?:s|ing)"
    r"|explor(?:es|ing)|eye(?:s|ing)|expect(?:s|ed) to|"
    r"expected to|set to|poised to|about to|on track to|prepar(?:es|ing) (?:to|for)|"
    r"close to (?:a |an )?(?:rais|clos|secur|deal|buy|acquir|finali[sz]|\w+ing)|near(?:s|ing)? (?:a |"
    r"an )?(?:\S+ ){0,4}(?:deal|round|rais\w+|agreement|funding|investment|acquisition|valuation|takeover|"
    r"buyout|sale)|"
    r"in the process of|intend(?:s|ing)? to|(?:could|may|might)(?! (?:still )?(?:change|vary|differ|not))"
    r"|targeting|targets?|pursu(?:es?|ing)|in (?:early|"
    r"advanced|late|final) stages?|working on|bids? to (?:raise|win|secure)|"
    r"courting|vying|vies|front-?runners?|in the running|competing|shortlisted|kick(?:s|ed|ing) off (?:a |"
    r"its )?(?:fund|rais)|approached|letter of intent|interested in|"
    r"lean(?:s|ing) towards?|trying to|try to|gearing up|readies|lining up|lines up|out to raise|"
    r"(?:said|reported|believed|understood|rumou?red) to (?:be )?(?:weigh|consider|mull|explore|eye|plan|seek|want)|"
    r"begins? (?:raising|fundraising)|"
    r"start(?:s|ed) raising|back in the market|on standby to|ready to (?:buy|acquire|bid))\b",
    re.IGNORECASE,
)
_RUMOUR: Final = re.compile(
    r"\b(?:sources? (?:say|said|tell|told|close|familiar|with)|"
    r"sources (?:\w+ ){1,6}(?:told|said)|(?:according|"
    r"per) (?:to )?(?:\w+ ){0,4}(?:sources?|people|reports?|person|filing by)|people (?:say|said|familiar|"
    r"with (?:direct )?knowledge|close|briefed)|says "
    r"(?:Bloomberg|Reuters|TechCrunch|Axios|CNBC|Forbes|the WSJ|the FT)\b|"
    r"(?:is|are|was|were) (?:said|believed|understood|rumou?red|reported|thought) to|reports? (?:say|said|"
    r"suggests?|claims?|indicates?)|report says|the people said|(?:industry|banking|market) (?:sources|insiders)"
    r"|person familiar|rumou?red|rumou?rs?|"
    r"appears to have|may have (?:already )?(?:raised|closed|secured)|(?:Bloomberg|Reuters|The Information|TechCrunch|"
    r"Axios|CNBC|WSJ|the Wall Street Journal|the Financial Times|FT|Sky News|Nikkei|Caixin|(?:The )?Economic "
    r"Times|Mint|"
    r"Moneycontrol|Business Insider|Forbes|Fortune|the (?:New York )?Times|Handelsblatt|Globes|Calcalist|Yonhap|Kyodo|"
    r"(?:local )?media|newspapers?) (?:(?:first )?reported|reports|says|said)|"
    r"(?:reported|reports) by (?:Bloomberg|Reuters|The Information|Axios|CNBC)|\s?(?:,|:|—|-|–) ?(?:(?:media "
    r"|news )?report|"
    r"source|Bloomberg(?: News)?|WSJ|FT|NYT|Nikkei|Sky News|CNBC|The Information|Caixin|paper|media)s?\s*\Z"
    r"|, (?:the )?(?-i:(?:[A-Z][\w.&'’-]* ){1,4})(?:has |first |exclusively )?(?:reported|reports)"
    r"(?: on (?-i:[A-Z])\w+)?[.]?\Z"
    r"|unconfirmed|\b(?:word|talk) (?:is that|has it))",
    re.IGNORECASE,
)
_HEARSAY: Final = w.words("reportedly allegedly apparently supposedly purportedly")
"""Words of hearsay of their own clause alone: not of the raise in "raised $9M, which reportedly values it"."""
_ALL_BUT_DONE: Final = re.compile(
    r"\b(?:near(?:s|ing)?|close to|clos(?:es|ing) in on|finali[sz]ing|(?:is|are) closing"
    r"|(?:set|poised|about|expected) to (?:clos|finali|sign|announc|complet|seal)\w*)\b",
    re.IGNORECASE,
)
"""Talks that, told on hearsay, are a deal as good as done."""
_SAID_TO: Final = re.compile(
    r"\b(?:said|rumou?red|reported|believed|understood|thought) to (?:have |be )?(?!in\b|seek|consider|weigh"
    r"|explor|look|mull"
    r"|plan|discuss|talk|want|eye|prepar|rais(?!e\b)|be\b)\w+",
    re.IGNORECASE,
)
"""Hearsay of a deal done: "said to raise", not "said to be in talks"."""
_ABANDONED: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)? off|walk(?:s|ed|ing) away|"
    r"(?:scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|shelv(?:e|es|ed|ing)|ditch(?:es|ed)|withdr(?:aws?|ew|"
    r"awn|awing)) (?:\S+ ){0,8}(?:deals?|mergers?|agreements?|acquisitions?|takeovers?|bids?|offers?|IPO|rounds?|"
    r"plans?|attempts?|efforts?|approach|talks|purchase|sale|offering|listing|flotation|float|debut|raise|buyout"
    r"|investment|fundraising|pursuit|tie-up|transaction"
    r"|funding|financing|"
    r"series|seed|pre-seed)"
    r"|(?:was|were|been|"
    r"is) (?:scrapped|abandoned|shelved|withdrawn)|"
    r"c(?:omes?|ame) to an end|terminat(?:e|es|ed|ing|ion) (?:\S+ ){0,5}(?:deal|plans?|pursuit|merger"
    r"|agreement|acquisition|talks|takeover|combination|transaction|purchase|sale|bid)|"
    r"(?:vot(?:es?|ed) down|call(?:s|ed) time on|pull(?:s|ed) the plug on|(?:will|would) not (?:go ahead|proceed)"
    r"|won['’]t (?:go ahead|proceed)|let(?:s|ting)? (?:\S+ ){0,6}(?:lapse|expire))|"
    r"(?:deals?|bids?|offers?|takeovers?|mergers?|acquisitions?|talks|negotiations|approach)\b[^,;]{0,60} "
    r"(?:lapsed|expired|(?:ha(?:s|ve|d) )?(?:broken|broke) (?:down|off))|"
    r"(?:pull(?:s|ed)?|back(?:s|ed)?) out of|f(?:e|a)lls? (?:through|apart)|"
    r"fell through|fallen through|"
    r"no longer (?:acquir|buy|pursu|plan|merg|rais|going|being)\w*|"
    r"pull(?:s|ed)? (?!in\b)(?:\S+ ){0,4}(?:IPO|listing|offering|float|flotation|debut|bid|offer)|"
    r"drop(?:s|ped)? (?:\S+ ){0,4}(?:bid|offer|plan|plans|deal|IPO|pursuit|acquisition)|cancel(?:s|led|"
    r"ed)? (?:\S+ ){0,6}(?:deal|IPO|merger|round|acquisition|listing|offering|takeover|purchase|sale|investment|"
    r"plans?)|"
    r"(?:deal|merger|acquisition|takeover|talks) (?:\w+ )?(?:is off|are off|was off|dead|collapsed?|ended|"
    r"broke down)|(?:came|comes|come) to (?:an end|nothing|naught)|"
    r"(?:deals?|plans?|bids?|offers?|takeovers?|mergers?|acquisitions?|talks)\b[^,;]{0,90} (?:collaps(?:ed|es)"
    r"|unravel(?:led|ed|s))|"
    r"mutually (?:agreed|agree) to (?:end|terminate)"
    r"|was (?:terminated|scrapped|abandoned|"
    r"called off|blocked)|"
    r"end(?:s|ed)? (?:\S+ ){0,5}(?:deal|merger|talks|acquisition|bid|offer|takeover|pursuit)|kill(?:s|ed) (?:\S+ "
    r"){0,4}(?:deal|merger|"
    r"acquisition))\b",
    re.IGNORECASE,
)
_BARRED: Final = re.compile(
    r"\b(?<!to )(?<!temporarily )(?:block(?:s|ed)|bar(?:s|red)|prohibit(?:s|ed)|veto(?:es|ed)|thwart(?:s|ed)"
    r"|strikes down|struck down) (?:\S+ ){0,8}(?:deal|merger|acquisition|takeover|purchase|bid|sale"
    r"|transaction|tie-up|buying|acquiring)",
    re.IGNORECASE,
)
"""Words of a deal that others forbid, which ends it unless the parties go on: "would |appeal|"."""
_APPEAL: Final = re.compile(r"\b(?:appeal|contest|challenge the|fight the)", re.IGNORECASE)
_MIGHT: Final = re.compile(r"\b(?:could|may|might|would|can|to)(?: still)? \Z")
_RESOLVED: Final = re.compile(r"\b(?:agree[ds]?|decided|chose|opted|forced|had) to \Z")
"""Before words of an end: it is settled, as in "agreed |to| end its bid"."""
_CLOSED: Final = re.compile(
    r"\b(?:close of|clos(?:es|ed|ing)(?! to\b| down| in on)|complet(?:es|ed|ing|ion)|finali[sz](?:es|ed|ing)|"
    r"conclud(?:es|ed|ing)|wrap(?:s|ped) up|consummat(?:es|ed)|final close|first close|second close)\b",
    re.IGNORECASE,
)
_OVER: Final = re.compile(r"\b(?:has|have) (?:now |just )?been (?:successfully )?(?:completed|closed|finali[sz]ed)\b")
"""A deal's end told behind its verb: "a tender offer to acquire B |has been completed|"."""
_THEN: Final = re.compile(
    r"(?<=\bdeal that )closed\b|(?<=\btransaction that )closed\b|(?<=\bdeal which )closed\b"
    r"|(?:and|then) closed (?:it|the (?:deal|transaction|purchase))\b"
)
"""A deal's end in the clause behind its verb: "bought B in a deal that |closed| in May"."""
_DENIED: Final = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could) ?(?:not|n['’]t)|isn['’]t|"
    r"aren['’]t|hasn['’]t|haven['’]t|won['’]t|doesn['’]t|didn['’]t|never"
    r"|den(?:y|ies|ied)(?! (?:that )?(?:it|they) (?:is|was|were|are) in (?:talks|discuss))(?! (?:a|the|media"
    r"|press|news|any)? ?(?:news |media |press )?(?:reports?|rumou?rs?|speculation))|"
    r"no plans?|"
    r"without raising|"
    r"rul(?:es|ed) out|refus(?:es|ed)|declin(?:es|ed) to (?:sell|be|raise)|reject(?:s|ed|ing)|"
    r"turn(?:s|ed|ing) down|rebuff(?:s|ed|ing)|"
    r"snub(?:s|bed)|spurn(?:s|ed)|shun(?:s|ned)|failed to|fails to|unable to|instead of|rather than)\b",
    re.IGNORECASE,
)


def _quote(content: str, start: int, end: int, status: Status, confidence: float) -> Told[Status]:
    return Told(status, start, end, content[start:end], confidence)


def search(pattern: re.Pattern[str], content: str, start: int, end: int) -> re.Match[str] | None:
    """Search a stretch of the content, no wider than a sentence."""
    return pattern.search(content, start, min(end, start + 2000))


def group_span(sentence: Sentence, verb: int) -> tuple[int, int]:
    """Return the characters of the verb group that ends at `verb`, and two words more."""
    head = groups.head_of_group(sentence, verb)
    return sentence.tokens[head].start, sentence.tokens[min(verb + 2, len(sentence.tokens) - 1)].end


def of_noun(sentence: Sentence, noun: int, content: str) -> Told[Status] | None:
    """Return the words before the noun of a deal, or right after it, that say it is talked of or near: they win.

    "is |exploring| a takeover of B, sources said", "merger |talks|", "|nears| sale of B".
    """
    tokens = sentence.tokens
    if sentence.low(noun + 1) in w.TALKS:
        token = tokens[noun + 1]
        return _quote(content, token.start, token.end, Status.IN_TALKS, 0.8)
    first = next((k + 1 for k in range(noun - 1, max(-1, noun - 9), -1) if tokens[k].kind == PUNCT), max(0, noun - 8))
    start, end = tokens[first].start, tokens[noun].end
    if (done := search(_ALL_BUT_DONE, content, start, end)) and not _told_by_party(sentence):
        return _quote(content, done.start(), done.end(), Status.RUMOURED, 0.6)
    found = search(_TALKS, content, start, end)
    return _quote(content, found.start(), found.end(), Status.IN_TALKS, 0.8) if found else None


def planned(sentence: Sentence, end: int, content: str) -> Told[Status] | None:
    """Return the words before token `end` of a headline that say that a deal is sought, or None."""
    found = search(_TALKS, content, sentence.start, sentence.tokens[end].start)
    return _quote(content, found.start(), found.end(), Status.IN_TALKS, 0.7) if found else None


_STATED: Final = {
    "closed": Status.CLOSED,
    "completed": Status.CLOSED,
    "complete": Status.CLOSED,
    "pending": Status.IN_TALKS,
    "withdrawn": Status.ABANDONED,
    "terminated": Status.ABANDONED,
    "cancelled": Status.ABANDONED,
}


def stated(sentence: Sentence) -> Told[Status] | None:
    """Return how far a deal has come as a line of its own says it: "Status: Closed", "Deal status: completed"."""
    colon = next((i for i, t in enumerate(sentence.tokens[:4]) if t.text == ":"), 0)
    if not colon or sentence.low(colon - 1) != "status" or len(sentence.tokens) > colon + 3:
        return None
    told = sentence.tokens[min(colon + 1, len(sentence.tokens) - 1)]
    stage = _STATED.get(told.low)
    return Told(stage, told.start, told.end, told.text, 0.9) if stage is not None else None


_NO_PLANS: Final = ("get", "receiv", "announc", "reveal", "unveil", "disclos", "report", "confirm")
_BEING: Final = w.words("is are was were be been 's currently")


def read(
    sentence: Sentence, verb: int, content: str, *, progressive: bool = False, infinitive: bool = False
) -> Told[Status] | None:
    """Return what a sentence says of how far the deal of its verb has come, or None: told as fact.

    `progressive`: "is raising" is no more than a plan; `infinitive`: so is "to raise".
    """
    tokens = sentence.tokens
    start, end = group_span(sentence, verb)
    if (found := search(_OVER, content, end, sentence.end)) or (found := search(_THEN, content, end, sentence.end)):
        return _quote(content, found.start(), found.end(), Status.CLOSED, 0.8)
    if sentence.low(verb - 1) == "in" and sentence.low(verb - 2) in {"interested", "interest"}:
        start = tokens[verb - 2].start
    found = search(_ABANDONED, content, sentence.start, sentence.end) or _barred(content, sentence.start, sentence.end)
    if (
        found
        and (
            found.group().startswith("no longer")
            or not _MIGHT.search(content, max(0, found.start() - 12), found.start())
            or _RESOLVED.search(content, max(0, found.start() - 20), found.start())
        )
        and not _of_another(sentence, verb, found)
    ):
        return _quote(content, found.start(), found.end(), Status.ABANDONED, 0.8)
    found = search(_TALKS, content, start, end) or _talked_of(sentence, verb, content) or _vied(sentence, verb, content)
    if done := search(_ALL_BUT_DONE, content, start, end):
        if said := _said(sentence, verb, content):
            return said
        if done.group()[:4].lower() in {"near", "clos"} and not _told_by_party(sentence):
            return _quote(content, done.start(), done.end(), Status.RUMOURED, 0.6)
    if heard := search(_SAID_TO, content, start, end):
        return _quote(content, heard.start(), heard.end(), Status.RUMOURED, 0.8)
    if found:
        return _quote(content, found.start(), found.end(), Status.IN_TALKS, 0.9)
    head = tokens[start_index(sentence, start)]
    if (
        progressive
        and tokens[verb].low.endswith("ing")
        and not tokens[verb].low.startswith(_NO_PLANS)
        and (head.low in _BEING or (sentence.title and verb > 0 and names.is_part(sentence, verb - 1)))
    ):
        return _quote(content, tokens[verb].start, tokens[verb].end, Status.IN_TALKS, 0.8)
    if infinitive and verb > 0 and _is_infinitive(sentence, verb):
        return _quote(content, tokens[verb - 1].start, tokens[verb].end, Status.IN_TALKS, 0.7)
    if said := _said(sentence, verb, content):
        return said
    if found := search(_CLOSED, content, start, end):
        return _quote(content, found.start(), found.end(), Status.CLOSED, 0.9)
    return None


def _told_by_party(sentence: Sentence) -> bool:
    """Tell whether a sentence ends on who of the company says so: ", its founder said"."""
    said = next((i for i, t in enumerate(sentence.tokens) if t.low in w.SAY and t.low.startswith("sa")), 0)
    return said > 0 and not any(t.low in {"source", "sources", "people", "person"} for t in sentence.tokens)


def _talked_of(sentence: Sentence, verb: int, content: str) -> re.Match[str] | None:
    """Return the talks that a gerund is the matter of: "has held |talks| with A and B about raising $9M"."""
    if not sentence.low(verb).endswith("ing"):
        return None
    talks = next((k for k in range(verb - 1, max(0, verb - groups.FAR), -1) if sentence.low(k) in w.TALKS), None)
    if talks is None or any(sentence.low(k) in _CLAUSE_OPENS - {"and", "with"} for k in range(talks, verb)):
        return None
    return re.compile(r"\w+").match(content, sentence.tokens[talks].start)


_VYING: Final = w.words("vying vies competing race racing exclusivity interest negotiations discussions")


def _vied(sentence: Sentence, verb: int, content: str) -> re.Match[str] | None:
    """Return the word that governs a verb of what is but wanted: "|vying| with B to buy C", "|interest| in buying"."""
    if sentence.low(verb - 1) not in {"to", "in", "for", "of"}:
        return None
    for k in range(verb - 2, max(-1, verb - 8), -1):
        if sentence.tokens[k].kind == PUNCT or sentence.low(k) in _CLAUSE_OPENS - {"and", "with"}:
            return None
        if sentence.low(k) in _VYING:
            return re.compile(r"\w+").match(content, sentence.tokens[k].start)
    return None


def heard(sentence: Sentence, verb: int, content: str) -> Told[Status] | None:
    """Return the words by which a sentence is on the word of reports, or None."""
    return _said(sentence, verb, content)


def _said(sentence: Sentence, verb: int, content: str) -> Told[Status] | None:
    if found := search(_RUMOUR, content, sentence.start, sentence.end):
        return _quote(content, found.start(), found.end(), Status.RUMOURED, 0.8)
    heard = _hearsay(sentence, verb)
    return _quote(content, heard.start, heard.end, Status.RUMOURED, 0.8) if heard is not None else None


_CLAUSE_OPENS: Final = w.words("that which who whose while as after before following despite ; : — – and but")


def _hearsay(sentence: Sentence, verb: int) -> Token | None:
    """Return the word of hearsay in the clause of a verb, if it has one: "has |reportedly| raised"."""
    for i, token in enumerate(sentence.tokens):
        if token.low not in _HEARSAY:
            continue
        first, last = sorted((i, verb))
        if i < verb and _is_aside(sentence, i, verb):
            continue  # "Acme, |whose sales are reportedly up|, has raised"
        apart = i > verb and any(sentence.low(k) == "," for k in range(verb, i - 1))
        if not apart and not any(sentence.low(k) in _CLAUSE_OPENS for k in range(first + 1, last)):
            return token
    return None


def _is_aside(sentence: Sentence, i: int, verb: int) -> bool:
    """Tell whether a word stands in a relative clause that ends before a verb."""
    opens = any(
        sentence.low(k) in {"whose", "which", "who"} and sentence.low(k - 1) == "," for k in range(max(1, i - 12), i)
    )
    return opens and any(sentence.low(k) == "," for k in range(i + 1, verb))


_APART: Final = w.words("after following since despite before")


def _of_another(sentence: Sentence, verb: int, found: re.Match[str]) -> bool:
    """Tell whether words stand in another clause than the verb: "A in talks to buy B |after its deal with C| fell"."""
    at = start_index(sentence, found.start())
    first, last = sorted((verb, at))
    return any(sentence.low(k) in _APART for k in range(first, last)) or (
        at < verb and sentence.low(0) in _APART and any(sentence.low(k) == "," for k in range(at, verb))
    )


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is in "to raise", "will soon raise": not in "to have raised"."""
    before = verb - 1 - (sentence.low(verb - 1) in w.ADVERB)
    eager = any(sentence.low(k) in _EAGER for k in range(before - 3, before))
    if eager and sentence.low(verb) in w.SAY | w.LEAD | {"announce", "share", "confirm", "reveal", "back", "support"}:
        return False  # "are excited to |announce|"
    if sentence.low(before) == "to" and (sentence.low(before - 2), sentence.low(before - 1)) in _COULD:
        return False  # "was able to raise"
    if sentence.low(before) == "to" and sentence.low(before - 1) in {"managed", "manages"}:
        return False
    if sentence.low(before) == "to" and groups.head_of_group(sentence, verb) == verb:
        return not any(t.low in _DONE_BY for t in sentence.tokens[max(0, before - 10) : before])
    return sentence.low(before) in {"to", "will"}


_COULD: Final = frozenset({("was", "able"), ("were", "able"), ("been", "able")})
_EAGER: Final = w.words("excited thrilled pleased proud delighted happy honored honoured glad")
_DONE_BY: Final = w.words(
    "used uses beat beats helped helps enabled enables allowed allows defied defies leveraged emerges emerged "
    "bucks bucked overcame overcomes shrugged rode rides turned "
    "parlayed parlays convinced persuaded went"
)
"""Verbs whose infinitive tells what came of it: "used its head start to raise $9M"."""


def start_index(sentence: Sentence, start: int) -> int:
    """Return the index of the token that begins at a character."""
    return next((i for i, t in enumerate(sentence.tokens) if t.start >= start), 0)


RULED_OUT: Final = 9
"""Tokens before a verb group within which a deal is ruled out in so many words."""
_RULED_OUT: Final = re.compile(
    r"\b(?:no (?:plans?|intention|interest|need)|rul(?:es|ed) out|not (?:planning|interested|considering|looking)) "
    r"(?:(?!but|and|while)\S+ ){0,4}\Z"
)


def is_denied(sentence: Sentence, verb: int, content: str) -> bool:
    """Tell whether the verb's group says that the deal is not: "has not raised", "denies it will buy"."""
    head = groups.head_of_group(sentence, verb)
    reach = 6 if sentence.low(head - 1) in {"it", "they"} else 3 if sentence.tokens[verb].money is None else 5
    first = max(0, head - reach)
    further = sentence.tokens[max(0, head - RULED_OUT)].start
    if _RULED_OUT.search(content, further, sentence.tokens[verb].start):
        return True  # "has no plans to make a takeover offer"
    return search(_DENIED, content, sentence.tokens[first].start, sentence.tokens[verb].end) is not None


_TALKS_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|squelch(?:es|ed)|quash(?:es|ed)|scotch(?:es|ed)|sho(?:t|ots) down"
    r"|play(?:s|ed) down|downplay(?:s|ed)|tamp(?:s|ed) down|rebut(?:s|ted)|baseless|untrue"
    r"|(?:not|no|n['’]t)(?: \w+){0,3} (?:talks|discussions|negotiations|discussion|engaged)"
    r"|(?:is|are|was|were) not (?:considering|engaged|in (?:talks|discussions)))\b",
    re.IGNORECASE,
)
_TALKED_OF: Final = re.compile(
    r"\b(?:talks|discussions?|negotiat\w+|rumou?rs?|reports?|speculation|chatter|considering|interest(?:ed)? in"
    r"|approach(?:ed)?|planning)\b",
    re.IGNORECASE,
)


def talks_denied(sentence: Sentence, at: int, content: str) -> Told[Status] | None:
    """Return the words that deny no more than talk of a deal, which is then talked of.

    "denied it is in talks to buy B".
    """
    if not is_denied(sentence, at, content):
        return None
    found = search(_TALKS_DENIED, content, sentence.start, sentence.tokens[at].start)
    talked = search(_TALKED_OF, content, sentence.start, sentence.end)
    if found is None or talked is None:
        return None
    return _quote(content, found.start(), found.end(), Status.IN_TALKS, 0.6)


def abandoned(content: str, start: int, end: int) -> Told[Status] | None:
    """Return the words in a stretch that say that a deal is off, or None."""
    found = search(_ABANDONED, content, start, end) or _barred(content, start, end)
    if found is None or _MIGHT.search(content, max(0, found.start() - 12), found.start()):
        return None
    return _quote(content, found.start(), found.end(), Status.ABANDONED, 0.8)


def _barred(content: str, start: int, end: int) -> re.Match[str] | None:
    found = search(_BARRED, content, start, end)
    return None if found is None or search(_APPEAL, content, start, len(content)) else found


def closed(content: str, start: int, end: int) -> Told[Status] | None:
    """Return the words in a stretch that say that a deal is closed, or None."""
    found = search(_CLOSED, content, start, end)
    return _quote(content, found.start(), found.end(), Status.CLOSED, 0.8) if found else None


_COMPLETED: Final = re.compile(
    r"\b(?:clos(?:es|ed)|complet(?:es|ed)|completion of|finali[sz](?:es|ed)|wrap(?:s|ped) up|consummated"
    r"|conclud(?:es|ed)"
    r"|(?:became|becomes|has become) effective)\b",
    re.IGNORECASE,
)


def completed(sentence: Sentence, noun: int, content: str) -> Told[Status] | None:
    """Return the words around the noun of a deal that say that it is done: "|closed| its acquisition of", or None."""
    tokens = sentence.tokens
    end = min(noun + 14, len(tokens) - 1)
    found = search(_COMPLETED, content, tokens[max(0, noun - 8)].start, tokens[end].end)
    return _quote(content, found.start(), found.end(), Status.CLOSED, 0.8) if found else None
