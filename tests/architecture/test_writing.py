"""Only `atomic_io` writes files: every other writer could leave half a file behind."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .source import modules, tree_of

MAY_WRITE = ("response_app/atomic_io.py",)

MODULE_CALLS = {
    "os": {"fdopen", "link", "mkfifo", "open", "remove", "rename", "renames", "replace", "symlink", "truncate", "unlink", "write"},
    "shutil": {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "make_archive", "move", "rmtree", "unpack_archive"},
    "tempfile": {"NamedTemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "TemporaryFile", "mkdtemp", "mkstemp"},
}
READING_OPENERS = {"Image", "Pdf", "pikepdf"}
OPENERS_OF_NO_FILE = {"Workspace", "state", "_state"}  # the store, which SQLite writes, and the record that the window shows
PATH_METHODS = {"hardlink_to", "rename", "symlink_to", "touch", "truncate", "unlink", "write_bytes", "write_text"}
WRITERS_TO_PATHS = {"Canvas", "BaseDocTemplate", "SimpleDocTemplate", "ZipFile"}


def buffers(tree: ast.AST) -> set[str]:
    """Return the names that hold a buffer in memory (`name = BytesIO(...)`)."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and name_of(node.value.func) in ("BytesIO", "StringIO")
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def name_of(node: ast.AST) -> str:
    """Return the last part of a dotted name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def opens_for_writing(call: ast.Call, mode_at: int) -> bool:
    """Say whether a call of some `open` writes, or may write because its mode is computed."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or call.args[mode_at : mode_at + 1]
    if not given:
        return False
    mode = given[0]
    return not isinstance(mode, ast.Constant) or not isinstance(mode.value, str) or bool(set(mode.value) & set("wax+"))


def writes(call: ast.Call, in_memory: set[str]) -> bool:
    """Say whether one call writes a file, or cannot be seen not to."""
    function = call.func
    name = name_of(function)
    owner = name_of(function.value) if isinstance(function, ast.Attribute) else ""
    first = call.args[0] if call.args else None
    to_memory = isinstance(first, ast.Name) and first.id in in_memory
    if first is not None and ast.unparse(first) == "os.devnull":
        return False
    if name == "open" and owner != "os" and owner not in READING_OPENERS | OPENERS_OF_NO_FILE:
        return opens_for_writing(call, 1 if owner in ("", "io", "codecs", "gzip") else 0)
    if owner in MODULE_CALLS:
        return name in MODULE_CALLS[owner]
    if (name == "save" and owner) or name in WRITERS_TO_PATHS:
        return first is not None and not to_memory
    if name == "replace":  # Path.replace takes one argument; those of str, date and dataclasses take others
        return len(call.args) == 1 and not call.keywords
    return name in PATH_METHODS and bool(owner or isinstance(function, ast.Attribute))


def written(tree: ast.AST) -> Iterator[str]:
    """Yield what in a module writes files, as it stands there, and names imported from modules that do."""
    in_memory = buffers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and writes(node, in_memory):
            yield f"line {node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.ImportFrom) and node.module in MODULE_CALLS:
            wrong = [alias.name for alias in node.names if alias.name in MODULE_CALLS[node.module]]
            if wrong:
                yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", [path for path in modules("response_app", "ui") if path.as_posix() not in MAY_WRITE], ids=str)
def test_only_atomic_io_writes_files(path: Path) -> None:
    """Everything else hands its bytes over."""
    assert not list(written(tree_of(path)))


def test_atomic_io_is_where_files_are_written() -> None:
    """The test above would see it."""
    assert list(written(tree_of(Path(MAY_WRITE[0]))))


@pytest.mark.parametrize(
    "code",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, chosen)",
        "io.open(path, 'x')",
        "path.open('r+b')",
        "path.write_text('words')",
        "folder().write_bytes(b'')",
        "os.replace(old, new)",
        "os.open(path, flags)",
        "path.replace(other)",
        "shutil.copyfile(a, b)",
        "tempfile.NamedTemporaryFile()",
        "from os import replace",
        "pdf.save(path)",
        "Canvas('out.pdf')",
        "path.unlink()",
    ],
)
def test_writing_is_seen(code: str) -> None:
    """Every way that we know of is found."""
    assert list(written(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "open(path)",
        "open(path, 'rb')",
        "path.open('rb')",
        "path.read_bytes()",
        "'a-b'.replace('-', '')",
        "day.replace(year=2024)",
        "replace(record, office=office)",
        "buffer = BytesIO()\npdf.save(buffer)",
        "buffer = io.BytesIO()\nCanvas(buffer)",
        "canvas.save()",
        "Image.open(BytesIO(data))",
        "os.open(os.devnull, os.O_WRONLY)",
    ],
)
def test_reading_and_memory_are_not_writing(code: str) -> None:
    """What writes no file is let pass."""
    assert not list(written(ast.parse(code)))
