"""An event told in English: a title and a text of some hundred to some thousand characters."""

from __future__ import annotations

from random import Random

from benchmarks.scale import world
from benchmarks.scale.events import Event, Told
from benchmarks.scale.world import Company, listed

WHAT = {
    "ai": ("an AI assistant for insurers", "language models for factories", "an AI platform for call centres"),
    "robotics": ("warehouse robots", "robot arms for kitchens", "surgical robots"),
    "biotech": ("gene therapies", "drugs against rare diseases", "antibodies against lung cancer"),
    "health": ("a clinic app", "remote monitoring for hospitals", "hearing aids"),
    "software": ("accounting software", "a developer tool", "software for shipyards", "a planning tool for builders"),
    "energy": ("grid batteries", "heat pumps", "geothermal wells", "solar roofs"),
    "security": ("cloud security", "identity checks", "a vault for passwords"),
    "fintech": ("payments for small shops", "payroll loans", "a bank for freelancers"),
    "food": ("plant-based cheese", "meal kits", "yeast proteins"),
    "mobility": ("electric vans", "charging stations", "self-driving trucks"),
    "space": ("small rockets", "radar satellites", "laser links for satellites"),
    "chips": ("optical chips", "chips for cameras", "memory for data centres"),
    "games": ("mobile games", "a studio for puzzle games"),
}
ROUND = {
    "seed": "seed", "series_a": "Series A", "series_b": "Series B", "series_c": "Series C", "series_d": "Series D",
}  # fmt: skip

