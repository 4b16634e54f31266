"""Deeds on what stands beside the tools: what one brings, people, plans and a story."""

from collections.abc import Mapping

from journal.domain.shelves import MyPerson, MyStory, Strength
from tests.parity.deed import Deed, Place
from tests.parity.steps import Call, Calls, Does, Keys, KeyStep, Lines, Own, Sees, call

STRENGTH = Own("I listen well", "what you bring")
A_TIME = Own("Ann said so", "a time it showed")
PERSON = Own("Priya", "their name")
CONTACT = Own("the flat upstairs", "how to reach them")
SECTION = Own("I sing", "your words")
MORE = Own("and cook", "more words")
STORY = Own("It began by the sea.", "your story")
TITLE = Own("The sea", "a title")

WELL = "What I am like when I am well"
TO_THE_PLANS = (Does("toolbox"), Sees("Things that help"), Does("next-shelf"), Sees(WELL))
TO_THE_SECTION = (*TO_THE_PLANS, "down", Does("open-thing"), Sees("Each part can stay blank."))
TO_WHAT_IS_WRITTEN = (*TO_THE_PLANS, "down", Does("open-thing"), Sees("Leave it empty and save"))
END_OF_A_SECTION = "puns"
PLAN_LINES = ("plans", "staying well plan", "what i am like when i am well")


def _to_the_shelf(turns: int, words: str) -> tuple[KeyStep, ...]:
    """The way to a shelf of the toolbox, until these words are seen on it."""
    return (Does("toolbox"), Sees("Things that help"), *[Does("next-shelf")] * turns, Sees(words))


def _strength(at: Place) -> Mapping[str, str]:
    return {"strength": at.journal.add_thing("strength", {"text": STRENGTH.text, "story": A_TIME.text}).id}


def _bare_strength(at: Place) -> Mapping[str, str]:
    return {"strength": at.journal.add_thing("strength", {"text": STRENGTH.text}).id}


def _person(at: Place) -> Mapping[str, str]:
    return {"person": at.journal.add_thing("person", {"alias": PERSON.text, "contact": CONTACT.text}).id}


def _bare_person(at: Place) -> Mapping[str, str]:
    return {"person": at.journal.add_thing("person", {"alias": PERSON.text}).id}


def _plan(at: Place) -> Mapping[str, str]:
    at.journal.write_plan("staying_well", "when_im_well", SECTION.text)
    return {}


def _long_plan(at: Place) -> Mapping[str, str]:
    """A section of more words than a list has room for."""
    words = f"I sing while I cook, I ring my sister on Sundays, I sleep through, and I laugh at {END_OF_A_SECTION}"
    at.journal.write_plan("staying_well", "when_im_well", words)
    return {}


def _story(at: Place) -> Mapping[str, str]:
    return {"story": at.journal.add_thing("story", {"title": TITLE.text, "body": STORY.text}).id}


def _strengths(at: Place) -> list[tuple[str, str | None]]:
    things = [thing for thing in at.journal.things("strength") if isinstance(thing, Strength)]
    return [(thing.text, thing.story) for thing in things]


def _people(at: Place) -> list[tuple[str, str | None]]:
    things = [thing for thing in at.journal.things("person") if isinstance(thing, MyPerson)]
    return [(thing.alias, thing.contact) for thing in things]


def _stories(at: Place) -> list[tuple[str | None, str]]:
    return [(thing.title, thing.body) for thing in at.journal.things("story") if isinstance(thing, MyStory)]


def _sections(at: Place) -> dict[str, str]:
    return {section: part.words for section, part in at.journal.plan("staying_well").items()}


STRENGTHS = (
    Deed(
        "Add something you bring",
        Keys(
            *_to_the_shelf(3, "What you bring will be here."),
            Does("new-thing"),
            Sees("What do you bring?", at="words"),
            STRENGTH,
            "enter",
        ),
        Lines("strengths", "new", STRENGTH, "skip", "skip"),
        call("strength add -", STRENGTH),
        leaves=_strengths,
        becomes=[(STRENGTH.text, None)],
    ),
    Deed(
        "Read what you bring",
        Keys(*_to_the_shelf(3, STRENGTH.text), Does("open-thing")),
        Lines("strengths", "1"),
        Calls(Call("strength list"), Call("strength show {strength}")),
        _strength,
        # What is brought may stand on Today already; the time it showed is on its page alone.
        shows=(A_TIME.text, "A time it showed"),
    ),
    Deed(
        "Add a time it showed, or change its words",
        Keys(
            *_to_the_shelf(3, STRENGTH.text),
            *(Does("open-thing"), Sees(STRENGTH.text, at="column")),
            *(Does("change-thing"), Sees("A time it showed"), "tab", A_TIME, Does("save-form")),
        ),
        Lines("strengths", "1", "change", "a time it showed", A_TIME, ".", "skip"),
        call("strength edit {strength} -", Own('{"story": "Ann said so"}', "its parts as JSON")),
        _bare_strength,
        leaves=_strengths,
        becomes=[(STRENGTH.text, A_TIME.text)],
    ),
)

