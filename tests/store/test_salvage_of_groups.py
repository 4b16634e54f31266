"""A rescued facilitator's home is one still, with their own words; a rescued member has their page, and no live yes."""

from pathlib import Path

import pytest

from journal.domain.groups import FacilitatorSummary, GroupNote, PeerGroup, RoleCard
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.rescuing import rescue
from journal.use_cases.safe_copies import create_backup, restore_backup
from journal.use_cases.unlocking import unlock_with_passphrase, with_passphrase
from sync.consent.group_pages import goal_line
from sync.consent.groups import Groups
from sync.consent.sharing import Sharing
from tests.conftest import PASSPHRASE
from tests.groups.conftest import held, joined
from tests.groups.people import CARD, GROUP, Held, Somebody

__all__ = ["held", "joined"]

WORDS = "the garden at six"


@pytest.fixture
def shared(held: Held) -> Held:
    """A page with a goal on it is shared, read and answered."""
    goal = held.ana.journal.add_goal("Go out")
    held.ana.share({"what_matters_to_me_now": WORDS, "goals": [goal_line(goal.id, ["title"])]})
    held.groups.write_note(GROUP, "We meet at six.")
    held.visit()
    held.groups.reply("Ana", "There is a chair for you.")
    held.visit()
    return held


def came_back(whose: Somebody, home: Home, held: Held, way: str) -> None:
    """The home by way of a rescue, or of a backup that is put back."""
    if way == "rescued":
        rescue(unlock_with_passphrase(whose.home, PASSPHRASE), home, held.clock)
        return
    assert whose.journal.unlocked is not None
    copy = create_backup(whose.journal.unlocked, home.root.with_name("copy"), held.clock).path
    restore_backup(home, copy, with_passphrase(PASSPHRASE), held.clock)


@pytest.mark.parametrize("way", ["rescued", "restored"])
def test_a_facilitators_home_comes_back_as_one_without_a_page_of_anybody(
    shared: Held, tmp_path: Path, way: str
) -> None:
    home = Home(tmp_path / "back")
    came_back(shared.kim, home, shared, way)
    journal = open_journal(home, PASSPHRASE, shared.clock)
    journal.verify()
    (card,), (group,), (note,) = (journal.things(kind) for kind in ("role_card", "peer_group", "group_note"))
    assert isinstance(card, RoleCard)
    assert isinstance(group, PeerGroup)
    assert isinstance(note, GroupNote)
    assert journal.is_facilitators
    assert (card.limits_of_confidentiality, group.name, note.text) == (
        CARD["limits_of_confidentiality"],
        GROUP,
        "We meet at six.",
    )
    assert Groups(journal).summaries() == []
    assert all(WORDS not in str(row) for (row,) in journal._connection.rows("SELECT view FROM pair"))
    journal.close()


@pytest.mark.parametrize("way", ["rescued", "restored"])
def test_a_member_has_their_page_and_shares_it_with_nobody(shared: Held, tmp_path: Path, way: str) -> None:
    home = Home(tmp_path / "back")
    came_back(shared.ana, home, shared, way)
    journal = open_journal(home, PASSPHRASE, shared.clock)
    journal.verify()
    pages = [page for page in journal.things("summary") if isinstance(page, FacilitatorSummary)]
    assert [page.what_matters_to_me_now for page in pages] == [WORDS]
    assert not any(consent.is_live for consent in Sharing(journal).shares())
    assert journal._connection.rows("SELECT consent FROM consent_goal") == []
    assert "SHOWN" in [entry.event["event"] for entry in Sharing(journal).said_yes_to()]
    journal.close()
