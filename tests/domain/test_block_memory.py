"""What is made of a text's blocks is right whatever text came before, and made anew only for new blocks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.block_memory import BlockMemory
from response_app.domain.richtext import Block, Paragraph, RichText, Run
from response_app.interchange import write_fragment
from response_app.interchange.fragment import write_block

from ..fixtures.strategies import rich_texts


@given(st.lists(rich_texts(printable=True), max_size=4))
@settings(max_examples=80, deadline=None)
def test_a_text_made_of_pieces_of_others_is_written_as_any_other(texts: list[RichText]) -> None:
    memory = BlockMemory(write_block)
    blocks = [block for text in texts for block in text]
    for text in (*texts, tuple(blocks), tuple(reversed(blocks)), (*blocks, *blocks), (), tuple(blocks[1:])):
        assert "".join(memory.of(text)) == write_fragment(text)


def test_only_new_blocks_are_made() -> None:
    made: list[Block] = []
    memory = BlockMemory(made.append)
    one, two, three = (Paragraph((Run(word),)) for word in ("one", "two", "three"))
    memory.of((one, two))
    memory.of((one, three, two))
    assert made == [one, two, three]
    memory.of((two,))
    memory.of((one, two))
    assert made == [one, two, three, one]
