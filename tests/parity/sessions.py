"""Deeds around a peer session: before it, after it, and what it leads to."""

from collections.abc import Mapping

from tests.parity.deed import Deed, Place
from tests.parity.reading import brought, goals, sessions
from tests.parity.steps import Call, Calls, Does, Gap, Keys, Lines, Own, Sees, call

NAME = Own("Sam", "their name")
HOPE = Own("to be heard", "your words")
GAVE = Own("an hour", "your words")
RECEIVED = Own("a laugh", "your words")
STAYED = Own("we are not alone", "your words")
NEXT = Own("ring the club", "your words")
GOAL = "get out most days"

TO_PEERS = (Does("peers"), Sees(NAME.text))
TO_THE_PARTNER = (*TO_PEERS, Does("open-peer"), Sees("Sessions with them", at="column"))
WITH_SAM = (Sees("Who is it with?"), "enter")
BEFORE_FORM = Sees("Before a session with Sam")
AFTER_FORM = Sees("Other people's stories belong to them.")
AFTERWARDS = (
    GAVE,
    "tab",
    RECEIVED,
    "tab",
    STAYED,
    *("tab", "tab", "down", "enter"),
    Does("save-session"),
)
ONE_ANSWER = (AFTER_FORM, GAVE, Does("save-session"))
IN_JSON = Own(
    '{"gave": "an hour", "received": "a laugh", "stayed": "we are not alone", "felt_right": "yes"}',
    "its parts as JSON",
)
TO_NOBODY = (Does("peers"), Sees("adds a name"), Does("after-session"), AFTER_FORM)
TO_THE_SESSION = (Does("peers"), Sees(STAYED.text), "end", Does("open-peer"), Sees(STAYED.text, at="column"))


def _partner(at: Place) -> Mapping[str, str]:
    values = {"partner_alias": NAME.text, "why_we_meet": "walk and talk"}
    return {"partner": at.journal.add_thing("partner", values).id}


def _goal(at: Place) -> Mapping[str, str]:
    return {"goal": at.journal.add_goal(GOAL).id}


def _partner_and_agenda(at: Place) -> Mapping[str, str]:
    ids = {**_partner(at), **_goal(at)}
    at.journal.bring(ids["goal"])
    return ids


def _waiting(at: Place) -> Mapping[str, str]:
    ids = _partner_and_agenda(at)
    at.journal.prepare_session({"hope_for": HOPE.text}, NAME.text)
    return ids


def _session(at: Place) -> Mapping[str, str]:
    return {"session": at.journal.reflect_on_session({"stayed": STAYED.text}).id}


def _with_next(at: Place) -> Mapping[str, str]:
    values = {"stayed": STAYED.text, "next": NEXT.text}
    return {**_goal(at), "session": at.journal.reflect_on_session(values).id}


def _before(at: Place) -> list[tuple[str | None, str | None]]:
    return [(session.partner_alias, session.hope_for) for session in sessions(at)]


def _both_halves(at: Place) -> object:
    """Each session with its words, how many goals it touched, and what is still marked to bring."""
    said = [
        (one.partner_alias, one.hope_for, one.gave, one.received, one.stayed, one.felt_right, len(one.goals_touched))
        for one in sessions(at)
    ]
    return said, brought(at)


def _next_and_steps(at: Place) -> object:
    return [session.next for session in sessions(at)], [[step.text for step in goal.steps] for goal in goals(at)]


BEFORE = (
    Deed(
        "Before a session: see what you marked to bring, and what you agreed",
        Keys(*TO_PEERS, Does("before-session"), *WITH_SAM),
        Lines("before", NAME),
        call("session before --partner {partner}"),
        _partner_and_agenda,
        shows=("Brought to this session", f"Goal: {GOAL}", "walk and talk"),
        too=(Keys(*TO_THE_PARTNER, Does("before-with")),),
    ),
    Deed(
        "Before a session: write what you hope for",
        Keys(*TO_PEERS, Does("before-session"), *WITH_SAM, BEFORE_FORM, HOPE, Does("save-form")),
        Lines("before", NAME, HOPE, ".", "skip", "skip"),
        call("session before --partner {partner} -", Own('{"hope_for": "to be heard"}', "its parts as JSON")),
        _partner,
        leaves=_before,
        becomes=[(NAME.text, HOPE.text)],
    ),
)

