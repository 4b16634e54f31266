"""P1 with real journals and a real folder: the meeting goes on, or both know that it does not and why."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import AlreadyThere, NotFound
from sync.errors import TooOld
from sync.sealing.invite_words import words_of
from tests.conftest import FixedClock
from tests.pairing.strangers import Person

DAY = timedelta(days=1)
Harm = Callable[[Path], object]


def flip(path: Path) -> None:
    wire = path.read_bytes()
    path.write_bytes(wire[:5_000] + bytes([wire[5_000] ^ 1]) + wire[5_001:])


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def double(path: Path) -> None:
    path.with_name(f"{path.stem} (conflicted copy){path.suffix}").write_bytes(path.read_bytes())


def empty(path: Path) -> None:
    path.write_bytes(bytes(16_384))


HARMS: dict[str, Harm] = {"lost": Path.unlink, "flipped": flip, "cut": cut, "doubled": double, "zeros": empty}


def match(*people: Person) -> None:
    """Compare the words and say so."""
    assert len({person.pair.words for person in people}) == 1
    for person in people:
        person.say_match()
    for _ in range(2):
        for person in people:
            assert person.visit() == []


@pytest.mark.parametrize(
    ("step", "name"),
    [
        *((1, name) for name in ("lost", "flipped", "doubled")),
        *((2, name) for name in ("cut", "doubled")),
        *((3, name) for name in ("zeros", "doubled")),
        *((4, name) for name in ("lost", "flipped", "doubled")),
    ],
)
def test_two_people_meet_whatever_happened_to_one_message(ana: Person, sam: Person, step: int, name: str) -> None:
    """Every harm to every message is tried without files in `tests/sealing/test_meeting.py`."""
    words, harm = ana.invite(), HARMS[name]
    if step == 1:
        harm(ana.own_file())
        if harm is not double:
            with pytest.raises(NotFound):
                sam.join(words)
        ana.visit()
    sam.join(words)
    for place, person in enumerate((sam, ana, sam), 2):
        assert person.visit() == []
        if place == step:
            harm(person.own_file())
            person.visit()
    ana.visit()
    match(ana, sam)
    assert (ana.state, sam.state) == (("active", None), ("active", None))
    assert (ana.meeting, sam.meeting) == (None, None)


def test_a_second_one_who_joins_breaks_it_off_for_all_and_leaves_noise(
    ana: Person, sam: Person, stranger: Person, folder: Path
) -> None:
    words = ana.invite()
    sam.join(words)
    stranger.join(words)
    sam.visit()
    ana.visit()
    first = ana.own_file().read_bytes()
    stranger.visit()
    assert ana.visit() == ["used-twice"]
    assert ana.state == ("broken", "used-twice")
    assert ana.meeting is None
    assert first not in [path.read_bytes() for path in folder.iterdir()]
    for person in (sam, stranger):
        person.visit()
        assert person.pair.words is None
    assert ana.visit() == []


def test_the_same_words_are_not_joined_twice_from_one_journal(ana: Person, sam: Person) -> None:
    words = ana.invite()
    sam.join(words)
    with pytest.raises(AlreadyThere):
        sam.join(words)


def test_other_words_find_nothing(ana: Person, sam: Person) -> None:
    ana.invite()
    with pytest.raises(NotFound):
        sam.join(" ".join(words_of(bytes(16))))


def test_an_invite_that_nobody_answered_is_over_and_leaves_noise(ana: Person, sam: Person, clock: FixedClock) -> None:
    words = ana.invite()
    path = ana.own_file()
    first = path.read_bytes()
    clock.set(clock.now() + DAY + timedelta(seconds=1))
    with pytest.raises(TooOld):
        sam.join(words)
    assert ana.visit() == ["invite-over"]
    assert ana.state == ("broken", "invite-over")
    assert path.read_bytes() != first
    with pytest.raises(NotFound):
        sam.join(words)


def test_five_visits_in_turn_over_29_days_make_a_pair(ana: Person, sam: Person, clock: FixedClock) -> None:
    begins = clock.now()
    words = ana.invite(hours=168)
    clock.set(begins + 6 * DAY)
    sam.join(words)
    for days, person in ((6, sam), (7, ana), (20, sam), (29, ana)):
        clock.set(begins + days * DAY)
        assert person.visit() == []
    match(ana, sam)
    assert (ana.state, sam.state) == (("active", None), ("active", None))


def test_words_that_differ_end_it_and_nothing_more_goes(ana: Person, sam: Person) -> None:
    words = ana.invite()
    sam.join(words)
    for person in (sam, ana, sam, ana):
        person.visit()
    ana.pairing.say_differ(ana.pair.partner)
    ana.visit()
    assert ana.state == ("broken", "differ")
    assert ana.pair.root is None
    assert (ana.meeting, ana.visit()) == (None, [])
