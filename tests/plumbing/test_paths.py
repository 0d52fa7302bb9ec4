"""Where the app's own files and folders are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from response_app import paths
from response_app.errors import AppError


def test_what_ships_is_found() -> None:
    assert paths.resource("srgb.icc").read_bytes()[36:40] == b"acsp"
    assert paths.template("__init__.py").is_file()
    assert paths.template("__init__.py") != paths.resource("__init__.py")


@pytest.mark.parametrize("find", [paths.template, paths.resource])
def test_what_is_missing_is_said_in_plain_words(find: object) -> None:
    assert callable(find)
    with pytest.raises(AppError, match=r"A part of the app is missing: (templates|resources)/no-such-file\.json\.") as caught:
        find("no-such-file.json")
    assert caught.value.remedy == "Your records are safe. Install the app again."


def test_the_folders_do_not_depend_on_where_the_app_was_started(tmp_path: Path) -> None:
    script = f"import sys; sys.path[:0] = {[str(Path(paths.__file__).parents[1])]!r}; from response_app import paths; "
    script += "print(paths.resource('srgb.icc'))"
    out = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(out.stdout.strip()) == paths.resource("srgb.icc")


def test_every_folder_carries_the_name_of_the_app() -> None:
    for folder in (paths.data_dir(), paths.config_dir(), paths.log_dir()):
        assert folder.is_absolute()
        assert "Inspection Response" in folder.parts


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the variables that name the folders on Linux")
def test_each_folder_is_the_one_meant_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert paths.data_dir() == tmp_path / "DATA" / "Inspection Response"
    assert paths.config_dir() == tmp_path / "CONFIG" / "Inspection Response"
    assert paths.log_dir() == tmp_path / "STATE" / "Inspection Response" / "log"
    assert not list(tmp_path.iterdir())


def test_the_data_does_not_roam(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs
    from platformdirs.windows import Windows

    asked: list[str] = []

    def folder_of_windows(name: str) -> str:
        asked.append(name)
        return name

    monkeypatch.setattr("platformdirs.windows.get_win_folder", folder_of_windows)
    monkeypatch.setattr(platformdirs, "PlatformDirs", Windows)
    assert paths.data_dir() == Path("CSIDL_LOCAL_APPDATA", "Inspection Response")
    assert set(asked) == {"CSIDL_LOCAL_APPDATA"}
