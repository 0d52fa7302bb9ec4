"""A bit that flips in a text on the drive is noticed, and the last good words are offered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from response_app.errors import StoreDamaged
from response_app.interchange import write_fragment
from response_app.store.opening import Store

from .support import Clock, a_record, opened, save, set_text, stored, words

PLACE = "findings[a1].chief.text"
NOW_THERE = words("The Zebrafinch now stands here.")


def flip(path: Path, found: bytes, offset: int, bits: int) -> None:
    """Flip bits of one byte of the file, `offset` bytes into what is found once in it."""
    data = bytearray(path.read_bytes())
    assert data.count(found) == 1
    data[data.index(found) + offset] ^= bits
    path.write_bytes(data)


def written(path: Path, clock: Clock) -> None:
    """Make a store whose text has two versions."""
    with opened(path, clock) as store:
        save(store, a_record())
        for text in (words("The first words."), words("The second words."), NOW_THERE):
            clock.pass_by(hours=1)
            set_text(store, PLACE, text)


@pytest.mark.parametrize("bits", [0x01, 0x20, 0x80])
def test_a_flipped_bit_in_a_text_is_noticed_and_healed(path: Path, clock: Clock, bits: int) -> None:
    """Also one that leaves bytes that are no characters."""
    written(path, clock)
    flip(path, write_fragment(NOW_THERE).encode(), 9, bits)
    with opened(path, clock) as store:
        with pytest.raises(StoreDamaged) as noticed:
            stored(store)
        error = noticed.value
        assert (error.record_id, error.place) == ("r1", PLACE)
        assert PLACE in error.message
        assert "Go back to the version of 4 June 2024" in error.remedy
        assert "finch" not in str(error)
        assert error.last_good is not None
        with store.work() as work:
            good = work.versions.text(error.last_good)
            assert good == words("The second words.")
            work.records.set_text("r1", PLACE, good)
            work.commit()
        assert stored(store).findings[0].chief.text == good
        with store.work() as work:
            assert work.versions.list("r1", PLACE)[0].number == error.last_good


def test_a_damaged_version_is_passed_over(path: Path, clock: Clock) -> None:
    """The one before it is offered; asked for by itself it says so."""
    written(path, clock)
    flip(path, write_fragment(NOW_THERE).encode(), 9, 1)
    flip(path, write_fragment(words("The second words.")).encode(), 9, 1)
    with opened(path, clock) as store:
        with pytest.raises(StoreDamaged) as noticed:
            stored(store)
        with store.work() as work:
            newest, older, _ = work.versions.list("r1", PLACE)
            assert noticed.value.last_good == older.number
            assert work.versions.text(older.number) == words("The first words.")
            with pytest.raises(StoreDamaged, match="An earlier version of a text was damaged"):
                work.versions.text(newest.number)


def test_a_damaged_text_without_a_version(path: Path) -> None:
    """None is offered, and the way out is said."""
    with opened(path) as store:
        save(store, a_record())
        set_text(store, "findings[a1].reason", NOW_THERE)
    flip(path, write_fragment(NOW_THERE).encode(), 9, 1)
    with opened(path) as store, pytest.raises(StoreDamaged, match="from a backup") as noticed:
        stored(store)
    assert noticed.value.last_good is None


def test_damaged_words_are_not_kept_as_a_version(path: Path, clock: Clock) -> None:
    """Neither when the text is set anew nor when the whole record is."""
    written(path, clock)
    flip(path, write_fragment(NOW_THERE).encode(), 9, 1)
    with opened(path, clock) as store, store.work() as work:
        before = work.versions.list("r1", PLACE)
    clock.pass_by(hours=1)
    with opened(path, clock) as store, store.work() as work:
        work.records.update(a_record())
        work.commit()
    assert len(before) == 3
    with opened(path, clock) as store, store.work() as work:
        assert work.versions.list("r1", PLACE) == before
        assert work.records.get("r1") == a_record()


def test_words_damaged_back_to_themselves_are_written_again(path: Path, clock: Clock) -> None:
    """The hash is damaged, not the words: setting the same words mends it."""
    written(path, clock)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE texts SET sha256 = 'x' WHERE place = ?", (PLACE,))
        connection.commit()
    with opened(path, clock) as store:
        with pytest.raises(StoreDamaged):
            stored(store)
        set_text(store, PLACE, NOW_THERE)
        assert stored(store).findings[0].chief.text == NOW_THERE


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "draftinG"), ("inspection_published_on", "2024-05-1x"), ("inspection_also_inspectorates", '["half'), ("clock_applies", "")],
)
def test_a_choice_or_date_that_makes_no_sense(path: Path, column: str, value: str) -> None:
    """Is named as damage, in the record and in the list."""
    opened(path).close()
    with opened(path) as store:
        save(store, a_record())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE records SET {column} = ?", (value,))
        connection.commit()
    with opened(path) as store:
        with pytest.raises(StoreDamaged, match="date or choice"):
            stored(store)
        if column != "inspection_also_inspectorates":
            with pytest.raises(StoreDamaged, match="date or choice"):
                listed(store)


def listed(store: Store) -> object:
    """Return the list of records."""
    with store.work() as work:
        return work.records.list()
