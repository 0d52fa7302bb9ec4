"""A report that was printed and scanned: pages that are pictures, without any word."""

from __future__ import annotations

import io
import json
from pathlib import Path

from PIL import Image, ImageDraw

from .packed import squeezed

_WORDS = "Area for improvement: the force should answer letters sooner."


def write(folder: Path) -> None:
    """Write the PDF and what must be said of it."""
    pages = []
    for page in range(2):
        picture = Image.new("1", (620, 877), 1)
        draw = ImageDraw.Draw(picture)
        for line in range(30):
            draw.text((70, 70 + 22 * line), f"{page + 1}.{line + 1} {_WORDS}", fill=0)
        pages.append(picture)
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", resolution=75, save_all=True, append_images=pages[1:])
    (folder / "scanned.pdf").write_bytes(squeezed(buffer.getvalue()))
    (folder / "scanned.expected.json").write_text(json.dumps(expected(), indent=1) + "\n", encoding="utf-8")


def expected() -> dict[str, object]:
    """Return what a reader must say of it."""
    warnings = ["text_is_a_picture", "title_not_found", "publication_date_not_found", "no_findings_found"]
    return {"inspection": {"judgements": []}, "findings": [], "warnings": warnings}
