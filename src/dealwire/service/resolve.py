"""Keeping the views true as articles come in: names, organisations, deals, stories.

Everything here is bookkeeping around pure functions of `dealwire.core.resolve`. Candidates come from blocking keys of
one item, a link depends on its two items, a cluster on one connected component: so bringing in one article, a
thousand, or all anew gives the same views, at a cost that does not grow with the store (docs/adr/0003).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dealwire.core import names, places
from dealwire.core.resolve import deals, organisations, reports, source_records, stories, story_board
from dealwire.core.resolve.compare import compare_keys
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.reconcile import reconcile
from dealwire.core.score import topics
from dealwire.model import (
    Article,
    Judgement,
    Kind,
    Mention,
    NameLink,
    Reading,
    Report,
    StoryLink,
    Telling,
    Verdict,
)
from dealwire.ports import DealRow, Store

EVER = datetime.min.replace(tzinfo=UTC)

TOPIC_OF = {
    Kind.FUNDING_ROUND: "funding",
    Kind.FUND_CLOSE: "funding",
    Kind.ACQUISITION: "acquisition",
    Kind.IPO: "ipo",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """What an update touched, for those who follow."""

    deals: tuple[str, ...]


class Resolver:
    """Brings the views of a store up to date with its facts, for a batch of articles at a time.

    Call within a transaction. Judgements are read once, at construction: make a new resolver after a new judgement.
    """

    def __init__(self, store: Store, knowledge: Knowledge, as_of: datetime | None = None) -> None:
        self._store = store
        self._know = knowledge
        self._as_of = as_of
        judged = [j for j in store.judgements() if as_of is None or j.at <= as_of]
        by_kind: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in effective(judged):
            by_kind[judgement.about].append(judgement)
        self._names = tuple(by_kind["name"])
        self._of_report: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in by_kind["report"] + by_kind["field"] + by_kind["publication"]:
            for report in {judgement.a, judgement.b}:
                self._of_report[report].append(judgement)
        self._weights = source_records.adopted(by_kind["sources"])
        self._articles = tuple(by_kind["article"])
        self._apart = {
            frozenset((names.fold(j.a), names.fold(j.b))) for j in self._names if j.verdict is Verdict.DIFFERENT
        }
        self._name_ties = _ties((names.fold(j.a), names.fold(j.b)) for j in self._names if j.verdict is Verdict.SAME)
        self._article_ties = _ties((j.a, j.b) for j in self._articles if j.verdict is Verdict.SAME)

    def update(
        self, articles: Mapping[str, Article], readings: Mapping[str, Reading], gone: Collection[str] = ()
    ) -> Changed:
        """Take in the current versions of articles (by key) with what was read in them; forget those that are `gone`.

        All of a record's must be among them.
        """
        keys = sorted({*articles, *gone})
        had = self._store.reports_of_articles(keys)
        touched = self._store.mention_keys(keys)
        linked = {k for link in self._store.story_links(keys) for k in (link.a, link.b)}
        self._store.drop_story_links(articles=keys)
        new = self._place(articles, readings)
        self._forget(gone)
        touched |= self._store.mention_keys(keys)
        companies = {names.fold(r.company) for r in (*had, *new) if r.company}
        changed = self._update_names(touched)
        rows = self._update_deals(companies, changed, {r.id for r in had})
        self._tell(articles)
        linked |= self._link_duplicates(articles, gone)
        linked |= self._link_events(articles, new, gone)
        self._cluster_stories({*keys, *linked, *(a for row in rows for a in row.deal.articles)})
        self._sort(articles, new, gone)
        self._store.index((articles[key] for key in sorted(articles)), gone)
        return Changed(tuple(row.deal.id for row in rows))

    def refresh(
        self, *, names_: Iterable[str] = (), reports_: Iterable[str] = (), articles: Iterable[str] = ()
    ) -> Changed:
        """Derive anew what stands around some names (folded), reports or articles, as after a judgement on them."""
        touched = set(names_)
        companies = {names.fold(r.company) for r in self._store.reports(reports_) if r.company}
        # A verdict on two backers' names tells their deals apart from others' even where both stay organisations.
        changed = self._update_names(touched) | touched
        rows = self._update_deals(companies, changed, set())
        self._cluster_stories({*articles, *(a for row in rows for a in row.deal.articles)})
        return Changed(tuple(row.deal.id for row in rows))

    # --- reports

    def _place(self, articles: Mapping[str, Article], readings: Mapping[str, Reading]) -> list[Report]:
        of: dict[str, Sequence[Report]] = {
            key: reports.reports(article, readings.get(key, Reading())) for key, article in articles.items()
        }
        records: dict[str, list[str]] = defaultdict(list)
        for key in sorted(articles):
            if record := articles[key].record:
                records[record].append(key)
        for members in records.values():
            tied = {r.id: r for r in reports.tie([r for key in members for r in of[key]], self._know.aliases)}
            for key in members:
                of[key] = [tied[r.id] for r in of[key]]
        had = self._store.articles_with_views(articles)
        for key in sorted(articles):
            reading = readings.get(key, Reading())
            pairs = [(names.fold(p.name.value), names.fold(p.other.value), p) for p in reading.names]
            pairs = [(a, b, p) for a, b, p in pairs if a != b]
            mentions = list(_mentions(key, of[key], reading))
            if key in had or of[key] or mentions or pairs:
                self._store.replace_article_views(key, of[key], mentions, pairs)
        self._store.replace_countries(
            {
                key: (stories.when(a), set() if a.draft else self._countries(readings.get(key, Reading())))
                for key, a in articles.items()
            }
        )
        return [r for key in sorted(of) for r in of[key]]

    def _forget(self, gone: Collection[str]) -> None:
        """Let go of what articles told that no document says any more."""
        for key in sorted(gone):
            self._store.replace_article_views(key, (), (), ())
        self._store.replace_countries(dict.fromkeys(gone, (EVER, ())))
        self._store.replace_tellings((), gone)

    def _countries(self, reading: Reading) -> set[tuple[str, str]]:
        """Return the countries that an article tells: (name key, code)."""
        facts = (fact for fact in reading.facts if fact.field in places.COUNTRY_TOLD_BY)
        told = ((fact.organisation.value, fact.value.value) for fact in facts)
        return {(names.fold(own), code) for own, where in told if (code := self._know.places.country(where))}

    # --- names

    def _update_names(self, touched: set[str]) -> set[str]:
        """Bring links and organisations up to date around the touched keys.

        Return the keys whose organisation, or the name that it is shown by, changed.
        """
        store = self._store
        if not touched:
            return set()
        alive = set(store.mentions(touched))
        gone = touched - alive
        around = {k for link in store.name_links(gone) for k in (link.a, link.b)} if gone else set()
        store.drop_names(gone)
        fresh = alive - store.known_names(alive)
        blocks = {key: organisations.blocks(key, self._know.aliases) for key in sorted(fresh)}
        store.add_names(blocks)
        store.add_name_links(self._links(blocks))
        component = self._component(alive | around, gone)
        before = store.organisations(component | gone)
        forms = store.mentions(component)
        links = [*store.name_links(component), *self._text_links(component)]
        after = organisations.cluster(sorted(component), forms, links, self._names, self._know.aliases)
        store.replace_organisations(component | gone, after)
        # A name that others show counts too: as more articles use it, another form becomes an organisation's name.
        was = {key: (o.id, o.name) for key, o in before.items()}
        now = {key: (o.id, o.name) for o in after for key in o.keys}
        return {k for k in component | gone if was.get(k) != now.get(k)}

    def _links(self, fresh: Mapping[str, frozenset[str]]) -> list[NameLink]:
        all_blocks = {b for blocks in fresh.values() for b in blocks}
        neighbours = self._store.names_in_blocks(all_blocks) if all_blocks else {}
        others = {key: {k for b in blocks for k in neighbours.get(b, ()) if k != key} for key, blocks in fresh.items()}
        pairs = sorted({(min(key, k), max(key, k)) for key, near in others.items() for k in near})
        return [link for a, b in pairs if (link := organisations.link(a, b, self._know.aliases))]

    def _text_links(self, keys: set[str]) -> list[NameLink]:
        """Return the ties that texts themselves state, one for each pair of names."""
        links: dict[tuple[str, str], NameLink] = {}
        for a, b, pair in self._store.pairs(keys):
            if link := organisations.told_link(a, b, pair):
                links.setdefault((link.a, link.b), link)
        return list(links.values())

    def _component(self, start: set[str], gone: set[str]) -> set[str]:
        def neighbours(keys: set[str]) -> set[str]:
            out = {k for link in self._store.name_links(keys) for k in (link.a, link.b)}
            out |= {k for a, b, _ in self._store.pairs(keys) for k in (a, b)}
            return out | {k for key in keys for k in self._name_ties.get(key, ())}

        component = _closure(start - gone, neighbours)
        return component & set(self._store.mentions(component))

    # --- deals

    def _update_deals(self, companies: set[str], changed: set[str], dropped: set[str]) -> list[DealRow]:
        """Cluster anew all reports of each organisation concerned; `dropped` are report ids that may be gone."""
        store = self._store
        concerned = companies | changed | (store.companies_backed_by(changed) if changed else set())
        if not concerned and not dropped:
            return []
        owners = {o.id: o for o in store.organisations(concerned).values()}
        told = {oid: store.reports_of_companies(o.keys) for oid, o in sorted(owners.items())}
        told = {oid: rs for oid, rs in told.items() if rs}
        parties = store.organisations(
            {names.fold(i.value.name) for rs in told.values() for r in rs for i in r.deal.investors}
        )
        identity = {key: o.id for key, o in parties.items()}
        countries = store.countries({key for oid in told for key in owners[oid].keys})
        shown = {o.id: o.name for o in parties.values()}
        rows: list[DealRow] = []
        clusters: list[Sequence[Report]] = []
        searchable: dict[str, list[str]] = {}
        gone = set(dropped)
        for oid, own in told.items():
            gone.update(r.id for r in own)
            country = places.most_told(countries[key] for key in owners[oid].keys if key in countries)
            judged = [judgement for r in own for judgement in self._of_report.get(r.id, ())]
            for found in deals.clusters(own, judged, self._know.rates, identity.get, self._know.aliases):
                cluster = found.reports
                made = reconcile(
                    cluster,
                    judged,
                    self._know.rates,
                    owners[oid],
                    identity.get,
                    shown.get,
                    self._weights,
                    self._alike,
                )
                row = DealRow(
                    replace(made.deal, doubts=found.doubts),
                    made.announced_on,
                    made.usd,
                    max(r.known_at for r in cluster),
                    max(r.learned_at or r.known_at for r in cluster),
                    country,
                )
                rows.append(row)
                clusters.append(cluster)
                backers = {i.value.name for r in cluster for i in r.deal.investors}
                searchable[row.deal.id] = sorted({*owners[oid].names, *backers})
        stale = store.deal_ids(gone)
        store.replace_deals(gone, rows, searchable)
        store.drop_story_links(via=stale | {row.deal.id for row in rows})
        news = self._news_count({r.article for cluster in clusters for r in cluster})
        store.add_story_links(
            link
            for row, cluster in zip(rows, clusters, strict=True)
            for link in stories.deal_links(row.deal.id, _news_times(cluster), news)
        )
        return rows

    def _alike(self, a: str, b: str) -> bool:
        """Tell whether two backers of one deal, told by different reports, are likely one: unless a person said not."""
        return frozenset((a, b)) not in self._apart and compare_keys(a, b, self._know.aliases).same

    def _news_count(self, articles: Iterable[str]) -> dict[str, int]:
        """Return how many deals each article tells as news: a round-up's deals are not one story."""
        count: dict[str, int] = defaultdict(int)
        for report in self._store.reports_of_articles(articles):
            count[report.article] += not reports.is_background(report)
        return count

    # --- stories

    def _link_duplicates(self, articles: Mapping[str, Article], gone: Collection[str]) -> set[str]:
        """Bring the links between near-duplicates up to date; return the other articles whose links changed."""
        store = self._store
        keys = sorted({*articles, *gone})
        bands = {key: stories.signature(articles[key]) if key in articles else () for key in keys}
        touched = {band for its in (*bands.values(), *store.signatures(keys).values()) for band in its}
        asked = {near for band in touched for near in stories.beside(band)}
        lying = store.band_neighbours(asked)
        before = stories.led(lying, touched)
        store.replace_signatures(bands)
        coming: dict[int, set[str]] = defaultdict(set)
        for key, its in bands.items():
            for band in its:
                coming[band].add(key)
        lying |= {band: sorted({*lying.get(band, ())} - bands.keys() | coming[band]) for band in touched}
        # Who comes to be among the first of a band, or no longer is, is compared with others than before.
        now = stories.led(lying, touched)
        moved = {key for band in touched for key in before[band] ^ now[band]} - bands.keys()
        if moved:
            theirs = store.signatures(moved)
            around = {near for its in theirs.values() for band in its for near in stories.beside(band)}
            lying |= store.band_neighbours(around - asked)
            bands |= theirs
        pairs = stories.compared(bands, lying)
        told = store.tellings({k for pair in pairs for k in pair})
        near = [(a, b) for a, b in sorted(pairs) if a in told and b in told and stories.within_window(told[a], told[b])]
        known = {**store.articles({k for pair in near for k in pair} - articles.keys(), self._as_of), **articles}
        links = [
            link for a, b in near if a in known and b in known and (link := stories.duplicate_link(known[a], known[b]))
        ]
        parted = {k for one in store.story_links(moved) for k in (one.a, one.b)} if moved else set()
        store.drop_story_links(articles=moved, rule=stories.NEAR_DUPLICATE)
        records = {a.record for a in articles.values() if a.record}
        tied = {r: [k for k in ks if k in articles] for r, ks in store.record_articles(records).items()}
        store.add_story_links([*links, *(link for r, ks in tied.items() for link in stories.record_links(r, ks))])
        return moved | parted

    def _link_events(self, articles: Mapping[str, Article], told: Iterable[Report], gone: Collection[str]) -> set[str]:
        """Bring the ties between headlines up to date; return the articles that gained or lost one."""
        store = self._store
        news: dict[str, set[str]] = defaultdict(set)
        for report in told:
            if report.company and not reports.is_background(report):
                news[report.article].add(names.fold(report.company))
        heads = {key: stories.headline(articles[key], news.get(key, ())) for key in sorted(articles)}
        ties = story_board.update(
            store,
            [one for one in heads.values() if one.terms],
            [*(key for key, one in heads.items() if not one.terms), *gone],
        )
        had = {(one.a, one.b): one for one in store.story_links(ties.of) if one.rule == stories.SAME_EVENT}
        links = {(one.a, one.b): one for one in stories.event_links(ties.pairs)}
        store.drop_story_links(articles=ties.of, rule=stories.SAME_EVENT)
        store.add_story_links(links.values())
        # How surely two are tied decides only where a person has kept others apart.
        changed = had.keys() ^ links.keys() if not self._articles else had.keys() | links.keys()
        return {key for pair in changed for key in pair}

    def _cluster_stories(self, start: set[str]) -> None:
        if not start:
            return

        links: set[StoryLink] = set()

        def neighbours(keys: set[str]) -> set[str]:
            found = self._store.story_links(keys)
            links.update(found)
            out = {k for link in found for k in (link.a, link.b)}
            return out | {k for key in keys for k in self._article_ties.get(key, ())}

        held = {a for s in self._store.stories_of_articles(start).values() for a in s.articles}
        component = _closure(start | held, neighbours)
        told = self._store.tellings(component)
        if unknown := component - told.keys():  # articles that were taken in before tellings were kept
            told |= self._tell(self._store.articles(unknown, self._as_of))
        self._store.replace_stories(component, stories.cluster(list(told.values()), list(links), self._articles))

    def _tell(self, articles: Mapping[str, Article]) -> dict[str, Telling]:
        """Keep what stories need to know of articles."""
        told = {key: stories.telling(article) for key, article in sorted(articles.items())}
        self._store.replace_tellings(told.values())
        return told

    def _sort(self, articles: Mapping[str, Article], told: Iterable[Report], gone: Iterable[str]) -> None:
        """Keep what each article is about, by its words and the deals that it brings; a draft is counted nowhere."""
        news: dict[str, set[str]] = defaultdict(set)
        for report in told:
            if not reports.is_background(report):
                news[report.article].add(TOPIC_OF[report.deal.kind.value])
        self._store.replace_topics(
            {
                key: (stories.when(a).date(), topics.topics(a.title, a.text) | news.get(key, set()))
                for key, a in articles.items()
                if not a.draft
            },
            [*(key for key, a in articles.items() if a.draft), *gone],
        )


