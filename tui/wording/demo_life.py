"""A made-up life: what the demo journal holds. Nobody in it is real, and no week of it is told as a lesson.

Days are counted back from today by week and weekday, so that the Thursday group is on a Thursday whenever
the demo is opened. Nothing names a season, for the same reason.
"""

from dataclasses import dataclass

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

GROUP = "the Thursday group"
WALK = "a walk"
TALK = "a talk with Priya"
BREAD = "baking bread"
BATH = "a hot bath"
RADIO = "the radio, low"

A_LOT, A_LITTLE, NOT_THIS_TIME, NOT_SURE = "a_lot", "a_little", "not_this_time", "not_sure"


@dataclass(frozen=True, slots=True)
class When:
    """A moment counted back from today."""

    weeks_ago: int
    """0 is the week that today is in, which begins on Monday."""
    weekday: int
    """0 (Monday) to 6."""
    clock: str
    """Local time, `19:40`."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One check-in. What is left out was left blank."""

    when: When
    mood: int | None = None
    hope: int | None = None
    connection: int | None = None
    energy: int | None = None
    feelings: tuple[str, ...] = ()
    """Words of the list as they are shown, or words of one's own."""
    helped: tuple[tuple[str, str], ...] = ()
    """Tool and mark."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """One page."""

    when: When
    body: str
    title: str | None = None
    prompt_id: str | None = None
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    keep: bool = False
    bring: bool = False


CHECK_INS = (
    Noted(When(6, MONDAY, "19:12"), 4, 4, feelings=("tired", "uncertain"),
          note="Trying this out. Two numbers and a few words feels like enough."),
    Noted(When(6, WEDNESDAY, "20:47"), 5, 4, feelings=("flat",), helped=((WALK, A_LITTLE),)),
    Noted(When(6, THURSDAY, "21:06"), 5, 6, connection=6, feelings=("connected", "tired"), helped=((GROUP, A_LOT),),
          note="Went to the group at the library. Mostly listened. Nobody minded."),
    Noted(When(6, SATURDAY, "11:31"), 6, 5, feelings=("calm", "rested"), helped=((BREAD, A_LITTLE),)),
    Noted(When(5, MONDAY, "08:38"), 4, 4, feelings=("worried",), note="A brown envelope came. Not opened yet."),
    Noted(When(5, TUESDAY, "18:20"), 5, 5, feelings=("relieved",), helped=((TALK, A_LOT),)),
    Noted(When(5, THURSDAY, "21:02"), 6, 6, connection=7, feelings=("understood", "warm"), helped=((GROUP, A_LOT),)),
    Noted(When(5, SUNDAY, "15:44"), 5, 5, feelings=("lonely",), helped=((WALK, NOT_THIS_TIME), (RADIO, A_LITTLE)),
          note="Sundays are long. The radio made the flat less quiet."),
    Noted(When(4, TUESDAY, "17:15"), 7, 6, energy=6, feelings=("content", "energised"), helped=((WALK, A_LOT),),
          note="As far as the second bridge and back."),
    Noted(When(4, WEDNESDAY, "21:29"), 6, 6, feelings=("steady",)),
    Noted(When(4, THURSDAY, "20:58"), 6, 7, connection=7, feelings=("hopeful", "understood"), helped=((GROUP, A_LOT),)),
    Noted(When(4, SUNDAY, "18:03"), 7, 7, feelings=("grateful", "warm"), helped=((BREAD, A_LOT),),
          note="Took half the loaf next door. Came back with a jar of plum jam."),
    Noted(When(3, MONDAY, "09:50"), 3, 3, energy=1, feelings=("exhausted", "stuck"), note="Hardly slept."),
    Noted(When(3, TUESDAY, "22:41"), 2, 2, feelings=("numb", "sad"), helped=((WALK, NOT_THIS_TIME),)),
    Noted(When(3, WEDNESDAY, "19:26"), 1, 1, energy=0, feelings=("hopeless", "tired"),
          note="In bed until two. Fed the cat next door, so that is one thing."),
    Noted(When(3, FRIDAY, "20:09"), 3, 2, feelings=("overwhelmed", "raw"), helped=((BATH, A_LITTLE), (RADIO, A_LITTLE))),
    Noted(When(2, FRIDAY, "17:55"), 4, 4, feelings=("all right", "tired"), helped=((TALK, A_LITTLE),),
          note="Have not written for a while. It was all here when I came back."),
    Noted(When(2, SUNDAY, "16:21"), 5, 5, feelings=("calm",), helped=((BREAD, A_LITTLE),)),
    Noted(When(1, MONDAY, "20:14"), 5, 5, feelings=("mixed",)),
    Noted(When(1, TUESDAY, "19:33"), 6, 5, feelings=("anxious", "determined"), helped=((WALK, A_LITTLE),),
          note="Rang about the form. Two rings and a person. My hands shook and I did it."),
    Noted(When(1, THURSDAY, "21:10"), 7, 7, connection=8, feelings=("understood", "moved"), helped=((GROUP, A_LOT),)),
    Noted(When(1, SATURDAY, "22:36"), 6, 7, feelings=("playful", "happy"), helped=((TALK, A_LOT),),
          note="A film with Priya. We talked all through it."),
    Noted(When(0, MONDAY, "19:40"), 6, 6, feelings=("all right",), helped=((WALK, A_LITTLE),)),
    Noted(When(0, TUESDAY, "20:25"), 6, 7, feelings=("steady", "curious"), helped=((BREAD, A_LOT),),
          note="Looked up the Saturday course. Closed the page, opened it again."),
    Noted(When(0, WEDNESDAY, "18:52"), 5, 6, energy=3, feelings=("tired", "content"), helped=((BATH, A_LITTLE),)),
    Noted(When(0, THURSDAY, "21:04"), 7, 7, connection=8, feelings=("connected",), helped=((GROUP, A_LOT),)),
    Noted(When(0, SATURDAY, "12:18"), 6, 7, feelings=("calm", "a bit proud"), helped=((WALK, A_LITTLE),)),
)  # fmt: skip
"""About six weeks, oldest first: calm days, a hard week, and days on which nothing was noted."""

PAGES = (
    Written(
        When(6, MONDAY, "19:25"),
        "I do not know yet what will go in here. I said I would write a little, so here is a little.\n\n"
        "The kettle, the rain on the skylight, the neighbour's cat on the wall. That was today.",
    ),
    Written(
        When(5, TUESDAY, "18:31"),
        "Opened the envelope with Priya on the phone. It was a form, not a bill. Eleven pages, and four of "
        "them are about other people.\n\nShe said: one page a day, with a biscuit. Page one is done.",
        title="The envelope",
        tags=("money",),
    ),
    Written(
        When(4, WEDNESDAY, "21:40"),
        "The tomato plant on the windowsill has a flower. I turn it a little every morning so that it does "
        "not lean.\n\nIt takes ten seconds and it is mine to do.",
        prompt_id="m1",
        themes=("meaning",),
    ),
    Written(
        When(4, THURSDAY, "22:07"),
        "Sam said the first time he came to the group he stood outside for twenty minutes and went home. "
        "The second time he stood outside for ten.\n\nI laughed, and then I told them about the bus.",
        title="Outside the door",
        themes=("connectedness", "hope"),
        tags=("group",),
        keep=True,
    ),
    Written(
        When(3, WEDNESDAY, "19:38"),
        "Everything is heavy and far away. I do not want to make sense of it tonight.\n\n"
        "The cat came in and sat on my feet. I am leaving it at that.",
        prompt_id="d1",
        themes=("difficulties",),
    ),
    Written(
        When(2, FRIDAY, "18:12"),
        "It did move, and you did not have to push.\n\nYou ate toast. You fed the cat. You let Priya talk "
        "about her boiler. Put the radio on low. Open the window for a minute. Nobody needs you to be anyone "
        "tonight.",
        themes=("hope", "difficulties"),
        keep=True,
    ),
    Written(
        When(1, MONDAY, "20:31"),
        "Things I know how to do, said out loud to the tomato plant:\n\nbread, sums, waiting, finding the "
        "way with no map, making Priya laugh when she does not want to.",
        prompt_id="i2",
        themes=("identity",),
    ),
    Written(
        When(1, THURSDAY, "21:44"),
        "Sam asked what I would do with a whole free Saturday. I said sleep. Then I said: learn to fix "
        "bicycles, and heard myself mean it.\n\nHe is looking for a way to get out more. Perhaps we both "
        "walk to the group next week, from different ends of the canal.",
        title="A free Saturday",
        themes=("empowerment", "connectedness"),
        tags=("group", "ideas"),
        bring=True,
    ),
    Written(
        When(0, TUESDAY, "20:49"),
        "The bicycle course is six Saturdays at the community shed. It says no experience needed. It says "
        "bring lunch.\n\nI can bring lunch.",
        tags=("ideas",),
    ),
    Written(
        When(0, FRIDAY, "19:17"),
        "Page eleven. The form is in the post box on the corner. I stood there for a moment with my hand "
        "in the slot.",
        title="Gone",
        tags=("money",),
    ),
)  # fmt: skip

BEGUN = "Questions for the shed, before I ring them: is there a bus that gets there by ten, and"
"""A page that something came between: it waits as a draft."""
