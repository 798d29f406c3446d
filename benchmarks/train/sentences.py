"""Sentences of our own about deals, with places for names: "{C} raises {M} led by {L}".

C is the company, L a lead, I an investor ("{Is}": a list of them), A an adviser, B a buyer, M the sum, V a valuation,
R a round, O another organisation, P a person, T a sum that is no part of the deal, Y a city.
"""

from __future__ import annotations

from typing import Final

BACKERS: Final = """\
The round was led by {L}, with participation from {Is}.
The financing was led by {L} and included {Is}.
The investment was co-led by {L} and {L}, with {Is} also taking part.
{L} led the round, which also saw participation from {Is}.
{L} and {L} co-led the deal.
{L} led the round, joined by {Is}.
Backers included {Is}.
The round was led by {L}. Other investors include {Is}.
The round was led by existing investor {L}, alongside {Is}.
Led by {L}, the round brought in {Is} as new shareholders.
New investors {Is} joined existing backers {Is} in the round.
Existing investors {Is} also participated.
Participants in the round included {Is}.
Also participating were {Is}.
{Is} also participated in the round, the company said.
The {R} round was led by {L} with support from {Is}.
The {R} was led by {L}, a {Y}-based venture firm, with {Is} following on.
{C} raised the money from {Is}.
The money comes from {Is}.
The capital comes from {L}, which led, as well as {Is}.
{L} spearheaded the round, with contributions from {Is}.
Leading the round was {L}; {Is} participated too.
{L} was the lead investor and was joined by {Is}.
The company's investors in this round are {Is}.
It counts {Is} among the backers of this round.
Joining {L} were {Is}.
Participating investors: {Is}
Investors: {L} (lead), {Is}
The {M} {R} was led by {L}.
The {M} investment, led by {L} with participation from {Is}, will go towards hiring.
The funding, which was led by {L}, comes two years after the company left stealth.
The round drew {Is}, with {L} in the lead.
{L} anchored the round and will take a board seat.
{P}, partner at {L}, which led the round, will join the board.
As part of the deal, {P} of {L} joins the board of directors.
The round had backing from {Is}.
Funding came from {Is}.
{I} invested alongside {Is}.
Returning investors {Is} doubled down.
Strategic investors {Is} came in as well.
Angel investors {Is} also wrote checks.
The loan was provided by {I}.
{I} put in {T} of the total.
The syndicate was made up of {Is}.
"We are thrilled to back {C}," said {P}, general partner at {L}, which led the round.
Money came from {L} ({Y}), which led, {I} ({Y}) and {I}.
{A} acted as exclusive financial adviser to {C}.
{A} served as placement agent for the transaction.
{A} advised the company on the raise.
New backers including {Is} joined earlier ones.
The round was led by {Y}'s {L}, with {Y}'s {I}, {I} and {I} joining.
{L} led, next to {P}'s own firm, {I}.
It was joined by {I}, and by returning backers including {Is}.
The round, joined by {Is}, was oversubscribed.
The {M} raised includes {T} from {I}.
{L} and {L} together led the {R}, with {Is} and some others behind them.
{L} was joined by individuals including {Is}, and others.
Support came from {I} and {I}.
Both {I} and {I} had backed the company before and put in more.
""".splitlines()

OTHERS: Final = """\
The company intends to use the funds to expand operations and its development efforts.
The new money brings total funding to {T}.
To date, {C} has raised {T}.
The deal values {C} at {V}.
The round gives the company a post-money valuation of {V}.
{C} is now worth {V}, according to {P}, its chief executive.
The valuation stands at {V}, up from {T} a year ago.
Founded in 2019 by {P} and {P}, {C} sells software to hospitals and counts {O} and {O} as customers.
Led by {P}, CEO, {C} provides a platform that connects drivers with shippers.
Prior to founding the company, {P} worked at {O} and {O}.
Rivals include {O}, which raised {T} last year, and {O}.
{O} and {O} are among its competitors.
The announcement comes a month after {O} bought {O} for {T}.
"This funding lets us grow faster," said {P}, co-founder and CEO of {C}.
"There is no going back," {P} told {O}.
The startup, based in {Y}, has 40 employees and offices in {Y} and {Y}.
The market is expected to reach {T} by 2030, says {O}.
It had revenue of {T} last year.
Customers such as {O}, {O} and {O} use its product.
{C} works with partners including {O} and {O}.
{P} joins from {O}, where he was a vice president.
Earlier this year the company signed a partnership with {O}.
The company previously raised {T} from investors led by {O} in 2021.
{O} reported the talks first.
Terms were not disclosed.
The company was founded in {Y} in 2016.
About {O}: {O} is a family of funds with {T} under management.
For more information, visit the company's website.
The service launched with {O} as its first client, and it now handles {T} a month.
{O}, a unit of {O}, declined to comment.
Its Series A of {T}, led by {O} and {O}, was three years ago.
In 2021 it raised a {T} seed round from {O}, {O} and {P}.
Its founders include {P}, who led {O}, and {P}, who sold {O} to {O} for {T}.
{P}, who once ran {O}, is chairman; {P} of {O} is an adviser.
The company was last valued at {T} in 2022.
The round comes at a {V} valuation, {O} reported.
At {V}, its valuation has doubled in a year.
The financing values the startup at about {V}.
{O} had also shown interest in the company, a person close to the talks said.
Past acquisitions of {O} and {O} helped it grow.
""".splitlines()

