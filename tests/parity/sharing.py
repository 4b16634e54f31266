"""Deeds on what is shared."""

from collections.abc import Mapping

from sync.consent.sharing import Sharing
from tests.parity.deed import Deed, Place
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call
from tests.parity.two_people import NEW_TITLE, STEP, TITLE, Two, has_goal, two

YES = Own("yes", "yes")
LATER = "2026-04-13"
LAST_DAY = Own(LATER, "the day")
TO_THE_GOAL = (Does("goals"), Sees(TITLE), Does("open-goal"), Sees(STEP))
TO_THE_SHARES = (Does("peers"), Sees("Sam"), Does("what-is-shared"), Sees("with Sam"))


@two
def _connected(people: Two) -> Mapping[str, str]:
    people.connect()
    return {"partner": people.partner, "goal": has_goal(people.mine)}


@two
def _shared(people: Two) -> Mapping[str, str]:
    people.connect()
    return {"partner": people.partner, "goal": people.share(), "share": Sharing(people.mine).shares()[0].id}


@two
def _paused(people: Two) -> Mapping[str, str]:
    people.connect()
    goal, sharing = people.share(), Sharing(people.mine)
    return {"goal": goal, "share": sharing.pause(sharing.shares()[0].id).id}


@two
def _stopped(people: Two) -> Mapping[str, str]:
    people.connect()
    goal, sharing = people.share(), Sharing(people.mine)
    return {"goal": goal, "share": sharing.stop(sharing.shares()[0].id).id, "partner": people.partner}


@two
def _other_words(people: Two) -> Mapping[str, str]:
    people.connect()
    goal = people.share()
    people.mine.change(goal, {"title": NEW_TITLE})
    return {"goal": goal, "share": Sharing(people.mine).shares()[0].id}


def _shares(at: Place) -> list[tuple[str, str]]:
    return [(" ".join(consent.fields), consent.status.value) for consent in Sharing(at.journal).shares()]


def _words_shared(at: Place) -> list[str]:
    return [consent.words["title"] for consent in Sharing(at.journal).shares()]


def _until(at: Place) -> list[str]:
    return [consent.expires for consent in Sharing(at.journal).shares()]


