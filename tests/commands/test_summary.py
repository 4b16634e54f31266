"""`cairn summary`: a page for a facilitator, looked at whole before a yes; and what a facilitator does with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from journal.paths import Home
from tests.commands.group_homes import LIMITS, GroupHomes, copied, joined_once
from tests.commands.two_homes import TITLE, Person
from tests.conftest import Cairn
from tui.wording import my_page, together
from tui.wording import summary as of_summary
from tui.wording import summary_commands as words

FIRST = {"what_matters_to_me_now": "Getting out again", "questions_for_you": "Is Tuesday full?"}


@pytest.fixture(scope="module")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return joined_once(template_home, tmp_path_factory.mktemp("joined") / "joined")


@pytest.fixture
def group(cairn: Cairn, joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GroupHomes:
    return copied(cairn, joined, tmp_path / "group", monkeypatch)


def writes(person: Person, **parts: object) -> Any:
    return person.does("summary", "write", "--partner", "Kim", "-", words=json.dumps(parts))


def sends(person: Person, *options: str) -> Any:
    return person.does("summary", "send", "--partner", "Kim", *options, "-", words="yes")


# Writing


def test_a_page_is_kept_here_part_by_part_and_nothing_leaves(group: GroupHomes) -> None:
    writes(group.ana, **FIRST)
    page = writes(group.ana, please_know="Not about work, please")["summary"]
    assert {name: page[name] for name in FIRST} == FIRST
    assert page["please_know"] == "Not about work, please"
    assert writes(group.ana, questions_for_you=None)["summary"]["questions_for_you"] is None
    group.carry()
    assert group.shown() == []
    assert group.ana.does("share", "list") == {"shares": []}


def test_every_field_of_a_page_is_taken_and_printed_as_it_was_handed_in(group: GroupHomes) -> None:
    goal = group.ana.has_goal()
    every = {
        **FIRST,
        "support_i_would_like": "Company",
        "goals": [{"id": goal, "fields": ["title", "next_step"]}],
        "what_is_going_well": "Sleep",
        "what_helps_me": "Music",
        "what_i_bring": "Tea",
        "please_know": "No phone calls",
        "look_back_lines": ["Things I have marked as helping: walk."],
        "period": "the last four weeks",
        "valid_until": "2026-04-01",
        "may_print": True,
    }
    page = writes(group.ana, **every)["summary"]
    assert page == every
    assert writes(group.ana, **page)["summary"] == every
    assert group.ana.does("summary", "show", "--partner", "Kim")["summary"] == every


def test_an_id_alone_stands_for_the_title_of_a_goal(group: GroupHomes) -> None:
    goal = group.ana.has_goal()
    assert writes(group.ana, goals=[goal[:8]])["summary"]["goals"] == [{"id": goal, "fields": ["title"]}]
    assert TITLE in group.ana.run("summary", "show", "--partner", "Kim").stdout


@pytest.mark.parametrize(
    "given",
    [
        {"mood": "6"},
        {"partner": "somebody else"},
        {"note": "private"},
        {"what_helps_me": 7},
        {"look_back_lines": "yes", "feelings": []},
        {"may_print": "perhaps"},
        {"valid_until": "soon"},
        {"goals": "all of them"},
        {"goals": [{"id": "abcd1234"}]},
        {"goals": [{"id": "abcd1234", "fields": []}]},
        {"goals": [{"id": "abcd1234", "fields": ["title"], "note": "more"}]},
        {"goals": [7]},
        {"goals": [""]},
        {},
    ],
)
def test_a_field_off_the_list_or_of_another_shape_is_exit_2_and_nothing_is_kept(
    group: GroupHomes, given: dict[str, object]
) -> None:
    # Beside a field that is off, others are not kept either.
    handed_in = json.dumps({**FIRST, **given} if given else {})
    told = group.ana.is_refused(2, "summary", "write", "--partner", "Kim", "-", words=handed_in)
    assert "private" not in told["message"]
    assert "somebody" not in told["message"]
    assert group.ana.does("summary", "show", "--partner", "Kim")["summary"] is None


@pytest.mark.parametrize("field", ["barriers", "reflections", "strengths_used", "note", "title,barriers"])
def test_a_part_of_a_goal_that_can_never_leave_is_exit_2(group: GroupHomes, field: str) -> None:
    given = {"goals": [{"id": group.ana.has_goal(), "fields": [field]}]}
    group.ana.is_refused(2, "summary", "write", "--partner", "Kim", "-", words=json.dumps(given))
    assert group.ana.does("summary", "show", "--partner", "Kim")["summary"] is None


def test_an_unknown_goal_or_facilitator_is_exit_4(group: GroupHomes) -> None:
    unknown = json.dumps({"goals": ["abcd1234"]})
    group.ana.is_refused(4, "summary", "write", "--partner", "Kim", "-", words=unknown)
    for call in (["write"], ["send"], ["preview"], ["show"]):
        group.ana.is_refused(4, "summary", *call, "--partner", "Nobody", words=json.dumps(FIRST))


def test_somebody_who_holds_no_group_gets_no_page(group: GroupHomes) -> None:
    group.ana.does("partner", "add", "--alias", "Sam")
    told = group.ana.is_refused(8, "summary", "write", "--partner", "Sam", "-", words=json.dumps(FIRST))
    assert told["code"] == "not-for-them"


def test_a_part_that_is_too_long_to_go_is_kept_and_said_so_and_does_not_go(group: GroupHomes) -> None:
    said = group.ana.run("summary", "write", "--partner", "Kim", "-", words=json.dumps({"what_helps_me": "w" * 2_001}))
    assert "what_helps_me has 2001 characters; 2000 fit." in said.stderr
    assert len(group.ana.does("summary", "show", "--partner", "Kim")["summary"]["what_helps_me"]) == 2_001
    for deed in (["preview"], ["send", "-"]):
        told = group.ana.is_refused(2, "summary", deed[0], "--partner", "Kim", *deed[1:], words="yes")
        assert told["code"] == "too-long-to-share"


def test_sentences_of_the_look_back_name_no_day_and_no_number_of_notes(group: GroupHomes) -> None:
    assert group.ana.does("summary", "look-back") == {"lines": []}
    tool = group.ana.does("toolbox", "add", "-", words="walk")["id"]
    for day in range(1, 11):
        at = f"2026-03-{day:02}"
        group.ana.does("check-in", "--mood", "4", "--hope", str(5 + day % 2), "--helped", f"{tool}=a_lot", "--at", at)
    assert group.ana.does("summary", "look-back") == {
        "lines": [
            "In the last 28 days my mood was mostly 4.",
            "In the last 28 days my hope was mostly between 5 and 6.",
            "Things I have marked as helping: walk.",
        ]
    }
    assert group.ana.run("summary", "look-back").stdout.startswith(words.MAY_OFFER)


# Looking, and a yes


def test_before_anything_is_sent_the_card_is_shown_limits_first_and_then_exactly_what_goes(group: GroupHomes) -> None:
    writes(group.ana, **FIRST)
    shown = group.ana.run("summary", "send", "--partner", "Kim", "-", words="no")
    assert shown.returncode == 8
    assert shown.stdout == ""
    told = shown.stderr
    places = [
        told.index(said) for said in (LIMITS, of_summary.NOT_URGENT, "Kim will see exactly:", "Getting out again")
    ]
    assert places == sorted(places)
    assert together.KEPT_PRIVATE in told
    group.carry()
    assert group.shown() == []


def test_that_the_card_was_shown_is_kept_and_it_is_not_shown_again(group: GroupHomes) -> None:
    writes(group.ana, **FIRST)
    group.ana.run("summary", "send", "--partner", "Kim", "-", words="no")
    assert [row["event"] for row in group.ana.does("share", "said-yes-to")["said_yes_to"]] == ["SHOWN"]
    again = group.ana.run("summary", "send", "--partner", "Kim", "-", words="no").stderr
    assert LIMITS not in again
    assert "Kim will see exactly:" in again


def test_a_card_that_has_changed_is_shown_again(group: GroupHomes) -> None:
    writes(group.ana, **FIRST)
    group.ana.does("summary", "preview", "--partner", "Kim")
    group.kim.does("about-me", "edit", "-", words=json.dumps({"limits_of_confidentiality": "I tell nobody else."}))
    group.carry()
    said = group.ana.run("summary", "send", "--partner", "Kim", "-", words="yes")
    assert said.returncode == 0
    assert "I tell nobody else." in said.stderr


def test_a_preview_shows_the_card_then_the_page_and_its_bytes_are_those_that_go(group: GroupHomes) -> None:
    writes(group.ana, **FIRST, may_print=True)
    preview = group.ana.does("summary", "preview", "--partner", "Kim", "--days", "10")
    assert set(preview) == {"lines", "bytes", "role_card", "expires_at"}
    assert preview["role_card"]["limits_of_confidentiality"] == LIMITS
    assert preview["expires_at"] == "2026-03-24"
    said = group.ana.run("summary", "preview", "--partner", "Kim").stdout
    assert said.index(LIMITS) < said.index("Getting out again")
    sends(group.ana, "--days", "10")
    group.carry()
    read = group.kim.does("summary", "show", "Ana")
    ours = json.loads(preview["bytes"])
    assert {name: read["summary"][name] for name in FIRST} == {name: ours[name] for name in FIRST}
    assert (read["until"], ours["until"], read["may_print"]) == ("2026-03-24", "2026-03-24", True)
    assert preview["lines"][0] == read["header"]


@pytest.mark.parametrize("said", ["", "no", "y", "yes please"])
def test_anything_but_a_yes_is_exit_8_and_keeps_it_here(group: GroupHomes, said: str) -> None:
    writes(group.ana, **FIRST)
    group.ana.does("summary", "preview", "--partner", "Kim")
    told = group.ana.is_refused(8, "summary", "send", "--partner", "Kim", "-", words=said)
    assert told["message"] == together.KEPT_PRIVATE
    assert group.ana.does("share", "list") == {"shares": []}


def test_without_a_role_card_nothing_can_be_sent(group: GroupHomes) -> None:
    """Nor can one be that says nothing of its limits."""
    group.kim.does("about-me", "edit", "-", words=json.dumps({"limits_of_confidentiality": None}))
    group.carry()
    writes(group.ana, **FIRST)
    for deed in (["preview"], ["send", "-"]):
        told = group.ana.is_refused(8, "summary", deed[0], "--partner", "Kim", *deed[1:], words="yes")
        assert told["code"] == "no-role-card"


def test_a_page_without_words_is_exit_2(group: GroupHomes) -> None:
    for parts in ({}, {"may_print": True}):
        if parts:
            writes(group.ana, **parts)
        group.ana.is_refused(2, "summary", "preview", "--partner", "Kim")
        group.ana.is_refused(2, "summary", "send", "--partner", "Kim", "-", words="yes")


@pytest.mark.parametrize("days", ["0", "91", "-3"])
def test_over_90_days_or_none_is_exit_2(group: GroupHomes, days: str) -> None:
    writes(group.ana, **FIRST)
    for deed in (["preview"], ["send", "-"]):
        told = group.ana.is_refused(2, "summary", deed[0], "--partner", "Kim", f"--days={days}", *deed[1:], words="yes")
        assert "1 to 90 days" in told["message"]


def test_a_day_on_the_page_that_is_too_far_away_is_exit_2(group: GroupHomes) -> None:
    writes(group.ana, **FIRST, valid_until="2026-12-24")
    group.ana.is_refused(2, "summary", "send", "--partner", "Kim", "-", words="yes")


def test_a_page_is_there_for_thirty_days_where_nothing_else_is_said(group: GroupHomes) -> None:
    writes(group.ana, **FIRST)
    made = sends(group.ana)
    assert set(made) == {"share", "expires_at"}
    assert made["expires_at"] == "2026-04-13"


# Beside the goals that are shared


def test_a_page_stands_among_what_is_shared_and_is_paused_resumed_and_stopped(group: GroupHomes) -> None:
    share = group.shares()
    (listed,) = group.ana.does("share", "list")["shares"]
    assert (listed["share"], listed["status"]) == (share, "active")
    assert "goal" not in listed
    for deed, status, seen in (("pause", "paused", 0), ("resume", "active", 1), ("stop", "stopped", 0)):
        assert group.ana.does("share", deed, share)["status"] == status
        group.carry()
        assert len(group.shown()) == seen
    assert together.PAGE_FOR_THEM in group.ana.run("share", "list").stdout


def test_pause_all_pauses_a_page(group: GroupHomes) -> None:
    share = group.shares()
    assert [each["share"] for each in group.ana.does("share", "pause-all")["shares"]] == [share]
    group.carry()
    assert group.shown() == []
    # With nobody but a facilitator there, too, it is said what was done.
    assert group.ana.run("share", "pause-all").stdout.strip() == together.PAUSED_ALL


def test_changed_words_wait_for_a_new_yes_and_keep_the_last_day(group: GroupHomes) -> None:
    share = group.shares('{"questions_for_you": "Is Tuesday full?"}', "--days", "7")
    writes(group.ana, questions_for_you="Is Thursday full?")
    (waiting,) = group.ana.does("share", "changed")["waiting"]
    assert waiting["share"] == share
    assert "Is Thursday full?" in group.ana.run("share", "changed").stdout
    assert group.ana.does("summary", "show", "--partner", "Kim")["waits"]
    group.carry()
    assert group.kim.does("summary", "show", "Ana")["summary"]["questions_for_you"] == "Is Tuesday full?"
    assert group.ana.is_refused(8, "share", "send", share, "-", words="no")["message"] == together.KEPT_PRIVATE
    sent = group.ana.does("share", "send", share, "-", words="yes")
    assert sent["expires_at"] == "2026-03-21"
    group.carry()
    (page,) = group.shown()
    assert page["is_new"]
    assert group.kim.does("summary", "show", "Ana")["summary"]["questions_for_you"] == "Is Thursday full?"
    assert group.ana.does("share", "changed") == {"waiting": []}


def test_words_that_have_become_too_long_are_listed_as_waiting_and_why(group: GroupHomes) -> None:
    group.shares()
    group.ana.run("summary", "write", "--partner", "Kim", "-", words=json.dumps({"what_helps_me": "w" * 2_001}))
    assert len(group.ana.does("share", "changed")["waiting"]) == 1
    assert "2000 fit" in group.ana.run("share", "changed").stdout


def test_an_encouragement_or_a_goal_to_a_facilitator_is_exit_8(group: GroupHomes) -> None:
    goal = group.ana.has_goal()
    chosen = ("--partner", "Kim", "--goal", goal, "--fields", "title")
    calls: tuple[tuple[str, ...], ...] = (
        ("encourage", "--partner", "Kim", "-"),
        ("share", "add", *chosen, "-"),
        ("share", "preview", *chosen),
        ("partner", "next-time", "Kim", "-"),
    )
    for call in calls:
        assert group.ana.is_refused(8, *call, words="yes")["code"] == "not-for-them"


@pytest.mark.parametrize("deed", ["delete", "erase"])
def test_before_a_goal_on_a_live_page_goes_it_is_said_that_the_page_ends(group: GroupHomes, deed: str) -> None:
    goal = group.ana.has_goal()
    group.shares(json.dumps({**FIRST, "goals": [goal]}))
    said = group.ana.run(deed, goal, *(["-"] if deed == "erase" else []), words="erase")
    expected = my_page.DELETING_ENDS_PAGE if deed == "delete" else my_page.ERASING_STOPS
    assert expected.format(names="Kim") in said.stderr
    assert said.returncode == 0
    group.carry()
    assert group.shown() == []


@pytest.mark.parametrize("deed", ["delete", "erase"])
def test_before_a_page_itself_goes_it_is_said_that_it_ends(group: GroupHomes, deed: str) -> None:
    group.shares()
    page = group.ana.does("share", "list")["shares"][0]["summary"]
    said = group.ana.run(deed, page, *(["-"] if deed == "erase" else []), words="erase")
    assert "shared with Kim" in said.stderr
    group.carry()
    assert group.shown() == []


def test_a_page_stays_with_whom_it_was_written_for_however_it_is_changed(group: GroupHomes) -> None:
    group.shares()
    page = group.ana.does("share", "list")["shares"][0]["summary"]
    told = group.ana.is_refused(2, "edit", page, "-", words='{"partner": "somebody else"}')
    assert told["message"].startswith("There is no field “partner” here.")
