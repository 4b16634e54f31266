"""Deeds on goals: named, stepped towards, thought about, shown, and let go."""

from collections.abc import Mapping

from tests.parity.deed import Deed, Place
from tests.parity.reading import goals
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, Waits, call
from tests.screens.stage import picture

TITLE = Own("get out most days", "its name")
STEP = Own("ask Priya along", "a small step")
TO_THE_LIST = (Does("goals"), Sees(TITLE.text))
TO_THE_GOAL = (*TO_THE_LIST, Does("open-goal"), Sees(STEP.text, at="steps"))
SMALLER = " on Tuesday"
SUPPORT = "ask me how it went"
ALONE = Waits(lambda pilot: "Choose the lines" not in picture(pilot.app.screen))
IT_STANDS = (Does("goal-status"), Sees("let go"))


def _goal(at: Place) -> Mapping[str, str]:
    """A goal with one step."""
    goal = at.journal.add_goal(TITLE.text)
    return {"goal": goal.id, "step": at.journal.add_step(goal.id, STEP.text).id}


def _resting(at: Place) -> Mapping[str, str]:
    """A goal that rests, so that no first page speaks of it, with words of several kinds."""
    ids = _goal(at)
    at.journal.set_goal_status(ids["goal"], "resting")
    at.journal.change(ids["goal"], {"why_it_matters": "the air", "how_id_like_support": SUPPORT})
    return ids


def _set_aside(at: Place) -> Mapping[str, str]:
    ids = _goal(at)
    at.journal.set_step(ids["step"], "set_aside")
    return ids


def _deleted(at: Place) -> Mapping[str, str]:
    ids = _goal(at)
    at.journal.delete(ids["goal"])
    return ids


