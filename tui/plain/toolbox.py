"""The toolbox: things that help and whether they did, what I bring, my people, my story."""

import random

from journal.domain.check_in import HELPED_MARKS
from journal.domain.shelves import CopingTool, MyPerson, Thing
from tui.plain.choosing import ask_one_of
from tui.plain.deeds import Deed
from tui.plain.shelves import read_shelf
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import toolbox
from tui.wording.things import thing_name


def read_tools(visit: Visit) -> None:
    """Things that help; a number opens one, `surprise me` picks one."""
    read_shelf(
        visit,
        "tool",
        begins=toolbox.THINGS,
        more=(Deed(words.MARK, lambda it: mark(it.visit, it.id)),),
        deeds=(Deed(words.SURPRISE, surprise, changes=False),),
    )


def mark(visit: Visit, tool_id: str) -> None:
    """Whether it helped this time: a check-in with that one use, which is the only place where it is kept."""
    options = [(helped, of_parts.word("tool", "helped", helped)) for helped in HELPED_MARKS]
    helped = ask_one_of(visit.talk, toolbox.DID_IT_HELP, options)
    if helped is not None:
        visit.save(lambda: visit.journal.mark_tool(tool_id, helped))
        visit.talk.say(toolbox.MARKED)


def surprise(visit: Visit) -> None:
    """One thing that helps, drawn by chance."""
    drawn = visit.journal.surprise(random.Random())
    visit.talk.say(toolbox.NOTHING_TO_DRAW if drawn is None else toolbox.drawn(drawn.name))
    if isinstance(drawn, CopingTool) and drawn.how_to:
        visit.talk.say(drawn.how_to)


def read_strengths(visit: Visit) -> None:
    """What I bring."""
    read_shelf(visit, "strength", begins=toolbox.BRING_SOMETHING)


def read_people(visit: Visit) -> None:
    """My people; their names are shared with nobody."""
    read_shelf(visit, "person", begins=toolbox.PEOPLE_STAY_HERE, says=_person_row)


def read_story(visit: Visit) -> None:
    """My story."""
    read_shelf(visit, "story", begins=toolbox.STORY_STAYS_HERE)


def _person_row(thing: Thing) -> str:
    good_for = thing.good_for if isinstance(thing, MyPerson) else ()
    said = [of_parts.word("person", "good_for", one) for one in good_for]
    return words.part_with(thing_name(thing), ", ".join(said))
