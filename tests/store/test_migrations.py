"""Steps from schema to schema: every row is kept, or the store stays as it was."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from response_app.domain.finding import Action, ActionKind, Finding, FindingKind
from response_app.domain.richtext import Paragraph, Run
from response_app.errors import StoreUnavailable
from response_app.store.backup import row_counts
from response_app.store.engine import engine_for, take
from response_app.store.migrations import OURS, Steps
from response_app.store.migrations.run import migrate
from response_app.store.opening import open_store
from response_app.store.search import INDEX_TABLES
from response_app.store.tables import metadata

from ..fixtures.sample_records import large_record
from ..fixtures.shared import PROJECT
from .support import Clock, Fragments, a_record, full_record, opened, save, set_text, stored, words

STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{revision}", "{down}"


def upgrade():
    {body}
"""
ANEW = """with op.batch_alter_table("records", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="blue"))
        table.alter_column("version_label", existing_type=sa.Text(), type_=sa.String(200))
    with op.batch_alter_table("findings", recreate="always") as table:
        table.add_column(sa.Column("weight", sa.Integer(), nullable=True))"""
NEXT = OURS.newest + 1
NAMES = "NOT LIKE 'sqlite%' AND name NOT LIKE 'search_%'"


def step(folder: Path, body: str, *, number: int = NEXT) -> Steps:
    """Write an invented step to schema `number` and return the schemas with it."""
    folder.mkdir(exist_ok=True)
    revision = f"t{number:03}"
    down = OURS.revisions[-1] if number == NEXT else f"t{number - 1:03}"
    (folder / f"v{revision}_test.py").write_text(STEP.format(revision=revision, down=down, body=body))
    return Steps((*OURS.revisions, *(f"t{each:03}" for each in range(NEXT, number + 1))), (folder,))


@pytest.fixture
def full(path: Path, clock: Clock) -> Path:
    """A closed store with every kind of row."""
    with opened(path, clock) as store:
        save(store, full_record("r1"), full_record("r2"), full_record("r3"), replace(large_record(), record_id="r4"))
        clock.pass_by(hours=1)
        set_text(store, "sections.overall_comments", words("Zebrafinch."))
        with store.work() as work:
            work.versions.keep("r1", "decision", "sign-off")
            work.records.delete("r3")
            work.settings.set("office", {"force": "Exampleshire Police"})
            work.activity.add("Asha Patel", "signed off", "r1")
            work.commit()
    return path