def _mentions(article: str, told: Sequence[Report], reading: Reading) -> Iterable[Mention]:
    seen: set[tuple[str, str | None, str | None]] = set()

    def once(written: str, report: str | None = None, role: str | None = None) -> Iterable[Mention]:
        if (written, report, role) not in seen:
            seen.add((written, report, role))
            yield Mention(article, written, names.fold(written), report, role)

    for report in told:
        if report.company:
            yield from once(report.company, report.id, "company")
        for investor in report.deal.investors:
            yield from once(investor.value.name, report.id, str(investor.value.role))
    for fact in reading.facts:
        yield from once(fact.organisation.value)
    for pair in reading.names:
        yield from once(pair.name.value)
        yield from once(pair.other.value)


def _news_times(cluster: Sequence[Report]) -> dict[str, datetime]:
    """Return when each article that brings a deal as news could be known."""
    return {r.article: r.known_at for r in cluster if not reports.is_background(r)}


def _ties(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    ties: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        ties[a].add(b)
        ties[b].add(a)
    return ties


def _closure(start: set[str], neighbours: Callable[[set[str]], set[str]]) -> set[str]:
    """Return all that can be reached from `start`, asking for the neighbours of a whole front at a time."""
    reached, front = set(start), set(start)
    while front:
        front = neighbours(front) - reached
        reached |= front
    return reached
