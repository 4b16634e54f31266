"""P1: whatever happens to a message on its way, two people meet, or the meeting is broken off and says why.

Each is lost, doubled, late, tampered with, or of another code, and one visit after the other makes up for it.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from sync.errors import BrokenOff, TooOld, Unreadable, UsedTwice
from sync.protocol.digests import digest
from sync.sealing import meeting
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.invite_words import new_code
from sync.sealing.meeting_keys import Role, meeting_keys, open_message, pair_root, seal_message
from sync.sealing.safety_words import safety_words
from tests.sealing.two_people import CODE, OTHER_CODE, START, TwoPeople, Way, all_four, invited

DAY = timedelta(days=1)
STEPS = (1, 2, 3, 4)


def lost(wire: bytes) -> bytes:
    return b""


def cut(wire: bytes) -> bytes:
    return wire[:-1]


def flipped(wire: bytes) -> bytes:
    return wire[:9_000] + bytes([wire[9_000] ^ 1]) + wire[9_001:]


def zeros(wire: bytes) -> bytes:
    return bytes(len(wire))


def walk(two: TwoPeople, step: int, way: Way) -> None:
    """All visits in turn, with something happening to one message the first time that it is written."""
    ways = {step: way}
    two.inviter_visits(ways.get(1, lambda wire: wire))
    if two.by_inviter != two.inviter.m1:
        with pytest.raises(Unreadable):
            two.joiner_visits()
        two.inviter_visits()
    two.joiner_visits(ways.get(2, lambda wire: wire))
    two.inviter_visits(ways.get(3, lambda wire: wire))
    two.joiner_visits(ways.get(4, lambda wire: wire))
    two.visit_until_met()


def test_four_messages_make_a_pair() -> None:
    two = TwoPeople()
    two.inviter_visits()
    two.joiner_visits()
    two.inviter_visits()
    two.joiner_visits()
    assert two.joiner is not None
    assert (two.inviter.has_met, two.joiner.has_met) == (False, True)
    two.inviter_visits()
    assert two.inviter.has_met
    assert two.is_one_pair()
    assert len(two.met()[0].words) == 4


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("way", [lost, cut, flipped, zeros])
def test_a_message_that_does_not_arrive_whole_is_written_again(step: int, way: Way) -> None:
    two = TwoPeople()
    walk(two, step, way)
    assert two.is_one_pair()


@pytest.mark.parametrize("step", STEPS)
def test_a_message_of_another_code_changes_nothing(step: int) -> None:
    other_inviter, other_joiner = all_four(OTHER_CODE)
    others = (other_inviter.m1, other_joiner.m2, other_inviter.m3, other_joiner.m4)
    two = TwoPeople()
    walk(two, step, lambda wire: others[step - 1])
    assert two.is_one_pair()


@pytest.mark.parametrize("step", STEPS)
def test_a_message_of_another_meeting_with_the_same_code_is_no_part_of_this_one(step: int) -> None:
    stranger, friend = all_four()
    others = (stranger.m1, friend.m2, stranger.m3, friend.m4)
    two = TwoPeople()
    if step == 1:
        two.by_inviter = others[0]
        two.joiner_visits()
        two.visit_until_met()
        assert two.joiner is not None
        assert not two.inviter.has_met
        assert not two.joiner.has_met
        return
    walk(two, step, lambda wire: others[step - 1])
    assert two.is_one_pair()


def test_a_message_seen_again_changes_nothing_at_all() -> None:
    inviter, joiner = all_four()
    for found in (inviter.m1, inviter.m2, inviter.m3, inviter.m4):
        assert meeting.take(inviter, found, START) == inviter
        assert meeting.take(joiner, found, START) == joiner


def test_a_message_is_kept_and_the_same_bytes_are_written_at_every_visit() -> None:
    two = TwoPeople()
    two.inviter_visits()
    first = two.by_inviter
    two.inviter_visits()
    two.joiner_visits()
    second = two.by_joiner
    two.joiner_visits()
    assert (two.by_inviter, two.by_joiner) == (first, second)
    two.inviter_visits()
    third = two.by_inviter
    two.inviter_visits()
    assert two.by_inviter == third
    two.joiner_visits()
    fourth = two.by_joiner
    two.joiner_visits()
    assert two.by_joiner == fourth
    assert len({first, second, third, fourth}) == 4


def test_messages_are_all_of_one_size_and_never_twice_the_same() -> None:
    inviter, joiner = all_four()
    other, _ = all_four()
    wires = [inviter.m1, joiner.m2, inviter.m3, joiner.m4, other.m1, other.m2, other.m3, other.m4]
    assert {len(wire) for wire in wires} == {16_384}
    assert len(set(wires)) == 8


def test_another_code_sees_no_invite() -> None:
    for found in (invited().m1, bytes(16_384), b"", b"x" * 16_384):
        with pytest.raises(Unreadable):
            meeting.look_at(OTHER_CODE, found, START)
        with pytest.raises(Unreadable):
            meeting.join(OTHER_CODE, found, START)


def test_another_code_leads_to_another_place() -> None:
    one, other = (meeting_keys(code, Role.INVITER) for code in (CODE, OTHER_CODE))
    places = [*(place for keys in (one, other) for place in (keys.mine, keys.theirs))]
    assert len({value for place in places for value in (place.slot, place.read, place.write)}) == 12
    assert one.key != other.key


def test_both_look_where_the_other_writes() -> None:
    inviter, joiner = meeting_keys(CODE, Role.INVITER), meeting_keys(CODE, Role.JOINER)
    assert (inviter.mine, inviter.theirs, inviter.key) == (joiner.theirs, joiner.mine, joiner.key)


def test_kind_group_and_until_when_are_seen_before_anything_is_done() -> None:
    begun = meeting.invite(CODE, "facilitator", "Tuesday group", START + DAY, START)
    seen = meeting.look_at(CODE, begun.m1, START)
    assert (seen.kind, seen.group, seen.expires) == ("facilitator", "Tuesday group", START + DAY)


def test_an_invite_that_is_over_is_not_joined() -> None:
    begun = invited(hours=24)
    assert meeting.join(CODE, begun.m1, START + DAY).m2
    with pytest.raises(TooOld) as refusal:
        meeting.join(CODE, begun.m1, START + DAY + timedelta(seconds=1))
    assert refusal.value.sentence == "The time of this invite is over. Make a new one."
    assert "clock" in refusal.value.hint


def test_an_answer_that_comes_after_its_time_is_too_late() -> None:
    begun = invited(hours=24)
    joiner = meeting.join(CODE, begun.m1, START)
    assert meeting.take(begun, joiner.m2, START + DAY).m3
    with pytest.raises(TooOld):
        meeting.take(begun, joiner.m2, START + DAY + timedelta(seconds=1))


def test_nobody_answering_in_time_breaks_it_off() -> None:
    begun = invited(hours=24)
    meeting.check_time(begun, START + DAY)
    with pytest.raises(TooOld):
        meeting.check_time(begun, START + DAY + timedelta(seconds=1))
    with pytest.raises(TooOld):
        meeting.take(begun, b"", START + DAY + timedelta(seconds=1))


def test_five_visits_in_turn_over_29_days_are_soon_enough() -> None:
    two = TwoPeople(inviter=invited(hours=24 * 7))
    for days, visit in enumerate([two.inviter_visits, two.joiner_visits] * 2 + [two.inviter_visits]):
        two.now = START + (0, 6, 7, 20, 29)[days] * DAY
        visit()
    assert two.is_one_pair()


@pytest.mark.parametrize("waits", Role)
def test_thirty_days_without_an_answer_break_it_off(waits: Role) -> None:
    inviter = invited()
    joiner = meeting.join(CODE, inviter.m1, START)
    side = joiner if waits is Role.JOINER else meeting.take(inviter, joiner.m2, START)
    meeting.check_time(side, START + 30 * DAY)
    assert meeting.take(side, b"", START + 30 * DAY) == side
    with pytest.raises(TooOld):
        meeting.take(side, b"", START + 30 * DAY + timedelta(seconds=1))


def test_the_one_who_invited_waits_from_the_answer_on_and_not_from_the_invite() -> None:
    inviter = invited(hours=24 * 7)
    joiner = meeting.join(CODE, inviter.m1, START)
    waiting = meeting.take(inviter, joiner.m2, START + 6 * DAY)
    assert meeting.take(waiting, b"", START + 36 * DAY) == waiting
    with pytest.raises(TooOld):
        meeting.take(waiting, b"", START + 36 * DAY + timedelta(seconds=1))


def test_an_answer_that_is_there_counts_however_long_it_waited() -> None:
    inviter = invited()
    joiner = meeting.join(CODE, inviter.m1, START)
    inviter = meeting.take(inviter, joiner.m2, START)
    joiner = meeting.take(joiner, inviter.m3, START + 29 * DAY)
    late = START + 40 * DAY
    assert meeting.take(inviter, joiner.m4, late).has_met
    meeting.check_time(joiner, late)


def test_the_same_answer_twice_is_one_answer() -> None:
    begun = invited()
    joiner = meeting.join(CODE, begun.m1, START)
    answered = meeting.take(begun, joiner.m2, START)
    assert meeting.take(answered, joiner.m2, START) == answered


def test_an_unreadable_second_answer_is_ignored() -> None:
    begun = invited()
    answered = meeting.take(begun, meeting.join(CODE, begun.m1, START).m2, START)
    for found in (b"", b"x" * 16_384, meeting.join(OTHER_CODE, invited(OTHER_CODE).m1, START).m2):
        assert meeting.take(answered, found, START) == answered


def test_a_second_one_who_joined_breaks_it_off_before_and_after_the_first_is_known() -> None:
    begun = invited()
    friend, stranger = (meeting.join(CODE, begun.m1, START) for _ in range(2))
    answered = meeting.take(begun, friend.m2, START)
    with pytest.raises(UsedTwice) as refusal:
        meeting.take(answered, stranger.m2, START)
    assert refusal.value.sentence == "These words were used twice, so the invite was broken off. Make a new one."
    friend = meeting.take(friend, answered.m3, START)
    finished = meeting.take(answered, friend.m4, START)
    with pytest.raises(UsedTwice):
        meeting.take(finished, stranger.m2, START)


def test_a_stranger_who_joined_first_shuts_the_friend_out_and_is_noticed() -> None:
    begun = invited()
    friend, stranger = (meeting.join(CODE, begun.m1, START) for _ in range(2))
    taken = meeting.take(begun, stranger.m2, START)
    assert meeting.take(friend, taken.m3, START) == friend
    with pytest.raises(UsedTwice):
        meeting.take(taken, friend.m2, START)


def test_a_stranger_cannot_finish_what_a_friend_began() -> None:
    begun = invited()
    friend, stranger = (meeting.join(CODE, begun.m1, START) for _ in range(2))
    answered = meeting.take(begun, friend.m2, START)
    assert meeting.take(stranger, answered.m3, START) == stranger


def test_a_kind_that_was_changed_on_the_way_shows_in_the_words_or_never_finishes() -> None:
    inviter = invited()
    first = open_message(meeting_keys(CODE, Role.JOINER).key, 1, b"", inviter.m1)
    changed = first.replace(b'"partner"', b'"facilitator"')
    forged = seal_message(meeting_keys(CODE, Role.INVITER).key, 1, b"", changed)
    joiner = meeting.join(CODE, forged, START)
    assert meeting.look_at(CODE, forged, START).kind == "facilitator"
    assert meeting.take(inviter, joiner.m2, START) == inviter

    whole, friend = all_four()
    body = open_message(whole.keys.key, 1, b"", whole.m1)
    other = replace(friend, m1=seal_message(whole.keys.key, 1, b"", body.replace(b'"partner"', b'"facilitator"')))
    second = open_message(whole.keys.key, 2, digest(whole.m1), whole.m2)
    third = open_message(whole.keys.key, 3, digest(whole.m1, whole.m2), whole.m3)
    words = safety_words(first_body_of(other), second, third[: 1216 + 32])
    assert words != meeting.finish(whole).words


def first_body_of(begun: meeting.Meeting) -> bytes:
    return open_message(begun.keys.key, 1, b"", begun.m1)


def test_the_root_is_of_everything_that_was_said() -> None:
    whole, joiner = all_four()
    messages, key = (whole.m1, whole.m2, whole.m3, whole.m4), whole.keys.key
    ours, theirs = whole.contribution, joiner.contribution
    others = [
        pair_root((b"", *messages[1:]), ours, theirs, key),
        pair_root((messages[0], b"", *messages[2:]), ours, theirs, key),
        pair_root((*messages[:2], b"", messages[3]), ours, theirs, key),
        pair_root((*messages[:3], b""), ours, theirs, key),
        pair_root(messages, bytes(32), theirs, key),
        pair_root(messages, ours, bytes(32), key),
        pair_root(messages, theirs, ours, key),
        pair_root(messages, ours, theirs, bytes(32)),
    ]
    assert meeting.finish(whole).root == pair_root(messages, ours, theirs, key)
    assert len({meeting.finish(whole).root, *others}) == 9


def test_each_begins_with_the_key_that_the_other_showed() -> None:
    inviter, joiner = all_four()
    assert meeting.finish(inviter).their_key == EpochKey(joiner.seed).public
    assert meeting.finish(joiner).their_key == EpochKey(inviter.seed).public


def test_two_meetings_share_nothing() -> None:
    one, _ = all_four(new_code())
    other, _ = all_four(new_code())
    assert meeting.finish(one).root != meeting.finish(other).root
    assert {one.seed, one.nonce, one.contribution}.isdisjoint({other.seed, other.nonce, other.contribution})


def test_a_meeting_prints_nothing_of_itself() -> None:
    inviter, _ = all_four()
    shown = repr(inviter) + repr(meeting.finish(inviter)) + repr(inviter.keys) + repr(EpochKey(inviter.seed))
    for secret in (inviter.code, inviter.seed, inviter.nonce, inviter.contribution, inviter.keys.key):
        assert secret.hex() not in shown
        assert repr(secret) not in shown


def test_what_has_too_little_in_it_breaks_off_and_says_so() -> None:
    begun = invited()
    short = seal_message(begun.keys.key, 2, digest(begun.m1), b"too short")
    with pytest.raises(BrokenOff) as refusal:
        meeting.take(begun, short, START)
    assert refusal.value.sentence == "This invite was broken off. A new one needs new words."
