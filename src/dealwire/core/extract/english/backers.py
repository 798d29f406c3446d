"""Lists of backers: "led by A, with participation from B and existing investors C and D" → names with their roles."""

from __future__ import annotations

from typing import Final, NamedTuple

from dealwire.core.extract.english import appositions, names, objects
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.appositions import CAPITAL_POSTS, POST
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence
from dealwire.model import Investor, Role, Told

MAX_BACKERS: Final = 40

_EXISTING: Final = w.words(
    "existing current previous returning insiders inside repeat long-time longtime prior earlier return insider early"
)
_KIN: Final = w.words(
    "investor investors backer backers shareholder shareholders firm firms fund funds venture capital angel "
    "angels business strategic new existing current previous returning other the a an family office offices "
    "private equity growth vc vcs participation from of by including include includes such as like well "
    "several notable prominent global u.s us uk european american chinese indian japanese german french "
    "british israeli korean singapore swiss swedish silicon valley arm group individual individuals its their "
    "founder founders ceo co-founder entrepreneur entrepreneurs both all managed advised affiliated "
    "affiliates billionaire companies company corporate lead also fellow institutional former investment bank "
    "insiders insider long-time longtime repeat prior earlier first-time sovereign wealth pension giant "
    "giants heavyweights titans majors tech technology internet e-commerce chipmaker carmaker automaker "
    "retailer conglomerate crypto quant early-stage late-stage seed-stage accelerator incubator startup state "
    "state-owned state-backed government local municipal firm's london-based new-york-based names big-name "
    "marquee high-profile leading top influential  many more certain various among syndicate "
    "consortium trio pair duo limited partners partner hedge manager asset life insurance insurer software "
    "hardware semiconductor semiconductors pharma pharmaceutical drugmaker energy oil media gaming food "
    "retail telecom electronics logistics platform vehicle subsidiary unit actor actress singer rapper "
    "athlete basketball football tennis star player celebrity celebrities executive executives operators "
    "leaders mogul veteran alongside plus follow-on participating support backed additional further together "
    "with seed like"
)
"""Words that may stand before the name of a backer in a list."""

_JOINERS: Final = w.words(", and & plus alongside with / or")
_STOP: Final = w.words(
    "others among will to at in for on after bringing is are was were has have that it amid while when said says"
)
_ARM: Final = w.words(
    "arm unit division fund affiliate subsidiary vehicle office investor founder co-founder ceo family "
    "venture ventures investment corporate"
)


class Backer(NamedTuple):
    """A name in a list, and whether the list says that it held shares before, or that it leads."""

    name: Name
    existing: bool
    lead: bool = False


def read_list(sentence: Sentence, i: int, stop: int | None = None) -> tuple[list[Backer], int]:
    """Return the backers of the list that begins at token i, and the index after it."""
    tokens = sentence.tokens
    n = len(tokens) if stop is None else min(stop, len(tokens))
    found: list[Backer] = []
    end = i
    existing = False
    alone = False
    before = i
    end = appositions.past_count(sentence, i, n)  # "from |two VC firms,| Acme"
    while len(found) < MAX_BACKERS:
        before = end
        if (last := _last_item(sentence, end, n, found)) is not None:
            found.append(Backer(last, existing))
            return found, last.last
        j, flag = _skip_kin(sentence, end, n, first=not found)
        if flag is not None or alone:
            existing = bool(flag)
        alone = bool(flag) and any(sentence.low(k) in _ONE for k in range(end, j))
        for _ in range(2):
            place = objects.place_end(sentence, names.run_after(sentence, j)) if j < n else 0
            if place:
                j, flag = _skip_kin(sentence, place, n, first=False)
                existing = existing if flag is None else flag
        if j >= n or _of_people(sentence, end, j):
            break
        item = _item(sentence, j, n)
        if item is None:
            break
        name, end = item
        apart = before - 1 - (sentence.low(before - 1) == "and")
        verb = sentence.low(end) in _NEXT_CLAUSE or (sentence.low(end) in _FINITE and not tokens[min(end, n - 1)].caps)
        if found and verb and end < n and sentence.low(apart) == ",":
            end = before
            break
        found.append(Backer(name, existing, _says_lead(sentence, end)))
        end = appositions.past_noun(sentence, appositions.skip(sentence, appositions.past_seat(sentence, end, n), n), n)
        if end >= n:
            break
        k = _joiner(sentence, end, n)
        if k == end:
            break
        end = k
    return found, end


