"""The bench's rows on search as one types, over stores of 10 to 10,000 records (Home).

Processor time, which a busy machine changes little. Words are typed letter by letter, from the second letter on, as
when typing pauses after each: every beginning is searched, very common words and rare ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from statistics import quantiles
from time import process_time
from typing import TYPE_CHECKING

from .measure import summarise
from .results import Alone, Result, WindowRow
from .search_store import store_to_search
from .tools import Workshop
from .window import alone

if TYPE_CHECKING:
    from sqlalchemy import TextClause

    from response_app.authoring.workspace import Work, Workspace
    from ui.models.records_model import RecordsModel

COUNTS = (10, 100, 1_000, 10_000)
TYPED = (
    "the force",
    "inspection of crime",
    "supervisor's note",
    "telephones is handled",
    "board within a week",
    "Northmarsh",
    "zebra",
    "r00007",
)
_FEWEST_LETTERS, _ROUNDS = 2, 5
_AIM_MS, _AIM_RATIO = 30.0, 1.5


def beginnings() -> list[str]:
    """Return what is in the field after each letter, for every one of the typed words."""
    return list(chain.from_iterable((words[:end] for end in range(_FEWEST_LETTERS, len(words) + 1)) for words in TYPED))


def slowest(milliseconds: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(milliseconds, n=20, method="inclusive")[-1]


def typing(count: int) -> Callable[[Workshop], Alone]:
    """Return what measures a whole search among so many records, up to the rows that are shown: 95 of 100 are quicker."""

    def measure(workshop: Workshop) -> Alone:
        with _opened(workshop, count) as workspace:
            model = _model(workspace)
            return alone([slowest([_search(workspace, model, words) for words in beginnings()]) for _ in range(_ROUNDS + 1)][1:])

    return measure


def _model(workspace: Workspace) -> RecordsModel:
    from datetime import date

    from response_app.authoring import records
    from ui.models.records_model import RecordsModel

    model = RecordsModel()
    model.set_rows(workspace.ask(records.list_records), date(2024, 6, 26), "Commissioner")
    return model


def _search(workspace: Workspace, model: RecordsModel, words: str) -> float:
    from response_app.authoring import records

    start = process_time()
    model.seek(words, workspace.ask(records.find_lines, words).lines)
    return (process_time() - start) * 1000


def beside_plain(count: int) -> Callable[[Workshop], Result]:
    """Return what measures the search of the store beside one unranked query of FTS5 for the same words, over all that is typed."""

    def measure(workshop: Workshop) -> Result:
        with _opened(workshop, count) as workspace:
            pairs = workspace.ask(_pairs)
        found = summarise(pairs[1:])
        return Result(found.ours, found.theirs, "ms", found.ratio, found.low, found.high, found.rounds)

    return measure


def _pairs(work: Work) -> list[tuple[float, float]]:
    from sqlalchemy import text

    plain = text(
        "SELECT p.of_record, p.place, snippet(search, 0, char(2), char(3), '…', 16) FROM search JOIN search_places p ON p.id = search.rowid"
        " WHERE search MATCH :query ORDER BY search.rowid DESC LIMIT 50"
    )
    pairs = []
    for _ in range(_ROUNDS + 1):
        ours = theirs = 0.0
        for number, words in enumerate(beginnings()):
            sides = (partial(work.search.look, words), partial(_plain, work, plain, words))
            took = {side: _took(sides[side]) for side in ((0, 1) if number % 2 else (1, 0))}
            ours, theirs = ours + took[0], theirs + took[1]
        pairs.append((ours, theirs))
    return pairs


def _plain(work: Work, query: TextClause, words: str) -> object:
    from response_app.store.search import query_for

    return work.search.connection.execute(query, {"query": query_for(words)}).all()


def _took(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return (process_time() - start) * 1000


@contextmanager
def _opened(workshop: Workshop, count: int) -> Iterator[Workspace]:
    from response_app.authoring.workspace import Workspace

    workspace = Workspace.open(store_to_search(workshop.folder, count))
    try:
        yield workspace
    finally:
        workspace.close()


SEARCH_ROWS = (
    *(WindowRow(f"search-{count}", f"search while typing, p95, {count:,}", typing(count)) for count in COUNTS[:-1]),
    WindowRow(f"search-{COUNTS[-1]}", f"search while typing, p95, {COUNTS[-1]:,}", typing(COUNTS[-1]), _AIM_MS),
    WindowRow(f"search-plain-{COUNTS[-1]}", f"search of the index, {COUNTS[-1]:,}, plain FTS5", beside_plain(COUNTS[-1]), _AIM_RATIO),
)
