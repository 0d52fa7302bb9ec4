"""`dev.py` sets up only what changed, runs every stage, and says in plain words what is wrong."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev

from ..fixtures.shared import PROJECT


class Calls(list[str]):
    """The programs that dev.py would have started, and the code that each ends with."""

    def __init__(self, failing: str = "") -> None:
        super().__init__()
        self.failing = failing

    def python(self, *arguments: str | Path, **_variables: str) -> int:
        """Stand in for `dev.python`."""
        line = " ".join(map(str, arguments))
        self.append(line)
        return 5 if self.failing and self.failing in line else 0


@pytest.mark.parametrize(("failing", "code"), [("", 0), ("ruff check", 1), ("mypy", 1), ("pytest", 1)])
def test_every_stage_runs_also_after_a_failure(failing: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One failed stage fails the command, and hides none of the others."""
    calls = Calls(failing)
    monkeypatch.setattr(dev, "python", calls.python)
    assert dev.test(["-k", "clock"]) == code
    assert len(calls) == 5
    assert calls[-1].endswith("-k clock")


def test_a_record_that_may_not_be_published_is_not_exported(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check's code is the command's code."""
    calls = Calls("check")
    monkeypatch.setattr(dev, "python", calls.python)
    assert dev.run_main_job([]) == 5
    assert len(calls) == 1


def test_the_main_job_exports_the_example(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where the PDF is."""
    calls = Calls()
    monkeypatch.setattr(dev, "python", calls.python)
    monkeypatch.setattr(dev, "HERE", tmp_path)
    assert dev.run_main_job([]) == 0
    assert [line.split()[2] for line in calls] == ["check", "export"]
    assert str(tmp_path / "out" / "example.pdf") in capsys.readouterr().out


class FakeSetup:
    """A folder with a lock and a project file, in place of the checkout, and a record of what is made in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lock, self.project, self.stamp = folder / "lock", folder / "project", folder / "stamp"
        self.lock.write_text("a")
        self.project.write_text("a")
        self.made: list[str] = []
        for name, path in (("LOCK", self.lock), ("PROJECT", self.project), ("STAMP", self.stamp)):
            monkeypatch.setattr(dev, name, path)
        monkeypatch.setattr(dev, "make_venv", lambda _base: self.made.append("venv"))
        monkeypatch.setattr(dev, "pip", lambda words, *_arguments: self.made.append(words.split()[1]))
        monkeypatch.setattr(dev, "version_of", lambda _command: (3, 13))

    def run(self) -> list[str]:
        """Set up and return what was made."""
        self.made.clear()
        dev.setup()
        return list(self.made)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSetup:
    """A set-up that makes nothing real."""
    return FakeSetup(tmp_path, monkeypatch)


def test_only_what_changed_is_made_again(fake: FakeSetup) -> None:
    """A second start is quick; a changed lock gives an empty environment, so that nothing stays that was taken out."""
    assert fake.run() == ["venv", "the", "the"]
    assert fake.run() == []
    fake.project.write_text("b")
    assert fake.run() == ["the"]
    fake.lock.write_text("b")
    assert fake.run() == ["venv", "the", "the"]


def test_an_unfinished_setup_is_begun_again(fake: FakeSetup, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed download leaves no mark that all is well, not even for the lock that was there before."""

    def fail(words: str, *_arguments: str) -> None:
        raise dev.SetupFailed(words)

    fake.run()
    fake.lock.write_text("b")
    with monkeypatch.context() as broken:
        broken.setattr(dev, "pip", fail)
        with pytest.raises(dev.SetupFailed):
            dev.setup()
    fake.lock.write_text("a")
    assert fake.run() == ["venv", "the", "the"]


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 14, 0)])
def test_another_python_is_looked_for(version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest that the app supports and that really starts is taken."""
    monkeypatch.setattr(sys, "version_info", version)

    def only_312(command: Sequence[str]) -> tuple[int, int] | None:
        return (3, 12) if "3.12" in " ".join(command) else None

    monkeypatch.setattr(dev, "version_of", only_312)
    assert "3.12" in " ".join(dev.base_python())
    monkeypatch.setattr(dev, "version_of", lambda _command: None)
    with pytest.raises(dev.SetupFailed, match=rf"This is Python 3\.{version[1]}; the app needs Python 3\.11, 3\.12 or 3\.13"):
        dev.base_python()


def test_a_program_that_is_no_python_has_no_version(tmp_path: Path) -> None:
    """A launcher that stands for a Python which is not installed is passed over."""
    assert dev.version_of([str(tmp_path / "python3.13")]) is None
    assert dev.version_of([sys.executable]) == sys.version_info[:2]


def test_what_is_missing_is_named_without_the_right_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The words can be typed as they are; nothing is tried."""
    monkeypatch.setattr(dev.shutil, "which", lambda name: name)
    monkeypatch.setattr(dev, "missing_system_packages", lambda: ["strace", "xvfb"])
    monkeypatch.setattr(dev, "is_root", lambda: False)
    dev.system_packages()
    assert "sudo apt-get install strace xvfb" in capsys.readouterr().out


def test_dev_needs_the_standard_library_only() -> None:
    """It is what makes the environment."""
    tree = ast.parse((PROJECT / "dev.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {name for name in imported if name.split(".")[0] not in sys.stdlib_module_names}


@pytest.mark.parametrize("arguments", [[], ["deploy"]])
def test_an_unknown_command_prints_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And sets nothing up."""
    assert dev.main(arguments) == 64
    printed = capsys.readouterr().out
    assert all(f"dev.py {command} " in printed for command in dev.COMMANDS)