AFTER = (
    Deed(
        "After a session: four questions; what you wrote before joins it, and the marks go",
        Keys(*TO_PEERS, Does("after-session"), *WITH_SAM, AFTER_FORM, *AFTERWARDS),
        Lines("after", NAME, "skip", GAVE, ".", RECEIVED, ".", STAYED, ".", "skip", "yes", "no"),
        call("session after --partner {partner} -", IN_JSON),
        _waiting,
        leaves=_both_halves,
        becomes=([(NAME.text, HOPE.text, GAVE.text, RECEIVED.text, STAYED.text, "yes", 1)], []),
    ),
    Deed(
        "Go on with a session whose first half is written: from the list, its own page, or theirs",
        Keys(*TO_PEERS, Does("open-peer"), *ONE_ANSWER),
        Lines("after", NAME, "skip", GAVE, ".", "skip", "skip", "skip", "skip", "no"),
        call("session after --partner {partner} -", Own('{"gave": "an hour"}', "its parts as JSON")),
        _waiting,
        leaves=lambda at: [(session.hope_for, session.gave) for session in sessions(at)],
        becomes=[(HOPE.text, GAVE.text)],
        too=(
            Keys(
                *(*TO_PEERS, "end", Does("open-peer"), Sees(HOPE.text, at="column")),
                *(Does("other-half"), *ONE_ANSWER),
            ),
            Keys(
                *(*TO_PEERS, "down", Does("open-peer"), Sees("Sessions with them", at="column")),
                *(Does("after-with"), *ONE_ANSWER),
            ),
        ),
    ),
    Deed(
        "Write about a session of another day",
        Keys(
            *TO_NOBODY,
            GAVE,
            Does("session-day"),
            Sees("Which day was it?", at="words"),
            Own("2026-03-10", "the day"),
            "enter",
            Sees("Tuesday 10 March 2026"),
            Does("save-session"),
        ),
        Lines("after", "skip", Own("2026-03-10", "the day"), GAVE, ".", "skip", "skip", "skip", "skip", "no"),
        call("session after --at 2026-03-10 -", Own('{"gave": "an hour"}', "its parts as JSON")),
        leaves=lambda at: [(session.moment.for_date, session.gave) for session in sessions(at)],
        becomes=[("2026-03-10", GAVE.text)],
    ),
    Deed(
        "Say more about a session: how you met, your part in it, what you learned",
        Keys(
            *TO_NOBODY,
            GAVE,
            Does("more-of-session"),
            Sees("How do you meet?"),
            *("tab", "tab", "down", "down", "enter"),
            Does("save-session"),
        ),
        Lines(
            *("after", "skip", "skip", GAVE, ".", "skip", "skip", "skip", "skip", "yes"),
            *("skip", "by phone", *["skip"] * 8),
        ),
        call("session after --mode phone -", Own('{"gave": "an hour"}', "its parts as JSON")),
        leaves=lambda at: [(session.gave, session.mode) for session in sessions(at)],
        becomes=[(GAVE.text, "phone")],
    ),
    Deed(
        "Say which goals a session touched",
        Gap("goals that were brought are among them by themselves"),
        Lines(
            *("after", "skip", "skip", GAVE, ".", "skip", "skip", "skip", "skip", "yes"),
            *["skip"] * 10,
            Own(GOAL, "its name"),
        ),
        call("session after --goal {goal} -", Own('{"gave": "an hour"}', "its parts as JSON")),
        _goal,
        leaves=lambda at: [(session.gave, len(session.goals_touched)) for session in sessions(at)],
        becomes=[(GAVE.text, 1)],
    ),
    Deed(
        "Take what comes next as a step of a goal, right after a session",
        Keys(
            *TO_NOBODY,
            *("tab", "tab", "tab"),
            NEXT,
            Does("save-session"),
            Sees("Would you like that as a step of a goal?"),
            "enter",
            Sees("One small next step?", at="words"),
            "enter",
        ),
        Lines(
            *("after", "skip", "skip", "skip", "skip", "skip", NEXT, ".", "skip", "no"),
            *("yes", Own(NEXT.text, "a small step"), "yes"),
        ),
        Calls(
            Call("session after -", Own('{"next": "ring the club"}', "its parts as JSON")),
            Call("goal step add {goal} -", Own(NEXT.text, "a small step")),
        ),
        _goal,
        leaves=_next_and_steps,
        becomes=([NEXT.text], [[NEXT.text]]),
    ),
    Deed(
        "Take what comes next as a step of a goal, any day",
        Keys(
            *TO_THE_SESSION,
            Does("next-as-step"),
            Sees("Would you like that as a step of a goal?"),
            "enter",
            Sees("One small next step?", at="words"),
            "enter",
        ),
        Lines("goals", "1", "step", Own(NEXT.text, "a small step"), "yes"),
        call("goal step add {goal} -", Own(NEXT.text, "a small step")),
        _with_next,
        leaves=_next_and_steps,
        becomes=([NEXT.text], [[NEXT.text]]),
    ),
)

KEPT = (
    Deed(
        "Read what you wrote about a session",
        Keys(*TO_THE_SESSION),
        Lines("sessions", "1"),
        Calls(Call("session list"), Call("session show {session}")),
        _session,
        shows=("A moment of hope, or something that stayed?", STAYED.text),
    ),
    Deed(
        "Change what you wrote about a session",
        Keys(*TO_THE_SESSION, Does("change-session"), AFTER_FORM, GAVE, Does("save-form")),
        Lines("sessions", "1", "change", "what did you give?", GAVE, ".", "skip"),
        call("edit {session} -", Own('{"gave": "an hour"}', "its parts as JSON")),
        _session,
        leaves=lambda at: [(session.gave, session.stayed) for session in sessions(at)],
        becomes=[(GAVE.text, STAYED.text)],
    ),
    Deed(
        "Add to it later how you met, your part in it, what you learned",
        Keys(
            *TO_THE_SESSION,
            *(Does("change-session"), AFTER_FORM, Does("more-parts"), Sees("the name you use for it")),
            *("tab", "tab", "down", "down", "enter"),
            Does("save-form"),
        ),
        Lines("sessions", "1", "change", "how do you meet?", "by phone", "skip"),
        call("edit {session} -", Own('{"mode": "phone"}', "its parts as JSON")),
        _session,
        leaves=lambda at: [(session.mode, session.stayed) for session in sessions(at)],
        becomes=[("phone", STAYED.text)],
    ),
    Deed(
        "Keep what you wrote about a session for a hard day",
        Keys(*TO_THE_SESSION, Does("keep-session")),
        Lines("sessions", "1", "keep"),
        call("keep {session}"),
        _session,
        leaves=lambda at: [session.keep for session in sessions(at)],
        becomes=[True],
    ),
    Deed(
        "Delete what you wrote about a session",
        Keys(Does("peers"), Sees(STAYED.text), "end", Does("delete-peer")),
        Lines("sessions", "1", "delete"),
        call("delete {session}"),
        _session,
        leaves=lambda at: len(sessions(at)),
        becomes=0,
        too=(Keys(*TO_THE_SESSION, Does("delete-session")),),
    ),
)
SESSIONS = BEFORE + AFTER + KEPT
