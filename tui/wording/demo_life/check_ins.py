"""Check-ins of the made-up life: those that matter to it by hand, and what the quieter ones are drawn from."""

from dataclasses import dataclass

from tui.wording.demo_life.names import BATH, BREAD, FIVE, GROUP, RADIO, TALK, THREE, WALK
from tui.wording.demo_life.shapes import (
    A_LITTLE,
    A_LOT,
    FRIDAY,
    MONDAY,
    NOT_SURE,
    NOT_THIS_TIME,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Noted,
    When,
)

CHECK_INS = (
    Noted(When(17, MONDAY, "19:12"), 4, 4, feelings=("tired", "uncertain"),
          note="Trying this out. Two numbers and a few words feels like enough."),
    Noted(When(17, WEDNESDAY, "20:33"), 5, 4, feelings=("flat",), helped=((WALK, A_LITTLE),)),
    Noted(When(17, SATURDAY, "11:48"), 6, 5, feelings=("calm", "rested"), helped=((BREAD, A_LITTLE),)),
    Noted(When(16, TUESDAY, "18:26"), 4, 3, self_belief=3, feelings=("worried",),
          note="Noor rang. She asked what a week is like here, and I did not have to dress it up."),
    Noted(When(16, THURSDAY, "21:15"), 4, None, feelings=("on edge",), helped=((RADIO, A_LITTLE),),
          note="Group night at the library. Thought about it, on the sofa."),
    Noted(When(16, SUNDAY, "15:44"), 5, 5, feelings=("lonely",), helped=((WALK, NOT_THIS_TIME), (RADIO, A_LITTLE)),
          note="Sundays are long. The radio made the flat less quiet."),
    Noted(When(15, MONDAY, "08:38"), 4, 4, energy=5, feelings=("anxious",)),
    Noted(When(15, THURSDAY, "19:52"), 3, 4, feelings=("embarrassed", "frustrated"), helped=((BATH, A_LITTLE),),
          note="Got as far as the bus stop across from the library. Watched people go in. Went home."),
    Noted(When(14, TUESDAY, "17:20"), 5, 5, feelings=("relieved",), helped=((TALK, A_LOT),),
          note="Told Priya about the bus stop. She did not laugh until I did."),
    Noted(When(14, THURSDAY, "21:06"), 5, 6, connection=6, feelings=("connected", "tired"), helped=((GROUP, A_LOT),),
          note="Went in. Mostly listened. Nobody minded."),
    Noted(When(14, SUNDAY, "10:54"), 6, 5, feelings=("calm",), helped=((BREAD, A_LITTLE),)),
    Noted(When(13, MONDAY, "10:22"), 3, 3, energy=2, feelings=("anxious", "on edge"),
          note="Something in the night woke me, and I stayed awake with it."),
    Noted(When(13, WEDNESDAY, "04:40"), 1, 2, energy=1, feelings=("lonely", "tired"), helped=((RADIO, NOT_THIS_TIME),),
          note="Awake. The fridge hums. That is all there is to say at this hour."),
    Noted(When(13, THURSDAY, "20:31"), 2, 1, connection=1, feelings=("ashamed", "lonely"),
          note="Group night. The stairs were too many, never mind the bus."),
    Noted(When(13, SATURDAY, "16:05"), 2, 2, energy=0, feelings=("empty",), helped=((BATH, NOT_SURE),)),
    Noted(When(10, TUESDAY, "17:55"), 4, 4, feelings=("all right", "tired"), helped=((TALK, A_LITTLE),),
          note="Have not written for a while. It was all here when I came back."),
    Noted(When(10, THURSDAY, "21:02"), 5, 5, connection=6, feelings=("understood", "warm"), helped=((GROUP, A_LOT),)),
    Noted(When(10, SATURDAY, "12:40"), 5, None, feelings=("calm",), helped=((BREAD, A_LITTLE),)),
    Noted(When(9, MONDAY, "08:38"), 4, 4, feelings=("worried",), note="A brown envelope came. Not opened yet."),
    Noted(When(9, TUESDAY, "18:20"), 5, 5, feelings=("relieved",), helped=((TALK, A_LOT),)),
    Noted(When(9, WEDNESDAY, "19:05"), 5, 5, self_belief=5, feelings=("steady",), helped=((THREE, A_LITTLE),),
          note="Noor's way: write down three things, and stop there."),
    Noted(When(9, SUNDAY, "16:12"), 5, 6, feelings=("peaceful",), helped=((RADIO, A_LITTLE),)),
    Noted(When(8, THURSDAY, "20:58"), 6, 7, connection=7, feelings=("hopeful", "understood"), helped=((GROUP, A_LOT),),
          note="Sam and I got off at the same stop, and stood there talking."),
    Noted(When(8, SATURDAY, "13:17"), 6, 6, feelings=("steady",), helped=((BREAD, A_LOT),)),
    Noted(When(7, TUESDAY, "17:15"), 7, 6, energy=6, feelings=("content", "energised"), helped=((WALK, A_LOT),),
          note="As far as the second bridge and back."),
    Noted(When(7, SATURDAY, "16:40"), 7, 7, connection=8, feelings=("connected", "curious"), helped=((WALK, A_LOT),)),
    Noted(When(6, WEDNESDAY, "21:29"), 6, 6, feelings=("steady",)),
    Noted(When(6, THURSDAY, "21:12"), 5, 5, connection=3, feelings=("irritated", "misunderstood"),
          helped=((GROUP, NOT_THIS_TIME),), note="Many of us tonight, and loud."),
    Noted(When(6, SUNDAY, "18:03"), 7, 7, feelings=("grateful", "warm"), helped=((BREAD, A_LOT),),
          note="Took half the loaf next door. Came back with a jar of plum jam."),
    Noted(When(5, MONDAY, "09:50"), 3, 3, energy=1, feelings=("exhausted", "stuck"), note="Hardly slept."),
    Noted(When(5, TUESDAY, "22:41"), 2, 2, feelings=("numb", "sad"), helped=((WALK, NOT_THIS_TIME),)),
    Noted(When(5, WEDNESDAY, "19:26"), 1, 1, energy=0, feelings=("hopeless", "tired"),
          note="In bed until two. Fed the cat next door, so that is one thing."),
    Noted(When(5, FRIDAY, "20:09"), 3, 2, feelings=("overwhelmed", "raw"), helped=((BATH, A_LITTLE), (RADIO, A_LITTLE))),
    Noted(When(4, FRIDAY, "17:55"), 4, 4, feelings=("all right", "tired"), helped=((TALK, A_LITTLE),),
          note="Fewer words lately. I was here all the same."),
    Noted(When(4, SUNDAY, "16:21"), 5, 5, feelings=("calm",), helped=((BREAD, A_LITTLE),)),
    Noted(When(3, MONDAY, "20:14"), 5, 5, feelings=("mixed",)),
    Noted(When(3, THURSDAY, "21:07"), 6, 6, connection=7, feelings=("connected",), helped=((GROUP, A_LITTLE),)),
    Noted(When(3, SATURDAY, "17:02"), 6, 6, feelings=("steady",), helped=((FIVE, A_LITTLE),),
          note="Sam's way of waiting for a bus: five things I can see."),
    Noted(When(2, TUESDAY, "19:33"), 6, 5, self_belief=6, feelings=("anxious", "determined"), helped=((WALK, A_LITTLE),),
          note="Rang about the form. Two rings and a person. My hands shook and I did it."),
    Noted(When(2, THURSDAY, "21:10"), 7, 7, connection=8, feelings=("understood", "moved"), helped=((GROUP, A_LOT),)),
    Noted(When(2, SATURDAY, "22:36"), 6, 7, feelings=("playful", "happy"), helped=((TALK, A_LOT),),
          note="A film with Priya. We talked all through it."),
    Noted(When(1, MONDAY, "19:40"), 6, 6, feelings=("all right",), helped=((WALK, A_LITTLE),)),
    Noted(When(1, TUESDAY, "20:25"), 6, 7, feelings=("steady", "curious"), helped=((BREAD, A_LOT),),
          note="Looked up the Saturday course. Closed the page, opened it again."),
    Noted(When(1, WEDNESDAY, "18:52"), 5, 6, energy=3, feelings=("tired", "content"), helped=((BATH, A_LITTLE),)),
    Noted(When(1, THURSDAY, "21:04"), 7, 7, connection=8, feelings=("connected",), helped=((GROUP, A_LOT),)),
    Noted(When(1, SATURDAY, "12:18"), 6, 7, feelings=("calm", "a bit proud"), helped=((WALK, A_LITTLE),)),
    Noted(When(0, MONDAY, "19:48"), 6, 6, feelings=("steady",), helped=((FIVE, A_LOT),)),
    Noted(When(0, TUESDAY, "18:37"), 5, None, energy=4, feelings=("tired",), helped=((RADIO, A_LITTLE),),
          note="A grey sort of day. Soup."),
    Noted(When(0, WEDNESDAY, "21:05"), 6, 7, feelings=("hopeful",), helped=((WALK, A_LITTLE),)),
    Noted(When(0, THURSDAY, "21:04"), 7, 7, connection=8, feelings=("connected",), helped=((GROUP, A_LOT),)),
    Noted(When(0, SATURDAY, "12:09"), 6, 6, feelings=("calm",), helped=((BREAD, A_LITTLE),)),
)  # fmt: skip
"""Those that matter, oldest first. Two weeks are hard, and after the first a fortnight has nothing in it."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week whose quieter days are drawn."""

    weeks_ago: int
    middle: int
    """Answers lie within 1 of it, on the scale of 0 to 10."""


