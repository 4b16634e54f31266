"""What I said yes to: each row bound to the one before, without a word of what was shared. Security brief, h: C1."""

import hashlib
import json
import re

import pytest

from journal.use_cases.open_journal import OpenJournal
from sync.consent.sharing import Sharing
from sync.protocol.canonical import canonical
from sync.protocol.digests import digest
from sync.records.ledger import Ledger
from tests.pages.real_people import YES, Two

WORDS = ("Get out most days", "Priya")


@pytest.fixture
def ana(two: Two) -> OpenJournal:
    """A journal in which something was shared, paused, shared on, sent and stopped."""
    journal, sharing = two.ana.journal, Sharing(two.ana.journal)
    goal = journal.add_goal(WORDS[0])
    journal.add_step(goal.id, f"ask {WORDS[1]}")
    consent = sharing.say_yes(sharing.offer(two.ana.partner, goal.id, ("title", "next_step")), YES)
    two.visit_in_turn()
    sharing.pause(consent.id)
    sharing.resume(consent.id)
    two.visit_in_turn()
    sharing.stop(consent.id)
    two.visit_in_turn()
    assert broken(journal) == []
    return journal


def broken(journal: OpenJournal) -> list[int]:
    """Rows that are not bound as they were written."""
    return [entry.number for entry in Sharing(journal).said_yes_to() if not entry.is_whole]


def test_it_tells_every_deed_in_order(ana: OpenJournal) -> None:
    events = [entry.event["event"] for entry in Sharing(ana).said_yes_to()]
    assert events[:5] == ["SHARE", "SENT", "SEEN", "PAUSE", "RESUME"]
    assert "STOP" in events
    assert events[-1] == "SEEN"


def test_a_yes_names_who_what_why_until_when_and_how_to_stop(ana: OpenJournal, two: Two) -> None:
    said = Sharing(ana).said_yes_to()[0].event
    assert said["recipient"] == two.ana.partner
    assert (said["recipient_kind"], said["purpose"]) == ("peer_partner", "move_towards_goals_together")
    assert said["scope"] == ["title", "next_step"]
    assert (said["starts"], said["expires"]) == ("2026-03-14", "2026-06-12")
    assert (said["notice_version"], said["language"]) == (YES.version, YES.language)
    assert "stop" in str(said["withdraw_method"])


def test_no_row_holds_a_word_and_none_can_be_guessed_from_one(ana: OpenJournal) -> None:
    rows = [str(row) for (row,) in ana.connection.rows("SELECT row FROM ledger")]
    assert not [word for word in (*WORDS, YES.statement) for row in rows if word in row]
    (consent,) = Sharing(ana).shares()
    guessed = [YES.statement.encode(), canonical(consent.words)]
    digests = {found for row in rows for found in re.findall("[0-9a-f]{64}", row)}
    assert digests.isdisjoint(hashlib.sha256(guess).hexdigest() for guess in guessed)
    assert digests.isdisjoint(digest(guess).hex() for guess in guessed)
    # With its salt a row can be shown to be of these words, by whoever has both.
    salted = ana.connection.rows("SELECT row, salt FROM ledger WHERE salt IS NOT NULL")
    sent = next((row, salt) for row, salt in salted if json.loads(str(row))["event"] == "SENT")
    assert isinstance(sent[1], bytes)
    assert json.loads(str(sent[0]))["words"] == digest(sent[1], canonical(consent.words)).hex()


def test_once_the_goal_is_erased_no_word_and_no_salt_of_it_is_left(ana: OpenJournal) -> None:
    (consent,) = Sharing(ana).shares()
    assert consent.goal is not None
    ana.erase(ana.what_goes(consent.goal))
    (after,) = Sharing(ana).shares()
    assert (after.goal, after.words, after.statement) == (None, {}, "")
    assert ana.connection.one("SELECT count(*) FROM ledger WHERE salt IS NOT NULL") == 0
    assert broken(ana) == []