TITLES = {
    "rumour": (
        "{c} in talks to raise {m} from {i}",
        "{c} said to seek {m} at {v} valuation",
        "Exclusive: {i} nears deal to back {c}",
    ),
    "news": (
        "{c} raises {m} {r} round led by {i}",
        "{c} lands {m} to build {w}",
        "{i} leads {m} round in {c}",
        "{city}-based {c} secures {m} in {r} funding",
        "{c} closes {m} {r} to expand {w}",
        "Maker of {w} {c} nabs {m}",
    ),
    "closed": ("{c} completes {m} {r} round", "{c} closes {r} financing led by {i}"),
}
LEDES = {
    "rumour": (
        "{c}, which makes {w}, is in talks to raise about {m} from {i} and others, people familiar with it said.",
        "{i} is close to leading a round of about {m} in {c} at a valuation of {v}, according to two people.",
    ),
    "news": (
        "{c}, a {city}-based maker of {w}, has raised {m} in a {r} round led by {i}{with_}.",
        "{c} said on {day} that it has closed a {m} {r} round. {i} led the financing{with_}.",
        "{i} has led a {m} {r} investment in {c}, the {city} startup behind {w}{with_}.",
        "{city} startup {c} announced {m} in {r} funding today. The round was led by {i}{with_}.",
    ),
    "closed": ("{c} has completed its {r} round of {m} led by {i}, the maker of {w} said on {day}.",),
}
BOUGHT_TITLES = {
    "rumour": ("{o} in talks to buy {c}", "{c} draws interest of {o}, sources say"),
    "news": ("{o} acquires {c} for {m}", "{o} to buy {w} maker {c}", "{c} sold to {o} in {m} deal"),
    "closed": ("{o} completes acquisition of {c}",),
}
BOUGHT_LEDES = {
    "rumour": ("{o} is in talks to buy {c} for about {m}, according to people familiar with the matter.",),
    "news": (
        "{o} has agreed to acquire {c}, a {city} maker of {w}, for {m} in cash and stock.",
        "{c} has been acquired by {o} for {m}, both companies said on {day}.",
    ),
    "closed": ("{o} has completed the acquisition of {c} for {m}.",),
}
OTHER_TITLES = {
    "product": ("{c} launches {x}", "{c} unveils {x} {thing}", "{x} in {city}", "{c} updates {x}"),
    "policy": ("{x} act advances in {city}", "{city} warned of {x}", "{city} asks about {x}", "{x} law"),
    "research": ("{x} found by {city} team", "{x} linked to {topic}", "{x} method can {verb} {thing}s"),
    "people": ("{c} names {p} as chief", "{p} leaves {c}", "{c} hires {p} from {o}", "{p} steps down at {c}"),
    "earnings": ("{c} sales rise on {x}", "{c} misses as {x} slows", "{c} loses on {x}", "{c} lifts outlook on {x}"),
    "partnership": ("{c} and {o} partner on {x}", "{c} to supply {x} to {o}", "{o} picks {c} for {x}"),
    "security": ("{x} flaw found in {c} {thing}", "{c} breached by {x}", "{x} hackers target {c}"),
    "legal": ("{o} sues {c} over {x}", "{c} loses {x} case in {city}", "{c} settles {x} case with {o}"),
    "layoffs": ("{c} cuts {x} staff", "{c} to close {x} office in {city}", "{c} lays off {n} at {x}"),
    "feature": ("How {x} came to {city}", "Why {x} is {adj}", "Lessons from {x}", "What {who} want from {x}"),
}  # fmt: skip
_ADJECTIVES = listed(
    "adaptive affordable ambient awkward bold brittle calm careful cheap clumsy compact costly curious dense "
    "durable early elegant faint fast fragile frugal gentle handy heavy honest humble idle keen late lean lively "
    "local loud modest narrow neat noisy odd open patient plain polite quiet rapid rare robust rough rusty sharp "
    "shared simple slow small smart soft sparse stable steady stiff strange strict subtle sudden tidy tiny tough "
    "urgent vague warm weak wide wise worn young"
)
_THINGS = listed(
    "antenna app battery bicycle camera cable calendar car chair charger clock console controller display door "
    "drone engine filter headset keyboard lamp laptop lens lock map meter mirror modem motor notebook oven phone "
    "plug printer probe projector pump radio reader ring robot router scale scanner scooter sensor server shelf "
    "speaker stove switch tablet telescope terminal thermostat toy tracker tractor vacuum van vehicle watch "
    "wheel window"
)
_TOPICS = listed(
    "air travel|algorithmic pricing|battery recycling|bird migration|broadband access|carbon accounting|"
    "child safety|city planning|cloud costs|coastal erosion|cold storage|credit scoring|crop insurance|"
    "data centres|digital identity|drone traffic|drug pricing|dual-use exports|elderly care|electric ferries|"
    "exam cheating|facial recognition|farm labour|flood warnings|forest fires|freight rates|gig work|"
    "grid congestion|harbour noise|heat waves|home working|housing costs|image generation|import duties|"
    "interest rates|job training|land use|language learning|light pollution|logistics|machine translation|"
    "medical records|mental health|mobile gaming|museum visits|night trains|nurse shortages|ocean plastics|"
    "online scams|open standards|parental controls|patent fees|privacy|public procurement|quantum computing|"
    "rail freight|rare earths|remote surgery|rural clinics|satellite debris|school lunches|semiconductor supply|"
    "short videos|sleep|soil health|spam calls|speech recognition|steel tariffs|street lighting|supply chains|"
    "tax filing|text generation|ticket prices|tourism|vaccine storage|video calls|waste heat|water meters|"
    "weather models|wind farms|wireless spectrum",
    "|",
)
_VERBS = listed(
    "avoid balance check count detect explain filter grow hide index join keep lift map measure move open "
    "predict read reset save shape sort test trace watch"
)
_WHO = listed(
    "bakers builders carers children cities clinics doctors drivers engineers farmers gamers lawyers libraries "
    "nurses parents pilots sailors schools shops students teachers tourists voters writers"
)
_SENTENCES = (
    "{who_} in {city} say the {thing} is {adj} and {adj2}.",
    "The {adj} {thing} can {verb} {topic} without a {adj2} {thing2}.",
    "{p}, who studies {topic} at the University of {city}, calls it {adj}.",
    "Critics point to {topic} and to {adj} {thing}s.",
    "By next year {n} of {n2} {who} may {verb} their {thing}s.",
    "“We want {who} to {verb} {topic}, and that is {adj},” said {p}, head of {topic2}.",
    "A {adj} {thing} in {city} shows how {topic} and {topic2} meet.",
    "Much depends on {topic}, which remains {adj}.",
    "In {city}, {who} {verb} {n} {thing}s a day.",
    "The {thing} weighs {n} grams and costs {n2} dollars.",
    "Earlier attempts to {verb} {topic} were {adj}.",
    "“It is too {adj} to {verb} {topic2} now,” {p} said.",
    "Neither {topic} nor {topic2} has been {adj} so far.",
    "{c} did not reply to questions about {topic}.",
    "The company was founded in {year} and employs {n2} people.",
    "Other {who} use a {adj} {thing} to {verb} {topic2}.",
)
_DEAL_SENTENCES = (
    "The money will go into {w} and a new office in {city2}.",
    "“This lets us bring {w} to {who}, faster,” said {p}, chief executive and co-founder of {c}.",
    "{c} was founded in {year} by {p} and {p2}, and employs {n} people.",
    "The company plans to hire {n} engineers this year.",
    "The round brings the total that {c} has raised so far to {total}.",
    "{i} partner {p} joins the board.",
    "The deal values {c} at {v}.",
)