DRAWN_WEEKS = (
    Week(17, 5), Week(16, 4), Week(15, 4), Week(14, 5), Week(9, 5), Week(8, 6), Week(7, 7), Week(6, 6),
    Week(3, 5), Week(2, 6), Week(1, 6), Week(0, 6),
)  # fmt: skip
"""The hard weeks are not among them, nor the quiet ones after: nothing may be added to those."""

DRAWN_FEELINGS = (
    (4, ("discouraged", "flat", "lonely", "restless", "tired", "worried")),
    (6, ("all right", "bored", "calm", "mixed", "steady", "tired", "uncertain")),
    (10, ("amused", "content", "grateful", "hopeful", "peaceful", "warm")),
)
"""Up to this mood, these words."""

DRAWN_TOOLS = (WALK, WALK, RADIO, BATH, BREAD, TALK)
"""Those that were there from the first evening. Walks come twice, since there are more of them."""

DRAWN_MARKS = (A_LITTLE, A_LITTLE, A_LITTLE, A_LOT, NOT_THIS_TIME, NOT_SURE)

DRAWN_NOTES = (
    "Toast for supper. It was enough.",
    "Slept through, for once.",
    "Answered one letter. Left the other.",
    "Washing on the line, dry by four.",
    "Read all afternoon, with the door shut.",
    "Found the other glove.",
    "Soup. Half of it for the freezer.",
    "Loud upstairs. Went out until it stopped.",
    "Nothing much. It was quiet.",
    "The heating man came. He hummed.",
)
"""Each is used once at most, in this order."""
