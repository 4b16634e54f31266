"""What is said between the person of the demo journal and three who have cairn too. Every word is made up."""

from typing import Final

from tui.wording.demo_life.names import GET_OUT, INES, NOOR, SAM

ME: Final = "Robin"
BETWEEN_US: Final = "/home/robin/Shared with {name}"
"""The folder as the pictures name it: that of the drawing has another name each time."""
INES_HERE: Final = INES.split()[0]
NAMES: Final = (SAM, INES_HERE, NOOR)
"""Who is connected, who has four words to compare, who has not answered yet."""
FOUR_WORDS: Final = "harbour meadow lantern pebble"
"""Real ones are drawn by chance."""

SUPPORT_BEFORE: Final = "Ask me how it went."
"""What is shared; since then the goal says more."""

THEIR_GOAL: Final = "Get the old bicycle going"
THEIR_WHY: Final = "It stood in the hall through all of it. I would like it to stand somewhere else."
THEIR_STEP: Final = "Find the size of the chain"
THEIR_LINE: Final = "The second bridge, if it is dry."
MY_LINE: Final = "Come and look at the shed with me?"
THEIR_PART: Final = {
    "why_we_meet": "Company on the way out of the door. I bring a flask.",
    "when": "Saturdays. A text is fine, after nine.",
    "privacy": "It stays on the path.",
}
LETTERS: Final = (
    ("theirs", "You rang them. I know what that costs. The flask is on me."),
    ("mine", "They were kind about it. Thank you for asking whichever way it went."),
    ("theirs", "No need to answer. I walked past the shed and the light was on."),
)
"""Who wrote them, and the words; the first ones are about the goal of the bicycles, the last is about nothing."""

GROUP: Final = "Thursday evenings"
GROUP_PLACE: Final = "folder:/home/lena/Thursday evenings"
CARD: Final = {
    "name": "Lena",
    "limits_of_confidentiality": "If somebody is in danger I tell our duty manager, and you first if I can.",
    "reads_on": "Mondays and Thursdays",
    "i_do": "Hold the space. Read what you chose to share. Tell you if I am worried.",
    "i_do_not": "Diagnose, give medical advice, look whether you use cairn, reply at all hours.",
    "who_supports_me": "A colleague, every second week.",
}
AGREED: Final = {
    "privacy": "What is said here stays here.",
    "when": "Thursdays at six, in the garden room.",
    "hard_times_and_stopping": "Anybody can leave, for an evening or for good.",
}
GROUP_NOTE: Final = "We meet at six. I bring the soup, somebody else the bread."
PAGES: Final = (
    (
        INES_HERE,
        {
            "what_matters_to_me_now": "Sleeping, and the garden.",
            "support_i_would_like": "Ask me early in the evening. Later I am tired.",
            "questions_for_you": "Could we sit by the window?",
        },
    ),
    (
        NOOR,
        {
            "what_matters_to_me_now": "Finding work again, a little at a time.",
            "support_i_would_like": "Somebody to read the letter with.",
            "questions_for_you": "Would you tell us how you began again?",
            "what_helps_me": "Walking there instead of taking the bus.",
            "please_know": "I would rather not talk of hospitals.",
            "may_print": "yes",
        },
    ),
)
"""Who shares a page with the facilitator, and its words."""
MINE: Final = {
    "what_matters_to_me_now": "Getting out of the door, and the bicycles.",
    "support_i_would_like": "Company on the way there.",
    "questions_for_you": "May I bring Sam once?",
    "look_back_lines": ["Things I have marked as helping: a walk, music."],
}
"""What the person of the demo journal wrote, and has not shared."""
ON_MY_PAGE: Final = (GET_OUT, ("title", "next_step"))
"""The goal that stands on it, and its parts."""