_ONE: Final = w.words("investor backer shareholder insider")
"""Whom "existing" tells of alone: "repeat |investor| Acme as well as Pelt"."""
_OPENS: Final = w.words(", and while but ; : — – with whereas as of by from saw")
_LEFTOVER: Final = w.words(
    ", and also all both each again has have had others several other angels angel investors investor a an the "
    "number of "
    "group some more many individual individuals unnamed undisclosed existing backers backer reportedly is are "
    "were was "
    "additional strategic new private family offices office handful firm's company's startup's plus various dozens "
    "executives founders operators who which that earlier early previous prior current seed"
)


def list_before(sentence: Sentence, head: int, floor: int = 0) -> list[Backer]:
    """Return the longest list of backers that ends right before token `head`, those it leaves unnamed aside.

    "Acme, Pelt and several angels |joined|".
    """
    tokens = sentence.tokens
    floor = max((k + 1 for k in range(floor, head) if tokens[k].text == ":"), default=floor)
    for start in [floor, *(k + 1 for k in range(floor, head) if tokens[k].low in _OPENS)]:
        listed, end = read_list(sentence, start, head)
        if listed and all(t.low in _LEFTOVER and not t.caps for t in tokens[end:head]):
            return listed
    return []


_NAMED_NEXT: Final = w.words("firm investor company arm giant lender bank backer fund")


def _last_item(sentence: Sentence, j: int, n: int, found: list[Backer]) -> Name | None:
    """Read a name in small letters that ends a list: "Acme Ventures and |blisk|."."""
    tokens = sentence.tokens
    ends = j + 1 >= n or (j + 1 < n and tokens[j + 1].text in {".", ";"})
    if not found or not ends or j >= n or tokens[j].kind != WORD or sentence.low(j - 1) not in {"and", "&"}:
        return None
    low = tokens[j].low
    plain = (
        low in w.FUNCTION | w.GENERIC | w.VERB | _KIN | _STOP or low.endswith(("s", "ly", "ing", "ed")) or len(low) < 4
    )
    return None if plain else Name(j, j + 1)


_PEOPLE: Final = w.words(
    "founders co-founders executives leaders operators employees alumni engineers researchers veterans angels"
)


def _of_people(sentence: Sentence, i: int, j: int) -> bool:
    """Tell whether a list goes on with people it does not name: "A, B and |the founders of| Acme"."""
    return any(
        sentence.low(k) in _PEOPLE and sentence.low(k + 1) in {"of", "from", "at", "behind"} for k in range(i, j)
    )


_NEWCOMERS: Final = w.words("new other fellow strategic strategics angel angels")


