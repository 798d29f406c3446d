"""Keeping what watching brought: documents into the store, then what became of each source and page.

The order makes a kill harmless. Documents and all that is read from them are durable before a source's health says
that it was visited: after a kill in between it is visited again, and what is there already changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from http import HTTPStatus

from dealwire.core.extract import gate
from dealwire.core.intake import links, pace, policy
from dealwire.core.intake.links import Link
from dealwire.core.intake.policy import Found
from dealwire.core.read import HTML, JSON, JSON_LINE, XML, ReadResult, read, urls
from dealwire.core.read.encoding import declared
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.errors import InputError, UsageError
from dealwire.model import Article, Counts, Document, Rejected
from dealwire.model.fetching import Answer, Failure, Outcome
from dealwire.model.sources import Follow, Followup, Health, NewsSource, SourceKind
from dealwire.ports import Engine, Source, Store
from dealwire.service.ingest import NOTHING, ingest
from dealwire.service.subscriptions import Subscriptions

TRIES = 5
"""So often a page is tried; then what is known of it must do."""

FORGET = timedelta(days=30)
"""After so long a page that could not be had, or lies elsewhere, may be asked for again, if it is still linked."""

LISTED = 100
"""At most so many new pages are taken from a listing or a sitemap at a visit, the newest first."""

RECENT = timedelta(days=7)
"""Pages of a sitemap that did not change for longer are left to archives."""

PIECE = 2_000
"""Entries of one feed that are taken in at a time; few have more than a hundred."""

FEEDS = frozenset({XML, JSON, JSON_LINE})
"""The kinds of body that may be a feed; a JSON Feed on one line looks like a line of JSON."""

Sniff = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Visit:
    """A source was visited: what came of it.

    `further` are the answers of the sitemaps that its sitemap lists. Where `archived`, it was an older page of the
    source, which tells nothing of how it fares. With `pushed` no one went there: the hub of the subscription of that
    token sent it.
    """

    source: NewsSource
    health: Health
    outcome: Outcome
    further: tuple[Answer, ...] = ()
    archived: bool = False
    pushed: str | None = None


@dataclass(frozen=True, slots=True)
class PageVisit:
    """A page was asked for: what came of it."""

    followup: Followup
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping: the counts of what was taken in, the sources as they are now, and the pages given up."""

    counts: Counts
    sources: tuple[Health, ...] = ()
    lost: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class _Looked:
    """A visit, looked through: its document and articles, or the pages that it leads to, or why there is neither."""

    visit: Visit
    digest: str | None = None
    document: Document | None = None
    read: ReadResult = NOTHING
    pages: tuple[Link, ...] = ()
    problem: str | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that its document gives."""
        return self.read.articles


class Keeper:
    """Keeps visits in a store, as many at a time as there are.

    Args:
        store: where to.
        knowledge: see `Knowledge`.
        sniff: tells the media type of a body by its first bytes; raises `InputError` for what is none of ours.
        files: opens the files at a path; raises `UsageError` where there are none.
        subscriptions: those at hubs; without them no hub is subscribed to.
    """

    def __init__(
        self,
        store: Store,
        knowledge: Knowledge,
        sniff: Sniff,
        files: Callable[[str], Source],
        subscriptions: Subscriptions | None = None,
    ) -> None:
        self._store = store
        self._know = knowledge
        self._sniff = sniff
        self._files = files
        self._subscriptions = subscriptions

    def keep(self, visits: Sequence[Visit], pages: Sequence[PageVisit], now: datetime) -> Kept:
        """Keep what some visits brought, and when their sources and pages are due next."""
        looked = [self._looked(visit, now) for visit in visits]
        filed = [self._take_in_files(visit, now) for visit in visits if _of_files(visit)]
        fetched = [(page, _page(page, now)) for page in pages]
        documents = [one.document for one in looked if one.document]
        documents += [page for _, page in fetched if isinstance(page, Document)]
        known = self._store.articles({a.key for one in looked for a in one.articles})
        at_hand = {
            one.document.digest: one.read if one.visit.archived else _news(one.read, known)
            for one in looked
            if one.document
        }
        told_before = self._telling_pages(pages)
        counts = together(
            [
                ingest(self._store, _Given(few), self._know, now, at_hand=read_of)
                for few, read_of in _in_pieces(documents, at_hand)
            ]
        )
        gave = self._store.seen(d.digest for d in documents)
        answered = self._known_whole(page.followup.url for page, _ in fetched)
        counts = together([counts, *(counted for _, _, counted in filed)])
        of_files = {name: found for name, found, _ in filed}
        healths = []
        lost = []
        with self._store.transaction():
            for one in looked:
                wanted, more = self._wanted(one, now)
                found = of_files.get(one.visit.source.name) or self._found(one, known, wanted)
                self._store.add_followups(wanted)
                if (health := self._health(one, found, now, more=more)) is not None:
                    self._store.put_news_source(one.visit.source, health)
                    healths.append(health)
                elif one.visit.pushed and found.problem:
                    lost.append(Rejected("push", one.visit.source.name, found.problem))
            for page, got in fetched:
                problem = got if isinstance(got, str) else None if gave.get(got.digest) else "no article in the page"
                if problem is None and page.followup.url not in answered:
                    self._store.put_followup(_done(page.followup, now))
                elif (given_up := self._settle(page, problem, now)) is not None:
                    lost.append(given_up)
            self._credit(self._telling_pages(pages) - told_before)
            self._store.add_rejected(lost, now)
        return Kept(counts, tuple(healths), tuple(lost))

    def _health(self, one: _Looked, found: Found, now: datetime, *, more: bool) -> Health | None:
        """Return how a source fares after a visit; None where that is not to be kept.

        It may have been declared anew meanwhile, or removed, and pushes may have come in.
        """
        visit = one.visit
        held = self._store.news_source(visit.source.name)
        if visit.archived or held is None or held[0] != visit.source:
            return None
        if visit.pushed:
            if found.problem is None and self._subscriptions:
                self._subscriptions.pushed(visit.pushed)
            return policy.pushed(held[1], found, now) if found.problem is None else None
        before = replace(visit.health, items=held[1].items, deals=held[1].deals)
        health = policy.after(visit.source, before, visit.outcome, found, now, one.digest)
        if more:  # what is left is taken at the next visit, whether or not anything changed by then
            health = replace(health, digest=None, etag=None, modified=None)
        if self._subscriptions and visit.source.kind is SourceKind.FEED:
            if isinstance(visit.outcome, Answer) and visit.outcome.status == HTTPStatus.OK and found.problem is None:
                self._subscriptions.visited(visit.source, visit.outcome, now)
            return self._subscriptions.planned(visit.source, health, now, news=found.new > 0)
        return health

    def _take_in_files(self, visit: Visit, now: datetime) -> tuple[str, Found, Counts]:
        """Take in what lies in a folder; what was taken in before costs only its reading."""
        try:
            counts = ingest(self._store, self._files(visit.source.url), self._know, now)
        except UsageError as error:
            return visit.source.name, Found(problem=str(error)), Counts()
        return visit.source.name, Found(counts.new, counts.deals), counts

    # --- sources

    def _looked(self, visit: Visit, now: datetime) -> _Looked:
        answer = visit.outcome
        if not isinstance(answer, Answer) or visit.source.kind is SourceKind.FILES:
            return _Looked(visit)
        digest = sha256(b"\0".join([answer.body, *(further.body for further in visit.further)])).hexdigest()
        if not policy.brings(answer, visit.health, digest):
            return _Looked(visit, digest)
        try:
            return self._read(visit, answer, digest, now)
        except InputError as error:
            return _Looked(visit, problem=str(error))

    def _read(self, visit: Visit, answer: Answer, digest: str, now: datetime) -> _Looked:
        match visit.source.kind:
            case SourceKind.SITEMAP:
                maps = [links.sitemap(body) for body in (answer.body, *(further.body for further in visit.further))]
                return _Looked(visit, digest, pages=_newest([page for one in maps for page in one.pages], now))
            case SourceKind.PAGE:
                charset = declared(answer.body, answer.media_type)
                found = links.listed(answer.body, charset, answer.url, visit.source.selector or "a")
                return _Looked(visit, digest, pages=found)
            case _:
                kind = self._sniff(answer.body[:4096])
                if kind not in FEEDS:
                    raise InputError("a page in place of a feed" if kind == HTML else "neither RSS, Atom nor JSON Feed")
                feed = document_of(answer, JSON if kind == JSON_LINE else kind, now)
                result = read(feed)
                if result.rejected and not result.articles:
                    raise InputError(result.rejected[0].reason)
                return _Looked(visit, digest, feed, result)

    def _found(self, one: _Looked, known: Mapping[str, Article], wanted: Sequence[Followup]) -> Found:
        new = {a.key for a in one.articles} - known.keys()
        telling = {report.article for report in self._store.reports_of_articles(new)}
        return Found(len(wanted) if one.pages else len(new), len(telling), one.problem)

    def _wanted(self, one: _Looked, now: datetime) -> tuple[list[Followup], bool]:
        """Return the pages to be fetched: of entries that only summarise them, and those that a listing leads to.

        And whether more are left, of a listing or a sitemap with many new ones.
        """
        source = one.visit.source
        addresses = [a.address for a in self._summarised(one.articles, source.follow) if a.address]
        listed = {form: link.url for link in one.pages if (form := urls.canonical(link.url))}
        have = self._store.find_articles(listed)
        new = [url for form, url in listed.items() if form not in have]
        planned = self._store.find_followups(new)
        new = [url for url in new if url not in planned]
        addresses += new[:LISTED]
        return [Followup(url, source.name, now) for url in dict.fromkeys(addresses)], len(new) > LISTED

    def _summarised(self, articles: Sequence[Article], follow: Follow) -> list[Article]:
        if follow is Follow.NONE:
            return []
        current = self._store.articles({a.key for a in articles})
        short = [a for a in current.values() if a.excerpt]
        return [a for a in short if follow is Follow.ALL or gate.passes(a.content)]

    # --- pages

    def _known_whole(self, urls_: Iterable[str]) -> set[str]:
        """Return those of some addresses under which there is an article with more than a summary."""
        forms = {url: form for url in urls_ if (form := urls.canonical(url))}
        keys = self._store.find_articles(forms.values())
        whole = {key for key, article in self._store.articles(set(keys.values())).items() if not article.excerpt}
        return {url for url, form in forms.items() if keys.get(form) in whole}

    def _settle(self, page: PageVisit, problem: str | None, now: datetime) -> Rejected | None:
        """Forget a page that was had; plan another try of one that was not, or give it up."""
        if problem is None:
            self._store.drop_followups([page.followup.url])
            return None
        told = page.outcome.retry_after if isinstance(page.outcome, Answer) else None
        tries = page.followup.tries + 1
        wait = FORGET if tries >= TRIES else timedelta(seconds=pace.backed_off(pace.SOONEST, tries, told))
        self._store.put_followup(replace(page.followup, tries=tries, due=now + wait))
        return Rejected("fetch", page.followup.url, problem) if tries >= TRIES else None

    def _telling_pages(self, pages: Iterable[PageVisit]) -> set[tuple[str, str]]:
        """Return articles under the addresses of some pages that tell deals, each with the source that led there."""
        sources = {}
        for page in pages:
            answered = [page.outcome.url] if isinstance(page.outcome, Answer) else []
            sources.update(dict.fromkeys(map(urls.canonical, (page.followup.url, *answered)), page.followup.source))
        keys = self._store.find_articles(form for form in sources if form)
        telling = {report.article for report in self._store.reports_of_articles(set(keys.values()))}
        return {(sources[form], key) for form, key in keys.items() if key in telling}

    def _credit(self, telling: Iterable[tuple[str, str]]) -> None:
        """Count for sources the articles that tell deals only as whole pages, not by their link or summary."""
        for name, more in Counter(name for name, _ in telling).items():
            if held := self._store.news_source(name):
                self._store.put_news_source(held[0], replace(held[1], deals=held[1].deals + more))


def _in_pieces(
    documents: Sequence[Document], at_hand: Mapping[str, ReadResult]
) -> Iterator[tuple[Sequence[Document], Mapping[str, ReadResult]]]:
    """Yield documents with what was read of them, feeds of many entries in pieces, so that memory has a bound."""
    yield documents, {digest: replace(found, articles=found.articles[:PIECE]) for digest, found in at_hand.items()}
    for document in documents:
        articles = at_hand[document.digest].articles if document.digest in at_hand else ()
        for start in range(PIECE, len(articles), PIECE):
            yield [document], {document.digest: ReadResult(articles[start : start + PIECE])}


def _news(found: ReadResult, known: Mapping[str, Article]) -> ReadResult:
    """Return what was read of a feed, less the entries that say nothing beyond what is known: most of them, mostly."""
    return replace(found, articles=tuple(a for a in found.articles if not _says_nothing(a, known.get(a.key))))


def _says_nothing(article: Article, held: Article | None) -> bool:
    if held is None:
        return False
    if article.excerpt and not held.excerpt:  # it would not speak beside the whole text
        return True
    return replace(article, document=held.document, part=held.part, fetched_at=held.fetched_at) == held


def _of_files(visit: Visit) -> bool:
    return visit.source.kind is SourceKind.FILES and isinstance(visit.outcome, Answer)


def _done(page: Followup, now: datetime) -> Followup:
    """Return a page that was had and says that it lies elsewhere: it would be asked for again at each mention."""
    return replace(page, tries=TRIES, due=now + FORGET)


def _page(visit: PageVisit, now: datetime) -> Document | str:
    """Return a page that was fetched as a document, or why there is none."""
    match visit.outcome:
        case Failure(reason=reason):
            return reason
        case Answer(status=HTTPStatus.OK) as answer:
            return document_of(answer, HTML, now)
        case Answer(status=status):
            return f"status {status}"


def document_of(answer: Answer, kind: str, now: datetime) -> Document:
    """Return an answer's body as a document: of the kind that it is, in the charset that its header tells."""
    _, separator, told = answer.media_type.lower().partition("charset=")
    named = told.partition(";")[0].strip(" \"'")
    return Document(
        digest=sha256(answer.body).hexdigest(),
        body=answer.body,
        media_type=f"{kind}; charset={named}" if separator and named.isascii() and kind in {HTML, XML} else kind,
        origin=answer.url,
        fetched_at=now,
        url=answer.url,
    )


def _newest(pages: Sequence[Link], now: datetime) -> tuple[Link, ...]:
    """Return the pages that changed of late, the latest first, then those of which that is not told."""
    dated = sorted((p for p in pages if p.at and now - RECENT <= p.at), key=lambda p: (p.at, p.url), reverse=True)
    return (*dated, *(page for page in pages if page.at is None))


def together(counted: Sequence[Counts]) -> Counts:
    """Return the counts of several runs as one."""
    return Counts(
        read=sum(one.read for one in counted),
        new=sum(one.new for one in counted),
        seen=sum(one.seen for one in counted),
        relevant=sum(one.relevant for one in counted),
        deals=sum(one.deals for one in counted),
        rejected=tuple(rejected for one in counted for rejected in one.rejected),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """A `Source` of documents at hand."""

    of: Sequence[Document]

    def documents(self, _engine: Engine | None = None) -> Iterator[Document | Rejected]:
        """See `Source`."""
        return iter(self.of)
