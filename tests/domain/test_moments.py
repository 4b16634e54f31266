"""When something was."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.moments import moment_at, parse_when
from journal.domain.search import search_query
from journal.errors import BadInput

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("today", "2026-03-14T09:30:00+00:00"),
        ("today 08:15", "2026-03-14T08:15:00+00:00"),
        ("Yesterday", "2026-03-13T12:00:00+00:00"),
        ("yesterday 7:05", "2026-03-13T07:05:00+00:00"),
        ("2026-03-14", "2026-03-14T09:30:00+00:00"),
        ("2026-03-01", "2026-03-01T12:00:00+00:00"),
        ("2026-03-01 18:30", "2026-03-01T18:30:00+00:00"),
        ("2026-03-01T18:30+02:00", "2026-03-01T16:30:00+00:00"),
        ("2024-02-29", "2024-02-29T12:00:00+00:00"),
        ("1900-01-01", "1900-01-01T12:00:00+00:00"),
    ],
)
def test_days_and_times_are_understood_as_typed(typed: str, at: str) -> None:
    assert parse_when(typed, NOW, "Europe/London").at == at


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "2026-02-30", "2026-03-15", "1899-12-31", "today 24:00", "today tomorrow", "2026-03-01 99:99",
     "0001-01-01", "9999-12-31T23:59-14:00", "2026-3-1", "20260301", "today\x00"],
)  # fmt: skip
def test_what_is_no_day_or_has_not_come_yet_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_when(typed, NOW, "Europe/London")
    assert not typed or typed not in str(refused.value)


@given(st.text(max_size=40))
def test_any_text_is_either_a_moment_or_refused(typed: str) -> None:
    try:
        moment = parse_when(typed, NOW, "Pacific/Auckland")
    except BadInput:
        return
    assert moment.for_date <= "2026-03-14"


@given(st.integers(-2_000_000_000, 4_000_000_000), st.sampled_from(["Asia/Kathmandu", "Pacific/Apia", "UTC"]))
def test_text_order_of_utc_is_time_order(second: int, zone: str) -> None:
    earlier = moment_at(datetime.fromtimestamp(second, UTC), zone)
    later = moment_at(datetime.fromtimestamp(second + 1, UTC), "UTC")
    assert earlier.at_utc < later.at_utc


@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_syntax_for_the_index(typed: str) -> None:
    query = search_query(typed)
    words = query.removesuffix("*").split('" "') if query else []
    assert query == "" or (query.startswith('"') and query.endswith('"*'))
    assert all('"' not in word.strip('"') for word in words)
