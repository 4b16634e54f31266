"""A page for a facilitator, a role card, groups and notes leave and come back; what somebody else wrote does not."""

import shutil
from pathlib import Path

import pytest

from journal.domain.groups import FacilitatorSummary, GroupNote, PeerGroup, RoleCard
from journal.errors import OtherHome
from journal.paths import Home
from journal.use_cases.arriving_archive import bring_in_archive
from journal.use_cases.leaving import export_archive, export_json, export_markdown
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.consent.group_pages import goal_line
from tests.conftest import FixedClock
from tests.groups.people import CARD, GROUP, Held, let_join, opened
from tests.portable.archive_stage import Empties, become_facilitators, empties_of, records_in
from tui.wording.readable_pages import ReadablePages

FIRST_ARCHIVE = Path(__file__).parents[1] / "frozen" / "archive-1"
TOKEN = "k7Qd-admission-9xW"


@pytest.fixture(scope="module")
def empties(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Empties:
    return empties_of(template_home, tmp_path_factory.mktemp("journals"))


@pytest.fixture
def held(template_home: Home, tmp_path: Path) -> Held:
    """A facilitator, and two members who share a page."""
    let_join(template_home, tmp_path / "joined")
    held = opened(tmp_path / "joined")
    for member, words in ((held.ana, "the garden at six"), (held.sam, "a quieter corner")):
        member.share({"what_matters_to_me_now": words})
    held.groups.agree(GROUP, {"privacy": "what is said here stays here"})
    held.groups.write_note(GROUP, "We meet at six.")
    held.visit()
    held.groups.reply("Ana", "There is a chair for you.")
    held.visit()
    return held


def leave(journal: OpenJournal, place: Path) -> bytes:
    """Everything that leaves, in all three ways, as bytes."""
    place.mkdir()
    export_json(journal, place / "a document")
    export_markdown(journal, place / "pages", ReadablePages())
    pages = (path.read_bytes() for path in sorted((place / "pages").rglob("*.md")))
    return b"".join([(place / "a document").read_bytes(), *pages])


def test_a_page_for_a_facilitator_is_its_writers_and_comes_back(held: Held, empties: Empties, tmp_path: Path) -> None:
    goal = held.ana.journal.add_goal("Go out", values={"barriers": "the stairs"})
    held.ana.summaries.write(held.ana.facilitator, {"goals": [goal_line(goal.id, ["title"])]})
    written = held.ana.summaries.written(held.ana.facilitator)
    archive = export_archive(held.ana.journal, tmp_path / "archive").path
    leave(held.ana.journal, tmp_path / "left")
    held.close()
    page = (tmp_path / "left" / "pages" / "summaries.md").read_text(encoding="utf-8")
    assert "What matters to me now  \nthe garden at six" in page
    assert "Go out" in page
    assert goal.id not in page
    with empties.journal() as arrived:
        bring_in_archive(arrived, archive)
        assert arrived.things("summary") == [written]


def test_what_members_wrote_and_how_many_there_are_never_leaves(held: Held, tmp_path: Path) -> None:
    records = records_in(export_archive(held.kim.journal, tmp_path / "archive").path)
    left = leave(held.kim.journal, tmp_path / "left")
    assert {name for name, some in records.items() if some} == {"groups", "role_cards", "group_notes"}
    for words in ("the garden at six", "a quieter corner", "There is a chair", "Ana", "Sam"):
        assert words.encode() not in left
        assert words not in str(records)
    for words in (GROUP, "what is said here stays here", "We meet at six.", CARD["limits_of_confidentiality"]):
        assert words.encode() in left
    held.close()


def test_a_facilitators_home_comes_back_in_another(held: Held, empties: Empties, tmp_path: Path) -> None:
    archive = export_archive(held.kim.journal, tmp_path / "archive").path
    held.close()
    with empties.journal() as arrived:
        become_facilitators(arrived)
        assert bring_in_archive(arrived, archive).new == {"peer_group": 1, "role_card": 1, "group_note": 1}
        (group,), (card,), (note,) = (arrived.things(kind) for kind in ("peer_group", "role_card", "group_note"))
        assert isinstance(group, PeerGroup)
        assert isinstance(card, RoleCard)
        assert isinstance(note, GroupNote)
        assert (group.name, group.privacy) == (GROUP, "what is said here stays here")
        assert (card.name, note.text, note.group) == ("Kim", "We meet at six.", group.id)


def test_what_opens_a_relay_stays(empties: Empties, tmp_path: Path) -> None:
    with empties.journal() as journal:
        become_facilitators(journal)
        journal.add_thing("peer_group", {"name": GROUP, "via": f"relay:https://{TOKEN}@relay.example.org"})
        journal.add_thing("peer_group", {"name": "At home", "via": "folder:/both/a@b"})
        records = records_in(export_archive(journal, tmp_path / "archive").path)
        left = leave(journal, tmp_path / "left")
    assert {group["via"] for group in records["groups"]} == {"relay:https://relay.example.org", "folder:/both/a@b"}
    assert TOKEN.encode() not in left


def test_a_card_and_a_group_that_are_here_stay_and_a_note_goes_to_the_group_of_its_name(
    held: Held, empties: Empties, tmp_path: Path
) -> None:
    archive = export_archive(held.kim.journal, tmp_path / "archive").path
    held.close()
    with empties.journal() as here:
        become_facilitators(here)
        here.add_thing("role_card", {"name": "Robin"})
        group = here.add_thing("peer_group", {"name": GROUP.upper(), "via": "folder:/both"})
        brought = bring_in_archive(here, archive)
        assert (brought.new, brought.known) == ({"group_note": 1}, {"peer_group": 1, "role_card": 1})
        assert [card.name for card in here.things("role_card") if isinstance(card, RoleCard)] == ["Robin"]
        assert [note.group for note in here.things("group_note") if isinstance(note, GroupNote)] == [group.id]
        assert here.things("peer_group") == [group]


def test_a_page_for_somebody_who_has_one_stays_as_it_is_here(empties: Empties, tmp_path: Path) -> None:
    with empties.journal() as left:
        partner = left.add_thing("partner", {"partner_alias": "Facilitator"}).id
        left.add_thing("summary", {"partner": partner, "please_know": "then"})
        archive = export_archive(left, tmp_path / "archive").path
    with empties.journal() as here:
        here.add_thing("summary", {"partner": partner, "please_know": "now"})
        bring_in_archive(here, archive)
        pages = here.things("summary")
        assert [page.please_know for page in pages if isinstance(page, FacilitatorSummary)] == ["now"]


def test_an_archive_of_one_kind_of_home_does_not_come_into_the_other(held: Held, tmp_path: Path) -> None:
    theirs, anas = (export_archive(each.journal, tmp_path / each.name).path for each in (held.kim, held.ana))
    for each, archive in ((held.kim, anas), (held.ana, theirs)):
        before = [each.journal.things(kind) for kind in ("peer_group", "role_card", "partner", "summary")]
        with pytest.raises(OtherHome, match="Nothing was brought in"):
            bring_in_archive(each.journal, archive)
        assert [each.journal.things(kind) for kind in ("peer_group", "role_card", "partner", "summary")] == before
    held.close()


def test_an_archive_of_the_first_version_is_still_read(template_home: Home, tmp_path: Path) -> None:
    shutil.copytree(template_home.root, tmp_path / "home")
    journal = open_journal(Home(tmp_path / "home"), "four quiet words here", FixedClock())
    assert bring_in_archive(journal, FIRST_ARCHIVE).new == {
        "partner": 1, "goal": 1, "check-in": 1, "entry": 1, "earlier-version": 1,
    }  # fmt: skip
    assert [goal.title for goal in journal.goals()] == ["Get out most days"]
    journal.close()
