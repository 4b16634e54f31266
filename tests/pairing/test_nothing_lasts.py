"""What a meeting needs is there while it is needed: then it is overwritten in the folder and gone from the journal."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import AlreadyThere, NotFound
from sync.records.pairs import Pairs
from sync.sealing.meeting import Meeting
from sync.sealing.meeting_keys import Role
from tests.conftest import FixedClock
from tests.consent.test_copies import found_in
from tests.consent.unlocked_pages import pages_of_journal
from tests.pairing.strangers import Person
from tui.wording import together

DAY = timedelta(days=1)
YEAR = timedelta(days=365)
TWO_HOURS = timedelta(hours=2)
"""More than the clocks go on by in spring."""


def until_the_words_are_here(ana: Person, sam: Person) -> None:
    sam.join(ana.invite())
    for person in (sam, ana, sam, ana):
        assert person.visit() == []


def secrets_of(person: Person) -> set[bytes]:
    meeting, pair = person.meeting, person.pair
    assert meeting is not None
    return {meeting.code, meeting.seed, meeting.nonce, meeting.contribution, *([pair.root] if pair.root else [])}


def assert_nothing_is_left(person: Person, secrets: set[bytes], messages: list[bytes]) -> None:
    """Not in the folder, not in a row, and not in a page of the journal that lies between rows."""
    assert person.meeting is None
    assert found_in(pages_of_journal(person.home), secrets) == []
    standing = [path.read_bytes() for path in person.folder.iterdir()]
    assert not any(message in standing for message in messages)


def written_by(meeting: Meeting | None) -> list[bytes]:
    assert meeting is not None
    own = (meeting.m1, meeting.m3) if meeting.role is Role.INVITER else (meeting.m2, meeting.m4)
    return [wire for wire in own if wire]


def test_words_that_nobody_compares_are_over_after_thirty_days_on_both_sides(
    ana: Person, sam: Person, clock: FixedClock
) -> None:
    until_the_words_are_here(ana, sam)
    kept = [(person, secrets_of(person), written_by(person.meeting)) for person in (ana, sam)]
    clock.set(clock.now() + 30 * DAY)
    assert (ana.visit(), sam.visit()) == ([], [])
    clock.set(clock.now() + TWO_HOURS)
    for person, secrets, messages in kept:
        assert found_in(pages_of_journal(person.home), secrets) != []
        assert person.visit() == ["invite-over"]
        assert person.state == ("broken", "invite-over")
        assert (person.pair.words, person.pair.root) == (None, None)
        assert_nothing_is_left(person, secrets, messages)
        assert person.visit() == []


def test_who_said_that_they_match_waits_thirty_days_for_the_other_and_then_tells_them(
    ana: Person, sam: Person, clock: FixedClock
) -> None:
    until_the_words_are_here(ana, sam)
    ana.say_match()
    ana.visit()
    meeting, messages = ana.meeting, written_by(ana.meeting)
    assert meeting is not None
    secrets = {meeting.code, meeting.nonce, meeting.contribution}
    clock.set(clock.now() + 30 * DAY)
    assert (ana.visit(), ana.state) == ([], ("matched", None))
    clock.set(clock.now() + TWO_HOURS)
    assert ana.visit() == ["invite-over"]
    assert ana.state == ("ending", "invite-over")
    assert_nothing_is_left(ana, secrets, messages)
    clock.set(clock.now() + 31 * DAY)
    ana.visit()
    assert ana.state == ("ended", "invite-over")
    assert found_in(pages_of_journal(ana.home), {meeting.seed}) == []
    assert ana.pair.root is None


def test_a_yes_that_stands_there_counts_however_late_it_is_read(ana: Person, sam: Person, clock: FixedClock) -> None:
    until_the_words_are_here(ana, sam)
    for person in (ana, sam):
        person.say_match()
        person.visit()
    assert (ana.state, sam.state) == (("matched", None), ("active", None))
    clock.set(clock.now() + YEAR)
    assert ana.visit() == []
    assert ana.state == ("active", None)
    assert (ana.meeting, sam.meeting) == (None, None)


def test_who_looks_after_the_other_gave_up_is_told_that_it_ended(ana: Person, sam: Person, clock: FixedClock) -> None:
    until_the_words_are_here(ana, sam)
    ana.say_match()
    clock.set(clock.now() + 31 * DAY)
    ana.visit()
    sam.visit()
    assert (ana.state, sam.state) == (("ending", "invite-over"), ("broken", "invite-over"))


@pytest.mark.parametrize(("whose", "off"), [("ana", YEAR), ("sam", -YEAR)])
def test_a_clock_that_is_a_year_off_all_along_ends_nothing(
    ana: Person, sam: Person, clock: FixedClock, whose: str, off: timedelta
) -> None:
    """Each counts by their own clock alone; the joining is held against the day that the invite names."""
    now = clock.now()

    def at_the_clock_of(person: Person) -> Person:
        clock.set(now + (off if person.name == whose else timedelta(0)))
        return person

    words = at_the_clock_of(ana).invite()
    at_the_clock_of(sam).join(words)
    for person in (sam, ana, sam, ana):
        assert at_the_clock_of(person).visit() == []
    for person in (ana, sam):
        at_the_clock_of(person).say_match()
    for person in (ana, sam, ana, sam):
        assert at_the_clock_of(person).visit() == []
    assert (ana.state, sam.state) == (("active", None), ("active", None))


def test_what_a_person_reads_of_it_says_what_to_do() -> None:
    assert together.PROBLEMS["invite-over"].format(name="Sam") == (
        "Sam: the time to meet in is over. Meet again with new words."
    )


# New words


def test_old_words_do_nothing_once_there_are_new_ones_for_the_same_partner(
    ana: Person, sam: Person, tmp_path: Path
) -> None:
    old = ana.invite()
    partner, secrets, messages = ana.pair.partner, secrets_of(ana), written_by(ana.meeting)
    ana.pairing.end(partner)
    new = " ".join(ana.pairing.invite(ana.via, my_name="ana", called="x", partner=partner).words)
    ana.visit()
    assert_only_new(ana, partner, secrets, messages)
    with pytest.raises(NotFound) as refusal:
        sam.join(old)
    assert str(refusal.value) == "There is no invite of these words in that place."
    sam.join(new)


def assert_only_new(person: Person, partner: str, secrets: set[bytes], messages: list[bytes]) -> None:
    assert [pair.partner for pair in Pairs(person.journal.connection).all()] == [partner]
    assert found_in(pages_of_journal(person.home), secrets) == []
    assert not any(path.read_bytes() in messages for path in person.folder.iterdir())


def test_new_words_can_be_made_for_another_place_while_the_old_one_is_away(
    ana: Person, tmp_path: Path, clock: FixedClock
) -> None:
    ana.invite()
    partner, secrets, messages = ana.pair.partner, secrets_of(ana), written_by(ana.meeting)
    away = ana.folder.rename(tmp_path / "away")
    ana.pairing.end(partner)
    (tmp_path / "other").mkdir()
    ana.pairing.invite(f"folder:{tmp_path / 'other'}", my_name="ana", called="x", partner=partner)
    assert ana.visit() == ["not-reached"]
    away.rename(ana.folder)
    assert ana.visit() == []
    assert_only_new(ana, partner, secrets, messages)


def test_a_place_that_never_comes_back_is_forgotten_after_thirty_days(ana: Person, clock: FixedClock) -> None:
    ana.invite()
    secrets = secrets_of(ana)
    ana.folder.rename(ana.folder.with_name("away"))
    ana.pairing.end(ana.pair.partner)
    clock.set(clock.now() + 30 * DAY)
    assert ana.visit() == ["not-reached"]
    clock.set(clock.now() + TWO_HOURS)
    assert ana.visit() == []
    assert found_in(pages_of_journal(ana.home), secrets) == []


@pytest.mark.parametrize("has_said_so", [False, True])
def test_a_meeting_whose_place_never_comes_back_is_given_up_thirty_days_after_its_time(
    ana: Person, sam: Person, clock: FixedClock, has_said_so: bool
) -> None:
    until_the_words_are_here(ana, sam)
    if has_said_so:
        ana.say_match()
    code, root = ana.meeting and ana.meeting.code, ana.pair.root
    ana.folder.rename(ana.folder.with_name("away"))
    clock.set(clock.now() + 60 * DAY)
    assert ana.visit()
    assert ana.state == ("matched" if has_said_so else "to_compare", None)
    clock.set(clock.now() + TWO_HOURS)
    assert ana.visit()
    assert (ana.pair.why, ana.meeting) == ("invite-over", None)
    clock.set(clock.now() + 181 * DAY)
    ana.visit()
    assert ana.visit() == []
    assert found_in(pages_of_journal(ana.home), {code or b"", root or b""}) == []


def test_an_invited_partner_who_is_erased_leaves_no_invite_behind(ana: Person, sam: Person) -> None:
    words = ana.invite()
    secrets, messages = secrets_of(ana), written_by(ana.meeting)
    ana.journal.erase(ana.journal.what_goes(ana.pair.partner))
    ana.visit()
    assert Pairs(ana.journal.connection).all() == []
    assert found_in(pages_of_journal(ana.home), secrets) == []
    assert not any(path.read_bytes() in messages for path in ana.folder.iterdir())
    with pytest.raises(NotFound):
        sam.join(words)


def test_who_is_brought_back_after_the_invite_went_has_to_be_met_again(ana: Person) -> None:
    ana.invite()
    ana.journal.delete(ana.pair.partner)
    ana.visit()
    ana.journal.undo()
    ana.visit()
    assert ana.state == ("broken", "ended")
    assert ana.meeting is None


def test_the_words_of_ones_own_invite_are_for_somebody_else(ana: Person) -> None:
    words = ana.invite()
    with pytest.raises(AlreadyThere) as refusal:
        ana.join(words)
    assert "your own invite" in str(refusal.value)
    assert len(ana.journal.things("partner")) == 1


# Meeting again


def until_both_have_said_so(ana: Person, sam: Person) -> None:
    until_the_words_are_here(ana, sam)
    for person in (ana, sam):
        person.say_match()
    for person in (ana, sam) * 2:
        person.visit()
    assert (ana.state, sam.state) == (("active", None), ("active", None))


def test_whoever_lost_the_keys_is_met_again_at_once_and_the_old_end_goes_on_by_itself(
    ana: Person, sam: Person, clock: FixedClock
) -> None:
    """A journal that came back from a copy answers no end: after thirty days the keys go, and the end stays there."""
    until_both_have_said_so(ana, sam)
    ana.journal.connection.execute("BEGIN")
    ana.pairing.break_off(ana.pair, "restored")
    ana.journal.connection.execute("COMMIT")
    of_ana, of_sam, old = ana.pair.partner, sam.pair.partner, sam.pair
    with pytest.raises(AlreadyThere) as refusal:
        sam.pairing.invite(sam.via, my_name="sam", called="x", partner=of_sam)
    assert refusal.value.hint == "To meet again, end it first."
    sam.pairing.end(of_sam)
    sam.visit()
    assert sam.state == ("ending", None)
    words = " ".join(sam.pairing.invite(sam.via, my_name="sam", called="x", partner=of_sam).words)
    sam.visit()
    ana.join(words, of_ana)
    for person in (ana, sam) * 2:
        assert person.visit() == []
    pairs = {pair.partner: pair for pair in Pairs(sam.journal.connection).all()}
    sam.pairing.say_match(of_sam, (pairs[of_sam].words or "").split())
    ana.say_match()
    for person in (ana, sam) * 2:
        assert person.visit() == []
    clock.set(clock.now() + 31 * DAY)
    for person in (ana, sam) * 2:
        assert person.visit() == []
    assert (ana.state, sam.state) == (("active", None), ("active", None))
    assert (sam.folder / f"{old.keys.mine.slot.hex()}.cairn").exists()
    assert found_in(pages_of_journal(sam.home), {old.root or b""}) == []


def test_a_second_one_who_joined_is_noticed_after_one_has_said_so_and_the_other_is_told(
    ana: Person, sam: Person, stranger: Person
) -> None:
    words = ana.invite()
    stranger.join(words)
    sam.join(words)
    for person in (sam, ana, sam, ana):
        person.visit()
    for person in (ana, sam):
        person.say_match()
        person.visit()
    stranger.visit()
    assert ana.visit() == ["used-twice"]
    assert (ana.state, sam.state) == (("ending", "used-twice"), ("active", None))
    for person in (sam, ana, sam):
        person.visit()
    assert (ana.state, sam.state) == (("ended", "used-twice"), ("ended", "by-them"))
