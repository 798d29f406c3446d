"""From what was read in an article to reports, and the reports that a record lends a company's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dealwire.core.names import fold
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.bylines import agency
from dealwire.core.resolve.compare import compare_keys
from dealwire.core.resolve.ids import made_id
from dealwire.core.resolve.parts import tranche_of
from dealwire.core.resolve.shingles import bands
from dealwire.model import Article, DealReport, Kind, Reading, Report, Told


def report_id(article_key: str, kind: Kind, company: str, ordinal: int) -> str:
    """Return the id of an article's report, stable under re-reading; `ordinal` counts those of one kind and company."""
    return made_id("r", article_key, str(kind), fold(company) if company else "", str(ordinal))


def reports(article: Article, reading: Reading) -> tuple[Report, ...]:
    """Return the reports that an article makes, in the order of its text: of named deals, then of nameless ones."""
    counts: Counter[tuple[Kind, str]] = Counter()
    found = []
    for deal in (*reading.deals, *reading.nameless):
        company = deal.company.value if deal.company else ""
        subject = (deal.kind.value, fold(company) if company else "")
        found.append(_report(article, deal, report_id(article.key, deal.kind.value, company, counts[subject])))
        counts[subject] += 1
    return tuple(found)


def _report(article: Article, deal: DealReport, id_: str) -> Report:
    return Report(
        id=id_,
        article=article.key,
        article_ref=article.ref,
        known_at=article.published or article.fetched_at,
        deal=deal,
        published=article.published,
        url=article.address,
        provider=article.provider,
        record=article.record,
        learned_at=article.fetched_at,
        agency=agency(article.content, article.provider),
        sketch=tuple(band & 0xFFFFFFFF for band in bands(article.content)),
        tranche=tranche_of(article.content, deal),
        draft=article.draft,
    )


def is_background(report: Report) -> bool:
    """Tell whether a report recalls a deal rather than bringing it as news."""
    return report.deal.background is not None and report.deal.background.value


def tie(reports_of_one_record: Sequence[Report], aliases: Aliases = NO_ALIASES) -> tuple[Report, ...]:
    """Give the nameless news reports of a record the company that the record is about, where there is exactly one.

    It is the company of the record's named news reports of the same kind whose backers overlap with the nameless
    report's (or are not told). Reports come back in the order of their ids.
    """
    ordered = sorted(reports_of_one_record, key=lambda report: report.id)
    named = [report for report in ordered if report.company and not report.tied and not is_background(report)]
    return tuple(
        report if report.company or is_background(report) else _tied(report, named, aliases) for report in ordered
    )


def _tied(report: Report, named: Sequence[Report], aliases: Aliases) -> Report:
    fitting = [other for other in named if other.article != report.article and _fits(report.deal, other.deal, aliases)]
    companies = [other.deal.company for other in fitting if other.deal.company is not None]
    if not companies or not _one_company(companies, aliases):
        return report
    company = min(companies, key=lambda told: (-len(told.value), told.value, told.start, told.quote))
    return replace(report, tied=True, deal=replace(report.deal, company=company))


def _fits(nameless: DealReport, named: DealReport, aliases: Aliases) -> bool:
    if nameless.kind.value is not named.kind.value:
        return False
    backers = [fold(told.value.name) for told in nameless.investors]
    others = [fold(told.value.name) for told in named.investors]
    if not backers or not others:
        return True
    return any(compare_keys(a, b, aliases).same for a in backers for b in others)


def _one_company(companies: Sequence[Told[str]], aliases: Aliases) -> bool:
    keys = sorted({fold(told.value) for told in companies})
    return all(compare_keys(keys[0], key, aliases).same for key in keys[1:])
