"""The tables of docs/pdf-accessibility.md, made of the declarations that the tests hold; run as a module, it prints them (record out)."""

from __future__ import annotations

from collections import Counter

from response_app.authoring.looked_at import TO_LOOK_AT

from .matterhorn import CONDITIONS, Condition, Kept
from .mutants import Mutant
from .mutants_of_file import OF_FILE
from .mutants_of_writer import OF_WRITER

MUTANTS = (*OF_WRITER, *OF_FILE)
_NONE = "–"


def counted() -> str:
    """Return the sentence that counts the faults."""
    ours, theirs = (sum(bool(told) for told in each) for each in zip(*((mutant.told, mutant.verapdf) for mutant in MUTANTS), strict=True))
    both = sum(bool(mutant.told and mutant.verapdf) for mutant in MUTANTS)
    return (
        f"{len(MUTANTS)} faults, {len(OF_WRITER)} in the writer and {len(OF_FILE)} in a finished file. "
        f"Our linter names {ours}, veraPDF {theirs}; {both} are named by both."
    )


def mutant_table() -> list[str]:
    """Return the table of the faults, a line each."""
    return [
        "| fault | broken in | clause | condition | words of what our linter says | rules that veraPDF finds broken |",
        "|---|---|---|---|---|---|",
        *(
            f"| {each.fault} | {'writer' if each.in_writer else 'file'} | {each.clause or _NONE} | {each.condition or _NONE} "
            f"| {f'`{each.told}`' if each.told else _NONE} | {_rules(each)} |"
            for each in MUTANTS
        ),
    ]


def _rules(mutant: Mutant) -> str:
    return ", ".join(rule.replace("A:", "PDF/A ") for rule in mutant.verapdf) or _NONE


def condition_table() -> list[str]:
    """Return the table of the conditions, a line each."""
    faults = Counter(mutant.condition for mutant in MUTANTS)
    return [
        "| condition | fails when | how it is met | why | asserted by | faults above | looked at by a person |",
        "|---|---|---|---|---|---|---|",
        *(
            f"| {each.number} | {each.fails} | {each.kept.value} | {each.why} | {_names(each.checks)} | {faults[each.number] or _NONE} "
            f"| {'; '.join(f'“{TO_LOOK_AT[key]}”' for key in each.looks) or _NONE} |"
            for each in CONDITIONS
        ),
    ]


def _names(checks: tuple[str, ...]) -> str:
    return ", ".join(f"`{each}`" for each in checks) or _NONE


def shared_out() -> str:
    """Return the sentence that counts the conditions."""
    count = Counter(each.kept for each in CONDITIONS)
    return (
        f"{len(CONDITIONS)} conditions: {count[Kept.MODEL]} asserted from the model, {count[Kept.NEVER]} that cannot occur, "
        f"{count[Kept.PARTLY]} asserted in part, {count[Kept.PERSON]} left to a person."
    )


def person_has_to_look(condition: Condition) -> bool:
    """Tell whether something of a condition is left to a person."""
    return condition.kept in (Kept.PERSON, Kept.PARTLY)


if __name__ == "__main__":
    print(counted(), *mutant_table(), shared_out(), *condition_table(), sep="\n")
