"""The help pages as they ship: one for each page of the window, sound, and found by their words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from response_app.domain.clock import statutory_date
from tests.pictures.take import PAGES
from ui.help_topics import ORDER, SHORTCUTS, Keys, matching, sheet, topic

SHIPPED = [key for key in ORDER if key != SHORTCUTS]
KNOWN = {"h1", "h2", "p", "ul", "ol", "li", "b", "a"}


class Reader(HTMLParser):
    """Keeps what is opened, and whether all of it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("page", [*PAGES, "report", "published"])
def test_every_page_of_the_window_has_its_help(page: str) -> None:
    if page != "help":
        assert page in ORDER and len(topic(page).words.split()) > 30


@pytest.mark.parametrize("key", SHIPPED)
def test_a_help_page_is_sound_and_leads_only_to_where_there_is_something(key: str) -> None:
    reader = Reader()
    reader.feed(topic(key).html)
    assert not reader.open and set(reader.seen) <= KNOWN
    assert reader.seen[0] == "h1" and reader.seen.count("h1") == 1
    for address in reader.addresses:
        scheme, _, rest = address.partition(":")
        assert (scheme == "help" and rest in ORDER) or (scheme == "https" and rest.startswith("//")), address


def test_every_file_of_the_help_is_in_the_list() -> None:
    from response_app.paths import resource

    assert {each.stem for each in resource("help/start.html").parent.iterdir()} == set(SHIPPED)


def test_the_law_says_what_the_clock_counts() -> None:
    from datetime import date

    assert statutory_date(date(2024, 5, 14)) == date(2024, 7, 8)
    words = " ".join(topic("law").words.split())
    assert "A report published on 14 May 2024 is answered by Monday 8 July 2024 at the latest." in words
    for subsection in ("4", "5(a)", "5(b)", "5(c)", "5A", "5B", "6"):
        assert f"(subsection {subsection})" in words


def test_words_are_found_in_any_order_and_a_title_comes_first() -> None:
    topics = [topic(key) for key in SHIPPED]
    found = [each.key for each in matching(topics, "BACKUPS second")]
    assert found == ["safety"]
    assert matching(topics, "law")[0].key == "law"
    assert matching(topics, "zebra") == () and matching(topics, " ") == tuple(topics)


def test_the_sheet_groups_its_lines_and_escapes_their_words() -> None:
    made = sheet([Keys("File", "Save <now>", ("Ctrl+S", "F2")), Keys("File", "Quit", ("Ctrl+Q",)), Keys("Edit", "Undo", ("Ctrl+Z",))])
    assert made.html.count("<table") == made.html.count("</table>") == 2
    assert "Save &lt;now&gt;" in made.html and "Ctrl+S or F2" in made.html
    assert "Save <now>" in made.words
