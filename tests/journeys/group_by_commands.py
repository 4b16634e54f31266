"""A facilitator's week by commands alone: one who holds a group, six who are in it, and who holds it next."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from journal.paths import Home
from journal.vault import key_slots
from tests.conftest import FixedClock
from tests.consent.unlocked_pages import pages_of_journal
from tests.journeys.two_by_commands import Person, words_in
from tests.store.remembered_argon2 import RememberedArgon2id

GROUP = "The Thursday circle"
LIMITS = "Where a life is in danger I tell our manager, and you first"
AGREED = "What is said here stays here"
SIX = ("Anouschka", "Bartholomew", "Caoilfhionn", "Dorothea-Mae", "Evangelina", "Ferdinand")
STOPS, EXPIRES, PAUSES = SIX[:3]
PAGES: dict[str, dict[str, Any]] = {
    STOPS: {"what_matters_to_me_now": "the allotment behind the station", "questions_for_you": "is the hall warm"},
    EXPIRES: {"support_i_would_like": "somebody to walk the first mile with"},
    PAUSES: {"what_helps_me": "the long song with no words", "may_print": True},
}
GOAL, NEVER_CHOSEN = "learn to mend a bicycle", "because the bus frightens me"
REPLY, NOTE = "the hall is warm from half past five", "bring a cup on Thursday"
FAREWELL = "I move to the coast in spring"
WORDS = (GOAL, REPLY, *(str(text) for page in PAGES.values() for text in page.values() if text is not True))


@dataclass
class Somebody(Person):
    """One of them, whose refusals are looked at, too."""

    name: str = ""

    def is_refused(self, code: int, *arguments: str, words: str = "") -> str:
        """What one command says that is refused."""
        done = self._done([*arguments], words)
        assert (done.returncode, done.stdout) == (code, ""), done.stdout + done.stderr
        return done.stderr


@dataclass
class Week:
    """What came of it."""

    kim: Somebody
    six: dict[str, Somebody]
    clock: FixedClock
    shown: list[Any] = field(default_factory=list)
    """What `group show` said: with three pages, once one was read, and when all three were over."""
    read: Any = None
    held: frozenset[str] = frozenset()
    """The words and names that the facilitator's file held while there were three pages."""
    left: frozenset[str] = frozenset()
    """And when there was none, in any row or in any page of the file."""
    said_of: dict[str, str] = field(default_factory=dict)
    """What the facilitator is told of each of the three by name, once nothing of theirs is shared."""
    after: list[Any] = field(default_factory=list)
    """Everything else that lists somebody, then."""
    inboxes: dict[str, Any] = field(default_factory=dict)
    printed: str = ""
    farewells: list[Any] = field(default_factory=list)
    """The closing that each of the six was shown."""
    before_each_yes: list[list[list[str]]] = field(default_factory=list)
    """Of each of the six: whom the next one saw before they had joined, then compared, then said yes; and after."""

    def everybody(self) -> list[Somebody]:
        return [self.kim, *self.six.values()]


@contextmanager
def at_once(clock: FixedClock) -> Iterator[None]:
    """By a clock of its own, with the lowest cost that is allowed, derived once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(key_slots, "Argon2id", RememberedArgon2id)
        patched.setattr(key_slots, "suitable_cost", lambda: key_slots.FLOOR)
        patched.setattr("tui.commands.terminal.SystemClock", lambda: clock)
        # At a relay two slots are asked for a moment apart, so that nobody there tells whose they are.
        patched.setattr("sync.transports.patience.Patience.apart_s", lambda *_: 0.0)
        yield


def walk(place: Path, homes: Iterable[Home], via: str) -> Week:
    """The whole week. `homes`: six that are empty."""
    clock = FixedClock()
    six = {name: Somebody(home, name=name) for name, home in zip(SIX, homes, strict=True)}
    with at_once(clock):
        week = Week(holder(place / "kim", "Kim", via), six, clock)
        _meet(week.kim, list(week.six.values()))
        _share_three(week)
        _read_and_answer(week)
        _end_three(week)
        _hand_over(week, place, via)
    return week


def holder(place: Path, name: str, via: str) -> Somebody:
    """A facilitator with a role card and a group."""
    place.mkdir()
    one = Somebody(Home(place / "home"), name=name)
    one.does("init", "--facilitator", "--recovery-out", str(place / "words"))
    one.does("about-me", "edit", "-", words=json.dumps({"name": name, "limits_of_confidentiality": LIMITS}))
    one.does("group", "create", "--alias", GROUP, "--via", via)
    one.does("group", "agree", GROUP, "-", words=json.dumps({"privacy": AGREED}))
    return one


def _meet(kim: Somebody, members: Sequence[Somebody]) -> None:
    """Each with an invite of their own, each comparing four words of their own."""
    invites = {}
    for member in members:
        made = kim.does("group", "invite", GROUP)
        joined = _join(member, made)
        assert (joined["kind"], joined["group"]) == ("facilitator", GROUP)
        invites[made["partner"]] = member
    carry([kim, *members])
    for member_id, member in invites.items():
        _compare(kim, member_id, member)
    carry([kim, *members])


def _join(member: Somebody, made: Any) -> Any:
    joined = member.does("partner", "join", "-", "--via", made["via"], "--alias", member.name, words=made["words"])
    member.partner = joined["partner"]
    return joined


def _compare(kim: Somebody, member_id: str, member: Somebody) -> None:
    compared = [kim.does("partner", "compare", member_id), member.does("partner", "compare", member.partner)]
    assert compared[0] == compared[1]
    assert compared[0]["state"] == "to-compare"
    kim.does("partner", "compare", member_id, "--match")
    member.does("partner", "compare", member.partner, "--match")


def carry(people: Sequence[Somebody], rounds: int = 3) -> None:
    """Until each has what the others have for them, and knows so."""
    for _ in range(rounds):
        for person in people:
            person.does("sync")


def send(member: Somebody, page: Any, *options: str) -> str:
    """Write the page and say yes to it; the share's id."""
    member.does("summary", "write", "--partner", member.partner, "-", words=json.dumps(page))
    said = member.does("summary", "send", "--partner", member.partner, *options, "-", words="yes")
    return str(said["share"])


