"""Text → sentences of tokens, in which a sum of money or the name of a round is one token.

Offsets count in `Article.content`, so a run of tokens is a quote as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from dealwire.core.extract.english import words as w
from dealwire.core.extract.rounds import RoundLabel
from dealwire.model import Money, Told

WORD: Final = "word"
NUMBER: Final = "number"
PUNCT: Final = "punct"
MONEY: Final = "money"
ROUND: Final = "round"

MAX_TOKENS: Final = 400
"""A sentence is cut here: no writer's sentence is longer, and every rule is at most quadratic in it."""

_ABBREVIATION = (
    r"(?:Inc|Corp|Ltd|Pte|Pvt|Pty|Sdn|Bhd|Co|Cos|Bros|LLC|St|Dr|Mr|Mrs|Ms|Jr|Sr|Prof|Messrs|vs|No|approx|"
    r"Approx|Calif|Mass|"
    r"Conn|Fla|Ill|Tex|Pa|Va|Md|Minn|"
    r"Wis|Mich|Colo|Ariz|Ore|Wash|Tenn|Ala|Ga|Ind|Mo|Nev|Okla|Neb|Kan|Ont|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|"
    r"Sep|Oct|Nov|Dec)\."
)
_TOKEN = re.compile(
    r"(?P<break>\n)|(?P<wire>(?:BRIEF|EXCLUSIVE|UPDATE \d|REFILE|RPT|CORRECTED)[-—:](?=\S))"
    r"|(?P<ticker><?\b[A-Z0-9]{2,6}\.(?:O|N|OQ|PA|L|DE|BO|NS|HK|T|SS|SZ|TO|AX|MI|AS|ST|HE|OL|CO|KS|KQ|SI|MC|"
    r"VX|S|SA|K|A|F|BR|VI|TA|TW|CD|V)\b(?!\.)>?)"
    r"|(?P<abbreviation>(?:[A-Z]\.){2,}(?:-\w+)?|[A-Z]\.(?=\s[A-Z][\w’'])|[A-Z][a-z]{1,3}\.(?=\s[A-Z]\.\s)|"
    + _ABBREVIATION
    + r"(?:-\w+)?)"
    r"|(?P<number>\d{1,12}(?:[.,]\d{1,6}){0,6}(?!\w)%?)"
    r"|(?P<possessive>['’]s?(?!\w)|‘s(?!\w))"
    r"|(?P<word>@?[^\W_]\w*(?:(?:['’](?!s\b)|(?!--|(?<=[a-z]{3})\.(?:The|It|Its|In|This|That|He|She|They|We|A|"
    r"An|As|At|On|For|With)\b)[.&+/@*‑-]{1,2})\w+)*[+]?)"
    r"|(?P<dash>--+|[—–―]|(?<=\s)-(?=\s))"
    r"|(?P<other>[^\s\w]|_)"
)
_END = frozenset({".", "!", "?", "…"})
_BULLET = w.words("• · ▪ ● * ‣ ■ ► |")
_STARTERS = w.words(
    "the it its in this these that he she they we a an as at on for with founded terms financial both after "
    "according existing other led based new since under through to but and our i you while when if investors "
    "participants proceeds"
)
_RESUMES = w.words("the it its this these that he she they we other existing investors")
_DASHES = w.words("-- — – ― -")
_DATELINE_WORDS = frozenset({"and", "of", "the", "via"})
_MONTHS = w.words(
    "january february march april may june july august september october november december jan. feb. mar. "
    "apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jun jul aug sept sep oct nov dec"
)
_LEGAL_DOT = w.words("inc. corp. ltd. pte. pvt. pty. bhd. co. llc. cos. bros. jr. sr.")


