"""The same record gives the same bytes: in another process, time zone, language, home, user and hash seed, and twice in a row."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from response_app.record import write_pdf
from tests.fixtures.sample_records import SAMPLES
from tests.fixtures.shared import PROJECT

NAMES = ("plain draft", "tables and lists over pages", "links", "Welsh record", "logo", "several grades")

PROGRAM = f"""
import hashlib
from response_app.record import write_pdf
from tests.fixtures.sample_records import SAMPLES
for name in {NAMES!r}:
    print(hashlib.sha256(write_pdf(SAMPLES[name]().document())).hexdigest())
"""


@pytest.fixture(scope="module")
def here() -> list[str]:
    """The SHA-256 of each sample's PDF in this process."""
    return [hashlib.sha256(write_pdf(SAMPLES[name]().document())).hexdigest() for name in NAMES]


@pytest.mark.parametrize(
    "changed",
    [
        {"TZ": "Asia/Kolkata", "PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "cy_GB.UTF-8", "LANG": "cy_GB.UTF-8", "LANGUAGE": "cy"},
        {"HOME": "elsewhere", "USER": "somebody", "LOGNAME": "somebody", "PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "86400"},
    ],
    ids=["Kolkata and C", "Los Angeles and Welsh", "another user"],
)
def test_another_process_gives_the_same_bytes(changed: dict[str, str], here: list[str], tmp_path: object) -> None:
    env = {**os.environ, **changed, "PYTHONPATH": str(PROJECT)}
    if "HOME" in changed:
        env["HOME"] = str(tmp_path)
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=env, cwd=str(tmp_path), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == here


def test_twice_in_one_process_gives_the_same_bytes(here: list[str]) -> None:
    """Nothing of the documents drawn in between is left over."""
    assert [hashlib.sha256(write_pdf(SAMPLES[name]().document())).hexdigest() for name in reversed(NAMES)] == here[::-1]


def test_another_word_gives_other_bytes(here: list[str]) -> None:
    assert len(set(here)) == len(NAMES)
    assert hashlib.sha256(write_pdf(SAMPLES["plain"]().document())).hexdigest() not in here
