"""`cairn goal`: named, stepped towards, thought about, shown in person; nothing of it measured."""

from journal.domain.goal import GOAL_STATUSES
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import ByHand, Here
from tests.conftest import Cairn
from tui.wording import goals as words
from tui.wording import shell

GOAL_KEYS = {
    "kind", "id", "at", "zone", "for_date", "recorded_at", "created_at", "title", "status", "why_it_matters", "themes",
    "revisit_on", "ways", "barriers", "strengths_used", "people_who_help", "how_id_like_support", "steps", "next_step",
    "reflections", "bring", "keep", "edited_at",
}  # fmt: skip
STEP_KEYS = {"id", "text", "status", "done_at"}


def test_a_goal_with_a_step_by_commands_alone(cairn: Cairn) -> None:
    made = answer(cairn("goal", "add", "-", "--json", words="Get out most days\n"))
    assert set(made) == GOAL_KEYS
    assert (made["title"], made["status"], made["steps"]) == ("Get out most days", "moving_towards", [])
    step = answer(cairn("goal", "step", "add", made["id"][:6], "-", "--json", words="ask Priya along\n"))
    assert set(step) == {*STEP_KEYS, "goal_id"}
    shown = answer(cairn("goal", "show", made["id"][:6], "--json"))
    assert [one["text"] for one in shown["steps"]] == ["ask Priya along"]
    assert set(shown["next_step"]) == STEP_KEYS
    listed = answer(cairn("goal", "list", "--json"))
    assert [goal["id"] for goal in listed["goals"]] == [made["id"]]
    assert "Get out most days" in cairn("goal", "list").stdout


def test_an_empty_title_of_a_script_is_exit_2_and_no_goal_is_made(cairn: Cairn) -> None:
    for words_given in ("", " \n\n"):
        told = refused(cairn("goal", "add", "-", "--json", words=words_given), 2)
        assert told["message"] == "A goal needs a few words. Any words will do."
    assert refused(cairn("goal", "add", "--json"), 2)["code"] == "bad-input"
    assert answer(cairn("goal", "list", "--json")) == {"goals": []}


def test_what_follows_the_title_is_what_makes_it_matter(here: Here) -> None:
    made = answer(here("goal", "add", "-", "--json", words="\nGet out\n\nit clears\nmy head\n"))
    assert (made["title"], made["why_it_matters"]) == ("Get out", "it clears\nmy head")


def test_a_step_takes_every_status_and_keeps_its_words(here: Here, journal: OpenJournal) -> None:
    step = journal.add_step(journal.add_goal("Get out").id, "ask Priya along")
    for deed, status in (("doing", "doing"), ("done", "done"), ("set-aside", "set_aside"), ("to-try", "to_try")):
        done = here("goal", "step", deed, step.id[:6], "--json")
        document = answer(done)
        assert (document["status"], document["text"]) == (status, "ask Priya along")
        assert (document["done_at"] is not None) == (status == "done")
        assert words.AFTER_STEP[status] in done.stderr


def test_a_step_in_other_words_is_one_line_however_it_came(here: Here, journal: OpenJournal) -> None:
    step = journal.add_step(journal.add_goal("Get out").id, "ask Priya along")
    changed = answer(here("goal", "step", "reword", step.id, "-", "--json", words="text\nPriya\n"))
    assert changed["text"] == "text Priya"
    for blank in ("", " \n"):
        assert refused(here("goal", "step", "reword", step.id, "-", "--json", words=blank), 2)["code"] == "bad-input"
    assert journal.step(step.id).text == "text Priya"


