"""Families of ways to tell a round or a fund, by what makes them hard. A text up to a bar is a title."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines_with_title

UNNAMED_SUBJECTS = {
    "Medtech company founded at Leeds University raises £3m|Kelpa Medical said it completed a £3m seed round.": [
        "Kelpa Medical | GBP 3m | seed | closed"
    ],
    "Company spun out of Ghent University closes €6M round|Belvane announced the closing of a €6M Series A.": [
        "Belvane | EUR 6m | series_a | closed"
    ],
    "Insurer backed by Swiss Re raises $40m|Lumora has raised $40m in a Series B.": ["Lumora | USD 40m | series_b"],
    "Drone startup launched out of ETH Zurich picks up CHF 4m|Skymarch said it has raised CHF 4m from Alpen.": [
        "Skymarch | CHF 4m | Alpen"
    ],
    "Biotech built at Harvard pulls in $55M|Corvexa Bio raised $55M in a Series A financing.": [
        "Corvexa Bio | USD 55m | series_a"
    ],
}
ARRANGERS = {
    "Norvane closed a $300 million credit facility. ING and Rabobank served as joint lead arrangers.": [
        "Norvane | USD 300m | debt_financing | closed | lead ING, lead Rabobank"
    ],
    "Norvane has closed a $200 million term loan. Banco Azul acted as lead arranger.": [
        "Norvane | USD 200m | debt_financing | closed | lead Banco Azul"
    ],
    "Torrin Solar has closed a £90m debt facility, with NatWest and Lloyds acting as mandated lead arrangers.": [
        "Torrin Solar | GBP 90m | debt_financing | closed | lead Lloyds, lead NatWest"
    ],
}
BACKERS = {
    "GV & Lux back Orrin Robotics with $12M|Orrin Robotics raised $12M in a Series A led by Lux Capital and GV.": [
        "Orrin Robotics | USD 12m | series_a | lead GV, lead Lux Capital"
    ],
    "Orrin raises $9M led by Kelp & Pelt|Orrin raised $9M. Kelp Ventures and Pelt Capital both invested.": [
        "Orrin | USD 9m | lead Kelp Ventures, lead Pelt Capital"
    ],
    "Orrin has raised $30M in a round led by Sequoia Capital's Growth Fund, with Tiger joining.": [
        "Orrin | USD 30m | Tiger, lead Sequoia Capital's Growth Fund"
    ],
    "Orrin has raised $30M. The round was led by Kelp Capital’s Opportunity Fund II and Pelt Ventures.": [
        "Orrin | USD 30m | lead Kelp Capital’s Opportunity Fund II, lead Pelt Ventures"
    ],
    "Orrin raised $400 million from investors including Walmart.": ["Orrin | USD 400m | Walmart"],
    "Orrin raised $400 million from Walmart.": ["Orrin | USD 400m | corporate_round | Walmart"],
}
FUNDS = {
    "Boston-based Larkspur Capital raised $450 million and Denver's Quarry Group raised $225 million for new funds.": [
        "fund_close | Larkspur Capital | USD 450m",
        "fund_close | Quarry Group | USD 225m",
    ],
    "The streak won't last—New Harbour Associates, for example, just announced a VC fund of $2.5bn.": [
        "fund_close | New Harbour Associates | USD 2500m"
    ],
}
LATER_ROUNDS = {
    "Zephra won a grant of $50k, then raised a seed round of $1.3m, and then a Series A round of $8m.": [
        "Zephra | USD 0.05m | grant",
        "Zephra | USD 1.3m | seed",
        "Zephra | USD 8m | series_a",
    ],
    "Orrin has closed a €3m pre-seed and, a year later, a €12m Series A.": [
        "Orrin | EUR 3m | pre_seed | closed",
        "Orrin | EUR 12m | series_a | closed",
    ],
    "Tarnow first raised $1.2 million from angels, followed by a $6 million Series A and a $20 million Series B.": [
        "Tarnow | USD 1.2m",
        "Tarnow | USD 6m | series_a",
        "Tarnow | USD 20m | series_b",
    ],
}
AGREEMENTS = {
    "Orrin struck a deal with Kelp Capital for a $40 million injection.": ["Orrin | USD 40m | Kelp Capital"],
    "Orrin said it had agreed terms for a £30 million investment from Kelp Capital.": [
        "Orrin | GBP 30m | Kelp Capital"
    ],
    "Orrin is close to a deal for $40 million in new capital from Kelp Capital, people familiar with it said.": [
        "Orrin | USD 40m | rumoured | Kelp Capital"
    ],
    "Orrin's board approved a $20 million rights issue on Monday.": ["Orrin | USD 20m | post_ipo_equity"],
    "The directors of Orrin Foods approved a proposal to raise $40 million.": ["Orrin Foods | USD 40m | in_talks"],
    "Orrin authorized a Series C-3 round, cutting its valuation to $510 million.": ["Orrin | at USD 510m | series_c"],
}
PACKAGES = {
    "Cobra Pipes will move to a bigger factory thanks to a £2m funding package from Mersey Ventures.": [
        "Cobra Pipes | GBP 2m | Mersey Ventures"
    ],
    "Cobra Pipes has doubled its workforce with the help of a £500,000 loan from Mersey Finance.": [
        "Cobra Pipes | GBP 0.5m | debt_financing | Mersey Finance"
    ],
    "A £3m funding boost from Mersey Ventures will allow Cobra Pipes to double capacity.": [
        "Cobra Pipes | GBP 3m | Mersey Ventures"
    ],
    "Cobra Pipes closes $5 million financing deal with Kelp Capital|": ["Cobra Pipes | USD 5m | closed | Kelp Capital"],
    "Hull's Cobra Pipes lands £1.2m investment deal|": ["Cobra Pipes | GBP 1.2m"],
    "Orrin has agreed a €20m loan with Kelp Capital.": ["Orrin | EUR 20m | debt_financing | Kelp Capital"],
    "Orrin wins $40 million supply deal with Kelp.": [],
    "Orrin lands $12M defence contract|": [],
}
WORTH = {
    "Orrin was valued at $2 billion in a $100 million round last week.": ["Orrin | USD 100m | at USD 2000m"],
    "Orrin raised a down round at a valuation of $250 million, well below its peak of $650 million.": [
        "Orrin | at USD 250m"
    ],
}
OWN_FUNDS = {
    "Larch Partners' Asia-focused consumer fund has achieved its first close at $200 million.": [
        "fund_close | Larch Partners | USD 200m"
    ],
    "Larch Partners' India fund (Fund I) has marked its first close at $200 million.": [
        "fund_close | Larch Partners | USD 200m"
    ],
}
INTO_FUNDS = {
    "Larch Ventures has raised €60m from Korda and Pelt for its first fund.": [
        "fund_close | Larch Ventures | EUR 60m | Korda, Pelt"
    ],
    "Investors in Larch Partners' new $80 million fund include Orme Bank and the Kelp Pension Fund.": [
        "fund_close | Larch Partners | USD 80m | Kelp Pension Fund, Orme Bank"
    ],
    "Larch Ventures, which had revealed commitments from Orme Bank to its first fund, has now closed it at $120m.": [
        "fund_close | Larch Ventures | USD 120m | closed | Orme Bank"
    ],
    "Larch Capital has held a $200 million first close on a fund. It plans to secure an additional $90 million.": [
        "fund_close | Larch Capital | USD 200m | closed"
    ],
}
CLAUSES_APART = {
    "Pelt Group has scrapped a planned $100 million investment in Orrin.": [
        "Orrin | USD 100m | abandoned | Pelt Group"
    ],
    "Pelt Group scrapped a planned $100 million investment in a phone startup.": [],
    "Orme Funds linked up with new backer Kelp Holdings to co-lead the $80 million series B for Orrin.": [
        "Orrin | USD 80m | series_b | lead Kelp Holdings, lead Orme Funds"
    ],
    "Orrin, whose business is reportedly up 30%, has raised $350m in a series E round.": [
        "Orrin | USD 350m | series_e"
    ],
    "The recent large Series A financings in health caught my attention. Orrin raised $15 million.": [
        "Orrin | USD 15m"
    ],
}
INTO_FIRMS = {
    "Elbow Bay inks £1.5M into Orrin to automate waste sorting|": ["Orrin | GBP 1.5m | Elbow Bay"],
    "Pelt Group channels €12 million into battery firm Voltarc.": ["Voltarc | EUR 12m | Pelt Group"],
    "The Bezel Earth Fund announced a $30 million challenge for climate solutions.": [],
    "The Kelp Innovation Fund launched a $10 million prize on Monday.": [],
    "Orrin raised $20M in a round featuring Hersh's and chef Nick Doe.": ["Orrin | USD 20m | Hersh's, Nick Doe"],
    "Pelt leads $15 million raise for Orrin. Series B funds will enable more hiring.": [
        "Orrin | USD 15m | series_b | lead Pelt"
    ],
    "This week Larch Ventures closed a AU$500M raise. The new fund makes it the largest venture firm here.": [
        "fund_close | Larch Ventures | AUD 500m | closed"
    ],
    "Kelp Capital, a lender to small firms, raised $20 million.": ["Kelp Capital | USD 20m"],
}
LENDERS = {
    "The European Investment Bank approved a €40 million loan to Orrin.": [
        "Orrin | EUR 40m | debt_financing | The European Investment Bank"
    ],
    "The Kelp Development Bank announced a $30 million loan for Orrin Steel.": [
        "Orrin Steel | USD 30m | debt_financing | The Kelp Development Bank"
    ],
    "The European Commission will raise around 800 billion euros on the capital markets by 2026.": [],
    "Orrin received $30M from the Nevada Energy Commission to build a plant.": [
        "Orrin | USD 30m | Nevada Energy Commission"
    ],
}
SEVERAL_FUNDS = {
    "Larch Ventures has closed two new funds: a $900 million early-stage fund and a $2 billion growth fund.": [
        "fund_close | Larch Ventures | USD 900m | closed",
        "fund_close | Larch Ventures | USD 2000m | closed",
    ],
    "Larch raised $1.65 billion for two funds: $650 million for its seed fund, and $1 billion for a growth fund.": [
        "fund_close | Larch | USD 650m",
        "fund_close | Larch | USD 1000m",
    ],
    "Larch Capital launched a €50m seed fund and a €150m growth fund on Monday.": [
        "fund_close | Larch Capital | EUR 50m",
        "fund_close | Larch Capital | EUR 150m",
    ],
}
BACKING = {
    "Orrin gets Kelp Ventures backing|": ["Orrin | Kelp Ventures"],
    "Kelp Capital cancelled its $30M investment in Orrin.": ["Orrin | USD 30m | abandoned"],
    "Orrin wins backing of shareholders for merger|": [],
    "Kelp Ventures has committed $30 million to Orrin.": ["Orrin | USD 30m | Kelp Ventures"],
}
TOLD: dict[str, list[str]] = UNNAMED_SUBJECTS | ARRANGERS | BACKERS | FUNDS | LATER_ROUNDS | AGREEMENTS | PACKAGES
TOLD |= WORTH | OWN_FUNDS | INTO_FUNDS | CLAUSES_APART | INTO_FIRMS | LENDERS | SEVERAL_FUNDS | BACKING


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_way_to_tell_it(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