OPENINGS: Final = """\
{C}, a {Y}-based startup, has raised {M} in a {R} round led by {L}.
{C}, which makes sensors for farms, announced a {M} {R} led by {L} with participation from {Is}.
{L} has led a {M} {R} round in {C}.
{L} invested {M} in {C}.
{Is} have invested {M} in {C}, the {Y} company said on Monday.
{C} closed a {M} {R} financing from {Is}.
{Y} — {C} today announced that it has secured {M} in {R} funding from {Is}.
{C} is in talks to raise {M} from {Is} at a valuation of {V}.
{C} has raised {M} at a {V} valuation in a round led by {L}.
{B} has agreed to acquire {C} for {M}.
{B}, the {Y} software group, said it will buy {C}, a maker of pumps, from {O}.
{C} has been acquired by {B} for {M} in cash and stock.
{C} was bought by {B} last week.
{B} announced the acquisition of {C} and its subsidiary {O}.
{C} has been sold to {B}; the seller, {O}, was advised by {A}.
{B} completed its purchase of {Y}-based {C}.
{C}, a {Y} fintech that was spun out of {O}, said {L} led its {M} {R}.
{M} for {C}: the {Y} company's {R} is led by {L}.
{C} snags {M} from {Is} for its robots
{L} leads {M} {R} in {C}
{B} to buy {C} in {M} deal
{C} lands {M} {R} from {L}, {I}
{Is} back {C} in {M} {R}
{Y}'s {C} gets {M} {R} to take on {O}
{O} alumni's startup {C} raises {M}
{Y}, June 3, 2024 /PRNewswire/ -- {C}, the leader in workplace software, today announced a {M} {R} led by {L}.
{Y}--(BUSINESS WIRE)--{C}, a provider of cloud security, announced it has closed {M} in {R} financing from {Is}.
March 4 (Reuters) - {C} has raised {M} from {Is}, it said, valuing the company at {V}.
{C} is seeking {M} in fresh funding at a {V} valuation, insiders told {O}.
{L} is in talks to lead a {M} round in {C} that would value the firm at {V}, {O} reported.
{B} nears deal to buy {C} for {M}: {O}
{B} said it would acquire all shares of {C} for {M}, ending months of talks with {O}.
{C} agreed to be bought by {B} in an all-stock deal worth {M}.
{B} takes over {C} from {O}
Private equity firm {B} is to take a majority stake in {C}, a family-owned maker of tools.
{C} and {B} have called off their {M} merger.
{C} files for US listing, {O} and {O} to underwrite
{C} raised {M} in its initial public offering, pricing shares at the top of the range. {O} managed the sale.
{C} plans to list in {Y} next year at a valuation of {V}.
{C} has closed its third fund at {M} to back founders in {Y}. It has invested in {O} and {O}.
Venture firm {C} raises {M} for a new fund, backed by {Is}.
{C} launches {M} fund for climate startups
{C} secures {M} loan from {I} to build its plant
{C} has drawn a {M} credit line from {Is}.
{C} wins {M} grant to test its batteries
{Is} pour {M} into {C}
{C} completes {R} worth {M}; {L} leads
{C} banks {M} as {L} and {I} pile in
How {C} raised {M} from {L} without a pitch deck
Exclusive: {C} raises {M} led by {L}
{C}, maker of a scheduling app used by {O}, has landed {M} in a {R} from {Is}
{L} writes {M} check for {C}
{I} takes a stake in {C}
{I} makes strategic investment in {C}
{C} receives strategic investment from {I}
{C}: {M} {R} from {Is}
{P}'s new venture {C} picks up {M} from {Is}
{C} raises {M} at {V} valuation
{C} took {M} in {R} money, at {V} valuation. Its backers: {Is}, among others.
{C} discusses raising {M} at {V} valuation
{C} seeks up to {V} valuation in new round
{C} is raising {M} with support from {I} and {I}
{C} will soon finish a round that puts it at about {V}, say insiders.
{C} is said to be valued at {V} after raising {M}
{I} acquires 5% stake in {C}
{I} invests in {C}
{I} and {I} invest in {Y}-based {C}
{I}-backed {C} raises {M}
{O}-backed {C} lands {M} from {L}
{C} stretched its {R} to {M} with {I} on board; it has had {T} in all.
{C} closed a {M} {R}; returning investor {L} led.
{C}, co-founded by {P} and {P}, in talks to raise {M}
Today, {C} announced its {R} led by {L}. It has now raised {T}.
{B} in talks to acquire {C}
{B} is in advanced talks to buy {C} for up to {M}, {O} reported
{B} buys {C} for its billing software
{B} bids {T} a share for {C} - {O}
{B} offers to buy {C} for {M}
{B} to merge with {C}
{B} snaps up {C}
{B} has made an offer of about {M} for {C}, according to insiders.
{C} prefers the bid that {B} made for it, {O} reported.
{C} explores sale at {M}, {O} says
{B} acquired {Y} startup {C}, founded by {P}.
{B} has agreed to acquire storage vendor {C}, a year after its purchase of {O}.
{C} has filed in confidence for a listing, an IPO due in spring.
{C} sets terms for IPO, aims to raise {M}
{C} went public on {O} at a valuation of {V}
""".splitlines()

NEGATIVES: Final = """\
{O} will spend {T} on data centres in {Y} over three years.
{O} reported revenue of {T}, up from {T}.
{O} named {P} as chief executive, replacing {P}.
{O} and {O} signed a partnership to build chips together.
{P} left {O} to join {O}.
{O} was fined {T} by regulators in {Y}.
{O} sued {O} over patents, asking for {T}.
Shares in {O} fell after {O} cut its forecast to {T}.
Should you raise a seed round this year? {P} has advice.
{O} won a {T} contract from {O}.
Venture funding in {Y} fell to {T} in the quarter, according to {O}.
{P} of {O} says investors have become careful about Series A rounds.
{O} launched a product that competes with {O}.
{O} has opened an office in {Y}.
""".splitlines()
