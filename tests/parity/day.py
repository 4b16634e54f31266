"""Deeds of any day: a check-in, a page, and what was begun and not finished."""

from collections.abc import Mapping
from dataclasses import replace

from journal.domain.entry import answers_of
from tests.parity.deed import Deed, Place
from tests.parity.reading import check_ins, pages, written
from tests.parity.steps import Call, Calls, Does, Gap, Keys, Lines, Own, Sees, Waits, call
from tests.screens.stage import Actor, words_of

PAGE = Own("it rained all day", "your words")
TO_THE_PAGE = (Does("write"), Sees("Saturday 14 March 2026", at="editor"))
A_DAY = Own("2026-03-01", "the day")


def _tool(at: Place) -> Mapping[str, str]:
    return {"tool": at.journal.add_thing("tool", {"name": "a walk"}).id}


def _other_questions(at: Place) -> Mapping[str, str]:
    at.journal.make_choice("dimensions", "connection, self-belief, energy")
    return {}


def _five_words(at: Place) -> Mapping[str, str]:
    at.journal.make_choice("scale", "words5_v1")
    return {}


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
        Keys(
            Does("check-in-day"),
            Sees("Hello.", at="when"),
            A_DAY,
            "enter",
            Sees("How was your mood that day?", at="mood"),
            Own("6", "0 to 10"),
            Does("save"),
        ),
        Lines("check in for a day", A_DAY, Own("6", "0 to 10"), "skip", "skip", "skip", "skip"),
        call("check-in --mood 6 --at 2026-03-01"),
        leaves=lambda at: [(one.moment.for_date, one.mood) for one in check_ins(at)],
        becomes=[("2026-03-01", 6)],
    ),
    Deed(
        "Note connection, self-belief or energy too, once you chose to",
        Keys(
            Does("check-in"),
            Sees("How connected do you feel", at="connection"),
            Own("4", "0 to 10"),
            "tab",
            Own("5", "0 to 10"),
            "tab",
            Own("3", "0 to 10"),
            Does("save"),
        ),
        Lines("check in", Own("4", "0 to 10"), Own("5", "0 to 10"), Own("3", "0 to 10"), "skip", "skip", "skip"),
        call("check-in --connection 4 --self-belief 5 --energy 3"),
        _other_questions,
        leaves=_noted,
        becomes=[([None, None, 4, 5, 3], (), [], None)],
    ),
    Deed(
        "Answer in the way you chose: here with a word for every answer",
        Keys(Does("check-in"), Sees("How is your mood today", at="mood"), Own("4", "1 to 5"), Does("save")),
        Lines("check in", Own("good", "the word"), "skip", "skip", "skip", "skip"),
        call("check-in --mood 4"),
        _five_words,
        leaves=lambda at: [(one.scale_id, one.mood) for one in check_ins(at)],
        becomes=[("words5_v1", 4)],
    ),
    Deed(
        "Choose words for it from a list, a group at a time",
        Keys(
            Does("pick-feelings"),
            Sees("2 lighter and calm"),
            Own("2", "the group"),
            "enter",
            Sees("2 [ ] calm"),
            Own("2", "the word"),
            "enter",
            Sees("Chosen: calm"),
            "escape",
            "escape",
            Sees("Hello.", at="feelings"),
            Does("save"),
        ),
        Lines("check in", "skip", "skip", "list", Own("2", "the group"), Own("2", "the word"), "skip", "skip", "skip"),
        call("check-in --feeling calm"),
        leaves=lambda at: [one.feelings for one in check_ins(at)],
        becomes=[("calm",)],
        too=(
            Keys(
                *(Does("check-in"), Sees("How is your mood today", at="mood"), "tab", "tab"),
                *(Sees("calm, tired", at="feelings"), Does("pick"), Sees("2 lighter and calm")),
                *(Own("2", "the group"), "enter", Sees("2 [ ] calm"), Own("2", "the word"), "enter"),
                *(Sees("Chosen: calm"), "escape", "escape", Sees("Hello.", at="feelings")),
                *(Does("leave-field"), Does("save")),
            ),
        ),
    ),
    Deed(
        "Choose what you used from your toolbox, and say whether it helped",
        Keys(
            Does("pick-helped"),
            Sees("1 a walk"),
            "enter",
            Sees("4 [ ] not sure"),
            Own("4", "whether it helped"),
            "enter",
            Sees("a walk · not sure"),
            "escape",
            Sees("Hello.", at="helped"),
            Does("save"),
        ),
        Lines("check in", "skip", "skip", "skip", Own("1", "which"), Own("4", "whether it helped"), "skip"),
        call("check-in --helped {tool}=not_sure"),
        _tool,
        leaves=lambda at: [use.helped for one in check_ins(at) for use in one.tools_used],
        becomes=["not_sure"],
    ),
    Deed(
        "Stop a check-in half-way, and find it there again",
        Keys(
            Does("check-in"),
            Sees("How is your mood today", at="mood"),
            Own("6", "0 to 10"),
            "escape",
            Does("journal"),
            Sees("Your check-ins and pages"),
        ),
        Lines("check in", Own("6", "0 to 10"), "quit clear"),
        Gap("its parts come all at once; typed at a terminal, Ctrl+C keeps them"),
        leaves=lambda at: [answers_of(draft).get("mood") for draft in at.journal.drafts()],
        becomes=[6],
        keeps_drafts=True,
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
        "Skip a question, and write without one",
        Keys(
            *TO_THE_PAGE,
            Does("ask"),
            Waits(_asks),
            Does("about-prompt"),
            Sees("skip it"),
            "enter",
            PAGE,
            Does("save-page"),
        ),
        Lines("write", "skip", "yes", "a blank page", "skip", PAGE, "."),
        Calls(Call("prompt"), Call("write -", PAGE)),
        leaves=lambda at: [(page.prompt_id is not None, page.body) for page in pages(at)],
        becomes=[(False, PAGE.text)],
        too=(
            Keys(
                *TO_THE_PAGE,
                Does("ask"),
                Waits(_asks),
                Does("skip-prompt"),
                Sees("", at="editor"),
                PAGE,
                Does("save-page"),
            ),
        ),
    ),
    Deed(
        "Never see a question again",
        Keys(*TO_THE_PAGE, Does("ask"), Waits(_asks), Does("not-again")),
        Lines("write", "skip", "yes", "do not ask me this one again", "a blank page", "skip", PAGE, "."),
        Calls(Call("prompt", makes="prompt"), Call("prompt --not-again {prompt}")),
        leaves=lambda at: len(at.journal.choices().hidden_prompts),
        becomes=1,
    ),
    Deed(
        "Give a page a title",
        Keys(*TO_THE_PAGE, "shift+tab", Own("Rain", "a title"), "enter", PAGE, Does("save-page")),
        Lines("write", "skip", "skip", Own("Rain", "a title"), PAGE, "."),
        call("write --title - -", Own(f"Rain\n{PAGE.text}", "a title, and your words under it")),
        leaves=lambda at: [(page.title, page.body) for page in pages(at)],
        becomes=[("Rain", PAGE.text)],
    ),
    Deed(
        "Say which goal a page is about, and tag it",
        Keys(
            *TO_THE_PAGE,
            PAGE,
            Does("save-page"),
            Does("journal"),
            Sees(PAGE.text),
            Does("open"),
            Sees(PAGE.text, at="column"),
            Does("about-page"),
            Sees("get out most days", at="themes"),
            "tab",
            Own("weather", "a tag"),
            "tab",
            "space",
            Does("leave-page-about"),
        ),
        Lines(
            "write", "skip", "skip", "skip", PAGE, ".", "journal", "1", "about", "skip", Own("weather", "a tag"), "1"
        ),
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
            Sees("W adds something"),
            Does("add-to-week"),
            Sees("What is in your week?"),
            Own("the group", "what it is"),
            Does("leave-form"),
            Sees("W adds something"),
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
