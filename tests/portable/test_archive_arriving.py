"""An archive brings what is new and nothing else: what is here, was changed here or was deleted here stays as it is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.check_in import CheckIn, ToolUse
from journal.domain.entry import JournalEntry
from journal.domain.leaving import SMALL_CHOICES, Choice
from journal.domain.peer_session import PeerSession
from journal.domain.support_own import SUPPORT_LINES
from journal.domain.timeline import Filter
from journal.errors import Damaged, NoRoom, NotFound
from journal.paths import Home
from journal.use_cases.arriving_archive import bring_in_archive, look_at_archive
from journal.use_cases.leaving import export_archive, export_json, export_markdown
from journal.use_cases.open_journal import OpenJournal
from tests.demo.a_demo import rows_of
from tests.portable.archive_stage import Empties, empties_of, lists_in, live, pages_of, records_in, rewritten, with_line
from tests.portable.taken_values import CHOICES_MADE
from tui.wording.readable_pages import ReadablePages


@pytest.fixture(scope="module")
def empties(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Empties:
    return empties_of(template_home, tmp_path_factory.mktemp("journals"))


@pytest.fixture
def journal(empties: Empties) -> Iterator[OpenJournal]:
    with empties.journal("left") as journal:
        yield journal


@pytest.fixture
def other(empties: Empties) -> Iterator[OpenJournal]:
    """Another journal, with nothing in it."""
    with empties.journal("arriving") as journal:
        yield journal


def write(journal: OpenJournal, words: str) -> str:
    return journal.write_page(replace(journal.blank_page(), body=words)).id


def left(journal: OpenJournal, place: Path, name: str = "archive") -> Path:
    return export_archive(journal, place / name).path


def body(journal: OpenJournal, item_id: str) -> str:
    page = journal.read(item_id)
    assert isinstance(page, JournalEntry)
    return page.body


def test_what_came_once_never_comes_again(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    write(journal, "a page")
    archive = left(journal, tmp_path)
    assert bring_in_archive(other, archive).new == {"entry": 1}
    rows = rows_of(other, set())
    again = bring_in_archive(other, archive)
    assert (again.new, again.known) == ({}, {"entry": 1})
    assert rows_of(other, set()) == rows
    assert len(other.deeds()) == 1


def test_a_later_archive_brings_what_is_new_in_it(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    first = write(journal, "first")
    bring_in_archive(other, left(journal, tmp_path, "one"))
    second = write(journal, "second")
    brought = bring_in_archive(other, left(journal, tmp_path, "two"))
    assert (brought.new, brought.known) == ({"entry": 1}, {"entry": 1})
    assert [body(other, page) for page in (first, second)] == ["first", "second"]


def test_an_archive_changes_nothing_in_the_journal_it_is_of(journal: OpenJournal, tmp_path: Path) -> None:
    goal = journal.add_goal("Go out")
    journal.add_step(goal.id, "to the door")
    write(journal, "a page")
    journal.keep_draft(replace(journal.blank_page(), body="begun"))
    archive = left(journal, tmp_path)
    rows = rows_of(journal, set())
    assert bring_in_archive(journal, archive).new == {}
    assert rows_of(journal, set()) == rows


def test_words_that_were_changed_here_stay(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    page = write(journal, "as it was")
    archive = left(journal, tmp_path)
    bring_in_archive(other, archive)
    for one in (journal, other):
        one.change_words(page, "changed here")
        assert bring_in_archive(one, archive).new == {}
        assert body(one, page) == "changed here"


def test_what_was_deleted_here_stays_away_and_undo_still_brings_it_back(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    page = write(journal, "a page")
    archive = left(journal, tmp_path)
    bring_in_archive(other, archive)
    for one in (journal, other):
        one.delete(page)
        assert bring_in_archive(one, archive).known == {"entry": 1}
        with pytest.raises(NotFound):
            one.read(page)
        one.undo()
        assert body(one, page) == "a page"


def test_what_came_and_went_for_good_stays_away(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    page = write(journal, "a page")
    archive = left(journal, tmp_path)
    bring_in_archive(other, archive)
    other.delete(page)
    other._items.purge("9999")
    assert bring_in_archive(other, archive).known == {"entry": 1}
    assert other.timeline_count(Filter()) == 0


def test_an_import_is_taken_back_and_may_come_again(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    tool = journal.add_thing("tool", {"name": "a walk"})
    write(journal, "by the canal")
    journal.record_check_in(journal.blank_check_in(), helped=("a walk",))
    goal = journal.add_goal("Go out")
    journal.add_step(goal.id, "to the door")
    own = write(other, "my own")
    archive = left(journal, tmp_path)

    bring_in_archive(other, archive)
    assert other.search("canal")[0] == 1
    taken_back = other.undo()
    assert (taken_back.kind, taken_back.items) == ("import", 4)
    assert [item.id for item in other.items(Filter(), 9)] == [own]
    assert other.search("canal")[0] == 0

    assert bring_in_archive(other, archive).new == {"tool": 1, "goal": 1, "check-in": 1, "entry": 1}
    assert other.search("walk")[0] == other.search("canal")[0] == 1
    assert other.tool(tool.id).name == "a walk"
    assert other.goal(goal.id).steps[0].text == "to the door"
    other.verify()


def test_a_link_to_what_is_gone_here_is_left_out_and_said(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    goal = journal.add_goal("Go out")
    tool = journal.add_thing("tool", {"name": "a walk"})
    partner = journal.add_thing("partner", {"partner_alias": "Sam"})
    bring_in_archive(other, left(journal, tmp_path, "one"))
    for gone in (goal.id, tool.id, partner.id):
        other.delete(gone)
    other._items.purge("9999")
    page = journal.write_page(replace(journal.blank_page(), body="a page"), goals=(goal.id,))
    session = journal.reflect_on_session({"gave": "time"}, partner.id, goals=(goal.id,))
    check_in = journal.record_check_in(journal.blank_check_in(), helped=("a walk",)).check_in

    assert bring_in_archive(other, left(journal, tmp_path, "two")).links_left_out == 4
    read = [other.read(item.id) for item in (page, session, check_in)]
    assert read == [
        replace(page, goal_ids=()),
        replace(session, goals_touched=(), partner_id=None, partner_alias=None),
        replace(check_in, tools_used=()),
    ]
    other.verify()


def test_a_link_to_what_is_only_out_of_sight_here_comes_back_with_it(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    tool = journal.add_thing("tool", {"name": "a walk"})
    bring_in_archive(other, left(journal, tmp_path, "one"))
    other.delete(tool.id)
    check_in = journal.record_check_in(journal.blank_check_in(), helped=("a walk",)).check_in
    assert bring_in_archive(other, left(journal, tmp_path, "two")).links_left_out == 0
    other._items.set_deleted(other._items.number_of(tool.id) or 0, None)
    read = other.read(check_in.id)
    assert isinstance(read, CheckIn)
    assert read.tools_used == (ToolUse(tool.id, "a_little"),)


def test_a_part_of_a_plan_stands_under_the_words_that_are_here(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    journal.write_plan("staying_well", "early_signs", "I sleep less.")
    journal.write_plan("staying_well", "early_signs", "I sleep little.")
    journal.write_plan("staying_well", "stressors", "Noise.")
    other.write_plan("staying_well", "early_signs", "I stop calling.")
    archive = left(journal, tmp_path)
    assert bring_in_archive(other, archive).joined == 1
    written = {section: part.words for section, part in other.plan("staying_well").items()}
    assert written == {"early_signs": "I stop calling.\nI sleep little.", "stressors": "Noise."}
    assert bring_in_archive(other, archive).new == {}
    earlier = records_in(left(other, tmp_path, "again"))["earlier_versions"]
    assert [one["parts"] for one in earlier] == [{"words": "I stop calling."}, {"words": "I sleep less."}]


def test_a_draft_comes_once_and_not_again_when_it_was_finished_here(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    draft = journal.keep_draft(replace(journal.blank_page(), body="begun", title="A day"))
    archive = left(journal, tmp_path)
    assert bring_in_archive(other, archive).new == {"draft": 1}
    assert other.drafts() == [draft]
    other.write_page(draft)
    assert bring_in_archive(other, archive).known == {"draft": 1}
    assert other.drafts() == []


def test_a_choice_comes_where_none_was_made_here(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    journal.choose("scale", "words5_v1")
    archive = left(journal, tmp_path)
    bring_in_archive(other, archive)
    assert other.setting("scale") == "words5_v1"
    other.choose("scale", "easy3_v1")
    assert bring_in_archive(other, archive).new == {}
    assert other.setting("scale") == "easy3_v1"


@pytest.mark.parametrize("choice", CHOICES_MADE, ids=lambda choice: choice.name)
def test_every_choice_that_belongs_to_the_person_goes_along(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path, choice: Choice
) -> None:
    journal.choose(choice.name, choice.value)
    archive = left(journal, tmp_path)
    assert look_at_archive(other, archive).new == {"choice": 1}
    assert bring_in_archive(other, archive).new == {"choice": 1}
    assert other.setting(choice.name) == choice.value
    assert {one.name for one in CHOICES_MADE} == set(SMALL_CHOICES)


def test_own_support_lines_come_beside_those_here_and_what_is_hidden_here_stays_so(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    there = journal.write_support_line("Priya\nat her door")
    journal.hide_support_line("gb-shout")
    here = other.write_support_line("Sam\nnext door")
    other.hide_support_line("gb-samaritans")
    archive = left(journal, tmp_path)
    assert bring_in_archive(other, archive).new == {"choice": 1}
    assert other.arrangement().own == (here, there)
    assert other.arrangement().hidden == ("gb-samaritans",)
    assert bring_in_archive(other, archive).known == {"choice": 1}
    assert other.arrangement().own == (here, there)


def test_a_support_line_that_was_erased_or_reworded_here_stays_so(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    erased, changed = journal.write_support_line("Priya\nat her door"), journal.write_support_line("Sam\nnext door")
    archive = left(journal, tmp_path)
    for one in (journal, other):
        bring_in_archive(one, archive)
        one.erase_support_line(erased.id)
        one.write_support_line("Sam\nnot there any more", changed.id)
        assert bring_in_archive(one, archive).new == {}
        assert [line.reach for line in one.arrangement().own] == ["not there any more"]


def test_a_choice_here_that_cannot_be_read_is_left_alone_and_does_not_go_along(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    journal.write_support_line("Priya\nat her door")
    other.choose(SUPPORT_LINES, '{"own": [{"name": "Sam"')
    other.choose("first-day", "noday")
    assert bring_in_archive(other, left(journal, tmp_path)).new == {}
    assert other.setting(SUPPORT_LINES) == '{"own": [{"name": "Sam"'
    assert records_in(left(other, tmp_path, "unreadable"))["choices"] == []


def test_a_session_comes_with_its_partner_and_its_half(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    partner = journal.add_thing("partner", {"partner_alias": "Sam"})
    half = journal.prepare_session({"hope_for": "to listen"}, partner.id)
    bring_in_archive(other, left(journal, tmp_path))
    read = other.read(half.id)
    assert isinstance(read, PeerSession)
    assert (read, read.reflected_at, read.partner_alias) == (half, None, "Sam")
    assert other.waiting_session("Sam") == half


class Stopped(Exception):
    """Raised by whoever waits no longer."""


def test_what_is_stopped_halfway_changes_nothing(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    live(journal, pages_of(150))
    archive = left(journal, tmp_path)
    rows = rows_of(other, set())
    told: list[tuple[int, int]] = []

    def stop_while_writing(done: int, whole: int) -> None:
        told.append((done, whole))
        if done > 200:
            assert other.timeline_count(Filter()) > 0
            raise Stopped

    with pytest.raises(Stopped):
        bring_in_archive(other, archive, stop_while_writing)
    assert rows_of(other, set()) == rows
    assert told == [(100, 300), (200, 300), (300, 300)]


def test_a_goal_with_a_step_that_another_goal_has_here_is_refused(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    goal = journal.add_goal("Go out")
    journal.add_step(goal.id, "to the door")
    archive = left(journal, tmp_path)
    bring_in_archive(other, archive)
    renamed = with_line(archive, "goals.jsonl", id="00000000-0000-4000-8000-000000000000")
    with pytest.raises(Damaged, match=r"goals\.jsonl, line 1: its id was there before"):
        bring_in_archive(other, renamed)
    assert [one.id for one in other.goals()] == [goal.id]


def test_an_earlier_version_of_nothing_that_came_is_left_alone(
    journal: OpenJournal, other: OpenJournal, tmp_path: Path
) -> None:
    page = write(journal, "before")
    journal.change_words(page, "after")
    archive = rewritten(left(journal, tmp_path), {"entries.jsonl": b""})
    assert bring_in_archive(other, archive).new == {}
    assert other.verify().rows["earlier_version"] == 0


def test_a_look_tells_what_the_import_then_does(journal: OpenJournal, other: OpenJournal, tmp_path: Path) -> None:
    known = write(journal, "known")
    bring_in_archive(other, left(journal, tmp_path, "one"))
    journal.add_goal("Go out")
    journal.change_words(known, "changed")
    write(journal, "new")
    archive = left(journal, tmp_path, "two")
    looked = look_at_archive(other, archive)
    assert looked == bring_in_archive(other, archive)
    assert looked.new == {"goal": 1, "entry": 1}
    assert looked.known == {"entry": 1, "earlier-version": 1}


@pytest.mark.parametrize("way", ["archive", "json", "markdown"])
def test_leaving_that_is_stopped_or_finds_no_room_leaves_nothing_behind(
    journal: OpenJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    write(journal, "a page")
    ways = {
        "archive": lambda told: export_archive(journal, tmp_path / "out", told),
        "json": lambda told: export_json(journal, tmp_path / "out", told),
        "markdown": lambda told: export_markdown(journal, tmp_path / "out", ReadablePages(), told),
    }

    def stop(_done: int, _whole: int) -> None:
        raise Stopped

    def no_room(_done: int, _whole: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(Stopped):
        ways[way](stop)
    with pytest.raises(NoRoom):
        ways[way](no_room)
    assert list(tmp_path.iterdir()) == []
    assert write(journal, "the journal goes on")
    ways[way](None)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_leaves_is_the_journal_of_one_instant(journal: OpenJournal, tmp_path: Path) -> None:
    """One transaction: a page and the goal it names, or neither, whatever another cairn writes meanwhile."""
    live(journal, pages_of(150))
    seen: list[bool] = []

    def look(_done: int, _whole: int) -> None:
        seen.append(journal._connection.in_transaction)

    archive = export_archive(journal, tmp_path / "archive", look).path
    assert seen == [True, True]
    assert not journal._connection.in_transaction
    assert lists_in(archive)["entries.jsonl"].count(b"\n") == 150
