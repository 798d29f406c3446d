"""Money that is its sentence's subject or opens it, and talks of money: company and backers are found all the same."""

from __future__ import annotations

import pytest

from tests.core.extract.english.told import lines

TEXTS = {
    "A $9M investment from Quayside will help Lumora open a yard.": ["Lumora | USD 9m | Quayside"],
    "The $9M round values Lumora at $80M.": ["Lumora | USD 9m | at USD 80m"],
    "The seed round, led by Quayside, brings Lumora $9M.": ["Lumora | USD 9m | seed | lead Quayside"],
    "The funding, $9M from Quayside, will let Lumora hire.": ["Lumora | USD 9m | Quayside"],
    "$9M in seed funding has gone to Lumora, led by Quayside.": ["Lumora | USD 9m | seed | lead Quayside"],
    "$9M has been invested in Lumora by Quayside and Norrland.": ["Lumora | USD 9m | Norrland, Quayside"],
    "$9M was raised by Lumora in a Series A round.": ["Lumora | USD 9m | series_a"],
    "Backed by $9M from Quayside, Lumora is mapping reefs.": ["Lumora | USD 9m | Quayside"],
    "Flush with $9M from Quayside and Norrland, Lumora will open two yards.": ["Lumora | USD 9m | Norrland, Quayside"],
    "In a seed round led by Quayside, Lumora raised $9M.": ["Lumora | USD 9m | seed | lead Quayside"],
    "Lumora extends its seed round with another $9M from Quayside.": ["Lumora | USD 9m | seed | Quayside"],
    "Quayside provided Lumora with a $9M loan.": ["Lumora | USD 9m | debt_financing | Quayside"],
    "Quayside joined Norrland in a $9M round for Lumora.": ["Lumora | USD 9m | Norrland, Quayside"],
    "Quayside led Lumora's $9M seed round, which Norrland joined.": [
        "Lumora | USD 9m | seed | Norrland, lead Quayside"
    ],
    "Investors led by Quayside have put $9M into Lumora.": ["Lumora | USD 9m | lead Quayside"],
    "Quayside is to become the largest shareholder of Lumora with an investment of $9M.": [
        "Lumora | USD 9m | Quayside"
    ],
    "Ana Ruiz, the founder of Lumora, has raised $9M from Quayside.": ["Lumora | USD 9m | Quayside"],
    "Meet Lumora, a startup that just raised $9M from Quayside.": ["Lumora | USD 9m | Quayside"],
    "Lumora borrows $9M against its boats in a financing led by Quayside.": [
        "Lumora | USD 9m | debt_financing | lead Quayside"
    ],
    "Lumora is in talks with Quayside and Norrland about raising $9M.": [
        "Lumora | USD 9m | in_talks | Norrland, Quayside"
    ],
    "Lumora has held discussions with backers about raising $9M.": ["Lumora | USD 9m | in_talks"],
    "Lumora is discussing a $9M round at an $80M valuation.": ["Lumora | USD 9m | at USD 80m | in_talks"],
    "Lumora drops its plan to raise $9M.": ["Lumora | USD 9m | abandoned"],
    "Lumora has called off a $9M round with Quayside.": ["Lumora | USD 9m | abandoned | Quayside"],
    "Lumora is finalizing a $9M round led by Quayside, sources say.": ["Lumora | USD 9m | rumoured | lead Quayside"],
    "Lumora has raised $9M from Quayside, The Ledger reports.": ["Lumora | USD 9m | rumoured | Quayside"],
    "A $9M contract from Quayside will help Lumora hire.": [],
    "The $9M will help Lumora pay its debts.": [],
}


@pytest.mark.parametrize("text", TEXTS)
def test_the_company_is_found_where_no_verb_of_raising_tells_it(text: str) -> None:
    assert lines(text) == TEXTS[text]


PURCHASES = {
    "Norrland is paying $9M for Lumora.": ["acquisition | Lumora | USD 9m | acquirer Norrland"],
    "Norrland offers $9M for Lumora.": ["acquisition | Lumora | USD 9m | acquirer Norrland"],
    "Norrland takes control of Lumora.": ["acquisition | Lumora | acquirer Norrland"],
    "Lumora is weighing strategic alternatives, including a sale.": ["acquisition | Lumora | in_talks"],
    "Norrland FC is paying $9M for striker Ben Holt.": [],
    "Norrland pays $9M for Lumora shares.": [],
}


@pytest.mark.parametrize("text", PURCHASES)
def test_a_price_paid_for_a_company_is_a_purchase(text: str) -> None:
    assert lines(text) == PURCHASES[text]
