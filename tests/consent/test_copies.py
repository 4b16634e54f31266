"""A copy of the journal speaks for nobody: no page of it holds a key of a pair or a live yes. Security brief, d.5."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journal.paths import Home
from journal.store.unshared import leave_sharing_out
from journal.use_cases.opening import open_journal
from journal.use_cases.rescuing import rescue
from journal.use_cases.safe_copies import create_backup, restore_backup
from journal.use_cases.snapshots import copy_before_upgrade, snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import Unlocked, unlock_with_passphrase, with_passphrase
from journal.use_cases.ways_in import draw_rotation
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.ending import RESTORED
from sync.errors import NotAsked
from sync.pairing import Pairing
from sync.records.pairs import Pairs, State
from sync.sealing.invite_words import read_words
from sync.sealing.meeting_keys import Role, meeting_keys
from tests.conftest import PASSPHRASE
from tests.consent.unlocked_pages import pages_of_backup, pages_of_journal
from tests.pages.real_people import Side, Two

ROOT = Path(__file__).parents[2]
WEEKS = 4
Copies = Callable[[Side, Path], Path]


def _unlocked(side: Side) -> Unlocked:
    assert side.journal.unlocked is not None
    return side.journal.unlocked


def _backup(side: Side, around: Path) -> Path:
    return create_backup(_unlocked(side), around / "backup", side.clock).path


def _snapshot(side: Side, _: Path) -> Path:
    path = snapshot_if_due(_unlocked(side), side.clock)
    assert path is not None
    return path


def _before_an_upgrade(side: Side, _: Path) -> Path:
    copy_before_upgrade(_unlocked(side), 3, side.clock)
    (path,) = side.home.snapshots.iterdir()
    return path


COPIES: dict[str, Copies] = {"backup": _backup, "snapshot": _snapshot, "before an upgrade": _before_an_upgrade}


class Life:
    """Some weeks of it, and every secret there ever was."""

    def __init__(self, two: Two) -> None:
        self.secrets: set[bytes] = set()
        self._two = two
        self.gone: set[bytes] = set()
        for week in range(WEEKS):
            two.ana.share(f"goal of week {week}")
            two.sam.share(f"theirs of week {week}")
            two.sam.encourage(f"well done, week {week}")
            two.visit_in_turn(2)
            self._gather()
            for side in two.sides:
                side.clock.set(side.clock.now() + timedelta(8))
        self.gone = self.secrets - self._held()
        self.partner = two.ana.partner
        invited = Pairing(two.ana.journal).invite(two.ana.pair.via, my_name="Ana", called="Kim")
        pair = Pairs(two.ana.journal.connection).get(invited.partner)
        assert pair is not None
        begun = Pairing(two.ana.journal).meeting_of(pair)
        assert begun is not None
        self.secrets |= {begun.code, begun.seed, begun.nonce, begun.contribution}

    def _gather(self) -> None:
        self.secrets |= self._held()

    def _held(self) -> set[bytes]:
        pairs = Pairs(self._two.ana.journal.connection)
        known = self._two.ana.partner
        pair, standing = pairs.get(known), pairs.standing(known)
        assert pair is not None
        assert standing is not None
        assert pair.root is not None
        return {pair.root, standing.seed, standing.seed_before, standing.their_key[:32]} - {b""}


@pytest.fixture
def life(two: Two) -> Life:
    return Life(two)


def found_in(pages: bytes, secrets: set[bytes]) -> list[bytes]:
    """Those of which either half is there: what is long can be cut in two between two pages."""
    return [secret for secret in secrets if secret[:16] in pages or secret[-16:] in pages]


def theirs_in(pages: bytes) -> bool:
    return b"theirs of week" in pages


def restored(side: Side, copy: Path, around: Path) -> Side:
    home = Home(around / "restored")
    restore_backup(home, copy, with_passphrase(PASSPHRASE), side.clock)
    return Side(home, open_journal(home, PASSPHRASE, side.clock), side.clock, side.place)


def assert_speaks_for_nobody(side: Side, partner: str) -> None:
    """Everyone is to be met again, nothing is shared, and a visit leaves the place as it is."""
    pairs = Pairs(side.journal.connection)
    assert {(pair.state, pair.why) for pair in pairs.all()} == {(State.BROKEN, RESTORED)}
    assert [pairs.standing(pair.partner) for pair in pairs.all()] == [None] * len(pairs.all())
    assert not [consent for consent in Sharing(side.journal).shares() if consent.is_live]
    assert Words(side.journal).their_pages() == []
    report = side.visit()
    assert (report.sent, report.received, report.problems) == (0, 0, [])
    with pytest.raises(NotAsked):
        Sharing(side.journal).offer(partner, side.journal.goals()[0].id, ("title",))


@pytest.mark.parametrize("how", COPIES.values(), ids=COPIES)
def test_no_page_of_a_copy_holds_a_key_or_what_a_partner_shares(
    two: Two, life: Life, around: Path, how: Copies
) -> None:
    pages = pages_of_backup(two.ana.home, how(two.ana, around))
    assert b"goal of week" in pages
    assert found_in(pages, life.secrets) == []
    assert not theirs_in(pages)


def test_the_same_look_finds_all_of_it_in_the_journal_but_no_key_that_was_let_go(two: Two, life: Life) -> None:
    pages = pages_of_journal(two.ana.home)
    assert set(found_in(pages, life.secrets)) == life.secrets - life.gone
    assert len(life.gone) > 4
    assert theirs_in(pages)


def test_a_restored_journal_speaks_for_nobody_and_keeps_the_words_and_the_list(
    two: Two, life: Life, around: Path
) -> None:
    letters, rows = two.ana.letters, len(Sharing(two.ana.journal).said_yes_to())
    side = restored(two.ana, _backup(two.ana, around), around)
    assert_speaks_for_nobody(side, life.partner)
    assert (len(letters), side.letters) == (WEEKS, letters)
    said = Sharing(side.journal).said_yes_to()
    assert (len(said), all(entry.is_whole for entry in said)) == (rows, True)
    assert side.journal.connection.one("SELECT count(*) FROM ledger WHERE salt IS NOT NULL") == 0
    side.journal.close()


def test_a_pair_that_had_ended_is_not_asked_to_meet_again(two: Two, around: Path) -> None:
    Pairing(two.ana.journal).end(two.ana.partner)
    two.visit_in_turn()
    side = restored(two.ana, _backup(two.ana, around), around)
    assert side.pair.state is State.ENDED
    side.journal.close()


def test_a_journal_that_shares_with_nobody_is_copied_as_ever(two: Two, around: Path) -> None:
    for side in two.sides:
        side.journal.erase(side.journal.what_goes(side.partner))
    assert pages_of_backup(two.ana.home, _backup(two.ana, around))


def test_a_rescued_journal_speaks_for_nobody(two: Two, life: Life, around: Path) -> None:
    """The damaged one stays where it is, and two that write as one are told from each other by nobody."""
    two.ana.journal.close()
    home = Home(around / "rescued")
    rescue(unlock_with_passphrase(two.ana.home, PASSPHRASE), home, two.ana.clock)
    side = Side(home, open_journal(home, PASSPHRASE, two.ana.clock), two.ana.clock, two.ana.place)
    assert_speaks_for_nobody(side, life.partner)
    assert found_in(pages_of_journal(home), life.secrets) == []
    side.journal.verify()
    side.journal.close()


def test_a_new_key_of_the_journal_keeps_every_pair(two: Two) -> None:
    two.ana.share("Get out most days")
    two.visit_in_turn()
    before = two.ana.pair, two.ana.standing
    two.ana.journal.close()
    draw_rotation(two.ana.home, PASSPHRASE).take_effect()
    two.ana.journal = open_journal(two.ana.home, PASSPHRASE, two.ana.clock)
    assert (two.ana.pair, two.ana.standing) == before
    two.ana.share("Sleep by eleven")
    two.visit_in_turn()
    assert two.sam.titles == ["Get out most days", "Sleep by eleven"]


def test_no_copy_of_the_time_before_a_new_key_holds_a_pair_either(two: Two, life: Life) -> None:
    two.ana.journal.close()
    draw_rotation(two.ana.home, PASSPHRASE).take_effect()
    two.ana.journal = open_journal(two.ana.home, PASSPHRASE, two.ana.clock)
    for snapshot in snapshots_in(two.ana.home):
        assert found_in(pages_of_backup(two.ana.home, snapshot.path), life.secrets) == []


def test_who_was_restored_meets_again_and_no_word_of_either_is_lost(two: Two, around: Path) -> None:
    two.ana.share("Get out most days")
    for number in range(3):
        two.sam.encourage(f"letter {number}")
    two.ana.encourage("thank you")
    two.visit_in_turn()
    partner, kept = two.ana.partner, Words(two.ana.journal).received()[0]
    Words(two.ana.journal).keep(kept)
    side = restored(two.ana, _backup(two.ana, around), around)
    two.ana.journal.close()
    two.ana = side
    Pairing(two.sam.journal).end(two.sam.partner)

    meet_again(two, partner)

    assert two.sam.titles == []
    assert two.ana.letters == [f"letter {number}" for number in range(3)]
    assert [letter.text for letter in Words(two.ana.journal).received() if letter.kept] == [kept.text]
    two.sam.encourage("letter 3")
    two.ana.encourage("and again")
    two.ana.share("Sleep by eleven")
    two.visit_in_turn()
    assert two.ana.letters == [f"letter {number}" for number in range(4)]
    assert two.sam.letters == ["thank you", "and again"]
    assert two.sam.titles == ["Sleep by eleven"]


def test_words_of_both_are_read_without_cairn(two: Two, around: Path) -> None:
    two.sam.encourage("well done you")
    two.ana.encourage("thank you")
    two.visit_in_turn()
    backup = _backup(two.ana, around)
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "read_vault.py", backup, "--passphrase-fd", "0"],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"note_in": [{' in done.stdout
    assert "well done you" in done.stdout
    assert "thank you" in done.stdout


def test_two_who_meet_again_twice_keep_every_word_in_its_order(two: Two) -> None:
    for meeting in range(3):
        two.sam.encourage(f"first of {meeting}")
        two.sam.encourage(f"second of {meeting}")
        two.visit_in_turn()
        Pairing(two.sam.journal).end(two.sam.partner)
        two.visit_in_turn()
        meet_again(two, two.ana.partner)
    assert two.ana.letters == [f"{which} of {meeting}" for meeting in range(3) for which in ("first", "second")]


def test_a_receipt_of_an_earlier_meeting_is_never_taken_from_a_later_one(two: Two) -> None:
    """Pages count from 1 again: the first page of the new pair confirms nothing of the old."""
    two.ana.share("Get out most days")
    two.ana.visit()
    Pairing(two.ana.journal).break_off(two.ana.pair, "test")
    Pairing(two.sam.journal).break_off(two.sam.pair, "test")
    meet_again(two, two.ana.partner)
    for number in range(3):
        two.ana.share(f"another {number}")
        two.visit_in_turn()
    assert [consent.seen_at is None for consent in Sharing(two.ana.journal).shares()] == [True, False, False, False]


def test_a_yes_whose_pair_was_lost_to_damage_is_left_out_too(two: Two) -> None:
    """Otherwise it would go on with whoever is met anew under that name."""
    two.ana.share("Get out most days")
    connection = two.ana.journal.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM pair")
    assert [consent.is_live for consent in Sharing(two.ana.journal).shares()] == [True]
    leave_sharing_out(connection)
    assert Sharing(two.ana.journal).shares() == []


def meet_again(two: Two, partner: str) -> None:
    """New words, from the one who was there by this id."""
    via = f"folder:{two.ana.home.root.parent / 'both'}"
    invited = Pairing(two.ana.journal).invite(via, my_name="Ana", called="Sam", partner=partner)
    two.ana.visit()
    code = read_words(" ".join(invited.words))
    (first,) = asyncio.run(two.ana.place.read(meeting_keys(code, Role.JOINER).theirs)).candidates
    if two.sam.pair.state is State.ENDING:
        Pairing(two.sam.journal).break_off(two.sam.pair, "test")
    Pairing(two.sam.journal).join(code, first, via, my_name="Sam", called="Ana", partner=two.sam.partner)
    for side in (two.sam, two.ana, two.sam, two.ana):
        side.visit()
    for side in two.sides:
        Pairing(side.journal).say_match(side.partner, Pairing(side.journal).words(side.partner)[1])
    two.visit_in_turn()
    assert [side.pair.state for side in two.sides] == [State.ACTIVE, State.ACTIVE]
