"""What was said to be saved is there after a full disk, a killed process, a cut journal."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from response_app.domain.richtext import plain

from ..fixtures.installed import needs_program
from .support import a_record, child, opened, save, set_text, stored, words

PLACE = "sections.overall_comments"

NO_ROOM = "There is no room left on the drive that holds your records. What was saved before is safe. Free some room, then save again."
FILL_UP = """
from response_app.domain.richtext import plain
from response_app.errors import StoreUnavailable
store = opened(Path(sys.argv[1]))
save(store, a_record())
failed = False
for number in range(400):
    try:
        set_text(store, "sections.overall_comments", words(f"Number {number} " + "and more words " * 200))
    except StoreUnavailable as error:
        failed = True
        print("refused", error, flush=True)
        if sys.argv[2] == "lasting":
            break
    else:
        print("saved", number, flush=True)
        if failed:
            break
print("end", plain(stored(store).sections.overall_comments)[:20], flush=True)
"""


@needs_program("strace", "strace")
@pytest.mark.parametrize("kind", ["passing", "lasting"])
@pytest.mark.parametrize("write", [300, 307])
def test_a_full_disk_loses_nothing_that_was_saved(path: Path, tmp_path: Path, kind: str, write: int) -> None:
    """One write fails, or all from it on; the author is told, reads on, and where there is room again saves on."""
    inject = f"inject=pwrite64:error=ENOSPC:when={write}{'+' if kind == 'lasting' else ''}"
    trace = ["strace", "-f", "-o", str(tmp_path / "trace"), "-e", "trace=pwrite64", "-e", inject]
    output, errors = child(FILL_UP, path, kind, before=trace).communicate(timeout=60)
    assert output, errors
    *lines, end = output.splitlines()
    refused = [line for line in lines if line.startswith("refused")]
    assert refused == [f"refused {NO_ROOM}"]
    saved = [int(line.split()[1]) for line in lines if line.startswith("saved")]
    assert saved
    assert end.startswith(f"end Number {saved[-1]} ")
    if kind == "passing":
        assert lines[-1].startswith("saved")
    with opened(path) as store:
        assert plain(stored(store).sections.overall_comments).startswith(f"Number {saved[-1]} ")
        set_text(store, PLACE, words("On we go."))
        assert stored(store).sections.overall_comments == words("On we go.")


@needs_program("strace", "strace")
def test_a_disk_that_fills_up_at_the_first_start_leaves_no_half_store(path: Path, tmp_path: Path) -> None:
    """The next start makes it."""
    trace = ["strace", "-f", "-o", str(tmp_path / "trace"), "-e", "trace=pwrite64", "-e", "inject=pwrite64:error=ENOSPC:when=40+"]
    _, errors = child("opened(Path(sys.argv[1]))", path, before=trace).communicate(timeout=60)
    assert f"StoreUnavailable: {NO_ROOM}" in errors
    with opened(path) as store:
        save(store, a_record())
        assert stored(store) == a_record()


def killed(path: Path, code: str) -> None:
    """Run code that says when it wants to be killed, and kill it."""
    process: subprocess.Popen[str] = child(code, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n", process.communicate()[1]
    process.kill()
    process.communicate()


IN_THE_MIDDLE = """
store = opened(Path(sys.argv[1]))
save(store, a_record())
with store.work() as work:
    work.records.add(a_record("r2"))
    work.records.set_text("r1", "sections.overall_comments", words("x"))
    print("now", flush=True)
    sys.stdin.read()
"""
AFTER = """
store = opened(Path(sys.argv[1]))
save(store, a_record())
set_text(store, "sections.overall_comments", words("The last " * 2000))
print("now", flush=True)
sys.stdin.read()
"""


def test_a_power_cut_in_a_unit_of_work_takes_back_that_one_only(path: Path) -> None:
    """The one before it is there."""
    killed(path, IN_THE_MIDDLE)
    assert path.with_name("records.db-wal").stat().st_size > 0
    with opened(path) as store:
        assert stored(store) == a_record()
        with store.work() as work:
            assert len(work.records.list()) == 1


@pytest.mark.parametrize("cut", [1, 100, 5000])
def test_a_journal_that_was_cut_off_loses_whole_units_of_work_only(path: Path, cut: int) -> None:
    """The last one did not reach the drive in full, as a drive that lies can have it."""
    killed(path, AFTER)
    journal = path.with_name("records.db-wal")
    journal.write_bytes(journal.read_bytes()[:-cut])
    with opened(path) as store:
        assert stored(store) == a_record()
        save(store, a_record("r2"))
        with store.work() as work:
            assert work.search.find("last") == ()
