"""Report in: opens the packages that Word and Excel files are, and looks at them before anything inside is read."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import ImportRefused

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_PARTS = 5_000
_MOST_BYTES = 256 * 1024 * 1024
_MOST_BYTES_OF_XML = 48 * 1024 * 1024
_SUSPECT_BYTES = 16 * 1024 * 1024
_MOST_TIMES = 150
_XML = (".xml", ".rels", ".vml")
_DEFINES = tuple(word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_DAMAGED = "It may be damaged or not fully copied. Nothing was changed."

OPENING = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Package:
    """A zip file of parts, within limits, all of whose parts unpack and whose XML defines nothing of its own."""

    def __init__(self, data: bytes) -> None:
        """Open a package and look at all of it.

        Raises:
            ImportRefused: it is damaged, larger inside than any report, or its XML holds definitions (entities).
        """
        try:
            buffer = io.BytesIO(data)
            self._zip = zipfile.ZipFile(buffer)
            infos = self._zip.infolist()
            _need_sane_sizes(infos)
            self.names = frozenset(info.filename for info in infos)
            for info in infos:
                _need_no_definitions(info, self._zip)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise ImportRefused("The file cannot be opened: it is no whole Word or Excel file.", _DAMAGED) from error

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, b"" when there is no such part."""
        return self._zip.read(name) if name in self.names else b""

    def xml(self, name: str) -> _Element | None:
        """Return the root of an XML part, None when there is no such part.

        Raises:
            ImportRefused: it is no XML.
        """
        if name not in self.names:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root: _Element = etree.fromstring(self.part(name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ImportRefused("The file cannot be read: a part of it is damaged.", _DAMAGED) from error
        return root

    def relations(self, name: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the id of the reference; outside addresses are not among them."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        inside = [each for each in root.iter(f"{OPENING}Relationship") if each.get("TargetMode") != "External"]
        return {each.get("Id") or "": _resolved(folder, each.get("Target") or "") for each in inside}

    def related(self, name: str, kind: str) -> str:
        """Return the part of a kind ("officeDocument", "styles" ...) that a part ("" for the package) refers to, or ""."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for each in () if root is None else root.iter(f"{OPENING}Relationship"):
            if (each.get("Type") or "").rpartition("/")[2] == kind and each.get("TargetMode") != "External":
                target = _resolved(folder, each.get("Target") or "")
                return target if target in self.names else ""
        return ""

    @cached_property
    def main(self) -> str:
        """The part that the package is about, "" when it says none."""
        return self.related("", "officeDocument")


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def _need_sane_sizes(infos: list[zipfile.ZipInfo]) -> None:
    bomb = any(info.file_size > _SUSPECT_BYTES and info.file_size > _MOST_TIMES * max(1, info.compress_size) for info in infos)
    if bomb or len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_BYTES:
        raise ImportRefused("The file was not opened: what it unpacks to is far too large for a report.", "Nothing was changed.")


def _need_no_definitions(info: zipfile.ZipInfo, opened: zipfile.ZipFile) -> None:
    """Refuse XML with a document type: Word and Excel write none, and its entities can grow without end."""
    if not info.filename.casefold().endswith(_XML):
        return
    if info.file_size > _MOST_BYTES_OF_XML:
        raise ImportRefused("The file was not opened: it is far too large for a report.", "Nothing was changed.")
    words = opened.read(info)
    if any(define in words for define in _DEFINES):
        raise ImportRefused("The file was not opened: it holds definitions that Word and Excel do not write.", "Nothing was changed.")
