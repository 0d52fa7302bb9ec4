"""A report of our own as its source notes it, and what a reader must get out of it.

A source has three parts. Above "-----" stand settings, `name: value`. Between, each line is one block: "#" to "####" headings,
"-" and "--" items, "3." a numbered item, "| a | b |" rows, "!picture", "!contents", "[[" and "]]" around a box, "{{" and "}}"
around two columns, "^1 words" the note that "word^1^" points to, else a paragraph. "<2>" before a block says that it is evidence
of the second finding. Below "=====" stand the expected answers: `title`, `date`, `kind`, `scale`, `warnings`,
"G scope | area | grade", "= sections.initial_response words" for what only a published record has, "evidence 2: words" where no
block is marked, and findings "KIND | scope | number | limit | heading", behind them ` @ addressee; addressee` and ` ^ 2` (its
parent) where they have them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parents[1] / "case_sources"
CASES = Path(__file__).parents[1] / "cases"
NOTE = re.compile(r"\^(\d)\^")
_KINDS = {
    "AFI": "area_for_improvement",
    "REC": "recommendation",
    "COC": "cause_of_concern",
    "ACC": "accelerated_cause_of_concern",
    "PRA": "promising_practice",
}
_NUMBERED = re.compile(r"(\d+\.) (.+)")
_EVIDENCE = re.compile(r"<(\d+)> (.+)")


@dataclass(frozen=True)
class Node:
    """A block: "heading", "text", "item", "row", "picture", "contents", or "box" and "columns" with blocks inside."""

    kind: str
    text: str = ""
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    inside: tuple[Node, ...] = ()
    evidence_of: int = 0


@dataclass(frozen=True)
class Source:
    """A report with its settings, its blocks, its footnotes and the expected answers in the contract's words."""

    name: str
    settings: dict[str, str]
    nodes: tuple[Node, ...]
    notes: dict[str, str]
    expected: dict[str, Any]
    chapters: tuple[str, ...] = field(default=())

    @property
    def extras(self) -> dict[str, list[str]]:
        """Return the warnings that only some of the files give, by their names: `extra: image_not_taken html docx`."""
        code, *forms = self.settings.get("extra", "").split() or ("",)
        return {f"{self.name}.{form}": [code] for form in forms}

    @property
    def forms(self) -> list[str]:
        """Return the endings of the files to make: "html", "typst.pdf" ..."""
        return self.settings["forms"].split()

    @property
    def title(self) -> str:
        """Return the report's first heading."""
        return next(node.text for node in self.nodes if node.kind == "heading")


def sources() -> list[Source]:
    """Return all sources by name."""
    return [read(path) for path in sorted(SOURCES.glob("*.txt"))]