class Token(NamedTuple):
    """A word, a figure, a sign, a sum or the name of a round."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    caps: bool = False
    """Written as names are: with a capital, or letters and figures mixed, or as a web address."""
    money: Told[Money] | None = None
    round: Told[RoundLabel] | None = None


class Sentence(NamedTuple):
    """A sentence, an item of a list, or a headline. `titled` is true where nearly Every Word Has a Capital."""

    tokens: tuple[Token, ...]
    title: bool
    titled: bool

    def low(self, i: int) -> str:
        """Return the token at i in lower case, or "" past either end."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    @property
    def start(self) -> int:
        """Where its first character stands in the content."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.tokens[-1].end


_PICTURES: Final = "\U0001f000"
"""From here on characters are pictures: flags, faces."""
_MARKS: Final = frozenset("™®©℠\ufe0f\u200d")
_DOMAIN = re.compile(
    r"[\w-]+\.(?:com|ai|io|co|net|org|me|app|tv|fm|ly|is|it|so|dev|tech|xyz|health|bio|de|in|us|eu|gg"
    r"|vc|capital|ventures|fund|cloud|one|life|space|earth|energy|finance|bank|shop|store|studio|systems|network|global"
    r"|world|uk|fr|nl|se|ch|es|pl|jp|cn|sg|au|ca)\Z",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?:[a-z]+\d+[a-z]*|\d+(?!(?:th|st|nd|rd|am|pm|mm|km|kg|bn|mn|tn|hr|hrs|cm|gb|tb|mw|gw|kwh|mwh|mg|ml|"
    r"pc|pct|min|sec|years?|days?|months?|yo|fold)\Z)[a-z]{2,}\d*|\di)\Z"
)


def _is_caps(text: str, low: str) -> bool:
    if text != low:
        return True
    if "." in text and _DOMAIN.match(text):
        return True
    return _MIXED.match(text) is not None


def typed_tokens(money: Sequence[Told[Money]], rounds: Sequence[Told[RoundLabel]]) -> list[Token]:
    """Return the tokens of sums and of round labels, in order and apart from each other; a sum wins over a label."""
    found = [Token(told.quote, told.quote.lower(), told.start, told.end, MONEY, money=told) for told in money]
    found += [
        Token(told.quote, told.quote.lower(), told.start, told.end, ROUND, told.quote[:1].isupper(), round=told)
        for told in rounds
    ]
    found.sort(key=lambda token: (token.start, token.kind == ROUND))
    apart: list[Token] = []
    for token in found:
        if not apart or token.start >= apart[-1].end:
            apart.append(token)
    return apart


def tokenise(content: str, begin: int, stop: int, typed: Sequence[Token]) -> list[Token]:
    """Return the tokens of a stretch of text, those of sums and labels among them."""
    tokens: list[Token] = []
    at = begin
    for token in typed:
        if token.start < at or token.end > stop:
            continue
        _plain(content, at, token.start, tokens)
        tokens.append(token)
        at = token.end
    _plain(content, at, stop, tokens)
    return tokens


def _plain(content: str, begin: int, stop: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(content, begin, stop):
        kind = match.lastgroup
        if kind == "wire" or (kind == "ticker" and tokens and tokens[-1].start >= begin):
            continue  # "Acme Corp ACME.O said"
        if kind == "ticker":
            kind = "word"
        text = match.group()
        if kind in {"word", "abbreviation"}:
            low = text.lower()
            tokens.append(Token(text, low, match.start(), match.end(), WORD, _is_caps(text, low)))
        elif kind == "number":
            tokens.append(Token(text, text, match.start(), match.end(), NUMBER))
        elif text == "*" and _is_emphasis(content, match.start()):
            continue
        elif text == "‘s":
            tokens.append(Token("’s", "'s", match.start(), match.end(), PUNCT))
        elif text < _PICTURES and text not in _MARKS:
            tokens.append(Token(text, text.replace("’", "'"), match.start(), match.end(), PUNCT))


def _is_emphasis(content: str, at: int) -> bool:
    """Tell whether an asterisk stands at a word: "**Acme** raised" is no list."""
    return (
        content[at + 1 : at + 2].isalnum()
        or (at > 0 and content[at - 1].isalnum())
        or "**" in content[max(0, at - 1) : at + 2]
    )


def sentences(content: str, title_end: int, stop: int, typed: Sequence[Token]) -> list[Sentence]:
    """Cut a text into sentences: at full stops, line ends, semicolons and bullets."""
    found: list[Sentence] = []
    pending: list[Token] = []
    tokens = tokenise(content, 0, stop, typed)

    lined = True  # the sentence begins a line

    def flush(*, line: bool = False) -> None:
        nonlocal lined
        if any(t.kind is not PUNCT for t in pending):
            heads = line and lined and bool(found) and _is_heading(pending)
            found.append(Sentence(tuple(pending), pending[0].start < title_end or heads, _is_titled(pending)))
        pending.clear()
        lined = line

    listing = _listing_semicolons(tokens)
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text == "\n" or (token.text in _BULLET and (not pending or _divides(pending[-1], token))):
            flush(line=token.text == "\n")
            continue
        if token.text == "-" and not pending:
            continue  # the sign of a list's item
        if token.text in {")", "."} and len(pending) == 1 and _numbers(pending[0]) and lined:
            pending.clear()
            continue  # "1) Acme raised", "2. Beta raised"
        if token.text == "," and lined and after is not None and after.caps and _is_city(pending, after):
            pending.clear()
            continue
        wired = token.text == "/" and pending and pending[-1].kind is NUMBER and any(t.low in _WIRES for t in pending)
        if (token.text in _DASHES or wired) and _is_dateline(pending, after):
            pending.clear()
            continue
        pending.append(token)
        if (token.kind is NUMBER and _is_bare_dateline(pending, after)) or (
            token.text == ")" and lined and _is_agency(pending, after)
        ):
            pending.clear()
            continue
        if len(pending) >= MAX_TOKENS or (i not in listing and _ends(token, after)):
            flush()
    flush()
    return found


def _numbers(token: Token) -> bool:
    """Tell whether a figure can number a list's items."""
    return token.kind is NUMBER and token.text.isdigit() and len(token.text) <= 2