def _skip_kin(sentence: Sentence, i: int, n: int, *, first: bool) -> tuple[int, bool | None]:
    """Skip "existing investors", "New York-based venture firm", "chipmaker".

    Tell if it says existing (True) or new (False).
    """
    tokens = sentence.tokens
    flag: bool | None = None
    j = i
    while j < n and j - i < 9:
        token = tokens[j]
        low = token.low
        if low in _EXISTING and not (token.caps and j > 0 and not sentence.titled):
            flag = (
                True
                if low not in {"longtime", "long-time"}
                or (j + 1 < n and tokens[j + 1].low.startswith(("investor", "backer", "shareholder")))
                else flag
            )
            j += 1
        elif low in _NEWCOMERS and (not token.caps or j == 0):
            flag = False if low in {"new", "angel", "angels"} or flag is None else flag
            j += 1
        elif low == "and" and j > i and sentence.low(j + 1) in _EXISTING | _NAMED_NEXT:
            j += 1  # "the local conglomerate and existing investor Acme"
        elif low in {"his", "her", "their"} and sentence.low(j + 1) in _FAMILY and j + 2 < n:
            j += 2  # "and |his wife| Ana Doe"
        elif low == "first-time":
            flag = False
            j += 1
        elif token.kind == MONEY and j + 1 < n and tokens[j + 1].caps and tokens[j + 1].kind == WORD:
            j += 1  # "the |$80 billion| Kelp State Board"
        elif (
            first and low in _COUNTED and any(sentence.low(k) in {"backers", "investors"} for k in range(j + 1, j + 4))
        ):
            j += 1  # "two new backers: Acme and"
        elif (first and token.text in {"--", "—", "–"} and sentence.low(j - 1).rstrip("s") in _CALLED) or (
            w.SUFFIX_DESCRIPTOR.match(token.text)
            or token.text in {"“", '"', "‘"}
            or (token.text == ":" and (first or sentence.low(j - 1) in {"investors", "backers"}))
            or (token.kind == ROUND and j + 1 < n and tokens[j + 1].low in _HOLDING)
        ):
            j += 1
        elif (
            token.text == ","
            and j > i
            and tokens[j - 1].low in _NAMED_NEXT
            and names.run_after(sentence, j + 1) > j + 1
        ):
            j += 1  # "from investment firm, Acme, as well as"
        elif (
            token.text == ","
            and j > i
            and sentence.low(j + 1) == "which"
            and sentence.low(j + 2) in {"include", "includes"}
        ):
            j += 3  # "existing investors, which include Acme"
        elif token.text == "," and j > i and sentence.low(j + 1) in {"including", "such"}:
            j += 2  # "all existing investors, including Acme"
        elif token.text == "," and j > i and sentence.low(j - 1) in _OF_ONE and j + 1 < n and tokens[j + 1].caps:
            j += 1  # "from global investment firm, Acme"
        elif token.text == "(" and j > i and sentence.low(j + 1) in {"including", "namely", "incl", "such"}:
            j += 2  # "existing investors (including Acme)"
        elif low in _STOP:
            break
        elif j + 1 < n and appositions.is_sort(sentence, j):
            j += 1  # "|VC| firm Acme"
        elif (low in _KIN and (not token.caps or (sentence.titled and _plain_word(sentence, j)))) or (
            token.caps
            and low.rpartition("-")[2] in w.NATIONALITY
            and j + 1 < n
            and not tokens[j + 1].caps
            and tokens[j + 1].kind != PUNCT
        ):
            j += 1
        elif (
            token.kind not in {PUNCT, MONEY, ROUND, NUMBER}
            and not token.caps
            and low not in w.FUNCTION
            and low not in w.VERB
            and (
                not low.endswith(("ing", "ed")) or (j + 1 < n and tokens[j + 1].low in _KIN and not tokens[j + 1].caps)
            )
        ):
            j += 1  # an unknown noun that describes: "perfume house", "toy maker"
        else:
            break
    return j, flag


_COUNTED: Final = w.words("two three four five six seven several")
_OF_ONE: Final = w.words("firm company investor giant group fund backer retailer")
_HOLDING: Final = w.words("investor investors backer backers shareholder shareholders lead leads participants")
_BEFORE_NAMES: Final = w.words(
    "existing investors investor new others backers including from by participation vc the a an firm giant "
    "giants startup angel angels"
)


def _plain_word(sentence: Sentence, j: int) -> bool:
    """Tell whether a capitalised word of a headline describes ("Existing Investors Acme") though a name follows it."""
    return sentence.tokens[j].low in _BEFORE_NAMES


