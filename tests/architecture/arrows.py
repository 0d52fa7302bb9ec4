"""The import-linter contract that reads the arrows as docs/architecture.md writes them."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

CORE = "response_app"


def owner(module: str) -> str:
    """Return the name that the table has for a module: "domain" for "response_app.domain.dates", "ui" for "ui.app"."""
    top, _, rest = module.partition(".")
    return rest.split(".")[0] if top == CORE else top


class ArrowsContract(Contract):
    """Every import of ours has its arrow, and every package and module has its line.

    Options:
        plumbing: modules that everything but the domain may import.
        arrows: lines "package -> what it may import"; "*" stands for every package of the core.
    """

    plumbing = fields.ListField(subfield=fields.StringField())
    arrows = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Return the imports that have no arrow and the modules that have no line."""
        allowed = self._allowed()
        modules = sorted(module for module in graph.modules if module != CORE)
        strangers = sorted({owner(module) for module in modules} - set(allowed))
        wrong = []
        for module in modules:
            for imported in sorted(graph.find_modules_directly_imported_by(module)):
                source, target = owner(module), owner(imported)
                if imported != CORE and source != target and target not in allowed.get(source, set()):
                    wrong.append(f"{module} imports {imported}: {source} may not import {target}")
        return ContractCheck(kept=not strangers and not wrong, metadata={"strangers": strangers, "wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each break."""
        for name in check.metadata["strangers"]:
            output.print_error(f"{name} has no line among the arrows in pyproject.toml")
        for line in check.metadata["wrong"]:
            output.print_error(line)

    def _allowed(self) -> dict[str, set[str]]:
        plumbing = set(self.plumbing)
        table = {name: {"errors"} for name in plumbing}
        lines = [[part.strip() for part in str(line).split("->")] for line in self.arrows]
        everything = plumbing | {name for name, _ in lines} - {"ui"}
        for name, targets in lines:
            named = {target.strip() for target in targets.split(",") if target.strip()}
            common = set() if name == "domain" else plumbing
            table[name] = common | (everything if "*" in named else set()) | named
        return table
