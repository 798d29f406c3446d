"""What a page costs the processor, on any store: `python -m benchmarks.pages STORE.db`.

Such a store is made by `python -m benchmarks.scale run 30000 --deals 0.5 --directory DIR`.
"""

from __future__ import annotations

import sys
import time
from random import Random

from starlette.testclient import TestClient

from dealwire.lists import DealQuery
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from dealwire.web.serve import warmed

TRIES = 40
"""Addresses of each sort, drawn by chance from a seed."""


def main() -> None:
    """Ask for pages of each sort and print what they cost."""
    wire = Dealwire(sys.argv[1], make=False)
    counts = wire.store.counts()
    print(f"{counts['documents']:,} articles, {counts['deals']:,} deals; milliseconds of CPU a page, client included\n")
    print("| page | median | 95 of 100 below | kB at most |\n| --- | ---: | ---: | ---: |")
    with TestClient(warmed(wire, create_app(wire))) as client:
        for name, addresses in sorts(wire, Random(1)).items():
            costs, most = [], 0
            for address in addresses:
                began = time.process_time()
                answer = client.get(address)
                costs.append((time.process_time() - began) * 1000)
                most = max(most, len(answer.content))
                answer.raise_for_status()
            costs.sort()
            print(
                f"| {name} | {costs[len(costs) // 2]:.0f} | {costs[int(len(costs) * 0.95)]:.0f} | {most / 1000:.0f} |"
            )


def sorts(wire: Dealwire, chance: Random) -> dict[str, list[str]]:
    """Return addresses of each sort of page."""
    rows = wire.deal_page(DealQuery(), limit=2000).rows
    some = chance.sample(rows, TRIES)
    stories = [view.story.id for view in wire.stories(TRIES, 1)]
    facets = ("kind=ipo", "kind=acquisition&year=2026", "round=series_a&sort=amount", "currency=CNY", "size=10m")
    return {
        "front": ["/"] * TRIES,
        "deals": ["/deals"] * TRIES,
        "deals by facets": [f"/deals?{chance.choice(facets)}" for _ in range(TRIES)],
        "deals by a part of a name": [f"/deals?company={row.deal.company[:5]}" for row in some],
        "deal": [f"/deals/{row.deal.id}" for row in some],
        "organisation": [f"/organisations/{row.deal.organisation}" for row in some],
        "busiest investors": [f"/organisations/{id_}" for _, id_, _ in wire.top_backers(TRIES)],
        "story": [f"/stories/{id_}" for id_ in stories],
        "article": [f"/articles/{row.deal.articles[0]}" for row in some],
        "trends": ["/trends", "/trends?kind=ipo"] * (TRIES // 2),
        "network": ["/network", "/network?year=2026"] * (TRIES // 2),
        "search": [f"/search?q={row.deal.company}" for row in some],
        "API: deals": ["/api/v1/deals", "/api/v1/deals?kind=ipo&limit=100"] * (TRIES // 2),
        "API: deals by facets": [f"/api/v1/deals?{chance.choice(facets)}" for _ in range(TRIES)],
        "API: facets": [f"/api/v1/deals/facets?{chance.choice(facets[:1])}" for _ in range(TRIES)],
        "API: deal": [f"/api/v1/deals/{row.deal.id}" for row in some],
        "API: organisation": [f"/api/v1/organisations/{row.deal.organisation}" for row in some],
        "API: stories": ["/api/v1/stories"] * TRIES,
        "API: article": [f"/api/v1/articles/{row.deal.articles[0]}" for row in some],
        "API: changes": [f"/api/v1/changes?limit={limit}" for limit in (50, 100)] * (TRIES // 2),
        "API: trends": ["/api/v1/trends", "/api/v1/trends?counted=topics&since=2026-01"] * (TRIES // 2),
        "feeds": ["/deals.atom", "/deals.feed.json?kind=ipo", "/changes.atom", "/stories.atom"] * (TRIES // 4),
        "search for a common word": [f"/search?q={word}" for word in ("capital", "融资", "round", "raises")] * 5,
    }


if __name__ == "__main__":
    main()
