"""The migrations make what the schema says, and facts can't be changed behind dealwire's back."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from dealwire.core.resolve.ids import organisation_id, story_id
from dealwire.core.resolve.shingles import bands
from dealwire.core.resolve.stories import signature, telling
from dealwire.core.trends import TrendFilter
from dealwire.model import Organisation, Story
from dealwire.ports import DealFilter
from dealwire.stores import open_store, schema
from dealwire.stores.migrate import SCRIPTS
from dealwire.stores.sqlite import spaced
from tests.factories import make_article, make_deal, make_mention, make_row
from tests.stores.test_upkeep import stock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    store = open_store(str(path))
    stock(store)
    store.close()
    return path


def tables(connection: Connection) -> dict[str, str]:
    """Return the statements that made tables and indexes, without differences that mean nothing."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') "
        "AND name != 'alembic_version' AND name NOT LIKE 'search%'"
    )
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


def test_the_schema_names_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]


def test_migrations_and_schema_agree(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, type_, _: type_ != "table" or not str(name).startswith("search"),
                "compare_type": True,
            },
        )
        assert compare_metadata(context, schema.metadata) == []
        migrated = tables(connection)
    engine.dispose()
    plain = create_engine("sqlite://")
    with plain.connect() as connection:
        schema.metadata.create_all(connection)
        assert migrated == tables(connection)
    plain.dispose()


def test_every_table_is_a_fact_or_a_view_but_settings_sightings_intake_and_accounts() -> None:
    others = (*schema.INTAKE, *schema.ACCOUNTS, schema.deal_log, schema.settings, schema.sightings)
    assert {*schema.FACTS, *schema.VIEWS, *others} == set(schema.metadata.tables.values())


@pytest.mark.parametrize("table", [table.name for table in schema.FACTS])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid", "UPDATE {} SET {} = {}"])
def test_facts_can_be_neither_changed_nor_deleted(path: Path, table: str, change: str) -> None:
    connection = sqlite3.connect(path)
    if table == "rejected":
        connection.execute("INSERT INTO rejected VALUES ('read', 'a', 'empty', '2026-01-01')")
    column = next(iter(schema.metadata.tables[table].c)).name
    with pytest.raises(sqlite3.DatabaseError, match="facts are only ever added to"):
        connection.execute(change.replace("rowid", column).format(table, column, column))
    connection.close()