def test_erasing_one_goal_leaves_what_was_said_of_another(ana: OpenJournal, two: Two) -> None:
    other = two.ana.share("Sleep by eleven")
    (first,) = (consent for consent in Sharing(ana).shares() if consent.id != other.id)
    ana.erase(ana.what_goes(first.goal))
    after = next(consent for consent in Sharing(ana).shares() if consent.id == other.id)
    assert after.words == {"title": "Sleep by eleven"}
    assert ana.connection.one("SELECT count(*) FROM ledger WHERE salt IS NOT NULL") == 1


def test_it_outlives_the_partner_who_is_erased(ana: OpenJournal, two: Two) -> None:
    rows = len(Sharing(ana).said_yes_to())
    ana.erase(ana.what_goes(two.ana.partner))
    assert Sharing(ana).shares() == []
    assert len(Sharing(ana).said_yes_to()) == rows
    assert ana.connection.one("SELECT count(*) FROM ledger WHERE salt IS NOT NULL") == 0
    assert broken(ana) == []


def after(journal: OpenJournal, *statements: str) -> list[int]:
    """Rows that are not bound as they were written, once these were run; afterwards all is as before."""
    journal.connection.execute("BEGIN")
    for statement in statements:
        journal.connection.execute(statement)
    found = broken(journal)
    journal.connection.execute("ROLLBACK")
    return found


def test_a_row_that_was_changed_is_seen(ana: OpenJournal) -> None:
    for entry in Sharing(ana).said_yes_to():
        changed = f"UPDATE ledger SET row = replace(row, 'grant', 'grand') WHERE number = {entry.number}"
        assert after(ana, changed) == [entry.number]


def test_a_row_that_was_taken_out_is_seen_where_it_was(ana: OpenJournal) -> None:
    for entry in Sharing(ana).said_yes_to()[:-1]:
        assert after(ana, f"DELETE FROM ledger WHERE number = {entry.number}")[0] == entry.number + 1


def test_a_row_that_was_taken_out_is_seen_although_the_others_were_numbered_anew(ana: OpenJournal) -> None:
    ana.connection.execute("DELETE FROM ledger WHERE number = 3")
    ana.connection.execute("UPDATE ledger SET number = -number WHERE number > 3")
    ana.connection.execute("UPDATE ledger SET number = -number - 1 WHERE number < 0")
    assert broken(ana) == [3]


def test_rows_in_another_order_are_seen(ana: OpenJournal) -> None:
    for old, new in ((4, -1), (5, 4), (-1, 5)):
        ana.connection.execute("UPDATE ledger SET number = ? WHERE number = ?", (new, old))
    assert broken(ana)[:2] == [4, 5]


def test_a_row_that_was_put_in_is_seen(ana: OpenJournal) -> None:
    ana.connection.execute("UPDATE ledger SET number = -number WHERE number > 2")
    ana.connection.execute("UPDATE ledger SET number = 1 - number WHERE number < 0")
    ana.connection.execute("INSERT INTO ledger SELECT 3, row, salt, prev, row_hash FROM ledger WHERE number = 1")
    assert broken(ana)[:1] == [3]


def test_a_row_that_is_no_json_is_seen_and_stops_nobody(ana: OpenJournal, two: Two) -> None:
    ana.connection.execute("UPDATE ledger SET row = '{' WHERE number = 2")
    assert broken(ana) == [2]
    ana.erase(ana.what_goes(two.ana.partner))


def test_a_ledger_that_was_cut_at_its_end_cannot_be_told_from_a_shorter_one(ana: OpenJournal) -> None:
    ana.connection.execute("DELETE FROM ledger WHERE number > 4")
    assert broken(ana) == []


def test_a_row_that_is_bound_to_another_one_than_the_row_before_is_seen(ana: OpenJournal) -> None:
    ana.connection.execute("UPDATE ledger SET prev = zeroblob(32) WHERE number = 3")
    assert broken(ana) == [3]


def test_it_goes_on_after_a_row_that_was_changed(ana: OpenJournal) -> None:
    ana.connection.execute("UPDATE ledger SET row = '{}' WHERE number = 2")
    Ledger(ana.connection).add({"event": "SHARE"})
    entries = Sharing(ana).said_yes_to()
    assert [entry.number for entry in entries if not entry.is_whole] == [2]
    assert entries[-1].event == {"event": "SHARE"}
