"""Deeds of care: a hard day, support lines, what cairn is, and how it opens."""

from collections.abc import Mapping
from dataclasses import replace

from journal.use_cases.preferences import Preferences, write_preferences
from tests.parity.deed import Deed, Place
from tests.parity.reading import known, page
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

END_OF_A_KEPT_PAGE = "heron"
LIVES_IN = Own("ie", "your country")


def _put_by(at: Place) -> Mapping[str, str]:
    """Something in every part of a hard day; of the kept page more than its first line says."""
    journal = at.journal
    journal.write_plan("getting_through", "things_i_can_do_alone", "tea in the garden")
    journal.add_thing("person", {"alias": "Sam next door"})
    tool = journal.add_thing("tool", {"name": "slow breathing"})
    journal.mark_tool(tool.id, "a_lot")
    other = journal.add_thing("tool", {"name": "long walk"})
    journal.mark_tool(other.id, "a_lot")
    journal.keep(
        page(at, f"It rained, and nothing much was said there, and then we saw the {END_OF_A_KEPT_PAGE}")["page"]
    )
    return {}


def _in_ireland(at: Place) -> Mapping[str, str]:
    write_preferences(at.home, Preferences(country="IE"))
    return {}


def _always_plain(at: Place) -> bool:
    return known(at).plain


def _with_lines_of_britain(at: Place) -> Mapping[str, str]:
    write_preferences(at.home, replace(known(at), country="GB"))
    return {}


CARE = (
    Deed(
        "Open the page for a hard day: people who listen, your plan, your people, what helped, words you kept",
        Keys(Does("hard-day")),
        Lines("hard day"),
        call("hard-day"),
        _put_by,
        # The other tool stands on Today already.
        shows=("tea in the garden", "Sam next door", "slow breathing", END_OF_A_KEPT_PAGE),
    ),
    Deed(
        "See support lines",
        Keys(Does("support")),
        Lines("support"),
        call("support"),
        _in_ireland,
        shows=("116 123",),
        too=(Lines("!"),),
    ),
    Deed(
        "Say where you live, for support lines",
        Keys(Does("country"), Sees("Which country are you in?", at="country"), LIVES_IN, "enter"),
        Lines("country", LIVES_IN),
        call("settings country IE"),
        _with_lines_of_britain,
        leaves=lambda at: known(at).country,
        becomes="IE",
    ),
    Deed(
        "Read what cairn is and is not, and about peer support",
        Keys(Does("about")),
        Lines("about"),
        Calls(Call("about"), Call("about peer-support")),
        shows=("It is not a medical device.", "What is peer support?"),
    ),
    Deed(
        "Open cairn in plain lines from now on",
        Keys(Does("settings"), Sees("0 to 10"), *["down"] * 8, "enter"),
        Lines("plain lines"),
        call("settings plain on"),
        leaves=_always_plain,
        becomes=True,
    ),
)
