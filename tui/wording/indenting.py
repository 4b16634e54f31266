"""Lines that stand under another one."""

_INDENT = "  "


def indented(lines: list[str]) -> list[str]:
    """Lines under another; the rows of one part stay under one another."""
    return [_INDENT + line.replace("\n", "\n" + _INDENT) for line in lines]
