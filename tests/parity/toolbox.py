"""Deeds on things that help: added, read, changed, marked, drawn by chance, deleted."""

from collections.abc import Mapping

from journal.domain.shelves import CopingTool
from tests.parity.deed import Deed, Place
from tests.parity.reading import check_ins
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

NAME = Own("slow breathing", "what helps")
HOW = Own("in for four, out for six", "how")
TO_THE_SHELF = (Does("toolbox"), Sees(NAME.text))
TO_THE_TOOL = (*TO_THE_SHELF, Does("open-thing"), Sees(NAME.text, at="column"))
A_LOT = (Sees("Did it help?"), "down", "down", "enter")


def _tool(at: Place) -> Mapping[str, str]:
    return {"tool": at.journal.add_thing("tool", {"name": NAME.text, "how_to": HOW.text}).id}


def _only_named(at: Place) -> Mapping[str, str]:
    return {"tool": at.journal.add_thing("tool", {"name": NAME.text}).id}


def _tools(at: Place) -> list[tuple[str, str | None, str]]:
    tools = [thing for thing in at.journal.things("tool") if isinstance(thing, CopingTool)]
    return [(tool.name, tool.how_to, tool.learnt_from) for tool in tools]


def _marks(at: Place) -> list[str]:
    return [use.helped for check_in in check_ins(at) for use in check_in.tools_used]


TOOLS = (
    Deed(
        "Add something that helps",
        Keys(
            Does("toolbox"),
            Sees("What helps you will be here."),
            Does("new-thing"),
            Sees("What helps?", at="words"),
            NAME,
            "enter",
        ),
        Lines("tools", "new", NAME, "skip", "skip", "skip", "skip", "skip"),
        call("toolbox add -", NAME),
        leaves=_tools,
        becomes=[(NAME.text, None, "self")],
    ),
    Deed(
        "See what helps, and how you do it",
        Keys(*TO_THE_SHELF, Does("open-thing")),
        Lines("tools", "1"),
        Calls(Call("toolbox list"), Call("toolbox show {tool}")),
        _tool,
        shows=(NAME.text, HOW.text),
    ),
    Deed(
        "Say how you do it, when it works, from whom you learnt it",
        Keys(
            *TO_THE_TOOL,
            Does("change-thing"),
            Sees("How do you do it?"),
            "tab",
            HOW,
            *("tab", "tab", "down", "enter"),
            Does("save-form"),
        ),
        Lines("tools", "1", "change", "how do you do it?", HOW, ".", "who did you learn it from?", "a peer", "skip"),
        call(
            "toolbox edit {tool} -",
            Own('{"how_to": "in for four, out for six", "learnt_from": "peer"}', "its parts as JSON"),
        ),
        _only_named,
        leaves=_tools,
        becomes=[(NAME.text, HOW.text, "peer")],
    ),
    Deed(
        "Note whether something helped this time",
        Keys(*TO_THE_SHELF, Does("mark-tool"), *A_LOT),
        Lines("tools", "1", "mark", "a lot"),
        call("toolbox mark {tool} a_lot"),
        _tool,
        leaves=_marks,
        becomes=["a_lot"],
        too=(Keys(*TO_THE_TOOL, Does("mark-this-tool"), *A_LOT),),
    ),
    Deed(
        "Be surprised by something that helps",
        Keys(*TO_THE_SHELF, Does("surprise")),
        Lines("surprise me"),
        call("toolbox surprise"),
        _tool,
        shows=(f"How about this: {NAME.text}", HOW.text),
    ),
    Deed(
        "Take something off the shelf",
        Keys(*TO_THE_SHELF, Does("delete-thing")),
        Lines("tools", "1", "delete"),
        call("delete {tool}"),
        _tool,
        leaves=_tools,
        becomes=[],
        too=(Keys(*TO_THE_TOOL, Does("delete-this-thing")),),
    ),
)