def test_each_status_is_taken_and_answered_with_its_soft_sentence(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    for status in GOAL_STATUSES:
        done = here("goal", "status", goal.id, status.replace("_", "-"), "--json")
        assert answer(done)["status"] == status
        assert words.AFTER_STATUS[status] in done.stderr
        assert [one["id"] for one in answer(here("goal", "list", "--status", status, "--json"))["goals"]] == [goal.id]


def test_over_three_at_once_is_said_once_and_stops_nothing(here: Here) -> None:
    said = [here("goal", "add", "-", words=f"Goal {number}").stderr for number in range(4)]
    assert [words.MANY in told for told in said] == [False, False, False, True]


def test_a_reflection_stands_beside_its_goal_on_its_own_day(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    shown = answer(here("goal", "reflect", goal.id, "-", "--at", "2026-03-10", "--json", words="it was\nquieter"))
    assert [(one["for_date"], one["note"]) for one in shown["reflections"]] == [("2026-03-10", "it was\nquieter")]
    assert set(shown["reflections"][0]) == {"at", "for_date", "note"}
    assert refused(here("goal", "reflect", goal.id, "-", "--at", "2999-01-01", "--json", words="x"), 2)


def test_shown_in_person_are_the_chosen_lines_and_nothing_else(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out most days", values={"why_it_matters": "mine alone", "barriers": "also mine"})
    journal.add_step(goal.id, "ask Priya along")
    shown = here("goal", "show", goal.id, "--fields", "next-step,title").stdout
    assert shown == "Get out most days\nNext: ask Priya along\n"
    document = answer(here("goal", "show", goal.id, "--fields", "title,next_step", "--json"))
    assert document == {
        "title": "Get out most days",
        "next_step": {"text": "ask Priya along", "status": "to_try"},
    }


def test_no_other_line_can_be_shown_in_person(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    for fields in ("barriers", "title,reflections", "", "title,,status", "id"):
        told = refused(here("goal", "show", goal.id, "--fields", fields, "--json"), 2)
        assert (
            told["message"] == "--fields takes one of: title, next_step, why_it_matters, status, how_id_like_support."
        )


def test_a_goal_that_asked_to_be_looked_at_again_says_so_and_no_more(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out", values={"revisit_on": "2026-03-14"})
    journal.add_goal("Later", values={"revisit_on": "2026-03-15"})
    assert words.REVISIT in here("goal", "show", goal.id).stdout
    assert here("goal", "list").stdout.count(words.REVISIT) == 1


def test_an_unknown_goal_or_step_is_exit_4_and_an_unknown_status_exit_2_with_what_is_allowed(here: Here) -> None:
    for call in (
        ["goal", "show", "abcd1234"],
        ["goal", "status", "abcd1234", "idea"],
        ["goal", "reflect", "abcd1234", "-"],
        ["goal", "step", "add", "abcd1234", "-"],
        ["goal", "step", "done", "abcd1234"],
        ["goal", "step", "reword", "abcd1234", "-"],
    ):
        assert refused(here(*call, "--json", words="words"), 4)["code"] == "not-found"
    told = refused(here("goal", "status", "abcd1234", "finished", "--json"), 2)
    assert told["message"] == f"STATUS takes one of: {', '.join(GOAL_STATUSES)}."
    told = refused(here("goal", "list", "--status", "finished", "--json"), 2)
    assert told["message"] == f"--status takes one of: {', '.join(GOAL_STATUSES)}."
    told = refused(here("goal", "finish", "--json"), 2)
    assert told["message"] == "DEED takes one of: add, list, show, status, reflect, step."


def test_a_slip_in_a_call_on_goals_never_repeats_what_was_typed(cairn: Cairn) -> None:
    for arguments in (
        ["goal", "add", "private"],
        ["goal", "private"],
        ["goal", "list", "--status", "private"],
        ["goal", "step", "private"],
        ["goal", "show", "1234abcd", "--fields", "private"],
    ):
        done = cairn(*arguments)
        assert done.returncode == 2
        assert "private" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_on_a_terminal_a_blank_title_is_asked_again_and_a_step_can_be_made_smaller(
    cairn: Cairn, by_hand: ByHand
) -> None:
    done = by_hand(
        "goal",
        "add",
        "--json",
        typed=["", "skip", "Get out", "walk for an hour", "make it smaller", "walk to the gate"],
    )
    made = answer(done)
    assert made["title"] == "Get out"
    assert [step["text"] for step in made["steps"]] == ["walk to the gate"]
    assert done.stderr.count(words.NEEDS_WORDS) == 2
    assert words.DOABLE in done.stderr
    assert answer(cairn("goal", "list", "--json"))["goals"][0]["steps"][0]["text"] == "walk to the gate"


def test_on_a_terminal_the_step_can_be_left_and_so_can_the_goal(cairn: Cairn, by_hand: ByHand) -> None:
    assert answer(by_hand("goal", "add", "--json", typed=["Get out", ""]))["steps"] == []
    assert answer(by_hand("goal", "add", "--json", typed=["Rest more"], ends=True))["title"] == "Rest more"
    assert by_hand("goal", "add", typed=[], ends=True).returncode == 2
    assert len(answer(cairn("goal", "list", "--json"))["goals"]) == 2


def test_on_a_terminal_a_reflection_and_a_step_are_typed_and_can_be_left(cairn: Cairn, by_hand: ByHand) -> None:
    goal = answer(cairn("goal", "add", "-", "--json", words="Get out"))["id"]
    reflected = answer(by_hand("goal", "reflect", goal, "--json", typed=["first line", "second line", "."]))
    assert reflected["reflections"][0]["note"] == "first line\nsecond line"
    assert answer(by_hand("goal", "step", "add", goal, "--json", typed=["ask Priya"]))["text"] == "ask Priya"
    for call in (["goal", "reflect", goal], ["goal", "step", "add", goal]):
        left = by_hand(*call, typed=["skip"])
        assert (left.returncode, left.stdout) == (0, "")
        assert shell.SKIPPED_ALL in left.stderr
    after = answer(cairn("goal", "show", goal, "--json"))
    assert (len(after["reflections"]), len(after["steps"])) == (1, 1)


def test_support_lines_are_one_sign_away_at_a_question(by_hand: ByHand) -> None:
    done = by_hand("goal", "add", typed=["!", "Get out", "skip"])
    assert done.returncode == 0
    assert "112 in much of the world" in done.stderr
