"""Two journals with schema step 0003 that had met over a folder, and what they shared. Opened for ever, as they are.

`journal-0003` is the one of the two, `partner-0003` the other, `between-0003` the folder, which stood at `/tmp/both`.
One passphrase opens both. The one shares a goal's title, where it stands and its next step until 22 May 2027.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.store.migrations import newest, steps_in
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.carrying import meet
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.ending import Ending
from sync.exchange import Exchange
from sync.protocol.content import SharedGoal
from sync.records.consents import Status
from sync.records.pairs import Pairs, State
from tests.conftest import FixedClock

T = TypeVar("T")

HERE = Path(__file__).parent
PASSPHRASE = "two journals that met, kept"
PEACE = "\u05e9\u05dc\u05d5\u05dd"
"""A word that is written from the right."""


async def _here(deed: Callable[[], T]) -> T:
    return deed()


@dataclass(frozen=True)
class Frozen:
    """Both, as they were, a week later."""

    ana: OpenJournal
    sam: OpenJournal
    clock: FixedClock

    def visit(self) -> None:
        """Each looks in, twice."""
        for journal in (self.ana, self.sam) * 2:
            assert asyncio.run(meet(_here, Exchange(journal))).problems == []

    def sam_sees(self) -> SharedGoal | None:
        """What the partner's journal shows of the share."""
        return next((goal for page in Words(self.sam).their_pages() for goal in page.goals), None)


@pytest.fixture
def frozen(tmp_path: Path) -> Iterator[Frozen]:
    clock = FixedClock(datetime(2026, 11, 30, 19, tzinfo=UTC))
    shutil.copytree(HERE / "between-0003", tmp_path / "both")
    journals = []
    for name in ("journal-0003", "partner-0003"):
        home = Home(tmp_path / name)
        shutil.copytree(HERE / name, home.root)
        # Private, whatever the checkout made of it.
        for folder in (home.root, home.vault):
            folder.chmod(0o700)
        journal = open_journal(home, PASSPHRASE, clock)
        pairs = Pairs(journal.connection)
        with transaction(journal.connection):
            for pair in pairs.all():
                pairs.put(replace(pair, via=f"folder:{tmp_path / 'both'}"))
        journals.append(journal)
    ana, sam = journals
    yield Frozen(ana, sam, clock)
    ana.close()
    sam.close()


def test_both_open_and_are_brought_up_to_date(frozen: Frozen) -> None:
    for journal in (frozen.ana, frozen.sam):
        assert journal._connection.one("SELECT max(number) FROM migration") == newest(steps_in())
        assert not journal.is_facilitators
        journal.verify()


def test_every_word_is_still_there(frozen: Frozen) -> None:
    (goal,) = frozen.ana.goals("moving_towards")
    assert (goal.title, goal.why_it_matters) == ("Get out most days", "The light.")
    assert [(step.text, step.status) for step in goal.steps] == [("ask about a walk on Tuesday", "to_try")]
    (page,) = (item for item in frozen.ana.items(Filter(kind="entry"), 10) if isinstance(item, JournalEntry))
    (check_in,) = (item for item in frozen.ana.items(Filter(kind="check-in"), 10) if isinstance(item, CheckIn))
    assert page.body == f"By the canal, later.\n\n{PEACE}"
    assert (check_in.mood, check_in.hope) == (6, 7)
    assert frozen.ana.partner("Sam").when == "Tuesdays, after seven"
    assert [letter.text for letter in Words(frozen.ana).received()] == ["That was kind. café"]
    assert [letter.text for letter in Words(frozen.sam).received()] == ["See you on Tuesday."]


def test_what_was_said_yes_to_is_there_and_shown_to_the_partner(frozen: Frozen) -> None:
    (share,) = Sharing(frozen.ana).shares()
    assert (share.kind, share.fields, share.expires) == ("goal", ("title", "status", "next_step"), "2027-05-22")
    assert share.status is Status.ACTIVE
    seen = frozen.sam_sees()
    assert seen is not None
    assert (seen.title, seen.until) == ("Get out most days", "2027-05-22")
    assert [entry.event["event"] for entry in Sharing(frozen.ana).said_yes_to()] == ["SHARE", "SENT", "SEEN"]


def test_the_share_goes_on_and_ends_when_it_is_stopped(frozen: Frozen) -> None:
    (goal,) = frozen.ana.goals("moving_towards")
    frozen.ana.set_goal_status(goal.id, "resting")
    frozen.visit()
    seen = frozen.sam_sees()
    assert seen is not None
    assert seen.status == "resting"

    (share,) = Sharing(frozen.ana).shares()
    Sharing(frozen.ana).stop(share.id)
    frozen.visit()
    assert frozen.sam_sees() is None


def test_words_go_both_ways_and_the_end_is_answered(frozen: Frozen) -> None:
    (partner,) = [pair.partner for pair in Pairs(frozen.sam.connection).all()]
    Words(frozen.sam).encourage(partner, "See you on Sunday then.")
    frozen.visit()
    assert next(letter.text for letter in Words(frozen.ana).received()) == "See you on Sunday then."

    Ending(frozen.sam).end(partner)
    frozen.visit()
    assert [pair.state for pair in Pairs(frozen.ana.connection).all()] == [State.ENDED]
