#!/usr/bin/env python3
"""The developer's one command: makes the environment and runs, tests or measures the app (serves every step).

    python3 dev.py setup             make the environment, nothing else
    python3 dev.py run [RECORD]      open the window on the example record, or on RECORD; without a screen check it and write its PDF
    python3 dev.py test [ARGUMENT]   linters, types, architecture, tests; arguments go to pytest
    python3 dev.py soak [ARGUMENT]   the long forms of the tests that have one
    python3 dev.py bench [ARGUMENT]  measure against other programs
    python3 dev.py screenshots [--only PAGE]  write a picture of every page and state into out/screenshots
    python3 dev.py lock              write requirements.lock anew from pyproject.toml

Needs only Python 3.11 to 3.13 and access to a package registry. Uses the standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "made-from.txt"
LOCK = HERE / "requirements.lock"
PROJECT = HERE / "pyproject.toml"

PYTHON_VERSIONS = ((3, 13), (3, 12), (3, 11))

SYSTEM_PACKAGES = (
    "poppler-utils",  # pages as pictures and as text
    "libjaxb-java",  # veraPDF
    "strace",  # full disks
    "libenchant-2-2",  # spelling
    "hunspell-en-gb",
    "at-spi2-core",  # the window as a screen reader meets it
    "python3-pyatspi",
    "xvfb",  # from here on: the window
    "dbus",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)

LOCK_COMMAND = (
    *("-m", "uv", "pip", "compile", PROJECT.name, "--all-extras", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet", "--upgrade", "-o", LOCK.name),
)

SPREAD = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""Tests on two processors: each module whole on one of them, in the order of tests/fixtures/longest_first.py."""


class SetupFailed(Exception):
    """The environment cannot be made; the message says what happened and what to do."""


def say(words: str) -> None:
    """Print `words` at once, so that they stand before the output of the next program."""
    print(words, flush=True)


def environment(**more: str) -> dict[str, str]:
    """Return the variables for our programs: UTF-8 everywhere, nobody else's packages."""
    foreign = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {**{key: value for key, value in os.environ.items() if key not in foreign}, "PYTHONUTF8": "1", **more}


def run(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run `command` in the project's folder and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=HERE, env=env or environment()).returncode


def python(*arguments: str | Path, **variables: str) -> int:
    """Run the environment's Python in the project's folder and return its exit code."""
    return run([VENV_PYTHON, *arguments], environment(**variables))


# --- Which Python ---------------------------------------------------------------------------------


def version_of(command: Sequence[str]) -> tuple[int, int] | None:
    """Return the version of the Python that `command` starts, None where it starts none."""
    probe = "import sys; print(sys.version_info[0], sys.version_info[1])"
    try:
        done = subprocess.run([*command, "-c", probe], capture_output=True, text=True, timeout=60, env=environment())
        major, minor = done.stdout.split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def base_python() -> list[str]:
    """Return the command of a Python that can carry the environment: this one if it can, else another.

    Raises:
        SetupFailed: none of the versions that the app supports is installed.
    """
    if sys.version_info[:2] in PYTHON_VERSIONS:
        return [getattr(sys, "_base_executable", None) or sys.executable]
    for major, minor in PYTHON_VERSIONS:
        launcher = [["py", f"-{major}.{minor}"]] if os.name == "nt" else []
        for command in [*launcher, [f"python{major}.{minor}"]]:
            if version_of(command) == (major, minor):
                return command
    raise SetupFailed(
        f"This is Python {sys.version_info[0]}.{sys.version_info[1]}; the app needs Python 3.11, 3.12 or 3.13, and none of them "
        "was found. Nothing was changed. Install Python 3.13 and run this again."
    )


# --- System packages (Debian, Ubuntu) -------------------------------------------------------------


def is_root() -> bool:
    """Say whether this user may install system packages (never on Windows)."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages without asking anything, and say whether that worked."""
    quiet = environment(DEBIAN_FRONTEND="noninteractive")
    say(f"Installing system packages: {' '.join(packages)}")
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *arguments], env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            say("\n".join(done.stdout.splitlines()[-5:]))
            return False
    return True


def missing_system_packages() -> list[str]:
    """Return which of SYSTEM_PACKAGES dpkg does not know as installed."""
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *SYSTEM_PACKAGES]
    lines = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    installed = {line.split()[0] for line in lines if line.endswith(" installed")}
    return [package for package in SYSTEM_PACKAGES if package not in installed]


def system_packages() -> None:
    """Install on Debian and Ubuntu what some tests need of the system, or say what is missing and go on.

    Where something is missing, there or on another system, those tests are skipped by name.
    """
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = missing_system_packages()
    if not missing or (is_root() and apt_install(missing)):
        return
    say("Some tests will be skipped by name. To have them run: sudo apt-get install " + " ".join(missing))


# --- The environment ------------------------------------------------------------------------------