def read(path: Path) -> Source:
    """Return the source in a file."""
    head, _, rest = path.read_text(encoding="utf-8").partition("-----\n")
    body, _, below = rest.partition("=====\n")
    settings = dict(line.split(": ", 1) for line in head.splitlines() if line)
    notes = {line[1]: line[3:] for line in body.splitlines() if line.startswith("^")}
    nodes = tuple(_nodes(iter(line for line in body.splitlines() if line and not line.startswith("^"))))
    chapters = tuple(node.text for node in nodes if node.kind == "heading" and node.level == 2)
    return Source(path.stem, settings, nodes, notes, _expected(below, nodes), chapters)


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the blocks with boxes and columns opened."""
    for node in nodes:
        if node.inside:
            yield from flat(node.inside)
        else:
            yield node


def without_notes(text: str) -> str:
    """Return a text without the marks of its footnotes."""
    return NOTE.sub("", text)


def _nodes(lines: Iterator[str]) -> Iterator[Node]:
    for line in lines:
        if line in ("]]", "}}"):
            return
        if line in ("[[", "{{"):
            yield Node("box" if line == "[[" else "columns", inside=tuple(_nodes(lines)))
            continue
        evidence = _EVIDENCE.fullmatch(line)
        yield _node(evidence[2] if evidence else line, int(evidence[1]) if evidence else 0)


def _node(line: str, evidence_of: int) -> Node:
    mark, _, rest = line.partition(" ")
    if mark.strip("#") == "":
        return Node("heading", rest, len(mark), evidence_of=evidence_of)
    if mark in ("-", "--"):
        return Node("item", rest, len(mark), "•", evidence_of=evidence_of)
    if numbered := _NUMBERED.fullmatch(line):
        return Node("item", numbered[2], 1, numbered[1], evidence_of=evidence_of)
    if mark == "|":
        return Node("row", cells=tuple(cell.strip() for cell in line.strip("|").split("|")))
    if mark in ("!picture", "!contents"):
        return Node(mark[1:], rest)
    return Node("text", line, evidence_of=evidence_of)


def _expected(below: str, nodes: tuple[Node, ...]) -> dict[str, Any]:
    lines = [line for line in below.splitlines() if line]
    said = dict(line.split(": ", 1) for line in lines if re.match(r"(?:title|date|kind|scale|warnings): ", line))
    inspection: dict[str, Any] = {name: said[name] for name in ("title", "kind", "scale") if name in said}
    inspection["published_on"] = None if said["date"] == "none" else said["date"]
    inspection["judgements"] = [_judgement(line[2:]) for line in lines if line.startswith("G ")]
    findings = [line for line in lines if line[:4] in {f"{kind} " for kind in _KINDS}]
    given = dict(line.removeprefix("evidence ").split(": ", 1) for line in lines if line.startswith("evidence "))
    marked = {str(at): _fragment(node for node in flat(nodes) if node.evidence_of == at) for at in range(1, len(findings) + 1)}
    out: dict[str, Any] = {
        "inspection": inspection,
        "findings": [_finding(line, (marked | given)[str(at)]) for at, line in enumerate(findings, start=1)],
        "warnings": said.get("warnings", "").split(),
    }
    for line in lines:
        if line.startswith("= "):
            path, _, words = line[2:].partition(" ")
            part, _, key = path.partition(".")
            out.setdefault(part, {})[key] = words
    return out


def _judgement(line: str) -> dict[str, Any]:
    scope, area, grade = (each.strip() for each in line.split("|"))
    found: dict[str, Any] = {"scope": scope} if scope else {}
    return found | ({"area": area} if area else {}) | {"grade": None if grade == "-" else grade}


def _finding(line: str, evidence: str) -> dict[str, Any]:
    kind, scope, number, limit, rest = (each.strip() for each in line.split(" | ", 4))
    rest, _, parent = rest.partition(" ^ ")
    heading, _, addressees = rest.partition(" @ ")
    found: dict[str, Any] = {"kind": _KINDS[kind], "heading": heading}
    found |= {"parent": f"f{parent}"} if parent else {}
    found |= {"scope": scope} if scope != "-" else {}
    found |= {"number": number} if number != "-" else {}
    found |= {"evidence": evidence} if evidence else {}
    found |= {"addressed_to": addressees.split("; ")} if addressees else {}
    return found | ({"due": _due(limit)} if limit != "-" else {})


def _due(limit: str) -> dict[str, str]:
    kind, _, rest = limit.partition(" ")
    if kind == "within":
        within, _, last = rest.partition(" ")
        return {"kind": kind, "within": within} | ({"date": last} if last else {})
    return {"kind": kind} | ({"date": rest} if rest else {})


def _fragment(nodes: Iterable[Node]) -> str:
    """Return evidence as the contract writes text."""
    out, items = "", ""
    for node in nodes:
        words = html.escape(without_notes(node.text), quote=False)
        if node.kind == "item":
            items += f"<li>{words}</li>"
            continue
        out, items = out + (f"<ul>{items}</ul>" if items else ""), ""
        out += f"<p>{words}</p>"
    return out + (f"<ul>{items}</ul>" if items else "")