PEOPLE = (
    Deed(
        "Add one of your people",
        Keys(
            *_to_the_shelf(2, "People you can turn to will be here."),
            Does("new-thing"),
            Sees("What do you call them?", at="words"),
            PERSON,
            "enter",
        ),
        Lines("people", "new", PERSON, "skip", "skip", "skip", "skip"),
        call("people add -", PERSON),
        leaves=_people,
        becomes=[(PERSON.text, None)],
    ),
    Deed(
        "See your people, and how to reach them",
        Keys(*_to_the_shelf(2, PERSON.text), Does("open-thing")),
        Lines("people", "1"),
        Calls(Call("people list"), Call("people show {person}")),
        _person,
        shows=(PERSON.text, CONTACT.text),
    ),
    Deed(
        "Say how you reach them, or what they are good for",
        Keys(
            *_to_the_shelf(2, PERSON.text),
            *(Does("open-thing"), Sees(PERSON.text, at="column")),
            *(Does("change-thing"), Sees("How do you reach them?"), "tab", "tab", "tab", CONTACT, Does("save-form")),
        ),
        Lines("people", "1", "change", "how do you reach them?", CONTACT, "skip"),
        call("people edit {person} -", Own('{"contact": "the flat upstairs"}', "its parts as JSON")),
        _bare_person,
        leaves=_people,
        becomes=[(PERSON.text, CONTACT.text)],
    ),
)

PLANS = (
    Deed(
        "Write a part of a plan",
        Keys(*TO_THE_SECTION, SECTION, Does("save-form")),
        Lines(*PLAN_LINES, SECTION, "."),
        call("plan edit staying-well when-im-well -", SECTION),
        leaves=_sections,
        becomes={"when_im_well": SECTION.text},
    ),
    Deed(
        "Add to a part of a plan",
        Keys(*TO_WHAT_IS_WRITTEN, "enter", MORE, Does("save-form")),
        Lines(*PLAN_LINES, "more at the end", MORE, "."),
        call("plan add staying-well when-im-well -", MORE),
        _plan,
        leaves=_sections,
        becomes={"when_im_well": f"{SECTION.text}\n{MORE.text}"},
    ),
    Deed(
        "Read a plan",
        Keys(*TO_THE_PLANS, Does("open-thing")),
        Lines(*PLAN_LINES),
        Calls(Call("plan list"), Call("plan show staying-well")),
        _long_plan,
        shows=(WELL, END_OF_A_SECTION),
    ),
    Deed(
        "Take a part out of a plan",
        Keys(*TO_THE_PLANS, "down", Does("delete-thing")),
        Lines(*PLAN_LINES, "take it all out"),
        call("plan edit staying-well when-im-well -", Own("", "nothing")),
        _plan,
        leaves=_sections,
        becomes={},
    ),
)

STORIES = (
    Deed(
        "Write your own story",
        Keys(
            *_to_the_shelf(4, "Your own story will be here"),
            Does("new-thing"),
            Sees("Your story, in your own words"),
            TITLE,
            "tab",
            STORY,
            Does("save-form"),
        ),
        Lines("story", "new", TITLE, STORY, "."),
        call("story add -", Own(f"{TITLE.text}\n\n{STORY.text}", "a title, a blank line, your story")),
        leaves=_stories,
        becomes=[(TITLE.text, STORY.text)],
    ),
    Deed(
        "Read your own story",
        Keys(*_to_the_shelf(4, TITLE.text), Does("open-thing")),
        Lines("story", "1"),
        Calls(Call("story list"), Call("story show {story}")),
        _story,
        shows=(TITLE.text, STORY.text),
    ),
    Deed(
        "Change your own story",
        Keys(
            *_to_the_shelf(4, TITLE.text),
            *(Does("open-thing"), Sees(TITLE.text, at="column")),
            *(Does("change-thing"), Sees("Your story, in your own words"), "tab"),
            Own(" And went on.", "more words"),
            Does("save-form"),
        ),
        Lines(
            *("story", "1", "change", "your story"),
            Own(f"{STORY.text} And went on.", "all of it"),
            *(".", "skip"),
        ),
        call(
            "story edit {story} -",
            Own(f'{{"body": "{STORY.text} And went on."}}', "its parts as JSON"),
        ),
        _story,
        leaves=_stories,
        becomes=[(TITLE.text, f"{STORY.text} And went on.")],
    ),
)
SHELVES = STRENGTHS + PEOPLE + PLANS + STORIES
