"""Deeds of somebody in a group on who holds it: joined, compared, read, ended."""

from collections.abc import Mapping

from journal.domain.shelves import PeerPartnership
from sync.consent.words import Words
from tests.groups.people import LIMITS, Held
from tests.parity.deed import Deed, Place
from tests.parity.in_group import (
    AGREED,
    FAREWELL,
    NOTE,
    REPLY,
    ana_to_compare,
    as_it_is,
    closing,
    group,
    invited_again,
    states,
    with_an_invite,
    with_words,
)
from tests.parity.keeping import ERASES, TO_ERASE, TYPED_TO_ERASE
from tests.parity.reading import sessions
from tests.parity.sessions import GAVE, HOPE
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

PLACE = Own("{between}", "the folder")
WORDS = Own("{words}", "the twelve words")
ME = Own("Ana", "your name")
NAME = Own("Kim from Tuesdays", "their name")
TO_KIM = (Does("peers"), Sees("Kim"), Does("open-peer"), Sees("facilitator of Tuesday group", at="column"))
TO_THEIR_WORDS = (*TO_KIM, Does("facilitator-words"), Sees("Notes and replies of Kim"))


@group
def _with_a_page_and_words(held: Held) -> Mapping[str, str]:
    held.ana.share({"questions_for_you": "Is Tuesday full?"})
    held.visit()
    return {}


def _in_groups(at: Place) -> int:
    return len(at.journal.things("partner"))


def _kept(at: Place) -> list[bool]:
    return [letter.kept for letter in Words(at.journal).received() if letter.about is None]


def _names(at: Place) -> list[str]:
    return [one.partner_alias for one in at.journal.things("partner") if isinstance(one, PeerPartnership)]


def _facilitators_kept(at: Place) -> int:
    return int(at.journal._connection.one("SELECT count(*) FROM item WHERE kind = 'partner'") or 0)


