"""Report in: web pages saved as one file (.mhtml by Chrome and Edge, .mht by others), which are packages as of e-mail."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message

from ..errors import ImportRefused

_HEAD = re.compile(rb"^(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.MULTILINE)
_SAYS_SO = re.compile(
    rb"^(?:mime-version:|content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html))", re.IGNORECASE | re.MULTILINE
)
_LOOKED_AT = 8_192


def is_package(data: bytes) -> bool:
    """Say whether a file begins as such a package does: header lines, one of which tells the version or the kind."""
    head = data[:_LOOKED_AT].lstrip(b"\r\n\t \xef\xbb\xbf")
    match = _HEAD.match(head)
    return match is not None and bool(_SAYS_SO.search(match[0])) and b"ontent-" in head


def page_in(data: bytes) -> tuple[bytes, str]:
    """Return the page in a package, and the encoding that the package says it has ("" when it says none).

    Raises:
        ImportRefused: there is no page in it.
    """
    try:
        message = message_from_bytes(data.lstrip(b"\r\n\t \xef\xbb\xbf"), policy=policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        page = _root(message, pages) or next((part for part in message.walk() if part.get_content_type() == "text/plain"), None)
        content = page.get_payload(decode=True) if page is not None else None
        encoding = (page.get_content_charset() or "") if page is not None else ""
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        raise ImportRefused("The saved web page is damaged.", "Save it anew from the browser. Nothing was changed.") from error
    if not isinstance(content, bytes) or not content.strip():
        raise ImportRefused("The saved web page holds no page.", "Save it anew from the browser. Nothing was changed.")
    return content, encoding


def _root(message: Message, pages: list[Message]) -> Message | None:
    """Return the page that the package names as its own, else the first."""
    location = message.get("Snapshot-Content-Location")
    named = [page for page in pages if location and page.get("Content-Location") == location]
    return next(iter(named or pages), None)
