"""Deeds on what is shared, on words between two people, and on what both agreed."""

from collections.abc import Mapping

from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.records.notes import Letter
from tests.parity.deed import Deed, Place
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call
from tests.parity.two_people import NEW_TITLE, SAID, STEP, THEIRS, TITLE, Two, has_goal, two

YES = Own("yes", "yes")
LETTER = Own("thank you", "your words")
NEXT_TIME = Own("the long way round", "your words")
MINE = Own("to laugh", "your words")
LATER = "2026-04-13"
TO_THE_GOAL = (Does("goals"), Sees(TITLE), Does("open-goal"), Sees(STEP))
TO_THE_SHARES = (Does("peers"), Sees("Sam"), Does("what-is-shared"), Sees("with Sam"))
TO_MESSAGES = (Does("peers"), Sees("Sam"), Does("between-us"), Sees("Words between you"))
TO_BOTH_SIDES = (*TO_MESSAGES, Does("both-agreements"), Sees("What you and Sam agreed"))


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


@two
def _theirs(people: Two) -> Mapping[str, str]:
    people.connect()
    people.sam_shares()
    people.carry()
    (letter,) = Words(people.mine).received()
    (page,) = Words(people.mine).their_pages()
    ids = {"partner": people.partner, "message": f"{letter.partner[:8]}-{letter.no}"}
    return {**ids, "their_goal": page.goals[0].id}


def _shares(at: Place) -> list[tuple[str, str]]:
    return [(" ".join(consent.fields), consent.status.value) for consent in Sharing(at.journal).shares()]


def _words_shared(at: Place) -> list[str]:
    return [consent.words["title"] for consent in Sharing(at.journal).shares()]


def _until(at: Place) -> list[str]:
    return [consent.expires for consent in Sharing(at.journal).shares()]


def _written(at: Place) -> list[tuple[str, bool]]:
    partner = at.journal.things("partner")[0]
    return [(letter.text, letter.about is not None) for letter in Words(at.journal).written(partner.id)]


def _kept(at: Place) -> list[bool]:
    letters: list[Letter] = Words(at.journal).received()
    return [letter.kept for letter in letters]


def _line(at: Place) -> str | None:
    return Words(at.journal).line(at.journal.things("partner")[0].id)


def _says_yes(at: Place) -> list[bool]:
    return [page.said_yes for page in Words(at.journal).their_pages()]


def _my_part(at: Place) -> list[object]:
    return [getattr(thing, "why_we_meet", None) for thing in at.journal.things("partner")]


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
            Sees("other words of this"),
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

BETWEEN_TWO = (
    Deed(
        "Read what a partner shares, and their words",
        Keys(*TO_MESSAGES),
        Lines("messages"),
        call("inbox"),
        _theirs,
        shows=(THEIRS, SAID),
        too=(Lines("partners", "1", "messages"),),
    ),
    Deed(
        "Write a few words to a partner",
        Keys(*TO_MESSAGES, Does("write-to-them"), Sees("If it is urgent, call."), LETTER, "ctrl+s"),
        Lines("messages", "write", "skip", LETTER, "."),
        call("encourage --partner {partner} -", LETTER),
        _theirs,
        leaves=_written,
        becomes=[(LETTER.text, False)],
        too=(
            Keys(
                *(Does("peers"), Sees("Sam"), Does("open-peer"), Sees("Sessions with them", at="column")),
                *(Does("between-us-two"), Sees("Words between you"), Does("write-to-them")),
                *(Sees("If it is urgent, call."), LETTER, "ctrl+s"),
            ),
        ),
    ),
    Deed(
        "Write a few words about what they share",
        Keys(*TO_MESSAGES, Does("reply"), Sees("If it is urgent, call."), LETTER, "ctrl+s"),
        Lines("messages", "write", "1", LETTER, "."),
        call("encourage --partner {partner} --goal {their_goal} -", LETTER),
        _theirs,
        leaves=_written,
        becomes=[(LETTER.text, True)],
    ),
    Deed(
        "Keep a partner's words for a hard day",
        Keys(*TO_MESSAGES, "end", Does("keep-words")),
        Lines("messages", "keep", "1"),
        call("keep {message}"),
        _theirs,
        leaves=_kept,
        becomes=[True],
    ),
    Deed(
        "Write a line for the next time you meet",
        Keys(*TO_MESSAGES, Does("next-time"), Sees("Next time we meet, I would like"), NEXT_TIME, "ctrl+s"),
        Lines("messages", "next time", NEXT_TIME, "."),
        call("partner next-time {partner} -", NEXT_TIME),
        _theirs,
        leaves=_line,
        becomes=NEXT_TIME.text,
    ),
    Deed(
        "See what you both agreed, side by side",
        Keys(*TO_BOTH_SIDES, Sees("to walk")),
        Lines("messages", "yes to theirs", "no"),
        call("partner agree {partner}"),
        _theirs,
        shows=("to walk",),
    ),
    Deed(
        "Say yes to their part",
        Keys(*TO_BOTH_SIDES, Sees("to walk"), Does("yes-to-theirs")),
        Lines("messages", "yes to theirs", "yes"),
        call("partner agree {partner} --yes"),
        _theirs,
        leaves=_says_yes,
        becomes=[True],
    ),
    Deed(
        "Write your part beside theirs",
        Keys(*TO_BOTH_SIDES, Does("my-agreement"), Sees("Each of you writes your own part"), MINE, Does("save-form")),
        Lines("partners", "1", "agreement", MINE, ".", "skip", "skip", "skip", "skip"),
        call("partner agree {partner} -", Own('{"why_we_meet": "to laugh"}', "its parts as JSON")),
        _theirs,
        leaves=_my_part,
        becomes=["to laugh"],
    ),
)