MY_GROUP = (
    Deed(
        "Join a group, with the twelve words of who holds it",
        Keys(
            *(Does("peers"), Sees("Kim"), Does("join-peer"), Sees("The twelve words", at="place")),
            *(PLACE, "enter", Sees("The twelve words", at="twelve"), WORDS, "enter"),
            *(Sees("Enter joins.", at="name"), ME, "enter"),
        ),
        Lines("join", PLACE, WORDS, "yes", ME),
        Calls(
            Call("partner join - --via folder:{between} --preview", WORDS),
            Call("partner join - --via folder:{between} --alias Ana", WORDS),
        ),
        with_an_invite,
        leaves=_in_groups,
        becomes=2,
        whose="member",
    ),
    Deed(
        "Join again, where it had ended",
        Keys(
            *(*TO_KIM, Does("join-facilitator"), Sees("The twelve words", at="twelve"), WORDS, "enter"),
            *(Sees("Enter joins.", at="name"), "enter"),
        ),
        Lines("partners", "1", "join", PLACE, WORDS, "yes", "skip"),
        call("partner join - --via folder:{between} --partner {facilitator}", WORDS),
        invited_again,
        leaves=states,
        becomes=["meeting"],
        whose="member",
    ),
    Deed(
        "Compare the four words with who holds a group",
        Keys(*TO_KIM, Does("compare-with-facilitator"), Sees("They match"), "home", "enter"),
        Lines("my group", "compare", "they match"),
        call("partner compare {facilitator} --match"),
        ana_to_compare,
        leaves=states,
        becomes=["matched"],
        whose="member",
    ),
    Deed(
        "Read who holds your group, and when they would tell others",
        Keys(*TO_KIM, Sees(LIMITS)),
        Lines("my group", "who they are"),
        call("inbox --partner {facilitator}"),
        as_it_is,
        shows=(LIMITS, "This is not a place for urgent messages."),
        whose="member",
        too=(Lines("partners", "1", "who they are"),),
    ),
    Deed(
        "Read what your group agreed",
        Keys(*TO_KIM, Sees(AGREED.text)),
        Lines("my group", "agreement"),
        call("inbox"),
        with_words,
        shows=(AGREED.text,),
        whose="member",
    ),
    Deed(
        "Read that your group ends",
        Keys(*TO_KIM),
        Lines("my group"),
        call("inbox"),
        closing,
        shows=("This group closes after Saturday 28 March 2026.", FAREWELL.text),
        whose="member",
    ),
    Deed(
        "Read notes to your group, and what was answered to you",
        Keys(*TO_THEIR_WORDS),
        Lines("my group", "notes"),
        call("inbox"),
        with_words,
        shows=(NOTE.text, REPLY.text),
        whose="member",
        too=(Lines("messages"),),
    ),
    Deed(
        "Keep words of a facilitator for a hard day",
        Keys(*TO_THEIR_WORDS, Sees(NOTE.text), "end", Does("keep-facilitator-words")),
        Lines("my group", "keep", NOTE),
        call("keep {message}"),
        with_words,
        leaves=_kept,
        becomes=[True],
        whose="member",
    ),
    Deed(
        "Get ready for a session with who holds your group",
        Keys(*TO_KIM, Does("before-with-facilitator"), Sees("Before a session with Kim"), HOPE, Does("save-form")),
        Lines("before", "Kim", HOPE, ".", "skip", "skip"),
        call("session before --partner {facilitator} -", Own('{"hope_for": "to be heard"}', "its parts as JSON")),
        as_it_is,
        leaves=lambda at: [session.hope_for for session in sessions(at)],
        becomes=[HOPE.text],
        whose="member",
    ),
    Deed(
        "Write about a session with who holds your group",
        Keys(
            *(*TO_KIM, Does("after-with-facilitator"), Sees("Other people's stories belong to them."), GAVE),
            Does("save-session"),
        ),
        Lines("after", "Kim", "skip", GAVE, ".", "skip", "skip", "skip", "skip", "no"),
        call("session after --partner {facilitator} -", Own('{"gave": "an hour"}', "its parts as JSON")),
        as_it_is,
        leaves=lambda at: [session.gave for session in sessions(at)],
        becomes=[GAVE.text],
        whose="member",
    ),
    Deed(
        "Call who holds your group by another name",
        Keys(
            *TO_KIM,
            Does("change-facilitator"),
            Sees("What name do you use for them?"),
            "ctrl+u",
            NAME,
            Does("save-form"),
        ),
        Lines("my group", "change", "1", NAME, "skip"),
        call("partner edit {facilitator} -", Own('{"partner_alias": "Kim from Tuesdays"}', "its parts as JSON")),
        as_it_is,
        leaves=_names,
        becomes=[NAME.text],
        whose="member",
    ),
    Deed(
        "End it with who holds your group",
        Keys(*TO_KIM, Does("end-with-facilitator"), Sees("End it with Kim?"), "home", "enter"),
        Lines("my group", "end", "yes"),
        call("partner end {facilitator}"),
        as_it_is,
        leaves=states,
        becomes=["ending"],
        whose="member",
    ),
    Deed(
        "Put who holds your group out of sight, which ends it",
        Keys(*TO_KIM, Does("delete-facilitator"), Sees("You are connected with Kim."), "home", "enter"),
        Lines("my group", "delete", "yes"),
        call("delete {facilitator}"),
        as_it_is,
        leaves=_names,
        becomes=[],
        whose="member",
    ),
    Deed(
        "Erase who holds your group for good",
        Keys(*TO_KIM, Does("erase-facilitator"), Sees("Go on to erasing it?"), "home", "enter", *TO_ERASE),
        Lines("my group", "erase", *TYPED_TO_ERASE),
        call("erase {facilitator} -", ERASES),
        as_it_is,
        leaves=_facilitators_kept,
        becomes=0,
        whose="member",
    ),
)
