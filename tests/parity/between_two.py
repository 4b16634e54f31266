"""Deeds on words between two people, and on what both agreed."""

from collections.abc import Mapping

from sync.consent.words import Words
from sync.records.notes import Letter
from tests.parity.deed import Deed, Place
from tests.parity.steps import Does, Keys, Lines, Own, Sees, call
from tests.parity.two_people import SAID, THEIRS, Two, two

LETTER = Own("thank you", "your words")
NEXT_TIME = Own("the long way round", "your words")
MINE = Own("to laugh", "your words")
TO_MESSAGES = (Does("peers"), Sees("Sam"), Does("between-us"), Sees("Words between you"))
TO_BOTH_SIDES = (*TO_MESSAGES, Does("both-agreements"), Sees("What you and Sam agreed"))


@two
def _theirs(people: Two) -> Mapping[str, str]:
    people.connect()
    people.sam_shares()
    people.carry()
    (letter,) = Words(people.mine).received()
    (page,) = Words(people.mine).their_pages()
    ids = {"partner": people.partner, "message": f"{letter.partner[:8]}-{letter.no}"}
    return {**ids, "their_goal": page.goals[0].id}


@two
def _part_from_before(people: Two) -> Mapping[str, str]:
    people.join()
    people.mine.agree(people.partner, {"why_we_meet": MINE.text})
    people.compare()
    return {"partner": people.partner}


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


def _part_on_the_page(at: Place) -> list[bool]:
    return [not Words(at.journal).part_waits(thing.id) for thing in at.journal.things("partner")]


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
    Deed(
        "Send your part as it is here",
        Keys(*TO_BOTH_SIDES, Sees("does not see your part of what"), Does("send-my-part")),
        Lines("partners", "1", "agreement", "skip", "skip", "skip", "skip", "skip", "yes"),
        call("partner agree {partner} -", Own('{"why_we_meet": "to laugh"}', "its parts as JSON")),
        _part_from_before,
        leaves=_part_on_the_page,
        becomes=[True],
    ),
)
