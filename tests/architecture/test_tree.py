"""What must not be in the repository: addresses of package registries, paths of one machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..fixtures.shared import PROJECT
from .source import tracked

# Put together here, so that this file does not hold what it looks for.
REGISTRIES = "|".join(
    rf"https?://[^\s\"'>]*{name}" for name in (r"py" + r"pi\b", "python" + "hosted", r"np" + r"mjs\b", r"crates\." + "io")
)
MACHINE_PATHS = "|".join(
    rf"(?<![\w.]){re.escape(folder)}" for folder in ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/tm" + "p/", "C:\\Us" + "ers\\")
)
FORBIDDEN = re.compile(f"{REGISTRIES}|{MACHINE_PATHS}", re.IGNORECASE)


def found(text: str) -> list[str]:
    """Return what must not be there."""
    return [match.group() for match in FORBIDDEN.finditer(text)]


def words_of(path: Path) -> str:
    """Return the words of a file, "" when it is not text."""
    try:
        return (PROJECT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_registry_and_no_path_of_a_machine() -> None:
    """A fresh clone works anywhere, with whatever registry its machine is set to."""
    assert not {str(path): bad for path in tracked() if (bad := found(words_of(path)))}


@pytest.mark.parametrize(
    "text",
    [
        "https://py" + "pi.org/simple",
        "http://files.python" + "hosted.org/x",
        "see /wo" + "rk/main",
        "open('/tm" + "p/x')",
        "C:\\Us" + "ers\\me",
    ],
)
def test_the_pattern_finds(text: str) -> None:
    """Each kind is found."""
    assert found(text)


def test_the_pattern_lets_pass() -> None:
    """Ordinary words and addresses are not."""
    assert not found("https://www.example.police.uk/wo" + "rk/ ../tests/x out/example.pdf at home/wo" + "rk")


def test_the_lock_has_hashes_and_no_address() -> None:
    """What is installed is what was locked, from wherever the machine gets its packages."""
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    pins = [line for line in lock.splitlines() if not line.startswith(" ")]
    assert "http" not in lock.lower()
    assert len(pins) > 20
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
