"""What is said in a shell before something between two people goes, stops or waits; and what goes by itself."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from journal.use_cases.opening import open_journal
from sync.records.pairs import Pairs
from tests.commands.two_homes import TITLE, Person, Two, only_partner
from tests.conftest import PASSPHRASE, FixedClock
from tui.commands import terminal
from tui.wording import sharing, together


def told(person: Person, *arguments: str, words: str | None = None) -> str:
    """What a command that works says beside its answer."""
    done = person.run(*arguments, words=words)
    assert done.returncode == 0, done.stderr
    return done.stderr


def agreed(person: Person) -> dict[str, str]:
    """What the partner has written of the agreement, as it is here."""
    theirs: dict[str, str] = person.does("partner", "agree", only_partner(person))["theirs"]
    return theirs


def test_what_deleting_a_shared_goal_stops_is_said_and_of_another_nothing_is(met: Two) -> None:
    shared, other = met.ana.has_goal(), met.ana.has_goal("another", None, None)
    met.ana.shares(shared)
    assert sharing.DELETING_STOPS.format(names="Sam") in told(met.ana, "delete", shared)
    assert "shared" not in told(met.ana, "delete", other)


def test_what_deleting_a_partner_ends_is_said_where_there_is_something_to_end(met: Two) -> None:
    kim = str(met.ana.does("partner", "add", "--alias", "Kim")["partner"])
    assert told(met.ana, "delete", kim) == ""
    sam = only_partner(met.ana)
    assert told(met.ana, "delete", sam).strip() == sharing.DELETING_ENDS.format(name="Sam")


def test_deleting_somebody_who_was_invited_says_that_the_invite_is_taken_back(two: Two) -> None:
    two.invited()
    invited = only_partner(two.ana)
    assert sharing.DELETING_TAKES_BACK.format(name=together.CALLED) in told(two.ana, "delete", invited)


def test_after_pausing_everything_it_is_said_what_stays_and_before_the_next_words_what_goes_on(met: Two) -> None:
    share, sam = met.ana.shares(met.ana.has_goal()), only_partner(met.ana)
    met.ana.does("partner", "next-time", sam, "-", words="the long way round")
    met.ana.does("partner", "agree", sam, "-", words=json.dumps({"when": "Thursdays"}))
    met.sync()
    assert met.ana.run("share", "pause-all").stdout.strip() == together.PAUSED_ALL
    met.sync()
    assert met.sam.does("inbox")["shared"] == []
    assert "the long way round" not in met.sam.run("inbox").stdout
    assert agreed(met.sam) == {}
    paused = sharing.WORDS_PAUSED.format(name="Sam")
    assert paused in met.ana.run("share", "resume", share).stdout
    assert paused in told(met.ana, "encourage", "--partner", "Sam", "-", words="hello")
    assert paused not in told(met.ana, "encourage", "--partner", "Sam", "-", words="hello again")
    met.sync()
    assert agreed(met.sam) == {"when": "Thursdays"}


@pytest.mark.parametrize("deed", ["next-time", "agree"])
def test_whatever_is_written_next_says_first_that_words_were_paused(met: Two, deed: str) -> None:
    met.ana.does("share", "pause-all")
    words = json.dumps({"when": "Thursdays"}) if deed == "agree" else "by the river"
    said = told(met.ana, "partner", deed, only_partner(met.ana), "-", words=words)
    assert sharing.WORDS_PAUSED.format(name="Sam") in said


def test_a_part_written_for_somebody_by_name_waits_once_they_are_connected_and_goes_as_it_is(two: Two) -> None:
    kim = str(two.ana.does("partner", "add", "--alias", "Kim")["partner"])
    part = json.dumps({"when": "Thursdays"})
    assert "sees your part" not in told(two.ana, "partner", "agree", kim, "-", words=part)
    two.joined(two.invited("--partner", kim))
    two.sync()
    for person in (two.ana, two.sam):
        person.does("partner", "compare", only_partner(person), "--match")
    two.sync()
    shown = two.ana.does("partner", "agree", kim)
    assert shown["my_part_waits"] is True
    assert agreed(two.sam) == {}
    assert sharing.SEES_MY_PART.format(name="Kim") in told(two.ana, "partner", "agree", kim, "-", words=part)
    two.sync()
    assert agreed(two.sam) == {"when": "Thursdays"}


def test_a_part_written_while_two_meet_goes_with_the_first_page(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    sam = only_partner(two.ana)
    said = told(two.ana, "partner", "agree", sam, "-", words=json.dumps({"when": "Thursdays"}))
    assert sharing.SEES_MY_PART_THEN.format(name=together.CALLED) in said
    for person in (two.ana, two.sam):
        person.does("partner", "compare", only_partner(person), "--match")
    two.sync()
    assert agreed(two.sam) == {"when": "Thursdays"}


def test_what_a_partner_shares_is_gone_from_the_journal_once_it_is_opened_after_its_day(
    met: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    met.ana.shares(met.ana.has_goal(), "--fields", "title", "--days", "1")
    met.sync()
    assert view_of(met.sam).count(TITLE.encode()) == 1
    later = FixedClock(datetime.now(UTC) + timedelta(days=3))
    with monkeypatch.context() as patched:
        patched.setattr(terminal, "SystemClock", lambda: later)
        met.sam.does("goal", "list")
    assert TITLE.encode() not in view_of(met.sam)


def view_of(person: Person) -> bytes:
    """What is kept of the partner's side."""
    journal = open_journal(person.home, PASSPHRASE, FixedClock())
    try:
        (pair,) = Pairs(journal.connection).all()
        return pair.view or b""
    finally:
        journal.close()
