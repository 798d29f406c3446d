"""Content-hub records: those that came in, as they came; and one for each article that came another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from dealwire.core.read import HUB, TEXT
from dealwire.core.read.front_matter import HubRecord
from dealwire.core.read.hub import hub_record
from dealwire.core.read.hub_writer import hub_from_article, write_hub
from dealwire.core.read.pictures import addresses, marked
from dealwire.errors import InputError
from dealwire.ports import PublicView


class HubPublisher:
    """Writes a Markdown file with front matter for each record and article.

    Under the record's own file name where it has one.
    """

    def publish(self, view: PublicView, directory: Path, progress: Callable[[int], None]) -> list[Path]:
        """See `Publisher`."""
        paths: list[Path] = []
        taken: set[str] = set()
        for name, record in self._records(view):
            path = directory / _free(name, taken)
            path.write_text(write_hub(record.front, record.body), encoding="utf-8", newline="")
            paths.append(path)
            progress(1)
        return paths

    def _records(self, view: PublicView) -> Iterator[tuple[str, HubRecord]]:
        whole = set()
        drafts = {article.document for article in view.articles() if article.draft and not article.part}
        for media_type in (HUB, TEXT):
            for document in view.documents(media_type):
                try:
                    record = hub_record(document)
                except InputError:
                    continue  # it was listed as rejected when it came in
                whole.add(document.digest)
                yield (
                    PurePosixPath(document.origin).name or document.digest[:16],
                    _marked(record, document.digest in drafts, view),
                )
        for article in view.articles():
            if article.document not in whole:
                yield f"{article.key[:16]}.md", hub_from_article(article, (), article.quality, article.heat)


def _marked(record: HubRecord, draft: bool, view: PublicView) -> HubRecord:
    """Mark a record that was held back since as not published, and those of its pictures that are cached.

    One of which neither is true stays as it came.
    """
    if draft and record.front.get("published") is not False:
        record = replace(record, front={**record.front, "published": False})
    known = view.pictures(addresses(record.front))
    sizes = {url: (one.width, one.height) for url, one in known.items() if one.width and one.height}
    return replace(record, front=marked(record.front, sizes)) if sizes else record


def _free(name: str, taken: set[str]) -> str:
    """Return a file name that no record has taken: the name, else the name with a number."""
    safe = name.removesuffix(".gz").replace("\\", "_").replace("\0", "_").lstrip(".") or "record"
    stem, dot, suffix = safe.rpartition(".")
    free, n = safe, 1
    while free.casefold() in taken:
        n += 1
        free = f"{stem}-{n}{dot}{suffix}" if dot else f"{safe}-{n}"
    taken.add(free.casefold())
    return free