def _divides(before: Token, sign: Token) -> bool:
    """Tell whether a sign amid a line begins another item: not in "P•TAL"."""
    return sign.text in "•▪●‣■►|" and before.end < sign.start


HEADING: Final = 14
"""Tokens of the longest heading within a text."""


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Tell whether a line of its own within a text is a heading: brief, and no full stop at its end."""
    ends = tokens[-1].kind is PUNCT and tokens[-1].text not in {")", "%", "'", "+"}
    return 1 < len(tokens) <= HEADING and not ends


_PEOPLE_AND_FIRMS: Final = 14
"""Tokens of the longest item of a list of names: "Jane Doe, former chief executive of Acme"."""


def _listing_semicolons(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the semicolons that only divide names: "from Jane Doe, founder of Acme|;| Bo Li|;| and Quayside"."""
    found: set[int] = set()
    begin = -1
    plain = True
    for i, token in enumerate(tokens):
        if token.text == ";" or token.text in _END or token.text == "\n":
            if (
                begin >= 0
                and plain
                and i - begin <= _PEOPLE_AND_FIRMS
                and (
                    tokens[begin + 1].text[:1].isupper()
                    or tokens[begin + 1].low == "and"
                    or tokens[begin + 1].kind == MONEY
                )
            ):
                found.add(begin)
            begin = i if token.text == ";" else -1
            plain = True
        elif token.kind == MONEY and i and (i - 1 == begin or tokens[i - 1].low == "and"):
            continue  # "; |$80 billion| Kelp State Board, Oslo;"
        elif token.kind in {MONEY, ROUND} or token.low in _TELLS:
            plain = False
    return frozenset(found)


_TELLS: Final = w.VERB | w.AUXILIARY - {"'s", "'"} | {"which", "it", "its", "they"}


_WIRES: Final = w.words("accesswire prnewswire newsfile einpresswire newswire cnw")


def _is_dateline(before: Sequence[Token], after: Token | None) -> bool:
    """Tell whether what stands before a dash is where and when a release was sent: "BERLIN, June 3 (Reuters) — "."""
    if before and len(before) == 2 and before[0].low in _MONTHS and before[1].kind == NUMBER and after is not None:
        return after.caps  # "September 30 – Acme"
    if not before or after is None or len(before) > 24 or not (after.caps or after.text in {"(", "“", '"'}):
        return False
    if not all(t.caps or t.kind in {NUMBER, PUNCT} or "/" in t.text or t.text in _DATELINE_WORDS for t in before):
        return False
    if _is_quoted(before):
        return False
    shout = before[0].text.isupper() and len(before[0].text) > 2
    return any(t.text == ")" for t in before) or (
        shout
        and all(t.text.isupper() or t.kind is not WORD or t.low in _MONTHS or t.text.endswith(".") for t in before)
    )


