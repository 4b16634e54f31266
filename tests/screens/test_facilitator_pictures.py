"""Text pictures of a facilitator's sections and of one open page: they come last, after what these do was tested."""

import pytest
from syrupy.assertion import SnapshotAssertion

from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.consent.groups import Groups
from tests.conftest import PASSPHRASE
from tests.groups.people import Held, facilitators_home
from tests.screens.facilitators import SHARED, before_kim, held, holding, joined, quiet_app, settle, visit
from tests.screens.pictures_stage import in_every_size, picture_after

__all__ = ["held", "joined", "quiet_app"]

pytestmark = pytest.mark.usefixtures("quiet_app")

VIEWS = {
    "summaries": ((), "[new]"),
    "a page": (("enter",), "Written and chosen by Ana"),
    "about me": (("3",), "says of themselves"),
}
"""Keys that lead to it from Summaries, and words by which it is known to have come."""


@in_every_size
@pytest.mark.parametrize("view", VIEWS)
async def test_a_facilitators_view_looks_as_it_did(
    view: str, size: tuple[int, int], held: Held, snapshot: SnapshotAssertion
) -> None:
    held.ana.share({**SHARED, "may_print": "yes"})
    held.sam.share({"what_matters_to_me_now": "Sleep"})
    await visit(held)
    settle(held)
    keys, words = VIEWS[view]
    async with before_kim(held, size) as pilot:
        assert await picture_after(pilot, keys, words) == snapshot


@in_every_size
@pytest.mark.parametrize("view", ["begun", "empty"])
async def test_a_group_looks_as_it_did(
    view: str, size: tuple[int, int], held: Held, snapshot: SnapshotAssertion
) -> None:
    home = facilitators_home(held.folder.parent / "new", held.clock)
    journal = open_journal(home, PASSPHRASE, held.clock)
    if view == "begun":
        _begin(journal)
    journal.close()
    async with holding(home, held.clock, size) as pilot:
        assert await picture_after(pilot, ("2",) if view == "begun" else (), "group") == snapshot


def _begin(journal: OpenJournal) -> None:
    groups = Groups(journal)
    groups.create("Tuesday group", "folder:/shared/tuesday")
    groups.agree("Tuesday group", {"why_we_meet": "Company, and a walk.", "privacy": "Names stay here."})
    groups.write_note("Tuesday group", "We meet at six from now on.")
    groups.close("Tuesday group", words="It was good to have you here.", handed_to="Jo")