def _steps(at: Place) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every goal with its steps and where each of them stands."""
    return [(goal.title, [(step.text, step.status) for step in goal.steps]) for goal in goals(at)]


def _status_and_words(at: Place) -> list[tuple[str, list[str]]]:
    return [(goal.status, [one.note for one in goal.reflections]) for goal in goals(at)]


def _a_step_is(name: str, keys: Does, line: str, command: str, status: str) -> Deed:
    """One deed that says where a step stands."""
    return Deed(
        name,
        Keys(*TO_THE_GOAL, keys),
        Lines("goals", "1", line),
        call(f"goal step {command} {{step}}"),
        _set_aside if status == "to_try" else _goal,
        leaves=_steps,
        becomes=[(TITLE.text, [(STEP.text, status)])],
    )


GOALS = (
    Deed(
        "Name a goal, with one small step",
        Keys(
            Does("goals"),
            Sees("names a goal"),
            Does("new-goal"),
            Sees("What would you like to move towards?", at="words"),
            TITLE,
            "enter",
            Sees("One small next step?", at="words"),
            STEP,
            "enter",
            Sees("Does that step feel doable?"),
            "enter",
        ),
        Lines("new goal", TITLE, STEP, "yes"),
        Calls(Call("goal add -", TITLE, makes="goal"), Call("goal step add {goal} -", STEP)),
        leaves=_steps,
        becomes=[(TITLE.text, [(STEP.text, "to_try")])],
    ),
    Deed(
        "See your goals, by where they stand",
        Keys(Does("goals")),
        Lines("goals"),
        call("goal list"),
        _resting,
        shows=(TITLE.text, "resting"),
    ),
    Deed(
        "Read one goal",
        Keys(*TO_THE_LIST, Does("open-goal")),
        Lines("goals", "1"),
        call("goal show {goal}"),
        _resting,
        shows=(TITLE.text, STEP.text, "the air"),
    ),
    Deed(
        "Add a small step",
        Keys(
            *TO_THE_GOAL,
            Does("add-step"),
            Sees("Another small step?", at="words"),
            Own("try the back gate", "a small step"),
            "enter",
            Sees("Does that step feel doable?"),
            "enter",
        ),
        Lines("goals", "1", "step", Own("try the back gate", "a small step"), "yes"),
        call("goal step add {goal} -", Own("try the back gate", "a small step")),
        _goal,
        leaves=_steps,
        becomes=[(TITLE.text, [(STEP.text, "to_try"), ("try the back gate", "to_try")])],
    ),
    _a_step_is("Say that a step is done", Does("step-done"), "done", "done", "done"),
    _a_step_is("Say that you are doing a step", Does("doing"), "doing", "doing", "doing"),
    _a_step_is("Set a step aside", Does("set-aside"), "set aside", "set-aside", "set_aside"),
    _a_step_is("Take a step up again", Does("set-aside"), "to try", "to-try", "to_try"),
    Deed(
        "Put a step in other words, a smaller one perhaps",
        Keys(
            *TO_THE_GOAL,
            Does("step-words"),
            Sees("The step in other words:", at="words"),
            Own(SMALLER, "other words"),
            "enter",
        ),
        Lines("goals", "1", "reword", Own(STEP.text + SMALLER, "other words")),
        call("goal step reword {step} -", Own(STEP.text + SMALLER, "other words")),
        _goal,
        leaves=_steps,
        becomes=[(TITLE.text, [(STEP.text + SMALLER, "to_try")])],
    ),
    Deed(
        "Say where a goal stands",
        Keys(*TO_THE_GOAL, *IT_STANDS, "down", "down", "enter"),
        Lines("goals", "1", "status", "resting"),
        call("goal status {goal} resting"),
        _goal,
        leaves=_status_and_words,
        becomes=[("resting", [])],
    ),
    Deed(
        "Say that you got there, and what helped",
        Keys(
            *TO_THE_GOAL,
            *IT_STANDS,
            *("down", "down", "down", "enter"),
            Sees("You got there. What helped?", at="words"),
            Own("Priya did", "your words"),
            "ctrl+s",
        ),
        Lines("goals", "1", "status", "reached", Own("Priya did", "your words"), "."),
        Calls(Call("goal status {goal} reached"), Call("goal reflect {goal} -", Own("Priya did", "your words"))),
        _goal,
        leaves=_status_and_words,
        becomes=[("reached", ["Priya did"])],
    ),
    Deed(
        "Write a few words about a goal on the way",
        Keys(
            *TO_THE_GOAL,
            Does("reflect"),
            Sees("A few words about it, if you like", at="words"),
            Own("slowly, and gladly", "your words"),
            "ctrl+s",
        ),
        Lines("goals", "1", "reflect", Own("slowly, and gladly", "your words"), "."),
        call("goal reflect {goal} -", Own("slowly, and gladly", "your words")),
        _goal,
        leaves=_status_and_words,
        becomes=[("moving_towards", ["slowly, and gladly"])],
    ),
    Deed(
        "Write what makes a goal matter, ways, who helps, or change any of its words",
        Keys(
            *TO_THE_GOAL,
            Does("fill-in"),
            Sees("What makes it matter"),
            "tab",
            Own("the air", "your words"),
            Does("save-form"),
        ),
        Lines("goals", "1", "change", "what makes it matter", Own("the air", "your words"), ".", "skip"),
        call("edit {goal} -", Own('{"why_it_matters": "the air"}', "its parts as JSON")),
        _goal,
        leaves=lambda at: [(goal.title, goal.why_it_matters) for goal in goals(at)],
        becomes=[(TITLE.text, "the air")],
    ),
    Deed(
        "Mark a goal to bring to a session",
        Keys(*TO_THE_LIST, Does("bring-goal")),
        Lines("goals", "1", "bring"),
        call("bring {goal}"),
        _goal,
        leaves=lambda at: [goal.bring for goal in goals(at)],
        becomes=[True],
        too=(Keys(*TO_THE_GOAL, Does("bring-this-goal")),),
    ),
    Deed(
        "Show chosen lines of a goal to someone beside you",
        Keys(*TO_THE_GOAL, Does("in-person"), Sees("Choose the lines"), "end", "x", Does("show-lines"), ALONE),
        Lines("goals", "1", "show", "5"),
        call("goal show {goal} --fields how_id_like_support"),
        _resting,
        shows=(f"How I would like support: {SUPPORT}",),
    ),
    Deed(
        "Delete a goal; what speaks of it stays",
        Keys(*TO_THE_LIST, Does("delete-goal")),
        Lines("goals", "1", "delete"),
        call("delete {goal}"),
        _goal,
        leaves=_steps,
        becomes=[],
        too=(Keys(*TO_THE_GOAL, Does("delete-this-goal")),),
    ),
    Deed(
        "Take that back; its steps come with it",
        Keys(Does("undo")),
        Lines("undo"),
        call("undo"),
        _deleted,
        leaves=_steps,
        becomes=[(TITLE.text, [(STEP.text, "to_try")])],
    ),
)
