"""Keeping a setting of the office as one step that can be undone (office settings)."""

from __future__ import annotations

from typing import Any

from ..domain.changes import Changes
from ..store.work import Work

PLACE = "office_settings"
"""The place of the settings among what changes; each has its key after it."""


def keep_setting(work: Work, key: str, value: Any, name: str) -> Changes:
    """Keep a setting, None for the default, and say how to go back; one that is the same already changes nothing.

    Args:
        work: the unit of work.
        key: the setting's.
        value: what JSON can hold.
        name: what is done, for "Undo ...".
    """
    before = work.settings.get(key)
    if value == before:
        return Changes("", empty=True)
    _set(work, key, value)
    return Changes("", name, (f"{PLACE}.{key}",), list_changed=True, setting=(key, before, value))


def take_back(work: Work, changes: Changes) -> Changes:
    """Undo the change of a setting.

    Returns:
        What is new, itself to be undone (redo).
    """
    if changes.setting is None:
        raise ValueError("this was no change of a setting")
    key, before, _ = changes.setting
    now = work.settings.get(key)
    _set(work, key, before)
    return Changes("", changes.name, (f"{PLACE}.{key}",), list_changed=True, setting=(key, now, before))


def _set(work: Work, key: str, value: Any) -> None:
    if value is None:
        work.settings.forget(key)
    else:
        work.settings.set(key, value)
