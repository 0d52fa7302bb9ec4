"""Precision and recall for each kind of item over a folder of cases: `python -m tests.intake.scores FOLDER [--list] [--complete]`.

A case is NAME.expected.json with the files NAME.pdf, NAME.chromium.pdf, NAME.html ... beside it; `extras.json` may name
warnings that only one of the files gives. Precision is what part of the found is right, recall what part of the expected
was found. The properties of a finding (limit, addressee ...) count on the findings that were found, and as missed on those
that were not. Expected answers name only part of what a file holds: a property counts where they name it of that finding,
and warnings have no precision. With `--complete` they name all: what they do not name is wrong to find.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from response_app.errors import AppError
from response_app.intake import report, transfer

from .matching import codes, differences, equal

Read = Callable[[bytes, str], dict[str, Any]]
_ENDING = ".expected.json"
_KINDS = {
    "cause_of_concern": "Cause of concern",
    "accelerated_cause_of_concern": "Accelerated cause of concern",
    "recommendation": "Recommendation",
    "area_for_improvement": "Area for improvement",
    "promising_practice": "Innovative or promising practice",
}
_PROPERTIES = {"due": "Time limit", "addressed_to": "Addressee", "scope": "Scope", "parent": "Parent", "evidence": "Evidence"}
_ROWS = ("Title", "Publication date", "Judgement", *_KINDS.values(), *_PROPERTIES.values(), "Warning")


@dataclass
class Score:
    """How many items were expected, found, and rightly found."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def add(self, expected: int, found: int, right: int) -> None:
        """Count some items."""
        self.expected += expected
        self.found += found
        self.right += right


def read(data: bytes, name: str) -> dict[str, Any]:
    """Return what `read --as json` prints of a file, read in this process; of a file that is refused, nothing."""
    try:
        return transfer.public(report.read(data, name).proposal)
    except AppError as error:
        return {"findings": [], "warnings": [], "refused": str(error)}


def cases(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each file of a folder of cases with its expected answers."""
    extras = expected_of(folder / "extras.json") if (folder / "extras.json").is_file() else {}
    for path in sorted(folder.glob(f"*{_ENDING}")):
        expected = expected_of(path)
        for file in sorted(path.parent.glob(f"{path.name.removesuffix(_ENDING)}.*")):
            if file != path:
                more = extras.get(file.name, [])
                yield file, expected | ({"warnings": [*expected.get("warnings", []), *more]} if more else {})


def expected_of(path: Path) -> dict[str, Any]:
    """Return the expected answers of a file."""
    answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return answers


def scores(folder: Path, reader: Read = read, *, complete: bool = False) -> tuple[dict[str, Score], list[str], int]:
    """Return the score of each kind of item, the files that differ with how, and how many files there are."""
    table: dict[str, Score] = defaultdict(Score)
    wrong: list[str] = []
    count = 0
    for path, expected in cases(folder):
        count += 1
        found = reader(path.read_bytes(), path.name)
        compare(expected, found, table, complete=complete)
        wrong += [f"{path.name}: {line}" for line in differences(expected, found)]
    return table, wrong, count


def compare(expected: dict[str, Any], found: dict[str, Any], table: dict[str, Score], *, complete: bool = False) -> None:
    """Count the items of one file; `complete`: what the answers do not name of a finding is none, else it may be anything."""
    wanted, given = expected.get("inspection", {}), found.get("inspection", {})
    for key, row in (("title", "Title"), ("published_on", "Publication date")):
        if key in wanted:
            both = wanted[key] is not None and given.get(key) is not None
            table[row].add(wanted[key] is not None, given.get(key) is not None, both and equal(wanted[key], given[key]))
    if "judgements" in wanted:
        judged = given.get("judgements") or []
        table["Judgement"].add(len(wanted["judgements"]), len(judged), len(list(_pairs(wanted["judgements"], judged))))
    if "findings" in expected:
        _compare_findings(expected["findings"], found.get("findings") or [], table, complete=complete)
    if "warnings" in expected:
        told = set(codes(found))
        table["Warning"].add(len(expected["warnings"]), len(told), len(told & set(expected["warnings"])))


def _compare_findings(wanted: list[Any], given: list[Any], table: dict[str, Score], *, complete: bool) -> None:
    paired = list(_pairs([{key: each[key] for key in ("kind", "heading") if key in each} for each in wanted], given))
    for kind, row in _KINDS.items():
        right = sum(wanted[one].get("kind") == kind for one, _ in paired)
        table[row].add(sum(each.get("kind") == kind for each in wanted), sum(each.get("kind") == kind for each in given), right)
    there = dict(paired)
    for key, row in _PROPERTIES.items():
        is_none = complete and any(key in each for each in wanted)
        for at, each in enumerate(wanted):
            own = _items(each, key, wanted)
            pair = given[there[at]] if at in there else {}
            found = _items(pair, key, given) if key in each or is_none else []
            table[row].add(len(own), len(found), len(list(_pairs(own, found))))


def _pairs(wanted: list[Any], given: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield the places of what is expected and what was found for it, each found thing once."""
    free = list(range(len(given)))
    for at, each in enumerate(wanted):
        fit = next((other for other in free if not any(differences(each, given[other]))), None)
        if fit is not None:
            free.remove(fit)
            yield at, fit


def _items(finding: dict[str, Any], key: str, others: list[Any]) -> list[Any]:
    """Return a property's values: each addressee, the parent by its heading; a limit or place that says nothing is none."""
    value = finding.get(key)
    if not value or (key == "due" and value.get("kind") == "none"):
        return []
    if key == "parent":
        ids = {each.get("id", f"f{at}"): each for at, each in enumerate(others, start=1)}
        return [ids.get(value, {}).get("heading", value)]
    return list(value) if isinstance(value, list) else [value]


def markdown(table: dict[str, Score], *, complete: bool = False) -> str:
    """Return the scores as a table; without complete answers the warnings have no precision."""
    lines = ["| Item | Expected | Found | Right | Precision | Recall |", "|---|---:|---:|---:|---:|---:|"]
    for row in _ROWS:
        score = table.get(row, Score())
        precise = complete or row != "Warning"
        parts = (_part(score.right, score.found if precise else 0), _part(score.right, score.expected))
        lines.append(f"| {row} | {score.expected} | {score.found} | {score.right} | {parts[0]} | {parts[1]} |")
    return "\n".join(lines)


def _part(right: int, whole: int) -> str:
    return f"{right / whole:.3f}" if whole else "–"


def _lines(wrong: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in wrong)


def main() -> None:
    """Print the table of a folder, and with `--list` what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="say what differs, file by file")
    words = "the answers name all that the files hold: what they do not name is wrong to find"
    parser.add_argument("--complete", action="store_true", help=words)
    given = parser.parse_args()
    table, wrong, count = scores(given.folder, complete=given.complete)
    names = {line.partition(": ")[0] for line in wrong}
    print(f"{markdown(table, complete=given.complete)}\n\n{count} files, {count - len(names)} without any difference.")
    if given.list:
        print(_lines(wrong), end="")


if __name__ == "__main__":
    main()
