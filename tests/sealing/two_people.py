"""Two people who meet through two slots, as values: no file and no clock but the ones that a test says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sync.sealing import meeting
from sync.sealing.meeting import Meeting, Met

START = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
CODE = bytes(range(16))
OTHER_CODE = bytes(range(1, 17))
PARTNER = "partner"

Way = Callable[[bytes], bytes]


def invited(code: bytes = CODE, hours: int = 24, now: datetime = START, kind: str = PARTNER) -> Meeting:
    return meeting.invite(code, kind, None, now + timedelta(hours=hours), now)


def all_four(code: bytes = CODE) -> tuple[Meeting, Meeting]:
    """Both sides with all messages."""
    inviter = invited(code)
    joiner = meeting.join(code, inviter.m1, START)
    inviter = meeting.take(inviter, joiner.m2, START)
    joiner = meeting.take(joiner, inviter.m3, START)
    return meeting.take(inviter, joiner.m4, START), joiner


@dataclass
class TwoPeople:
    """Both sides and their two slots. A visit looks at the other's slot, takes what is there, and writes one's own."""

    inviter: Meeting = field(default_factory=invited)
    joiner: Meeting | None = None
    by_inviter: bytes = b""
    by_joiner: bytes = b""
    now: datetime = START

    def inviter_visits(self, way: Way = lambda wire: wire) -> None:
        """`way` is what happens to the bytes on the way into the slot."""
        if self.by_joiner:
            self.inviter = meeting.take(self.inviter, self.by_joiner, self.now)
        self.by_inviter = way(self.inviter.to_write)

    def joiner_visits(self, way: Way = lambda wire: wire) -> None:
        if self.joiner is None:
            self.joiner = meeting.join(self.inviter.code, self.by_inviter, self.now)
        else:
            self.joiner = meeting.take(self.joiner, self.by_inviter, self.now)
        self.by_joiner = way(self.joiner.to_write)

    def visit_until_met(self, rounds: int = 3) -> None:
        for _ in range(rounds):
            self.inviter_visits()
            self.joiner_visits()
        self.inviter_visits()

    def met(self) -> tuple[Met, Met]:
        """What both have in the end."""
        assert self.joiner is not None
        return meeting.finish(self.inviter), meeting.finish(self.joiner)

    def is_one_pair(self) -> bool:
        ours, theirs = self.met()
        return ours.root == theirs.root and ours.words == theirs.words and ours.their_key != theirs.their_key