def digest(*parts: bytes) -> str:
    """Return a short digest of `parts`."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


def make_venv(base: Sequence[str]) -> None:
    """Make an empty environment in place of what stands there.

    Raises:
        SetupFailed: Python lacks the module that makes environments, or the folder cannot be written.
    """
    major, minor = version_of(base) or (3, 13)
    if subprocess.run([*base, "-c", "import ensurepip, venv"], capture_output=True).returncode:
        package = f"python{major}.{minor}-venv"
        if not (is_root() and shutil.which("apt-get") and apt_install([package])):
            raise SetupFailed(
                f"This Python cannot make environments: its venv module is missing. Nothing was changed. On Debian and Ubuntu install "
                f"it with: sudo apt-get install {package}. Then run this again."
            )
    say(f"Making the environment {VENV.name} with Python {major}.{minor}")
    done = subprocess.run([*base, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, env=environment())
    if done.returncode:
        raise SetupFailed(
            f"The environment could not be made in {VENV}. Close programs that use it, delete that folder and run this again. "
            f"Python said: {(done.stdout + done.stderr).strip()[-500:]}"
        )


def pip(words: str, *arguments: str) -> None:
    """Install into the environment.

    Raises:
        SetupFailed: pip failed; its last lines are printed.
    """
    say(words)
    command = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=HERE, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        say("\n".join(done.stdout.splitlines()[-12:]))
        raise SetupFailed(
            "The packages could not be installed; pip's own words stand above. Your files are as they were. Check the connection "
            "to the package registry and the room on the drive, then run this again."
        )


def setup() -> None:
    """Make `.venv` as the lock and pyproject.toml want it; quick when nothing changed.

    Raises:
        SetupFailed: in plain words.
    """
    base = base_python()
    packages = digest(LOCK.read_bytes(), str(version_of(base)).encode(), str(VENV).encode())
    project = digest(PROJECT.read_bytes())
    made_from = STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() else []
    if made_from == [packages, project] and version_of([str(VENV_PYTHON)]):
        return
    STAMP.unlink(missing_ok=True)
    if made_from[:1] != [packages] or not version_of([str(VENV_PYTHON)]):
        make_venv(base)
        pip("Installing the packages of requirements.lock (about a minute)", "--require-hashes", "-r", LOCK.name)
    pip("Installing the app itself", "--no-deps", "--no-build-isolation", "-e", ".")
    STAMP.write_text(f"{packages} {project}\n", encoding="utf-8")
    say("The environment is ready.")


# --- The commands ---------------------------------------------------------------------------------


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run_main_job(arguments: Sequence[str]) -> int:
    """Open the window on a record, in a store of its own under `out`; without a screen check it and write its PDF."""
    record = Path(arguments[0]).resolve() if arguments else HERE / "templates" / "example.json"
    if has_screen():
        say(f"Opening the window on {record.name}")
        return python("-m", "response_app", "window", record, "--store", HERE / "out" / "store")
    pdf = HERE / "out" / f"{record.stem}.pdf"
    say(f"Checking {record.name}")
    code = python("-m", "response_app", "check", record)
    if code:
        say("No PDF was written. Put right what is said above, then run this again.")
        return code
    pdf.parent.mkdir(exist_ok=True)
    code = python("-m", "response_app", "export", record, "--pdf", pdf)
    if code == 0:
        say(f"The record is here: {pdf}")
    return code


def pytest(*arguments: str, **variables: str) -> int:
    """Run the tests on two processors."""
    return python("-m", "pytest", "-q", "-rfEs", *SPREAD, *arguments, **variables)


def test(arguments: Sequence[str]) -> int:
    """Run every stage, also after one has failed, and print which failed and how long each took."""
    stages: dict[str, Callable[[], int]] = {
        "ruff check": lambda: python("-m", "ruff", "check", "--quiet", "."),
        "ruff format": lambda: python("-m", "ruff", "format", "--check", "."),
        "mypy": lambda: python("-m", "mypy"),
        "import-linter": lambda: python("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
        "pytest": lambda: pytest(*arguments),
    }
    lines = []
    failed = 0
    began = time.monotonic()
    for name, stage in stages.items():
        say(f"\n== {name}")
        start = time.monotonic()
        code = stage()
        failed += code != 0
        lines.append(f"{name:<16}{time.monotonic() - start:7.1f} s  {'failed' if code else 'passed'}")
    say("\n== Stages\n" + "\n".join(lines))
    verdict = f"{failed} of {len(stages)} stages failed" if failed else "everything passed"
    say(f"{'total':<16}{time.monotonic() - began:7.1f} s  {verdict}")
    return 1 if failed else 0


def soak(arguments: Sequence[str]) -> int:
    """Run the long forms of the tests that have one."""
    return pytest("-m", "soak", "--timeout", "7200", *arguments, RESPONSE_APP_SOAK="1")


def bench(arguments: Sequence[str]) -> int:
    """Measure against other programs."""
    return python("-m", "bench", *arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """Write a picture of every page and state, in three colours and three sizes, or with `--only PAGE` those of some pages."""
    return python("-m", "tests.pictures", HERE / "out" / "screenshots", *arguments)


def lock(_arguments: Sequence[str]) -> int:
    """Write the lock anew: the newest versions that pyproject.toml allows, with hashes and without any address."""
    return python(*LOCK_COMMAND)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "setup": lambda _arguments: 0,
    "run": run_main_job,
    "test": test,
    "soak": soak,
    "bench": bench,
    "screenshots": screenshots,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Set the environment up and run one command; return the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 64
    try:
        if arguments[0] != "run":  # the main job needs nothing of the system
            system_packages()
        setup()
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
