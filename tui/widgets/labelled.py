"""Words with a label above them, one block under another: a page for a facilitator, a role card, an agreement."""

from collections.abc import Sequence

from textual.content import Content

from tui.widgets.inert_filter import as_content


def labelled(blocks: Sequence[str], *, airy: bool) -> Content:
    """The blocks, each with its first row quieter than what stands under it.

    Args:
        blocks: a label, a line end and the words, which may be a person's own; or one line, which has no label.
        airy: whether a blank row stands between them.
    """
    return Content("\n\n" if airy else "\n").join(_block(block) for block in blocks)


def _block(block: str) -> Content:
    label, _, words = block.partition("\n")
    return Content.assemble((label, "$text-muted"), "\n", as_content(words)) if words else as_content(block)
