"""Deeds of any day: a check-in, a page, and what was begun and not finished."""

from collections.abc import Mapping
from dataclasses import replace

from journal.domain.entry import answers_of
from tests.parity.deed import Deed, Place
from tests.parity.reading import check_ins, pages, written
from tests.parity.steps import Call, Calls, Does, Gap, Keys, Lines, Own, Sees, Waits, call
from tests.screens.stage import Actor, words_of

PAGE = Own("it rained all day", "your words")
NO_DAY_HERE = "it is for today; a page can be for any day"
TWO_QUESTIONS = "it asks for mood and hope alone"
TO_THE_PAGE = (Does("write"), Sees("Saturday 14 March 2026", at="editor"))
A_DAY = Own("2026-03-01", "the day")


def _tool(at: Place) -> Mapping[str, str]:
    return {"tool": at.journal.add_thing("tool", {"name": "a walk"}).id}


def _goal(at: Place) -> Mapping[str, str]:
    return {"goal": at.journal.add_goal("get out most days").id}


def _draft(at: Place) -> Mapping[str, str]:
    at.journal.keep_draft(replace(at.journal.blank_page(), body="half a thought"))
    return {}


def _drafts(at: Place) -> list[str]:
    return [draft.body for draft in at.journal.drafts()]


def _noted(at: Place) -> object:
    """Everything of every check-in, with tools by name."""
    names = {tool.id: tool.name for tool in at.journal.tools()}
    return [
        (
            [one.mood, one.hope, one.connection, one.self_belief, one.energy],
            one.feelings,
            [(names[use.tool_id], use.helped) for use in one.tools_used],
            one.note,
        )
        for one in check_ins(at)
    ]


def _asks(pilot: Actor) -> bool:
    return bool(words_of(pilot, "#prompt"))


CHECKING_IN = (
    Deed(
        "Check in: mood, hope, words for it, what helped, a note",
        Keys(
            Does("check-in"),
            Sees("How is your mood today", at="mood"),
            Own("6", "0 to 10"),
            "tab",
            Own("7", "0 to 10"),
            "tab",
            Own("calm, tired", "words for it"),
            "tab",
            Own("a walk a lot", "what helped"),
            "tab",
            Own("rain, then sun", "a note"),
            Does("save"),
        ),
        Lines(
            "check in",
            Own("6", "0 to 10"),
            Own("7", "0 to 10"),
            Own("calm, tired", "words for it"),
            Own("a walk a lot", "what helped"),
            Own("rain, then sun", "a note"),
            ".",
        ),
        call(
            "check-in --mood 6 --hope 7 --feeling calm --feeling tired --helped {tool}=a_lot --note -",
            Own("rain, then sun", "a note"),
        ),
        _tool,
        leaves=_noted,
        becomes=[([6, 7, None, None, None], ("calm", "tired"), [("a walk", "a_lot")], "rain, then sun")],
    ),
    Deed(
        "Check in for a day that has been",
        Gap(NO_DAY_HERE),
        Gap(NO_DAY_HERE),
        call("check-in --mood 6 --at 2026-03-01"),
        leaves=lambda at: [(one.moment.for_date, one.mood) for one in check_ins(at)],
        becomes=[("2026-03-01", 6)],
    ),
    Deed(
        "Note connection, self-belief or energy too",
        Gap(TWO_QUESTIONS),
        Gap(TWO_QUESTIONS),
        call("check-in --connection 4 --self-belief 5 --energy 3"),
        leaves=_noted,
        becomes=[([None, None, 4, 5, 3], (), [], None)],
    ),
)

