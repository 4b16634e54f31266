"""A clock that jumps back a year: nothing is lost, nothing is refused, and what was later stays in sight."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.safe_copies import create_backup, restore_backup, verify_backup
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import unlock_with_passphrase, with_passphrase
from journal.use_cases.ways_in import change_passphrase, draw_rotation
from tests.conftest import PASSPHRASE, FixedClock

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
YEAR = timedelta(days=365)

Reopened = Callable[[], OpenJournal]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def reopened(home: Home, clock: FixedClock) -> Iterator[Reopened]:
    """Open the journal again, as another start of cairn would; what was open before is closed."""
    opened: list[OpenJournal] = []

    def again() -> OpenJournal:
        while opened:
            opened.pop().close()
        opened.append(open_journal(home, PASSPHRASE, clock))
        return opened[-1]

    yield again
    while opened:
        opened.pop().close()


def ids(journal: OpenJournal) -> set[str]:
    return {item.id for item in journal.items(Filter(), limit=100)}


def test_what_was_written_before_the_jump_is_there_and_what_is_written_now_joins_it(
    reopened: Reopened, clock: FixedClock
) -> None:
    journal = reopened()
    before = {journal.record_check_in(journal.blank_check_in()).check_in.id for _ in range(2)}
    page = journal.write_page(replace(journal.blank_page(), body="a lantern")).id
    goal = journal.add_goal("Get out most days")
    clock.set(NOW - YEAR)

    journal = reopened()
    assert ids(journal) == {*before, page, goal.id}
    later = journal.record_check_in(journal.blank_check_in()).check_in.id
    journal.change_words(page, "a lantern by the sea")
    journal.keep(page)
    journal.add_step(goal.id, "Ask Priya along")
    journal.reflect_on_goal(goal.id, "slowly")
    journal.mark_tool(journal.add_thing("tool", {"name": "a walk"}).id, "a_lot")
    assert journal.search("lantern sea")[0] == 1
    journal.verify()

    clock.set(NOW)
    assert ids(reopened()) >= {*before, page, goal.id, later}


def test_a_draft_is_gone_on_with_on_either_side_of_the_jump(reopened: Reopened, clock: FixedClock) -> None:
    journal = reopened()
    draft = journal.keep_draft(replace(journal.blank_page(), body="half a line"))
    clock.set(NOW - YEAR)

    journal = reopened()
    (kept,) = journal.drafts()
    assert (kept.id, kept.body) == (draft.id, "half a line")
    journal.keep_draft(replace(kept, body="half a line and more"))
    other = journal.keep_draft(replace(journal.blank_page(), body="another"))

    clock.set(NOW)
    journal = reopened()
    assert {draft.body for draft in journal.drafts()} == {"half a line and more", "another"}
    assert journal.write_page(next(draft for draft in journal.drafts() if draft.id == other.id)).body == "another"


def test_what_was_deleted_on_either_side_of_the_jump_can_be_taken_back(reopened: Reopened, clock: FixedClock) -> None:
    journal = reopened()
    first = journal.write_page(replace(journal.blank_page(), body="first")).id
    second = journal.write_page(replace(journal.blank_page(), body="second")).id
    journal.delete(first)
    clock.set(NOW - YEAR)

    journal = reopened()
    journal.delete(second)
    assert [deed.called for deed in journal.deeds()] == ["second", "first"]
    journal.undo()
    journal.undo()
    assert ids(journal) == {first, second}

    journal.delete(first)
    clock.set(NOW - YEAR - timedelta(days=29))
    journal = reopened()
    journal.undo()
    assert ids(journal) == {first, second}


def test_a_safety_copy_is_made_after_the_jump_and_none_from_before_it_goes(
    reopened: Reopened, home: Home, clock: FixedClock
) -> None:
    """With a year of copies behind it, so that every place for one is taken."""
    for days in range(YEAR.days, -1, -14):
        clock.set(NOW - timedelta(days=days))
        journal = reopened()
        journal.record_check_in(journal.blank_check_in())
        assert journal.unlocked is not None
        assert snapshot_if_due(journal.unlocked, clock)
    before = {copy.path for copy in snapshots_in(home)}

    for days in (0, 1, 2):
        clock.set(NOW - YEAR + timedelta(days=days))
        journal = reopened()
        journal.record_check_in(journal.blank_check_in())
        assert journal.unlocked is not None
        made = snapshot_if_due(journal.unlocked, clock)
        assert made is not None
        assert made.exists()
        assert {copy.path for copy in snapshots_in(home)} >= {*before, made}


def test_keys_and_copies_are_as_good_after_the_jump(home: Home, clock: FixedClock, reopened: Reopened) -> None:
    journal = reopened()
    page = journal.write_page(replace(journal.blank_page(), body="a lantern")).id
    opens = with_passphrase(PASSPHRASE)
    copied = create_backup(unlock_with_passphrase(home, PASSPHRASE), home.root.parent / "backup", clock)
    clock.set(NOW - YEAR)

    assert verify_backup(home, copied.path, opens, clock).rows == copied.rows
    draw_rotation(home, PASSPHRASE).take_effect()
    change_passphrase(home, PASSPHRASE, PASSPHRASE)
    assert ids(reopened()) == {page}
    restore_backup(home, copied.path, opens, clock, over=True)
    assert ids(reopened()) == {page}
