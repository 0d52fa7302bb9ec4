"""The memory of the last texts: it spares reading, and hours of typing in a long text do not fill it."""

from __future__ import annotations

from response_app.domain.richtext import Paragraph, RichText, Run, plain
from response_app.store.codec import RememberingCodec

LONG = 1_000_000


class _Counting:
    """A codec that says how often it had to read and write."""

    def __init__(self) -> None:
        self.read_anew: list[str] = []
        self.written_anew: list[str] = []

    def write(self, text: RichText) -> str:
        self.written_anew.append(plain(text)[:8])
        (block,) = text
        assert isinstance(block, Paragraph)
        return block.runs[0].text

    def read(self, html: str) -> RichText:
        self.read_anew.append(html[:8])
        return _text(html)


def _text(words: str) -> RichText:
    return (Paragraph((Run(words),)),)


def _page(number: int) -> str:
    return f"{number:08}" + "x" * LONG


def test_what_was_written_or_read_is_not_read_again() -> None:
    counting = _Counting()
    codec = RememberingCodec(counting)
    codec.write(_text("written"))
    for html in ("written", "read", "read", "written"):
        assert codec.read(html) == _text(html)
    assert counting.read_anew == ["read"]


def test_what_was_written_or_read_is_not_written_again() -> None:
    """Each decision writes all texts of its record, of which it has changed none."""
    counting = _Counting()
    codec = RememberingCodec(counting)
    read, written, equal = codec.read("read"), _text("written"), _text("read")
    for text in (written, read, written, read, equal, equal):
        assert codec.read(codec.write(text)) == text
    assert counting.written_anew == ["written", "read"], "an equal text that is another object is written, once"


def test_of_many_long_texts_only_the_last_are_remembered() -> None:
    counting = _Counting()
    codec = RememberingCodec(counting)
    for number in range(40):
        codec.write(_text(_page(number)))
        codec.read("short")
    assert codec.read(_page(39)) == _text(_page(39))
    assert codec.read(_page(0)) == _text(_page(0))
    assert counting.read_anew == ["short", "00000000"]


def test_a_text_longer_than_all_the_memory_is_still_remembered() -> None:
    counting = _Counting()
    codec = RememberingCodec(counting)
    longest = "x" * (20 * LONG)
    codec.write(_text(longest))
    codec.read(longest)
    codec.read(longest)
    assert counting.read_anew == []
