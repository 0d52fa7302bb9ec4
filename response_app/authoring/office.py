"""Use cases on the office as a whole: who works here, which titles and names it prints (first run, new records)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..domain.changes import Changes
from ..domain.office import Office
from ..domain.record import Record
from ..store.work import Work
from .current_office import remember_office
from .logo import LogoPicture, set_office_logo, with_logo
from .office_people import forget_people, office_on
from .office_settings import keep_setting
from .office_titles import KEY, kept_logo, plain_titles
from .office_titles import office_titles as office_titles
from .person import PERSON
from .person import person_name as person_name


def office_picture(work: Work) -> LogoPicture | None:
    """Return the logo of new records, None for none.

    Raises:
        FileRefused: its picture is no longer beside the records.
        StoreDamaged: its picture is not as it was kept.
    """
    kept = kept_logo(work)
    return LogoPicture(work.attachments.read(kept.sha256), kept.logo.alt) if kept else None


def with_office(work: Work, record: Record) -> Record:
    """Return a new record with the titles and names that are valid today, and the office's logo."""
    office, kept = office_on(work, work.now.astimezone().date()), kept_logo(work)
    remember_office(work, record.record_id, office)
    titled = replace(record, office=office)
    return with_logo(titled, kept) if kept else titled


def set_up(work: Work, name: str, office: Office, logo: LogoPicture | None = None) -> Changes:
    """Keep the person's name, the office's titles and its logo, None for no logo; records that exist keep what they print.

    Raises:
        FileRefused: the logo cannot be printed.
        AppError: it is not described.
        WriteFailed: it could not be kept; nothing was changed.
    """
    kept: Any = set_office_logo(work, logo)
    work.settings.set(PERSON, name.strip())
    work.settings.set(KEY, {**plain_titles(office), "logo": kept})
    forget_people(work)
    return Changes("", list_changed=True)


def change_name(work: Work, name: str) -> Changes:
    """Keep by which name colleagues know the person at this computer; what was done before keeps the name it was done under."""
    return keep_setting(work, PERSON, " ".join(name.split()), "change your name")