def _is_quoted(before: Sequence[Token]) -> bool:
    """Tell whether a firm and its ticker stand before a dash, as the label of an item: "Acme Corp. (ACM) – "."""
    if len(before) < 4 or before[-1].text != ")" or before[-3].text != "(":
        return False
    ticker = before[-2]
    plain = not any(t.text == "," or t.kind is NUMBER for t in before)
    shout = before[0].text.isupper() and len(before[0].text) > 4
    return plain and not shout and ticker.text.isupper() and len(ticker.text) <= 5 and ticker.low not in _AGENCIES


def _is_bare_dateline(before: Sequence[Token], after: Token | None) -> bool:
    """Tell whether a sentence has its place and day before it without a dash: "MUMBAI, March 7 |Acme said"."""
    if after is None or not after.caps or after.kind is not WORD or not 2 <= len(before) <= 9:
        return False
    place = before[0].text
    if len(before) == 2 and before[0].low in _MONTHS and place.istitle():
        return before[1].text.isdigit() and len(before[1].text) <= 2  # "April 14 |Acme's offering"
    shout = place.isupper() and len(place) > 2 and before[-2].low in _MONTHS | {","}
    month = any(t.low in _MONTHS for t in before[1:])
    return shout and month and all(t.caps or t.kind is not WORD for t in before)


def _is_city(before: Sequence[Token], after: Token) -> bool:
    """Tell whether a line opens with where it was written and no more: "New Delhi, |Acme on Friday said|"."""
    placed = after.low in w.PLACE | w.NATIONALITY or after.low.endswith("-based")
    return " ".join(t.low for t in before) in _CITIES and not placed


_CITIES: Final = frozenset(
    ("new delhi", "mumbai", "bengaluru", "hyderabad", "chennai", "kolkata", "pune", "ahmedabad", "gurugram", "noida")
)
"""Cities after which Indian newswires set a comma in place of a dash."""


def _is_agency(before: Sequence[Token], after: Token | None) -> bool:
    """Tell whether a bracket closes a dateline that no dash follows: "New Delhi, May 22 (PTI) |Acme on Monday".

    A line that opens with a name in brackets says who sent it, whoever that is: "(Harbour Post) |Acme said".
    """
    if after is None or not after.caps or after.kind is not WORD or not 3 <= len(before) <= 14:
        return False
    opened = next((k for k in range(len(before) - 1, -1, -1) if before[k].text == "("), 0)
    if before[0].text == "(" and opened == 0:
        return all(t.caps for t in before[1:-1])
    named = 1 <= len(before) - opened - 2 <= 3 and any(t.low in _AGENCIES for t in before[opened + 1 : -1])
    return named and all(t.caps or t.kind is not WORD for t in before[:opened])


_AGENCIES: Final = w.words(
    "pti ani ians reuters ap afp xinhua rttnews newswires upi cnn cnbc bbc wsj nyt bernama kyodo yonhap tass efe dpa "
    "ips uni bloomberg"
)


def _ends(token: Token, after: Token | None) -> bool:
    if after is None or token.text == ";":
        return True
    if token.kind is PUNCT:
        if token.text not in _END or (after.start == token.end and not (after.caps and after.low in _STARTERS)):
            return False
        return after.kind is not WORD or after.caps or not after.text[:1].islower()
    initial = len(token.text) == 2 and token.text[1] == "."
    if token.text.count(".") > 1 and after.low in _RESUMES and after.caps:
        return True  # "in the U.S. The round was"
    return (token.low in _LEGAL_DOT or initial) and after.text[:1].isupper() and after.low in _STARTERS


def _is_plain(token: Token) -> bool:
    """Tell whether a word that a headline would write with a capital has none."""
    return token.kind is WORD and not token.caps and token.low not in w.FUNCTION


SENTENCE_WORDS: Final = 4
"""Long words with capitals that a sentence with a full stop needs to be taken for a headline."""


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Tell whether words are capitalised as in a headline's title case: only small words are not."""
    words = [t for t in tokens if t.kind is WORD and len(t.text) > 4]
    if tokens[-1].text == "." and (len(words) < SENTENCE_WORDS or any(_is_plain(t) for t in tokens)):
        return False
    if len(words) < 2:
        return all(t.caps for t in words)
    if any(_is_plain(t) and t.low in w.VERB for t in tokens):
        return False  # "Harbor Group to |buy| Pinnacle Business Systems"
    return sum(t.caps or t.text[0].isupper() for t in words) >= 0.8 * len(words)
