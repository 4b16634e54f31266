"""What is said between the person of the demo journal and three who have cairn too. Every word is made up."""

from typing import Final

from tui.wording.demo_life.names import INES, NOOR, SAM

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
