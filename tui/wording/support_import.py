"""What is said when support lines are brought in from a file, or go back to those that came with cairn."""

from typing import TYPE_CHECKING

from journal.domain.support import countries, country_code
from tui.language import _, _n

if TYPE_CHECKING:
    from journal.use_cases.support_lines import KnownLines

WHICH = _("Give one: a file, or --shipped for the lines that came with cairn.")
BROUGHT = _("These support lines are used from now on. Nobody has to open a journal for that.")
SHIPPED = _("The lines that came with cairn are used again.")
NOT_YOURS_TO_TRUST = _("cairn looked at how the file is made. Whether the numbers are right, it cannot know.")
NOT_LOCKED = _("The file is not locked, so nothing private belongs in it.")
ASK_PATH = _("Which file of support lines? Its path. Enter goes back.")
ASK_PATH_HERE = _("Which file of support lines?")
WHICH_HERE = _("Which support lines would you like to use?")
FROM_A_FILE = _("Those of a file")
THAT_SHIP = _("Those that came with cairn")
LOOKING = _("Looking at the file.")
ASK_SHIPPED = _("“shipped” goes back to the lines that came with cairn.")
SHIPPED_WORD = "shipped"
NONE_FOR_YOUR_COUNTRY = _("None of them is for {country}, the country you chose. You will see what is right anywhere.")
STAYS = _("Until a file has kept every rule, what you had before stays in use.")


def told(known: "KnownLines", chosen: str | None) -> list[str]:
    """How many there are, from which file, and what of that has been checked by a person.

    Args:
        known: the lines that count now.
        chosen: the country whose lines the person asked for, if any.
    """
    of, country = countries(known.lines), country_code(chosen or "")
    checked = sum(line.verified_on is not None for line in known.lines)
    version = (
        _("Version {version}. ").format(version=known.version)
        if known.version
        else _("It names no version. ")
        if known.is_brought
        else ""
    )
    lines = [
        _("{lines} for {countries}. {checked} of them checked by a person, the file says.").format(
            lines=_n("1 line", "{count} lines", len(known.lines)).format(count=len(known.lines)),
            countries=_n("1 country", "{count} countries", len(of)).format(count=len(of)),
            checked=checked,
        ),
        *([NONE_FOR_YOUR_COUNTRY.format(country=country)] if country is not None and country not in of else []),
        _("{version}Hash (SHA-256): {sha256}").format(version=version, sha256=known.sha256),
    ]
    return [*lines, NOT_YOURS_TO_TRUST, NOT_LOCKED] if known.is_brought else lines
