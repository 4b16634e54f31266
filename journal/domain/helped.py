"""What was used and whether it helped, as a person types it: names between commas, each with a mark behind it or none.

A tool's own name is stronger than any comma or mark: a tool that is called `tea, hot` or `crying a lot` stays whole.
"""

from collections.abc import Collection, Iterator

MARKS_TYPED = {"a lot": "a_lot", "a little": "a_little", "not this time": "not_this_time", "not sure": "not_sure"}
"""What is typed behind a name, and the mark that it means."""


def phrases_typed(typed: str, known: Collection[str]) -> list[str]:
    """What was typed between commas, each phrase once.

    Args:
        typed: `a walk a lot, tea, hot not sure`.
        known: names of the toolbox, of which some may hold commas.

    Returns:
        Phrases in their order: a name, or a name with a mark behind it.
    """
    return list(dict.fromkeys(_phrases(typed.split(","), {_plainly(name) for name in known})))


def name_and_mark(phrase: str, known: Collection[str]) -> tuple[str, str | None]:
    """The name of what was used and one of `HELPED_MARKS`, or `None` where no mark was typed.

    Args:
        phrase: one of `phrases_typed`.
        known: names of the toolbox in small letters.
    """
    name = " ".join(phrase.split())
    if name.casefold() in known:
        return name, None
    for ending, mark in MARKS_TYPED.items():
        if name.casefold().endswith(f" {ending}"):
            return name[: -len(ending)].rstrip(), mark
    return name, None


def with_mark(name: str, mark: str) -> str:
    """The phrase that says it."""
    return f"{name} {next(ending for ending, meant in MARKS_TYPED.items() if meant == mark)}"


def _phrases(parts: list[str], known: Collection[str]) -> Iterator[str]:
    most = 1 + max((name.count(",") for name in known), default=0)
    place = 0
    while place < len(parts):
        lengths = range(min(most, len(parts) - place), 1, -1)
        whole = (",".join(parts[place : place + length]) for length in lengths)
        named = next((one for one in whole if name_and_mark(_plainly(one), known)[0] in known), None)
        phrase = (named if named is not None else parts[place]).strip()
        place += 1 if named is None else named.count(",") + 1
        if phrase:
            yield phrase


def _plainly(name: str) -> str:
    return " ".join(name.split()).casefold()
