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
TOLD: dict[str, list[str]] = UNNAMED_SUBJECTS | ARRANGERS | BACKERS | FUNDS


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_reads_each_way_to_tell_it(text: str, told: list[str]) -> None:
    assert lines_with_title(text) == told
