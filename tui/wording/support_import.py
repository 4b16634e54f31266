"""What is said when support lines are brought in from a file, or go back to those that came with cairn."""

from typing import TYPE_CHECKING

from journal.domain.support import NOWHERE

if TYPE_CHECKING:
    from journal.use_cases.support_lines import KnownLines

WHICH = "Give one: a file, or --shipped for the lines that came with cairn."
BROUGHT = "These support lines are used from now on. Nobody has to open a journal for that."
SHIPPED = "The lines that came with cairn are used again."
NOT_YOURS_TO_TRUST = "cairn looked at how the file is made. Whether the numbers are right, it cannot know."
NOT_LOCKED = "The file is not locked, so nothing private belongs in it."
ASK_PATH = "Which file of support lines? Its path. Enter goes back."
ASK_PATH_HERE = "Which file of support lines?"
WHICH_HERE = "Which support lines would you like to use?"
FROM_A_FILE = "Those of a file"
THAT_SHIP = "Those that came with cairn"
LOOKING = "Looking at the file."
ASK_SHIPPED = "“shipped” goes back to the lines that came with cairn."
SHIPPED_WORD = "shipped"
STAYS = "Until a file has kept every rule, what you had before stays in use."


def told(known: "KnownLines") -> list[str]:
    """How many there are, from which file, and what of that has been checked by a person."""
    countries = len({line.country for line in known.lines} - {NOWHERE})
    checked = sum(line.verified_on is not None for line in known.lines)
    version = f"Version {known.version}. " if known.version else "It names no version. " if known.is_brought else ""
    lines = [
        f"{len(known.lines)} lines for {countries} countries. {checked} of them checked by a person, the file says.",
        f"{version}Hash (SHA-256): {known.sha256}",
    ]
    return [*lines, NOT_YOURS_TO_TRUST, NOT_LOCKED] if known.is_brought else lines