def schema(path: Path) -> dict[str, str]:
    """Return the definition of everything in a closed store, without white space and quotation marks."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: re.sub(r'[\s"]+', "", sql) for name, sql in rows}


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of a closed store."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for name in row_counts(connection) if not INDEX_TABLES.fullmatch(name)]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


def test_the_steps_lead_to_what_the_models_say(path: Path, tmp_path: Path) -> None:
    """A store that took every step has the schema of one that was made today."""
    stepped = tmp_path / "stepped.db"
    connection = take(stepped)
    engine = engine_for(connection)
    migrate(connection, engine, 0, lambda _: None)
    with engine.connect() as live:
        options = {"include_name": lambda name, kind, _: kind != "table" or not INDEX_TABLES.fullmatch(name or ""), "compare_type": True}
        assert compare_metadata(MigrationContext.configure(live, opts=options), metadata) == []
    engine.dispose()
    connection.close()
    opened(path).close()
    assert schema(stepped) == schema(path)
    opened(stepped).close()


def test_a_step_on_a_full_store_keeps_every_row(full: Path, tmp_path: Path, clock: Clock) -> None:
    """Tables that others hang on are made anew, and so is the search index."""
    before = everything(full)
    steps = step(
        tmp_path / "steps",
        f"""{ANEW}
    op.execute("DELETE FROM search")""",
    )
    with open_store(full, Fragments(), "", clock, steps) as store:
        assert store.pragmas()["foreign_keys"] == 1
        assert stored(store, "r2") == full_record("r2")
        with store.work() as work:
            assert [hit.place for hit in work.search.find("zebrafinch")] == ["sections.overall_comments"]
            assert len(work.records.list()) == 3
    after = everything(full)
    assert after.keys() == before.keys()
    assert [row[-1] for row in after["records"]] == ["blue"] * len(before["records"])
    assert sorted((row[:-1] for row in after["records"]), key=repr) == before["records"]
    assert sorted((row[:-1] for row in after["findings"]), key=repr) == before["findings"]
    assert sum(map(len, before.values())) > 1000
    for name in before.keys() - {"records", "findings", "alembic_version", "search_places"}:
        assert after[name] == before[name], name
    open_store(full, Fragments(), "", clock, steps).close()


def test_a_store_of_the_first_schema_gets_its_counts_and_finds_filled_fields(full: Path, clock: Clock) -> None:
    """As the first version of the app left it: no number of answers in draft, and fields by their names in the index."""
    with opened(full) as store:
        begun = Finding("new", FindingKind.AREA_FOR_IMPROVEMENT, action=(Action(ActionKind.PROPOSED),))
        save(store, a_record("r5", findings=(begun,)))
        set_text(store, "sections.initial_response", (Paragraph((Run("Of "), Run(field="force"))),), "r5")
    before, newest = everything(full), schema(full)
    with closing(sqlite3.connect(full)) as connection:
        connection.execute("ALTER TABLE records DROP COLUMN in_draft_count")
        connection.execute("UPDATE search SET words = 'Of [force]' WHERE words = 'Of Exampleshire Police'")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    with opened(full, clock) as store, store.work() as work:
        assert {row.record_id: row.in_draft for row in work.records.list()}["r5"] == 1
        assert [hit.record_id for hit in work.search.find("of exampleshire poli") if hit.place == "sections.initial_response"] == ["r5"]
        assert "r5" not in {hit.record_id for hit in work.search.find("of force")}
    after = everything(full)
    assert schema(full) == newest
    assert {name: rows for name, rows in after.items() if name != "search_places"} == {
        name: rows for name, rows in before.items() if name != "search_places"
    }


def test_a_verified_copy_is_made_first(full: Path, tmp_path: Path, clock: Clock) -> None:
    """And opens in the version of the app that was there before, which refuses the store itself."""
    record_before = stored_in(full)
    open_store(full, Fragments(), "", clock, step(tmp_path / "steps", ANEW)).close()
    (copy,) = (full.parent / "backups").iterdir()
    assert copy.name == "records before update 2024-06-04 104100.db"
    assert stored_in(copy) == record_before
    with pytest.raises(StoreUnavailable, match="newer version"):
        opened(full)


def stored_in(path: Path) -> object:
    """Return a record of a closed store."""
    with opened(path) as store:
        return stored(store)


@pytest.mark.parametrize(
    "body",
    [
        f"{ANEW}\n    raise ZeroDivisionError",
        "op.execute(\"DELETE FROM texts WHERE place LIKE '%chief%'\")",
        "op.execute(\"UPDATE texts SET of_record = 'gone' WHERE of_record = 'r1' AND place = 'inspection.summary'\")",
    ],
    ids=["fails half way", "loses rows", "leaves rows without their owner"],
)
def test_a_step_that_goes_wrong_leaves_the_store_as_it_was(full: Path, tmp_path: Path, clock: Clock, body: str) -> None:
    """Content, schema and number, and the old app goes on with it."""
    content, tables = everything(full), schema(full)
    with suppress(ZeroDivisionError), pytest.raises(RuntimeError, match="lost rows"):
        open_store(full, Fragments(), "", clock, step(tmp_path / "steps", body))
    assert (everything(full), schema(full)) == (content, tables)
    with opened(full, clock) as store:
        assert store.pragmas()["foreign_keys"] == 1


def test_steps_before_the_one_that_fails_stay_done(full: Path, tmp_path: Path, clock: Clock) -> None:
    """Each is a transaction of its own, and the next start goes on from there."""
    step(tmp_path / "steps", ANEW)
    failing = step(tmp_path / "steps", "raise ZeroDivisionError", number=NEXT + 1)
    with pytest.raises(ZeroDivisionError):
        open_store(full, Fragments(), "", clock, failing)
    with open_store(full, Fragments(), "", clock, step(tmp_path / "steps", "pass", number=NEXT + 1)) as store:
        assert stored(store, "r2") == full_record("r2")
    with closing(sqlite3.connect(full)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT + 1,)


def test_references_are_not_watched_while_a_table_is_made_anew(full: Path, tmp_path: Path) -> None:
    """Switched off before BEGIN: within a transaction it does nothing, and all that hangs on the table would go."""
    connection = take(full)
    engine = engine_for(connection)
    said: list[str] = []
    connection.set_trace_callback(said.append)
    before = row_counts(connection)
    migrate(connection, engine, OURS.newest, lambda _: None, step(tmp_path / "steps", ANEW))
    connection.set_trace_callback(None)
    assert row_counts(connection) == before
    assert [each for each in said if re.match("PRAGMA foreign_keys|BEGIN|COMMIT", each)] == [
        "PRAGMA foreign_keys = OFF",
        "BEGIN IMMEDIATE",
        "COMMIT",
        "PRAGMA foreign_keys = ON",
    ]
    engine.dispose()
    connection.close()


def test_the_wrong_order_would_lose_rows_and_is_noticed(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """The danger is real: with references watched the same step deletes what hangs on the records, and is taken back."""
    from response_app.store.migrations import run

    content = everything(full)
    real = run._take_step

    def with_references_watched(connection: Connection, script: object, to: str) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("COMMIT")
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("PRAGMA foreign_keys = OFF")
        real(connection, script, to)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "_take_step", with_references_watched)
    with pytest.raises(RuntimeError, match=r"lost rows.*'texts'"):
        open_store(full, Fragments(), "", clock, step(tmp_path / "steps", ANEW))
    assert everything(full) == content


def test_alembic_is_loaded_only_for_a_store_that_is_behind(path: Path) -> None:
    """It takes long to load, and nearly every start does without it."""
    opened(path).close()
    code = "import sys\nfrom pathlib import Path\nfrom tests.store.support import *\nopened(Path(sys.argv[1])).close()\n"
    code += "print([name for name in ('alembic', 'sqlalchemy.orm') if name in sys.modules])"
    for target in (path, path.with_name("new.db")):
        done = subprocess.run([sys.executable, "-c", code, str(target)], cwd=PROJECT, capture_output=True, text=True)
        assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_the_full_store_has_rows_in_every_table(full: Path) -> None:
    """Otherwise the tests above would say little."""
    assert not {name for name, rows in everything(full).items() if not rows}
