"""The words of the data that ships: questions, words for feelings, and what is said about support lines."""

from collections.abc import Iterator

from journal.data import feelings, prompts, support_lines
from tui.wording.shipped import ANYONE, note_of, says_how

_QUESTION = "A question to write about."
_FEELING = "A word for a feeling, and the groups of them."
_ABOUT_A_LINE = "About a support line. Every digit stays, in its order."
_HOURS = "When a support line is open, in its own country's time."


def texts_of_data() -> Iterator[tuple[str, str, str]]:
    """File, text and a note for the translator. Names, numbers, countries and addresses of lines are left out."""
    for prompt in prompts():
        yield "prompts.json", prompt.text, _QUESTION
    for feeling in feelings():
        yield "feelings.json", feeling.label, _FEELING
        yield "feelings.json", feeling.group_label, _FEELING
    for line in support_lines():
        yield "crisis_resources.json", line.hours, _HOURS
        about = [note_of(line), line.cost, line.languages, line.audience.replace(ANYONE, "")]
        about += [line.name] if line.kind == "emergency" else []
        about += [line.display] if says_how(line) else []
        for text in about:
            yield "crisis_resources.json", text, _ABOUT_A_LINE
