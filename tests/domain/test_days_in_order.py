"""The ends of some days, named in either order."""

import pytest

from journal.domain.timeline import days_in_order

EARLY, LATE = "2026-03-01", "2026-03-09"


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (EARLY, LATE, (EARLY, LATE)),
        (LATE, EARLY, (EARLY, LATE)),
        (EARLY, EARLY, (EARLY, EARLY)),
        (None, EARLY, (None, EARLY)),
        (LATE, None, (LATE, None)),
        (None, None, (None, None)),
    ],
)
def test_days_are_taken_in_order_whichever_was_named_first(
    first: str | None, last: str | None, ends: tuple[str | None, str | None]
) -> None:
    assert days_in_order(first, last) == ends
