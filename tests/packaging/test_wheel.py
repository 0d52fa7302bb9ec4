"""The wheel, built from the sdist and installed into an empty environment away from the checkout, does the main job."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from ..fixtures.isolation import HOME_VARIABLES, XDG_VARIABLES
from ..fixtures.shared import PROJECT

PYTHON = "python.exe" if os.name == "nt" else "python"
NOT_COPIED = shutil.ignore_patterns(".venv", ".git", "out", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")

pytestmark = pytest.mark.timeout(300)


def run(*command: str | Path, env: dict[str, str], cwd: Path) -> str:
    """Run a program that has to succeed and return what it prints."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def clean(real_environment: dict[str, str]) -> dict[str, str]:
    """The user's own package settings, and nothing that leads back to this environment or checkout."""
    foreign = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    return {**{key: value for key, value in real_environment.items() if key not in foreign}, "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, clean: dict[str, str]) -> Path:
    """The folder with the sdist and the wheel made from it, built from a copy so that nothing old gets in."""
    place = tmp_path_factory.mktemp("built")
    shutil.copytree(PROJECT, place / "source", ignore=NOT_COPIED)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", place, place / "source", env=clean, cwd=place)
    return place


@pytest.fixture(scope="module")
def scripts(built: Path, tmp_path_factory: pytest.TempPathFactory, clean: dict[str, str]) -> Path:
    """The folder of programs of an environment that holds the wheel and what it declares, in the locked versions."""
    place = tmp_path_factory.mktemp("elsewhere")
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    versions = place / "versions.txt"
    versions.write_text("\n".join(line.removesuffix("\\") for line in lock if "==" in line), encoding="utf-8")
    (wheel,) = built.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", place / "venv", env=clean, cwd=place)
    folder = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = ["-m", "pip", "--python", folder / PYTHON, "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    run(sys.executable, *pip, "--constraint", versions, wheel, env=clean, cwd=place)
    return folder


def test_both_hold_what_the_app_needs_and_no_tests(built: Path) -> None:
    """Data files are in, tests and bench are not."""
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    in_wheel = set(zipfile.ZipFile(wheel).namelist())
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    for names in (in_wheel, in_sdist):
        assert {"response_app/__main__.py", "templates/example.json", "templates/record.schema.json", "resources/srgb.icc"} <= names
    tops = {name.split("/")[0] for name in in_wheel if ".dist-info/" not in name}
    assert tops == {"response_app", "ui", "resources", "templates"}


def test_every_data_file_is_in_the_wheel(built: Path) -> None:
    """A kind of file that pyproject.toml does not list would be left out without a word."""
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    source = built / "source"
    files = [
        path.relative_to(source).as_posix() for top in ("resources", "templates") for path in (source / top).rglob("*") if path.is_file()
    ]
    assert len(files) > 2
    assert not {path for path in files if "__pycache__" not in path} - names


def test_the_installed_app_exports_the_example(scripts: Path, clean: dict[str, str], tmp_path: Path) -> None:
    """With its own command, its own data files, and nothing of the checkout."""
    where = "import templates, response_app; print(templates.__file__); print(response_app.__file__)"
    modules = [Path(line).resolve() for line in run(scripts / PYTHON, "-c", where, env=clean, cwd=tmp_path).splitlines()]
    assert all(module.is_relative_to(scripts.parent.resolve()) for module in modules)
    example = modules[0].with_name("example.json")
    pdf = tmp_path / "example.pdf"
    own_folders = {name: os.environ[name] for name in (*HOME_VARIABLES, *XDG_VARIABLES)}
    run(scripts / "response-app", "export", example, "--pdf", pdf, env={**clean, **own_folders}, cwd=tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF-")