def test_documents_of_an_older_store_are_those_to_be_read_again_and_stay_as_they_are(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX documents_by_reader")
    connection.execute("DROP TRIGGER documents_no_update")
    connection.execute("ALTER TABLE documents DROP COLUMN reader")
    for change in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER sightings_no_{change.lower()} BEFORE {change} ON sightings "
            "BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    connection.execute("UPDATE alembic_version SET version_num = '0018'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    documents = list(store.documents_read_before(1))
    assert len(documents) == store.counts()["documents"] == store.count_read_before(1)
    digests = [document.digest for document in documents]
    told = store.sightings(digests)
    assert told
    store.note_reader(digests, 1)
    store.replace_sightings(digests, [])
    assert list(store.documents_read_before(1)) == []
    assert list(store.documents_read_before(2)) == documents
    assert store.sightings(digests) == {}
    store.close()


def test_entries_of_an_older_store_move_to_the_ids_of_their_sort_and_stay_findable(path: Path) -> None:
    store = open_store(str(path))
    before = {(hit.what, hit.id, hit.title) for hit in store.search("orchid", 50)}
    store.close()
    assert {what for what, _, _ in before} >= {"deal", "organisation"}
    connection = sqlite3.connect(path)
    connection.create_function("spaced", 1, spaced, deterministic=True)
    connection.execute("PRAGMA trusted_schema = ON")
    for n, (id_,) in enumerate(connection.execute("SELECT id FROM entries ORDER BY what, ref").fetchall(), start=1):
        connection.execute("UPDATE entries SET id = ? WHERE id = ?", (n + 500, id_))
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    for table in reversed((schema.subscriptions, *schema.ACCOUNTS)):
        connection.execute(f"DROP TABLE {table.name}")
    connection.execute("UPDATE alembic_version SET version_num = '0007'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    assert {(hit.what, hit.id, hit.title) for hit in store.search("orchid", 50)} == before
    store.close()


def test_names_and_dates_of_an_older_store_are_found(path: Path) -> None:
    store = open_store(str(path))
    row = make_row(make_deal("d2", "Heron Foods", reports=("r2",)), date(2026, 3, 1))
    store.replace_deals([], [row], {})
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE search_names")
    connection.execute("DROP TABLE listed_names")
    connection.execute("UPDATE deal_parties SET announced_on = NULL")
    connection.execute("UPDATE alembic_version SET version_num = '0014'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    assert [found.deal.id for found in store.deals(DealFilter(company="eron fo"))] == ["d2"]
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT announced_on FROM deal_parties WHERE deal = 'd2'").fetchall() == [("2026-03-01",)]
    connection.close()
    store.close()


def test_topics_of_an_older_store_are_counted(path: Path) -> None:
    store = open_store(str(path))
    store.replace_topics({"a": (date(2026, 3, 2), ["ai"]), "b": (date(2026, 3, 2), ["ai", "chips"])})
    counted = [store.topic_days(TrendFilter(topics=topics)) for topics in ((), ("ai",), ("chips",))]
    assert counted[2] == [(date(2026, 3, 2), topic, 1) for topic in ("", "ai", "chips")]
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE topic_days")
    connection.execute("UPDATE alembic_version SET version_num = '0017'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    assert [store.topic_days(TrendFilter(topics=topics)) for topics in ((), ("ai",), ("chips",))] == counted
    store.close()


def test_ids_that_things_of_an_older_store_had_lead_to_them(path: Path) -> None:
    store = open_store(str(path))
    store.replace_stories([], [Story(story_id("a"), "A tale of two", ("a", "b"), 1.0, 2, (), None)])
    merged = Organisation(organisation_id("heron"), "Heron", ("Heron", "Heron Foods"), ("heron", "heron foods"), ())
    store.replace_organisations([], [merged])
    store.close()
    connection = sqlite3.connect(path)
    for table in ("story_articles", "organisation_keys"):
        connection.execute(f"DROP INDEX {table}_by_once")
        connection.execute(f"ALTER TABLE {table} DROP COLUMN once")
    connection.execute("UPDATE alembic_version SET version_num = '0020'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    assert [one.id for one in (store.story(story_id("b")), store.story("s-none")) if one] == [story_id("a")]
    assert store.organisation(organisation_id("heron foods")) == merged
    assert store.organisation(organisation_id("nobody")) is None
    store.close()


def test_forms_of_names_of_an_older_store_are_counted(path: Path) -> None:
    store = open_store(str(path))
    store.replace_article_views("z", [], [make_mention("z", "Orchid Bio"), make_mention("z", "ORCHID BIO")], [])
    store.replace_article_views("y", [], [make_mention("y", "Orchid Bio", report=r) for r in ("r8", "r9")], [])
    counted = store.mentions(["orchid bio"])
    assert counted == {"orchid bio": {"Orchid Bio": 2, "ORCHID BIO": 1}}
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE name_forms")
    connection.execute("UPDATE alembic_version SET version_num = '0021'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    assert store.mentions(["orchid bio"]) == counted
    store.close()


def test_bands_of_an_older_store_move_to_their_fortnights(path: Path) -> None:
    store = open_store(str(path))
    told = [make_article(key, published=datetime(2026, 3, day, tzinfo=UTC)) for key, day in (("p", 1), ("q", 30))]
    store.replace_tellings(map(telling, told))
    placed = {one.key: signature(one) for one in told}
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM signatures")
    connection.execute("DELETE FROM bands")
    for number, one in enumerate((*told, make_article("r")), start=1):
        its = sorted(bands(one.content))
        connection.execute("INSERT INTO signatures VALUES (?, ?, ?)", (number, one.key, json.dumps(its)))
        connection.executemany("INSERT INTO bands VALUES (?, ?)", [(band, number) for band in its])
    connection.execute("UPDATE alembic_version SET version_num = '0022'")
    connection.commit()
    connection.close()
    store = open_store(str(path))
    assert {key: set(its) for key, its in store.signatures(["p", "q"]).items()} == {
        k: set(v) for k, v in placed.items()
    }
    assert store.band_neighbours(placed["p"]) == {band: ["p"] for band in placed["p"]}
    assert len(store.signatures(["r"])["r"]) == len(placed["p"])
    store.close()