def _item(sentence: Sentence, j: int, n: int) -> tuple[Name, int] | None:
    tokens = sentence.tokens
    if tokens[j].kind == NUMBER and sentence.low(j + 1) in _NUMBERED and len(tokens[j].text) > 2 and tokens[j + 1].caps:
        return Name(j, j + 2), j + 2
    end = names.run_after(sentence, j + (tokens[j].text == "The"))
    if end == j and (firm := _figure(sentence, j, n) or _oddly_named(sentence, j, n) or _spelt_small(sentence, j)):
        return Name(j, firm), firm
    if end == j or end > n:
        return None
    if end + 1 < n and tokens[end].text in {"'s", "’s"} and sentence.low(end + 1) in {"and", ",", ".", "&"}:
        return Name(j, end + 1), end + 1  # "featuring |Hershey's| and"
    for _ in range(2):
        if end + 1 < n and tokens[end].text in {"'s", "’s", "'", "’"}:
            after = end + 1 + (tokens[end + 1].text == "The")
            if names.run_after(sentence, after) > after and tokens[after].kind != NUMBER:
                own = appositions.is_plain_fund(
                    sentence, after, names.run_after(sentence, after)
                )  # "Acme's Growth Fund"
                j, end = (
                    j if own else after,
                    names.run_after(sentence, after),
                )  # "Laurene Powell Jobs' Emerson Collective"
                continue
            k = _past_arm(sentence, after, n)
            if k > after:
                named = k + (tokens[k].text == "," and _names_arm(sentence, j, k, n)) if k < n else k
                further = names.run_after(sentence, named)
                if further > named:
                    j, end = named, further  # "Google's venture arm GV", "Acme's founder's firm, Acme Ventures"
                    continue
                name = names.trim(sentence, j, end)
                return (name, k) if name else None
        break
    k = end
    while k < n and k - end < 3 and tokens[k].low in POST:
        k += 1
    if k > end and names.run_after(sentence, k) > k:
        j, end = k, names.run_after(sentence, k)  # "Stripe co-founder John Doe", "Acme parent Beta Holdings"
    if end + 1 < n and tokens[end].text in {"-", "–"} and tokens[end].start > tokens[end - 1].end:
        further = names.run_after(sentence, end + 1)
        if further > end + 1 and tokens[end].end < tokens[end + 1].start:
            return Name(j, further), further  # "Acme Ventures - Pelt Capital"
    firm = names.run_after(sentence, end + 1) if end + 1 < n and tokens[end].low == "at" else 0
    if firm > end + 2 and tokens[firm - 1].low in _INVESTING:
        j, end = end + 1, firm  # "Jane Doe at |Acme Ventures|"
    for k in range(j + 1, end - 1):
        if tokens[k].low in CAPITAL_POSTS:
            j = k + 1  # "Stripe CEO John Doe"
    end = appositions.arm_at(sentence, j, end)
    name = names.trim(sentence, j, end)
    return (name, end) if name else None


_NUMBERED: Final = w.words("startups fund global ventures capital partners")
"""Words of a firm whose name opens with a figure: "|1517| Fund"."""
_FIRM_WORDS: Final = w.words("capital ventures partners fund venture vc round")


def _figure(sentence: Sentence, j: int, n: int) -> int:
    """Return the index after a firm named by a figure in a list of firms, else 0: "Toyota Ventures, |1517|, and"."""
    tokens = sentence.tokens
    if tokens[j].kind != NUMBER or not tokens[j].text.isdigit() or j + 1 >= n or not j - 1 > 0:
        return 0
    listed = tokens[j - 1].text == "," and tokens[j + 1].text == "," and tokens[j - 2].caps
    return j + 1 if listed and tokens[j - 2].low not in w.MONTHS else 0


def _oddly_named(sentence: Sentence, j: int, n: int) -> int:
    """Return the index after a firm whose name opens with small words, else 0: "led by |All In Capital|"."""
    around = {sentence.low(j - 1), sentence.low(j + 1)}
    if sentence.tokens[j].caps and around == {","} and not sentence.titled and sentence.tokens[j].kind == WORD:
        return j + 1  # "Lightspeed, |Together|, and"
    if sentence.low(j) == "first" and sentence.low(j + 1) == "round" and sentence.tokens[j + 1].caps:
        return j + 2  # "USV, |First Round|, BoxGroup"
    for k in range(j, min(j + 5, n)):
        token = sentence.tokens[k]
        if not token.caps:
            return 0
        if token.low in _FIRM_WORDS:
            return k + 1 if k - j >= 2 else 0
    return 0


def _spelt_small(sentence: Sentence, j: int) -> int:
    """Return the index after a name that is spelt small and ends a list, else 0: "led by Acme and |blisce|."."""
    tokens = sentence.tokens
    token = tokens[j]
    known = token.low in w.FUNCTION | w.GENERIC | w.VERB | _KIN | _PEOPLE or token.low.endswith(("s", "ing", "ed"))
    joined = j > 1 and tokens[j - 1].low in {"and", "&"} and tokens[j - 2].caps
    ends = j + 1 == len(tokens) or tokens[j + 1].text in {".", ";"}
    return j + 1 if joined and ends and token.kind == "word" and not known else 0


