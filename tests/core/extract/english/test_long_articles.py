"""What articles of several sentences tell: whom they go on to speak of, what is history, and what is no deal at all."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.extract.english.told import line, lines, read

SPOKEN_OF = {
    "the buyer that the text is about goes on": (
        "Pelican to buy Marlin Foods for $2.3 billion",
        "Pelican said on Monday it would buy smaller rival Marlin Foods for $2.3 billion. "
        "The company has secured a $1.5 billion bridge loan from Sandell Bank.",
        [
            "acquisition | Marlin Foods | USD 2300m | acquirer Pelican",
            "Pelican | USD 1500m | debt_financing | Sandell Bank",
        ],
    ),
    "a participle's clause opens the sentence": (
        "",
        "Sensing demand for cold lunches, Larder, a startup making fridges, raised $30 million in a Series B round.",
        ["Larder | USD 30m | series_b"],
    ),
    "a place and a noun stand for the company": (
        "",
        "Toolshare wants to be the library of drills. The San Diego company, which lets neighbors lend tools, said it "
        "has closed a $12 million Series A. Home Barn's venture arm led the deal, joined by Gumtree Capital.",
        ["Toolshare | USD 12m | series_a | closed | Gumtree Capital, lead Home Barn"],
    ),
    "the round is told in passing": (
        "",
        "Fennel sells herbs in Oslo. The company makes its launch today, buoyed by $2.4 million in seed funding.",
        ["Fennel | USD 2.4m | seed"],
    ),
    "whoever speaks amid a sentence is it": (
        "Halden bid lifts Ostrava Brewing shares",
        "Shares in Czech brewer Ostrava Brewing jumped 14% after Danish rival Halden said it was weighing an offer for "
        "the company.",
        ["acquisition | Ostrava Brewing | in_talks | acquirer Halden"],
    ),
    "a name that lost its blank": (
        "",
        "Cedarbrook makes sensors. It is based in Bergen. Quayside's $3M investment in Cedarbrookin 2015 came early.",
        ["Cedarbrook | USD 3m | Quayside"],
    ),
}


@pytest.mark.parametrize("case", SPOKEN_OF)
def test_a_later_sentence_points_to_the_company_that_the_text_speaks_of(case: str) -> None:
    title, text, told = SPOKEN_OF[case]
    assert lines(text, title) == told


OFFERS = {
    "Fennel Stores, the grocer, has received a $3.25bn takeover offer. The bid has come from Highgate Partners.": [
        "acquisition | Fennel Stores | USD 3250m | acquirer Highgate Partners"
    ],
    "Fennel has received a $90m takeover offer. The approach was made by Norrland Capital.": [
        "acquisition | Fennel | USD 90m | acquirer Norrland Capital"
    ],
    "Web host Fennel was founded in 2001. Quayside was nearing a deal to buy the company for $2 billion.": [
        "acquisition | Fennel | USD 2000m | rumoured | acquirer Quayside"
    ],
    "Web host Fennel fell 3%. Quayside plans to buy the company's shares for $2 million.": [],
    "Marlow raised its offer to £3.1bn, topping a rival bid.": [],
    "A sale of the towers could fetch $2 billion, Orbitel said.": [],
}


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_made_is_a_purchase_and_no_round(text: str) -> None:
    assert lines(text) == OFFERS[text]


SALES = {
    "Grocer Fennel agreed to sell 12 percent of its shares to Quayside Capital for 90 million euros.": [
        "Fennel | EUR 90m | Quayside Capital"
    ],
    "Alpine Bancorp said it sold 1.2 million shares of preferred stock to Castle Insurance for $12 million.": [
        "Alpine Bancorp | USD 12m | Castle Insurance"
    ],
    "Fennel sold its 12% stake in Larder to Quayside for $20 million.": [],
    "Fennel agreed to sell its Western Drilling subsidiary to a group led by its managers for $45 million.": [
        "acquisition | Western Drilling | USD 45m"
    ],
    "Fennel sold tickets to a group of schools for $45 million.": [],
    "Halvor agreed to buy the cable division of Sterne Group for $90 million.": [
        "acquisition | cable division of Sterne Group | USD 90m | acquirer Halvor"
    ],
    "Pier has acquired brand agency Plume and the data consultancy Northset.": [
        "acquisition | Plume | acquirer Pier",
        "acquisition | Northset | acquirer Pier",
    ],
}


@pytest.mark.parametrize("text", SALES)
def test_what_is_sold_and_who_gets_the_money(text: str) -> None:
    assert lines(text) == SALES[text]


FUNDS = {
    "Lowland Ventures has raised €90M for its second fund. It is backed by the Norrland Pension Fund and Castle.": [
        "fund_close | Lowland Ventures | EUR 90m | Castle, Norrland Pension Fund"
    ],
    "Lowland Ventures has closed its third fund at $600 million. Investors in the fund include Castle and Quayside.": [
        "fund_close | Lowland Ventures | USD 600m | closed | Castle, Quayside"
    ],
    "Lowland Ventures has closed its third fund at $600 million. Its offices are in Oslo and Bergen.": [
        "fund_close | Lowland Ventures | USD 600m | closed"
    ],
}


@pytest.mark.parametrize("text", FUNDS)
def test_who_puts_money_into_a_fund_is_named_after_it(text: str) -> None:
    assert lines(text) == FUNDS[text]


NO_DEALS = (
    'Norrland is to cut 800 jobs. It will close two plants. "We have secured the financing we need," its head said.',
    "Quarto Mining is up. In 1986, Quarto produced coal and had net earnings of $5.9 million.",
    "The Harbor Development Bank has approved $1.5 billion in policy financing to support reforms in Ruritania.",
    "Belmont reported revenue of $812 million. It received $150 million from the sale of its headquarters.",
    "France is to hand vintners more aid. It hopes efforts pay. Efforts to sell wine raised $3 million in funding.",
    "A rescue of Foodloop by rival Getirly would have valued the company at €30m.",
)


@pytest.mark.parametrize("text", NO_DEALS)
def test_talk_of_money_is_no_deal(text: str) -> None:
    assert lines(text) == []


def test_a_rivals_money_to_date_told_in_passing_is_no_round() -> None:
    text = (
        "SoftGrid has raised a $20 million Series B led by Highland Row. The market is crowded. "
        "Squarely has raised more than $340 million."
    )
    assert lines(text) == ["SoftGrid | USD 20m | series_b | lead Highland Row"]


def test_a_rumour_of_the_valuation_makes_no_rumour_of_a_round_told_as_fact() -> None:
    text = (
        "Tidewell, a startup, has raised $42 million in a Series B. The round values it at $310 million, according to "
        "a person familiar with the matter."
    )
    assert lines(text) == ["Tidewell | USD 42m | at USD 310m | series_b"]


@pytest.mark.parametrize(
    "also", ["Also investing were chipmaker Norvik and Quayside.", "Also participating were Norvik and Quayside."]
)
def test_who_also_invests_is_told_in_a_sentence_of_its_own(also: str) -> None:
    text = f"Wayfarer raised $90 million. Lowland Partners led the round. {also}"
    assert lines(text) == ["Wayfarer | USD 90m | Norvik, Quayside, lead Lowland Partners"]


def test_a_sum_with_this_round_is_a_total() -> None:
    text = "Coverly raised €15 million. Including the current round the company has raised €24 million."
    assert lines(text) == ["Coverly | EUR 15m"]


@pytest.mark.parametrize(
    "text",
    [
        "Iberluz agreed to buy the 50 percent of Vento it does not already own for 180 million euros.",
        "Iberluz agreed to buy the 50% stake in Vento that it does not own for 180 million euros.",
    ],
)
def test_all_that_the_buyer_lacks_gives_control(text: str) -> None:
    assert lines(text) == ["acquisition | Vento | EUR 180m | acquirer Iberluz"]


def test_a_listing_is_worth_what_its_company_could_float_at() -> None:
    text = (
        "In June, Lumora confidentially filed to go public. Rival Kestrel raised $85 million, two months ago. "
        "Investors say the company could float at a valuation of about $2 billion."
    )
    assert lines(text, "Lumora IPO filing will show risks")[0] == "ipo | Lumora | at ~USD 2000m"


HISTORY = (
    "Brightloop was founded in 2008. In 2010, the company raised $5 million from Canyon Ventures. "
    "In 2012, it acquired photo service Snapleaf. The following year it raised $40 million in a Series C round."
)


def test_an_encyclopaedias_article_tells_history_alone() -> None:
    deals = read(HISTORY, "Brightloop").deals
    assert [(deal.company and deal.company.value) for deal in deals] == ["Brightloop", "Snapleaf", "Brightloop"]
    assert all(deal.background and deal.background.value for deal in deals)


def test_the_same_words_under_a_headline_of_news_are_not_all_history() -> None:
    deals = read("Brightloop has raised $90 million in a Series D. " + HISTORY, "Brightloop raises $90 million").deals
    assert not (deals[0].background and deals[0].background.value)


@pytest.mark.parametrize(("year", "recalled"), [(2007, True), (2024, False)])
def test_a_deal_dated_well_before_its_text_is_history(year: int, recalled: bool) -> None:
    text = f"Workers at the steelworks backed a rescue plan. Pier bought rival Corusa for £6.2bn in {year}."
    (deal,) = read(text, published=date(2024, 5, 1)).deals
    assert line(deal).startswith("acquisition | Corusa | GBP 6200m")
    assert bool(deal.background and deal.background.value) is recalled


@pytest.mark.parametrize(
    "text", ["Acme " + "in" * 20_000, "of 2001. In 2001 " * 3_000, "The bid for the company " * 2_000]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert isinstance(read(text, "Acme").deals, tuple)