SHARING = (
    Deed(
        "Share a goal's title and next step",
        Keys(
            *TO_THE_GOAL,
            Does("share-goal"),
            Sees("the title and the next step", at="answers"),
            "2",
            Sees("Sam will see exactly:"),
            Does("share-yes"),
        ),
        Lines("goals", "1", "share", "2", "yes"),
        call("share add --partner {partner} --goal {goal} --fields title,next_step -", YES),
        _connected,
        leaves=_shares,
        becomes=[("title next_step", "active")],
    ),
    Deed(
        "Choose which parts of a goal are shared",
        Keys(
            *TO_THE_GOAL,
            Does("share-goal"),
            Sees("choose the parts", at="answers"),
            "3",
            Sees("what makes it matter", at="parts"),
            "x",
            "down",
            "x",
            Does("share-parts"),
            Sees("Sam will see exactly:"),
            Does("share-yes"),
        ),
        Lines("goals", "1", "share", "3", "1, 2", "yes"),
        call("share add --partner {partner} --goal {goal} --fields title,why_it_matters -", YES),
        _connected,
        leaves=_shares,
        becomes=[("title why_it_matters", "active")],
    ),
    Deed(
        "Share it until another day",
        Keys(
            *TO_THE_GOAL,
            Does("share-goal"),
            Sees("the title and the next step", at="answers"),
            "1",
            Sees("Sam will see exactly:"),
            Does("share-date"),
            Sees("Until which day?"),
            "home",
            "down",
            "enter",
            Sees("until Monday 13 April 2026."),
            Does("share-yes"),
        ),
        Lines("goals", "1", "share", "1", "until", "2", "yes"),
        call("share add --partner {partner} --goal {goal} --fields title --days 30 -", YES),
        _connected,
        leaves=_until,
        becomes=[LATER],
        too=(
            Keys(
                *(*TO_THE_GOAL, Does("share-goal"), Sees("the title and the next step", at="answers"), "1"),
                *(Sees("Sam will see exactly:"), Does("share-date"), Sees("Until which day?"), "end", "enter"),
                *(Sees("Which day is the last one?"), LAST_DAY, "enter", Sees("until Monday 13 April 2026.")),
                Does("share-yes"),
            ),
            Lines("goals", "1", "share", "1", "until", "6", LAST_DAY, "yes"),
        ),
    ),
    Deed(
        "See exactly what would go, and keep it private",
        Keys(*TO_THE_GOAL, Does("share-goal"), Sees("the title and the next step", at="answers"), "2"),
        Lines("goals", "1", "share", "2", "no"),
        call("share preview --partner {partner} --goal {goal} --fields title,next_step"),
        _connected,
        shows=("Sam will see exactly:", f"Next: {STEP}"),
    ),
    Deed(
        "Send the new words of what is shared",
        Keys(
            Does("goals"),
            Sees(NEW_TITLE),
            Does("open-goal"),
            Sees("your earlier words"),
            Does("look-at-new-words"),
            Sees("Sam will see exactly:"),
            Does("send-new-words"),
        ),
        Lines("goals", "1", "new words", "yes"),
        Calls(Call("share changed"), Call("share send {share} -", YES)),
        _other_words,
        leaves=_words_shared,
        becomes=[NEW_TITLE],
        too=(
            Keys(*TO_THE_SHARES, Does("new-words-of-share"), Sees("Sam will see exactly:"), Does("send-new-words")),
            Lines("shared", "1", "new words", "yes"),
        ),
    ),
    Deed(
        "See what is shared, and exactly what they see",
        Keys(*TO_THE_SHARES, Does("see-exactly"), Sees("What Sam sees of this")),
        Lines("shared", "1"),
        call("share list"),
        _shared,
        shows=("Sam's cairn has it since",),
    ),
    Deed(
        "Pause what is shared",
        Keys(*TO_THE_SHARES, Does("pause-share")),
        Lines("shared", "1", "pause"),
        call("share pause {share}"),
        _shared,
        leaves=_shares,
        becomes=[("title next_step", "paused")],
    ),
    Deed(
        "Go on with what is paused",
        Keys(*TO_THE_SHARES, Does("pause-share")),
        Lines("shared", "1", "pause"),
        call("share resume {share}"),
        _paused,
        leaves=_shares,
        becomes=[("title next_step", "active")],
    ),
    Deed(
        "Stop sharing",
        Keys(*TO_THE_SHARES, Does("stop-share")),
        Lines("shared", "1", "stop"),
        call("share stop {share}"),
        _shared,
        leaves=_shares,
        becomes=[("title next_step", "stopped")],
    ),
    Deed(
        "Pause everything that is shared",
        Keys(*TO_THE_SHARES, Does("pause-all-shares")),
        Lines("shared", "pause all"),
        call("share pause-all"),
        _shared,
        leaves=_shares,
        becomes=[("title next_step", "paused")],
    ),
    Deed(
        "Share again what was stopped, with a new yes",
        Keys(
            *TO_THE_SHARES,
            Does("share-again"),
            Sees("the title and the next step", at="answers"),
            "2",
            Sees("Sam will see exactly:"),
            Does("share-yes"),
        ),
        Lines("goals", "1", "share", "2", "yes"),
        call("share add --partner {partner} --goal {goal} --fields title,next_step -", YES),
        _stopped,
        leaves=_shares,
        becomes=[("title next_step", "stopped"), ("title next_step", "active")],
    ),
    Deed(
        "Read what you said yes to",
        Keys(*TO_THE_SHARES, Does("said-yes-to"), Sees("their cairn has it")),
        Lines("shared", "said yes to"),
        call("share said-yes-to"),
        _shared,
        shows=("their cairn has it",),
    ),
)
