"""Where the app's own files lie, and the folders that the system gives it (plumbing of every step).

The only module that reaches data files: the same call works in a checkout, an installed wheel and a bundle.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import AppError

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

APP_NAME = "Inspection Response"


def template(name: str) -> Path:
    """Return the path of a file that ships in `templates`, such as "record.schema.json".

    Raises:
        AppError: the installation lacks it.
    """
    return _shipped("templates", name)


def resource(name: str) -> Path:
    """Return the path of a file that ships in `resources`, such as "srgb.icc".

    Raises:
        AppError: the installation lacks it.
    """
    return _shipped("resources", name)


def data_dir() -> Path:
    """Return the folder for the store: on this computer, never one that roams over the network. It may not exist yet."""
    return _folders().user_data_path


def config_dir() -> Path:
    """Return the folder for what belongs to a person's screen. It may not exist yet."""
    return _folders().user_config_path


def log_dir() -> Path:
    """Return the folder for logs. It may not exist yet."""
    return _folders().user_log_path


def _shipped(package: str, name: str) -> Path:
    from importlib.resources import files

    path = Path(str(files(package).joinpath(name)))
    if not path.is_file():
        raise AppError(f"A part of the app is missing: {package}/{name}.", "Your records are safe. Install the app again.")
    return path


def _folders() -> PlatformDirsABC:
    from platformdirs import PlatformDirs

    return PlatformDirs(APP_NAME, appauthor=False, roaming=False)
