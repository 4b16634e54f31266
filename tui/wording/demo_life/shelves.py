"""What the made-up person has named as theirs: tools, strengths, people, a week, two plans and a story."""

from tui.wording.demo_life.names import (
    BATH,
    BREAD,
    FIVE,
    GROUP,
    INES,
    NOOR,
    PRIYA,
    RADIO,
    SAM,
    TALK,
    THREE,
    WALK,
)
from tui.wording.demo_life.shapes import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Planned,
    Shelved,
    When,
)

TOOLS = (
    Shelved(When(17, MONDAY, "19:31"), "tool", {
        "name": WALK,
        "how_to": "Shoes first, then decide.",
        "works_when": "before it gets dark",
        "kind": "movement",
    }),
    Shelved(When(17, MONDAY, "19:32"), "tool", {
        "name": RADIO,
        "how_to": "Talking, not music, so low that I cannot make out the words.",
        "works_when": "on Sundays, and in the night",
        "with_others": "alone",
        "kind": "senses",
    }),
    Shelved(When(17, MONDAY, "19:33"), "tool", {"name": BATH, "with_others": "alone", "kind": "body"}),
    Shelved(When(17, MONDAY, "19:34"), "tool", {
        "name": BREAD,
        "how_to": "The plain loaf. It takes the whole afternoon and most of it is waiting.",
        "kind": "creative",
        "learnt_from": "family_or_friend",
    }),
    Shelved(When(17, MONDAY, "19:35"), "tool", {
        "name": TALK,
        "works_when": "after seven, when she is home",
        "with_others": "with_others",
        "kind": "people",
    }),
    Shelved(When(14, THURSDAY, "20:50"), "tool", {
        "name": GROUP,
        "works_when": "more often than I think on the way there",
        "with_others": "with_others",
        "kind": "people",
    }),
    Shelved(When(9, WEDNESDAY, "18:55"), "tool", {
        "name": THREE,
        "how_to": "Write down three things. Stop there.",
        "works_when": "there is too much of everything",
        "kind": "practical",
        "learnt_from": "peer",
    }),
    Shelved(When(3, SATURDAY, "16:58"), "tool", {
        "name": FIVE,
        "how_to": "Say five things that I can see, one after the other, the last one kindly.",
        "works_when": "waiting, and in rooms full of people",
        "kind": "senses",
        "learnt_from": "peer",
    }),
)  # fmt: skip

STRENGTHS = (
    Shelved(When(14, SUNDAY, "11:10"), "strength", {"text": "I make good bread"}),
    Shelved(When(9, TUESDAY, "19:20"), "strength", {
        "text": "I finish things slowly, and I finish them",
        "story": "Page one took fifty minutes.",
        "source": "other",
    }),
    Shelved(When(7, SATURDAY, "18:50"), "strength", {
        "text": "I can wait while somebody looks for a word",
        "story": "Sam said so, on the bridge.",
        "source": "peer",
    }),
    Shelved(When(3, MONDAY, "20:40"), "strength", {"text": "I find the way with no map"}),
    Shelved(When(3, MONDAY, "20:41"), "strength", {"text": "I make Priya laugh when she does not want to"}),
)  # fmt: skip

PEOPLE = (
    Shelved(When(15, SUNDAY, "14:22"), "person", {
        "alias": PRIYA,
        "relationship": "my friend since school",
        "good_for": ("talk", "laugh", "practical", "emergency"),
        "contact": "ring twice, she never hears the first",
        "asked_ok": "yes",
    }),
    Shelved(When(15, SUNDAY, "14:24"), "person", {
        "alias": INES,
        "relationship": "the neighbour with the cat",
        "good_for": ("company", "quiet"),
        "contact": "knock",
    }),
    Shelved(When(9, WEDNESDAY, "18:58"), "person", {
        "alias": NOOR,
        "relationship": "peer supporter",
        "good_for": ("talk", "practical"),
        "contact": "leave a word at the drop-in, she rings back the next day",
        "asked_ok": "yes",
    }),
    Shelved(When(7, SUNDAY, "11:15"), "person", {
        "alias": SAM,
        "relationship": "from the Thursday group",
        "good_for": ("company", "quiet", "laugh"),
        "asked_ok": "yes",
    }),
)  # fmt: skip

WEEK = (
    Shelved(When(10, SUNDAY, "18:31"), "week", {
        "label": GROUP,
        "weekday": "thursday",
        "part_of_day": "evening",
        "note": "The bus from the corner at half past six, or on foot.",
    }),
    Shelved(When(10, SUNDAY, "18:32"), "week", {"label": "ring Priya", "weekday": "tuesday", "part_of_day": "evening"}),
    Shelved(When(10, SUNDAY, "18:33"), "week", {
        "label": "bread, if I feel like it", "weekday": "saturday", "part_of_day": "morning",
    }),
    Shelved(When(4, SUNDAY, "17:40"), "week", {
        "label": "bins out, then the long way round", "weekday": "monday", "part_of_day": "morning",
    }),
)  # fmt: skip

PLANS = (
    Planned(When(14, SUNDAY, "15:02"), "staying_well", "when_im_well",
            "I sing in the kitchen. I answer the door. I make plans for more than one day."),
    Planned(When(14, SUNDAY, "15:08"), "staying_well", "everyday_things", "Nine hours in bed. The window open. Bread."),
    Planned(When(9, SUNDAY, "11:20"), "staying_well", "everyday_things",
            "Up at nine. The window open. Something warm before noon. The radio for company."),
    Planned(When(4, SUNDAY, "17:50"), "staying_well", "early_signs",
            "The post stays on the mat. I wear the same jumper. I say “fine” very fast."),
    Planned(When(4, SUNDAY, "17:54"), "staying_well", "what_i_do_then",
            "Tell one person, in one sentence. Let things rest that can rest."),
    Planned(When(10, WEDNESDAY, "19:12"), "getting_through", "what_matters_to_me",
            "Priya. The cat next door. That the loaf comes out."),
    Planned(When(10, WEDNESDAY, "19:15"), "getting_through", "things_i_can_do_alone",
            "The radio, low.\nA bath.\nStand on the front step."),
    Planned(When(7, SUNDAY, "11:18"), "getting_through", "people_and_places_that_lift_me",
            "The second bridge. The library, upstairs, by the maps."),
    Planned(When(4, FRIDAY, "18:30"), "getting_through", "people_i_can_ask",
            "Priya: “can you come and be here”. She knows what it means.\nNoor, on weekdays."),
    Planned(When(4, FRIDAY, "18:33"), "getting_through", "workers_and_lines",
            "The numbers on the support page, F2."),
)  # fmt: skip
"""In part: what is not here was left blank. One section was written twice."""

STORIES = (
    Shelved(When(3, SUNDAY, "15:37"), "story", {
        "title": "How I came to be on Thursdays",
        "body": (
            "There was a year in which I mostly heard the fridge. I am not going to tell that year here.\n\n"
            "Then somebody rang who had had a year like it. She did not tell me to come to anything. She told me "
            "where she used to sit.\n\n"
            "The first time, I watched from the bus stop. The second time, I went in. There was a chair by the wall."
        ),
    }),
)  # fmt: skip
