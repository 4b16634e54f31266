"""`cairn session`: what is brought, what is written before, and what stayed afterwards."""

import json

from journal.domain.peer_session import SESSION_PARTS
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import ByHand, Here
from tests.conftest import Cairn
from tui.wording import peers, shell

SESSION_KEYS = {
    "kind", "id", "at", "zone", "for_date", "recorded_at", "reflected_at", "partnership_id", "partner_alias",
    "group_name", "format", "mode", "before", "after", "more", "goals_touched", "bring", "keep", "edited_at",
}  # fmt: skip


def test_the_thread_from_a_goal_to_a_session_and_back_by_commands_alone(cairn: Cairn) -> None:
    goal = answer(cairn("goal", "add", "-", "--json", words="Get out"))["id"]
    partner = answer(cairn("partner", "add", "--alias", "Sam", "--json"))["partner"]
    assert answer(cairn("bring", goal, "--json"))["bring"] is True
    before = answer(cairn("session", "before", "--partner", "sam", "-", "--json", words='{"hope_for": "to laugh"}'))
    assert set(before) == {"agenda", "partner", "prompts", "session"}
    assert [item["id"] for item in before["agenda"]] == [goal]
    assert [prompt["id"] for prompt in before["prompts"]] == ["b1", "b3", "b5"]
    given = {"gave": "time", "received": "a laugh", "stayed": "the walk", "next": "ring them", "felt_right": "yes"}
    done = cairn("session", "after", "--partner", "Sam", "-", "--json", words=json.dumps(given))
    after = answer(done)
    assert set(after) == SESSION_KEYS
    assert after["id"] == before["session"]["id"], "the reflection joins what was written before"
    assert after["after"] == given
    assert after["before"]["hope_for"] == "to laugh"
    assert (after["partnership_id"], after["goals_touched"]) == (partner, [goal])
    assert peers.STORIES in done.stderr
    assert answer(cairn("bring", "--json")) == {"agenda": []}
    assert answer(cairn("session", "show", after["id"][:6], "--json")) == after
    assert answer(cairn("session", "list", "--json")) == {"sessions": [after]}
    assert "Session with Sam · the walk" in cairn("session", "list").stdout


