"""Deeds of Support now: what its numbers lead to, a person's own lines and their order, and a file of lines."""

from collections.abc import Mapping

from journal.data import support_file_bytes
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.support_lines import bring_lines, lines_at
from tests.parity.deed import Deed, Place, Prepare
from tests.parity.reading import known
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

NAME, REACH = Own("Sam at the shed", "a name"), Own("ring the bell", "how you reach them")
ROWS = Own("Sam at the shed\nring the bell", "a name, and how you reach them")
FILE = Own("{file}", "the path of a file")
ARRANGING = (Does("support"), Sees("my lines"), Does("support-arrange"), Sees("Pieta", at="list"))
ADDING = (Does("new-support-line"), Sees("A row each", at="words"), NAME, "enter", REACH, "ctrl+s")
TO_SCOTLAND = (
    Sees("Which country are you in?", at="country"), Own("gb", "your country"), "enter",
    Sees("Which nation?", at="region"), "down", "down", "enter",
)  # fmt: skip
CHOOSING_FILE = (Does("support-file"), Sees("Which support lines would you like to use?"))


def _in_ireland(at: Place) -> Mapping[str, str]:
    write_preferences(at.home, Preferences(country="IE"))
    return {}


def _in_britain(at: Place) -> Mapping[str, str]:
    write_preferences(at.home, Preferences(country="GB"))
    return {}


def _with_own_people(at: Place) -> Mapping[str, str]:
    at.journal.add_thing("person", {"alias": "Priya next door"})
    at.journal.write_plan("getting_through", "things_i_can_do_alone", "tea in the garden")
    return _with_own_line(at)


def _with_own_line(at: Place) -> Mapping[str, str]:
    _in_ireland(at)
    return {"line": at.journal.write_support_line("Sam at the shed\nknock twice").id}


def _with_a_file(at: Place) -> Mapping[str, str]:
    file = at.home.root.parent / "lines.json"
    file.write_bytes(support_file_bytes())
    return {"file": str(file)}


def _with_lines_of_a_file(at: Place) -> Mapping[str, str]:
    bring_lines(at.home, support_file_bytes())
    return {}


def _own(at: Place) -> list[tuple[str, str]]:
    return [(line.name, line.reach) for line in at.journal.arrangement().own]


def _seen(
    name: str, by: str, typed: str, called: str, *shows: str | tuple[str, ...], prepare: Prepare = _in_ireland
) -> Deed:
    """Something to read, one key or word on from Support now."""
    return Deed(name, Keys(Does("support"), Does(by)), Lines(f"! {typed}"), call(called), prepare, shows=shows)


SUPPORT = (
    _seen(
        "See your own people, your plan and lines of your own",
        "support-mine",
        "mine",
        "support mine",
        "Priya next door",
        "tea in the garden",
        "knock twice",
        prepare=_with_own_people,
    ),
    _seen(
        "See what you can do when you worry about someone else",
        "support-worried",
        "worried",
        "support",
        "Ask them how they are, and listen.",
    ),
    _seen("See advice, money worries and peer groups", "support-advice", "advice", "support", "HSE YourMentalHealth"),
    _seen("See every support line", "support-more", "more", "support", "Pieta by text"),
    _seen(
        "See everything about one line, and whether somebody re-checked it",
        "support-first",
        "more",
        "support --json",
        ("It was seen in an older source, or in part.", '"verification": "A-"'),
    ),
    Deed(
        "Say which part of a country you live in",
        Keys(Does("country"), *TO_SCOTLAND),
        Lines("country", Own("gb", "your country"), Own("Scotland", "the part of it")),
        call("settings region Scotland"),
        _in_britain,
        leaves=lambda at: known(at).region,
        becomes="Scotland",
        too=(Keys(Does("support"), Sees("Samaritans"), Does("support-country"), *TO_SCOTLAND),),
    ),
    Deed(
        "Add a line of your own",
        Keys(*ARRANGING, *ADDING),
        Lines("my support lines", "new", NAME, REACH, ".", ""),
        call("support add -", ROWS),
        _in_ireland,
        leaves=_own,
        becomes=[("Sam at the shed", "ring the bell")],
        too=(Keys(Does("support-lines"), Sees("Pieta", at="list"), *ADDING),),
    ),
    Deed(
        "Put a line of your own in other words",
        Keys(
            *ARRANGING,
            Does("support-line-words"),
            Sees("A row each", at="words"),
            "backspace",
            Own(", gently", "your words"),
            "ctrl+s",
        ),
        Lines("my support lines", "1", "1", NAME, Own("knock twic, gently", "how you reach them"), ".", ""),
        call("support edit {line} -", Own("Sam at the shed\nknock twic, gently", "a name, and how you reach them")),
        _with_own_line,
        leaves=_own,
        becomes=[("Sam at the shed", "knock twic, gently")],
    ),
    Deed(
        "Put a support line out of sight, or show it again",
        Keys(*ARRANGING, Does("hide-support-line")),
        Lines("my support lines", "1", "1", ""),
        call("support hide ie-pieta"),
        _in_ireland,
        leaves=lambda at: at.journal.arrangement().hidden,
        becomes=("ie-pieta",),
    ),
    Deed(
        "Put a support line in another place",
        Keys(*ARRANGING, Does("support-line-down")),
        Lines("my support lines", "1", "2", "2", ""),
        call("support move ie-pieta 2"),
        _in_ireland,
        leaves=lambda at: at.journal.arrangement().order[:2],
        becomes=("ie-samaritans", "ie-pieta"),
        too=(Keys(*ARRANGING, "down", Does("support-line-up")),),
    ),
    Deed(
        "Erase a line of your own, for good",
        Keys(*ARRANGING, Does("erase-support-line"), Sees("Erase this line of yours?"), "down", "enter"),
        Lines("my support lines", "1", "4", "1", ""),
        Calls(Call("support erase {line} -", Own("erase", "the word it asks for"))),
        _with_own_line,
        leaves=_own,
        becomes=[],
    ),
    Deed(
        "Use a file of support lines",
        Keys(*CHOOSING_FILE, "enter", Sees("Which file of support lines?", at="path"), FILE, "enter"),
        Lines("support file", FILE),
        call("support import {file}"),
        _with_a_file,
        leaves=lambda at: lines_at(at.home).is_brought,
        becomes=True,
    ),
    Deed(
        "Go back to the support lines that came with cairn",
        Keys(*CHOOSING_FILE, "down", "enter"),
        Lines("support file", "shipped"),
        call("support import --shipped"),
        _with_lines_of_a_file,
        leaves=lambda at: lines_at(at.home).is_brought,
        becomes=False,
    ),
)
