"""Sentences on groups and on pages for a facilitator, beside `summary`: said in a shell, and where else they fit.

Source: domain brief, sections 12b and 12c.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.language import _, _n
from tui.wording.dates import clock_of, day_and_whole_month, day_in_words
from tui.wording.look_back import dimension_name, number

if TYPE_CHECKING:
    from journal.domain.groups import GroupNote, PeerGroup
    from sync.consent.groups import Received

# Of the look back
SCALE_ENDS = {"words5_v1": _("on a scale of 1 to 5"), "easy3_v1": _("on a scale of 1 to 3")}
"""Said where a number is not one of 0 to 10."""


def mostly_in_words(dimension: str, days: int, low: float, high: float, scale_id: str | None) -> str:
    """Between which answers most of somebody's days lie, as they would say it. How many were noted is not told."""
    if low == high:
        lies = _("mostly {low}").format(low=number(low))
    else:
        lies = _("mostly between {low} and {high}").format(low=number(low), high=number(high))
    if scale_id in SCALE_ENDS:
        lies = f"{lies} {SCALE_ENDS[scale_id]}"
    said = _n("In the last day my {name} was {lies}.", "In the last {count} days my {name} was {lies}.", days)
    return said.format(count=days, name=dimension_name(dimension), lies=lies)


def helping_in_words(names: Sequence[str]) -> str:
    """What was marked as helping, by its names alone."""
    return _("Things I have marked as helping: {names}.").format(names=", ".join(names))


# A facilitator's side
MAY_NOT_PRINT = _("This page is not for printing, so nothing was printed.")
PRINTED_TO = _("It is in {path}, for you alone. Please delete it after {until}.")
NEW = _("new")
SHARED_PAGE = _("{name} · {purpose} · until {until}")
NO_PAGES = _("Pages that people write for you will be here while they share them with you.")
NO_GROUPS = _("Groups you hold will be here. cairn group create begins one.")
NOBODY_THERE = _("There is nobody of that name or id here.")
NOBODY_THERE_HINT = _("cairn partner list shows whose pages are here, and invites on their way.")
NO_INVITES = _("No invite is on its way.")
INVITE_OF = _("an invite of {day}, {clock}")
NO_NOTES = _("Notes you write to this group will be here.")
GROUP_MADE = _("The group is there. cairn group invite makes an invite, for one member at a time.")
GROUP_ASKED = _("What is the group called? Those you invite will see it:")
NAME_IS_ONE_LINE = _("A group's name is one line. There was more, so nothing was made.")
HOLDER_NEEDS_NAME = _("--to takes the name of who holds it next.")
GROUP_NEEDS_NAME = _("A group needs a name. Any name you like.")
CARD_FIRST = _("Before anybody can share with you they read about you: cairn about-me edit")
FOR_ONE_MEMBER = _("Both of you compare four words next: cairn partner compare {id}")
CHANGE_GOES = _("Kept. Each member sees it when cairn next looks there.")
NOTE_ASKED = _("A note to everybody in the group. Each may read it hours or days from now. If it is urgent, call.")
CLOSING_ASKED = _("A few words about it, if you like.")
REPLIES = _("What you answered")
NOTHING_AGREED = _("What the group agreed will be here, if you write it down.")
CARD_EMPTY = _("What people in your groups read about you will be here. cairn about-me edit begins.")
STILL_BLANK = _("Still blank: {parts}")
CARD_PREFILLED = _("Two parts have words already, for you to keep or change.")
CARD_SAVED = _("Kept. People in your groups see it when cairn next looks there.")
WHICH_MEMBER = _("summary show takes the name on a page here. cairn group show lists them.")

LOOKED = _("Looked.")

# A person's side
WHICH_FACILITATOR = _("summary show takes --partner, with a facilitator's name or id.")
CARD_COMES = _(
    "What they say of themselves comes once the four words match. Nothing is shared before you have read it."
)
SUMMARY_KEPT = _("Kept here. Nothing was sent. cairn summary preview shows what would go.")
NOT_WRITTEN = _("Nothing is on this page yet. cairn summary write begins it.")
NO_SENTENCES = _("There are too few notes for sentences yet, and none are needed.")
MAY_OFFER = _("Sentences that you may put on the page, as they are or in your own words. None is there by itself.")
NOT_SHARED_YET = _("This page is not shared.")
MORE_PARTS = _("There is more you can write, if you like: more, or Enter to leave it.")
MORE = _("more")
WHICH_GOALS = _("Goals that may stand on the page. None does by itself.")
GOAL_PARTS_ASKED = _("{title}: which parts?")
ADD_SENTENCE = _("{sentence} Add it? yes adds it, your own words go in its place, Enter leaves it out.")
GOALS_ARE = _("goals takes a list of objects with id and fields, or of ids.")
MAY_PRINT_IS = _("may_print takes yes or no.")
CLOSES_SAID = _("{name} says:")


def shared_page_in_line(received: "Received", name: str, purpose: str) -> str:
    """One page that is shared now: whose, for what, until when, and whether it was opened here."""
    until = day_in_words(received.summary.until)
    said = SHARED_PAGE.format(name=name, purpose=purpose, until=until)
    return f"{said} [{NEW}]" if received.is_new else said


def invite_in_words(at: str) -> str:
    """An invite that has no name: `an invite of 24 November, 10:05`. `at`: local, with its offset."""
    return INVITE_OF.format(day=day_and_whole_month(at[:10]), clock=clock_of(at))


def group_in_line(group: "PeerGroup") -> str:
    """A group by its name, with its last day where it has one."""
    last = [] if group.closes_on is None else [_("until {day}").format(day=day_in_words(group.closes_on))]
    return " · ".join([group.name, *([group.handed_to] if group.handed_to else []), *last])


def note_in_line(note: "GroupNote", day: str) -> str:
    """A note with its day, which is already in words."""
    return f"{day:>11}  {note.text}"
