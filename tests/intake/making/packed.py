"""Made files without the hour of their making, so that making them again changes nothing that is the same."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf

_DATE = (2024, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LEFT_OUT = ("docProps/thumbnail.jpeg",)


def packed(data: bytes) -> bytes:
    """Return a Word or Excel file with a fixed date, without the picture of its first page."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in given.namelist():
            if name in _LEFT_OUT:
                continue
            content = given.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(b"2024-01-01T00:00:00Z", content)
            if name == "_rels/.rels":
                content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
            package.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def squeezed(data: bytes) -> bytes:
    """Return a PDF as small as it gets, without its dates."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name in ("/CreationDate", "/ModDate"):
            if name in pdf.docinfo:
                del pdf.docinfo[name]
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True, deterministic_id=True)
    return buffer.getvalue()
