"""The words for the parts of what stands on the shelves: tools, strengths, people, plans, a story, a week, partners."""

from collections.abc import Mapping

from tui.wording import goals, peers, toolbox, typed

A_DAY = "a day, such as 2026-03-01"
A_FIRST_NAME = "a first name is enough"

PLAN_TITLES = {"staying_well": "Staying-well plan", "getting_through": "Getting-through plan"}

SECTION_TITLES = {
    "when_im_well": "What I am like when I am well",
    "everyday_things": "Everyday things that keep me well",
    "stressors": "What makes things harder",
    "early_signs": "Early signs",
    "what_i_do_then": "What I do then",
    "after_a_hard_time": "After a hard time",
    "what_matters_to_me": "What matters to me",
    "signs_its_getting_hard": "Signs that it is getting hard",
    "things_i_can_do_alone": "Things I can do alone",
    "people_and_places_that_lift_me": "People and places that lift me",
    "people_i_can_ask": "People I can ask",
    "workers_and_lines": "Workers and support lines",
    "making_my_space_safer": "Making my space safer",
}

LABELS: Mapping[str, Mapping[str, str]] = {
    "tool": {
        "name": "What helps?",
        "how_to": "How do you do it?",
        "works_when": "When does it work?",
        "learnt_from": "Who did you learn it from?",
        "with_others": "Alone, or with others?",
        "kind": "What kind of thing is it?",
        "helped": toolbox.DID_IT_HELP,
    },
    "strength": {"text": "What do you bring?", "story": "A time it showed", "source": "Who saw it in you?"},
    "person": {
        "alias": "What do you call them?",
        "relationship": "Who are they to you?",
        "good_for": "What is this person good for?",
        "contact": "How do you reach them?",
        "asked_ok": "Have you asked them about this?",
    },
    "week": {
        "label": "What is in your week?",
        "weekday": "Which day?",
        "part_of_day": "Which part of the day?",
        "note": typed.NOTE,
    },
    "story": {"title": typed.TITLE, "body": "Your story, in your own words"},
    "plan": {"words": "Your own words", "plan": "Which plan?", "section": "Which part of it?"},
    "partner": {
        "partner_alias": peers.ADD_PARTNER,
        "kind": "How do you support each other?",
        "supporter_title": "What is their role called?",
        "organisation": "Which organisation are they with?",
        "started_on": "Since when?",
        "status": goals.STATUS,
        "ended_on": "When did it end?",
        "ending_note": "A few words about how it ended",
        "why_we_meet": "What do we each hope for, and bring?",
        "when": "How often, how long, which way? Between times: welcome or not?",
        "privacy": "What stays between us? What about our notes in cairn?",
        "hard_times_and_stopping": (
            "If one of us has a very hard time, what helps and what does not? Who else would we ask? "
            "How do we take a break, or end well?"
        ),
        "review_on": "When do we look at this again?",
    },
}

HINTS: Mapping[str, Mapping[str, str]] = {
    "tool": {"name": "a walk, music, a warm bath", "works_when": "in the evening, after a call"},
    "strength": {"text": "I listen well, I make people laugh"},
    "person": {
        "alias": A_FIRST_NAME,
        "relationship": "a friend, a sister, a neighbour",
        "contact": "a number, an address, where to find them",
    },
    "week": {"label": "a group, a walk, a call"},
    "partner": {
        "partner_alias": A_FIRST_NAME,
        "supporter_title": "peer, peer supporter, coach",
        "started_on": A_DAY,
        "ended_on": A_DAY,
        "review_on": A_DAY,
    },
}

WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("tool", "helped"): {
        "not_this_time": "not this time",
        "a_little": "a little",
        "a_lot": "a lot",
        "not_sure": "not sure",
    },
    ("tool", "learnt_from"): {
        "self": "myself",
        "peer": "a peer",
        "worker": "a worker",
        "family_or_friend": "family or a friend",
        "book_or_media": "a book, a film or the web",
        "other": "someone else",
    },
    ("tool", "with_others"): {"alone": "alone", "with_others": "with others", "either": "either"},
    ("tool", "kind"): {
        "body": "body",
        "breath": "breath",
        "senses": "senses",
        "people": "people",
        "creative": "making things",
        "movement": "movement",
        "rest": "rest",
        "practical": "practical things",
        "faith_or_meaning": "faith or meaning",
        "learning": "learning",
        "nature": "nature",
        "other": "something else",
    },
    ("strength", "source"): {"self": "I did", "peer": "a peer", "other": "someone else"},
    ("person", "good_for"): {
        "talk": "a talk",
        "company": "company",
        "practical": "practical help",
        "laugh": "a laugh",
        "quiet": "quiet time",
        "emergency": "an emergency",
    },
    ("person", "asked_ok"): {"yes": "yes", "not_yet": "not yet"},
    ("week", "weekday"): {
        "monday": "Monday",
        "tuesday": "Tuesday",
        "wednesday": "Wednesday",
        "thursday": "Thursday",
        "friday": "Friday",
        "saturday": "Saturday",
        "sunday": "Sunday",
    },
    ("week", "part_of_day"): {
        "morning": "morning",
        "afternoon": "afternoon",
        "evening": "evening",
        "night": "night",
    },
    ("plan", "plan"): PLAN_TITLES,
    ("plan", "section"): SECTION_TITLES,
    ("partner", "kind"): {
        "intentional_one_to_one": "two people, each with goals",
        "peer_supporter": "a peer supporter",
        "informal": "informal",
        "group": "in a group",
    },
    ("partner", "status"): {
        "invited": "invited",
        "active": "meeting",
        "paused": "taking a break",
        "ended": "ended",
    },
}
