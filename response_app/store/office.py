"""What belongs to the office and not to one record: its settings, and who did what (every step)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from .layout import RECORD_KEY
from .tables import activity, office_settings

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Settings:
    """The office's settings, such as titles, names and switched-off rules, within one unit of work."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def all(self) -> dict[str, Json]:
        """Return every setting by its key."""
        rows = self._connection.execute(select(office_settings.c.key, office_settings.c.value))
        return {row.key: row.value for row in rows}

    def get(self, key: str, default: Json = None) -> Json:
        """Return one setting, or `default` when it is not set."""
        row = self._connection.execute(select(office_settings.c.value).where(office_settings.c.key == key)).one_or_none()
        return default if row is None else row.value

    def beginning_with(self, beginning: str) -> dict[str, Json]:
        """Return the settings whose keys begin so."""
        here = office_settings.c.key.startswith(beginning, autoescape=True)
        return {row.key: row.value for row in self._connection.execute(select(office_settings.c.key, office_settings.c.value).where(here))}

    def set(self, key: str, value: Json) -> None:
        """Set one setting."""
        version = office_settings.c.version + 1
        here = update(office_settings).where(office_settings.c.key == key)
        if not self._connection.execute(here.values(value=value, changed_at=self._now, version=version)).rowcount:
            self._connection.execute(insert(office_settings).values(key=key, value=value, changed_at=self._now, version=1))

    def forget(self, key: str) -> None:
        """Go back to the default for one setting."""
        self._connection.execute(delete(office_settings).where(office_settings.c.key == key))


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done: to which record (None for the whole office), when, by whom, what in words."""

    record_id: str | None
    at: datetime
    who: str
    what: str


class Activity:
    """Who did what, within one unit of work."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, who: str, what: str, record_id: str | None = None) -> None:
        """Note an act, done now."""
        self._connection.execute(insert(activity).values({RECORD_KEY: record_id, "at": self._now, "who": who, "what": what}))

    def note(self, who: str, what: str, record_id: str, within: timedelta) -> None:
        """Note an act on a record; when the last one was the same, less than `within` ago, it is the same act and ends now."""
        mine = activity.c[RECORD_KEY] == record_id
        newest = select(activity.c.id, activity.c.at, activity.c.who, activity.c.what).where(mine)
        last = self._connection.execute(newest.order_by(activity.c.at.desc(), activity.c.id.desc()).limit(1)).one_or_none()
        if last is not None and (last.who, last.what) == (who, what) and self._now - last.at < within:
            self._connection.execute(update(activity).where(activity.c.id == last.id).values(at=self._now))
        else:
            self.add(who, what, record_id)

    def forget(self, what: str, record_id: str) -> None:
        """Take back the last act of these words on a record, where there is one."""
        mine = (activity.c[RECORD_KEY] == record_id) & (activity.c.what == what)
        last = select(activity.c.id).where(mine).order_by(activity.c.at.desc(), activity.c.id.desc()).limit(1)
        self._connection.execute(delete(activity).where(activity.c.id == last.scalar_subquery()))

    def list(self, record_id: str | None = None, most: int = 100) -> tuple[Act, ...]:
        """Return the last acts, newest first: on one record, or on everything."""
        chosen = select(activity.c[RECORD_KEY], activity.c.at, activity.c.who, activity.c.what)
        if record_id is not None:
            chosen = chosen.where(activity.c[RECORD_KEY] == record_id)
        rows = self._connection.execute(chosen.order_by(activity.c.at.desc(), activity.c.id.desc()).limit(most))
        return tuple(Act(*row) for row in rows)