WRITING = (
    Deed(
        "Write a page",
        Keys(*TO_THE_PAGE, PAGE, Does("save-page")),
        Lines("write", "skip", "skip", "skip", PAGE, "."),
        call("write -", PAGE),
        leaves=written,
        becomes=[PAGE.text],
    ),
    Deed(
        "Write a page for a day that has been",
        Keys(
            *TO_THE_PAGE,
            Does("another-day"),
            Sees("Saturday 14 March 2026", at="when"),
            A_DAY,
            "enter",
            Sees("Sunday 1 March 2026", at="editor"),
            PAGE,
            Does("save-page"),
        ),
        Lines("write", A_DAY, "skip", "skip", PAGE, "."),
        call("write --at 2026-03-01 -", PAGE),
        leaves=lambda at: [(page.moment.for_date, page.body) for page in pages(at)],
        becomes=[("2026-03-01", PAGE.text)],
    ),
    Deed(
        "Write a page on a question",
        Keys(*TO_THE_PAGE, Does("ask"), Waits(_asks), PAGE, Does("save-page")),
        Lines("write", "skip", "yes", "yes, this one", "skip", PAGE, "."),
        Calls(Call("prompt", makes="prompt"), Call("write --prompt {prompt} -", PAGE)),
        leaves=lambda at: [(page.prompt_id is not None, page.body) for page in pages(at)],
        becomes=[(True, PAGE.text)],
    ),
    Deed(
        "Give a page a title",
        Gap("the line for a title is there only where a page has one"),
        Lines("write", "skip", "skip", Own("Rain", "a title"), PAGE, "."),
        Gap("standard input is the page"),
        leaves=lambda at: [(page.title, page.body) for page in pages(at)],
        becomes=[("Rain", PAGE.text)],
    ),
    Deed(
        "Say which goal a page is about, and tag it",
        Gap("a page has its words and its day here"),
        Gap("a page has its words and its day here"),
        call("write --goal {goal} --tag weather -", PAGE),
        _goal,
        leaves=lambda at: [(page.body, len(page.goal_ids), page.tags) for page in pages(at)],
        becomes=[(PAGE.text, 1, ("weather",))],
    ),
)

BEGUN = (
    Deed(
        "Stop half-way, and lose nothing",
        Keys(*TO_THE_PAGE, PAGE, Does("leave-page"), Sees("Hello.")),
        Lines("write", "skip", "skip", "skip", PAGE, "quit clear"),
        Gap("the words come all at once; typed at a terminal, Ctrl+C keeps them"),
        leaves=_drafts,
        becomes=[PAGE.text],
        keeps_drafts=True,
    ),
    Deed(
        "Leave a form half filled in, and find it there again",
        Keys(
            Does("peers"),
            Sees("w adds something"),
            Does("add-to-week"),
            Sees("What is in your week?"),
            Own("the group", "what it is"),
            Does("leave-form"),
            Sees("w adds something"),
        ),
        Lines("week", "new", Own("the group", "what it is"), "back", "back"),
        Gap("its parts come all at once; typed at a terminal, Ctrl+C keeps them"),
        leaves=lambda at: [(draft.kind, answers_of(draft).get("label")) for draft in at.journal.drafts()],
        becomes=[("week", "the group")],
        keeps_drafts=True,
    ),
    Deed(
        "See what you had begun",
        Keys(Does("journal")),
        Lines("drafts"),
        call("drafts"),
        _draft,
        shows=("half a thought",),
        keeps_drafts=True,
    ),
    Deed(
        "Go on with a page you had begun",
        Keys(
            Does("journal"),
            Sees("half a thought"),
            Does("open"),
            Sees("half a thought", at="editor"),
            "enter",
            Own("and the rest", "more words"),
            Does("save-page"),
        ),
        Lines("drafts", "1", "go on with it", "skip", Own("and the rest", "more words"), "."),
        Gap("a shell shows what was begun; the screen and plain lines go on with it"),
        _draft,
        leaves=written,
        becomes=["half a thought\nand the rest"],
    ),
    Deed(
        "Put what you had begun out of sight",
        Keys(Does("journal"), Sees("half a thought"), Does("delete")),
        Lines("drafts", "1", "put it out of sight"),
        Gap("a shell shows what was begun; the screen and plain lines put it away"),
        _draft,
        leaves=_drafts,
        becomes=[],
    ),
)
