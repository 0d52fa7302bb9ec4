"""axe-core in Chromium finds nothing in the pages, in both colour schemes, wide and narrow (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from response_app.record import build_document
from response_app.record.html import write_page
from tests.fixtures.installed import NEEDS_INSTALLING, needs_program
from tests.fixtures.sample_records import SAMPLES, TODAY, marked_draft

pytestmark = needs_program("chromium", "chromium")

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_PAGES = ("tables and lists over pages", "links", "quotations", "Welsh passages", "a marked draft")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a screen, one for all pages."""
    import shutil

    playwright = pytest.importorskip("playwright.sync_api", reason=f"{NEEDS_INSTALLING} playwright")
    with playwright.sync_playwright() as running:
        made = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield made
        made.close()


def page_of(name: str) -> str:
    """Return the web page of a sample."""
    if name == "a marked draft":
        return write_page(build_document(marked_draft(), draft=True, today=TODAY))
    return write_page(SAMPLES[name]().document())


def violations(browser: Any, page: str, folder: Path, scheme: str, width: int) -> list[str]:
    """Return the ids of the rules that a page breaks."""
    from axe_playwright_python.sync_playwright import Axe

    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    tab = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    try:
        tab.goto(file.as_uri())
        wide = tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        found = Axe().run(tab, options=_RULES).response["violations"]
    finally:
        tab.close()
    return [*(each["id"] for each in found), *(["scrolls sideways"] if wide else [])]


@pytest.mark.parametrize("name", _PAGES)
def test_axe_finds_nothing(browser: Any, name: str, tmp_path: Path) -> None:
    page = page_of(name)
    for scheme, width in (("light", 1280), ("dark", 320)):
        assert violations(browser, page, tmp_path, scheme, width) == []


def test_axe_finds_what_is_wrong(browser: Any, tmp_path: Path) -> None:
    page = page_of("links").replace("--text: #14202b", "--text: #bbbbbb", 1).replace('<html lang="en-GB">', "<html>", 1)
    assert {"color-contrast", "html-has-lang"} <= set(violations(browser, page, tmp_path, "light", 1280))
