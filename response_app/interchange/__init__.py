"""The interchange format: record files, HTML fragments, and the bytes that are hashed (record in, record out)."""

from .codec import Cleaned
from .fragment import Fragment, read_fragment, write_fragment
from .printed import agreed_sha256, is_printed, printed_parts, printed_sha256
from .record_file import Reading, canonical_bytes, read_decision, read_record, write_record

__all__ = [
    "Cleaned",
    "Fragment",
    "Reading",
    "agreed_sha256",
    "canonical_bytes",
    "is_printed",
    "printed_parts",
    "printed_sha256",
    "read_decision",
    "read_fragment",
    "read_record",
    "write_fragment",
    "write_record",
]