def _past_arm(sentence: Sentence, i: int, n: int) -> int:
    """Return the index after the plain words for what an owner owns: "Acme's |corporate venture arm| GV"."""
    k = i
    while k < n and k - i < 6:
        token = sentence.tokens[k]
        plain = token.low in _ARM | _KIN | w.DESCRIPTOR or (token.kind == WORD and token.low not in w.FUNCTION | w.VERB)
        if not plain or token.caps or token.low in _STOP or (k > i and token.low in {"and", "with", "from"}):
            break
        k += 1
    return k


def _names_arm(sentence: Sentence, owner: int, comma: int, n: int) -> bool:
    """Tell whether the name after "Acme's venture arm," is the arm's: it ends the list, or sounds like its owner."""
    tokens = sentence.tokens
    end = names.run_after(sentence, comma + 1)
    if end <= comma + 1 or end > n:
        return False
    initials = "".join(t.text[0] for t in tokens[owner:comma] if t.caps).lower()
    first = tokens[comma + 1].low
    alike = first == tokens[owner].low or (len(first) >= 2 and initials.startswith(first))
    return alike or end >= n or (tokens[end].text not in {",", "&"} and tokens[end].low != "and")


_NEXT_CLAUSE: Final = (
    w.AUXILIARY - {"'s", "'", "to", "not", "n't"}
    | w.SAY
    | w.words(
        "raised got bagged secured reports learned led leads acquired plans nabbed landed received closed raises wrote"
    )
)
"""A name after a comma with one of these begins a new clause: "from Acme, |Beta| got $5M"."""


_FINITE: Final = frozenset(
    low
    for low in w.RAISE_PLAIN | w.ACQUIRE
    if low.endswith("ed") or low in {"got", "won", "drew", "brought", "bought", "took"}
) | w.words("became announced completed launched said took led participates joins follows invests also")


def _says_lead(sentence: Sentence, i: int) -> bool:
    """Read "Acme |(lead)|"."""
    return sentence.low(i) in {"(", "["} and sentence.low(i + 1) in {"lead", "co-lead", "leads", "leader"}


_INVESTING: Final = w.words("ventures capital partners group fund holdings investments vc angels equity")
_CALLED: Final = w.words("backer investor firm")
_FAMILY: Final = w.words("wife husband brother sister son daughter father mother brothers sons")
_JOINS: Final = w.words("as along together alongside plus and & with also joined in")


def _joiner(sentence: Sentence, i: int, n: int) -> int:
    """Return the index after ", and", "as well as", "along with", "together with" at i, or i where the list ends."""
    tokens = sentence.tokens
    j = i
    if tokens[j].text in {",", "/", ";"}:
        j += 1
    if j < n and tokens[j].low in _JOINS and (not tokens[j].caps or (sentence.titled and tokens[j].low == "and")):
        rest = [t.low for t in tokens[j : j + 4]]
        if rest[:3] == ["as", "well", "as"]:
            return j + 3
        if rest[0] in {"along", "together"} and rest[1:2] == ["with"]:
            return j + 2
        if rest[:3] == ["in", "addition", "to"]:
            return j + 3
        if rest[0] == "and":
            if rest[1:3] in (["with", "participation"], ["participation", "from"]):
                return i
            given = j + 2 < n and tokens[j + 1].kind == MONEY and tokens[j + 2].low == "from"
            return j + 3 if given else j + 1  # "£5m from Acme |and £4m from| Pelt"
        if rest[0] in {"alongside", "plus", "&"}:
            return j + 1
        return i
    if j > i and j < n and tokens[j].low in {"with", "bringing", "in", "at"}:
        return i
    return j


def told(
    sentence: Sentence, backers: list[Backer], content: str, role: Role, confidence: float
) -> list[Told[Investor]]:
    """Return backers as told, `role` where the list says nothing else; "lead" wins over "existing"."""
    found = []
    for backer in backers:
        name = names.told(sentence, backer.name, content, confidence)
        own = Role.LEAD if backer.lead else Role.EXISTING if backer.existing and role is Role.PARTICIPANT else role
        found.append(Told(Investor(name.value, own), name.start, name.end, name.quote, confidence))
    return found
