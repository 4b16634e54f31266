"""A rescue from beginning to end: what can be read is in the new journal, and what cannot is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.errors import Damaged
from journal.paths import Home
from journal.store.connection import open_database
from journal.store.salvage_mending import GONE
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.rescuing import Rescued, rescue
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.damaged_journals import (
    DAYS,
    connection_to,
    copied,
    database_of,
    everything,
    leaf_of,
    root_of,
    unlocked,
    with_page_harmed,
)
from tests.store.locked_file import PAGE, files_of, flip, page_of, with_page

TODAY = "2026-03-20"
Rescues = Callable[..., tuple[Rescued, OpenJournal]]


@pytest.fixture
def rescued(kept: Home, tmp_path: Path, later: FixedClock) -> Rescues:
    """Harm a copy of the journal, rescue it, see that the copy is as it was, and open the new one."""

    def harm_and_rescue(harm: Callable[[Home], object]) -> tuple[Rescued, OpenJournal]:
        source, to = copied(kept, tmp_path / "source", harm), Home(tmp_path / "to")
        before = files_of(source.root)
        done = rescue(unlocked(source), to, later)
        assert files_of(source.root) == before
        journal = open_journal(to, PASSPHRASE, later)
        journal.verify()
        return done, journal

    return harm_and_rescue


def pages_of(journal: OpenJournal) -> list[JournalEntry]:
    return [item for item in journal.items(Filter(kind="entry"), 1000) if isinstance(item, JournalEntry)]


def roots(*names: str) -> Callable[[Home], object]:
    """Harm the first page of each of these tables or indexes."""

    def harm(home: Home) -> None:
        for page in {root_of(home, name) for name in names}:
            with_page_harmed(home, page)

    return harm


# A whole journal


def test_a_whole_journal_is_rescued_whole(kept: Home, tmp_path: Path, later: FixedClock) -> None:
    to = Home(tmp_path / "to")
    done = rescue(unlocked(kept), to, later)
    expected = everything(kept)
    assert everything(to) == expected
    assert done.is_whole
    assert (done.not_read, done.left_out) == ((), {})
    assert done.rows == {table: len(rows) for table, rows in expected.items() if rows and "_index" not in table}


def test_it_opens_as_the_old_one_did_under_the_next_generation(kept: Home, tmp_path: Path, later: FixedClock) -> None:
    to = Home(tmp_path / "to")
    rescue(unlocked(kept), to, later)
    before, after = unlocked(kept).header, unlocked(to).header
    assert (after.vault_id, after.slots) == (before.vault_id, before.slots)
    assert after.generation == before.generation + 1
    assert sorted(path.name for path in to.vault.iterdir()) == ["header", "header.bak", "journal-2.db"]
    assert {path.stat().st_mode & 0o777 for path in to.vault.iterdir()} == {0o600}


def test_it_is_not_taken_for_an_older_one(kept: Home, tmp_path: Path, later: FixedClock) -> None:
    """It counts its writes on, was made when the old one was, and says that it is no longer the same file."""
    asked = "SELECT made_at, write_counter, restored_at FROM meta"
    rescue(unlocked(kept), Home(tmp_path / "to"), later)
    (old, new) = (connection_to(home) for home in (kept, Home(tmp_path / "to")))
    before, after = old.row(asked), new.row(asked)
    old.close()
    new.close()
    assert before is not None
    assert after is not None
    assert (after[0], after[2]) == (before[0], "2026-03-20T09:30:00.000000+00:00")
    assert int(after[1] or 0) > int(before[1] or 0)


def test_what_is_known_before_unlocking_comes_along(kept: Home, tmp_path: Path, later: FixedClock) -> None:
    source = copied(kept, tmp_path / "source")
    source.before_unlock.write_text('{"country": "GB"}', encoding="utf-8")
    to = Home(tmp_path / "to")
    rescue(unlocked(source), to, later)
    assert '"GB"' in to.before_unlock.read_text(encoding="utf-8")


# Pages that are bad


def test_of_a_bad_page_with_words_the_words_come_from_the_search(kept: Home, rescued: Rescues) -> None:
    before = {page[0]: page[2] for page in everything(kept)["entry"]}
    done, journal = rescued(lambda home: with_page_harmed(home, leaf_of(kept, "entry")))
    after = everything(done.home)["entry"]
    changed = [row for row in after if row[2] != before[row[0]]]
    assert {row[0] for row in after} == set(before)
    assert 0 < len(changed) == done.words_from_search < len(before) / 2
    assert all(str(before[row[0]]) in str(row[2]) for row in changed)
    assert (done.without_words, done.without_a_day, [one.table for one in done.not_read]) == (0, 0, ["entry"])
    (days,) = [one.between for one in done.not_read if one.between]
    assert set(days) <= {page.moment.for_date for page in pages_of(journal)}
    journal.close()


def test_of_a_bad_page_of_the_spine_the_days_come_from_its_indexes(kept: Home, rescued: Rescues) -> None:
    columns = "number, id, kind, for_date, at_utc, bring, keep, deleted_at, dated"
    done, journal = rescued(lambda home: with_page_harmed(home, leaf_of(kept, "item")))
    journal.close()
    (old, new) = (connection_to(home) for home in (kept, done.home))
    expected, found = (connection.rows(f"SELECT {columns} FROM item") for connection in (old, new))
    old.close()
    new.close()
    assert found == expected
    assert [one.table for one in done.not_read] == ["item"]
    assert done.without_a_day == 0


def test_of_a_spine_that_is_gone_all_its_indexes_say_is_kept(kept: Home, rescued: Rescues) -> None:
    """Id, kind, day, marks; and when something was deleted, which then is not seen again."""
    columns = "number, id, kind, keep, bring, deleted_at, dated, iif(deleted_at IS NULL AND dated, for_date, 0)"
    done, journal = rescued(roots("item"))
    journal.close()
    (old, new) = (connection_to(home) for home in (kept, done.home))
    expected, found = (connection.rows(f"SELECT {columns} FROM item") for connection in (old, new))
    deleted = old.one("SELECT count(*) FROM item WHERE deleted_at IS NOT NULL")
    old.close()
    new.close()
    assert found == expected
    assert done.without_a_day == deleted


def test_what_lost_its_day_for_good_stands_under_today_with_all_that_belongs_to_it(
    kept: Home, rescued: Rescues
) -> None:
    page = leaf_of(kept, "item")

    def harm(home: Home) -> None:
        with_page_harmed(home, page)
        roots("item_by_kind", "sqlite_autoindex_item_1")(home)

    before, (done, journal) = everything(kept), rescued(harm)
    after = everything(done.home)
    for table in ("entry", "check_in", "check_in_feeling", "item_tag", "item_theme", "tool_use", "item_goal"):
        assert after[table] == before[table], table
    ids = {row[1] for row in before["item"]}
    new = [row for row in after["item"] if row[1] not in ids]
    assert len(new) == done.without_a_day > 5
    assert {row[6] for row in new} == {TODAY}
    assert sum(page.moment.for_date == TODAY for page in pages_of(journal)) > 0
    journal.close()


def test_indexes_that_are_bad_cost_nothing(kept: Home, rescued: Rescues) -> None:
    connection = connection_to(kept)
    indexes = [
        str(name)
        for (name,) in connection.rows(
            "SELECT name FROM sqlite_master WHERE rootpage > 0 AND (type = 'index' OR name LIKE '%_index_%')"
        )
    ]
    connection.close()
    assert {"item_by_day", "sqlite_autoindex_item_1", "search_index_data", "search_index_content"} <= set(indexes)
    done, journal = rescued(roots(*indexes))
    journal.close()
    assert done.is_whole
    assert everything(done.home) == everything(kept)


def test_tables_that_are_gone_leave_what_hung_on_them(kept: Home, rescued: Rescues) -> None:
    done, journal = rescued(
        roots("check_in", "coping_tool", "goal", "peer_session", "partner", "deed", "plan", "meta", "migration")
    )
    (goal,), (session,), (tool,) = journal.goals(), journal.sessions(), journal.tools()
    assert (goal.title, len(goal.steps), goal.reflections[0].note) == ("get out most days", 2, "it went well")
    assert tool.name == "a walk"
    assert "a kind word" in str(session.stayed)
    assert [partner.partner_alias for partner in journal.things("partner")] == [GONE]  # type: ignore[union-attr]  # partners
    check_ins = journal.items(Filter(kind="check-in"), 1000)
    assert len(check_ins) == DAYS
    assert all("calm" in check_in.feelings and "of the day" in str(check_in.note) for check_in in check_ins)  # type: ignore[union-attr]  # check-ins
    assert journal.undo().items == 1, "a delete can still be taken back"
    assert journal.plan("staying_well") == {}
    assert done.without_words == 1
    assert done.left_out == {"plan": 1, "deed_item": 1}
    journal.close()


def test_where_only_earlier_words_are_left_they_become_a_page(kept: Home, rescued: Rescues) -> None:
    _, journal = rescued(roots("item", "entry", *(name for name, *_ in SPINE), "search_index_content"))
    assert {"first words", "to be deleted 1"} <= {page.body for page in pages_of(journal)}
    journal.close()


SPINE = (("item_by_kind",), ("item_on_shelf",), ("item_deleted",), ("sqlite_autoindex_item_1",))


@pytest.mark.soak
def test_drafts_and_settings_come_over_even_where_nothing_else_does(kept: Home, rescued: Rescues) -> None:
    def harm(home: Home) -> None:
        kept_pages = {root_of(home, name) for name in ("draft", "setting")}
        schema = set(pages_of_the_schema(home))
        content = database_of(home).read_bytes()
        for page in range(1, len(content) // PAGE):
            if page not in kept_pages | schema:
                content = flip(content, page, 100)
        database_of(home).write_bytes(content)

    done, journal = rescued(harm)
    assert [draft.body for draft in journal.drafts()] == ["on its way"]
    assert journal.setting("a-small-choice") == "some value"
    assert set(done.rows) == {"draft", "setting"}
    journal.close()


def pages_of_the_schema(home: Home) -> list[int]:
    """Pages without which the list of tables cannot be read; by trying each."""
    whole, key = database_of(home).read_bytes(), bytes(unlocked(home).keys.database_key())
    trial, found = home.root / "trial.db", []
    for page in range(1, len(whole) // PAGE):
        trial.write_bytes(flip(whole, page, 100))
        try:
            open_database(trial, bytearray(key)).close()
        except Damaged:
            found.append(page)
    trial.unlink()
    return found


def test_pages_of_an_older_state_among_the_others_still_make_a_whole_journal(
    kept: Home, template_home: Home, rescued: Rescues
) -> None:
    """Each passes its check. Rows that stand twice, or belong to nothing, are left out and said."""

    def harm(home: Home) -> None:
        older = database_of(home).read_bytes()
        journal = open_journal(home, PASSPHRASE, FixedClock())
        for item in journal.items(Filter(), 30):
            journal.delete(item.id)
        journal.close()
        content = database_of(home).read_bytes()
        for name in ("item", "entry", "check_in_feeling"):
            content = with_page(content, root_of(home, name), page_of(older, root_of(home, name)))
        database_of(home).write_bytes(content)

    done, journal = rescued(harm)
    assert done.rows["entry"] > 0
    journal.close()
