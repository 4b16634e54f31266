"""The words for the parts of what stands on the shelves: tools, strengths, people, plans, a story, a week, partners."""

from collections.abc import Mapping

from tui.language import _
from tui.wording import goals, peers, toolbox, typed

A_DAY = _("a day, such as 2026-03-01")
HOPE_AND_BRING = _("What do we each hope for, and bring?")
A_FIRST_NAME = _("a first name is enough")

PLAN_TITLES = {"staying_well": _("Staying-well plan"), "getting_through": _("Getting-through plan")}

SECTION_TITLES = {
    "when_im_well": _("What I am like when I am well"),
    "everyday_things": _("Everyday things that keep me well"),
    "stressors": _("What makes things harder"),
    "early_signs": _("Early signs"),
    "what_i_do_then": _("What I do then"),
    "after_a_hard_time": _("After a hard time"),
    "what_matters_to_me": _("What matters to me"),
    "signs_its_getting_hard": _("Signs that it is getting hard"),
    "things_i_can_do_alone": _("Things I can do alone"),
    "people_and_places_that_lift_me": _("People and places that lift me"),
    "people_i_can_ask": _("People I can ask"),
    "workers_and_lines": _("Workers and support lines"),
    "making_my_space_safer": _("Making my space safer"),
}

LABELS: Mapping[str, Mapping[str, str]] = {
    "tool": {
        "name": _("What helps?"),
        "how_to": _("How do you do it?"),
        "works_when": _("When does it work?"),
        "learnt_from": _("Who did you learn it from?"),
        "with_others": _("Alone, or with others?"),
        "kind": _("What kind of thing is it?"),
        "helped": toolbox.DID_IT_HELP,
    },
    "strength": {"text": _("What do you bring?"), "story": _("A time it showed"), "source": _("Who saw it in you?")},
    "person": {
        "alias": _("What do you call them?"),
        "relationship": _("Who are they to you?"),
        "good_for": _("What is this person good for?"),
        "contact": _("How do you reach them?"),
        "asked_ok": _("Have you asked them about this?"),
    },
    "week": {
        "label": _("What is in your week?"),
        "weekday": _("Which day?"),
        "part_of_day": _("Which part of the day?"),
        "note": typed.NOTE,
    },
    "story": {"title": typed.TITLE, "body": _("Your story, in your own words")},
    "plan": {"words": _("Your own words"), "plan": _("Which plan?"), "section": _("Which part of it?")},
    "partner": {
        "partner_alias": peers.ADD_PARTNER,
        "kind": _("How do you support each other?"),
        "supporter_title": _("What is their role called?"),
        "organisation": _("Which organisation are they with?"),
        "started_on": _("Since when?"),
        "status": goals.STATUS,
        "ended_on": _("When did it end?"),
        "ending_note": _("A few words about how it ended"),
        "why_we_meet": HOPE_AND_BRING,
        "when": _("How often, how long, which way? Between times: welcome or not?"),
        "privacy": _("What stays between us? What about our notes in cairn?"),
        "hard_times_and_stopping": (
            _(
                "If one of us has a very hard time, what helps and what does not? Who else would we ask? "
                "How do we take a break, or end well?"
            )
        ),
        "review_on": _("When do we look at this again?"),
    },
}

HINTS: Mapping[str, Mapping[str, str]] = {
    "tool": {"name": _("a walk, music, a warm bath"), "works_when": _("in the evening, after a call")},
    "strength": {"text": _("I listen well, I make people laugh")},
    "person": {
        "alias": A_FIRST_NAME,
        "relationship": _("a friend, a sister, a neighbour"),
        "contact": _("a number, an address, where to find them"),
    },
    "week": {"label": _("a group, a walk, a call")},
    "partner": {
        "partner_alias": A_FIRST_NAME,
        "supporter_title": _("peer, peer supporter, coach"),
        "started_on": A_DAY,
        "ended_on": A_DAY,
        "review_on": A_DAY,
    },
}

WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("tool", "helped"): {
        "not_this_time": _("not this time"),
        "a_little": _("a little"),
        "a_lot": _("a lot"),
        "not_sure": _("not sure"),
    },
    ("tool", "learnt_from"): {
        "self": _("myself"),
        "peer": _("a peer"),
        "worker": _("a worker"),
        "family_or_friend": _("family or a friend"),
        "book_or_media": _("a book, a film or the web"),
        "other": _("someone else"),
    },
    ("tool", "with_others"): {"alone": _("alone"), "with_others": _("with others"), "either": _("either")},
    ("tool", "kind"): {
        "body": _("body"),
        "breath": _("breath"),
        "senses": _("senses"),
        "people": _("people"),
        "creative": _("making things"),
        "movement": _("movement"),
        "rest": _("rest"),
        "practical": _("practical things"),
        "faith_or_meaning": _("faith or meaning"),
        "learning": _("learning"),
        "nature": _("nature"),
        "other": _("something else"),
    },
    ("strength", "source"): {"self": _("I did"), "peer": _("a peer"), "other": _("someone else")},
    ("person", "good_for"): {
        "talk": _("a talk"),
        "company": _("company"),
        "practical": _("practical help"),
        "laugh": _("a laugh"),
        "quiet": _("quiet time"),
        "emergency": _("an emergency"),
    },
    ("person", "asked_ok"): {"yes": _("yes"), "not_yet": _("not yet")},
    ("week", "weekday"): {
        "monday": _("Monday"),
        "tuesday": _("Tuesday"),
        "wednesday": _("Wednesday"),
        "thursday": _("Thursday"),
        "friday": _("Friday"),
        "saturday": _("Saturday"),
        "sunday": _("Sunday"),
    },
    ("week", "part_of_day"): {
        "morning": _("morning"),
        "afternoon": _("afternoon"),
        "evening": _("evening"),
        "night": _("night"),
    },
    ("plan", "plan"): PLAN_TITLES,
    ("plan", "section"): SECTION_TITLES,
    ("partner", "kind"): {
        "intentional_one_to_one": _("two people, each with goals"),
        "peer_supporter": _("a peer supporter"),
        "informal": _("informal"),
        "group": _("in a group"),
    },
    ("partner", "status"): {
        "invited": _("invited"),
        "active": _("meeting"),
        "paused": _("taking a break"),
        "ended": _("ended"),
    },
}
