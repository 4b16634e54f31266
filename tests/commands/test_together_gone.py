"""A partner or a goal that is deleted, brought back or erased while it is shared."""

import json

import pytest

from tests.commands.two_homes import STEP, TITLE, WHY, Person, Two, only_partner
from tests.journeys.two_by_commands import words_in


def titles(person: Person) -> list[str]:
    """Of the goals that somebody is shown."""
    return [shared["goal"]["title"] for shared in person.does("inbox")["shared"]]


@pytest.fixture
def shared(met: Two) -> Two:
    """Two people, one of whom shares a goal and has words from the other."""
    met.ana.shares(met.ana.has_goal())
    met.sync()
    met.sam.does("encourage", "--partner", "Ana", "-", words="well done you")
    met.sync()
    return met


def only_goal(person: Person) -> str:
    (goal,) = person.does("goal", "list")["goals"]
    return str(goal["id"])


def test_a_deleted_goal_stops_being_shared_and_bringing_it_back_does_not_share_it_again(shared: Two) -> None:
    shared.ana.does("delete", only_goal(shared.ana))
    shared.sync()
    assert titles(shared.sam) == []
    (share,) = shared.ana.does("share", "list")["shares"]
    assert share["status"] == "stopped"
    shared.ana.does("undo")
    shared.sync()
    assert titles(shared.sam) == []
    assert shared.ana.does("share", "changed") == {"waiting": []}


def test_a_goal_that_is_back_before_anybody_met_is_not_shared_again_as_was_said(shared: Two) -> None:
    shared.ana.does("delete", only_goal(shared.ana))
    (share,) = shared.ana.does("share", "list")["shares"]
    assert share["status"] == "stopped"
    shared.ana.does("undo")
    shared.sync()
    assert titles(shared.sam) == []


def test_an_erased_goal_leaves_no_word_on_either_side_and_its_line_in_the_list_stays(shared: Two) -> None:
    shared.ana.does("erase", only_goal(shared.ana), "-", words="erase")
    shared.sync()
    assert titles(shared.sam) == []
    for person in (shared.ana, shared.sam):
        assert words_in(person.home, (TITLE, STEP, WHY)) == frozenset()
    (share,) = shared.ana.does("share", "list")["shares"]
    assert (share["goal"], share["words"], share["status"]) == (None, {}, "stopped")
    assert shared.ana.run("share", "list").returncode == 0
    events = [row["event"] for row in shared.ana.does("share", "said-yes-to")["said_yes_to"]]
    assert events[0] == "SHARE"
    assert "STOP" in events


def test_a_deleted_partner_is_ended_and_every_list_goes_on(shared: Two) -> None:
    shared.ana.does("delete", only_partner(shared.ana))
    for call in (("inbox",), ("share", "list"), ("share", "changed"), ("share", "said-yes-to"), ("partner", "list")):
        assert shared.ana.run(*call).returncode == 0, call
        shared.ana.does(*call)
    shared.sync(3)
    assert titles(shared.sam) == []
    assert shared.sam.pair_state() == "ended"
    for call in (("sync",), ("inbox",), ("share", "list")):
        assert shared.ana.run(*call).returncode == 0, call


def test_a_partner_who_is_back_before_anybody_met_goes_on_as_before(shared: Two) -> None:
    shared.ana.does("delete", only_partner(shared.ana))
    shared.ana.does("undo")
    shared.sync()
    assert (shared.ana.pair_state(), titles(shared.sam)) == ("active", [TITLE])


def test_a_partner_who_is_back_after_the_end_was_said_has_to_be_met_again(shared: Two) -> None:
    shared.ana.does("delete", only_partner(shared.ana))
    shared.sync(3)
    shared.ana.does("undo")
    shared.sync()
    assert shared.ana.pair_state() == "ended"
    assert titles(shared.sam) == []
    assert [letter["text"] for letter in shared.ana.does("inbox")["messages"]] == ["well done you"]


def test_an_erased_partner_leaves_nothing_but_lines_without_words(shared: Two) -> None:
    shared.ana.does("erase", only_partner(shared.ana), "-", words="erase")
    assert shared.ana.does("partner", "list") == {"partners": []}
    assert shared.ana.does("inbox") == {"shared": [], "messages": []}
    assert shared.ana.does("share", "list") == {"shares": []}
    assert words_in(shared.ana.home, ("Sam", "well done you")) == frozenset()
    assert len(shared.ana.does("share", "said-yes-to")["said_yes_to"]) > 0
    assert shared.ana.run("sync").returncode == 0


def test_everything_erased_takes_the_pair_with_it(shared: Two) -> None:
    assert shared.ana.run("erase", "--everything", "-", words="erase").returncode == 0
    shared.ana.is_refused(4, "sync")


def test_a_restored_copy_asks_to_meet_again_and_sends_nothing(shared: Two) -> None:
    backup = shared.between.parent / "backup"
    backup.unlink(missing_ok=True)
    shared.ana.does("backup", "create", str(backup))
    assert shared.ana.run("erase", "--everything", "-", words="erase").returncode == 0
    restored = shared.ana.run("backup", "restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert shared.ana.pair_state() == "broken"
    assert shared.ana.does("sync") == {"sent": 0, "received": 0, "problems": []}
    assert [share["status"] for share in shared.ana.does("share", "list")["shares"]] == []
    goal = only_goal(shared.ana)
    told = shared.ana.is_refused(
        8, "share", "add", "--partner", "Sam", "--goal", goal, "--fields", "title", "-", words="yes"
    )
    assert told["code"] == "not-compared"
    assert json.dumps(shared.ana.does("partner", "list")).count("restored") == 1