def _share_three(week: Week) -> None:
    goal = week.six[STOPS].does("goal", "add", "-", words=f"{GOAL}\n{NEVER_CHOSEN}")["id"]
    for name, page in PAGES.items():
        with_goal: dict[str, Any] = {"goals": [{"id": goal, "fields": ["title"]}]} if name == STOPS else {}
        days = ("--days", "1") if name == EXPIRES else ()
        week.six[name].does("summary", "preview", "--partner", week.six[name].partner, code=2)
        send(week.six[name], {**page, **with_goal}, *days)
    carry(week.everybody())
    week.shown.append(week.kim.does("group", "show", GROUP)["summaries"])


def _read_and_answer(week: Week) -> None:
    kim = week.kim
    week.read = kim.does("summary", "show", STOPS)
    kim.does("summary", "reply", STOPS, "-", words=REPLY)
    kim.does("group", "note", GROUP, "-", words=NOTE)
    week.printed = kim.does("summary", "print", PAUSES)["text"]
    kim.is_refused(8, "summary", "print", STOPS)
    week.shown.append(kim.does("group", "show", GROUP)["summaries"])
    week.held = words_in(kim.home, (*WORDS, *SIX))
    carry(week.everybody())
    week.inboxes = {name: member.does("inbox") for name, member in week.six.items()}


def _end_three(week: Week) -> None:
    """One stops, one pauses, and the last day of one is over."""
    for name, deed in ((STOPS, "stop"), (PAUSES, "pause")):
        (share,) = week.six[name].does("share", "list")["shares"]
        week.six[name].does("share", deed, share["share"])
    week.clock.set(week.clock.now() + timedelta(days=2))
    carry(week.everybody())
    kim = week.kim
    week.shown.append(kim.does("group", "show", GROUP)["summaries"])
    week.said_of = {name: kim.is_refused(4, "summary", "show", name) for name in SIX}
    week.after = [kim.does("partner", "list"), kim.does("group", "invites"), kim.does("drafts")]
    pages = pages_of_journal(kim.home)
    assert GROUP.encode() in pages
    in_pages = {word for word in (*WORDS, *SIX) if word.encode() in pages}
    week.left = words_in(kim.home, (*WORDS, *SIX)) | in_pages


def _hand_over(week: Week, place: Path, via: str) -> None:
    """Two share again when it is said; who holds it next begins with nothing."""
    stopped, paused = week.six[STOPS], week.six[PAUSES]
    stopped.does("summary", "send", "--partner", stopped.partner, "-", words="yes")
    paused.does("share", "resume", paused.does("share", "list")["shares"][0]["share"])
    week.kim.does("group", "hand-over", GROUP, "--to", "Robin", "-", words=FAREWELL)
    carry(week.everybody())
    assert len(week.kim.does("group", "show", GROUP)["summaries"]) == 2
    for member in week.six.values():
        (kim,) = member.does("inbox")["facilitators"]
        week.farewells.append(kim["closing"])
    robin = holder(place / "robin", "Robin", via)
    for member in week.six.values():
        week.before_each_yes.append(_join_next(week, robin, member))


def _join_next(week: Week, robin: Somebody, member: Somebody) -> list[list[str]]:
    seen = [_seen_by(robin, week.six.values())]
    made = robin.does("group", "invite", GROUP)
    _join(member, made)
    seen.append(_seen_by(robin, [member]))
    _compare(robin, made["partner"], member)
    seen.append(_seen_by(robin, [member]))
    page = {"what_matters_to_me_now": f"anew, from {member.name}"}
    member.does("summary", "write", "--partner", member.partner, "-", words=json.dumps(page))
    seen.append(_seen_by(robin, [member]))
    member.does("summary", "send", "--partner", member.partner, "-", words="yes")
    seen.append(_seen_by(robin, [member]))
    return seen


def _seen_by(robin: Somebody, members: Iterable[Somebody]) -> list[str]:
    """Whose pages are there once these have looked, and that no other of the six is anywhere in the file."""
    carry([robin, *members], rounds=2)
    names = [str(page["name"]) for page in robin.does("group", "show", GROUP)["summaries"]]
    assert words_in(robin.home, (*WORDS, *SIX)) == frozenset(names)
    return names
