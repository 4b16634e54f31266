"""How far long work has come, told to whoever waits for it, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Called with how much is done and how much there is, in the same unit. What it raises stops the work, which then
leaves nothing half done."""

WHOLE = 1000


def part_of(progress: Progress | None, first: int, last: int) -> Progress | None:
    """The progress of one part of some work, told as a share of the whole.

    Args:
        progress: of the whole, in thousandths; `None` where nobody asked.
        first: thousandths that are done when the part begins.
        last: when it ends.
    """
    if progress is None:
        return None
    told = progress
    return lambda done, all_of_it: told(first + (last - first) * done // max(all_of_it, 1), WHOLE)
