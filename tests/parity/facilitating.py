"""Deeds in a facilitator's own home: pages that people wrote, groups, and what a facilitator says of themselves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from journal.domain.groups import RoleCard
from sync.consent.groups import Groups
from sync.records.pairs import Pairs
from tests.groups.people import GROUP, LIMITS, Held
from tests.parity.deed import Deed, Place
from tests.parity.in_group import (
    AGREED,
    ASKED,
    NOTE,
    OTHER_GROUP,
    REPLY,
    as_it_is,
    closing,
    group,
    groups,
    sam_to_compare,
    with_a_page,
    with_an_invite,
    with_words,
)
from tests.parity.steps import Call, Calls, Does, Gap, Keys, Lines, Own, Sees, call

PLACE = Own("{between}", "the folder")
DAYS = Own("Tuesdays", "the days")
TO_ANAS_PAGE = (Does("summaries"), Sees("Ana"), Does("open-summary"), Sees(ASKED))
TO_THE_GROUP = (Does("group"), Sees(GROUP))


@group
def _on_its_way(held: Held) -> Mapping[str, str]:
    held.ana.share({"questions_for_you": ASKED})
    held.ana.visit()
    return {}


@group
def _two_groups(held: Held) -> Mapping[str, str]:
    held.groups.agree(GROUP, {"privacy": AGREED.text})
    held.groups.create(OTHER_GROUP.text, held.via)
    return {}


@group
def _clock_back(held: Held) -> Mapping[str, str]:
    pairs = Pairs(held.kim.journal.connection)
    for pair in pairs.all():
        pairs.put(replace(pair, said_at=(held.clock.now() + timedelta(days=30)).isoformat()))
    return {}


def _card(at: Place) -> RoleCard | None:
    return Groups(at.journal).role_card()


def _reads_on(at: Place) -> str | None:
    card = _card(at)
    return None if card is None else card.reads_on


def _replies(at: Place) -> list[str]:
    return [letter.text for letter in Groups(at.journal).replies("Ana")]


def _printed(at: Place) -> bool:
    paper = at.home.root.parent / "page.txt"
    return paper.is_file() and ASKED in paper.read_text(encoding="utf-8")


def _agreed(at: Place) -> str | None:
    return Groups(at.journal).group(GROUP).privacy


def _notes(at: Place) -> list[str]:
    return [note.text for note in Groups(at.journal).notes(GROUP)]


def _end(at: Place) -> tuple[str | None, str | None]:
    held = Groups(at.journal).group(GROUP)
    return held.closes_on, held.handed_to


def _on_their_way(at: Place) -> list[str]:
    return [invite.state.value for invite in Groups(at.journal).on_their_way()]


def _is_clock_right(at: Place) -> bool:
    last = (at.clock.now() + timedelta(days=1)).isoformat()
    return all((pair.said_at or "") <= last for pair in Pairs(at.journal.connection).all())


FACILITATING = (
    Deed(
        "Make a home of your own as a facilitator",
        Gap("it is made from a shell, once, beside your own journal"),
        Gap("it is made from a shell, once, beside your own journal"),
        call("init --facilitator --country IE --recovery-out -"),
        leaves=lambda at: at.journal.is_facilitators,
        becomes=True,
        begins="nowhere",
    ),
    Deed(
        "See who shares a page with you, and until when",
        Keys(Does("summaries"), Sees("Ana")),
        Lines("meet", "summaries"),
        Calls(Call("sync"), Call("group show {group}")),
        _on_its_way,
        shows=("Ana", "Monday 13 April 2026"),
        whose="facilitator",
    ),
    Deed(
        "Read a page that somebody wrote for you",
        Keys(*TO_ANAS_PAGE),
        Lines("summaries", "1"),
        call("summary show {member}"),
        with_a_page,
        shows=(ASKED, "Talk with the person first"),
        whose="facilitator",
    ),
    Deed(
        "Answer a page",
        Keys(*TO_ANAS_PAGE, Does("answer-summary"), Sees("If it is urgent, call."), REPLY, "ctrl+s"),
        Lines("summaries", "1", "reply", REPLY, "."),
        call("summary reply {member} -", REPLY),
        with_a_page,
        leaves=_replies,
        becomes=[REPLY.text],
        whose="facilitator",
    ),
    Deed(
        "Print a page, where its writer allows it",
        Keys(
            *(*TO_ANAS_PAGE, Does("print-summary"), Sees("Where shall the page to print go?", at="path")),
            *(Own("{path}", "where it goes"), "enter"),
        ),
        Lines("summaries", "1", "print", Own("{path}", "where it goes")),
        call("summary print {member} --to {path}"),
        with_a_page,
        leaves=_printed,
        becomes=True,
        whose="facilitator",
    ),
    Deed(
        "Write what people see of you, or change it",
        Keys(
            *(Does("about-me"), Sees(LIMITS), Does("change-about-me"), Sees("On which days do you read pages?")),
            *("tab", "tab", "end", "ctrl+u", DAYS, Does("save-form")),
        ),
        Lines("about me", "change", "3", DAYS, "skip"),
        call("about-me edit -", Own('{"reads_on": "Tuesdays"}', "its parts as JSON")),
        as_it_is,
        leaves=_reads_on,
        becomes=DAYS.text,
        whose="facilitator",
        too=(
            Keys(
                *(Does("summaries"), Does("write-about-me"), Sees("On which days do you read pages?")),
                *("tab", "tab", "end", "ctrl+u", DAYS, Does("save-form")),
            ),
        ),
    ),
    Deed(
        "Read what people see of you",
        Keys(Does("about-me"), Sees(LIMITS)),
        Lines("about me"),
        call("about-me show"),
        as_it_is,
        shows=(LIMITS,),
        whose="facilitator",
    ),
    Deed(
        "Begin a group",
        Keys(
            *(Does("group"), Sees(GROUP), Does("new-group"), Sees("What is the group called?", at="words")),
            *(OTHER_GROUP, "enter", Sees("A folder that you and every member can see", at="place"), PLACE),
            Does("make-group"),
        ),
        Lines("group", "new", OTHER_GROUP, PLACE),
        call("group create --via folder:{between} -", OTHER_GROUP),
        as_it_is,
        leaves=groups,
        becomes=[OTHER_GROUP.text, GROUP],
        whose="facilitator",
        too=(
            Keys(
                *(Does("summaries"), Does("begin-group"), Sees("What is the group called?", at="words")),
                *(OTHER_GROUP, "enter", Sees("A folder that you and every member can see", at="place"), PLACE),
                Does("make-group"),
            ),
        ),
    ),
    Deed(
        "See your groups, and what one of them agreed",
        Keys(Does("group"), Sees(OTHER_GROUP.text), "down", Does("open-of-group")),
        Lines("group", "2"),
        Calls(Call("group list"), Call("group show {group}")),
        _two_groups,
        shows=(AGREED.text,),
        whose="facilitator",
    ),
    Deed(
        "Invite one person to a group",
        Keys(*TO_THE_GROUP, Does("group-invite"), Sees("How long they have to answer"), Does("make-invite")),
        Lines("group", "1", "invite", "skip"),
        call("group invite {group}"),
        as_it_is,
        leaves=_on_their_way,
        becomes=["meeting"],
        whose="facilitator",
        too=(Keys(Does("summaries"), Does("begin-invite"), Sees("How long they have to answer"), Does("make-invite")),),
    ),
    Deed(
        "See the invites that are on their way, which have no names",
        Keys(Does("group"), Sees(OTHER_GROUP.text)),
        Lines("group", "1"),
        call("group invites"),
        with_an_invite,
        shows=(("n invite of 14 March, 09:30",), "on the way"),
        whose="facilitator",
    ),
    Deed(
        "Say that the four words of an invite match",
        Keys(*TO_THE_GROUP, Sees("invite of"), Does("group-words"), Sees("They match"), "home", "enter"),
        Lines("group", "1", "compare", "they match"),
        call("partner compare {invite} --match"),
        sam_to_compare,
        leaves=_on_their_way,
        becomes=["matched"],
        whose="facilitator",
    ),
    Deed(
        "Take an invite back",
        Keys(
            *TO_THE_GROUP, Sees("invite of"), Does("take-back-invite"), Sees("Take this invite back?"), "home", "enter"
        ),
        Lines("group", "1", "take back", "yes"),
        call("partner end {invite}"),
        sam_to_compare,
        leaves=_on_their_way,
        becomes=[],
        whose="facilitator",
    ),
    Deed(
        "Write down what a group agreed",
        Keys(
            *TO_THE_GROUP,
            Does("group-agreement"),
            Sees("What stays between us?"),
            "tab",
            "tab",
            AGREED,
            Does("save-form"),
        ),
        Lines("group", "1", "agreement", "skip", "skip", AGREED, ".", "skip"),
        call("group agree {group} -", Own('{"privacy": "It stays between us."}', "its parts as JSON")),
        as_it_is,
        leaves=_agreed,
        becomes=AGREED.text,
        whose="facilitator",
    ),
    Deed(
        "Write a note to everybody in a group",
        Keys(*TO_THE_GROUP, Does("group-note"), Sees("A note to Tuesday group"), NOTE, "ctrl+s"),
        Lines("group", "1", "note", NOTE, "."),
        call("group note {group} -", NOTE),
        as_it_is,
        leaves=_notes,
        becomes=[NOTE.text],
        whose="facilitator",
    ),
    Deed(
        "Read the notes you wrote to a group",
        Keys(*TO_THE_GROUP),
        Lines("group", "1", "notes"),
        call("group notes {group}"),
        with_words,
        shows=(NOTE.text,),
        whose="facilitator",
    ),
    Deed(
        "Say when a group closes",
        Keys(*TO_THE_GROUP, Does("close-group"), Sees("The last day"), Does("save-form")),
        Lines("group", "1", "close", "skip", "skip", "yes"),
        call("group close {group}"),
        as_it_is,
        leaves=_end,
        becomes=("2026-03-28", None),
        whose="facilitator",
    ),
    Deed(
        "Say who holds a group next",
        Keys(
            *TO_THE_GROUP, Does("hand-over"), Sees("Who holds it next?"), Own("Robin", "their name"), Does("save-form")
        ),
        Lines("group", "1", "hand over", Own("Robin", "their name"), "skip", "skip", "yes"),
        call("group hand-over {group} --to Robin"),
        as_it_is,
        leaves=_end,
        becomes=("2026-03-28", "Robin"),
        whose="facilitator",
    ),
    Deed(
        "Say that a group goes on after all",
        Keys(*TO_THE_GROUP, Sees("closes after"), Does("group-goes-on")),
        Lines("group", "1", "go on"),
        call("group go-on {group}"),
        closing,
        leaves=_end,
        becomes=(None, None),
        whose="facilitator",
    ),
    Deed(
        "Say that the clock of a facilitator's computer is right, after it went back",
        Keys(Does("summaries"), Sees("First steps"), Does("clock-is-right")),
        Lines("meet", "yes"),
        call("sync --clock-is-right"),
        _clock_back,
        leaves=_is_clock_right,
        becomes=True,
        whose="facilitator",
    ),
)