def tell(event: Event, told: Told) -> tuple[str, str]:
    """Return the title and the text of a report."""
    rng = Random(told.variant)
    words = _words(rng, event)
    if event.kind == "acquisition":
        titles, ledes = BOUGHT_TITLES[told.stage], BOUGHT_LEDES[told.stage]
    elif event.deal:
        titles, ledes = TITLES[told.stage], LEDES[told.stage]
    else:
        # Reports of one event share its subject, so the event and not the report draws the words of title and lede.
        subject = _words(Random(event.number), event)
        title = rng.choice(OTHER_TITLES[event.kind]).format(**subject)
        lede = f"{rng.choice(OTHER_TITLES[event.kind]).format(**subject)}, {rng.choice(_SAID)}."
        if event.number % 3:  # most headlines say more than their kind of news
            title += rng.choice(_TAILS).format(**subject)
        return _headed(title), "\n".join((lede, *_prose(rng, event, rng.randrange(4, 26))))
    own = [s.format(**words) for s in rng.sample(_DEAL_SENTENCES, rng.randrange(2, 6))]
    text = (rng.choice(ledes).format(**words), *own, *_prose(rng, event, rng.randrange(0, 14)))
    return rng.choice(titles).format(**words), "\n".join(text)


_TAILS = (
    " as {y} {verb}s {topic2}",
    ", and {p2} of {y} is {adj2}",
    " after {y} dispute with {who_}",
    ": what {y} means for {topic2}",
    " despite {adj2} {y} {thing2}s",
)
_SAID = ("a report said", "officials said on Monday", "the company said", "people close to it said", "we have learnt")


def _headed(title: str) -> str:
    return title[0].upper() + title[1:]


def _prose(rng: Random, event: Event, count: int) -> list[str]:
    return [_headed(rng.choice(_SENTENCES).format(**_words(rng, event))) for _ in range(count)]


def _words(rng: Random, event: Event) -> dict[str, object]:
    company: Company = event.company
    pick = rng.choice
    backers = [english for english, _ in event.backers]
    return {
        "c": company.english,
        "o": event.other.english,
        "city": company.city if event.deal else pick(world.CITIES),
        "city2": pick(world.CITIES),
        "w": WHAT[company.sector][event.number % len(WHAT[company.sector])],
        "i": event.lead[0],
        "with_": f", with {' and '.join(backers)} taking part" if backers and rng.random() < 0.7 else "",
        "r": ROUND[event.round],
        "m": _money(rng, event.millions),
        "v": _money(rng, event.valuation),
        "total": _money(rng, event.millions * 1.6),
        "day": pick(("Monday", "Tuesday", "Wednesday", "Thursday")),
        "x": event.subject,
        "y": world.invented(rng),
        "p": world.person(rng),
        "p2": world.person(rng),
        "year": rng.randrange(2012, 2025),
        "n": rng.randrange(3, 95),
        "n2": rng.randrange(100, 900),
        "adj": pick(_ADJECTIVES),
        "adj2": pick(_ADJECTIVES),
        "thing": pick(_THINGS),
        "thing2": pick(_THINGS),
        "topic": pick(_TOPICS),
        "topic2": pick(_TOPICS),
        "verb": pick(_VERBS),
        "who": pick(_WHO),
        "who_": pick(_WHO),
    }


def _money(rng: Random, millions: float) -> str:
    if millions >= 1000:
        return f"${millions / 1000:.1f} billion"
    told = f"{millions:g}" if millions == round(millions) or millions < 10 else f"{millions:.0f}"
    return f"${told}M" if rng.random() < 0.3 else f"${told} million"
