"""`dealwire extract` starts without what only a store or a page needs: a program may call it for a single article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

HEAVY = {
    "sqlalchemy",
    "alembic",
    "lxml",
    "trafilatura",
    "feedparser",
    "rapidfuzz",
    "pyarrow",
    "cryptography",
    "ftfy",
    "fastapi",
    "jinja2",
}


def test_extract_imports_nothing_of_the_store_nor_of_pages(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(
        '{"id": 1, "text": "Harrow Labs raised $5 million."}\n{"id": 2, "text": "穹图科技完成数千万元A轮融资"}\n',
        encoding="utf-8",
    )
    code = (
        "import sys\nfrom dealwire.cli import main\n"
        f"sys.argv = ['dealwire', 'extract', {str(articles)!r}]\n"
        "try:\n    main()\nfinally:\n    sys.stderr.write('\\n'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    assert done.stdout.count('"company"') >= 2
    assert {name.partition(".")[0] for name in done.stderr.split("\n")} & HEAVY == set()
    assert "dealwire.core.extract.chinese" in done.stderr.split("\n")
