"""The register of findings: of one record, of many, with nothing that fits, with no record."""

from __future__ import annotations

from datetime import date

from response_app.authoring import after
from ui.main_window import MainWindow
from ui.models.register_order import Dates, Sort
from ui.pages.register_page import RegisterPage

from ..state import Afterwards, State
from ..stores import EMPTY, FULL, TODAY


def page_of(window: MainWindow) -> RegisterPage:
    """The register, which is in front."""
    page = window.pages.currentWidget()
    assert isinstance(page, RegisterPage)
    return page


def nothing(window: MainWindow) -> Afterwards:
    """Words that no finding has."""
    page = page_of(window)
    page.bar.search.setText("zebra")
    page.bar.filtered.emit()  # which typing does only after a pause
    return page.bar.clear


def past(window: MainWindow) -> Afterwards:
    """Those past their date in October, by their inspection, the last first."""
    page = page_of(window)
    page.state.today = lambda: date(2024, 10, 12)
    page.bar.dates.choose(Dates.PAST)
    page.bar.sort.choose(Sort.RECORD)
    page.bar.backwards.click()
    page.bar.filtered.emit()

    def back() -> None:
        page.state.today = lambda: TODAY
        page.bar.sort.choose(Sort.TARGET)
        page.bar.backwards.click()
        page.bar.clear()

    return back


def exported(window: MainWindow) -> Afterwards:
    """A date was moved twice, and the findings due soon were written to a file, of which the banner tells."""
    page = page_of(window)
    first = page.model.shown[0]
    for now, reason in ((date(2024, 10, 31), "The audit is late."), (date(2024, 12, 31), "It is later still.")):
        page.state.do(after.move_target, first.record_id, first.finding_id, now, reason, TODAY)
    page.exporter.told.emit("3 findings were written to C:\\Users\\P. Officer\\Documents\\register-of-findings-2024-06-26.pdf")

    def back() -> None:
        page.state.undo()
        page.state.undo()
        window.banner.hide()

    return back


STATES = (
    State("register"),
    State("register", "exported", exported, walked=False),
    State("register", "nothing", nothing),
    State("register", "empty", store=EMPTY),
    State("register", "full", store=FULL),
    State("register", "past", past, store=FULL),
)
