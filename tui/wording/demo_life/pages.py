"""Pages of the made-up life. The hard ones stay as they are: nothing is made of them."""

from tui.wording.demo_life.names import BICYCLES, BY_SEVEN, FORM, GET_OUT
from tui.wording.demo_life.shapes import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Lately,
    When,
    Written,
)

PAGES = (
    Written(
        When(17, MONDAY, "19:25"),
        "I do not know yet what will go in here. I said I would write a little, so here is a little.\n\n"
        "The kettle, the rain on the skylight, the neighbour's cat on the wall. That was today.",
    ),
    Written(
        When(17, SUNDAY, "20:16"),
        "One evening that is not like the others. That is all I could think of.\n\n"
        "Then I thought of singing in the kitchen, which I used to do without noticing.",
        prompt_id="m5",
        themes=("meaning",),
    ),
    Written(
        When(16, WEDNESDAY, "19:02"),
        "Noor has been somewhere like this herself. She said so once, and left it there, and I could hear that "
        "it was true.\n\nShe asks short questions. She does not fill the gaps.",
        title="A voice on the phone",
        themes=("connectedness",),
    ),
    Written(
        When(15, THURSDAY, "20:10"),
        "Nineteen people went in. I counted them from the bus stop. One held the door for the next, and the next "
        "did the same.\n\nThen the bus home came, and I was on it.",
        title="The bus stop",
        themes=("difficulties",),
        tags=("group",),
    ),
    Written(
        When(14, THURSDAY, "21:40"),
        "A chair by the wall, and tea in a cup with a chip. Somebody said: you came, then. I said: so did you.\n\n"
        "I know three names now. I will forget two of them before next week.",
        prompt_id="a8",
        themes=("connectedness",),
        tags=("group",),
    ),
    Written(
        When(13, WEDNESDAY, "04:52"),
        "It is nearly five. The street lamp has a moth. I have been over everything twice and it is all still there.\n\n"
        "I am writing so that my hands have something to do.",
        themes=("difficulties",),
        tags=("night",),
    ),
    Written(
        When(13, SATURDAY, "16:20"),
        "A hard week. I have no more to say about it than that.",
        prompt_id="d1",
        themes=("difficulties",),
    ),
    Written(
        When(10, TUESDAY, "18:12"),
        "Two weeks with no words. I slept, and did the shopping, and watched a great deal of snooker with the sound "
        "off.\n\nPriya came by with a bag of oranges and did not ask. We peeled them.",
        title="Oranges",
    ),
    Written(
        When(9, TUESDAY, "18:31"),
        "Opened the envelope with Priya on the phone. It was a form, not a bill. Eleven pages, and four of "
        "them are about other people.\n\nShe said: one page a day, with a biscuit. Page one is done.",
        title="The envelope",
        tags=("money",),
        goals=(FORM,),
    ),
    Written(
        When(9, SUNDAY, "10:44"),
        "Whose idea was seven? I think a magazine's. At seven the flat is cold and I am nobody. At nine the sun is on "
        "the table.\n\nI like nine.",
        prompt_id="e1",
        themes=("empowerment",),
        goals=(BY_SEVEN,),
    ),
    Written(
        When(8, WEDNESDAY, "21:40"),
        "The tomato plant on the windowsill has a flower. I turn it a little every morning so that it does "
        "not lean.\n\nIt takes ten seconds and it is mine to do.",
        prompt_id="m1",
        themes=("meaning",),
    ),
    Written(
        When(8, THURSDAY, "22:07"),
        "Sam said the first time he came to the group he stood outside for twenty minutes and went home. "
        "The second time he stood outside for ten.\n\nI laughed, and then I told them about the bus.",
        title="Outside the door",
        themes=("connectedness", "hope"),
        tags=("group",),
        keep=True,
    ),
    Written(
        When(7, SATURDAY, "18:34"),
        "We walked to the second bridge and sat on it. He talked, then I did, then nobody did for a while and "
        "that was fine as well.\n\nHe carries two apples, in case there is somebody.",
        title="Two apples",
        themes=("connectedness",),
        goals=(GET_OUT,),
    ),
    Written(
        When(6, THURSDAY, "22:00"),
        "I began a sentence three times tonight. Each time somebody else's was louder.\n\n"
        "I do not know if I am cross with them or with the room. I came home by the long road.",
        themes=("difficulties",),
        tags=("group",),
    ),
    Written(
        When(5, WEDNESDAY, "19:38"),
        "Everything is heavy and far away. I do not want to make sense of it tonight.\n\n"
        "The cat came in and sat on my feet. I am leaving it at that.",
        prompt_id="d1",
        themes=("difficulties",),
    ),
    Written(
        When(5, FRIDAY, "20:31"),
        "Priya rang and I let it ring. Then I sent her a picture of a cup of tea. She sent one back.\n\n"
        "Still in the same jumper. Still raining in here.",
        themes=("difficulties",),
    ),
    Written(
        When(4, FRIDAY, "18:12"),
        "It did move, and you did not have to push.\n\nYou ate toast. You fed the cat. You let Priya talk "
        "about her boiler. Put the radio on low. Open the window for a minute. Nobody needs you to be anyone "
        "tonight.",
        themes=("hope", "difficulties"),
        keep=True,
    ),
    Written(
        When(3, MONDAY, "20:31"),
        "Things I know how to do, said out loud to the tomato plant:\n\nbread, sums, waiting, finding the "
        "way with no map, making Priya laugh when she does not want to.",
        prompt_id="i2",
        themes=("identity",),
    ),
    Written(
        When(3, SATURDAY, "18:47"),
        "At the stop Sam said: lamp, pigeon, blue bag, wet bench, you. Five things. Then the bus was there.\n\n"
        "He says he has done it since he was nine. He said it as if it were nothing.",
        prompt_id="h3",
        themes=("hope",),
    ),
    Written(
        When(2, THURSDAY, "22:14"),
        "Sam asked what I would do with a whole free Saturday. I said sleep. Then I said: learn to mend "
        "bicycles, and heard myself mean it.\n\nHe is looking for a way to get out more. Perhaps we both "
        "walk to the group next week, from different ends of the canal.",
        title="A free Saturday",
        themes=("empowerment", "connectedness"),
        tags=("group", "ideas"),
        goals=(BICYCLES, GET_OUT),
        bring=True,
    ),
    Written(
        When(1, TUESDAY, "20:49"),
        "The bicycle course is six Saturdays at the community shed. It says you need not know anything yet. It says "
        "bring lunch.\n\nI can bring lunch.",
        tags=("ideas",),
        goals=(BICYCLES,),
    ),
    Written(
        When(1, FRIDAY, "19:17"),
        "Page eleven. The form is in the post box on the corner. I stood there for a moment with my hand "
        "in the slot.",
        title="Gone",
        tags=("money",),
        goals=(FORM,),
    ),
    Written(
        When(1, SUNDAY, "17:25"),
        "How he does the first ten minutes in a room where everybody knows each other.\n\n"
        "Whether he would come and look at the shed with me, from outside, on the way to somewhere else.",
        title="To ask Sam",
        tags=("ideas",),
        goals=(BICYCLES,),
        bring=True,
    ),
    Written(
        When(0, WEDNESDAY, "21:19"),
        "A heron on the lock gate, all elbows. A man with a pushchair stopped too. We both looked, and said nothing, "
        "and went on.",
        prompt_id="c1",
        themes=("connectedness",),
    ),
)  # fmt: skip

BEGUN_AT = Lately(1, "22:31")
BEGUN = "Questions for the shed, before I ring them: is there a bus that gets there by ten, and"
"""A page that something came between: it waits as a draft."""