def test_before_says_what_is_brought_what_was_agreed_and_three_questions(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    journal.bring(goal.id)
    journal.add_thing(
        "partner", {"partner_alias": "Sam", "privacy": "between the two of us", "review_on": "2026-03-01"}
    )
    shown = here("session", "before", "--partner", "Sam").stdout
    for line in ("Get out", "between the two of us", *peers.FIXED_LINES, peers.LOOK_AT_AGREEMENT):
        assert line in shown
    assert shown.count("?") >= 3
    assert journal.sessions() == [], "nothing was written, so nothing is kept"
    assert peers.NOTHING_AGREED not in shown


def test_before_with_nothing_marked_says_that_this_is_fine(here: Here) -> None:
    assert peers.NOTHING_BROUGHT in here("session", "before").stdout
    document = answer(here("session", "before", "--json"))
    assert (document["agenda"], document["partner"], document["session"]) == ([], None, None)


def test_after_takes_what_show_prints_flat_or_nested(here: Here) -> None:
    flat = {"gave": "time", "setting": "informal", "support_kinds": ["social"], "hope_for": "calm", "mode": "phone"}
    nested = {
        "before": {"hope_for": "calm"},
        "after": {"gave": "time"},
        "more": {"setting": "informal", "support_kinds": ["social"]},
        "mode": "phone",
    }
    both = [answer(here("session", "after", "-", "--json", words=json.dumps(given))) for given in (flat, nested)]
    for group in ("before", "after", "more", "mode"):
        assert both[0][group] == both[1][group]
    shown = {name: both[0][name] for name in ("before", "after", "more", "group_name", "format", "mode")}
    again = answer(here("session", "after", "-", "--json", words=json.dumps(shown)))
    assert {name: again[name] for name in shown} == shown


def test_options_say_how_and_with_which_goals(here: Here, journal: OpenJournal) -> None:
    goals = [journal.add_goal(title).id for title in ("One", "Two")]
    options = ["--format", "one-to-one", "--mode", "face-to-face", "--goal", goals[0][:6], "--goal", goals[1]]
    done = here("session", "after", *options, "--at", "yesterday 18:30", "-", "--json", words='{"gave": "time"}')
    session = answer(done)
    assert (session["format"], session["mode"], session["for_date"]) == ("one_to_one", "face_to_face", "2026-03-13")
    assert session["goals_touched"] == goals
    assert "Two" in here("session", "show", session["id"]).stdout


def test_not_really_right_is_answered_with_its_sentence(here: Here) -> None:
    assert peers.NOT_RIGHT in here("session", "after", "-", words='{"felt_right": "not_really"}').stdout
    assert peers.NOT_RIGHT not in here("session", "after", "-", words='{"felt_right": "mostly"}').stdout


UNREADABLE = [
    ('{"gave": "time", "mood": 5}', "There is no field “mood” here."),
    ('{"after": {"gave": "time", "hope_for": "x"}}', "There is no field “hope_for” in after."),
    ('{"more": ["social"]}', "more takes an object of its own parts."),
    ('{"gave": "a", "after": {"gave": "b"}}', "The field “gave” is there twice."),
    ('{"gave": "a", "gave": "b"}', "The field “gave” is there twice."),
    ('{"felt_right": "perfect"}', "felt_right takes one of: yes, mostly,"),
    ('{"support_kinds": "social, other"}', "support_kinds takes one of: social,"),
    ('{"gave": 5}', "gave takes words."),
    ('["gave"]', "Standard input holds JSON, but not an object"),
    ("gave: time", "Standard input is not JSON (line 1, column 1)."),
    ('{"gave":\n "time"', "Standard input is not JSON (line 2, column 8)."),
    ("", "Standard input holds no JSON object."),
    ("{}", "There is nothing to keep of this session yet."),
    ('{"gave": " ", "felt_right": null}', "There is nothing to keep of this session yet."),
]
"""What a script may hand in by a slip, and the sentence it is answered with."""


def test_a_session_that_cannot_be_read_is_exit_2_with_one_sentence_that_names_the_field(here: Here) -> None:
    for given, sentence in UNREADABLE:
        told = refused(here("session", "after", "-", "--json", words=given), 2)
        assert told["message"].startswith(sentence)
    assert answer(here("session", "list", "--json")) == {"sessions": []}


def test_before_keeps_its_own_parts_and_names_any_other(here: Here) -> None:
    told = refused(here("session", "before", "-", "--json", words='{"gave": "time"}'), 2)
    assert told["message"].startswith("There is no field “gave” here.")
    done = here("session", "before", "-", "--json", words='{"before": {"not_today": "work"}, "group_name": "the walk"}')
    kept = answer(done)["session"]
    assert (kept["before"]["not_today"], kept["group_name"], kept["reflected_at"]) == ("work", "the walk", None)
    assert peers.SAVED_BEFORE in done.stderr
    assert shell.WAITING in here("session", "list").stdout


def test_unknown_names_are_looked_up_before_words_are_read(here: Here, journal: OpenJournal) -> None:
    for call in (
        ["session", "before", "--partner", "Nobody"],
        ["session", "after", "--partner", "Nobody", "-"],
        ["session", "after", "--goal", "abcd1234", "-"],
        ["session", "show", "abcd1234"],
    ):
        assert refused(here(*call, "--json", words="not JSON at all"), 4)["code"] == "not-found"
    goal = journal.add_goal("Get out")
    assert refused(here("session", "show", goal.id, "--json"), 4)["message"] == "There is no session with that id."
    assert refused(here("session", "after", "--at", "2999-01-01", "-", "--json", words="not JSON"), 2)
    told = refused(here("session", "after", "--format", "private", "-", "--json"), 2)
    assert told["message"] == "--format takes one of: one_to_one, group, informal."


def test_after_from_a_script_without_a_dash_is_exit_2_and_nothing_hangs(cairn: Cairn) -> None:
    assert refused(cairn("session", "after", "--json"), 2)["message"] == shell.NEEDS_DASH


def test_on_a_terminal_the_four_questions_are_asked_and_each_can_be_skipped(cairn: Cairn, by_hand: ByHand) -> None:
    typed = ["time", "and quiet", ".", "skip", "", "ring them", ".", "3"]
    done = by_hand("session", "after", "--json", typed=typed)
    after = answer(done)["after"]
    assert after == {
        "gave": "time\nand quiet", "received": None, "stayed": None, "next": "ring them", "felt_right": "not_really",
    }  # fmt: skip
    assert done.stderr.startswith(peers.STORIES)
    assert done.stderr.count("?") == 5
    skipped = by_hand("session", "after", typed=["skip"] * 5)
    assert (skipped.returncode, skipped.stdout) == (0, "")
    assert len(answer(cairn("session", "list", "--json"))["sessions"]) == 1


def test_on_a_terminal_the_three_questions_before_are_asked_under_the_agenda(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand("session", "before", typed=["a laugh", ".", "skip", "skip"])
    assert done.returncode == 0
    assert done.stdout.startswith(peers.BROUGHT)
    assert peers.SAVED_BEFORE in done.stderr
    assert answer(cairn("session", "list", "--json"))["sessions"][0]["before"]["hope_for"] == "a laugh"


def test_an_end_of_input_half_way_keeps_what_was_answered(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand("session", "after", "--json", typed=["time", "."], ends=True)
    assert answer(done)["after"]["gave"] == "time"
    assert len(answer(cairn("session", "list", "--json"))["sessions"]) == 1


def test_every_part_of_a_session_can_be_handed_in_by_a_script(here: Here) -> None:
    given = {part.name: list(part.allowed) if part.is_many else (*part.allowed, "words")[0] for part in SESSION_PARTS}
    session = answer(here("session", "after", "-", "--json", words=json.dumps(given)))
    kept = {**session, **session["before"], **session["after"], **session["more"]}
    assert {name: kept[name] for name in given} == given
